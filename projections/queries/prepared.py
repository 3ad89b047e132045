"""Queries that are built once: for the busiest answers, building a query costs more than running it."""

from contextlib import closing
from typing import Any, cast

from sqlalchemy import BigInteger, Connection, Select, bindparam

from application.ports.event_log import EventLog
from projections.queries.query_service import AsOf

ASKED = AsOf(
    connection=cast("Connection", None),
    log=cast("EventLog", None),
    position=cast("int", bindparam("position", 0, BigInteger)),
    before=cast("int", bindparam("before", 0, BigInteger)),
    known_at=0,
)
"""A reading whose moment is filled in when the query runs: conditions made for it can be kept."""


class Prepared:
    """A query for a moment that is not known yet, compiled once for each kind of database."""

    def __init__(self, query: Select[Any]) -> None:
        self.query = query
        self._compiled: dict[str, tuple[str, list[str] | None, dict[str, Any]]] = {}

    def rows(self, as_of: AsOf) -> list[tuple[Any, ...]]:
        """Give the rows as the driver gives them: numbers for yes and no, text for JSON on SQLite."""
        sql, order, fixed = self._for(as_of.connection)
        values = {**fixed, "position": as_of.position, "before": as_of.before}
        given = values if order is None else tuple(values[name] for name in order)
        with closing(as_of.connection.connection.cursor()) as cursor:  # the result that SQLAlchemy makes costs more
            cursor.execute(sql, given)
            rows: list[tuple[Any, ...]] = list(cursor.fetchall())
            return rows

    def _for(self, connection: Connection) -> tuple[str, list[str] | None, dict[str, Any]]:
        name = connection.dialect.name
        if name not in self._compiled:
            compiled = self.query.compile(dialect=connection.dialect, compile_kwargs={"render_postcompile": True})
            fixed = {key: value for key, value in compiled.params.items() if key not in {"position", "before"}}
            order = getattr(compiled, "positiontup", None)
            self._compiled[name] = (str(compiled), None if order is None else list(order), fixed)
        return self._compiled[name]
