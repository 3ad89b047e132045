"""Whether the service lives and can work, for whoever keeps it running; open to all, says nothing about anybody."""

from fastapi import FastAPI
from pydantic import BaseModel, Field

from application.service import Service


class Health(BaseModel):
    """How it is."""

    status: str = "ok"


class Readiness(Health):
    """How it is, and how far the read side is behind."""

    lag: int = Field(description="events that the read side has not seen yet; a read waits for them")


def add_health(app: FastAPI, service: Service) -> None:
    """Add the routes under /health."""

    @app.get("/health/live", include_in_schema=False)
    def live() -> Health:
        """Say that the process answers."""
        return Health()

    @app.get("/health/ready", include_in_schema=False)
    def ready() -> Readiness:
        """Say whether log, vault and read side can be reached; a problem with 503 when not."""
        service.log.last_position()
        service.vault.session("")
        return Readiness(lag=service.reads.lag())
