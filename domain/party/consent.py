"""What somebody consents to: given in the words of a day, withdrawn whenever they like (article 7 GDPR)."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from domain.kernel.acts import Act, Immutable, Reference
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.log import PROJECT
from domain.kernel.text import Version


class ConsentGivenAlready(DomainError):
    """A consent that holds is not given once more."""


class NoConsentToWithdraw(DomainError):
    """Only a consent that holds is withdrawn."""


class ConsentPurpose(StrEnum):
    """What the party may do only when somebody consents to it."""

    SENSITIVE_NETWORK = "sensitive-network"
    """Recording that somebody is a member of a sensitive network, or has or is asked for a seat there: said with that entry."""
    WEEKLY_MESSAGE = "weekly-message"
    CORE_GROUP_CONTACT = "core-group-contact"
    """Telling members of the party that somebody is in a core group, and how to reach them."""


class EndsWithConsent(StrEnum):
    """What ends when a consent is withdrawn."""

    MEMBERSHIP = "membership"
    SEAT = "seat"
    NOMINATION = "nomination"
    WEEKLY_MESSAGE = "weekly-message"
    CORE_GROUP_CONTACT = "core-group-contact"


ENDS: Mapping[ConsentPurpose, EndsWithConsent] = {
    ConsentPurpose.WEEKLY_MESSAGE: EndsWithConsent.WEEKLY_MESSAGE,
    ConsentPurpose.CORE_GROUP_CONTACT: EndsWithConsent.CORE_GROUP_CONTACT,
}
"""What ends with a consent that is said by itself; with one that is said with an entry, that entry does."""


class ConsentPeriod(Immutable):
    """From when until when a consent held, and in which words it was given."""

    version: str
    given_at: datetime
    ended_at: datetime | None = None


def consent_id(reference: Reference, purpose: ConsentPurpose) -> UUID:
    """Give the one id of what somebody consents to: given twice at once it is one consent."""
    return uuid5(PROJECT, f"consent/{reference}/{purpose}")


class Consent(Aggregate):
    """One person's consent, under one reference, to one purpose."""

    # Events

    class ConsentGiven(FirstEvent):
        """Somebody consented to a purpose, in the words of that day."""

        reference: Reference
        purpose: ConsentPurpose
        consent_version: Version

    class ConsentGivenAgain(Aggregate.Event):
        """Somebody consented once more, after having withdrawn it."""

        consent_version: Version

    class ConsentWithdrawn(Aggregate.Event):
        """Somebody withdrew a consent; nobody is asked why."""

    # Decisions

    @classmethod
    def give(cls, act: Act, *, reference: Reference, purpose: ConsentPurpose, consent_version: str) -> "Consent":
        return cls._begin(
            cls.ConsentGiven,
            consent_id(reference, purpose),
            act=act,
            reference=reference,
            purpose=purpose,
            consent_version=consent_version,
        )

    def give_again(self, act: Act, *, consent_version: str) -> None:
        """
        Consent once more.

        :raises ConsentGivenAlready: if it holds
        :raises RecordedTooLate: if it was withdrawn later than this
        """
        if self.holds:
            raise ConsentGivenAlready(since=day_of(self.periods[-1].given_at))
        act.must_follow(self.newest_at)
        self.trigger_event(self.ConsentGivenAgain, act=act, consent_version=consent_version)

    def withdraw(self, act: Act) -> None:
        """
        Withdraw it; what rested on it ends.

        :raises NoConsentToWithdraw: if it does not hold
        :raises RecordedTooLate: if it was given later than this
        """
        if not self.holds:
            raise NoConsentToWithdraw
        act.must_follow(self.newest_at)
        self.trigger_event(self.ConsentWithdrawn, act=act)

    # Answers

    @property
    def holds(self) -> bool:
        """Whether it was given and not withdrawn."""
        return self.periods[-1].ended_at is None

    # Changes

    @event(ConsentGiven)
    def __init__(self, act: Act, reference: Reference, purpose: ConsentPurpose, consent_version: str) -> None:
        self.reference, self.purpose = reference, purpose
        self.periods: tuple[ConsentPeriod, ...] = (ConsentPeriod(version=consent_version, given_at=act.at),)

    @event(ConsentGivenAgain)
    def _given_again(self, act: Act, consent_version: str) -> None:
        self.periods = (*self.periods, ConsentPeriod(version=consent_version, given_at=act.at))

    @event(ConsentWithdrawn)
    def _withdrawn(self, act: Act) -> None:
        self.periods = (*self.periods[:-1], self.periods[-1].model_copy(update={"ended_at": act.at}))
