"""Conversation: fifty members, or a year without them, is something to talk about and closes no network (docs/decisions/0018)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from domain.kernel.acts import Act, EventName
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.mending import Correction, MendableAggregate, Withdrawal
from domain.kernel.text import Text, Version
from domain.pilot.rules import AdoptedRules, Count


class ConversationHeldAlready(DomainError):
    """What came of a conversation was recorded before."""


class Occasion(StrEnum):
    """Why party and network talk."""

    TARGET_REACHED = "target-reached"
    YEAR_OVER = "year-over"


class ConversationOutcome(StrEnum):
    """What party and network agreed to do; each has a decision of its own where one is needed."""

    CONTINUE = "continue"
    TARGET_EXTENDED = "target-extended"
    MERGE = "merge"
    WORKING_GROUP = "working-group"
    CLOSE = "close"


def conversation_id(network: UUID, occasion: Occasion) -> UUID:
    return uuid5(network, f"conversation/{occasion}")


class Conversation(MendableAggregate):
    """The talk of party and network about its number of members."""

    # Events

    class ConversationOpened(FirstEvent):
        """A network reached its target, or its year was over without: time to talk."""

        network: UUID
        occasion: Occasion
        day: date
        target: Count
        rules_version: Version

    class ConversationHeld(Aggregate.Event):
        """Party and network talked, and agreed on something."""

        outcome: ConversationOutcome
        agreed: Text | None

    class EntryCorrected(Correction, Aggregate.Event):
        """Party and network talked on another day than was recorded."""

    class EntryWithdrawn(Withdrawal, Aggregate.Event):
        """That party and network talked was a mistake and no longer counts: the talk is still to come."""

    # Decisions

    @classmethod
    def open(cls, act: Act, *, network: UUID, occasion: Occasion, day: date, rules: AdoptedRules) -> "Conversation":
        """
        Open the conversation about a target.

        :param day: the day at whose end the target was reached, or the year over
        :param rules: the rules of that day
        """
        return cls._begin(
            cls.ConversationOpened,
            conversation_id(network, occasion),
            act=act,
            network=network,
            occasion=occasion,
            day=day,
            target=rules.rules.target_members,
            rules_version=rules.rules_version,
        )

    def hold(self, act: Act, *, outcome: ConversationOutcome, agreed: str | None) -> None:
        """
        Record what came of it.

        :raises ConversationHeldAlready: if that was recorded
        :raises RecordedTooLate: if it is said to have been before it was opened
        """
        if self.outcome is not None:
            raise ConversationHeldAlready
        act.must_follow(self.opened_at)
        self.trigger_event(self.ConversationHeld, act=act, outcome=outcome, agreed=agreed)

    def correct_entry(self, act: Act, *, of: EventName, at: datetime, mistake: Mistake) -> None:
        """
        Record that the talk was on another day. That there was something to talk about is said by time, and never mended.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises CorrectionImpossible: if it would be before it was opened
        """
        self.mendable(of, [self.ConversationHeld])
        if at < self.opened_at:
            raise CorrectionImpossible(of=of)
        self.trigger_event(self.EntryCorrected, act=act, of=of, at=at, mistake=mistake)

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake) -> None:
        """
        Record that nobody talked after all, or that something else came of it: then what came of it is recorded anew.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        """
        self.mendable(of, [self.ConversationHeld])
        self.trigger_event(self.EntryWithdrawn, act=act, of=of, mistake=mistake)

    # Changes

    @event(ConversationOpened)
    def __init__(self, act: Act, network: UUID, occasion: Occasion, day: date, target: int) -> None:
        self.network = network
        self.occasion = occasion
        self.day = day
        self.target = target
        self.opened_at = act.at
        self.outcome: ConversationOutcome | None = None

    @event(ConversationHeld)
    def _held(self, outcome: ConversationOutcome) -> None:
        self.outcome = outcome
