"""How a person in a browser is known: sessions. What is kept of each is a digest, and who it is inside the vault."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from application.ports.vault.contexts import PersonId


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


class ReadingLanguages(Protocol):
    """In which language people read what is mailed to them."""

    def keep(self, person: PersonId, language: str) -> None:
        """Keep in which language somebody reads, instead of what was known before."""

    def of(self, person: PersonId) -> str | None:
        """Give in which language somebody reads, None when they never said so."""


CODE_DIGITS = 8
CODE_LASTS = timedelta(minutes=30)
"""Greylisting keeps a letter for ten."""
CODE_TRIES = 5
KEY_DIGITS = 20
"""Of the long code of a letter: nobody guesses it, so it may be tried in every browser that asked."""
KEY_LASTS = timedelta(hours=4)
LETTERS_AT_ONCE, LETTERS_A_DAY, LETTERS_APART = 3, 8, timedelta(hours=3)
"""Of one address: within the time of a code, in a day, and how far apart after that. Those that were used do not count."""


def may_be_mailed(unused: Sequence[datetime], now: datetime) -> bool:
    """
    Say whether another letter goes to an address; where none does, the newest can still be used (docs/decisions/0060).

    :param unused: when letters went there in the last day of which nobody used the code
    """
    at_once = sum(each > now - CODE_LASTS for each in unused)
    pauses = len(unused) >= LETTERS_A_DAY and max(unused) > now - LETTERS_APART
    return at_once < LETTERS_AT_ONCE and not pauses


@dataclass(frozen=True, repr=False)
class CodeLetter:
    """A code that is to be mailed to an address that somebody typed; whether anybody is known there is not looked at yet."""

    number: int
    address: str
    code: str
    language: str
    attempts: int = 0
    draft: str = ""
    """What waits for the code, such as a question of who has no account; nothing when somebody signs in."""
    key: str = ""
    """The long code: right in every browser that asked for a code for this address."""
    earlier: int = 0
    """How many letters went there in the last day that nobody used."""


@dataclass(frozen=True, repr=False)
class Proven:
    """A mailbox that somebody showed to be theirs, and whom the vault knows there."""

    address: str
    people: tuple[PersonId, ...]
    draft: str = ""


class SignInCodes(Protocol):
    """
    Codes that were asked for: each belongs to the browser that asked, and opens nothing in another one.

    The long code of a letter is right once, in any browser that asked for the same address.
    """

    def ask(self, address: str, *, language: str, draft: str = "") -> str:
        """
        Let a code be mailed unless enough letters are there, keep what waits for it, and give the secret for a cookie.

        It does the same work whether or not anybody is known by the address, and whether or not a letter goes out.
        """

    def show(self, address: str, *, language: str, person: PersonId | None = None) -> str:
        """
        Keep that a mailbox was shown in another way than by a code of ours, and give the secret for a cookie of the browser.

        :param person: who it is, where more than the mailbox was shown
        """

    def prove(self, cookie: str, code: str) -> int | None:
        """
        Try a code in a browser: None when it is right, else how many tries are left.

        With none left, or after its time, or in a browser that did not ask, no code is right any more.
        """

    def proven(self, cookie: str) -> Proven | None:
        """Give the mailbox that the browser has shown to be its user's, None if none or too long ago."""

    def forget(self, cookie: str) -> None:
        """Forget what was asked for in a browser: it is signed in, or gave up."""

    def waiting(self, now: datetime) -> Sequence[CodeLetter]:
        """Give the letters that may be tried now."""

    def claim(self, letter: CodeLetter) -> bool:
        """Take a letter to send it; False when another process took it. What it says is forgotten."""

    def put_back(self, letter: CodeLetter, *, after: datetime) -> None:
        """Let a letter that did not go out wait for another attempt."""
