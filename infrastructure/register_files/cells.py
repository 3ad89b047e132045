"""The cells of a file of a register, whatever kind of file it is: what is in it says so, and not its name."""

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Final

from application.history.file import MalformedRow
from application.register.columns import BY_NAME, plain
from application.register.file import NotARegisterFile, RegisterFileRefused, RegisterFileUnreadable, RowMistake, TwoEncodings
from application.register.reading import Line
from infrastructure.register_files.sheets import rows_of_sheet

ZIP: Final = b"PK\x03\x04"
DELIMITERS: Final = ";,\t"
UTF_8: Final = "utf-8-sig"
WINDOWS: Final = "cp1252"
BEGINNING: Final = 4


def cells_of(file: Path) -> Iterator[Line]:
    """
    Give the lines of a file on disk with their numbers, one after the other; refused as cells_in refuses.

    :raises RegisterFileUnreadable: if it cannot be opened
    """
    try:
        if not file.is_file():  # a pipe can be read once
            raise RegisterFileUnreadable
        with file.open("rb") as opened:
            yield from cells_in(opened)
    except OSError:
        raise RegisterFileUnreadable from None


def cells_in(file: BinaryIO) -> Iterator[Line]:
    """
    Give the lines of a file that is open with their numbers, one after the other.

    :raises NotARegisterFile: if it is neither text nor a spreadsheet
    :raises RegisterFileTooLarge: if it is a spreadsheet that takes too much memory
    :raises RegisterFileRefused: if a line is text of another kind than those before it, or no CSV
    """
    is_sheet = file.read(BEGINNING) == ZIP
    file.seek(0)
    yield from rows_of_sheet(file) if is_sheet else _rows_of_text(file)


def _rows_of_text(file: BinaryIO) -> Iterator[Line]:
    encoding = _encoding(file)
    file.seek(0)
    with TextIOWrapper(file, encoding=encoding, newline="") as text:
        delimiter = _delimiter(text.readline())
        text.seek(0)
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield reader.line_num, cells
        except csv.Error:
            raise RegisterFileRefused([RowMistake(reader.line_num, MalformedRow())], 1) from None


def _encoding(file: BinaryIO) -> str:
    """
    Give how the letters of a file are written: as UTF-8, or as Windows writes them.

    :raises NotARegisterFile: if it is no text
    :raises RegisterFileRefused: if some lines are UTF-8 and others are not
    """
    unicode_line = other_line = 0
    for number, line in enumerate(file, start=1):
        if b"\0" in line:
            raise NotARegisterFile
        if line.isascii() or (unicode_line and other_line):
            continue
        if _is(line, "utf-8"):
            unicode_line = unicode_line or number
        elif _is(line, WINDOWS):
            other_line = other_line or number
        else:
            raise NotARegisterFile
    if unicode_line and other_line:
        raise RegisterFileRefused([RowMistake(max(unicode_line, other_line), TwoEncodings())], 1)
    return WINDOWS if other_line else UTF_8


def _is(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeError:
        return False
    return True


def _delimiter(header: str) -> str:
    """Give what stands between the cells: that by which most names of columns are known."""
    return max(DELIMITERS, key=lambda each: sum(plain(name) in BY_NAME for name in header.split(each)))
