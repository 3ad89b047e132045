"""Log and vault are two stores: of a command that is refused, fails or is killed between them nothing is left half."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from application.begin import Adoption, Beginning, begin
from application.commands.advice import RequestAdvice
from application.commands.base import Command
from application.commands.party import ChangeAddress, RecordAddress, RecordAddressBounced, RegisterPartyMember
from application.errors import CommandIdReused, InTheFuture
from application.ports.errors import (
    CommandIdTaken,
    ConcurrentChange,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreUnavailable,
)
from application.ports.vault.contexts import PARTY
from application.rule_books import RULE_BOOKS
from domain.kernel.text import SealedFor
from infrastructure.event_store.event_log import StoredEventLog
from infrastructure.vault.command_writes import StoredPendingWrites
from netwerkpartij.background import settle
from netwerkpartij.wiring import opened
from tests.application.conftest import settings_for
from tests.application.party import REQUEST, SOMEBODY, MovableClock, Party
from tests.vaults import keep_address

ADDRESS, ANOTHER = "sam@voorbeeld.example", "sam@elders.example"
REGISTER = RegisterPartyMember(name=SOMEBODY, email=ADDRESS)

STEPS: dict[str, tuple[type, str, bool]] = {
    "before the vault": (StoredPendingWrites, "store", False),
    "after the vault": (StoredPendingWrites, "store", True),
    "before the log": (StoredEventLog, "record", False),
    "after the log": (StoredEventLog, "record", True),
    "before the end": (StoredPendingWrites, "confirm", False),
    "after the end": (StoredPendingWrites, "confirm", True),
}
"""Where a process may be killed: before or after something is done."""
RECORDED = ("after the log", "before the end", "after the end")


class Killed(BaseException):
    """Nobody catches it, as nobody catches the end of a process."""


@contextmanager
def failing(step: str, error: type[BaseException] = Killed) -> Iterator[None]:
    """Let something fail at a step."""
    of, name, afterwards = STEPS[step]
    real: Callable[..., Any] = getattr(of, name)

    def fails(*given: Any, **named: Any) -> None:
        if afterwards:
            real(*given, **named)
        raise error

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(of, name, fails)
        with pytest.raises(error):
            yield


def reference_of(party: Party, command: UUID) -> list[str]:
    """Who became a member of the party by a command."""
    return [
        event.reference
        for event in party.all_of("PartyMembershipStarted")
        if event.act.command == party.opened.service.stored_id(command)
    ]


def pending(party: Party) -> list[UUID]:
    return [each.command for each in party.vault.pending_commands()]


@pytest.mark.parametrize("step", STEPS)
def test_whoever_is_killed_in_a_registration_leaves_it_whole_or_not_at_all(party_on_each: Party, step: str):
    party, command = party_on_each, uuid4()
    with failing(step):
        party.give(REGISTER, party.bureau, command_id=command)
    recorded = step in RECORDED
    assert len(reference_of(party, command)) == int(recorded)
    assert (party.vault.person_named(SOMEBODY) is not None) == (step == "after the end")
    party.clock.pass_time(hours=1)
    settle(party.opened)
    assert pending(party) == ([party.opened.service.stored_id(command)] if step in {"after the vault", "before the log"} else [])
    party.clock.pass_time(seconds=1)
    settle(party.opened)
    assert pending(party) == []
    person = party.vault.person_named(SOMEBODY)
    assert (person is not None) == recorded
    if person is not None:
        assert reference_of(party, command) == [party.vault.reference(person, PARTY)]
        assert party.vault.addresses([person]) == {person: ADDRESS}


@pytest.mark.parametrize("step", STEPS)
def test_the_same_registration_again_is_of_the_same_person_wherever_it_was_killed(party_on_each: Party, step: str):
    party, command = party_on_each, uuid4()
    with failing(step):
        party.give(REGISTER, party.bureau, command_id=command)
    for _ in range(2):
        person = party.give(REGISTER, party.bureau, command_id=command).data.person
        assert person == party.vault.person_named(SOMEBODY)
        assert person is not None
        assert reference_of(party, command) == [party.vault.reference(person, PARTY)]
        assert pending(party) == []
        party.clock.pass_time(hours=2)
        settle(party.opened)


def test_another_registration_under_the_id_of_one_that_was_killed_is_of_somebody_else(party_on_each: Party):
    party, command = party_on_each, uuid4()
    with failing("before the log"):
        party.give(REGISTER, party.bureau, command_id=command)
    other = RegisterPartyMember(name="Iemand Anders")
    person = party.give(other, party.bureau, command_id=command).data.person
    party.clock.pass_time(hours=2)
    settle(party.opened)
    assert (party.vault.person_named("Iemand Anders"), party.vault.person_named(SOMEBODY)) == (person, None)
    assert pending(party) == []


@pytest.mark.parametrize("error", [StoreBusy, StoreFull, StoreReadOnly])
def test_a_log_that_refuses_leaves_nobody_in_the_vault(party_on_each: Party, error: type[StoreError]):
    party, command = party_on_each, uuid4()
    with failing("before the log", error):
        party.give(REGISTER, party.bureau, command_id=command)
    assert (party.vault.person_named(SOMEBODY), pending(party)) == (None, [])
    person = party.give(REGISTER, party.bureau, command_id=command).data.person
    assert party.vault.person_named(SOMEBODY) == person


@pytest.mark.parametrize("step", ["before the log", "after the log"])
def test_what_becomes_of_a_command_whose_answer_was_lost_the_receipt_says(party_on_each: Party, step: str):
    party, command = party_on_each, uuid4()
    with failing(step, StoreUnavailable):
        party.give(REGISTER, party.bureau, command_id=command)
    assert (party.vault.person_named(SOMEBODY), pending(party)) == (None, [party.opened.service.stored_id(command)])
    party.clock.pass_time(hours=1, seconds=1)
    settle(party.opened)
    assert (party.vault.person_named(SOMEBODY) is not None) == (step == "after the log")
    assert pending(party) == []


def test_a_lost_race_is_decided_again_with_one_person(party: Party, monkeypatch: pytest.MonkeyPatch):
    real, tries = party.log.record, iter([ConcurrentChange, None])

    def lose_once(*given: Any, **named: Any) -> Any:
        if (lost := next(tries)) is not None:
            raise lost
        return real(*given, **named)

    monkeypatch.setattr(party.log, "record", lose_once)
    person = party.give(REGISTER, party.bureau).data.person
    assert (party.vault.person_named(SOMEBODY), pending(party)) == (person, [])


def test_an_id_that_somebody_else_takes_at_the_same_moment_leaves_nobody(party: Party):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(party.log, "record", raising(CommandIdTaken))
        with party.refused(CommandIdReused):
            party.give(REGISTER, party.bureau)
    assert (party.vault.person_named(SOMEBODY), pending(party)) == (None, [])


def test_what_was_recorded_is_answered_although_the_vault_cannot_finish_it(party_on_each: Party):
    party, command = party_on_each, uuid4()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(StoredPendingWrites, "confirm", raising(StoreBusy))
        person = party.give(REGISTER, party.bureau, command_id=command).data.person
    assert (party.vault.person_named(SOMEBODY), pending(party)) == (None, [party.opened.service.stored_id(command)])
    settle(party.opened)
    assert (party.vault.person_named(SOMEBODY), pending(party)) == (person, [])


def test_a_vault_that_cannot_remove_it_hides_no_refusal(party: Party):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(StoredPendingWrites, "remove", raising(StoreUnavailable))
        with failing("before the log", StoreBusy):
            party.give(REGISTER, party.bureau)
    party.clock.pass_time(hours=2)
    settle(party.opened)
    assert (party.vault.person_named(SOMEBODY), pending(party)) == (None, [])


def raising(error: type[Exception]) -> Callable[..., None]:
    def raises(*_: Any, **__: Any) -> None:
        raise error

    return raises


@pytest.mark.parametrize("step", STEPS)
def test_an_address_is_changed_when_the_command_was_recorded_and_not_before(party_on_each: Party, step: str):
    party = party_on_each
    somebody, member = party.person(SOMEBODY), party.member(SOMEBODY)
    commands: list[tuple[Command, Any, str | None]] = [
        (ChangeAddress(email=ANOTHER), member, ANOTHER),
        (RecordAddress(person=somebody, email=ANOTHER), party.bureau, ANOTHER),
        (RecordAddressBounced(person=somebody), party.bureau, None),
    ]
    for command, session, after in commands:
        keep_address(party.vault, somebody, ADDRESS)
        with failing(step):
            party.give(command, session)
        assert party.vault.addresses([somebody]).get(somebody) == (after if step == "after the end" else ADDRESS)
        party.clock.pass_time(hours=2)
        settle(party.opened)
        assert party.vault.addresses([somebody]).get(somebody) == (after if step in RECORDED else ADDRESS)
        assert pending(party) == []


@pytest.mark.parametrize("step", STEPS)
def test_a_sealed_question_that_was_recorded_can_be_read_and_another_leaves_no_key(party_on_each: Party, step: str):
    party, command = party_on_each, uuid4()
    network, requester = party.network(), party.requester()
    asked = RequestAdvice(**{**REQUEST, "network": network, "closed": True})
    with failing(step):
        party.give(asked, requester, command_id=command)
    texts = [read(party, event) for event in party.all_of("AdviceRequested")]
    assert texts == [REQUEST["question"]] * int(step in RECORDED)
    party.clock.pass_time(hours=2)
    settle(party.opened)
    request = party.give(asked, requester, command_id=command).data.advice_request
    (event,) = party.all_of("AdviceRequested")
    assert (event.originator_id, read(party, event), pending(party)) == (request, REQUEST["question"], [])


def read(party: Party, event: Any) -> str | None:
    request = str(event.originator_id)
    place = SealedFor(aggregate=request, event_type="AdviceRequested", field="question", subject=request)
    return party.vault.open(event.question.sealed, place)


@contextmanager
def busy(url: str) -> Iterator[None]:
    """Let somebody else write into the log all the time."""
    if url.startswith("sqlite"):
        other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.close()
    else:
        with psycopg.connect(url) as server:
            server.execute("LOCK TABLE stored_events IN EXCLUSIVE MODE")
            yield
            server.rollback()


def test_a_registration_that_meets_a_busy_database_leaves_nobody(begun_url: str):
    settings = settings_for(begun_url).model_copy(update={"lock_timeout": 0.1})
    with opened(settings, clock=MovableClock()) as service:
        party = Party(service, MovableClock())
        with busy(begun_url), party.refused(StoreBusy):
            party.give(REGISTER, party.bureau)
        assert (party.vault.person_named(SOMEBODY), pending(party)) == (None, [])
        party.give(REGISTER, party.bureau)
        assert party.vault.person_named(SOMEBODY) is not None


# A party begins


@pytest.mark.parametrize("step", [None, *STEPS])
def test_a_party_that_does_not_begin_keeps_nobody_and_begins_later_with_the_same_words(database_url: str, step: str | None):
    clock = MovableClock()
    right = Beginning("Voorbeeldpartij", SOMEBODY)
    with opened(settings_for(database_url), clock=clock) as service:
        late = right._replace(adoption=Adoption(RULE_BOOKS["netwerkpartij-2022"], date(2199, 1, 1)))
        with pytest.raises(InTheFuture):
            begin(service.log, service.vault, clock(), late)
        assert not service.vault.knows_somebody()
        if step is not None:
            with failing(step):
                begin(service.log, service.vault, clock(), right)
            clock.pass_time(hours=2)
            settle(service)
        assert (service.vault.person_named(SOMEBODY) is not None) == (step in RECORDED)
        if step not in RECORDED:
            person = begin(service.log, service.vault, clock(), right)
            assert service.vault.person_named(SOMEBODY) == person
