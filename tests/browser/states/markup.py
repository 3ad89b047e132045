"""What of a page a check of its markup can tell apart: pages that differ in words, names and numbers alone are looked at once."""

import hashlib
import re
from html.parser import HTMLParser

from tests.browser.test_every_page import readable_text

NEVER_CLOSED = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
OF_THE_LOOK = frozenset({"class", "role", "type", "scope", "hidden", "open", "tabindex", "style"})
"""Attributes of which the value counts, and not only that they are there."""
LONG = re.compile(r"[^\s/@]{13,}")
"""Words that may be wider than the smallest screen, or than a column of it."""


class Skeleton(HTMLParser):
    """Takes the markup of a page without what is written in it. Of parts that are alike beside each other the first counts."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self._open: list[tuple[str, str, list[str]]] = [("page", "page", [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag in NEVER_CLOSED:
            self._open[-1][2].append(_start(tag, attrs))
        else:
            self._open.append((tag, _start(tag, attrs), []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1][2].append(_start(tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1:
            name, start, inside = self._open.pop()
            self._open[-1][2].append(_digest(start, inside))
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._open[-1][2].append("text")

    @property
    def digest(self) -> str:
        """The same for pages whose markup is the same."""
        return _digest("page", self._open[0][2])


def skeleton_of(html: str) -> Skeleton:
    """Take the skeleton of a page; drawings count as one thing each."""
    found = Skeleton()
    found.feed(re.sub(r"<svg\b.*?</svg>", "<svg></svg>", html, flags=re.DOTALL))
    found.close()
    return found


def long_words(html: str) -> frozenset[str]:
    """Give the words that decide whether a page with the same markup still fits the smallest screen."""
    return frozenset(LONG.findall(readable_text(html)))


def _start(tag: str, attrs: list[tuple[str, str | None]]) -> str:
    said = sorted(f"{name}={value}" if name in OF_THE_LOOK or not value else name for name, value in attrs)
    return " ".join((tag, *said))


def _digest(start: str, inside: list[str]) -> str:
    once = list(dict.fromkeys(inside))
    return hashlib.sha256("\n".join((start, *once)).encode()).hexdigest()
