"""A table tells the same on the page, in a file with semicolons and in a spreadsheet."""

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
