"""From events to facts: how well it was recorded. Most entries are neither late nor mistakes and make no row here."""

from datetime import timedelta
from typing import Any

from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Role
from domain.kernel.events import DomainEvent
from domain.networks.conversation import Conversation
from domain.networks.lessons import Lessons
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.plans.founding_plan import FoundingPlan
from projections.projectors.decisions import NETWORK_DECISIONS
from projections.projectors.registry import adds_to_record
from projections.projectors.row_writer import RowWriter
from projections.store.instants import micros
from projections.store.tables import corrections, late_entries

LATE = timedelta(days=14)


@adds_to_record(
    Membership.MemberJoined,
    Membership.MemberReturned,
    Membership.MemberLeft,
    Membership.MembershipEnded,
    Network.CoreGroupMemberAppointed,
    Network.CoreGroupMemberSteppedDown,
    Network.NetworkFounded,
    *NETWORK_DECISIONS,
    Meeting.MeetingPlanned,
    Meeting.MeetingRecorded,
    Meeting.MeetingHeld,
    Meeting.MeetingCancelled,
    AdviceRequest.AdviceRequested,
    AdviceRequest.AdviceDelivered,
    AdviceRequest.AdviceRequestDeclined,
    AdviceRequest.AdviceRequestWithdrawn,
)
def entry_recorded(writer: RowWriter, event: DomainEvent) -> None:
    if event.timestamp - event.act.at > LATE:
        writer.add(late_entries, recorded_at=micros(event.timestamp))


OF_A_NETWORK = (Network.EntryCorrected, Network.EntryWithdrawn)
MENDED = (Membership, Network, Meeting, FoundingPlan, AdviceRequest, Conversation, AdviceOffer, Lessons)


@adds_to_record(*(kind for each in MENDED for kind in (each.EntryCorrected, each.EntryWithdrawn)))
def entry_mended(writer: RowWriter, event: Any) -> None:  # noqa: ANN401  # of several aggregates
    if event.act.role is Role.CLOCK:
        return  # what follows from a closing that was taken back is no mistake of whoever recorded it
    item = writer.items.get(writer.owner)
    has_beginning = isinstance(item, Meeting | AdviceRequest | Conversation)
    says_so = item.life[0] if has_beginning and item is not None else event
    network = event.originator_id if isinstance(event, OF_A_NETWORK) else getattr(says_so, "network", None)
    writer.add(
        corrections,
        network=None if network is None else str(network),
        of=event.of,
        withdrawn=type(event).__name__ == "EntryWithdrawn",
        begun_by=f"{writer.owner}:1" if has_beginning else None,
    )
