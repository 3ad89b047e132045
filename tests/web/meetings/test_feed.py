"""A calendar that a program reads again and again: whose key it is, what it has, when it ends. Read back by another program."""

import logging
import re
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar

from application.commands.meetings import CancelMeeting, MoveMeeting
from application.commands.networks import LeaveNetwork
from application.commands.party import AnnouncePartyEnd, StartPartyMembership
from domain.kernel.acts import Role
from domain.kernel.days import AMSTERDAM
from domain.networks.meeting import MeetingAudience
from netwerkpartij.wiring import Opened
from tests.application.party import FOUNDERS, MEETING, SOMEBODY, Party
from tests.web.conftest import Browser, Enter

LINK, HALL = "https://vergaderen.example/kamer", "Dorpshuis De Vonk"
WHERE: dict[str, Any] = {"begins": time(19, 30), "place": HALL, "link": LINK}
OPEN = MeetingAudience.PARTY
MINE = "/mijn/gegevens/agenda"
MEMBER = FOUNDERS[1]


def made(browser: Browser, **form: str) -> str:
    """Make the address of one's own calendar, and give it as it stands on the page."""
    page = browser.submit(MINE, doe="maak", **form).text
    (address,) = re.findall(r"http://127\.0\.0\.1:8000(/agenda/np_[\w-]+\.ics)", page)
    return str(address)


def entries(reader: Browser, address: str) -> dict[str, Any]:
    """Give what a calendar has, by what it is called."""
    answer = reader.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    return {str(each["SUMMARY"]): each for each in Calendar.from_ical(answer.content).walk("VEVENT")}


@pytest.fixture
def reader(other_browser: Browser) -> Browser:
    """A calendar on somebody's phone: it has an address and no cookies."""
    return other_browser


@pytest.fixture
def elsewhere(party: Party) -> UUID:
    return party.founded(("Petra Verzonnen", "Quin Verzonnen", "Ria Verzonnen", "Sam Verzonnen"), name="Netwerk elders")


def test_the_calendar_of_a_member_has_their_networks_and_what_is_open_to_the_party(
    party: Party, network: UUID, elsewhere: UUID, enter: Enter, reader: Browser
):
    party.meeting(network, title="Van ons", **WHERE)
    party.meeting(elsewhere, title="Van hen", **WHERE)
    party.meeting(elsewhere, title="Voor allen", audience=OPEN, **WHERE)
    found = entries(reader, made(enter(party.member(MEMBER))))
    assert {name.rpartition(": ")[2] for name in found} == {"Van ons", "Voor allen"}
    assert all(str(each["URL"]) == LINK and str(each["LOCATION"]) == HALL for each in found.values())


def test_a_change_takes_the_place_of_what_was_there(party: Party, network: UUID, enter: Enter, reader: Browser):
    meeting = party.meeting(network, title="Van ons", **WHERE)
    address = made(enter(party.member(MEMBER)))
    (first,) = entries(reader, address).values()
    assert first.decoded("DTSTART") == datetime.combine(MEETING["day"], time(19, 30), AMSTERDAM)
    party.give(MoveMeeting(meeting=meeting, day=date(2025, 3, 12), place=HALL), party.bureau)
    (second,) = entries(reader, address).values()
    party.give(CancelMeeting(meeting=meeting), party.bureau)
    (third,) = entries(reader, address).values()
    assert [int(each["SEQUENCE"]) for each in (first, second, third)] == [0, 1, 2]
    assert len({str(each["UID"]) for each in (first, second, third)}) == 1
    assert (second.decoded("DTSTART").date(), str(third["STATUS"])) == (date(2025, 3, 12), "CANCELLED")


def test_a_meeting_of_the_core_group_is_in_the_calendar_of_the_core_group_alone(
    party: Party, network: UUID, enter: Enter, reader: Browser
):
    party.meeting(network, title="Onder ons", audience=MeetingAudience.CORE_GROUP, **WHERE)
    party.join(SOMEBODY, network)
    assert len(entries(reader, made(enter(party.member(FOUNDERS[0]))))) == 1
    assert entries(reader, made(enter(party.member(SOMEBODY)))) == {}


