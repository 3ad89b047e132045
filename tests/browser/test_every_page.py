"""Every page there is, for everybody who can open it, in both languages: readable, usable, and nothing of the program shows."""

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
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
AFTER_A_STEP = frozenset(
    {
        "/aanmelden/account",
        "/aanmelden/account/terug",
        "/agenda/{key}",
        "/aanmelden/onbekend",
        "/aanmelden/wie",
        "/adviesvragen/{advice_request}/code",
        "/demo/sign-in",
        "/vraag/volgen/{secret}",
        "/aanmelden/ik-ben-lid",
    }
)
"""These open for who comes from the page before them; tests/web walks there."""
LARGEST_FIRST = (
    VISITOR,
    Role.MEMBER,
    Role.CORE_GROUP,
    Role.PARTY_BUREAU,
    Role.NATIONAL_BOARD,
    Role.PRIVACY_OFFICER,
    Role.REQUESTER,
    Role.AUDITOR,
    Role.ADMINISTRATOR,
)
"""Roles by how many people have them: a page is used most by the first that it opens for."""
ENUM_VALUES = frozenset(
    str(value) for words in WORDS.values() for value in words if "-" in str(value) and str(value) not in {"e-mail", "on-site"}
)
CODES = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(ENUM_VALUES, reverse=True)))})(?![\w-])")
OF_THE_PROGRAM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-|/v1/|\bnull\b|\bNone\b|\bundefined\b|\bTrue\b|\bFalse\b|\{\{|\}\}|UUID")


ENGLISH = re.compile(r"\b(?:the|your|you|with|from|this|has been|nobody|other)\b", re.IGNORECASE)
"""Words that no Dutch sentence has."""


def of_the_program(html: str) -> list[str]:
    """Give what a person reads on a page that only the program should know."""
    text = readable_text(html)
    return CODES.findall(text) + OF_THE_PROGRAM.findall(text)


def opened(site: Site, *roles: Role) -> Iterator[Place]:
    """Give each page that opens for some roles, at its first address where it does, for each of them."""
    for role in roles:
        with site.client(role) as client:
            for page in sitemap().pages:
                there = (each for each in site.addresses_of(page.path) if client.get(each).status_code == 200)
                if (address := next(there, None)) is not None:
                    yield Place(page.path, address, role)


def used_most(site: Site) -> Iterator[Place]:
    """Give each page once, for the role that uses it most."""
    left = list(sitemap().pages)
    for role in LARGEST_FIRST:
        with site.client(role) as client:
            for page in tuple(left):
                there = (each for each in site.addresses_of(page.path) if client.get(each).status_code == 200)
                if (address := next(there, None)) is not None:
                    left.remove(page)
                    yield Place(page.path, address, role)


def readable_text(html: str) -> str:
    """Give what a person reads or hears."""
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", html, flags=re.DOTALL)
    said = " ".join(re.findall(r'(?:aria-label|alt|title|placeholder)="([^"]*)"', body))
    return unescape(re.sub(r"<[^>]+>", " ", body)) + said


AXE = Axe()
SEEN = 0.01
"""Of the screen times the way that it moved: less is not seen. A tenth is called good by who measures sites."""
SHIFT = """() => new Promise(told => {
  let moved = 0
  new PerformanceObserver(list => list.getEntries().forEach(each => moved += each.hadRecentInput ? 0 : each.value))
    .observe({type: "layout-shift", buffered: true})
  requestAnimationFrame(() => setTimeout(() => told(moved), 50))
})"""
"""How much of a page moved after it was drawn first, such as by a script or a font that came late."""


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


def looked_at(visitor: Visitors, places: Iterable[Place], language: str = "nl") -> Mapping[str, list[str]]:
    """Open each page once and give what is wrong there: for axe on a large and the smallest screen, and too wide on any."""
    found: dict[str, list[str]] = {}
    pages: dict[Role, Page] = {}
    troubles: list[str] = []
    for place in places:
        if place.role not in pages:
            pages[place.role] = visitor(place.role, language=language).new_page()
            pages[place.role].on("console", partial(note_error, troubles))
        page = pages[place.role]
        page.goto(f"{place.address}?lang={language}")
        wrong = [f"what was there moved by {shift}"] if (shift := page.evaluate(SHIFT)) > SEEN else []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth")
            wrong += [f"{wide} wide at {width}"] * (wide > width)
            wrong += [f"{each} at {width}" for each in faults(page)] if width in (max(WIDTHS), min(WIDTHS)) else []
        if wrong or troubles:
            found[f"{place.role} {place.address} {language}"] = wrong + troubles
        troubles.clear()
    return found


def test_axe_finds_nothing_and_nothing_is_scrolled_sideways(site: Site, visitor: Visitors):
    places = list(used_most(site))
    assert {place.name for place in places} == {page.path for page in sitemap().pages} - AFTER_A_STEP
    assert looked_at(visitor, places) == {}


def test_axe_finds_nothing_on_forms_in_english(site: Site, visitor: Visitors):
    with_forms = {page.path for page in sitemap().pages if page.takes_forms or page.gives}
    places = [place for place in used_most(site) if place.name in with_forms]
    assert places
    assert looked_at(visitor, places, "en") == {}


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
    for role in site.roles:
        with site.client(role) as client:
            for page in sitemap().pages:
                for address in site.addresses_of(page.path):
                    answer = client.get(address, params={"lang": language}, follow_redirects=False)
                    wrong = of_the_program(answer.text) + (
                        ENGLISH.findall(readable_text(answer.text)) if language == "nl" else []
                    )
                    wrong += [str(answer.status_code)] * (answer.status_code >= 500)
                    has_page = not answer.is_redirect
                    if has_page and (f'<html lang="{language}"' not in answer.text or answer.text.count("<h1") != 1):
                        wrong.append("no page in this language with one heading")
                    if wrong:
                        found[f"{role} {address}"] = wrong
    assert found == {}


def test_pages_are_light(site: Site):
    heavy: dict[str, int] = {}
    for role in site.roles:
        with site.client(role) as known:
            for address in (each for page in sitemap().pages for each in site.addresses_of(page.path)):
                weight = len(gzip.compress(known.get(address).content, 5))
                if weight > LATER_PAGE:
                    heavy[f"{role} {address}"] = weight
    with site.client() as client:
        home = client.get("/").text
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
    for place in opened(site, VISITOR):
        texts = []
        for page in (without, with_them):
            page.goto(place.address)
            texts.append(page.inner_text("main"))
        assert texts[0] == texts[1]


def test_every_page_has_an_address_in_the_demo(site: Site):
    """A name in a path that the demo has no example of would leave its page out of all these tests."""
    assert {page.path for page in sitemap().pages if not site.addresses_of(page.path)} == set()
