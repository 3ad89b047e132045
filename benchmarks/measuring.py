"""Measuring two things beside each other: in turns, so that whatever else the machine does meets both."""

import gc
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Literal

RUNS = 5
TURNS = 10


@dataclass(frozen=True)
class Result:
    """A ratio of ours to a peer in the same run: the median over runs; ``ours`` and ``peer`` are medians in ``unit``."""

    name: str
    ratio: float
    better: Literal["higher", "lower"]
    runs: int
    ours: float
    peer: float
    unit: str
    note: str = ""

    def plain(self) -> dict[str, object]:
        """Give the result as it is written to var/bench.json."""
        return {name: value for name, value in asdict(self).items() if name != "note"}


def seconds(work: Callable[[], object]) -> float:
    """Give how long some work takes."""
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def rates(name: str, ours: Callable[[], object], peer: Callable[[], object], *, each: int, unit: str, note: str = "") -> Result:
    """
    Compare how often two things can be done in a second.

    :param each: how often one turn does it; a run has ten turns of each, and one to warm up
    """
    ours_rates, peer_rates, ratios = [], [], []
    _repeat(ours, each)
    _repeat(peer, each)
    for _ in range(RUNS):
        ours_time = peer_time = 0.0
        for _ in range(TURNS):
            ours_time += _repeat(ours, each)
            peer_time += _repeat(peer, each)
        ours_rates.append(each * TURNS / ours_time)
        peer_rates.append(each * TURNS / peer_time)
        ratios.append(peer_time / ours_time)
    return Result(name, median(ratios), "higher", RUNS, median(ours_rates), median(peer_rates), unit, note)


def costs(name: str, ours: Callable[[], object], peer: Callable[[], object], *, each: int, note: str = "") -> Result:
    """Compare what two things cost, in milliseconds each."""
    compared = rates(name, ours, peer, each=each, unit="ms", note=note)
    return Result(name, 1 / compared.ratio, "lower", RUNS, 1e3 / compared.ours, 1e3 / compared.peer, "ms", note)


def _repeat(work: Callable[[], object], times: int) -> float:
    begun = time.perf_counter()
    for _ in range(times):
        work()
    return time.perf_counter() - begun
