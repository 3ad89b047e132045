"""The read store: one version, one position. Derivable at any time from the log, and never copied over another."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.pool import ConnectionPoolEntry

from application.ports import StoreBusy, StoreDamaged
from infrastructure.event_store.failures import named_failures
from infrastructure.event_store.postgres_database import CONNECTION
from projections.tables import FACT_TABLES, metadata, position

PATIENCE = 5.0
"""Seconds to wait for somebody else who catches up, or for a free connection."""

SQLITE_SETTINGS = (
    "synchronous = NORMAL",  # derivable: what a power cut takes is projected again, with its position
    "cache_size = -16384",  # kibibytes; a large store is built with the memory of a small one
    "wal_autocheckpoint = 10000",  # pages: batches write the same pages of an index again and again
)
CREATION_LOCK = 0x72656164  # "read": processes that start at once make the schema one by one
WAL_RETRY = 0.02


def store_version() -> str:
    """Give a digest of everything that decides what the rows say: other projectors make another store."""
    here = Path(__file__).parent
    others = ("tables.py", "facts.py", "periods.py", "writing.py", "catch_up.py")
    told_by = [*here.glob("*projector*.py"), *(here / name for name in others)]
    digest = hashlib.sha256()
    rules_of_time = [here.parent / "domain" / name for name in ("advice.py", "answer_days.py", "entries.py")]
    for file in [*sorted(told_by), *rules_of_time]:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


POSITION = str(select(position.c.position))
"""Asked for every answer, and building it costs more than running it."""

NOTHING_TOLD = {"position": 0, "mark": ""}


class ReadStore:
    """One database of facts."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._create()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read in one consistent view, also while others catch up or build the rows anew."""
        with _store_errors(), self.engine.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN")
            else:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write alone: whoever else catches up waits for its turn. All of it is kept, or nothing."""
        with _store_errors(), self.engine.connect() as connection:
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

    def _create(self) -> None:
        """Make the tables in one step when they are not there; processes that start at once find them whole."""
        if self.is_sqlite:
            self._turn_on_wal()
        with self.reading() as connection:
            if inspect(connection).has_table(position.name):
                return
        with _store_errors(), self.engine.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(select(text(f"pg_advisory_xact_lock({CREATION_LOCK})")))
                connection.execute(text(f'CREATE SCHEMA IF NOT EXISTS "{_schema()}"'))
            if not inspect(connection).has_table(position.name):
                metadata.create_all(connection, checkfirst=False)
                connection.execute(position.insert().values(one=1, **NOTHING_TOLD))
            connection.commit()

    def _turn_on_wal(self) -> None:
        """Several first starts at once meet a lock here for which SQLite does not wait by itself."""
        give_up_at = time.monotonic() + PATIENCE
        while True:
            try:
                with _store_errors(), self.engine.connect() as connection:
                    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            except StoreBusy:
                if time.monotonic() > give_up_at:
                    raise
                time.sleep(WAL_RETRY)
            else:
                return


def open_read_store(events_url: str) -> ReadStore:
    """
    Open the read store that this code can read, beside the events; empty when it is new.

    :raises StoreError: if its database cannot be used
    """
    url = make_url(events_url)
    return ReadStore(_sqlite(url) if url.drivername == "sqlite" else _postgres(url))


def _sqlite(url: URL) -> Engine:
    file = Path((url.database or "").removesuffix("?mode=ro")).with_name(f"read-{store_version()}.db")
    arguments = {"timeout": PATIENCE, "check_same_thread": False}
    engine = create_engine(f"sqlite:///{file}", pool_size=8, max_overflow=32, pool_timeout=PATIENCE, connect_args=arguments)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: ConnectionPoolEntry) -> None:  # noqa: ANN401  # the driver's own connection
        connection.isolation_level = None  # we begin transactions ourselves
        with closing(connection.cursor()) as cursor:
            for setting in SQLITE_SETTINGS:
                cursor.execute(f"PRAGMA {setting}")

    return engine


def _postgres(url: URL) -> Engine:
    options = f"-c search_path={_schema()} -c lock_timeout={int(PATIENCE * 1000)}"
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=2,
        max_overflow=14,
        pool_timeout=PATIENCE,
        pool_pre_ping=True,
        connect_args={**CONNECTION, "options": options},
    )


def _schema() -> str:
    return f"read_{store_version()}"


@contextmanager
def _store_errors() -> Iterator[None]:
    """Say what went wrong in the words of the port, as the event store does."""
    with named_failures():
        try:
            yield
        except DBAPIError as error:
            raise (error.orig or error) from None
        except NoConnectionFree as error:
            message = "all connections to the read store are in use"
            raise StoreBusy(message) from error
