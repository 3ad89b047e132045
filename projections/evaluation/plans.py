"""Which networks started, and how it went with their plans: figures 1 to 5 and 30."""

from collections import Counter
from itertools import pairwise

from application.evaluation import details
from application.evaluation.measurement import Measurement
from application.evaluation.statistics import middle
from domain.plans.content import PlanStatus
from projections.evaluation.days import days_between, days_lasted
from projections.evaluation.known import EvaluationData
from projections.evaluation.left_out import plans_out
from projections.evaluation.plan_steps import PlanKnown, plans_handed_in, waits
from projections.store.bulk_writes import Row
from projections.views.pilots import PILOTS

AGREED = {PlanStatus.APPROVED, PlanStatus.APPROVED_WITH_CONDITIONS}
DECIDED = {*AGREED, PlanStatus.REJECTED, PlanStatus.DEFERRED, PlanStatus.WAITING, PlanStatus.FOUNDED}
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
    became = plan.became
    if last != PlanStatus.APPROVED or became["open_hard"] == plan.steps[plan.steps.index(became) - 1]["open_hard"]:
        return [became["event"]]
    met = [after["event"] for before, after in pairwise(plan.steps) if after["open_hard"] < before["open_hard"]]
    return [next(step["event"] for step in plan.steps if step["status"] in AGREED), *met]


def plan_lead_time(data: EvaluationData) -> Measurement:
    gross: list[int] = []
    net: list[int] = []
    events: list[str] = []
    out: list[PlanKnown] = []
    for plan in plans_handed_in(data):
        agreed = next((step for step in plan.steps if step["status"] in AGREED), None)
        if agreed is None:
            out.append(plan)
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
    return Measurement(middle(gross), len(gross), events, detail=detail, left_out=plans_out(out))


def plan_rounds(data: EvaluationData) -> Measurement:
    handed_in = plans_handed_in(data)
    rounds = [len(plan.handed_in) for plan in handed_in]
    events = [event for plan in handed_in for event in (*plan.counts_by, *(step["event"] for step in plan.handed_in))]
    return Measurement(value=middle(rounds), n=len(rounds), events=events, detail=details.Spread.of(rounds))


def waiting_list(data: EvaluationData) -> Measurement:
    found = waits(data)
    days = [days_lasted(wait.begun_at, wait.ended_at, data.reading.before - 1) for wait in found]
    waiting = sorted(lasted for wait, lasted in zip(found, days, strict=True) if wait.ended_by is None)
    events = [event for wait in found for event in (wait.begun_by, wait.ended_by)]
    detail = details.PlansInLine.of(days, waiting=waiting)
    return Measurement(value=len(waiting), n=len(found), events=events, detail=detail)


def bureau_days(data: EvaluationData) -> Measurement:
    totals: list[int] = []
    waited: list[int] = []
    times = 0
    events: list[str] = []
    last = data.reading.before - 1
    for plan in plans_handed_in(data):
        with_bureau = [stay for stay in plan.times(PlanStatus.SUBMITTED) if not _is_decided(stay)]
        totals.append(sum(_lasted(stay, last) for stay in with_bureau))
        by_bureau = _named(with_bureau, last)
        events += [*plan.counts_by, *by_bureau]
        times += len(with_bureau)
        with_board = [*filter(_is_decided, plan.times(PlanStatus.SUBMITTED)), *plan.times(PlanStatus.COMPLETE)]
        if with_board:
            waited.append(sum(_lasted(stay, last) for stay in with_board))
            telling = [stay for stay in with_board if _lasted(stay, last) or stay[0]["event"] in by_bureau]
            events += _named(telling or with_board[:1], last)
    detail = details.PlanDays.of(totals, times=times, waited_for_board=details.Spread.of(waited))
    return Measurement(value=middle(totals), n=len(totals), events=events, detail=detail)


Stay = tuple[Row, Row | None]
"""One time that a plan lay somewhere: the step at which that began, and the one at which it ended."""


def _is_decided(stay: Stay) -> bool:
    """Say whether the board decided on a plan as it was handed in, without a check of the bureau: it waited for the board."""
    begun, ended = stay
    return begun["status"] == PlanStatus.SUBMITTED and ended is not None and ended["status"] in DECIDED


def _lasted(stay: Stay, last: int) -> int:
    begun, ended = stay
    return days_between(begun["at"], last if ended is None else ended["at"])


def _named(stays: list[Stay], last: int) -> list[str]:
    """Name when a plan came and when it went; an end that changes no number is left out."""
    names = [begun["event"] for begun, _ in stays]
    for stay in stays:
        ended = stay[1]
        if ended is not None and (days_between(ended["at"], last) or stay is not stays[-1] or _is_decided(stay)):
            names.append(ended["event"])
    return names
