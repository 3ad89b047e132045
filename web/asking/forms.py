"""What was typed into the fields of a form, as the values of its command; what is wrong is said all at once, in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from application.commands.base import Command
from application.forms.fields import FieldChoice, FormField, Kind, form_of
from application.language.forms.beside import beside
from application.language.words import Language, Words
from application.queries.auditing.record import PersonFound
from domain.kernel.days import AMSTERDAM

PARTS = ("day", "month", "year")
CHOSEN = "-id"
"""After the name of a field for a person: which of those of this name."""
ROWS = 3
"""Of what goes together and can be given several times, such as conditions."""
KEYS = frozenset({"value", "number"})
"""Fields of which each row of a table has another value: a province, a recommendation."""
WHOLE = Words("Het hele advies", "The whole advice")
MOST_DIGITS = 9
NOT_FITTING = Words(
    "Dit past niet bij elkaar. Controleer wat u invulde.", "This does not fit together. Check what you filled in."
)
WHICH_PERSON = Words("Kies wie u bedoelt", "Choose whom you mean")


def fields_of(command: type[Command[Any]], asks: Iterable[str]) -> tuple[FormField, ...]:
    """Give the fields that a form asks, in its order."""
    return tuple(form_of(command).field(name) for name in asks)


@dataclass
class Typed:
    """What somebody typed into a form, and what is wrong with it."""

    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    """By field; what is said of the form as a whole under the empty name."""
    people: dict[str, Sequence[PersonFound]] = field(default_factory=dict)
    """By field: those of whom one is meant."""

    def text(self, name: str) -> str:
        """Give what was typed into a field."""
        return next(iter(self.texts.get(name, ())), "")

    def in_order(self, fields: Sequence[FormField]) -> list[dict[str, str]]:
        """Give what is wrong in the order of the form, each leading to its field."""
        first = [{"text": self.errors[""], "href": "#form"}] if "" in self.errors else []
        return first + [{"text": self.errors[name], "href": f"#{at}"} for name, at in _first_ids(fields) if name in self.errors]


def _first_ids(fields: Sequence[FormField], before: str = "") -> Iterator[tuple[str, str]]:
    """Give each field with the id of its first input."""
    for each in fields:
        name = before + each.name
        yield name, f"{name}-day" if each.kind in {Kind.DAY, Kind.MOMENT} else name
        for row in rows_of(each):
            yield from _first_ids(each.fields, f"{name}.{row}.")


def rows_of(of: FormField) -> range:
    """Give the rows in which what goes together is asked: of a table with fixed keys, such as the provinces, one for each."""
    if of.kind is not Kind.PARTS:
        return range(0)
    key = key_of(of)
    return range(len(key.choices) if key is not None else ROWS if of.several else 1)


def key_of(of: FormField) -> FormField | None:
    """Give the field by which the rows of a table differ, where it is known which rows there are; None for free rows."""
    key = next((each for each in of.fields if of.several and each.name in KEYS and each.choices), None)
    return key if key is None or key.required else replace(key, choices=(*key.choices, FieldChoice("", WHOLE)))


def _row(of: FormField, given: Typed, name: str, row: int) -> dict[str, Any]:
    """Give what was filled in in a row; one in which nothing stands but its key is empty."""
    key = key_of(of)
    if key is None:
        return values_of(of.fields, given, f"{name}.{row}.")
    values = values_of([each for each in of.fields if each.name != key.name], given, f"{name}.{row}.")
    says = {key.name: key.choices[row].value} if key.choices[row].value else {}
    return values and says | values


def typed(form: Iterable[tuple[str, str]]) -> Typed:
    """Give what was sent, line ends as one kind."""
    found: dict[str, list[str]] = {}
    for name, text in form:
        found.setdefault(name, []).append(text.replace("\r\n", "\n").strip())
    return Typed({name: tuple(texts) for name, texts in found.items()})


def values_of(fields: Sequence[FormField], given: Typed, before: str = "") -> dict[str, Any]:
    """Give the values that were filled in; a field that was left empty has none."""
    found = {each.name: _value(each, given, before + each.name) for each in fields}
    return {name: value for name, value in found.items() if value not in ("", (), None)}


def _value(asked: FormField, given: Typed, name: str) -> Any:  # noqa: ANN401, PLR0911  # of any kind
    match asked.kind:
        case Kind.FIXED:
            return asked.only
        case Kind.PARTS:
            unsaid = {each.name: each.unsaid for each in asked.fields if each.unsaid is not None}
            rows = [_row(asked, given, name, row) for row in rows_of(asked)]
            filled = tuple(unsaid | row for row in rows if row)
            return filled if asked.several else next(iter(filled), None)
        case Kind.DAY:
            return _day(given, name)
        case Kind.MOMENT:
            return _moment(given, name)
        case Kind.PERSON if asked.several:
            return given.texts.get(name + CHOSEN, ())
        case Kind.PERSON:
            return given.text(name + CHOSEN) or ("" if asked.choices else given.text(name))
        case Kind.CHOICE | Kind.NETWORK if asked.several:
            return given.texts.get(name, ())
    text = given.text(name)
    if asked.several:
        return tuple(line.strip() for line in text.splitlines() if line.strip())
    return _of_one(asked.kind, text)


def _of_one(kind: Kind, text: str) -> Any:  # noqa: ANN401  # of any kind
    if kind is Kind.YES_NO:
        return {"yes": True, "no": False}.get(text, "")
    if kind is Kind.NUMBER and text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text)
    return text.replace(",", ".") if kind is Kind.SHARE else text


def _day(given: Typed, name: str) -> str:
    day, month, year = (given.text(f"{name}-{part}") for part in PARTS)
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}" if day or month or year else ""


def _moment(given: Typed, name: str) -> datetime | str:
    """Give a moment in the Netherlands, from a day and an hour such as 19.30."""
    day, hour = _day(given, name), given.text(f"{name}-hour").replace(".", ":")
    if not (day and hour):
        return day or hour
    try:
        return datetime.fromisoformat(f"{day}T{hour.zfill(5)}").replace(tzinfo=AMSTERDAM)
    except ValueError:
        return f"{day} {hour}"


def command_from(
    command: type[Command[Any]], fields: Sequence[FormField], values: Mapping[str, Any], given: Typed, language: Language
) -> Command[Any] | None:
    """Make the command; nothing when something is wrong, which is then said with what was typed."""
    try:
        return command.model_validate(dict(values))
    except ValidationError as error:
        for each in error.errors(include_url=False, include_input=False):
            name, asked = _found(command, fields, [str(step) for step in each["loc"]], given)
            said = NOT_FITTING.in_language(language) if asked is None else beside(asked.label, each, language)
            given.errors.setdefault(name, said)
        return None


def _found(
    command: type[Command[Any]], fields: Sequence[FormField], path: Sequence[str], given: Typed
) -> tuple[str, FormField | None]:
    """Give the field of the form that a mistake is about, by its name there."""
    names = {info.alias or name: name for name, info in command.model_fields.items()}
    first, *rest = [names.get(path[0], path[0]) if path else "", *path[1:]]
    asked = next((each for each in fields if each.name == first), None)
    if asked is None or asked.kind is not Kind.PARTS or (not rest and key_of(asked) is not None):
        return (first, asked) if asked else ("", None)
    steps = [step for step in rest if step in {each.name for each in asked.fields} or step.isdigit()]
    place = int(next((step for step in steps if step.isdigit()), "0"))
    filled = [row for row in rows_of(asked) if _row(asked, given, first, row)]
    row = filled[place] if place < len(filled) else place
    inner = next((each for each in asked.fields if each.name in steps), asked.fields[0])
    return f"{first}.{row}.{inner.name}", inner
