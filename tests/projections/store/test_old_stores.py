"""Read stores of other releases: removed when nobody has them open, never the own one, and never without a way back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from psycopg import connect
from sqlalchemy import make_url

from application.queries.networks import NetworkDirectory
from domain.all_aggregates import AGGREGATES
from infrastructure.event_store.event_log import StoredEventLog, open_event_log
from projections.queries.answers import open_reads
from projections.reading.query_service import QueryService
from projections.store import read_store
from projections.store.old_stores import OldStore, remove_old_stores
from tests.projections.rows import a_long_story, rows_of

OTHER, THIRD = "0123456789ab", "abcdefabcdef"
OWN = read_store.store_version()


@pytest.fixture
def log(database_url: str) -> Iterator[StoredEventLog]:
    log = open_event_log(database_url, AGGREGATES)
    a_long_story(log, tries=0)
    yield log
    log.close()


@contextmanager
def reads_of_release(version: str, url: str, log: StoredEventLog) -> Iterator[QueryService]:
    """The read side as another release would open it."""
    with pytest.MonkeyPatch.context() as release:
        release.setattr(read_store, "store_version", lambda: version)
        reads = open_reads(url, log)
    try:
        reads.catch_up()
        yield reads
    finally:
        reads.close()


def name_of(version: str, url: str) -> str:
    return f"read-{version}.db" if url.startswith("sqlite") else f"read_{version}"


def names(removed: list[OldStore] | tuple[OldStore, ...]) -> list[tuple[str, bool]]:
    return [(each.name, each.removed) for each in removed]


def test_what_nobody_has_open_is_removed_and_the_own_one_stays(database_url: str, log: StoredEventLog):
    for version in (OTHER, THIRD):
        with reads_of_release(version, database_url, log):
            pass
    with reads_of_release(OWN, database_url, log) as reads:
        before = rows_of(reads.store)
        removed = list(remove_old_stores(database_url))
        assert names(removed) == [(name_of(OTHER, database_url), True), (name_of(THIRD, database_url), True)]
        assert all(each.size > 10_000 for each in removed)
        assert rows_of(reads.store) == before
        assert list(remove_old_stores(database_url)) == []


def test_what_a_process_has_open_stays_as_it_is(database_url: str, log: StoredEventLog):
    with reads_of_release(OTHER, database_url, log) as others:
        before = rows_of(others.store)
        assert names(list(remove_old_stores(database_url))) == [(name_of(OTHER, database_url), False)]
        assert rows_of(others.store) == before
        assert others.catch_up() == log.last_position()
    assert names(list(remove_old_stores(database_url))) == [(name_of(OTHER, database_url), True)]


def test_a_release_whose_store_was_removed_builds_it_anew(database_url: str, log: StoredEventLog):
    with reads_of_release(OTHER, database_url, log) as others:
        before = rows_of(others.store)
        asked = others.answer(NetworkDirectory())
        others.store.engine.dispose()  # it runs on, and has no connection just now
        assert names(list(remove_old_stores(database_url))) == [(name_of(OTHER, database_url), True)]
        assert others.answer(NetworkDirectory(), after=log.last_position()) == asked
        assert rows_of(others.store) == before


def test_only_read_stores_are_removed(sqlite_url: str, tmp_path: Path):
    open_event_log(sqlite_url, AGGREGATES).close()
    kept = {"read-0123456789ab.db": b"no database, but it has the name of one", "read-me.db": b"", "read-0123456789AB.db": b""}
    for name, content in kept.items():
        (tmp_path / name).write_bytes(content)
    assert names(list(remove_old_stores(sqlite_url))) == [("read-0123456789ab.db", False)]
    assert {name: (tmp_path / name).read_bytes() for name in kept} == kept
    assert (tmp_path / Path(make_url(sqlite_url).database or "").name).exists()


def test_the_schemas_of_events_and_vault_stay(postgres_url: str):
    log = open_event_log(postgres_url, AGGREGATES)
    a_long_story(log, tries=0)
    log.close()
    with connect(postgres_url, autocommit=True) as session:
        session.execute("CREATE SCHEMA vault")
        session.execute("CREATE SCHEMA read_me")
        assert list(remove_old_stores(postgres_url)) == []
        kept = {name for (name,) in session.execute("SELECT nspname FROM pg_namespace")}
    assert kept >= {"public", "vault", "read_me"}
