"""Queries of the attention list: built once for now, and anew for a moment in the past."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Select

from projections.prepared import ASKED, Prepared
from projections.reading import Reading

Build = Callable[[Reading], Select[Any]]
_prepared: dict[Build, Prepared] = {}


def rows_of(reading: Reading, build: Build) -> Sequence[Sequence[Any]]:
    """Give the rows of a query that is made for a reading."""
    if reading.looks_back:
        return reading.connection.execute(build(reading)).all()
    if build not in _prepared:
        _prepared[build] = Prepared(build(ASKED))
    return _prepared[build].rows(reading)


def told(value: Any) -> Any:  # noqa: ANN401  # JSON, of which SQLite's driver gives the text
    """Give a JSON value as what it tells."""
    return json.loads(value) if isinstance(value, str) else value
