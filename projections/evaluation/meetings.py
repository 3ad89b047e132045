"""Whether they met and what they learned: figures 17, 18 and 19, and the lessons."""

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from operator import itemgetter

from pydantic import JsonValue

from application.evaluation import details
from application.evaluation.measurement import Measurement
from application.evaluation.statistics import share_of
from domain.kernel.days import day_of, end_of
from domain.networks.meeting import MeetingAudience, MeetingMode
from projections.evaluation.known import EvaluationData, NetworkData, grouped
from projections.evaluation.left_out import meetings_out
from projections.evaluation.months_and_quarters import QUARTER, place_of, quarter_of, spans_of
from projections.queries.evaluating.figures import HeldPeriod
from projections.reading.lessons import answer_to
from projections.store.bulk_writes import Row
from projections.store.instants import micros, moment

MODES = {MeetingMode.ONLINE: "online", MeetingMode.ON_SITE: "onSite", MeetingMode.BOTH: "both"}


def meetings_held(data: EvaluationData, network: NetworkData) -> Measurement:
    held = _held(data, network)
    spans = spans_of(network, QUARTER, min(data.over, network.row["closed_at"] + 1))
    places = [place_of(spans, max(row["held_at"], network.row["begun_at"])) for row in held]
    counts = Counter(places)
    modes = Counter(row["mode"] for row in held)
    each = Counter((place, row["mode"]) for place, row in zip(places, held, strict=True))
    quarters: list[JsonValue] = [
        {"quarter": quarter_of(first), "held": counts[place], **{name: each[place, mode] for mode, name in MODES.items()}}
        for place, (first, _, _) in enumerate(spans)
    ]
    events = [network.row["begun_by"], *(event for row in held for event in _named(row))]
    detail = details.MeetingsHeld.model_validate({name: modes[mode] for mode, name in MODES.items()})
    out = meetings_out(data.meetings.get(network.owner, ()))
    return Measurement(quarters, len(held), events, data.closing_of(network), detail=detail, left_out=out)


def _held(data: EvaluationData, network: NetworkData) -> list[Row]:
    last = min(data.reading.before - 1, network.row["closed_at"])
    return [row for row in data.meetings.get(network.owner, ()) if row["held_at"] is not None and row["held_at"] <= last]


def _named(row: Row) -> list[str]:
    """Name the events that say of which network a meeting is, and that it was held."""
    return [row["planned_by"] or row["held_by"], row["held_by"]]


def attendance(data: EvaluationData, network: NetworkData) -> Measurement:
    begun = network.row["begun_at"]
    ends = {
        row["owner"]: micros(end_of(day_of(moment(max(row["held_at"], begun)))))
        for row in _held(data, network)
        if row["audience"] == MeetingAudience.ALL_MEMBERS
    }
    moments = sorted(set(ends.values()))
    there = _members_at(network, moments)
    members = {end: len(people) for end, people in zip(moments, there, strict=True)}
    met = [row for row in data.meetings.get(network.owner, ()) if members.get(ends.get(row["owner"], 0))]
    if not met:
        return Measurement(value=None, n=0, events=[network.row["begun_by"]], ground=data.closing_of(network))
    present = sum(row["present"] for row in met)
    together = sum(members[ends[row["owner"]]] for row in met)
    events = [network.row["begun_by"], *(event for row in met for event in _named(row)), *_of_members(there)]
    detail = details.PresentAtMeetings(present=present, members=together)
    return Measurement(round(present / together, 4), len(met), events, data.closing_of(network), detail=detail)


def _members_at(network: NetworkData, moments: list[int]) -> list[dict[str, HeldPeriod]]:
    """Give who were members just before each of some moments, oldest first, with the period that says so."""
    found: list[dict[str, HeldPeriod]] = [{} for _ in moments]
    for period in network.held:
        for place in range(bisect_left(moments, period.begun_at + 1), bisect_left(moments, period.ended_at + 1)):
            found[place][period.person] = period
    return found


def _of_members(there: list[dict[str, HeldPeriod]]) -> list[str]:
    """Name the events by which people were members at one moment and not at the next; what no moment saw is left out."""
    seen = [people for people in there if people]
    came = [event for before, after in pairwise([{}, *seen]) for event in _begun(before, after)]
    left = [before[person].ended_by for before, after in pairwise(seen) for person in before.keys() - after.keys()]
    return came + left


def _begun(before: dict[str, HeldPeriod], after: dict[str, HeldPeriod]) -> list[str]:
    return [after[person].begun_by for person in after.keys() - before.keys()]


def meetings_cancelled(data: EvaluationData, network: NetworkData) -> Measurement:
    last = min(data.reading.before - 1, network.row["closed_at"])
    rows = data.meetings.get(network.owner, ())
    planned = [row for row in rows if row["planned_at"] is not None and row["planned_at"] <= last]
    off = [row for row in planned if row["cancelled_at"] is not None and row["cancelled_at"] < data.reading.before]
    events = [network.row["begun_by"], *(row["planned_by"] for row in planned), *(row["cancelled_by"] for row in off)]
    share, low, high = share_of(len(off), len(planned))
    detail = details.MeetingsCancelled(cancelled=len(off), low=low, high=high)
    return Measurement(value=share, n=len(planned), events=events, ground=data.closing_of(network), detail=detail)


def lessons(data: EvaluationData, network: NetworkData) -> Measurement:
    told = grouped(data.lessons.get(network.owner, ()), itemgetter("half_year"))
    quotes, events = [], [network.row["begun_by"]]
    for rows in told.values():
        answer = answer_to(rows, data.lesson_answers)
        quotes.append(_quoted(rows[-1], None if answer is None else answer["answer"]))
        events += [*_first_and_newest(rows), *_answering(answer)]
    ground = [data.never_told.get(rows[0]["owner"]) for rows in told.values()]
    detail = details.LessonsQuoted(told=tuple(quotes))
    return Measurement(value=len(quotes), n=len(quotes), events=events, ground=ground, detail=detail)


def _first_and_newest(rows: list[Row]) -> list[str]:
    """Name what says of which network and half year lessons are, and what says what counts: one event when it says the same."""
    first, newest = (f"{rows[0]['owner']}:{number}" for number in (1, rows[-1]["number"]))
    says_the_same = rows[0]["number"] == 1 and _quoted(rows[0]) == _quoted(rows[-1])
    return [first] if says_the_same else [first, newest]


def _answering(answer: Row | None) -> list[str]:
    """Name the answer of the board, and the telling that it answered."""
    return [] if answer is None else [f"{answer['owner']}:{answer[number]}" for number in ("telling", "number")]


def _quoted(row: Row, answer: str | None = None) -> details.QuotedLesson:
    told = details.QuotedLesson.model_fields.keys() - {"answer"}
    return details.QuotedLesson.model_validate({"answer": answer, **{name: row[name] for name in told}})
