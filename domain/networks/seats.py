"""The seats of a core group: who had one when, corrections honoured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from domain.kernel.acts import EventName, Reference
from domain.kernel.days import end_of
from domain.kernel.entries import Entry, EntryKind, corrected, in_order, must_allow, periods_of, withdrawn
from domain.kernel.errors import EntryNotCorrectable, RecordedTooLate
from domain.networks.errors import AlreadyInCoreGroup


class SeatOffer(NamedTuple):
    """Seats that members may take themselves: from when, and until the end of which day."""

    at: datetime
    until: date

    def covers(self, moment: datetime) -> bool:
        return self.at <= moment < end_of(self.until)


@dataclass(frozen=True)
class Seats:
    """The entries of every seat, by whose it is."""

    entries: Mapping[Reference, tuple[Entry, ...]] = field(default_factory=dict)

    def held_at(self, moment: datetime) -> tuple[Reference, ...]:
        """Give who has a seat at a moment, first taken first."""
        held = [
            (period.begun_at, reference)
            for reference, entries in self.entries.items()
            for period in periods_of(entries)
            if period.covers(moment)
        ]
        return tuple(reference for _, reference in sorted(held))

    def is_open(self, reference: Reference) -> bool:
        """Say whether somebody has a seat that has not ended."""
        periods = periods_of(self.entries.get(reference, ()))
        return bool(periods) and periods[-1].ended_at is None

    @property
    def open(self) -> tuple[Reference, ...]:
        """Who has a seat that has not ended."""
        return tuple(reference for reference in self.entries if self.is_open(reference))

    def times_ended(self, reference: Reference) -> int:
        """Say how often somebody lost a seat, by its end or because it was taken back; an end by mistake counts too."""
        entries = self.entries.get(reference, ())
        return sum(entry.kind is EntryKind.ENDS or entry.withdrawn for entry in entries)

    def must_be_free(self, reference: Reference, moment: datetime) -> None:
        """
        Check that somebody can take a seat at a moment.

        :raises AlreadyInCoreGroup: if they have one
        :raises RecordedTooLate: if a later entry of their seat stands
        """
        if reference in self.held_at(moment):
            raise AlreadyInCoreGroup
        if any(entry.at > moment for entry in in_order(self.entries.get(reference, ()))):
            raise RecordedTooLate(at=moment)

    def entered(self, reference: Reference, entry: Entry) -> "Seats":
        """Give the seats with one more entry, of the beginning or the end of somebody's."""
        return self._with(reference, (*self.entries.get(reference, ()), entry))

    def must_allow_correction(self, of: EventName, at: datetime) -> None:
        """
        Check that an entry of a seat can have happened at another moment.

        :raises EntryNotCorrectable, EntryAlreadyWithdrawn, CorrectionImpossible: see domain.kernel.entries
        """
        entries = self.entries[self._whose(of)]
        must_allow(entries, of, corrected(entries, of, at))

    def must_allow_withdrawal(self, of: EventName) -> None:
        """
        Check that an entry of a seat can be taken back.

        :raises EntryNotCorrectable, EntryAlreadyWithdrawn, CorrectionImpossible: see domain.kernel.entries
        """
        entries = self.entries[self._whose(of)]
        must_allow(entries, of, withdrawn(entries, of))

    def corrected(self, of: EventName, at: datetime) -> "Seats":
        reference = self._whose(of)
        return self._with(reference, corrected(self.entries[reference], of, at))

    def withdrawn(self, of: EventName) -> "Seats":
        reference = self._whose(of)
        return self._with(reference, withdrawn(self.entries[reference], of))

    def _whose(self, of: EventName) -> Reference:
        for reference, entries in self.entries.items():
            if any(entry.event == of for entry in entries):
                return reference
        raise EntryNotCorrectable(of=of)

    def _with(self, reference: Reference, entries: tuple[Entry, ...]) -> "Seats":
        return Seats({**self.entries, reference: entries})
