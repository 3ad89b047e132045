"""A key, a vault or a backup that is wrong, cut short or not there: one clear line from every command, and nothing is lost."""

import base64
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.netwerkpartij.terminal import BEGIN, Terminal

OTHER_KEY = base64.b64encode(bytes(32))
DATA = Path("var") / "netwerkpartij"
COMMANDS = (
    ("events",),
    ("check",),
    ("serve", "--port", "18999"),
    ("backup", "nieuw"),
    ("key", "rotate"),
    ("token", "list"),
    ("rebuild",),
)


@pytest.fixture
def begun(terminal: Terminal) -> Terminal:
    """A terminal of a party that has begun, with a backup beside it and another party elsewhere."""
    terminal.does(*BEGIN)
    terminal.does("backup", "kopie")
    terminal.with_settings(data=str(terminal.folder / "elders")).does(*BEGIN)
    return terminal


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every byte that must be there afterwards; what SQLite keeps beside its files, and the read store, come and go."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name in {"events.db", "vault.db", "vault.db.key"}}


def wrong_key(folder: Path) -> None:
    (folder / "vault.db.key").write_bytes(OTHER_KEY)


def truncated_key(folder: Path) -> None:
    key = (folder / "vault.db.key").read_bytes()
    (folder / "vault.db.key").write_bytes(key[:20])


def empty_key(folder: Path) -> None:
    (folder / "vault.db.key").write_bytes(b"")


def missing_key(folder: Path) -> None:
    (folder / "vault.db.key").unlink()


def key_for_everybody(folder: Path) -> None:
    (folder / "vault.db.key").chmod(0o644)


def missing_vault(folder: Path) -> None:
    (folder / "vault.db").unlink()


def half_a_vault(folder: Path) -> None:
    halve(folder / "vault.db")


def vault_of_another_log(folder: Path) -> None:
    for name in ("vault.db", "vault.db.key"):
        shutil.copy2(folder.parent.parent / "elders" / name, folder)


def halve(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (wrong_key, "wrong-master-key"),
        (truncated_key, "master-key-malformed"),
        (empty_key, "master-key-malformed"),
        (missing_key, "master-key-missing"),
        (key_for_everybody, "master-key-rights"),
        (missing_vault, "vault-missing"),
        (half_a_vault, "store-damaged"),
        (vault_of_another_log, "vault-of-another-log"),
    ],
)
def test_a_key_or_vault_that_does_not_fit_is_told_in_one_line_and_nothing_is_lost(
    begun: Terminal, spoil: Callable[[Path], None], code: str, command: tuple[str, ...]
):
    folder = begun.folder / DATA
    spoil(folder)
    before = everything_in(folder)
    assert begun.types(*command).complaint.startswith(f"{code}: ")
    assert everything_in(folder) == before
    assert not (begun.folder / "nieuw").exists()


# A backup that was copied in part


def without(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def half(name: str) -> Callable[[Path], None]:
    return lambda folder: halve(folder / name)


def empty(name: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).write_bytes(b"")

    return spoil


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (without("backup.json"), "not-a-backup"),
        (half("backup.json"), "not-a-backup"),
        (empty("backup.json"), "not-a-backup"),
        (without("events.db"), "not-a-backup"),
        (without("vault.db"), "not-a-backup"),
        (half("events.db"), "backup-damaged"),
        (half("vault.db"), "backup-damaged"),
        (empty("events.db"), "backup-damaged"),
        (empty("vault.db"), "backup-damaged"),
        (without("vault.db.key"), "master-key-missing"),
        (half("vault.db.key"), "master-key-malformed"),
        (wrong_key, "wrong-master-key"),
    ],
)
def test_a_backup_that_was_copied_in_part_is_told_in_one_line_and_what_is_there_stays(
    begun: Terminal, spoil: Callable[[Path], None], code: str
):
    spoil(begun.folder / "kopie")
    before, events = everything_in(begun.folder / DATA), begun.does("events").out
    assert begun.types("restore", "kopie").complaint.startswith(f"{code}: ")
    assert (everything_in(begun.folder / DATA), begun.does("events").out) == (before, events)
    assert not list(begun.folder.rglob("replaced_*"))
