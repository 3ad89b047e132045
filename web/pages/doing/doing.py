"""What somebody can do in their role that begins something, and what can be done with one thing."""

from collections.abc import Iterator
from uuid import UUID

from application.language.words import Words
from application.queries.acts import PossibleActs
from application.queries.auditing.record import WhoAmI
from web.asking.deed import Deed
from web.asking.possible import possible
from web.drawing.marks import mark_of
from web.generated.deeds import FROM_OUTSIDE, serves
from web.page import Facts, Menu, page
from web.refusals import NOT_SIGNED_IN, PageRefused
from web.sitemap import site
from web.visit import Visit

TO_DO = Words("Iets doen", "Do something")


@page("/doen", TO_DO, has_past=False, menu=Menu(70, TO_DO, asks=WhoAmI))
def doing(visit: Visit) -> Facts:
    """All that a role can begin, and the networks with which something can be done."""
    if visit.is_visitor:
        raise PageRefused(NOT_SIGNED_IN)
    listed = sorted((visit.tell(each.title), each.at) for each in _beginnings(visit))
    return {"listed": listed, "networks": [each for each in visit.networks if visit.may(PossibleActs)]}


def _beginnings(visit: Visit) -> Iterator[Deed]:
    """Give the deeds that are about nothing that is there already: of each command one, the one that was made by hand first."""
    seen, role = set(), visit.session.role
    for each in site().deeds.values():
        by_phone = "source" in each.says and role in FROM_OUTSIDE
        if "{" not in each.at and each.command not in seen and serves(each, role) and not by_phone:
            seen.add(each.command)
            yield each


@page("/geschiedenis/{item}/doen", Words("Wat u hiermee kunt doen", "What you can do with this"), has_past=False)
def something_else(visit: Visit, item: UUID) -> Facts:
    """All that can be done with one thing now, and why the rest cannot."""
    network = item if visit.name_of(item) else None
    return {
        "name": visit.name_of(item),
        "possible": possible(visit, item),
        "network_address": network and visit.address_of("network", network),
    }


@page("/mijn/kenmerk", Words("Uw kenmerk", "Your mark"), has_past=False, names_people=True)
def mark(visit: Visit) -> Facts:
    """By what somebody can be named in a form by who may not look people up."""
    me = visit.ask(WhoAmI())
    return {"mark": mark_of(me.person) if me.person is not None else None, "role": me.role}
