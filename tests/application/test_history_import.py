"""A history file is recorded whole or not at all, and told to what is here: of others, and what people did since."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from application.commands.networks import CloseNetwork
from application.history.file import HistoryRow, HistoryRowRefused
from application.history.importing import (
    HistoryInTheFuture,
    HistoryNotInOrder,
    Imported,
    NetworkUnknown,
    PersonMissing,
    UnknownHistoryEvent,
    import_history,
)
from application.history.known import HistoryDiffers
from application.parts import in_parts
from application.ports.errors import StoreFull
from application.ports.vault.contexts import in_network
from domain.kernel.acts import IMPORT, Source
from domain.kernel.errors import DomainError
from domain.networks.errors import AlreadyInCoreGroup, NetworkClosedAlready, NotInCoreGroup
from domain.networks.membership import AlreadyMember, Membership, MembershipEnding, NotAMember
from domain.networks.name import NetworkName, NetworkNameTaken, network_name_id
from domain.networks.network import Network
from domain.pilot.rules import NetworkType
from tests.application.party import FOUNDERS, Party
from tests.vaults import people_known_as

HISTORY = ((1, "NetworkFounded", ""), (2, "MemberJoined", "p1"), (3, "MemberJoined", "p2"))


def rows_of(told: Iterable[tuple[int, str, str]], network: str = "Netwerk wonen") -> list[HistoryRow]:
    return [
        HistoryRow(line, datetime(2025, 2, day, tzinfo=UTC), network, "team", event, person)
        for line, (day, event, person) in enumerate(told, start=2)
    ]


def imported(party: Party, *told: tuple[int, str, str], network: str = "Netwerk wonen", **how: Any) -> Imported:
    return brought_in(party, rows_of(told, network), **how)


def brought_in(party: Party, rows: Sequence[HistoryRow], **how: Any) -> Imported:
    done = import_history(rows, log=party.log, vault=party.vault, now=party.clock.now, **how)
    party.clock.now = party.log.now()  # an import is recorded in the database's own time
    return done


def known_as(party: Party, name: str) -> UUID:
    name_taken = party.log.load(NetworkName, network_name_id(name))
    assert name_taken is not None
    assert name_taken.network is not None
    return name_taken.network


def test_a_network_that_was_founded_here_is_no_known_row_of_a_file(party: Party):
    party.founded(FOUNDERS, name="Netwerk zorg")
    with pytest.raises(HistoryRowRefused) as refused:
        imported(party, *HISTORY, network="netwerk zorg")
    assert (refused.value.line, type(refused.value.refusal)) == (2, NetworkNameTaken)


def test_a_file_that_grew_is_told_to_the_network_as_it_is_now(party: Party):
    assert imported(party, *HISTORY).events == 4
    network = known_as(party, "Netwerk wonen")
    party.give(CloseNetwork(network=network, reason="Het is af.", at=datetime(2025, 2, 5, tzinfo=UTC)), party.board)
    before = party.log.last_position()
    with pytest.raises(HistoryRowRefused) as refused:
        imported(party, *HISTORY, (6, "MemberJoined", "p3"))
    assert (refused.value.line, type(refused.value.refusal)) == (5, NetworkClosedAlready)
    assert party.log.last_position() == before
    assert imported(party, *HISTORY).recorded_before


def test_what_people_did_since_is_no_difference(party: Party):
    imported(party, *HISTORY)
    network = known_as(party, "Netwerk wonen")
    party.give(CloseNetwork(network=network, reason="Het is af.", at=datetime(2025, 2, 20, tzinfo=UTC)), party.board)
    grown = imported(party, *HISTORY, (4, "MemberLeft", "p1"))
    assert (grown.events, grown.known, grown.recorded_before) == (1, 3, False)


# What is recorded

PEOPLE = ("p1", "p2", "p3")
FOUNDED, CLOSED = (1, "NetworkFounded", ""), (9, "NetworkClosed", "")
LIFE = (
    FOUNDED,
    (2, "MemberJoined", "p1"),
    (2, "MemberJoined", "p2"),
    (3, "CoreGroupMemberAppointed", "p1"),
    (4, "CoreGroupMemberAppointed", "p2"),
    (5, "CoreGroupMemberSteppedDown", "p2"),
    (6, "MemberLeft", "p1"),
    (7, "MemberJoined", "p1"),
    CLOSED,
)


def of_import(party: Party) -> list[Any]:
    return [recorded.event for recorded in party.log.read(after=0, limit=1_000) if recorded.event.act.by == IMPORT]


def as_told(party: Party, events: Iterable[Any]) -> list[tuple[int, str, str]]:
    """Give day, kind and person of events; who they are is known to the vault alone."""
    network = known_as(party, "Netwerk wonen")
    known = people_known_as(party.vault, PEOPLE)
    people = {party.vault.reference(known[person], in_network(network)): person for person in PEOPLE}
    return sorted((each.act.at.day, each.TOPIC, people.get(getattr(each, "reference", ""), "")) for each in events)


def test_a_life_of_a_network_is_recorded_as_the_file_tells_it(party: Party):
    assert imported(party, *LIFE) == Imported(
        rows=9,
        known=0,
        events=13,
        networks=1,
        people=2,
        already_ended={},
        recorded_before=False,
        position=party.log.last_position(),
    )
    assert as_told(party, of_import(party)) == [
        (1, "ExistingNetworkBroughtIn", ""),
        (1, "NetworkNameGiven", ""),
        (2, "MemberJoined", "p1"),
        (2, "MemberJoined", "p2"),
        (3, "CoreGroupMemberAppointed", "p1"),
        (4, "CoreGroupMemberAppointed", "p2"),
        (5, "CoreGroupMemberSteppedDown", "p2"),
        (6, "CoreGroupMemberSteppedDown", "p1"),
        (6, "MemberLeft", "p1"),
        (7, "MemberReturned", "p1"),
        (9, "MembershipEnded", "p1"),
        (9, "MembershipEnded", "p2"),
        (9, "NetworkClosed", ""),
    ]


def test_a_network_is_brought_in_under_its_label_and_closes_with_the_memberships_in_it(party: Party):
    imported(party, *LIFE)
    (brought,) = (event for event in of_import(party) if isinstance(event, Network.ExistingNetworkBroughtIn))
    assert (brought.name, brought.network_type, brought.label) == ("Netwerk wonen", NetworkType.IMPORTED, "team")
    network = party.log.load(Network, brought.originator_id)
    assert network is not None
    endings = [event for event in of_import(party) if isinstance(event, Membership.MembershipEnded)]
    assert {(each.ending, each.act.cause) for each in endings} == {(MembershipEnding.NETWORK_CLOSED, network.closed_by)}


def test_every_event_of_a_file_is_an_act_of_the_import_at_the_moment_of_its_row(party: Party):
    imported(party, *LIFE)
    acts = [event.act for event in of_import(party)]
    assert {(act.by, act.role, act.source) for act in acts} == {(IMPORT, "administrator", Source.IMPORT)}
    assert len({act.command for act in acts}) == 1


def test_endings_that_come_too_late_are_counted_and_change_nothing(party: Party):
    late = ((8, "CoreGroupMemberSteppedDown", "p2"), (9, "NetworkClosed", ""), (9, "MemberLeft", "p1"), (9, "MemberLeft", "p2"))
    told = imported(party, *LIFE[:-1], *late)
    assert told.already_ended == {"CoreGroupMemberSteppedDown": 1, "MemberLeft": 2}
    assert told.events == len(of_import(party)) == 13


def test_a_file_without_rows_records_nothing(party: Party):
    before = party.log.last_position()
    assert imported(party) == Imported(
        rows=0, known=0, events=0, networks=0, people=0, already_ended={}, recorded_before=False, position=0
    )
    assert party.log.last_position() == before


def test_a_dry_run_says_what_would_be_recorded(party: Party):
    before = party.log.last_position()
    told = imported(party, *LIFE, dry_run=True)
    assert (told.events, told.position) == (13, 0)
    assert party.log.last_position() == before
    assert party.vault.pending_commands() == []


def test_how_far_it_came_is_told_by_the_row(party: Party):
    done: list[int] = []
    imported(party, *LIFE, progress=done.append)
    assert done == list(range(1, 10))


# What cannot be true

IMPOSSIBLE = [
    ((FOUNDED, (2, "MemberDanced", "p1")), 3, UnknownHistoryEvent),
    ((FOUNDED, (20, "MemberJoined", "p1"), (19, "MemberJoined", "p2")), 4, HistoryNotInOrder),
    (((2, "MemberJoined", "p1"),), 2, NetworkUnknown),
    ((FOUNDED, (2, "MemberJoined", "")), 3, PersonMissing),
    ((FOUNDED, FOUNDED), 3, NetworkNameTaken),
    ((FOUNDED, (2, "MemberLeft", "p1")), 3, NotAMember),
    ((FOUNDED, (2, "MemberJoined", "p1"), (2, "MemberJoined", "p1")), 4, AlreadyMember),
    ((FOUNDED, (2, "CoreGroupMemberAppointed", "p1")), 3, NotAMember),
    ((*LIFE[:7], (7, "CoreGroupMemberAppointed", "p1")), 9, NotAMember),
    ((*LIFE[:4], (4, "CoreGroupMemberAppointed", "p1")), 6, AlreadyInCoreGroup),
    ((*LIFE[:2], (4, "CoreGroupMemberSteppedDown", "p1")), 4, NotInCoreGroup),
    ((*LIFE, CLOSED), 11, NetworkClosedAlready),
    ((*LIFE, (9, "MemberJoined", "p3")), 11, NetworkClosedAlready),
]


@pytest.mark.parametrize(("told", "line", "refusal"), IMPOSSIBLE)
def test_a_row_that_cannot_be_true_refuses_the_whole_file(
    party: Party, told: tuple[tuple[int, str, str], ...], line: int, refusal: type[DomainError]
):
    before = party.log.last_position()
    with pytest.raises(HistoryRowRefused) as refused:
        imported(party, *told)
    assert (refused.value.line, type(refused.value.refusal)) == (line, refusal)
    assert (party.log.last_position(), party.vault.pending_commands()) == (before, [])


def test_what_lies_ahead_is_refused(party: Party):
    row = HistoryRow(2, party.clock.now.replace(hour=12), "Netwerk wonen", "team", "NetworkFounded", "")
    with pytest.raises(HistoryRowRefused) as refused:
        brought_in(party, [row])
    assert type(refused.value.refusal) is HistoryInTheFuture


def test_a_network_that_looks_like_one_of_the_file_is_shown(party: Party):
    rows = rows_of([FOUNDED], "Netwerk wonen") + rows_of([(2, "MemberJoined", "p1")], "Netwerk  Wonen")
    with pytest.raises(HistoryRowRefused) as refused:
        brought_in(party, rows)
    assert refused.value.refusal.facts == {"name": "Netwerk\N{OPEN BOX}\N{OPEN BOX}Wonen", "like": "Netwerk\N{OPEN BOX}wonen"}


# Some rows at a time


def stored(party: Party) -> tuple[int, list[Any], Any]:
    """Give what an import can leave behind: events, what is pending in the vault, and receipts."""
    return party.log.last_position(), list(party.vault.pending_commands()), party.opened.log.receipts()


def is_known_in_the_vault(party: Party, person: str) -> bool:
    """Say whether a person is where everybody finds them; who is made anew each time is nowhere."""
    one, other = (party.vault.pending(UUID(int=number), "0" * 64, party.clock.now) for number in (1, 2))
    return one.people_known_as([person])[person].id == other.people_known_as([person])[person].id


@pytest.mark.parametrize("at_once", [1, 2, 3, 5, 100])
def test_how_many_rows_are_told_together_makes_no_difference(party: Party, at_once: int):
    told = imported(party, *LIFE, at_once=at_once)
    assert (told.rows, told.events, told.networks, told.people) == (9, 13, 1, 2)
    events = as_told(party, of_import(party))
    assert (len(events), events[-3:]) == (
        13,
        [(9, "MembershipEnded", "p1"), (9, "MembershipEnded", "p2"), (9, "NetworkClosed", "")],
    )
    assert imported(party, *LIFE, at_once=at_once).recorded_before


@pytest.mark.parametrize("at_once", [1, 2, 3, 5, 100])
def test_a_file_that_grew_is_compared_part_by_part(party: Party, at_once: int):
    imported(party, *LIFE[:4], at_once=at_once)
    with pytest.raises(HistoryRowRefused) as refused:
        imported(party, *LIFE[:3], (3, "CoreGroupMemberAppointed", "p2"), *LIFE[5:], at_once=at_once)
    assert (refused.value.line, type(refused.value.refusal)) == (5, HistoryDiffers)
    assert imported(party, *LIFE, at_once=at_once).events == 8


@pytest.mark.parametrize("at_once", [1, 2, 4])
def test_a_row_that_is_refused_after_others_were_told_leaves_nothing(party_on_each: Party, at_once: int):
    before = stored(party_on_each)
    with pytest.raises(HistoryRowRefused) as refused:
        imported(party_on_each, *LIFE, (9, "MemberJoined", "p3"), at_once=at_once)
    assert refused.value.line == 11
    assert stored(party_on_each) == before
    assert not is_known_in_the_vault(party_on_each, "p1")


class DiskTroubleError(Exception):
    """Something that no database says."""


@pytest.mark.parametrize("trouble", [StoreFull("no room"), DiskTroubleError("the draft cannot be read")])
def test_what_goes_wrong_while_the_second_part_is_recorded_leaves_nothing(
    party_on_each: Party, monkeypatch: pytest.MonkeyPatch, trouble: Exception
):
    before = stored(party_on_each)
    written: list[Sequence[Any]] = []

    def broken(events: Iterable[Any], _: int) -> Iterator[Sequence[Any]]:
        for part in in_parts(events, 3):
            if len(written) == 2:
                raise trouble
            written.append(part)
            yield part

    with monkeypatch.context() as patched:
        for recorder in ("sqlite", "postgres"):
            patched.setattr(f"infrastructure.event_store.{recorder}_recorder.in_parts", broken)
        with pytest.raises(type(trouble)):
            imported(party_on_each, *LIFE)
    assert len(written) == 2
    position, pending, receipts = stored(party_on_each)
    assert (position, receipts) == (before[0], before[2])
    assert len(pending) == (0 if isinstance(trouble, StoreFull) else 1)  # of which nobody knows: the clock settles it
    assert imported(party_on_each, *LIFE).events == 13
    assert stored(party_on_each)[1] == []
    assert is_known_in_the_vault(party_on_each, "p1")


# A file that grew


def test_a_file_that_grew_records_what_is_new_and_the_same_again_nothing(party: Party):
    imported(party, *LIFE[:4])
    before = of_import(party)
    grown = imported(party, *LIFE)
    assert (grown.rows, grown.known, grown.events, grown.people) == (9, 4, 8, 2)
    assert as_told(party, of_import(party)[len(before) :]) == [
        (4, "CoreGroupMemberAppointed", "p2"),
        (5, "CoreGroupMemberSteppedDown", "p2"),
        (6, "CoreGroupMemberSteppedDown", "p1"),
        (6, "MemberLeft", "p1"),
        (7, "MemberReturned", "p1"),
        (9, "MembershipEnded", "p1"),
        (9, "MembershipEnded", "p2"),
        (9, "NetworkClosed", ""),
    ]
    position = party.log.last_position()
    for again in (LIFE, LIFE[:4], LIFE[:2]):
        assert imported(party, *again).recorded_before
    assert party.log.last_position() == position


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ((FOUNDED, (2, "MemberJoined", "p2"), (3, "MemberJoined", "p3")), 3),
        ((FOUNDED, (2, "MemberJoined", "p3"), *LIFE[1:4], (4, "MemberLeft", "p2")), 3),
        ((*LIFE[:2], (2, "MemberJoined", "p3"), *LIFE[2:]), 4),
        ((*LIFE[:3], *LIFE[4:]), 5),
    ],
)
def test_a_file_that_tells_otherwise_what_was_recorded_is_refused(
    party: Party, told: tuple[tuple[int, str, str], ...], line: int
):
    imported(party, *LIFE[:4])
    before = party.log.last_position()
    with pytest.raises(HistoryRowRefused) as refused:
        imported(party, *told)
    assert (refused.value.line, type(refused.value.refusal)) == (line, HistoryDiffers)
    assert party.log.last_position() == before
