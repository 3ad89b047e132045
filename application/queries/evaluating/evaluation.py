"""The question that evaluates a pilot, and its figures (docs/figures.md says what each is)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import Field, JsonValue, PlainSerializer, PlainValidator
from pydantic_core.core_schema import CoreSchema, any_schema

from application.evaluation.details import Detail
from application.evaluation.figures import FigureName
from application.evaluation.standing import NetworkStanding, WhatHappened
from application.queries.base import Query, Shape
from domain.kernel.acts import EventName, Reference
from domain.pilot.rules import RepresentationReference


class Verdict(StrEnum):
    """What a figure means beside its norm."""

    REACHED = "reached"
    NOT_REACHED = "not-reached"
    NOT_YET = "not-yet"
    STANDS = "stands"
    TOO_SMALL = "too-small"
    BROAD = "broad"
    ATTENTION = "attention"
    NARROW = "narrow"


class Note(StrEnum):
    """Why a figure has no value, or what to know about it."""

    NOT_YET_MEASURABLE = "not-yet-measurable"
    NETWORK_CLOSED = "network-closed"
    NO_RULES = "no-rules-apply"
    NO_BASELINE = "no-baseline"
    STAND_IN = "baseline-is-a-stand-in"
    TARGET_GROUP = "reference-is-the-target-group"
    TOO_FEW = "too-few-to-publish"
    NOT_STATED = "not-stated"
    NOT_RECORDED = "not-recorded-yet"
    ERASED = "somebody-was-erased"
    SENSITIVE = "sensitive-network"
    VAULT_CLOSED = "vault-not-available"


class WhyLeftOut(StrEnum):
    """Why something that happened keeps people or things out of a figure."""

    LEFT = "left"
    PARTY_MEMBERSHIP_ENDED = "party-membership-ended"
    NETWORK_CLOSED = "network-closed"
    STEPPED_DOWN = "stepped-down"
    STRUCK = "struck"
    JOINED_LATER = "joined-later"
    TOO_RECENT = "too-recent"
    DECLINED = "declined"
    REQUEST_WITHDRAWN = "request-withdrawn"
    UNCLARIFIED = "unclarified"
    LAPSED = "lapsed"
    REJECTED = "rejected"
    PLAN_WITHDRAWN = "plan-withdrawn"
    CALLED_OFF = "called-off"


class EventLeftOut(Shape):
    """An event that keeps something out of a figure."""

    event: EventName
    why: WhyLeftOut


class NotAsked(tuple[Any, ...]):
    """No events, because nobody asked for them; JSON has none then."""

    __slots__ = ()


NOT_ASKED: tuple[Any, ...] = NotAsked()


def _names(description: str) -> Any:  # noqa: ANN401  # of pydantic
    return Field(default=(), description=description, exclude_if=lambda names: isinstance(names, NotAsked))


D = TypeVar("D", bound=Detail)


def _written(detail: Detail | None) -> dict[str, JsonValue]:
    """Write a detail as its own kind has it; where there is none, as nothing."""
    return {} if detail is None else detail.model_dump(mode="json", by_alias=True)


class Figure(Shape):
    """One figure: of one network, or of all together."""

    figure: Annotated[FigureName, PlainValidator(FigureName), PlainSerializer(str, return_type=str)] = Field(
        description="its name in docs/figures.md"
    )
    network: str | None = Field(description="the name of the network; null: of all together")
    value: JsonValue
    unit: str
    n: int | None = Field(description="how many people or things it was counted from")
    norm: float | None = Field(description="what the rules of the day aim at; null: they say nothing")
    verdict: Verdict | None
    note: Note | None
    detail: Annotated[Detail | None, PlainSerializer(_written)] = Field(
        description="what belongs to it: an interval, a limit, the parts of a median"
    )
    events: tuple[EventName, ...] = _names("the events that it was counted from; only when asked for")
    ground: tuple[EventName, ...] = _names("the rules, baselines and corrections that it rests on; only when asked for")
    left_out: tuple[EventLeftOut, ...] = _names("the events that keep something out of it, and why; only when asked for")
    of: UUID | None = Field(exclude=True)

    def detail_as(self, kind: type[D]) -> D:
        """
        Give its detail.

        :param kind: what its name says that it is (FigureName.detail)
        :raises TypeError: if it is another, or hidden
        """
        if not isinstance(self.detail, kind):
            raise TypeError(self.figure)
        return self.detail


@dataclass(frozen=True)
class MemberSeen:
    """A member at the moment, and the token of what was sealed about them; only the vault can say more."""

    reference: Reference
    begun_by: EventName
    membership: str
    statistics: str | None
    sealed_in: str | None
    """The type of the event that the token was sealed for."""


@dataclass(frozen=True)
class QuarterSeen:
    """The members at the end of a quarter, as they were known that night, by their membership."""

    last_day: date
    members: Mapping[str, MemberSeen]
    """Those of whom something was sealed."""


@dataclass(frozen=True)
class NetworkSeen:
    """The members of one network, for figures that need the vault."""

    network: UUID
    name: str
    begun_by: EventName
    counted_together: bool
    """Whether it is one of those that the evaluation counts together."""
    compared_with: RepresentationReference
    smallest_cell: int
    rules: EventName | None
    has_closed: bool
    members: tuple[MemberSeen, ...]
    quarters: tuple[QuarterSeen, ...] = ()
    """Those that are over, oldest first; only of them it is told how much the members look like the party."""
    size_told: str | None = None
    """Of a sensitive network: in what band its number of members is told to be."""


@dataclass(frozen=True)
class PeopleSeen:
    """What the vault is asked about, and then forgotten."""

    networks: tuple[NetworkSeen, ...] = ()
    shares: Mapping[str, float] | None = None
    """Of the baseline, by province."""
    shares_recorded: EventName | None = None
    of_party_members: bool = False
    party_members: int | None = None
    party_members_counted: EventName | None = None
    counted_on: date | None = None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:  # noqa: ANN401  # pydantic's hook
        """Keep it out of the shape of an answer: it is never shown, and not validated once more."""
        return any_schema()


MANY = 20
"""Of more networks JSON says once what is recorded of none, as page one does."""
WHEN = frozenset({"month", "quarter", "members"})


def _told_once(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Of many networks say once what is recorded of none, and of months only what happened; not where events are asked for."""
    of_each: dict[FigureName, list[Figure]] = defaultdict(list)
    for each in figures:
        if each.network is not None and isinstance(each.events, NotAsked):
            of_each[each.figure].append(each)
    many = {name: of for name, of in of_each.items() if len(of) > MANY}
    alike = {name: of[0] for name, of in many.items() if not any(map(_is_told, of)) and len({each.note for each in of}) == 1}
    once = {name: first.model_copy(update={"network": None, "of": None, "detail": None}) for name, first in alike.items()}
    told = (each for each in figures if each.network is None or each.figure not in once)
    bare = (each.model_copy(update={"value": _happened(each.value)}) if each.figure in many else each for each in told)
    return (*bare, *once.values())


