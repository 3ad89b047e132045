"""Maps and bars of charts: what they tell is told in more than one way, and the outlines are those of the source."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from application.language.words import Language
from web.drawing.charts import Curve, bar, parted_bar
from web.drawing.provinces.derive import derived
from web.drawing.provinces.map import OnMap, map_of, outlines
from web.drawing.tiles import Face

SOURCE = Path(__file__).parents[3] / "shared" / "data" / "nld.topo.json"
LARGEST = 5_000
FACE = Face("zorg", "bes")


def test_twelve_provinces_have_an_outline_and_all_together_are_light():
    assert len(outlines()) == 12
    assert sum(map(len, outlines().values())) < LARGEST


@pytest.mark.skipif(not SOURCE.exists(), reason="../shared/data/nld.topo.json is not there: nothing to derive from")
def test_the_outlines_are_what_the_source_says():
    assert outlines() == derived(SOURCE)


def test_a_map_tells_each_province_by_its_ground_and_its_edge_and_in_words():
    drawn = str(
        map_of(lambda name: OnMap.MISSED if name == "NL-GR" else OnMap.UNKNOWN, "Waar <leden> wonen", "Te weinig: Groningen")
    )
    assert "<title>Waar &lt;leden&gt; wonen</title><desc>Te weinig: Groningen</desc>" in drawn
    assert drawn.count('class="gemist"') == 1
    assert drawn.count("stroke-dasharray") == drawn.count('class="onbekend"') == 11
    assert len({each.attributes for each in OnMap}) == len(OnMap)


def test_the_limit_is_seen_on_a_full_bar():
    assert 'class="rand" stroke="#fff"' in bar(20, most=20, aim=10)


def test_parts_of_a_bar_stand_behind_each_other_and_those_without_any_are_left_out():
    drawn = parted_bar([1, 0, 2], most=3)
    assert [css for css in ("vol", "half", "open") if f'class="{css}"' in drawn] == ["vol", "open"]
    assert 'x="100.0" y="4" width="200.0"' in drawn


@pytest.mark.parametrize("numbers", [(10, 20, 30), (55, 60, 65), (5, 52, 200), (200, 52, 5), (10, 50, 60, 52), (48, 48, 48)])
def test_the_words_of_the_aim_stand_where_the_curve_does_not_run(numbers: tuple[int, ...]):
    points = [(date(2023, 2, 1) + 90 * number * timedelta(days=1), each) for number, each in enumerate(numbers)]
    drawn = Curve(
        points, 50, "streven: 50", "Leden", FACE, Language.NL, (date(2022, 9, 30), date(2023, 12, 31), 200)
    ).drawn_small()
    line = re.search(r'class="lijn"[^>]* d="([^"]+)"', drawn)
    words = re.search(r'class="doeltekst"[^>]* x="([\d.]+)" y="([\d.]+)"', drawn)
    assert line is not None
    assert words is not None
    left, base = float(words[1]), float(words[2])
    for x, y in corners(line[1]):
        assert not (left < x < left + 80 and base - 12 < y < base + 2)


def corners(path: str) -> list[tuple[float, float]]:
    """Give points of a curve, one every few units."""
    x, y = map(float, re.match(r"M([\d.]+) ([\d.]+)", path).groups())  # type: ignore[union-attr]  # it begins so
    found = [(x, y)]
    for way, text in re.findall(r"([HV])([\d.]+)", path):
        to = (float(text), y) if way == "H" else (x, float(text))
        found += [(x + (to[0] - x) * part / 50, y + (to[1] - y) * part / 50) for part in range(51)]
        x, y = to
    return found


def test_curves_beside_each_other_have_one_scale_and_one_calendar():
    points = [(date(2023, 3, 31), 10), (date(2023, 6, 30), 20)]
    alone, beside = (
        Curve(points, 50, "streven", "Leden", FACE, Language.NL, of).drawn_small()
        for of in (None, (date(2022, 9, 30), date(2023, 12, 31), 200))
    )
    assert ">200</text>" in beside
    assert ">200</text>" not in alone
    assert "okt" in beside
    assert "okt" not in alone
