"""Queries that are compiled once and given to the driver itself: for a few rows, building a query costs more than running it."""

from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Dialect, Select

from infrastructure.spare_connections import Values


class CompiledQuery:
    """
    A query with bound parameters, compiled once for each kind of database.

    :param query: where it has ``IN`` with a list, its bound parameters have a value, which SQLAlchemy asks for when it compiles
    """

    def __init__(self, query: Select[Any]) -> None:
        self._query = query
        self._compiled: dict[str, tuple[str, list[str] | None, dict[str, Any]]] = {}

    def filled_in(self, dialect: Dialect, given: dict[str, Any]) -> tuple[str, Values]:
        """Give the statement and all its values for a driver."""
        sql, order, fixed = self._compiled.get(dialect.name) or self._compile(dialect)
        values = fixed | given
        return sql, values if order is None else [values[name] for name in order]

    def rows(self, connection: Connection, **given: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  # columns of any type
        """Give all rows as the driver gives them: numbers for yes and no, text for JSON on SQLite."""
        sql, values = self.filled_in(connection.dialect, given)
        with closing(connection.connection.cursor()) as cursor:  # the result that SQLAlchemy makes costs more
            cursor.execute(sql, values)
            return list(cursor.fetchall())

    def _compile(self, dialect: Dialect) -> tuple[str, list[str] | None, dict[str, Any]]:
        compiled = self._query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        found = (str(compiled), getattr(compiled, "positiontup", None), dict(compiled.params))
        return self._compiled.setdefault(dialect.name, found)
