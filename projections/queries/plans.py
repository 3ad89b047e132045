"""Answers about founding plans, the register of decisions, pilots, talks and plans that wait."""

from datetime import date
from typing import Any
from uuid import UUID

from application import queries as q
from domain.kernel.text import Sealed
from domain.plans.content import Condition, PlanContent, PlanStatus
from domain.plans.founding_plan import Nomination
from projections.queries.query_service import Reading, answers
from projections.store.bulk_writes import Row
from projections.store.instants import moment, moment_or_none
from projections.store.tables import decisions, pilots, plans, talks, waiting_plans


@answers(q.FoundingPlans)
def founding_plans(reading: Reading, query: q.FoundingPlans) -> q.Many[q.PlanEntry]:
    """List the plans in the order in which they were begun."""
    known = reading.items(plans, plans.c.drafted_at < reading.before)
    wanted = [row for row in known if query.status is None or row["status"] == query.status]
    entries = [q.PlanEntry(**_entry(row)) for row in sorted(wanted, key=_key)]
    return reading.page(query, [each for each in entries if query.after is None or each.key > query.after])


@answers(q.FoundingPlanDetails)
def founding_plan_details(reading: Reading, query: q.FoundingPlanDetails) -> q.PlanPage:
    """Show one plan with its versions, nominations, questions and conditions."""
    row = reading.one(plans, query.plan)
    return q.PlanPage(
        **_entry(row),
        content=PlanContent.model_validate(row["content"]),
        versions=tuple(q.PlanVersionEntry.model_validate(version) for version in row["versions"]),
        nominations=tuple(
            q.NominationEntry(reference=reference, answer=Nomination(answer), chair=reference == row["chair"])
            for reference, answer in row["nominations"].items()
        ),
        questions=tuple(_question(question) for question in row["questions"]),
        conditions=tuple(q.ConditionEntry.model_validate(condition) for condition in row["conditions"]),
        missing=tuple(row["missing"]),
        pilot=None if row["pilot"] is None else UUID(row["pilot"]),
        follows=None if row["follows"] is None else UUID(row["follows"]),
    )


def _key(row: Row) -> str:
    return f"{row['drafted_at']:020d} {row['owner']}"


def _entry(row: Row) -> dict[str, Any]:  # the fields of PlanEntry, checked by it
    accepted = [answer for answer in row["nominations"].values() if answer == Nomination.ACCEPTED]
    return {
        "key": _key(row),
        "plan": UUID(row["owner"]),
        "name": row["name"],
        "network_type": row["network_type"],
        "status": PlanStatus(row["status"]),
        "plan_version": row["plan_version"],
        "core_group": len(accepted),
        "drafted_at": moment(row["drafted_at"]),
        "changed_at": moment(row["changed_at"]),
        "network": UUID(row["network"]) if row["status"] == PlanStatus.FOUNDED else None,
        "version": row["version"],
    }


def _question(question: dict[str, Any]) -> q.QuestionEntry:
    answer = question["answer"]
    return q.QuestionEntry(
        number=question["number"],
        question=Sealed.model_validate(question["question"]),
        answer=None if answer is None else Sealed.model_validate(answer),
    )


@answers(q.DecisionRegister)
def decision_register(reading: Reading, query: q.DecisionRegister) -> q.Many[q.DecisionEntry]:
    """List what was decided, in the order of the log."""
    conditions = [decisions.c.at < reading.before]
    if query.plan is not None:
        conditions.append(decisions.c.plan == str(query.plan))
    if query.network is not None:
        conditions.append(decisions.c.network == str(query.network))
    if query.after is not None:
        conditions.append(decisions.c.place > _number(query.after))
    page = decisions.select().where(reading.known(decisions), *conditions).order_by(decisions.c.place).limit(query.limit + 1)
    rows = reading.connection.execute(page).mappings()
    return reading.page(query, [_decision(dict(row)) for row in rows])


def _number(key: str) -> int:
    return int(key) if key.isdigit() else 0


def _decision(row: Row) -> q.DecisionEntry:
    return q.DecisionEntry(
        key=str(row["place"]),
        event=row["event"],
        decision=row["decision"],
        plan=None if row["plan"] is None else UUID(row["plan"]),
        network=None if row["network"] is None else UUID(row["network"]),
        name=row["name"],
        plan_version=row["plan_version"],
        digest=row["digest"],
        rules_version=row["rules_version"],
        reasons=row["reasons"],
        conditions=tuple(Condition.model_validate(condition) for condition in row["conditions"]),
        at=moment(row["at"]),
        recorded_at=moment(row["recorded_at"]),
        by=row["by"],
        role=row["role"],
        entered_by=row["entered_by"],
        source=row["source"],
    )


@answers(q.Pilots)
def list_pilots(reading: Reading, query: q.Pilots) -> q.Many[q.PilotEntry]:
    """List the pilots and how many of their places are taken."""
    known = reading.items(pilots, pilots.c.begun_at < reading.before)
    entries = [
        q.PilotEntry(
            key=row["label"],
            pilot=UUID(row["owner"]),
            label=row["label"],
            places=row["places"],
            taken=len(row["taken"]),
            first_day=date.fromisoformat(row["first_day"]),
            last_day=date.fromisoformat(row["last_day"]),
            ended_at=moment_or_none(row["ended_at"]) if row["ended_at"] < reading.before else None,
            version=row["version"],
        )
        for row in sorted(known, key=lambda row: str(row["label"]))
    ]
    return reading.page(query, [each for each in entries if query.after is None or each.key > query.after])


@answers(q.Talks)
def list_talks(reading: Reading, query: q.Talks) -> q.Many[q.TalkEntry]:
    """List the groups that want a network, in the order in which they said so."""
    reading.one(pilots, query.pilot)
    known = reading.items(talks, talks.c.owner == str(query.pilot), talks.c.interest_at < reading.before, by="group")
    wanted = sorted((_talk(row) for row in known), key=lambda entry: entry.key)
    return reading.page(query, [each for each in wanted if query.after is None or each.key > query.after])


def _talk(row: Row) -> q.TalkEntry:
    return q.TalkEntry(
        key=f"{row['interest_at']:020d} {row['group']}",
        group=UUID(row["group"]),
        theme=row["theme"],
        network_type=row["network_type"],
        interest_at=moment(row["interest_at"]),
        talked_at=moment_or_none(row["talked_at"]),
        outcome=row["outcome"],
    )


@answers(q.WaitingPlans)
def list_waiting_plans(reading: Reading, query: q.WaitingPlans) -> q.Many[q.WaitingEntry]:
    """List the plans that wait for a place, the one that was complete first at the top."""
    reading.one(pilots, query.pilot)
    known = reading.items(waiting_plans, waiting_plans.c.owner == str(query.pilot), by="plan")
    waiting = [row for row in known if row["waits_since"] < reading.before <= row["waits_until"]]
    names = {row["owner"]: row["name"] for row in reading.items(plans, plans.c.owner.in_([row["plan"] for row in waiting]))}
    entries = [
        q.WaitingEntry(
            key=f"{row['complete_at']:020d} {row['plan']}",
            plan=UUID(row["plan"]),
            name=names[row["plan"]],
            complete_at=moment(row["complete_at"]),
            offered=row["offered"],
        )
        for row in waiting
    ]
    wanted = sorted(entries, key=lambda entry: entry.key)
    return reading.page(query, [each for each in wanted if query.after is None or each.key > query.after])
