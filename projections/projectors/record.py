"""From events to facts: how well it was recorded. Most entries are neither late nor mistakes and make no row here."""

from datetime import timedelta

from domain.kernel.events import DomainEvent
from domain.networks.membership import Membership
from domain.networks.network import Network
from projections.projectors.registry import adds_to_decision_register
from projections.projectors.row_writer import RowWriter
from projections.store.instants import micros
from projections.store.tables import corrections, late_entries

LATE = timedelta(days=14)


@adds_to_decision_register(
    Membership.MemberJoined,
    Membership.MemberReturned,
    Membership.MemberLeft,
    Membership.MembershipEnded,
    Network.CoreGroupMemberAppointed,
    Network.CoreGroupMemberSteppedDown,
)
def entry_recorded(writer: RowWriter, event: DomainEvent) -> None:
    """An entry was recorded long after it happened."""
    if event.timestamp - event.act.at > LATE:
        writer.add(late_entries, recorded_at=micros(event.timestamp))


@adds_to_decision_register(Membership.EntryCorrected)
def membership_entry_corrected(writer: RowWriter, event: Membership.EntryCorrected) -> None:
    """An entry of a membership happened at another moment."""
    writer.add(corrections, network=str(event.network), of=event.of, withdrawn=False, begun_by=None)


@adds_to_decision_register(Membership.EntryWithdrawn)
def membership_entry_withdrawn(writer: RowWriter, event: Membership.EntryWithdrawn) -> None:
    """An entry of a membership was a mistake."""
    writer.add(corrections, network=str(event.network), of=event.of, withdrawn=True, begun_by=None)


@adds_to_decision_register(Network.EntryCorrected)
def network_entry_corrected(writer: RowWriter, event: Network.EntryCorrected) -> None:
    """A seat, or the network itself, began or ended at another moment."""
    writer.add(corrections, network=writer.owner, of=event.of, withdrawn=False, begun_by=None)


@adds_to_decision_register(Network.EntryWithdrawn)
def network_entry_withdrawn(writer: RowWriter, event: Network.EntryWithdrawn) -> None:
    """The beginning or ending of a seat was a mistake."""
    writer.add(corrections, network=writer.owner, of=event.of, withdrawn=True, begun_by=None)
