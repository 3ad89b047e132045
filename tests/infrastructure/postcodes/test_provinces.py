"""Where a postcode lies, by the table that ships, and by the list that it was derived from."""

import csv
from pathlib import Path

import pytest

from infrastructure.postcodes.derive import derived
from infrastructure.postcodes.provinces import TABLE, province_of

SOURCE = Path(__file__).parents[4] / "shared" / "data" / "postcode4.csv"
with_source = pytest.mark.skipif(not SOURCE.exists(), reason="../shared/data/postcode4.csv is not there: nothing to derive from")


@pytest.mark.parametrize(
    ("postcode", "province"),
    [("3811AB", "NL-UT"), ("1000", "NL-NH"), ("9999XX", "NL-GR"), ("4141KL", "NL-UT"), ("4128", "NL-UT"), ("8011", "NL-OV")],
)
def test_a_postcode_lies_in_a_province(postcode, province):
    assert province_of(postcode) == province


@pytest.mark.parametrize("postcode", ["", "0999", "1004ZZ", "10115", "B-1000", "SW1A 2AA", "\uff13811"])
def test_of_what_is_no_dutch_postcode_no_province_is_told(postcode):
    assert province_of(postcode) is None


@with_source
def test_the_table_is_what_the_list_says():
    assert TABLE.read_text(encoding="ascii").splitlines() == list(derived(SOURCE))


@with_source
def test_every_postcode_of_the_list_has_its_province():
    with SOURCE.open(encoding="utf-8-sig") as rows:
        postcodes = [row["postcode"] for row in csv.DictReader(rows)]
    assert len(postcodes) > 4_000
    assert [each for each in postcodes if province_of(each) is None] == []
