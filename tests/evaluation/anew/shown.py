"""All figures of an evaluation as everybody sees them, with those that the vault is asked for."""

from collections.abc import Container
from uuid import UUID

from application.ports.event_log import Recorded
from tests.evaluation.anew.counting import Counted
from tests.evaluation.anew.figure import OF_ALL, OF_NETWORKS, Party
from tests.evaluation.anew.hidden import as_shown
from tests.evaluation.anew.log import Log
from tests.evaluation.anew.networks import begun_networks, networks_of
from tests.evaluation.anew.people import Vault, likeness, overlap, reach


def shown(party: Party, vault: Vault, sensitive: Container[UUID], *, with_others: bool = False) -> Counted:
    """
    Everything that is told.

    :param sensitive: the networks that are protected now, whatever instant is asked about
    """
    found: Counted = {(name, None): figure(party) for name, figure in OF_ALL.items()}
    found["reach", None], found["overlap", None] = reach(party, vault), overlap(party, vault)
    for network in begun_networks(party.networks, party.asked, of_pilot=not with_others):
        figures = {name: figure(party, network) for name, figure in OF_NETWORKS.items()}
        figures["likeness"] = likeness(party, network, vault)
        if network.id in sensitive:
            figures = {name: as_shown(party, network, name, said) for name, said in figures.items()}
        found |= {(name, network.id): said for name, said in figures.items()}
    return found


def sensitive_now(events: list[Recorded]) -> set[UUID]:
    return {each.id for each in networks_of(Log.of(events)).values() if each.is_sensitive}
