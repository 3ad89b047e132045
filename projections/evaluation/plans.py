"""Which networks started, and how it went with their plans: figures 1 to 5 and 30."""

from collections import Counter
from itertools import pairwise

from application.evaluation import details
from application.evaluation.measurement import Measurement
from application.evaluation.statistics import middle
from domain.plans.content import PlanStatus
from projections.evaluation.known import EvaluationData, days_between, days_lasted
from projections.evaluation.plan_steps import PlanKnown, plans_handed_in, waits
from projections.views.pilots import PILOTS

AGREED = {PlanStatus.APPROVED, PlanStatus.APPROVED_WITH_CONDITIONS}
UNDECIDED = {PlanStatus.SUBMITTED, PlanStatus.RETURNED, PlanStatus.COMPLETE, PlanStatus.DEFERRED}


def networks_founded(data: EvaluationData) -> Measurement:
    rows = [network.row for network in data.networks]
    types = Counter(str(row["network_type"]) for row in rows)
    brought_in = sum(row["existed_since"] is not None for row in rows)
    norm, ground = None, []
    if data.pilot is not None:
        norm, ground = data.reading.view(PILOTS, data.pilot).places, [f"{data.pilot}:1"]
    detail = details.NetworksFounded(by_type=dict(sorted(types.items())), brought_in=brought_in)
    return Measurement(len(rows), len(rows), [row["begun_by"] for row in rows], ground, norm=norm, detail=detail)


def plan_outcomes(data: EvaluationData) -> Measurement:
    handed_in = plans_handed_in(data)
    events: list[str] = []
    counts = Counter[str]()
    for plan in handed_in:
        status = plan.steps[-1]["status"]
        counts["undecided" if status in UNDECIDED else status] += 1
        events += [*plan.counts_by, plan.first_handed_in["event"], *_behind_status(plan)]
    shares = {outcome: round(count / len(handed_in), 4) for outcome, count in sorted(counts.items())}
    detail = details.PlanOutcomes(shares=shares)
    return Measurement(value=dict(sorted(counts.items())), n=len(handed_in), events=events, detail=detail)


def _behind_status(plan: PlanKnown) -> list[str]:
    """Name the events that brought a plan where it stands, once it was decided."""
    last = plan.steps[-1]["status"]
    if last in UNDECIDED:
        return []
    became = next(after for before, after in reversed(list(pairwise(plan.steps))) if before["status"] != last)
    if last != PlanStatus.APPROVED or became["open_hard"] == plan.steps[plan.steps.index(became) - 1]["open_hard"]:
        return [became["event"]]
    met = [after["event"] for before, after in pairwise(plan.steps) if after["open_hard"] < before["open_hard"]]
    return [next(step["event"] for step in plan.steps if step["status"] in AGREED), *met]


def plan_lead_time(data: EvaluationData) -> Measurement:
    gross: list[int] = []
    net: list[int] = []
    events: list[str] = []
    for plan in plans_handed_in(data):
        agreed = next((step for step in plan.steps if step["status"] in AGREED), None)
        if agreed is None:
            continue
        first = plan.first_handed_in
        events += [*plan.counts_by, first["event"], agreed["event"]]
        returned = 0
        for begun, ended in plan.times(PlanStatus.RETURNED):
            days = 0 if ended is None else days_between(begun["at"], ended["at"])
            returned += days
            if days and ended is not None:
                events += [begun["event"], *([ended["event"]] if days_between(ended["at"], agreed["at"]) else [])]
        gross.append(days_between(first["at"], agreed["at"]))
        net.append(gross[-1] - returned)
    detail = details.PlanLeadTime.of(gross, net=details.Spread.of(net))
    return Measurement(value=middle(gross), n=len(gross), events=events, detail=detail)


def plan_rounds(data: EvaluationData) -> Measurement:
    handed_in = plans_handed_in(data)
    rounds = [len(plan.handed_in) for plan in handed_in]
    events = [event for plan in handed_in for event in (*plan.counts_by, *(step["event"] for step in plan.handed_in))]
    return Measurement(value=middle(rounds), n=len(rounds), events=events, detail=details.Spread.of(rounds))


def waiting_list(data: EvaluationData) -> Measurement:
    found = waits(data)
    days = [days_lasted(wait.begun_at, wait.ended_at, data.reading.before - 1) for wait in found]
    waiting = sum(wait.ended_by is None for wait in found)
    events = [event for wait in found for event in (wait.begun_by, wait.ended_by)]
    return Measurement(value=waiting, n=len(found), events=events, detail=details.Spread.of(days))


def bureau_days(data: EvaluationData) -> Measurement:
    totals: list[int] = []
    times = 0
    events: list[str] = []
    last = data.reading.before - 1
    for plan in plans_handed_in(data):
        names: list[str] = []
        total = 0
        every_time = list(plan.times(PlanStatus.SUBMITTED))
        for begun, ended in every_time:
            days = days_between(begun["at"], last if ended is None else ended["at"])
            total += days
            names.append(begun["event"])
            if ended is not None and (days_between(ended["at"], last) or begun is not every_time[-1][0]):
                names.append(ended["event"])
        events += [*plan.counts_by, *names]
        totals.append(total)
        times += len(every_time)
    return Measurement(value=middle(totals), n=len(totals), events=events, detail=details.BureauDays.of(totals, times=times))
