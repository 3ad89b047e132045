"""A table tells the same on the page, in a file with semicolons and in a spreadsheet."""

from datetime import date

import pytest

from application.language.words import Language, Words
from infrastructure.tables import Table, TableColumn

PLACE = Words("Fryslân", "Friesland")


@pytest.mark.parametrize(("language", "told"), [(Language.NL, "Fryslân"), (Language.EN, "Friesland")])
def test_words_in_a_cell_are_told_in_one_language(language: Language, told: str):
    column = TableColumn[int](Words("Waar", "Where"), lambda _: PLACE)
    table = Table(Words("Plaatsen", "Places"), (column,), (1,), language)

    assert table.told(column, 1) == told
    file = table.as_file("csv")
    assert file is not None
    assert file.content.decode("utf-8-sig").splitlines()[1] == told


def test_a_column_of_days_is_known_so_that_a_day_stays_on_one_line():
    day, number = (
        TableColumn[date](Words(name, name), of) for name, of in (("Dag", lambda each: each), ("Jaar", lambda each: each.year))
    )
    table = Table(Words("Dagen", "Days"), (day, number), (date(2023, 12, 31),), Language.NL)
    assert table.days == [day]
    assert Table(Words("Dagen", "Days"), (day, number), (), Language.NL).days == []
