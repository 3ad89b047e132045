"""An evaluation beside its recount."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from application import queries as q
from application.ports import Recorded
from domain.acts import end_of
from projections.reading import Reads
from tests.evaluation.recount import Asked, Recount
from tests.evaluation.refigure import OF_A_NETWORK, OF_ALL

Told = dict[tuple[str, UUID | None], dict[str, Any]]


def told(figures: Iterable[q.Figure]) -> Told:
    """What an evaluation says, without what it says about the saying."""
    return {
        (each.figure, each.of): {"value": each.value, "n": each.n, "detail": each.detail}
        for each in figures
        if each.figure in OF_ALL or each.figure in OF_A_NETWORK
    }


def recounted(events: Sequence[Recorded], asked: Asked) -> Told:
    """What a recount says."""
    recount = Recount(events)
    found: Told = {(name, None): figure(recount, asked) for name, figure in OF_ALL.items()}
    for name, figure in OF_A_NETWORK.items():
        for network, group in recount.begun(asked):
            if asked.pilot in {None, group.pilot}:
                found[name, network] = figure(recount, group, asked)
    return found


def asked(reads: Reads, on: date, pilot: UUID | None = None) -> Asked:
    return Asked(before=end_of(on), over=min(end_of(on), reads.log.now()), pilot=pilot)


def differences(one: Told, other: Told) -> dict[Any, Any]:
    return {key: (one.get(key), other.get(key)) for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
