"""From events to facts: networks and what was agreed with them."""

from operator import itemgetter

from domain.kernel.events import DomainEvent
from domain.networks.network import Agreements, Network
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.tables import ALWAYS, FOREVER, network_names, networks

NOTHING_YET = {column.name: None for column in networks.c if column.nullable}
"""What is not known of every network when it begins."""


@projects(Network.NetworkFounded)
def network_founded(writer: RowWriter, event: Network.NetworkFounded) -> None:
    on = event.founded_on
    _begin_network(writer, event, plan=str(on.plan), plan_version=on.plan_version)


@projects(Network.ExistingNetworkBroughtIn)
def network_brought_in(writer: RowWriter, event: Network.ExistingNetworkBroughtIn) -> None:
    term = event.core_group_term
    too_small = {} if term is None else {"too_small_since": writer.at, "repair_by": term.repair_by.isoformat()}
    _begin_network(writer, event, label=event.label, existed_since=event.existed_since.isoformat(), **too_small)


def _begin_network(
    writer: RowWriter, event: Network.NetworkFounded | Network.ExistingNetworkBroughtIn, **columns: object
) -> None:
    told = {
        "pilot": None if event.pilot is None else str(event.pilot),
        "rules_version": event.rules_version,
        **_agreed(event.agreements),
        **columns,
    }
    writer.add(
        networks,
        name=event.name,
        network_type=event.network_type,
        sensitive=event.sensitive,
        purpose_version=1,
        begun_at=writer.at,
        begun_by=writer.event,
        closed_at=FOREVER,
        suspended=False,
        version=event.originator_version,
        at=ALWAYS,
        **{**NOTHING_YET, **told},
    )
    writer.add(network_names, name=event.name, named_at=ALWAYS)


def change_network(writer: RowWriter, event: DomainEvent, **columns: object) -> None:
    """Let something be agreed or decided about a network from when the event happened."""
    writer.change(networks, writer.only(networks), version=event.originator_version, **columns)


def mend_network(writer: RowWriter, event: DomainEvent, **columns: object) -> None:
    """Let something else be known of a network, whatever day is asked about."""
    writer.mend(networks, writer.only(networks), version=event.originator_version, **columns)


@projects(Network.CoreGroupChairAppointed)
def chair_appointed(writer: RowWriter, event: Network.CoreGroupChairAppointed) -> None:
    change_network(writer, event, chair=event.reference)


@projects(Network.AgreementsChanged)
def agreements_changed(writer: RowWriter, event: Network.AgreementsChanged) -> None:
    change_network(writer, event, purpose_version=event.purpose_version, **_agreed(event.agreements), **_awake(writer))


@projects(Network.NetworkMarkedSensitive)
def marked_sensitive(writer: RowWriter, event: Network.NetworkMarkedSensitive) -> None:
    change_network(writer, event, sensitive=True)


@projects(Network.NetworkSuspended, Network.NetworkResumed)
def network_suspended_or_resumed(writer: RowWriter, event: DomainEvent) -> None:
    change_network(writer, event, suspended=isinstance(event, Network.NetworkSuspended), suspension_by=writer.event)


@projects(Network.NetworkRenewed)
def network_renewed(writer: RowWriter, event: Network.NetworkRenewed) -> None:
    before = Agreements.model_validate(writer.only(networks)["agreements"])
    agreements = before.model_copy(update={"ends_on": event.ends_on})
    change_network(writer, event, **_agreed(agreements), **_awake(writer))


def _agreed(agreements: Agreements) -> dict[str, object]:
    ends_on = None if agreements.ends_on is None else agreements.ends_on.isoformat()
    return {"agreements": agreements.model_dump(mode="json"), "ends_on": ends_on}


def _awake(writer: RowWriter) -> dict[str, object]:
    """What is agreed anew is asked about anew, and wakes a dormant network."""
    woken = {} if writer.only(networks)["dormant_since"] is None else {"dormancy_by": writer.event}
    return {"dormant_since": None, "renewal_asked_at": None, **woken}


@projects(Network.RenewalAsked)
def renewal_asked(writer: RowWriter, event: Network.RenewalAsked) -> None:
    change_network(writer, event, renewal_asked_at=writer.at)


@projects(Network.NetworkFellDormant)
def fell_dormant(writer: RowWriter, event: Network.NetworkFellDormant) -> None:
    change_network(writer, event, dormant_since=writer.at, dormancy_by=writer.event)


@projects(Network.CoreGroupFoundTooSmall)
def found_too_small(writer: RowWriter, event: Network.CoreGroupFoundTooSmall) -> None:
    repair_by = event.core_group_term.repair_by.isoformat()
    change_network(writer, event, too_small_since=writer.at, repair_by=repair_by, not_repaired_since=None)


@projects(Network.CoreGroupReminded, Network.MergerReceived, Network.SeatsOffered)
def counted(writer: RowWriter, event: DomainEvent) -> None:
    """It has another version, and what holds of it is the same, from the same day on."""
    mend_network(writer, event)


@projects(Network.CoreGroupNotRepaired)
def core_group_not_repaired(writer: RowWriter, event: Network.CoreGroupNotRepaired) -> None:
    change_network(writer, event, not_repaired_since=writer.at)


@projects(Network.CoreGroupRepaired)
def core_group_repaired(writer: RowWriter, event: Network.CoreGroupRepaired) -> None:
    change_network(writer, event, too_small_since=None, repair_by=None, not_repaired_since=None)


@projects(Network.NetworkMerged)
def network_merged(writer: RowWriter, event: Network.NetworkMerged) -> None:
    change_network(writer, event, closed_at=writer.at, closed_by=writer.event, merged_into=str(event.into))


@projects(Network.NetworkClosed)
def network_closed(writer: RowWriter, event: Network.NetworkClosed) -> None:
    """A network ends; queries let its memberships and seats end with it."""
    change_network(writer, event, closed_at=writer.at, closed_by=writer.event)


@projects(Network.NetworkReopened)
def network_reopened(writer: RowWriter, event: Network.NetworkReopened) -> None:
    """A closing was a mistake: whatever day is asked about, it is known now that the network went on."""
    reopened = {"reopened_by": writer.event, "reopened_at": writer.at}
    mend_network(writer, event, closed_at=FOREVER, closed_by=None, merged_into=None, **reopened)


@projects(Network.MergerWithdrawn)
def merger_withdrawn(writer: RowWriter, event: Network.MergerWithdrawn) -> None:
    mend_network(writer, event, merger_withdrawn_at=writer.at)


@projects(Network.NetworkRenamed)
def network_renamed(writer: RowWriter, event: Network.NetworkRenamed) -> None:
    mend_network(writer, event, name=event.name)
    writer.add(network_names, name=event.name, named_at=writer.at)


@projects(Network.NetworkNameCorrected)
def network_name_corrected(writer: RowWriter, event: Network.NetworkNameCorrected) -> None:
    mend_network(writer, event, name=event.name)
    newest = max(writer.of(network_names), key=itemgetter("named_at", "since"))
    writer.mend(network_names, newest, name=event.name)
