"""The command line: help that teaches, tokens, the log in lines, rebuilding, checking."""

import json
import re
import shutil
import socket
import sqlite3
import time
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from typer.main import get_command

from domain.kernel.acts import Act, Role
from domain.party.party_membership import PartyMembership
from domain.pilot.pilot import Pilot
from netwerkpartij.cli.main import app
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from projections.store.read_store import store_version
from tests.beginning import token_of
from tests.netwerkpartij.terminal import BEGIN, Terminal, commands_in

COMMANDS = commands_in(get_command(app))
KEYS = (
    *("position", "id", "type", "aggregate", "version", "at", "recordedAt"),
    *("by", "role", "enteredBy", "source", "command", "cause", "decided", "data"),
)
OPEN = "read-abcdefabcdef.db"
HISTORY = """timestamp,network,kind,event,person,role
2020-01-01T00:00:00Z,zorg,team,NetworkFounded,,
2020-01-02T00:00:00Z,zorg,team,MemberJoined,p1,member
2020-01-02T00:00:00Z,zorg,team,MemberJoined,p2,member
2020-01-03T00:00:00Z,zorg,team,CoreGroupMemberAppointed,p1,
2020-01-04T00:00:00Z,zorg,team,MemberLeft,p2,
"""


@pytest.fixture
def zorg(terminal: Terminal) -> Terminal:
    """A terminal in whose folder a small history was imported."""
    path = terminal.folder / "history.csv"
    path.write_text(HISTORY, encoding="utf-8")
    terminal.does("import", "history", str(path))
    return terminal


def read_store(terminal: Terminal) -> Path:
    (found,) = (terminal.folder / "var" / "netwerkpartij").glob("read-*.db")
    return found


# Help


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_says_what_it_does_and_shows_an_example(terminal: Terminal, command: str):
    told = terminal.does(*command.split(), "--help")
    assert re.search(rf"Example: netwerkpartij {command}", told.out)
    assert len(told.out.splitlines()) > 5
    assert not (terminal.folder / "var").exists()


def test_the_help_names_every_command_and_where_to_begin(terminal: Terminal):
    told = terminal.does("--help").out
    assert [word for command in COMMANDS for word in command.split()[:1] if not re.search(rf"\b{word}\b", told)] == []
    assert "netwerkpartij begin" in told


@pytest.mark.parametrize(
    "words",
    [["dance"], ["report"], ["import"], ["token", "give"], ["report", "memberships"], ["serve", "--port", "x"]],
)
def test_wrong_use_is_told_with_status_two(terminal: Terminal, words: list[str]):
    told = terminal.types(*words)
    assert told.status == 2
    assert not (terminal.folder / "var").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["--on", "gisteren"],
        ["--on", "9999-12-31"],
        ["--on", "0001-01-01"],
        ["--on", "2020-01-01", "--known-at", "2020-01-01T00:00:00"],
        ["--on", "2020-01-01", "--known-at", "0001-01-01T00:00:00+10:00"],
        ["--on", "2020-01-01", "--known-at", "9999-12-31T23:59:59-10:00"],
        ["--on", "2020-01-01", "--format", "xml"],
    ],
)
def test_a_report_about_no_day_is_wrong_use(terminal: Terminal, words: list[str]):
    assert terminal.types("report", "memberships", *words).status == 2


def test_what_was_known_a_second_ago_is_not_settled_yet(terminal: Terminal):
    terminal.does(*BEGIN)
    now = datetime.now(UTC).isoformat()
    told = terminal.types("report", "memberships", "--on", "2020-01-01", "--known-at", now)
    assert told.status == 1
    assert told.complaint.startswith("not-settled-yet: ")


# The log in lines


def test_every_line_of_the_log_has_exactly_the_keys_of_the_contract(zorg: Terminal):
    zorg.does(*BEGIN, "--rules", "netwerkpartij-2022", "--adopted-on", "2022-06-28")
    lines = [json.loads(line) for line in zorg.does("events", "--format", "jsonl").out.splitlines()]
    assert len(lines) > 10
    for line in lines:
        assert tuple(line) == KEYS
        assert line["id"] == f"{line['aggregate']}:{line['version']}"
        assert datetime.fromisoformat(line["at"]).tzinfo is not None
        assert datetime.fromisoformat(line["recordedAt"]).tzinfo is not None
        assert not line["data"].keys() & {"originator_id", "originator_version", "timestamp", "originator_topic", "act"}
    positions = [line["position"] for line in lines]
    assert positions == sorted(set(positions))


def test_the_log_is_told_after_a_position(zorg: Terminal):
    lines = zorg.does("events").out.splitlines()
    middle = json.loads(lines[3])["position"]
    assert zorg.does("events", "--after", str(middle)).out.splitlines() == lines[4:]
    assert zorg.does("events", "--after", "999999").out == ""


