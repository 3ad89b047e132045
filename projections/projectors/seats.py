"""From events to facts: the seats of core groups, the mix that they state, and corrections of a network's events."""

from domain.kernel.acts import EventName, Reference
from domain.kernel.entries import Entry, EntryKind, corrected, periods_of, withdrawn
from domain.networks.membership import membership_id
from domain.networks.network import Network
from projections.projectors.networks import change_network, mend_network
from projections.projectors.periods import follow, kept, now, told
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import core_group_mixes, networks, seat_periods, seats

SeatEvent = (
    Network.CoreGroupMemberAppointed | Network.CoreGroupMemberSteppedDown | Network.EntryCorrected | Network.EntryWithdrawn
)


@projects(Network.CoreGroupMemberAppointed)
def appointed(writer: RowWriter, event: Network.CoreGroupMemberAppointed) -> None:
    _tell(writer, event, event.reference, (*_entries(writer, event.reference), now(writer, EntryKind.BEGINS)))


@projects(Network.CoreGroupMemberSteppedDown)
def stepped_down(writer: RowWriter, event: Network.CoreGroupMemberSteppedDown) -> None:
    _tell(writer, event, event.reference, (*_entries(writer, event.reference), now(writer, EntryKind.ENDS)))


@projects(Network.CoreGroupMixStated)
def core_group_mix_stated(writer: RowWriter, event: Network.CoreGroupMixStated) -> None:
    mend_network(writer, event)
    writer.add(
        core_group_mixes,
        with_experience=event.with_experience,
        seats=event.seats,
        stated_at=writer.at,
        stated_by=writer.event,
    )


@projects(Network.EntryCorrected)
def entry_corrected(writer: RowWriter, event: Network.EntryCorrected) -> None:
    network, mix = writer.only(networks), _mix(writer, event.of)
    if event.of == network["begun_by"]:
        mend_network(writer, event, begun_at=micros(event.at))
    elif event.of == network["closed_by"]:
        mend_network(writer, event, closed_at=micros(event.at))
    elif mix is not None:
        mend_network(writer, event)
        writer.mend(core_group_mixes, mix, stated_at=micros(event.at))
    else:
        reference = _whose(writer, event.of)
        _tell(writer, event, reference, corrected(_entries(writer, reference), event.of, event.at))


@projects(Network.EntryWithdrawn)
def entry_withdrawn(writer: RowWriter, event: Network.EntryWithdrawn) -> None:
    mix = _mix(writer, event.of)
    if mix is not None:
        mend_network(writer, event)
        writer.drop(core_group_mixes, mix)
        return
    reference = _whose(writer, event.of)
    _tell(writer, event, reference, withdrawn(_entries(writer, reference), event.of))


def _mix(writer: RowWriter, of: EventName) -> Row | None:
    return next((row for row in writer.of(core_group_mixes) if row["stated_by"] == of), None)


def _row(writer: RowWriter, reference: Reference) -> Row | None:
    return next((row for row in writer.of(seats) if row["reference"] == reference), None)


def _entries(writer: RowWriter, reference: Reference) -> tuple[Entry, ...]:
    row = _row(writer, reference)
    return () if row is None else told(writer.owner, row["entries"])


def _whose(writer: RowWriter, of: EventName) -> Reference:
    return next(
        str(row["reference"])
        for row in writer.of(seats)
        if any(entry.event == of for entry in told(writer.owner, row["entries"]))
    )


def _tell(writer: RowWriter, event: SeatEvent, reference: Reference, entries: tuple[Entry, ...]) -> None:
    mend_network(writer, event)
    row = _row(writer, reference)
    if row is None:
        writer.add(seats, reference=reference, entries=kept(entries))
    else:
        writer.mend(seats, row, entries=kept(entries))
    before = [row for row in writer.of(seat_periods) if row["reference"] == reference]
    periods = periods_of(entries)
    membership = str(membership_id(event.originator_id, reference))
    follow(writer, seat_periods, before, periods, reference=reference, membership=membership)
    is_open = any(period.ended_at is None for period in periods)
    if writer.only(networks)["chair"] == reference and not is_open:
        change_network(writer, event, chair=None)
