"""Connections: how many there may be, and how long each may take. What uvicorn leaves to a proxy, and an open port needs."""

import asyncio
import time
from collections import Counter
from typing import Any

import h11
import structlog
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from api.http.metrics import Metrics
from api.limits.limits import Limits, place_of

GUARD = "guard"
"""Under this name the application gives its server the guard, in the state of its lifespan."""
AGAIN = 60.0
"""Seconds between two lines of the log about connections."""

log = structlog.get_logger()


class Guard:
    """
    Knows the open connections of this process.

    When there are as many as there may be, the one that has waited longest for a request makes room: who only holds connections
    open puts out his own, and who comes with a request is served.
    """

    def __init__(self, limits: Limits, metrics: Metrics) -> None:
        self.limits, self._metrics = limits, metrics
        self.ended: Counter[str] = Counter()
        """How many connections were ended, and why."""
        self._open: Counter[str] = Counter()
        self._waiting: dict[GuardedConnection, None] = {}
        self._told: Counter[str] = Counter()
        self._told_at = -AGAIN

    @property
    def open(self) -> int:
        """How many connections there are."""
        return self._open.total()

    def lets_in(self, connection: "GuardedConnection") -> bool:
        """Count a connection, and say whether it may stay."""
        address = connection.address
        self._open[address] += 1
        self._metrics.connections.inc()
        if self._open[address] > self.limits.connections_per_address and not self.limits.is_a_proxy(address):
            self.end(connection, "too many from one address")
            return False
        if self.open > self.limits.connections:
            longest = next(iter(self._waiting), connection)
            self.end(longest, "too many")
            return longest is not connection
        return True

    def lets_go(self, connection: "GuardedConnection") -> None:
        """Count a connection no more."""
        address = connection.address
        self._waiting.pop(connection, None)
        self._open[address] -= 1
        self._metrics.connections.dec()
        if not self._open[address]:
            del self._open[address]

    def waits(self, connection: "GuardedConnection") -> None:
        """Know that a connection waits for a request, from now on."""
        self._waiting[connection] = None

    def works(self, connection: "GuardedConnection") -> None:
        """Know that a connection has a request."""
        self._waiting.pop(connection, None)

    def end(self, connection: "GuardedConnection", why: str) -> None:
        """End a connection, without a line of the log for each."""
        connection.transport.abort()
        self._count(why)

    def on_trouble(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Take what the loop would log with a traceback, for each connection that it cannot accept or serve."""
        self._count(type(context.get("exception")).__name__)

    def _count(self, why: str) -> None:
        self.ended[why] += 1
        self._metrics.ended.labels(why).inc()
        if time.monotonic() - self._told_at >= AGAIN:
            log.warning("connections-ended", **(self.ended - self._told))
            self._told, self._told_at = Counter(self.ended), time.monotonic()


class GuardedConnection(H11Protocol):
    """
    A connection of uvicorn whose every phase has an end: waiting for a head, taking in a body, being read by the other side.

    Between two requests uvicorn's own time for that holds.
    """

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.address = ""
        self._guard: Guard = app_state[GUARD]
        limits = self._guard.limits
        self._times = {
            h11.IDLE: (limits.head_time, "head took too long"),
            h11.SEND_BODY: (limits.body_time, "body took too long"),
        }
        self._phase: object = None
        self._deadline: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        transport.set_write_buffer_limits(high=0)  # so that we are told whenever the other side does not read all of it
        self.address = place_of(self.client[0]) if self.client else ""
        if self._guard.lets_in(self):
            self._watch()

    def data_received(self, data: bytes) -> None:
        if not self.transport.is_closing():
            super().data_received(data)
            self._watch()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._unread = self.loop.call_later(self._guard.limits.answer_time, self._guard.end, self, "answer was not read")

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._unread is not None:
            self._unread.cancel()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._deadline, self._unread):
            if timer is not None:
                timer.cancel()
        self._guard.lets_go(self)
        super().connection_lost(exc)

    def _watch(self) -> None:
        """Begin the time of a phase when it begins; what drips in does not begin it again."""
        if self.conn.their_state is self._phase or self.transport.is_closing():
            return
        self._phase = self.conn.their_state
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        if self._phase in self._times:
            seconds, why = self._times[self._phase]
            self._deadline = self.loop.call_later(seconds, self._guard.end, self, why)
        if self._phase is h11.IDLE:
            self._guard.waits(self)
        else:
            self._guard.works(self)


def server_options(limits: Limits) -> dict[str, Any]:
    """Give what uvicorn is started with, so that these limits hold."""
    return {
        "http": GuardedConnection,
        "ws": "none",
        "h11_max_incomplete_event_size": limits.largest_head,
        "backlog": 128,  # connections that one turn of the loop accepts
        "proxy_headers": bool(limits.proxies),
        "forwarded_allow_ips": ",".join(map(str, limits.proxies)),
        "server_header": False,
        "log_config": None,  # as the program's own lines
        "log_level": "error",  # below it uvicorn has a line for each request that is none
    }
