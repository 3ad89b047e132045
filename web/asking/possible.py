"""What may be done with an item now, as its page offers it: the main deed as a button, the rest under "something else"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.commands.base import Command
from application.language.words import Words
from application.queries.acts import PossibleAct, PossibleActs
from web.asking.deed import Deed
from web.generated.deeds import serves
from web.sitemap import site
from web.visit import Visit


@dataclass(frozen=True)
class Offer:
    """One thing that can be done, and the page on which it is."""

    title: str
    address: str


@dataclass(frozen=True)
class NotNow:
    """One thing that cannot be done now: why not, and what to do first."""

    title: str
    why_not: str
    next: str


@dataclass(frozen=True)
class OfferGroup:
    """Things to do that belong together, under a heading."""

    heading: Words
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Possible:
    """
    All that can be done with an item.

    :param main: what is asked of who comes, as the page's one button
    :param groups: the rest, in the groups of the page; what is in none of them stands last, under no heading
    """

    main: Offer | None
    groups: tuple[OfferGroup, ...]
    not_now: tuple[NotNow, ...]


NOTHING = Possible(None, (), ())
REST = Words("", "")
Group = tuple[Words, Sequence[type[Command]]]


def possible(visit: Visit, item: UUID, *, main: Sequence[type[Command]] = (), groups: Sequence[Group] = ()) -> Possible:
    """
    Give what may be done with an item: nothing on a page of the past, nothing without a page of its own.

    :param main: the deeds that can be the main one, the first that may be done is it
    :param groups: headings, with what stands under each
    """
    if visit.past or (found := visit.ask_if_allowed(PossibleActs(item=item))) is None:
        return NOTHING
    offers = {each.command: offer for each in found.items if each.may and (offer := _offer(visit, each, item)) is not None}
    first = next((offers.pop(each.__name__) for each in main if each.__name__ in offers), None)
    listed = tuple(_listed(offers, groups))
    refused = (NotNow(each.title or "", each.why_not or "", each.next or "") for each in found.items if not each.may)
    return Possible(first, listed, tuple(refused))


def _listed(offers: dict[str, Offer], groups: Iterable[Group]) -> Iterator[OfferGroup]:
    for heading, commands in groups:
        named = [offers.pop(each.__name__) for each in commands if each.__name__ in offers]
        if named:
            yield OfferGroup(heading, tuple(named))
    if offers:
        yield OfferGroup(REST, tuple(offers.values()))


def _offer(visit: Visit, act: PossibleAct, item: UUID) -> Offer | None:
    of = next((each for each in site().deeds.values() if _is_for(each, act, visit)), None)
    return None if of is None else Offer(visit.tell(of.title), _address(visit, of, item))


def _is_for(of: Deed, act: PossibleAct, visit: Visit) -> bool:
    """Say whether a deed does this for who comes, and is about one item and nothing else, so that its address follows from it."""
    return of.command.__name__ == act.command and serves(of, visit.session.role) and len(_places(of)) == 1


def _places(of: Deed) -> list[str]:
    return re.findall(r"{(\w+)}", of.at)


def _address(visit: Visit, of: Deed, item: UUID) -> str:
    (name,) = _places(of)
    written = visit.network_addresses.get(item, str(item)) if name == "network" else str(item)
    return visit.address(of.at.replace(f"{{{name}}}", written))
