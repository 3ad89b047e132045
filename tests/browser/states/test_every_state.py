"""Every page for everybody who may open it, in every state in which it is seen: axe finds nothing, and it fits the screen."""

from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Page

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.site import Site
from tests.browser.test_every_page import LARGEST_FIRST, faults, opened

WIDE, NARROW = 1200, 320
"""The smallest is also what a screen of 1280 shows when it is made four times as large."""
GROUPS = 2
COLOURS = "axe.run(document, {runOnly: ['color-contrast', 'link-in-text-block']}).then(found => found.violations)"
"""What another state can change; all else was found before."""


class State(NamedTuple):
    """How a page is seen, by what the browser is told."""

    name: str
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"
    forced: Literal["active", "none"] = "none"
    motion: Literal["reduce", "no-preference"] = "reduce"


STATES = (
    State("dark", scheme="dark"),
    State("printed", media="print"),
    State("forced colours", forced="active"),
    State("moving", motion="no-preference"),
)


def seen(page: Page, state: State) -> list[str]:
    """Give what is wrong with the colours of a page as it is seen in a state, and whether it fits."""
    page.emulate_media(color_scheme=state.scheme, media=state.media, forced_colors=state.forced, reduced_motion=state.motion)
    found = [f"{each['id']}: {each['nodes'][0]['html'][:160]} {state.name}" for each in page.evaluate(COLOURS)]
    wide = page.evaluate("document.documentElement.scrollWidth")
    return found + [f"{wide} wide {state.name}"] * (wide > WIDE)


def wrong_with(page: Page) -> list[str]:
    """Give what axe finds on a page that is open: on a large and the smallest screen, and in every state."""
    found = []
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{wide} wide at {width}"] * (wide > width) + [f"{each} at {width}" for each in faults(page)]
    for state in STATES:
        found += seen(page, state)
    page.emulate_media(color_scheme="light", media="screen", forced_colors="none", reduced_motion="reduce")
    return found


def in_groups(name: str) -> list[object]:
    """Give each role, in groups that are walked beside each other."""
    return [
        pytest.param(role, marks=pytest.mark.xdist_group(f"browser-{name}-{number % GROUPS}"))
        for number, role in enumerate(LARGEST_FIRST)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", in_groups("states"))
def test_every_page_in_every_state(site: Site, visitor: Visitors, role: Role, language: str):
    found: dict[str, list[str]] = {}
    page = visitor(role, language=language).new_page()
    places = list(opened(site, role))
    assert places
    for place in places:
        page.goto(f"{place.address}?lang={language}")
        if wrong := wrong_with(page):
            found[place.address] = wrong
    assert found == {}
