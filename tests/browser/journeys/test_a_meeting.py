"""Somebody of a core group signs in, plans a meeting from the desk, moves it, and a stranger finds it in the calendar."""

from datetime import date, timedelta

from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.conftest import Visitors
from tests.browser.site import Site

TITLE = "Een avond over kleine scholen"


def test_a_core_group_plans_and_moves_a_meeting_without_scripts_and_everybody_finds_it(visitor: Visitors, site: Site):
    page = visitor(scripts=False, width=390).new_page()
    page.goto(f"{site.address}/demo")
    page.locator('form:has(input[value="core-group"]) button, button:has-text("Anne Voorbeeld")').first.click()
    page.get_by_role("link", name="Kerngroep", exact=True).click()
    page.get_by_role("link", name="Plan een bijeenkomst").click()

    day = date.today() + timedelta(days=20)  # noqa: DTZ011  # a day ahead, wherever the test runs
    page.get_by_label("Titel").or_(page.locator("#title")).first.fill(TITLE)
    for part, text in (("day", day.day), ("month", day.month), ("year", day.year)):
        page.locator(f"#day-{part}").fill(str(text))
    page.locator("#begins").fill("19.30")
    page.locator("input[name=mode]").first.check()
    page.locator("input[name=audience][value=party]").check()
    page.locator("#place").fill("Dorpshuis De Vonk")
    page.locator("#form button").click()
    expect(page.get_by_role("status")).to_contain_text("De bijeenkomst staat gepland.")

    page.get_by_role("link", name=TITLE).click()
    page.locator("a[href$='/verplaatsen']").first.click()
    page.locator("#begins").fill("20.00")
    page.locator("#form button").click()
    expect(page.get_by_role("status")).to_contain_text("De bijeenkomst is verplaatst.")

    with site.client() as client:
        told = Calendar.from_ical(client.get("/bijeenkomsten", params={"als": "ics"}).content).walk("VEVENT")
    (found,) = (each for each in told if TITLE in str(each["SUMMARY"]))
    assert (f"{found.decoded('DTSTART'):%H:%M}", str(found["SEQUENCE"])) == ("20:00", "1")
