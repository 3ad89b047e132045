"""What is refused to people who sign in."""

from domain.kernel.errors import DomainError


class NoRightLeft(DomainError):
    """Only somebody who may do something here is signed in."""
