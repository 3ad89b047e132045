"""Connections: how many there may be, and how long each may take. What uvicorn leaves to a proxy, and an open port needs."""

import asyncio
import socket
import time
from collections import Counter
from itertools import chain
from typing import Any

import h11
import structlog
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle
from uvicorn.server import ServerState

from api.http.metrics import Metrics
from api.limits.limits import Limits, place_of
from api.limits.requests import KNOWN

GUARD = "guard"
"""Under this name the application gives its server the guard, in the state of its lifespan."""
AGAIN = 60.0
"""Seconds between two lines of the log about connections."""

log = structlog.get_logger()


class Guard:
    """
    Knows the open connections of this process.

    When there are as many as there may be, another makes room: of strangers before those of who is known here, and first the one
    of which the head or the body of a request has been waited for longest. So who only holds connections open puts out their own,
    and who comes with a request is served.
    """

    def __init__(self, limits: Limits, metrics: Metrics) -> None:
        self.limits, self._metrics = limits, metrics
        self._open: dict[GuardedConnection, None] = {}
        self._waiting: dict[GuardedConnection, None] = {}
        self._of_address: Counter[str] = Counter()
        self._ended: Counter[str] = Counter()
        self._told_at = -AGAIN

    def let_in(self, connection: "GuardedConnection") -> None:
        """Count a connection, and end it or another when it is one too many."""
        address = connection.address
        is_one_too_many = len(self._open) >= self.limits.connections
        makes_room = self._next_to_go() if is_one_too_many else None
        self._open[connection] = None
        self._of_address[address] += 1
        self._metrics.connections.inc()
        if self._of_address[address] > self.limits.connections_per_address and not self.limits.is_a_proxy(address):
            self.end(connection, "too many from one address")
        elif is_one_too_many:
            self.end(makes_room or connection, "too many")

    def _next_to_go(self) -> "GuardedConnection | None":
        strangers_waiting = (each for each in self._waiting if each.is_a_strangers)
        strangers = (each for each in self._open if each.is_a_strangers)
        return next(chain(strangers_waiting, self._waiting, strangers), None)

    def let_go(self, connection: "GuardedConnection") -> None:
        """Count a connection no more."""
        self._waiting.pop(connection, None)
        if connection not in self._open:
            return
        del self._open[connection]
        self._metrics.connections.dec()
        self._of_address[connection.address] -= 1
        if not self._of_address[connection.address]:
            del self._of_address[connection.address]

    def note(self, connection: "GuardedConnection", *, waits: bool) -> None:
        """Know of a connection that from now on more of a request is waited for, or not."""
        self._waiting.pop(connection, None)
        if waits and connection in self._open:
            self._waiting[connection] = None

    def end(self, connection: "GuardedConnection", why: str) -> None:
        """End a connection, without a line of the log for each."""
        self.let_go(connection)
        connection.transport.abort()
        self._count(why)

    def on_trouble(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Take what the loop would log with a traceback, for each connection that it cannot accept or serve."""
        self._count(type(context.get("exception")).__name__)

    def _count(self, why: str) -> None:
        self._ended[why] += 1
        self._metrics.ended.labels(why).inc()
        if time.monotonic() - self._told_at >= AGAIN:
            log.warning("connections-ended", **self._ended)
            self._ended.clear()
            self._told_at = time.monotonic()


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
        self._times: dict[object, tuple[float, str]] = {
            h11.IDLE: (limits.head_time, "head took too long"),
            h11.SEND_BODY: (limits.body_time, "body took too long"),
        }
        self._phase: object = None
        self._deadline: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        # Nobody else sets it where processes share a listening socket; each answer would wait 40 ms for a sign of the other side.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        transport.set_write_buffer_limits(high=0)  # so that we are told whenever the other side does not read all of it
        self.address = place_of(self.client[0]) if self.client else ""
        self._guard.let_in(self)
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
        self._guard.let_go(self)
        super().connection_lost(exc)

    @property
    def is_a_strangers(self) -> bool:
        """Whether its last request came from nobody who was known by then."""
        request = self._request
        return request is None or not request.scope["state"].get(KNOWN)

    @property
    def _request(self) -> RequestResponseCycle | None:
        return getattr(self, "cycle", None)  # there is none before the first, whatever its type says

    def _watch(self) -> None:
        """Begin the time of a phase when it begins; what drips in does not begin it again."""
        if self.transport.is_closing():
            return
        if self.conn.their_state is not self._phase:
            self._begin(self.conn.their_state)

    def _begin(self, phase: object) -> None:
        self._phase = phase
        self._guard.note(self, waits=phase in self._times)
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        if phase in self._times:
            seconds, why = self._times[phase]
            self._deadline = self.loop.call_later(seconds, self._guard.end, self, why)


def server_options(limits: Limits) -> dict[str, Any]:
    """Give what uvicorn is started with, so that these limits hold."""
    return {
        "http": f"{__name__}:{GuardedConnection.__name__}",  # loaded by each process when it already answers its supervisor
        "timeout_worker_healthcheck": 30,  # importing takes longer than five seconds on a busy machine
        "ws": "none",
        "h11_max_incomplete_event_size": limits.largest_head,
        "backlog": 128,  # connections that one turn of the loop accepts
        "proxy_headers": bool(limits.proxies),
        "forwarded_allow_ips": ",".join(map(str, limits.proxies)),
        "server_header": False,
        "log_config": None,  # as the program's own lines
        "log_level": "error",  # below it uvicorn has a line for each request that is none
    }
