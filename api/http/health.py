"""Whether the service lives and can work, for whoever keeps it running; open to all, says nothing about anybody."""

import threading
import time
from collections.abc import Callable

from fastapi import FastAPI
from pydantic import BaseModel, Field

from application.ports.errors import StoreError
from application.service import Service

SECONDS = 1.0
"""In which it is not looked again whether something could be written: anybody may ask, as often as they like."""


class Health(BaseModel):
    """How it is."""

    status: str = "ok"


class Readiness(Health):
    """How it is, and how far the read side is behind."""

    lag: int = Field(description="events that the read side has not seen yet; a read waits for them")


class OnceAWhile:
    """Looks at something that costs a little, and tells what it saw to all who ask shortly after; trouble too."""

    def __init__(self, look: Callable[[], None]) -> None:
        self._look = look
        self._turn = threading.Lock()
        self._looked_at = -SECONDS
        self._trouble: StoreError | None = None

    def __call__(self) -> None:
        """
        Tell what was seen.

        :raises StoreError: if that was trouble
        """
        with self._turn:
            if time.monotonic() - self._looked_at >= SECONDS:
                try:
                    self._look()
                    self._trouble = None
                except StoreError as trouble:
                    self._trouble = trouble
                self._looked_at = time.monotonic()
        if self._trouble is not None:
            raise self._trouble


def add_health(app: FastAPI, service: Service) -> None:
    """Add the routes under /health."""

    def look() -> None:
        service.log.must_take_writes()
        service.vault.must_take_writes()

    must_take_writes = OnceAWhile(look)

    @app.get("/health/live", include_in_schema=False)
    def live() -> Health:
        """Say that the process answers."""
        return Health()

    @app.get("/health/ready", include_in_schema=False)
    def ready() -> Readiness:
        """Say whether log, vault and read side can be reached, and something could be recorded; a problem with 503 when not."""
        must_take_writes()
        return Readiness(lag=service.reads.lag())
