"""How a person in a browser is known: sessions. What is kept of each is a digest, and who it is inside the vault."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from application.ports.vault import PersonId


class Lasts(NamedTuple):
    """How long a browser session lasts: without being used, and at most."""

    idle: timedelta
    most: timedelta


LASTS_ON = {False: Lasts(timedelta(hours=2), timedelta(hours=12)), True: Lasts(timedelta(days=30), timedelta(days=90))}
"""By whether the browser is on a device that somebody said is theirs alone."""


@dataclass(frozen=True)
class BrowserSession:
    """
    Somebody who is signed in with a browser: which person, in no role yet.

    :param number: by which it is ended from a list
    """

    number: int
    person: PersonId
    own_device: bool
    began_at: datetime
    seen_at: datetime
    endings: int
    """How often they had left the party when it began (application.access.hats)."""


class BrowserSessions(Protocol):
    """Who is signed in with which browser."""

    def begin(self, person: PersonId, *, own_device: bool = False, endings: int = 0) -> str:
        """
        Begin a session and give its secret, which is kept nowhere.

        :param own_device: on a device that is theirs alone it lasts longer
        :param endings: how often they had left the party (application.access.hats)
        :raises PersonUnknown, PersonErased: if nobody can be signed in
        """

    def of(self, secret: str) -> BrowserSession | None:
        """Give whose secret it is, and note that it was used; None when it is unknown, ended, idle or too old."""

    def all_of(self, person: PersonId) -> Sequence[BrowserSession]:
        """Give every session of a person that has not ended, the newest first."""

    def end(self, secret: str) -> None:
        """End a session for good; one that has ended stays so."""

    def end_one(self, person: PersonId, number: int) -> bool:
        """End one of a person's own; say whether it was theirs."""

    def end_all(self, person: PersonId) -> int:
        """End all sessions of a person, and give how many there were."""

    def every(self) -> Sequence[BrowserSession]:
        """Give every session that has not ended, of whomever, the newest first."""