def test_a_reader_that_stops_reading_gets_no_traceback(zorg: Terminal):
    process = zorg.starts("events")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.wait(120) in {0, 1}
    assert process.stderr.read() == ""
    process.stderr.close()


# Rebuilding and checking


def test_rebuilding_makes_the_same_rows(zorg: Terminal):
    words = ("report", "memberships", "--on", "2020-01-03", "--format", "json")
    before = zorg.does(*words).out
    assert json.loads(before) == [{"network": "zorg", "members": 2, "joined": 2, "left": 0, "coreGroup": 1}]
    told = zorg.does("rebuild")
    newest = json.loads(zorg.does("events").out.splitlines()[-1])["position"]
    assert told.out == f"Rebuilt from the events up to position {newest}.\n"
    assert "rebuild: " in told.err
    assert zorg.does(*words).out == before


def test_a_read_store_that_was_thrown_away_is_made_again(zorg: Terminal):
    words = ("report", "memberships", "--on", "2020-01-03", "--format", "json")
    before = zorg.does(*words).out
    for file in read_store(zorg).parent.glob("read-*"):
        file.unlink()
    assert zorg.does(*words).out == before


def test_a_check_of_what_is_well_says_so(zorg: Terminal):
    assert zorg.does("check").out.startswith("All is well")
    told = json.loads(zorg.does("check", "--format", "json").out)
    assert told == {"ok": True, "readStoreVersion": store_version(), "findings": []}


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE membership_periods SET begun_at = begun_at - 86400000000",
        "UPDATE membership_periods SET ended_at = 1 WHERE ended_at > 4000000000000000",
        "DELETE FROM membership_periods WHERE rowid IN (SELECT min(rowid) FROM membership_periods)",
        "UPDATE networks SET name = 'anders'",
        "UPDATE networks SET closed_at = 1600000000000000",
        "DELETE FROM networks",
        "UPDATE seat_periods SET ended_at = begun_at",
        "DELETE FROM seat_periods",
    ],
)
def test_a_row_that_was_tampered_with_is_found_with_what_to_do_and_mended_so(zorg: Terminal, tampering: str):
    zorg.does("report", "memberships", "--on", "2020-01-03")
    database = sqlite3.connect(read_store(zorg))
    with database:
        database.execute(tampering)
    database.close()

    told = zorg.types("check")

    assert told.status == 1
    assert "FOUND: " in told.out
    assert "do: make a copy first: netwerkpartij backup FOLDER; " in told.out
    as_json = zorg.types("check", "--format", "json")
    assert (as_json.status, json.loads(as_json.out)["ok"]) == (1, False)
    assert {finding["code"] for finding in json.loads(as_json.out)["findings"]} == {"rows-differ"}
    zorg.does("rebuild")
    assert zorg.does("check").out.startswith("All is well")


def test_a_read_store_that_is_ahead_of_its_log_is_mended_at_once_and_answers_stay_clean(zorg: Terminal):
    words = ("report", "memberships", "--on", "2020-01-03", "--format", "json")
    before = zorg.does(*words).out
    with closing(sqlite3.connect(read_store(zorg))) as database, database:
        database.execute("UPDATE position SET position = position + 1000")

    told = zorg.does(*words)

    assert told.out == before
    assert "read-store.built-anew" in told.err
    assert zorg.does("check").out.startswith("All is well")


def test_rebuilding_removes_what_other_releases_left_and_tells_how_large_it_was(zorg: Terminal):
    own = read_store(zorg)
    left, open_elsewhere, other = (own.with_name(name) for name in ("read-0123456789ab.db", OPEN, "read-me.db"))
    for file in (left, open_elsewhere, other):
        shutil.copy(own, file)
    size = left.stat().st_size / 1_000_000
    with closing(sqlite3.connect(open_elsewhere)) as other_release:
        other_release.execute("SELECT * FROM position").fetchone()
        removed, kept = zorg.does("rebuild").out.splitlines()[1:]
    of_another = "the read store of another release"
    assert removed == f"Removed read-0123456789ab.db ({size:.1f} MB), {of_another}; it is built anew when it is needed."
    # What is open has files beside it, and is larger by those.
    assert re.fullmatch(rf"Left {OPEN} \(\d\.\d MB\), {of_another}: a process has it open, or it is no read store\.", kept)
    assert [file.exists() for file in (own, left, open_elsewhere, other)] == [True, False, True, True]


def test_a_report_walks_all_its_pages(zorg: Terminal, monkeypatch: pytest.MonkeyPatch):
    path = zorg.folder / "more.csv"
    names = [f"netwerk {number}" for number in range(5)]
    rows = (f"2020-01-01T00:00:00Z,{name},team,NetworkFounded,,\n" for name in names)
    path.write_text(HISTORY.splitlines()[0] + "\n" + "".join(rows), encoding="utf-8")
    zorg.does("import", "history", str(path))
    monkeypatch.setattr("netwerkpartij.cli.reports.AT_ONCE", 2)
    report = json.loads(zorg.does("report", "memberships", "--on", "2020-01-03", "--format", "json").out)
    assert [each["network"] for each in report] == [*names, "zorg"]


