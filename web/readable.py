"""Readable addresses: a network by the words of its name. Old names lead on, and ids are understood."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from uuid import UUID

from application.queries.networks import NetworkEntry

OF_NO_WORDS = "netwerk"


def readable(name: str) -> str:
    """Give a name as it stands in an address: without accents, capitals, and the word that all of them have."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"netwerk\b", " ", plain))) or OF_NO_WORDS


def addresses_of(networks: Iterable[NetworkEntry]) -> Mapping[UUID, str]:
    """Give each network its own: of two with the same words the first that is open has them, the other a number after them."""
    found: dict[UUID, str] = {}
    for each in sorted(networks, key=lambda network: (network.closed_at is not None, network.begun_at, network.network.bytes)):
        words, number = readable(each.name), 1
        while (address := words if number == 1 else f"{words}-{number}") in found.values():
            number += 1
        found[each.network] = address
    return found


def id_in(text: str) -> UUID | None:
    """Give the id that an address has, if it is one."""
    try:
        return UUID(text)
    except ValueError:
        return None
