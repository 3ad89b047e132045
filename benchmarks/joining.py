"""Joining through the use case beside the bare library, and joining a large network beside a small one."""

import base64
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import make_url

from benchmarks.bare import Bare, bare_on_postgres, bare_on_sqlite
from benchmarks.measuring import RUNS, TURNS, Result, costs, rates
from benchmarks.party import Party, a_network, a_network_with_core_group, a_party, events_of, join, members, people
from tests.databases import fresh_postgres_database, start_postgres, stop_postgres

EACH = 20
JOINS = EACH * (TURNS * RUNS + 1)


def join_sqlite() -> Result:
    """Join on SQLite: receipt, vault, access check and all, beside loading and storing alone."""
    with TemporaryDirectory() as folder, a_party() as party:
        return _beside("join-sqlite", party, bare_on_sqlite(str(Path(folder) / "bare.db")))


def join_postgresql() -> Result:
    """Join on PostgreSQL."""
    with a_postgres() as (url, bare), a_party(url, a_master_key()) as party:
        return _beside("join-postgresql", party, bare)


def join_at_100000() -> Result:
    """Join a network with 100,000 members beside one with a hundred, in one party."""
    with a_party() as party:
        large, small = a_network(party, "large"), a_network(party, "small")
        members(party, large, 100_000)
        members(party, small, 100)
        crowd = iter(people(party, 2 * JOINS))
        return costs(
            "join-at-100000",
            lambda: join(party, large, next(crowd)),
            lambda: join(party, small, next(crowd)),
            each=EACH,
        )


def a_master_key() -> str:
    """Make a key for a vault that will be thrown away."""
    return base64.b64encode(os.urandom(32)).decode()


@contextmanager
def a_postgres() -> Iterator[tuple[str, Bare]]:
    """Start a PostgreSQL server, with one database for us and one for the peer."""
    with TemporaryDirectory(prefix="netwerkpartij-pg-") as folder:
        server = start_postgres(Path(folder))
        try:
            with fresh_postgres_database(server) as ours, fresh_postgres_database(server) as theirs:
                parts = make_url(theirs)
                bare = bare_on_postgres(dbname=parts.database or "", host=str(parts.query["host"]), user=parts.username or "")
                try:
                    yield ours, bare
                finally:
                    bare.close()
        finally:
            stop_postgres(Path(folder))


def _beside(name: str, party: Party, bare: Bare) -> Result:
    network = a_network_with_core_group(party, "measured")
    peer = bare.begin(events_of(party, network))
    crowd = iter(people(party, JOINS))
    return rates(
        name,
        lambda: join(party, network, next(crowd)),
        lambda: bare.join(peer),
        each=EACH,
        unit="joins/s",
    )
