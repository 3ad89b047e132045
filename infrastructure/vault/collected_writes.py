"""What one command collects for the vault: in memory, and beyond a thousand writes encrypted in a file without a name."""

import sqlite3
import weakref
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Final

from application.parts import in_parts
from infrastructure.nameless_file import nameless_file
from infrastructure.vault.pending import AnyWrite, PendingRows

AT_ONCE: Final = 1_000
"""Writes that are in memory together."""

TABLE: Final = "CREATE TABLE collected (subject BLOB NOT NULL UNIQUE, content BLOB NOT NULL)"
KEEP: Final = "INSERT OR REPLACE INTO collected (subject, content) VALUES (?, ?)"
OF: Final = "SELECT content FROM collected WHERE subject = ?"
EVERYTHING: Final = "SELECT subject, content FROM collected ORDER BY subject"


class CollectedWrites:
    """
    One write for each subject, the newest.

    Few are given in the order in which they came, many in that of their subjects, which tells nothing about anybody.
    """

    def __init__(self, rows: PendingRows) -> None:
        self._rows = rows
        self._few: dict[bytes, AnyWrite] = {}
        self._file: sqlite3.Connection | None = None

    def __bool__(self) -> bool:
        return bool(self._few) or self._file is not None

    def keep(self, subject: bytes, write: AnyWrite) -> None:
        self._few[subject] = write
        if len(self._few) > AT_ONCE:
            self._move_to_disk()

    def about(self, subjects: Iterable[bytes]) -> dict[bytes, AnyWrite]:
        """Give what was collected about some subjects."""
        found = {subject: self._few.get(subject) or self._on_disk(subject) for subject in subjects}
        return {subject: write for subject, write in found.items() if write is not None}

    def all(self) -> Iterator[AnyWrite]:
        """Give every write, whatever it is about."""
        return (write for part in self.in_parts() for write in part.values())

    def in_parts(self) -> Iterator[dict[bytes, AnyWrite]]:
        """Give everything, some at a time."""
        if self._file is None:
            if self._few:
                yield self._few
            return
        self._move_to_disk()
        rows = self._file.execute(EVERYTHING)
        for part in in_parts(rows, AT_ONCE):
            yield {subject: self._rows.opened(subject, content) for subject, content in part}

    def _on_disk(self, subject: bytes) -> AnyWrite | None:
        row = None if self._file is None else self._file.execute(OF, (subject,)).fetchone()
        return None if row is None else self._rows.opened(subject, row[0])

    def _move_to_disk(self) -> None:
        if self._file is None:
            file = ExitStack()
            self._file = file.enter_context(nameless_file(TABLE))
            weakref.finalize(self, file.close)
        self._file.executemany(KEEP, ((subject, self._rows.closed(subject, write)) for subject, write in self._few.items()))
        self._few.clear()
