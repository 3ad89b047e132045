"""Chromium of the system, a served demo for all browser tests of a process, and a page of a browser for each."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from domain.kernel.acts import Role
from tests.browser.site import VISITOR, Site, served

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

WALKS = frozenset({"test_every_page.py"})
"""These take about as long as all others: two processes share the work, each with a demo of its own."""


def chromium() -> str | None:
    """Give where the browser of this machine is."""
    return next((path for name in CHROMIUM if (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if item.path.parent.name == "states":
                continue
            walks, chores = item.path.name in WALKS, item.path.parent.name == "chores"
            item.add_marker(pytest.mark.xdist_group(f"browser-{'walks' if walks else 'chores' if chores else 'journeys'}"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(tmp_path_factory.mktemp("site") / "demo") as there:
        yield there


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = chromium()
    if found is None:
        if os.environ.get("NETWERKPARTIJ_TEST_BROWSER") == "needed":
            pytest.fail("no Chromium here, and these tests must run")
        pytest.skip("no Chromium: install it with the package manager of this machine (Debian: chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visitors:
    """Opens browsers for whoever visits."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.browser, self.site = browser, site
        self._open: list[BrowserContext] = []

    def __call__(
        self,
        role: Role = VISITOR,
        *,
        width: int = 1200,
        language: str = "nl",
        scripts: bool = True,
        site: Site | None = None,
    ) -> BrowserContext:
        """Give a browser of its own for somebody in a role, on a screen of a width."""
        at = site or self.site
        context = self.browser.new_context(
            base_url=at.address,
            viewport={"width": width, "height": 800},
            locale=language,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.add_cookies(at.cookies_of(role))
        self._open.append(context)
        return context

    def close(self) -> None:
        """Close all of them."""
        for each in self._open:
            each.close()


@pytest.fixture
def visitor(browser: Browser, site: Site) -> Iterator[Visitors]:
    visitors = Visitors(browser, site)
    yield visitors
    visitors.close()
