"""The first sheet of an xlsx file. It is read in memory, so what it unpacks to is measured first."""

import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import BinaryIO, Final

from python_calamine import CalamineError, CalamineWorkbook

from application.register.file import NotARegisterFile, RegisterFileTooLarge
from application.register.reading import Line

MOST: Final = 100_000_000
"""Bytes that an xlsx file may unpack to: some 200,000 people."""
AT_ONCE: Final = 1_000_000
UNLIMITED: Final = 2**62


def rows_of_sheet(file: BinaryIO) -> Iterator[Line]:
    """
    Give the lines of the first sheet, with what its formulas came to.

    :raises NotARegisterFile: if it is no xlsx file, or has a password
    :raises RegisterFileTooLarge: if it unpacks to too much
    """
    _must_fit(file)
    file.seek(0)
    try:
        rows = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError):
        raise NotARegisterFile from None
    for number, cells in enumerate(rows, start=1):
        yield number, [_text(cell) for cell in cells]


def _must_fit(file: BinaryIO) -> None:
    """Unpack it once, and keep nothing: what it says of its own size proves nothing."""
    left = MOST
    try:
        with zipfile.ZipFile(file) as packed:
            for part in packed.infolist():
                part.file_size = UNLIMITED  # unpack to the end, whatever it says
                with packed.open(part) as content:
                    while piece := content.read(AT_ONCE):
                        left -= len(piece)
                        if left < 0:
                            raise RegisterFileTooLarge(most=MOST // 1_000_000)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
        raise NotARegisterFile from None


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
