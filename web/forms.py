"""From a command to the fields of a form, and from what was typed to its values, with all that is wrong at once."""

import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin
from uuid import UUID

from annotated_types import MaxLen
from pydantic import ValidationError

from application.commands.base import EMAIL, Command
from application.language.words import Language, Words, word
from web.labels import FieldLabel, label_of

LONG = 600
"""Characters from which a text has a field of several lines."""
FEW = 7
"""Choices that are shown at once; more are a list to open."""
MOST_DIGITS = 9
PARTS = ("day", "month", "year")


class Kind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    EMAIL_ADDRESS = "email"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes-no"
    CHOICE = "choice"
    SEVERAL = "several"
    NETWORK = "network"
    PERSON = "person"
    LINES = "lines"


@dataclass(frozen=True)
class Choice:
    """What can be chosen: its value, and its words."""

    value: str
    words: str


@dataclass(frozen=True)
class FormField:
    """One field of a form."""

    name: str
    kind: Kind
    label: FieldLabel
    required: bool
    longest: int | None = None
    choices: tuple[tuple[str, Words], ...] = ()

    @property
    def first_id(self) -> str:
        """Where a summary of errors leads to."""
        if self.kind is Kind.DAY:
            return f"{self.name}-day"
        return self.name


def fields_of(command: type[Command[Any]], asks: Iterable[str]) -> tuple[FormField, ...]:
    """Give the fields that a form asks, in its order."""
    return tuple(_field(command, name) for name in asks)


def _field(command: type[Command[Any]], name: str) -> FormField:
    info = command.model_fields[name]
    plain = _without_none(info.annotation)
    longest = _longest(info.metadata, info.annotation)
    kind, choices = _kind(name, plain, longest, str(info.metadata) + str(info.annotation))
    return FormField(name, kind, label_of(name), info.is_required(), longest, choices)


def _without_none(annotation: Any) -> Any:  # noqa: ANN401  # a type as an annotation gives it
    if get_origin(annotation) in {Union, types.UnionType}:
        return _without_none(next(each for each in get_args(annotation) if each is not type(None)))
    return annotation


def _longest(metadata: Sequence[Any], annotation: Any) -> int | None:  # noqa: ANN401  # the same
    found = [each for each in (*metadata, *_metadata_within(annotation)) if getattr(each, "max_length", None) is not None]
    lengths = [each.max_length for each in found if isinstance(each, MaxLen) or hasattr(each, "strip_whitespace")]
    return lengths[0] if lengths else None


