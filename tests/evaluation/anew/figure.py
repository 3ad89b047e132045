"""What a figure says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from tests.evaluation.anew.log import Asked, Entry, Log
from tests.evaluation.anew.networks import Network, networks_of, rules_for

Said = dict[str, Any]


def says(
    value: Any,  # of every shape
    n: int | None,
    *,
    norm: float | None = None,
    verdict: str | None = None,
    note: str | None = None,
    detail: dict[str, Any] | None = None,
) -> Said:
    return {"value": value, "n": n, "norm": norm, "verdict": verdict, "note": note, "detail": detail or {}}


@dataclass
class Party:
    """All that is known: the log, its networks, and what is asked."""

    log: Log
    networks: dict[Any, Network]
    asked: Asked
    nights: dict[datetime, dict[UUID, Network]] = field(default_factory=dict)

    @classmethod
    def of(cls, log: Log, asked: Asked) -> "Party":
        return cls(log, networks_of(log), asked)

    @property
    def of_networks(self) -> dict[UUID, list[list[Entry]]]:
        return self.log.of_networks

    def known_that(self, night: datetime) -> dict[UUID, Network]:
        """The networks as they were known at a moment."""
        if night not in self.nights:
            self.nights[night] = networks_of(self.log.known_before(night))
        return self.nights[night]

    def rules(self, network: Network) -> Any:  # as they were stored
        return rules_for(self.log, network.type, self.asked.day)


OfNetwork = Callable[[Party, Network], Said]
OfAll = Callable[[Party], Said]
OF_NETWORKS: dict[str, OfNetwork] = {}
OF_ALL: dict[str, OfAll] = {}


def of_network(name: str) -> Callable[[OfNetwork], OfNetwork]:
    def keep(figure: OfNetwork) -> OfNetwork:
        OF_NETWORKS[name] = figure
        return figure

    return keep


def of_all(name: str) -> Callable[[OfAll], OfAll]:
    def keep(figure: OfAll) -> OfAll:
        OF_ALL[name] = figure
        return figure

    return keep
