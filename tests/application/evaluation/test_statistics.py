"""How much a network looks like the party: the figures of the domain's own table, and whom we still miss."""

import pytest

from application.evaluation.statistics import chance, deviation, drawn, fair, limit, missing, wilson

SHARES = fair(
    {
        "NL-GR": 5.86,
        "NL-FR": 5.44,
        "NL-DR": 4.05,
        "NL-OV": 12.15,
        "NL-FL": 2.83,
        "NL-GE": 17.91,
        "NL-UT": 11.90,
        "NL-NH": 7.81,
        "NL-ZH": 23.37,
        "NL-ZE": 3.22,
        "NL-NB": 4.43,
        "NL-LI": 1.03,
    }
)
"""The party's vote of 22 November 2023 by province, in per cent (official counting files)."""
YARDSTICK_OF_FIFTY = 0.2468
SKEWED = {"NL-OV": 12, "NL-FL": 1, "NL-GE": 20, "NL-UT": 10, "NL-NH": 2, "NL-ZH": 5}


def test_a_network_divided_as_the_party_does_not_deviate():
    shares = fair({"NL-UT": 0.5, "NL-GE": 0.3, "NL-LI": 0.2})
    assert deviation({"NL-UT": 5, "NL-GE": 3, "NL-LI": 2}, shares) == 0
    assert deviation({"NL-LI": 10}, shares) == pytest.approx(0.8)
    assert deviation({"NL-XX": 10}, shares) == pytest.approx(1)


def test_the_worked_example_of_fifty_members():
    assert deviation(SKEWED, SHARES) == pytest.approx(0.42, abs=0.005)
    assert round(deviation(SKEWED, SHARES) * 50) == 21
    assert chance(SKEWED, SHARES) == pytest.approx(1 / 2001)


@pytest.mark.parametrize(
    ("n", "expected", "most"), [(4, 0.586, 0.768), (20, 0.273, 0.380), (50, 0.171, 0.244), (200, 0.086, 0.122)]
)
def test_small_groups_deviate_by_chance(n: int, expected: float, most: float):
    draws = drawn(n, SHARES)
    assert sum(draws) / len(draws) == pytest.approx(expected, abs=0.008)
    assert limit(n, SHARES) == pytest.approx(most, abs=0.02)


def test_the_yardstick_is_the_same_for_ever():
    before = drawn(50, SHARES)
    drawn.cache_clear()
    assert drawn(50, SHARES) == before
    assert round(limit(50, SHARES), 6) == YARDSTICK_OF_FIFTY


def test_of_many_members_a_thousand_are_drawn_and_what_they_deviate_is_scaled():
    assert limit(4_000, SHARES) == pytest.approx(limit(1_000, SHARES) / 2)


def test_a_part_of_the_country_is_missed_when_its_whole_interval_lies_below_its_share():
    assert missing({"NL-ZH": 10, "NL-GE": 24, "NL-OV": 16}, SHARES) == {"west": 13}
    assert missing(SKEWED, SHARES) == {}
    assert missing({"NL-ZH": 23, "NL-GE": 18, "NL-OV": 9}, SHARES) == {}


def test_absence_from_a_small_province_says_nothing():
    """Of fifty members none from Limburg: fewer than ten were to be expected."""
    assert "NL-LI" not in missing({"NL-ZH": 60, "NL-GE": 40}, SHARES)
    assert "zuid" not in missing({"NL-ZH": 30, "NL-GE": 20}, SHARES)


def test_from_a_hundred_members_on_provinces_are_told_too():
    without_utrecht = {"NL-ZH": 60, "NL-GE": 40, "NL-OV": 30, "NL-GR": 20, "NL-NB": 10}
    assert "NL-UT" in missing(without_utrecht, SHARES)
    assert all(
        not name.startswith("NL-") for name in missing({name: count // 2 for name, count in without_utrecht.items()}, SHARES)
    )


@pytest.mark.parametrize(("count", "n", "low", "high"), [(0, 50, 0.0, 0.0713), (50, 50, 0.9287, 1.0), (5, 10, 0.2366, 0.7634)])
def test_the_interval_of_a_share(count: int, n: int, low: float, high: float):
    assert wilson(count, n) == pytest.approx((low, high), abs=0.0001)
