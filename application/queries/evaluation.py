"""The question that evaluates a pilot, and its figures (docs/figures.md says what each is)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field, JsonValue

from application.queries.base import Query, Shape
from domain.acts import EventName, Reference
from domain.rules import RepresentationReference
from domain.text import Sealed


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
    NO_RULES = "no-rules-apply"
    NO_BASELINE = "no-baseline"
    STAND_IN = "baseline-is-a-stand-in"
    TARGET_GROUP = "reference-is-the-target-group"
    TOO_FEW = "too-few-to-publish"
    SENSITIVE = "sensitive-network"
    SENSITIVE_LEFT_OUT = "sensitive-networks-left-out"
    VAULT_CLOSED = "vault-not-available"


class Figure(Shape):
    """One figure: of one network, or of all together."""

    figure: str = Field(description="its name in docs/figures.md")
    network: str | None = Field(description="the name of the network; null: of all together")
    value: JsonValue
    unit: str
    n: int | None = Field(description="how many people or things it was counted from")
    norm: float | None = Field(description="what the rules of the day aim at; null: they say nothing")
    verdict: Verdict | None
    note: Note | None
    detail: dict[str, JsonValue] = Field(description="what belongs to it: an interval, a limit, the parts of a median")
    events: tuple[EventName, ...] = Field(description="the events that it was counted from")
    ground: tuple[EventName, ...] = Field(description="the rules, baselines and corrections that it rests on")
    of: UUID | None = Field(exclude=True)


class MemberSeen(Shape):
    """A member at the moment, with what was sealed about them; only the vault can say more."""

    reference: Reference
    begun_by: EventName
    membership: UUID
    statistics: Sealed | None
    sealed_in: str | None
    """The type of the event that it was sealed for."""


class NetworkSeen(Shape):
    """The members of one network, for figures that need the vault."""

    network: UUID
    name: str
    sensitive: bool
    begun_by: EventName
    compared_with: RepresentationReference | None
    rules: EventName | None
    members: tuple[MemberSeen, ...]


class BaselineSeen(Shape):
    """With whom the members are compared: shares by province."""

    shares: dict[str, float]
    of_party_members: bool
    event: EventName


class PeopleSeen(Shape):
    """What the vault is asked about, and then forgotten."""

    networks: tuple[NetworkSeen, ...] = ()
    baseline: BaselineSeen | None = None
    party_members: int | None = None
    party_members_counted: EventName | None = None
    smallest_cell: int = 10


class EvaluationReport(Shape):
    """Every figure, as of a day and as far as was known at an instant."""

    on: date
    known_at: datetime
    figures: tuple[Figure, ...]
    people: PeopleSeen = Field(default=PeopleSeen(), exclude=True)


class Evaluation(Query[EvaluationReport]):
    """What came of the pilot, or of all networks?"""

    pilot: UUID | None = Field(default=None, description="left out: every network and plan")
    with_others: bool = Field(default=False, description="also each network outside this pilot, under its own name")
