"""From a command to the fields of its form: what each is called, how it is filled in, and what must be filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin
from uuid import UUID

from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

from application.commands.base import EMAIL, Command
from application.language.evaluation.words import PLACES
from application.language.forms.labels import label_of
from application.language.forms.labels.label import Label
from application.language.forms.titles import title_of
from application.language.words import WORDS, Words
from domain.kernel.acts import Role, Source
from domain.party.office import GIVEN
from domain.pilot.rules import NetworkType

LONG = 600
"""Characters from which a text has a field of several lines."""

PEOPLE = frozenset({"person", "nominee", "expert", "told_by", "merged", "attendees", "taking_part"})
NETWORKS = frozenset({"network", "other_network", "other_networks", "into"})
WHEN = frozenset({"on", "at", "source"})
"""What every command has: when it happened and how it came in."""
OF_PERSONS = frozenset({("MergePersons", "into"), ("UndoPersonMerger", "into")})
"""Where a field that names a network elsewhere names a person."""

NEEDED = frozenset({("DecidedText", "form"), ("DecidedText", "day")})
"""What a command may leave out because all of it may be, and is refused without."""


class Kind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    EMAIL_ADDRESS = "email"
    NUMBER = "number"
    SHARE = "share"
    DAY = "day"
    MOMENT = "moment"
    HOUR = "hour"
    MONTH = "month"
    HALF_YEAR = "half-year"
    YES_NO = "yes-no"
    CHOICE = "choice"
    NETWORK = "network"
    PERSON = "person"
    ITEM = "item"
    """What the page is about: a plan, a request, a meeting, an entry, one of their versions or numbers."""
    FIXED = "fixed"
    """What the deed itself says, such as that a plan is rejected: nobody fills it in."""
    PARTS = "parts"
    """Fields that go together, such as those of one condition."""


class FieldChoice(NamedTuple):
    """What can be chosen: its value, and its words."""

    value: str
    words: Words


@dataclass(frozen=True)
class FormField:
    """
    One field of a form.

    :param several: whether more than one can be given
    :param longest: how many characters at most; None: it is no text, or has no limit
    :param least: the smallest number; None: it is no number, or has no limit
    :param most: the largest number
    :param only: the only value that it can have; None: there are others
    :param unsaid: what is recorded when it was left empty and the fields that go together with it were not
    :param fields: of which parts it is made
    """

    name: str
    kind: Kind
    label: Label
    required: bool
    several: bool = False
    longest: int | None = None
    least: float | None = None
    most: float | None = None
    choices: tuple[FieldChoice, ...] = ()
    only: str | None = None
    unsaid: str | None = None
    fields: "tuple[FormField, ...]" = ()


@dataclass(frozen=True)
class Form:
    """The form of one command: what is done with it, and its fields in their order."""

    command: type[Command]
    title: Words
    fields: tuple[FormField, ...]

    def field(self, name: str) -> FormField:
        """Give one field by its name."""
        return next(each for each in self.fields if each.name == name)


@cache
def form_of(command: type[Command]) -> Form:
    """Give the form of a command that people give; what it is about first, when it happened last."""
    found = _fields(command)
    last = tuple(each for each in found if each.name in WHEN)
    return Form(command, title_of(command), (*(each for each in found if each not in last), *last))


def _fields(model: type[BaseModel], *but: str) -> tuple[FormField, ...]:
    return tuple(_field(model.__name__, name, info) for name, info in model.model_fields.items() if name not in but)


def _field(owner: str, name: str, info: FieldInfo) -> FormField:
    plain, several, limits = _plain(info.annotation, tuple(info.metadata))
    found = dict(_limits(limits))
    longest = found.get("max_length") if plain is str else None
    return FormField(
        name=name,
        kind=_kind(owner, name, plain, found),
        label=label_of(owner, name),
        required=info.is_required() or (owner, name) in NEEDED,
        several=several,
        longest=None if longest is None else int(longest),
        least=found.get("ge"),
        most=found.get("le"),
        choices=_choices(name, plain),
        only=get_args(plain)[0] if get_origin(plain) is Literal else None,
        unsaid=_unsaid(info.annotation),
        fields=_fields(plain, *WHEN) if _is_parts(plain) else (),
    )


def _plain(annotation: Any, limits: tuple[Any, ...]) -> tuple[Any, bool, tuple[Any, ...]]:  # noqa: ANN401  # any type
    """Give what a field holds without what surrounds it, whether there can be several, and the limits on one."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _plain(inner, (*limits, *more))
    if get_origin(annotation) in {Union, UnionType}:
        (first, *_) = (each for each in get_args(annotation) if each is not NoneType)
        return _plain(first, limits)
    if get_origin(annotation) is tuple:
        plain, _, of_one = _plain(get_args(annotation)[0], ())
        return plain, True, of_one
    return annotation, False, limits