def _metadata_within(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401  # the same
    inner = [getattr(each, "__metadata__", ()) for each in (annotation, *get_args(annotation))]
    return tuple(mark for marks in inner for mark in marks)


def _kind(name: str, plain: Any, longest: int | None, written: str) -> tuple[Kind, tuple[tuple[str, Words], ...]]:  # noqa: ANN401
    if get_origin(plain) in {tuple, frozenset, list}:
        inner = get_args(plain)[0]
        return (Kind.SEVERAL, _choices(inner)) if _is_enum(inner) else (Kind.LINES, ())
    base = get_args(plain)[0] if hasattr(plain, "__metadata__") else plain
    if _is_enum(base) or get_origin(base) is Literal:
        return Kind.CHOICE, _choices(base)
    simple = {bool: Kind.YES_NO, date: Kind.DAY, int: Kind.NUMBER}
    if base in simple:
        return simple[base], ()
    if base is UUID:
        return (Kind.NETWORK if "network" in name or name == "into" else Kind.PERSON), ()
    if EMAIL in written:
        return Kind.EMAIL_ADDRESS, ()
    return (Kind.LONG_TEXT if (longest or 0) > LONG else Kind.TEXT), ()


def _is_enum(kind: Any) -> bool:  # noqa: ANN401  # the same
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _choices(kind: Any) -> tuple[tuple[str, Words], ...]:  # noqa: ANN401  # the same
    if _is_enum(kind):
        return tuple((each.value, Words(word(each, Language.NL), word(each, Language.EN))) for each in kind)
    return tuple((each, Words(each, each)) for each in get_args(kind))


@dataclass
class Typed:
    """What somebody typed into a form, and what is wrong with it."""

    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    """By field; what is said of the form as a whole under the empty name."""

    def text(self, name: str) -> str:
        """Give what was typed into a field."""
        return next(iter(self.texts.get(name, ())), "")

    def in_order(self, fields: Sequence[FormField]) -> list[dict[str, str]]:
        """Give what is wrong in the order of the form, each leading to its field."""
        first_ids = {each.name: each.first_id for each in fields}
        first = [{"text": self.errors[""], "href": "#form"}] if "" in self.errors else []
        return first + [{"text": self.errors[name], "href": f"#{at}"} for name, at in first_ids.items() if name in self.errors]


def typed(form: Iterable[tuple[str, str]]) -> Typed:
    """Give what was sent, line ends as one kind."""
    found: dict[str, list[str]] = {}
    for name, text in form:
        found.setdefault(name, []).append(text.replace("\r\n", "\n").strip())
    return Typed({name: tuple(texts) for name, texts in found.items()})


def values_of(fields: Sequence[FormField], given: Typed) -> dict[str, Any]:
    """Give the values that were filled in; a field that was left empty has none."""
    found: dict[str, Any] = {}
    for each in fields:
        value = _value(each, given)
        if value not in {"", ()}:
            found[each.name] = value
    return found


def _value(asked: FormField, given: Typed) -> Any:  # noqa: ANN401  # of any kind
    match asked.kind:
        case Kind.DAY:
            day, month, year = (given.text(f"{asked.name}-{part}") for part in PARTS)
            return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}" if day or month or year else ""
        case Kind.SEVERAL:
            return given.texts.get(asked.name, ())
        case Kind.LINES:
            return tuple(line.strip() for line in given.text(asked.name).splitlines() if line.strip())
        case Kind.YES_NO:
            return {"yes": True, "no": False}.get(given.text(asked.name), "")
        case Kind.NUMBER:
            text = given.text(asked.name)
            return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else text
    return given.text(asked.name)


def command_from(
    command: type[Command[Any]], fields: Sequence[FormField], values: Mapping[str, Any], given: Typed, language: Language
) -> Command[Any] | None:
    """Make the command; nothing when something is wrong, which is then said with what was typed."""
    try:
        return command.model_validate(dict(values))
    except ValidationError as error:
        by_name = {each.name: each for each in fields}
        aliases = {info.alias or name: name for name, info in command.model_fields.items()}
        for each in error.errors(include_url=False, include_input=False):
            first = str(each["loc"][0]) if each["loc"] else ""
            name = aliases.get(first, first)
            asked = by_name.get(name)
            said = _beside(asked, each["type"], each.get("ctx") or {}, language) if asked else NOT_FITTING.in_language(language)
            given.errors.setdefault(name if asked else "", said)
        return None


NOT_FITTING = Words(
    "Dit past niet bij elkaar. Controleer wat u invulde.", "This does not fit together. Check what you filled in."
)


def _beside(asked: FormField, mistake: str, facts: Mapping[str, Any], language: Language) -> str:
    """Say what to do, beside a field: never what was typed."""
    label = asked.label.words.in_language(language)
    if mistake == "string_too_long":
        return TOO_LONG.in_language(language).format(label=label, most=facts["max_length"])
    is_empty = mistake in {"missing", "string_too_short", "too_short", "string_type"} or asked.kind not in MISTAKES
    return asked.label.ask.in_language(language) if is_empty else f"{MISTAKES[asked.kind].in_language(language)}: {label}"


TOO_LONG = Words("Gebruik hooguit {most} tekens: {label}", "Use at most {most} characters: {label}")
MISTAKES: Mapping[Kind, Words] = {
    Kind.DAY: Words("Die dag bestaat niet. Vul een andere dag in", "There is no such day. Fill in another day"),
    Kind.NUMBER: Words("Vul een aantal in, zoals 25", "Fill in a number, such as 25"),
    Kind.EMAIL_ADDRESS: Words(
        "Vul een e-mailadres in, zoals naam@voorbeeld.nl", "Fill in an e-mail address, such as naam@voorbeeld.nl"
    ),
}
"""What to do about a field that was filled in, and cannot be read so."""
