"""Baseline: with whom the members of networks are compared, and of how many party members they are a part."""

from datetime import date, datetime
from enum import StrEnum
from math import isclose
from typing import Annotated, Self
from uuid import UUID, uuid5

from pydantic import Field, StringConstraints

from domain.kernel.acts import Act, EventName, Immutable
from domain.kernel.entries import Mistake
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.log import PROJECT
from domain.kernel.mending import Correction, MendableAggregate, Withdrawal
from domain.kernel.text import Text
from domain.pilot.rules import Count


class BaselineRecordedAlready(DomainError):
    """A baseline of a day is recorded once; a better one gets a day of its own, and one that was mistyped is withdrawn first."""


class SharesIncomplete(DomainError):
    """The shares of a baseline are of different values and make one together."""


class BaselineVariable(StrEnum):
    """By what members are compared."""

    PROVINCE = "province"


class BaselineGroup(StrEnum):
    """Whose shares a baseline tells."""

    PARTY_MEMBERS = "party-members"
    VOTERS = "voters"
    """A stand-in, as long as the party has not counted its members."""


class ShareOf(Immutable):
    """The share that one value has, such as a province (ISO 3166-2)."""

    value: Annotated[str, StringConstraints(pattern=r"^NL-[A-Z]{2}$")]
    share: Annotated[float, Field(ge=0, le=1)]


def baseline_id(what: str, day: date, attempt: int = 1) -> UUID:
    """Give the id of a baseline of a day: the first, or the next one once those before it were withdrawn."""
    return uuid5(PROJECT, f"baseline/{what}/{day.isoformat()}" + (f"/{attempt}" if attempt > 1 else ""))


class Baseline(MendableAggregate):
    """What was known of the party on a day, for comparing its networks with it."""

    # Events

    class RepresentationBaselineRecorded(FirstEvent):
        """The party recorded how its members, or those who stand in for them, are divided over the country."""

        variable: BaselineVariable
        group: BaselineGroup
        shares: tuple[ShareOf, ...]
        counted: Annotated[int, Field(ge=1)]
        reference_day: date
        origin: Text

    class PartyMembersCounted(FirstEvent):
        """The party recorded how many members it had on a day."""

        members: Count
        reference_day: date
        origin: Text

    class EntryCorrected(Correction, Aggregate.Event):
        """This was counted or told on another day than was recorded; of which day it is stays as it was."""

    class EntryWithdrawn(Withdrawal, Aggregate.Event):
        """That this was counted was a mistake: it may be recorded anew, also of the same day."""

    # Decisions

    @classmethod
    def record(
        cls,
        act: Act,
        *,
        variable: BaselineVariable,
        group: BaselineGroup,
        shares: tuple[ShareOf, ...],
        counted: int,
        reference_day: date,
        origin: str,
        attempt: int = 1,
    ) -> Self:
        """
        Record with whom the members of networks are compared.

        :param shares: make one together, to within half a per cent
        :param counted: how many people the shares were counted from
        :param origin: where the shares come from
        :param attempt: which of this day, those before it having been withdrawn
        :raises SharesIncomplete: if they do not make one, or name a value twice
        """
        total = sum(each.share for each in shares)
        if not isclose(total, 1, abs_tol=0.005) or len({each.value for each in shares}) < len(shares):
            raise SharesIncomplete(total=round(total, 3))
        return cls._begin(
            cls.RepresentationBaselineRecorded,
            baseline_id(f"{variable}/{group}", reference_day, attempt),
            act=act,
            variable=variable,
            group=group,
            shares=shares,
            counted=counted,
            reference_day=reference_day,
            origin=origin,
        )

    @classmethod
    def count(cls, act: Act, *, members: int, reference_day: date, origin: str, attempt: int = 1) -> Self:
        return cls._begin(
            cls.PartyMembersCounted,
            baseline_id("party-members", reference_day, attempt),
            act=act,
            members=members,
            reference_day=reference_day,
            origin=origin,
        )

    def correct_entry(self, act: Act, *, of: EventName, at: datetime, mistake: Mistake) -> None:
        """
        Record that it was told at another moment. Another number or day is another count: withdrawn, and recorded anew.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        """
        self.mendable(of, [self.RepresentationBaselineRecorded, self.PartyMembersCounted])
        self.trigger_event(self.EntryCorrected, act=act, of=of, at=at, mistake=mistake)

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake) -> None:
        """
        Record that it was not so, or of another day.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        """
        self.mendable(of, [self.RepresentationBaselineRecorded, self.PartyMembersCounted])
        self.trigger_event(self.EntryWithdrawn, act=act, of=of, mistake=mistake)

    # Changes

    def __init__(self, reference_day: date) -> None:
        self.reference_day = reference_day
        self.withdrawn = False

    @event(EntryWithdrawn)
    def _withdrawn(self) -> None:
        self.withdrawn = True
