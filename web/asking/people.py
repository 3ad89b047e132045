"""Whom a name in a form means: one of that name is taken, of several one is chosen by place and year of birth."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from application.forms.fields import FormField, Kind
from application.language.evaluation.words import PLACES
from application.language.words import Words
from application.queries.auditing.record import PeopleNamed, PersonFound
from web.asking.choosing import chosen_people
from web.asking.forms import CHOSEN, WHICH_PERSON, Typed, rows_of
from web.drawing.marks import person_marked

if TYPE_CHECKING:
    from web.visit import Visit

EACH_WHOLE = Words(
    "Vul van ieder de hele naam in, zoals de partij die kent", "Fill in the whole name of each, as the party has it"
)
BY_MARK = Words(
    "Vul het kenmerk van deze persoon in. Iedereen ziet dat van zichzelf bij Uw kenmerk. Het partijbureau kent het ook.",
    "Fill in the mark of this person. Everybody sees their own at Your mark. The party bureau knows it too.",
)

CONTACT, NEW = "contact", "new"
NEW_NAME, NEW_ELSE = f"{CONTACT}.0.name", f"{CONTACT}.0.somebody_else"
"""Fields for somebody who is not known yet, in forms that ask for one."""


def look_up(visit: "Visit", fields: Sequence[FormField], given: Typed, before: str = "") -> None:
    """Look up each person who was typed and not chosen; who it is stands in what was typed, or is asked beside the field."""
    for each in fields:
        for row in rows_of(each):
            look_up(visit, each.fields, given, f"{before}{each.name}.{row}.")
        if each.kind is Kind.PERSON and not before and _takes_new(fields):
            _enter_new(given, each.name)
        if each.kind is Kind.PERSON and each.choices:
            at = before + each.name
            given.texts[at + CHOSEN] = tuple(map(str, chosen_people(visit, each, given.texts.get(at, ()))))
        elif each.kind is Kind.PERSON:
            (_look_up_all if each.several else _look_up_one)(visit, each, given, before + each.name)


def _look_up_one(visit: "Visit", asked: FormField, given: Typed, at: str) -> None:
    name = given.text(at)
    if not name or given.text(at + CHOSEN):
        return
    found = named(visit, name)
    if (only := only_one(found, name)) is not None:
        given.texts[at + CHOSEN] = (str(only.person),)
        return
    given.people[at] = found
    given.errors[at] = visit.tell(WHICH_PERSON if found else asked.label.ask)


def _look_up_all(visit: "Visit", _: FormField, given: Typed, at: str) -> None:
    """Look up each line; of which one there is nobody, or more than one, the field is asked again."""
    names = [line.strip() for line in given.text(at).splitlines() if line.strip()]
    found = [only_one(named(visit, name), name) for name in names]
    given.texts[at + CHOSEN] = tuple(str(each.person) for each in found if each is not None)
    if None in found:
        given.errors[at] = visit.tell(EACH_WHOLE)


def only_one(found: Sequence[PersonFound], name: str) -> PersonFound | None:
    """Give the only one who is called so, or whose name begins so."""
    exactly = [person for person in found if person.name.casefold() == name.casefold()]
    return next(iter(exactly or found), None) if len(exactly) == 1 or len(found) == 1 else None


def without_people(fields: Sequence[FormField]) -> tuple[FormField, ...]:
    """Give the fields without those that ask for somebody and may stay empty; of parts the word for what nobody noted stays."""
    return tuple(_without(each) for each in fields if each.required or each.choices or each.kind is not Kind.PERSON)


def _without(asked: FormField) -> FormField:
    parts = (replace(each, kind=Kind.FIXED, only=each.unsaid) if _is_unsaid(each) else each for each in asked.fields)
    return replace(asked, fields=tuple(parts))


def _is_unsaid(asked: FormField) -> bool:
    return asked.kind is Kind.PERSON and asked.unsaid is not None and not asked.choices


def _takes_new(fields: Sequence[FormField]) -> bool:
    """Say whether a form lets somebody be entered who is not known yet."""
    return any(each.name == CONTACT and each.kind is Kind.PARTS for each in fields)


def _enter_new(given: Typed, name: str) -> None:
    """Take somebody who is none of those found, or whose name was filled in as new, instead of who was looked for."""
    if given.text(name + CHOSEN) == NEW:
        given.texts |= {NEW_NAME: (given.text(name),), NEW_ELSE: ("yes",), name: (), name + CHOSEN: ()}
    elif given.text(NEW_NAME):
        given.texts |= {name: (), name + CHOSEN: ()}


def asked_of(visit: "Visit", field: FormField) -> FormField:
    """Give a field as it is asked of who comes: who may not look people up names somebody by a mark."""
    if field.kind is not Kind.PERSON or field.choices or visit.may(PeopleNamed):
        return field
    return replace(field, label=field.label._replace(hint=BY_MARK))


def named(visit: "Visit", name: str) -> Sequence[PersonFound]:
    """Give whose name begins so, or who is meant by a mark; nobody where there is no such name."""
    if (person := person_marked(name)) is not None:
        return (PersonFound(person=person, name=name, province=None, birth_year=None),)
    try:
        answer = visit.ask_if_allowed(PeopleNamed(name=name))
    except ValidationError:
        return ()
    return answer.people if answer is not None else ()


def told_apart(visit: "Visit", person: PersonFound) -> str:
    """Name somebody so that another of that name is not meant."""
    place = visit.tell(PLACES[person.province]) if person.province is not None and person.province in PLACES else ""
    born = visit.say("geboren in {}", "born in {}").format(person.birth_year) if person.birth_year else ""
    return ", ".join(part for part in (person.name, place, born) if part)
