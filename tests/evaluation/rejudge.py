"""What goes with each figure, from docs/figures.md once more: what the rules aim at, what that means, and what to know."""

from collections.abc import Callable
from typing import Any

from tests.evaluation.calendar import day_of, end_of, later
from tests.evaluation.recount import Answer, Asked, Group, Recount
from tests.evaluation.refigure import again

NOTHING: Answer = {"norm": None, "verdict": None, "note": None}
JUDGED: dict[str, Callable[[Recount, Group, Asked, Answer], Answer]] = {}
JUDGED_TOGETHER: dict[str, Callable[[Recount, Asked, Answer], Answer]] = {}


def judged(recount: Recount, name: str, group: Group | None, asked: Asked, found: Answer) -> Answer:
    """A figure with its norm, verdict and note."""
    if group is None:
        return {**found, **(JUDGED_TOGETHER[name](recount, asked, found) if name in JUDGED_TOGETHER else NOTHING)}
    return {**found, **(JUDGED[name](recount, group, asked, found) if name in JUDGED else NOTHING)}


def _says(norm: float | None = None, verdict: str | None = None, note: str | None = None) -> Answer:
    return {"norm": norm, "verdict": None if norm is None else verdict, "note": note}


def _has_closed(group: Group, asked: Asked) -> bool:
    return group.closed < asked.before


def _year(group: Group) -> Any:
    """The end of the day twelve months after the start."""
    return end_of(later(day_of(group.begun), 12))


# Of all together


@again("networks-founded", JUDGED_TOGETHER)
def networks_founded(recount: Recount, asked: Asked, _: Answer) -> Answer:
    return _says(None if asked.pilot is None else recount.places.get(asked.pilot))


@again("bureau-hours", JUDGED_TOGETHER)
def bureau_hours(_: Recount, __: Asked, found: Answer) -> Answer:
    return _says(note="not-stated" if found["value"] is None else None)


# Of each network


@again("core-group-size", JUDGED)
def core_group_size(recount: Recount, group: Group, asked: Asked, found: Answer) -> Answer:
    rules = recount.rules_for(group.kind, asked)
    if rules is None or _has_closed(group, asked):
        return NOTHING
    return _says(rules.core_group_minimum, "stands" if found["value"] >= rules.core_group_minimum else "too-small")


@again("core-group-continuity", JUDGED)
def core_group_continuity(recount: Recount, group: Group, asked: Asked, found: Answer) -> Answer:
    if recount.rules_for(group.kind, asked) is None:
        return _says(note="no-rules-apply")
    if found["value"] is None:
        return _says(1)
    return _says(1, "reached" if found["detail"]["daysWithEnough"] == found["n"] else "not-reached")


@again("core-group-mix", JUDGED)
def core_group_mix(recount: Recount, group: Group, asked: Asked, found: Answer) -> Answer:
    rules = recount.rules_for(group.kind, asked)
    norm = 2 if rules is not None and rules.core_group_mix_asked else None
    if found["value"] is None:
        return _says(norm, note="not-stated")
    return _says(norm, "reached" if found["value"] == 2 else "not-reached")  # with and without experience


@again("members-after-12-months", JUDGED)
def members_after_12_months(recount: Recount, group: Group, asked: Asked, found: Answer) -> Answer:
    rules = recount.rules_for(group.kind, asked)
    norm = rules.target_members if rules is not None and rules.target_after_months == 12 else None
    if _has_closed(group, asked) and group.closed < _year(group):
        return _says(norm, note="network-closed")
    if found["value"] is None:
        return _says(norm, note="not-yet-measurable")
    return _says(norm, "reached" if norm is not None and found["value"] >= norm else "not-reached")


@again("days-to-fifty", JUDGED)
def days_to_fifty(recount: Recount, group: Group, asked: Asked, found: Answer) -> Answer:
    rules, start = recount.rules_for(group.kind, asked), day_of(group.begun)
    aims = rules is not None and (rules.target_members, rules.target_after_months) == (50, 12)
    norm = (later(start, 12) - start).days if aims else None
    if found["value"] is not None:
        return _says(norm, "reached" if norm is not None and found["value"] <= norm else "not-reached")
    if _has_closed(group, asked):
        return _says(norm, None if group.closed < _year(group) else "not-reached", "network-closed")
    return _says(norm, "not-reached" if _year(group) <= asked.over else "not-yet", "not-yet-measurable")


@again("retention-after-6-months", JUDGED)
@again("retention-after-12-months", JUDGED)
def retention(_: Recount, group: Group, asked: Asked, found: Answer) -> Answer:
    if found["value"] is not None:
        return NOTHING
    return _says(note="network-closed" if _has_closed(group, asked) else "not-yet-measurable")


@again("advice-requests", JUDGED)
def advice_requests(recount: Recount, group: Group, asked: Asked, found: Answer) -> Answer:
    if group.kind != "theme-network" or recount.rules_for(group.kind, asked) is None:
        return NOTHING
    missed = "not-reached" if _has_closed(group, asked) else "not-yet"
    return _says(1, "reached" if found["value"] else missed)


@again("working-groups", JUDGED)
@again("input-and-reply", JUDGED)
def nothing_records_it(_: Recount, __: Group, ___: Asked, ____: Answer) -> Answer:
    return _says(note="not-recorded-yet")
