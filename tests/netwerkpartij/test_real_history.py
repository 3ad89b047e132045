"""The real history: a report on any day equals a recount of the file itself."""

import csv
import json
import random
import re
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from tests.netwerkpartij.terminal import Terminal

FIRST, LAST = date(2018, 11, 1), date(2026, 11, 1)


class Row(NamedTuple):
    """A line of the file."""

    at: datetime
    network: str
    event: str
    person: str


class Count:
    """One network, counted along the file (docs/contract.md, "History file" and "report memberships")."""

    def __init__(self) -> None:
        self.members: set[str] = set()
        self.joined: set[str] = set()
        self.left: set[str] = set()
        self.seats: set[str] = set()
        self.already_ended: dict[str, int] = defaultdict(int)

    def count(self, event: str, person: str) -> None:
        if event == "MemberJoined":
            self.members.add(person)
            self.joined.add(person)
        elif event == "MemberLeft":
            self.already_ended[event] += person not in self.members
            self._leave(person)
        elif event == "NetworkClosed":
            for member in list(self.members):
                self._leave(member)
            self.seats.clear()
        elif event == "CoreGroupMemberAppointed":
            self.seats.add(person)
        elif event == "CoreGroupMemberSteppedDown":
            self.already_ended[event] += person not in self.seats
            self.seats.discard(person)

    def _leave(self, person: str) -> None:
        if person in self.members:
            self.left.add(person)
        self.members.discard(person)
        self.seats.discard(person)


def recounted(rows: list[Row], day: date) -> dict[str, Count]:
    """Count the file up to the end of a day in the Netherlands."""
    end = datetime.combine(day + timedelta(days=1), datetime.min.time(), ZoneInfo("Europe/Amsterdam"))
    counts: dict[str, Count] = {}
    for row in rows:
        if row.at < end:
            counts.setdefault(row.network, Count()).count(row.event, row.person)
    return counts


@pytest.fixture(scope="module")
def rows(shared_data: Path) -> list[Row]:
    with (shared_data / "team_history.csv").open(encoding="utf-8", newline="") as file:
        return [
            Row(datetime.fromisoformat(row["timestamp"]), row["network"], row["event"], row["person"])
            for row in csv.DictReader(file)
        ]


def report(terminal: Terminal, day: date, *more: str) -> list[dict[str, Any]]:
    told = terminal.does("report", "memberships", "--on", day.isoformat(), "--format", "json", *more)
    assert told.err == ""
    answer: list[dict[str, Any]] = json.loads(told.out)
    return answer


def as_reported(counts: dict[str, Count]) -> list[dict[str, Any]]:
    return [
        {
            "network": name,
            "members": len(count.members),
            "joined": len(count.joined),
            "left": len(count.left),
            "coreGroup": len(count.seats),
        }
        for name, count in counts.items()
    ]


def by_name(report: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(report, key=lambda each: str(each["network"]))


@pytest.mark.usefixtures("shared_data")
def test_the_file_is_told_in_numbers(imported: Terminal, rows: list[Row]):
    told = json.loads(imported.first.out)
    everything = recounted(rows, LAST)
    ended = {
        event: sum(count.already_ended[event] for count in everything.values())
        for event in ("MemberLeft", "CoreGroupMemberSteppedDown")
    }
    assert (told["rows"], told["networks"], told["people"]) == (
        len(rows),
        len(everything),
        len({row.person for row in rows if row.person}),
    )
    assert told["alreadyEnded"] == ended == {"MemberLeft": 289, "CoreGroupMemberSteppedDown": 123}
    assert (told["recordedBefore"], told["dryRun"]) == (False, False)
    assert "import: " in imported.first.err  # progress, as lines where nobody watches


def test_a_report_on_any_day_equals_a_recount_of_the_file(imported: Terminal, rows: list[Row]):
    days = [FIRST, LAST, *(FIRST + timedelta(days=random.randrange((LAST - FIRST).days)) for _ in range(12))]  # noqa: S311
    days += [row.at.date() for row in random.sample(rows, 3)]
    for day in days:
        assert by_name(report(imported, day)) == by_name(as_reported(recounted(rows, day))), day


def test_what_was_known_before_the_import_was_nothing_and_after_it_everything(imported: Terminal):
    day = date(2023, 12, 31)
    with_offset = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    assert report(imported, day, "--known-at", with_offset) == []
    assert len(report(imported, day)) > 100


def test_importing_it_again_records_nothing_and_says_so(imported: Terminal, shared_data: Path):
    before = imported.does("events", "--format", "jsonl").out.count("\n")
    again = imported.does("import", "history", str(shared_data / "team_history.csv"))
    assert again.out == "This file was recorded before; nothing was recorded now.\n"
    told = json.loads(imported.does("import", "history", str(shared_data / "team_history.csv"), "--format", "json").out)
    assert (told["events"], told["recordedBefore"]) == (0, True)
    assert imported.does("events", "--format", "jsonl").out.count("\n") == before


def test_imported_people_have_no_names_and_no_reference_of_the_file(imported: Terminal, rows: list[Row]):
    lines = imported.does("events", "--format", "jsonl").out
    assert set(re.findall(r"[A-Za-z0-9]+", lines)).isdisjoint({row.person for row in rows if row.person})
    first = json.loads(next(line for line in lines.splitlines() if "MemberJoined" in line))
    assert (first["by"], first["role"], first["source"]) == ("import", "administrator", "import")


def test_the_rows_of_an_import_agree_with_its_events(imported: Terminal):
    assert imported.does("check").out.startswith("All is well")


LINES_OF_A_PAGE = 60
BYTES_OF_257_NETWORKS = 500_000


def test_of_257_networks_page_one_is_a_page_and_json_half_a_megabyte(imported: Terminal):
    told = imported.does("evaluate", "--on", "2026-10-31").out
    first, *own, appendix = told.split("\f")
    assert len(own) > 250
    assert len(first.splitlines()) < LINES_OF_A_PAGE
    assert re.search(r"Hoe zij ervoor staan: \d+ actief en \d+ opgeheven\.", " ".join(first.split()))
    assert "voor geen enkel netwerk is iets vastgelegd" in appendix
    report = imported.does("evaluate", "--on", "2026-10-31", "--format", "json").out
    figures = json.loads(report)["figures"]
    assert len(report) * 257 / len(own) < BYTES_OF_257_NETWORKS
    assert [each["network"] for each in figures if each["figure"] == "advice-requests"] == [None]
    (one, *_) = [each["value"] for each in figures if each["figure"] == "growth-per-month" and len(each["value"]) > 1]
    assert all(len(month) > len(("month", "members")) for month in one)
