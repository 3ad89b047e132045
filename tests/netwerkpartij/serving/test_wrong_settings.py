"""A wrong setting stops the start with one line that names it, and never with a traceback."""

import base64
import os
import shutil
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.netwerkpartij.terminal import BEGIN, Terminal

KEY = base64.b64encode(bytes(range(32))).decode()
OTHER_KEY = base64.b64encode(bytes(32)).decode()
SECRET = "geheim-wachtwoord"  # noqa: S105  # of nothing
NAMED = "wrong-setting: NETWERKPARTIJ_"


@pytest.mark.parametrize(
    ("settings", "begins"),
    [
        ({"database_url": "onzin"}, f"{NAMED}DATABASE_URL: "),
        ({"database_url": f"mysql://ik:{SECRET}@hier/daar"}, f"{NAMED}DATABASE_URL: "),
        ({"database_url": "sqlite://"}, f"{NAMED}DATABASE_URL: "),
        ({"database_url": f"postgresql://ik:{SECRET}@hier:poort/daar"}, f"{NAMED}DATABASE_URL: "),
        ({"vault_url": f"redis://:{SECRET}@hier/0"}, f"{NAMED}VAULT_URL: "),
        ({"lock_timeout": "lang"}, f"{NAMED}LOCK_TIMEOUT: "),
        ({"read_wait": "-1"}, f"{NAMED}READ_WAIT: "),
        ({"clock_interval": "0"}, f"{NAMED}CLOCK_INTERVAL: "),
        ({"largest_body": "1e9"}, f"{NAMED}LARGEST_BODY: "),
        ({"mail_url": f"http://ik:{SECRET}@post"}, f"{NAMED}MAIL_URL: "),
        ({"mail_url": f"smtp://ik:{SECRET}@post:poort"}, f"{NAMED}MAIL_URL: "),
        ({"mail_url": f"smtp://ik:{SECRET}@post", "mail_from": ""}, f"{NAMED}MAIL_FROM: "),
        ({"mail_from": f"twee@a.example, {SECRET}@b.example"}, f"{NAMED}MAIL_FROM: "),
        ({"contact_url": f"ftp://{SECRET}"}, f"{NAMED}CONTACT_URL: "),
        ({"contact_email": SECRET}, f"{NAMED}CONTACT_EMAIL: "),
        ({"contact_name": SECRET}, f"{NAMED}CONTACT_URL: "),
        ({"contact_url": f"https://{SECRET}", "contact_email": "a@b.example"}, f"{NAMED}CONTACT_NAME: "),
        ({"oidc_issuer": f"http://{SECRET}.example", "oidc_client_id": "wij"}, f"{NAMED}OIDC_ISSUER: "),
        ({"oidc_issuer": f"https://ik:{SECRET}@a.example?x", "oidc_client_id": "wij"}, f"{NAMED}OIDC_ISSUER: "),
        ({"oidc_issuer": "https://accounts.example", "oidc_client_secret": SECRET}, f"{NAMED}OIDC_CLIENT_ID: "),
        ({"oidc_client_secret": SECRET}, f"{NAMED}OIDC_ISSUER: "),
        ({"master_key": SECRET}, "master-key-malformed: "),
        ({"master_key": base64.b64encode(bytes(31)).decode()}, "master-key-malformed: "),
        ({"database_url": f"postgresql://ik:{SECRET}@localhost/daar"}, "master-key-required: "),
    ],
)
@pytest.mark.parametrize("command", ["events", "serve --port 18731"])
def test_a_setting_that_cannot_be_used_is_named_and_its_value_is_not_repeated(
    terminal: Terminal, settings: dict[str, str], begins: str, command: str
):
    wrong = terminal.with_settings(**settings).types(*command.split())
    assert wrong.complaint.startswith(begins)
    assert wrong.status == 1
    assert SECRET not in wrong.err


@pytest.mark.parametrize("command", ["events", "rebuild", "check", "token list"])
def test_every_command_stops_at_a_wrong_setting(terminal: Terminal, command: str):
    wrong = terminal.with_settings(database_url="onzin").types(*command.split())
    assert wrong.complaint.startswith(f"{NAMED}DATABASE_URL: ")


def test_a_wrong_setting_stops_a_real_process_too(terminal: Terminal):
    wrong = terminal.with_settings(database_url="onzin").really("serve")
    assert wrong.complaint.startswith(f"{NAMED}DATABASE_URL: ")
    assert list(terminal.folder.iterdir()) == []


# Databases that are none


def in_folder(terminal: Terminal, name: str = "events.db") -> str:
    return f"sqlite:///{terminal.folder / name}"


def a_file_for_a_folder(folder: Path) -> str:
    (folder / "hier").write_text("geen map", encoding="utf-8")
    return "hier/events.db"


def a_folder_for_the_events(folder: Path) -> str:
    (folder / "events.db").mkdir()
    return "events.db"


def a_folder_for_the_vault(folder: Path) -> str:
    (folder / "vault.db").mkdir()
    return "events.db"


def text_for_the_events(folder: Path) -> str:
    (folder / "events.db").write_text("Dit is geen database. " * 500, encoding="utf-8")
    return "events.db"


def text_for_the_vault(folder: Path) -> str:
    (folder / "vault.db").write_text("Dit is geen kluis. " * 500, encoding="utf-8")
    (folder / "vault.db.key").write_text(KEY, encoding="ascii")
    (folder / "vault.db.key").chmod(0o600)
    return "events.db"


def another_database(folder: Path) -> str:
    connection = sqlite3.connect(folder / "events.db")
    with connection:
        connection.execute("CREATE TABLE stored_events (brood TEXT)")
    connection.close()
    return "events.db"


