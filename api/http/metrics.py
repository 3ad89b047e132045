"""What Prometheus may know of a process: how much, how fast and what became of it; of nobody and of no network."""

import hmac
import os
import time
from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors.refusals import NotSignedIn
from application.service import Service

ADDRESS: Final = "/metrics"
SHARED_FOLDER: Final = "PROMETHEUS_MULTIPROC_DIR"
"""The setting of the library that names where several processes keep their numbers for each other."""
BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """
    The numbers of one process, or of all that share a folder.

    Requests are told by kind and not by route: on a day on which one person joined, the route would tell that somebody did.
    """

    def __init__(self) -> None:
        _forget_dead_processes()
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self.requests = Counter(
            "netwerkpartij_requests", "Requests that were answered.", ["kind", "status"], registry=self._registry
        )
        self.seconds = Histogram(
            "netwerkpartij_request_seconds",
            "Seconds until a request was answered.",
            ["kind"],
            buckets=BUCKETS,
            registry=self._registry,
        )
        self.connections = Gauge(
            "netwerkpartij_connections", "Open connections.", multiprocess_mode="livesum", registry=self._registry
        )
        self.ended = Counter(
            "netwerkpartij_connections_ended", "Connections that the service ended.", ["why"], registry=self._registry
        )
        self.lag = Gauge(
            "netwerkpartij_read_side_lag",
            "Events that the read side has not seen yet.",
            multiprocess_mode="mostrecent",
            registry=self._registry,
        )

    def exposition(self) -> bytes:
        """Give the numbers in the text format of Prometheus."""
        if SHARED_FOLDER not in os.environ:
            return generate_latest(self._registry)
        shared = CollectorRegistry()
        MultiProcessCollector(shared)  # type: ignore[no-untyped-call]  # the library has no type here
        return generate_latest(shared)


def _forget_dead_processes() -> None:
    for file in Path(os.environ.get(SHARED_FOLDER, os.devnull)).glob("gauge_live*.db"):
        process = file.stem.rpartition("_")[2]
        if not Path("/proc", process).exists():
            mark_process_dead(int(process))  # type: ignore[no-untyped-call]  # nor here


class Measured:
    """Counts requests and their time, as the outermost middleware, so that it sees what others refuse."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self.app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # what the class says
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), "none"

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            await self.app(scope, receive, send_noted)
        finally:
            kind = kind_of(scope)
            self._metrics.requests.labels(kind, status).inc()
            self._metrics.seconds.labels(kind).observe(time.perf_counter() - began)


def kind_of(scope: Scope) -> str:
    """Give the kind of a request: one of four words, whatever is asked."""
    if scope["path"].startswith("/v1/"):
        return "command" if scope["method"] == "POST" else "read"
    return "health" if scope["path"].startswith("/health/") else "other"


def add_metrics(app: FastAPI, metrics: Metrics, service: Service, token: str) -> None:
    """Add the address at which Prometheus asks, for who has this token."""

    @app.get(ADDRESS, include_in_schema=False)
    def tell(request: Request) -> Response:
        """
        Tell the numbers.

        :raises NotSignedIn: to whoever does not have the token
        """
        given = request.headers.get("authorization", "").encode()
        if not hmac.compare_digest(given, f"Bearer {token}".encode()):
            raise NotSignedIn
        metrics.lag.set(service.reads.lag())
        return Response(metrics.exposition(), headers={"Content-Type": CONTENT_TYPE_LATEST})
