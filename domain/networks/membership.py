"""Membership: one reference in one network. Small, so that joining never waits for anybody else's (docs/decisions/0003)."""

from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from uuid import UUID, uuid5

from domain.kernel.acts import CLOCK, Act, EventName, Immutable, Reference
from domain.kernel.days import Moment
from domain.kernel.entries import (
    Entry,
    EntryKind,
    Mistake,
    Period,
    corrected,
    in_order,
    is_possible,
    must_allow,
    periods_of,
    restored,
    withdrawn,
)
from domain.kernel.errors import DomainError, RecordedTooLate
from domain.kernel.events import Aggregate, FirstEvent, event, event_name
from domain.kernel.text import PersonalText, Sealed, Version


class AlreadyMember(DomainError):
    """Somebody joins a network once at a time."""


class NotAMember(DomainError):
    """Only a member can leave, and only while the membership holds."""


class PurposeChangedSince(DomainError):
    """Joining endorses the purpose as it was worded on the day of joining."""


class ExplicitConsentNeeded(DomainError):
    """Joining a sensitive network tells much about somebody, so it asks for an explicit consent."""


class TooYoung(DomainError):
    """A sensitive network asks for members who may give that consent themselves."""


class NoDouble(DomainError):
    """Only what was withdrawn as a double of another membership is restored."""


class MembershipEnding(StrEnum):
    """Why a membership ended other than by leaving. There is no reason for leaving, on purpose."""

    NETWORK_CLOSED = "network-closed"
    PARTY_MEMBERSHIP_ENDED = "party-membership-ended"


class JoiningTerms(Immutable):
    """What a network asks of somebody who joins at a moment."""

    network: UUID
    purpose_version: int
    sensitive: bool
    minimum_age: int | None


@lru_cache(maxsize=1024)
def membership_id(network: UUID, reference: Reference) -> UUID:
    """Give the one id that a reference's membership of a network has: joining twice cannot make two."""
    return uuid5(network, reference)


