"""What a meeting refuses."""

from domain.kernel.errors import DomainError


class MeetingPlannedTooLate(DomainError):
    """A meeting is planned for today or later; one that was held is recorded."""


class MeetingPlannedAlready(DomainError):
    """A meeting moves to another day."""


class MeetingNotYet(DomainError):
    """A meeting is held on the day it was planned for, or later."""


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
