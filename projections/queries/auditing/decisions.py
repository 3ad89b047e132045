"""The register of what the board decided: on a network also what it decided on its plan, each with what became of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select

from application.queries.base import Many
from application.queries.plans import DecidedCondition, DecisionEntry, DecisionRegister
from projections.reading.counting import names_then
from projections.reading.hidden import decided_on_others
from projections.reading.query_service import AsOf, as_rows, entry_of
from projections.store.bulk_writes import Row
from projections.store.instants import moment
from projections.store.tables import decisions, plans
from projections.views.plans import PLANS, PlanView

BEYOND_PLACES = "PlaceTaken"
"""What the register says of a place that was given when all were taken; it came of another decision of the same moment."""


def decision_register(as_of: AsOf, query: DecisionRegister) -> Many[DecisionEntry]:
    """List what was decided, in the order of the log."""
    conditions = [decisions.c.at < as_of.before, *_about(query)]
    if query.hides_sensitive:
        conditions += decided_on_others(as_of)
    if query.after is not None:
        conditions.append(decisions.c.place > _number(query.after))
    page = decisions.select().where(as_of.known(decisions), *conditions)
    rows = as_rows(as_of.execute(page.order_by(decisions.c.place).limit(query.limit + 1)))
    decided_on = _plans_of(as_of, rows)
    beyond = _beyond_places(as_of, rows, decided_on)
    named = _with_names(as_of, rows)
    return as_of.page(query, [_decision(row, decided_on.get(row["plan"]), beyond) for row in named])


def _about(query: DecisionRegister) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if query.plan is not None:
        wanted.append(decisions.c.plan == str(query.plan))
    if query.network is not None:
        of_network = select(plans.c.owner).where(plans.c.network == str(query.network))
        wanted.append(or_(decisions.c.network == str(query.network), decisions.c.plan.in_(of_network)))
    return wanted


def _number(key: str) -> int:
    return int(key) if key.isdigit() else 0


def _plans_of(as_of: AsOf, rows: Sequence[Row]) -> dict[str, PlanView]:
    """Give the plans that were decided on, as they stood on the day that is asked about."""
    wanted = {row["plan"] for row in rows if row["plan"] is not None}
    return {str(view.plan): view for view in as_of.views(PLANS, plans.c.owner.in_(wanted))} if wanted else {}


def _with_names(as_of: AsOf, rows: Sequence[Row]) -> Sequence[Row]:
    """Give decisions with what they are about: what is decided on lessons bears the name that the network had by then."""
    if all(row["name"] for row in rows):
        return rows
    names = names_then(as_of)
    return [row if row["name"] else {**row, "name": names[row["network"]]} for row in rows]


Beyond = Mapping[tuple[str, int], str]
"""Why a network got a place when all were taken, by the network and the moment."""


def _beyond_places(as_of: AsOf, rows: Sequence[Row], decided_on: Mapping[str, PlanView]) -> Beyond:
    networks = {str(view.network) for view in decided_on.values()}
    networks |= {row["network"] for row in rows if row["network"] is not None}
    if not networks:
        return {}
    taken = as_of.rows(decisions, decisions.c.decision == BEYOND_PLACES, decisions.c.network.in_(networks))
    return {(row["network"], row["at"]): row["reasons"] for row in taken}


def _decision(row: Row, plan: PlanView | None, beyond: Beyond) -> DecisionEntry:
    at = moment(row["at"])
    network = str(plan.network) if row["network"] is None and plan is not None else row["network"]
    is_place = row["decision"] == BEYOND_PLACES
    return entry_of(
        DecisionEntry,
        row,
        key=str(row["place"]),
        at=at,
        recorded_at=moment(row["recorded_at"]),
        conditions=_conditions(row, plan),
        beyond_places_because=None if is_place or network is None else beyond.get((network, row["at"])),
        recused=() if plan is None or row["network"] is not None else _recused(plan, at),
    )


def _conditions(row: Row, plan: PlanView | None) -> tuple[DecidedCondition, ...]:
    states = {} if plan is None else {each.number: each.state for each in plan.conditions}
    numbered = enumerate(row["conditions"], start=1)
    return tuple(DecidedCondition(**each, number=number, state=states.get(number)) for number, each in numbered)


def _recused(plan: PlanView, at: datetime) -> tuple[str, ...]:
    return tuple(reference for reference, since in plan.recused.items() if since <= at)
