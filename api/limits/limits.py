"""How much one process takes in from the outside, by whom and at once. The settings of the same names say what each is for."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

HOUSEHOLD = 64
"""Bits of an IPv6 address that are the same in one household or office."""


@dataclass(frozen=True)
class Limits:
    """Numbers of one process. Processes share nothing, so that each has its own."""

    connections: int = 500
    connections_per_address: int = 100
    largest_head: int = 16_384
    largest_body: int = 262_144
    head_time: float = 10.0
    body_time: float = 30.0
    answer_time: float = 30.0
    requests_per_token: int = 18_000
    requests_per_address: int = 1_200
    requests_in_all: int = 36_000
    at_once: int = 8
    costly_at_once: int = 1
    turn_wait: float = 5.0
    proxies: tuple[IPv4Network | IPv6Network, ...] = ()

    def is_a_proxy(self, address: str) -> bool:
        """Say whether an address is that of a proxy, behind which are many people."""
        known = _parsed(address)
        return known is not None and any(known in network for network in self.proxies)


def place_of(address: str) -> str:
    """Give what counts as one place: an address, and of IPv6 the network of a household or office."""
    known = _parsed(address)
    return str(IPv6Network((known, HOUSEHOLD), strict=False)) if isinstance(known, IPv6Address) else str(known or address)


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    try:
        known = ip_address(address)
    except ValueError:
        return None
    return (known.ipv4_mapped or known) if isinstance(known, IPv6Address) else known


DEFAULT = Limits()
