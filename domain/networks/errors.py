"""What a network refuses."""

from domain.kernel.errors import DomainError


class NetworkClosedAlready(DomainError):
    """A closed network takes no new members, seats, questions or decisions."""

    code = "network-closed"


class NetworkNotBegunYet(DomainError):
    """Nothing happens in a network before it was founded."""

    code = "network-not-begun-yet"


class NetworkSuspendedNow(DomainError):
    """A suspended network takes no new members and no questions until it is resumed."""

    code = "network-suspended"


class NetworkNotSuspended(DomainError):
    """Only a suspended network can be resumed."""

    code = "network-not-suspended"


class SuspensionNotAllowed(DomainError):
    """The rules of this type of network know no suspension."""

    code = "suspension-not-allowed"


class FewerSeatsThanStated(DomainError):
    """Of a core group no more can be said than it has seats."""

    code = "fewer-seats-than-stated"


class AlreadyInCoreGroup(DomainError):
    """Somebody has one seat in a core group at a time."""

    code = "already-in-core-group"


class NotInCoreGroup(DomainError):
    """Only somebody with a seat in the core group can give it up or chair it."""

    code = "not-in-core-group"


class AnotherBodyAppoints(DomainError):
    """Under these rules another body gives seats in a core group."""

    code = "another-body-appoints"


class NothingChanged(DomainError):
    """The agreements are already like this."""

    code = "nothing-changed"


class TermNotLonger(DomainError):
    """A renewal lasts longer than what was agreed before."""

    code = "term-not-longer"


class TermAlreadyOver(DomainError):
    """What is agreed lasts until after the day on which it is agreed."""

    code = "term-already-over"


class NetworkDormantNow(DomainError):
    """A network whose duration ended takes no new members and no questions until the board decides on it."""

    code = "network-dormant"


class AlreadySensitive(DomainError):
    """The network is marked as sensitive already."""

    code = "already-sensitive"


class MergedIntoItself(DomainError):
    """A network merges into another one."""

    code = "merged-into-itself"
