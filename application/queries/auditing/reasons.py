"""The question on what a figure or status rests: the events behind it, what keeps something out of it, and the rules."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, JsonValue

from application.evaluation.figures import FigureName
from application.queries.auditing.record import EventEntry
from application.queries.base import Page, Shape, Some
from application.queries.evaluating.evaluation import EvaluationReport, EventLeftOut, Note, Verdict, WhyLeftOut
from domain.kernel.acts import EventName, Role

ExplainedFigure = Literal["members", "joined", "left", "core-group", "days-to-target", "status", "places-taken"]
"""A number or status on a page of a network, plan or pilot; the figures of an evaluation are FigureName."""
OF_ITEM: tuple[str, ...] = ("members", "joined", "left", "core-group", "days-to-target", "status", "places-taken")
FIGURES = tuple(dict.fromkeys((*map(str, FigureName), *OF_ITEM)))
"""Every figure of which it can be asked what it rests on."""

NOT_FOR_YOU = "null: its history is not for who asks"


class ReasonPart(StrEnum):
    """What an event has to do with a figure."""

    COUNTED = "counted"
    GROUND = "ground"
    LEFT_OUT = "left-out"


class ReasonLine(Shape):
    """One event behind a figure, in a sentence that names nobody."""

    event: EventName
    item: UUID = Field(description="whose history it is a line of")
    part: ReasonPart
    why: WhyLeftOut | None = Field(description="of what keeps something out of the figure: why")
    type: str | None = Field(description=NOT_FOR_YOU)
    at: datetime | None = Field(description=NOT_FOR_YOU)
    recorded_at: datetime | None = Field(description=NOT_FOR_YOU)
    role: Role | None = Field(description=NOT_FOR_YOU)
    sentence: str | None = Field(default=None, description="in the language of who asks")
    told: EventEntry | None = Field(default=None, exclude=True)
    """What the sentence is made of."""


class Reasons(Some):
    """
    A figure, and what it rests on: of many events some at a time, in the order in which they happened.

    ``events``, ``ground`` and ``left_out`` name those that ``lines`` tells.
    """

    figure: str
    network: UUID | None
    on: date = Field(description="the day at whose end it was counted")
    value: JsonValue
    unit: str | None = None
    n: int | None = None
    norm: float | None = None
    verdict: Verdict | None = None
    note: Note | None = None
    sentence: str | None = Field(default=None, description="what the figure is, in the language of who asks")
    events: tuple[EventName, ...] = Field(description="what it was counted from")
    ground: tuple[EventName, ...] = Field(default=(), description="the rules, baselines and corrections that it rests on")
    left_out: tuple[EventLeftOut, ...] = Field(default=(), description="what keeps something out of it, and why")
    rules: tuple[str, ...]
    lines: tuple[ReasonLine, ...] = ()
    position: int = Field(exclude=True)
    more: bool = Field(exclude=True)
    told_before: int = Field(default=0, exclude=True)
    """Lines of earlier pages."""
    report: EvaluationReport | None = Field(default=None, exclude=True)
    """Of a figure of the evaluation: all that is needed to show it as an evaluation does."""

    @property
    def last_key(self) -> str:
        """Where a next page begins after: so many lines were told."""
        return str(self.told_before + len(self.lines))


AnyFigure = Annotated[
    str, Field(max_length=60, json_schema_extra={"enum": [*FIGURES]}, description="its name in docs/figures.md, or on a page")
]


class Why(Page[Reasons], dutch="waar een cijfer of stand op steunt"):
    """Which events and rules are behind this figure, and what keeps something out of it?"""

    figure: AnyFigure
    network: UUID | None = Field(default=None, description="of which network; left out: of all networks together")
    item: UUID | None = Field(default=None, description="the network, plan or pilot on whose page a number or status stands")
    pilot: UUID | None = Field(default=None, description="only what belongs to this pilot; left out: every network and plan")

    @property
    def is_of_item(self) -> bool:
        """Whether it is about what stands on the page of an item, and not about the evaluation."""
        return self.figure in OF_ITEM and (self.item is not None or self.figure not in set(FigureName))

    @property
    def about(self) -> UUID | None:
        """The network, plan or pilot that it is about."""
        return self.item if self.network is None else self.network
