"""A network to begin a history with."""

from datetime import date
from uuid import UUID

from domain.kernel.acts import Act
from domain.networks.network import Agreements, Network
from domain.pilot.rules import NetworkType


def brought_in(act: Act, network: UUID, *, name: str = "Netwerk zorg", purpose: str = "Samen leren") -> Network:
    """A network that existed before it came within the common approach."""
    return Network.bring_in(
        act,
        network=network,
        name=name,
        network_type=NetworkType.THEME,
        label=None,
        agreements=Agreements(purpose=purpose),
        sensitive=False,
        existed_since=date(2020, 1, 1),
        pilot=None,
    )
