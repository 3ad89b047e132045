"""Every page with the keyboard alone, on the smallest screen: what can be pressed is reached, in its order, and seen to be."""

from playwright.sync_api import Page

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.site import Site
from tests.browser.test_every_page import used_most

NARROW = 320
"""Also what a screen of 1280 shows when it is made four times as large."""
FOLLOW = """() => {
  document.querySelectorAll("details").forEach(each => each.open = true)
  const isShown = each => each.checkVisibility({visibilityProperty: true}) && !each.disabled
  const pressed = "a[href], button, input:not([type=hidden]), select, textarea, summary"
  const all = [...document.querySelectorAll(pressed)].filter(isShown)
  const names = new Set()
  window.wanted = all.filter(each => each.type !== "radio" || !names.has(each.name) && names.add(each.name))
  window.reached = []
  const look = each => (({outlineStyle, outlineWidth, boxShadow, backgroundColor}) =>
    [outlineStyle, outlineWidth, boxShadow, backgroundColor].join())(getComputedStyle(each))
  const before = new Map(all.map(each => [each, look(each) + look(each.parentElement)]))
  const beside = each => each.labels?.[0] ? getComputedStyle(each.labels[0], "::before") : {}
  document.addEventListener("focusin", ({target}) => {
    const first = window.wanted.find(each => each === target || each.type === "radio" && each.name === target.name)
    const isSeen = look(target) + look(target.parentElement) !== before.get(target)
      || parseFloat(beside(target).outlineWidth) > 0 && beside(target).outlineStyle !== "none"
    window.reached.push([window.wanted.indexOf(first), isSeen, target.outerHTML.slice(0, 120)])
  })
  return window.wanted.map(each => each.outerHTML.slice(0, 120))
}"""


def wrong_with(page: Page) -> list[str]:
    """Go through a page that is open with the key Tab, and give what is not reached, not in its order, or not seen."""
    wanted = page.evaluate(FOLLOW)
    for _ in wanted:
        page.keyboard.press("Tab")
    reached = page.evaluate("window.reached")
    order = [number for number, _, _ in reached]
    missed = [f"not reached: {each}" for number, each in enumerate(wanted) if number not in order]
    unordered = ["not in the order of the page"] * (order != sorted(order))
    return missed + unordered + [f"not seen: {each}" for _, is_seen, each in reached if not is_seen]


def test_every_page_is_gone_through_with_the_keyboard_alone(site: Site, visitor: Visitors):
    found: dict[str, list[str]] = {}
    pages: dict[Role, Page] = {}
    for place in used_most(site):
        page = pages.setdefault(place.role, pages.get(place.role) or visitor(place.role, width=NARROW).new_page())
        page.goto(place.address)
        if wrong := wrong_with(page):
            found[f"{place.role} {place.address}"] = wrong
    assert len(pages) > 3
    assert found == {}
