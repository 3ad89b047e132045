"""Keeping a copy of a log and putting it back later, as somebody does who lost a disk; the read store stays as it is."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from psycopg import connect, sql
from sqlalchemy import make_url

TABLES = ("stored_events", "commands")
NEXT_POSITION = """
    SELECT setval('public.stored_events_notification_id_seq', (SELECT max(notification_id) FROM public.stored_events))
"""


def kept(url: str) -> Callable[[], None]:
    """Keep the log as it is now, and give how to put it back. Nobody may have it open then."""
    return _kept_file(Path(make_url(url).database or "")) if url.startswith("sqlite") else _kept_tables(url)


def _kept_file(events: Path) -> Callable[[], None]:
    copy = events.with_suffix(".copy")
    with closing(sqlite3.connect(events)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)

    def put_back() -> None:
        for rest in ("-wal", "-shm"):
            events.with_name(events.name + rest).unlink(missing_ok=True)
        shutil.copy(copy, events)

    return put_back


def _kept_tables(url: str) -> Callable[[], None]:
    with connect(url) as session:
        for table in TABLES:
            session.execute(sql.SQL("CREATE TABLE public.{} AS SELECT * FROM public.{}").format(*_copy_and_own(table)))

    def put_back() -> None:
        with connect(url) as session:
            for table in TABLES:
                copy, own = _copy_and_own(table)
                session.execute(sql.SQL("DELETE FROM public.{}").format(own))
                session.execute(sql.SQL("INSERT INTO public.{} SELECT * FROM public.{}").format(own, copy))
            session.execute(NEXT_POSITION)

    return put_back


def _copy_and_own(table: str) -> tuple[sql.Identifier, sql.Identifier]:
    return sql.Identifier(f"copy_of_{table}"), sql.Identifier(table)
