"""The name of a network: taken once, by one network, for ever; links and reports go by it."""

import re
import unicodedata
from typing import ClassVar
from uuid import UUID, uuid5

from domain.acts import Act
from domain.errors import DomainError
from domain.events import Aggregate, FirstEvent
from domain.log import PROJECT
from domain.text import Text


class NetworkNameTaken(DomainError):
    """Two networks never have the same name, a closed one included."""

    code = "network-name-taken"


def network_name_id(name: str) -> UUID:
    """Give the one id of a name; spelling with other capitals or spaces is the same name."""
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", name)).strip().casefold()
    return uuid5(PROJECT, f"network-name/{plain}")


class NetworkName(Aggregate):
    """One name."""

    TOPIC = "NetworkName"

    # Events

    class NetworkNameGiven(FirstEvent):
        """A network got this name."""

        TOPIC: ClassVar[str] = "NetworkNameGiven"
        name: Text
        network: UUID

    # Decisions

    @classmethod
    def give(cls, act: Act, *, name: str, network: UUID) -> "NetworkName":
        """Give a name to a network; that it is free follows from its id, which only one event can begin."""
        return cls._begin(cls.NetworkNameGiven, network_name_id(name), act=act, name=name, network=network)

    # Changes

    def __init__(self, name: str, network: UUID) -> None:
        self.name = name
        self.network = network
