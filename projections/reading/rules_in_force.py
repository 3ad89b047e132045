"""Which rules held for each type of network, by the rule book's own reckoning."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import select

from domain.kernel.acts import EventName
from domain.pilot.rules import RepresentationReference
from projections.reading.prepared import ASKED, Prepared
from projections.reading.query_service import AsOf
from projections.store.tables import rules


@dataclass(frozen=True)
class InForce:
    """The version that decisions of the day use, with the numbers that answers need."""

    rules_version: str
    core_group_minimum: int
    core_group_mix_asked: bool
    target_members: int
    target_after_months: int
    representation_reference: RepresentationReference
    published_minimum_cell: int
    event: EventName


def rules_in_force(as_of: AsOf) -> dict[str, InForce]:
    """
    Give the rules of the day per type of network: of those begun by then the latest begun, of equals the latest adopted.

    A type without rules has no entry: no minimum and no target applies to it.
    """
    day = as_of.day.isoformat()
    latest: dict[str, tuple[str, int, str, str, Any]] = {}
    for network_type, version, valid_from, since, event, written in _all_rules().rows(as_of):
        if valid_from <= day and (network_type not in latest or (valid_from, since) > latest[network_type][:2]):
            latest[network_type] = (valid_from, since, version, event, written)
    return {network_type: _in_force(version, event, written) for network_type, (_, _, version, event, written) in latest.items()}


def _in_force(version: str, event: EventName, written: Any) -> InForce:  # noqa: ANN401  # text on SQLite
    return _read(version, event, written) if isinstance(written, str) else _made(version, event, written)


@lru_cache(maxsize=32)
def _read(version: str, event: EventName, written: str) -> InForce:
    """Read rules once: they are asked for with every list, and seldom adopted."""
    return _made(version, event, json.loads(written))


def _made(version: str, event: EventName, held: Mapping[str, Any]) -> InForce:
    return InForce(
        rules_version=version,
        core_group_minimum=held["core_group_minimum"],
        core_group_mix_asked=held["core_group_mix_asked"],
        target_members=held["target_members"],
        target_after_months=held["target_after_months"],
        representation_reference=RepresentationReference(held["representation_reference"]),
        published_minimum_cell=held["published_minimum_cell"],
        event=event,
    )


@cache
def _all_rules() -> Prepared:
    columns = (rules.c.network_type, rules.c.rules_version, rules.c.valid_from, rules.c.since, rules.c.event, rules.c.rules)
    return Prepared(select(*columns).where(ASKED.known(rules)))
