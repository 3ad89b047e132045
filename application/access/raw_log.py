"""The log as it is read by those who look over it: without what is about single people in sensitive networks."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from uuid import UUID

from application.access.event_names import (
    OF_REQUESTER,
    LeftOut,
    keeps_requester,
    left_out,
    nameless_roles,
    networks_of,
    shown_name,
    shown_version,
    without_person,
)
from application.ports.event_log import EventLog, Recorded
from domain.kernel.acts import EventName, Role
from domain.kernel.events import Aggregate
from domain.networks.membership import Membership
from domain.networks.network import Network


def read_without_people(log: EventLog, *, after: int, at_once: int, lifted: Collection[UUID] = frozenset()) -> Iterator[Recorded]:
    """
    Give the events after a position that are for those who look over the log, as they are called among these.

    :param lifted: of which sensitive networks whoever reads sees memberships and seats (docs/decisions/0042)
    """
    yield from without_people(log, batches(log, after=after, at_once=at_once), lifted)


def batches(log: EventLog, *, after: int, at_once: int, topics: Collection[str] | None = None) -> Iterator[Sequence[Recorded]]:
    """Give the events after a position as they are, some at a time."""
    while batch := log.read(after=after, limit=at_once, topics=topics):
        yield batch
        after = batch[-1].position


def without_people(log: EventLog, read: Iterable[Sequence[Recorded]], lifted: Collection[UUID]) -> Iterator[Recorded]:
    """Give of some events those that are for those who look over the log, as they are called among all of these."""
    for batch in read:
        named = (name for each in batch for name in (each.event.act.cause, _mended(each)) if name is not None)
        items = {each.event.originator_id for each in batch} | {UUID(name.partition(":")[0]) for name in named}
        found = log.load_many(items)
        hidden = left_out(log, [each for each in found.values() if not is_lifted(each, lifted)])
        shown = ((each, found.get(each.event.originator_id)) for each in batch if not _is_left_out(each, hidden))
        yield from (_shown(each, item, hidden) for each, item in shown)


def is_lifted(item: Aggregate, lifted: Collection[UUID]) -> bool:
    """Say whether an item is a network that was lifted, or a membership of one: nothing else of it is."""
    return isinstance(item, Network | Membership) and not networks_of(item).isdisjoint(lifted)


def _mended(recorded: Recorded) -> EventName | None:
    return getattr(recorded.event, "of", None)


def _is_left_out(recorded: Recorded, hidden: LeftOut) -> bool:
    return recorded.event.originator_version in hidden.get(str(recorded.event.originator_id), ())


def _shown(recorded: Recorded, about: Aggregate | None, hidden: LeftOut) -> Recorded:
    event, act, mended = recorded.event, recorded.event.act, _mended(recorded)
    by = without_person(act.by, act.role, nameless_roles(about, hidden, LOOKING_OVER))
    cause = None if act.cause is None else shown_name(act.cause, hidden)
    version = shown_version(event.originator_version, hidden.get(str(event.originator_id), ()))
    shown: dict[str, object] = {"act": act.model_copy(update={"by": by, "cause": cause}), "originator_version": version}
    if mended is not None:
        shown["of"] = shown_name(mended, hidden)
    if keeps_requester(about, LOOKING_OVER):
        shown |= dict.fromkeys(OF_REQUESTER & type(event).model_fields.keys())
    return Recorded(recorded.position, event.model_copy(update=shown))


LOOKING_OVER = Role.AUDITOR
"""Whoever reads the log sees no more of it than an auditor does."""
