"""Limits on requests: by token for who is known here, by address for strangers, and in all."""

import asyncio
import hashlib
import math
import time
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from typing import NamedTuple

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors.refusals import TooBusy, TooManyRequests
from api.http.authentication import SIGNED_IN, session_of
from api.limits.limits import Limits, place_of
from api.limits.rates import Rate, Turns
from application.service import Service

KNOWN_FOR = 600.0
"""Seconds in which a token that gave a session is counted by itself."""
DELAY = 1.0
"""Seconds that a refusal waits, at most: who asks again at once then costs little."""
WATCHED = ("/health/", "/metrics")
"""Where whoever keeps the service running asks; told also while others ask too much in all."""
KNOWN = "known"
"""What is noted with a request: whether it came with a token that gave a session lately."""
STRANGERS_SHARE = 6
"""Strangers ask little: they get one of so many of all requests."""
EVERYBODY, STRANGERS = "everybody", "strangers"


class Counted(NamedTuple):
    """For whom a request is counted, and by what."""

    who: Hashable
    rate: Rate


class Allowances:
    """What everybody may ask yet and how many are at work, in one process: one for all that it answers, pages and API alike."""

    def __init__(self, limits: Limits) -> None:
        self.of_token, self.of_address = Rate(limits.requests_per_token), Rate(limits.requests_per_address)
        self.of_strangers, self.in_all = Rate(limits.requests_in_all / STRANGERS_SHARE), Rate(limits.requests_in_all)
        self.turns = Turns(limits.at_once, limits.turn_wait, TooManyRequests)
        self.turns_of_an_address = Turns(max(1, limits.at_once // 4), limits.turn_wait, TooManyRequests)


class RequestLimits:
    """
    Refuses what is too much, before anything is read or looked up.

    A token that gave a session lately is counted by itself, wherever it comes from; all else by its address. So a flood from an
    office does not put out who works there, and who tries many tokens is one stranger. All strangers together get a sixth.

    :param cookie: which cookie has the token; none: the header of the API has it
    """

    def __init__(self, app: ASGIApp, *, allowances: Allowances, cookie: str = "") -> None:
        self.app, self._cookie, self._allowances = app, cookie, allowances
        self._known_until: dict[bytes, float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """
        Pass a request on when it is its turn.

        :raises TooManyRequests: if it is one too many
        """
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        token = hashlib.sha256(self._secret(Request(scope)).encode()).digest()
        counted = self._counted(scope, token)
        state = scope.setdefault("state", {})
        state[KNOWN] = counted[0].rate is self._allowances.of_token
        if wait := max(each.rate.wait(each.who) for each in counted):
            await asyncio.sleep(min(wait, DELAY))
            raise TooManyRequests(retry_after=math.ceil(wait))
        for each in counted:
            each.rate.count(each.who)
        async with self._turn(counted[0].who, is_known=state[KNOWN]):
            await self.app(scope, receive, send)
        self._learn(token, signed_in=state.get(SIGNED_IN))

    def _secret(self, request: Request) -> str:
        """Give what tells who is known: of a page a cookie, of the API a header."""
        return request.cookies.get(self._cookie, "") if self._cookie else request.headers.get("authorization", "")

    @asynccontextmanager
    async def _turn(self, who: Hashable, *, is_known: bool) -> AsyncIterator[None]:
        """Wait for a turn: that of a token, or of all strangers together, of whom one address has a quarter at most."""
        if is_known:
            async with self._allowances.turns.of(who):
                yield
        else:
            async with self._allowances.turns_of_an_address.of(who), self._allowances.turns.of(STRANGERS):
                yield

    def _counted(self, scope: Scope, token: bytes) -> list[Counted]:
        if self._known_until.get(token, 0) > time.monotonic():
            return [Counted(token, self._allowances.of_token), Counted(EVERYBODY, self._allowances.in_all)]
        client = scope.get("client")
        by_address = Counted(place_of(client[0]) if client else "", self._allowances.of_address)
        if scope["path"].startswith(WATCHED):
            return [by_address]
        return [by_address, Counted(STRANGERS, self._allowances.of_strangers), Counted(EVERYBODY, self._allowances.in_all)]

    def _learn(self, token: bytes, *, signed_in: bool | None) -> None:
        now = time.monotonic()
        if signed_in is False:
            self._known_until.pop(token, None)
        elif signed_in:
            for each in [known for known, until in self._known_until.items() if until <= now]:
                del self._known_until[each]
            self._known_until[token] = now + KNOWN_FOR


def costly_turns(limits: Limits, service: Service) -> Callable[[Request], AsyncIterator[None]]:
    """Make the dependency of what takes long to answer: it waits for its turn, after it is known that no stranger asks."""
    turns = Turns(limits.costly_at_once, limits.turn_wait, TooBusy)

    async def in_turn(request: Request) -> AsyncIterator[None]:
        await run_in_threadpool(session_of, request, service)
        async with turns.of(EVERYBODY):
            yield

    return in_turn
