"""Whose data was erased, month by month: by it a vault that is put back learns whom to erase again (docs/decisions/0036)."""

from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from domain.kernel.acts import Act, Reference
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.log import PROJECT
from domain.pilot.pilot import Month


class DataErasedAlready(DomainError):
    """What is kept of somebody is erased once."""


class WhyErased(StrEnum):
    """Why what is kept of somebody is erased."""

    ASKED = "asked"
    TERM_OVER = "term-over"


class StaysOnRecord(StrEnum):
    """What an erasure does not undo; it stays without a name."""

    ACTS_IN_OFFICE = "acts-in-office"
    """What somebody decided or recorded in an office is the party's, and rests on the duty to show who decided."""
    ACTS_IN_NETWORKS = "acts-in-networks"
    """What happened in a network is counted, and says nothing about anybody any more."""


def month_of(day: date) -> Month:
    return f"{day:%Y-%m}"


def erasures_id(month: Month) -> UUID:
    return uuid5(PROJECT, f"erasures/{month}")


class Erasures(Aggregate):
    """The erasures of one month."""

    # Events

    class ErasuresBegun(FirstEvent):
        """In this month the data of somebody is erased for the first time."""

        month: Month

    class PersonalDataErased(Aggregate.Event):
        """What the vault kept of somebody was destroyed; the reference is theirs here and nowhere else, and ties nothing."""

        reference: Reference
        why: WhyErased

    # Decisions

    @classmethod
    def begin(cls, act: Act, *, month: Month) -> "Erasures":
        """Begin the list of a month, with what is erased first in it."""
        return cls._begin(cls.ErasuresBegun, erasures_id(month), act=act, month=month)

    def erase(self, act: Act, *, reference: Reference, why: WhyErased) -> None:
        """
        Record that somebody's data is erased.

        :raises DataErasedAlready: if it was
        """
        if reference in self.references:
            raise DataErasedAlready
        self.trigger_event(self.PersonalDataErased, act=act, reference=reference, why=why)

    # Changes

    def __init__(self, month: Month) -> None:
        self.month = month
        self.references: tuple[Reference, ...] = ()

    @event(PersonalDataErased)
    def _erased(self, reference: Reference) -> None:
        self.references = (*self.references, reference)
