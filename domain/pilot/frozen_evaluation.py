"""Frozen evaluation: what one said of a day, kept to the letter; what others say of it, and what the board decides on it."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID, uuid5

from pydantic import Field, StringConstraints

from domain.kernel.acts import Act, EventName, Immutable
from domain.kernel.days import Moment, day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, DomainError
from domain.kernel.events import Aggregate, DomainEvent, FirstEvent, event
from domain.kernel.log import PROJECT
from domain.kernel.mending import Correction, MendableAggregate, Withdrawal
from domain.kernel.text import Digest, Label, Text, TextKind, Version
from domain.pilot.rules import Count

REACTION_DAYS = 14
"""How long a core group can react before an evaluation of its network is published."""
REACTION_WORDS = 200


class EvaluationFrozenAlready(DomainError):
    """An evaluation of a day is frozen once; another one is frozen when that one was published, or struck."""


class EvaluationNotYet(DomainError):
    """A day that is still to come cannot be evaluated."""


class NothingToFreeze(DomainError):
    """Before anything was recorded there is nothing to evaluate."""


class EvaluationWithdrawn(DomainError):
    """That it was frozen was a mistake: nothing rests on it any more."""


class NetworkNotEvaluated(DomainError):
    """The evaluation is about other networks."""


class ReactionTooLong(DomainError):
    """A reaction is short, so that it can be printed on the page of its network."""


class ReactionTimeOver(DomainError):
    """A core group reacts within fourteen days."""


class ReactionsStillPossible(DomainError):
    """Nothing is published before core groups had their time to react."""


class AnotherEvaluationSeen(DomainError):
    """The board decides on the evaluation that it saw, to the letter."""


class EvaluationTellsTooMuch(DomainError):
    """What a network with extra protection tells in bands only is not published as a number."""


class EvaluationPublishedAlready(DomainError):
    """What was published stays as it was read."""


class NetworkFuture(StrEnum):
    """What the board decides on a network after the evaluation."""

    GO_ON = "go-on"
    CHANGE = "change"
    STOP = "stop"


class MetricVersion(Immutable):
    """By which definition a figure was counted."""

    figure: Label
    version: Count


class FrozenNetwork(Immutable):
    """A network in a frozen evaluation: what it is called there, and whether only bands are told of it."""

    network: UUID
    name: Text
    sensitive: bool


CanonicalText = Annotated[str, StringConstraints(min_length=2, max_length=8_000_000), TextKind.INSTITUTIONAL]
"""JSON in its canonical form (RFC 8785): the same figures are the same text, and so have the same digest."""


def frozen_evaluation_id(pilot: UUID | None, day: date, attempt: int = 1) -> UUID:
    """Give the id of a frozen evaluation of a day: the first, or the next one after those that were published or struck."""
    return uuid5(pilot or PROJECT, f"frozen-evaluation/{day.isoformat()}" + (f"/{attempt}" if attempt > 1 else ""))


class FrozenEvaluation(MendableAggregate):
    """An evaluation as it was told to everybody at one moment, with what was said and decided about it."""

    # Events

    class EvaluationFrozen(FirstEvent):
        """The party bureau kept an evaluation to the letter, as it may be told to everybody."""

        pilot: UUID | None
        day: date
        known_at: Moment
        metric_versions: tuple[MetricVersion, ...]
        redaction: Version
        networks: tuple[FrozenNetwork, ...]
        digest: Digest
        document: CanonicalText
        reactions_until: date

    class ReactionGiven(Aggregate.Event):
        """A core group reacted to the evaluation of its network; reacting again, the newest counts."""

        network: UUID
        reaction: Text

    class ObservationAdded(Aggregate.Event):
        """The researcher said what stands out in the evaluation."""

        observation: Text

    class OutsideResultAdded(Aggregate.Event):
        """What others found was put beside the evaluation, with its source, its day and how many people it was asked of."""

        result: Text
        origin: Text
        result_day: date
        counted: Annotated[int, Field(ge=1)] | None

    class NetworkFutureDecided(Aggregate.Event):
        """The National Board decided whether a network goes on, changes or stops, on the evaluation that it saw."""

        network: UUID
        future: NetworkFuture
        ground: Text
        digest: Digest

    class EvaluationPublished(Aggregate.Event):
        """The evaluation was published: everybody can read it."""

    class EntryCorrected(Correction, Aggregate.Event):
        """This was said or decided on another day than was recorded."""

    class EntryWithdrawn(Withdrawal, Aggregate.Event):
        """That this was frozen, said or decided was a mistake and no longer counts."""

    # Decisions

    @classmethod
    def freeze(
        cls,
        act: Act,
        *,
        pilot: UUID | None,
        day: date,
        known_at: datetime,
        metric_versions: tuple[MetricVersion, ...],
        redaction: str,
        networks: tuple[FrozenNetwork, ...],
        digest: str,
        document: str,
        attempt: int = 1,
    ) -> Self:
        """
        Keep an evaluation as it is told to everybody.

        :param pilot: None: of all networks together
        :param known_at: when it was known so
        :param digest: SHA-256 of the document
        :param attempt: which of this day, those before it having been published or struck
        :raises EvaluationNotYet: if the day is still to come
        """
        if day > day_of(act.at):
            raise EvaluationNotYet(day=day)
        return cls._begin(
            cls.EvaluationFrozen,
            frozen_evaluation_id(pilot, day, attempt),
            act=act,
            pilot=pilot,
            day=day,
            known_at=known_at,
            metric_versions=metric_versions,
            redaction=redaction,
            networks=networks,
            digest=digest,
            document=document,
            reactions_until=day_of(act.at) + timedelta(days=REACTION_DAYS),
        )

    def react(self, act: Act, *, network: UUID, reaction: str) -> None:
        """
        React for a core group to the evaluation of its network.

        :raises EvaluationWithdrawn, NetworkNotEvaluated: if there is no such evaluation, or it is about other networks
        :raises RecordedTooLate: if it was before the freezing, or before what the group said last
        :raises ReactionTimeOver: if it was later than fourteen days after the freezing
        :raises EvaluationPublishedAlready: if it was published meanwhile
        :raises ReactionTooLong: if it has more than two hundred words
        """
        self._must_be_about(network)
        act.must_follow(self.reacted_at.get(network, self.frozen_at))
        if day_of(act.at) > self.reactions_until:
            raise ReactionTimeOver(until=self.reactions_until)
        self._must_not_be_published()
        if (count := len(reaction.split())) > REACTION_WORDS:
            raise ReactionTooLong(count=count, most=REACTION_WORDS)
        self.trigger_event(self.ReactionGiven, act=act, network=network, reaction=reaction)

    def observe(self, act: Act, *, observation: str) -> None:
        """
        Say what stands out in it.

        :raises EvaluationWithdrawn, EvaluationPublishedAlready: if nothing can be added to it any more
        :raises RecordedTooLate: if it was before the freezing
        """
        self._must_be_open(act)
        self.trigger_event(self.ObservationAdded, act=act, observation=observation)

    def add_outside_result(self, act: Act, *, result: str, origin: str, result_day: date, counted: int | None) -> None:
        """
        Put beside it what others found.

        :param origin: who found it, and where it can be read
        :param counted: of how many people it was asked; None: that is not known
        :raises EvaluationWithdrawn, EvaluationPublishedAlready: if nothing can be added to it any more
        :raises RecordedTooLate: if it was before the freezing
        :raises EvaluationNotYet: if the result is of a day that is still to come
        """
        self._must_be_open(act)
        if result_day > day_of(act.at):
            raise EvaluationNotYet(day=result_day)
        self.trigger_event(self.OutsideResultAdded, act=act, result=result, origin=origin, result_day=result_day, counted=counted)

    def decide_future(self, act: Act, *, network: UUID, future: NetworkFuture, ground: str, digest: str) -> None:
        """
        Decide on a network; also after publishing, and again when the board thinks better of it.

        :param digest: of the evaluation that the board saw
        :raises EvaluationWithdrawn, NetworkNotEvaluated: if there is no such evaluation, or it is about other networks
        :raises RecordedTooLate: if it was before the freezing, or before what the board decided last
        :raises AnotherEvaluationSeen: if the board saw another one
        """
        self._must_be_about(network)
        act.must_follow(self.decided_at.get(network, self.frozen_at))
        if digest != self.digest:
            raise AnotherEvaluationSeen
        self.trigger_event(self.NetworkFutureDecided, act=act, network=network, future=future, ground=ground, digest=digest)

    def publish(self, act: Act, *, sensitive: frozenset[UUID]) -> None:
        """
        Let everybody read it.

        :param sensitive: the networks that have extra protection now
        :raises EvaluationWithdrawn, EvaluationPublishedAlready: if it is not there any more, or was published
        :raises ReactionsStillPossible: if core groups can still react
        :raises EvaluationTellsTooMuch: if it has numbers of a network of which only bands are told now
        """
        self._must_be_open(act)
        if day_of(act.at) <= self.reactions_until:
            raise ReactionsStillPossible(until=self.reactions_until)
        told = tuple(each.name for each in self.networks.values() if each.network in sensitive and not each.sensitive)
        if told:
            raise EvaluationTellsTooMuch(networks=told)
        self.trigger_event(self.EvaluationPublished, act=act)

    def correct_entry(self, act: Act, *, of: EventName, at: datetime, mistake: Mistake) -> None:
        """
        Record that something was said or decided on another day. Other words are no correction: they are struck, and said anew.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises ReactionTimeOver: if it is a reaction, and would have been too late
        :raises CorrectionImpossible: if it would be before the freezing, change places with another or come after the publishing
        """
        entry = self.mendable(of, self._said)
        if isinstance(entry, self.ReactionGiven) and day_of(at) > self.reactions_until:
            raise ReactionTimeOver(until=self.reactions_until)
        about = (type(entry), getattr(entry, "network", None))
        same = [each for each in self.life if (type(each), getattr(each, "network", None)) == about]
        place = same.index(entry)
        first = max([self.frozen_at, *(each.act.at for each in same[:place])])
        last = [each.act.at for each in same[place + 1 :]]
        if self.published_at is not None and not isinstance(entry, self.NetworkFutureDecided):
            last.append(self.published_at)
        if at < first or any(moment < at for moment in last):
            raise CorrectionImpossible(of=of)
        self.trigger_event(self.EntryCorrected, act=act, of=of, at=at, mistake=mistake)

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake) -> None:
        """
        Record that something was not said or decided so, or that nothing was to be frozen.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises EvaluationPublishedAlready: if it is the freezing, and everybody could read it
        """
        entry = self.mendable(of, [self.EvaluationFrozen, *self._said])
        if isinstance(entry, self.EvaluationFrozen):
            self._must_not_be_published()
        self.trigger_event(self.EntryWithdrawn, act=act, of=of, mistake=mistake)

    # Answers

    @property
    def _said(self) -> tuple[type[DomainEvent], ...]:
        return (self.ReactionGiven, self.ObservationAdded, self.OutsideResultAdded, self.NetworkFutureDecided)

    def _must_stand(self) -> None:
        if self.withdrawn:
            raise EvaluationWithdrawn

    def _must_be_about(self, network: UUID) -> None:
        self._must_stand()
        if network not in self.networks:
            raise NetworkNotEvaluated(network=network)

    def _must_not_be_published(self) -> None:
        if self.published_at is not None:
            raise EvaluationPublishedAlready(published_on=day_of(self.published_at))

    def _must_be_open(self, act: Act) -> None:
        self._must_stand()
        self._must_not_be_published()
        act.must_follow(self.frozen_at)

    # Changes

    @event(EvaluationFrozen)
    def __init__(
        self, act: Act, day: date, known_at: datetime, networks: tuple[FrozenNetwork, ...], digest: str, reactions_until: date
    ) -> None:
        self.day = day
        self.known_at = known_at
        self.frozen_at = act.at
        self.networks = {each.network: each for each in networks}
        self.digest = digest
        self.reactions_until = reactions_until
        self.reacted_at: dict[UUID, datetime] = {}
        self.decided_at: dict[UUID, datetime] = {}
        self.published_at: datetime | None = None
        self.withdrawn = False

    @event(ReactionGiven)
    def _reaction_given(self, act: Act, network: UUID) -> None:
        self.reacted_at = {**self.reacted_at, network: act.at}

    @event(NetworkFutureDecided)
    def _future_decided(self, act: Act, network: UUID) -> None:
        self.decided_at = {**self.decided_at, network: act.at}

    @event(EvaluationPublished)
    def _published(self, act: Act) -> None:
        self.published_at = act.at

    @event(EntryWithdrawn)
    def _entry_withdrawn(self, of: EventName) -> None:
        self.withdrawn = self.withdrawn or of == f"{self.id}:1"
