"""Every test that says "on both databases" relies on these sentences."""

import pytest
from psycopg import OperationalError, connect
from sqlalchemy import create_engine, inspect, text

from tests.databases import fresh_postgres_database


@pytest.mark.parametrize("turn", ["first", "second"])
def test_a_database_is_empty_and_keeps_a_table(database_url, turn):
    engine = create_engine(database_url)
    try:
        assert inspect(engine).get_table_names() == []
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE facts (fact TEXT)"))
            connection.execute(text("INSERT INTO facts VALUES (:turn)"), {"turn": turn})
        with engine.begin() as connection:
            assert connection.execute(text("SELECT fact FROM facts")).scalar_one() == turn
    finally:
        engine.dispose()


def test_postgresql_promises_what_it_promises_in_production(postgres_url):
    with connect(postgres_url) as connection:
        durability = [
            connection.execute(f"SHOW {setting}").fetchone() for setting in ("fsync", "synchronous_commit", "full_page_writes")
        ]
    assert durability == [("on",), ("on",), ("on",)]


def test_a_database_is_gone_afterwards_also_when_somebody_is_still_connected(postgres_server):
    with fresh_postgres_database(postgres_server) as url:
        forgotten = connect(url)
    with pytest.raises(OperationalError):
        forgotten.execute("SELECT 1")
    forgotten.close()
    with pytest.raises(OperationalError, match="does not exist"):
        connect(url)


def test_the_real_data_is_where_it_is_said_to_be(shared_data):
    assert (shared_data / "team_history.csv").read_text(encoding="utf-8").startswith("timestamp,network,kind,event,person,role\n")
