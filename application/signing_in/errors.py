"""What is refused to people who sign in."""

from domain.kernel.errors import DomainError


class NoRightLeft(DomainError):
    """Only somebody who may do something here is signed in."""


class CodeNotRight(DomainError):
    """A code is right in the browser that asked for it, for half an hour and five tries."""


class CodeOver(DomainError):
    """A code that was tried five times, is too old or was asked for in another browser opens nothing any more."""


class NotAnAddress(DomainError):
    """A code goes to one e-mail address."""


class AccountOver(DomainError):
    """Who comes back from the party's provider left in the same browser, half an hour ago at most."""


class AccountWithoutMailbox(DomainError):
    """By an account somebody is known by a mailbox that was shown to be theirs, or a member number of the party's register."""


class NobodyChosen(DomainError):
    """Where several people share an address, one of them says who it is."""
