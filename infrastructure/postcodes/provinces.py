"""The province of a postcode, from its four digits (infrastructure/postcodes/README.md)."""

import csv
from bisect import bisect
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("provinces.csv")
DIGITS = 4


class Run(NamedTuple):
    """Numbers that follow each other, in one province."""

    first: int
    last: int
    province: str


def province_of(postcode: str) -> str | None:
    """Give the province (ISO 3166-2) of a Dutch postcode, with or without its letters; None of any other, and where none is."""
    if not (postcode.isascii() and postcode[:DIGITS].isdecimal()) or len(postcode) not in {DIGITS, DIGITS + 2}:
        return None
    number, runs = int(postcode[:DIGITS]), _runs()
    place = bisect(runs, number, key=lambda run: run.first) - 1
    return runs[place].province if place >= 0 and number <= runs[place].last else None


@cache
def _runs() -> Sequence[Run]:
    with TABLE.open(encoding="ascii", newline="") as rows:
        return [Run(int(row["first"]), int(row["last"]), row["province"]) for row in csv.DictReader(rows)]
