"""A history file that grew: what is known is passed over, what is new is recorded, and a difference is refused."""

import json

import pytest

from tests.netwerkpartij.terminal import Terminal, Typed

HEADER = "timestamp,network,kind,event,person,role"
FOUNDED = "2020-01-01T00:00:00Z,zorg,team,NetworkFounded,,"
FIRST = "2020-01-02T00:00:00Z,zorg,team,MemberJoined,p1,member"
SECOND = "2020-01-03T00:00:00Z,zorg,team,MemberJoined,p2,"
APPOINTED = "2020-01-04T00:00:00Z,zorg,team,CoreGroupMemberAppointed,p1,"
KNOWN = (FOUNDED, FIRST, SECOND, APPOINTED)
THIRD = "2020-02-01T00:00:00Z,zorg,team,MemberJoined,p3,"
LEFT = "2020-02-02T00:00:00Z,zorg,team,MemberLeft,p1,"
OTHER = "2020-02-03T00:00:00Z,wonen,team,NetworkFounded,,"
CLOSED = "2020-02-04T00:00:00Z,zorg,team,NetworkClosed,,"
NOTHING = "This file was recorded before; nothing was recorded now.\n"


def imports(terminal: Terminal, *rows: str, end: str = "\n", begin: str = "", options: tuple[str, ...] = ()) -> Typed:
    path = terminal.folder / "history.csv"
    path.write_bytes((begin + end.join([HEADER, *rows, ""])).encode())
    return terminal.types("import", "history", str(path), *options)


def events(terminal: Terminal) -> list[tuple[str, str]]:
    told = [json.loads(line) for line in terminal.does("events").out.splitlines()]
    return [(event["type"], event["at"][:10]) for event in told if event["by"] == "import"]


@pytest.fixture
def known(terminal: Terminal) -> Terminal:
    """A terminal in whose folder a history was imported."""
    assert imports(terminal, *KNOWN).out.startswith("Recorded 5 events from 4 rows")
    return terminal


@pytest.mark.parametrize(("end", "begin"), [("\r\n", ""), ("\r", ""), ("\n", "\ufeff"), ("\n\n", "")])
def test_a_file_that_was_saved_otherwise_records_nothing_and_says_so(known: Terminal, end: str, begin: str):
    assert imports(known, *KNOWN, end=end, begin=begin).out == NOTHING


def test_a_file_with_its_instants_written_otherwise_is_the_same(known: Terminal):
    assert imports(known, *(row.replace("T00:00:00Z", "T01:00:00+01:00") for row in KNOWN)).out == NOTHING


def test_an_older_and_shorter_file_records_nothing_and_says_so(known: Terminal):
    before = events(known)
    assert imports(known, *KNOWN[:2]).out == NOTHING
    assert events(known) == before


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_of_a_file_that_grew_only_what_is_new_is_recorded(known: Terminal, end: str):
    before = events(known)
    told = imports(known, *KNOWN, THIRD, LEFT, OTHER, end=end)
    assert told.out.splitlines()[:2] == [
        "Recorded 5 events from 7 rows: 1 networks, 2 people.",
        "4 rows were known and passed over.",
    ]
    assert sorted(events(known)[len(before) :]) == [
        ("CoreGroupMemberSteppedDown", "2020-02-02"),
        ("ExistingNetworkBroughtIn", "2020-02-03"),
        ("MemberJoined", "2020-02-01"),
        ("MemberLeft", "2020-02-02"),
        ("NetworkNameGiven", "2020-02-03"),
    ]
    report = json.loads(known.does("report", "memberships", "--on", "2020-02-05", "--format", "json").out)
    assert report == [
        {"network": "wonen", "members": 0, "joined": 0, "left": 0, "coreGroup": 0},
        {"network": "zorg", "members": 2, "joined": 3, "left": 1, "coreGroup": 0},
    ]
    assert known.does("check").out.startswith("All is well")


def test_a_file_grows_again_and_again(known: Terminal):
    for rows in ((*KNOWN, THIRD), (*KNOWN, THIRD, LEFT), (*KNOWN, THIRD, LEFT, OTHER, CLOSED)):
        assert imports(known, *rows).status == 0
        assert imports(known, *rows).out == NOTHING
    assert imports(known, *KNOWN, THIRD).out == NOTHING


def test_a_dry_run_of_a_file_that_grew_says_what_would_be_recorded(known: Terminal):
    before = events(known)
    told = imports(known, *KNOWN, THIRD, options=("--dry-run",))
    assert told.out.startswith("Would record 1 events from 5 rows: 0 networks, 1 people.\n4 rows were known and passed over.")
    assert events(known) == before


def test_what_is_new_is_recorded_whole_or_not_at_all(known: Terminal):
    before = events(known)
    refused = imports(known, *KNOWN, THIRD, "2020-02-02T00:00:00Z,zorg,team,MemberJoined,p2,")
    assert (refused.status, refused.out) == (1, "")
    assert ", line 7: already-member: " in refused.err
    assert events(known) == before


DIFFERENCES = [
    ("another moment", (FOUNDED, FIRST.replace("02T00", "02T01"), SECOND, APPOINTED, THIRD), 3),
    ("another moment, and nothing new", (FOUNDED, FIRST.replace("02T00", "02T01"), SECOND, APPOINTED), 3),
    ("another kind of network", (FOUNDED.replace("team", "kring"), FIRST, SECOND, APPOINTED, THIRD), 2),
    ("another person", (FOUNDED, FIRST, SECOND.replace("p2", "p9"), APPOINTED, THIRD), 4),
    ("another person on the last line", (FOUNDED, FIRST, SECOND, APPOINTED.replace("p1", "p2")), 5),
    ("a line put in between", (FOUNDED, FIRST, SECOND.replace("p2", "p9"), SECOND, APPOINTED), 4),
    ("a line left out", (FOUNDED, SECOND, APPOINTED.replace("p1", "p2"), THIRD), 4),
    ("the only line about somebody left out", (FOUNDED, FIRST, APPOINTED, THIRD), 4),
    ("the last line left out", (FOUNDED, FIRST, SECOND, THIRD), 5),
]


@pytest.mark.parametrize(("rows", "line"), [case[1:] for case in DIFFERENCES], ids=[case[0] for case in DIFFERENCES])
def test_a_difference_in_what_is_known_is_refused_with_its_line(known: Terminal, rows: tuple[str, ...], line: int):
    before = events(known)
    refused = imports(known, *rows)
    assert (refused.status, refused.out) == (1, "")
    assert f", line {line}: history-differs: " in refused.err
    assert events(known) == before


def test_files_of_several_networks_may_grow_apart_and_come_together(known: Terminal):
    wonen = (OTHER, "2020-02-04T00:00:00Z,wonen,team,MemberJoined,p1,")
    assert imports(known, *wonen).status == 0
    together = imports(known, *KNOWN, *wonen, "2020-02-05T00:00:00Z,wonen,team,MemberJoined,p2,")
    assert together.out.startswith("Recorded 1 events from 7 rows: 0 networks, 1 people.")
