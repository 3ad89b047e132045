"""The lines of a history file on disk: read once from wherever they come, told as often as somebody asks."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from application.history.file import HistoryRow
from infrastructure.nameless_file import nameless_file

TABLE: Final = "CREATE TABLE row (line INTEGER PRIMARY KEY, at TEXT, network TEXT, kind TEXT, event TEXT, person TEXT)"
KEEP: Final = "INSERT INTO row (line, at, network, kind, event, person) VALUES (?, ?, ?, ?, ?, ?)"
EVERYTHING: Final = "SELECT line, at, network, kind, event, person FROM row ORDER BY line"


class StoredHistoryRows:
    """Implements HistoryRows (application.history.file)."""

    def __init__(self, file: sqlite3.Connection, count: int) -> None:
        self._file, self._count = file, count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[HistoryRow]:
        for line, at, *said in self._file.execute(EVERYTHING):
            yield HistoryRow(line, datetime.fromisoformat(at), *said)


@contextmanager
def stored_history_rows(rows: Iterable[HistoryRow]) -> Iterator[StoredHistoryRows]:
    """Read rows from the first to the last, and keep them for a while."""
    with nameless_file(TABLE) as file:
        kept = file.executemany(
            KEEP, ((row.line, row.at.isoformat(), row.network, row.kind, row.event, row.person) for row in rows)
        )
        yield StoredHistoryRows(file, kept.rowcount)
