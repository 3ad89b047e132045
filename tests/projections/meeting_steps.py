"""What people try with meetings and lessons."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.events import Aggregate
from domain.kernel.log import PROJECT
from domain.networks.lessons import Lesson, Lessons, lessons_id
from domain.networks.meeting import Attendance, Meeting, MeetingAudience, MeetingMode, MeetingTerms
from domain.networks.network import Network
from tests.domain.every_decision import EVERY_DECISION
from tests.projections.stories import Step, Story, act, can, moment, network_of, own_events, person_of

MEETING_STEPS = (
    "plan_meeting",
    "record_meeting",
    "move_meeting",
    "move_meeting",
    "cancel_meeting",
    "hold_meeting",
    "hold_meeting",
    "correct_meeting",
    "correct_meeting",
    "withdraw_meeting",
    "decide_on_meeting",
    "tell_lessons",
    "tell_lessons",
    "answer_lessons",
    "answer_lessons",
    "mend_lessons",
)
HALF_YEARS = ("2022-H2", "2023-H1")
WISHES = (None, "Een vaste zaal.")


def _meeting_id(step: Step) -> UUID:
    return uuid5(PROJECT, f"story/meeting/{step.one % 4}")


def _meeting(story: Story, step: Step) -> Meeting:
    return story.find(Meeting, _meeting_id(step))


def _terms(story: Story, step: Step) -> MeetingTerms:
    return MeetingTerms(network=story.find(Network, network_of(step)).id, sensitive=False)


def _attendance(step: Step) -> Attendance:
    return Attendance(step.other, (person_of(step),) if step.other % 3 == 1 else ())


@can
def plan_meeting(story: Story, step: Step) -> Iterable[Aggregate]:
    story.must_be_new(_meeting_id(step))
    planned = Meeting.plan(
        act(step.when),
        meeting=_meeting_id(step),
        terms=_terms(story, step),
        title="Kennismaking",
        day=day_of(moment(step.when + step.other)),
        mode=MeetingMode.BOTH,
        audience=MeetingAudience.ALL_MEMBERS,
    )
    return [planned]


@can
def record_meeting(story: Story, step: Step) -> Iterable[Aggregate]:
    story.must_be_new(_meeting_id(step))
    held = Meeting.record(
        act(step.when),
        meeting=_meeting_id(step),
        terms=_terms(story, step),
        title="Kennismaking",
        mode=MeetingMode.ONLINE,
        audience=MeetingAudience.PARTY,
        attendance=_attendance(step),
    )
    return [held]


@can
def move_meeting(story: Story, step: Step) -> Iterable[Aggregate]:
    meeting = _meeting(story, step)
    meeting.move(act(step.when), day=day_of(moment(step.when + 2 * step.other)))
    return [meeting]


@can
def cancel_meeting(story: Story, step: Step) -> Iterable[Aggregate]:
    meeting = _meeting(story, step)
    meeting.cancel(act(step.when), reason="Te weinig aanmeldingen" if step.other % 2 else None)
    return [meeting]


@can
def hold_meeting(story: Story, step: Step) -> Iterable[Aggregate]:
    meeting = _meeting(story, step)
    meeting.hold(act(step.when), terms=_terms(story, step), attendance=_attendance(step))
    return [meeting]


@can
def correct_meeting(story: Story, step: Step) -> Iterable[Aggregate]:
    meeting = _meeting(story, step)
    present = None if meeting.held is None else step.other
    of = meeting.last_event if step.other % 2 else own_events(meeting, step)
    meeting.correct_entry(act(step.when), of=of, at=moment(step.other * 3), present=present, mistake=Mistake.WRONG_NUMBER)
    return [meeting]


@can
def withdraw_meeting(story: Story, step: Step) -> Iterable[Aggregate]:
    meeting = _meeting(story, step)
    meeting.withdraw_entry(act(step.when), of=own_events(meeting, step), mistake=Mistake.ENTERED_TWICE)
    return [meeting]


@can
def decide_on_meeting(story: Story, step: Step) -> Iterable[Aggregate]:
    """Decide something as its example does: a decision that is new is tried without a step of its own."""
    meeting = _meeting(story, step)
    examples = [each for each in EVERY_DECISION if each.history is not None and str(each).startswith("Meeting.")]
    example = examples[step.other % len(examples)]
    example.decision(meeting, act(step.when), **example.fields)
    return [meeting]


@can
def tell_lessons(story: Story, step: Step) -> Iterable[Aggregate]:
    half_year = HALF_YEARS[step.other % 2]
    network = story.find(Network, network_of(step))
    lesson = Lesson(what_worked=f"Avond {step.other}", what_to_change=WISHES[step.other // 2 % 2])
    if lessons_id(network.id, half_year) not in story.aggregates:
        return [Lessons.tell(act(step.when), network=network.id, half_year=half_year, lesson=lesson)]
    lessons = story.find(Lessons, lessons_id(network.id, half_year))
    lessons.tell_again(act(step.when), lesson=lesson)
    return [lessons]


@can
def answer_lessons(story: Story, step: Step) -> Iterable[Aggregate]:
    lessons = story.find(Lessons, lessons_id(network_of(step), HALF_YEARS[step.other % 2]))
    lessons.answer(act(step.when), answer=f"Wij zorgen voor zaal {step.other // 2 % 2}.")
    return [lessons]


@can
def mend_lessons(story: Story, step: Step) -> Iterable[Aggregate]:
    lessons = story.find(Lessons, lessons_id(network_of(step), HALF_YEARS[step.other % 2]))
    of = own_events(lessons, step)
    if step.one // 2 % 2:
        lessons.correct_entry(act(step.when), of=of, at=moment(3 * step.other), mistake=Mistake.WRONG_DAY)
    else:
        lessons.withdraw_entry(act(step.when), of=of, mistake=Mistake.WRONG_WORDS)
    return [lessons]
