"""A meeting from the core group's plan to the calendar on a member's phone; and a subject for which there is no network yet."""

import re

from icalendar import Calendar
from playwright.sync_api import expect

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.site import Site
from tests.browser.test_every_page import faults


def test_a_meeting_is_planned_and_stands_in_the_calendar_of_a_member(visitor: Visitors, site: Site):
    group = visitor(Role.CORE_GROUP).new_page()
    group.goto("/netwerken/onderwijs/bijeenkomsten")
    group.locator("a", has_text="Plan een bijeenkomst").click()
    group.get_by_label("Waar gaat het over?").fill("Op bezoek bij een kleine school")
    for label, text in (("Dag", "12"), ("Maand", "3"), ("Jaar", "2099")):
        group.get_by_label(label, exact=True).fill(text)
    group.get_by_label("Op locatie", exact=True).check()
    group.get_by_label("De hele partij").check()
    group.get_by_role("button").last.click()
    expect(group.locator("h1")).to_have_text("Op bezoek bij een kleine school")

    member = visitor(Role.MEMBER, width=390, scripts=False).new_page()
    member.goto("/mijn/gegevens")
    member.get_by_role("link", name="Zet bijeenkomsten in uw eigen agenda").click()
    member.get_by_role("button", name="Maak een adres").click()
    address = re.sub(r"^https?://[^/]+", site.address, member.locator("code").first.inner_text())
    for calendar in (address, f"{site.address}/agenda/open.ics"):
        found = Calendar.from_ical(site.client().get(calendar).content).walk("VEVENT")
        assert [str(each["SUMMARY"]) for each in found if "kleine school" in str(each["SUMMARY"])] == [
            "Onderwijsnetwerk: Op bezoek bij een kleine school"
        ]
    member.get_by_role("button", name="Trek het adres in").click()
    expect(member.get_by_role("heading", name="Maak een adres voor uw agenda")).to_be_visible()
    assert site.client().get(address).status_code == 404


def test_a_wish_reaches_the_bureau_and_its_answer_the_member(visitor: Visitors):
    member = visitor(Role.MEMBER, width=320).new_page()
    member.goto("/mijn/gegevens/agenda")
    assert faults(member) == []
    member.get_by_role("button", name="Maak een adres").click()
    assert faults(member) == []
    assert member.evaluate("document.documentElement.scrollWidth") <= 320
    member.goto("/mijn/wensen")
    member.get_by_role("button", name="Laat dit weten").click()
    expect(member.get_by_role("alert")).to_contain_text("Vul in waar het over gaat")
    assert faults(member) == []
    member.get_by_label("Waar gaat het over?").fill("Sport")
    member.get_by_label("Ik wil hierover een netwerk").check()
    member.get_by_label("Het partijbureau mag mij hierover vragen").check()
    member.get_by_role("button", name="Laat dit weten").click()
    expect(member.locator("main")).to_contain_text("u wilt hierover een netwerk")

    bureau = visitor(Role.PARTY_BUREAU, width=1200).new_page()
    bureau.goto("/bureau/wensen")
    assert faults(bureau) == []
    bureau.get_by_label("Uw antwoord aan hen").fill("Wij zoeken nog drie mensen.")
    bureau.get_by_role("button", name="Antwoord").click()
    assert faults(bureau) == []
    member.goto("/mijn/wensen")
    expect(member.locator("main")).to_contain_text("Wij zoeken nog drie mensen.")
    assert faults(member) == []
    member.get_by_role("button", name="Trek dit in").click()
    expect(member.locator("main")).not_to_contain_text("Wij zoeken")