def _unsaid(annotation: Any) -> str | None:  # noqa: ANN401  # any type
    """Give the word that stands for what nobody noted, of a field that may hold it instead of what it holds otherwise."""
    one_of = get_args(annotation) if get_origin(annotation) in {Union, UnionType} else ()
    return next((get_args(each)[0] for each in one_of if get_origin(each) is Literal), None)


def _limits(marks: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    for mark in marks:
        inner = mark.metadata if isinstance(mark, FieldInfo) else (mark,)
        for each in inner:
            for name in ("max_length", "ge", "le", "pattern"):
                if (limit := getattr(each, name, None)) is not None:
                    yield name, limit


BY_NAME: Mapping[str, Kind] = {
    **dict.fromkeys(PEOPLE, Kind.PERSON),
    **dict.fromkeys(("month",), Kind.MONTH),
    **dict.fromkeys(("half_year",), Kind.HALF_YEAR),
    **dict.fromkeys(("plan_version", "purpose_version", "consent_version", "digest"), Kind.ITEM),
    **dict.fromkeys(("question_number", "condition_number", "number", "of", "reference"), Kind.ITEM),
}
BY_TYPE: Mapping[Any, Kind] = {
    bool: Kind.YES_NO,
    date: Kind.DAY,
    time: Kind.HOUR,
    AwareDatetime: Kind.MOMENT,
    float: Kind.SHARE,
    int: Kind.NUMBER,
    UUID: Kind.ITEM,
}


def _kind(owner: str, name: str, plain: Any, limits: Mapping[str, Any]) -> Kind:  # noqa: ANN401  # any type
    if (owner, name) in OF_PERSONS:
        return Kind.PERSON
    if plain is UUID and name in NETWORKS:
        return Kind.NETWORK
    if get_origin(plain) is Literal or _is_parts(plain):
        return Kind.PARTS if _is_parts(plain) else Kind.FIXED
    if _choices(name, plain):
        return Kind.CHOICE
    return BY_NAME.get(name) or BY_TYPE.get(plain) or _kind_of_text(limits)


def _kind_of_text(limits: Mapping[str, Any]) -> Kind:
    if limits.get("pattern") == EMAIL:
        return Kind.EMAIL_ADDRESS
    return Kind.LONG_TEXT if limits.get("max_length", 0) > LONG else Kind.TEXT


PROVINCES = tuple(FieldChoice(place, words) for place, words in PLACES.items() if place.startswith("NL-"))


OFFERED: Mapping[type[StrEnum], frozenset[StrEnum]] = {
    Source: frozenset({Source.PHONE, Source.MAIL, Source.MEETING, Source.PAPER}),
    Role: frozenset(GIVEN),
    NetworkType: frozenset({NetworkType.THEME, NetworkType.COMMUNITY}),
}
"""Of some choices not all are for people: the program, an import or the clock fills in the others."""


def _choices(name: str, plain: Any) -> tuple[FieldChoice, ...]:  # noqa: ANN401  # any type
    if name in {"province", "value"}:
        return PROVINCES
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return tuple(FieldChoice(each.value, WORDS[plain][each]) for each in plain if each in OFFERED.get(plain, plain))
    return ()


def _is_parts(plain: Any) -> bool:  # noqa: ANN401  # any type
    return isinstance(plain, type) and issubclass(plain, BaseModel)
