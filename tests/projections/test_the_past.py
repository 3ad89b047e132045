"""Every read as of a moment says what was known then, and what was true then."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given

from application import queries as q
from tests.projections.asking import Prefix, all_events, questions, reads_of, told
from tests.projections.network_steps import NETWORK_STEPS
from tests.projections.recount import figures, first_day_with, recount
from tests.projections.stories import PATIENT, Step, Story, last_days, open_log, stories


@PATIENT
@given(stories(*NETWORK_STEPS, begin=("begin_network", "join", "appoint")))
def test_a_read_as_of_a_position_equals_that_read_when_nothing_came_after(steps: list[Step]):
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        story = Story(log).tries(*steps)
        positions = [recorded.position for recorded in all_events(log)]
        with reads_of(Path(folder), log) as reads:
            for position in positions[:: max(1, len(positions) // 3)]:
                with reads_of(Path(folder) / str(position), Prefix(log, position)) as then:
                    for question in questions(story.aggregates.values(), last_days()):
                        assert told(reads, question, position=position) == told(then, question), question
        log.close()


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
                    begun = {name: network for name, network in networks.items() if network.begun_at.date() <= day}
                    report = reads.answer(q.MembershipReport(on=day, position=known))
                    assert {row.network for row in report} == begun.keys()
                    for row in report:
                        counted = figures(begun[row.network], day)
                        assert (row.members, row.joined, row.left, row.core_group) == tuple(
                            map(len, (counted.members, counted.joined, counted.left, counted.seated))
                        )
                        listed = reads.answer(q.MembersOfNetwork(network=row.network, on=day, position=known)).items
                        assert {member.reference for member in listed} == counted.members
                        assert {member.reference for member in listed if member.in_core_group} == counted.seated & counted.members
                        reached = reads.answer(q.TimeToTarget(network=row.network, target=2, on=day, position=known))
                        assert reached.reached_on == first_day_with(begun[row.network], 2, day)
        log.close()


@PATIENT
@given(stories(*NETWORK_STEPS, begin=("begin_network", "join", "appoint")))
def test_a_growth_curve_ends_each_day_with_the_members_of_that_day(steps: list[Step]):
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        Story(log).tries(*steps)
        networks = recount(all_events(log))
        first, last = last_days()[0], last_days()[0] + timedelta(days=16)
        with reads_of(Path(folder), log) as reads:
            for network, counted in networks.items():
                curve = reads.answer(q.GrowthCurve(network=network, first=first, last=last, on=last))
                for day in curve:
                    assert day.members == len(figures(counted, day.day).members), day
        log.close()
