"""How tables are made: the statements, compiled once for each kind of database."""

from functools import cache

from sqlalchemy import Dialect, MetaData
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

DIALECTS: dict[str, type[Dialect]] = {"sqlite": sqlite.dialect, "postgresql": postgresql.dialect}


@cache
def creation_of(metadata: MetaData, kind: str) -> tuple[str, ...]:
    """
    Give the statements that make all tables and their indexes.

    :param kind: sqlite or postgresql
    """
    dialect = DIALECTS[kind]()
    made: list[CreateTable | CreateIndex] = []
    for table in metadata.sorted_tables:
        made.append(CreateTable(table))
        made += map(CreateIndex, sorted(table.indexes, key=lambda index: str(index.name)))
    return tuple(str(each.compile(dialect=dialect)) for each in made)
