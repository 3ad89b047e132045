"""The lines of a register on disk: checked against each other, and given in an order that tells nothing."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, Final

from application.register.file import MemberNumberTwice, RegisterFileRefused, RegisterRow, RowMistake
from infrastructure.nameless_file import nameless_file
from infrastructure.vault.keys.wrapping import Box, mac, new_key

TABLE: Final = "CREATE TABLE row (mark TEXT PRIMARY KEY, line INTEGER, person TEXT, content BLOB) WITHOUT ROWID"
KEEP: Final = "INSERT INTO row (mark, line, person, content) VALUES (?, ?, ?, ?)"
LINE: Final = "SELECT line FROM row WHERE mark = ?"
EVERYTHING: Final = "SELECT content FROM row ORDER BY mark"
AMONG: Final = "SELECT content FROM row WHERE mark IN (SELECT value FROM json_each(?))"
ALIKE: Final = "SELECT group_concat(line) FROM row WHERE person IS NOT NULL GROUP BY person HAVING count(*) > 1 LIMIT ?"
MOST_MISTAKES: Final = 100
"""That are told one by one."""
PLACE: Final = "register-row"


class StoredRegisterRows:
    """
    Implements RegisterRows (application.register.file).

    Rows are encrypted, and found by a keyed digest of their number; the key is of this process and is kept nowhere. In the
    order of these digests they are given: it is another one each time.
    """

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file, self._key = file, new_key()
        self._box = Box(self._key)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[RegisterRow]:
        return (self._opened(content) for (content,) in self._file.execute(EVERYTHING))

    def keep(self, row: RegisterRow) -> None:
        """
        Keep a row.

        :raises MemberNumberTwice: if another line has its number
        """
        mark = self._mark(row.number)
        content = self._box.close(json.dumps(_plain(row)).encode(), PLACE)
        try:
            self._file.execute(KEEP, (mark, row.line, self._mark_of_person(row), content))
        except sqlite3.IntegrityError:
            (earlier,) = self._file.execute(LINE, (mark,)).fetchone()
            raise MemberNumberTwice(earlier=earlier) from None
        self._count += 1

    def among(self, numbers: Iterable[str]) -> Mapping[str, RegisterRow]:
        marks = json.dumps([self._mark(number) for number in numbers])
        found = (self._opened(content) for (content,) in self._file.execute(AMONG, (marks,)))
        return {row.number: row for row in found}

    def alike(self, *, most: int) -> Sequence[tuple[int, ...]]:
        return [tuple(sorted(map(int, lines.split(",")))) for (lines,) in self._file.execute(ALIKE, (most,))]

    def _mark(self, number: str) -> str:
        return mac(self._key, f"number|{number}").hex()

    def _mark_of_person(self, row: RegisterRow) -> str | None:
        """Give by what one person under two numbers is found: a name with an address, or with a year and a postcode."""
        more = row.email or (row.birth_year and row.postcode and f"{row.birth_year}|{row.postcode}")
        return mac(self._key, f"person|{row.name}|{more}".casefold()).hex() if more else None

    def _opened(self, content: bytes) -> RegisterRow:
        return _row(json.loads(self._box.open(content, PLACE)))


@contextmanager
def stored_register_rows(rows: Iterable[RegisterRow | RowMistake]) -> Iterator[StoredRegisterRows]:
    """
    Read rows from the first to the last, and keep them for a while.

    :raises RegisterFileRefused: if something is wrong with one of them
    """
    with nameless_file(TABLE) as file:
        stored, mistakes, count = StoredRegisterRows(file), list[RowMistake](), 0
        for each in rows:
            mistake = each if isinstance(each, RowMistake) else _kept(stored, each)
            if mistake is not None:
                count += 1
                mistakes += [mistake] if count <= MOST_MISTAKES else []
        if count:
            raise RegisterFileRefused(mistakes, count)
        yield stored


def _kept(stored: StoredRegisterRows, row: RegisterRow) -> RowMistake | None:
    try:
        stored.keep(row)
    except MemberNumberTwice as refusal:
        return RowMistake(row.line, refusal)
    return None


def _plain(row: RegisterRow) -> dict[str, Any]:
    days = {"since": row.since and row.since.isoformat(), "until": row.until and row.until.isoformat()}
    return {name: getattr(row, name) for name in RegisterRow.__slots__} | days


def _row(told: dict[str, Any]) -> RegisterRow:
    days = {name: date.fromisoformat(told[name]) if told[name] else None for name in ("since", "until")}
    return RegisterRow(**{**told, **days})
