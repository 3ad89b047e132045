"""One process of all that share a log, for work that need not be done twice: whoever holds a lock that ends with its process."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import psycopg
from sqlalchemy import make_url

from infrastructure.database_errors import store_errors
from infrastructure.postgres_connections import CONNECTION

LOCK = 0x636C6F636B  # any number of our own


class OneProcess(Protocol):
    """A place that one process at a time holds; when that ends, however it does, another may have it."""

    def is_ours(self) -> bool:
        """Say whether we hold it, or take it when nobody does."""

    def let_go(self) -> None:
        """Leave it to another."""


class OfFolder:
    """The place beside a database that is a file: a lock on the folder that it is in."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.open(folder, os.O_RDONLY)

    def is_ours(self) -> bool:
        try:
            fcntl.flock(self._folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without such locks: to do it twice is harmless
            return True
        return True

    def let_go(self) -> None:
        os.close(self._folder)


class OfDatabase:
    """The place in a PostgreSQL database: an advisory lock of a connection that does nothing else."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session: psycopg.Connection | None = None
        self._is_ours = False

    def is_ours(self) -> bool:
        """
        Say whether we hold it; with the connection it is lost.

        :raises StoreError: if the database cannot be asked
        """
        with store_errors(quoting=False):
            if self._session is None:
                self._session = psycopg.connect(self._url, autocommit=True, **CONNECTION)  # type: ignore[arg-type]  # names and numbers
            try:
                asked = "SELECT true" if self._is_ours else f"SELECT pg_try_advisory_lock({LOCK})"
                self._is_ours = self._session.execute(asked).fetchone() == (True,)
            except psycopg.Error:
                self.let_go()
                raise
        return self._is_ours

    def let_go(self) -> None:
        if self._session is not None:
            with suppress(psycopg.Error):  # closing alone lets go of it a moment later
                self._session.execute("SELECT pg_advisory_unlock_all()")
            self._session.close()
        self._session, self._is_ours = None, False


def one_process(url: str) -> OneProcess:
    """Give the place of the processes that share the log at an address."""
    if url.startswith("sqlite"):
        return OfFolder(Path(make_url(url).database or "").absolute().parent)
    return OfDatabase(url)
