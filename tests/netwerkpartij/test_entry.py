"""Getting in at the command line: names by standard input, tokens that end, and files that nobody else can open."""

import io
import json
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import typer.main

from domain.kernel.days import day_of
from netwerkpartij.cli.main import app
from netwerkpartij.cli.terminal import OR_READ
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.netwerkpartij.terminal import BEGIN, Terminal, commands_in

# Names by standard input

NO_NAMES = {
    *("adopted_on", "figure", "first_day", "host", "known_at", "last_day", "on", "role", "rules", "source", "to"),
}
"""Texts on a command line that name nobody and nothing."""


def test_every_name_on_the_command_line_can_be_read():
    """Whatever text an option takes is a day, a choice or the like, or says that a hyphen reads it."""
    group: Any = typer.main.get_command(app)
    silent = []
    for words in commands_in(group):
        command = group
        for word in words.split():
            command = command.commands[word]
        texts = (each for each in command.params if each.bare_type() is str and each.name not in NO_NAMES)
        silent += [(words, each.name) for each in texts if OR_READ not in (each.help or "")]
    assert silent == []


def reads(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_party_begins_with_names_that_are_read(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch, "Voorbeeldpartij", "Beheer Voorbeeld", " Bureau  Voorbeeld ", "Zoe\u0308 Voorbeeld")
    begun = terminal.does("begin", "--party", "-", "--administrator", "-", "--bureau", "-", "--board", "-")
    assert "Voorbeeldpartij has begun." in begun.err
    with opened(load_settings()) as service:
        for name in ("Beheer Voorbeeld", "Bureau Voorbeeld", "Zo\u00eb Voorbeeld"):
            assert service.vault.person_named(name) is not None


def test_a_token_is_given_for_a_name_that_is_read(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    terminal.does(*BEGIN)
    reads(monkeypatch, "Beheer Voorbeeld")
    assert terminal.does("token", "give", "--role", "administrator", "--person", "-").out.startswith("np_")
    reads(monkeypatch)
    assert terminal.types("token", "give", "--role", "administrator", "--person", "-").complaint.startswith("person-not-found: ")


@pytest.mark.parametrize(
    ("name", "character"), [("Anne\tVoorbeeld", "U+0009"), ("Anne\u200bVoorbeeld", "U+200B"), ("Anne\u202eV", "U+202E")]
)
@pytest.mark.parametrize("option", ["--party", "--administrator", "--bureau", "--board"])
def test_a_name_with_what_nobody_sees_is_refused_and_named(terminal: Terminal, option: str, name: str, character: str):
    told = terminal.types(*BEGIN, option, name)
    assert told.status == 2
    assert told.complaint.startswith(f"{option}: ")
    assert character in told.complaint


# Tokens that end


def test_a_token_says_when_it_ends(terminal: Terminal):
    begun = terminal.does(*BEGIN)
    given = terminal.does("token", "give", "--role", "administrator", "--person", "Beheer Voorbeeld", "--days", "7")
    short = terminal.with_settings(token_days="30")  # noqa: S106  # a number of days
    thirty = short.does("token", "give", "--role", "administrator", "--person", "Beheer Voorbeeld")
    for told, days in ((begun, 90), (given, 7), (thirty, 30)):
        last = day_of(datetime.now(UTC) + timedelta(days=days))
        assert f"It opens something until {last} ({days} days), or until its right ends." in told.err
    listed = json.loads(terminal.does("token", "list", "--format", "json").out)
    lasts = [datetime.fromisoformat(each["expiresAt"]) - datetime.fromisoformat(each["givenAt"]) for each in listed]
    assert [round(each / timedelta(days=1)) for each in lasts] == [90, 7, 30]
    assert "expires" in terminal.does("token", "list").out


@pytest.mark.parametrize("days", ["0", "-1", "367", "x"])
def test_a_token_lasts_a_day_to_a_year(terminal: Terminal, days: str):
    terminal.does(*BEGIN)
    told = terminal.types("token", "give", "--role", "administrator", "--person", "Beheer Voorbeeld", "--days", days)
    assert told.status == 2


# Files that nobody else can open


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def rights(place: Path) -> dict[str, str]:
    """Give what others and the owner may do with everything below a folder, as far as that is not what it should be."""
    found = {place, *place.rglob("*")}
    wanted = {each: "0o700" if each.is_dir() else "0o600" for each in found}
    modes = {each: oct(stat.S_IMODE(each.stat().st_mode)) for each in found}
    return {each.name: mode for each, mode in modes.items() if mode != wanted[each]}


@pytest.mark.usefixtures("umask")
def test_whatever_the_umask_everything_is_for_the_owner_alone(terminal: Terminal):
    data, copy = terminal.folder / "data", terminal.folder / "copy"
    here = terminal.with_settings(data=str(data))
    here.does(*BEGIN)
    with opened(load_settings(data=data)) as service:
        service.reads.catch_up()
        names = {each.name for each in data.iterdir()}
        assert {"events.db", "events.db-wal", "events.db-shm", "vault.db", "vault.db-wal", "vault.db.key"} <= names
        assert any(each.startswith("read-") and each.endswith("-wal") for each in names)
        assert rights(data) == {}
    here.does("backup", str(copy))
    assert rights(copy) == {}
    here.does("restore", str(copy))
    assert rights(data) == {}


def test_files_that_others_could_open_are_closed_to_them(terminal: Terminal):
    data = terminal.folder / "data"
    here = terminal.with_settings(data=str(data))
    here.does(*BEGIN)
    with closing(sqlite3.connect(data / "events.db")) as held:
        held.execute("SELECT count(*) FROM stored_events").fetchall()
        for each in data.iterdir():
            each.chmod(0o600 if each.name.endswith(".key") else 0o666)
        here.does("token", "list")
        assert rights(data) == {}


def test_a_folder_in_which_anybody_can_replace_files_is_refused(terminal: Terminal):
    data = terminal.folder / "data"
    data.mkdir()
    data.chmod(0o777)
    refused = terminal.with_settings(data=str(data)).types(*BEGIN)
    assert refused.complaint == (
        f"wrong-setting: NETWERKPARTIJ_DATABASE_URL: anybody can replace files in its folder; chmod 700 {data} first"
    )
    assert list(data.iterdir()) == []


@pytest.mark.parametrize(("mode", "warned"), [(0o755, True), (0o770, True), (0o1777, True), (0o700, False)])
def test_a_folder_into_which_others_can_look_is_told_of_in_one_line(terminal: Terminal, mode: int, *, warned: bool):
    data = terminal.folder / "data"
    data.mkdir()
    data.chmod(mode)
    told = terminal.with_settings(data=str(data)).does(*BEGIN).err
    line = f"Others can look into the folder {data} and see which files are there: chmod 700 {data}"
    assert told.splitlines().count(line) == warned
    assert {each for each in rights(data) if each != "data"} == set()
