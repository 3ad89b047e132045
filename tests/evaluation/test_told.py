"""The story of the demo and the real history, evaluated and recounted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest

from application.evaluation import details
from application.evaluation.disclosure import evaluated
from application.evaluation.figures import FROM_THE_VAULT, FigureName
from application.language.evaluation.paper import paper
from application.language.words import Language
from application.ports.event_log import Recorded
from application.ports.vault import in_network
from application.queries.evaluation import Evaluation, EvaluationReport
from application.queries.networks import MembershipReport, TimeToTarget
from application.queries.pilot import Pilots
from domain.kernel.days import end_of
from netwerkpartij.settings import Settings
from netwerkpartij.wiring import Opened, opened
from tests.evaluation.comparing import asked, differences, recounted, told, unexplained
from tests.evaluation.recount import Asked, Recount
from tests.evaluation.refigure import at_the_end
from tests.projections.asking import all_events
from tests.story.hearing import Heard, a_story_told

pytestmark = pytest.mark.xdist_group("evaluation")

LAST_DAY = date(2023, 12, 31)


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    with a_story_told(tmp_path_factory.mktemp("story")) as story:
        story.service.reads.catch_up()
        yield story


@pytest.fixture(scope="module")
def report(heard: Heard) -> EvaluationReport:
    return evaluated(_asked_of(heard), heard.service.log, heard.service.vault)


def _asked_of(heard: Heard, **when: Any) -> EvaluationReport:
    reads = heard.service.reads
    pilot = reads.answer(Pilots()).items[0].pilot
    return reads.answer(Evaluation(pilot=pilot, **{"on": LAST_DAY, **when}))


def _some_of(events: tuple[str, ...]) -> list[str]:
    return Random(len(events)).sample(events, min(3, len(events)))  # noqa: S311  # the same ones every time


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2023, 6, 30), LAST_DAY])
def test_the_story_equals_its_recount(heard: Heard, day: date):
    answer = _asked_of(heard, on=day)
    pilot = heard.the("PilotOpened").originator_id
    counted = recounted(heard.events, asked(heard.service.reads, day, pilot))
    assert differences(told(answer.figures), counted) == {}
    assert len(answer.figures) > 50


def test_what_was_known_in_june_does_not_change(heard: Heard):
    june = heard.all_of("MemberLeft")[20].timestamp
    known = [each for each in heard.events if each.event.timestamp <= june]
    day = date(2023, 3, 31)
    answer = _asked_of(heard, on=day, known_at=june)
    when = replace(asked(heard.service.reads, day, heard.the("PilotOpened").originator_id))
    when = replace(when, over=min(when.before, june))
    assert differences(told(answer.figures), recounted(known, when)) == {}


def test_figures_of_the_story_follow_from_the_events_that_they_name(heard: Heard):
    when = asked(heard.service.reads, LAST_DAY, heard.the("PilotOpened").originator_id)
    for figure in _asked_of(heard).figures:
        assert unexplained(heard.events, figure, when, _some_of(figure.events)) == [], figure.figure


@pytest.mark.parametrize("day", [date(2023, 3, 31), LAST_DAY])
def test_members_and_core_groups_are_those_of_the_other_reports(heard: Heard, day: date):
    reads = heard.service.reads
    counts = {each.network: each for each in reads.answer(MembershipReport(on=day)).items}
    for figure in _asked_of(heard, on=day).figures:
        if figure.of is not None and figure.figure == "members":
            assert figure.value == counts[figure.of].members
        if figure.of is not None and figure.figure == "core-group-size":
            assert figure.value == counts[figure.of].core_group
        if figure.of is not None and figure.figure == "days-to-fifty":
            reached = reads.answer(TimeToTarget(network=figure.of, target=50, on=day))
            after = figure.detail and figure.detail_as(details.DaysToFifty).not_yet_after
            assert (figure.value, after) == (reached.days, reached.not_yet_after)


def _people_by_network(heard: Heard) -> dict[UUID, list[tuple[UUID, str | None]]]:
    """Who is a member of which ordinary network on the last day, and where they live: asked of the vault, one by one."""
    vault, found = heard.service.vault, {}
    for name, network in heard.told.networks.items():
        if heard.network(name).sensitive:
            continue
        closed = heard.network(name).closed_at
        members = [] if closed is not None else [each for each in heard.memberships(name) if each.holds_at(end_of(LAST_DAY))]
        whose = vault.whose(in_network(network), [each.reference for each in members])
        found[network] = [(person, vault.known(person).statistics.get("province")) for person in whose.values()]
    return found


def test_what_the_vault_adds_equals_a_recount_of_people(heard: Heard, report: EvaluationReport):
    everybody = _people_by_network(heard)
    times = Counter(person for people in everybody.values() for person, _ in people)
    (counted,), (recorded,) = heard.all_of("PartyMembersCounted"), heard.all_of("RepresentationBaselineRecorded")
    figures = {(each.figure, each.of): each for each in report.figures}
    in_tens = round(len(times), -1)
    assert figures[FigureName.REACH, None].n == in_tens
    assert figures[FigureName.REACH, None].value == round(in_tens / counted.members, 4)
    assert figures[FigureName.OVERLAP, None].value == round(round(sum(each > 1 for each in times.values()), -1) / in_tens, 2)
    assert recorded.reference_day <= LAST_DAY


def _members_by_quarter(heard: Heard, network: UUID) -> Iterator[dict[str, str]]:
    """Where the members lived who were known at the end of each quarter that is over in the story, by their reference."""
    for day in (
        date(2022, 6, 30),
        date(2022, 9, 30),
        date(2022, 12, 31),
        date(2023, 3, 31),
        date(2023, 6, 30),
        date(2023, 9, 30),
    ):
        then = end_of(day)
        group = Recount(each for each in heard.events if each.event.timestamp < then).groups.get(network)
        held = [] if group is None else at_the_end(group, then, Asked(before=then, over=then))
        whose = heard.service.vault.whose(in_network(network), [each.who for each in held])
        provinces = {who: heard.service.vault.known(person).statistics.get("province") for who, person in whose.items()}
        yield {who: province for who, province in provinces.items() if province is not None}


def test_likeness_equals_a_recount_by_quarter(heard: Heard, report: EvaluationReport):
    (recorded,) = heard.all_of("RepresentationBaselineRecorded")
    total = sum(each.share for each in recorded.shares)
    found = {each.of: each for each in report.figures if each.figure == "likeness" and each.value is not None}
    assert len(found) > 2
    for network, figure in found.items():
        assert network is not None
        told: list[dict[str, str]] = []
        for lives in _members_by_quarter(heard, network):
            if all(len(lives.keys() ^ each.keys()) >= 10 for each in [{}, *told]):
                told.append(lives)
        n = len(told[-1])
        counts = Counter(told[-1].values())
        deviation = sum(abs(counts[each.value] / n - each.share / total) for each in recorded.shares) / 2
        to_move = round(round(deviation, 2) * n)
        assert (figure.n, figure.value, figure.detail_as(details.Likeness).to_move) == (n, round(1 - deviation, 2), to_move)


def test_the_paper_tells_of_meetings_and_advice_and_quotes_the_lessons(report: EvaluationReport):
    first, *pages = paper(report).split("\f")
    first = " ".join(first.split())
    assert "Er zijn 25 bijeenkomsten vastgelegd: Netwerk Duurzaamheid en klimaat 9, Onderwijsnetwerk 7" in first
    assert "Er is twaalf keer om advies gevraagd: zeven beantwoord, één niet in behandeling genomen" in first
    assert "Aanbevelingen: één overgenomen en één voor een deel overgenomen. Adviezen als geheel: één niet overgenomen" in first
    (climate,) = [page for page in pages if page.startswith("Netwerk Duurzaamheid")]
    assert "Eerste halfjaar van 2023:" in climate
    assert "Wat moet de partij veranderen: “Vertel ons eerder waar de fractie mee bezig is.”" in climate


def test_the_paper_is_there_in_english_too(report: EvaluationReport):
    first, *pages = paper(report, Language.EN).split("\f")
    assert [line[:2] for line in first.splitlines() if line[1:2] == "."] == [f"{number}." for number in range(1, 9)]
    first = " ".join(first.split())
    assert "In all 25 meetings were recorded: Netwerk Duurzaamheid en klimaat 9, Onderwijsnetwerk 7" in first
    assert "Advice was asked twelve times: seven answered, one not taken on" in first
    assert "The party bureau estimated its hours: September 2023 40 hours, October 2023 32 hours" in first
    (climate,) = [page for page in pages if page.startswith("Netwerk Duurzaamheid")]
    assert "What should the party change: “Vertel ons eerder" in climate
    assert pages[-1].startswith("APPENDIX")


def test_the_hours_of_a_month_are_those_estimated_last(report: EvaluationReport):
    (hours,) = [each for each in report.figures if each.figure == "bureau-hours"]
    assert hours.value == [{"month": f"2023-{month}", "hours": count} for month, count in (("09", 40), ("10", 32), ("11", 28))]
    assert (hours.n, hours.detail) == (3, details.BureauHours(total=100, median=32))


def test_every_figure_of_the_registry_is_told(report: EvaluationReport):
    assert list(dict.fromkeys(each.figure for each in report.figures)) == list(FigureName)


def test_every_detail_is_what_its_name_says(report: EvaluationReport):
    assert {type(each.detail) for each in report.figures if each.detail is not None} == {
        each.detail for each in FigureName if each.detail is not None
    }
    assert [each for each in report.figures if each.detail is not None and type(each.detail) is not each.figure.detail] == []


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
    answer = imported.reads.answer(Evaluation(on=day))
    assert differences(told(answer.figures), recounted(history_events, asked(imported.reads, day))) == {}
    assert all(each.norm is None and each.verdict is None for each in answer.figures)


def test_figures_of_the_real_history_follow_from_the_events_that_they_name(imported: Opened, history_events: list[Recorded]):
    day = date(2024, 12, 31)
    figures = [each for each in imported.reads.answer(Evaluation(on=day)).figures if each.figure not in FROM_THE_VAULT]
    when = asked(imported.reads, day)
    for figure in Random(2022).sample(figures, 40):  # noqa: S311  # the same ones every time
        assert unexplained(history_events, figure, when, _some_of(figure.events)) == [], figure.figure


def test_networks_outside_the_pilot_are_evaluated_under_their_own_names(imported: Opened):
    answer = imported.reads.answer(Evaluation(on=date(2024, 12, 31)))
    assert len({each.network for each in answer.figures if each.network is not None}) > 100
