"""Who is named in the sentences of a history: looked up while it is shown, and kept nowhere (access.table says whom)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from application.command_context import OFFICE, PARTY, in_network
from application.ports.event_log import EventLog
from application.ports.vault import Session, Vault
from application.queries.base import Many
from application.queries.record import EventEntry
from domain.kernel.acts import Reference, Role, is_reference
from domain.kernel.events import Aggregate
from domain.networks.conversation import Conversation
from domain.networks.lessons import Lessons
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.party_membership import PartyMembership
from domain.pilot.pilot import Pilot
from domain.plans.founding_plan import FoundingPlan

OF_A_NETWORK = (Meeting, Membership, Lessons, Conversation)
NAMING = (Network, FoundingPlan, PartyMembership, Pilot, *OF_A_NETWORK)
"""Kinds of item whose history names people; that of a request for advice, or of who holds which role, names nobody."""

SEES_OFFICES = frozenset({Role.PARTY_BUREAU, Role.NATIONAL_BOARD})
HOLDS_OFFICE = frozenset({*SEES_OFFICES, Role.ADMINISTRATOR})


@dataclass(frozen=True)
class RedactionOfHistory:
    """Somebody looking at the history of an item."""

    session: Session
    log: EventLog
    vault: Vault
    looks_back: bool

    def named(self, answer: Many[EventEntry], item: Aggregate | None, now: datetime) -> Many[EventEntry]:
        """Give a history with the names of those whom this role may know there, and with who of them has none any more."""
        if not isinstance(item, NAMING):
            return answer
        holders = {reference for entry in answer.items for reference in _holders(entry)}
        others = {reference for entry in answer.items for reference in _others(entry)}
        context = _context(item)
        people = set() if context is None else self._may_know(item, others, now)
        officers = holders | others if self.session.role in SEES_OFFICES else set()
        names = self.vault.names(OFFICE, officers)
        known = set(self.vault.whose(OFFICE, people | officers))
        if context is not None:
            names |= self.vault.names(context, people)
            known |= set(self.vault.whose(context, people))
        erased = frozenset((people | (holders & officers)) - known)
        items = tuple(entry.model_copy(update={"names": names, "erased": erased}) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    def _may_know(self, item: Aggregate, references: set[Reference], now: datetime) -> set[Reference]:
        """Give whom of the people of an item this role may know by name."""
        role = self.session.role
        if role is Role.CORE_GROUP:
            return set() if self.looks_back else self._members_now(item, references, now)
        if self._is_sensitive(item):
            return set()
        if role is Role.PARTY_BUREAU:
            return references
        if isinstance(item, FoundingPlan) and (role is Role.NATIONAL_BOARD or (role is Role.MEMBER and not self.looks_back)):
            return references
        return set()

    def _members_now(self, item: Aggregate, references: set[Reference], now: datetime) -> set[Reference]:
        if not isinstance(item, Network | Meeting | Lessons | Conversation):
            return set()
        network = item.id if isinstance(item, Network) else item.network
        wanted = {membership_id(network, reference): reference for reference in references}
        found = self.log.load_many(wanted)
        return {wanted[key] for key, each in found.items() if isinstance(each, Membership) and each.holds_at(now)}

    def _is_sensitive(self, item: Aggregate) -> bool:
        if isinstance(item, FoundingPlan) and item.content.sensitive:
            return True
        network = item if isinstance(item, Network) else self.log.load(Network, getattr(item, "network", item.id))
        return network is not None and network.sensitive


def _context(item: Aggregate) -> str | None:
    """Name the context in which the people of an item have their references."""
    if isinstance(item, PartyMembership):
        return PARTY
    if isinstance(item, FoundingPlan | Meeting | Membership | Lessons | Conversation):
        return in_network(item.network)
    return in_network(item.id) if isinstance(item, Network) else None


def _holders(entry: EventEntry) -> Iterator[Reference]:
    """Give who did it or typed it as the holder of an office."""
    if entry.entered_by is not None and is_reference(entry.entered_by):
        yield entry.entered_by
    if entry.role in HOLDS_OFFICE and is_reference(entry.by):
        yield entry.by


def _others(entry: EventEntry) -> Iterator[Reference]:
    """Give who did it otherwise, and whom it is about."""
    if entry.role not in HOLDS_OFFICE and is_reference(entry.by):
        yield entry.by
    about = entry.data.get("reference")
    if isinstance(about, str) and is_reference(about):
        yield about
