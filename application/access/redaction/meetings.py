"""What a role sees of meetings: day and band of those of sensitive networks, and who was there only in a core group."""

from typing import TypeVar

from application.access.people import banded, counts_exactly, is_sensitive_now, members_now, named, veiled
from application.access.scopes import Reach
from application.access.visitor import is_visitor, meeting_for_visitor, open_meeting
from application.ports.vault.contexts import in_network
from application.queries.advice import Wording
from application.queries.base import Many
from application.queries.meetings import Attendee, MeetingDetails, MeetingEntry, MeetingPage, Meetings
from domain.kernel.acts import Role
from domain.kernel.text import SealedFor
from domain.networks.meeting import MeetingAudience

M = TypeVar("M", bound=MeetingEntry)

PARTY_PEOPLE = frozenset({Role.MEMBER, Role.CORE_GROUP, Role.NATIONAL_BOARD, Role.PARTY_BUREAU})
"""Who may come to what is open to the party."""
FOR_MEMBERS = frozenset({MeetingAudience.ALL_MEMBERS, MeetingAudience.PARTY})
WHAT_IT_IS = ("title", "begins", "place", "reason")
"""What is told of a meeting of a sensitive network to those who organise it, or may come."""


def meetings(reach: Reach, question: Meetings, answer: Many[MeetingEntry]) -> Many[MeetingEntry]:
    if is_visitor(reach.session):
        return answer.with_items(map(meeting_for_visitor, answer.items))
    shown = zip(answer.items, banded(reach, question, answer.items), strict=True)
    own = {each for each in {entry.network for entry in answer.items if entry.sensitive} if reach.is_member(each)}
    is_own = () if question.looks_back else own
    wanted = ((entry, veil) for entry, veil in shown if not question.to_come or _may_come_now(reach, question, entry))
    return answer.with_items(_as_organised(reach, entry, veil, is_own=entry.network in is_own) for entry, veil in wanted)


def meeting(reach: Reach, question: MeetingDetails, answer: MeetingPage) -> MeetingPage:
    """Show who was there to the core group of today, and title and number of a sensitive network only where they may be."""
    is_sensitive = answer.sensitive or is_sensitive_now(reach, answer.network)
    if is_visitor(reach.session):
        return open_meeting(answer, sensitive=is_sensitive)
    may_come = not question.looks_back and _may_come(reach, answer, sensitive=is_sensitive)
    answer = answer.model_copy(update={"link": _opened(reach, answer) if may_come else None})
    if is_sensitive and not counts_exactly(reach, answer.network, sensitive=True):
        shown = _as_organised(reach, answer, veiled(answer), is_own=may_come)
        return shown.model_copy(update={"attendees": ()})
    may_name = not is_sensitive and not question.looks_back and reach.has_seat(answer.network)
    return answer.model_copy(update={"attendees": _attendees(reach, answer) if may_name else ()})


def _may_come_now(reach: Reach, question: Meetings, entry: MeetingEntry) -> bool:
    is_sensitive = entry.sensitive or is_sensitive_now(reach, entry.network)
    return not question.looks_back and _may_come(reach, entry, sensitive=is_sensitive)


def _may_come(reach: Reach, entry: MeetingEntry, *, sensitive: bool) -> bool:
    """Say whether whoever asks may come, and so may have the link: who came by it sees who else did."""
    if reach.has_seat(entry.network) or (entry.audience in FOR_MEMBERS and reach.is_member(entry.network)):
        return True
    is_open = entry.audience is MeetingAudience.PARTY and reach.session.role in PARTY_PEOPLE
    return not sensitive and (is_open or reach.session.role is Role.PARTY_BUREAU)


def _opened(reach: Reach, page: MeetingPage) -> Wording | None:
    if page.link is None or page.link.sealed is None:
        return None
    item = str(page.meeting)
    place = SealedFor(aggregate=item, event_type=page.link.event_type, field=page.link.field, subject=item)
    return Wording(text=reach.opened(page.link.sealed, place))


def _as_organised(reach: Reach, entry: M, shown: M, *, is_own: bool) -> M:
    """
    Let the party bureau, which organises meetings with every network, see what they are about, and not how many came.

    :param is_own: whether it is of a network of which who asks is a member: the same for whom it is meant for
    """
    if reach.session.role is not Role.PARTY_BUREAU and not (is_own and entry.audience in FOR_MEMBERS):
        return shown
    return shown.model_copy(update={name: getattr(entry, name) for name in WHAT_IT_IS if hasattr(entry, name)})


def _attendees(reach: Reach, answer: MeetingPage) -> tuple[Attendee, ...]:
    still = members_now(reach, answer.network, (each.reference for each in answer.attendees))
    return named(reach, in_network(answer.network), [each for each in answer.attendees if each.reference in still])
