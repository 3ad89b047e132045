"""What README.md shows is what the program says."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from application.evaluation.disclosure import evaluated
from application.language.evaluation.paper import paper
from application.queries.evaluating.evaluation import Evaluation
from application.queries.networks import MembershipCount, MembershipReport
from application.queries.pilot import Pilots
from tests.story.hearing import Heard

pytestmark = pytest.mark.xdist_group("story")

README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^│ (.+?) +│ ([\d-]+) +│ ([\d-]+) +│ ([\d-]+) +│ ([\d-]+) +│$", re.MULTILINE)
LINE = re.compile(r'\{"network": "(.+?)", "members": (\d+), "joined": (\d+), "left": (\d+), "coreGroup": (\d+)\}')


def test_the_table_of_the_readme_is_the_report_of_the_demo(heard: Heard):
    report = heard.service.reads.answer(MembershipReport(on=date(2023, 12, 31))).items
    assert [_row(count) for count in report if not count.sensitive] == [row for row in ROW.findall(README) if "-" not in row]
    protected = [count for count in report if count.sensitive]
    assert [(each.name, each.members_band) for each in protected] == [row[:2] for row in ROW.findall(README) if "-" in row]


def test_what_was_typed_in_april_changes_what_was_true_in_march_and_not_what_was_known(heard: Heard):
    true = heard.service.reads.answer(MembershipReport(on=date(2023, 3, 20))).items
    known = heard.service.reads.answer(
        MembershipReport(on=date(2023, 3, 20), known_at=datetime(2023, 3, 31, 10, tzinfo=UTC))
    ).items
    shown = LINE.findall(README)
    assert [_row(count) for report in (true, known) for count in report if count.name == shown[0][0]] == shown


def _row(count: MembershipCount) -> tuple[str, ...]:
    return count.name, str(count.members), str(count.joined), str(count.left), str(count.core_group)


def test_what_it_shows_of_the_evaluation_is_what_the_demo_s_evaluation_says(heard: Heard):
    (block,) = re.findall(r"^\$ .venv/bin/netwerkpartij evaluate [^\n]*\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    (pilot,) = heard.service.reads.answer(Pilots()).items
    question = Evaluation(pilot=pilot.pilot, with_others=True, on=date(2023, 12, 31))
    report = evaluated(heard.service.reads.answer(question), heard.service.log, heard.service.vault)
    shown = [line for line in block.splitlines() if line != "..."]
    assert len(shown) > 2
    assert set(shown) <= set(paper(report).splitlines())
