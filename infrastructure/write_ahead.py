"""Switching an SQLite file to a write-ahead log: readers go on while somebody writes."""

import sqlite3
import time
from typing import Final

RETRY: Final = 0.01


def switch_to_wal(connection: sqlite3.Connection, *, patience: float) -> None:
    """
    Switch a file, as it then stays.

    Processes that switch at the same moment are refused without SQLite waiting by itself, so this waits.

    :param patience: seconds to wait for the others
    :raises sqlite3.Error: if the file cannot be switched
    """
    give_up_at = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                raise
            time.sleep(RETRY)
        else:
            return
