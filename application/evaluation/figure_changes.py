"""What changed a figure since it was looked at: worked out from the answers that who asks would get at both moments."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeAlias

from application.errors import NetworkNotBegunThen, NotKnownThen, UnknownItem
from application.queries.auditing.figure_changes import ChangedLine, FigureAt, FigureChanges, FigureChangesFound, HowChanged
from application.queries.auditing.reasons import ReasonLine, Reasons, Why
from domain.kernel.days import day_of

Asking: TypeAlias = Callable[[Why], Reasons]
"""Asks on what a figure rests, as far as that is for who asks."""

ALL_OF_THEM = 1_000_000
"""Lines: what changed can be anywhere among them."""


def changed_since(question: FigureChanges, ask: Asking) -> FigureChangesFound:
    """
    Compare a figure as it was known then with what it is now.

    :raises NotKnownThen: if nothing was known yet of what it is about
    """
    now = ask(_why(question, question.known_at))
    try:
        then = ask(_why(question, question.since))
    except (UnknownItem, NetworkNotBegunThen) as error:
        raise NotKnownThen(since=day_of(question.since)) from error
    lines = sorted(_changed(then, now), key=_place)
    return FigureChangesFound(
        figure=question.figure, network=question.network, then=FigureAt.of(then), now=FigureAt.of(now), lines=tuple(lines)
    )


def _why(question: FigureChanges, known_at: datetime | None) -> Why:
    why = Why(figure=question.figure, network=question.network, pilot=question.pilot, on=question.on, known_at=known_at)
    return why.model_copy(update={"limit": ALL_OF_THEM})


def _changed(then: Reasons, now: Reasons) -> Iterator[ChangedLine]:
    before, after = ({(each.event, each.part, each.why): each for each in of.lines} for of in (then, now))
    yield from (_line(line, HowChanged.CAME) for key, line in after.items() if key not in before)
    yield from (_line(line, HowChanged.WENT) for key, line in before.items() if key not in after)


def _line(line: ReasonLine, change: HowChanged) -> ChangedLine:
    return ChangedLine(**{name: getattr(line, name) for name in ReasonLine.model_fields}, change=change)


def _place(line: ChangedLine) -> tuple[bool, str, str, str]:
    """Give its place: by when it was recorded; what is not for who asks to read stands last."""
    return line.recorded_at is None, str(line.recorded_at), line.event, line.part
