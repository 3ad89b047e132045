"""Answers about founding plans, the register of decisions, pilots, talks and plans that wait."""

from datetime import date
from typing import Any
from uuid import UUID

from application.queries.base import Many
from application.queries.pilot import PilotEntry, Pilots, TalkEntry, Talks, WaitingEntry, WaitingPlans
from application.queries.plans import (
    ConditionEntry,
    DecisionEntry,
    DecisionRegister,
    FoundingPlanDetails,
    FoundingPlans,
    NominationEntry,
    PlanEntry,
    PlanPage,
    PlanVersionEntry,
    QuestionEntry,
)
from domain.kernel.text import Sealed
from domain.plans.content import Condition, PlanContent, PlanStatus
from domain.plans.founding_plan import Nomination
from projections.queries.query_service import AsOf
from projections.store.bulk_writes import Row
from projections.store.instants import moment, moment_or_none
from projections.store.tables import decisions, pilots, plans, talks, waiting_plans


def founding_plans(as_of: AsOf, query: FoundingPlans) -> Many[PlanEntry]:
    """List the plans in the order in which they were begun."""
    known = as_of.items(plans, plans.c.drafted_at < as_of.before)
    wanted = [row for row in known if query.status is None or row["status"] == query.status]
    entries = [PlanEntry(**_entry(row)) for row in sorted(wanted, key=_key)]
    return as_of.page(query, [each for each in entries if query.after is None or each.key > query.after])


def founding_plan_details(as_of: AsOf, query: FoundingPlanDetails) -> PlanPage:
    """Show one plan with its versions, nominations, questions and conditions."""
    row = as_of.one(plans, query.plan)
    return PlanPage(
        **_entry(row),
        content=PlanContent.model_validate(row["content"]),
        versions=tuple(PlanVersionEntry.model_validate(version) for version in row["versions"]),
        nominations=tuple(
            NominationEntry(reference=reference, answer=Nomination(answer), chair=reference == row["chair"])
            for reference, answer in row["nominations"].items()
        ),
        questions=tuple(_question(question) for question in row["questions"]),
        conditions=tuple(ConditionEntry.model_validate(condition) for condition in row["conditions"]),
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


def _question(question: dict[str, Any]) -> QuestionEntry:
    answer = question["answer"]
    return QuestionEntry(
        number=question["number"],
        question=Sealed.model_validate(question["question"]),
        answer=None if answer is None else Sealed.model_validate(answer),
    )


def decision_register(as_of: AsOf, query: DecisionRegister) -> Many[DecisionEntry]:
    """List what was decided, in the order of the log."""
    conditions = [decisions.c.at < as_of.before]
    if query.plan is not None:
        conditions.append(decisions.c.plan == str(query.plan))
    if query.network is not None:
        conditions.append(decisions.c.network == str(query.network))
    if query.after is not None:
        conditions.append(decisions.c.place > _number(query.after))
    page = decisions.select().where(as_of.known(decisions), *conditions).order_by(decisions.c.place).limit(query.limit + 1)
    rows = as_of.connection.execute(page).mappings()
    return as_of.page(query, [_decision(dict(row)) for row in rows])


def _number(key: str) -> int:
    return int(key) if key.isdigit() else 0


def _decision(row: Row) -> DecisionEntry:
    return DecisionEntry(
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


def list_pilots(as_of: AsOf, query: Pilots) -> Many[PilotEntry]:
    """List the pilots and how many of their places are taken."""
    known = as_of.items(pilots, pilots.c.begun_at < as_of.before)
    entries = [
        PilotEntry(
            key=row["label"],
            pilot=UUID(row["owner"]),
            label=row["label"],
            places=row["places"],
            taken=len(row["taken"]),
            first_day=date.fromisoformat(row["first_day"]),
            last_day=date.fromisoformat(row["last_day"]),
            ended_at=moment_or_none(row["ended_at"]) if row["ended_at"] < as_of.before else None,
            version=row["version"],
        )
        for row in sorted(known, key=lambda row: str(row["label"]))
    ]
    return as_of.page(query, [each for each in entries if query.after is None or each.key > query.after])


def list_talks(as_of: AsOf, query: Talks) -> Many[TalkEntry]:
    """List the groups that want a network, in the order in which they said so."""
    as_of.one(pilots, query.pilot)
    known = as_of.items(talks, talks.c.owner == str(query.pilot), talks.c.interest_at < as_of.before, by="group")
    wanted = sorted((_talk(row) for row in known), key=lambda entry: entry.key)
    return as_of.page(query, [each for each in wanted if query.after is None or each.key > query.after])


def _talk(row: Row) -> TalkEntry:
    return TalkEntry(
        key=f"{row['interest_at']:020d} {row['group']}",
        group=UUID(row["group"]),
        theme=row["theme"],
        network_type=row["network_type"],
        interest_at=moment(row["interest_at"]),
        talked_at=moment_or_none(row["talked_at"]),
        outcome=row["outcome"],
    )


def list_waiting_plans(as_of: AsOf, query: WaitingPlans) -> Many[WaitingEntry]:
    """List the plans that wait for a place, the one that was complete first at the top."""
    as_of.one(pilots, query.pilot)
    known = as_of.items(waiting_plans, waiting_plans.c.owner == str(query.pilot), by="plan")
    waiting = [row for row in known if row["waits_since"] < as_of.before <= row["waits_until"]]
    names = {row["owner"]: row["name"] for row in as_of.items(plans, plans.c.owner.in_([row["plan"] for row in waiting]))}
    entries = [
        WaitingEntry(
            key=f"{row['complete_at']:020d} {row['plan']}",
            plan=UUID(row["plan"]),
            name=names[row["plan"]],
            complete_at=moment(row["complete_at"]),
            offered=row["offered"],
        )
        for row in waiting
    ]
    wanted = sorted(entries, key=lambda entry: entry.key)
    return as_of.page(query, [each for each in wanted if query.after is None or each.key > query.after])
