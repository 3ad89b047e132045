"""What happened to founding plans, step by step: a plan's steps count in the order in which they were recorded."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import select

from domain.plans.content import PlanStatus
from projections.evaluation.known import EvaluationData
from projections.store.bulk_writes import Row
from projections.store.tables import plans, waiting_plans

COLUMNS = (
    plans.c.owner,
    plans.c.status,
    plans.c.plan_version,
    plans.c.conditions,
    plans.c.pilot,
    plans.c.event,
    plans.c.at,
    plans.c.telling,
)


@dataclass(frozen=True)
class PlanKnown:
    """One plan that was handed in: its steps, oldest first, each with the state that it led to."""

    steps: list[Row]

    @property
    def first_handed_in(self) -> Row:
        """The step at which it was handed in for the first time."""
        return next(step for step in self.steps if step["plan_version"] > 0)

    @property
    def handed_in(self) -> list[Row]:
        """Each step at which a version was handed in."""
        return [after for before, after in pairwise(self.steps) if after["plan_version"] > before["plan_version"]]

    def times(self, status: PlanStatus) -> Iterator[tuple[Row, Row | None]]:
        """Give each time that a plan had a status: the step at which that began, and the one at which it ended."""
        begun: Row | None = None
        for step in self.steps:
            if begun is None and step["status"] == status:
                begun = step
            elif begun is not None and step["status"] != status:
                yield begun, step
                begun = None
        if begun is not None:
            yield begun, None


def plans_handed_in(data: EvaluationData) -> list[PlanKnown]:
    """Give the plans that were handed in by then."""
    as_of = data.reading
    query = select(*COLUMNS).where(plans.c.since <= as_of.position, plans.c.at < as_of.before)
    if data.pilot is not None:
        query = query.where(plans.c.pilot == data.pilot)
    steps: dict[str, list[Row]] = defaultdict(list)
    for row in as_of.connection.execute(query.order_by(plans.c.since, plans.c.fact)).mappings():
        steps[row["owner"]].append(dict(row))
    told = (PlanKnown(_as_told_last(each)) for _, each in sorted(steps.items()))
    return [plan for plan in told if plan.steps[-1]["plan_version"] > 0]


def _as_told_last(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["telling"] == rows[-1]["telling"]]


@dataclass(frozen=True)
class Wait:
    """One time that a plan waited for a place."""

    begun_at: int
    begun_by: str
    ended_at: int
    ended_by: str | None


def waits(data: EvaluationData) -> list[Wait]:
    """Give each time that a plan waited, as far as it had begun by then."""
    as_of = data.reading
    query = select(waiting_plans).where(waiting_plans.c.since <= as_of.position, waiting_plans.c.waits_since < as_of.before)
    if data.pilot is not None:
        query = query.where(waiting_plans.c.owner == data.pilot)
    found: dict[tuple[str, str, int], list[Row]] = defaultdict(list)
    for row in as_of.connection.execute(query.order_by(waiting_plans.c.since, waiting_plans.c.fact)).mappings():
        found[row["owner"], row["plan"], row["waits_since"]].append(dict(row))
    return [_wait(rows, as_of.before) for _, rows in sorted(found.items())]


def _wait(rows: list[Row], before: int) -> Wait:
    last = rows[-1]
    over = last["waits_until"] < before
    return Wait(
        begun_at=last["waits_since"],
        begun_by=rows[0]["event"],
        ended_at=last["waits_until"] if over else before,
        ended_by=last["event"] if over else None,
    )
