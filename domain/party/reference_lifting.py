"""Whose a reference is: told once to a privacy officer who asks, when a second person agrees (docs/decisions/0042)."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from domain.kernel.acts import Act, Doer, Reference
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.text import Text

TERM = timedelta(days=7)
"""After it somebody asks anew: why then may be another reason than why now."""


class ReferenceUnknown(DomainError):
    """Only a reference that is seen with an item is lifted."""


class LiftingNotOpen(DomainError):
    """Only what nobody answered yet, and whose term is not over, is answered."""


class SecondPersonNeeded(DomainError):
    """Two people lift a reference, and not one in two roles."""


class LiftingNotAgreed(DomainError):
    """A name is told when a second person agreed, once, and within the term."""


class LiftingOfSomeoneElse(DomainError):
    """A name is told to whoever asked for it."""


class LiftingStatus(StrEnum):
    """What became of it; a term that is over is told by its day."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    TOLD = "told"


class ReferenceLifting(Aggregate):
    """The lifting of one reference of one item."""

    # Events

    class LiftingAsked(FirstEvent):
        """A privacy officer asked whose a reference is, and why that must be known."""

        item: UUID
        lifted: Reference
        reasons: Text
        last_day: date

    class LiftingAgreed(Aggregate.Event):
        """A second person agreed."""

    class LiftingRefused(Aggregate.Event):
        """A second person refused."""

    class LiftedNameTold(Aggregate.Event):
        """Whose reference it is was told to the privacy officer who asked."""

    # Decisions

    @classmethod
    def ask(cls, act: Act, *, lifting: UUID, item: UUID, lifted: Reference, reasons: str) -> "ReferenceLifting":
        last_day = day_of(act.at) + TERM
        return cls._begin(cls.LiftingAsked, lifting, act=act, item=item, lifted=lifted, reasons=reasons, last_day=last_day)

    def agree(self, act: Act, *, own: Collection[Doer]) -> None:
        """
        Agree.

        :param own: all that the second person is known as in an office
        :raises LiftingNotOpen: if it was answered, or its term is over
        :raises SecondPersonNeeded: if the same person asked
        """
        self._must_be_open_to(act, own)
        self.trigger_event(self.LiftingAgreed, act=act)

    def refuse(self, act: Act, *, own: Collection[Doer]) -> None:
        """
        Refuse; whoever asked may ask anew, with another reason.

        :param own: all that the second person is known as in an office
        :raises LiftingNotOpen: if it was answered, or its term is over
        :raises SecondPersonNeeded: if the same person asked
        """
        self._must_be_open_to(act, own)
        self.trigger_event(self.LiftingRefused, act=act)

    def tell(self, act: Act, *, own: Collection[Doer]) -> None:
        """
        Tell the name to whoever asked, once.

        :param own: all that whoever asked is known as in an office
        :raises LiftingOfSomeoneElse: if somebody else asked
        :raises LiftingNotAgreed: if nobody agreed, it was told, or its term is over
        :raises SecondPersonNeeded: if whoever agreed turned out to be the same person
        """
        if self.asked_by not in own:
            raise LiftingOfSomeoneElse
        if self.status is not LiftingStatus.AGREED or self._is_over(act):
            raise LiftingNotAgreed(last_day=self.last_day)
        if self.agreed_by in own:
            raise SecondPersonNeeded
        act.must_follow(self.newest_at)
        self.trigger_event(self.LiftedNameTold, act=act)

    def _must_be_open_to(self, act: Act, own: Collection[Doer]) -> None:
        if self.status is not LiftingStatus.ASKED or self._is_over(act):
            raise LiftingNotOpen(last_day=self.last_day)
        if self.asked_by in own:
            raise SecondPersonNeeded
        act.must_follow(self.newest_at)

    def _is_over(self, act: Act) -> bool:
        return day_of(act.at) > self.last_day

    # Changes

    def __init__(self, act: Act, item: UUID, lifted: Reference, last_day: date) -> None:
        self.asked_by, self.agreed_by = act.by, ""
        self.item, self.lifted, self.last_day = item, lifted, last_day
        self.status = LiftingStatus.ASKED

    @event(LiftingAgreed)
    def _agreed(self, act: Act) -> None:
        self.agreed_by, self.status = act.by, LiftingStatus.AGREED

    @event(LiftingRefused)
    def _refused(self) -> None:
        self.status = LiftingStatus.REFUSED

    @event(LiftedNameTold)
    def _told(self) -> None:
        self.status = LiftingStatus.TOLD
