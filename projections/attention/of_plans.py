"""What needs somebody about founding plans: checking, deciding, answering, and conditions."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, cast, or_, select

from application.queries.attention import AttentionKind
from domain.kernel.acts import Role
from domain.kernel.days import end_of
from domain.plans.content import BEFORE_BOARD, OPEN, ConditionOwner, PlanStatus
from domain.plans.founding_plan import Nomination
from projections.attention.asked import Asked, Build, told
from projections.attention.rows import AttentionRow
from projections.attention.waiting import QUESTION_LONG, RETURNED_LONG
from projections.queries.query_service import AsOf
from projections.store.instants import micros
from projections.store.tables import networks, plans

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
    """A plan with something in it that somebody may have to do."""

    plan: str
    network: str
    name: str
    plan_sensitive: bool
    changed_at: int
    status: PlanStatus
    initiator: str
    nominations: Any
    nominated_at: Any
    questions: Any
    conditions: Any
    network_sensitive: bool | None
    closed_at: int | None

    def found(self, kind: AttentionKind, since: int, **more: Any) -> AttentionRow:  # noqa: ANN401  # what Found knows besides
        """Give what was found in it."""
        sensitive = bool(self.plan_sensitive or self.network_sensitive)
        return AttentionRow(kind, self.plan, self.network, self.name, sensitive, since, **more)

    @property
    def writers(self) -> tuple[str, ...]:
        """Who may write it: who began it, or was asked for a seat and did not decline."""
        answers = told(self.nominations).items()
        return (self.initiator, *(who for who, answer in answers if answer != Nomination.DECLINED))


def _with(as_of: AsOf, something: ColumnElement[bool]) -> Select[Any]:
    its_network = as_of.standing(networks) & (networks.c.owner == plans.c.network)
    people = (plans.c.initiator, plans.c.nominations, plans.c.nominated_at)
    columns = (plans.c.changed_at, plans.c.status, *people, plans.c.questions, plans.c.conditions)
    found = select(*ABOUT, *columns, networks.c.sensitive, networks.c.closed_at)
    found = found.join_from(plans, networks, its_network, isouter=True)
    return found.where(as_of.standing(plans), plans.c.status.in_((*sorted(OPEN), PlanStatus.FOUNDED)), something)


def _with_something(as_of: AsOf) -> Select[Any]:
    """Give plans that were returned, or have questions or conditions: one look at all plans for five kinds of thing."""
    has_questions, has_conditions = cast(plans.c.questions, String) != "[]", cast(plans.c.conditions, String) != "[]"
    return _with(as_of, or_(plans.c.status == PlanStatus.RETURNED, has_questions, has_conditions))


def _with_nominations(as_of: AsOf) -> Select[Any]:
    return _with(as_of, cast(plans.c.nominations, String).contains(f'"{Nomination.OPEN}"'))


def _plans(asked: Asked, statuses: frozenset[PlanStatus], build: Build = _with_something) -> Iterator[Plan]:
    return (plan for plan in map(Plan._make, asked.rows(build)) if plan.status in statuses)


def plans_returned_long_ago(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans that were given back long ago."""
    long_ago = micros(end_of(asked.day - RETURNED_LONG.time))
    for plan in _plans(asked, RETURNED):
        if plan.changed_at < long_ago:
            yield plan.found(kind, plan.changed_at)


def plans_to_complete(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans that were given back, for those who write them."""
    for plan in _plans(asked, RETURNED):
        yield plan.found(kind, plan.changed_at, whose=plan.writers)


def nominations_to_answer(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find who was asked for a seat and did not answer."""
    for plan in _plans(asked, OPEN, _with_nominations):
        asked_at = told(plan.nominated_at)
        for who, answer in told(plan.nominations).items():
            if answer == Nomination.OPEN:
                yield plan.found(kind, asked_at[who], whose=(who,))


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
        for question in told(plan.questions):
            if question["answer"] is None:
                yield plan.found(kind, question["asked_at"], number=question["number"], whose=plan.writers)


def questions_answered(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find the newest answer on each plan, as long as the board did nothing with it: ask on, defer or decide."""
    for plan in _plans(asked, BEFORE_BOARD):
        questions = told(plan.questions)
        answered = [question for question in questions if question["answer"] is not None]
        newest = max(answered, key=lambda question: question["answered_at"], default=None)
        if newest is None or newest["answered_at"] < plan.changed_at:
            continue
        if all(question["asked_at"] < newest["answered_at"] for question in questions):
            yield plan.found(kind, newest["answered_at"], number=newest["number"])


# Conditions


def conditions(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find conditions whose day is over, or of which somebody was reminded and whose day is not over."""
    for plan in _plans(asked, OPEN | {PlanStatus.FOUNDED}):
        if plan.closed_at is not None and plan.closed_at < asked.before:
            continue
        for condition in told(plan.conditions):
            since = _since(condition, kind)
            if condition["state"] == "open" and since is not None:
                yield plan.found(
                    kind,
                    micros(datetime.fromisoformat(since)),
                    due_on=condition["due"],
                    number=condition["number"],
                    roles=OWNERS[ConditionOwner(condition["owner"])],
                    whose=() if plan.status == PlanStatus.FOUNDED else plan.writers,
                )


def _since(condition: dict[str, Any], kind: AttentionKind) -> str | None:
    """Give since when a condition is of a kind: after its day it is no longer due soon."""
    over: str | None = condition.get("not_met_since")
    if kind is AttentionKind.CONDITION_NOT_MET_IN_TIME:
        return over
    reminded: str | None = condition.get("reminded_at")
    return reminded if over is None else None
