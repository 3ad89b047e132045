"""From cells to members: what a line of a register says, or what is wrong with it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from pydantic import TypeAdapter, ValidationError

from application.commands.base import EMAIL, PersonName
from application.history.file import WrongNumberOfCells
from application.register import file
from application.register.columns import Column, columns_in
from application.register.file import RegisterRow, RowMistake
from application.timestamps import YEARS
from domain.kernel.errors import DomainError
from domain.party.person import must_be_birth_year

NUMBER: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z./-]{0,39}", re.ASCII)
POSTCODE: Final = re.compile(r"[0-9A-Z][0-9A-Z -]{0,11}", re.ASCII)
DUTCH_POSTCODE: Final = re.compile(r"([1-9][0-9]{3}) ?([A-Z]{2})?", re.ASCII)
ISO_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+)?", re.ASCII)
DUTCH_DAY: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: [\d:.]+)?", re.ASCII)
YEAR: Final = re.compile(r"\d{4}", re.ASCII)
CALCULATES: Final = frozenset("=+@\t")
"""With what a cell begins that a spreadsheet calculates; a hyphen by itself says that there is nothing."""
NOTHING: Final = frozenset({"", "-", "\N{EN DASH}"})
IN_THE_NETHERLANDS: Final = frozenset({"", "nl", "nld", "nederland", "netherlands", "the netherlands"})
ADDRESS: Final = re.compile(EMAIL)
LONGEST_ADDRESS: Final = 254
A_NAME: Final[TypeAdapter[str]] = TypeAdapter(PersonName)

Line = tuple[int, Sequence[str]]
"""The number of a line in its file, and its cells."""


def read_register(lines: Iterable[Line], today: date) -> Iterator[RegisterRow | RowMistake]:
    """
    Read a register, the first line of which names its columns; empty lines are passed over.

    :raises RegisterFileEmpty: if there is no such line
    :raises RegisterColumnsMissing, RegisterColumnTwice: if its columns are not those of a register
    """
    every = iter(lines)
    header = next((cells for _, cells in every if any(map(str.strip, cells))), None)
    if header is None:
        raise file.RegisterFileEmpty
    reader = RowReader(columns_in(header), len(header), today)
    return chain.from_iterable(reader.read(line, cells) for line, cells in every)


@dataclass(frozen=True)
class RowReader:
    """Reads one line after the other."""

    columns: Mapping[Column, int]
    width: int
    today: date

    def read(self, line: int, cells: Sequence[str]) -> Iterator[RegisterRow | RowMistake]:
        """Give the member on a line, or what is wrong with it; nothing where there is nothing."""
        if not any(map(str.strip, cells)):
            return
        try:
            yield self._row(line, cells)
        except DomainError as refusal:
            yield RowMistake(line, refusal)

    def _row(self, line: int, cells: Sequence[str]) -> RegisterRow:
        if len(cells) != self.width:
            raise WrongNumberOfCells(has=len(cells), needs=self.width)
        said = {column: self._cell(column, cells[place]) for column, place in self.columns.items()}
        since, until = _day(said, Column.SINCE), _day(said, Column.UNTIL)
        if since is not None and until is not None and until < since:
            raise file.EndedBeforeBegun(since=since, until=until)
        return RegisterRow(
            line=line,
            number=_number(said[Column.NUMBER]),
            name=_name(said),
            email=_email(said.get(Column.EMAIL, "")),
            postcode=postcode_as_kept(said.get(Column.POSTCODE, ""), said.get(Column.COUNTRY, "")),
            birth_year=self._birth_year(said),
            since=since,
            until=until,
            says_email=Column.EMAIL in self.columns,
        )

    def _cell(self, column: Column, text: str) -> str:
        if text[:1] in CALCULATES:
            raise file.FormulaInCell(column=column)
        said = " ".join(unicodedata.normalize("NFC", text).split())
        return "" if said in NOTHING else said

    def _birth_year(self, said: Mapping[Column, str]) -> int | None:
        born = _day(said, Column.BIRTH_DATE)
        told = said.get(Column.BIRTH_YEAR, "")
        if told and not YEAR.fullmatch(told):
            raise file.MalformedMemberYear
        year = int(told) if told else None if born is None else born.year
        must_be_birth_year(year, self.today)
        return year


def _number(said: str) -> str:
    if not NUMBER.fullmatch(said):
        raise file.MalformedMemberNumber
    return said.upper()


def _name(said: Mapping[Column, str]) -> str:
    parts = (Column.FIRST, Column.INFIX, Column.LAST)
    name = said.get(Column.NAME) or " ".join(filter(None, (said.get(each) for each in parts)))
    if not said.get(Column.NAME) and not said.get(Column.LAST):
        raise file.MalformedMemberName
    if _is_misread(name):
        raise file.MisreadCharacters
    try:
        return A_NAME.validate_python(name)
    except ValidationError:
        raise file.MalformedMemberName from None


def _is_misread(name: str) -> bool:
    """Say whether a name is UTF-8 that another program read as Windows-1252, or lost letters on its way."""
    if "\N{REPLACEMENT CHARACTER}" in name:
        return True
    if name.isascii():
        return False
    with suppress(UnicodeError):
        return name.encode("cp1252").decode() != name
    return False


def _email(said: str) -> str | None:
    if not said:
        return None
    if not ADDRESS.fullmatch(said) or len(said) > LONGEST_ADDRESS:
        raise file.MalformedMemberAddress
    return said


def postcode_as_kept(said: str, country: str = "") -> str | None:
    """
    Give a postcode as it is kept: a Dutch one without its space, of another country with that in front; None for none.

    :raises MalformedPostcode: if it is no postcode of any country
    """
    told = " ".join(said.upper().split())
    if not told:
        return None
    if not POSTCODE.fullmatch(told):
        raise file.MalformedPostcode
    dutch = DUTCH_POSTCODE.fullmatch(told)
    if country.casefold() in IN_THE_NETHERLANDS:
        return "".join(filter(None, dutch.groups())) if dutch else told
    return f"{country[:2].upper()}-{told}" if dutch else told


def _day(said: Mapping[Column, str], column: Column) -> date | None:
    text = said.get(column, "")
    if not text:
        return None
    with suppress(ValueError):
        if iso := ISO_DAY.fullmatch(text):
            return _in_our_years(date(*map(int, iso.groups())))
        if dutch := DUTCH_DAY.fullmatch(text):
            return _in_our_years(date(*map(int, reversed(dutch.groups()))))
    raise file.MalformedMemberDay(column=column)


def _in_our_years(day: date) -> date:
    if day.year not in YEARS:
        raise ValueError
    return day
