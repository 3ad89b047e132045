"""Connections that answer one statement at a time."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

from application.ports.errors import StoreUnavailable
from infrastructure.spare_connections import KEPT, SpareConnections

CROWD = KEPT + 4


class Counted:
    """Connections to one file, and how many were made; each waits until all are in use."""

    def __init__(self, file: Path, together: int = 1) -> None:
        self.made: list[sqlite3.Connection] = []
        self.file, self.barrier = file, Barrier(together)

    def connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, check_same_thread=False)
        connection.create_function("together", 0, lambda: self.barrier.wait(30) * 0)
        self.made.append(connection)
        return connection


@pytest.fixture
def counted(tmp_path: Path) -> Callable[..., Counted]:
    return partial(Counted, tmp_path / "some.db")


def is_open(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return False
    return True


def test_who_asks_after_another_has_the_same_connection(counted):
    counted = counted()
    spare = SpareConnections(counted.connect)
    assert [spare.rows("SELECT ?", (number,)) for number in range(3)] == [[(0,)], [(1,)], [(2,)]]
    assert len(counted.made) == 1


def test_threads_that_come_and_go_leave_no_connections_behind(counted):
    counted = counted()
    spare = SpareConnections(counted.connect)
    for _ in range(5):
        with ThreadPoolExecutor(1) as passer_by:
            assert passer_by.submit(spare.rows, "SELECT 1", ()).result() == [(1,)]
    assert len(counted.made) == 1


def test_in_a_rush_everybody_has_their_own_and_no_more_are_kept_than_a_pool_keeps(counted):
    counted = counted(CROWD)
    spare = SpareConnections(counted.connect)
    with ThreadPoolExecutor(CROWD) as crowd:
        assert list(crowd.map(lambda _: spare.rows("SELECT together()", ()), range(CROWD))) == [[(0,)]] * CROWD
    assert sum(map(is_open, counted.made)) == KEPT
    spare.close()
    assert not any(map(is_open, counted.made))


def test_a_connection_that_failed_is_not_used_again(counted):
    counted = counted()
    spare = SpareConnections(counted.connect)
    with pytest.raises(sqlite3.OperationalError):
        spare.rows("SELECT * FROM nowhere", ())
    assert spare.rows("SELECT 1", ()) == [(1,)]
    assert [is_open(connection) for connection in counted.made] == [False, True]


def test_after_closing_nothing_is_opened_again(counted):
    counted = counted()
    spare = SpareConnections(counted.connect)
    spare.rows("SELECT 1", ())
    spare.close()
    with pytest.raises(StoreUnavailable):
        spare.rows("SELECT 1", ())
    assert not any(map(is_open, counted.made))
