"""What a meeting refuses."""

from domain.kernel.errors import DomainError


class MeetingPlannedTooLate(DomainError):
    """A meeting is planned for today or later; one that was held is recorded."""

    code = "meeting-planned-too-late"


class MeetingPlannedAlready(DomainError):
    """A meeting moves to another day."""

    code = "meeting-planned-already"


class MeetingNotYet(DomainError):
    """A meeting is held on the day it was planned for, or later."""

    code = "meeting-not-yet"


class MeetingHeldAlready(DomainError):
    """A meeting is held once."""

    code = "meeting-held-already"


class MeetingCancelledAlready(DomainError):
    """A meeting that was cancelled is not held, moved or cancelled again."""

    code = "meeting-cancelled-already"


class MeetingWithdrawn(DomainError):
    """Nothing happens to a meeting that was recorded by mistake."""

    code = "meeting-withdrawn"


class NamesNotKept(DomainError):
    """Who came to a meeting of a sensitive network is not kept."""

    code = "names-not-kept"


class FewerPresentThanNamed(DomainError):
    """Whoever is named was there."""

    code = "fewer-present-than-named"


class EntryHasNoNumber(DomainError):
    """Only of a meeting that was held is there a number to correct."""

    code = "entry-has-no-number"
