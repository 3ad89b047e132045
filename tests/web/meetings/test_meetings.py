"""Meetings in the browser: planned, moved, called off and held; and in a calendar, read back by another program."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar

from application.commands.meetings import CancelMeeting, MoveMeeting
from application.ports.vault.sessions import Session
from application.queries.meetings import MeetingDetails, Meetings
from domain.kernel.acts import Role
from domain.kernel.days import AMSTERDAM
from domain.networks.meeting import MeetingAudience
from tests.application.party import FOUNDERS, MEETING, SOMEBODY, Party
from tests.web.conftest import Browser, Enter

LINK, HALL = "https://vergaderen.example/kamer", "Dorpshuis De Vonk"
WHERE: dict[str, Any] = {"begins": time(19, 30), "place": HALL, "link": LINK}
OPEN = MeetingAudience.PARTY
TYPED = {"title": "Op bezoek", "mode": "both", "audience": "party", "place": HALL, "link": LINK, "begins": "19.30"}
DAY = {"day-day": "12", "day-month": "3", "day-year": "2025"}


def events(browser: Browser, path: str) -> list[Any]:
    answer = browser.get(path, params={"als": "ics"})
    assert answer.headers["content-type"].startswith("text/calendar")
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_a_core_group_plans_moves_and_calls_off_a_meeting(party: Party, network: UUID, enter: Enter, core_group: Session):
    browser, at = enter(core_group), f"/netwerken/{network}/bijeenkomsten"
    sent = browser.submit(f"{at}/plannen", **TYPED, **DAY)
    assert sent.status_code == 303, sent.text
    (planned,) = party.ask(Meetings(network=network), core_group).items
    assert (planned.title, planned.day, planned.begins, planned.place) == ("Op bezoek", date(2025, 3, 12), time(19, 30), HALL)
    assert "Op bezoek" in browser.get(sent.headers["location"]).text

    one = f"/bijeenkomsten/{planned.meeting}"
    form = browser.get(f"{one}/verplaatsen").text
    assert all(f'value="{each}"' in form for each in ("12", "3", "2025", "19.30", HALL))
    assert browser.submit(f"{one}/verplaatsen", **{**DAY, "day-day": "13"}).status_code == 303
    page = party.ask(MeetingDetails(meeting=planned.meeting), core_group)
    assert (page.day, page.begins, page.place, page.link.text) == (date(2025, 3, 13), time(19, 30), HALL, LINK)

    assert browser.submit(f"{one}/afzeggen", reason="De spreker is ziek.").status_code == 303
    assert "afgezegd" in browser.get(one).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"begins": "half acht"}, "Vul een tijd in, zoals 19.30"),
        ({"link": "javascript:alert(1)"}, "Vul een webadres in dat begint met https://"),
        ({"day-month": "13"}, "Vul een dag in die bestaat, zoals 31 12 2023"),
        ({"day-year": "2020"}, "Kies een latere dag."),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
    network: UUID, enter: Enter, core_group: Session, typed: dict[str, str], said: str
):
    answer = enter(core_group).submit(f"/netwerken/{network}/bijeenkomsten/plannen", **{**TYPED, **DAY, **typed})
    assert answer.status_code in {400, 422, 409}
    assert said in answer.text
    assert 'value="Op bezoek"' in answer.text


def test_a_meeting_that_was_held_is_recorded_with_a_number(party: Party, network: UUID, enter: Enter, core_group: Session):
    meeting = party.meeting(network, **WHERE)
    party.clock.pass_time(days=20)
    browser = enter(core_group)
    assert f'href="/bijeenkomsten/{meeting}/vastleggen"' in browser.get(f"/bijeenkomsten/{meeting}").text
    assert browser.submit(f"/bijeenkomsten/{meeting}/vastleggen", present="23").status_code == 303
    assert "23 mensen" in browser.get(f"/bijeenkomsten/{meeting}").text


def test_a_calendar_has_the_hour_and_a_change_takes_the_place_of_what_was_there(party: Party, network: UUID, browser: Browser):
    meeting = party.meeting(network, audience=OPEN, **WHERE)
    (first,) = events(browser, "/bijeenkomsten")
    assert first.decoded("DTSTART") == datetime.combine(MEETING["day"], time(19, 30), AMSTERDAM)
    assert (str(first["LOCATION"]), str(first["STATUS"]), int(first["SEQUENCE"])) == (HALL, "CONFIRMED", 0)

    party.give(MoveMeeting(meeting=meeting, day=date(2025, 3, 12), place="Partijbureau; zaal 1, boven"), party.bureau)
    (second,) = events(browser, "/bijeenkomsten")
    assert (second["UID"], int(second["SEQUENCE"])) == (first["UID"], 1)
    assert (second.decoded("DTSTART").date(), str(second["LOCATION"])) == (date(2025, 3, 12), "Partijbureau; zaal 1, boven")

    party.give(CancelMeeting(meeting=meeting), party.bureau)
    (third,) = events(browser, f"/netwerken/{network}/bijeenkomsten")
    assert (third["UID"], int(third["SEQUENCE"]), str(third["STATUS"])) == (first["UID"], 2, "CANCELLED")


def test_a_meeting_without_an_hour_is_a_day_in_a_calendar(party: Party, network: UUID, browser: Browser):
    party.meeting(network, audience=OPEN)
    (found,) = events(browser, "/bijeenkomsten")
    assert found.decoded("DTSTART") == MEETING["day"]


def test_only_who_may_come_finds_the_link_on_the_page_and_in_the_calendar(
    party: Party, network: UUID, browser: Browser, enter: Enter
):
    meeting = party.meeting(network, audience=OPEN, **WHERE)
    for visitor, may in ((browser, False), (enter(party.member(SOMEBODY)), True), (enter(party.session(Role.AUDITOR)), False)):
        page = visitor.get(f"/bijeenkomsten/{meeting}")
        assert page.status_code == 200
        assert (LINK in page.text) is may
        (found,) = events(visitor, f"/bijeenkomsten/{meeting}")
        assert (str(found.get("URL", "")) == LINK) is may


def test_a_stranger_finds_only_what_is_open_to_the_party(party: Party, network: UUID, browser: Browser):
    meeting = party.meeting(network)
    assert browser.get(f"/bijeenkomsten/{meeting}").status_code == 404
    assert events(browser, "/bijeenkomsten") == []
    assert "Er staat nu geen bijeenkomst gepland." in browser.get("/bijeenkomsten").text


def test_the_calendar_of_a_member_names_no_network_with_extra_protection(party: Party, enter: Enter):
    hidden = party.founded(name="LHBTIQ+ netwerk", sensitive=True)
    party.meeting(hidden, title="Roze avond", **WHERE)
    member = enter(party.member(FOUNDERS[1]))
    (found,) = events(member, "/bijeenkomsten")
    assert str(found["SUMMARY"]) == "Bijeenkomst"
    told = member.get("/bijeenkomsten", params={"als": "ics"}).text
    assert "LHBTIQ" not in told
    assert "Roze" not in told
    assert events(enter(party.member(SOMEBODY)), "/bijeenkomsten") == []
