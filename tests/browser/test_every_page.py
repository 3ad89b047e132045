"""Every page there is, for everybody who can open it, in both languages: readable, usable, and nothing of the program shows."""

import gzip
import re
from collections.abc import Iterator
from functools import partial
from html import unescape

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

from application.language.words import WORDS
from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.site import VISITOR, Place, Site
from web.sitemap import site as sitemap

LANGUAGES = ("nl", "en")
WIDTHS = (1200, 390, 320)
FIRST_VISIT, LATER_PAGE = 100_000, 10_000
REFUSED = "/nergens"
ROLES = (VISITOR, Role.CORE_GROUP, Role.PARTY_BUREAU, Role.MEMBER)
"""Others see no more of a page than one of these; what they may open is tested without a browser."""
ENUM_VALUES = frozenset(
    str(value) for words in WORDS.values() for value in words if "-" in str(value) and str(value) not in {"e-mail", "on-site"}
)
OF_THE_PROGRAM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-|/v1/|\bnull\b|\bNone\b|\bundefined\b|\bTrue\b|\bFalse\b|\{\{|\}\}|UUID")


def opened_by(site: Site, *roles: Role) -> Iterator[Place]:
    """Give each page once at each address for some roles, where it opens."""
    for place in site.places():
        if place.role in roles:
            with site.client(place.role) as client:
                if client.get(place.address).status_code == 200:
                    yield place


def readable_text(html: str) -> str:
    """Give what a person reads or hears."""
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", html, flags=re.DOTALL)
    said = " ".join(re.findall(r'(?:aria-label|alt|title|placeholder)="([^"]*)"', body))
    return unescape(re.sub(r"<[^>]+>", " ", body)) + said


AXE = Axe()


def note_error(troubles: list[str], message: ConsoleMessage) -> None:
    """Keep what the browser complains of, such as something that the policy forbids."""
    if message.type == "error":
        troubles.append(message.text)


def faults(page: Page) -> list[str]:
    """Give what axe finds, every fold open."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.axe_script)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)")
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_and_nothing_is_scrolled_sideways(site: Site, visitor: Visitors, language: str):
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    for role in ROLES:
        page = visitor(role, language=language).new_page()
        troubles: list[str] = []
        page.on("console", partial(note_error, troubles))
        for address in {place.address: None for place in site.places() if place.role is role}:
            answer = page.goto(f"{address}?lang={language}")
            if answer is None or answer.status != 200 or (shown := page.inner_html("main")) in seen:
                troubles.clear()
                continue
            seen.add(shown)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                wide = page.evaluate("document.documentElement.scrollWidth")
                if wrong := faults(page) + [f"{wide} wide"] * (wide > width) + troubles:
                    found[f"{role} {address} at {width}"] = wrong
                troubles.clear()
    assert len(seen) >= len(sitemap().pages)
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_a_page_like_all_others(visitor: Visitors, language: str):
    page = visitor(width=390, language=language).new_page()
    answer = page.goto(REFUSED)

    assert answer is not None
    assert answer.status == 404
    assert faults(page) == []
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_program_is_said_and_all_of_it_in_one_language(site: Site, language: str):
    found: dict[str, list[str]] = {}
    for place in site.places():
        with site.client(place.role) as client:
            answer = client.get(place.address, params={"lang": language})
        text = readable_text(answer.text)
        wrong = [each for each in ENUM_VALUES if re.search(rf"(?<![\w-]){re.escape(each)}(?![\w-])", text)]
        wrong += OF_THE_PROGRAM.findall(text)
        if wrong or f'<html lang="{language}"' not in answer.text or answer.text.count("<h1") != 1:
            found[f"{place.role} {place.address}"] = wrong
        assert answer.status_code < 500, place
    assert found == {}


def test_pages_are_light(site: Site):
    heavy: dict[str, int] = {}
    with site.client() as client:
        home = client.get("/").text
        for place in site.places():
            with site.client(place.role) as known:
                weight = len(gzip.compress(known.get(place.address).content, 5))
            if weight > LATER_PAGE:
                heavy[f"{place.role} {place.address}"] = weight
        assets = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', home))
        behind = client.get(next(each for each in assets if each.endswith("start.js"))).text
        base = next(each for each in assets if each.endswith("start.js")).removesuffix("start.js")
        assets |= {base + each for each in re.findall(r'from "\./([^"]+)"', behind)}
        first = len(gzip.compress(home.encode(), 5))
        for asset in assets:
            answer = client.get(asset)
            first += int(answer.headers["content-length"])
    assert len(assets) == 7
    assert first <= FIRST_VISIT
    assert heavy == {}


def test_pages_say_the_same_without_scripts(site: Site, visitor: Visitors):
    without, with_them = visitor(scripts=False).new_page(), visitor().new_page()
    for place in opened_by(site, VISITOR):
        texts = []
        for page in (without, with_them):
            page.goto(place.address)
            texts.append(page.inner_text("main"))
        assert texts[0] == texts[1]


def test_every_page_has_an_address_in_the_demo(site: Site):
    """A name in a path that the demo has no example of would leave its page out of all these tests."""
    assert {page.path for page in sitemap().pages if not site.addresses_of(page.path)} == set()
