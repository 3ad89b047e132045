"""What a store can answer when it could not do what was asked."""

from domain.kernel.errors import Coded


class StoreError(Coded):
    """
    The store could not do it; nothing was recorded unless it says so.

    ``code`` is stable, ``retry_after`` is in seconds where waiting helps.
    """

    code = "store-unavailable"
    retry_after: int | None = 5


class StoreBusy(StoreError):
    """Somebody else held the database for longer than the time-out."""


class StoreUnavailable(StoreError):
    """The database cannot be reached."""


class StoreReadOnly(StoreError):
    """The database may not be written to."""

    retry_after = None


class StoreFull(StoreError):
    """There is no room left on the disk of the database."""

    retry_after = 60


class StoreDamaged(StoreError):
    """The database is not what it should be (not a database, another schema, an unknown event)."""

    retry_after = None


class ConcurrentChange(Exception):  # not an error: the decision is made again on the new state
    """Another writer changed one of these aggregates first; nothing was recorded."""


class CommandIdTaken(Exception):  # named after the rule
    """The command id was used before for something else."""
