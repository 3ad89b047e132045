"""Every read as of a moment says what was known then, and what was true then."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from application.queries.auditing.reasons import Why
from application.queries.networks import GrowthCurve, MembershipCount, MembershipReport, MembersOfNetwork, TimeToTarget
from domain.kernel.days import day_of, end_of
from domain.kernel.events import event_name
from projections.reading.query_service import QueryService
from tests.projections.asking import all_events, days_apart, must_read_as_it_did, reads_of
from tests.projections.network_steps import NETWORK_STEPS
from tests.projections.recount import changes, figures, first_day_with, recount
from tests.projections.stories import PATIENT, Step, Story, last_days, open_log, stories


@days_apart
@PATIENT
@given(steps=stories(*NETWORK_STEPS, begin=("begin_network", "join", "appoint")))
def test_a_read_as_of_a_position_equals_that_read_when_nothing_came_after(apart: int, steps: list[Step]):
    must_read_as_it_did(steps, apart)


@pytest.mark.usefixtures("often")
@PATIENT
@given(stories(*NETWORK_STEPS, begin=("begin_network", "join", "appoint")))
def test_every_figure_equals_a_recount_of_the_events(steps: list[Step]):
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        Story(log).tries(*steps)
        events = all_events(log)
        with reads_of(Path(folder), log) as reads:
            for known in {events[0].position, events[len(events) // 2].position, events[-1].position}:
                networks = recount([recorded for recorded in events if recorded.position <= known])
                for day in last_days():
                    begun = {name: network for name, network in networks.items() if day_of(network.begun_at) <= day}
                    report = reads.answer(MembershipReport(on=day, position=known)).items
                    assert {row.network for row in report} == begun.keys()
                    for row in report:
                        assert row.name == begun[row.network].name(end_of(day))
                        counted = figures(begun[row.network], day)
                        assert (row.members, row.joined, row.left, row.core_group) == tuple(
                            map(len, (counted.members, counted.joined, counted.left, counted.seated))
                        )
                        listed = reads.answer(MembersOfNetwork(network=row.network, on=day, position=known)).items
                        assert {member.reference for member in listed} == counted.members
                        assert {member.reference for member in listed if member.in_core_group} == counted.seated & counted.members
                        _reasons_agree(reads, row, day, known, {event_name(recorded.event) for recorded in events})
                        reached = reads.answer(TimeToTarget(network=row.network, target=2, on=day, position=known))
                        assert reached.reached_on == first_day_with(begun[row.network], 2, day)
        log.close()


@pytest.mark.usefixtures("often")
@PATIENT
@given(stories(*NETWORK_STEPS, begin=("begin_network", "join", "appoint")))
def test_a_growth_curve_tells_each_day_s_members_joiners_and_leavers(steps: list[Step]):
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        Story(log).tries(*steps)
        networks = recount(all_events(log))
        first, last = last_days()[0], last_days()[0] + timedelta(days=16)
        with reads_of(Path(folder), log) as reads:
            for network, counted in networks.items():
                curve = reads.answer(GrowthCurve(network=network, first=first, last=last, on=last))
                for day in curve:
                    joined, left = changes(counted, day.day)
                    assert (day.members, day.joined, day.left) == (len(figures(counted, day.day).members), joined, left), day
        log.close()


def _reasons_agree(reads: QueryService, row: MembershipCount, day: date, known: int, names: set[str]) -> None:
    figures = {"members": row.members, "joined": row.joined, "left": row.left, "core-group": row.core_group}
    for figure, value in figures.items():
        asked = {"figure": figure, "item": row.network, "on": day, "position": known}
        reasons = reads.answer(Why.model_validate(asked))
        assert reasons.value == value
        assert set(reasons.events) <= names
        assert bool(reasons.events) == bool(value)
