"""The story of the demo and the real history, evaluated and counted once more."""

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
from tests.evaluation.anew.sentences.cells import own_page
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

    heard: Heard
    on: date
    known_at: datetime | None

    @property
    def service(self) -> Opened:
        return self.heard.service

    @cached_property
    def pilot(self) -> UUID:
        return UUID(str(self.heard.the("PilotOpened").originator_id))

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
        return [each for each in self.heard.events if self.known_at is None or each.event.timestamp <= self.known_at]

    @cached_property
    def asked(self) -> Asked:
        return asked_of(self.service.reads, self.on, self.pilot, self.known_at)

    @cached_property
    def party(self) -> Party:
        return Party.of(Log(self.events), self.asked)

    @cached_property
    def sensitive(self) -> set[UUID]:
        return sensitive_now(self.heard.events)

    @cached_property
    def counted(self) -> Any:  # by figure and network
        vault = self.service.vault
        people = Vault(
            whose=lambda network, references: vault.whose(in_network(network), list(references)),
            province=lambda person: vault.known(person).statistics.get("province"),
        )
        return shown(self.events, self.asked, people, self.sensitive, with_others=True)


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    with a_story_told(tmp_path_factory.mktemp("story")) as story:
        story.service.reads.catch_up()
        yield story


@pytest.fixture(scope="module", params=ASKED)
def story(heard: Heard, request: pytest.FixtureRequest) -> Told:
    return Told(heard, *request.param)


@pytest.fixture(scope="module")
def at_the_end(heard: Heard) -> Told:
    return Told(heard, LAST_DAY, None)


def _some_of(events: tuple[str, ...]) -> list[str]:
    return Random(len(events)).sample(events, min(3, len(events)))  # noqa: S311  # the same ones every time


def test_every_figure_of_the_story_equals_its_recount_as_everybody_sees_it(story: Told):
    assert differences(said_of_all(story.report), story.counted) == {}
    assert len(story.counted) > 30


def test_what_figures_of_the_story_leave_out_equals_a_recount(story: Told):
    assert left_out_differently(story.raw, story.events, story.asked) == {}


def test_how_networks_stand_and_what_happened_equals_a_recount(story: Told):
    answer = story.report.model_dump(mode="json", by_alias=True, include={"networks", "happened"})
    networks = begun_networks(story.party.networks, story.asked, of_pilot=False)
    standing = [standing_of(story.party, each, sensitive=each.id in story.sensitive) for each in networks]
    assert sorted(answer["networks"], key=str) == sorted(standing, key=str)
    assert answer["happened"] == happened(story.party, story.sensitive)


@pytest.mark.parametrize("language", Language)
def test_every_sentence_of_the_first_page_is_what_its_recount_says(story: Told, language: Language):
    page = Page(story.party, story.counted, story.sensitive, story.report.known_at, Words(language))
    said = paper(without_events(story.report), language).split("\f")[0]
    assert sentences(said) == sentences(" ".join(first_page(page, story.on)))


@pytest.mark.parametrize("language", Language)
def test_every_line_of_the_page_of_each_network_is_what_its_recount_says(story: Told, language: Language):
    page = Page(story.party, story.counted, story.sensitive, story.report.known_at, Words(language))
    _, *pages, _ = paper(without_events(story.report), language).split("\f")
    assert len(pages) == len(page.networks)
    for said, network in zip(pages, page.networks, strict=True):
        title, *lines = [" ".join(line.split()) for line in said.splitlines() if line.strip()]
        assert title.startswith(f"{page.name(network)},")
        figures = {figure: told for (figure, of), told in story.counted.items() if of == network.id}
        assert lines == own_page(page.words, figures)


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
    for figure in Told(heard, day, None).raw.figures:
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


@pytest.mark.parametrize("day", [date(2019, 6, 30), date(2022, 2, 28), date(2025, 12, 31)])
def test_the_real_history_equals_its_recount(imported: Opened, history_events: list[Recorded], day: date):
    answer, asked = imported.reads.answer(Evaluation(on=day, events=True)), asked_of(imported.reads, day)
    assert differences(told(answer), counted(history_events, asked)) == {}
    assert left_out_differently(answer, history_events, asked) == {}
    assert all(each.norm is None and each.verdict is None for each in answer.figures)


def test_figures_of_the_real_history_follow_from_the_events_that_they_name(imported: Opened, history_events: list[Recorded]):
    day = date(2024, 12, 31)
    answer, asked = imported.reads.answer(Evaluation(on=day, events=True)), asked_of(imported.reads, day)
    figures = [each for each in answer.figures if each.figure not in FROM_THE_VAULT]
    for figure in Random(2022).sample(figures, 40):  # noqa: S311  # the same ones every time
        assert [*unexplained(history_events, figure, asked, _some_of(figure.events))] == [], figure.figure


def test_networks_outside_the_pilot_are_evaluated_under_their_own_names(imported: Opened):
    answer = imported.reads.answer(Evaluation(on=date(2024, 12, 31)))
    assert len({each.network for each in answer.figures if each.network is not None}) > 100
