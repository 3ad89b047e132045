"""Advice offer: what a network says unasked."""

from uuid import UUID

from domain.advice.values import RequesterKind
from domain.kernel.acts import Act
from domain.kernel.events import Aggregate, FirstEvent
from domain.kernel.text import Text


class AdviceOffer(Aggregate):
    """One advice that nobody asked for."""

    # Events

    class AdviceOffered(FirstEvent):
        """A network gave advice unasked."""

        network: UUID
        addressee: RequesterKind
        advice: Text

    # Decisions

    @classmethod
    def offer(cls, act: Act, *, offer: UUID, network: UUID, addressee: RequesterKind, advice: str) -> "AdviceOffer":
        return cls._begin(cls.AdviceOffered, offer, act=act, network=network, addressee=addressee, advice=advice)

    # Changes

    def __init__(self, network: UUID, addressee: RequesterKind) -> None:
        self.network = network
        self.addressee = addressee
