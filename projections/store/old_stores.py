"""Read stores that other releases left behind: removed when nobody has them open. Whoever needs one again builds it anew."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from infrastructure.database_errors import store_errors
from infrastructure.postgres_connections import CONNECTION
from projections.store.connections import LOCK, number_of, schema_of
from projections.store.read_store import file_of, store_version

FILE = re.compile(r"read-([0-9a-f]{12})\.db")
SCHEMA = re.compile(r"read_([0-9a-f]{12})")
SIZE = """
    SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c
    WHERE c.relnamespace = to_regnamespace(%s) AND c.relkind = 'r'
"""


@dataclass(frozen=True)
class OldStore:
    """The read store of another release: a file or a schema, its size in bytes, and whether it is gone now."""

    name: str
    size: int
    removed: bool


def remove_old_stores(events_url: str) -> Sequence[OldStore]:
    """
    Remove the read stores of other releases beside a log, and tell of each; one that a process has open stays.

    :raises StoreError: if the database cannot be used
    """
    with store_errors("the read store"):
        return _files(events_url) if events_url.startswith("sqlite") else _schemas(events_url)


def _files(events_url: str) -> list[OldStore]:
    own = file_of(make_url(events_url), store_version())
    old = sorted(file for file in own.parent.glob("read-*.db") if FILE.fullmatch(file.name) and file != own)
    return [_told(file) for file in old]


def _told(file: Path) -> OldStore:
    parts = (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm"))
    size = sum(part.stat().st_size for part in parts if part.exists())
    return OldStore(name=file.name, size=size, removed=_remove_file(file))


def _remove_file(file: Path) -> bool:
    """Remove a file that nobody has open: leaving WAL needs it for oneself alone, and so it stays until it is gone."""
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError:  # in use, or no database: somebody else's, whatever its name
            return False
        if mode != "delete":
            return False
        file.unlink()
        return True


def _schemas(events_url: str) -> list[OldStore]:
    with psycopg.connect(events_url, **CONNECTION) as session:  # type: ignore[arg-type]  # one table of names and numbers
        found = session.execute("SELECT nspname FROM pg_namespace ORDER BY nspname").fetchall()
    versions = [match.group(1) for (name,) in found if (match := SCHEMA.fullmatch(name))]
    return [_remove_schema(events_url, version) for version in versions if version != store_version()]


def _remove_schema(events_url: str, version: str) -> OldStore:
    """Remove a schema that nobody has open: every connection to it shares a lock (projections.store.connections)."""
    schema = schema_of(version)
    with psycopg.connect(events_url, **CONNECTION) as session:  # type: ignore[arg-type]  # one table of names and numbers
        (size,) = session.execute(SIZE, (schema,)).fetchone() or (0,)
        locked = session.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", (LOCK, number_of(version))).fetchone()
        if locked == (True,):
            session.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))
        return OldStore(name=schema, size=int(size), removed=locked == (True,))
