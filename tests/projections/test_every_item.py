"""What is shown of an item now is what the item itself would say; and what is shown of a day is what was shown that day."""

from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from application.queries.advice import AdviceRequestDetails
from application.queries.auditing.record import OfficesHeld
from application.queries.meetings import LessonsOfNetworks, MeetingDetails, MeetingEntry, Meetings
from application.queries.networks import MembersOfNetwork, NetworkDetails
from application.queries.pilot import Pilots, Talks, WaitingPlans
from application.queries.plans import FoundingPlanDetails
from domain.advice.request import AdviceRequest
from domain.kernel.days import day_of, end_of
from domain.kernel.mending import Correction, Withdrawal
from domain.networks.lessons import Lesson, Lessons
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.party.office import Office
from domain.pilot.pilot import Pilot
from domain.plans.content import OPEN
from domain.plans.founding_plan import FoundingPlan
from projections.queries.policies import QueriesForPolicies
from projections.reading.query_service import QueryService
from tests.domain.acting import replayed
from tests.projections.advice_steps import ADVICE_STEPS
from tests.projections.asking import Prefix, all_events, days_apart, must_read_as_it_did, questions, reads_of, told
from tests.projections.meeting_steps import MEETING_STEPS
from tests.projections.network_steps import NETWORK_STEPS
from tests.projections.pilot_steps import PILOT_STEPS
from tests.projections.plan_steps import MENDING, PLAN_STEPS
from tests.projections.stories import LAST, PATIENT, Step, Story, last_days, moment, open_log, stories

BEGUN = ("open_pilot", "draft", "nominate", "accept", "submit")
PLANS_AND_PILOT = (*PLAN_STEPS, *MENDING, *PILOT_STEPS)
NO_CORRECTIONS = tuple(
    does
    for does in (*NETWORK_STEPS, *MEETING_STEPS)
    if not does.startswith(("correct", "withdraw", "mend", "reopen", "let_time"))
)
NOTHING_MENDED = tuple(does for does in ADVICE_STEPS if not does.startswith(("correct", "mend", "withdraw_from")))
NETWORK_ITSELF = ("mark_sensitive", "close", "correct_network")
LONG_AFTER = moment(100 * LAST)


@days_apart
@PATIENT
@given(stories(*PLANS_AND_PILOT, begin=BEGUN))
def test_a_plan_reads_as_of_a_position_as_it_did_when_nothing_came_after(apart: int, steps: list[Step]):
    must_read_as_it_did(steps, apart)


@days_apart
@PATIENT
@given(stories(*MEETING_STEPS, *NETWORK_ITSELF, begin=("begin_network", "plan_meeting")))
def test_a_meeting_reads_as_of_a_position_as_it_did_when_nothing_came_after(apart: int, steps: list[Step]):
    must_read_as_it_did(steps, apart)


def in_order(steps: list[Step]) -> list[Step]:
    """The same things, each recorded when it happened."""
    return sorted(steps, key=lambda step: step.when)


