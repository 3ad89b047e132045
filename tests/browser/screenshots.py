"""A picture of every page, for everybody who can open it: ``make screenshots``. Look at them."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser.conftest import chromium
from tests.browser.site import served
from web.sitemap import site as sitemap

WIDTHS = (1200, 390)


def main(folder: Path) -> None:
    """Write ``<page>-<role>-<width>.png``; of a page at several addresses the first has that name."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place, served(Path(place) / "demo") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for role in site.roles:
            for width in WIDTHS:
                context = browser.new_context(base_url=site.address, viewport={"width": width, "height": 900}, locale="nl")
                context.add_cookies(site.cookies_of(role))
                shown = context.new_page()
                for page in sitemap().pages:
                    for number, address in enumerate(site.addresses_of(page.path)):
                        answer = shown.goto(address)
                        if answer is not None and answer.ok:
                            name = f"{page.show.__name__}{number or ''}-{role}-{width}.png"
                            shown.screenshot(path=folder / name, full_page=True)
                context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
