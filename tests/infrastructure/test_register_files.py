"""The cells of a register: whatever program wrote the file, and whatever somebody made of it."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from application.register.file import (
    MemberNumberTwice,
    NotARegisterFile,
    RegisterFileRefused,
    RegisterFileTooLarge,
    RegisterFileUnreadable,
    RegisterRow,
    TwoEncodings,
)
from infrastructure.register_files import sheets
from infrastructure.register_files.cells import cells_of
from infrastructure.register_files.rows import MOST_MISTAKES, stored_register_rows

Workbook = pytest.importorskip("xlsxwriter").Workbook  # it has no types
TEXT = "nummer;naam\r\n1;Zoë Voorbeeld\r\n2;René Fictief\r\n"
CELLS = [(1, ["nummer", "naam"]), (2, ["1", "Zoë Voorbeeld"]), (3, ["2", "René Fictief"])]


def cells(folder: Path, content: bytes, name: str = "leden.csv") -> list[tuple[int, list[str]]]:
    file = folder / name
    file.write_bytes(content)
    return [(line, list(each)) for line, each in cells_of(file)]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.replace(";", ",").encode(),
        TEXT.replace(";", "\t").encode(),
        TEXT.replace("\r\n", "\n").encode(),
    ],
    ids=["utf-8", "with a mark", "windows", "commas", "tabs", "short line ends"],
)
def test_text_is_read_whatever_its_letters_and_separators(tmp_path: Path, content: bytes):
    assert cells(tmp_path, content) == CELLS


def test_a_comma_in_a_name_between_semicolons_stays_in_it(tmp_path: Path):
    assert cells(tmp_path, b'nummer;naam\n1;"Voorbeeld, Anne"\n')[1] == (2, ["1", "Voorbeeld, Anne"])


def test_lines_of_two_kinds_of_text_are_told(tmp_path: Path):
    with pytest.raises(RegisterFileRefused) as refused:
        cells(tmp_path, "nummer,naam\n1,Zoë\n".encode() + "2,René\n".encode("cp1252"))
    assert [(each.line, type(each.refusal)) for each in refused.value.mistakes] == [(3, TwoEncodings)]


def test_quotes_that_do_not_close_are_told_with_their_line(tmp_path: Path):
    with pytest.raises(RegisterFileRefused) as refused:
        cells(tmp_path, b'nummer,naam\n1,"Anne\n')
    assert [each.refusal.code for each in refused.value.mistakes] == ["malformed-row"]


@pytest.mark.parametrize("content", [b"nummer,naam\n1,An\0ne\n", b"nummer,naam\n1,\x81\n", TEXT.encode("utf-16")])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes):
    with pytest.raises(NotARegisterFile):
        cells(tmp_path, content)


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(RegisterFileUnreadable):
        list(cells_of(tmp_path))


def sheet() -> bytes:
    content = io.BytesIO()
    with Workbook(content, {"strings_to_formulas": False}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["nummer", "naam", "geboortejaar", "lid sinds"])
        page.write_row(2, 0, [1001, "Zoë Voorbeeld", 1980.0])
        page.write_datetime(2, 3, date(2020, 5, 1), book.add_format({"num_format": "dd-mm-yyyy"}))
        page.write_formula(3, 0, "=1000+2", None, 1002)
        page.write_string(3, 1, "=1+1")
    return content.getvalue()


@pytest.mark.parametrize("name", ["leden.xlsx", "leden.csv", "leden"])
def test_a_sheet_is_known_by_what_is_in_it_with_the_numbers_of_its_lines(tmp_path: Path, name: str):
    read = cells(tmp_path, sheet(), name)
    assert [line for line, each in read if any(each)] == [1, 3, 4]
    assert read[2] == (3, ["1001", "Zoë Voorbeeld", "1980", "2020-05-01"])
    assert read[3] == (4, ["1002", "=1+1", "", ""])


def test_text_that_is_called_a_sheet_is_text(tmp_path: Path):
    assert cells(tmp_path, TEXT.encode(), "leden.xlsx") == CELLS


def bomb(size: int, *, says: int | None = None) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * size)
    told = content.getvalue()
    return told if says is None else told.replace(size.to_bytes(4, "little"), says.to_bytes(4, "little"))


@pytest.mark.parametrize("says", [None, 10])
def test_a_sheet_that_unpacks_to_too_much_is_refused_whatever_it_says_of_its_size(tmp_path: Path, monkeypatch, says):
    monkeypatch.setattr(sheets, "MOST", 3_000_000)
    with pytest.raises(RegisterFileTooLarge):
        cells(tmp_path, bomb(4_000_000, says=says))


@pytest.mark.parametrize("content", [b"PK\x03\x04", sheet()[:2_000], bomb(10)])
def test_what_only_looks_like_a_sheet_is_refused(tmp_path: Path, content: bytes):
    with pytest.raises(NotARegisterFile):
        cells(tmp_path, content)


# Rows on disk


def row(line: int, number: str, name: str = "Anne Voorbeeld", **more: object) -> RegisterRow:
    return RegisterRow(line, number, name, **more)  # type: ignore[arg-type]  # whatever a test gives


def test_rows_are_given_back_as_they_were_read():
    given = row(2, "1", email="anne@voorbeeld.example", birth_year=1980, since=date(2020, 5, 1), until=date(2024, 1, 1))
    with stored_register_rows([given, row(3, "2")]) as rows:
        assert len(rows) == 2
        assert sorted(rows, key=lambda each: each.line) == [given, row(3, "2")]
        assert rows.among(["1", "9"]) == {"1": given}


def test_a_number_twice_is_told_with_the_earlier_line():
    with pytest.raises(RegisterFileRefused) as refused, stored_register_rows([row(2, "1"), row(3, "2"), row(4, "1")]):
        pass
    (mistake,) = refused.value.mistakes
    assert (mistake.line, type(mistake.refusal), mistake.refusal.facts) == (4, MemberNumberTwice, {"earlier": 2})


def test_many_mistakes_are_counted_and_the_first_are_told():
    rows = [row(line, "1") for line in range(2, 500)]
    with pytest.raises(RegisterFileRefused) as refused, stored_register_rows(rows):
        pass
    assert (refused.value.count, len(refused.value.mistakes)) == (497, MOST_MISTAKES)


def test_one_person_under_two_numbers_is_seen_by_name_and_address_or_year_and_postcode():
    more = {"birth_year": 1980, "postcode": "3811AB"}
    given = [
        row(2, "1", email="anne@voorbeeld.example"),
        row(3, "2", email="Anne@voorbeeld.example"),
        row(4, "3", "Vera", **more),
        row(5, "4", "vera", **more),
        row(6, "5", "Koos", email="anne@voorbeeld.example"),
        row(7, "6"),
        row(8, "7"),
    ]
    with stored_register_rows(given) as rows:
        assert sorted(rows.alike(most=9)) == [(2, 3), (4, 5)]
