"""What every command has in common: when it happened, how it came in, and limits on what people type."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Generic, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError, PydanticKnownError
from typing_extensions import TypeVar

from domain.kernel.acts import DecisionForm, Source
from domain.kernel.characters import ENDS_LINE, HiddenCharacterInName, called, is_control, must_be_seen
from domain.kernel.errors import DomainError
from domain.networks.spelling import in_one_form, must_be_plain

LONGEST_NAME = 120


def _plain(text: str) -> str:
    """Give a text of several lines in one form."""
    return _without(lambda character: is_control(character) and character not in "\t\n\r", text)


def _one_line(text: str) -> str:
    return _without(lambda character: is_control(character) or character in ENDS_LINE, text)


def _without(is_harmful: Callable[[str], bool], text: str) -> str:
    for character in text:
        if is_harmful(character):
            raise _mistake(HiddenCharacterInName(character=called(character)), "control-character")
    return unicodedata.normalize("NFC", text)


def _name_of_person(name: str) -> str:
    """Give a name as the vault keeps it; the same one that is typed in another way is the same name."""
    return _as_field(must_be_seen, unicodedata.normalize("NFC", name))


def _name_of_network(name: str) -> str:
    return _as_field(must_be_plain, in_one_form(name))


def _as_field(check: Callable[[str], None], name: str) -> str:
    try:
        check(name)
    except DomainError as refusal:
        raise _mistake(refusal, refusal.code) from None
    if len(name) > LONGEST_NAME:  # in one form some letters are several
        too_long: Literal["string_too_long"] = "string_too_long"
        raise PydanticKnownError(too_long, {"max_length": LONGEST_NAME})
    return name


def _mistake(refusal: DomainError, code: str) -> PydanticCustomError:
    """Tell what a rule refuses as what is wrong with a field (application.language.field_messages)."""
    return PydanticCustomError(code, code, refusal.facts)


NameLength = StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME)
PersonName = Annotated[str, NameLength, AfterValidator(_name_of_person)]
NetworkTitle = Annotated[str, NameLength, AfterValidator(_name_of_network)]
Title = Annotated[str, NameLength, AfterValidator(_one_line)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(_one_line)]
Paper = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000), AfterValidator(_plain)]
Passage = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000), AfterValidator(_plain)]
EMAIL = (
    r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$"
)
"""An address without quotes, spaces or line ends: nothing that a header could be made of."""
Email = Annotated[str, StringConstraints(pattern=EMAIL, max_length=254)]
Year = Annotated[int, Field(ge=1900, le=2100, description="of birth; not in the future")]
Version = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=40)]


NOT_NOTED: Literal["not-noted"] = "not-noted"


@dataclass(frozen=True)
class InNetwork:
    """Marks a field that names people as those of the network that a command is about (application.access.commands)."""


IN_NETWORK = InNetwork()


class DecidedText(BaseModel):
    """How the National Board came to a decision: in its meeting, in a written round, or on a mandate that it gave."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )

    form: DecisionForm | None = None
    day: date | None = Field(
        default=None, description="of the meeting, of the end of the written round, or on which the mandate was given"
    )
    taking_part: Annotated[tuple[UUID, ...], Field(max_length=50)] | Literal["not-noted"] | None = Field(
        default=None, description="who of the board took part; not-noted: nobody wrote that down; an empty list: nobody did"
    )
    mandate: Line | None = Field(default=None, description="where the mandate is written down")


HowDecided = Annotated[
    DecidedText | None,
    Field(description="how the National Board came to it; the day of its meeting is then the day of the decision"),
]


class Answer(BaseModel):
    """What became of a command."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


A_co = TypeVar("A_co", bound=Answer, default=Answer, covariant=True)


class Command(BaseModel, Generic[A_co]):
    """
    Something that somebody wants done, and what is answered. Imperative, frozen, nothing in it that was not declared.

    ``at`` (a moment) or ``on`` (a day) says when it happened, when that was not now; ``source`` how it came in.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )

    NEEDS_VERSION: ClassVar[bool] = False
    """True when two people who edit at once must not overwrite each other: the command names the version it saw."""
    KEEPS_PEOPLE: ClassVar[bool] = False
    """
    True when what it writes about people is told by no event: repeated, it gets the answer it had before it decides again.

    Meanwhile somebody may have been erased, or have another address.
    """
    ONLY_NOW: ClassVar[bool] = False
    """True for what happens when it is asked for, and on no other day: others count days from it."""
    LOOKS_ACROSS: ClassVar[bool] = False
    """True when its rules look at several items of which it changes one: then nothing may have been recorded meanwhile."""
    DUTCH: ClassVar[str] = ""
    """What it is called in Dutch; nothing for what only policies and the clock give."""

    at: AwareDatetime | None = Field(default=None, description="when it happened, when that was not now")
    on: date | None = Field(default=None, description="the day on which it happened, when the hour does not matter")
    source: Source | None = Field(default=None, description="how it came in")

    def __init_subclass__(cls, *, dutch: str = "") -> None:
        super().__init_subclass__()
        cls.DUTCH = dutch

    @model_validator(mode="after")
    def _one_moment(self) -> Self:
        if self.at is not None and self.on is not None:
            message = "give at or on, not both"
            raise ValueError(message)
        return self


def answer_of(asked: type[BaseModel]) -> Any:  # noqa: ANN401  # a class, or a tuple of one
    """Give the type of what a command or a question is answered with: the one that it is generic in."""
    for base in asked.__mro__:
        if arguments := getattr(base, "__pydantic_generic_metadata__", {}).get("args"):
            return arguments[0]
    raise TypeError(asked)
