"""Where people have their references: in the party, in an office, in each network apart."""

from uuid import UUID

PersonId = UUID
"""A person inside the vault. Never in an event, never in an address."""

PARTY = "party"
OFFICE = "office"
ERASURE = "erasure"
PRIVACY = "privacy"
CONSENT = "consent"
"""Contexts in which people have their references, beside their networks."""

NOTHING = ""
"""The context of what only looks as if it were to end: how much stood of somebody is not to be counted."""

NETWORK = "network/"
"""What the contexts of networks begin with."""


def in_network(network: UUID) -> str:
    """Name the context in which people of a network have their references."""
    return f"{NETWORK}{network}"


def network_of(context: str) -> UUID:
    """Give the network whose context it is."""
    return UUID(context.removeprefix(NETWORK))
