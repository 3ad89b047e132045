"""Who says to be a member from an unknown address, and short letters to an address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

CLAIMS_OF_ADDRESS = 3
"""In a month, of one address: the bureau is not asked again and again."""
CLAIMS_OPEN = 500
"""At any moment: more than a bureau sees to is somebody's joke."""
REMEMBERED = timedelta(days=30)


class NoticeKind(StrEnum):
    """What a short letter to an address says."""

    ADDRESS_CHANGED = "address-changed"
    MEMBER_FOUND = "member-found"
    MEMBER_NOT_FOUND = "member-not-found"


@dataclass(frozen=True, repr=False)
class Notice:
    """A short letter that waits."""

    address: str
    kind: NoticeKind
    language: str
    attempts: int = 0


class Notices(Protocol):
    """Short letters that wait; each goes out once at most."""

    def keep(self, notice: Notice, *, after: datetime | None = None) -> None:
        """Let it be sent."""

    def take(self, now: datetime) -> Notice | None:
        """Take one that may be sent now, None when none waits: no other process gets it."""


@dataclass(frozen=True, repr=False)
class MemberClaim:
    """
    Somebody who says to be a member, from a mailbox that was shown to be theirs.

    :param member_number: as they typed it, None if they did not
    """

    name: str
    postcode: str
    address: str
    language: str
    member_number: str | None = None


@dataclass(frozen=True)
class OpenClaim:
    """A claim that waits for the bureau."""

    id: UUID
    claim: MemberClaim
    asked_at: datetime


class MemberClaims(Protocol):
    """Claims that wait for the bureau."""

    def keep(self, claim: MemberClaim) -> bool:
        """Keep a claim; False when one of this address waits already, or enough were made."""

    def open(self) -> Sequence[OpenClaim]:
        """Give those that wait, the first first."""

    def of(self, claim: UUID) -> OpenClaim | None:
        """Give one that waits, None when it was answered or is none."""

    def answered(self, claim: UUID) -> bool:
        """Forget what it says; False when it was answered already. That the address asked is remembered for a month."""
