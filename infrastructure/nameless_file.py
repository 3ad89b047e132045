"""A place on disk for what one piece of work cannot hold in memory: a file without a name, gone with whoever made it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from infrastructure.database_errors import store_errors

NAMELESS = ""
"""SQLite makes a file in the folder for temporary ones (TMPDIR), removes its name at once, and keeps two megabytes in memory."""


@contextmanager
def nameless_file(*tables: str) -> Iterator[sqlite3.Connection]:
    """
    Give a database of one's own with some tables, which nobody else can open and of which nothing stays.

    :param tables: statements that make the tables
    """
    with store_errors("a file for temporary data"), closing(sqlite3.connect(NAMELESS, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        for table in tables:
            connection.execute(table)
        connection.execute("BEGIN")
        yield connection
