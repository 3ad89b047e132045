"""Whom a name in a form means: one of that name is taken, of several one is chosen by place and year of birth."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import ValidationError

from application.forms.fields import FormField, Kind
from application.language.evaluation.words import PLACES
from application.queries.record import PeopleNamed, PersonFound
from web.forms import CHOSEN, WHICH_PERSON, Typed

if TYPE_CHECKING:
    from web.visit import Visit


CONTACT, NEW = "contact", "new"
NEW_NAME, NEW_ELSE = f"{CONTACT}.0.name", f"{CONTACT}.0.somebody_else"
"""Fields for somebody who is not known yet, in forms that ask for one."""


def look_up(visit: "Visit", fields: Sequence[FormField], given: Typed) -> None:
    """Look up each person who was typed and not chosen; who it is stands in what was typed, or is asked beside the field."""
    for each in fields:
        if each.kind is Kind.PERSON and _takes_new(fields):
            _enter_new(given, each.name)
        name = given.text(each.name)
        if each.kind is not Kind.PERSON or each.several or not name or given.text(each.name + CHOSEN):
            continue
        found = _named(visit, name)
        exactly = [person for person in found if person.name.casefold() == name.casefold()]
        if len(exactly) == 1 or len(found) == 1:
            given.texts[each.name + CHOSEN] = (str((exactly or found)[0].person),)
            continue
        given.people[each.name] = found
        given.errors[each.name] = visit.tell(WHICH_PERSON if found else each.label.ask)


def _takes_new(fields: Sequence[FormField]) -> bool:
    """Say whether a form lets somebody be entered who is not known yet."""
    return any(each.name == CONTACT and each.kind is Kind.PARTS for each in fields)


def _enter_new(given: Typed, name: str) -> None:
    """Take somebody who is none of those found, or whose name was filled in as new, instead of who was looked for."""
    if given.text(name + CHOSEN) == NEW:
        given.texts |= {NEW_NAME: (given.text(name),), NEW_ELSE: ("yes",), name: (), name + CHOSEN: ()}
    elif given.text(NEW_NAME):
        given.texts |= {name: (), name + CHOSEN: ()}


def _named(visit: "Visit", name: str) -> Sequence[PersonFound]:
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