def _as_on_the_day(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        story = Story(log).tries(*in_order(steps))
        events = all_events(log)
        with reads_of(Path(folder), log) as reads:
            for day in last_days():
                known = [recorded.position for recorded in events if recorded.event.act.at < end_of(day)]
                position = known[-1] if known else 0
                with reads_of(Path(folder) / day.isoformat(), Prefix(log, position)) as then:
                    for question in questions(story.aggregates.values(), [day]):
                        if question.on is None:
                            continue
                        assert _without_position(told(reads, question)) == _without_position(told(then, question)), question
        log.close()


def _without_position(answer: object) -> object:
    """Leave out what is about the knowledge and not about the day: its position, and the version that a change must name."""
    if isinstance(answer, dict):
        return {name: _without_position(value) for name, value in answer.items() if name not in {"position", "version"}}
    return [_without_position(each) for each in answer] if isinstance(answer, list) else answer


@pytest.mark.usefixtures("often")
@PATIENT
@given(stories(*NO_CORRECTIONS, begin=("begin_network", "join", "appoint")))
def test_what_a_network_was_on_a_day_is_what_was_shown_that_day_when_nothing_was_late(steps: list[Step]):
    _as_on_the_day(steps)


@pytest.mark.usefixtures("often")
@PATIENT
@given(stories(*PLAN_STEPS, *PILOT_STEPS, begin=BEGUN))
def test_what_a_plan_was_on_a_day_is_what_was_shown_that_day_when_nothing_was_late(steps: list[Step]):
    _as_on_the_day(steps)


@days_apart
@PATIENT
@given(stories(*ADVICE_STEPS, begin=("ask_network",)))
def test_a_request_reads_as_of_a_position_as_it_did_when_nothing_came_after(apart: int, steps: list[Step]):
    must_read_as_it_did(steps, apart)


@pytest.mark.usefixtures("often")
@PATIENT
@given(stories(*NOTHING_MENDED, begin=("ask_network",)))
def test_what_a_request_was_on_a_day_is_what_was_shown_that_day_when_nothing_was_late(steps: list[Step]):
    _as_on_the_day(steps)


@pytest.mark.usefixtures("often")
@PATIENT
@given(stories(*ADVICE_STEPS, "redirect_request", begin=("ask_network", "accept_request")))
def test_every_request_is_shown_as_it_stands_with_the_moment_at_which_time_does_something_next(steps: list[Step]):
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        story = Story(log).tries(*steps)
        requests = [item for item in story.aggregates.values() if isinstance(item, AdviceRequest)]
        with reads_of(Path(folder), log) as reads:
            for request in requests:
                _request_agrees(reads, request)
            due = dict(QueriesForPolicies(reads).requests_due(LONG_AFTER))
            assert due == {request.id: request.next_due for request in requests if request.next_due is not None}
        log.close()


def _request_agrees(reads: QueryService, request: AdviceRequest) -> None:
    shown = reads.answer(AdviceRequestDetails(advice_request=request.id))
    assert (shown.version, shown.status, shown.next_actor) == (request.version, request.status, request.next_actor)
    assert (shown.network, shown.other_networks) == (request.network, request.other_networks)
    assert (shown.first_due, shown.due) == (request.first_due, request.clock.days.due)
    assert shown.recommendations == request.recommendations
    assert (shown.acknowledged_at is not None, shown.lapsed_at) == (request.acknowledged, request.lapsed_at)
    taking_part = {each.reference for each in shown.experts if each.takes_part}
    assert taking_part == {reference for reference, expert in request.experts.items() if expert.takes_part}
    assert shown.experts_taking_part == len(taking_part)
    assert sum(len(each.events) for each in shown.events) == request.version
    talks = [
        entry.talk.on
        for entry in request.decisions
        if isinstance(entry, AdviceRequest.AdviceDelivered) and entry.talk is not None
    ]
    assert ([] if shown.delivery is None or shown.delivery.talked_on is None else [shown.delivery.talked_on]) == talks


@pytest.mark.usefixtures("often")
@PATIENT
@given(
    stories(
        *NETWORK_STEPS, *MEETING_STEPS, *PLAN_STEPS, *MENDING, *PILOT_STEPS, begin=("begin_network", "join", "appoint", *BEGUN)
    )
)
def test_every_item_is_shown_as_it_stands(steps: list[Step]):
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        story = Story(log).tries(*steps)
        with reads_of(Path(folder), log) as reads:
            for item in story.aggregates.values():
                match item:
                    case Network():
                        _network_agrees(reads, item)
                    case FoundingPlan():
                        _plan_agrees(reads, item)
                    case Pilot():
                        _pilot_agrees(reads, item)
                    case Membership():
                        _membership_agrees(reads, item)
                    case Meeting():
                        _meeting_agrees(reads, item)
                    case Lessons():
                        _lessons_agree(reads, item)
            offices = reads.answer(OfficesHeld(limit=500)).items
            held = {item.reference for item in story.aggregates.values() if isinstance(item, Office) and item.held}
            assert {office.reference for office in offices} == held
        log.close()


def _network_agrees(reads: QueryService, network: Network) -> None:
    shown = reads.answer(NetworkDetails(network=network.id))
    assert shown.version == network.version
    assert shown.agreements == network.agreements
    assert (shown.sensitive, shown.purpose_version) == (network.sensitive, network.purpose_version)
    assert shown.begun_at == network.begun_at
    assert shown.closed_at == network.closed_at
    if network.closed_at is None:
        assert shown.status == ("suspended" if network.suspended else "dormant" if network.dormant else "open")
        assert shown.repair_by == (None if network.too_small is None else network.too_small.repair_by)
        assert network.chair is not None or not shown.has_chair


def _plan_agrees(reads: QueryService, plan: FoundingPlan) -> None:
    shown = reads.answer(FoundingPlanDetails(plan=plan.id))
    assert (shown.version, shown.status, shown.plan_version) == (plan.version, plan.status, plan.plan_version)
    assert shown.content == plan.content
    assert {each.reference: each.answer for each in shown.nominations} == plan.nominations
    if plan.status in OPEN:  # of the others nothing is waited for
        assert {each.number for each in shown.questions if each.answer is None} == plan.open_questions
        assert {each.number for each in shown.conditions if each.state == "open"} == plan.open_conditions


@pytest.mark.usefixtures("often")
@PATIENT
@given(stories(*PLAN_STEPS, *MENDING, begin=BEGUN))
def test_what_a_plan_was_on_a_day_follows_from_its_entries_as_they_were_mended(steps: list[Step]):
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        story = Story(log).tries(*steps)
        plans = [item for item in story.aggregates.values() if isinstance(item, FoundingPlan)]
        with reads_of(Path(folder), log) as reads:
            for plan in plans:
                for day in last_days():
                    done = [event for event in plan.life if not isinstance(event, Correction | Withdrawal)]  # to mend is no step
                    moments = accumulate((event.act.at for event in done), max)
                    then = [event for event, at in zip(done, moments, strict=True) if at < end_of(day)]
                    lived = replayed(event.model_copy(update={"originator_version": n}) for n, event in enumerate(then, start=1))
                    shown = told(reads, FoundingPlanDetails(plan=plan.id, on=day))
                    status = shown["status"] if isinstance(shown, dict) else None
                    assert status == (lived.status if isinstance(lived, FoundingPlan) else None), day
        log.close()


def _pilot_agrees(reads: QueryService, pilot: Pilot) -> None:
    shown = reads.answer(Pilots()).items[0]
    assert (shown.version, shown.taken, shown.ended_at is not None) == (pilot.version, len(pilot.taken), pilot.ended)
    waiting = reads.answer(WaitingPlans(pilot=pilot.id)).items
    assert [(each.plan, each.offered) for each in waiting] == [(each.plan, each.offered) for each in pilot.waiting]
    assert {each.group for each in reads.answer(Talks(pilot=pilot.id)).items} == set(pilot.groups)


def _membership_agrees(reads: QueryService, membership: Membership) -> None:
    listed = reads.answer(MembersOfNetwork(network=membership.network, limit=500, on=last_days()[-1])).items
    shown = {member.membership for member in listed}
    holds = membership.holds_at(moment(LAST + 1)) and reads.answer(NetworkDetails(network=membership.network)).closed_at is None
    assert (membership.id in shown) == holds


def _meeting_agrees(reads: QueryService, meeting: Meeting) -> None:
    listed = {each.meeting: each for each in reads.answer(Meetings(limit=500, on=last_days()[-1])).items}
    assert (meeting.id in listed) is not meeting.withdrawn
    if meeting.withdrawn:
        return
    shown = reads.answer(MeetingDetails(meeting=meeting.id, on=last_days()[-1]))
    assert shown.model_dump(include=set(MeetingEntry.model_fields)) == listed[meeting.id].model_dump()
    assert (shown.version, shown.network) == (meeting.version, meeting.network)
    held, cancelled = meeting.held, meeting.cancelled
    assert shown.status == ("held" if held else "cancelled" if cancelled else "planned")
    assert (shown.held_by, shown.held_at, shown.present) == ((held.event, held.at, held.present) if held else (None, None, None))
    assert (shown.cancelled_by, shown.cancelled_at) == ((cancelled.event, cancelled.at) if cancelled else (None, None))
    assert shown.day == (day_of(held.at) if held else meeting.day)
    assert len(shown.attendees) == (len(held.attendees) if held else 0)


def _lessons_agree(reads: QueryService, lessons: Lessons) -> None:
    told = reads.answer(LessonsOfNetworks(network=lessons.network, half_year=lessons.half_year, on=last_days()[-1])).items
    assert len(told) == bool(lessons.told)
    for shown in told:
        event, at, lesson = lessons.told[-1]
        assert Lesson.model_validate(shown.model_dump(include=set(Lesson.model_fields))) == lesson
        assert (shown.lessons, shown.told_at, shown.event, shown.version) == (lessons.id, at, event, len(lessons.told))
        answer = lessons.answer_to(lessons.told[-1])
        given = (None, None, None) if answer is None else (answer.answer, answer.at, answer.event)
        assert (shown.answer, shown.answered_at, shown.answered_by) == given
