"""A history file is brought in whole or not at all, and is told what is wrong with it by line."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from application.language.words import Language
from tests.netwerkpartij.terminal import Terminal, Typed

HEADER = "timestamp,network,kind,event,person,role"
NIGHT = "2020-01-01T00:00:00Z"
FOUNDED = f"{NIGHT},zorg,team,NetworkFounded,,"
JOINED = "2020-01-02T00:00:00Z,zorg,team,MemberJoined,p1,member"
APPOINTED = "2020-01-03T00:00:00Z,zorg,team,CoreGroupMemberAppointed,p1,"
LEFT = "2020-01-04T00:00:00Z,zorg,team,MemberLeft,p1,"
BEGIN = (FOUNDED, JOINED)


def row(event: str, person: str = "", *, at: str = "2020-02-01T00:00:00Z", network: str = "zorg") -> str:
    return f"{at},{network},team,{event},{person},"


def file(terminal: Terminal, *rows: str, header: str = HEADER) -> str:
    path = terminal.folder / "history.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return str(path)


def imports(terminal: Terminal, *rows: str) -> Typed:
    return terminal.types("import", "history", file(terminal, *rows))


def events(terminal: Terminal) -> int:
    return terminal.does("events").out.count("\n")


IMPOSSIBLE = [
    ("joining twice", (*BEGIN, row("MemberJoined", "p1")), 4, "already-member"),
    ("leaving without ever having joined", (FOUNDED, row("MemberLeft", "p1")), 3, "not-a-member"),
    ("an event before its network", (row("MemberJoined", "p1"),), 2, "network-unknown"),
    ("a network founded twice", (FOUNDED, row("NetworkFounded")), 3, "network-name-taken"),
    ("a network closed twice", (FOUNDED, row("NetworkClosed"), row("NetworkClosed")), 4, "network-closed"),
    ("joining a closed network", (FOUNDED, row("NetworkClosed"), row("MemberJoined", "p1")), 4, "network-closed"),
    ("stepping down from a seat never held", (*BEGIN, row("CoreGroupMemberSteppedDown", "p1")), 4, "not-in-core-group"),
    ("a seat for somebody who never joined", (FOUNDED, row("CoreGroupMemberAppointed", "p1")), 3, "not-a-member"),
    ("a seat twice", (*BEGIN, APPOINTED, row("CoreGroupMemberAppointed", "p1")), 5, "already-in-core-group"),
    ("an unknown event", (FOUNDED, row("MemberDanced", "p1")), 3, "unknown-history-event"),
    ("not in order", (FOUNDED, row("MemberJoined", "p1", at="2019-12-31T23:59:59Z")), 3, "history-not-in-order"),
    ("a missing person", (FOUNDED, row("MemberJoined")), 3, "person-missing"),
]


@pytest.mark.parametrize(("rows", "line", "code"), [case[1:] for case in IMPOSSIBLE], ids=[case[0] for case in IMPOSSIBLE])
def test_a_row_that_cannot_be_true_is_named_and_nothing_is_recorded(
    terminal: Terminal, rows: tuple[str, ...], line: int, code: str
):
    refused = imports(terminal, *rows)
    assert refused.status == 1
    assert refused.out == ""
    last = refused.err.splitlines()[-1]
    assert last.startswith(f"{terminal.folder / 'history.csv'}, line {line}: {code}: ")
    assert last.endswith(".")
    assert "{" not in last
    assert {json.loads(told)["type"] for told in terminal.does("events").out.splitlines()} == {"LogOpened"}


def test_what_lies_ahead_is_refused(terminal: Terminal):
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    refused = imports(terminal, FOUNDED, row("MemberJoined", "p1", at=tomorrow))
    assert refused.status == 1
    assert ", line 3: history-in-the-future: " in refused.err


def test_a_refused_file_is_mended_and_imported(terminal: Terminal):
    assert imports(terminal, *BEGIN, row("MemberJoined", "p1")).status == 1
    assert imports(terminal, *BEGIN, APPOINTED, LEFT).status == 0
    told = json.loads(terminal.does("report", "memberships", "--on", "2020-01-05", "--format", "json").out)
    assert told == [{"network": "zorg", "members": 0, "joined": 1, "left": 1, "coreGroup": 0}]


def test_endings_that_come_too_late_are_counted_and_change_nothing(terminal: Terminal):
    rows = (*BEGIN, APPOINTED, LEFT, row("CoreGroupMemberSteppedDown", "p1"), row("MemberLeft", "p1"), row("NetworkClosed"))
    told = json.loads(terminal.does("import", "history", file(terminal, *rows), "--format", "json").out)
    assert told == {
        "rows": 7,
        "known": 0,
        "events": 7,
        "networks": 1,
        "people": 1,
        "alreadyEnded": {"CoreGroupMemberSteppedDown": 1, "MemberLeft": 1},
        "recordedBefore": False,
        "dryRun": False,
    }


def test_somebody_who_comes_back_counts_once(terminal: Terminal):
    assert imports(terminal, *BEGIN, LEFT, row("MemberJoined", "p1")).status == 0
    told = json.loads(terminal.does("report", "memberships", "--on", "2020-02-01", "--format", "json").out)
    assert told == [{"network": "zorg", "members": 1, "joined": 1, "left": 1, "coreGroup": 0}]


def test_a_day_is_one_in_amsterdam_and_on_means_its_end(terminal: Terminal):
    late = row("MemberJoined", "p1", at="2020-06-30T22:30:00Z")  # half past midnight on 1 July
    assert imports(terminal, FOUNDED, late).status == 0
    for day, members in (("2020-06-30", 0), ("2020-07-01", 1), ("2019-12-31", None)):
        told = json.loads(terminal.does("report", "memberships", "--on", day, "--format", "json").out)
        assert [each["members"] for each in told] == ([] if members is None else [members])


def test_a_dry_run_checks_everything_and_records_nothing(terminal: Terminal):
    path = file(terminal, *BEGIN, APPOINTED)
    tried = terminal.does("import", "history", path, "--dry-run")
    assert tried.out.startswith("Would record 4 events from 3 rows: 1 networks, 1 people.")
    assert terminal.types("events").complaint.startswith("no-database: ")
    assert terminal.types("import", "history", file(terminal, row("MemberJoined", "p1")), "--dry-run").status == 1
    done = terminal.does("import", "history", file(terminal, *BEGIN, APPOINTED))
    assert done.out.startswith("Recorded 4 events from 3 rows: 1 networks, 1 people.")


def test_an_empty_history_is_no_mistake(terminal: Terminal):
    assert terminal.does("import", "history", file(terminal)).out.startswith("Recorded 0 events from 0 rows")


# Files that are no history


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "line 1: wrong-header: "),
        (b"time,network,kind,event,person,role\n", "line 1: wrong-header: "),
        (f"{HEADER}\n{FOUNDED}\n".encode() + b"2020-01-01T00:00:00Z,z\xff,team,NetworkFounded,,\n", "line 3: not-utf-8: "),
        (f"{HEADER}\n{FOUNDED}\ngisteren,zorg,team,NetworkFounded,,\n".encode(), "line 3: malformed-timestamp: "),
        (f"{HEADER}\n2020-01-01T00:00:00,zorg,team,NetworkFounded,,\n".encode(), "line 2: malformed-timestamp: "),
        (f"{HEADER}\n2020-01-01,zorg,team,NetworkFounded,,\n".encode(), "line 2: day-without-time: "),
        (HEADER.replace(",", ";").encode(), "line 1: semicolons-between-cells: "),
        (f"{HEADER}\n{FOUNDED.replace(',', ';')}\n".encode(), "line 2: semicolons-between-cells: "),
        (f"{HEADER}\n{NIGHT};zorg, welzijn;team;NetworkFounded;;\n".encode(), "line 2: semicolons-between-cells: "),
        (f"{HEADER}\n{NIGHT},\u00a0 ,team,NetworkFounded,,\n".encode(), "line 2: malformed-network-name: "),
        (f"{HEADER}\n{FOUNDED},meer\n".encode(), "line 2: wrong-number-of-cells: "),
        (f"{HEADER}\n{NIGHT},zorg\n".encode(), "line 2: wrong-number-of-cells: "),
        (f'{HEADER}\n{NIGHT},"zorg,team,NetworkFounded,,\n'.encode(), "malformed-row: "),
        (f"{HEADER}\n{NIGHT},,team,NetworkFounded,,\n".encode(), "line 2: malformed-network-name: "),
        (f"{HEADER}\n{NIGHT},{'z' * 121},team,NetworkFounded,,\n".encode(), "line 2: malformed-network-name: "),
        (f"{HEADER}\n{NIGHT},zorg,Een Team,NetworkFounded,,\n".encode(), "line 2: malformed-kind: "),
        (f"{HEADER}\n{NIGHT},zo\x00rg,team,NetworkFounded,,\n".encode(), "line 2: hidden-character-in-name: "),
        (f"{HEADER}\n{NIGHT},zo\u200brg,team,NetworkFounded,,\n".encode(), "line 2: hidden-character-in-name: "),
        (f"{HEADER}\n{NIGHT},z\u043erg,team,NetworkFounded,,\n".encode(), "line 2: mixed-scripts-in-name: "),
        (f"{HEADER}\n{NIGHT},\u0421\u041e\u0421,team,NetworkFounded,,\n".encode(), "line 2: name-looks-latin: "),
        (f"{HEADER}\n{NIGHT},\u05e9,team,NetworkFounded,,\n".encode(), "line 2: foreign-letter-in-name: "),
        (f"{HEADER}\n{'9' * 30}-01-01T00:00:00Z,zorg,team,NetworkFounded,,\n".encode(), "line 2: malformed-timestamp: "),
        (f"{HEADER}\n0001-01-01T00:00:00+10:00,zorg,team,NetworkFounded,,\n".encode(), "line 2: malformed-timestamp: "),
        (f"{HEADER}\n{NIGHT},zorg,{'t' * 81},NetworkFounded,,\n".encode(), "line 2: malformed-kind: "),
        (f"{HEADER}\n{FOUNDED}\n{NIGHT},zorg,team,MemberJoined,{'p' * 300_000},\n".encode(), "line 3: malformed-row: "),
    ],
)
def test_a_file_that_is_no_history_is_bad_input(terminal: Terminal, content: bytes, complaint: str):
    path = terminal.folder / "history.csv"
    path.write_bytes(content)
    told = terminal.types("import", "history", str(path))
    assert (told.status, told.out) == (2, "")
    assert told.complaint.startswith(f"{path}, ")
    assert complaint in told.complaint
    assert not (terminal.folder / "var").exists()


@pytest.mark.parametrize("other", ["z0rg", "Zorg ", "\uff5aorg", "z\u00f3rg"])
def test_two_networks_of_a_file_do_not_look_alike(terminal: Terminal, other: str):
    refused = imports(terminal, FOUNDED, FOUNDED.replace("zorg", other))
    assert "line 3: network-name-taken: " in refused.err
    assert refused.status == 1


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            Language.NL,
            "Deze regel heeft zeven cellen. Het moeten er 6 zijn. Controleer of er een komma te veel of te weinig staat.",
        ),
        (Language.EN, "This line has seven cells. It must have 6. Check whether there is a comma too many or too few."),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_the_language_of_the_command_line(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, language: Language, told: str
):
    monkeypatch.setattr("netwerkpartij.cli.history.LANGUAGE", language)
    refused = imports(terminal, f"{FOUNDED},meer")
    assert refused.complaint == f"{terminal.folder / 'history.csv'}, line 2: wrong-number-of-cells: {told}"


def test_a_row_that_cannot_be_true_is_told_in_dutch_with_what_to_do(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("netwerkpartij.cli.history.LANGUAGE", Language.NL)
    refused = imports(terminal, FOUNDED, row("MemberJoined"))
    assert refused.err.splitlines()[-1].endswith(
        "line 3: person-missing: Op deze regel ontbreekt om wie het gaat. Vul het kenmerk van de persoon in."
    )


def test_a_file_with_a_byte_order_mark_and_windows_lines_is_read(terminal: Terminal):
    path = terminal.folder / "history.csv"
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join([HEADER, *BEGIN, ""]).encode())
    assert terminal.does("import", "history", str(path)).out.startswith("Recorded 3 events from 2 rows")


# Names and days as people write them

COMPOSED, DECOMPOSED = "Netwerk Q", "Netwerk Q\u0301"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Netwerk Proef", "NETWERK PROEF"),
        ("Netwerk Proef", "Netwerk  Proef"),
        ("Netwerk Proef", "Netwerk\u00a0Proef"),
        (COMPOSED, DECOMPOSED),
        (DECOMPOSED, COMPOSED),
    ],
)
def test_a_name_that_is_only_spelled_otherwise_is_taken(terminal: Terminal, first: str, second: str):
    refused = imports(terminal, row("NetworkFounded", network=first), row("NetworkFounded", network=second))
    assert refused.status == 1
    assert refused.err.splitlines()[-1].startswith(f"{terminal.folder / 'history.csv'}, line 3: network-name-taken: ")


@pytest.mark.parametrize(
    ("founded", "meant", "shown", "likely"),
    [
        ("Netwerk Proef", "Netwerk  Proef", "Netwerk␣␣Proef", "Netwerk␣Proef"),
        ("Netwerk Proef", "Netwerk Proef ", "Netwerk␣Proef␣", "Netwerk␣Proef"),
        ("Netwerk Proef", "netwerk proef", "netwerk␣proef", "Netwerk␣Proef"),
        (COMPOSED, DECOMPOSED, "Netwerk␣Q[U+0301]", "Netwerk␣Q"),
        ("Caf\u00e9", "Cafe", "Cafe", "Caf\u00e9"),
        ("Zorg", "Klimaat", "Klimaat", "none"),
    ],
)
def test_an_unknown_network_shows_its_blanks_and_accents(terminal: Terminal, founded: str, meant: str, shown: str, likely: str):
    refused = imports(terminal, row("NetworkFounded", network=founded), row("MemberJoined", "p1", network=meant))
    assert f"line 3: network-unknown: The network “{shown}” has not been founded in this file yet." in refused.err
    assert f"This looks most like it: {likely}." in refused.err


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2007"])
def test_a_blank_at_which_no_line_breaks_is_a_space(terminal: Terminal, blank: str):
    rows = (row("NetworkFounded", network=f"Netwerk{blank}Proef"), row("MemberJoined", "p1", network="Netwerk Proef"))
    assert imports(terminal, *rows).status == 0
    told = json.loads(terminal.does("report", "memberships", "--on", "2020-02-01", "--format", "json").out)
    assert told == [{"network": "Netwerk Proef", "members": 1, "joined": 1, "left": 0, "coreGroup": 0}]


def test_a_day_without_a_time_is_the_end_of_that_day_for_who_says_so(terminal: Terminal):
    rows = (row("NetworkFounded", at="2020-06-30"), row("MemberJoined", "p1", at="2020-12-31"))
    assert terminal.does("import", "history", file(terminal, *rows), "--dates-end-of-day").out.startswith("Recorded 3 events")
    told = [json.loads(line)["at"] for line in terminal.does("events").out.splitlines() if "import" in line]
    assert sorted(told) == ["2020-06-30T21:59:59+00:00", "2020-06-30T21:59:59+00:00", "2020-12-31T22:59:59+00:00"]


def test_a_day_that_does_not_exist_is_no_day(terminal: Terminal):
    refused = terminal.types("import", "history", file(terminal, row("NetworkFounded", at="2020-02-30")), "--dates-end-of-day")
    assert ", line 2: malformed-timestamp: " in refused.complaint


@pytest.mark.parametrize("name", ["not-there.csv", "."])
def test_a_file_that_cannot_be_read_is_bad_input(terminal: Terminal, name: str):
    told = terminal.types("import", "history", str(terminal.folder / name))
    assert (told.status, told.out) == (2, "")
    assert f"{Path(terminal.folder / name)}: history-file-unreadable: " in told.err
