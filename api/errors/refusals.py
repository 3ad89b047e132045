"""What the API itself refuses, before the application is asked. The sentences are in the catalogue, by code."""

from collections.abc import Sequence
from typing import ClassVar

from domain.kernel.errors import Coded


class RequestRefused(Coded):
    """The request cannot be taken as it is."""

    closes: ClassVar[bool] = False
    """Whether nothing more is taken from this connection."""


class NotSignedIn(RequestRefused):
    """No token came with the request, or one that gives no session (any more)."""


class UnknownRoute(RequestRefused):
    """There is nothing at this address."""


class NotAcceptable(RequestRefused):
    """
    Whoever asks takes none of the forms in which this answer is made.

    :param made: those forms
    """

    def __init__(self, *, made: Sequence[str]) -> None:
        super().__init__(f"{self.code}: {', '.join(made)}")
        self.facts = {"made": tuple(made)}


class UnsupportedMediaType(RequestRefused):
    """The body is something else than JSON in UTF-8."""


class TooLarge(RequestRefused):
    """The body is larger than the limit."""


class AmbiguousLength(RequestRefused):
    """Two headers say how long the body is; of what follows nobody knows whose request it is."""

    closes = True


class ComeBackLater(RequestRefused):
    """
    It would be taken at another moment.

    :param retry_after: seconds until then
    """

    def __init__(self, *, retry_after: int) -> None:
        super().__init__(f"{self.code}: {retry_after} s")
        self.retry_after = retry_after


class TooManyRequests(ComeBackLater):
    """Who asks this asked more than one may ask in this time, or at once."""


class TooBusy(ComeBackLater):
    """Others ask what takes long to answer."""


class UnknownPosition(RequestRefused):
    """The log has not come to this position, so no command can have answered it."""
