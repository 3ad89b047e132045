"""Queries of the attention list: built once, for now and for a moment in the past; each is asked once for a list."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Select

from projections.reading.prepared import ASKED, Prepared
from projections.reading.query_service import AsOf

Build = Callable[[AsOf], Select[Any]]
Rows = Sequence[Sequence[Any]]

MOST = 101
"""What a page can show, and one that tells that there is more."""


class Asked:
    """The rows behind one list; two kinds of thing may be found in the same rows."""

    def __init__(self, as_of: AsOf, *, is_first_page: bool) -> None:
        """
        Ask for a list.

        :param is_first_page: everything found is shown until the page is full, so that more need not be read
        """
        self.reading = as_of
        self.before = as_of.before
        self.day = as_of.day
        self.is_first_page = is_first_page
        self._rows: dict[Build, Rows] = {}

    def rows(self, build: Build) -> Rows:
        """Give the rows of a query that is made for a reading."""
        if build not in self._rows:
            self._rows[build] = self._read(build)
        return self._rows[build]

    def first(self, build: Build) -> Rows:
        """Give the rows of a query that has them in the order of the list, no more than a page can show."""
        return self._read(build, most=MOST if self.is_first_page else None)

    def _read(self, build: Build, most: int | None = None) -> Rows:
        return _prepared(build, most, looks_back=self.reading.looks_back).rows(self.reading)


@cache
def _prepared(build: Build, most: int | None, *, looks_back: bool) -> Prepared:
    return Prepared(build(replace(ASKED, looks_back=looks_back)).limit(most))
