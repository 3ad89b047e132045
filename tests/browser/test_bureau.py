"""Whoever is stuck finds whom to ask: the bureau's name, phone and mail stand on every page, also on one that refuses."""

from html import unescape

import pytest

from tests.browser.site import VISITOR, Site
from tests.browser.test_every_page import REFUSED, used_most
from web.sitemap import site as sitemap

BUREAU = ("Partijbureau van de Voorbeeldpartij", 'href="tel:0850000000"', 'href="mailto:partijnetwerken@voorbeeldpartij.example"')


def lacking(html: str) -> list[str]:
    """Give what a page does not say of the bureau in its foot."""
    foot = unescape(html[html.index("<footer") :])
    return [each for each in BUREAU if each not in foot]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_names_the_bureau_and_how_to_reach_it(site: Site, language: str):
    found: dict[str, list[str]] = {}
    for place in used_most(site):
        with site.client(place.role) as client:
            wrong = lacking(client.get(place.address, params={"lang": language}).text)
        if wrong:
            found[place.address] = wrong
    assert found == {}


def test_so_do_forms_and_refusals(site: Site):
    found: dict[str, list[str]] = {}
    with site.client(VISITOR) as client:
        for address in (REFUSED, "/te-doen", "/netwerken?on=2023-02-31", *(each.at for each in sitemap().deeds.values())):
            if wrong := lacking(client.get(address.replace("{network}", "onderwijs"), follow_redirects=True).text):
                found[address] = wrong
    assert found == {}
