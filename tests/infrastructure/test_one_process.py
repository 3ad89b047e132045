"""Of all processes that share a log one has the place of the clock, and another as soon as that one ends."""

from contextlib import closing

import psycopg

from infrastructure.event_store.event_log import open_event_log
from infrastructure.one_process import OfDatabase, one_process
from tests.infrastructure.event_store.aggregates import AGGREGATES


def test_one_has_the_place_until_it_lets_go(database_url: str):
    with closing(open_event_log(database_url, AGGREGATES)):
        first, second = one_process(database_url), one_process(database_url)
        assert [first.is_ours(), second.is_ours(), first.is_ours(), second.is_ours()] == [True, False, True, False]
        first.let_go()
        assert second.is_ours()
        second.let_go()


def test_whose_connection_ends_has_the_place_no_more(postgres_url: str):
    first, second = OfDatabase(postgres_url), OfDatabase(postgres_url)
    assert (first.is_ours(), second.is_ours()) == (True, False)
    with psycopg.connect(postgres_url, autocommit=True) as session:
        session.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND granted")
    assert second.is_ours()
    second.let_go()
    first.let_go()
