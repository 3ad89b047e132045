"""Every paper of the demo: printed it is nothing but the paper, and as a PDF a reader has it whole and in order."""

import re
import time
from collections.abc import Iterator
from itertools import pairwise

import httpx2
import pytest
from playwright.sync_api import Page

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.site import VISITOR, Place, Site
from tests.browser.test_every_page import LARGEST_FIRST, faults
from tests.papers import ReadPaper, need_pango
from web.sitemap import site as sitemap

MORE_PAGES = frozenset({"/evaluatie", "/evaluatie/grafieken/{chart}", "/evaluaties/{frozen_evaluation}"})
PAPERS = frozenset(
    {
        "/adviesvragen/{advice_request}",
        "/bestuur/vanavond",
        "/evaluatie",
        "/evaluatie/grafieken/{chart}",
        "/evaluaties/{frozen_evaluation}",
        "/plannen/{plan}",
        "/plannen/{plan}/besluit",
    }
)
NOT_ON_PAPER = "header, footer, nav, form, button, details, .govuk-button, .govuk-back-link, [role=status]"
SHOWN = "what => [...document.querySelectorAll(what)].filter(each => each.getClientRects().length)"
TOLD = ".map(each => each.outerHTML.slice(0, 90))"
CUT = f"{SHOWN}.filter(each => getComputedStyle(each).breakInside !== 'avoid'){TOLD}"
ADDRESSED = "!['none', 'normal'].includes(getComputedStyle(each, '::after').content)"
UNREADABLE = f"{SHOWN}.filter(each => getComputedStyle(each).color !== 'rgb(0, 0, 0)' || {ADDRESSED}){TOLD}"
WIDTH_OF_PAPER = 658
"""A4 within its margins, as a browser counts it."""


@pytest.fixture(scope="module")
def papers(site: Site) -> list[Place]:
    """Give every address of every paper, for whom of those that may open it are most."""
    return list(opened_by_most(site))


def opened_by_most(site: Site) -> Iterator[Place]:
    for page in (each for each in sitemap().pages if each.is_paper):
        left = list(site.addresses_of(page.path))
        for role in LARGEST_FIRST:
            with site.client(role) as client:
                for address in [each for each in left if client.get(each).status_code == 200]:
                    left.remove(address)
                    yield Place(page.path, address, role)


def paper_of(client: httpx2.Client, address: str) -> httpx2.Response:
    """Ask for a paper until it is there."""
    until = time.monotonic() + 100
    while time.monotonic() < until:
        answer = client.get(f"{address}{'&' if '?' in address else '?'}als=pdf-bestand")
        if answer.headers["content-type"] == "application/pdf":
            return answer
        assert "wordt gemaakt" in answer.text or "being made" in answer.text
        time.sleep(1)
    raise TimeoutError(address)


def test_the_papers_are_there(papers: list[Place]):
    assert {each.name for each in papers} == PAPERS


def test_printed_a_page_is_nothing_but_the_paper(papers: list[Place], visitor: Visitors):
    found: dict[str, list[str]] = {}
    for place in papers:
        page = visitor(place.role, width=WIDTH_OF_PAPER).new_page()
        page.goto(place.address)
        page.emulate_media(media="print")
        wrong = [
            *page.evaluate(f"{SHOWN}{TOLD}", NOT_ON_PAPER),
            *page.evaluate(CUT, "main tr, main dl > div, main li"),
            *page.evaluate(UNREADABLE, "main a"),
            *faults_on_paper(page),
        ]
        if page.evaluate("document.documentElement.scrollWidth") > WIDTH_OF_PAPER:
            wrong.append("wider than paper")
        pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
        if pages != 1 and place.name not in MORE_PAGES:
            wrong.append(f"{pages} pages")
        if wrong:
            found[f"{place.role} {place.address}"] = wrong
        page.context.close()
    assert found == {}


def faults_on_paper(page: Page) -> list[str]:
    """Give what axe finds on paper: there nothing is pressed, so a place is not too small for that."""
    return [each for each in faults(page) if not each.startswith("target-size")]


