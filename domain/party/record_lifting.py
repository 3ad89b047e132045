"""Members and seats of one sensitive network in the record, for one auditor until a day (docs/decisions/0042)."""

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from domain.kernel.acts import Act, Doer, Reference
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.text import Text
from domain.party.reference_lifting import TERM, LiftingNotOpen, LiftingStatus, SecondPersonNeeded

MOST = timedelta(days=31)
"""Whoever needs it longer asks anew: why then may be another reason than why now."""


class RecordNotLifted(DomainError):
    """Of a network that is not sensitive the record leaves nobody out."""


class LastDayNotNear(DomainError):
    """The record of a sensitive network is lifted until a day that has not passed, and for a month at most."""


class AuditorNeeded(DomainError):
    """The record is lifted for somebody who is an auditor now."""


class RecordLifting(Aggregate):
    """The lifting of what one auditor reads of one sensitive network."""

    # Events

    class RecordLiftingAsked(FirstEvent):
        """A privacy officer asked that an auditor reads who is in a sensitive network, by reference, and why."""

        network: UUID
        auditor: Reference
        reasons: Text
        until: date
        last_day: date

    class RecordLiftingAgreed(Aggregate.Event):
        """A second person agreed: until the day that was said the auditor reads it."""

    class RecordLiftingRefused(Aggregate.Event):
        """A second person refused."""

    # Decisions

    @classmethod
    def ask(
        cls,
        act: Act,
        *,
        lifting: UUID,
        network: UUID,
        is_sensitive: bool,
        auditor: Reference,
        reasons: str,
        until: date,
        own: Collection[Doer],
    ) -> "RecordLifting":
        """
        Ask that an auditor reads who is in a sensitive network, by reference.

        :param own: all that whoever asks is known as in an office
        :raises SecondPersonNeeded: if they are the auditor
        :raises RecordNotLifted: if the network is not sensitive
        :raises LastDayNotNear: if the day has passed, or is more than a month away
        """
        today = day_of(act.at)
        if auditor in own:
            raise SecondPersonNeeded
        if not is_sensitive:
            raise RecordNotLifted
        if not today <= until <= today + MOST:
            raise LastDayNotNear(first=today, last=today + MOST)
        last_day = min(today + TERM, until)
        said = {"network": network, "auditor": auditor, "reasons": reasons, "until": until, "last_day": last_day}
        return cls._begin(cls.RecordLiftingAsked, lifting, act=act, **said)

    def agree(self, act: Act, *, own: Collection[Doer]) -> None:
        """
        Agree.

        :param own: all that the second person is known as in an office
        :raises LiftingNotOpen: if it was answered, or its term is over
        :raises SecondPersonNeeded: if the same person asked, or is the auditor
        """
        self._must_be_open_to(act, own)
        self.trigger_event(self.RecordLiftingAgreed, act=act)

    def refuse(self, act: Act, *, own: Collection[Doer]) -> None:
        """
        Refuse; whoever asked may ask anew, with another reason.

        :param own: all that the second person is known as in an office
        :raises LiftingNotOpen: if it was answered, or its term is over
        :raises SecondPersonNeeded: if the same person asked, or is the auditor
        """
        self._must_be_open_to(act, own)
        self.trigger_event(self.RecordLiftingRefused, act=act)

    def _must_be_open_to(self, act: Act, own: Collection[Doer]) -> None:
        if self.status is not LiftingStatus.ASKED or day_of(act.at) > self.last_day:
            raise LiftingNotOpen(last_day=self.last_day)
        if not {self.asked_by, self.auditor}.isdisjoint(own):
            raise SecondPersonNeeded
        act.must_follow(self.newest_at)

    # Changes

    def __init__(self, act: Act, network: UUID, auditor: Reference, until: date, last_day: date) -> None:
        self.asked_by, self.agreed_by, self.auditor, self.of_network = act.by, "", auditor, network
        self.until, self.last_day = until, last_day
        self.status = LiftingStatus.ASKED

    @event(RecordLiftingAgreed)
    def _agreed(self, act: Act) -> None:
        self.agreed_by, self.status = act.by, LiftingStatus.AGREED

    @event(RecordLiftingRefused)
    def _refused(self) -> None:
        self.status = LiftingStatus.REFUSED
