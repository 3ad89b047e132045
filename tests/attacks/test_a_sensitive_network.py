"""
An attacker who is told whatever any role is told, of random lives of a sensitive network.

The attacker asks every question in every role but that of the network's own core group, of several days and moments, and tries
commands about people. Of all lives but one it knows the truth, and it remembers everything it was told: two lives that were told
differently in a single word are no riddle to it. It guesses the life that it does not know as well as anybody could.
"""

import json
import random
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, get_args
from uuid import UUID

import pytest

from application.access import commands as access_to_commands
from application.access import event_names
from application.access.table import QUERIES
from application.command_handler import CommandResult
from application.commands.base import Command
from application.commands.networks import (
    AppointCoreGroupMember,
    EndorsePurpose,
    LeaveNetwork,
    OfferSeats,
    StateCoreGroupMix,
    TakeSeat,
    WithdrawEntry,
)
from application.queries import all_queries
from application.queries.auditing.reasons import ExplainedFigure
from application.queries.auditing.record import History
from application.queries.base import Query
from application.queries.networks import NetworkDetails
from domain.kernel.acts import Role
from domain.kernel.entries import Mistake
from domain.kernel.errors import DomainError
from netwerkpartij.background import settle
from projections.reading import size_told
from tests.application.command_examples import example
from tests.application.conftest import copied, party_at
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, Party

LIVES = 4
PEOPLE = tuple(f"Iemand Verzonnen {number}" for number in range(10))
SUSPECT = PEOPLE[0]
BEGIN = datetime(2025, 4, 2, 10, tzinfo=UTC)
TODAY = datetime(2025, 6, 25, 10, tzinfo=UTC)
ROLES = (Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR, Role.MEMBER)
MOMENTS: tuple[dict[str, Any], ...] = ({}, {"on": date(2025, 5, 20), "known_at": datetime(2025, 6, 1, 12, tzinfo=UTC)})


class Life(NamedTuple):
    """What is true of one life, and all that was told of it."""

    members: int
    seats: int
    suspect: bool
    told: str


def lived(party: Party, network: UUID, chance: random.Random) -> tuple[int, int, bool]:
    """Let people join and leave on random days, and take and give up seats; tell how many there are then, and who."""
    days = sorted(chance.randrange(75) for _ in PEOPLE)
    joining = [name for name in PEOPLE if chance.random() < chance.choice((0.3, 0.6, 0.9))]
    stayed: list[str] = []
    kern = party.core_group(OTHER_FOUNDERS[0], network)
    seats = len(OTHER_FOUNDERS)
    for day, name in zip(days, joining, strict=False):
        party.clock.now = max(party.clock.now, BEGIN + timedelta(days=day))
        party.join(name, network, consent_version=CONSENT)
        stayed.append(name)
        if chance.random() < 0.3:
            party.give(AppointCoreGroupMember(network=network, person=party.person(name)), kern)
            seats += 1
        elif chance.random() < 0.3:
            party.give(LeaveNetwork(network=network), party.member(name))
            stayed.remove(name)
    for name in OTHER_FOUNDERS[2:]:
        if chance.random() < 0.5:
            party.step_down(name, network)
            seats -= 1
    return len(OTHER_FOUNDERS) + len(stayed), seats, SUSPECT in stayed


def whatever_is_told(party: Party, network: UUID, plan: UUID) -> Iterator[object]:
    for session in (*(party.session(role) for role in ROLES), party.member(OTHER_FOUNDERS[1])):
        for question in questions(network, plan):
            if session.role in QUERIES[type(question)]:
                yield said(partial(party.ask, question, session))
    for command in tried(party, network):
        for session in (party.bureau, party.board):
            yield said(partial(party.give, command, session))
    yield said(partial(party.give, TakeSeat(network=network), party.member(FOUNDERS[0])))
    for session in (party.bureau, party.board):  # what came of the offer
        yield party.ask(NetworkDetails(network=network), session).version
        yield [each.type for each in party.ask(History(item=network), session).items]  # ids of commands differ in each copy


def questions(network: UUID, plan: UUID) -> Iterator[Query[Any]]:
    for kind in all_queries():
        for item in (network, plan) if "item" in kind.model_fields else (network,):
            for figure in get_args(ExplainedFigure) if "figure" in kind.model_fields else ("",):
                span = {"first": date(2025, 4, 1), "last": date(2025, 6, 20)}
                for moment in MOMENTS:
                    yield example(kind, network=network, plan=plan, item=item, figure=figure, **span, **moment)