def _is_told(figure: Figure) -> bool:
    return any(figure.value.values()) if isinstance(figure.value, dict) else bool(figure.value)


def _happened(value: JsonValue) -> JsonValue:
    if not isinstance(value, list):
        return value
    return [{name: part for name, part in row.items() if part or name in WHEN} for row in value if isinstance(row, dict)]


class EvaluationReport(Shape):
    """Every figure, as of a day and as far as was known at an instant."""

    on: date
    known_at: datetime
    counted_until: date = Field(description="the last day that counts: that of knownAt, where the day asked about is to come")
    party: str | None = None
    networks: tuple[NetworkStanding, ...] = ()
    happened: WhatHappened = WhatHappened()
    figures: Annotated[tuple[Figure, ...], PlainSerializer(_told_once, return_type=tuple[Figure, ...])]
    people: PeopleSeen = Field(default=PeopleSeen(), exclude=True)


class Evaluation(Query[EvaluationReport], dutch="evaluatie van een pilot"):
    """What came of the pilot, or of all networks?"""

    pilot: UUID | None = Field(default=None, description="left out: every network and plan")
    with_others: bool = Field(default=False, description="also each network outside this pilot, under its own name")
    events: bool = Field(default=False, description="also the events behind each figure, and those that keep something out of it")
