"""The question what a figure was as it was known once, what it is now, and which entries lie between."""

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, Field, JsonValue

from application.queries.auditing.reasons import AnyFigure, ReasonLine, Reasons
from application.queries.base import Query, Shape
from application.queries.evaluating.evaluation import Note


class FigureAt(Shape):
    """A figure as it was known at one moment."""

    on: date
    value: JsonValue
    note: Note | None
    sentence: str | None = Field(default=None, description="in the language of who asks")
    told: Any = Field(default=None, exclude=True)
    """The whole answer of then, for the sentence alone."""

    @classmethod
    def of(cls, reasons: Reasons) -> "FigureAt":
        """Take a figure from the answer to what it rests on."""
        return cls(on=reasons.on, value=reasons.value, note=reasons.note, told=reasons)


class HowChanged(StrEnum):
    """Whether an event is behind the figure now, or was before."""

    CAME = "came"
    WENT = "went"


class ChangedLine(ReasonLine):
    """An event that came to stand behind a figure, or no longer does."""

    change: HowChanged


class FigureChangesFound(Shape):
    """A figure then and now, and what made the difference, in the order in which it happened."""

    figure: str
    network: UUID | None
    then: FigureAt
    now: FigureAt
    lines: tuple[ChangedLine, ...]


class FigureChanges(Query[FigureChangesFound], dutch="wat er aan een cijfer veranderde"):
    """What was this figure as we knew it at an instant, what is it now, and which entries lie between?"""

    figure: AnyFigure
    since: AwareDatetime = Field(description="the instant to compare with: what we knew then")
    network: UUID | None = Field(default=None, description="of which network; left out: of all networks together")
    pilot: UUID | None = Field(default=None, description="only what belongs to this pilot; left out: every network and plan")
