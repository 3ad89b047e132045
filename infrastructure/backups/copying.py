"""Copying a log and its vault as they are at one moment, also while somebody writes; and a digest of what was copied."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from infrastructure.backups.stores import Store, next_numbers
from infrastructure.database_errors import store_errors

AT_ONCE = 1_000
Rows = Sequence[Mapping[str, Any]]


@contextmanager
def one_moment(log: Store, vault: Store) -> Iterator[tuple[Connection, Connection]]:
    """
    Look at a log and its vault as they are at one and the same moment.

    Whoever writes waits until both looks have begun, some milliseconds, and not until they end. Nobody needs to hold the vault:
    while the log stands still it is a moment of both.
    """
    with store_errors(quoting=False), log.engine.connect() as of_log, vault.engine.connect() as of_vault:
        with log.held_still():
            log.begin_looking(of_log)
            vault.begin_looking(of_vault)
        yield of_log, of_vault


def copy(source: Store, seen: Connection, target: Store) -> str:
    """Make the tables in a database that has none, put every row that is seen into them, and give a digest of the rows."""
    digest = hashlib.sha256()
    with store_errors(quoting=False):
        target.make_tables()
    with store_errors(quoting=False), target.writing() as connection:
        for table, into in zip(source.tables, target.tables, strict=True):
            for rows in _rows(seen, table):
                _add_to(digest, table.name, rows)
                connection.execute(insert(into), [dict(row) for row in rows])
        if not target.is_sqlite:
            next_numbers(connection, target)
    return digest.hexdigest()


def highest_position(log: Store, seen: Connection) -> int:
    """Give the position of the newest event that is seen, 0 when there is none."""
    return int(seen.execute(select(func.max(log.tables[0].c.position))).scalar() or 0)


def digest_of(store: Store) -> str:
    """Give a digest of every row; it is the same on SQLite and PostgreSQL."""
    digest = hashlib.sha256()
    with store_errors(quoting=False), store.engine.connect() as connection:
        store.begin_looking(connection)
        for table in store.tables:
            for rows in _rows(connection, table):
                _add_to(digest, table.name, rows)
    return digest.hexdigest()


def _rows(connection: Connection, table: Table) -> Iterator[Rows]:
    found = connection.execution_options(stream_results=True, yield_per=AT_ONCE).execute(
        select(table).order_by(*table.primary_key)
    )
    for rows in found.partitions(AT_ONCE):
        yield [{column.key: value for column, value in zip(table.columns, row, strict=True)} for row in rows]


def _add_to(digest: Any, table: str, rows: Rows) -> None:  # noqa: ANN401  # hashlib has no name for it
    for row in rows:
        digest.update(json.dumps([table, {name: _plain(value) for name, value in row.items()}]).encode())


def _plain(value: Any) -> str | int | None:  # noqa: ANN401  # what a column may hold
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, bytes):
        return value.hex()
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)
