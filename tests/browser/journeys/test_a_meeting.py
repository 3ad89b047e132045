"""A core group announces a meeting: who comes by finds it, takes it over in a calendar, and hears that it moved and is off."""

from datetime import date, timedelta

import httpx2
from icalendar import Calendar
from playwright.sync_api import Page, expect

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.site import VISITOR, Site
from tests.browser.test_every_page import faults

AT = "/netwerken/onderwijs/bijeenkomsten"
TITLE = "Leraren aan het woord"
WHERE = "Zaal Vondel, Utrecht"


def fill_day(page: Page, day: date) -> None:
    for label, part in (("Dag", day.day), ("Maand", day.month), ("Jaar", day.year)):
        page.get_by_label(label, exact=True).fill(str(part))


def announced(page: Page, day: date) -> str:
    """Plan a meeting for the whole party, and give its address."""
    page.goto(AT)
    page.get_by_role("link", name="Plan een bijeenkomst").click()
    page.get_by_label("Waar gaat het over?").fill(TITLE)
    fill_day(page, day)
    page.get_by_label("Hoe laat begint het?").fill("19.30")
    page.get_by_label("op locatie", exact=True).check()
    page.get_by_label("Waar is het?").fill(WHERE)
    page.get_by_label("de hele partij").check()
    page.get_by_role("button", name="Plan een bijeenkomst").click()
    expect(page.get_by_role("status")).to_contain_text("De bijeenkomst staat gepland.")
    return page.get_by_role("link", name=TITLE).get_attribute("href") or ""


def entry(client: httpx2.Client, address: str) -> dict[str, object]:
    """Read a meeting as a calendar does."""
    (found,) = Calendar.from_ical(client.get(address, params={"als": "ics"}).content).walk("VEVENT")
    begins = found.decoded("DTSTART")
    return {"day": begins.date(), "hour": begins.hour, "number": found["SEQUENCE"], "status": found["STATUS"]}


def test_a_meeting_is_announced_found_at_home_moved_and_called_off(visitor: Visitors, site: Site):
    first, second = (date.today() + timedelta(days=each) for each in (20, 27))  # noqa: DTZ011  # the day of this machine
    group, stranger = visitor(Role.CORE_GROUP, width=390, scripts=False).new_page(), visitor(width=390).new_page()
    address = announced(group, first)

    stranger.goto("/")
    stranger.get_by_role("link", name=TITLE).click()
    assert stranger.url == f"{site.address}{address}"
    expect(stranger.locator("main")).to_contain_text(WHERE)
    expect(stranger.get_by_role("link", name="Zet in uw agenda")).to_be_visible()
    assert faults(stranger) == []
    with site.client(VISITOR) as calendar:
        assert entry(calendar, address) == {"day": first, "hour": 19, "number": 0, "status": "CONFIRMED"}

        group.goto(address)
        group.locator("main").get_by_role("button", name="Verplaats de bijeenkomst").click()
        fill_day(group, second)
        group.get_by_role("button", name="Verplaats de bijeenkomst").click()
        expect(group.get_by_role("status")).to_contain_text("De bijeenkomst is verplaatst.")
        assert entry(calendar, address) == {"day": second, "hour": 19, "number": 1, "status": "CONFIRMED"}

        group.goto(f"{address}/afzeggen")
        group.get_by_label("Waarom").fill("De zaal is te klein.")
        group.get_by_role("button", name="Zeg de bijeenkomst af").click()
        expect(group.get_by_role("status")).to_contain_text("De bijeenkomst is afgezegd.")
        assert entry(calendar, address) == {"day": second, "hour": 19, "number": 2, "status": "CANCELLED"}
    stranger.goto("/")
    expect(stranger.get_by_role("link", name=TITLE)).to_have_count(0)
    stranger.goto("/bijeenkomsten")
    expect(stranger.get_by_role("listitem").filter(has_text=TITLE)).to_contain_text("Afgezegd.")
    stranger.get_by_role("link", name=TITLE).click()
    expect(stranger.locator("main")).to_contain_text("Deze bijeenkomst is afgezegd.")
