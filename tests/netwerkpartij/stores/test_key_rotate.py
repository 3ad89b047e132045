"""The master key is replaced: log and people stay, a backup keeps its own key, and nothing is done under a running service."""

import base64
from pathlib import Path

import pytest

from infrastructure.backups.copying import digest_of
from netwerkpartij.backups import stores_of
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.netwerkpartij.terminal import BEGIN, Terminal

KEY = base64.b64encode(bytes(range(32))).decode()
PERSON = "Beheer Voorbeeld"
INTERRUPTED = 130


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def there(request: pytest.FixtureRequest, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of a party that has begun, with its key in a file or in a setting."""
    if request.param == "postgresql":
        monkeypatch.setenv("NETWERKPARTIJ_DATABASE_URL", request.getfixturevalue("postgres_url"))
        monkeypatch.setenv("NETWERKPARTIJ_MASTER_KEY", KEY)
    terminal.does(*BEGIN)
    return terminal


def rotated(terminal: Terminal) -> tuple[str, Terminal]:
    """Replace the key, and give what was said and the terminal with the new key in its settings, when it was there."""
    if load_settings().master_key is None:
        return terminal.does("key", "rotate").out, terminal
    file = terminal.folder / "nieuw.key"
    told = terminal.does("key", "rotate", "--to", str(file)).out
    assert file.stat().st_mode & 0o777 == 0o600
    assert str(file) in told
    return told, terminal.with_settings(master_key=file.read_text(encoding="ascii").strip())


def log_digest() -> str:
    log, _ = stores_of(load_settings())
    return digest_of(log)


def key_file(terminal: Terminal) -> Path:
    return terminal.folder / "var" / "netwerkpartij" / "vault.db.key"


def test_the_log_is_the_same_and_everybody_is_known_as_before(there: Terminal):
    before, events, tokens = log_digest(), there.does("events").out, there.does("token", "list").out
    told, after = rotated(there)
    assert told.startswith("The master key was replaced: ")
    assert (log_digest(), after.does("events").out, after.does("token", "list").out) == (before, events, tokens)
    assert after.does("check").out.startswith("All is well")
    after.does("token", "give", "--role", "administrator", "--person", PERSON)


def test_a_backup_of_before_is_put_back_with_its_own_key(there: Terminal):
    there.does("backup", "kopie")
    before, events = log_digest(), there.does("events").out
    _, after = rotated(there)
    if load_settings().master_key is not None:
        assert after.types("restore", "kopie").complaint.startswith("wrong-master-key: ")
    there.does("restore", "kopie")
    assert (log_digest(), there.does("events").out) == (before, events)
    assert there.does("check").out.startswith("All is well")


def test_under_a_service_that_runs_no_key_is_replaced(there: Terminal):
    with opened(load_settings()) as service:
        service.vault.person_named(PERSON)
        told = there.types("key", "rotate", *(["--to", "nieuw.key"] if load_settings().master_key else []))
        assert told.complaint.startswith("service-running: ")
        assert service.vault.person_named(PERSON) is not None
    assert not list(there.folder.rglob("*.key*new")) + list(there.folder.rglob("nieuw.key"))
    rotated(there)


def test_stopped_before_the_new_key_is_in_its_place_any_start_puts_it_there(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    terminal.does(*BEGIN)
    with monkeypatch.context() as patch:
        patch.setattr("netwerkpartij.key_replacement.put_new_key_file_in_place", stopped)
        assert terminal.types("key", "rotate").status == INTERRUPTED
    new = key_file(terminal).with_name("vault.db.key.new")
    key = new.read_bytes()
    assert key_file(terminal).read_bytes() != key
    assert terminal.does("check").out.startswith("All is well")  # any start puts it in place
    assert (key_file(terminal).read_bytes(), new.exists()) == (key, False)


def stopped(_: Path) -> None:
    raise KeyboardInterrupt


def test_with_a_key_in_a_setting_the_same_file_can_be_named_again(terminal: Terminal):
    there = terminal.with_settings(master_key=KEY)
    there.does(*BEGIN)
    there.does("key", "rotate", "--to", "nieuw.key")
    assert "there was nothing to do" in there.does("key", "rotate", "--to", "nieuw.key").out
    assert there.types("check").complaint.startswith("wrong-master-key: ")


@pytest.mark.parametrize(
    ("settings", "arguments", "told"),
    [({}, ["--to", "nieuw.key"], "--to goes with a key in "), ({"master_key": KEY}, [], "--to: name a new file for the key")],
)
def test_where_the_new_key_goes_follows_from_where_the_old_one_is(
    terminal: Terminal, settings: dict[str, str], arguments: list[str], told: str
):
    there = terminal.with_settings(**settings)
    there.does(*BEGIN)
    assert there.types("key", "rotate", *arguments).complaint.startswith(told)


def test_where_there_is_no_vault_nothing_is_made(terminal: Terminal):
    assert terminal.types("key", "rotate").complaint.startswith("no-database: ")
    assert list(terminal.folder.iterdir()) == []
