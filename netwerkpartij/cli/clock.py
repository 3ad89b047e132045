"""``netwerkpartij clock advance``: record what became due, night after night."""

from datetime import datetime, timedelta
from typing import Annotated

import typer

from application.errors import InTheFuture, TimeGoesForward
from domain.kernel.days import day_of, start_of
from domain.kernel.log import LOG, Log
from netwerkpartij.background import settle
from netwerkpartij.cli.terminal import an_instant, progress
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened, system_clock

NIGHT = timedelta(hours=4)
"""After midnight, when nobody is awake but the clock."""


class Hand:
    """A clock whose hand is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Give the time to which it was moved."""
        return self.now


def advance(
    to: Annotated[str, typer.Option("--to", help="An instant with offset, such as 2024-01-01T09:00:00+01:00.")],
) -> None:
    """
    Record what became due until an instant: reminders, ends of terms, and what follows from them.

    `netwerkpartij serve` does this by itself. Only a demo can go to an instant that is still to come; in a demo the
    nights between the newest event and that instant pass one after the other.

    Example: netwerkpartij clock advance --to 2024-01-01T09:00:00+01:00
    """
    until = an_instant(to)
    settings = load_settings()
    with opened(settings, make=False) as service:
        nights = _nights(service, until)
    hand = Hand(nights[0])
    done = 0
    with opened(settings, clock=hand) as service, progress("nights", len(nights)) as show:
        for number, night in enumerate(nights, start=1):
            hand.now = night
            done += settle(service, nightly=True)
            show(number)
    typer.echo(f"Until {until.isoformat()} this much was due, and is recorded now: {done}.")


def _nights(service: Opened, until: datetime) -> list[datetime]:
    """Give the moments at which to look; in a log of one's own one look is enough, because each thing has its own moment."""
    log = service.log.load(Log, LOG)
    if log is None or not log.demo:
        if until > system_clock():
            raise InTheFuture(at=until)
        return [until]
    newest = service.log.newest_at() or until
    if until < newest:
        raise TimeGoesForward(newest=newest)
    first, last = day_of(newest) + timedelta(days=1), day_of(until)
    nights = (start_of(first + timedelta(days=number)) + NIGHT for number in range((last - first).days + 1))
    return [*(night for night in nights if night < until), until]
