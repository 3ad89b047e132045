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


class FolderNotEmpty(DomainError):
    """A backup is written into a folder of its own."""


class NotABackup(DomainError):
    """Only what a backup wrote to its end can be put back."""


class BackupDamaged(DomainError):
    """What is put back is exactly what was backed up."""


class BackupOfAnotherLog(DomainError):
    """A backup is put back over its own log, or where there is none."""


class ServiceRunning(DomainError):
    """Nothing is put back, and no key replaced, under a service that runs."""
