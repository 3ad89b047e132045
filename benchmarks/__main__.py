"""``make bench`` and ``make bench-release``: run the benchmarks, print a table, write var/bench.json."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.as_of import as_of
from benchmarks.attention import attention
from benchmarks.evaluation import evaluation
from benchmarks.history import evaluation_of_history
from benchmarks.joining import join_at_100000, join_postgresql, join_sqlite
from benchmarks.measuring import Result
from benchmarks.pages import http_page_attention, http_page_directory, http_page_form, http_page_network
from benchmarks.projecting import memory_at_1000000, project_batching, project_postgresql, project_sqlite
from benchmarks.serving import http_directory, http_join

WRITTEN = Path("var/bench.json")
EVERY_TIME: tuple[Callable[[], Result | Iterable[Result]], ...] = (
    join_sqlite,
    join_postgresql,
    join_at_100000,
    http_join,
    http_directory,
    http_page_directory,
    http_page_network,
    http_page_attention,
    http_page_form,
    project_sqlite,
    project_postgresql,
    project_batching,
    as_of,
    evaluation,
    evaluation_of_history,
    attention,
)
RELEASE = (memory_at_1000000,)
BOUNDS = {
    "join-sqlite": 0.8,
    "join-postgresql": 0.8,
    "join-at-100000": 1.2,
    "http-join": 0.5,
    "http-directory": 0.5,
    "http-page-directory": 2,
    "http-page-network": 2,
    "http-page-attention": 2,
    "http-page-form": 3,
    "project-batching": 15,
    "as-of": 8,
    "as-of-item": 2,
    "evaluation": 3,
    "evaluation-growth": 1.1,
    "history-time": 1.1,
    "history-memory": 1.1,
    "attention": 2,
    "memory-at-1000000": 1.1,
}
"""What we work towards; printed beside the figures, never a test."""


def main(arguments: list[str]) -> None:
    """Run the benchmarks that are named, or all of them."""
    chosen = RELEASE if "--release" in arguments else EVERY_TIME
    names = {argument for argument in arguments if not argument.startswith("--")}
    results: list[Result] = []
    print(f"{'name':<20} {'ratio':>8} {'wanted':>8} {'ours':>12} {'peer':>12}  unit")
    for benchmark in chosen:
        if names and benchmark.__name__.replace("_", "-") not in names:
            continue
        measured = benchmark()
        for result in [measured] if isinstance(measured, Result) else measured:
            results.append(result)
            print(_line(result), flush=True)
    WRITTEN.parent.mkdir(parents=True, exist_ok=True)
    WRITTEN.write_text(json.dumps([result.plain() for result in results], indent=2) + "\n")


def _line(result: Result) -> str:
    sign = ">=" if result.better == "higher" else "<="
    wanted = f"{sign} {BOUNDS[result.name]}" if result.name in BOUNDS else ""
    return (
        f"{result.name:<20} {result.ratio:>8.2f} {wanted:>8} {result.ours:>12,.1f} {result.peer:>12,.1f}  {result.unit}"
        f"{'  (' + result.note + ')' if result.note else ''}"
    )


main(sys.argv[1:])
