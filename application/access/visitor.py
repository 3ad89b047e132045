"""Who asks without a session: what the access table lets them ask, and what of the answers is not for strangers."""

from typing import Any, TypeVar, cast

from application.access.people import veiled
from application.errors import UnknownItem
from application.ports.vault.sessions import Session
from application.queries.base import Query
from application.queries.meetings import MeetingEntry, MeetingPage, Meetings
from application.queries.networks import NetworkEntry, NetworkPage
from application.queries.plans import DecisionEntry, DecisionRegister
from domain.kernel.acts import Role, is_reference
from domain.networks.meeting import MeetingAudience

R = TypeVar("R")
N = TypeVar("N", bound=NetworkEntry)
M = TypeVar("M", bound=MeetingEntry)

VISITOR = Session(person=None, role=Role.VISITOR, network=None)
"""The session of who has none: it is of nobody, and no token gives it."""


def is_visitor(session: Session) -> bool:
    return session.role is Role.VISITOR


def for_visitor(question: Query[R]) -> Query[R]:
    """Give a question about meetings or decisions without those that are not for strangers; others ask for it in vain."""
    hidden: dict[str, Any] = {}
    if isinstance(question, Meetings):
        hidden = {"hides_closed": True}
    if isinstance(question, DecisionRegister):
        hidden = {"hides_sensitive": True}
    return question.model_copy(update=hidden)


def network_for_visitor(entry: N, *, sensitive: bool) -> N:
    """
    Give a network as strangers see it: how many members it has, and nothing by which its core group is judged.

    Of a sensitive one they see what stands on its card, and its purpose.
    """
    shown = entry.model_copy(update={"core_group": None, "below_minimum": None})
    if not isinstance(shown, NetworkPage):
        return shown
    page = shown.model_copy(update={"repair_by": None, "has_chair": None})
    return cast("N", _card_and_purpose(page) if sensitive else page)


def _card_and_purpose(page: NetworkPage) -> NetworkPage:
    purpose = page.agreements.model_copy(update={"organisation": None, "ends_on": None, "intended_cooperation": None})
    nothing = dict.fromkeys(("existed_since", "pilot", "plan", "plan_version", "rules_version"))
    return page.model_copy(update={**nothing, "former_names": (), "agreements": purpose})


def meeting_for_visitor(entry: M) -> M:
    """Give a meeting as strangers see it: what, when, where and for whom, and not how many came."""
    told: dict[str, object] = {name: getattr(entry, name) for name in ("title", "begins", "place")}
    return veiled(entry).model_copy(update=told | {"present_band": None})


def open_meeting(page: MeetingPage, *, sensitive: bool) -> MeetingPage:
    """
    Give a meeting that is open to the whole party.

    :raises UnknownItem: if it is for others, or of a sensitive network: as if it were not there
    """
    if sensitive or page.audience is not MeetingAudience.PARTY:
        raise UnknownItem(kind="Meeting", item=page.meeting)
    return meeting_for_visitor(page).model_copy(update={"attendees": (), "link": None})


def decision_for_visitor(entry: DecisionEntry) -> DecisionEntry:
    """Give a decision as it is published: by which body, when and why, and not which people had a hand in it."""
    decided = entry.decided and entry.decided.model_copy(update={"taking_part": None})
    by = entry.role.value if is_reference(entry.by) else entry.by
    conditions = tuple(each.model_copy(update={"state": None}) for each in entry.conditions)
    hidden = {"by": by, "entered_by": None, "decided": decided, "recused": (), "conditions": conditions, "tells_of_people": False}
    return entry.model_copy(update=hidden)
