"""Who holds which token, and what it opens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from application.ports.vault.contexts import PersonId
from domain.kernel.acts import Role

TOKEN_DAYS = 90
"""How long a token opens something, unless it is said when it is given."""


@dataclass(frozen=True, repr=False)
class ConfirmedMail:
    """A mailbox that somebody without a session showed to be theirs, and whom the vault knows there."""

    address: str
    people: tuple[PersonId, ...]


class RequestLink(NamedTuple):
    """
    What a requester's link opens: one request and nothing else.

    :param proven: whether a code from the requester's mail was filled in too, as a closed request asks
    """

    request: UUID
    proven: bool = False


class CalendarKey(NamedTuple):
    """
    What a key to somebody's calendar opens: when they may go where, and nothing else.

    :param hidden_too: whether meetings of sensitive networks are in it, without a name
    """

    hidden_too: bool


@dataclass(frozen=True)
class Session:
    """Who presents a token: a person or nobody in particular, in one role, perhaps in one network."""

    person: PersonId | None
    role: Role
    network: UUID | None
    endings: int | None = None
    """How often that right had ended when the token was given (application.access.rights); None: it is of no token."""
    confirmed: ConfirmedMail | None = None
    """Of a visitor: the mailbox with which a question is asked."""
    link: RequestLink | None = None
    """Of a requester who came by a link."""


@dataclass(frozen=True)
class IssuedToken:
    """A token as it is listed: never the token itself, which nobody can show again."""

    number: int
    person: PersonId | None
    name: str | None
    role: Role
    network: UUID | None
    issued_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    link: RequestLink | None = None
    named: str | None = None
    """Whom a requester's link was passed to; None for themselves."""
    calendar: CalendarKey | None = None
    """Of a key to somebody's calendar."""


class IssuedTokens(Protocol):
    """Tokens of people and of nobody in particular: only their digests are kept."""

    def issue_token(
        self,
        role: Role,
        *,
        person: PersonId | None = None,
        network: UUID | None = None,
        endings: int = 0,
        days: int = TOKEN_DAYS,
        link: RequestLink | None = None,
        named: str | None = None,
        calendar: CalendarKey | None = None,
    ) -> str:
        """
        Make a token and remember only its digest.

        :param endings: how often the right to it had ended before (application.access.rights)
        :param days: how long it opens something
        :param link: of a requester's link: the one request that it opens
        :param named: whom the link is passed to
        :param calendar: of a key to a calendar: it gives no session of anything else
        """

    def calendar_of(self, token: str) -> tuple[Session, CalendarKey] | None:
        """Give whose calendar a key opens, and what of it; None when it is unknown, ended, expired or no such key."""

    def calendar_keys(self, person: PersonId) -> Sequence[IssuedToken]:
        """Give every key to somebody's calendar that was made, ended ones too."""

    def issued_tokens(self) -> Sequence[IssuedToken]:
        """Give every token that was made, in that order, ended ones too."""

    def living_tokens(self) -> Mapping[int, Session]:
        """Give the session of every token that was not ended and has not expired, by number."""

    def end_token(self, number: int) -> bool:
        """End a token for good; say whether there is one of this number. Ended again, it keeps its end."""

    def session(self, token: str) -> Session | None:
        """Give the session of a token, or None when it is unknown, ended or expired."""
