"""What a figure says."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
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

    @classmethod
    def of(cls, log: Log, asked: Asked) -> "Party":
        return cls(log, networks_of(log), asked)

    @cached_property
    def of_networks(self) -> dict[UUID, list[list[Entry]]]:
        """The items that say of which networks they are, by each of these."""
        found: dict[UUID, list[list[Entry]]] = defaultdict(list)
        for life in self.log.items.values():
            for network in {each.said.network for each in life if getattr(each.said, "network", None) is not None}:
                found[network].append(life)
        return found

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
