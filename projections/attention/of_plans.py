"""What needs somebody about founding plans: checking, deciding, answering, and conditions."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, String, cast, select

from application.queries import AttentionKind
from domain.acts import Role, end_of
from domain.founding_plan import Nomination
from domain.plan_content import BEFORE_BOARD, OPEN, ConditionOwner, PlanStatus
from projections.attention.asked import Asked, told
from projections.attention.registry import Found, needs
from projections.facts import micros
from projections.reading import Reading
from projections.tables import networks, plans

BUREAU, BOARD, CORE_GROUP, MEMBER = Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.CORE_GROUP, Role.MEMBER

RETURNED_LONG = timedelta(days=30)
QUESTION_LONG = timedelta(days=14)
"""How long a group may work on its plan or on an answer before the bureau calls; no rule, only good manners."""

OWNERS = {
    ConditionOwner.CORE_GROUP: frozenset({BUREAU, CORE_GROUP, MEMBER}),
    ConditionOwner.PARTY_BUREAU: frozenset({BUREAU}),
    ConditionOwner.NATIONAL_BOARD: frozenset({BUREAU, BOARD}),
}
"""On whose list a condition is: of whoever sees to it, and of the bureau, which records that it was met."""

ABOUT = (plans.c.owner, plans.c.network, plans.c.name, plans.c.sensitive)


def _standing_at(reading: Reading, *statuses: PlanStatus) -> Select[Any]:
    found = select(*ABOUT, plans.c.changed_at).where(reading.standing(plans), plans.c.status.in_(statuses))
    return found.order_by(plans.c.changed_at, plans.c.owner)


def _to_check(reading: Reading) -> Select[Any]:
    return _standing_at(reading, PlanStatus.SUBMITTED)


def _to_decide(reading: Reading) -> Select[Any]:
    return _standing_at(reading, PlanStatus.SUBMITTED, PlanStatus.COMPLETE)


@needs(AttentionKind.PLAN_TO_CHECK, BUREAU)
def plans_to_check(asked: Asked) -> Iterator[Found]:
    """Find plans that were handed in and of which nobody said yet that they are complete."""
    for plan, network, name, sensitive, changed_at in asked.first(_to_check):
        yield Found(AttentionKind.PLAN_TO_CHECK, plan, network, name, bool(sensitive), changed_at)


@needs(AttentionKind.PLAN_TO_DECIDE, BOARD)
def plans_to_decide(asked: Asked) -> Iterator[Found]:
    """Find plans before the board; one that it deferred comes back when that time is over."""
    for plan, network, name, sensitive, changed_at in asked.first(_to_decide):
        yield Found(AttentionKind.PLAN_TO_DECIDE, plan, network, name, bool(sensitive), changed_at)


def _given_back(reading: Reading) -> Select[Any]:
    found = select(*ABOUT, plans.c.changed_at, plans.c.initiator, plans.c.nominations)
    return found.where(reading.standing(plans), plans.c.status == PlanStatus.RETURNED)


@needs(AttentionKind.PLAN_RETURNED_LONG_AGO, BUREAU)
def plans_returned_long_ago(asked: Asked) -> Iterator[Found]:
    """Find plans that were given back long ago."""
    long_ago = micros(end_of(asked.day - RETURNED_LONG))
    for plan, network, name, sensitive, changed_at, *_ in asked.rows(_given_back):
        if changed_at < long_ago:
            yield Found(AttentionKind.PLAN_RETURNED_LONG_AGO, plan, network, name, bool(sensitive), changed_at)


@needs(AttentionKind.PLAN_TO_COMPLETE, MEMBER)
def plans_to_complete(asked: Asked) -> Iterator[Found]:
    """Find plans that were given back, for those who write them."""
    for plan, network, name, sensitive, changed_at, initiator, nominations in asked.rows(_given_back):
        whose = _writers(initiator, told(nominations))
        yield Found(AttentionKind.PLAN_TO_COMPLETE, plan, network, name, bool(sensitive), changed_at, whose=whose)


def _writers(initiator: str, nominations: dict[str, str]) -> tuple[str, ...]:
    """Give who may write a plan: who began it, or was asked for a seat and did not decline."""
    return (initiator, *(who for who, answer in nominations.items() if answer != Nomination.DECLINED))


def _with_nominations(reading: Reading) -> Select[Any]:
    found = select(*ABOUT, plans.c.nominations, plans.c.nominated_at)
    return found.where(reading.standing(plans), plans.c.status.in_(OPEN), cast(plans.c.nominations, String).contains("open"))


@needs(AttentionKind.NOMINATION_TO_ANSWER, MEMBER)
def nominations_to_answer(asked: Asked) -> Iterator[Found]:
    """Find who was asked for a seat and did not answer."""
    for plan, network, name, sensitive, nominations, nominated_at in asked.rows(_with_nominations):
        asked_at = told(nominated_at)
        for who, answer in told(nominations).items():
            if answer == Nomination.OPEN:
                yield Found(AttentionKind.NOMINATION_TO_ANSWER, plan, network, name, bool(sensitive), asked_at[who], whose=(who,))


# Questions of the board


def _with_questions(reading: Reading) -> Select[Any]:
    found = select(*ABOUT, plans.c.questions, plans.c.status, plans.c.changed_at, plans.c.initiator, plans.c.nominations)
    return found.where(reading.standing(plans), plans.c.status.in_(OPEN), cast(plans.c.questions, String) != "[]")


@needs(AttentionKind.QUESTION_OPEN_LONG, BUREAU)
def questions_open_long(asked: Asked) -> Iterator[Found]:
    """Find questions that nobody answers."""
    long_ago = micros(end_of(asked.day - QUESTION_LONG))
    for found in _open_questions(asked, AttentionKind.QUESTION_OPEN_LONG):
        if found.since < long_ago:
            yield found


@needs(AttentionKind.QUESTION_TO_ANSWER, MEMBER)
def questions_to_answer(asked: Asked) -> Iterator[Found]:
    """Find questions for those who write the plan."""
    yield from _open_questions(asked, AttentionKind.QUESTION_TO_ANSWER)


def _open_questions(asked: Asked, kind: AttentionKind) -> Iterator[Found]:
    for plan, network, name, sensitive, questions, _, _, initiator, nominations in asked.rows(_with_questions):
        whose = _writers(initiator, told(nominations))
        for question in told(questions):
            if question["answer"] is None:
                asked_at, number = question["asked_at"], question["number"]
                yield Found(kind, plan, network, name, bool(sensitive), asked_at, number=number, whose=whose)


@needs(AttentionKind.QUESTION_ANSWERED, BOARD)
def questions_answered(asked: Asked) -> Iterator[Found]:
    """Find the newest answer on each plan, as long as the board did nothing with it: ask on, defer or decide."""
    for plan, network, name, sensitive, questions, status, changed_at, *_ in asked.rows(_with_questions):
        if status not in BEFORE_BOARD:
            continue
        answered = [question for question in told(questions) if question["answer"] is not None]
        newest = max(answered, key=lambda question: question["answered_at"], default=None)
        if newest is None or newest["answered_at"] < changed_at:
            continue
        if all(question["asked_at"] < newest["answered_at"] for question in told(questions)):
            since, number = newest["answered_at"], newest["number"]
            yield Found(AttentionKind.QUESTION_ANSWERED, plan, network, name, bool(sensitive), since, number=number)


# Conditions


def _with_conditions(reading: Reading) -> Select[Any]:
    known = reading.standing(networks) & (networks.c.owner == plans.c.network)
    wanted = (*sorted(OPEN), PlanStatus.FOUNDED)
    found = select(
        *ABOUT,
        plans.c.conditions,
        plans.c.initiator,
        plans.c.nominations,
        plans.c.status,
        networks.c.closed_at,
        networks.c.sensitive,
    )
    found = found.join_from(plans, networks, known, isouter=True)
    return found.where(reading.standing(plans), plans.c.status.in_(wanted), cast(plans.c.conditions, String) != "[]")


@needs(AttentionKind.CONDITION_DUE_SOON, BUREAU, BOARD, CORE_GROUP, MEMBER)
def conditions_due_soon(asked: Asked) -> Iterator[Found]:
    """Find conditions of which somebody was reminded and whose day is not over."""
    yield from _conditions(asked, AttentionKind.CONDITION_DUE_SOON)


@needs(AttentionKind.CONDITION_NOT_MET_IN_TIME, BUREAU, BOARD, CORE_GROUP, MEMBER)
def conditions_not_met_in_time(asked: Asked) -> Iterator[Found]:
    """Find conditions whose day is over."""
    yield from _conditions(asked, AttentionKind.CONDITION_NOT_MET_IN_TIME)


def _conditions(asked: Asked, kind: AttentionKind) -> Iterator[Found]:
    rows = asked.rows(_with_conditions)
    for plan, network, name, plan_sensitive, conditions, initiator, nominations, status, closed_at, sensitive in rows:
        if closed_at is not None and closed_at < asked.before:
            continue
        whose = () if status == PlanStatus.FOUNDED else _writers(initiator, told(nominations))
        for condition in told(conditions):
            since = _since(condition, kind)
            if condition["state"] == "open" and since is not None:
                yield Found(
                    kind,
                    plan,
                    network,
                    name,
                    bool(plan_sensitive or sensitive),
                    micros(datetime.fromisoformat(since)),
                    due_on=condition["due"],
                    number=condition["number"],
                    roles=OWNERS[ConditionOwner(condition["owner"])],
                    whose=whose,
                )


def _since(condition: dict[str, Any], kind: AttentionKind) -> str | None:
    """Give since when a condition is of a kind: after its day it is no longer due soon."""
    over: str | None = condition.get("not_met_since")
    if kind is AttentionKind.CONDITION_NOT_MET_IN_TIME:
        return over
    reminded: str | None = condition.get("reminded_at")
    return reminded if over is None else None
