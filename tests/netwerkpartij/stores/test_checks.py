"""What `check` finds where somebody changed a log or a vault: the event and the difference, and what to do first."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from domain.kernel.acts import Role
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.beginning import token_of
from tests.netwerkpartij.terminal import BEGIN, Terminal

HISTORY = """timestamp,network,kind,event,person,role
2020-01-01T00:00:00Z,zorg,team,NetworkFounded,,
2020-01-02T00:00:00Z,zorg,team,MemberJoined,p1,member
2020-01-02T00:00:00Z,zorg,team,MemberJoined,p2,member
2020-01-04T00:00:00Z,zorg,team,MemberLeft,p2,
"""
FOLDER = Path("var") / "netwerkpartij"
FOUNDED_LATER = (
    "UPDATE stored_events SET state = CAST(replace(state, '2020-01-01', '2020-01-02') AS BLOB) "
    "WHERE topic IN ('ExistingNetworkBroughtIn', 'NetworkNameGiven')"
)
JOINING_GONE = (
    "DELETE FROM stored_events WHERE topic = 'MemberJoined' "
    "AND originator_id IN (SELECT originator_id FROM stored_events WHERE topic = 'MemberLeft')"
)


@pytest.fixture
def zorg(terminal: Terminal) -> Terminal:
    """A terminal of a party that has begun, and in whose folder a small history was imported."""
    terminal.does(*BEGIN)
    path = terminal.folder / "history.csv"
    path.write_text(HISTORY, encoding="utf-8")
    terminal.does("import", "history", str(path))
    terminal.does("rebuild")
    return terminal


def change(terminal: Terminal, *statements: str, file: str = "events.db") -> None:
    with closing(sqlite3.connect(terminal.folder / FOLDER / file)) as database, database:
        for statement in statements:
            assert database.execute(statement).rowcount > 0


def found(terminal: Terminal) -> list[dict[str, Any]]:
    findings: list[dict[str, Any]] = json.loads(terminal.types("check", "--format", "json").out)["findings"]
    return findings


def events_of(terminal: Terminal, kind: str) -> list[str]:
    events = [json.loads(line) for line in terminal.does("events").out.splitlines()]
    return [str(each["id"]) for each in events if each["type"] == kind]


def event_of(terminal: Terminal, kind: str) -> str:
    events = [json.loads(line) for line in terminal.does("events").out.splitlines()]
    return str(next(each["id"] for each in events if each["type"] == kind))


def test_an_event_that_was_changed_is_named_with_the_difference_and_rebuilding_is_not_the_advice(zorg: Terminal):
    change(zorg, FOUNDED_LATER)
    network = event_of(zorg, "ExistingNetworkBroughtIn")
    (finding,) = [each for each in found(zorg) if each["event"] == network and "row of networks " in each["sentence"]]
    assert finding["code"] == "rows-differ"
    assert "the event says begun_at = " in finding["sentence"]
    assert ", the row " in finding["sentence"]
    assert "make a copy first: netwerkpartij backup FOLDER" in finding["sentence"]
    assert "do: run: netwerkpartij rebuild" not in zorg.types("check").out


def test_looking_changes_nothing(zorg: Terminal):
    change(zorg, FOUNDED_LATER)
    assert found(zorg) == found(zorg) != []


@pytest.mark.parametrize(
    ("statements", "codes"),
    [
        (
            [JOINING_GONE],
            {"versions-missing", "receipt-without-events"},
        ),
        (["UPDATE stored_events SET recorded_at = recorded_at + 9000000 WHERE rowid = 3"], {"recording-time-goes-back"}),
        (["DELETE FROM commands WHERE first = 2"], {"event-without-receipt"}),
        (["UPDATE commands SET last = last - 1 WHERE first = 2"], {"event-without-receipt"}),
        (["UPDATE commands SET id = '0123456789abcdef0123456789abcdef' WHERE first = 2"], {"event-without-receipt"}),
        (["UPDATE commands SET last = last + 5 WHERE first = 2"], {"receipt-without-events"}),
        (["INSERT INTO commands VALUES ('0123456789abcdef0123456789abcdef', '', 900, 901, '{}', 0)"], {"receipt-without-events"}),
    ],
)
def test_what_no_command_can_have_recorded_is_found(zorg: Terminal, statements: list[str], codes: set[str]):
    change(zorg, *statements)
    findings = found(zorg)
    assert {each["code"] for each in findings} == codes
    assert all("make a copy first: netwerkpartij backup FOLDER" in each["sentence"] for each in findings)
    zorg.does("backup", "kopie")


@pytest.mark.parametrize(("role", "event"), [(Role.MEMBER, "PartyMembershipStarted"), (Role.AUDITOR, "RoleGiven")])
def test_a_vault_that_is_older_than_its_log_is_found(zorg: Terminal, role: Role, event: str):
    folder = zorg.folder / FOLDER
    with opened(load_settings()):
        pass
    shutil.copytree(folder, zorg.folder / "eerder")
    with opened(load_settings()) as service:
        token_of(service, role, "Anne Later")
    for file in folder.glob("vault.db*"):
        file.unlink()
    for file in (zorg.folder / "eerder").glob("vault.db*"):
        shutil.copy2(file, folder)
    (finding,) = found(zorg)
    assert finding["code"] == "vault-older-than-log"
    assert finding["event"] in events_of(zorg, event)


def test_a_vault_from_which_somebody_was_erased_is_not_older_than_its_log(zorg: Terminal):
    with opened(load_settings()) as service:
        token_of(service, Role.MEMBER, "Anne Gewist")
        person = service.vault.person_named("Anne Gewist")
        assert person is not None
        service.vault.erase_person(person)
    assert found(zorg) == []
