"""The figures of all networks and plans together, each from docs/figures.md and from what a recount of the events tells."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import accumulate
from statistics import median
from typing import Any
from uuid import UUID

from tests.evaluation.calendar import day_of
from tests.evaluation.recount import Answer, Asked, Recount, answer, name_of
from tests.evaluation.refigure import OF_ALL, again


@again("networks-founded", OF_ALL)
def networks_founded(recount: Recount, asked: Asked) -> Answer:
    groups = [group for _, group in recount.begun(asked) if asked.pilot in {None, group.pilot}]
    kinds = {kind: sum(group.kind == kind for group in groups) for kind in sorted({group.kind for group in groups})}
    brought_in = sum(group.brought_in for group in groups)
    return answer(len(groups), len(groups), {"byType": kinds, "broughtIn": brought_in})


HANDED_IN = {"PlanSubmitted", "PlanAmended"}
ENDED = {
    "PlanRejected": "rejected",
    "PlanWithdrawn": "withdrawn",
    "PlanLapsed": "lapsed",
    "PlanWaitListed": "waiting",
    "PlanCarriedOut": "founded",
}
DECIDED_BY_BOARD = {"PlanDeferred", "PlanApproved", "PlanRejected"}
LEAVES_THE_BUREAU = {"PlanReturned", "PlanFoundComplete", *DECIDED_BY_BOARD, *ENDED}


def plans_of(recount: Recount, asked: Asked) -> list[list[tuple[Any, datetime]]]:
    """The steps of each plan that was handed in, with the moments from which they count."""
    found = []
    for events in recount.plans.values():
        if events[0].TOPIC != "PlanDrafted":
            continue
        told = _as_mended(events)
        moments = accumulate((at for _, at in told), max)
        steps = [(event, moment) for (event, _), moment in zip(told, moments, strict=True) if moment < asked.before]
        if any(event.TOPIC in HANDED_IN for event, _ in steps) and asked.pilot in {None, _pilot_of(steps)}:
            found.append(steps)
    return found


def _pilot_of(steps: list[tuple[Any, datetime]]) -> Any:
    """The pilot in which a plan was drafted, or into which it had been brought by then."""
    return [event.pilot for event, _ in steps if hasattr(event, "pilot")][-1]


def _as_mended(events: list[Any]) -> list[tuple[Any, datetime]]:
    """What happened, with what was withdrawn left out and what was corrected at its own moment."""
    told: dict[str, tuple[Any, datetime]] = {}
    for event in events:
        if event.TOPIC not in {"FoundingPlan.EntryCorrected", "FoundingPlan.EntryWithdrawn"}:
            told[name_of(event)] = (event, event.act.at)
        elif event.of in told:
            lapsed = _lapse_that_came_with(told, event.of)
            if event.TOPIC.endswith("Corrected"):
                told.update({name: (told[name][0], event.at) for name in (event.of, *lapsed)})
            else:
                gone = told.pop(event.of)[0]
                for name in (*lapsed, *(ended for ended, (each, _) in list(told.items()) if _goes_with(each, gone))):
                    told.pop(name, None)
    return list(told.values())


def _lapse_that_came_with(told: dict[str, tuple[Any, datetime]], of: str) -> list[str]:
    ended = told[of][0]
    after = f"{ended.originator_id}:{ended.originator_version + 1}"
    if ended.TOPIC != "ConditionLapsed" or after not in told or told[after][0].TOPIC != "PlanLapsed":
        return []
    approved = [each for each, _ in told.values() if each.TOPIC == "PlanApproved"][-1]
    return [after] if approved.conditions[ended.condition_number - 1].hard else []


def _goes_with(event: Any, gone: Any) -> bool:
    ended = gone.TOPIC == "PlanDeferred" and event.TOPIC == "DeferralEnded"
    return bool(ended and event.originator_version > gone.originator_version)


def _last(asked: Asked) -> datetime:
    return asked.before - timedelta(microseconds=1)


def _days(begun: datetime, ended: datetime) -> int:
    return (day_of(ended) - day_of(begun)).days


def _parts(numbers: list[int]) -> dict[str, Any]:
    return {
        "median": median(numbers) if numbers else None,
        "max": max(numbers) if numbers else None,
        "each": sorted(numbers),
    }


@again("plan-outcomes", OF_ALL)
def plan_outcomes(recount: Recount, asked: Asked) -> Answer:
    counts: dict[str, int] = defaultdict(int)
    plans = plans_of(recount, asked)
    for steps in plans:
        outcome, hard = "undecided", set[int]()
        for event, _ in steps:
            if event.TOPIC == "PlanApproved":
                hard = {number for number, each in enumerate(event.conditions, start=1) if each.hard}
                outcome = "approved-with-conditions" if hard else "approved"
            elif event.TOPIC == "ConditionMet" and outcome == "approved-with-conditions":
                hard.discard(event.condition_number)
                outcome = outcome if hard else "approved"
            outcome = ENDED.get(event.TOPIC, outcome)
        counts[outcome] += 1
    shares = {outcome: round(count / len(plans), 4) for outcome, count in counts.items()}
    return answer(dict(counts), len(plans), {"shares": shares})


@again("plan-lead-time", OF_ALL)
def plan_lead_time(recount: Recount, asked: Asked) -> Answer:
    gross, net = [], []
    for steps in plans_of(recount, asked):
        agreed = next((at for event, at in steps if event.TOPIC == "PlanApproved"), None)
        if agreed is None:
            continue
        gross.append(_days(next(at for event, at in steps if event.TOPIC in HANDED_IN), agreed))
        returned, with_them = None, 0
        for event, at in steps:
            if event.TOPIC == "PlanReturned":
                returned = at
            elif returned is not None and event.TOPIC in HANDED_IN | LEAVES_THE_BUREAU:
                with_them += _days(returned, at)
                returned = None
        net.append(gross[-1] - with_them)
    return answer(median(gross) if gross else None, len(gross), {**_parts(gross), "net": _parts(net)})


@again("plan-rounds", OF_ALL)
def plan_rounds(recount: Recount, asked: Asked) -> Answer:
    rounds = [sum(event.TOPIC in HANDED_IN for event, _ in steps) for steps in plans_of(recount, asked)]
    return answer(median(rounds) if rounds else None, len(rounds), _parts(rounds))


@again("bureau-days", OF_ALL)
def bureau_days(recount: Recount, asked: Asked) -> Answer:
    each = [_lay(steps, _last(asked)) for steps in plans_of(recount, asked)]
    totals = [sum(lay.with_bureau) for lay in each]
    waited = [sum(lay.with_board) for lay in each if lay.with_board]
    times = sum(len(lay.with_bureau) for lay in each)
    detail = {**_parts(totals), "times": times, "waitedForBoard": _parts(waited)}
    return answer(median(totals) if totals else None, len(totals), detail)


@dataclass
class Lay:
    """How many days a plan lay with the bureau each time it came there, and with the board."""

    with_bureau: list[int] = field(default_factory=list)
    with_board: list[int] = field(default_factory=list)


def _lay(steps: list[tuple[Any, datetime]], last: datetime) -> Lay:
    lay = Lay()
    handed_in: list[datetime] = []  # what the bureau did not look at yet: the moments of its versions
    complete: datetime | None = None
    for event, at in steps:
        kind = event.TOPIC
        if complete is not None and kind in HANDED_IN | LEAVES_THE_BUREAU:
            lay.with_board.append(_days(complete, at))
            complete = None
        if kind in HANDED_IN:
            handed_in.append(at)
        elif handed_in and kind in DECIDED_BY_BOARD:
            lay.with_board.append(_days(handed_in[0], at))
            handed_in = []
        elif handed_in and kind in LEAVES_THE_BUREAU:
            lay.with_bureau.append(_days(handed_in[0], at))
            handed_in = []
        if kind == "PlanFoundComplete":
            complete = at
    if complete is not None:
        lay.with_board.append(_days(complete, last))
    if handed_in:
        lay.with_bureau.append(_days(handed_in[0], last))
    return lay


@again("bureau-hours", OF_ALL)
def bureau_hours(recount: Recount, asked: Asked) -> Answer:
    last: dict[tuple[UUID, str], int] = {}
    for event in recount.hours:
        if asked.pilot in {None, event.originator_id} and event.act.at < asked.before:
            last[event.originator_id, event.month] = event.hours
    months = sorted({month for _, month in last})
    each = [sum(hours for (_, other), hours in last.items() if other == month) for month in months]
    told = [{"month": month, "hours": hours} for month, hours in zip(months, each, strict=True)]
    return answer(told or None, len(last), {"total": sum(each), "median": median(each) if each else None})


@again("waiting-list", OF_ALL)
def waiting_list(recount: Recount, asked: Asked) -> Answer:
    open_waits: dict[tuple[UUID, UUID], datetime] = {}
    days: list[int] = []
    waiting: list[int] = []
    for event in (event for event in recount.waits if asked.pilot in {None, event.originator_id}):
        place = (event.originator_id, event.plan)
        if event.TOPIC == "PlanPutOnWaitingList":
            open_waits[place] = event.act.at
        elif place in open_waits and open_waits[place] < asked.before:
            begun = open_waits.pop(place)
            still = event.act.at >= asked.before
            (waiting if still else days).append(_days(begun, min(event.act.at, _last(asked))))
    waiting += [_days(begun, _last(asked)) for begun in open_waits.values() if begun < asked.before]
    return answer(len(waiting), len(days + waiting), {**_parts(days + waiting), "waiting": sorted(waiting)})