class Membership(Aggregate):
    """What one person, under one reference, is to one network."""

    # Events

    class MemberJoined(FirstEvent):
        """A party member endorsed the purpose of the network and joined it."""

        network: UUID
        reference: Reference
        purpose_version: int
        consent_version: Version | None = None
        statistics: PersonalText | None = None

    class MemberReturned(Aggregate.Event):
        """A former member endorsed the purpose and joined the network again."""

        network: UUID
        reference: Reference
        purpose_version: int
        consent_version: Version | None = None
        statistics: PersonalText | None = None

    class MemberLeft(Aggregate.Event):
        """A member left the network; nobody is asked why."""

        network: UUID
        reference: Reference

    class MembershipEnded(Aggregate.Event):
        """A membership ended because the network closed or the party membership ended."""

        network: UUID
        reference: Reference
        ending: MembershipEnding

    class PurposeEndorsed(Aggregate.Event):
        """A member endorsed the purpose of the network as it was newly worded."""

        network: UUID
        reference: Reference
        purpose_version: int

    class EntryCorrected(Aggregate.Event):
        """An entry of this membership happened at another moment than was recorded."""

        network: UUID
        reference: Reference
        of: EventName
        at: Moment
        mistake: Mistake

    class EntryWithdrawn(Aggregate.Event):
        """An entry of this membership was a mistake and no longer counts."""

        network: UUID
        reference: Reference
        of: EventName
        mistake: Mistake

    class EntryRestored(Aggregate.Event):
        """An entry that was withdrawn as a double counts again, as of when it happened: it was no double."""

        network: UUID
        reference: Reference
        of: EventName
        at: Moment

    # Decisions

    @classmethod
    def join(
        cls,
        act: Act,
        *,
        reference: Reference,
        terms: JoiningTerms,
        purpose_version: int,
        consent_version: str | None = None,
        age: int | None = None,
        statistics: Sealed | None = None,
    ) -> "Membership":
        """
        Join a network for the first time by endorsing its purpose as worded.

        :raises PurposeChangedSince: if another wording of the purpose held then
        :raises ExplicitConsentNeeded: if the network is sensitive and consent was not given
        :raises TooYoung: if the network is sensitive and the member is younger than the rules ask
        """
        _check_terms(terms, purpose_version, consent_version, age)
        return cls._begin(
            cls.MemberJoined,
            membership_id(terms.network, reference),
            act=act,
            network=terms.network,
            reference=reference,
            purpose_version=purpose_version,
            consent_version=consent_version,
            statistics=statistics,
        )

    def join_again(
        self,
        act: Act,
        *,
        terms: JoiningTerms,
        purpose_version: int,
        consent_version: str | None = None,
        age: int | None = None,
        statistics: Sealed | None = None,
    ) -> None:
        """
        Join again after an earlier membership: a new period, not a new person.

        :raises AlreadyMember: if the membership holds
        :raises RecordedTooLate: if something of this membership happened later than this
        :raises PurposeChangedSince, ExplicitConsentNeeded, TooYoung: as for joining
        """
        _check_terms(terms, purpose_version, consent_version, age)
        if self.holds_at(act.at):
            raise AlreadyMember
        if any(entry.at > act.at for entry in in_order(self.entries)):
            raise RecordedTooLate(at=act.at)
        self.trigger_event(
            self.MemberReturned,
            act=act,
            network=self.network,
            reference=self.reference,
            purpose_version=purpose_version,
            consent_version=consent_version,
            statistics=statistics,
        )

    def leave(self, act: Act) -> None:
        """
        Leave the network; recorded late it also shortens a period that ended otherwise since.

        :raises NotAMember: if the membership did not hold at that moment
        """
        self._must_hold(act)
        self.trigger_event(self.MemberLeft, act=act, network=self.network, reference=self.reference)

    def end(self, act: Act, ending: MembershipEnding) -> None:
        """
        End the membership because the network closed or the party membership ended.

        :raises NotAMember: if the membership did not hold at that moment
        """
        self._must_hold(act)
        self.trigger_event(self.MembershipEnded, act=act, network=self.network, reference=self.reference, ending=ending)

    def endorse_purpose(self, act: Act, *, terms: JoiningTerms, purpose_version: int) -> None:
        """
        Endorse the purpose anew after it was worded differently; endorsing the same or an older wording changes nothing new.

        :raises NotAMember: if the membership does not hold
        :raises PurposeChangedSince: if another wording held then
        """
        self._must_hold(act)
        if purpose_version != terms.purpose_version:
            raise PurposeChangedSince(endorsed=purpose_version, current=terms.purpose_version)
        self.trigger_event(
            self.PurposeEndorsed, act=act, network=self.network, reference=self.reference, purpose_version=purpose_version
        )

    def correct_entry(
        self,
        act: Act,
        *,
        of: EventName,
        at: datetime,
        mistake: Mistake,
        terms: JoiningTerms | None = None,
        age: int | None = None,
    ) -> None:
        """
        Record that an entry happened at another moment. Who joined then accepted what was asked then, as in a first entry.

        :param terms: of an entry that begins a period: what the network asked at that moment
        :raises EntryNotFound, EntryNotCorrectable, EntryAlreadyWithdrawn: if there is no such entry that stands
        :raises CorrectionImpossible: if the membership could not have gone like that
        :raises PurposeChangedSince, ExplicitConsentNeeded, TooYoung: as for joining
        """
        self.must_have(of)
        must_allow(self.entries, of, corrected(self.entries, of, at))
        joined = self.joined_by(of)
        if joined is not None and terms is not None:
            _check_terms(terms, joined.purpose_version, joined.consent_version, age)
        self.trigger_event(
            self.EntryCorrected, act=act, network=self.network, reference=self.reference, of=of, at=at, mistake=mistake
        )

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake) -> None:
        """
        Record that an entry was a mistake.

        :raises EntryNotFound, EntryNotCorrectable, EntryAlreadyWithdrawn: if there is no such entry that stands
        :raises CorrectionImpossible: if what was recorded later would then hang in the air
        """
        self.must_have(of)
        must_allow(self.entries, of, withdrawn(self.entries, of))
        self.trigger_event(self.EntryWithdrawn, act=act, network=self.network, reference=self.reference, of=of, mistake=mistake)

    def go_on(self, act: Act, *, of: EventName) -> None:
        """
        Go on, because the closing of the network that ended it was taken back; where that cannot be, it stays ended.

        What else ended it stands; and who joined anew since then has a membership that nobody takes apart.
        """
        if of in self.ended_by_closing and is_possible(withdrawn(self.entries, of)):
            self.withdraw_entry(act, of=of, mistake=Mistake.DID_NOT_HAPPEN)

    def withdraw_double(self, act: Act) -> None:
        """
        Withdraw the newest joining: the person is a member under another reference too (the clock, after a merger of persons).

        :raises NotAMember: if the membership does not hold
        """
        self._must_hold(act)
        self.withdraw_entry(act, of=self.periods[-1].begun_by, mistake=Mistake.ENTERED_TWICE)

    def restore_double(self, act: Act) -> None:
        """
        Let a joining count again that was withdrawn as a double.

        :raises NoDouble: if none was, or whoever joined anew since then is a member by that
        """
        if not self.can_be_restored or self.double is None:
            raise NoDouble
        at = next(entry.at for entry in self.entries if entry.event == self.double)
        self.trigger_event(self.EntryRestored, act=act, network=self.network, reference=self.reference, of=self.double, at=at)

    # Answers

    @property
    def can_be_restored(self) -> bool:
        """Whether a joining was withdrawn as a double, and nothing since stands in its way."""
        return self.double is not None and is_possible(restored(self.entries, self.double))

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of membership, oldest first, as far as this membership itself knows."""
        return periods_of(self.entries)

    def ended_because_of(self, cause: EventName) -> tuple[Period, ...]:
        """Give the periods that ended because of an event elsewhere, such as the closing of the network."""
        because = {event_name(each) for each in self.life if isinstance(each, self.MembershipEnded) and each.act.cause == cause}
        return tuple(period for period in self.periods if period.ended_by in because)

    def holds_at(self, moment: datetime) -> bool:
        """Say whether the membership holds at a moment, as far as this membership itself knows."""
        return any(period.covers(moment) for period in self.periods)

    def joined_by(self, of: EventName) -> MemberJoined | MemberReturned | None:
        """Give the event that an entry names when it begins a period, None when it does not."""
        joined = (each for each in self.life if isinstance(each, self.MemberJoined | self.MemberReturned))
        return next((each for each in joined if event_name(each) == of), None)

    def consent_at(self, moment: datetime) -> str | None:
        """Give the wording of the consent on which the membership rested at a moment; None: on none, or it did not hold."""
        period = next((each for each in self.periods if each.covers(moment)), None)
        joined = None if period is None else self.joined_by(period.begun_by)
        return None if joined is None else joined.consent_version

    def _must_hold(self, act: Act) -> None:
        if not self.holds_at(act.at):
            raise NotAMember

    # Changes

    def __init__(self, act: Act, network: UUID, reference: Reference, purpose_version: int) -> None:
        self.network = network
        self.reference = reference
        self.purpose_version = purpose_version
        self.entries: tuple[Entry, ...] = (Entry(f"{self.id}:1", EntryKind.BEGINS, act.at),)
        self.ended_by_closing: dict[EventName, EventName] = {}
        """The endings that stand because the network closed, with the closing that caused each."""
        self.double: EventName | None = None
        """The joining that the clock withdrew because the person is a member under another reference too."""

    @event(MemberReturned)
    def _returned(self, act: Act, purpose_version: int) -> None:
        self.purpose_version = purpose_version
        self.entries = (*self.entries, Entry(self.next_event, EntryKind.BEGINS, act.at))

    @event(MemberLeft)
    def _left(self, act: Act) -> None:
        self.entries = (*self.entries, Entry(self.next_event, EntryKind.ENDS, act.at))

    @event(MembershipEnded)
    def _ended(self, act: Act, ending: MembershipEnding) -> None:
        if ending is MembershipEnding.NETWORK_CLOSED and act.cause is not None:
            self.ended_by_closing = {**self.ended_by_closing, self.next_event: act.cause}
        self.entries = (*self.entries, Entry(self.next_event, EntryKind.ENDS, act.at))

    @event(PurposeEndorsed)
    def _endorsed(self, purpose_version: int) -> None:
        self.purpose_version = max(self.purpose_version, purpose_version)

    @event(EntryCorrected)
    def _entry_corrected(self, of: EventName, at: datetime) -> None:
        self.entries = corrected(self.entries, of, at)

    @event(EntryRestored)
    def _entry_restored(self, of: EventName) -> None:
        self.entries, self.double = restored(self.entries, of), None

    @event(EntryWithdrawn)
    def _entry_withdrawn(self, act: Act, of: EventName, mistake: Mistake) -> None:
        if act.by == CLOCK and mistake is Mistake.ENTERED_TWICE:
            self.double = of
        self.entries = withdrawn(self.entries, of)
        self.ended_by_closing = {ending: closing for ending, closing in self.ended_by_closing.items() if ending != of}


def _check_terms(terms: JoiningTerms, purpose_version: int, consent_version: str | None, age: int | None) -> None:
    if purpose_version != terms.purpose_version:
        raise PurposeChangedSince(endorsed=purpose_version, current=terms.purpose_version)
    if terms.sensitive and consent_version is None:
        raise ExplicitConsentNeeded
    if terms.sensitive and terms.minimum_age is not None and (age is None or age < terms.minimum_age):
        raise TooYoung(minimum_age=terms.minimum_age)
