"""What the register says otherwise than the people themselves: a list for the member administration, which puts its own right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from application.ports.vault.contexts import PersonId
from application.ports.vault.vault import Vault
from application.register.comparing import ProvinceOf, differences

AT_ONCE: Final = 1_000


@dataclass(frozen=True)
class Difference:
    """One detail of one person: what the register says, and what is known."""

    number: str
    person: PersonId
    field: str
    register: Any
    known: Any


def register_differences(vault: Vault, province_of: ProvinceOf) -> Iterator[Difference]:
    """Give what the newest file says otherwise than what is known, of those whom it says to be members."""
    last = 0
    while entries := vault.register_entries_after(last, most=AT_ONCE):
        members = [entry for entry in entries if entry.said.member]
        known = vault.known_now(entry.person for entry in members)
        for entry in members:
            for field, (register, now) in differences(entry.said, known[entry.person], province_of).items():
                yield Difference(entry.said.number, entry.person, field, register, now)
        last = entries[-1].number


def differs_since(vault: Vault, province_of: ProvinceOf) -> datetime | None:
    """Give since when somebody knows something better than the register: of the newest change by hand; None if nobody does."""
    for entry in vault.register_entries_corrected():
        known = vault.known_now([entry.person])[entry.person]
        changed = [at for at in (known.corrected_at, known.address_at) if at is not None]
        if entry.said.member and changed and differences(entry.said, known, province_of):
            return max(changed)
    return None
