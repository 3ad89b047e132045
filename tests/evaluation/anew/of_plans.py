"""Plans, places, and the work of the party bureau."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from tests.evaluation.anew.figure import Party, Said, of_all, says
from tests.evaluation.anew.log import Entry, as_known
from tests.evaluation.anew.networks import begun_networks
from tests.evaluation.anew.numbers import middle, part, spread

HANDED_IN = {"PlanSubmitted", "PlanAmended"}
STATES = {
    "PlanSubmitted": "undecided",
    "PlanAmended": "undecided",
    "PlanReturned": "undecided",
    "PlanFoundComplete": "undecided",
    "PlanDeferred": "undecided",
    "DeferralEnded": "undecided",
    "PlanRejected": "rejected",
    "PlanWaitListed": "waiting",
    "PlanCarriedOut": "founded",
    "PlanWithdrawn": "withdrawn",
    "PlanLapsed": "lapsed",
}
BOARD = {"PlanDeferred", "PlanApproved", "PlanRejected"}
ENDED = {"PlanWithdrawn", "PlanLapsed"}


@dataclass
class Plan:
    """A plan as of a moment; its steps count in the order in which they were recorded."""

    steps: list[Entry]

    @property
    def id(self) -> UUID:
        return self.steps[0].item

    @property
    def state(self) -> str | None:
        """Where it stands, None while it was not handed in."""
        state: str | None = None
        hard: dict[int, bool] = {}
        for each in self.steps:
            if each.kind == "PlanApproved":
                hard = {number: condition.hard for number, condition in enumerate(each.said.conditions, start=1)}
                state = "approved-with-conditions" if any(hard.values()) else "approved"
            elif each.kind in {"ConditionMet", "ConditionLapsed"}:
                hard.pop(each.said.condition_number, None)
                if each.kind == "ConditionMet" and state == "approved-with-conditions" and not any(hard.values()):
                    state = "approved"
            else:
                state = STATES.get(each.kind, state)
        return state

    def first(self, *kinds: str) -> Entry | None:
        return next((each for each in self.steps if each.kind in kinds), None)

    def last(self, *kinds: str) -> Entry | None:
        return next((each for each in reversed(self.steps) if each.kind in kinds), None)


def plans_of(party: Party) -> list[Plan]:
    """The plans that were handed in by then, of the pilot that is asked about."""
    found = []
    for life in party.log.begun_with("PlanDrafted"):
        steps = _in_their_order(as_known(life))
        plan = Plan([each for each in steps if each.at < party.asked.before])
        if plan.first("PlanSubmitted") and party.asked.pilot in {None, _pilot(plan.steps)}:
            found.append(plan)
    return found


def _pilot(life: list[Entry]) -> UUID | None:
    """The pilot of a plan: that of its first entry, or that into which it was brought since."""
    pilots = [each.said.pilot for each in life if each.kind in {"PlanDrafted", "PlanBroughtIntoPilot"}]
    return pilots[-1] if pilots else None


def _in_their_order(life: list[Entry]) -> list[Entry]:
    """Each step from the moment of the step before it at the earliest."""
    found: list[Entry] = []
    for each in life:
        found.append(replace(each, at=max(each.at, found[-1].at)) if found else each)
    return found


@of_all("networks-founded")
def networks_founded(party: Party) -> Said:
    begun = list(begun_networks(party.networks, party.asked))
    by_type: dict[str, int] = defaultdict(int)
    for each in begun:
        by_type[each.type] += 1
    opened = [each for each in party.log.all_of("PilotOpened") if each.item == party.asked.pilot]
    brought = sum(each.first.kind == "ExistingNetworkBroughtIn" for each in begun)
    norm = opened[0].said.places if opened else None
    return says(len(begun), len(begun), norm=norm, detail={"byType": dict(by_type), "broughtIn": brought})


@of_all("plan-outcomes")
def plan_outcomes(party: Party) -> Said:
    counts: dict[str, int] = defaultdict(int)
    for each in plans_of(party):
        counts[str(each.state)] += 1
    total = sum(counts.values())
    return says(dict(counts), total, detail={"shares": {state: part(count, total) for state, count in counts.items()}})


@of_all("plan-lead-time")
def plan_lead_time(party: Party) -> Said:
    gross, net = [], []
    for plan in plans_of(party):
        decided, first = plan.last("PlanApproved"), plan.first("PlanSubmitted")
        if decided is None or first is None:
            continue
        gross.append((decided.day - first.day).days)
        net.append(gross[-1] - _days_with_initiators(plan, decided))
    return says(spread(gross)["median"], len(gross), detail={**spread(gross), "net": spread(net)})


def _days_with_initiators(plan: Plan, until: Entry) -> int:
    days, returned = 0, None
    for each in plan.steps[: plan.steps.index(until)]:
        if each.kind == "PlanReturned":
            returned = each.day
        elif each.kind in HANDED_IN and returned is not None:
            days += (each.day - returned).days
            returned = None
    return days


@of_all("plan-rounds")
def plan_rounds(party: Party) -> Said:
    rounds = [len({each.said.plan_version for each in plan.steps if each.kind in HANDED_IN}) for plan in plans_of(party)]
    return says(spread(rounds)["median"], len(rounds), detail=spread(rounds))


@dataclass
class Waiting:
    """One time that a plan waited for a place."""

    plan: UUID
    since: date
    until: date | None

    def days(self, day: date) -> int:
        return ((self.until or day) - self.since).days


def waiting_times(party: Party) -> list[Waiting]:
    found: list[Waiting] = []
    for each in party.log.all_of("PlanPutOnWaitingList", "PlanTakenOffWaitingList"):
        if each.at >= party.asked.before or party.asked.pilot not in {None, each.item}:
            continue
        if each.kind == "PlanPutOnWaitingList":
            found.append(Waiting(each.said.plan, each.day, None))
        else:
            for one in [one for one in found if one.plan == each.said.plan][-1:]:
                one.until = each.day
    return found


@of_all("waiting-list")
def waiting_list(party: Party) -> Said:
    day, times = party.asked.day, waiting_times(party)
    now = sorted(each.days(day) for each in times if each.until is None)
    return says(len(now), len(times), detail={**spread(each.days(day) for each in times), "waiting": now})


@dataclass
class Lying:
    """How many days a plan lay with the bureau and with the board, and how often it came to the bureau."""

    bureau: int = 0
    board: int | None = None
    times: int = 0
    with_bureau: date | None = None
    """Since when it lies there."""
    with_board: date | None = None

    def step(self, each: Entry) -> None:
        if each.kind in HANDED_IN:
            self.board_is_done(each.day)
            self.with_bureau = self.with_bureau or each.day
        elif each.kind in BOARD | ENDED | {"PlanReturned", "PlanFoundComplete"}:
            self.board_is_done(each.day)
            if self.with_bureau is not None and each.kind in BOARD:  # without a check of the bureau
                self.with_board, self.with_bureau = self.with_bureau, None
                self.board_is_done(each.day)
            self.bureau_is_done(each.day)
            self.with_board = each.day if each.kind == "PlanFoundComplete" else None

    def board_is_done(self, day: date) -> None:
        if self.with_board is not None:
            self.board = (self.board or 0) + (day - self.with_board).days
        self.with_board = None

    def bureau_is_done(self, day: date) -> None:
        if self.with_bureau is not None:
            self.bureau, self.times = self.bureau + (day - self.with_bureau).days, self.times + 1
        self.with_bureau = None


def lying(plan: Plan, day: date) -> Lying:
    found = Lying()
    for each in plan.steps:
        found.step(each)
    found.bureau_is_done(day)
    found.board_is_done(day)
    return found


@of_all("bureau-days")
def bureau_days(party: Party) -> Said:
    lay = [lying(plan, party.asked.day) for plan in plans_of(party)]
    numbers = spread(each.bureau for each in lay)
    waited = spread(each.board for each in lay if each.board is not None)
    return says(
        numbers["median"],
        len(lay),
        detail={**numbers, "times": sum(each.times for each in lay), "waitedForBoard": waited},
    )


@of_all("bureau-hours")
def bureau_hours(party: Party) -> Said:
    estimates = [
        each
        for each in party.log.all_of("HoursEstimated")
        if each.at < party.asked.before and party.asked.pilot in {None, each.item}
    ]
    newest: dict[tuple[UUID, str], Entry] = {}
    for each in sorted(estimates, key=lambda one: (one.at, one.place)):
        newest[each.item, each.said.month] = each
    months: dict[str, int] = defaultdict(int)
    for (_, month), each in newest.items():
        months[month] += each.said.hours
    if not months:
        return says(None, 0, note="not-stated", detail={"total": 0, "median": None})
    rows = [{"month": month, "hours": months[month]} for month in sorted(months)]
    return says(rows, len(newest), detail={"total": sum(months.values()), "median": middle(months.values())})
