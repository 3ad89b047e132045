"""Every row of a read store, so that two stores can be compared, and a process of its own that catches up."""

import os
import sys
import time
from pathlib import Path

from application.ports import EventLog, Recorded
from domain.all_aggregates import AGGREGATES
from infrastructure.event_store.event_log import open_event_log
from projections.catch_up import apply_next, project
from projections.facts import Facts
from projections.store import ReadStore, open_read_store
from projections.tables import FACT_TABLES

CHECKOUT = Path(__file__).parents[2]


def rows_of(store: ReadStore) -> dict[str, list[tuple[object, ...]]]:
    """Give all rows, each without its number, and the position."""
    with store.reading() as connection:
        rows = {
            table.name: sorted(
                (tuple(str(value) for name, value in row.items() if name != "fact") for row in found.mappings())
            )
            for table in FACT_TABLES
            if (found := connection.execute(table.select()))
        }
        return {**rows, "position": [(store.position(connection),)]}
