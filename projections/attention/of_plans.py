"""What needs somebody about founding plans: checking, deciding, answering, and conditions."""

from collections.abc import Iterator
from datetime import datetime
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, or_, select

from application.queries.attention import AttentionKind
from domain.kernel.acts import Role
from domain.kernel.days import end_of
from domain.plans.content import BEFORE_BOARD, OPEN, ConditionOwner, PlanStatus
from domain.plans.founding_plan import Nomination
from projections.attention.asked import Asked, Build
from projections.attention.rows import AttentionRow
from projections.attention.waiting import QUESTION_LONG, RETURNED_LONG
from projections.reading.counting import as_known
from projections.reading.query_service import AsOf
from projections.store.instants import micros
from projections.store.tables import networks, plans
from projections.views.plans import ConditionView, PlanView

BUREAU, BOARD = Role.PARTY_BUREAU, Role.NATIONAL_BOARD

RETURNED = frozenset({PlanStatus.RETURNED})

OWNERS = {
    ConditionOwner.CORE_GROUP: frozenset({BUREAU, Role.CORE_GROUP, Role.MEMBER}),
    ConditionOwner.PARTY_BUREAU: frozenset({BUREAU}),
    ConditionOwner.NATIONAL_BOARD: frozenset({BUREAU, BOARD}),
}
"""On whose list a condition is: of whoever sees to it, and of the bureau, which records that it was met."""

ABOUT = (plans.c.owner, plans.c.network, plans.c.name, plans.c.sensitive)


def _standing_at(as_of: AsOf, *statuses: PlanStatus) -> Select[Any]:
    found = select(*ABOUT, plans.c.changed_at).where(as_of.standing(plans), plans.c.status.in_(statuses))
    return found.order_by(plans.c.changed_at, plans.c.owner)


def _to_check(as_of: AsOf) -> Select[Any]:
    return _standing_at(as_of, PlanStatus.SUBMITTED)


def _to_decide(as_of: AsOf) -> Select[Any]:
    return _standing_at(as_of, PlanStatus.SUBMITTED, PlanStatus.COMPLETE)


def plans_to_check(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans that were handed in and of which nobody said yet that they are complete."""
    for plan, network, name, sensitive, changed_at in asked.first(_to_check):
        yield AttentionRow(kind, plan, network, name, bool(sensitive), changed_at)


def plans_to_decide(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans before the board; one that it deferred comes back when that time is over."""
    for plan, network, name, sensitive, changed_at in asked.first(_to_decide):
        yield AttentionRow(kind, plan, network, name, bool(sensitive), changed_at)


class Plan(NamedTuple):
    """A plan with something in it that somebody may have to do, and its network when it is there."""

    view: PlanView
    network_sensitive: bool | None
    closed_at: int | None

    @property
    def changed_at(self) -> int:
        """Since when it stands where it stands."""
        return micros(self.view.changed_at)

    def found(self, kind: AttentionKind, since: int, **more: Any) -> AttentionRow:  # noqa: ANN401  # what a row knows besides
        sensitive = bool(self.view.content.sensitive or self.network_sensitive)
        return AttentionRow(kind, str(self.view.plan), str(self.view.network), self.view.name, sensitive, since, **more)


def _with(as_of: AsOf, something: ColumnElement[bool]) -> Select[Any]:
    its_network = as_of.standing(networks) & (networks.c.owner == plans.c.network)
    found = select(plans.c.view, networks.c.sensitive, as_known(as_of, networks.c.closed_at))
    found = found.join_from(plans, networks, its_network, isouter=True)
    return found.where(as_of.standing(plans), or_(plans.c.is_open, plans.c.status == PlanStatus.FOUNDED), something)


def _with_something(as_of: AsOf) -> Select[Any]:
    """Give plans that were returned, or have questions or conditions: one look at all plans for five kinds of thing."""
    return _with(as_of, or_(plans.c.status == PlanStatus.RETURNED, plans.c.has_questions, plans.c.has_conditions))


def _with_nominations(as_of: AsOf) -> Select[Any]:
    return _with(as_of, plans.c.has_nominations)


def _plans(asked: Asked, statuses: frozenset[PlanStatus], build: Build = _with_something) -> Iterator[Plan]:
    found = (Plan(PlanView.model_validate_json(view), *network) for view, *network in asked.rows(build))
    return (plan for plan in found if plan.view.status in statuses)


def plans_returned_long_ago(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans that were given back long ago."""
    long_ago = micros(end_of(asked.day - RETURNED_LONG.time))
    for plan in _plans(asked, RETURNED):
        if plan.changed_at < long_ago:
            yield plan.found(kind, plan.changed_at)


def plans_to_complete(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans that were given back, for those who write them."""
    for plan in _plans(asked, RETURNED):
        yield plan.found(kind, plan.changed_at, whose=plan.view.writers)


def nominations_to_answer(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find who was asked for a seat and did not answer."""
    for plan in _plans(asked, OPEN, _with_nominations):
        for who, answer in plan.view.nominations.items():
            if answer is Nomination.OPEN:
                yield plan.found(kind, micros(plan.view.nominated_at[who]), whose=(who,))


# Questions of the board


def questions_open_long(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find questions that nobody answers."""
    long_ago = micros(end_of(asked.day - QUESTION_LONG.time))
    for found in open_questions(asked, kind):
        if found.since < long_ago:
            yield found


def open_questions(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find questions that are not answered, for those who write the plan."""
    for plan in _plans(asked, OPEN):
        for question in plan.view.questions:
            if question.answer is None:
                yield plan.found(kind, micros(question.asked_at), number=question.number, whose=plan.view.writers)


def questions_answered(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find the newest answer on each plan, as long as the board did nothing with it: ask on, defer or decide."""
    for plan in _plans(asked, BEFORE_BOARD):
        questions = plan.view.questions
        answered = [(question.answered_at, question.number) for question in questions if question.answered_at is not None]
        newest, number = max(answered, default=(None, 0), key=itemgetter(0))
        if newest is None or newest < plan.view.changed_at:
            continue
        if all(question.asked_at < newest for question in questions):
            yield plan.found(kind, micros(newest), number=number)


# Conditions


def conditions(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find conditions whose day is over, or of which somebody was reminded and whose day is not over."""
    for plan in _plans(asked, OPEN | {PlanStatus.FOUNDED}):
        if plan.closed_at is not None and plan.closed_at < asked.before:
            continue
        for condition in plan.view.conditions:
            since = _since(condition, kind)
            if condition.state == "open" and since is not None:
                yield plan.found(
                    kind,
                    micros(since),
                    due_on=condition.due.isoformat(),
                    number=condition.number,
                    roles=OWNERS[condition.owner],
                    whose=() if plan.view.status is PlanStatus.FOUNDED else plan.view.writers,
                )


def _since(condition: ConditionView, kind: AttentionKind) -> datetime | None:
    """Give since when a condition is of a kind: after its day it is no longer due soon."""
    if kind is AttentionKind.CONDITION_NOT_MET_IN_TIME:
        return condition.not_met_since
    return condition.reminded_at if condition.not_met_since is None else None
