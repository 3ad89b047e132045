"""``netwerkpartij check``: is everything as it should be, and if not, what to do."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from sqlalchemy import Table

from application.pending import was_recorded
from application.ports.mail import DigestState
from domain.networks.membership import Membership
from netwerkpartij.cli.terminal import Format, progress
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened
from projections.projectors.catch_up import catch_up
from projections.store.instants import micros
from projections.store.read_store import ReadStore, open_read_store, store_version
from projections.store.tables import FACT_TABLES, FOREVER, membership_periods

BATCH = 1_000
UNSENT = {
    DigestState.UNKNOWN: "the service stopped while it sent them; they are not sent again, so ask who got none",
    DigestState.GIVEN_UP: "look whether NETWERKPARTIJ_MAIL_URL is right and the mail server is up",
    DigestState.REJECTED: "ask whoever runs the mail server why it takes no messages from NETWERKPARTIJ_MAIL_FROM",
}
"""What can become of a weekly message that somebody should know of."""

FINISH = "a running service finishes it by itself; or run: netwerkpartij clock advance --to INSTANT, the time now"
REMOVE = (
    "a running service removes it after an hour; or an hour later run: netwerkpartij clock advance --to INSTANT, the time then"
)


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be, and what to do."""

    code: str
    what: str
    do: str
    event: str | None = None


def check(form: Annotated[Format, typer.Option("--format", help="How to print what was found.")] = Format.TABLE) -> None:
    """
    Check settings, databases, positions, and the rows of the read side against the events.

    Status 0 when all is well, 1 when something was found.

    Example: netwerkpartij check --format json
    """
    with opened(load_settings()) as service:
        service.reads.catch_up()
        findings = list(found(service))
        events = service.log.last_position()
    if form is Format.JSON:
        typer.echo(json.dumps(_plain(findings), ensure_ascii=False))
    elif findings:
        for finding in findings:
            typer.echo(f"FOUND: {finding.what}\n  do: {finding.do}")
    else:
        typer.echo(f"All is well: settings, databases, key and vault; rows agree with the events up to position {events}.")
    if findings:
        sys.exit(1)


def _plain(findings: Sequence[Finding]) -> dict[str, object]:
    told = [{"code": each.code, "sentence": f"{each.what}; {each.do}", "event": each.event} for each in findings]
    return {"ok": not findings, "readStoreVersion": store_version(), "findings": told}


def found(service: Opened) -> Iterator[Finding]:
    """Give everything that is not as it should be."""
    if service.reads.lag():
        yield Finding("read-side-behind", "the read side does not reach the newest event", "run: netwerkpartij rebuild")
    yield from _rows(service)
    yield from _tables(service)
    yield from _mail(service)
    yield from _pending(service)


def _mail(service: Opened) -> Iterator[Finding]:
    """Tell of messages that did not go out, or of which that is not certain."""
    told = service.vault.outbox.told()
    for state, do in UNSENT.items():
        if told[state]:
            yield Finding("messages-not-sent", f"weekly messages in the last two months: {told[state]} {state}", do)
    if refused := len(service.vault.refused_addresses()):
        told_of = f"e-mail addresses that a mail server refused: {refused}"
        yield Finding("addresses-refused", told_of, "the party bureau asks for the right ones")


def _pending(service: Opened) -> Iterator[Finding]:
    """Name the commands of which nobody sees yet what they wrote into the vault."""
    for each in service.vault.pending_commands():
        since = each.since.isoformat()
        told = f"what command {each.command} wrote into the vault is pending since {since} ({each.writes} writes)"
        if was_recorded(service.log, each):
            yield Finding("vault-writes-pending", f"{told}: it was recorded, and nobody sees it yet", FINISH)
        else:
            yield Finding("vault-writes-pending", f"{told}: it was not recorded, and nobody sees it", REMOVE)


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
                if isinstance(item, Membership):
                    replayed[str(item.id)] = {
                        (micros(period.begun_at), FOREVER if period.ended_at is None else micros(period.ended_at))
                        for period in item.periods
                    }
            after = batch[-1].position
            show(min(after, newest))
    for membership in sorted(replayed.keys() | rows.keys()):
        if replayed.get(membership, set()) != rows.get(membership, set()):
            what = f"rows of membership {membership} differ from its events"
            yield Finding("rows-differ", what, "run: netwerkpartij rebuild")


def _periods_in_rows(service: Opened) -> dict[str, set[tuple[int, int]]]:
    rows: dict[str, set[tuple[int, int]]] = {}
    with service.reads.store.reading() as connection:
        held = membership_periods.select().where(membership_periods.c.until == FOREVER)
        for row in connection.execute(held).mappings():
            rows.setdefault(row["owner"], set()).add((row["begun_at"], row["ended_at"]))
    return rows


def _tables(service: Opened) -> Iterator[Finding]:
    """Tell all events to a store of our own, and compare every row."""
    with TemporaryDirectory() as folder:
        anew = open_read_store(f"sqlite:///{Path(folder) / 'events.db'}")
        try:
            with progress("compare", service.log.last_position()) as show:
                catch_up(anew, service.log, progress=show)
            service.reads.catch_up()
            catch_up(anew, service.log)  # what was recorded meanwhile
            for table in FACT_TABLES:
                told, stored = _digests(anew, table), _digests(service.reads.store, table)
                wrong = sorted(owner for owner in told.keys() | stored.keys() if told.get(owner) != stored.get(owner))
                if wrong:
                    what = f"{len(wrong)} items in the table {table.name} are not what the events say, {wrong[0]} first"
                    yield Finding("rows-differ", what, "run: netwerkpartij rebuild")
        finally:
            anew.close()


def _digests(store: ReadStore, table: Table) -> dict[str, int]:
    """Give for each aggregate a digest of its rows, whatever their order and numbers."""
    digests: dict[str, int] = {}
    with store.reading() as connection:
        for row in connection.execute(table.select()).mappings():
            told = json.dumps({**row, "fact": None}, sort_keys=True)
            digests[row["owner"]] = digests.get(row["owner"], 0) + hash(told)
    return digests
