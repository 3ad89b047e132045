"""Setting aside what is there before a backup is put back: moved to another folder or schema, and never removed."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import psycopg
from psycopg import sql

from infrastructure.backups.stores import sqlite_file
from infrastructure.database_errors import store_errors
from infrastructure.postgres_connections import CONNECTION
from infrastructure.private_files import make_private_folder
from infrastructure.vault.database import SCHEMA

OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = %s AND pid <> pg_backend_pid()
"""


def is_in_use(url: str) -> bool:
    """
    Say whether a service, or anything else, has a database open.

    :raises StoreError: if a server cannot be asked
    """
    file = sqlite_file(url)
    if file is not None:
        return file.is_file() and not _is_ours_alone(file)
    with store_errors(quoting=False), psycopg.connect(url, **CONNECTION) as session:  # type: ignore[arg-type]  # names and numbers
        return session.execute(OTHERS, (CONNECTION["application_name"],)).fetchone() != (0,)


def _is_ours_alone(file: Path) -> bool:
    """Leaving the write-ahead log needs the file for oneself; what is no database is in nobody's use."""
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        except sqlite3.OperationalError as error:
            return error.sqlite_errorcode not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        except sqlite3.DatabaseError:
            return True
        return bool(mode == "delete")


def set_files_aside(files: Sequence[Path], name: str) -> list[str]:
    """Move files, with what SQLite keeps beside them, into a folder beside each, and give those folders."""
    folders = []
    for file in files:
        parts = [part for end in ("", "-wal", "-shm", ".key", ".key.new") if (part := file.with_name(file.name + end)).exists()]
        folder = file.with_name(name)
        if parts:
            make_private_folder(folder)
            folders.append(str(folder))
        for part in parts:
            part.rename(folder / part.name)
    return sorted(set(folders))


def set_tables_aside(url: str, name: str, *, log: bool, vault: bool) -> list[str]:
    """
    Move the tables of a log, of a vault or of both into schemas of their own, all or none, and give those schemas.

    :raises StoreError: if the database cannot do it
    """
    wanted = {"public.stored_events": log, "public.commands": log, f"{SCHEMA}.about": vault}
    moves = {
        "public.stored_events": (f"{name}_events", "ALTER TABLE public.stored_events SET SCHEMA {}"),
        "public.commands": (f"{name}_events", "ALTER TABLE public.commands SET SCHEMA {}"),
        f"{SCHEMA}.about": (f"{name}_vault", f"ALTER SCHEMA {SCHEMA} RENAME TO {{}}"),
    }
    made: list[str] = []
    with store_errors(quoting=False), psycopg.connect(url, **CONNECTION) as session:  # type: ignore[arg-type]  # names and numbers
        for table, (schema, move) in moves.items():
            if not wanted[table] or session.execute("SELECT to_regclass(%s)", (table,)).fetchone() == (None,):
                continue
            if schema not in made and move.startswith("ALTER TABLE"):
                session.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
            session.execute(sql.SQL(move).format(sql.Identifier(schema)))
            made.append(schema)
    return sorted(set(made))
