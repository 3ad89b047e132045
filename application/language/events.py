"""The history of an item in sentences: what happened, who did it, who recorded it and how it came in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter

from application.language.formatting import Facts, format_value
from application.language.subjects import LINES
from application.language.words import BODIES, Language, Words, word
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import CLOCK, IMPORT, Act, Decided, DecisionForm, Role, Source, is_reference
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
    Role.ADMINISTRATOR: Words("een beheerder", "an administrator"),
    Role.CLOCK: BODIES[CLOCK],
    Role.VISITOR: Words("een bezoeker", "a visitor"),
}
SOMEBODY_ELSE = Words("iemand anders", "somebody else")
NAME_ERASED = Words("(naam verwijderd)", "(name removed)")

ITEMS: Mapping[str, Words] = {
    "plan": Words("een plan", "a plan"),
    "network": Words("een netwerk", "a network"),
    "into": Words("een ander netwerk", "another network"),
    "merged": Words("een ander netwerk", "another network"),
}
"""What to call an item whose name was not given."""

OFFICES = frozenset({Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER, Role.AUDITOR})

CONDITION = Words("{text} ({owner}, uiterlijk {due})", "{text} ({owner}, by {due})")
BY = Words("Gedaan door {who}.", "Done by {who}.")
ENTERED_BY = Words("Vastgelegd door {entered_by}{how}.", "Recorded by {entered_by}{how}.")
CAME_IN = Words("Vastgelegd{how}.", "Recorded{how}.")
HOW: Mapping[Source, Words] = {
    Source.SELF: Words("", ""),
    Source.MEETING: Words(" na een vergadering", " after a meeting"),
    Source.MAIL: Words(" na een e-mail", " after an e-mail"),
    Source.PHONE: Words(" na een telefoongesprek", " after a phone call"),
    Source.PAPER: Words(" van papier", " from paper"),
    Source.IMPORT: Words(" uit een ingelezen bestand", " from an imported file"),
    Source.CLOCK: Words(" door de klok van het systeem", " by the clock of the system"),
    Source.NOT_NOTED: Words("", ""),
}
DECIDED: Mapping[DecisionForm, Words] = {
    DecisionForm.MEETING: Words("Besloten in de vergadering van {day}.", "Decided in the meeting of {day}."),
    DecisionForm.WRITTEN_ROUND: Words("Besloten in de schriftelijke ronde van {day}.", "Decided in the written round of {day}."),
    DecisionForm.MANDATE: Words(
        "Besloten namens het bestuur, met een mandaat van {day}: {mandate}.",
        "Decided for the board, on a mandate of {day}: {mandate}.",
    ),
}
TAKING_PART_NOT_NOTED = Words("Wie meededen, is niet genoteerd.", "Who took part was not noted.")
NOBODY_TOOK_PART = Words("Geen van de bestuursleden deed mee.", "None of the board members took part.")
ONE_TOOK_PART = Words("Eén bestuurslid deed mee.", "One board member took part.")
TOOK_PART = Words("Aantal bestuursleden dat meedeed: {number}.", "Number of board members who took part: {number}.")


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
) -> str:
    """
    Tell an event: what happened, who did it, who recorded it when that was someone else, and how it came in.

    :param data: the fields of the event, as values or as stored (JSON)
    :param names: what to call references of people, and ids of networks and plans (as text)
    :param erased: references whose name is gone; anybody else who is not in ``names`` is called by their role
    :raises KeyError: for a topic that no aggregate has
    """
    line = LINES[topic]
    teller = _Teller(language, names, erased)
    values = _flat({name: _value(topic, name, value) for name, value in data.items()})
    facts = Facts({name: teller.field(name, value) for name, value in values.items()}, language)
    facts["who"] = doer = teller.person_or_body(act.by, act.role)
    sentences = [_ended(sentence.format_map(facts)) for sentence in line.in_language(language, values)]
    if "{who}" not in line.nl and act.by not in {CLOCK, IMPORT, values.get("reference")}:
        sentences.append(BY.in_language(language).format(who=doer))
    sentences += [*teller.deciding(act.decided), teller.recording(act)]
    return " ".join(sentence[:1].upper() + sentence[1:] for sentence in sentences if sentence)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _value(topic: str, name: str, value: object) -> object:
    adapter = _adapter(topic, name)
    return value if adapter is None else adapter.validate_python(value)


def _flat(values: Mapping[str, object]) -> dict[str, object]:
    held = {name: inner for value in values.values() if isinstance(value, BaseModel) for name, inner in value}
    return held | dict(values)


@dataclass(frozen=True)
class _Teller:
    language: Language
    names: Mapping[str, str]
    erased: Collection[str]

    def person_or_body(self, doer: str, role: Role | None) -> str:
        if not is_reference(doer):
            return BODIES[doer].in_language(self.language) if doer in BODIES else doer
        name = self.names.get(doer)
        if name is None:
            return self._nobody(doer, SOMEBODY_ELSE if role is None else SOMEBODY[role])
        return f"{name} ({word(role, self.language)})" if role in OFFICES else name

    def deciding(self, decided: Decided | None) -> tuple[str, ...]:
        """Tell how the board came to it, and that who took part is not noted, or that nobody did: two different things."""
        if decided is None:
            return ()
        day = format_value(decided.day, self.language)
        form = DECIDED[decided.form].in_language(self.language).format(day=day, mandate=decided.mandate)
        if decided.taking_part is None:
            return form, TAKING_PART_NOT_NOTED.in_language(self.language)
        number = len(decided.taking_part)
        told = {0: NOBODY_TOOK_PART, 1: ONE_TOOK_PART}.get(number, TOOK_PART)
        return form, told.in_language(self.language).format(number=number)

    def recording(self, act: Act) -> str:
        how = "" if act.decided is not None and act.source is Source.MEETING else HOW[act.source].in_language(self.language)
        if act.entered_by is not None:
            entered_by = self.person_or_body(act.entered_by, None)
            return ENTERED_BY.in_language(self.language).format(entered_by=entered_by, how=how)
        return CAME_IN.in_language(self.language).format(how=how) if how else ""

    def field(self, name: str, value: object) -> object:
        if name == "reference":
            return self.names.get(str(value)) or self._nobody(str(value), SOMEBODY[Role.MEMBER])
        if name in ITEMS:
            return self.names.get(str(value)) or ITEMS[name].in_language(self.language)
        if name == "conditions" and isinstance(value, tuple):
            return tuple(self._condition(each) for each in value)
        return value

    def _condition(self, condition: Condition) -> str:
        owner, due = format_value(condition.owner, self.language), format_value(condition.due, self.language)
        return CONDITION.in_language(self.language).format(text=condition.text, owner=owner, due=due)

    def _nobody(self, reference: str, somebody: Words) -> str:
        return (NAME_ERASED if reference in self.erased else somebody).in_language(self.language)
