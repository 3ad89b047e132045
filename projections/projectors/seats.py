"""From events to facts: the seats of core groups, the mix that they state, and corrections of a network's events."""

from domain.kernel.acts import EventName, Reference
from domain.kernel.entries import Entry, EntryKind, corrected, periods_of, withdrawn
from domain.networks.membership import membership_id
from domain.networks.network import Network
from projections.projectors.networks import change_network, mend_network
from projections.projectors.periods import follow, kept, now, told
from projections.projectors.registry import tells
from projections.projectors.row_writer import Facts
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import core_group_mixes, networks, seat_periods, seats

SeatEvent = (
    Network.CoreGroupMemberAppointed | Network.CoreGroupMemberSteppedDown | Network.EntryCorrected | Network.EntryWithdrawn
)


@tells(Network.CoreGroupMemberAppointed)
def appointed(facts: Facts, event: Network.CoreGroupMemberAppointed) -> None:
    """Somebody takes a seat."""
    _tell(facts, event, event.reference, (*_entries(facts, event.reference), now(facts, EntryKind.BEGINS)))


@tells(Network.CoreGroupMemberSteppedDown)
def stepped_down(facts: Facts, event: Network.CoreGroupMemberSteppedDown) -> None:
    """Somebody's seat ends."""
    _tell(facts, event, event.reference, (*_entries(facts, event.reference), now(facts, EntryKind.ENDS)))


@tells(Network.CoreGroupMixStated)
def core_group_mix_stated(facts: Facts, event: Network.CoreGroupMixStated) -> None:
    """A core group states of how many kinds of people it is."""
    change_network(facts, event)
    facts.add(
        core_group_mixes,
        with_experience=event.with_experience,
        seats=event.seats,
        stated_at=facts.at,
        stated_by=facts.event,
    )


@tells(Network.EntryCorrected)
def entry_corrected(facts: Facts, event: Network.EntryCorrected) -> None:
    """A seat, or the network itself, began or ended, or a mix was stated, at another moment."""
    network, mix = facts.only(networks), _mix(facts, event.of)
    if event.of == network["begun_by"]:
        mend_network(facts, event, begun_at=micros(event.at))
    elif event.of == network["closed_by"]:
        mend_network(facts, event, closed_at=micros(event.at))
    elif mix is not None:
        mend_network(facts, event)
        facts.mend(core_group_mixes, mix, stated_at=micros(event.at))
    else:
        reference = _whose(facts, event.of)
        _tell(facts, event, reference, corrected(_entries(facts, reference), event.of, event.at))


@tells(Network.EntryWithdrawn)
def entry_withdrawn(facts: Facts, event: Network.EntryWithdrawn) -> None:
    """The beginning or ending of a seat, or a mix that was stated, no longer counts."""
    mix = _mix(facts, event.of)
    if mix is not None:
        mend_network(facts, event)
        facts.drop(core_group_mixes, mix)
        return
    reference = _whose(facts, event.of)
    _tell(facts, event, reference, withdrawn(_entries(facts, reference), event.of))


def _mix(facts: Facts, of: EventName) -> Row | None:
    return next((row for row in facts.of(core_group_mixes) if row["stated_by"] == of), None)


def _row(facts: Facts, reference: Reference) -> Row | None:
    return next((row for row in facts.of(seats) if row["reference"] == reference), None)


def _entries(facts: Facts, reference: Reference) -> tuple[Entry, ...]:
    row = _row(facts, reference)
    return () if row is None else told(facts.owner, row["entries"])


def _whose(facts: Facts, of: EventName) -> Reference:
    return next(
        str(row["reference"]) for row in facts.of(seats) if any(entry.event == of for entry in told(facts.owner, row["entries"]))
    )


def _tell(facts: Facts, event: SeatEvent, reference: Reference, entries: tuple[Entry, ...]) -> None:
    mend_network(facts, event)
    row = _row(facts, reference)
    if row is None:
        facts.add(seats, reference=reference, entries=kept(entries))
    else:
        facts.mend(seats, row, entries=kept(entries))
    before = [row for row in facts.of(seat_periods) if row["reference"] == reference]
    periods = periods_of(entries)
    membership = str(membership_id(event.originator_id, reference))
    follow(facts, seat_periods, before, periods, reference=reference, membership=membership)
    is_open = any(period.ended_at is None for period in periods)
    if facts.only(networks)["chair"] == reference and not is_open:
        change_network(facts, event, chair=None)
