"""The question what may be done with an item."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic import Field

from application.queries.base import Query, Shape
from domain.kernel.acts import EventName


class PossibleAct(Shape):
    """Something that who asks could do with an item, whether it may be done now, and why not."""

    command: str = Field(description="the name of the command, as the reference of commands has it")
    may: bool = Field(description="whether it would be recorded now, if all that it asks is filled in as it should be")
    code: str | None = Field(description="why not, for programs; null: it may be done")
    facts: Mapping[str, Any] = Field(default_factory=dict, exclude=True)
    """What the sentence why not is filled in with."""
    title: str | None = Field(default=None, description="what is done, in the language of who asks")
    why_not: str | None = Field(default=None, description="in the language of who asks; null: it may be done")
    next: str | None = Field(default=None, description="what to do first, in the language of who asks; null: it may be done")


class ActsFound(Shape):
    """What can be done with one item; what is of others than who asks is not among it."""

    items: tuple[PossibleAct, ...]


class PossibleActs(Query[ActsFound], dutch="wat u nu met iets kunt doen"):
    """What may I do with this now, and what not yet?"""

    item: UUID
    entry: EventName | None = Field(default=None, description="a line of its history: what may be done with that line")
