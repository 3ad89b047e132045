"""What happened to founding plans, step by step: a plan's steps count in the order in which they were recorded."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from domain.kernel.acts import EventName
from domain.plans.content import PlanStatus
from projections.evaluation.known import EvaluationData
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import plans
from projections.views.pilots import PlanWait
from projections.views.plans import PLANS, PlanView


@dataclass(frozen=True)
class PlanKnown:
    """One plan that was handed in: its steps, oldest first, each with the state that it led to."""

    steps: list[Row]
    counts_by: list[EventName]
    """What makes it count: that it was begun and, for a pilot into which it was brought later, that it was brought in."""

    @property
    def first_handed_in(self) -> Row:
        """The step at which it was handed in for the first time."""
        return next(step for step in self.steps if step["plan_version"] > 0)

    @property
    def handed_in(self) -> list[Row]:
        """Each step at which a version was handed in."""
        return [after for before, after in pairwise(self.steps) if after["plan_version"] > before["plan_version"]]

    @property
    def became(self) -> Row:
        """The step that brought it where it stands."""
        last = self.steps[-1]["status"]
        return next(after for before, after in reversed(list(pairwise(self.steps))) if before["status"] != last)

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
    of_pilot = [] if data.pilot is None else [plans.c.pilot == data.pilot]
    views = sorted(data.reading.views(PLANS, *of_pilot), key=lambda view: str(view.plan))
    return [_known(view, of_pilot=data.pilot is not None) for view in views if view.plan_version]


def _known(view: PlanView, *, of_pilot: bool) -> PlanKnown:
    brought_in = [view.brought_in_by] if of_pilot and view.brought_in_by is not None else []
    steps = [{**dict(step), "at": micros(step.at)} for step in view.steps]
    return PlanKnown(steps, [view.steps[0].event, *brought_in])


def waits(data: EvaluationData) -> list[PlanWait]:
    """Give each time that a plan waited, as far as it had begun by then."""
    every = sorted((str(view.pilot), str(wait.plan), wait.begun_at, wait) for view in data.pilots for wait in view.waits)
    return [wait for *_, wait in every]
