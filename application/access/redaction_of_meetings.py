"""What a role sees of meetings: day and band of those of sensitive networks, and who was there only in a core group."""

from typing import TypeVar

from application.access.people import banded, counts_exactly, is_sensitive_now, members_now, named, veiled
from application.access.scopes import Reach
from application.access.visitor import is_visitor, meeting_for_visitor, open_meeting
from application.ports.vault import in_network
from application.queries.base import Many
from application.queries.meetings import Attendee, MeetingDetails, MeetingEntry, MeetingPage, Meetings
from domain.kernel.acts import Role

M = TypeVar("M", bound=MeetingEntry)


def meetings(reach: Reach, question: Meetings, answer: Many[MeetingEntry]) -> Many[MeetingEntry]:
    if is_visitor(reach.session):
        return answer.with_items(map(meeting_for_visitor, answer.items))
    shown = zip(answer.items, banded(reach, question, answer.items), strict=True)
    return answer.with_items(_as_organised(reach, entry, veil) for entry, veil in shown)


def meeting(reach: Reach, question: MeetingDetails, answer: MeetingPage) -> MeetingPage:
    """Show who was there to the core group of today, and title and number of a sensitive network only where they may be."""
    is_sensitive = answer.sensitive or is_sensitive_now(reach, answer.network)
    if is_visitor(reach.session):
        return open_meeting(answer, sensitive=is_sensitive)
    if is_sensitive and not counts_exactly(reach, answer.network, sensitive=True):
        return _as_organised(reach, answer, veiled(answer)).model_copy(update={"attendees": ()})
    may_name = not is_sensitive and not question.looks_back and reach.has_seat(answer.network)
    return answer.model_copy(update={"attendees": _attendees(reach, answer) if may_name else ()})


def _as_organised(reach: Reach, entry: M, shown: M) -> M:
    """Let the party bureau, which organises meetings with every network, see what they are about, and not how many came."""
    if reach.session.role is not Role.PARTY_BUREAU:
        return shown
    return shown.model_copy(update={name: getattr(entry, name) for name in ("title", "reason") if hasattr(entry, name)})


def _attendees(reach: Reach, answer: MeetingPage) -> tuple[Attendee, ...]:
    still = members_now(reach, answer.network, (each.reference for each in answer.attendees))
    return named(reach, in_network(answer.network), [each for each in answer.attendees if each.reference in still])
