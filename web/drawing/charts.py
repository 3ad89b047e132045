"""Curves and bars as drawings of our own: attributes for paper, classes for the screen. A table stands beside each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from markupsafe import Markup, escape

from application.language.formatting import SHORT_MONTHS
from application.language.words import Language
from web.drawing.tiles import COLOURS, Face

LINE, SOFT, INK = "#ddd4c3", "#485a62", "#16303a"
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000, 2_000, 5_000)
MOST_LINES = 4.2
WIDE, NARROW = (720, 300, 17), (360, 240, 15)
"""Width, height and size of the text: one drawing that shrinks has text that nobody reads on a phone."""


@dataclass(frozen=True)
class Curve:
    """
    A number that goes up and down in steps, day by day.

    :param points: on which day it became how many, the first first
    :param aim: what it should reach
    :param said: what somebody hears who does not see it
    :param beside: where it stands beside others: from when to when, and up to how many, all of them are drawn
    """

    points: Sequence[tuple[date, int]]
    aim: int | None
    aim_words: str
    said: str
    face: Face
    language: Language
    beside: tuple[date, date, int] | None = None

    def drawn(self) -> Markup:
        """Draw it twice: for a screen with room, and for a phone."""
        return Markup("").join((self._drawn(*WIDE, "np-breed"), self._drawn(*NARROW, "np-smal")))

    def drawn_small(self) -> Markup:
        """Draw it once, as small as it is on a phone: it stands beside others."""
        return self._drawn(*NARROW, "np-een-van")

    def _drawn(self, wide: int, tall: int, size: int, css: str) -> Markup:
        first, last, most = self.beside or (self.points[0][0], self.points[-1][0], max(number for _, number in self.points))
        scale = _Scale.of(first, last, max(most, self.aim or 0, 1), wide, tall, size)
        deep, _, light = COLOURS[self.face.colour]
        parts = [*_grid(scale, size), *self._months(scale, tall, size), *self._line(scale, deep, light), *self._aim(scale, size)]
        parts.append(self._end(scale, deep, size))
        head = f'<svg class="np-grafiek {css}" viewBox="0 0 {wide} {tall}" role="img"><title>{escape(self.said)}</title>'
        return Markup(f"{head}{''.join(parts)}</svg>")  # noqa: S704  # numbers, and words of ours that are escaped

    def _end(self, scale: "_Scale", deep: str, size: int) -> str:
        last_day, last = self.points[-1]
        x, y = scale.x(last_day), scale.y(last)
        number = f'font-weight="700" font-size="{size}" fill="{INK}" x="{x + 9:.0f}" y="{y + size * 0.38:.1f}"'
        return f'<circle class="eind" fill="{deep}" cx="{x:.1f}" cy="{y:.1f}" r="5"/><text class="nu" {number}>{last}</text>'

    def _line(self, scale: "_Scale", deep: str, light: str) -> list[str]:
        first, was = self.points[0]
        line = f"M{scale.x(first):.1f} {scale.y(was):.1f}"
        for (_, before), (day, number) in pairwise(self.points):
            if number != before:
                line += f"H{scale.x(day):.1f}V{scale.y(number):.1f}"
        line += f"H{scale.x(self.points[-1][0]):.1f}"
        return [
            f'<path class="vlak" fill="{light}" d="{line}V{scale.y(0):.1f}H{scale.x(first):.1f}Z"/>',
            f'<path class="lijn" fill="none" stroke="{deep}" stroke-width="3" stroke-linejoin="round" d="{line}"/>',
        ]

    def _aim(self, scale: "_Scale", size: int) -> list[str]:
        if self.aim is None:
            return []
        y = scale.y(self.aim)
        dashes = f'stroke="{INK}" stroke-width="1.5" stroke-dasharray="5 4" d="M{scale.left} {y:.1f}H{scale.right}"'
        x, base = self._beside_the_line(scale, size)
        words = f'font-size="{size}" fill="{INK}" x="{x:.1f}" y="{base:.1f}"'
        return [f'<path class="doel" {dashes}/>', f'<text class="doeltekst" {words}>{escape(self.aim_words)}</text>']

    def _beside_the_line(self, scale: "_Scale", size: int) -> tuple[float, float]:
        """Give where the words of the aim stand: above or below its dashes, where neither the curve nor its end runs through."""
        wide, y = len(self.aim_words) * size * 0.55, scale.y(self.aim or 0)
        left, right = scale.left + 6, scale.right - wide
        places = [(left, y - 6), (right, y - 6), (left, y + size + 2), (right, y + size + 2)]
        return next((each for each in places if not self._runs_through(scale, *each, wide, size)), places[0])

    def _runs_through(self, scale: "_Scale", x: float, base: float, wide: float, size: int) -> bool:
        ends = [*(scale.x(day) for day, _ in self.points[1:]), scale.x(self.points[-1][0])]
        beside = [
            scale.y(number)
            for (day, number), end in zip(self.points, ends, strict=True)
            if scale.x(day) <= x + wide + 3 and end >= x - 3
        ]
        end_day, last = self.points[-1]
        if x - 3 * size < scale.x(end_day) < x + wide + 3:  # its dot, and the number behind that
            beside += [scale.y(last) - size / 2, scale.y(last) + size / 2]
        return bool(beside) and min(beside) < base + 5 and max(beside) > base - size

    def _months(self, scale: "_Scale", tall: int, size: int) -> list[str]:
        firsts = _firsts(scale.first, scale.last)
        every = max(1, -(-len(firsts) * int(size * 3.6) // max(scale.right - scale.left, 1)))
        offset = next((place for place, day in enumerate(firsts) if day.month == 1), 0) % every
        return [
            f'<path class="as" stroke="{LINE}" d="M{scale.x(day):.1f} {scale.y(0):.1f}v5"/>'
            f'<text font-size="{size}" fill="{SOFT}" text-anchor="middle" x="{scale.x(day):.1f}" y="{tall - size * 0.35:.1f}">'
            f"{self._month(day)}</text>"
            for day in firsts[offset::every]
            if scale.x(day) <= scale.right - size
        ]

    def _month(self, day: date) -> str:
        short = SHORT_MONTHS[day.month - 1].in_language(self.language)
        return f"{short} \N{RIGHT SINGLE QUOTATION MARK}{day:%y}" if day.month == 1 else short


@dataclass(frozen=True)
class _Scale:
    """Where a day and a number are in a drawing."""

    left: int
    right: int
    up: float
    down: float
    top: int
    step: int
    first: date
    last: date

    @classmethod
    def of(cls, first: date, last: date, most: int, wide: int, tall: int, size: int) -> "_Scale":
        step = next((step for step in STEPS if most / step <= MOST_LINES), most)
        digits = len(str(most))
        left, right = int(size * (0.8 + 0.6 * digits)), int(wide - size * (1.2 + 0.6 * digits))
        top = -(-int(most * 1.04) // step) * step
        return cls(left, right, size * 0.9, tall - size * 1.9, top, step, first, last)

    def x(self, day: date) -> float:
        days = max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def y(self, number: float) -> float:
        return self.up + (self.down - self.up) * (1 - number / max(self.top, 1))


def _grid(scale: _Scale, size: int) -> list[str]:
    return [
        f'<path class="as" stroke="{LINE}" d="M{scale.left} {scale.y(number):.1f}H{scale.right}"/>'
        f'<text font-size="{size}" fill="{SOFT}" text-anchor="end" x="{scale.left - 7}" y="{scale.y(number) + size * 0.35:.1f}">'
        f"{number}</text>"
        for number in range(0, scale.top + 1, scale.step)
    ]


def _firsts(first: date, last: date) -> list[date]:
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if day.day == 1]


def bar(number: float, *, most: float, aim: float | None = None) -> Markup:
    """Draw a number as a bar in its row; the number itself stands beside it."""
    goal = "" if aim is None else _goal(300 * aim / max(most, 1))
    return Markup(  # noqa: S704  # numbers
        '<svg class="np-staaf" viewBox="0 0 300 24" preserveAspectRatio="none" aria-hidden="true">'
        f"<title>{number}</title>"  # on paper every figure is told
        f'<rect class="leeg" fill="#efe8da" y="4" width="300" height="16"/>'
        f'<rect class="vol" fill="#1d5f8a" y="4" width="{300 * number / max(most, 1):.1f}" height="16"/>{goal}</svg>'
    )


def _goal(at: float) -> str:
    """Draw a line that is seen on a full bar too."""
    edge = f'<path class="rand" stroke="#fff" stroke-width="8" d="M{at:.1f} 0V24"/>'
    return f'{edge}<path class="doel" stroke="{INK}" stroke-width="3" d="M{at:.1f} 0V24"/>'


PARTS = (("vol", "#1d5f8a", ""), ("half", "#7fb5d9", ""), ("open", "none", f' stroke="{INK}" stroke-dasharray="4 3"'))
"""The first part of a bar, the second and the last: they differ in their ground and their edge, not in colour alone."""


def parted_bar(numbers: Sequence[int], *, most: int) -> Markup:
    """Draw up to three numbers behind each other; the numbers themselves stand beside it."""
    drawn, left = "", 0.0
    for number, (css, fill, edge) in zip(numbers, PARTS, strict=False):
        wide = 300 * number / max(most, 1)
        if number:
            drawn += f'<rect class="{css}" fill="{fill}"{edge} x="{left:.1f}" y="4" width="{wide:.1f}" height="16"/>'
        left += wide
    told = " + ".join(map(str, numbers))
    head = '<svg class="np-staaf" viewBox="0 0 300 24" preserveAspectRatio="none" aria-hidden="true">'
    return Markup(f"{head}<title>{told}</title>{drawn}</svg>")  # noqa: S704  # numbers
