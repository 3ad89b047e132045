"""Readable addresses, faces that stay, files that spreadsheets do not work out."""

from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

import openpyxl  # type: ignore[import-untyped]  # it has no types, and is used to read back only
import pytest

from application.language.words import Language, Words
from application.queries.networks import NetworkEntry
from domain.pilot.rules import NetworkType
from infrastructure.tables import Table, TableColumn
from web.drawing.readable import addresses_of, readable
from web.drawing.tiles import OF_CLOSED, OF_OPEN, faces_of

NAMES = {
    "Onderwijsnetwerk": "onderwijs",
    "Netwerk zorg": "zorg",
    "LHBTIQ+ netwerk": "lhbtiq",
    "Netwerk Duurzaamheid en klimaat": "duurzaamheid-en-klimaat",
    "Netwerken in de buurt": "netwerken-in-de-buurt",
    "Caf\u00e9 \u00c9toile": "cafe-etoile",
    "Netwerk": "netwerk",
    "+++": "netwerk",
}


def a_network(number: int, name: str = "Netwerk zorg", *, closed: bool = False) -> NetworkEntry:
    at = datetime(2023, 1, number, tzinfo=UTC)
    return NetworkEntry(
        key=name,
        network=UUID(int=number),
        name=name,
        network_type=NetworkType.THEME,
        label=None,
        status="closed" if closed else "open",
        sensitive=False,
        begun_at=at,
        closed_at=at if closed else None,
        merged_into=None,
        purpose_version=1,
        members=1,
        members_band=None,
        core_group=1,
        below_minimum=None,
        version=1,
    )


@pytest.mark.parametrize(("name", "address"), NAMES.items())
def test_a_name_is_readable_in_an_address(name: str, address: str):
    assert readable(name) == address


def test_of_two_with_the_same_words_the_open_one_has_them():
    closed, older, newer = a_network(1, closed=True), a_network(2), a_network(3, "Zorgnetwerk")
    assert addresses_of([newer, closed, older]) == {older.network: "zorg", newer.network: "zorg-2", closed.network: "zorg-3"}


def test_seven_open_networks_have_seven_colours_and_another_name_changes_no_face():
    networks = [a_network(number) for number in range(1, 8)]
    faces = faces_of(networks)
    renamed = [each.model_copy(update={"name": "Anders"}) for each in networks]

    assert {face.colour for face in faces.values()} == set(OF_OPEN)
    assert faces_of(reversed(renamed)) == faces
    assert faces_of([a_network(1, closed=True)])[UUID(int=1)].colour == OF_CLOSED


FORMULAS = ["=1+1", "+31 85", "-5", "@som", "\tx", "\uff1d1+1", "gewoon"]


def a_table() -> Table[str]:
    columns = (TableColumn[str](Words("Naam", "Name"), lambda each: each), TableColumn[str](Words("Lengte", "Length"), len))
    return Table(Words("Proef", "Trial"), columns, FORMULAS, Language.NL)


def test_a_text_file_has_semicolons_a_mark_and_nothing_that_is_worked_out():
    answer = a_table().as_file("csv")
    assert answer is not None
    rows = ("'=1+1;4", "'+31 85;6", "'-5;2", "'@som;4", "'\tx;2", "'\uff1d1+1;4", "gewoon;6")
    assert answer.content == "\r\n".join(("\ufeffNaam;Lengte", *rows, "")).encode()
    assert answer.headers == {"Content-Disposition": 'attachment; filename="proef.csv"'}


def test_a_spreadsheet_has_texts_as_texts_and_numbers_as_numbers():
    answer = a_table().as_file("xlsx")
    assert answer is not None
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    rows = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows == [[(each, "s"), (len(each), "n")] for each in FORMULAS]


def test_there_is_no_other_kind_of_file():
    assert a_table().as_file("exe") is None
