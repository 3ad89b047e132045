"""Nights that pass over a party, one by one."""

from netwerkpartij.background import settle
from tests.application.party import Party


def nights(party: Party, number: int) -> list[list[str]]:
    """Let nights pass, and give what was recorded in each."""
    told = []
    for _ in range(number):
        before = party.log.last_position()
        party.clock.pass_time(days=1)
        settle(party.opened, nightly=True)
        told.append(party.types(before))
    return told
