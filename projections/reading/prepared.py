"""Queries for a moment that is not known yet: for the busiest answers, building a query costs more than running it."""

from typing import Any, cast

from sqlalchemy import Connection, Select

from application.ports.event_log import EventLog
from infrastructure.compiled_queries import CompiledQuery
from projections.reading.query_service import BEFORE, POSITION, AsOf

ASKED = AsOf(
    connection=cast("Connection", None),
    log=cast("EventLog", None),
    position=POSITION,
    before=BEFORE,
    known_at=0,
)
"""A reading whose moment is filled in when the query runs: conditions made for it can be kept."""


class Prepared:
    """A query made for :data:`ASKED`."""

    def __init__(self, query: Select[Any]) -> None:
        self._query = CompiledQuery(query)

    def rows(self, as_of: AsOf) -> list[tuple[Any, ...]]:
        """Give the rows as the driver gives them: numbers for yes and no, text for JSON on SQLite."""
        return self._query.rows(as_of.connection, position=as_of.position, before=as_of.before)