def tried(party: Party, network: UUID) -> Iterator[Command]:
    suspect = party.person(SUSPECT)
    yield EndorsePurpose(network=network, purpose_version=99, person=suspect)
    yield LeaveNetwork(network=network, person=suspect)
    yield AppointCoreGroupMember(network=network, person=suspect)
    yield StateCoreGroupMix(network=network, with_experience=100)
    yield OfferSeats(network=network, until=date(2026, 1, 1))
    yield from (WithdrawEntry(of=f"{network}:{number}", mistake=Mistake.DID_NOT_HAPPEN) for number in range(2, 12))


def said(ask: Callable[[], Any]) -> object:
    try:
        answer = ask()
    except DomainError as refusal:
        return [refusal.code, str(refusal)]
    if isinstance(answer, CommandResult):
        return answer.data.model_dump_json()
    many = answer if isinstance(answer, tuple) else (answer,)
    # Where an event is in the log is told by a number that is another one in each copy of it.
    return [json.loads(each.model_dump_json(exclude={"position"})) for each in many]


def lives(begun: Path, folder: Path, seed: int, many: int = LIVES) -> list[Life]:
    """Make one party, let it live in several ways, and write down what is true and what is told."""
    with party_at(copied(begun, folder / "made")) as party:
        plan = party.submitted(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
        network = party.approved(plan)
        party.founded(FOUNDERS)
        for name in PEOPLE:
            party.party_member(name)
        for role in ROLES:
            party.session(role)
        party.clock.now = BEGIN
        settle(party.opened, nightly=True)
    found = []
    for number in range(many):
        shutil.copytree(folder / "made", folder / str(number))
        with party_at(f"sqlite:///{folder / str(number) / 'events.db'}", BEGIN, party) as copy:
            truth = lived(copy, network, random.Random(f"{seed}/{number}"))  # noqa: S311  # no secret
            copy.clock.now = TODAY
            settle(copy.opened, nightly=True)
            found.append(Life(*truth, told=json.dumps(list(whatever_is_told(copy, network, plan)))))
    return found


def score(found: list[Life], truth: Callable[[Life], object]) -> float:
    """Give how often the best guess is right for whoever knows which truths go with what is told."""
    by_told: dict[str, Counter[object]] = defaultdict(Counter)
    for life in found:
        by_told[life.told][truth(life)] += 1
    return sum(counted.most_common(1)[0][1] for counted in by_told.values()) / len(found)


def guessing(found: list[Life], truth: Callable[[Life], object]) -> float:
    """Give how often it is right for whoever is told nothing, and knows only how lives are."""
    return Counter(map(truth, found)).most_common(1)[0][1] / len(found)


TRUTHS: Mapping[str, Callable[[Life], object]] = {
    "members": lambda life: life.members,
    "seats": lambda life: life.seats,
    "suspect": lambda life: life.suspect,
}


def told(what: str, found: list[Life]) -> float:
    """Say how often the attacker is right (shown by ``pytest -s``), and give by how much that is better than guessing."""
    right, guessed = score(found, TRUTHS[what]), guessing(found, TRUTHS[what])
    sys.stdout.write(f"{what}: right in {right:.0%} of {len(found)} lives, by guessing in {guessed:.0%}\n")
    return right - guessed


def test_the_attacker_does_no_better_than_guessing(begun: Path, tmp_path: Path):
    found = lives(begun, tmp_path, seed=random.randrange(10**6))  # noqa: S311  # no secret
    for what, truth in TRUTHS.items():
        told(what, found)
        assert score(found, truth) == guessing(found, truth), sorted(map(str, map(truth, found)))


@pytest.mark.parametrize("broken", ["size", "people", "refusals"])
def test_the_attacker_succeeds_when_a_rule_is_broken(begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str):
    if broken == "size":
        monkeypatch.setattr(size_told, "told_of", lambda as_of: as_of)
        monkeypatch.setattr(size_told, "band", str)
    elif broken == "people":
        monkeypatch.setattr(event_names, "_is_of_few", lambda _item, _hidden: False)
    else:
        monkeypatch.setattr(access_to_commands, "_must_name_nobody_in_sensitive_network", lambda _command, _reach: None)
    found = lives(begun, tmp_path, seed=1, many=2)  # of two that differ it sees which is which
    better = [told(what, found) for what in TRUTHS]
    assert max(better) > 0.3
