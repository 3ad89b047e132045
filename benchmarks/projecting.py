"""Events a second through all projectors, what batching is worth, and memory at a million events."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from application.ports.event_log import EventLog
from benchmarks.joining import a_master_key, a_postgres
from benchmarks.measuring import RUNS, Result, seconds
from benchmarks.party import Party, a_network, a_party, members
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from projections.projectors.catch_up import catch_up
from projections.store.read_store import ReadStore

EVENTS = 20_000
ONE_BY_ONE = 500


def project_sqlite() -> Result:
    """Project on SQLite, beside only reading the same events."""
    with a_party() as party:
        return _project("project-sqlite", party)


def project_postgresql() -> Result:
    """Project on PostgreSQL, beside only reading the same events."""
    with a_postgres() as (url, _), a_party(url, a_master_key()) as party:
        return _project("project-postgresql", party)


def project_batching() -> Result:
    """Project in batches, beside one transaction for each event."""
    with a_party() as party:
        _fill(party, EVENTS)
        store, log = party.service.reads.store, party.service.log
        batched, single = [], []
        for _ in range(RUNS):
            store.empty()
            single.append(ONE_BY_ONE / seconds(lambda: _some(store, log, ONE_BY_ONE)))
            store.empty()
            newest = log.last_position()
            batched.append(newest / seconds(lambda: catch_up(store, log)))
    ratio = median(ours / peer for ours, peer in zip(batched, single, strict=True))
    return Result("project-batching", ratio, "higher", RUNS, median(batched), median(single), "events/s")


def memory_at_1000000() -> Result:
    """Peak memory of building the read store from a million events, beside a hundred thousand."""
    few, many = _peak(100_000), _peak(1_000_000)
    return Result("memory-at-1000000", many / few, "lower", 1, many, few, "MiB")


def _project(name: str, party: Party) -> Result:
    _fill(party, EVENTS)
    store, log = party.service.reads.store, party.service.log
    newest = log.last_position()
    ours, peer = [], []
    for _ in range(RUNS):
        store.empty()
        ours.append(newest / seconds(lambda: catch_up(store, log)))
        peer.append(newest / seconds(lambda: _read(log)))
    ratio = median(mine / theirs for mine, theirs in zip(ours, peer, strict=True))
    return Result(name, ratio, "higher", RUNS, median(ours), median(peer), "events/s", "peer: reading the events alone")


def _fill(party: Party, events: int) -> None:
    for number in range(4):
        members(party, a_network(party, f"network {number}"), events // 6, leaving=events // 12)


def _read(log: EventLog) -> None:
    after = 0
    while batch := log.read(after=after, limit=2_000):
        after = batch[-1].position


def _some(store: ReadStore, log: EventLog, number: int) -> None:
    class Until:
        """The log as if it ended early."""

        def last_position(self) -> int:
            return number

        def read(self, *, after: int, limit: int) -> object:
            return log.read(after=after, limit=limit)

        def mark_at(self, position: int) -> str | None:
            return log.mark_at(position)

    catch_up(store, Until(), batch=1)  # type: ignore[arg-type]  # all that catching up asks of a log


def _peak(events: int) -> float:
    with TemporaryDirectory(prefix="netwerkpartij-bench-") as folder:
        environment = {
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parent.parent),
            "NETWERKPARTIJ_DATABASE_URL": f"sqlite:///{folder}/events.db",
        }
        code = f"from benchmarks.projecting import fill_folder; fill_folder({events})"
        subprocess.run([sys.executable, "-c", code], env=environment, check=True)  # noqa: S603  # our own code
        code = "from benchmarks.projecting import rebuild_and_tell; rebuild_and_tell()"
        done = subprocess.run(  # noqa: S603  # our own code
            [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
        )
        return float(done.stdout)


def fill_folder(events: int) -> None:
    """Fill the folder that the environment names (in a process of its own, so that only building is measured)."""
    with a_party(os.environ["NETWERKPARTIJ_DATABASE_URL"]) as party:
        _fill(party, events)


def rebuild_and_tell() -> None:
    """Build the read store of the folder that the environment names, and print the peak of memory in MiB."""
    with opened(load_settings()) as service:
        service.reads.rebuild(lambda _: None)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
