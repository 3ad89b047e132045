"""
What is told of the size of a sensitive network changes once a quarter, whoever asks whatever about whichever moment.

Two copies of one party are asked the same. In one, people joined and left the network and took and gave up seats in this
quarter; in the other, nothing happened in it. Nobody but its core group is told anything by which the two differ.
"""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple, get_args
from uuid import UUID

import pytest

from application.access.table import KNOWN, QUERIES
from application.commands.advice import CallMembers
from application.commands.networks import AppointChair, AppointCoreGroupMember, LeaveNetwork
from application.ports.vault.sessions import Session
from application.queries import all_queries
from application.queries.auditing.reasons import ExplainedFigure
from application.queries.base import Query
from application.queries.networks import NetworkDetails, NetworkDirectory
from domain.kernel.acts import Role
from domain.kernel.errors import DomainError
from domain.networks.network import Network
from netwerkpartij.background import settle
from tests.application.command_examples import example
from tests.application.conftest import copied, party_at
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, SOMEBODY, Party

ROLES = KNOWN
NEWCOMERS = tuple(f"Nieuweling Voorbeeld {number}" for number in range(12))

BASE = datetime(2025, 4, 2, 10, tzinfo=UTC)
LATER = datetime(2025, 5, 20, 10, tzinfo=UTC)
NEXT_QUARTER = datetime(2025, 7, 3, 10, tzinfo=UTC)

MOMENTS: tuple[dict[str, Any], ...] = (
    {},
    {"on": date(2025, 4, 20)},
    {"known_at": datetime(2025, 5, 10, 12, tzinfo=UTC)},
)


class Place(NamedTuple):
    """A sensitive network, another one, and what belongs to the sensitive one."""

    network: UUID
    other: UUID
    plan: UUID
    meeting: UUID
    request: UUID


