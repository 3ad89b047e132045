"""From events to facts: networks and what was agreed with them."""

from domain.kernel.events import DomainEvent
from domain.networks.network import Agreements, Network
from projections.projectors.registry import tells
from projections.projectors.row_writer import Facts
from projections.store.instants import micros
from projections.store.tables import ALWAYS, FOREVER, networks


@tells(Network.NetworkFounded)
def network_founded(facts: Facts, event: Network.NetworkFounded) -> None:
    """A network begins."""
    _begin_network(
        facts,
        event,
        label=None,
        existed_since=None,
        plan=str(event.founded_on.plan),
        plan_version=event.founded_on.plan_version,
        too_small_since=None,
        repair_by=None,
    )


@tells(Network.ExistingNetworkBroughtIn)
def network_brought_in(facts: Facts, event: Network.ExistingNetworkBroughtIn) -> None:
    """A network that existed begins to count here."""
    _begin_network(
        facts,
        event,
        label=event.label,
        existed_since=event.existed_since.isoformat(),
        plan=None,
        plan_version=None,
        too_small_since=None if event.core_group_term is None else micros(event.act.at),
        repair_by=None if event.core_group_term is None else event.core_group_term.repair_by.isoformat(),
    )


def _begin_network(facts: Facts, event: Network.NetworkFounded | Network.ExistingNetworkBroughtIn, **columns: object) -> None:
    facts.add(
        networks,
        name=event.name,
        network_type=event.network_type,
        sensitive=event.sensitive,
        **_agreed(event.agreements),
        purpose_version=1,
        begun_at=micros(event.act.at),
        begun_by=facts.event,
        closed_at=FOREVER,
        closed_by=None,
        merged_into=None,
        suspended=False,
        dormant_since=None,
        status_by=None,
        not_repaired_since=None,
        renewal_asked_at=None,
        chair=None,
        pilot=None if event.pilot is None else str(event.pilot),
        rules_version=event.rules_version,
        version=event.originator_version,
        at=ALWAYS,
        **columns,
    )


def change_network(facts: Facts, event: DomainEvent, **columns: object) -> None:
    """Let something be agreed or decided about a network from when the event happened."""
    row = facts.only(networks)
    facts.change(networks, row, version=event.originator_version, **columns)


def mend_network(facts: Facts, event: DomainEvent, **columns: object) -> None:
    """Let something else be known of a network, whatever day is asked about."""
    row = facts.only(networks)
    facts.mend(networks, row, version=event.originator_version, **columns)


@tells(Network.CoreGroupChairAppointed)
def chair_appointed(facts: Facts, event: Network.CoreGroupChairAppointed) -> None:
    """A core group has a chair."""
    change_network(facts, event, chair=event.reference)


@tells(Network.AgreementsChanged)
def agreements_changed(facts: Facts, event: Network.AgreementsChanged) -> None:
    """Other agreements hold."""
    change_network(facts, event, purpose_version=event.purpose_version, **_agreed(event.agreements), **_awake(facts))


@tells(Network.NetworkMarkedSensitive)
def marked_sensitive(facts: Facts, event: Network.NetworkMarkedSensitive) -> None:
    """A network is protected from now on."""
    change_network(facts, event, sensitive=True)


@tells(Network.NetworkSuspended)
def network_suspended(facts: Facts, event: Network.NetworkSuspended) -> None:
    """A network takes no members for a while."""
    change_network(facts, event, suspended=True, status_by=facts.event)


@tells(Network.NetworkResumed)
def network_resumed(facts: Facts, event: Network.NetworkResumed) -> None:
    """A network goes on."""
    change_network(facts, event, suspended=False, status_by=facts.event)


@tells(Network.NetworkRenewed)
def network_renewed(facts: Facts, event: Network.NetworkRenewed) -> None:
    """A network lasts longer."""
    before = Agreements.model_validate(facts.only(networks)["agreements"])
    agreements = before.model_copy(update={"ends_on": event.ends_on})
    change_network(facts, event, **_agreed(agreements), **_awake(facts))


def _agreed(agreements: Agreements) -> dict[str, object]:
    ends_on = None if agreements.ends_on is None else agreements.ends_on.isoformat()
    return {"agreements": agreements.model_dump(mode="json"), "ends_on": ends_on}


def _awake(facts: Facts) -> dict[str, object]:
    """What is agreed anew is asked about anew, and wakes a dormant network."""
    woken = {} if facts.only(networks)["dormant_since"] is None else {"status_by": facts.event}
    return {"dormant_since": None, "renewal_asked_at": None, **woken}


@tells(Network.RenewalAsked)
def renewal_asked(facts: Facts, event: Network.RenewalAsked) -> None:
    """The question came whether a network goes on."""
    change_network(facts, event, renewal_asked_at=micros(event.act.at))


@tells(Network.NetworkFellDormant)
def fell_dormant(facts: Facts, event: Network.NetworkFellDormant) -> None:
    """A network is dormant until the board decides."""
    change_network(facts, event, dormant_since=micros(event.act.at), status_by=facts.event)


@tells(Network.CoreGroupFoundTooSmall)
def found_too_small(facts: Facts, event: Network.CoreGroupFoundTooSmall) -> None:
    """A core group must be repaired by a day."""
    change_network(
        facts,
        event,
        too_small_since=micros(event.act.at),
        repair_by=event.core_group_term.repair_by.isoformat(),
        not_repaired_since=None,
    )


@tells(Network.CoreGroupReminded)
def core_group_reminded(facts: Facts, event: Network.CoreGroupReminded) -> None:
    """A core group was reminded."""
    change_network(facts, event)


@tells(Network.CoreGroupNotRepaired)
def core_group_not_repaired(facts: Facts, event: Network.CoreGroupNotRepaired) -> None:
    """A core group was not repaired in time."""
    change_network(facts, event, not_repaired_since=micros(event.act.at))


@tells(Network.CoreGroupRepaired)
def core_group_repaired(facts: Facts, event: Network.CoreGroupRepaired) -> None:
    """A core group is large enough."""
    change_network(facts, event, too_small_since=None, repair_by=None, not_repaired_since=None)


@tells(Network.NetworkMerged)
def network_merged(facts: Facts, event: Network.NetworkMerged) -> None:
    """A network goes on as part of another."""
    change_network(facts, event, closed_at=micros(event.act.at), closed_by=facts.event, merged_into=str(event.into))


@tells(Network.MergerReceived)
def merger_received(facts: Facts, event: Network.MergerReceived) -> None:
    """Another network goes on as part of this one."""
    change_network(facts, event)


@tells(Network.NetworkClosed)
def network_closed(facts: Facts, event: Network.NetworkClosed) -> None:
    """A network ends; queries let its memberships and seats end with it."""
    change_network(facts, event, closed_at=micros(event.act.at), closed_by=facts.event)
