"""``netwerkpartij evaluate`` and ``why``: figures with their events, on paper and as JSON."""

import json
import re
from datetime import datetime
from typing import Any

import pytest

from application.evaluation.figures import FigureName
from domain.kernel.days import AMSTERDAM
from tests.netwerkpartij.terminal import BEGIN, Terminal
from tests.papers import ReadPaper, need_pango

HISTORY = """timestamp,network,kind,event,person,role
2020-01-01T00:00:00Z,zorg,team,NetworkFounded,,
2020-01-02T00:00:00Z,zorg,team,MemberJoined,p1,member
2020-01-02T00:00:00Z,zorg,team,MemberJoined,p2,member
2020-01-03T00:00:00Z,zorg,team,CoreGroupMemberAppointed,p1,
2020-06-04T00:00:00Z,zorg,team,MemberLeft,p2,
"""
KEYS = {"figure", "network", "value", "unit", "n", "norm", "verdict", "note", "detail", "events", "ground", "leftOut"}


@pytest.fixture
def zorg(terminal: Terminal) -> Terminal:
    path = terminal.folder / "history.csv"
    path.write_text(HISTORY, encoding="utf-8")
    terminal.does("import", "history", str(path))
    return terminal


def evaluated(terminal: Terminal, day: str, *more: str) -> dict[str, Any]:
    told = terminal.does("evaluate", "--on", day, "--format", "json", "--events", *more)
    assert told.err == ""
    report: dict[str, Any] = json.loads(told.out)
    return report


def of_zorg(report: dict[str, Any], figure: str) -> Any:
    (found,) = [each for each in report["figures"] if (each["figure"], each["network"]) == (figure, "zorg")]
    assert set(found) == KEYS
    return found


def test_an_evaluation_as_json_has_every_figure(zorg: Terminal):
    report = evaluated(zorg, "2021-12-31")
    assert set(report) == {"on", "knownAt", "countedUntil", "party", "networks", "happened", "figures"}
    assert report["on"] == "2021-12-31"
    assert [*dict.fromkeys(each["figure"] for each in report["figures"])] == [*FigureName]
    assert of_zorg(report, "members")["value"] == 1
    assert len(of_zorg(report, "members")["events"]) == 2
    assert of_zorg(report, "members-after-12-months")["value"] == 1
    assert of_zorg(report, "retention-after-12-months")["value"] == 0.5
    assert of_zorg(report, "retention-after-12-months")["n"] == 2
    assert {each["norm"] for each in report["figures"]} == {None}


def test_what_cannot_be_said_yet_is_said(zorg: Terminal):
    report = evaluated(zorg, "2020-12-31")
    for figure in ("members-after-12-months", "retention-after-12-months", "days-to-fifty"):
        told = of_zorg(report, figure)
        assert (told["value"], told["note"]) == (None, "not-yet-measurable")
    assert of_zorg(report, "days-to-fifty")["detail"] == {"notYetAfter": 365}
    assert of_zorg(evaluated(zorg, "2021-01-01"), "members-after-12-months")["value"] == 1


def test_before_anything_was_known_there_is_nothing_to_evaluate(zorg: Terminal):
    report = evaluated(zorg, "2021-12-31", "--known-at", "2021-12-31T12:00:00+01:00")
    assert {each["network"] for each in report["figures"]} == {None}


def test_the_paper_opens_with_questions_and_ends_with_every_figure(zorg: Terminal):
    told = zorg.does("evaluate", "--on", "2021-12-31", "-o", "evaluatie.txt")
    assert told.out == ""
    paper = (zorg.folder / "evaluatie.txt").read_text(encoding="utf-8")
    first, network, appendix = paper.split("\f")
    first = " ".join(first.split())
    assert "1. Welke netwerken zijn begonnen?" in first
    assert (
        "Kort. Er is één netwerk, en dat is actief. Van één netwerk met een heel jaar had er geen vijftig leden of meer." in first
    )
    assert "Van geen enkel netwerk is een bijeenkomst vastgelegd. Misschien waren die er wel." in first
    assert "Er is geen adviesvraag vastgelegd." in first
    assert "7. Wat brachten leden zelf in, en kregen zij antwoord? Dat leggen wij nog niet vast." in first
    assert "8. Hoeveel werk was het voor het partijbureau?" in first
    assert network.startswith("zorg, stand op 31 december 2021")
    assert len(appendix.strip().split("\n\n")) == len(FigureName) + 1


