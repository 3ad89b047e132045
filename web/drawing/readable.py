"""Readable addresses: a network by the words of its name. Old names lead on, and ids are understood."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from uuid import UUID

from application.queries.networks import NetworkEntry

OF_NO_WORDS = "netwerk"


def readable(name: str) -> str:
    """Give the name of a network as it stands in an address: without the word that all of them have."""
    return in_address(re.sub(r"netwerk\b", " ", _plain(name))) or OF_NO_WORDS


def in_address(words: str) -> str:
    """Give words as they stand in an address: without accents and capitals."""
    return "-".join(re.findall(r"[a-z0-9]+", _plain(words)))


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()


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
