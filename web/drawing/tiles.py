"""
The face of a network: a floor of tiles, made from its id, so that another name leaves it as it was.

Only presentation attributes: a strict policy takes it, and paper does too. It is decoration, hidden from who has pages read out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from markupsafe import Markup

from application.queries.networks import NetworkEntry

COLOURS: Mapping[str, tuple[str, str, str]] = {
    "zee": ("#1d5f8a", "#7fb5d9", "#dcebf6"),
    "mos": ("#3a6a34", "#9cc487", "#e1eeda"),
    "bes": ("#8f2c58", "#de94b3", "#f8e1ea"),
    "oker": ("#855600", "#e9b44c", "#fcecc8"),
    "klei": ("#a2431f", "#e89a77", "#fbe2d7"),
    "pruim": ("#5b3f8c", "#ae97d6", "#e9e2f5"),
    "den": ("#0f6a63", "#74bdb3", "#d6eeea"),
    "steen": ("#4a5560", "#a4afb8", "#e9ebed"),
}
"""Deep, middle and light of each; the names are those of the classes in portal.css."""
OF_CLOSED = "steen"
OF_OPEN = tuple(name for name in COLOURS if name != OF_CLOSED)
SUN = "#f6b73c"
"""Of the party: every face has a little of it, and a theme may give it another colour."""
SHAPES = (
    *("M0 0H10A10 10 0 0 1 0 10Z", "M10 0V10A10 10 0 0 1 0 0Z", "M10 10H0A10 10 0 0 1 10 0Z", "M0 10V0A10 10 0 0 1 10 10Z"),
    *("M0 0A10 10 0 0 1 10 10A10 10 0 0 1 0 0Z", "M10 0A10 10 0 0 1 0 10A10 10 0 0 1 10 0Z"),
    *("M0 0H10A5 5 0 0 1 0 0Z", "M0 10H10A5 5 0 0 0 0 10Z", "M5 1.5A3.5 3.5 0 0 1 5 8.5A3.5 3.5 0 0 1 5 1.5Z"),
)
"""In a square of ten: quarters, leaves, halves, and a person."""


class Face(NamedTuple):
    """What a network is recognised by, beside its name."""

    seed: str
    colour: str

    @property
    def css(self) -> str:
        """The class that gives everything inside an element this colour."""
        return f"np-{self.colour}"

    def drawn(self, columns: int, rows: int, css: str) -> Markup:
        """Draw so many tiles of it."""
        return _drawn(self, columns, rows, css)


def faces_of(networks: Iterable[NetworkEntry]) -> Mapping[UUID, Face]:
    """Give every network its face: the colour is its own while there are enough, the oldest first; a closed one has stone."""
    found: dict[UUID, Face] = {}
    taken: set[str] = set()
    for each in sorted(networks, key=lambda network: (network.begun_at, network.network.bytes)):
        colour = OF_CLOSED if each.closed_at is not None or each.merged_into is not None else _free(each.network, taken)
        taken.add(colour)
        found[each.network] = Face(str(each.network), colour)
    return found


def floor(faces: Iterable[Face], columns: int, rows: int, css: str) -> Markup:
    """Lay all faces as one floor."""
    return _laid(tuple(faces), columns, rows, css)


@lru_cache(maxsize=512)
def _drawn(face: Face, columns: int, rows: int, css: str) -> Markup:
    """Draw a face, which stays as it is: once for all who see it."""
    return _svg(_cells(face, columns, rows), columns, rows, css)


@lru_cache(maxsize=16)
def _laid(faces: tuple[Face, ...], columns: int, rows: int, css: str) -> Markup:
    laid = [_cells(face, columns, rows) for face in faces] or [_cells(Face("floor", OF_OPEN[0]), columns, rows)]
    turn = sha256(b"".join(face.seed.encode() for face in faces)).digest() * (columns * rows // 32 + 1)
    one_floor = (cells[turn[place] % len(laid)] for place, cells in enumerate(zip(*laid, strict=True)))
    return _svg(one_floor, columns, rows, css)


class _Cell(NamedTuple):
    x: int
    y: int
    ground: str
    ink: str
    shape: str


def _free(network: UUID, taken: set[str]) -> str:
    first = sha256(str(network).encode()).digest()[0] % len(OF_OPEN)
    wanted = OF_OPEN[first:] + OF_OPEN[:first]
    return next((colour for colour in wanted if colour not in taken), wanted[0])


def _cells(face: Face, columns: int, rows: int) -> list[_Cell]:
    deep, middle, light = COLOURS[face.colour]
    pairs = ((light, deep), (deep, middle), (middle, deep), (light, middle), (deep, light), (light, SUN))
    picks = b"".join(sha256(f"{face.seed}{n}".encode()).digest() for n in range(columns * rows * 2 // 32 + 1))
    return [
        _Cell(
            place % columns * 10,
            place // columns * 10,
            *pairs[picks[2 * place] % len(pairs)],
            SHAPES[picks[2 * place + 1] % len(SHAPES)],
        )
        for place in range(columns * rows)
    ]


def _svg(cells: Iterable[_Cell], columns: int, rows: int, css: str) -> Markup:
    grounds: dict[str, str] = {}
    inks: dict[str, str] = {}
    for cell in cells:
        grounds[cell.ground] = grounds.get(cell.ground, "") + f"M{cell.x} {cell.y}h10v10h-10z"
        inks[cell.ink] = inks.get(cell.ink, "") + "".join(_moved(cell.shape, cell.x, cell.y))
    paths = "".join(
        f'<path{" class=zon" if colour == SUN else ""} fill="{colour}" stroke="{colour}" d="{drawn}"/>'
        for group in (grounds, inks)
        for colour, drawn in group.items()
    )
    fits = ' preserveAspectRatio="xMinYMin slice"'
    return Markup(  # noqa: S704  # made of numbers and colours of ours
        f'<svg class="{css}" viewBox="0 0 {columns * 10} {rows * 10}"{fits} stroke-width=".25" aria-hidden="true">{paths}</svg>'
    )


def _moved(shape: str, x: int, y: int) -> Iterator[str]:
    for kind, numbers in re.findall(r"([MHVAZ])([^MHVAZ]*)", shape):
        values = [float(number) for number in numbers.split()]
        for place, by in {"M": ((0, x), (1, y)), "H": ((0, x),), "V": ((0, y),), "A": ((-2, x), (-1, y))}.get(kind, ()):
            values[place] += by
        yield kind + " ".join(f"{value:g}" for value in values)
