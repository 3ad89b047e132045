"""``netwerkpartij report memberships``: how many members each network had on a day, as far as was known at an instant."""

import json
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from application.access.people import veiled
from application.queries.networks import MembershipCount, MembershipReport
from domain.networks.network import Network
from netwerkpartij.background import settle
from netwerkpartij.cli.terminal import Format, KnownAt, a_day, an_instant, print_table
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened

AT_ONCE = 500
"""Networks on one page; all pages are printed."""


def memberships(
    on: Annotated[str, typer.Option("--on", help="A day such as 2023-12-31; its end, in Europe/Amsterdam.")],
    known_at: KnownAt = None,
    form: Annotated[Format, typer.Option("--format", help="How to print the report.")] = Format.TABLE,
) -> None:
    """
    Report members, joiners, leavers and core group of every network founded by a day, closed ones included.

    People are counted, never events: who left and came back counts once in members, joined and left. Of a sensitive network
    only the band of its last whole quarter is told, as everywhere else.

    Example: netwerkpartij report memberships --on 2023-12-31 --format json
    """
    question = MembershipReport(limit=AT_ONCE, on=a_day(on), known_at=None if known_at is None else an_instant(known_at))
    with opened(load_settings(), make=False) as service:
        settle(service)
        report = list(_all_pages(service, question))
    if form is Format.JSON:
        typer.echo(json.dumps([_plain(count) for count in report], ensure_ascii=False))
        return
    if not report:
        typer.echo(f"No network had been founded by the end of {on}, as far as this database knows.")
        return
    columns = ("network", "members", "joined", "left", "core group")
    rows = ((each.name, each.members_band or each.members, each.joined, each.left, each.core_group) for each in report)
    print_table(columns, rows, title=f"Memberships at the end of {on}")


def _all_pages(service: Opened, question: MembershipReport) -> Iterator[MembershipCount]:
    """Give every network, page by page, as it was all known when the first page was asked for."""
    while True:
        page = service.reads.answer(question)
        yield from _in_bands(service, page.items)
        if not page.more:
            return
        question = question.model_copy(update={"position": page.position, "after": page.last_key})


def _in_bands(service: Opened, counts: Sequence[MembershipCount]) -> Iterator[MembershipCount]:
    """Tell nothing of a sensitive network that a band hides elsewhere; what is sensitive today was so on every day."""
    networks = service.log.load_many({each.network for each in counts})
    sensitive = {item for item, each in networks.items() if isinstance(each, Network) and each.sensitive}
    return (veiled(each) if each.network in sensitive else each for each in counts)


def _plain(count: MembershipCount) -> dict[str, str | int | None]:
    band = {} if count.members_band is None else {"membersBand": count.members_band}
    return {
        **band,
        "network": count.name,
        "members": count.members,
        "joined": count.joined,
        "left": count.left,
        "coreGroup": count.core_group,
    }
