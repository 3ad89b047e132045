"""Whether a database would take a write now: asked without recording anything."""

import errno
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from application.ports.errors import StoreError, StoreFull, StoreReadOnly, StoreUnavailable

ROOM: Final = 262_144
"""Bytes that must still fit beside a database: more than a command writes."""
POSTGRES_TAKES_WRITES: Final = "SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off'"
"""How full its disk is PostgreSQL does not tell."""
MEANING: Final[dict[int, type[StoreError]]] = {
    errno.ENOSPC: StoreFull,
    errno.EDQUOT: StoreFull,
    errno.EROFS: StoreReadOnly,
    errno.EACCES: StoreReadOnly,
    errno.EPERM: StoreReadOnly,
}


def must_have_room(file: Path) -> None:
    """
    Check that there is room beside the file of a database, with a file that has no name and is gone at once.

    :raises StoreError: if nothing can be written there, and of the kind that says why
    """
    try:
        with TemporaryFile(dir=file.absolute().parent) as probe:
            probe.write(bytes(ROOM))
            probe.flush()
    except OSError as error:
        message = f"nothing can be written beside the database: {error.strerror}"
        raise MEANING.get(error.errno or 0, StoreUnavailable)(message) from error


def must_be_true(rows: list[tuple[object, ...]]) -> None:
    """
    Check what PostgreSQL said about itself.

    :raises StoreReadOnly: if it takes no writes
    """
    if rows != [(True,)]:
        message = "the database is a replica, or only to be read"
        raise StoreReadOnly(message)
