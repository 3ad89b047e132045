"""What the API itself refuses, before the application is asked. The sentences are in the catalogue, by code."""

from domain.kernel.errors import Coded


class RequestRefused(Coded):
    """The request cannot be taken as it is."""


class NotSignedIn(RequestRefused):
    """No token came with the request, or one that gives no session (any more)."""


class UnknownRoute(RequestRefused):
    """There is nothing at this address."""


class NotAcceptable(RequestRefused):
    """Whoever asks does not take JSON."""


class UnsupportedMediaType(RequestRefused):
    """The body is something else than JSON in UTF-8."""


class TooLarge(RequestRefused):
    """The body is larger than the limit."""


class UnknownPosition(RequestRefused):
    """The log has not come to this position, so no command can have answered it."""
