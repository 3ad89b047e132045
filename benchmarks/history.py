"""Evaluating a real history of 260 teams, lived by more and more people who do not exist: figures, time and memory."""

import csv
import tracemalloc
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

from application.evaluation.disclosure import evaluated
from application.evaluation.figures import FigureName
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport
from benchmarks.measuring import Result, seconds
from benchmarks.party import LONG_AGO, Party, a_network, a_party, lived
from domain.kernel.days import AMSTERDAM

HISTORY = Path(__file__).parents[2] / "shared" / "data" / "team_history.csv"
FEW, MANY = 5, 50
"""How many made-up people live what one person of the history did: eleven thousand memberships, and over a hundred thousand."""
SLOWER = 2
"""The history takes half its time, so that it ends before today."""
RUNS = 3

Lives = Mapping[str, list[list[tuple[datetime, bool]]]]
"""By team, for each of its people: when they joined (true) and left (false)."""


def evaluation_of_history() -> tuple[Result, Result]:
    """Check that figures are those of a plain count, and compare how time and memory grow with how the facts do."""
    lives = _lives()
    with a_party() as party, a_party() as larger:
        of_few, of_many = _fill(party, lives, FEW), _fill(larger, lives, MANY)
        _must_be_counted(_evaluated(party), lives, of_few, FEW)
        _must_be_counted(_evaluated(larger), lives, of_many, MANY)
        times = [seconds(lambda: _evaluated(larger)) / seconds(lambda: _evaluated(party)) for _ in range(RUNS)]
        few, many = _peak(party), _peak(larger)
    grown, facts = MANY / FEW, sum(map(len, lives.values()))
    note = f"{facts * MANY:,} memberships of {len(lives)} networks to {facts * FEW:,}"
    return (
        Result("history-time", median(times) / grown, "lower", RUNS, median(times), grown, "times", note),
        Result("history-memory", many / few / grown, "lower", 1, many, few, "MiB", note),
    )


def _lives() -> Lives:
    with HISTORY.open(encoding="utf-8") as told:
        rows = [row for row in csv.DictReader(told) if row["event"] in {"MemberJoined", "MemberLeft"}]
    first = min(datetime.fromisoformat(row["timestamp"]) for row in rows)
    found: dict[str, dict[str, list[tuple[datetime, bool]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        at = LONG_AGO + timedelta(hours=1) + (datetime.fromisoformat(row["timestamp"]) - first) / SLOWER
        found[row["network"]][row["person"]].append((at, row["event"] == "MemberJoined"))
    return {network: list(people.values()) for network, people in found.items()}


def _fill(party: Party, lives: Lives, copies: int) -> Mapping[str, UUID]:
    networks = {name: a_network(party, f"Team {name}") for name in lives}
    lived(party, ((networks[name], life) for name, people in lives.items() for life in people for _ in range(copies)))
    party.service.reads.catch_up()
    return networks


def _evaluated(party: Party) -> EvaluationReport:
    service = party.service
    return evaluated(service.reads.answer(Evaluation()), service.log, service.vault)


def _must_be_counted(report: EvaluationReport, lives: Lives, networks: Mapping[str, UUID], copies: int) -> None:
    grown = {each.of: each.value for each in report.figures if each.figure is FigureName.GROWTH_PER_MONTH}
    for name, network in networks.items():
        months: Any = grown[network]
        told = (sum(month["joined"] for month in months), sum(month["left"] for month in months), months[-1]["members"])
        counted = tuple(copies * number for number in _counted(lives[name]))
        if told != counted:
            raise AssertionError(name, told, counted)


def _counted(people: list[list[tuple[datetime, bool]]]) -> tuple[int, int, int]:
    """Count who joined and who left, people once a month, and who is a member at the end."""
    months = [{(f"{at.astimezone(AMSTERDAM):%Y-%m}", joined) for at, joined in life} for life in people]
    joined = [joined for of_one in months for _, joined in of_one]
    return joined.count(True), joined.count(False), sum(life[-1][1] for life in people)


def _peak(party: Party) -> float:
    """Give how much memory one evaluation takes at most, in MiB."""
    tracemalloc.start()
    try:
        _evaluated(party)
        return tracemalloc.get_traced_memory()[1] / 1024**2
    finally:
        tracemalloc.stop()
