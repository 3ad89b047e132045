"""From events to facts: the register of what was decided, by whom, on what, under which rules and why."""

from typing import TypeVar

from domain.kernel.events import Aggregate, DomainEvent
from domain.networks.network import Network
from domain.pilot.pilot import Pilot
from domain.pilot.rule_book import RuleBook
from domain.plans.founding_plan import FoundingPlan
from projections.projectors.registry import adds_to_decision_register
from projections.projectors.row_writer import RowWriter
from projections.store.instants import micros
from projections.store.tables import decisions, networks

A = TypeVar("A", bound=Aggregate)

NETWORK_DECISIONS = (
    Network.ExistingNetworkBroughtIn,
    Network.AgreementsChanged,
    Network.NetworkMarkedSensitive,
    Network.NetworkSuspended,
    Network.NetworkResumed,
    Network.NetworkRenewed,
    Network.NetworkMerged,
    Network.NetworkClosed,
)


@adds_to_decision_register(RuleBook.RulesAdopted)
def rules_adopted(writer: RowWriter, event: RuleBook.RulesAdopted) -> None:
    version = event.rules_version
    _decided(writer, event, name=f"{event.network_type} {version}", rules_version=version, reasons=event.origin)


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


@adds_to_decision_register(FoundingPlan.PlanApproved)
def approved(writer: RowWriter, event: FoundingPlan.PlanApproved) -> None:
    _decided(
        writer,
        event,
        name=_item(writer, FoundingPlan).content.name,
        plan=writer.owner,
        plan_version=event.plan_version,
        digest=event.digest,
        rules_version=event.rules_version,
        reasons=event.reasons,
        conditions=[condition.model_dump(mode="json") for condition in event.conditions],
    )


@adds_to_decision_register(FoundingPlan.PlanRejected)
def rejected(writer: RowWriter, event: FoundingPlan.PlanRejected) -> None:
    _decided(
        writer,
        event,
        name=_item(writer, FoundingPlan).content.name,
        plan=writer.owner,
        plan_version=event.plan_version,
        digest=event.digest,
        rules_version=event.rules_version,
        reasons=event.reasons,
    )


@adds_to_decision_register(FoundingPlan.PlanDeferred)
def deferred(writer: RowWriter, event: FoundingPlan.PlanDeferred) -> None:
    name, version = _item(writer, FoundingPlan).content.name, event.plan_version
    _decided(writer, event, name=name, plan=writer.owner, plan_version=version, reasons=event.reasons)


@adds_to_decision_register(FoundingPlan.PlanWaitListed)
def wait_listed(writer: RowWriter, event: FoundingPlan.PlanWaitListed) -> None:
    _decided(writer, event, name=_item(writer, FoundingPlan).content.name, plan=writer.owner)


@adds_to_decision_register(FoundingPlan.EntryCorrected)
def plan_entry_corrected(writer: RowWriter, event: FoundingPlan.EntryCorrected) -> None:
    """A decision on a plan was taken at another moment, or for reasons in other words; it keeps its place."""
    for row in [row for row in writer.of(decisions) if row["event"] == event.of]:
        writer.drop(decisions, row)
        same = {name: value for name, value in row.items() if name not in {"fact", "since", "until"}}
        writer.add(decisions, **{**same, "at": micros(event.at), "reasons": event.reasons})


@adds_to_decision_register(FoundingPlan.EntryWithdrawn)
def plan_entry_withdrawn(writer: RowWriter, event: FoundingPlan.EntryWithdrawn) -> None:
    for row in [row for row in writer.of(decisions) if row["event"] == event.of]:
        writer.drop(decisions, row)


@adds_to_decision_register(Network.NetworkFounded)
def network_founded(writer: RowWriter, event: Network.NetworkFounded) -> None:
    _decided(
        writer,
        event,
        name=event.name,
        network=writer.owner,
        plan=str(event.founded_on.plan),
        plan_version=event.founded_on.plan_version,
        digest=event.founded_on.digest,
        rules_version=event.rules_version,
    )


@adds_to_decision_register(*NETWORK_DECISIONS)
def network_decided(writer: RowWriter, event: DomainEvent) -> None:
    _decided(
        writer,
        event,
        name=writer.only(networks)["name"],
        network=writer.owner,
        rules_version=getattr(event, "rules_version", None),
        reasons=getattr(event, "reason", None),
    )


def _decided(writer: RowWriter, event: DomainEvent, **columns: object) -> None:
    act = event.act
    row: dict[str, object] = {
        "place": writer.position,
        "decision": event.TOPIC,
        "plan": None,
        "network": None,
        "plan_version": None,
        "digest": None,
        "rules_version": None,
        "reasons": None,
        "conditions": [],
        "recorded_at": micros(event.timestamp),
        "by": act.by,
        "role": act.role,
        "entered_by": act.entered_by,
        "source": act.source,
    }
    writer.add(decisions, **{**row, **columns})


def _item(writer: RowWriter, kind: type[A]) -> A:
    item = writer.items[writer.owner]
    if not isinstance(item, kind):
        raise TypeError(kind)
    return item
