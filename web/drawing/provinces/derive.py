"""
From the outlines of provinces (TopoJSON) to the few points of each that a small map needs: ``make provinces``.

Shared borders are simplified once, so that provinces still touch; islands overseas and specks too small to be seen are left out.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import cos, dist, radians
from pathlib import Path
from typing import Any, Final

Point = tuple[int, int]
IDS: Final = frozenset(f"NL.{name}" for name in ("DR", "FL", "FR", "GE", "GR", "LI", "NB", "NH", "OV", "UT", "ZE", "ZH"))
WEST, EAST, SOUTH, NORTH = 3.3, 7.3, 50.7, 53.6
TALL: Final = 160
NARROWER: Final = cos(radians((SOUTH + NORTH) / 2))
WIDE: Final = round(TALL * (EAST - WEST) * NARROWER / (NORTH - SOUTH))
SPECK: Final = 4
"""Of a smaller area, in the units of the map, nothing would be seen."""
SEEN: Final = 0.7
"""How far a border may be from where it was, in the units of the map."""


def derived(source: Path) -> dict[str, str]:
    """Give the path of each province, by the code of ISO 3166-2."""
    found = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_simplified([*_points(arc, found["transform"])]) for arc in found["arcs"]]
    shapes = (each for each in found["objects"]["nld"]["geometries"] if each["id"] in IDS)
    return dict(sorted((each["id"].replace(".", "-"), "".join(map(_path, _rings(each, arcs)))) for each in shapes))


def _points(arc: Sequence[Sequence[int]], transform: Any) -> Iterator[Point]:  # noqa: ANN401  # JSON
    """Give the points of an arc on the map; those that fall together once."""
    (across, up), (left, bottom) = transform["scale"], transform["translate"]
    last = None
    for x, y in accumulate(arc, lambda was, step: [was[0] + step[0], was[1] + step[1]]):
        east, north = x * across + left, y * up + bottom
        point = round((east - WEST) / (EAST - WEST) * WIDE), round((NORTH - north) / (NORTH - SOUTH) * TALL)
        if point != last:
            yield point
        last = point


def _simplified(arc: list[Point]) -> list[Point]:
    """Leave out the points without which a border is still where it was (Douglas and Peucker)."""
    if arc[1:-1] == []:
        return arc
    away = [_distance(point, arc[0], arc[-1]) for point in arc]
    farthest = max(range(1, len(arc) - 1), key=away.__getitem__)
    if away[farthest] <= SEEN:
        return [arc[0], arc[-1]]
    return _simplified(arc[: farthest + 1])[:-1] + _simplified(arc[farthest:])


def _distance(point: Point, first: Point, last: Point) -> float:
    """Give how far a point is from the line between two others."""
    if first == last:
        return dist(point, first)
    (x, y), (left, top), (right, low) = point, first, last
    return abs((right - left) * (top - y) - (left - x) * (low - top)) / dist(first, last)


def _rings(shape: Any, arcs: Sequence[Sequence[Point]]) -> Iterator[list[Point]]:  # noqa: ANN401  # JSON
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for outer, *_ in polygons:
        ring = [point for number in outer for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]
        if _area(ring) >= SPECK:
            yield ring


def _area(ring: Sequence[Point]) -> float:
    around = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * down - right * y for (x, y), (right, down) in around)) / 2


def _path(ring: Sequence[Point]) -> str:
    steps = [f"M{ring[0][0]} {ring[0][1]}"]
    for (x, y), (right, down) in pairwise(ring):
        if (x, y) != (right, down):
            steps.append(f"l{right - x} {down - y}")
    return "".join(steps) + "z"


if __name__ == "__main__":
    shapes = derived(Path(sys.argv[1]))
    table = "".join(f"{name},{path}\n" for name, path in shapes.items())
    Path(__file__).with_name("provinces.csv").write_text(f"province,path\n{table}", encoding="ascii")
