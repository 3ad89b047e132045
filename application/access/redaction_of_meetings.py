"""What a role sees of meetings: day and band of those of sensitive networks, and who was there only in a core group."""

from application.access.people import banded, counts_exactly, is_sensitive_now, members_now, named, veiled
from application.access.scopes import Reach
from application.ports.vault import in_network
from application.queries.base import Many
from application.queries.meetings import Attendee, MeetingDetails, MeetingEntry, MeetingPage, Meetings


def meetings(reach: Reach, question: Meetings, answer: Many[MeetingEntry]) -> Many[MeetingEntry]:
    return answer.with_items(banded(reach, question, answer.items))


def meeting(reach: Reach, question: MeetingDetails, answer: MeetingPage) -> MeetingPage:
    """Show who was there to the core group of today, and title and number of a sensitive network only where they may be."""
    is_sensitive = answer.sensitive or is_sensitive_now(reach, answer.network)
    if is_sensitive and not counts_exactly(reach, answer.network, sensitive=True):
        return veiled(answer).model_copy(update={"attendees": ()})
    may_name = not is_sensitive and not question.looks_back and reach.has_seat(answer.network)
    return answer.model_copy(update={"attendees": _attendees(reach, answer) if may_name else ()})


def _attendees(reach: Reach, answer: MeetingPage) -> tuple[Attendee, ...]:
    still = members_now(reach, answer.network, (each.reference for each in answer.attendees))
    return named(reach, in_network(answer.network), [each for each in answer.attendees if each.reference in still])