def test_a_report_for_people_is_a_table(zorg: Terminal):
    told = zorg.does("report", "memberships", "--on", "2020-01-03").out
    assert re.search(r"zorg\s+│ 2\s+│ 2\s+│ 0\s+│ 1", told)


# The service itself


@pytest.mark.slow
def test_two_services_on_one_folder_serve_the_same(zorg: Terminal):
    with opened(load_settings()) as service:
        token = token_of(service, Role.MEMBER)
    (member_joins, shows) = both = [Server(zorg), Server(zorg)]
    try:
        for server in both:
            server.wait_until_ready(token)
        (network,) = member_joins.get("/v1/networks", token)["items"]
        joined = member_joins.post(f"/v1/networks/{network['network']}/memberships", {"purposeVersion": 1}, token)
        assert (
            shows.get("/v1/networks", token, **{"Event-Position": joined.headers["Event-Position"]})["items"][0]["members"] == 2
        )
    finally:
        told = [server.stop() for server in both]
    assert [err for _, err in told] == ["", ""]


class Server:
    """A service in a process of its own, on a port of its own."""

    def __init__(self, terminal: Terminal) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = terminal.starts("serve", "--port", str(self.port))

    def request(self, method: str, path: str, token: str, body: Any = None, **headers: str) -> httpx2.Response:
        address = f"http://127.0.0.1:{self.port}{path}"
        headers |= {"Authorization": f"Bearer {token}"}
        return httpx2.request(method, address, json=body, headers=headers).raise_for_status()

    def get(self, path: str, token: str, **headers: str) -> Any:
        return self.request("GET", path, token, **headers).json()

    def post(self, path: str, body: Any, token: str) -> httpx2.Response:
        return self.request("POST", path, token, body)

    def wait_until_ready(self, token: str) -> None:
        for _ in range(300):
            with suppress(httpx2.TransportError):
                self.request("GET", "/health/ready", token)
                return
            assert self.process.poll() is None, self.process.communicate()
            time.sleep(0.1)

    def stop(self) -> tuple[str, str]:
        self.process.terminate()
        return self.process.communicate(timeout=30)


# The clock


def test_the_clock_records_what_is_due_and_says_how_much(zorg: Terminal):
    told = zorg.does("clock", "advance", "--to", "2024-01-01T09:00:00+01:00")
    assert told.out == "Until 2024-01-01T09:00:00+01:00 this much was due, and is recorded now: 0.\n"


def test_only_a_demo_goes_to_an_instant_that_is_still_to_come(zorg: Terminal):
    assert zorg.types("clock", "advance", "--to", "2124-01-01T09:00:00+01:00").complaint.startswith("in-the-future: ")


def test_in_a_demo_the_nights_pass_until_the_instant_and_never_back(terminal: Terminal):
    with opened(load_settings(), clock=lambda: datetime(2023, 1, 1, tzinfo=UTC), demo=True) as service:
        act = Act(by="national-board", role=Role.NATIONAL_BOARD, at=datetime(2023, 1, 1, tzinfo=UTC), command=uuid4())
        pilot = Pilot.open(act, label="proef", places=5, first_day=date(2023, 1, 1), last_day=date(2023, 1, 31))
        service.log.record([pilot], command=uuid4(), digest="0" * 64, answer={}, recorded_at=datetime(2023, 1, 1, tzinfo=UTC))
    terminal.does("clock", "advance", "--to", "2023-03-01T09:00:00+01:00")
    newest = json.loads(terminal.does("events").out.splitlines()[-1])
    assert (newest["type"], newest["at"], newest["recordedAt"]) == (
        "PilotTimeOver",
        "2023-01-31T23:00:00+00:00",
        "2023-02-01T03:00:00+00:00",
    )
    assert terminal.types("clock", "advance", "--to", "2023-01-15T00:00:00+01:00").complaint.startswith("time-goes-forward: ")


@pytest.mark.usefixtures("terminal")
def test_the_time_of_a_demo_goes_on_from_its_newest_event():
    then = datetime(2023, 1, 1, tzinfo=UTC)
    with opened(load_settings(), clock=lambda: then, demo=True):
        pass
    with opened(load_settings()) as service:
        first, second = service.service.now(), service.service.now()
        assert then < first < then + timedelta(minutes=5)
        assert first < second
        assert service.log.now() < then + timedelta(minutes=5)
        act = Act(by="import", role=Role.ADMINISTRATOR, at=then, command=uuid4())
        started = PartyMembership.start(act, reference="r" + "0" * 32)
        later = then + timedelta(days=1)  # by another process
        service.log.record([started], command=uuid4(), digest="0" * 64, answer={}, recorded_at=later)
        assert service.service.now() > then + timedelta(days=1)
