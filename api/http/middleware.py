"""The outside of the application: headers on every answer, a limit to what is read, and no exception gets out."""

from collections.abc import Mapping

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors.problems import refused
from api.errors.refusals import AmbiguousLength, TooLarge, UnknownRoute

API_VERSION = "1.0.0"

POLICY = "Content-Security-Policy"
ON_EVERY_ANSWER: Mapping[str, str] = {
    "API-Version": API_VERSION,
    "Cache-Control": "no-store",
    POLICY: "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
}


class Shell:
    """
    Wraps the application as its outermost middleware.

    A HEAD is answered as its GET, without the content.
    """

    def __init__(self, app: ASGIApp, *, largest_body: int, larger: Mapping[str, int]) -> None:
        """
        Begin.

        :param larger: where more may be sent: bytes by path
        """
        self.app = app
        self.largest_body, self._larger = largest_body, larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # what the class says
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_head = scope["method"] == "HEAD"
        inner = {**scope, "method": "GET"} if is_head else scope
        has_begun = False

        async def send_dressed(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                headers = MutableHeaders(raw=message["headers"])
                headers.update({name: value for name, value in ON_EVERY_ANSWER.items() if name != POLICY})
                headers.setdefault(POLICY, ON_EVERY_ANSWER[POLICY])  # a page for people says its own
            elif is_head:
                message = {**message, "body": b""}
            await send(message)

        try:
            must_have_one_length(scope)
            await self.app(inner, self._limited(scope, receive), send_dressed)
        except ClientDisconnect:
            return  # nobody is there to be answered, and it is no trouble of ours
        except Exception as error:  # noqa: BLE001  # nothing may get out
            answer = refused(Request(inner), error)  # logs what is not a refusal
            if not has_begun:
                await answer(inner, receive, send_dressed)

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        told = Headers(scope=scope).get("content-length", "0")
        seen, most = 0, self._larger.get(scope["path"], self.largest_body)

        async def receive_limited() -> Message:
            nonlocal seen
            if told.isdecimal() and int(told[:20]) > most:
                raise TooLarge
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise TooLarge
            return message

        return receive_limited


def must_have_one_length(scope: Scope) -> None:
    """
    Check that one header says how long the body is: where a proxy believes one and we the other, a request can hide in a body.

    :raises AmbiguousLength: if two do (RFC 9112, 6.3)
    """
    if {"content-length", "transfer-encoding"} <= set(Headers(scope=scope)):
        raise AmbiguousLength


class PrintablePaths:
    """Refuses a path with control characters; a route would take a last newline for its end."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """
        Pass a request on.

        :raises UnknownRoute: if there can be nothing at its address
        """
        if scope["type"] == "http" and not scope["path"].isprintable():
            raise UnknownRoute
        await self.app(scope, receive, send)
