"""Meeting: planned, moved, cancelled or held, and how many were there. Light: a title, a day and a number are enough."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from domain.kernel.acts import Act, EventName, Immutable, Reference
from domain.kernel.days import Moment, day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, DomainError, EntryAlreadyWithdrawn, EntryNotCorrectable, RecordedTooLate
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.mending import Correction, E, MendableAggregate, Withdrawal
from domain.kernel.text import ClosedText, Sealed, Text
from domain.pilot.rules import Count


class MeetingPlannedTooLate(DomainError):
    """A meeting is planned for today or later; one that was held is recorded."""


class MeetingPlannedAlready(DomainError):
    """A meeting moves to another day, hour or place."""


class MeetingNotYet(DomainError):
    """Who names no day means the day that a meeting is planned for, and that day has come."""


class MeetingNotPlannedYet(DomainError):
    """A meeting is held after it was planned."""


class MeetingHeldAlready(DomainError):
    """A meeting is held once."""


class MeetingCancelledAlready(DomainError):
    """A meeting that was cancelled is not held, moved or cancelled again."""


class MeetingWithdrawn(DomainError):
    """Nothing happens to a meeting that was recorded by mistake."""


class NamesNotKept(DomainError):
    """Who came to a meeting of a sensitive network is not kept."""


class FewerPresentThanNamed(DomainError):
    """Whoever is named was there."""


class EntryHasNoNumber(DomainError):
    """Only of a meeting that was held is there a number to correct."""


class MeetingMode(StrEnum):
    """How one takes part."""

    ONLINE = "online"
    ON_SITE = "on-site"
    BOTH = "both"


class MeetingAudience(StrEnum):
    """For whom a meeting is."""

    ALL_MEMBERS = "all-members"
    CORE_GROUP = "core-group"
    WORKING_GROUP = "working-group"
    PARTY = "party"


class MeetingTerms(Immutable):
    """What a network asks of a meeting now."""

    network: UUID
    sensitive: bool


class Appointment(NamedTuple):
    """When on its day a meeting begins and where it is; None: not said, or as it was. The link is for who may come."""

    begins: time | None = None
    place: str | None = None
    link: Sealed | None = None


class Attendance(NamedTuple):
    """How many were there, and by choice of the network who."""

    present: int
    attendees: tuple[Reference, ...] = ()


NOT_SAID = Appointment()


class Held(Immutable):
    """The entry that a meeting was held: which event made it, when that was, how many were there, and who is named."""

    event: EventName
    at: Moment
    present: int
    attendees: tuple[Reference, ...]


class Cancelled(Immutable):
    """The entry that a meeting was cancelled."""

    event: EventName
    at: Moment


class Meeting(MendableAggregate):
    """One meeting of a network."""

    # Events

    class MeetingPlanned(FirstEvent):
        """A meeting of the network was planned for a day."""

        network: UUID
        title: Text
        day: date
        mode: MeetingMode
        audience: MeetingAudience
        begins: time | None = None
        place: Text | None = None
        link: ClosedText | None = None

    class MeetingRecorded(FirstEvent):
        """A meeting that nobody had planned here was held."""

        network: UUID
        title: Text
        mode: MeetingMode
        audience: MeetingAudience
        present: Count
        attendees: tuple[Reference, ...] = ()

    class MeetingMoved(Aggregate.Event):
        """The meeting was moved to another day, hour or place; what is left out stayed as it was."""

        day: date
        begins: time | None = None
        place: Text | None = None
        link: ClosedText | None = None

    class MeetingCancelled(Aggregate.Event):
        """The meeting was called off."""

        reason: Text | None = None

    class MeetingHeld(Aggregate.Event):
        """The meeting was held, with so many people present."""

        present: Count
        attendees: tuple[Reference, ...] = ()

    class EntryCorrected(Correction, Aggregate.Event):
        """The meeting was held or cancelled at another moment than was recorded, or with another number present."""

        present: Count | None = None

        def corrected(self, entry: E) -> E:
            """Give the entry with its moment, and with the number that was present."""
            known = super().corrected(entry)
            return known if self.present is None else known.model_copy(update={"present": self.present})

    class EntryWithdrawn(Withdrawal, Aggregate.Event):
        """An entry of this meeting was a mistake and no longer counts."""

    # Decisions

    @classmethod
    def plan(
        cls,
        act: Act,
        *,
        meeting: UUID,
        terms: MeetingTerms,
        title: str,
        day: date,
        mode: MeetingMode,
        audience: MeetingAudience,
        appointment: Appointment = NOT_SAID,
    ) -> "Meeting":
        """
        Plan a meeting.

        :raises MeetingPlannedTooLate: if the day was over when it was planned
        """
        _must_lie_ahead(act, day)
        return cls._begin(
            cls.MeetingPlanned,
            meeting,
            act=act,
            network=terms.network,
            title=title,
            day=day,
            mode=mode,
            audience=audience,
            **appointment._asdict(),
        )

    @classmethod
    def record(
        cls,
        act: Act,
        *,
        meeting: UUID,
        terms: MeetingTerms,
        title: str,
        mode: MeetingMode,
        audience: MeetingAudience,
        attendance: Attendance,
    ) -> "Meeting":
        """
        Record a meeting that was held without having been planned here; the act says on which day.

        :raises NamesNotKept: if somebody is named and the network is sensitive
        :raises FewerPresentThanNamed: if more are named than were present
        """
        _may_be_kept(attendance, terms)
        return cls._begin(
            cls.MeetingRecorded,
            meeting,
            act=act,
            network=terms.network,
            title=title,
            mode=mode,
            audience=audience,
            present=attendance.present,
            attendees=attendance.attendees,
        )

    def move(self, act: Act, *, day: date, appointment: Appointment = NOT_SAID) -> None:
        """
        Move the meeting to another day, hour or place; what is not said stays as it was.

        :raises MeetingHeldAlready, MeetingCancelledAlready, MeetingWithdrawn: if it is no longer planned
        :raises MeetingPlannedAlready: if it is planned like that
        :raises MeetingPlannedTooLate: if the day was over when it was moved
        :raises RecordedTooLate: if it was moved since
        """
        self._must_be_planned()
        self._must_follow(act)
        if day == self.day and not self._is_news(appointment):
            raise MeetingPlannedAlready(day=day)
        _must_lie_ahead(act, day)
        self.trigger_event(self.MeetingMoved, act=act, day=day, **appointment._asdict())

    def cancel(self, act: Act, *, reason: str | None = None) -> None:
        """
        Call the meeting off.

        :raises MeetingHeldAlready, MeetingCancelledAlready, MeetingWithdrawn: if it is no longer planned
        :raises RecordedTooLate: if it was moved since
        """
        self._must_be_planned()
        self._must_follow(act)
        self.trigger_event(self.MeetingCancelled, act=act, reason=reason)

    def hold(self, act: Act, *, terms: MeetingTerms, attendance: Attendance) -> None:
        """
        Record that the meeting was held; the act says on which day, which may be before or after the one it is planned for.

        :raises MeetingHeldAlready, MeetingCancelledAlready, MeetingWithdrawn: if it is no longer planned
        :raises MeetingNotPlannedYet: if it had not been planned by then
        :raises NamesNotKept, FewerPresentThanNamed: as for recording
        """
        self._must_be_planned()
        if not self._may_be_held_at(act.at):
            raise MeetingNotPlannedYet(at=self.begun_at)
        _may_be_kept(attendance, terms)
        self.trigger_event(self.MeetingHeld, act=act, present=attendance.present, attendees=attendance.attendees)

    def correct_entry(self, act: Act, *, of: EventName, at: datetime | None, present: int | None, mistake: Mistake) -> None:
        """
        Record that the meeting was held or cancelled at another moment, or held with another number present.

        What is left out stays as it was recorded. A day that it is planned for is not corrected: the meeting moves.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises EntryHasNoNumber: if a number is given and the meeting was cancelled
        :raises FewerPresentThanNamed: if more are named than were present
        :raises CorrectionImpossible: if the meeting could not have gone like that
        """
        entry = self._standing(of)
        if isinstance(entry, Held):
            if present is not None and present < len(entry.attendees):
                raise FewerPresentThanNamed(present=present, named=len(entry.attendees))
            is_possible = at is None or self._may_be_held_at(at)
            present = entry.present if present is None else present
        elif present is not None:
            raise EntryHasNoNumber
        else:
            is_possible = at is None or self.changed_at <= at
        if not is_possible:
            raise CorrectionImpossible(of=of)
        self.trigger_event(self.EntryCorrected, act=act, of=of, at=at or entry.at, present=present, mistake=mistake)

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake) -> None:
        """
        Record that an entry was a mistake: then the meeting is planned again, or was never there.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises CorrectionImpossible: if it was held or cancelled, and the planning would be taken away from under that
        """
        if self.was_planned and of == self.begun_by:
            if self.withdrawn:
                raise EntryAlreadyWithdrawn(of=of)
            if self.held is not None or self.cancelled is not None:
                raise CorrectionImpossible(of=of)
        else:
            self._standing(of)
        self.trigger_event(self.EntryWithdrawn, act=act, of=of, mistake=mistake)

    # Answers

    def day_that_has_come(self, today: date) -> date:
        """
        Give the day that it is planned for, on which it was held when nobody says otherwise.

        :raises MeetingHeldAlready, MeetingCancelledAlready, MeetingWithdrawn: if it is no longer planned
        :raises MeetingNotYet: if that day has not come
        """
        self._must_be_planned()
        if self.day > today:
            raise MeetingNotYet(day=self.day)
        return self.day

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to be held, on its day."""
        return self.held is None and self.cancelled is None and not self.withdrawn

    @property
    def attendees(self) -> tuple[Reference, ...]:
        """Who is named as present."""
        return () if self.held is None else self.held.attendees

    def _standing(self, of: EventName) -> Held | Cancelled:
        for entry in (self.held, self.cancelled):
            if entry is not None and entry.event == of:
                return entry
        if of in self.taken_back:
            raise EntryAlreadyWithdrawn(of=of)
        self.must_have(of)
        raise EntryNotCorrectable(of=of)

    def _is_news(self, appointment: Appointment) -> bool:
        """Say whether something is said of hour or place that was not so; what a link says is sealed, so each is new."""
        begins, place, link = appointment
        return begins not in {None, self.begins} or place not in {None, self.place} or link is not None

    def _must_be_planned(self) -> None:
        if self.withdrawn:
            raise MeetingWithdrawn
        if self.held is not None:
            raise MeetingHeldAlready(at=self.held.at)
        if self.cancelled is not None:
            raise MeetingCancelledAlready(at=self.cancelled.at)

    def _must_follow(self, act: Act) -> None:
        if act.at < self.changed_at:
            raise RecordedTooLate(at=act.at)

    def _may_be_held_at(self, at: datetime) -> bool:
        return not self.was_planned or self.begun_at <= at

    # Changes

    def __init__(
        self,
        act: Act,
        network: UUID,
        day: date | None = None,
        begins: time | None = None,
        place: str | None = None,
        present: int | None = None,
        attendees: tuple[Reference, ...] = (),
    ) -> None:
        self.network = network
        self.begun_by: EventName = f"{self.id}:1"
        self.begun_at = act.at
        self.was_planned = day is not None
        self.day = day or day_of(act.at)
        self.begins, self.place = begins, place
        self.changed_at = act.at
        self.held: Held | None = None
        if present is not None:
            self.held = Held(event=self.begun_by, at=act.at, present=present, attendees=attendees)
        self.cancelled: Cancelled | None = None
        self.withdrawn = False

    @event(MeetingMoved)
    def _moved(self, act: Act, day: date, begins: time | None, place: str | None) -> None:
        self.day = day
        self.begins, self.place = begins or self.begins, place or self.place
        self.changed_at = act.at

    @event(MeetingCancelled)
    def _cancelled(self, act: Act) -> None:
        self.cancelled = Cancelled(event=self.next_event, at=act.at)

    @event(MeetingHeld)
    def _held(self, act: Act, present: int, attendees: tuple[Reference, ...]) -> None:
        self.held = Held(event=self.next_event, at=act.at, present=present, attendees=attendees)

    @event(EntryWithdrawn)
    def _entry_withdrawn(self, of: EventName) -> None:
        if of == self.begun_by:  # planned or held, it was never there
            self.held, self.withdrawn = None, True


def _must_lie_ahead(act: Act, day: date) -> None:
    if day < day_of(act.at):
        raise MeetingPlannedTooLate(day=day)


def _may_be_kept(attendance: Attendance, terms: MeetingTerms) -> None:
    if attendance.attendees and terms.sensitive:
        raise NamesNotKept
    if attendance.present < len(attendance.attendees):
        raise FewerPresentThanNamed(present=attendance.present, named=len(attendance.attendees))
