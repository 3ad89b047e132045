"""A query that is compiled once gives what SQLAlchemy would."""

from unittest.mock import patch

import pytest
from sqlalchemy import Column, Integer, MetaData, Select, String, Table, bindparam, create_engine, insert, make_url, select

from infrastructure.compiled_queries import CompiledQuery

NAMES = Table("names", MetaData(), Column("number", Integer, primary_key=True), Column("name", String(20)))
SOME = select(NAMES.c.name).where(NAMES.c.number.in_([1, 2, 3]), NAMES.c.number > bindparam("after", 0)).order_by(NAMES.c.number)


@pytest.fixture(params=["sqlite_url", "postgres_url"])
def engine(request: pytest.FixtureRequest):
    url = make_url(request.getfixturevalue(request.param))
    engine = create_engine(url.set(drivername="postgresql+psycopg") if url.drivername.startswith("postgres") else url)
    NAMES.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(NAMES), [{"number": number, "name": f"n{number}"} for number in range(1, 6)])
    yield engine
    engine.dispose()


def test_values_of_the_query_itself_and_those_of_the_moment_are_filled_in(engine):
    query = CompiledQuery(SOME)
    with engine.connect() as connection:
        assert query.rows(connection, after=0) == [("n1",), ("n2",), ("n3",)]
        assert query.rows(connection, after=2) == [("n3",)]


def test_a_query_is_compiled_once_for_each_kind_of_database(engine):
    query = CompiledQuery(SOME)
    with engine.connect() as connection, patch.object(Select, "compile", autospec=True, side_effect=Select.compile) as compiled:
        for after in range(3):
            query.rows(connection, after=after)
    assert compiled.call_count == 1
