"""The evaluation of the demo does not mislead its board."""

import re
from datetime import date
from json import loads

import pytest

from application.evaluation import details
from application.evaluation.disclosure import evaluated
from application.evaluation.frozen import report_in
from application.evaluation.withheld import without_events
from application.language.evaluation.paper import paper
from application.language.words import Language
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport, Figure
from application.queries.pilot import Pilots
from netwerkpartij.story import plans
from tests.story.hearing import Heard

pytestmark = pytest.mark.xdist_group("story")

END = date(2023, 12, 31)
A_PAGE = 110


@pytest.fixture(scope="module")
def report(heard: Heard) -> EvaluationReport:
    (pilot,) = heard.service.reads.answer(Pilots()).items
    question = Evaluation(pilot=pilot.pilot, with_others=True, on=END)
    return evaluated(heard.service.reads.answer(question), heard.service.log, heard.service.vault)


def the(report: EvaluationReport, name: str, network: str) -> Figure:
    (found,) = [each for each in report.figures if (each.figure, each.network) == (name, network)]
    return found


def test_of_the_merged_network_twelve_left_and_not_all_88(report: EvaluationReport):
    assert the(report, "growth-per-month", plans.FAMILY).detail == details.MembershipsEnded(ended=12)
    kept = the(report, "retention-after-12-months", plans.FAMILY).detail_as(details.Retention)
    assert (kept.stayed, kept.network_closed) == (0, 59)


def test_a_core_group_that_missed_a_day_is_not_told_to_have_been_large_enough_always(report: EvaluationReport):
    assert the(report, "core-group-continuity", plans.FAMILY).verdict == "not-reached"
    for language in Language:
        assert not re.search(r"\b100 ?(procent|per cent|%)", paper(report, language).split("\f")[0])


@pytest.mark.parametrize("language", Language)
def test_page_one_is_a_page_without_anything_of_the_program(report: EvaluationReport, language: Language):
    page_one = paper(report, language).split("\f")[0]
    assert len(page_one.splitlines()) < A_PAGE
    for code in ("None", "norm", " - ", "/v1/", "{", "}", "not-yet", "network-closed"):
        assert code not in page_one, code


def test_its_json_is_small_unless_events_are_asked_for(report: EvaluationReport):
    bare, whole = (len(each.model_dump_json(by_alias=True)) for each in (without_events(report), report))
    assert bare < 100_000
    assert bare * 3 < whole


def test_a_suspension_that_ended_is_told_with_its_reason(report: EvaluationReport):
    told = " ".join(paper(report).split("\f")[0].split())
    assert (
        "Young Professional Netwerk was stilgelegd van 18 april 2023 tot 13 juni 2023. De reden: “De kerngroep is het niet eens"
        in told
    )


def test_what_was_frozen_is_read_again_as_it_was_told(heard: Heard):
    (frozen,) = heard.all_of("EvaluationFrozen")
    report = report_in(frozen.document, frozen.networks)
    assert report.model_dump(mode="json", by_alias=True) == loads(frozen.document)["evaluation"]
