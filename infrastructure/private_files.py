"""Files and folders that nobody but their owner can open, whatever the umask of whoever starts the program."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

OWNER: Final = stat.S_IRWXU
OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
FILE: Final = stat.S_IRUSR | stat.S_IWUSR
BESIDE: Final = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file; it makes them with the rights of that file."""


def make_private(file: Path) -> None:
    """
    Make a file for the owner alone, or take away what others may do with one that is there and with what is beside it.

    One that is there is never opened: closing it would let go of the locks that SQLite has on it in this process.

    :raises OSError: if there can be no such file
    """
    with suppress(FileExistsError):
        make_new(file)
    for each in (file, *(file.with_name(file.name + end) for end in BESIDE)):
        with suppress(FileNotFoundError, PermissionError):  # gone meanwhile, or somebody else's: then SQLite says what it can do
            mode = stat.S_IMODE(each.stat().st_mode)
            if mode & OTHERS:
                each.chmod(mode & OWNER)


def make_new(file: Path) -> None:
    """
    Make an empty file for the owner alone.

    :raises OSError: if there is one, or there can be none
    """
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE)
    try:
        os.fchmod(descriptor, FILE)
    finally:
        os.close(descriptor)


def make_private_folder(folder: Path) -> None:
    """
    Make a folder for the owner alone; one that is there stays as it is.

    :raises OSError: if there can be no such folder
    """
    with suppress(FileExistsError):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=OWNER)
        folder.chmod(OWNER)
    if not folder.is_dir():
        raise NotADirectoryError(os.strerror(20))


def is_open_to_others(folder: Path) -> bool:
    """Say whether others than the owner can look into a folder or go through it."""
    return bool(_mode(folder) & OTHERS)


def others_can_replace_in(folder: Path) -> bool:
    """Say whether anybody can put a file of theirs in the place of one in a folder."""
    mode = _mode(folder)
    return bool(mode & stat.S_IWOTH) and not mode & stat.S_ISVTX


def _mode(folder: Path) -> int:
    try:
        return stat.S_IMODE(folder.stat().st_mode)
    except OSError:
        return 0
