"""From events to facts: the seats of core groups, and corrections of a network's events."""

from domain.acts import EventName, Reference
from domain.entries import Entry, begins, corrected, ends, withdrawn
from domain.events import DomainEvent, event_name
from domain.membership import membership_id
from domain.network import Network
from projections.facts import Facts, Row, micros
from projections.network_projector import change_network, mend_network
from projections.periods import follow, kept, told
from projections.projectors import owner_of, tells
from projections.tables import networks, seat_periods, seats


@tells(Network.CoreGroupMemberAppointed)
def appointed(facts: Facts, event: Network.CoreGroupMemberAppointed) -> None:
    """Somebody takes a seat."""
    entries = (*_entries(facts, event, event.reference), begins(event.act, facts.event))
    _tell(facts, event, event.reference, entries)


@tells(Network.CoreGroupMemberSteppedDown)
def stepped_down(facts: Facts, event: Network.CoreGroupMemberSteppedDown) -> None:
    """Somebody's seat ends."""
    entries = (*_entries(facts, event, event.reference), ends(event.act, facts.event))
    _tell(facts, event, event.reference, entries)


@tells(Network.EntryCorrected)
def entry_corrected(facts: Facts, event: Network.EntryCorrected) -> None:
    """A seat, or the network itself, began or ended at another moment."""
    network = facts.only(networks)
    if event.of == network["begun_by"]:
        mend_network(facts, event, begun_at=micros(event.at))
    elif event.of == network["closed_by"]:
        mend_network(facts, event, closed_at=micros(event.at))
    else:
        reference = _whose(facts, event, event.of)
        _tell(facts, event, reference, corrected(_entries(facts, event, reference), event.of, event.at))


@tells(Network.EntryWithdrawn)
def entry_withdrawn(facts: Facts, event: Network.EntryWithdrawn) -> None:
    """The beginning or ending of a seat no longer counts."""
    reference = _whose(facts, event, event.of)
    _tell(facts, event, reference, withdrawn(_entries(facts, event, reference), event.of))


def _row(facts: Facts, owner: str, reference: Reference) -> Row | None:
    return next((row for row in facts.of(seats) if row["reference"] == reference), None)


def _entries(facts: Facts, event: DomainEvent, reference: Reference) -> tuple[Entry, ...]:
    row = _row(facts, facts.owner, reference)
    return () if row is None else told(facts.owner, row["entries"])


def _whose(facts: Facts, event: DomainEvent, of: EventName) -> Reference:
    owner = facts.owner
    version = int(of.rsplit(":", 1)[1])
    return next(str(row["reference"]) for row in facts.of(seats) if any(entry[0] == version for entry in row["entries"]))


def _tell(facts: Facts, event: DomainEvent, reference: Reference, entries: tuple[Entry, ...]) -> None:
    owner, name = facts.owner, facts.event
    mend_network(facts, event)
    row = _row(facts, owner, reference)
    if row is None:
        facts.add(seats, reference=reference, entries=kept(entries))
    else:
        facts.mend(seats, row, entries=kept(entries))
    before = [row for row in facts.of(seat_periods) if row["reference"] == reference]
    membership = str(membership_id(event.originator_id, reference))
    periods = follow(facts, seat_periods, event, position, before, entries, reference=reference, membership=membership)
    is_open = any(period.ended_at is None for period in periods)
    if facts.only(networks)["chair"] == reference and not is_open:
        change_network(facts, event, chair=None)
