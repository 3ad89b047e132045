"""A walk through pages as somebody makes it, and what it asks of them: pages read, fields filled in, characters typed."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

CHARACTERS_A_MINUTE, SECONDS_A_PAGE = 200, 2
PATIENCE = 20.0
A_CODE = re.compile(r"\b\d{4} \d{4}\b")
DAY_PARTS = ("Dag", "Maand", "Jaar")


@dataclass
class Effort:
    """What a walk asked: a day is one field, and choosing or pressing something counts as one character."""

    pages: int = 0
    forms: int = 0
    fields: int = 0
    characters: int = 0

    @property
    def seconds(self) -> int:
        """How long that takes, in whole seconds, at 200 characters a minute and 2 s a page read."""
        return ceil(self.pages * SECONDS_A_PAGE + self.characters * 60 / CHARACTERS_A_MINUTE)


class Walk:
    """Somebody in a browser. Everything that is done is counted, until it is said that it is not."""

    def __init__(self, page: Page) -> None:
        self.page, self.effort, self._counts = page, Effort(), True
        self._is_filled_in = False
        page.set_default_timeout(10_000)

    @contextmanager
    def not_counted(self) -> Iterator[None]:
        """Do what is no part of the chore."""
        self._counts = False
        yield
        self._counts = True

    def open(self, address: str) -> None:
        """Begin at a page that is known: a bookmark, or the page that stands open."""
        self.page.goto(address)
        self._read()

    def follow(self, name: str | re.Pattern[str], *, within: str = "body") -> None:
        """Go on by a link."""
        self._press(self.page.locator(within).get_by_role("link", name=name).first)

    def press(self, name: str | re.Pattern[str]) -> None:
        """Press a button."""
        self._press(self.page.get_by_role("button", name=name).first)

    def unfold(self, words: str) -> None:
        """Open what is folded."""
        self.page.get_by_text(words).click()
        self._count(characters=1)

    def type(self, label: str | re.Pattern[str], text: str, *, exact: bool = False) -> None:
        """Fill in a field."""
        self.page.get_by_label(label, exact=exact).first.fill(text)
        self._count(fields=1, characters=len(text))

    def day(self, day: int, month: int, year: int, *, number: int = 0) -> None:
        """Fill in a day, which is one field of three parts; of several on the page the first, unless another is meant."""
        for label, part in zip(DAY_PARTS, (day, month, year), strict=True):
            self.page.get_by_label(label, exact=True).nth(number).fill(str(part))
        self._count(fields=1, characters=len(f"{day}{month}{year}"))

    def choose(self, label: str | re.Pattern[str], *, exact: bool = True) -> None:
        """Choose one of several, or tick one."""
        self.page.get_by_label(label, exact=exact).first.check()
        self._count(fields=1, characters=1)

    def select(self, label: str, option: str) -> None:
        """Choose from a list that folds out."""
        self.page.get_by_label(label).select_option(label=option)
        self._count(fields=1, characters=1)

    def reads(self, *texts: str) -> None:
        """See what is said."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def _press(self, what: Locator) -> None:
        with self.page.expect_navigation(wait_until="load"):
            what.click()
        self._count(characters=1)
        self._read()

    def _read(self) -> None:
        self._is_filled_in = False
        self._count(pages=1)

    def _count(self, *, pages: int = 0, fields: int = 0, characters: int = 0) -> None:
        if not self._counts:
            return
        self.effort.pages += pages
        self.effort.characters += characters
        self.effort.fields += fields
        self.effort.forms += bool(fields) and not self._is_filled_in
        self._is_filled_in = self._is_filled_in or bool(fields)


def letter_to(letters: Path, address: str, begun: int) -> str:
    """Wait for a letter with a code: the demo writes down what it would send."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        written = letters.read_text(encoding="utf-8")[begun:] if letters.exists() else ""
        for letter in written.split("To: "):
            if letter.startswith(address) and A_CODE.search(letter):
                return letter
        time.sleep(0.1)
    raise AssertionError(address)


def code_in(letter: str) -> str:
    """Give the code of a letter, as people type it."""
    return str(A_CODE.findall(letter)[0]).replace(" ", "")


def link_in(letter: str) -> str:
    """Give where the link of a letter leads, on whatever server it is."""
    address = urlsplit(re.findall(r"http\S+", letter)[0])
    return f"{address.path}?{address.query}"


def written_until_now(letters: Path) -> int:
    """Give how much was written down before a letter is waited for."""
    return len(letters.read_text(encoding="utf-8")) if letters.exists() else 0
