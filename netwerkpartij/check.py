"""``netwerkpartij check``: is everything as it should be, and if not, what to do."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import typer

from domain.entries import periods_of
from domain.events import Aggregate
from domain.membership import Membership
from netwerkpartij.settings import load_settings
from netwerkpartij.terminal import progress
from netwerkpartij.wiring import Opened, opened
from projections.facts import micros
from projections.tables import FOREVER, membership_periods

BATCH = 1_000


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be, and what to do."""

    what: str
    do: str


def check() -> None:
    """
    Check settings, databases, positions, and the rows of the read side against the events.

    Status 0 when all is well, 1 when something was found.
    """
    with opened(load_settings()) as service:
        service.reads.catch_up()
        findings = list(found(service))
        events = service.log.last_position()
    for finding in findings:
        typer.echo(f"FOUND: {finding.what}\n  do: {finding.do}")
    if findings:
        sys.exit(1)
    typer.echo(f"All is well: settings, databases, key and vault; rows agree with the events up to position {events}.")


def found(service: Opened) -> Iterator[Finding]:
    """Give everything that is not as it should be."""
    yield from _lag(service)
    yield from _rows(service)


def _lag(service: Opened) -> Iterator[Finding]:
    if service.reads.lag():
        yield Finding("the read side does not reach the newest event", "run: netwerkpartij rebuild")


def _rows(service: Opened) -> Iterator[Finding]:
    """Replay every membership and compare its periods with the rows that queries read."""
    rows = _periods_in_rows(service)
    replayed: dict[str, set[tuple[int, int]]] = {}
    newest = service.log.last_position()
    after = 0
    with progress("check", newest) as show:
        while batch := service.log.read(after=after, limit=BATCH):
            touched = {each.event.originator_id for each in batch}
            for item in service.log.load_many(touched).values():
                _replay(item, replayed)
            after = batch[-1].position
            show(min(after, newest))
    for membership in sorted(replayed.keys() | rows.keys()):
        if replayed.get(membership, set()) != rows.get(membership, set()):
            yield Finding(f"rows of membership {membership} differ from its events", "run: netwerkpartij rebuild")


def _replay(item: Aggregate, replayed: dict[str, set[tuple[int, int]]]) -> None:
    if isinstance(item, Membership):
        replayed[str(item.id)] = {
            (micros(period.begun_at), FOREVER if period.ended_at is None else micros(period.ended_at))
            for period in periods_of(item.entries)
        }


def _periods_in_rows(service: Opened) -> dict[str, set[tuple[int, int]]]:
    rows: dict[str, set[tuple[int, int]]] = {}
    with service.reads.store.reading() as connection:
        held = membership_periods.select().where(membership_periods.c.until == FOREVER)
        for row in connection.execute(held).mappings():
            rows.setdefault(row["owner"], set()).add((row["begun_at"], row["ended_at"]))
    return rows
