"""Questions about frozen evaluations: which there are, what one says, what was said of it, and what is told otherwise since."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import Field

from application.queries.base import Item, Many, Page, Query, Shape
from application.queries.evaluating.evaluation import EvaluationReport, Figure
from domain.kernel.text import Digest
from domain.pilot.frozen_evaluation import MetricVersion, NetworkFuture


class FrozenEvaluationEntry(Item):
    """One evaluation that was kept to the letter."""

    frozen_evaluation: UUID
    pilot: UUID | None = Field(description="null: of all networks")
    day: date = Field(description="what was so at the end of this day")
    known_at: datetime = Field(description="what was known at this instant")
    frozen_at: datetime
    reactions_until: date = Field(description="the last day on which core groups can react")
    published_at: datetime | None = Field(description="null: not published, and not for everybody")
    digest: Digest = Field(description="SHA-256 of the document")
    version: int


class FrozenEvaluations(Page[Many[FrozenEvaluationEntry]], dutch="bevroren evaluaties"):
    """Which evaluations were frozen? Who may not ask for an evaluation sees those that were published."""

    only_published: bool = False


class NetworkReaction(Shape):
    """What a core group said of the evaluation of its network."""

    network: str
    reaction: str
    on: date


class Observation(Shape):
    """What stands out, as the researcher says."""

    observation: str
    on: date


class OutsideResult(Shape):
    """What others found; it is not counted from this record."""

    result: str
    origin: str = Field(description="who found it, and where it can be read")
    result_day: date
    counted: int | None = Field(description="of how many people it was asked; null: not known")


class NetworkFutureTold(Shape):
    """What the board decided on a network, why, and on which evaluation."""

    network: str
    future: NetworkFuture
    ground: str
    on: date
    digest: Digest = Field(description="of the evaluation that the board saw")


class FrozenEvaluationPage(FrozenEvaluationEntry):
    """One frozen evaluation with what was said of it and decided on it."""

    redaction: str = Field(description="by which rule something was left out of it")
    metric_versions: tuple[MetricVersion, ...] = Field(description="by which definition each figure was counted")
    networks: tuple[str, ...] = Field(description="what they are called in it")
    document: str | None = Field(
        description="canonical JSON (RFC 8785), to be compared with the digest; null: it has numbers that are hidden by now"
    )
    withheld: tuple[str, ...] = Field(
        description="networks of which numbers are hidden by now, because they got extra protection"
    )
    reactions: tuple[NetworkReaction, ...]
    observations: tuple[Observation, ...]
    outside_results: tuple[OutsideResult, ...] = Field(description="of others: nothing of it was counted here")
    futures: tuple[NetworkFutureTold, ...]
    report: EvaluationReport = Field(exclude=True)
    """The evaluation in the document, for pages."""
    network_ids: tuple[UUID, ...] = Field(exclude=True)
    """Of the networks, in the same order."""


class FrozenEvaluationDetails(Query[FrozenEvaluationPage], dutch="bevroren evaluatie"):
    """What does one frozen evaluation say, and what was said of it and decided on it?"""

    frozen_evaluation: UUID
    only_published: bool = False


class WhyCorrected(StrEnum):
    """Why a figure is not told any more as it was frozen."""

    LATER_ENTRIES = "later-entries"
    NEWER_METRIC = "newer-metric"
    NO_LONGER_TOLD = "no-longer-told"


class FigureCorrection(Shape):
    """A figure as it was frozen, and as it is told now of the same day."""

    why: WhyCorrected
    then: Figure | None = Field(description="null: it was not there")
    now: Figure | None = Field(description="null: it is not there any more")

    @property
    def either(self) -> Figure:
        """The one of both that is there, for what both are called."""
        found = self.then or self.now
        if found is None:
            raise TypeError(self.why)
        return found


class FiguresCorrected(Shape):
    """What is told otherwise now of the day of a frozen evaluation; the frozen one stays as it is."""

    corrections: tuple[FigureCorrection, ...]
    recounted: tuple[EvaluationReport, ...] = Field(default=(), exclude=True)
    """As it was known then and as it is known now, before anything is left out."""
    frozen: Any = Field(default=None, exclude=True)


class CorrectionsSinceFreezing(Query[FiguresCorrected], dutch="verbeteringen sinds het bevriezen"):
    """Which figures of a frozen evaluation are told otherwise now, and why?"""

    frozen_evaluation: UUID
    only_published: bool = False
