"""Who is named in the sentences of a history: looked up while it is shown, and kept nowhere (access.table says whom)."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from application.access.event_names import OF_REQUESTER, keeps_requester, left_out, nameless_roles, shown_name, without_person
from application.access.people import counts_exactly, is_sensitive_now, members_now
from application.access.positions import Positions
from application.access.queries import SEEN_AS_ONE
from application.access.redaction.privacy import told_of_one_person
from application.access.scopes import Reach
from application.ports.vault.contexts import OFFICE, PARTY, in_network
from application.queries.auditing.oversight import CorrectionsMade, Exceptions
from application.queries.auditing.record import BoardFound, BoardMembers, EventEntry, Events, History, OfficeEntry, OfficesHeld
from application.queries.base import Many
from domain.kernel.acts import Reference, Role, is_reference
from domain.kernel.events import Aggregate
from domain.networks.conversation import Conversation
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.party.party_membership import PartyMembership
from domain.party.record_lifting import RecordLifting
from domain.party.reference_lifting import ReferenceLifting
from domain.pilot.frozen_evaluation import FrozenEvaluation
from domain.pilot.pilot import Pilot
from domain.plans.founding_plan import FoundingPlan

NAMING = Network | SEEN_AS_ONE | Membership | FoundingPlan | PartyMembership | Pilot
"""Kinds of item whose history names people; that of a request for advice, or of who holds which role, names nobody."""

SEES_OFFICES = frozenset({Role.PARTY_BUREAU, Role.NATIONAL_BOARD})
HOLDS_OFFICE = frozenset({*SEES_OFFICES, Role.ADMINISTRATOR})


def history(reach: Reach, question: History, answer: Many[EventEntry]) -> Many[EventEntry]:
    """
    Name those whom the role may know; leave out who was at a meeting, and for most what a core group is like.

    Where people are counted, a sensitive network's is for few.
    """
    item = reach.log.load_many([question.item]).get(question.item)
    if isinstance(item, Meeting | Conversation) and not counts_exactly(reach, item.network):
        raise reach.denied()
    if isinstance(item, ReferenceLifting | RecordLifting):
        answer = told_of_one_person(reach, item, answer)
    answer = answer.with_items(as_shown(reach, {} if item is None else {item.id: item}, answer.items))
    return _named(reach, answer, item, looks_back=question.looks_back) if isinstance(item, NAMING) else answer


def as_shown(reach: Reach, items: Mapping[UUID, Aggregate], entries: Sequence[EventEntry]) -> Iterator[EventEntry]:
    """Give entries of some items without what is not for a role: they name events as they are shown, and nobody yet."""
    told = [name for each in entries for name in (each.cause, each.data.get("of")) if isinstance(name, str)]
    others = {UUID(name.partition(":")[0]) for name in told} - items.keys()
    hidden = left_out(reach.log, [*items.values(), *reach.log.load_many(others).values()], reach.has_seat)
    for each in entries:
        item = items.get(each.aggregate)
        not_told = _hidden_in(item, reach.session.role)
        data = {name: value for name, value in each.data.items() if name not in not_told}
        if isinstance(of := data.get("of"), str):
            data["of"] = shown_name(of, hidden)
        by = without_person(each.by, each.role, nameless_roles(item, hidden, reach.session.role))
        cause = None if each.cause is None else shown_name(each.cause, hidden)
        yield each.model_copy(update={"data": data, "by": by, "cause": cause})


def events(reach: Reach, _: Events | CorrectionsMade | Exceptions, answer: tuple[EventEntry, ...]) -> tuple[EventEntry, ...]:
    """Give the events of the log other numbers: where one is in it would count those that are left out."""
    positions = Positions(reach.vault)
    return tuple(each.model_copy(update={"position": positions.shown(each.position or 0)}) for each in answer)


def _hidden_in(item: Aggregate | None, role: Role) -> frozenset[str]:
    """Name the fields left out of a history: who was there, who asked; and a number, which tells of each of so few people."""
    if isinstance(item, Meeting):
        return frozenset({"attendees"})
    if isinstance(item, FrozenEvaluation):
        return frozenset({"document", "metric_versions", "networks"})  # it has a page of its own
    if keeps_requester(item, role):
        return OF_REQUESTER
    knows_mix = role in {Role.PARTY_BUREAU, Role.CORE_GROUP}
    return frozenset({"with_experience"}) if isinstance(item, Network) and not knows_mix else frozenset()


def _named(reach: Reach, answer: Many[EventEntry], item: Aggregate, *, looks_back: bool) -> Many[EventEntry]:
    """Give a history with the names of those whom this role may know there, and with who of them has none any more."""
    holders = {reference for entry in answer.items for reference in _holders(entry)}
    others = {reference for entry in answer.items for reference in _others(entry)}
    context = context_of(item)
    people = set() if context is None else _may_know(reach, item, others, looks_back=looks_back)
    officers = holders | others if reach.session.role in SEES_OFFICES else set()
    names = reach.names(OFFICE, officers)
    known = set(reach.vault.whose(OFFICE, people | officers))
    if context is not None:
        names |= reach.names(context, people)
        known |= set(reach.vault.whose(context, people))
    erased = frozenset((people | (holders & officers)) - known)
    return answer.with_items(entry.model_copy(update={"names": names, "erased": erased}) for entry in answer.items)


def _may_know(reach: Reach, item: Aggregate, references: set[Reference], *, looks_back: bool) -> set[Reference]:
    """Give whom of the people of an item this role may know by name."""
    role = reach.session.role
    if role is Role.CORE_GROUP:
        return set() if looks_back else members_now(reach, item.network if isinstance(item, SEEN_AS_ONE) else item.id, references)
    network = getattr(item, "network", item.id)
    if (isinstance(item, FoundingPlan) and item.content.sensitive) or is_sensitive_now(reach, network):
        return set()
    if role is Role.PARTY_BUREAU:
        return references
    if isinstance(item, FoundingPlan) and (role is Role.NATIONAL_BOARD or (role is Role.MEMBER and not looks_back)):
        return references
    return set()


def context_of(item: Aggregate) -> str | None:
    """Name the context in which the people of an item have their references."""
    if isinstance(item, PartyMembership):
        return PARTY
    if isinstance(item, FoundingPlan | Membership | SEEN_AS_ONE):
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


def board_members(reach: Reach, _: BoardMembers, answer: BoardFound) -> BoardFound:
    """Name those who decide together, to themselves and to the bureau that records it."""
    names = reach.names(OFFICE, [each.reference for each in answer.members])
    return BoardFound(members=tuple(each.model_copy(update={"name": names.get(each.reference)}) for each in answer.members))


def offices(reach: Reach, _: OfficesHeld, answer: Many[OfficeEntry]) -> Many[OfficeEntry]:
    """Show names to the administrator, who gave the roles."""
    if reach.session.role is not Role.ADMINISTRATOR:
        return answer
    names = reach.names(OFFICE, [each.reference for each in answer.items])
    return answer.with_items(each.model_copy(update={"name": names.get(each.reference)}) for each in answer.items)
