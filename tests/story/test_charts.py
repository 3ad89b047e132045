"""Charts of the demo's evaluation tell what its figures tell, and of networks with extra protection no number of people."""

from dataclasses import replace
from typing import Any

import pytest
from starlette.responses import Response

from application.language.evaluation.page import EvaluationPage
from application.language.words import Language
from application.ports.vault.sessions import Session
from application.queries.evaluating.evaluation import Evaluation
from domain.kernel.acts import Role
from netwerkpartij.story import PEOPLE, plans
from tests.story.hearing import Heard
from tests.web.pages import NOTHING
from web.pages.evaluation.charts import CHARTS, charts, charts_by_question
from web.pages.evaluation.drawing import Drawing, Drawn
from web.rendering import render
from web.site import PartyWords, around
from web.visit import Visit

pytestmark = pytest.mark.xdist_group("story")

OF_PEOPLE = [name for name in CHARTS if name != "op-tijd"]
"""When advice came is told of every network: it counts nobody."""


@pytest.fixture(scope="module")
def visit(heard: Heard) -> Visit:
    board = Session(person=heard.service.vault.person_named(PEOPLE[Role.NATIONAL_BOARD]), role=Role.NATIONAL_BOARD, network=None)
    return Visit(heard.service.service, board, Language.NL, "/evaluatie/grafieken/groei", {}, ways_in=NOTHING)


@pytest.fixture(scope="module")
def drawn(visit: Visit) -> dict[str, Drawn]:
    drawing = Drawing(visit, EvaluationPage(visit.ask(Evaluation()), visit.language))
    return {name: chart.draw(drawing) for name, chart in CHARTS.items()}


def rows(drawn: Drawn, network: str) -> list[str]:
    found = [each for each in drawn.table.items if getattr(each, "figure", None) is not None and each.figure.network == network]
    return [drawn.table.told(column, each) for each in found for column in drawn.table.columns]


def test_each_chart_says_in_its_table_what_it_draws(drawn: dict[str, Drawn]):
    assert rows(drawn["vijftig"], plans.CARE)[1:] == ["418", "Geen vijftig leden in 418 dagen."]
    assert rows(drawn["kerngroepen"], plans.CLIMATE)[1:5] == ["3", "4", "318", "391"]
    assert rows(drawn["op-tijd"], plans.CLIMATE)[1:4] == ["0", "2", "0"]
    assert rows(drawn["landelijk"], plans.CARE)[1:4] == ["19", "28", "30 september 2023"]
    assert [each.figure.network for each in drawn["landelijk"].pictures] == [
        each.figure.network for each in drawn["landelijk"].table.items if each.bar is not None
    ]


def test_the_lines_of_growth_are_a_table_of_quarters_and_in_a_file_of_months(visit: Visit, drawn: dict[str, Drawn]):
    table = drawn["groei"].table
    assert [table.told(table.columns[0], each) for each in table.items][-2:] == ["september 2023", "december 2023"]
    as_file = replace(visit, query={"als": "csv"})
    months = CHARTS["groei"].draw(Drawing(as_file, EvaluationPage(visit.ask(Evaluation()), visit.language))).table
    assert len(months.items) > 2 * len(table.items)
    assert [table.told(each, table.items[-1]) for each in table.columns] == [
        months.told(each, months.items[-1]) for each in months.columns
    ]


def test_a_paper_has_the_pictures_too(visit: Visit, drawn: dict[str, Drawn]):
    on_paper = Drawing(replace(visit, query={"als": "pdf-bestand"}), EvaluationPage(visit.ask(Evaluation()), visit.language))
    assert CHARTS["groei"].draw(on_paper).pictures == drawn["groei"].pictures != []


@pytest.mark.parametrize("name", OF_PEOPLE)
def test_of_a_network_with_extra_protection_nothing_is_drawn(drawn: dict[str, Drawn], name: str):
    protected = {plans.LHBTIQ, "Netwerk veelkleurig"}
    assert protected.isdisjoint(each.figure.network for each in drawn[name].pictures)
    assert protected.isdisjoint(each.heading.nl for each in drawn[name].table.columns)
    told: list[Any] = [
        each for each in drawn[name].table.items if getattr(each, "figure", None) and each.figure.network in protected
    ]
    assert [(each.bar, [number for number in each.numbers if number is not None]) for each in told] == [(None, [])] * len(told)


def test_every_chart_belongs_to_a_question_and_none_is_left_out():
    assert sorted(each.name for of in charts_by_question().values() for each in of) == sorted(CHARTS)
    assert {number for number, of in charts_by_question().items() if of} == {2, 3, 4, 6}


@pytest.mark.parametrize("name", CHARTS)
def test_each_row_and_picture_leads_to_what_it_rests_on(visit: Visit, name: str):
    shown = charts.show(visit, name)
    assert not isinstance(shown, Response)
    facts = {**around(visit, PartyWords("Voorbeeldpartij"), charts), **shown}
    assert render(charts.template, visit, facts).count("/evaluatie/waarom?cijfer=") >= 4
