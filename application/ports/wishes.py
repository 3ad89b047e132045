"""What people wish for by themselves: kept with them in the vault alone, and nowhere once they took it back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class WishKind(StrEnum):
    """What somebody wishes about a subject."""

    NETWORK = "wants-network"
    NEWS = "wants-news"


@dataclass(frozen=True, repr=False)
class Wish:
    """
    What one person wishes.

    :param number: by which it is taken back; 0 as long as it is not kept
    :param may_ask: whether the party bureau may come and ask about it, and so sees who it is
    :param answer: what the party bureau said to everybody who wished this
    """

    person: UUID
    subject: str
    kind: WishKind
    may_ask: bool
    since: date
    answer: str | None = None
    number: int = 0


class StoredWishes(Protocol):
    """The wishes of everybody."""

    def keep(self, wish: Wish) -> None:
        """
        Keep a wish.

        :raises PersonUnknown, PersonErased: if nobody wishes it
        """

    def of(self, person: UUID) -> Sequence[Wish]:
        """Give what somebody wishes, the first first."""

    def every(self) -> Sequence[Wish]:
        """Give what everybody wishes, the first first."""

    def take_back(self, person: UUID, number: int) -> bool:
        """Forget a wish; say whether it was theirs."""

    def answer(self, wishes: Iterable[Wish], said: str) -> None:
        """Keep what the party bureau said to some wishes, instead of what it said before."""
