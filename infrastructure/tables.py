"""One shape for a page, a file with semicolons and a spreadsheet: columns, and the rows that they read."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar
from unicodedata import normalize

import xlsxwriter

from application.language.formatting import format_value
from application.language.words import Language, Words
from domain.kernel.days import AMSTERDAM

I = TypeVar("I")  # noqa: E741  # an item
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With what a cell begins that a spreadsheet would work out; the last four are the wide forms of the first."""
CSV = "text/csv; charset=utf-8; header=present"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 24


@dataclass(frozen=True)
class TableColumn(Generic[I]):
    """
    One column.

    :param of: what it tells of an item; None is told as an empty place
    :param link: where an item leads to, for a page
    """

    heading: Words
    of: Callable[[I], Any]
    link: Callable[[I], str | None] | None = None

    def is_number(self, items: Sequence[I]) -> bool:
        """Say whether it is a column of numbers, which stand to the right."""
        told = [value for item in items if (value := self.of(item)) is not None]
        return bool(told) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in told)

    def is_day(self, items: Sequence[I]) -> bool:
        """Say whether it is a column of days, which stay on one line."""
        told = [value for item in items if (value := self.of(item)) is not None]
        return bool(told) and all(isinstance(value, date) for value in told)


@dataclass(frozen=True)
class Table(Generic[I]):
    """Items told in columns."""

    name: Words
    columns: Sequence[TableColumn[I]]
    items: Sequence[I]
    language: Language

    @property
    def headings(self) -> list[str]:
        """What stands above the columns."""
        return [each.heading.in_language(self.language) for each in self.columns]

    @cached_property
    def kinds(self) -> list[tuple[TableColumn[I], bool]]:
        """The columns, each with whether it is one of numbers: looked at once for all rows."""
        return [(each, each.is_number(self.items)) for each in self.columns]

    @cached_property
    def days(self) -> list[TableColumn[I]]:
        """The columns of days."""
        return [each for each in self.columns if each.is_day(self.items)]

    def value(self, column: TableColumn[I], item: I) -> object:
        """Give what a cell holds, of words those in the language of the table."""
        value = column.of(item)
        return value.in_language(self.language) if isinstance(value, Words) else value

    def told(self, column: TableColumn[I], item: I) -> str:
        """Give a cell as people read it."""
        value = self.value(column, item)
        return "" if value is None else format_value(value, self.language)

    def as_file(self, kind: str) -> "TableFile | None":
        """Give it as a file: csv or xlsx; None of any other kind."""
        if kind == "csv":
            return self.as_csv()
        return TableFile(self._xlsx(), XLSX, f"{self._file_name}.xlsx") if kind == "xlsx" else None

    def as_csv(self) -> "TableFile":
        """Give it as a text file with semicolons."""
        return TableFile(self._csv(), CSV, f"{self._file_name}.csv")

    @property
    def _file_name(self) -> str:
        return file_name(self.name.in_language(self.language))

    def _csv(self) -> bytes:
        """Write it for spreadsheets in the Netherlands: semicolons, a mark of its encoding, and nothing that is worked out."""
        written = io.StringIO()
        rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
        rows.writerow(map(_harmless, self.headings))
        rows.writerows(
            [_harmless(_plain(self.value(column, item), self.language)) for column in self.columns] for item in self.items
        )
        return written.getvalue().encode("utf-8-sig")

    def _xlsx(self) -> bytes:
        written = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        with xlsxwriter.Workbook(written, options) as book:
            sheet = book.add_worksheet()
            strong, day = book.add_format({"bold": True}), book.add_format({"num_format": "d-m-yyyy"})
            sheet.set_column(0, max(len(self.columns) - 1, 0), WIDTH)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, self.headings, strong)
            for row, item in enumerate(self.items, start=1):
                for place, column in enumerate(self.columns):
                    _write(sheet, row, place, self.value(column, item), self.language, day)
        return written.getvalue()


class TableFile(NamedTuple):
    """A table as a file."""

    content: bytes
    media_type: str
    name: str

    @property
    def headers(self) -> dict[str, str]:
        """What says by which name it is saved."""
        return {"Content-Disposition": f'attachment; filename="{self.name}"'}


def file_name(title: str) -> str:
    """Give by what name a file with a title is saved."""
    plain = normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "bestand"


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def _plain(value: object, language: Language) -> str:
    """Give a value as a spreadsheet reads it: a number without points, a day in figures."""
    match value:
        case None:
            return ""
        case bool():
            return format_value(value, language)
        case int() | float():
            return str(value).replace(".", "," if language is Language.NL else ".")
        case datetime():
            return value.astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
    return format_value(value, language)


def _write(sheet: Any, row: int, place: int, value: object, language: Language, day: Any) -> None:  # noqa: ANN401  # xlsxwriter has no types
    match value:
        case int() | float() if not isinstance(value, bool):
            sheet.write_number(row, place, value)
        case datetime():
            sheet.write_datetime(row, place, value.astimezone(AMSTERDAM).replace(tzinfo=None), day)
        case date():
            sheet.write_datetime(row, place, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001  # a day
        case _:
            sheet.write_string(row, place, _plain(value, language))
