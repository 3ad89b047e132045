"""Figures and reports as tests of the paper type them."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from application.evaluation.details import Detail
from application.evaluation.figures import FigureName
from application.evaluation.standing import NetworkStanding, Standing, WhatHappened
from application.queries.evaluating.evaluation import EvaluationReport, Figure, Note, Verdict
from domain.pilot.rules import NetworkType

Network = tuple[str, UUID]
SCHOOLS, CARE, WATER = ("Onderwijsnetwerk", UUID(int=1)), ("Netwerk zorg", UUID(int=2)), ("Netwerk water", UUID(int=3))
DAY = date(2025, 3, 3)


def figure(
    name: FigureName,
    value: Any = None,
    *,
    of: Network | None = None,
    n: int | None = None,
    norm: float | None = None,
    verdict: Verdict | None = None,
    note: Note | None = None,
    detail: Detail | None = None,
) -> Figure:
    network, item = of or (None, None)
    told: dict[str, Any] = {"n": n, "norm": norm, "verdict": verdict, "note": note, "detail": detail}
    return Figure(figure=name, network=network, of=item, value=value, unit=name.unit, events=(), ground=(), **told)


def stands(of: Network, standing: Standing = Standing.ACTIVE, **more: Any) -> NetworkStanding:
    plain: dict[str, Any] = dict.fromkeys(("reason", "into", "members_then", "too_small_since", "repair_by"))
    known = {"network_type": NetworkType.THEME, "sensitive": False, "started": date(2024, 1, 1), "since": date(2024, 1, 1)}
    return NetworkStanding(**{**plain, **known, "network": of[0], "of": of[1], "standing": standing, **more})


def report(*figures: Figure, networks: tuple[NetworkStanding, ...] = (), **more: Any) -> EvaluationReport:
    known_at = datetime(2025, 3, 4, 8, tzinfo=UTC)
    plain: dict[str, Any] = {"on": DAY, "counted_until": DAY, "known_at": known_at, "happened": WhatHappened()}
    return EvaluationReport(**{**plain, **more}, figures=figures, networks=networks)