def made(party: Party) -> Place:
    plan = party.submitted(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    network, other = party.approved(plan), party.founded(FOUNDERS)
    party.join(SOMEBODY, network, consent_version=CONSENT)
    for name in NEWCOMERS:
        party.party_member(name)
    request, meeting = party.asked(network, by="Wilma Voorbeeld"), party.meeting(network)
    party.give(CallMembers(advice_request=request, closes_on=date(2025, 4, 1)), party.core_group(OTHER_FOUNDERS[0], network))
    for role in ROLES:
        party.session(role)
    party.clock.now = BASE
    settle(party.opened, nightly=True)
    return Place(network, other, plan, meeting, request)


def live(party: Party, place: Place) -> None:
    """Let people join and leave, and take and give up seats."""
    for name in NEWCOMERS:
        party.clock.pass_time(days=1)
        party.join(name, place.network, consent_version=CONSENT)
    kern = party.core_group(OTHER_FOUNDERS[0], place.network)
    party.give(LeaveNetwork(network=place.network), party.member(SOMEBODY))
    party.step_down(OTHER_FOUNDERS[3], place.network)
    party.give(AppointCoreGroupMember(network=place.network, person=party.person(NEWCOMERS[0])), kern)
    party.give(AppointChair(network=place.network, person=party.person(NEWCOMERS[0])), kern)
    party.step_down(OTHER_FOUNDERS[2], place.network)


def questions(place: Place) -> Iterator[Query[Any]]:
    """Give every question, about the network and what belongs to it."""
    about = {"network": place.network, "plan": place.plan, "meeting": place.meeting, "advice_request": place.request}
    span = {"first": date(2025, 3, 1), "last": date(2025, 5, 1)}
    items = (place.network, place.plan, place.meeting, place.request)
    for kind in all_queries():
        for item in items if "item" in kind.model_fields else items[:1]:
            for figure in get_args(ExplainedFigure) if "figure" in kind.model_fields else ("",):
                known = {**about, **span, "item": item, "figure": figure}
                for moment in MOMENTS:
                    yield example(kind, **known, **moment)


def answered(party: Party, question: Query[Any], session: Session) -> object:
    """Give an answer as it would be sent, or what is said instead; a position in the log is sent as a number in no order."""
    try:
        answer = party.ask(question, session)
    except DomainError as refusal:
        return type(refusal).__name__
    many = answer if isinstance(answer, tuple) else (answer,)
    return [json.loads(each.model_dump_json(exclude={"position"})) for each in many]


def sessions(party: Party, place: Place) -> Iterator[Session]:
    """Give a session in each role: of the core group of another network, and of those whom an item is about."""
    yield from (party.session(role) for role in ROLES if role is not Role.CORE_GROUP)
    yield party.core_group(FOUNDERS[0], place.other)
    yield party.member(OTHER_FOUNDERS[1])
    yield party.requester("Wilma Voorbeeld")


def asked(party: Party, place: Place) -> dict[tuple[str, str, str], object]:
    return {
        (question.model_dump_json(), type(question).__name__, f"{session.role} {session.person}"): answered(
            party, question, session
        )
        for session in sessions(party, place)
        for question in questions(place)
        if session.role in QUERIES[type(question)]
    }


@pytest.fixture
def place_and_copies(begun: Path, tmp_path: Path) -> tuple[Place, Party, tuple[str, str]]:
    """Make the party, and copy it."""
    with party_at(copied(begun, tmp_path / "made")) as party:
        place = made(party)
    for name in ("lively", "quiet"):
        shutil.copytree(tmp_path / "made", tmp_path / name)
    return place, party, (f"sqlite:///{tmp_path / 'lively' / 'events.db'}", f"sqlite:///{tmp_path / 'quiet' / 'events.db'}")


def told(known: Party, place: Place, url: str, now: datetime, *, lively: bool) -> dict[tuple[str, str, str], object]:
    with party_at(url, BASE, known) as party:
        if lively:
            live(party, place)
        party.clock.now = now
        settle(party.opened, nightly=True)
        party.clock.pass_time(minutes=1)
        return asked(party, place)


def test_within_a_quarter_nobody_is_told_anything_of_a_size(place_and_copies: tuple[Place, Party, tuple[str, str]]):
    place, party, (lively, quiet) = place_and_copies
    of_lively, of_quiet = told(party, place, lively, LATER, lively=True), told(party, place, quiet, LATER, lively=False)
    differing = {key: (of_lively[key], of_quiet[key]) for key in of_lively if of_lively[key] != of_quiet[key]}
    assert sorted({(what, who.split()[0]) for _, what, who in differing}) == []
    assert len(of_lively) > 300


def test_when_a_quarter_is_over_the_band_is_another(place_and_copies: tuple[Place, Party, tuple[str, str]]):
    place, party, urls = place_and_copies
    for url, lively, band in zip(urls, (True, False), ("10-24", "0-9"), strict=True):
        with party_at(url, BASE, party) as again:
            assert again.ask(NetworkDetails(network=place.network), again.board).members_band == "0-9"
            if lively:
                live(again, place)
            again.clock.now = NEXT_QUARTER
            yesterday = again.clock.now.date() - timedelta(days=1)
            for on, told_then in ((None, band), (yesterday, band), (date(2025, 6, 29), "0-9")):
                page = again.ask(NetworkDetails(network=place.network, on=on), again.bureau)
                assert page.version == again.load(Network, place.network).public_version == 1
                assert (page.members, page.core_group, page.members_band) == (None, None, told_then)


def test_a_list_that_is_held_on_to_is_told_no_later_quarter_than_it_knew(
    place_and_copies: tuple[Place, Party, tuple[str, str]],
):
    place, party, (lively, _) = place_and_copies
    with party_at(lively, BASE, party) as again:
        for name in NEWCOMERS[:6]:
            again.join(name, place.network, consent_version=CONSENT)
        held = again.log.last_position()
        again.clock.pass_time(days=10)
        again.join(NEWCOMERS[6], place.network, consent_version=CONSENT)
        again.clock.now = NEXT_QUARTER
        for position, told_then in ((None, "10-24"), (held, "0-9")):
            entries = again.ask(NetworkDirectory(position=position), again.board).items
            assert [each.members_band for each in entries if each.network == place.network] == [told_then]
