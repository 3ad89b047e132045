"""Queries of the attention list: built once for now, and anew for a moment in the past; each is asked once for a list."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select

from projections.prepared import ASKED, Prepared
from projections.reading import Reading

Build = Callable[[Reading], Select[Any]]
Rows = Sequence[Sequence[Any]]
_prepared: dict[Build, Prepared] = {}


class Asked:
    """The rows behind one list; two kinds of thing may be found in the same rows."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.before = reading.before
        self._rows: dict[Build, Rows] = {}

    @property
    def day(self) -> date:
        """The day at whose end it is asked what was true."""
        return self.reading.day

    def rows(self, build: Build) -> Rows:
        """Give the rows of a query that is made for a reading."""
        if build not in self._rows:
            self._rows[build] = self._read(build)
        return self._rows[build]

    def _read(self, build: Build) -> Rows:
        if self.reading.looks_back:
            return self.reading.connection.execute(build(self.reading)).all()
        if build not in _prepared:
            _prepared[build] = Prepared(build(ASKED))
        return _prepared[build].rows(self.reading)


def told(value: Any) -> Any:  # noqa: ANN401  # JSON, of which SQLite's driver gives the text
    """Give a JSON value as what it tells."""
    return json.loads(value) if isinstance(value, str) else value
