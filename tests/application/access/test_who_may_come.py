"""How one comes to a meeting online is told to those who may come and to nobody else, and not in the log."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.access.visitor import VISITOR
from application.commands.meetings import CancelMeeting, MoveMeeting, PlanMeeting
from application.errors import UnknownItem
from application.ports.vault.sessions import Session
from application.queries.auditing.record import Events
from application.queries.meetings import MeetingDetails, Meetings
from domain.kernel.acts import Role
from domain.networks.meeting import MeetingAudience
from tests.application.party import FOUNDERS, MEETING, SOMEBODY, Party

LINK, HALL = "https://vergaderen.example/kamer", "Dorpshuis De Vonk"
WHERE: dict[str, Any] = {"begins": "19.30", "place": HALL, "link": LINK}
ROLES = [Role.MEMBER, Role.NATIONAL_BOARD, Role.REQUESTER, Role.AUDITOR, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER]


def people(party: Party, network: UUID) -> dict[str, Session]:
    """Everybody who can ask: ``own member`` is one of the network, ``member`` is not."""
    inside = {"core group": party.core_group(FOUNDERS[0], network), "own member": party.member(FOUNDERS[1])}
    return {"visitor": VISITOR, **inside, "party-bureau": party.bureau, **{str(role): party.session(role) for role in ROLES}}


def told_the_link(party: Party, network: UUID, meeting: UUID, **when: Any) -> set[str]:
    told = set()
    for who, session in people(party, network).items():
        try:
            page = party.ask(MeetingDetails(meeting=meeting, **when), session)
        except UnknownItem:
            continue
        if page.link is not None:
            assert page.link.text == LINK
            told.add(who)
    return told


WHO_MAY_COME = {
    MeetingAudience.PARTY: {"core group", "own member", "party-bureau", "member", "national-board"},
    MeetingAudience.ALL_MEMBERS: {"core group", "own member", "party-bureau"},
    MeetingAudience.WORKING_GROUP: {"core group", "party-bureau"},
    MeetingAudience.CORE_GROUP: {"core group", "party-bureau"},
}


@pytest.mark.parametrize("audience", MeetingAudience)
def test_who_may_come_is_told_how(party: Party, network: UUID, audience: MeetingAudience):
    meeting = party.meeting(network, audience=audience, **WHERE)
    told = told_the_link(party, network, meeting)
    assert told == WHO_MAY_COME[audience]


@pytest.mark.parametrize("audience", MeetingAudience)
def test_of_a_sensitive_network_only_its_own_people_are_told_how(party: Party, audience: MeetingAudience):
    network = party.founded(sensitive=True)
    meeting = party.meeting(network, audience=audience, **WHERE)
    told = told_the_link(party, network, meeting)
    assert told == WHO_MAY_COME[audience] & {"core group", "own member"}


def test_a_member_of_a_sensitive_network_sees_what_its_meeting_is_about_and_another_member_does_not(party: Party):
    network = party.founded(sensitive=True)
    meeting = party.meeting(network, **WHERE)
    for question in (Meetings(network=network), Meetings()):
        (own,), (other,) = (party.ask(question, party.member(name)).items for name in (FOUNDERS[1], SOMEBODY))
        assert (own.title, own.begins, own.place) == (MEETING["title"], time(19, 30), HALL)
        assert (other.title, other.begins, other.place) == (None, None, None)
    page = party.ask(MeetingDetails(meeting=meeting), party.member(FOUNDERS[1]))
    assert (page.title, page.begins, page.place, page.present, page.attendees) == (MEETING["title"], time(19, 30), HALL, None, ())
    hidden = party.ask(MeetingDetails(meeting=meeting), party.member(SOMEBODY))
    assert (hidden.title, hidden.begins, hidden.place, hidden.link) == (None, None, None, None)


def test_who_looks_back_is_not_told_how_and_neither_is_anybody_after_it_is_called_off(party: Party, network: UUID):
    meeting = party.meeting(network, **WHERE)
    party.clock.pass_time(days=1)
    assert told_the_link(party, network, meeting, known_at=party.log.now() - timedelta(minutes=1)) == set()
    party.give(CancelMeeting(meeting=meeting), party.bureau)
    assert told_the_link(party, network, meeting) == set()


def test_another_link_takes_the_place_of_the_first_and_hour_and_place_stay(party: Party, network: UUID):
    meeting = party.meeting(network, begins="19.30", place=HALL, link="https://vergaderen.example/andere")
    party.give(MoveMeeting(meeting=meeting, day=MEETING["day"], link=LINK), party.bureau)
    assert told_the_link(party, network, meeting) == WHO_MAY_COME[MeetingAudience.ALL_MEMBERS]
    page = party.ask(MeetingDetails(meeting=meeting), party.bureau)
    assert (page.begins, page.place) == (time(19, 30), HALL)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
def test_the_log_tells_no_link(party: Party, network: UUID, role: Role):
    party.meeting(network, **WHERE)
    told = "".join(each.model_dump_json() for each in party.ask(Events(limit=500), party.session(role)))
    assert HALL in told
    assert LINK not in told


@pytest.mark.parametrize("typed", ["19.30", "19:30", "19.30 uur", " 19:30 ", "19:30:59"])
def test_an_hour_is_read_as_people_write_it(typed: str, network: UUID):
    assert PlanMeeting.model_validate({**MEETING, "network": network, "begins": typed}).begins == time(19, 30)


def test_a_whole_hour_needs_no_minutes(network: UUID):
    assert PlanMeeting.model_validate({**MEETING, "network": network, "begins": "9 uur"}).begins == time(9)


@pytest.mark.parametrize("typed", ["half acht", "25.00", "", "19.61", "-1"])
def test_what_is_no_hour_is_none(typed: str, network: UUID):
    with pytest.raises(ValueError, match="begins"):
        PlanMeeting.model_validate({**MEETING, "network": network, "begins": typed})


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "http://voorbeeld.example", "https://a b", ""])
def test_a_link_is_an_encrypted_address_and_nothing_else(typed: str, network: UUID):
    with pytest.raises(ValueError, match="link"):
        PlanMeeting.model_validate({**MEETING, "network": network, "link": typed})
