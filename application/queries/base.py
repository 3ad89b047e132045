"""What every question and every answer has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar, Generic, Self, TypeVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from domain.kernel.acts import Doer, Reference, Role

A = TypeVar("A")


class DayOnly(datetime):
    """The noon of a day, where who asks sees days and no moments: it is told as the day that it is."""


class Shape(BaseModel):
    """Part of a question or an answer; camelCase for those who read JSON."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )


@dataclass(frozen=True)
class Veiled:
    """Marks a field that is not for who may only see the people of a sensitive network in bands (access.people.veiled)."""

    band: str | None = None
    """The field that says in what band a number is that is not shown."""


VEILED = Veiled()


class Query(Shape, Generic[A]):
    """
    A question about state: what was true at the end of a day, as far as we knew at an instant.

    ``position`` pins what was known, so that pages fit together; it goes before ``known_at``.
    """

    CAN_BE_ASKED: ClassVar[bool] = True
    """False for what only the program itself asks."""
    DUTCH: ClassVar[str] = ""
    """What it is called in Dutch."""

    on: date | None = Field(default=None, description="what was true at the end of this day; left out: now")
    known_at: AwareDatetime | None = Field(default=None, description="what we knew at this instant; left out: now")
    position: int | None = Field(default=None, ge=0)

    def __init_subclass__(cls, *, dutch: str = "") -> None:
        super().__init_subclass__()
        cls.DUTCH = dutch

    @property
    def looks_back(self) -> bool:
        """Whether it is about another day than today, or about what was known before now."""
        return self.on is not None or self.known_at is not None


class Page(Query[A], Generic[A]):
    """A question with many answers, some at a time."""

    limit: Annotated[int, Field(ge=1, le=500)] = 100
    after: str | None = Field(default=None, max_length=500, description="the key of the last one seen")


class OfLog(Query[A], Generic[A]):
    """
    A question that is answered by reading the log in its order, after a place.

    What is asked for is looked for among what the reader is shown: of what is left out nothing is told, found or not.
    """

    after: int = Field(default=0, ge=0, description="the position of the last one seen")
    limit: Annotated[int, Field(ge=1, le=500)] = 100
    item: UUID | None = Field(default=None, description="what it happened to: a plan, a network, a request, a membership")
    role: Role | None = Field(default=None, description="in which role it was done")
    actor: Doer | None = Field(default=None, description="who did it or typed it: a reference, or a body such as national-board")
    recorded_from: date | None = Field(default=None, description="recorded on this day or later")
    recorded_to: date | None = Field(default=None, description="recorded on this day or earlier")
    late_by_days: int | None = Field(
        default=None, ge=1, le=100_000, description="recorded so many days after the day on which it happened, or more"
    )
    auditor: tuple[Reference, ...] = Field(default=(), description="filled in for an auditor: who it is in their office")
    one_person: tuple[tuple[Reference, ...], ...] = Field(
        default=(),
        description="filled in for an auditor: who turned out to be one person, with all references of each",
    )
    today: date | None = Field(default=None, description="filled in: the day on which it is asked")


class Item(Shape):
    """One of many; ``key`` is where a next page begins after."""

    key: str = Field(exclude=True)


I = TypeVar("I", bound=Item)  # noqa: E741  # an item


class Some(Shape):
    """Some of many: what was known up to ``position``, and whether there are more."""

    position: int
    more: bool

    @property
    def last_key(self) -> str:
        """Where a next page begins after."""
        raise NotImplementedError


class Many(Some, Generic[I]):
    """Some of many items."""

    items: tuple[I, ...]

    def with_items(self, items: Iterable[I]) -> Self:
        """Give the same page with its items as they may be shown."""
        return self.model_copy(update={"items": tuple(items)})

    @property
    def last_key(self) -> str:
        """Where a next page begins after."""
        return self.items[-1].key
