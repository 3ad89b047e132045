"""What somebody asks about what is kept of them: answered by the privacy officer, within a month (article 12 GDPR)."""

from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from domain.kernel.acts import Act, Reference
from domain.kernel.days import day_of, months_after
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.log import PROJECT
from domain.kernel.text import Text

MONTHS_TO_ANSWER = 1
"""Of the law, and so of no rule book."""


class PrivacyRequestOpenAlready(DomainError):
    """Somebody asks for one thing once at a time."""


class PrivacyRequestNotOpen(DomainError):
    """Only what is open is answered."""


class PrivacyReasonsMissing(DomainError):
    """Whoever does not get what they asked for is told why."""


class DataNotErasedYet(DomainError):
    """An erasure is answered as done once it is done."""


class PrivacyMatter(StrEnum):
    """What the law lets somebody ask for."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    RESTRICTION = "restriction"
    OBJECTION = "objection"
    ERASURE = "erasure"


class PrivacyOutcome(StrEnum):
    """What became of it."""

    DONE = "done"
    PARTLY = "partly"
    REFUSED = "refused"


GRANTED = frozenset({PrivacyOutcome.DONE, PrivacyOutcome.PARTLY})
"""What follows from an objection follows from it once and for all: what was destroyed does not come back."""


def privacy_request_id(reference: Reference, matter: PrivacyMatter) -> UUID:
    """Give the one id of what somebody asks for: asked twice at once it is one request."""
    return uuid5(PROJECT, f"privacy-request/{reference}/{matter}")


class PrivacyRequest(Aggregate):
    """What one person, under one reference, asks for; again when it was answered."""

    # Events

    class PrivacyRequestReceived(FirstEvent):
        """Somebody asked the party something about what is kept of them."""

        reference: Reference
        matter: PrivacyMatter
        due_on: date

    class PrivacyRequestReceivedAgain(Aggregate.Event):
        """Somebody asked the same once more, after an answer."""

        due_on: date

    class PrivacyRequestAnswered(Aggregate.Event):
        """The privacy officer answered; who does not get what they asked for is told why."""

        outcome: PrivacyOutcome
        reasons: Text | None = None

    # Decisions

    @classmethod
    def receive(cls, act: Act, *, reference: Reference, matter: PrivacyMatter) -> "PrivacyRequest":
        request, due_on = privacy_request_id(reference, matter), months_after(day_of(act.at), MONTHS_TO_ANSWER)
        return cls._begin(cls.PrivacyRequestReceived, request, act=act, reference=reference, matter=matter, due_on=due_on)

    def receive_again(self, act: Act) -> None:
        """
        Record that the same is asked once more.

        :raises PrivacyRequestOpenAlready: if it was not answered yet
        :raises RecordedTooLate: if it was answered later than this
        """
        if self.open:
            raise PrivacyRequestOpenAlready(due_on=self.due_on)
        act.must_follow(self.newest_at)
        self.trigger_event(self.PrivacyRequestReceivedAgain, act=act, due_on=months_after(day_of(act.at), MONTHS_TO_ANSWER))

    def answer(self, act: Act, *, outcome: PrivacyOutcome, reasons: str | None = None, is_known: bool = False) -> None:
        """
        Answer what was asked.

        :param is_known: whether the person who asked is known still
        :raises PrivacyRequestNotOpen: if it was answered
        :raises PrivacyReasonsMissing: if not all was done and nobody says why
        :raises DataNotErasedYet: if it is said that their data was erased, and it was not
        :raises RecordedTooLate: if it was asked later than this
        """
        if not self.open:
            raise PrivacyRequestNotOpen
        if outcome is not PrivacyOutcome.DONE and reasons is None:
            raise PrivacyReasonsMissing
        if self.matter is PrivacyMatter.ERASURE and outcome is PrivacyOutcome.DONE and is_known:
            raise DataNotErasedYet
        act.must_follow(self.newest_at)
        self.trigger_event(self.PrivacyRequestAnswered, act=act, outcome=outcome, reasons=reasons)

    # Changes

    def __init__(self, reference: Reference, matter: PrivacyMatter, due_on: date) -> None:
        self.reference, self.matter = reference, matter
        self.due_on: date | None = due_on
        self.granted = False

    @property
    def open(self) -> bool:
        """Whether it waits for an answer."""
        return self.due_on is not None

    @event(PrivacyRequestReceivedAgain)
    def _received_again(self, due_on: date) -> None:
        self.due_on = due_on

    @event(PrivacyRequestAnswered)
    def _answered(self, outcome: PrivacyOutcome) -> None:
        self.due_on = None
        self.granted = self.granted or outcome in GRANTED
