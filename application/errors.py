"""What the application refuses before or beside the rules of the domain."""

from domain.kernel.errors import DomainError


class AccessDenied(DomainError):
    """The access table does not let this role do or see this."""

    code = "access-denied"


class UnknownItem(DomainError):
    """There is nothing under this id."""

    code = "unknown-item"


class PersonNotFound(DomainError):
    """A search by name finds one person, and nobody when none or several are called so."""

    code = "person-not-found"


class RequesterMissing(DomainError):
    """Who records a request for somebody says for whom."""

    code = "requester-missing"


class StaleVersion(DomainError):
    """Somebody changed it since you looked at it."""

    code = "stale-version"


class VersionNeeded(DomainError):
    """This change must name the version it was made on (If-Match)."""

    code = "version-needed"


class CommandIdReused(DomainError):
    """The command id was used before for something else."""

    code = "command-id-reused"


class NoAddressInUse(DomainError):
    """Only an address to which mail goes can bounce."""

    code = "no-address-in-use"


class InTheFuture(DomainError):
    """Only what has happened can be recorded."""

    code = "in-the-future"


class CurveTooLong(DomainError):
    """A curve tells so many days and no more at once."""

    code = "curve-too-long"


class ClosedRequestNotRecorded(DomainError):
    """The party bureau does not read closed requests, so it does not type them either."""

    code = "closed-request-not-recorded"


class TimeGoesForward(DomainError):
    """In a demo, whose clock can be set, time goes on from the newest event."""

    code = "time-goes-forward"


class PersonErased(DomainError):
    """This person's data was erased, and nothing new is kept about them."""

    code = "person-erased"


class LogOpenedAlready(DomainError):
    """The log was begun before."""

    code = "log-opened-already"
