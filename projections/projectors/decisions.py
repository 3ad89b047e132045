"""From events to facts: the register of what was decided, by whom, on what, under which rules and why."""

from domain.kernel.events import DomainEvent
from domain.networks.network import Network
from domain.pilot.pilot import Pilot
from domain.pilot.rule_book import RuleBook
from domain.plans.founding_plan import FoundingPlan
from projections.projectors.registry import registers
from projections.projectors.row_writer import Facts
from projections.store.instants import micros
from projections.store.tables import decisions, networks, pilots, plans

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


@registers(RuleBook.RulesAdopted)
def rules_adopted(facts: Facts, event: RuleBook.RulesAdopted) -> None:
    """The party adopts rules."""
    version = event.rules_version
    _decided(facts, event, name=f"{event.network_type} {version}", rules_version=version, reasons=event.origin)


@registers(Pilot.PilotOpened)
def pilot_opened(facts: Facts, event: Pilot.PilotOpened) -> None:
    """The board begins a pilot."""
    _decided(facts, event, name=event.label)


@registers(Pilot.PlaceTaken)
def place_taken(facts: Facts, event: Pilot.PlaceTaken) -> None:
    """Within the places nothing was decided but the founding itself; beyond them the board has a reason."""
    if event.beyond_places_because is not None:
        name, network = facts.only(pilots)["label"], str(event.network)
        _decided(facts, event, name=name, network=network, reasons=event.beyond_places_because)


@registers(Pilot.PlaceOffered)
def place_offered(facts: Facts, event: Pilot.PlaceOffered) -> None:
    """In order nothing was decided; out of order the board has a reason."""
    if event.out_of_order_because is not None:
        name, plan = facts.only(pilots)["label"], str(event.plan)
        _decided(facts, event, name=name, plan=plan, reasons=event.out_of_order_because)


@registers(Pilot.PilotEnded)
def pilot_ended(facts: Facts, event: Pilot.PilotEnded) -> None:
    """The board ends a pilot."""
    _decided(facts, event, name=facts.only(pilots)["label"])


@registers(FoundingPlan.PlanApproved)
def approved(facts: Facts, event: FoundingPlan.PlanApproved) -> None:
    """The board agrees with a version of a plan."""
    _decided(
        facts,
        event,
        name=facts.only(plans)["name"],
        plan=facts.owner,
        plan_version=event.plan_version,
        digest=event.digest,
        rules_version=event.rules_version,
        reasons=event.reasons,
        conditions=[condition.model_dump(mode="json") for condition in event.conditions],
    )


@registers(FoundingPlan.PlanRejected)
def rejected(facts: Facts, event: FoundingPlan.PlanRejected) -> None:
    """The board does not agree with a version of a plan."""
    _decided(
        facts,
        event,
        name=facts.only(plans)["name"],
        plan=facts.owner,
        plan_version=event.plan_version,
        digest=event.digest,
        rules_version=event.rules_version,
        reasons=event.reasons,
    )


@registers(FoundingPlan.PlanDeferred)
def deferred(facts: Facts, event: FoundingPlan.PlanDeferred) -> None:
    """The board takes more time for a plan."""
    name, version = facts.only(plans)["name"], event.plan_version
    _decided(facts, event, name=name, plan=facts.owner, plan_version=version, reasons=event.reasons)


@registers(FoundingPlan.PlanWaitListed)
def wait_listed(facts: Facts, event: FoundingPlan.PlanWaitListed) -> None:
    """There is no place for a plan that the board agreed with."""
    _decided(facts, event, name=facts.only(plans)["name"], plan=facts.owner)


@registers(FoundingPlan.EntryCorrected)
def plan_entry_corrected(facts: Facts, event: FoundingPlan.EntryCorrected) -> None:
    """A decision on a plan was taken at another moment, or for reasons in other words; it keeps its place."""
    for row in [row for row in facts.of(decisions) if row["event"] == event.of]:
        facts.drop(decisions, row)
        same = {name: value for name, value in row.items() if name not in {"fact", "since", "until"}}
        facts.add(decisions, **{**same, "at": micros(event.at), "reasons": event.reasons})


@registers(FoundingPlan.EntryWithdrawn)
def plan_entry_withdrawn(facts: Facts, event: FoundingPlan.EntryWithdrawn) -> None:
    """A decision on a plan was a mistake."""
    for row in [row for row in facts.of(decisions) if row["event"] == event.of]:
        facts.drop(decisions, row)


@registers(Network.NetworkFounded)
def network_founded(facts: Facts, event: Network.NetworkFounded) -> None:
    """A network is founded on a version of a plan."""
    _decided(
        facts,
        event,
        name=event.name,
        network=facts.owner,
        plan=str(event.founded_on.plan),
        plan_version=event.founded_on.plan_version,
        digest=event.founded_on.digest,
        rules_version=event.rules_version,
    )


@registers(*NETWORK_DECISIONS)
def network_decided(facts: Facts, event: DomainEvent) -> None:
    """Something is decided about a network."""
    _decided(
        facts,
        event,
        name=facts.only(networks)["name"],
        network=facts.owner,
        rules_version=getattr(event, "rules_version", None),
        reasons=getattr(event, "reason", None),
    )


def _decided(facts: Facts, event: DomainEvent, **columns: object) -> None:
    act = event.act
    row: dict[str, object] = {
        "place": facts.position,
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
    facts.add(decisions, **{**row, **columns})
