"""From events to facts: how well it was recorded. Most entries are neither late nor mistakes and make no row here."""

from datetime import timedelta

from domain.kernel.events import DomainEvent
from domain.networks.membership import Membership
from domain.networks.network import Network
from projections.projectors.registry import registers
from projections.projectors.row_writer import Facts
from projections.store.instants import micros
from projections.store.tables import corrections, late_entries

LATE = timedelta(days=14)


@registers(
    Membership.MemberJoined,
    Membership.MemberReturned,
    Membership.MemberLeft,
    Membership.MembershipEnded,
    Network.CoreGroupMemberAppointed,
    Network.CoreGroupMemberSteppedDown,
)
def entry_recorded(facts: Facts, event: DomainEvent) -> None:
    """An entry was recorded long after it happened."""
    if event.timestamp - event.act.at > LATE:
        facts.add(late_entries, recorded_at=micros(event.timestamp))


@registers(Membership.EntryCorrected)
def membership_entry_corrected(facts: Facts, event: Membership.EntryCorrected) -> None:
    """An entry of a membership happened at another moment."""
    facts.add(corrections, network=str(event.network), of=event.of, withdrawn=False, begun_by=None)


@registers(Membership.EntryWithdrawn)
def membership_entry_withdrawn(facts: Facts, event: Membership.EntryWithdrawn) -> None:
    """An entry of a membership was a mistake."""
    facts.add(corrections, network=str(event.network), of=event.of, withdrawn=True, begun_by=None)


@registers(Network.EntryCorrected)
def network_entry_corrected(facts: Facts, event: Network.EntryCorrected) -> None:
    """A seat, or the network itself, began or ended at another moment."""
    facts.add(corrections, network=facts.owner, of=event.of, withdrawn=False, begun_by=None)


@registers(Network.EntryWithdrawn)
def network_entry_withdrawn(facts: Facts, event: Network.EntryWithdrawn) -> None:
    """The beginning or ending of a seat was a mistake."""
    facts.add(corrections, network=facts.owner, of=event.of, withdrawn=True, begun_by=None)
