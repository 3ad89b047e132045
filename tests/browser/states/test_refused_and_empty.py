"""Forms that are refused, and a party that has only begun: axe finds nothing, and it fits the smallest screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from application.access.table import ROWS
from tests.browser.conftest import Visitors
from tests.browser.site import Place, Site, served_empty
from tests.browser.states.markup import skeleton_of
from tests.browser.states.test_every_state import NARROW, walked
from tests.browser.test_every_page import LARGEST_FIRST, faults, of_the_program
from web.asking.deed import Deed
from web.sitemap import site as sitemap


def cannot_be_empty(of: Deed) -> bool:
    """Say whether a form that is sent empty is always refused."""
    return any(each.required and each.kind not in {"fixed", "parts"} for each in of.fields)


def refusable(site: Site) -> Iterator[Place]:
    """Give each form that asks something, for the first role that may open it."""
    left = [each for each in sitemap().deeds.values() if each.starts is None and cannot_be_empty(each)]
    for role in LARGEST_FIRST:
        with site.client(role) as client:
            for each in tuple(left):
                addresses = site.addresses_of(each.at) if role in ROWS[each.command] else ()
                there = (at for at in addresses if client.get(at).status_code == 200)
                if (address := next(there, None)) is not None:
                    left.remove(each)
                    yield Place(each.at, address, role)


def looked_at_when_refused(page: Page, seen: set[str]) -> list[str]:
    """
    Send the form of a page as it is, and give what is wrong with the page that then says what is missing.

    :param seen: markup that was looked at before
    """
    page.locator("form#form button[type=submit]").last.click()
    page.wait_for_load_state("load")
    wide = page.evaluate("document.documentElement.scrollWidth")
    says = page.locator(".govuk-error-summary a").count()
    beside = page.locator(".govuk-error-message").count()
    found = [f"{wide} wide"] * (wide > NARROW) + of_the_program(page.content())
    markup = skeleton_of(page.content()).digest
    found += faults(page) if markup not in seen else []
    seen.add(markup)
    return found + ["no summary"] * (says == 0) + ["nothing beside the field"] * (beside == 0)


@pytest.mark.slow
@pytest.mark.xdist_group("browser-refused")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_that_is_refused_says_so_in_a_summary_and_beside_the_field(site: Site, visitor: Visitors, language: str):
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    pages = {role: visitor(role, width=NARROW, language=language).new_page() for role in LARGEST_FIRST}
    places = list(refusable(site))
    assert len(places) > 30
    for place in places:
        page = pages[place.role]
        page.goto(f"{place.address}?lang={language}")
        if wrong := looked_at_when_refused(page, seen):
            found[f"{place.role} {place.address}"] = wrong
    assert found == {}


@pytest.fixture(scope="module")
def nothing_yet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served_empty(tmp_path_factory.mktemp("empty") / "demo") as there:
        yield there


@pytest.mark.slow
@pytest.mark.xdist_group("browser-refused")
def test_a_party_that_has_only_begun_has_pages_that_say_so(nothing_yet: Site, visitor: Visitors):
    assert walked(nothing_yet, visitor, sitemap().pages) == {}
