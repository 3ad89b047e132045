"""Advice offer: what a network says unasked."""

from datetime import datetime
from uuid import UUID

from domain.advice.values import RequesterKind
from domain.kernel.acts import Act, EventName
from domain.kernel.entries import Mistake
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.mending import Correction, MendableAggregate, Withdrawal
from domain.kernel.text import Text


class AdviceOffer(MendableAggregate):
    """One advice that nobody asked for."""

    # Events

    class AdviceOffered(FirstEvent):
        """A network gave advice unasked."""

        network: UUID
        addressee: RequesterKind
        advice: Text

    class EntryCorrected(Correction, Aggregate.Event):
        """The advice was given on another day than was recorded."""

        network: UUID

    class EntryWithdrawn(Withdrawal, Aggregate.Event):
        """That this advice was given was a mistake and no longer counts."""

        network: UUID

    # Decisions

    @classmethod
    def offer(cls, act: Act, *, offer: UUID, network: UUID, addressee: RequesterKind, advice: str) -> "AdviceOffer":
        return cls._begin(cls.AdviceOffered, offer, act=act, network=network, addressee=addressee, advice=advice)

    def correct_entry(self, act: Act, *, of: EventName, at: datetime, mistake: Mistake) -> None:
        """
        Record that the advice was given on another day.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        """
        self.mendable(of, [self.AdviceOffered])
        self.trigger_event(self.EntryCorrected, act=act, network=self.network, of=of, at=at, mistake=mistake)

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake) -> None:
        """
        Record that the advice was never given.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        """
        self.mendable(of, [self.AdviceOffered])
        self.trigger_event(self.EntryWithdrawn, act=act, network=self.network, of=of, mistake=mistake)

    # Changes

    @event(AdviceOffered)
    def __init__(self, network: UUID, addressee: RequesterKind) -> None:
        self.network = network
        self.addressee = addressee
        self.withdrawn = False

    @event(EntryWithdrawn)
    def _withdrawn(self) -> None:
        self.withdrawn = True