@pytest.mark.parametrize(("language", "names"), [("nl", PAPERS), ("en", {"/plannen/{plan}/besluit"})])
def test_every_paper_can_be_read_by_who_does_not_see_it(site: Site, papers: list[Place], language: str, names: frozenset[str]):
    """The last address of each has most in it."""
    need_pango()
    found: dict[str, list[str]] = {}
    for place in {each.name: each for each in papers if each.name in names}.values():
        with site.client(place.role) as client:
            client.get(place.address, params={"lang": language})  # kept in a cookie
            paper = ReadPaper(paper_of(client, place.address).content)
        if wrong := list(lacks(paper, language)):
            found[f"{place.role} {place.address}"] = wrong
        if place.name not in MORE_PAGES:
            assert len(paper.file.pages) == 1, place.address
    assert found == {}


def lacks(paper: ReadPaper, language: str) -> Iterator[str]:
    """Say what a paper lacks for a reader."""
    levels = paper.headings
    checks = {
        "it is not accessible by its own word": paper.says_it_is_accessible,
        "its language": paper.root["/Lang"] == language,
        "its title": paper.file.metadata is not None and "Voorbeeldpartij" in (paper.file.metadata.title or ""),
        "one heading on top": levels[:1] == [1] and levels.count(1) == 1,
        "headings in their order": all(later - earlier <= 1 for earlier, later in pairwise(levels)),
        "words for its pictures": all(said for tag, said in paper.tags if tag == "/Figure"),
        "whom to ask": "085 000 00 00" in paper.text and "partijnetwerken@voorbeeldpartij.example" in paper.text,
        "paper of its own": "Bewaar als pdf" not in paper.text and "Naar de inhoud" not in paper.text,
    }
    yield from (what for what, is_there in checks.items() if not is_there)


def test_a_paper_is_had_in_two_clicks_without_scripts(visitor: Visitors):
    need_pango()
    page = visitor(Role.NATIONAL_BOARD, scripts=False).new_page()
    page.goto("/bestuur/vanavond")
    page.get_by_role("link", name="Bewaar als pdf").click()
    until = time.monotonic() + 100
    while page.get_by_role("button", name="Kijk of het bestand klaar is").count() and time.monotonic() < until:
        time.sleep(0.3)
        page.get_by_role("button", name="Kijk of het bestand klaar is").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar het bestand").click()

    assert download.value.suggested_filename == "lijst-voor-het-bestuur.pdf"


def test_a_paper_is_made_by_itself_while_one_waits(visitor: Visitors):
    need_pango()
    page = visitor(Role.NATIONAL_BOARD).new_page()
    page.goto("/evaluatie?als=pdf&on=2023-12-30")
    assert faults(page) == []
    page.get_by_role("button", name="Bewaar het bestand").wait_for(timeout=100_000)
    assert faults(page) == []


def test_who_may_not_see_a_page_gets_no_paper_of_it(site: Site):
    need_pango()
    _, waits, _ = site.addresses_of("/plannen/{plan}")
    addresses = (waits, f"{waits}/besluit", "/bestuur/vanavond", site.addresses_of("/adviesvragen/{advice_request}")[0])
    with site.client(Role.PARTY_BUREAU) as bureau:
        for address in addresses[:3]:
            paper_of(bureau, address)
    with site.client(VISITOR) as stranger:
        for address in addresses:
            answer = stranger.get(address, params={"als": "pdf-bestand"})
            assert (answer.status_code, answer.headers["content-type"]) in {
                (status, "text/html; charset=utf-8") for status in (401, 403, 404)
            }
            assert answer.headers["cache-control"] == "no-store"


def test_a_paper_of_another_day_says_so(site: Site):
    need_pango()
    _, _, decided = site.addresses_of("/plannen/{plan}")
    with site.client(Role.NATIONAL_BOARD) as client:
        now = ReadPaper(paper_of(client, decided).content)
        then = ReadPaper(paper_of(client, f"{decided}?on=2022-10-01").content)
    assert "Zo was het op 1 oktober 2022." in then.text
    assert "Zo was het op" not in now.text
