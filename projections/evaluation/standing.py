"""How each network stands, since when and why, and what was decided about plans and networks."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from application.evaluation.standing import (
    ConversationTold,
    DecisionTold,
    NetworkStanding,
    PlanWaiting,
    Renewal,
    Standing,
    Suspension,
    WhatHappened,
)
from domain.kernel.days import day_of
from domain.networks.network import Network
from domain.pilot.pilot import Pilot
from domain.plans.founding_plan import FoundingPlan
from projections.evaluation.days import days_lasted
from projections.evaluation.known import EvaluationData, NetworkData
from projections.queries.networks import status_of
from projections.store.bulk_writes import Row
from projections.store.instants import moment
from projections.store.tables import plans
from projections.views.conversations import CONVERSATIONS
from projections.views.plans import PLANS, PlanView


def standing_of(data: EvaluationData, network: NetworkData) -> NetworkStanding:
    """Tell where a network is in its life, since when and why; of one that ended how many members it had."""
    row = network.row
    status = status_of(data.reading, row)
    standing = Standing.ACTIVE if status == "open" else Standing(status)
    begun, named = _since(data, network, standing)
    decided = next((each for each in data.decisions.get(network.owner, ()) if each["event"] == named), None)
    terms = data.terms[network.owner]
    small_since = None if standing.has_ended else terms["too_small_since"]
    return NetworkStanding(
        network=network.name,
        network_type=row["network_type"],
        sensitive=bool(row["sensitive"]),
        standing=standing,
        started=network.start,
        since=day_of(moment(begun)),
        reason=None if decided is None else decided["reasons"],
        into=data.names.get(row["merged_into"] or "") if standing is Standing.MERGED else None,
        members_then=len(network.members_before(row["closed_at"])) if standing.has_ended else None,
        too_small_since=None if small_since is None else day_of(moment(small_since)),
        repair_by=None if small_since is None or terms["repair_by"] is None else date.fromisoformat(terms["repair_by"]),
        of=UUID(network.owner),
    )


def _since(data: EvaluationData, network: NetworkData, standing: Standing) -> tuple[int, str | None]:
    row = network.row
    match standing:
        case Standing.MERGED | Standing.CLOSED:
            return row["closed_at"], row["closed_by"]
        case Standing.SUSPENDED:
            suspended = (each["at"] for each in data.decisions.get(network.owner, ()) if each["event"] == row["suspension_by"])
            return next(suspended, row["begun_at"]), row["suspension_by"]
        case Standing.DORMANT:
            return row["dormant_since"], None
        case _:
            return row["begun_at"], None


def what_happened(data: EvaluationData) -> WhatHappened:
    """Tell from groups to plans to networks, and what was decided on the way."""
    of_pilot = [] if data.pilot is None else [plans.c.pilot == data.pilot]
    views: list[PlanView] = data.reading.views(PLANS, *of_pilot)
    one = data.pilots[0] if len(data.pilots) == 1 else None
    talks = [talk for pilot in data.pilots for talk in pilot.talks]
    owners, of_plans = {network.owner for network in data.networks}, {str(view.plan) for view in views}
    return WhatHappened(
        label=None if one is None else one.label,
        first_day=None if one is None else one.first_day,
        last_day=None if one is None else one.last_day,
        ended_on=None if one is None or one.ended_at is None else day_of(one.ended_at),
        groups=len(talks),
        talks=Counter(talk.outcome for talk in talks if talk.outcome is not None),
        plans_begun=len(views),
        beyond_places=tuple(_told(row, data.names.get(row["network"], "")) for row in _of(data, Pilot.PlaceTaken, owners)),
        rejected=tuple(_told(row, row["name"]) for row in _of(data, FoundingPlan.PlanRejected, of_plans)),
        suspended=tuple(_suspended(data, owners)),
        lapsed_conditions=sum(each.state == "lapsed" for view in views for each in view.conditions),
        waiting=tuple(_waiting(data, views)),
        renewed=tuple(_renewed(data, owners)),
        conversations=tuple(_conversations(data, owners)),
    )


def _of(data: EvaluationData, decision: type, owners: set[str]) -> Iterator[Row]:
    topic = decision.TOPIC  # type: ignore[attr-defined]  # every event has one
    for row in data.every_decision:
        if row["decision"] == topic and not owners.isdisjoint({row["network"], row["plan"]}):
            yield row


def _told(row: Row, name: str) -> DecisionTold:
    return DecisionTold(name=name, day=day_of(moment(row["at"])), reasons=row["reasons"], of=UUID(row["network"] or row["plan"]))


def _suspended(data: EvaluationData, owners: set[str]) -> Iterator[Suspension]:
    resumed = [*_of(data, Network.NetworkResumed, owners)]
    for row in _of(data, Network.NetworkSuspended, owners):
        ends = [day_of(moment(each["at"])) for each in resumed if each["network"] == row["network"] and each["at"] > row["at"]]
        yield Suspension(**vars(_told(row, data.names[row["network"]])), resumed_on=min(ends, default=None))


def _renewed(data: EvaluationData, owners: set[str]) -> Iterator[Renewal]:
    newest = {row["network"]: row for row in _of(data, Network.NetworkRenewed, owners)}
    for owner, row in newest.items():
        ends = data.terms[owner]["ends_on"]
        ends_on = None if ends is None else date.fromisoformat(ends)
        yield Renewal(**vars(_told(row, data.names[owner])), ends_on=ends_on)


def _waiting(data: EvaluationData, views: list[PlanView]) -> Iterator[PlanWaiting]:
    names = {view.plan: view.content.name for view in views}
    last = data.reading.before - 1
    for pilot in data.pilots:
        for wait in pilot.waiting:
            days = days_lasted(wait.begun_at, None, last)
            yield PlanWaiting(name=names.get(wait.plan, ""), days=days, of=wait.plan)


def _conversations(data: EvaluationData, owners: set[str]) -> Iterator[ConversationTold]:
    """Tell of each talk, in the order of the names of the networks."""
    views = [view for view in data.reading.views(CONVERSATIONS) if str(view.network) in owners]
    for view in sorted(views, key=lambda each: (data.names[str(each.network)], each.occasion)):
        yield ConversationTold(
            network=data.names[str(view.network)],
            occasion=view.occasion,
            outcome=view.outcome,
            held_on=None if view.held_at is None else day_of(view.held_at),
            agreed=view.agreed,
            of=view.network,
        )
