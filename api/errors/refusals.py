"""What the API itself refuses, before the application is asked. The sentences are in the catalogue, by code."""

from typing import ClassVar


class RequestRefused(Exception):
    """The request cannot be taken as it is; ``code`` is stable."""

    code: ClassVar[str]


class NotSignedIn(RequestRefused):
    """No token came with the request, or one that gives no session (any more)."""

    code = "not-signed-in"


class UnknownRoute(RequestRefused):
    """There is nothing at this address."""

    code = "unknown-route"


class NotAcceptable(RequestRefused):
    """Whoever asks does not take JSON."""

    code = "not-acceptable"


class UnsupportedMediaType(RequestRefused):
    """The body is something else than JSON in UTF-8."""

    code = "unsupported-media-type"


class TooLarge(RequestRefused):
    """The body is larger than the limit."""

    code = "too-large"


class UnknownPosition(RequestRefused):
    """The log has not come to this position, so no command can have answered it."""

    code = "unknown-position"


class InvalidCursor(RequestRefused):
    """The cursor is not one that we wrote."""

    code = "invalid-cursor"


class CursorOfSomeoneElse(RequestRefused):
    """The cursor was written for someone else, or for another question."""

    code = "cursor-of-someone-else"
