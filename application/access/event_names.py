"""
Which events are not for everybody, and how the others are called then (docs/decisions/0039).

In a sensitive network what is about single people is for its own core group, and of a plan for one nobody's any more once the
board decided. Others are not shown it, and it is not counted either: a number that is missing would tell of a seat.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from uuid import UUID

from application.access.scopes import Reach
from application.ports.event_log import EventLog
from domain.advice.call_answer import CallAnswer
from domain.advice.request import AdviceRequest
from domain.kernel.acts import EventName, Role, is_reference
from domain.kernel.events import Aggregate
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.plans.content import BEFORE_BOARD, WRITABLE
from domain.plans.founding_plan import FoundingPlan

LeftOut = Mapping[str, Sequence[int]]
"""By the id of an item whose people are not for everybody, the versions that are not shown."""

BEFORE_DECISION = WRITABLE | BEFORE_BOARD
"""Until then a group that wants a network, the bureau and the board name who was asked for a seat in it."""


def networks_of(item: Aggregate) -> set[UUID]:
    """Give the networks whose people an item is about."""
    if isinstance(item, Network):
        return {item.id}
    if isinstance(item, AdviceRequest):
        return {*item.networks, *(each.network for each in item.life if isinstance(each, PUT_TO_NETWORK))}
    network = getattr(item, "network", None)
    return set() if network is None else {network}


PUT_TO_NETWORK = (AdviceRequest.AdviceRequested, AdviceRequest.AdviceRequestRedirected)


def left_out(log: EventLog, items: Iterable[Aggregate], may_see: Callable[[UUID], bool] = lambda _: False) -> LeftOut:
    """
    Give what is not shown of each item whose people are not for everybody.

    :param may_see: of which networks whoever asks sees the people: of none, when left out
    """
    items = list(items)
    networks = {each for item in items for each in networks_of(item)}
    found = log.load_many(networks)
    hidden = {item for item, each in found.items() if isinstance(each, Network) and each.sensitive and not may_see(item)}
    return {str(each.id): _about_people(each) for each in items if _is_of_few(each, hidden)}


def _is_of_few(item: Aggregate, hidden: set[UUID]) -> bool:
    if isinstance(item, FoundingPlan):
        return (item.content.sensitive or item.network in hidden) and item.status not in BEFORE_DECISION
    return not hidden.isdisjoint(networks_of(item))


def _about_people(item: Aggregate) -> Sequence[int]:
    """Give the versions of an item that are about single people."""
    if isinstance(item, Network):
        return item.about_core_group
    everything = isinstance(item, Membership | CallAnswer)
    return [each.originator_version for each in item.life if everything or "reference" in type(each).model_fields]


def left_out_of(reach: Reach, item: UUID) -> Sequence[int] | None:
    """Give what is not shown of one item to whoever asks; None when its people are for them."""
    return left_out(reach.log, reach.log.load_many([item]).values(), reach.has_seat).get(str(item))


def keeps_requester(item: Aggregate | None, role: Role) -> bool:
    """Say whether it is not for a role who asked: of a closed request, for all but those who read it."""
    return isinstance(item, AdviceRequest) and item.closed and role not in READS_CLOSED


OF_REQUESTER = frozenset({"requester", "recorded_by"})
"""What events of a request say of who asked."""


def without_person(by: str, role: Role, hidden: Iterable[Role]) -> str:
    """Give who did something, where people in some roles are not for everybody: a member or the core group, and not which one."""
    return role.value if is_reference(by) and role in hidden else by


READS_CLOSED = frozenset({Role.REQUESTER, Role.CORE_GROUP, Role.MEMBER})
"""Of requesters only whoever asked, of core groups only those that were asked, of members with a closed one only experts."""

OF_MEMBERS = frozenset({Role.MEMBER, Role.CORE_GROUP})


def nameless_roles(item: Aggregate | None, hidden: LeftOut, role: Role) -> frozenset[Role]:
    """Give in which roles people have done something with an item of whom it is not said who they are."""
    members = OF_MEMBERS if item is not None and str(item.id) in hidden else frozenset()
    return members | ({Role.REQUESTER} if keeps_requester(item, role) else frozenset())


def shown_version(version: int, hidden: Sequence[int]) -> int:
    """Give the number of a version among those that are shown."""
    return version - sum(each < version for each in hidden)


def recorded_version(shown: int, hidden: Sequence[int]) -> int:
    """Give the version that has a number among those that are shown."""
    for each in sorted(hidden):
        shown += each <= shown
    return shown


def shown_name(name: EventName, hidden: LeftOut) -> EventName:
    """Give what an event is called by those to whom others of its item are not shown."""
    item, _, version = name.partition(":")
    return f"{item}:{shown_version(int(version), hidden[item])}" if item in hidden else name


def recorded_name(name: EventName, reach: Reach) -> EventName:
    """Give the name that an event has in the log, of one that was read from a history."""
    item, _, shown = name.partition(":")
    return f"{item}:{recorded_version(int(shown), left_out_of(reach, UUID(item)) or ())}"
