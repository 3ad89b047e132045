"""``netwerkpartij check``: is everything as it should be, and if not, what to do."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy import Table

from application.language.words import Language, word
from application.pending import was_recorded
from application.ports.mail import DigestState
from domain.across_items import Breach, breaches, grounds
from domain.kernel.events import Aggregate, FirstEvent
from domain.networks.membership import Membership
from infrastructure.event_store.recording_time import EPOCH
from netwerkpartij.checks import COPY_FIRST, Finding, batches, of_log, of_vault
from netwerkpartij.cli.terminal import Format, progress
from netwerkpartij.seal_checks import of_rows_of_vault, of_seals
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened
from projections.projectors.catch_up import catch_up
from projections.store.instants import micros
from projections.store.read_store import ReadStore, open_read_store, store_version
from projections.store.tables import FACT_TABLES, FOREVER, membership_periods

LONGEST = 80
"""Of a value that is shown."""
WHICH_IS_RIGHT = (
    f"{COPY_FIRST}; a row or its event was changed, so compare that event with what was decided."
    " Is the event right? Run: netwerkpartij rebuild. Was it changed? Put a backup of before back: netwerkpartij restore FOLDER"
)
"""Rebuilding makes rows of events: of an event that was changed as well, and then nothing shows any more that it was."""
Period = tuple[int, int]
Rows = Sequence[Mapping[str, object]]
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


def check(form: Annotated[Format, typer.Option("--format", help="How to print what was found.")] = Format.TABLE) -> None:
    """
    Check settings, log, vault, and the rows of the read side against the events. Nothing is changed.

    Status 0 when all is well, 1 when something was found.

    Example: netwerkpartij check --format json
    """
    with opened(load_settings(), make=False) as service:
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
    with progress("read", service.log.last_position()) as show:
        of_the_log = list(of_log(service, show))
    yield from of_the_log
    in_the_vault = list(of_rows_of_vault(service))
    yield from in_the_vault
    if not in_the_vault:  # nobody can be named by a row that does not open
        yield from _mail(service)
    if any(each.code == "versions-missing" for each in of_the_log):
        return  # no item can be made of part of its events, and no row compared with it
    if not in_the_vault:
        yield from of_vault(service)
        with progress("open", service.log.last_position()) as show:
            yield from list(of_seals(service, show))
    service.reads.catch_up()
    if service.reads.lag():
        yield Finding("read-side-behind", "the read side does not reach the newest event", "run: netwerkpartij rebuild")
    yield from _rows(service)
    yield from _tables(service)
    yield from _across(service)
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
    replayed: dict[str, set[Period]] = {}
    newest: dict[str, int] = {}
    with progress("check", service.log.last_position()) as show:
        for batch in batches(service):
            touched = {each.event.originator_id for each in batch}
            for item in service.log.load_many(touched).values():
                if isinstance(item, Membership):
                    newest[str(item.id)] = item.version
                    replayed[str(item.id)] = {
                        (micros(period.begun_at), FOREVER if period.ended_at is None else micros(period.ended_at))
                        for period in item.periods
                    }
            show(batch[-1].position)
    for membership in sorted(replayed.keys() | rows.keys()):
        said, stored = replayed.get(membership, set()), rows.get(membership, set())
        if said != stored:
            name = f"{membership}:{newest.get(membership, 1)}"
            what = f"row of membership_periods up to event {name}: the events say {_times(said)}, the rows {_times(stored)}"
            yield Finding("rows-differ", what, WHICH_IS_RIGHT, name)


def _times(periods: set[Period]) -> str:
    told = [" to ".join(_instant(each) for each in period) for period in sorted(periods)]
    return ", ".join(told) or "nothing"


def _instant(stored: int) -> str:
    return "now" if stored == FOREVER else (EPOCH + timedelta(microseconds=stored)).isoformat(timespec="seconds")


def _across(service: Opened) -> Iterator[Finding]:
    """Look, network by network, whether anything is left without what it rests on (docs/decisions/0026)."""
    together: dict[UUID, set[UUID]] = {}
    for batch in batches(service):
        for each in batch:
            network = each.event.originator_id if isinstance(each.event, FirstEvent) else None
            network = getattr(each.event, "network", network)
            if network is not None:
                together.setdefault(network, set()).add(each.event.originator_id)
    found: set[Breach] = set()
    for items in together.values():
        found |= set(breaches(_with_grounds(service, items)))
    for breach in sorted(found):
        what = f"{word(breach.what, Language.EN)}: {breach.entry} of {breach.at:%Y-%m-%d}"
        yield Finding("item-without-ground", what, "the party bureau corrects or withdraws one of the two entries", breach.entry)


def _with_grounds(service: Opened, wanted: set[UUID]) -> dict[UUID, Aggregate]:
    items: dict[UUID, Aggregate] = {}
    while wanted:
        loaded = service.log.load_many(wanted)
        items |= loaded
        wanted = grounds(loaded.values()) - items.keys()
    return items


def _periods_in_rows(service: Opened) -> dict[str, set[Period]]:
    rows: dict[str, set[Period]] = {}
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
                    event, difference = _difference(_of(anew, table, wrong[0]), _of(service.reads.store, table, wrong[0]))
                    what = f"row of {table.name} by event {event}: {difference} (items of which a row differs: {len(wrong)})"
                    yield Finding("rows-differ", what, WHICH_IS_RIGHT, event)
        finally:
            anew.close()


def _of(store: ReadStore, table: Table, owner: str) -> list[dict[str, object]]:
    with store.reading() as connection:
        found = connection.execute(table.select().where(table.c.owner == owner)).mappings()
        return sorted(({**row, "fact": None} for row in found), key=lambda row: (row["since"], _plainly(row)))


def _difference(told: Rows, stored: Rows) -> tuple[str, str]:
    """Name the event of the first row that differs, and how it does."""
    missing = [row for row in told if row not in stored]
    extra = [row for row in stored if row not in told]
    if not missing:
        return str(extra[0]["event"]), "no event says what this row does"
    row = missing[0]
    near = next((each for each in extra if each["event"] == row["event"]), None) or next(iter(extra), None)
    if near is None:
        return str(row["event"]), "the row is not there"
    column = next(name for name in row if row[name] != near[name])
    return str(row["event"]), f"the event says {column} = {_short(row[column])}, the row {_short(near[column])}"


def _short(value: object) -> str:
    told = repr(value)
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}..."


def _digests(store: ReadStore, table: Table) -> dict[str, int]:
    """Give for each aggregate a digest of its rows, whatever their order and numbers."""
    digests: dict[str, int] = {}
    with store.reading() as connection:
        for row in connection.execute(table.select()).mappings():
            digests[row["owner"]] = digests.get(row["owner"], 0) + hash(_plainly({**row, "fact": None}))
    return digests


def _plainly(row: Mapping[str, object]) -> str:
    return json.dumps(row, sort_keys=True)
