"""The read store: one version, one position. Derivable at any time from the log, and never copied over another."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, select, text
from sqlalchemy.exc import DBAPIError

from application.ports import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly, StoreUnavailable
from projections.tables import FACT_TABLES, metadata, position

CREATION_LOCK = 0x72656164  # "read": processes that start at once make the schema one by one


def store_version() -> str:
    """Give a digest of everything that decides what the rows say: other projectors make another store."""
    here = Path(__file__).parent
    told_by = [*here.glob("*projector*.py"), *(here / name for name in ("tables.py", "facts.py", "periods.py", "catch_up.py"))]
    digest = hashlib.sha256()
    for file in [*sorted(told_by), here.parent / "domain" / "entries.py"]:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


class ReadStore:
    """One database of facts."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._create()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read in one consistent view."""
        with _store_errors(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write alone: whoever else catches up waits for its turn."""
        with _store_errors(), self.engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.execute(select(position.c.position).with_for_update())
            yield connection
            connection.commit()

    def position(self, connection: Connection) -> int:
        """Give the position up to which events are told by the rows."""
        return int(connection.execute(select(position.c.position)).scalar_one())

    def reach(self, connection: Connection, reached: int) -> None:
        """Set the position, never backwards."""
        statement = position.update().where(position.c.position < reached).values(position=reached)
        if connection.execute(statement).rowcount != 1:  # the row is locked since it was read
            raise StoreDamaged

    def empty(self) -> None:
        """Forget all rows; catching up makes them anew."""
        with self.writing() as connection:
            for table in FACT_TABLES:
                connection.execute(table.delete())
            connection.execute(position.update().values(position=0))

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    def _create(self) -> None:
        with _store_errors(), self.engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(text(f"SELECT pg_advisory_xact_lock({CREATION_LOCK})"))
                connection.execute(text(f'CREATE SCHEMA IF NOT EXISTS "read_{store_version()}"'))
            metadata.create_all(connection)
            if connection.execute(select(position.c.position)).first() is None:
                connection.execute(position.insert().values(one=1, position=0))
            connection.commit()


def open_read_store(events_url: str) -> ReadStore:
    """
    Open the read store that this code can read, beside the events; empty when it is new.

    :raises StoreError: if its database cannot be used
    """
    url = make_url(events_url)
    version = store_version()
    if url.drivername == "sqlite":
        file = Path(url.database or "").with_name(f"read-{version}.db")
        engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": 10})
        event.listen(engine, "connect", _sqlite_settings)
        return ReadStore(engine)
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args={"options": f"-csearch_path=read_{version}", "connect_timeout": 5, "keepalives_idle": 10},
        pool_pre_ping=True,
    )
    return ReadStore(engine)


def _sqlite_settings(connection: Any, _: object) -> None:  # noqa: ANN401  # the driver's own connection
    connection.isolation_level = None  # we begin transactions ourselves
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")  # derivable: what a power cut takes is projected again


@contextmanager
def _store_errors() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise _told(error) from error


def _told(error: DBAPIError) -> StoreError:
    message = str(error.orig).lower()
    if "locked" in message or "lock timeout" in message:
        return StoreBusy("the read store is busy")
    if "readonly" in message or "read-only" in message:
        return StoreReadOnly("the read store may not be written to")
    if "full" in message or "no space" in message:
        return StoreFull("there is no room for the read store")
    return StoreUnavailable("the read store cannot be reached")
