"""What whoever operates the service is refused: where data is, what may be served, what may be put back."""

from domain.kernel.errors import DomainError


class NoDatabase(DomainError):
    """Only what sets a service up or runs it makes a database; whatever reads needs one."""


class VaultMissing(DomainError):
    """A log that was opened has its vault, and no empty one takes its place."""


class DemoNotServed(DomainError):
    """An invented story is served by the demo alone, so that nobody takes it for a party's own."""


class DemoRunning(DomainError):
    """A demo that runs keeps its folder for itself."""


class FolderNotOfADemo(DomainError):
    """A demo makes its folder anew, and so it takes none that holds something else."""
