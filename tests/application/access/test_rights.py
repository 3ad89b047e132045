"""Being put out: whose office, seat or party membership ended has no session, and has none when it is given again."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from application.access.rights import end_tokens_without_right
from application.access.table import KNOWN
from application.commands.networks import (
    AppointCoreGroupMember,
    CloseNetwork,
    EndSeat,
    LeaveNetwork,
    ReopenNetwork,
    WithdrawEntry,
)
from application.commands.party import AnnouncePartyEnd, EndRole, GiveRole, StartPartyMembership, UndoPartyEnd
from application.errors import AccessDenied
from application.ports.vault.sessions import Session
from domain.kernel.acts import Role
from domain.kernel.entries import Mistake
from domain.networks.errors import NotInCoreGroup
from domain.party.office import RoleNotHeld
from domain.party.party_membership import NotAPartyMember
from netwerkpartij.background import settle
from netwerkpartij.cli.tokens import token_for
from tests.application.command_examples import COMMANDS, QUESTIONS
from tests.application.party import FOUNDERS, SOMEBODY, Party
from tests.beginning import administrator

PENDING_DAYS = 14


@pytest.fixture
def network(party: Party) -> UUID:
    return party.founded()


Right = tuple[Role, str]
"""A role, and who has it."""

OFFICE: Right = (Role.NATIONAL_BOARD, SOMEBODY)
SEAT: Right = (Role.CORE_GROUP, FOUNDERS[1])
IN_PARTY: Right = (Role.MEMBER, FOUNDERS[1])


def token(party: Party, right: Right) -> str:
    role, name = right
    if role is Role.NATIONAL_BOARD:
        party.holder(name, role)
    return token_for(party.opened, role, str(party.person(name)), "Onderwijsnetwerk" if role is Role.CORE_GROUP else None)


def session_of(party: Party, given: str) -> Session | None:
    return party.opened.service.session(given)


def end_office(party: Party, _: UUID) -> None:
    party.give(EndRole(person=party.person(SOMEBODY), role=Role.NATIONAL_BOARD), administrator(party.opened))


def give_office(party: Party, _: UUID) -> None:
    party.give(GiveRole(person=party.person(SOMEBODY), role=Role.NATIONAL_BOARD), administrator(party.opened))


def end_seat(party: Party, network: UUID) -> None:
    party.give(EndSeat(network=network, person=party.person(FOUNDERS[1])), party.board)


def end_seat_long_ago(party: Party, network: UUID) -> None:
    party.clock.pass_time(days=9)
    day = party.clock.now.date() - timedelta(days=3)
    party.give(EndSeat(network=network, person=party.person(FOUNDERS[1]), on=day), party.bureau)


def give_seat(party: Party, network: UUID) -> None:
    party.give(AppointCoreGroupMember(network=network, person=party.person(FOUNDERS[1])), party.board)


def withdraw_the_end_of_the_seat(party: Party, _: UUID) -> None:
    ended = next(each.event for each in reversed(party.recorded()) if each.event.TOPIC == "CoreGroupMemberSteppedDown")
    of = f"{ended.originator_id}:{ended.originator_version}"
    party.give(WithdrawEntry(of=of, mistake=Mistake.WRONG_PERSON), party.bureau)


def leave(party: Party, network: UUID) -> None:
    party.give(LeaveNetwork(network=network), party.member(FOUNDERS[1]))


def join_again(party: Party, network: UUID) -> None:
    party.join(FOUNDERS[1], network)
    give_seat(party, network)


def close(party: Party, network: UUID) -> None:
    party.give(CloseNetwork(network=network, reason="Klaar."), party.board)


def reopen(party: Party, network: UUID) -> None:
    party.give(ReopenNetwork(network=network, reason="Vergissing."), party.board)


def leave_party(party: Party, _: UUID) -> None:
    for name in (FOUNDERS[1], SOMEBODY):
        party.give(AnnouncePartyEnd(person=party.party_member(name)), party.bureau)
    party.clock.pass_time(days=PENDING_DAYS + 1)


def come_back_to_party(party: Party, _: UUID) -> None:
    settle(party.opened)
    for name in (FOUNDERS[1], SOMEBODY):
        party.give(StartPartyMembership(person=party.person(name)), party.bureau)


Act = Callable[[Party, UUID], None]

ENDINGS: list[tuple[Right, Act, Act | None]] = [
    (OFFICE, end_office, give_office),
    (OFFICE, leave_party, come_back_to_party),
    (SEAT, end_seat, give_seat),
    (SEAT, end_seat_long_ago, give_seat),
    (SEAT, end_seat, withdraw_the_end_of_the_seat),
    (SEAT, leave, join_again),
    (SEAT, close, reopen),
    (SEAT, leave_party, come_back_to_party),
    (IN_PARTY, leave_party, come_back_to_party),
]


@pytest.mark.parametrize(("right", "end", "give_again"), ENDINGS)
@pytest.mark.parametrize("told", [False, True])
def test_a_token_ends_with_what_it_rests_on_and_stays_ended(
    party: Party, network: UUID, right: Right, end: Act, give_again: Act | None, *, told: bool
):
    """Whether or not the clock looked between the end and the beginning anew."""
    if end is leave_party:
        party.party_member(SOMEBODY)
    before = token(party, right)
    assert session_of(party, before) is not None
    end(party, network)
    assert session_of(party, before) is None
    if told:
        settle(party.opened, nightly=True)
    if give_again is not None:
        give_again(party, network)
        assert session_of(party, before) is None
        assert session_of(party, token(party, right)) is not None


def test_other_tokens_of_the_same_person_stay(party: Party, network: UUID):
    as_member = token(party, IN_PARTY)
    end_seat(party, network)
    assert session_of(party, as_member) is not None


@pytest.mark.usefixtures("network")
def test_an_end_that_was_announced_and_undone_ends_nothing(party: Party):
    tokens = [token(party, SEAT), token(party, IN_PARTY)]
    party.give(AnnouncePartyEnd(person=party.person(FOUNDERS[1])), party.bureau)
    party.give(UndoPartyEnd(person=party.person(FOUNDERS[1])), party.bureau)
    party.clock.pass_time(days=PENDING_DAYS + 1)
    settle(party.opened, nightly=True)
    assert all(session_of(party, each) is not None for each in tokens)


@pytest.mark.usefixtures("network")
def test_who_joins_the_party_keeps_the_token_of_an_office(party: Party):
    given = token(party, OFFICE)
    party.party_member(SOMEBODY)
    assert session_of(party, given) is not None


def test_the_clock_ends_in_the_vault_what_opens_nothing_any_more(party: Party, network: UUID):
    token(party, OFFICE)
    kept = token(party, IN_PARTY)
    end_office(party, network)
    assert end_tokens_without_right(party.log, party.vault, party.clock.now) == 1
    assert end_tokens_without_right(party.log, party.vault, party.clock.now) == 0
    assert [each.role for each in party.vault.issued_tokens() if each.ended_at is None] == [Role.MEMBER]
    assert session_of(party, kept) is not None


@pytest.mark.parametrize(
    ("right", "end", "refusal"),
    [(OFFICE, end_office, RoleNotHeld), (SEAT, end_seat, NotInCoreGroup), (SEAT, leave_party, NotAPartyMember),
     (IN_PARTY, leave_party, NotAPartyMember)],
)  # fmt: skip
def test_who_has_the_right_no_longer_gets_no_new_token(
    party: Party, network: UUID, right: Right, end: Act, refusal: type[Exception]
):
    token(party, right)
    end(party, network)
    role, name = right
    with pytest.raises(refusal):
        token_for(party.opened, role, str(party.person(name)), "Onderwijsnetwerk" if role is Role.CORE_GROUP else None)
    assert len(party.vault.issued_tokens()) == 1


@pytest.mark.parametrize(("right", "end"), [(OFFICE, end_office), (SEAT, end_seat), (IN_PARTY, leave_party)])
def test_who_was_put_out_asks_and_does_nothing_whatever_the_table_says(party: Party, network: UUID, right: Right, end: Act):
    """Also by a session that was opened before: the right is looked up with every question and every command."""
    role, name = right
    session = party.session(role, name, network if role is Role.CORE_GROUP else None)
    end(party, network)
    before, read = party.log.last_position(), []
    for question in QUESTIONS:
        try:
            party.ask(question, session)
        except AccessDenied:
            continue
        read.append(type(question).__name__)
    for command in COMMANDS:
        with pytest.raises(AccessDenied):
            party.give_as_it_is(command, session)
    assert read == []
    assert party.log.last_position() == before


def test_a_session_of_nobody_reads_nothing(party: Party):
    for role in KNOWN:
        for question in QUESTIONS:
            with pytest.raises(AccessDenied):
                party.ask(question, Session(person=None, role=role, network=None))


def test_what_ends_for_somebody_else_ends_no_token(party: Party, network: UUID):
    end_seat(party, network)
    give_seat(party, network)
    given = token(party, SEAT)
    party.give(EndSeat(network=network, person=party.person(FOUNDERS[2]), on=date(2025, 3, 3)), party.bureau)
    assert session_of(party, given) is not None
