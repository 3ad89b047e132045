"""The log itself: its first event says whose it is and whether it tells an invented story; then a party begins to use it."""

from typing import Self
from uuid import UUID, uuid5

from domain.kernel.acts import Act
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.text import Text

PROJECT = UUID("6f0b7d0e-54f5-5c0d-9a8e-6d1f0c6a2f11")
"""Name space of every id that follows from something else (uuid5)."""

LOG = uuid5(PROJECT, "log")


class PartyBegunAlready(DomainError):
    """A party sets up its service once."""


class Log(Aggregate):
    """The log of one party."""

    # Events

    class LogOpened(FirstEvent):
        """A log was begun; nothing is recorded before this."""

        log: UUID
        demo: bool

    class PartyBegan(Aggregate.Event):
        """A party took this log into use, under its name; done by its first administrator."""

        party: Text

    # Decisions

    @classmethod
    def open(cls, act: Act, *, log: UUID, demo: bool) -> Self:
        """Begin a log. A demo log tells an invented story and may set its own recording times."""
        return cls._begin(cls.LogOpened, LOG, act=act, log=log, demo=demo)

    def begin(self, act: Act, *, party: str) -> None:
        """
        Take the log into use for a party.

        :raises PartyBegunAlready: if a party did
        """
        if self.party is not None:
            raise PartyBegunAlready(party=self.party)
        self.trigger_event(self.PartyBegan, act=act, party=party)

    # Changes

    @event(LogOpened)
    def __init__(self, log: UUID, demo: bool) -> None:
        self.log = log
        self.demo = demo
        self.party: str | None = None

    @event(PartyBegan)
    def _began(self, party: str) -> None:
        self.party = party