def events_that_can_only_be_read(_: Path) -> str:
    return "events.db?mode=ro"


@pytest.mark.parametrize(
    ("arranged", "code"),
    [
        (a_file_for_a_folder, "wrong-setting"),
        (a_folder_for_the_events, "store-"),
        (a_folder_for_the_vault, "master-key-missing"),
        (text_for_the_events, "store-damaged"),
        (text_for_the_vault, "store-damaged"),
        (another_database, "store-damaged"),
        (events_that_can_only_be_read, "store-"),
    ],
)
def test_a_database_that_cannot_be_used_is_told_in_one_line(terminal: Terminal, arranged: Callable[[Path], str], code: str):
    name = arranged(terminal.folder)
    for command in (BEGIN, ("serve", "--port", "18731")):
        assert terminal.with_settings(database_url=in_folder(terminal, name)).types(*command).complaint.startswith(code)


def test_a_read_store_that_is_no_database_is_told_in_one_line(terminal: Terminal):
    terminal.does(*BEGIN)
    (store,) = (terminal.folder / "var" / "netwerkpartij").glob("read-*.db")
    for file in store.parent.glob("read-*"):
        file.unlink()
    store.write_text("Dit is geen database. " * 500, encoding="utf-8")
    assert terminal.types("check").complaint.startswith("store-")


def test_a_postgresql_that_does_not_answer_is_told_in_one_line(terminal: Terminal):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
        url = f"postgresql://ik:{SECRET}@127.0.0.1:{port}/daar"
        told = terminal.with_settings(database_url=url, master_key=KEY).types("events")
    assert told.complaint.startswith("store-unavailable: ")
    assert SECRET not in told.err


def test_postgresql_works_with_a_master_key(terminal: Terminal, postgres_url: str):
    there = terminal.with_settings(database_url=postgres_url, master_key=KEY)
    assert there.does(*BEGIN).out.startswith("np_")
    assert there.does("check").out.startswith("All is well")
    wrong = terminal.with_settings(database_url=postgres_url, master_key=OTHER_KEY).types("events")
    assert wrong.complaint.startswith("wrong-master-key: ")
    assert list(terminal.folder.iterdir()) == []


# Keys and vaults


def test_the_key_file_is_made_for_its_owner_alone_in_a_folder_of_its_owner(terminal: Terminal):
    terminal.does(*BEGIN)
    folder = terminal.folder / "var" / "netwerkpartij"
    assert (folder / "vault.db.key").stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def lost(key: Path) -> None:
    key.unlink()


def readable_by_others(key: Path) -> None:
    key.chmod(0o644)


def cut_off(key: Path) -> None:
    key.write_text("AAAA", encoding="ascii")


def of_another_vault(key: Path) -> None:
    key.write_text(OTHER_KEY, encoding="ascii")


def a_folder(key: Path) -> None:
    key.unlink()
    key.mkdir(mode=0o700)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lost, "master-key-missing"),
        (readable_by_others, "master-key-rights"),
        (cut_off, "master-key-malformed"),
        (of_another_vault, "wrong-master-key"),
        (a_folder, "master-key-rights"),
    ],
)
def test_a_key_file_that_is_not_as_it_should_be_is_told_in_one_line(terminal: Terminal, spoil: Callable[[Path], None], code: str):
    terminal.does(*BEGIN)
    before = terminal.does("events").out
    key = terminal.folder / "var" / "netwerkpartij" / "vault.db.key"
    whole = key.read_bytes()
    spoil(key)
    told = terminal.types("events")
    assert told.complaint.startswith(f"{code}: ")
    assert (told.status, KEY in told.err) == (1, False)

    if key.is_dir():
        key.rmdir()
    key.write_bytes(whole)
    key.chmod(0o600)
    assert terminal.does("events").out == before


def test_a_vault_of_another_log_is_refused(terminal: Terminal):
    here, there = (terminal.with_settings(database_url=in_folder(terminal, f"{name}/events.db")) for name in ("hier", "daar"))
    for each in (here, there):
        each.does(*BEGIN)
    for name in ("vault.db", "vault.db.key"):
        shutil.copy(terminal.folder / "daar" / name, terminal.folder / "hier" / name)
    for leftover in (terminal.folder / "hier").glob("vault.db-*"):
        leftover.unlink()
    assert here.types("events").complaint.startswith("vault-of-another-log: ")


def test_a_vault_with_people_is_not_taken_over_by_a_new_log(terminal: Terminal):
    terminal.does(*BEGIN)
    folder = terminal.folder / "var" / "netwerkpartij"
    for file in folder.glob("events.db*"):
        file.unlink()
    assert terminal.types(*BEGIN).complaint.startswith("vault-of-another-log: ")


def test_settings_from_outside_are_not_those_of_a_test():
    assert [name for name in os.environ if name.startswith("NETWERKPARTIJ_")] == []


# Two at once


def test_two_services_on_one_folder_work_side_by_side(terminal: Terminal):
    """Also when both start at once on an empty folder: one begins the log, both serve it."""
    file = terminal.folder / "history.csv"
    file.write_text("timestamp,network,kind,event,person,role\n", encoding="utf-8")
    both = [terminal.starts("import", "history", str(file)) for _ in range(2)]
    for process in both:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        assert "Traceback" not in err
    assert terminal.does("events").out.count('"type": "LogOpened"') == 1
    terminal.does(*BEGIN)
    assert terminal.does("events").out.count('"type": "PartyBegan"') == 1
    assert terminal.does("check").out.startswith("All is well")
