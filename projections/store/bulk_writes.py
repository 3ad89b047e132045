"""Writing the rows of a batch the way each driver does it fastest: for thousands of rows that is most of the time."""

import json
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, Connection, Table

Row = dict[str, Any]
"""One row of a table by column; the tables say of what kind each value is."""

_json = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


def close(connection: Connection, table: Table, until: Mapping[int, int]) -> None:
    """Let rows, by their number, be held true until a position and no longer: one statement."""
    if connection.dialect.name == "sqlite":
        statement = f'UPDATE "{table.name}" SET until = ? WHERE fact = ?'  # noqa: S608  # names of our own tables
        connection.exec_driver_sql(statement, [(position, fact) for fact, position in until.items()])
    else:
        statement = f"""
            UPDATE "{table.name}" SET until = closed.until
            FROM unnest(%s::bigint[], %s::bigint[]) AS closed (fact, until) WHERE "{table.name}".fact = closed.fact
        """  # noqa: S608  # names of our own tables
        connection.exec_driver_sql(statement, (list(until), list(until.values())))


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    columns = [column for column in table.columns if column.name != "fact"]
    names = ", ".join(f'"{column.name}"' for column in columns)
    for name in (column.name for column in columns if isinstance(column.type, JSON)):
        for row in rows:
            row[name] = _json(row[name])
    values = list(map(itemgetter(*(column.name for column in columns)), rows))
    if connection.dialect.name == "sqlite":
        places = ", ".join("?" for _ in columns)
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({places})'  # noqa: S608  # names of our own tables
        connection.exec_driver_sql(statement, values)
    else:
        driver: Any = connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for row_values in values:
                copy.write_row(row_values)
