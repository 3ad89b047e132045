"""The story of the demo and the real history, evaluated and counted once more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest

from application.evaluation import details
from application.evaluation.disclosure import evaluated
from application.evaluation.figures import FROM_THE_VAULT, FigureName
from application.evaluation.withheld import without_events
from application.language.evaluation.paper import paper
from application.language.words import Language
from application.ports.event_log import Recorded
from application.ports.vault.contexts import in_network
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport
from application.queries.networks import MembershipReport, TimeToTarget
from netwerkpartij.settings import Settings
from netwerkpartij.wiring import Opened, opened
from tests.evaluation.anew.comparing import asked_of, left_out_differently, said_of_all, told, unexplained
from tests.evaluation.anew.counting import counted, differences
from tests.evaluation.anew.figure import Party
from tests.evaluation.anew.log import Asked, Log
from tests.evaluation.anew.networks import begun_networks
from tests.evaluation.anew.people import Vault
from tests.evaluation.anew.sentences.appendix import appendix
from tests.evaluation.anew.sentences.cells import TITLES, own_page
from tests.evaluation.anew.sentences.first_page import first_page
from tests.evaluation.anew.sentences.page import Page
from tests.evaluation.anew.sentences.words import Words
from tests.evaluation.anew.shown import sensitive_now, shown
from tests.evaluation.anew.standing import happened, standing_of
from tests.projections.asking import all_events
from tests.story.hearing import Heard, a_story_told

pytestmark = pytest.mark.xdist_group("evaluation")

LAST_DAY = date(2023, 12, 31)
SPRING = datetime(2023, 3, 20, 11, tzinfo=UTC)
ASKED = [
    pytest.param((date(2022, 9, 15), None), id="when one network had begun"),
    pytest.param((date(2022, 12, 31), None), id="after half a year"),
    pytest.param((date(2023, 3, 31), SPRING), id="of a day to come, as it was known in the spring"),
    pytest.param((date(2023, 6, 30), None), id="after a year"),
    pytest.param((LAST_DAY, None), id="at the end"),
]


@dataclass
class Told:
    """One evaluation of the story, and what is counted anew beside it."""

    service: Opened
    recorded: list[Recorded]
    pilot: UUID | None
    on: date
    known_at: datetime | None = None

    @cached_property
    def raw(self) -> EvaluationReport:
        question = Evaluation(on=self.on, known_at=self.known_at, pilot=self.pilot, with_others=True, events=True)
        return self.service.reads.answer(question)

    @cached_property
    def report(self) -> EvaluationReport:
        return evaluated(self.raw, self.service.log, self.service.vault)

    @cached_property
    def events(self) -> list[Recorded]:
        """Those that were known."""
        return [each for each in self.recorded if self.known_at is None or each.event.timestamp <= self.known_at]

    @cached_property
    def asked(self) -> Asked:
        return asked_of(self.service.reads, self.on, self.pilot, self.known_at)

    @cached_property
    def party(self) -> Party:
        return Party.of(Log.of(self.events), self.asked)

    @cached_property
    def sensitive(self) -> set[UUID]:
        return sensitive_now(self.recorded)

    @cached_property
    def counted(self) -> Any:  # by figure and network
        vault = self.service.vault
        people = Vault(
            whose=lambda network, references: vault.whose(in_network(network), list(references)),
            province=lambda person: vault.known(person).statistics.get("province"),
        )
        return shown(self.party, people, self.sensitive, with_others=True)

    @cached_property
    def papers(self) -> dict[Language, list[str]]:
        """What is printed in each language: the first page, the page of each network and the appendix."""
        return {each: paper(without_events(self.report), each).split("\f") for each in Language}

    def page(self, language: Language) -> Page:
        return Page(self.party, self.counted, self.sensitive, self.report.known_at, Words(language))


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    with a_story_told(tmp_path_factory.mktemp("story")) as story:
        story.service.reads.catch_up()
        yield story


@pytest.fixture(scope="module", params=ASKED)
def story(heard: Heard, request: pytest.FixtureRequest) -> Told:
    return of_story(heard, *request.param)


@pytest.fixture(scope="module")
def at_the_end(heard: Heard) -> Told:
    return of_story(heard, LAST_DAY)


def of_story(heard: Heard, on: date, known_at: datetime | None = None) -> Told:
    pilot = UUID(str(heard.the("PilotOpened").originator_id))
    return Told(heard.service, heard.events, pilot, on, known_at)


def _some_of(events: tuple[str, ...]) -> list[str]:
    return Random(len(events)).sample(events, min(3, len(events)))  # noqa: S311  # the same ones every time


def test_every_figure_of_the_story_equals_its_recount_as_everybody_sees_it(story: Told):
    assert differences(said_of_all(story.report), story.counted) == {}
    assert len(story.counted) > 30


def test_what_figures_of_the_story_leave_out_equals_a_recount(story: Told):
    assert left_out_differently(story.raw, story.party) == {}


def test_how_networks_stand_and_what_happened_equals_a_recount(story: Told):
    stand_as_recounted(story)
    answer = story.report.model_dump(mode="json", by_alias=True, include={"happened"})
    assert answer["happened"] == happened(story.party, story.sensitive)


def stand_as_recounted(told: Told) -> None:
    answer = told.report.model_dump(mode="json", by_alias=True, include={"networks"})
    networks = begun_networks(told.party.networks, told.asked, of_pilot=False)
    standing = [standing_of(told.party, each, sensitive=each.id in told.sensitive) for each in networks]
    assert sorted(answer["networks"], key=str) == sorted(standing, key=str)


@pytest.mark.parametrize("language", Language)
def test_every_sentence_of_the_first_page_is_what_its_recount_says(story: Told, language: Language):
    first_page_is_recounted(story, language)


@pytest.mark.parametrize("language", Language)
def test_every_line_of_the_page_of_each_network_is_what_its_recount_says(story: Told, language: Language):
    pages_of_networks_are_recounted(story, language)


@pytest.mark.parametrize("language", Language)
def test_every_line_of_the_appendix_is_what_its_recount_says(story: Told, language: Language):
    appendix_is_recounted(story, language)


def first_page_is_recounted(told: Told, language: Language) -> None:
    said = told.papers[language][0]
    assert sentences(said) == sentences(" ".join(first_page(told.page(language), told.on)))


def pages_of_networks_are_recounted(told: Told, language: Language) -> None:
    page, (_, *pages, _) = told.page(language), told.papers[language]
    assert len(pages) == len(page.networks)
    for said, network in zip(pages, page.networks, strict=True):
        title, *lines = lines_of(said)
        assert title == page.words.as_of(page.name(network), told.on)
        figures = {figure: page.of(figure, network) for figure in TITLES}
        assert lines == own_page(page.words, figures)


def appendix_is_recounted(told: Told, language: Language) -> None:
    """Each line under what a figure is said to be; what it is said to be has no number, of this day or another."""
    page, (title, *blocks) = told.page(language), told.papers[language][-1].split("\n\n")
    assert title == page.words.as_of(page.say("BIJLAGE: alle cijfers", "APPENDIX: all figures"), told.on)
    for block, (name, rows) in zip(blocks, appendix(page), strict=True):
        title, *lines = lines_of(block)
        explained = " ".join(lines[: -len(rows)])
        assert (title, lines[-len(rows) :]) == (name, rows)
        assert explained.endswith(".")
        assert not re.search(r"\d", explained)


def lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def sentences(text: str) -> list[str]:
    """One on each line, so that a difference is seen."""
    return " ".join(text.split()).replace(". ", ".\n").replace(": ", ":\n").splitlines()


def test_figures_of_the_story_follow_from_the_events_that_they_name(at_the_end: Told):
    for figure in at_the_end.raw.figures:
        if figure.figure not in FROM_THE_VAULT:
            assert [*unexplained(at_the_end.events, figure, at_the_end.asked, _some_of(figure.events))] == [], figure.figure


@pytest.mark.parametrize("day", [date(2023, 3, 31), LAST_DAY])
def test_members_and_core_groups_are_those_of_the_other_reports(heard: Heard, day: date):
    reads = heard.service.reads
    counts = {each.network: each for each in reads.answer(MembershipReport(on=day)).items}
    for figure in of_story(heard, day).raw.figures:
        if figure.of is not None and figure.figure == "members":
            assert figure.value == counts[figure.of].members
        if figure.of is not None and figure.figure == "core-group-size":
            assert figure.value == counts[figure.of].core_group
        if figure.of is not None and figure.figure == "days-to-fifty":
            reached = reads.answer(TimeToTarget(network=figure.of, target=50, on=day))
            after = figure.detail and figure.detail_as(details.DaysToFifty).not_yet_after
            assert (figure.value, after) == (reached.days, reached.not_yet_after)


def test_every_figure_of_the_registry_is_told(at_the_end: Told):
    assert list(dict.fromkeys(each.figure for each in at_the_end.report.figures)) == list(FigureName)


def test_every_detail_is_what_its_name_says(at_the_end: Told):
    told = [each for each in at_the_end.report.figures if each.detail is not None]
    assert {type(each.detail) for each in told} == {each.detail for each in FigureName if each.detail is not None}
    assert [each for each in told if type(each.detail) is not each.figure.detail] == []


# The real history


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Iterator[Opened]:
    from netwerkpartij.cli.history import history  # noqa: PLC0415  # only with the real data

    folder = tmp_path_factory.mktemp("imported")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETWERKPARTIJ_DATA", str(folder))
        history(shared_data / "team_history.csv")
        with opened(Settings()) as service:
            service.reads.catch_up()
            yield service


@pytest.fixture(scope="module")
def history_events(imported: Opened) -> list[Recorded]:
    return all_events(imported.log)


@pytest.fixture(scope="module")
def history_today(imported: Opened, history_events: list[Recorded]) -> Told:
    return Told(imported, history_events, None, date(2025, 12, 31))


@pytest.mark.parametrize("day", [date(2019, 6, 30), date(2022, 2, 28)])
def test_the_real_history_equals_its_recount(imported: Opened, history_events: list[Recorded], day: date):
    told_then = Told(imported, history_events, None, day)
    assert differences(told(told_then.raw), counted(told_then.party)) == {}
    assert left_out_differently(told_then.raw, told_then.party) == {}


def test_the_real_history_of_today_equals_its_recount_as_everybody_sees_it(history_today: Told):
    assert differences(said_of_all(history_today.report), history_today.counted) == {}
    assert left_out_differently(history_today.raw, history_today.party) == {}
    assert all(each.norm is None and each.verdict is None for each in history_today.raw.figures)
    stand_as_recounted(history_today)


@pytest.mark.parametrize("language", Language)
def test_everything_that_is_printed_of_the_real_history_is_what_its_recount_says(history_today: Told, language: Language):
    first_page_is_recounted(history_today, language)
    pages_of_networks_are_recounted(history_today, language)
    appendix_is_recounted(history_today, language)


def test_figures_of_the_real_history_follow_from_the_events_that_they_name(history_today: Told):
    figures = [each for each in history_today.raw.figures if each.figure not in FROM_THE_VAULT]
    for figure in Random(2022).sample(figures, 40):  # noqa: S311  # the same ones every time
        wrong = unexplained(history_today.events, figure, history_today.asked, _some_of(figure.events))
        assert [*wrong] == [], figure.figure


def test_networks_outside_the_pilot_are_evaluated_under_their_own_names(history_today: Told):
    assert len({each.network for each in history_today.raw.figures if each.network is not None}) > 100
