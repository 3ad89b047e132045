"""A backup is everything at one moment, and what is put back is what was backed up: on SQLite, on PostgreSQL, and across."""

import base64
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Connection

from domain.kernel.acts import Role
from infrastructure.backups.copying import digest_of
from infrastructure.backups.stores import Store
from netwerkpartij.backups import stores_of
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.beginning import token_of
from tests.netwerkpartij.terminal import BEGIN, Terminal

KEY = base64.b64encode(bytes(range(32))).decode()
OTHER_KEY = base64.b64encode(bytes(32)).decode()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def there(request: pytest.FixtureRequest, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of a party that has begun, with a network and members, on each database."""
    if request.param == "postgresql":
        monkeypatch.setenv("NETWERKPARTIJ_DATABASE_URL", request.getfixturevalue("postgres_url"))
        monkeypatch.setenv("NETWERKPARTIJ_MASTER_KEY", KEY)
    terminal.does(*BEGIN, "--rules", "netwerkpartij-2022", "--adopted-on", "2022-06-28")
    history = terminal.folder / "history.csv"
    history.write_text(
        "timestamp,network,kind,event,person,role\n"
        "2020-01-01T00:00:00Z,zorg,team,NetworkFounded,,\n"
        "2020-01-02T00:00:00Z,zorg,team,MemberJoined,p1,member\n",
        encoding="utf-8",
    )
    terminal.does("import", "history", str(history))
    return terminal


def digests() -> tuple[str, str]:
    log, vault = stores_of(load_settings())
    return digest_of(log), digest_of(vault)


def lose_everything(terminal: Terminal) -> None:
    shutil.rmtree(terminal.folder / "var", ignore_errors=True)
    settings = load_settings()
    if settings.database_url.startswith("postgresql"):
        with psycopg.connect(settings.database_url) as session:
            session.execute("DROP TABLE stored_events, commands")
            session.execute("DROP SCHEMA vault CASCADE")


def happen(name: str = "Anne Later") -> None:
    """Let somebody become an auditor: something new in the vault and in the log."""
    with opened(load_settings()) as service:
        service.vault.add_person(name)
        token_of(service, Role.AUDITOR, name)


def events_in(aside: str) -> int:
    """Count the events in what was set aside: a folder, or a schema."""
    settings = load_settings()
    if settings.database_url.startswith("postgresql"):
        with psycopg.connect(settings.database_url) as session:
            counting = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(aside, "stored_events"))
            (counted,) = session.execute(counting).fetchone() or (0,)
    else:
        with closing(sqlite3.connect(Path(aside) / "events.db")) as database:
            (counted,) = database.execute("SELECT count(*) FROM stored_events").fetchone()
    return int(counted)


# The drill


def test_what_was_lost_is_put_back_exactly_and_the_service_goes_on(there: Terminal):
    before, events = digests(), there.does("events").out
    told = there.does("backup", "kopie").out
    assert told.startswith("Made and opened: events up to position ")
    lose_everything(there)
    assert there.types("events").complaint.startswith("no-database: ")

    put_back = there.does("restore", "kopie").out

    assert "Next: netwerkpartij check" in put_back
    assert "What was there before" not in put_back
    assert (digests(), there.does("events").out) == (before, events)
    assert there.does("check").out.startswith("All is well")
    happen()
    assert there.does("events").out.startswith(events)
    assert there.does("check").out.startswith("All is well")


def test_what_happened_after_the_backup_is_set_aside_and_not_removed(there: Terminal):
    there.does("backup", "kopie")
    before, events = digests(), there.does("events").out
    happen()
    assert digests() != before
    told = there.does("restore", "kopie").out
    assert digests() == before
    assert there.does("events").out == events
    assert there.does("check").out.startswith("All is well")
    (line, *_) = told.splitlines()
    aside = line.removeprefix("What was there before is in ").removesuffix(".")
    assert events_in(aside) > events.count("\n")


def test_a_backup_of_one_database_is_put_back_into_the_other(there: Terminal, request: pytest.FixtureRequest):
    there.does("backup", "kopie")
    before, events = digests(), there.does("events").out
    settings = load_settings()
    with pytest.MonkeyPatch.context() as patch:
        if settings.database_url.startswith("sqlite"):
            key = (there.folder / "var" / "netwerkpartij" / "vault.db.key").read_text(encoding="ascii").strip()
            patch.setenv("NETWERKPARTIJ_DATABASE_URL", request.getfixturevalue("postgres_url"))
            patch.setenv("NETWERKPARTIJ_MASTER_KEY", key)
        else:
            patch.delenv("NETWERKPARTIJ_DATABASE_URL")
        there.does("restore", "kopie")
        assert (digests(), there.does("events").out) == (before, events)
        happen()
        assert there.does("check").out.startswith("All is well")


# One moment, while somebody writes


def test_nobody_writes_between_the_look_at_the_log_and_that_at_the_vault(there: Terminal, monkeypatch: pytest.MonkeyPatch):
    writer = threading.Thread(target=happen)
    looked = Store.begin_looking
    wrote: list[bool] = []

    def look_and_let_somebody_write(store: Store, connection: Connection) -> None:
        if not writer.ident and store.tables[0].name != "stored_events":  # the log was looked at, the vault not yet
            writer.start()
            writer.join(0.7)
            wrote.append(not writer.is_alive())
        looked(store, connection)

    before = there.does("events").out
    monkeypatch.setattr(Store, "begin_looking", look_and_let_somebody_write)
    there.does("backup", "kopie")
    writer.join(30)
    assert wrote == [False]
    assert there.does("events").out.count("\n") == before.count("\n") + 1
    assert there.with_settings(database_url="", vault_url="", data="kopie").does("events").out == before


def test_a_service_that_runs_is_backed_up_and_goes_on(there: Terminal):
    with opened(load_settings()) as service:
        token_of(service, Role.AUDITOR, "Voor de kopie")
        there.does("backup", "kopie")
        token_of(service, Role.AUDITOR, "Na de kopie")
    assert there.does("check").out.startswith("All is well")


# What is refused, before anything is touched


def refused(terminal: Terminal, code: str, *, folder: str = "kopie") -> None:
    before, events = digests(), terminal.does("events").out
    told = terminal.types("restore", folder)
    assert told.complaint.startswith(f"{code}: ")
    assert (digests(), terminal.does("events").out) == (before, events)
    assert not list(terminal.folder.rglob("replaced_*"))


def test_under_a_service_that_runs_nothing_is_put_back(there: Terminal):
    there.does("backup", "kopie")
    with opened(load_settings()) as service:
        service.reads.catch_up()
        refused(there, "service-running")
    there.does("restore", "kopie")


def test_a_folder_that_is_no_whole_backup_is_not_put_back(there: Terminal):
    (there.folder / "leeg").mkdir()
    refused(there, "not-a-backup", folder="leeg")
    refused(there, "not-a-backup", folder="nergens")
    there.does("backup", "kopie")
    (there.folder / "kopie" / "backup.json").unlink()  # as when making it was stopped
    refused(there, "not-a-backup")


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("events.db", "UPDATE stored_events SET state = replace(state, 'Voorbeeldpartij', 'Andere partij')"),
        ("events.db", "DELETE FROM stored_events WHERE rowid = (SELECT max(rowid) FROM stored_events)"),
        ("events.db", "UPDATE commands SET answer = '{}'"),
        ("vault.db", "DELETE FROM tokens"),
        ("vault.db", "UPDATE persons SET name = NULL"),
    ],
)
def test_a_backup_in_which_a_row_was_changed_is_not_put_back(there: Terminal, file: str, change: str):
    there.does("backup", "kopie")
    with closing(sqlite3.connect(there.folder / "kopie" / file)) as database, database:
        assert database.execute(change).rowcount > 0
    refused(there, "backup-damaged")


def test_the_log_of_another_party_is_not_replaced(there: Terminal):
    there.does("backup", "kopie")
    lose_everything(there)
    there.does("begin", "--party", "Andere partij", "--administrator", "Iemand Anders")
    key = None if load_settings().master_key else there.folder / "var" / "netwerkpartij" / "vault.db.key"
    before = None if key is None else key.read_bytes()
    refused(there, "backup-of-another-log")
    assert key is None or key.read_bytes() == before


def test_a_log_that_was_opened_by_mistake_and_that_no_party_uses_is_set_aside(there: Terminal):
    there.does("backup", "kopie")
    before = digests()
    lose_everything(there)
    with opened(load_settings()):
        pass  # as `serve` opens it
    assert "What was there before is in " in there.does("restore", "kopie").out
    assert digests() == before


def test_a_wrong_master_key_is_told_before_anything_is_touched(terminal: Terminal):
    terminal.does(*BEGIN)
    terminal.does("backup", "kopie")
    elsewhere = terminal.with_settings(data=str(terminal.folder / "elders"), master_key=OTHER_KEY)
    assert elsewhere.types("restore", "kopie").complaint.startswith("wrong-master-key: ")
    assert not (terminal.folder / "elders").exists()


def test_a_backup_without_its_key_is_told_before_anything_is_touched(terminal: Terminal):
    terminal.does(*BEGIN)
    terminal.does("backup", "kopie")
    (terminal.folder / "kopie" / "vault.db.key").unlink()
    elsewhere = terminal.with_settings(data=str(terminal.folder / "elders"))
    assert elsewhere.types("restore", "kopie").complaint.startswith("master-key-missing: ")
    assert not (terminal.folder / "elders").exists()


def test_a_database_that_is_broken_is_set_aside_and_replaced(terminal: Terminal):
    terminal.does(*BEGIN)
    terminal.does("backup", "kopie")
    before = digests()
    (terminal.folder / "var" / "netwerkpartij" / "events.db").write_text("Dit is geen database. " * 500, encoding="utf-8")
    assert "What was there before is in " in terminal.does("restore", "kopie").out
    assert digests() == before


# The folder of a backup


def test_a_backup_goes_into_a_new_folder_that_its_owner_alone_can_read(terminal: Terminal):
    terminal.does(*BEGIN)
    terminal.does("backup", "kopie")
    folder = terminal.folder / "kopie"
    assert folder.stat().st_mode & 0o777 == 0o700
    files = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
    assert files == dict.fromkeys(("backup.json", "events.db", "vault.db", "vault.db.key"), 0o600)
    assert terminal.types("backup", "kopie").complaint.startswith("folder-not-empty: ")
    assert {file.name for file in folder.iterdir()} == files.keys()


def test_a_key_that_is_in_the_settings_is_not_in_the_backup(terminal: Terminal):
    there = terminal.with_settings(master_key=KEY)
    there.does(*BEGIN)
    assert "The master key is in your settings and not in the backup" in there.does("backup", "kopie").out
    assert not (terminal.folder / "kopie" / "vault.db.key").exists()
