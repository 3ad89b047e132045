"""The peers over HTTP: FastAPI as its documentation shows it, doing the least that could be done."""

import os
import sqlite3
from typing import Any

from fastapi import FastAPI

from benchmarks.bare import bare_on_sqlite

DIRECTORY = """
    SELECT n.owner, n.name, n.network_type, n.label, n.sensitive, n.begun_at, n.closed_at, n.merged_into,
           n.purpose_version, n.version, n.suspended, count(p.fact)
    FROM networks n LEFT JOIN membership_periods p
      ON p.network = n.owner AND p.until = 4611686018427387904 AND p.ended_at = 4611686018427387904
    WHERE n.until = 4611686018427387904
    GROUP BY n.owner ORDER BY n.name
"""


def join() -> FastAPI:
    """Load two aggregates and append one event."""
    app = FastAPI()
    bare = bare_on_sqlite(os.environ["FILE"])
    network = bare.begin(int(os.environ["EVENTS"]))

    @app.post("/join")
    def post(_: dict[str, Any]) -> dict[str, str]:
        bare.join(network)
        return {"network": str(network)}

    return app


def directory() -> FastAPI:
    """Read the rows of the directory with one query."""
    app = FastAPI()
    connection = sqlite3.connect(os.environ["FILE"], check_same_thread=False)

    @app.get("/networks")
    def get() -> list[list[Any]]:
        return [list(row) for row in connection.execute(DIRECTORY)]

    return app