def test_everybody_reads_what_is_open_to_the_party_without_how_one_comes_online(party: Party, network: UUID, reader: Browser):
    party.meeting(network, title="Van ons", **WHERE)
    party.meeting(network, title="Voor allen", audience=OPEN, **WHERE)
    (found,) = entries(reader, "/agenda/open.ics").values()
    assert (str(found["SUMMARY"]).rpartition(": ")[2], "URL" in found) == ("Voor allen", False)


def test_of_a_network_with_extra_protection_there_is_nothing_unless_it_was_chosen_and_then_no_name(
    party: Party, enter: Enter, reader: Browser
):
    hidden = party.founded(name="LHBTIQ+ netwerk", sensitive=True)
    meeting = party.meeting(hidden, title="Roze avond", **WHERE)
    browser = enter(party.member(MEMBER))
    assert entries(reader, made(browser)) == {}
    address = made(browser, beschermd="ja")
    (found,) = entries(reader, address).values()
    assert (str(found["SUMMARY"]), str(found["URL"])) == ("Bijeenkomst", f"http://127.0.0.1:8000/bijeenkomsten/{meeting}")
    text = reader.get(address).text
    assert not any(each in text for each in ("LHBTIQ", "Roze", HALL, LINK, str(hidden)))


def test_a_new_address_ends_the_old_one_and_it_can_be_withdrawn(party: Party, enter: Enter, reader: Browser):
    browser = enter(party.member(MEMBER))
    first = made(browser)
    second = made(browser)
    assert [reader.get(each).status_code for each in (first, second)] == [404, 200]
    assert second.removesuffix(".ics") not in browser.get(MINE).text
    browser.submit(MINE, doe="stop")
    assert reader.get(second).status_code == 404
    assert "Maak een adres voor uw agenda" in browser.get(MINE).text


def test_the_key_opens_a_calendar_and_nothing_else(party: Party, network: UUID, enter: Enter, reader: Browser, service: Opened):
    key = made(enter(party.member(MEMBER))).removeprefix("/agenda/").removesuffix(".ics")
    assert service.service.session(key) is None
    for cookie in ("np-sessie", f"np-vraag-{network}"):
        reader.cookies.set(cookie, key)
    assert reader.get("/te-doen").status_code == 401
    other = service.vault.issue_token(Role.MEMBER, person=party.person(MEMBER))
    assert reader.get(f"/agenda/{other}.ics").status_code == 404


@pytest.mark.parametrize("end", ["membership", "party", "party and back", "erasure"])
def test_it_ends_with_the_membership_and_the_person(party: Party, network: UUID, enter: Enter, reader: Browser, end: str):
    party.meeting(network, title="Van ons", **WHERE)
    party.join(SOMEBODY, network)
    address = made(enter(party.member(SOMEBODY)))
    assert len(entries(reader, address)) == 1
    person = party.person(SOMEBODY)
    if end == "membership":
        party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
        assert entries(reader, address) == {}
        return
    if end == "erasure":
        party.vault.erase_person(person)
    else:
        party.give(AnnouncePartyEnd(person=person), party.bureau)
        party.clock.pass_time(days=15)
    if end == "party and back":
        party.give(StartPartyMembership(person=person), party.bureau)
    assert reader.get(address).status_code == 404


def test_the_key_stands_in_no_line_of_the_log(
    party: Party,
    enter: Enter,
    reader: Browser,
    service: Opened,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
):
    address = made(enter(party.member(MEMBER)))
    key = address.removeprefix("/agenda/").removesuffix(".ics")
    caplog.set_level(logging.DEBUG, "uvicorn")
    reader.get(address)
    gone = reader.get(f"{address}x")

    def fails(*_: object, **__: object) -> object:
        raise KeyError(key)

    monkeypatch.setattr(type(service.service), "query", fails)
    broken = reader.get(address)
    assert (gone.status_code, broken.status_code) == (404, 500)
    captured = capfd.readouterr()
    assert "internal-error" in captured.out + captured.err
    assert key not in captured.out + captured.err + caplog.text


def test_who_is_no_member_has_no_calendar(party: Party, enter: Enter, browser: Browser):
    assert browser.get(MINE).status_code == 401
    assert enter(party.session(Role.AUDITOR)).get(MINE).status_code == 404
