"""Items that must agree, agree, whatever is typed when: the rules across items, asked before anything is saved."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import cast
from uuid import UUID

from application.access.people import counts_exactly
from application.access.scopes import Reach
from application.ports.event_log import EventLog
from application.ports.resting import RestingItems
from domain.across_items import OF_PEOPLE, Breach, breaches, grounds, reaches_back
from domain.advice.call_answer import CallAnswer
from domain.advice.request import AdviceRequest
from domain.kernel.acts import EventName
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError, MembersRestOnEntry, NothingToRestOnThen, SomethingRestsOnEntry
from domain.kernel.events import Aggregate, DomainEvent, event_name
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.network import Network


def _begins_otherwise(network: Network, before: Aggregate | None) -> bool:
    return isinstance(before, Network) and network.begun_at > before.begun_at


def _entries(happened: object) -> Iterator[EventName]:
    """Give by name what an event records, or gives another moment."""
    if isinstance(happened, DomainEvent):
        yield getattr(happened, "of", event_name(happened))


def _refusal(breach: Breach, said: Collection[EventName], items: Mapping[UUID, Aggregate], reach: Reach) -> DomainError:
    if breach.entry in said:
        return NothingToRestOnThen(ground=breach.ground, on=day_of(breach.at))
    item = items[UUID(breach.entry.rpartition(":")[0])]
    network: UUID = getattr(item, "network", item.id)
    if breach.what in OF_PEOPLE and not counts_exactly(reach, network):
        return MembersRestOnEntry()
    return SomethingRestsOnEntry(because=breach.what, on=day_of(breach.at), first=breach.way_out, entry=breach.entry)


@dataclass(frozen=True)
class Agreeing:
    """Checks what a command would change against everything that rests on it."""

    log: EventLog
    resting: RestingItems

    def must_agree(self, changed: Iterable[Aggregate], reach: Reach) -> None:
        """
        Check that nothing would be left without its ground by what is typed late or mended.

        What is recorded as it happens has met the rules of its own decision, and nothing later can rest on it.

        :param reach: of who gives the command: what members did is told to whoever may know it
        :raises NothingToRestOnThen: if what is entered or corrected would be without, at its own moment
        :raises SomethingRestsOnEntry: if something would, with what that is and of which day
        :raises MembersRestOnEntry: if something of members would, and who asks must not know of them
        """
        items = {each.id: each for each in changed}
        pending = (cast("DomainEvent", happened) for each in items.values() for happened in each.pending_events)
        if not any(reaches_back(happened, reach.now) for happened in pending):
            return
        known = self._with_all_around(items.values())
        before = {(breach.what, breach.entry) for breach in breaches(known)}
        said = {name for each in items.values() for happened in each.pending_events for name in _entries(happened)}
        for breach in breaches({**known, **items}):
            if (breach.what, breach.entry) not in before:
                raise _refusal(breach, said, {**known, **items}, reach)

    def _with_all_around(self, changed: Iterable[Aggregate]) -> dict[UUID, Aggregate]:
        """Load the items as they are without the change, what they rest on, and what rests on them."""
        items = list(changed)
        networks = {each.id for each in items if isinstance(each, Network)}
        networks |= {each.network for each in items if isinstance(each, Membership)}
        resting = set(chain.from_iterable(self.resting.on_network(network) for network in networks))
        found = self.log.load_many({each.id for each in items} | resting | grounds(items))
        moved = {each.id for each in items if isinstance(each, Network) and _begins_otherwise(each, found.get(each.id))}
        found |= self.log.load_many(set(chain.from_iterable(self.resting.members_of(network) for network in moved)))
        around = [each for each in found.values() if isinstance(each, Meeting | AdviceRequest | CallAnswer)]
        return {**found, **self.log.load_many(grounds(around) - found.keys())}
