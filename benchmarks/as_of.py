"""Reading the past beside reading now, at 100,000 membership periods in twenty networks, a quarter of them current."""

from uuid import UUID

from application.queries.networks import MembersOfNetwork, NetworkDetails
from benchmarks.measuring import Result, costs
from benchmarks.party import LONG_AGO, Party, a_network, a_party, members

NETWORKS = 20
PERIODS = 100_000


def as_of() -> tuple[Result, Result]:
    """Measure a list and one item."""
    with a_party() as party:
        measured = _fill(party)
        reads = party.service.reads
        reads.catch_up()
        midway = reads.store_position() // 2
        past = LONG_AGO.date().replace(year=2023, month=1, day=1)
        now = MembersOfNetwork(network=measured, limit=500)
        then = MembersOfNetwork(network=measured, limit=500, on=past, position=midway)
        item = NetworkDetails(network=measured)
        item_then = NetworkDetails(network=measured, on=past, position=midway)
        return (
            costs("as-of", lambda: reads.answer(then), lambda: reads.answer(now), each=3),
            costs("as-of-item", lambda: reads.answer(item_then), lambda: reads.answer(item), each=3),
        )


def _fill(party: Party) -> UUID:
    each = PERIODS // NETWORKS
    networks = [a_network(party, f"network {number}") for number in range(NETWORKS)]
    for network in networks:
        members(party, network, each, leaving=each * 3 // 4)
    return networks[0]
