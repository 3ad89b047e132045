"""Every page for everybody who may open it, in both languages, now and in the past, and in every state in which it is seen."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Page

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.site import Site
from tests.browser.states.markup import long_words, skeleton_of
from tests.browser.test_every_page import LANGUAGES, LARGEST_FIRST, faults, of_the_program
from web.page import SitePage
from web.sitemap import site as sitemap

WIDE, NARROW = 1200, 320
"""The smallest is also what a screen of 1280 shows when it is made four times as large."""
PAST = "2023-06-30"
GROUPS = 2
COLOURS = "axe.run(document, {runOnly: ['color-contrast', 'link-in-text-block']}).then(found => found.violations)"
"""What another state can change; all else was found before."""
CHAINS = """() => [...new Set([...document.querySelectorAll("body *:not(svg *)")].map(each => {
  const chain = []
  for (let at = each; at; at = at.parentElement) chain.push(`${at.localName}.${at.className}`)
  return chain.join(" ")
}))]"""
"""Each kind of element by what it stands in: what rules of style can tell apart."""


class State(NamedTuple):
    """How a page is seen, by what the browser is told."""

    name: str
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"
    forced: Literal["active", "none"] = "none"


STATES = (State("dark", scheme="dark"), State("printed", media="print"), State("forced colours", forced="active"))


class Seen(NamedTuple):
    """A page that differs from all others in its markup (``is_new``) or only in its longest words."""

    role: Role
    address: str
    language: str
    is_new: bool


def differing(site: Site, pages: Sequence[SitePage]) -> tuple[list[Seen], list[str]]:
    """Open pages for everybody, and give those that are unlike each other; and where one name is given to two things."""
    markup: set[str] = set()
    fits: set[tuple[str, frozenset[str]]] = set()
    found, doubles = [], []
    for role, language, address, html in _opened(site, pages):
        skeleton = skeleton_of(html)
        key = (skeleton.digest, long_words(html))
        if len(set(skeleton.ids)) < len(skeleton.ids):
            doubles.append(f"{role} {address}")
        if key not in fits:
            found.append(Seen(role, address, language, skeleton.digest not in markup))
        fits.add(key)
        markup.add(skeleton.digest)
    return found, doubles


def _opened(site: Site, pages: Sequence[SitePage]) -> Iterator[tuple[Role, str, str, str]]:
    for role in (each for each in LARGEST_FIRST if each in site.roles):
        with site.client(role) as client:
            for page in pages:
                for address in site.addresses_of(page.path):
                    for asked in [{"lang": each} for each in LANGUAGES] + [{"lang": "nl", "on": PAST}] * page.has_past:
                        answer = client.get(address, params=asked)
                        if answer.status_code != 200:
                            break
                        if answer.headers["content-type"].startswith("text/html"):
                            yield role, f"{answer.url.raw_path.decode()}", asked["lang"], answer.text


class Looking:
    """Looks at pages, and knows what was seen before."""

    def __init__(self) -> None:
        self._chains: set[str] = set()

    def wrong_with(self, page: Page, seen: Seen) -> list[str]:
        """Give what is wrong with a page that is open on the smallest screen: that it does not fit, and all that is new in it."""
        wide = page.evaluate("document.documentElement.scrollWidth")
        found = [f"{wide} wide"] * (wide > NARROW)
        if not seen.is_new:
            return found
        found += faults(page) + ["moves"] * page.evaluate("document.getAnimations().length > 0")
        page.set_viewport_size({"width": WIDE, "height": 800})
        chains = set(page.evaluate(CHAINS))
        if not chains <= self._chains:
            found += [f"{each} at {WIDE}" for each in faults(page)]
            found += [each for state in STATES for each in _colours(page, state)]
        self._chains |= chains
        page.set_viewport_size({"width": NARROW, "height": 800})
        return found


def _colours(page: Page, state: State) -> list[str]:
    """Give what is wrong with the colours of a page as it is seen in a state, and whether it fits."""
    page.emulate_media(color_scheme=state.scheme, media=state.media, forced_colors=state.forced)
    found = [f"{each['id']}: {each['nodes'][0]['html'][:160]} {state.name}" for each in page.evaluate(COLOURS)]
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.emulate_media(color_scheme="light", media="screen", forced_colors="none")
    return found + [f"{wide} wide {state.name}"] * (wide > WIDE)


def walked(site: Site, visitor: Visitors, pages: Sequence[SitePage]) -> Mapping[str, list[str]]:
    """Look at all that differs among pages, and give what is wrong where."""
    looking, found = Looking(), {}
    places, doubles = differing(site, pages)
    assert places
    assert doubles == []
    opened = {role: visitor(role, width=NARROW, site=site).new_page() for role in site.roles}
    for place in places:
        page = opened[place.role]
        page.goto(place.address)
        if wrong := looking.wrong_with(page, place) + of_the_program(page.content()):
            found[f"{place.role} {place.address}"] = wrong
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    "group", [pytest.param(each, marks=pytest.mark.xdist_group(f"browser-states-{each}")) for each in range(GROUPS)]
)
def test_every_page_in_every_state(site: Site, visitor: Visitors, group: int):
    assert walked(site, visitor, sitemap().pages[group::GROUPS]) == {}
