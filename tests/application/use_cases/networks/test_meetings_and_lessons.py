"""Meetings and lessons: by the core group or the bureau, and what each role sees of them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.commands.lessons import TellLessons
from application.commands.meetings import CancelMeeting, HoldMeeting, MoveMeeting, PlanMeeting, RecordMeeting
from application.commands.networks import (
    CloseNetwork,
    CorrectEntry,
    EndSeat,
    LeaveNetwork,
    MarkSensitive,
    SuspendNetwork,
    WithdrawEntry,
)
from application.errors import AccessDenied, InTheFuture, UnknownItem
from application.ports.vault.contexts import OFFICE
from application.ports.vault.sessions import Session
from application.queries.auditing.record import History
from application.queries.meetings import LessonsOfNetworks, MeetingDetails, MeetingPage, Meetings
from domain.kernel.acts import CORE_GROUP, Role, Source
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.networks.errors import NetworkClosedAlready, NetworkNotBegunYet, NetworkSuspendedNow, NotInCoreGroup
from domain.networks.lessons import HalfYearOver
from domain.networks.meeting import EntryHasNoNumber, MeetingNotPlannedYet, MeetingNotYet, NamesNotKept
from domain.networks.membership import NotAMember
from tests.application.party import (
    BUREAU,
    FOUNDERS,
    MEETING,
    OTHER_FOUNDERS,
    SOMEBODY,
    SOMEBODY_ELSE,
    Party,
)

HELD: dict[str, Any] = {"outcome": "held", "title": "Kennismaking", "mode": "online", "present": 12}
OTHERS = [Role.MEMBER, Role.NATIONAL_BOARD, Role.REQUESTER, Role.AUDITOR, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER]


def core_group(party: Party, network: UUID, name: str = FOUNDERS[0]) -> Session:
    return party.core_group(name, network)


def recorded(party: Party, network: UUID, by: Session | None = None, **changes: Any) -> UUID:
    command = RecordMeeting.model_validate({**HELD, "network": network, **changes})
    return party.give(command, by or party.bureau).data.meeting


def shown(party: Party, meeting: UUID, by: Session | None = None, **when: Any) -> MeetingPage:
    page: MeetingPage = party.ask(MeetingDetails(meeting=meeting, **when), by or party.bureau)
    return page


# Planned and held


def test_the_core_group_plans_moves_and_holds_a_meeting(party: Party, network: UUID):
    own = core_group(party, network)
    meeting = party.give(PlanMeeting(network=network, **MEETING), own).data.meeting
    act = party.newest().act
    assert (act.by, act.role, act.entered_by) == (party.reference(FOUNDERS[0], network), Role.CORE_GROUP, None)

    party.give(MoveMeeting(meeting=meeting, day=date(2025, 3, 12)), own)
    assert (shown(party, meeting).status, shown(party, meeting).day) == ("planned", date(2025, 3, 12))

    party.clock.pass_time(days=20)
    party.give(HoldMeeting(meeting=meeting, present=23), own)
    page = shown(party, meeting)
    assert (page.status, page.day, page.present) == ("held", date(2025, 3, 12), 23)
    assert (page.first_planned_for, page.planned_by, page.held_by) == (date(2025, 3, 10), f"{meeting}:1", f"{meeting}:3")


def test_the_bureau_plans_and_calls_off_a_meeting(party: Party, network: UUID):
    meeting = party.meeting(network)
    party.give(CancelMeeting(meeting=meeting, reason="De spreker is ziek.", source=Source.MAIL), party.bureau)
    act = party.newest().act
    bureau = party.vault.reference(party.person(BUREAU), OFFICE)
    assert (act.by, act.role, act.entered_by, act.source) == (CORE_GROUP, Role.CORE_GROUP, bureau, Source.MAIL)
    page = shown(party, meeting)
    assert (page.status, page.reason, page.cancelled_by, page.present) == (
        "cancelled",
        "De spreker is ziek.",
        f"{meeting}:2",
        None,
    )


def test_a_meeting_that_nobody_planned_is_recorded_later(party: Party, network: UUID):
    party.clock.pass_time(days=10)
    meeting = recorded(party, network, core_group(party, network), on=date(2025, 3, 5))
    page = shown(party, meeting)
    assert (page.status, page.day, page.present, page.planned_by) == ("held", date(2025, 3, 5), 12, None)
    with party.refused(UnknownItem):
        shown(party, meeting, on=date(2025, 3, 4))


def test_a_meeting_that_is_still_to_come_was_not_held(party: Party, network: UUID):
    meeting = party.meeting(network)
    with party.refused(MeetingNotYet):
        party.give(HoldMeeting(meeting=meeting, present=3), party.bureau)
    with party.refused(InTheFuture):
        recorded(party, network, on=date(2025, 3, 4))


def test_a_meeting_held_before_its_planned_day_is_recorded_in_one_step(party: Party, network: UUID):
    own, meeting = core_group(party, network), party.meeting(network)
    planned_for = shown(party, meeting).day
    party.clock.pass_time(days=2)
    held_on = day_of(party.clock.now)
    assert held_on < planned_for
    party.give(HoldMeeting(meeting=meeting, present=23, on=held_on), own)
    page = shown(party, meeting)
    assert (page.status, page.day, page.first_planned_for, page.present) == ("held", held_on, planned_for, 23)


def test_a_meeting_held_before_it_was_planned_is_recorded_anew(party: Party, network: UUID):
    party.clock.pass_time(days=3)
    held_on, own = day_of(party.clock.now), core_group(party, network)
    party.clock.pass_time(days=1)
    meeting = party.meeting(network)
    with party.refused(MeetingNotPlannedYet):
        party.give(HoldMeeting(meeting=meeting, present=12, on=held_on), own)
    party.give(WithdrawEntry(of=f"{meeting}:1", mistake=Mistake.WRONG_DAY), party.bureau)
    assert shown(party, recorded(party, network, own, on=held_on)).day == held_on


def test_no_meeting_outside_the_life_of_its_network(party: Party, network: UUID):
    meeting = party.meeting(network)
    party.clock.pass_time(days=10)
    party.give(CloseNetwork(network=network, reason="Het is af."), party.board)
    for command in (
        PlanMeeting(network=network, **MEETING),
        RecordMeeting.model_validate({**HELD, "network": network}),
        MoveMeeting(meeting=meeting, day=date(2025, 4, 1)),
    ):
        with party.refused(NetworkClosedAlready):
            party.give(command, party.bureau)
    with party.refused(NetworkNotBegunYet):
        recorded(party, network, on=date(2025, 3, 1))
    recorded(party, network, on=date(2025, 3, 5))  # what was held before the closing


def test_a_suspended_network_records_what_was_and_plans_nothing(party: Party, network: UUID):
    meeting = party.meeting(network)
    party.give(SuspendNetwork(network=network, reason="Onrust."), party.board)
    for command in (PlanMeeting(network=network, **MEETING), MoveMeeting(meeting=meeting, day=date(2025, 4, 1))):
        with party.refused(NetworkSuspendedNow):
            party.give(command, core_group(party, network))
    recorded(party, network, core_group(party, network))


def test_only_the_core_group_of_now_and_of_that_network(party: Party, network: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    own, meeting, elsewhere = core_group(party, network), party.meeting(network), party.meeting(other)
    party.clock.pass_time(days=10)
    claimed = party.core_group(FOUNDERS[0], other)
    for session, item in ((own, elsewhere), (claimed, elsewhere), (claimed, meeting)):
        with party.refused(AccessDenied):
            party.give(HoldMeeting(meeting=item, present=3), session)
    party.give(EndSeat(network=network), own)
    with party.refused(AccessDenied):
        party.give(HoldMeeting(meeting=meeting, present=3), own)


# Mended


def test_the_bureau_corrects_a_wrong_number_and_withdraws_what_was_entered_twice(party: Party, network: UUID):
    meeting = recorded(party, network)
    party.clock.pass_time(days=1)
    party.give(CorrectEntry(of=f"{meeting}:1", present=21, mistake=Mistake.WRONG_NUMBER), party.bureau)
    page = shown(party, meeting)
    assert (page.present, page.held_at, page.held_by) == (21, party.all_of("MeetingRecorded")[0].act.at, f"{meeting}:1")

    party.give(WithdrawEntry(of=f"{meeting}:1", mistake=Mistake.ENTERED_TWICE), party.bureau)
    with party.refused(UnknownItem):
        shown(party, meeting)
    assert party.ask(Meetings(), party.bureau).items == ()


def test_a_number_is_corrected_after_the_network_closed_and_a_day_stays_within_its_life(party: Party, network: UUID):
    meeting = recorded(party, network)
    party.clock.pass_time(days=1)
    party.give(CloseNetwork(network=network, reason="Het is af."), party.board)
    party.give(CorrectEntry(of=f"{meeting}:1", present=21, mistake=Mistake.WRONG_NUMBER), party.bureau)
    for at, refusal in ((party.clock.now, NetworkClosedAlready), (party.clock.now - timedelta(days=30), NetworkNotBegunYet)):
        with party.refused(refusal):
            party.give(CorrectEntry(of=f"{meeting}:1", corrected_at=at, mistake=Mistake.WRONG_DAY), party.bureau)


def test_a_membership_has_no_number_to_correct(party: Party, network: UUID):
    entry = f"{party.membership(SOMEBODY, network).id}:1"
    for at in (None, party.clock.now):
        with party.refused(EntryHasNoNumber):
            party.give(CorrectEntry(of=entry, corrected_at=at, present=3, mistake=Mistake.WRONG_DAY), party.bureau)


# Who was there


def test_the_core_group_of_now_sees_by_name_who_was_there(party: Party, network: UUID):
    people = [party.reference(name, network) for name in (SOMEBODY, FOUNDERS[1], SOMEBODY)]
    meeting = recorded(party, network, attendees=people)
    own = core_group(party, network)
    assert {each.name for each in shown(party, meeting, own).attendees} == {SOMEBODY, FOUNDERS[1]}

    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    assert {each.name for each in shown(party, meeting, own).attendees} == {FOUNDERS[1]}
    assert shown(party, meeting, own, on=party.clock.now.date()).attendees == ()
    for name in FOUNDERS[1:]:
        party.give(EndSeat(network=network), core_group(party, network, name))
    party.give(EndSeat(network=network), own)
    with party.refused(AccessDenied):
        shown(party, meeting, own)


@pytest.mark.parametrize("role", [*OTHERS, Role.PARTY_BUREAU])
def test_nobody_else_sees_who_was_there(party: Party, network: UUID, role: Role):
    meeting = recorded(party, network, attendees=[party.reference(SOMEBODY, network)])
    page = shown(party, meeting, party.session(role))
    assert (page.title, page.present, page.attendees) == ("Kennismaking", 12, ())
    reference = party.reference(SOMEBODY, network)
    try:
        told = party.ask(History(item=meeting), party.session(role)).items
    except AccessDenied:
        return
    assert [entry.data["present"] for entry in told] == [12]
    assert reference not in "".join(entry.model_dump_json() for entry in told)


def test_who_is_named_is_a_member_of_the_network(party: Party, network: UUID):
    stranger = party.reference(SOMEBODY_ELSE, network)
    with party.refused(NotAMember):
        recorded(party, network, attendees=[stranger])


def test_marking_a_network_later_hides_who_was_there_and_keeps_no_more(party: Party, network: UUID):
    people = [party.reference(SOMEBODY, network)]
    meeting, own = recorded(party, network, attendees=people), core_group(party, network)
    party.give(MarkSensitive(network=network), party.board)
    assert shown(party, meeting, own).attendees == ()
    assert (shown(party, meeting, own).title, shown(party, meeting, own).present) == ("Kennismaking", 12)
    with party.refused(NamesNotKept):
        recorded(party, network, own, attendees=people)


# Sensitive networks


@pytest.mark.parametrize("role", OTHERS)
def test_of_a_sensitive_network_others_see_a_day_and_a_band(party: Party, hidden: UUID, role: Role):
    meeting = recorded(party, hidden)
    asking = party.session(role)
    (entry,) = party.ask(Meetings(), asking).items
    for seen in (entry, shown(party, meeting, asking), shown(party, meeting, asking, on=date(2025, 3, 3))):
        assert (seen.title, seen.present, seen.present_band) == (None, None, "10-24")
        assert (seen.planned_by, seen.held_by) == (None, None)  # whose history is not for them
    with party.refused(AccessDenied):
        party.ask(History(item=meeting), asking)


def test_of_a_sensitive_network_nobody_else_reads_why_a_meeting_was_called_off(party: Party, hidden: UUID):
    meeting = party.meeting(hidden)
    party.give(CancelMeeting(meeting=meeting, reason="De spreker is ziek."), party.bureau)
    assert shown(party, meeting, party.board).reason is None
    assert shown(party, meeting, party.board).present_band is None
    assert shown(party, meeting).reason == "De spreker is ziek."


def test_bureau_and_own_core_group_see_the_title_and_the_core_group_the_number_of_a_sensitive_network(
    party: Party, hidden: UUID, network: UUID
):
    meeting, own = recorded(party, hidden), core_group(party, hidden, OTHER_FOUNDERS[0])
    for session, present in ((party.bureau, (None, "10-24")), (own, (12, None))):
        (entry,) = party.ask(Meetings(network=hidden), session).items
        assert (entry.title, entry.present, entry.present_band) == ("Kennismaking", *present)
    assert [each.type for each in party.ask(History(item=meeting), own).items] == ["MeetingRecorded"]
    (entry,) = party.ask(Meetings(network=hidden), core_group(party, network)).items
    assert (entry.title, entry.present) == (None, None)


def test_a_network_marked_later_is_protected_in_its_past_too(party: Party, network: UUID):
    recorded(party, network)
    party.clock.pass_time(days=2)
    party.give(MarkSensitive(network=network), party.board)
    (entry,) = party.ask(Meetings(on=date(2025, 3, 3)), party.board).items
    assert (entry.sensitive, entry.title, entry.present, entry.present_band) == (False, None, None, "10-24")


# Lists


def test_meetings_are_listed_by_day_page_by_page(party: Party, network: UUID):
    other = party.network()
    later, sooner = party.meeting(network, day=date(2025, 4, 1)), party.meeting(other)
    now = recorded(party, network)
    assert [each.meeting for each in party.ask(Meetings(), party.bureau).items] == [now, sooner, later]
    assert [each.meeting for each in party.ask(Meetings(network=network), party.bureau).items] == [now, later]
    first = party.ask(Meetings(limit=2), party.bureau)
    rest = party.ask(Meetings(limit=2, after=first.items[-1].key, position=first.position), party.bureau)
    assert (first.more, [each.meeting for each in rest.items], rest.more) == (True, [later], False)
    with party.refused(UnknownItem):
        party.ask(Meetings(network=uuid4()), party.bureau)


# Lessons


def test_the_core_group_tells_its_lessons_and_tells_them_anew(party: Party, network: UUID):
    own = core_group(party, network)
    told = party.give(TellLessons(network=network, what_worked="Korte avonden."), own)
    assert told.data.half_year == "2025-H1"
    party.give(TellLessons(network=network, what_to_change="Een vaste zaal."), own)
    (entry,) = party.ask(LessonsOfNetworks(network=network), own).items
    assert (entry.what_worked, entry.what_to_change, entry.version) == (None, "Een vaste zaal.", 2)
    history = party.ask(History(item=entry.lessons), own).items
    assert [each.data["lesson"]["what_worked"] for each in history] == ["Korte avonden.", None]


def test_the_bureau_tells_lessons_for_somebody_of_the_core_group_or_for_all(party: Party, network: UUID):
    lessons = TellLessons(network=network, what_worked="Korte avonden.", person=party.person(FOUNDERS[1]))
    party.give(lessons, party.bureau)
    act = party.newest().act
    assert (act.by, act.source) == (party.reference(FOUNDERS[1], network), Source.NOT_NOTED)
    party.give(TellLessons(network=network, what_worked="Lange avonden."), party.bureau)
    of_all = party.newest().act
    assert (of_all.by, of_all.role, of_all.entered_by) == (CORE_GROUP, Role.CORE_GROUP, act.entered_by)
    with party.refused(NotInCoreGroup):
        party.give(lessons.model_copy(update={"person": party.person(SOMEBODY)}), party.bureau)


def test_nobody_of_the_core_group_speaks_for_another(party: Party, network: UUID):
    lessons = TellLessons(network=network, what_worked="Korte avonden.", person=party.person(FOUNDERS[1]))
    with party.refused(AccessDenied):
        party.give(lessons, core_group(party, network))


def test_the_half_year_that_just_ended_is_told_for_two_months(party: Party, network: UUID):
    own = core_group(party, network)
    lessons = TellLessons(network=network, half_year="2025-H1", what_worked="Korte avonden.")
    party.clock.now = party.clock.now.replace(month=8, day=31)
    party.give(lessons, own)
    party.clock.pass_time(days=1)
    with party.refused(HalfYearOver) as refused:
        party.give(lessons.model_copy(update={"what_worked": "Toch niet."}), own)
    assert refused.value.facts["until"] == date(2025, 8, 31)
    by_phone = lessons.model_copy(update={"what_worked": "Pauzes.", "on": date(2025, 8, 31), "source": Source.PHONE})
    party.give(by_phone, party.bureau)


def test_a_closed_network_tells_no_lessons(party: Party, network: UUID):
    party.give(CloseNetwork(network=network, reason="Het is af."), party.board)
    with party.refused(NetworkClosedAlready):
        party.give(TellLessons(network=network, what_worked="Korte avonden."), party.bureau)


def test_bureau_board_and_auditor_read_all_lessons_and_a_core_group_its_own(party: Party, network: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    for each in (network, other):
        party.give(TellLessons(network=each, what_worked="Korte avonden."), party.bureau)
    for session in (party.bureau, party.board, party.session(Role.AUDITOR)):
        told = party.ask(LessonsOfNetworks(half_year="2025-H1"), session).items
        assert [(each.network, each.network_name) for each in told] == [(other, "Netwerk zorg"), (network, "Onderwijsnetwerk")]
    assert party.ask(LessonsOfNetworks(half_year="2024-H2"), party.bureau).items == ()
    own = core_group(party, network)
    for question in (LessonsOfNetworks(network=other), History(item=told[0].lessons)):
        with party.refused(AccessDenied):
            party.ask(question, own)
    for question in (LessonsOfNetworks(), LessonsOfNetworks(network=network)):
        assert [each.network for each in party.ask(question, own).items] == [network]
    assert party.ask(History(item=told[1].lessons), own).items
