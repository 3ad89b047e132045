"""Party membership: the ground on which everything else stands. Its end waits a while, so that a mistake can be undone."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from domain.kernel.acts import Act, Reference
from domain.kernel.days import start_of
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, Due, FirstEvent, event
from domain.kernel.log import PROJECT


class NotAPartyMember(DomainError):
    """Only a member of the party can join a network or take a seat."""


class AlreadyAPartyMember(DomainError):
    """Somebody is a member of the party once at a time."""


class PartyEndAlreadyPending(DomainError):
    """The end of this party membership was recorded and waits."""


class NoPartyEndPending(DomainError):
    """Only an end that waits can be undone."""


class NotWithdrawn(DomainError):
    """Only a party membership that was withdrawn as a double is restored."""


class PersonalDetail(StrEnum):
    """What the vault knows of a person that can be typed wrongly."""

    NAME = "name"
    PROVINCE = "province"
    BIRTH_YEAR = "birth-year"


def party_membership_id(reference: Reference) -> UUID:
    return uuid5(PROJECT, f"party-membership/{reference}")


class PartyMembership(Aggregate):
    """What one person, under one reference, is to the party."""

    # Events

    class PartyMembershipStarted(FirstEvent):
        """Somebody became a member of the party, or was known as one when recording began."""

        reference: Reference

    class PartyMembershipEndAnnounced(Aggregate.Event):
        """The member register says that this party membership ends; it becomes final on a later day."""

        final_on: date

    class PartyMembershipEndUndone(Aggregate.Event):
        """The end that was announced was a mistake."""

    class PartyMembershipEnded(Aggregate.Event):
        """The party membership ended for good; memberships of networks end after it, each by itself."""

    class PartyMembershipStartedAgain(Aggregate.Event):
        """A former member became a member of the party again."""

    class PersonalDetailsCorrected(Aggregate.Event):
        """Somebody, or the party bureau, corrected what the vault knows of them; the record says which details, never what."""

        details: tuple[PersonalDetail, ...]

    class PartyMembershipWithdrawn(Aggregate.Event):
        """This party membership is a double: the person is a member of the party under another reference."""

    class PartyMembershipRestored(Aggregate.Event):
        """It was no double: this party membership counts again."""

    # Decisions

    @classmethod
    def start(cls, act: Act, *, reference: Reference) -> "PartyMembership":
        return cls._begin(cls.PartyMembershipStarted, party_membership_id(reference), act=act, reference=reference)

    def start_again(self, act: Act) -> None:
        """
        Record that a former member is a member again.

        :raises AlreadyAPartyMember: if they are one
        :raises RecordedTooLate: if the earlier party membership ended later than this
        """
        if not self.ended:
            raise AlreadyAPartyMember
        act.must_follow(self.newest_at)
        self.trigger_event(self.PartyMembershipStartedAgain, act=act)

    def announce_end(self, act: Act, *, final_on: date) -> None:
        """
        Record that the party membership ends; until ``final_on`` it can be undone.

        :raises NotAPartyMember: if they are none at that moment
        :raises RecordedTooLate: if something of this party membership was recorded that happened later
        :raises PartyEndAlreadyPending: if its end waits already
        """
        if self.ended or self.withdrawn or act.at < self.since:
            raise NotAPartyMember
        if self.final_on is not None:
            raise PartyEndAlreadyPending(final_on=self.final_on)
        act.must_follow(self.newest_at)
        self.trigger_event(self.PartyMembershipEndAnnounced, act=act, final_on=final_on)

    def undo_end(self, act: Act) -> None:
        """
        Undo an end that waits.

        :raises NoPartyEndPending: if none does
        """
        if self.final_on is None:
            raise NoPartyEndPending
        self.trigger_event(self.PartyMembershipEndUndone, act=act)

    def correct_details(self, act: Act, *, details: tuple[PersonalDetail, ...]) -> None:
        """Record that details of the person were corrected, also of a former member; corrected again, it is recorded again."""
        self.trigger_event(self.PersonalDetailsCorrected, act=act, details=details)

    def withdraw_double(self, act: Act) -> None:
        """
        Withdraw it: the person is a member of the party under another reference too (the clock, after a merger of persons).

        :raises NotAPartyMember: if it does not hold
        """
        self.must_hold(act)
        self.trigger_event(self.PartyMembershipWithdrawn, act=act)

    def restore_double(self, act: Act) -> None:
        """
        Let a party membership count again that was withdrawn as a double.

        :raises NotWithdrawn: if it was not
        """
        if not self.withdrawn:
            raise NotWithdrawn
        self.trigger_event(self.PartyMembershipRestored, act=act)

    def _what_time_does(self) -> Iterator[Due]:
        """Make an end that waits final; with no days to undo it, as soon as it was announced."""
        if self.final_on is not None:
            yield Due(max(start_of(self.final_on), self.newest_at), self.PartyMembershipEnded)

    # Answers

    @property
    def since(self) -> datetime:
        """When somebody became a member of the party last."""
        return self.begun_at[-1]

    @property
    def ended(self) -> bool:
        """Whether somebody is a member of the party no longer."""
        return len(self.left_at) == len(self.begun_at)

    @property
    def times_ended(self) -> int:
        """How often the party membership ended for good."""
        return len(self.left_at)

    @property
    def newest_at(self) -> datetime:
        """When the newest of the party membership itself happened: no late entry waits for what became known of the person."""
        known = (self.PersonalDetailsCorrected, self.PartyMembershipWithdrawn, self.PartyMembershipRestored)
        return next(each.act.at for each in reversed(self.life) if not isinstance(each, known))

    @property
    def can_be_restored(self) -> bool:
        """Whether it was withdrawn as a double."""
        return self.withdrawn

    def must_hold(self, act: Act) -> None:
        """
        Check that somebody is a member of the party, and not about to be one no longer.

        :raises NotAPartyMember: if not
        """
        if not self.holds_at(act.at):
            raise NotAPartyMember

    def holds_at(self, moment: datetime) -> bool:
        """Say whether somebody is a member of the party at a moment, and not about to be one no longer."""
        return not self.ended and not self.withdrawn and self.final_on is None and moment >= self.since

    def held_at(self, moment: datetime) -> bool:
        """Say whether somebody was a member of the party at a moment, whatever became of it; an end that waits has not come."""
        ends = (*self.left_at, None)
        periods = zip(self.begun_at, ends, strict=False)
        return not self.withdrawn and any(begun <= moment and (end is None or moment < end) for begun, end in periods)

    # Changes

    def __init__(self, act: Act, reference: Reference) -> None:
        self.reference = reference
        self.begun_at: tuple[datetime, ...] = (act.at,)
        self.left_at: tuple[datetime, ...] = ()
        self.announced_at: datetime | None = None
        self.final_on: date | None = None
        self.withdrawn = False

    @event(PartyMembershipEndAnnounced)
    def _end_announced(self, act: Act, final_on: date) -> None:
        self.announced_at, self.final_on = act.at, final_on

    @event(PartyMembershipEndUndone)
    def _end_undone(self) -> None:
        self.announced_at = self.final_on = None

    @event(PartyMembershipEnded)
    def _ended(self, act: Act) -> None:
        self.left_at = (*self.left_at, self.announced_at or act.at)
        self.announced_at = self.final_on = None

    @event(PartyMembershipWithdrawn)
    def _withdrawn(self) -> None:
        self.withdrawn = True

    @event(PartyMembershipRestored)
    def _restored(self) -> None:
        self.withdrawn = False

    @event(PartyMembershipStartedAgain)
    def _started_again(self, act: Act) -> None:
        self.begun_at = (*self.begun_at, act.at)
