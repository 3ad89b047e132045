"""What a network refuses."""

from domain.kernel.errors import DomainError


class NetworkClosedAlready(DomainError):
    """A closed network takes no new members, seats, questions or decisions."""

    code = "network-closed"


class NetworkNotBegunYet(DomainError):
    """Nothing happens in a network before it was founded."""


class NetworkSuspendedNow(DomainError):
    """A suspended network takes no new members and no questions until it is resumed."""

    code = "network-suspended"


class NetworkNotSuspended(DomainError):
    """Only a suspended network can be resumed."""


class SuspensionNotAllowed(DomainError):
    """The rules of this type of network know no suspension."""


class WelcomeTooLong(DomainError):
    """A welcome is short: new members read it in a letter."""


class FewerSeatsThanStated(DomainError):
    """Of a core group no more can be said than it has seats."""


class AlreadyInCoreGroup(DomainError):
    """Somebody has one seat in a core group at a time."""


class NotInCoreGroup(DomainError):
    """Only somebody with a seat in the core group can give it up or chair it."""


class NetworkNotSensitive(DomainError):
    """Seats are offered in sensitive networks, of which nobody else knows whom to appoint."""


class SeatsNotOffered(DomainError):
    """A member takes a seat once the board offered seats because nobody of the core group was left."""


class AnotherBodyAppoints(DomainError):
    """Under these rules another body gives seats in a core group."""


class NothingChanged(DomainError):
    """The agreements are already like this."""


class TermNotLonger(DomainError):
    """A renewal lasts longer than what was agreed before."""


class TermAlreadyOver(DomainError):
    """What is agreed lasts until after the day on which it is agreed."""


class NetworkDormantNow(DomainError):
    """A network whose duration ended takes no new members and no questions until the board decides on it."""

    code = "network-dormant"


class AlreadySensitive(DomainError):
    """The network is marked as sensitive already."""


class MergedIntoItself(DomainError):
    """A network merges into another one."""


class NetworkNotClosed(DomainError):
    """Only a network that closed or merged can be opened again."""


class ReopeningTooLate(DomainError):
    """A closing can be taken back for some months; after that a network is founded anew."""


class NetworkNameGivenAlready(DomainError):
    """The network is called exactly this already."""
