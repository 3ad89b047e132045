"""The read store: one version, one position. Derivable at any time from the log, and never copied over another."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, make_url, select
from sqlalchemy.engine import URL

from application.ports.errors import StoreDamaged
from infrastructure.database_errors import store_errors
from projections.store.connections import postgres_engine, sqlite_engine
from projections.store.tables import FACT_TABLES, position

PATIENCE = 5.0
"""Seconds to wait for somebody else who catches up, or for a free connection."""


OF_PROJECTIONS = ("projections/store", "projections/views", "projections/projectors")
DECIDES_ROWS = ("domain", "application/ports", "infrastructure", *OF_PROJECTIONS)
"""What rows follow from: folders and files of the program. A test walks the imports of catching up and finds all of them here."""


@cache
def store_version() -> str:
    """Give a digest of everything that decides what the rows say: another release of any of it makes another store."""
    program = Path(__file__).parents[2]
    digest = hashlib.sha256()
    for file in (file for place in DECIDES_ROWS for file in modules_at(program / place)):
        digest.update(f"{file.relative_to(program).as_posix()}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def modules_at(place: Path) -> list[Path]:
    """Give the Python files at a place, always in the same order: itself, or all in a folder and its folders."""
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


POSITION = str(select(position.c.position))
"""Asked for every answer, and building it costs more than running it."""

NOTHING_TOLD = {"position": 0, "mark": ""}


class ReadStore:
    """One database of facts."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"
        with self.reading():
            pass  # the first connection makes it

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read in one consistent view, also while others catch up or build the rows anew."""
        with store_errors("the read store"), self.engine.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN")
            else:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write alone: whoever else catches up waits for its turn. All of it is kept, or nothing."""
        with store_errors("the read store"), self.engine.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.execute(select(position.c.position).with_for_update())
            yield connection
            connection.commit()

    def position(self, connection: Connection) -> int:
        """Give the position up to which events are told by the rows."""
        return int(connection.exec_driver_sql(POSITION).scalar_one())

    def last_told(self, connection: Connection) -> tuple[int, str]:
        """Give the position of the event that the rows told last, and the mark of that event."""
        told = connection.execute(select(position.c.position, position.c.mark)).one()
        return told.position, told.mark

    def reach(self, connection: Connection, reached: int, mark: str) -> None:
        """Set the position, never backwards, and the mark of the event that is there."""
        statement = position.update().where(position.c.position < reached).values(position=reached, mark=mark)
        if connection.execute(statement).rowcount != 1:
            message = "the position of the read store went on while it was locked"
            raise StoreDamaged(message)

    def empty(self) -> None:
        """Forget all rows; catching up makes them anew."""
        with self.writing() as connection:
            self.forget(connection)

    def forget(self, connection: Connection) -> None:
        """Forget all rows within a transaction: whoever reads meanwhile sees all of them or none."""
        for table in FACT_TABLES:
            connection.execute(table.delete())
        connection.execute(position.update().values(NOTHING_TOLD))

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def open_read_store(events_url: str) -> ReadStore:
    """
    Open the read store that this code can read, beside the events; empty when it is new.

    :raises StoreError: if its database cannot be used
    """
    url = make_url(events_url)
    if url.drivername == "sqlite":
        return ReadStore(sqlite_engine(file_of(url, store_version()), PATIENCE))
    return ReadStore(postgres_engine(url, store_version(), PATIENCE))


def file_of(url: URL, version: str) -> Path:
    """Name the file of a store beside the events."""
    return Path((url.database or "").removesuffix("?mode=ro")).with_name(f"read-{version}.db")
