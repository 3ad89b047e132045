"""From events to rows: the register of what was decided, by whom, on what, under which rules and why."""

from datetime import date
from typing import Any, TypeVar

from domain.kernel.acts import Decided
from domain.kernel.days import day_of
from domain.kernel.events import Aggregate, DomainEvent
from domain.networks.lessons import Lessons
from domain.networks.network import Network
from domain.pilot.pilot import Pilot
from domain.pilot.rule_book import RuleBook
from domain.plans.founding_plan import FoundingPlan
from projections.projectors.registry import adds_to_decision_register
from projections.projectors.row_writer import RowWriter
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import decisions, lessons, network_names, networks

A = TypeVar("A", bound=Aggregate)

NETWORK_DECISIONS = (
    Network.ExistingNetworkBroughtIn,
    Network.AgreementsChanged,
    Network.NetworkMarkedSensitive,
    Network.SeatsOffered,
    Network.NetworkSuspended,
    Network.NetworkResumed,
    Network.NetworkRenewed,
    Network.NetworkMerged,
    Network.NetworkClosed,
    Network.NetworkReopened,
    Network.NetworkRenamed,
)


@adds_to_decision_register(RuleBook.RulesAdopted)
def rules_adopted(writer: RowWriter, event: RuleBook.RulesAdopted) -> None:
    _decided(writer, event, name=f"{event.network_type} {event.rules_version}", reasons=event.origin)


@adds_to_decision_register(Pilot.PilotOpened)
def pilot_opened(writer: RowWriter, event: Pilot.PilotOpened) -> None:
    _decided(writer, event, name=event.label)


@adds_to_decision_register(Pilot.PlaceTaken)
def place_taken(writer: RowWriter, event: Pilot.PlaceTaken) -> None:
    """Within the places nothing was decided but the founding itself; beyond them the board has a reason."""
    if event.beyond_places_because is not None:
        name, network = _item(writer, Pilot).label, str(event.network)
        _decided(writer, event, name=name, network=network, reasons=event.beyond_places_because)


@adds_to_decision_register(Pilot.PlaceOffered)
def place_offered(writer: RowWriter, event: Pilot.PlaceOffered) -> None:
    """In order nothing was decided; out of order the board has a reason."""
    if event.out_of_order_because is not None:
        name, plan = _item(writer, Pilot).label, str(event.plan)
        _decided(writer, event, name=name, plan=plan, reasons=event.out_of_order_because)


@adds_to_decision_register(Pilot.PilotEnded)
def pilot_ended(writer: RowWriter, event: Pilot.PilotEnded) -> None:
    _decided(writer, event, name=_item(writer, Pilot).label)


@adds_to_decision_register(
    FoundingPlan.PlanApproved, FoundingPlan.PlanRejected, FoundingPlan.PlanDeferred, FoundingPlan.PlanWaitListed
)
def plan_decided(writer: RowWriter, event: DomainEvent) -> None:
    conditions = event.conditions if isinstance(event, FoundingPlan.PlanApproved) else ()
    told = [condition.model_dump(mode="json") for condition in conditions]
    _decided(writer, event, name=_item(writer, FoundingPlan).content.name, plan=writer.owner, conditions=told)


@adds_to_decision_register(FoundingPlan.EntryCorrected, Network.EntryCorrected, Lessons.EntryCorrected)
def decision_corrected(writer: RowWriter, event: Any) -> None:  # noqa: ANN401  # of three aggregates
    """A decision was taken at another moment, or one on a plan for reasons in other words; it keeps its place."""
    for row in [row for row in writer.of(decisions) if row["event"] == event.of]:
        writer.drop(decisions, row)
        same = {name: value for name, value in row.items() if name not in {"fact", "since", "until"}}
        reasons = getattr(event, "reasons", row["reasons"])
        decided = _as_decided_on(row["decided"], day_of(event.at))
        writer.add(decisions, **{**same, "at": micros(event.at), "reasons": reasons, "decided": decided})


@adds_to_decision_register(FoundingPlan.EntryWithdrawn, Lessons.EntryWithdrawn)
def decision_withdrawn(writer: RowWriter, event: Any) -> None:  # noqa: ANN401  # of two aggregates
    for row in [row for row in writer.of(decisions) if row["event"] == event.of]:
        writer.drop(decisions, row)


@adds_to_decision_register(Network.NetworkNameCorrected)
def network_name_corrected(writer: RowWriter, event: Network.NetworkNameCorrected) -> None:
    """What was decided about a network since it was called so, was decided about the network of this name."""
    since = max(row["named_at"] for row in writer.of(network_names))
    for row in [row for row in writer.of(decisions) if row["at"] >= since]:
        writer.drop(decisions, row)
        same = {name: value for name, value in row.items() if name not in {"fact", "since", "until"}}
        writer.add(decisions, **{**same, "name": event.name})


@adds_to_decision_register(Network.NetworkFounded)
def network_founded(writer: RowWriter, event: Network.NetworkFounded) -> None:
    on = event.founded_on
    told = {"plan": str(on.plan), "plan_version": on.plan_version, "digest": on.digest}
    _decided(writer, event, name=event.name, network=writer.owner, **told)


@adds_to_decision_register(*NETWORK_DECISIONS)
def network_decided(writer: RowWriter, event: DomainEvent) -> None:
    reasons = getattr(event, "reason", None)
    _decided(writer, event, name=writer.only(networks)["name"], network=writer.owner, reasons=reasons)


@adds_to_decision_register(Lessons.LessonsAnswered)
def lessons_answered(writer: RowWriter, event: Lessons.LessonsAnswered) -> None:
    """That the board answered is for all to know; its words stand with the lessons. What the network is called is asked then."""
    _decided(writer, event, name="", network=writer.of(lessons)[0]["network"])


def _as_decided_on(told: Row | None, day: date) -> Row | None:
    """Give how the board decided, once it is known to have been on another day."""
    if told is None or not Decided.model_validate(told).is_taken_on_its_day:
        return told
    return {**told, "day": day.isoformat()}


def _decided(writer: RowWriter, event: DomainEvent, **columns: object) -> None:
    row: dict[str, object] = {
        "place": writer.position,
        "decision": event.TOPIC,
        "plan": None,
        "network": None,
        "conditions": [],
        "recorded_at": micros(event.timestamp),
        "by": event.act.by,
        "role": event.act.role,
        "entered_by": event.act.entered_by,
        "source": event.act.source,
        "decided": None if event.act.decided is None else event.act.decided.model_dump(mode="json"),
        **{name: getattr(event, name, None) for name in ("plan_version", "digest", "rules_version", "reasons")},
    }
    writer.add(decisions, **{**row, **columns})


def _item(writer: RowWriter, kind: type[A]) -> A:
    item = writer.items[writer.owner]
    if not isinstance(item, kind):
        raise TypeError(kind)
    return item
