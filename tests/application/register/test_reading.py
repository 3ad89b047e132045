"""What a line of a register says, however it is written, and what is wrong with it."""

from datetime import date

import pytest

from application.history.file import WrongNumberOfCells
from application.register import file
from application.register.columns import NAMES, Column, columns_in
from application.register.file import RegisterRow, RowMistake
from application.register.reading import postcode_as_kept, read_register
from domain.kernel.errors import DomainError
from domain.party.person import NotABirthYear

TODAY = date(2025, 3, 3)
HEADER = "number,name,email,postcode,birth_year,member_since,member_until"


def read(*lines: str, header: str = HEADER) -> list[RegisterRow | RowMistake]:
    return list(read_register(enumerate((line.split(",") for line in (header, *lines)), start=1), TODAY))


def the_mistake(line: str, *, header: str = HEADER) -> DomainError:
    (mistake,) = read(line, header=header)
    assert isinstance(mistake, RowMistake)
    assert mistake.line == 2
    return mistake.refusal


def test_a_line_says_who_is_a_member():
    assert read("a-7,Anne Voorbeeld,anne@voorbeeld.example,3811 ab,1956,1999-02-01,2024-12-31") == [
        RegisterRow(2, "A-7", "Anne Voorbeeld", "anne@voorbeeld.example", "3811AB", 1956, date(1999, 2, 1), date(2024, 12, 31))
    ]


def test_columns_may_stand_in_any_order_with_others_between_and_in_dutch():
    header = "Lid-nr,IBAN,Achternaam,Tussenvoegsel,Voornaam,Geboortedatum,Lid sinds,E-mailadres".replace("Lid-nr", "Lidnummer")
    assert read("1,NL00,Verzonnen,van  der,Vera,31-12-1980,1-2-2020,", header=header) == [
        RegisterRow(2, "1", "Vera van der Verzonnen", birth_year=1980, since=date(2020, 2, 1))
    ]


@pytest.mark.parametrize("column", [each for each in Column if each is not Column.NUMBER])
def test_each_name_of_a_column_is_of_one_column(column):
    for name in NAMES[column].split(","):
        found = columns_in(
            ["Lid_nummer".replace("Lid_", "Lid"), "achternaam" if column is not Column.LAST else "naam", name.upper()]
        )
        assert found[column] == 2


def test_empty_lines_are_passed_over_and_hyphens_say_nothing():
    assert read("", ",,,,,,", "1,Anne,-,-,-,-,-") == [RegisterRow(4, "1", "Anne")]


def test_a_file_without_a_column_for_addresses_says_nothing_of_them():
    assert read("1,Anne", header="number,name") == [RegisterRow(2, "1", "Anne", says_email=False)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-12-31", date(2023, 12, 31)),
        ("31-12-2023", date(2023, 12, 31)),
        ("1/2/2023", date(2023, 2, 1)),
        ("1.2.2023", date(2023, 2, 1)),
        ("31 12 2023", date(2023, 12, 31)),
        ("2023-12-31 00:00:00", date(2023, 12, 31)),
    ],
)
def test_days_are_read_as_the_dutch_write_them(written, day):
    assert read(f"1,Anne,,,,,{written}") == [RegisterRow(2, "1", "Anne", until=day)]


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("1,Anne,,,,12/31/2023,", file.MalformedMemberDay),
        ("1,Anne,,,,31-02-2023,", file.MalformedMemberDay),
        ("1,Anne,,,,31-12-23,", file.MalformedMemberDay),
        ("1,Anne,,,,morgen,", file.MalformedMemberDay),
        ("1,Anne,,,,0001-01-01,", file.MalformedMemberDay),
        ("1,Anne,,,,2023-02-01,2023-01-31", file.EndedBeforeBegun),
        (",Anne,,,,,", file.MalformedMemberNumber),
        ("1 2,Anne,,,,,", file.MalformedMemberNumber),
        (f"{'1' * 41},Anne,,,,,", file.MalformedMemberNumber),
        ("1,,,,,,", file.MalformedMemberName),
        (f"1,{'A' * 121},,,,,", file.MalformedMemberName),
        ("1,An\u202ene,,,,,", file.MalformedMemberName),
        ("1,ZoÃ«,,,,,", file.MisreadCharacters),
        ("1,Zo\ufffd,,,,,", file.MisreadCharacters),
        ("1,Anne,anne,,,,", file.MalformedMemberAddress),
        ("1,Anne,a@voorbeeld.example b@voorbeeld.example,,,,", file.MalformedMemberAddress),
        ("1,Anne,,3811-AB-Amersfoort,,,", file.MalformedPostcode),
        ("1,Anne,,,56,,", file.MalformedMemberYear),
        ("1,Anne,,,1899,,", NotABirthYear),
        ("1,Anne,,,2026,,", NotABirthYear),
        ("=1+1,Anne,,,,,", file.FormulaInCell),
        ("1,=HYPERLINK(0),,,,,", file.FormulaInCell),
        ("1,+Anne,,,,,", file.FormulaInCell),
        ("1,@Anne,,,,,", file.FormulaInCell),
        ("1,\tAnne,,,,,", file.FormulaInCell),
        ("1,Anne,,,,", WrongNumberOfCells),
        ("1,Anne,,,,,,", WrongNumberOfCells),
    ],
)
def test_what_cannot_be_is_told_with_its_line(line, refusal):
    assert type(the_mistake(line)) is refusal


def test_a_first_name_alone_is_no_name():
    assert type(the_mistake("1,Anne,", header="number,first name,last name")) is file.MalformedMemberName


@pytest.mark.parametrize("name", ["Zoë", "Ångström", "Ãlvares", "Łukasz", "Jürgen Groß"])
def test_letters_with_accents_are_no_mistake(name):
    assert read(f"1,{name},,,,,") == [RegisterRow(2, "1", name)]


@pytest.mark.parametrize(
    ("written", "country", "kept"),
    [
        (" 3811  ab ", "", "3811AB"),
        ("3811", "Nederland", "3811"),
        ("1000", "België", "BE-1000"),
        ("1000 AA", "be", "BE-1000 AA"),
        ("10115", "", "10115"),
        ("B-1000", "", "B-1000"),
        ("SW1A 2AA", "", "SW1A 2AA"),
        ("", "", None),
    ],
)
def test_a_postcode_is_kept_in_one_form_and_a_foreign_one_is_never_taken_for_dutch(written, country, kept):
    assert postcode_as_kept(written, country) == kept
