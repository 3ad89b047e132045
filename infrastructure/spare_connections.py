"""SQLite connections that answer one statement at a time: taking one from a pool costs more than the statement does."""

import sqlite3
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from application.ports.errors import StoreUnavailable

KEPT: Final = 8
"""As many as a pool keeps; in a rush more are made, and closed again when they come back."""

Values = Sequence[Any] | Mapping[str, Any]
"""What is filled in, by position or by name; of any type that the driver takes."""


class SpareConnections:
    """
    Lends a connection for one statement outside any transaction. Safe for threads: nobody else has it meanwhile.

    :param connect: opens one that may be used by any thread, and gives rows as tuples
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._spare: deque[sqlite3.Connection] = deque()
        self._keep = KEPT

    def rows(self, statement: str, values: Values) -> list[tuple[Any, ...]]:
        """
        Give all rows of a statement that only reads.

        :raises sqlite3.Error: if the database cannot answer, and the connection is not used again
        :raises StoreUnavailable: if these were closed
        """
        if not self._keep:
            msg = "the store was closed"
            raise StoreUnavailable(msg)
        try:
            connection = self._spare.pop()
        except IndexError:
            connection = self._connect()
        try:
            found = connection.execute(statement, values).fetchall()
        except BaseException:
            connection.close()
            raise
        if len(self._spare) < self._keep:
            self._spare.append(connection)
        else:
            connection.close()
        return found

    def close(self) -> None:
        """Close those that nobody uses now; the others are closed when they come back."""
        self._keep = 0
        while self._spare:
            self._spare.pop().close()
