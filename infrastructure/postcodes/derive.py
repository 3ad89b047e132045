"""
From the list of postcodes with their towns to the small table that ships: ``make postcodes``.

The list is of 2014; the one change of province since then is applied.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PROVINCES: Final = {
    "Drenthe": "NL-DR",
    "Flevoland": "NL-FL",
    "Friesland": "NL-FR",
    "Gelderland": "NL-GE",
    "Groningen": "NL-GR",
    "Limburg": "NL-LI",
    "Noord-Brabant": "NL-NB",
    "Noord-Holland": "NL-NH",
    "Overijssel": "NL-OV",
    "Utrecht": "NL-UT",
    "Zeeland": "NL-ZE",
    "Zuid-Holland": "NL-ZH",
}
TO_UTRECHT_IN_2019: Final = frozenset({"Leerdam", "Zederik"})
"""With Vianen they became Vijfheerenlanden, in the province of Utrecht."""


def derived(source: Path) -> Iterator[str]:
    """Give the lines of the table: runs of numbers that follow each other in one province."""
    with source.open(encoding="utf-8-sig", newline="") as rows:
        found = {int(row["postcode"]): _province(row) for row in csv.DictReader(rows)}
    yield "first,last,province"
    first = last = min(found)
    for number in sorted(found)[1:]:
        if number != last + 1 or found[number] != found[last]:
            yield f"{first},{last},{found[last]}"
            first = number
        last = number
    yield f"{first},{last},{found[last]}"


def _province(row: dict[str, str]) -> str:
    return "NL-UT" if row["gemeente"] in TO_UTRECHT_IN_2019 else PROVINCES[row["provincie"]]


if __name__ == "__main__":
    table = Path(__file__).with_name("provinces.csv")
    table.write_text("\n".join(derived(Path(sys.argv[1]))) + "\n", encoding="ascii")
