"""The history of an item in sentences: what happened, who did it, who recorded it and how it came in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter

from application.language.formatting import Facts, capitalized, format_value
from application.language.subjects import LINES
from application.language.words import BODIES, Language, Words, word
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import CLOCK, IMPORT, Act, Decided, DecisionForm, Role, Source, is_reference
from domain.kernel.entries import Mistake
from domain.kernel.events import DomainEvent, events_of
from domain.plans.content import Condition

SOMEBODY: Mapping[Role, Words] = {
    Role.MEMBER: Words("een lid", "a member"),
    Role.CORE_GROUP: Words("een lid van de kerngroep", "a member of the core group"),
    Role.PARTY_BUREAU: Words("iemand van het partijbureau", "somebody of the party bureau"),
    Role.NATIONAL_BOARD: Words("iemand van het Landelijk Bestuur", "somebody of the National Board"),
    Role.REQUESTER: Words("een adviesvrager", "a requester"),
    Role.PRIVACY_OFFICER: Words("de functionaris gegevensbescherming", "the privacy officer"),
    Role.AUDITOR: Words("een controleur", "an auditor"),
    Role.ADMINISTRATOR: Words("de beheerder", "the administrator"),
    Role.CLOCK: BODIES[CLOCK],
    Role.VISITOR: Words("een bezoeker", "a visitor"),
}
NAME_ERASED = Words("(naam verwijderd)", "(name removed)")

ITEMS: Mapping[str, Words] = {
    "plan": Words("een plan", "a plan"),
    "network": Words("een netwerk", "a network"),
    "into": Words("een ander netwerk", "another network"),
    "merged": Words("een ander netwerk", "another network"),
}
"""What to call an item whose name was not given."""

NOT_OF_A_DAY = frozenset({Mistake.WRONG_NUMBER, Mistake.WRONG_WORDS})
"""What was wrong was not the day, so that no other day is told."""

OFFICES = frozenset({Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER, Role.AUDITOR})

CONDITION = Words("Voorwaarde {number}: {text} ({owner}, uiterlijk {due})", "Condition {number}: {text} ({owner}, by {due})")
BY = Words("Door: {who}.", "By: {who}.")
MENDED = Words("De regel was: “{line}”", "The line was: “{line}”")
ENTERED_BY = Words("Vastgelegd door {entered_by}{how}.", "Recorded by {entered_by}{how}.")
CAME_IN = Words("Vastgelegd{how}.", "Recorded{how}.")
AUTOMATIC = Words("Automatisch vastgelegd.", "Recorded automatically.")
HOW: Mapping[Source, Words] = {
    Source.SELF: Words("", ""),
    Source.MEETING: Words(" na een vergadering", " after a meeting"),
    Source.MAIL: Words(" na een e-mail", " after an e-mail"),
    Source.PHONE: Words(" na een telefoongesprek", " after a phone call"),
    Source.PAPER: Words(" vanaf papier", " from paper"),
    Source.IMPORT: Words(" uit een bestand", " from a file"),
    Source.CLOCK: Words("", ""),
    Source.NOT_NOTED: Words("", ""),
}
DECIDED: Mapping[DecisionForm, Words] = {
    DecisionForm.MEETING: Words("Besloten in de vergadering van {day}.", "Decided in the meeting of {day}."),
    DecisionForm.WRITTEN_ROUND: Words("Besloten in de schriftelijke ronde van {day}.", "Decided in the written round of {day}."),
    DecisionForm.MANDATE: Words(
        "Besloten namens het bestuur, met een mandaat van {day}: {mandate}",
        "Decided on behalf of the board, on a mandate of {day}: {mandate}",
    ),
}
TAKING_PART_NOT_NOTED = Words("Wie meededen, is niet genoteerd.", "Who took part was not noted.")
NOBODY_TOOK_PART = Words("Geen van de bestuursleden deed mee.", "No board member took part.")
ONE_TOOK_PART = Words("Eén bestuurslid deed mee.", "One board member took part.")
TOOK_PART = Words("Er deden {number:bestuurslid|bestuursleden} mee.", "{number:board member|board members} took part.")


@cache
def _event_type(topic: str) -> type[DomainEvent] | None:
    return next((found for kind in AGGREGATES for found in events_of(kind) if topic == found.TOPIC), None)


@cache
def _adapter(topic: str, name: str) -> TypeAdapter[Any] | None:
    event_type = _event_type(topic)
    if event_type is None or name not in event_type.model_fields:
        return None
    annotation: Any = event_type.model_fields[name].annotation
    return TypeAdapter(annotation)


def event_sentence(
    topic: str,
    act: Act,
    data: Mapping[str, object],
    language: Language,
    *,
    names: Mapping[str, str],
    erased: Collection[str] = (),
    mended: str | None = None,
) -> str:
    """
    Tell an event: what happened, who did it, who recorded it when that was someone else, and how it came in.

    :param data: the fields of the event, as values or as stored (JSON)
    :param names: what to call references of people, and ids of networks and plans (as text)
    :param erased: references whose name is gone; anybody else who is not in ``names`` is called by their role
    :param mended: the line that this one corrects or strikes, where it is told beside it
    :raises KeyError: for a topic that no aggregate has
    """
    teller = _Teller(language, names, erased)
    line, values = LINES[topic], _values(topic, data)
    facts, of_oneself = teller.facts(values, act), _of_oneself(act, values)
    first, *also = (sentence.format_map(facts) for sentence in line.in_language(language, values, of_oneself=of_oneself))
    told = [_ended(first), *([] if mended is None else [MENDED.in_language(language).format(line=mended)]), *map(_ended, also)]
    if "{who}" not in line.nl and not line.by_itself and act.by not in {CLOCK, IMPORT} and not of_oneself:
        told.append(BY.in_language(language).format(who=facts["who"]))
    told += [*deciding(act.decided, language), teller.recording(act)]
    return " ".join(capitalized(sentence) for sentence in told if sentence)


def what_happened(
    topic: str,
    act: Act,
    data: Mapping[str, object],
    language: Language,
    *,
    names: Mapping[str, str],
    erased: Collection[str] = (),
) -> str:
    """Tell an event in its first sentence alone, as a later line about it quotes it."""
    values = _values(topic, data)
    first = LINES[topic].in_language(language, values, of_oneself=_of_oneself(act, values))[0]
    return capitalized(_ended(first.format_map(_Teller(language, names, erased).facts(values, act))))


def deciding(decided: Decided | None, language: Language) -> tuple[str, ...]:
    """Tell how the board came to it, and that who took part is not noted, or that nobody did: two different things."""
    if decided is None:
        return ()
    day = format_value(decided.day, language)
    form = _ended(DECIDED[decided.form].in_language(language).format(day=day, mandate=decided.mandate))
    if decided.taking_part is None:
        return form, TAKING_PART_NOT_NOTED.in_language(language)
    number = len(decided.taking_part)
    told = {0: NOBODY_TOOK_PART, 1: ONE_TOOK_PART}.get(number, TOOK_PART)
    return form, told.in_language(language).format_map(Facts({"number": number}, language))


def _values(topic: str, data: Mapping[str, object]) -> dict[str, object]:
    values = _flat({name: _value(topic, name, value) for name, value in data.items()})
    if values.get("mistake") in NOT_OF_A_DAY:
        values.pop("at", None)
    return values


def _of_oneself(act: Act, values: Mapping[str, object]) -> bool:
    return act.by == values.get("reference")


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "”")) else f"{sentence}."


def _value(topic: str, name: str, value: object) -> object:
    """Give what stands in a field; what the reader may not know is None there, whatever the field can be."""
    adapter = _adapter(topic, name)
    return value if adapter is None or value is None else adapter.validate_python(value)


def _flat(values: Mapping[str, object]) -> dict[str, object]:
    held = {name: inner for value in values.values() if isinstance(value, BaseModel) for name, inner in value}
    return held | dict(values)


@dataclass(frozen=True)
class _Teller:
    language: Language
    names: Mapping[str, str]
    erased: Collection[str]

    def facts(self, values: Mapping[str, object], act: Act) -> Facts:
        facts = Facts({name: self.field(name, value) for name, value in values.items()}, self.language)
        facts["who"] = self.person_or_body(act.by, act.role)
        return facts

    def person_or_body(self, doer: str, role: Role) -> str:
        if doer in BODIES:
            return BODIES[doer].in_language(self.language)
        if doer == role.value:  # which of them is not for the reader
            return SOMEBODY[role].in_language(self.language)
        if not is_reference(doer):
            return doer
        name = self.names.get(doer)
        if name is None:
            return self._nobody(doer, SOMEBODY[role])
        return f"{name} ({word(role, self.language)})" if role in OFFICES else name

    def recording(self, act: Act) -> str:
        """Tell who recorded it and how it came in; whoever the reader may not know is left out."""
        if act.source is Source.CLOCK:
            return AUTOMATIC.in_language(self.language)
        how = "" if act.decided is not None and act.source is Source.MEETING else HOW[act.source].in_language(self.language)
        if (entered_by := self._recorder(act.entered_by)) is not None:
            return ENTERED_BY.in_language(self.language).format(entered_by=entered_by, how=how)
        return CAME_IN.in_language(self.language).format(how=how) if how else ""

    def _recorder(self, entered_by: str | None) -> str | None:
        if entered_by is None:
            return None
        if entered_by in BODIES:
            return BODIES[entered_by].in_language(self.language)
        return NAME_ERASED.in_language(self.language) if entered_by in self.erased else self.names.get(entered_by)

    def field(self, name: str, value: object) -> object:
        if name == "reference":
            return self.names.get(str(value)) or self._nobody(str(value), SOMEBODY[Role.MEMBER])
        if name in ITEMS:
            return self.names.get(str(value)) or ITEMS[name].in_language(self.language)
        if name == "conditions" and isinstance(value, tuple):
            return ". ".join(self._condition(number, each) for number, each in enumerate(value, start=1))
        return value

    def _condition(self, number: int, condition: Condition) -> str:
        owner, due = format_value(condition.owner, self.language), format_value(condition.due, self.language)
        text = condition.text.removesuffix(".")
        return CONDITION.in_language(self.language).format(number=number, text=text, owner=owner, due=due)

    def _nobody(self, reference: str, somebody: Words) -> str:
        return (NAME_ERASED if reference in self.erased else somebody).in_language(self.language)