def test_the_paper_is_in_english_when_asked(zorg: Terminal):
    paper = zorg.does("evaluate", "--on", "2021-12-31", "--language", "en").out
    assert paper.startswith("EVALUATION OF THE PARTY NETWORKS\nAs of 31 December 2021")
    assert "Not fifty after a year: zorg (1)." in paper
    assert "7. What did members contribute, and did they get an answer?\n   This is not recorded yet." in paper
    assert "Stand" not in paper
    assert "all networks" in zorg.does("why", "networks-founded", "--on", "2021-12-31", "--language", "en").out
    assert zorg.types("evaluate", "--on", "2021-12-31", "--language", "fr").status == 2


@pytest.mark.parametrize(("language", "title"), [("nl", "Werkt het?"), ("en", "Does it work?")])
def test_the_page_of_the_portal_is_written_to_one_file(zorg: Terminal, language: str, title: str):
    zorg.does("evaluate", "--on", "2021-12-31", "--format", "html", "--language", language, "-o", "evaluatie.html")
    page = (zorg.folder / "evaluatie.html").read_text(encoding="utf-8")
    assert title in page
    assert "31 december 2021" in page.lower()
    assert re.findall(r'(?:src|href)="(?!data:|https?://|#|tel:|mailto:)', page) == []
    assert ("<script" in page, "<nav" in page, "@font-face" in page) == (False, False, True)


def test_the_paper_of_the_portal_is_written_to_a_file(zorg: Terminal):
    need_pango()
    refused = zorg.types("evaluate", "--on", "2021-12-31", "--format", "pdf")
    assert (refused.status, refused.out) == (2, "")
    assert "-o evaluatie.pdf" in refused.complaint
    zorg.does("evaluate", "--on", "2021-12-31", "--format", "pdf", "-o", "evaluatie.pdf")
    made = ReadPaper((zorg.folder / "evaluatie.pdf").read_bytes())
    assert made.says_it_is_accessible
    assert "Stand op 31 december 2021" in made.text
    assert "/Figure" in [tag for tag, _ in made.tags]  # its charts


def test_why_names_the_events(zorg: Terminal):
    told = json.loads(zorg.does("why", "members", "--on", "2021-12-31", "--format", "json").out)
    (figure,) = told["figures"]
    assert [each["type"] for each in sorted(figure["events"], key=lambda each: each["at"])] == [
        "ExistingNetworkBroughtIn",
        "MemberJoined",
    ]
    assert "MemberJoined" in zorg.does("why", "members", "--on", "2021-12-31").out


def test_a_figure_that_is_none_is_refused(zorg: Terminal):
    complaint = zorg.types("why", "happiness")
    assert complaint.status == 2
    assert "'happiness' is not a figure" in complaint.complaint


def test_where_no_network_began_the_paper_says_so(terminal: Terminal):
    terminal.does(*BEGIN)
    assert "Er is nog geen netwerk begonnen." in terminal.does("evaluate", "--on", f"{datetime.now(AMSTERDAM):%Y-%m-%d}").out


def test_of_a_day_before_anything_was_recorded_there_is_no_paper(terminal: Terminal):
    terminal.does(*BEGIN)
    refused = terminal.types("evaluate", "--on", "2020-12-31")
    assert (refused.status, refused.out) == (1, "")
    assert refused.complaint.startswith("nothing-recorded-then: ")
