"""A small map of the provinces: what is told of each shows by its ground and its edge, and is said in words beside it."""

import csv
from collections.abc import Callable
from enum import Enum
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

from application.language.words import Words
from web.drawing.provinces.derive import TALL, WIDE

TABLE = Path(__file__).with_name("provinces.csv")
INK, DEEP, LIGHT = "#16303a", "#1d5f8a", "#dcebf6"


class OnMap(Enum):
    """What a map tells of a province: its class, its attributes for paper, and its words."""

    MISSED = "gemist", f'fill="{DEEP}"', Words("te weinig leden hiervandaan", "too few members from here")
    NOT_MISSED = "genoeg", f'fill="{LIGHT}"', Words("geen tekort te zien", "no shortage to be seen")
    UNKNOWN = (
        "onbekend",
        'fill="none" stroke-dasharray="2 2"',
        Words("te weinig leden om iets te zeggen", "too few members to tell"),
    )

    def __init__(self, css: str, attributes: str, words: Words) -> None:
        self.css, self.attributes, self.words = css, attributes, words

    @property
    def swatch(self) -> Markup:
        """Draw it in a key."""
        return Markup(  # noqa: S704  # ours alone
            f'<svg class="np-kaartje np-kaartje--vak" viewBox="0 0 24 16" aria-hidden="true"><title>{self.css}</title>'
            f'<path class="{self.css}" {self.attributes} stroke="{INK}" d="M1 1h22v14h-22z"/></svg>'
        )


@cache
def outlines() -> dict[str, str]:
    """Give the path of each province."""
    with TABLE.open(encoding="ascii", newline="") as rows:
        return {row["province"]: row["path"] for row in csv.DictReader(rows)}


def map_of(told: Callable[[str], OnMap], title: str, said: str) -> Markup:
    """
    Draw what is told of each province.

    :param title: what it is a map of
    :param said: what it shows, for who does not see it
    """
    head = f'<svg class="np-kaartje" viewBox="0 0 {WIDE} {TALL}" role="img"><title>{escape(title)}</title>'
    paths = (_province(told(name), path) for name, path in outlines().items())
    return Markup(f"{head}<desc>{escape(said)}</desc>{''.join(paths)}</svg>")  # noqa: S704  # paths, and words that are escaped


def _province(told: OnMap, path: str) -> str:
    return f'<path class="{told.css}" {told.attributes} stroke="{INK}" d="{path}"/>'
