"""Meetings and lessons."""

from dataclasses import dataclass
from datetime import datetime

from tests.evaluation.anew.days import begin_of, day_of, end_of, quarter_name, stretches
from tests.evaluation.anew.figure import Party, Said, of_network, says
from tests.evaluation.anew.log import Entry, as_known
from tests.evaluation.anew.networks import Network
from tests.evaluation.anew.numbers import part, wilson

BEGINS = {"MeetingPlanned", "MeetingRecorded"}
TELLS = {"LessonsTold", "LessonsToldAgain"}
MODES = {"online": "online", "on-site": "onSite", "both": "both"}


@dataclass
class Meeting:
    """One meeting as it is known; without its first entry it never was there."""

    life: list[Entry]

    @property
    def first(self) -> Entry:
        return self.life[0]

    @property
    def planned(self) -> Entry | None:
        return self.first if self.first.kind == "MeetingPlanned" else None

    @property
    def held(self) -> Entry | None:
        return next((each for each in reversed(self.life) if each.kind in {"MeetingHeld", "MeetingRecorded"}), None)

    @property
    def called_off(self) -> Entry | None:
        return next((each for each in reversed(self.life) if each.kind == "MeetingCancelled"), None)


def meetings_of(party: Party, network: Network) -> list[Meeting]:
    lives = [as_known(life) for life in party.of_networks[network.id] if life[0].kind in BEGINS]
    return [Meeting(life) for life in lives if life and life[0].kind in BEGINS]


def held_meetings(party: Party, network: Network) -> list[tuple[Meeting, datetime]]:
    """Those that were held, and when: before the start counts on its day."""
    found = [(each, each.held.at) for each in meetings_of(party, network) if each.held is not None]
    return [(each, max(at, network.begun)) for each, at in found if at < network.until(party.asked)]


@of_network("meetings-held")
def meetings_held(party: Party, network: Network) -> Said:
    held = held_meetings(party, network)
    rows = []
    for first, last in stretches(network.start, network.last_day(party.asked), 3):
        of_quarter = [each for each, at in held if begin_of(first) <= at < end_of(last)]
        rows.append({"quarter": quarter_name(first), "held": len(of_quarter), **_by_mode(of_quarter)})
    return says(rows, len(held), detail=_by_mode([each for each, _ in held]))


def _by_mode(meetings: list[Meeting]) -> dict[str, int]:
    return {name: sum(each.first.said.mode == mode for each in meetings) for mode, name in MODES.items()}


@of_network("attendance")
def attendance(party: Party, network: Network) -> Said:
    counted = []
    for meeting, at in held_meetings(party, network):
        members = network.members(min(end_of(day_of(at)), party.asked.before))
        if meeting.first.said.audience == "all-members" and members and meeting.held is not None:
            counted.append((meeting.held.said.present, members))
    if not counted:
        return says(None, 0)
    present, members = sum(one for one, _ in counted), sum(other for _, other in counted)
    return says(part(present, members), len(counted), detail={"present": present, "members": members})


@of_network("meetings-cancelled")
def meetings_cancelled(party: Party, network: Network) -> Said:
    planned = [each for each in meetings_of(party, network) if each.planned and each.planned.at < network.until(party.asked)]
    off = sum(each.called_off is not None and each.called_off.at < party.asked.before for each in planned)
    return says(part(off, len(planned)), len(planned), detail={"cancelled": off, **wilson(off, len(planned))})


@of_network("working-groups")
def working_groups(_: Party, __: Network) -> Said:
    return says(None, None, note="not-recorded-yet")


@of_network("input-and-reply")
def input_and_reply(_: Party, __: Network) -> Said:
    return says(None, None, note="not-recorded-yet")


def lessons_of(party: Party, network: Network) -> list[Entry]:
    """What was told last of each half year, by its order."""
    last: dict[str, Entry] = {}
    for life in party.of_networks[network.id]:
        if life[0].kind != "LessonsTold":
            continue
        counts = [each for each in as_known(life) if each.kind in TELLS and each.at < party.asked.before]
        if counts:
            last[_half_year(life)] = counts[-1]
    return [last[half_year] for half_year in sorted(last)]


def _answer_to(party: Party, told: Entry) -> str | None:
    """What the board said last to anything in which the core group wanted this change."""
    life = as_known(party.log.items[told.item])
    wishes = {each.name: each.said.lesson.what_to_change for each in life if each.kind in TELLS}
    answers = [
        str(each.said.answer)
        for each in life
        if each.kind == "LessonsAnswered" and each.at < party.asked.before
        if wishes[each.said.telling] == told.said.lesson.what_to_change
    ]
    return answers[-1] if answers else None


def _half_year(life: list[Entry]) -> str:
    return str(life[0].said.half_year)


@of_network("lessons")
def lessons(party: Party, network: Network) -> Said:
    told = [
        {
            "halfYear": _half_year(party.log.items[each.item]),
            "whatWorked": each.said.lesson.what_worked,
            "whatDidNot": each.said.lesson.what_did_not,
            "whatToChange": each.said.lesson.what_to_change,
            "answer": _answer_to(party, each),
        }
        for each in lessons_of(party, network)
    ]
    return says(len(told), len(told), detail={"told": told})
