"""All figures that need nothing but the log, of one day."""

from typing import Any
from uuid import UUID

from tests.evaluation.anew import (  # noqa: F401  # their figures become known
    of_advice,
    of_core_groups,
    of_meetings,
    of_members,
    of_plans,
    of_record,
)
from tests.evaluation.anew.figure import OF_ALL, OF_NETWORKS, Party, Said
from tests.evaluation.anew.networks import begun_networks

Counted = dict[tuple[str, UUID | None], Said]


def counted(party: Party) -> Counted:
    found: Counted = {(name, None): figure(party) for name, figure in OF_ALL.items()}
    for network in begun_networks(party.networks, party.asked):
        found |= {(name, network.id): figure(party, network) for name, figure in OF_NETWORKS.items()}
    return found


def differences(one: Counted, other: Counted) -> dict[Any, Any]:
    """Where two countings differ, and in what."""
    found = {}
    for key in one.keys() | other.keys():
        mine, its = one.get(key), other.get(key)
        if mine != its:
            parts = {part for part in (mine or {}).keys() | (its or {}).keys() if (mine or {}).get(part) != (its or {}).get(part)}
            found[key] = {part: ((mine or {}).get(part), (its or {}).get(part)) for part in parts} or (mine, its)
    return found
