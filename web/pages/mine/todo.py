"""What waits for whoever is signed in: why, by when, and what to do."""

from application.language.words import Words
from application.queries.attention import AttentionItem, AttentionKind, AttentionList
from application.queries.auditing.record import History
from application.queries.networks import NetworkDirectory
from web.page import Facts, Menu, page
from web.refusals import NOT_SIGNED_IN, PageRefused
from web.visit import Visit

KINDS = ("plan", "network", "advice_request", "meeting", "pilot")


@page("/te-doen", Words("Te doen", "To do"), names_people=True, menu=Menu(10, Words("Te doen", "To do"), asks=AttentionList))
def todo(visit: Visit) -> Facts:
    """The first page of every role: what is late stands first."""
    if visit.is_visitor:
        raise PageRefused(NOT_SIGNED_IN)
    may = visit.may(AttentionList)
    listed = visit.page_of(AttentionList(), 50) if may else None
    items = sorted(listed.items, key=lambda each: not each.overdue) if listed else []
    return {
        "items": items,
        "listed": listed,
        "leads_to": lambda item: leads_to(visit, item),
        "asked": may,
        "browse": visit.may(NetworkDirectory),
    }


def leads_to(visit: Visit, item: AttentionItem) -> str | None:
    """Give the page where it can be done: that of the item, or else its history."""
    words = item.kind.value
    if item.kind in BESIDE:
        return BESIDE[item.kind].format(item=item.item, network=item.network)
    kind = next((name for name, marks in MARKS.items() if words.startswith(marks)), "network")
    own = item.network if kind == "network" and item.network is not None else item.item
    return visit.address_of(kind, own) if kind == "network" or visit.address_of(kind, own) else _history(visit, own)


BESIDE = {
    AttentionKind.REGISTER_DIFFERS: "/register/verschillen",
    AttentionKind.MEMBER_TO_MATCH: "/mensen/verzoeken/{item}",
    AttentionKind.LESSONS_TO_ANSWER: "/netwerken/{network}/lessen",
}
"""Where something is done that is about no item of the record, or not on a page of its own."""
MARKS = {
    "plan": ("plan-", "question-", "nomination-", "condition-", "place-"),
    "advice_request": ("advice-", "clarification-", "new-day-"),
    "pilot": ("pilot-", "group-to-talk"),
    "frozen_evaluation": ("evaluation-",),
    "person": ("address-", "privacy-"),
}
"""What an item is about, by the beginning of its kind; all else is about a network."""


def _history(visit: Visit, item: object) -> str | None:
    return visit.address(f"/geschiedenis/{item}") if visit.may(History) and not visit.is_visitor else None
