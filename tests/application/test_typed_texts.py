"""What people type into any command: nothing that does something else than be read, names of people on one line."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from application.commands.base import Command
from application.commands.party import CorrectPerson, NewPartyMember, RegisterPartyMember, RegisterPartyMembers
from application.queries.auditing.record import PeopleNamed
from domain.party.person import NotABirthYear
from tests.application.command_examples import COMMANDS, NOTHING
from tests.application.party import MONDAY, SOMEBODY, Party, the_id

OF_SEVERAL_LINES = {
    "advice",
    "answer",
    "contribution",
    "ground",
    "intendedCooperation",
    "interest",
    "observation",
    "organisation",
    "purpose",
    "question",
    "reaction",
    "reason",
    "reasons",
    "result",
    "welcome",
    "whatWorked",
}


def strings_in(told: Any, *path: str | int) -> Iterator[tuple[str | int, ...]]:
    """Give where in a command there is text, of whatever kind."""
    if isinstance(told, str):
        yield path
    items = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for name, each in items:
        yield from strings_in(each, *path, name)


def with_character(told: Any, path: tuple[str | int, ...], character: str) -> Any:
    changed = copy.deepcopy(told)
    place = changed
    for step in path[:-1]:
        place = place[step]
    text = place[path[-1]]
    place[path[-1]] = f"{text[:1]}{character}{text[1:]}"
    return changed


def is_taken(command: Command, told: Any) -> bool:
    try:
        type(command).model_validate(told)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("character", ["\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u009b", "\u202a", "\u202e", "\u2066"])
def test_no_text_of_any_command_takes_a_character_that_is_not_read(character: str):
    taken = []
    for command in COMMANDS:
        told = command.model_dump(mode="json", by_alias=True, exclude_unset=True)
        assert is_taken(command, told)
        paths = strings_in(told)
        taken += [(type(command).__name__, path) for path in paths if is_taken(command, with_character(told, path, character))]
    assert taken == []


@pytest.mark.parametrize("character", ["\n", "\r", "\u2028"])
def test_what_is_of_one_line_stays_on_one_line(character: str):
    taken = {
        str(path[-1])
        for command in COMMANDS
        for told in [command.model_dump(mode="json", by_alias=True, exclude_unset=True)]
        for path in strings_in(told)
        if is_taken(command, with_character(told, path, character))
    }
    assert taken == OF_SEVERAL_LINES


NAMES = [
    ("Anne\nVoorbeeld", "U+000A"),
    ("Anne\tVoorbeeld", "U+0009"),
    ("Anne\r\nBcc: iemand", "U+000D"),
    ("Anne\u2028Voorbeeld", "U+2028"),
    ("Anne\u0000Voorbeeld", "U+0000"),
    ("Anne\u001b[31mVoorbeeld", "U+001B"),
    ("Anne\u200bVoorbeeld", "U+200B"),
    ("Anne \u202edleebrooV", "U+202E"),
    ("Anne\u00adVoorbeeld", "U+00AD"),
    ("Anne\ufeff Voorbeeld", "U+FEFF"),
    ("Anne\u3164Voorbeeld", "U+3164"),
]


@pytest.mark.parametrize(("name", "character"), NAMES)
def test_the_name_of_a_person_is_of_one_line_and_seen(name: str, character: str):
    commands: list[tuple[type[BaseModel], dict[str, object]]] = [
        (RegisterPartyMember, {}),
        (NewPartyMember, {}),
        (CorrectPerson, {"person": NOTHING}),
        (PeopleNamed, {}),
    ]
    for kind, fields in commands:
        with pytest.raises(ValidationError) as caught:
            kind.model_validate({"name": name, **fields})
        (error,) = caught.value.errors()
        assert (error["type"], error["ctx"]) == ("hidden-character-in-name", {"character": character})


def test_a_name_that_is_typed_with_loose_accents_is_the_same_name(party: Party):
    person = party.give(RegisterPartyMember(name="Zoe\u0308 Voorbeeld"), party.bureau).data.person
    for typed in ("Zo\u00eb Voorbeeld", "Zoe\u0308 Voorbeeld"):
        (found,) = party.ask(PeopleNamed(name=typed), party.bureau).people
        assert (found.person, found.name) == (person, "Zo\u00eb Voorbeeld")


@pytest.mark.parametrize("name", ["Jan-Willem d'Voorbeeld", "Ng\u0169g\u0129 wa Thiong\u2019o", "\u0130brahim \u00c7elik", "O."])
def test_names_as_people_have_them_are_taken(name: str):
    assert RegisterPartyMember(name=name).name == name


THIS_YEAR = MONDAY.year


@pytest.mark.parametrize("year", [1899, 0, -5, THIS_YEAR + 1, 2100, 20_000])
def test_a_year_in_which_nobody_who_lives_was_born_is_refused(party: Party, year: int):
    person = party.person(SOMEBODY)
    member = {"name": "Anne Nieuw", "birth_year": year}
    for kind, fields in (
        (RegisterPartyMember, member),
        (RegisterPartyMembers, {"members": [{"name": "Bas Nieuw"}, member]}),
        (CorrectPerson, {"person": person, "birth_year": year}),
    ):
        before = party.log.last_position()
        with pytest.raises((ValidationError, NotABirthYear)):
            party.give(kind.model_validate(fields), party.bureau)
        assert party.log.last_position() == before
    assert party.vault.person_named("Bas Nieuw") is None


@pytest.mark.parametrize("year", [1900, THIS_YEAR])
def test_a_year_in_which_somebody_can_have_been_born_is_taken(party: Party, year: int):
    person = the_id(party.give(RegisterPartyMember(name=SOMEBODY, birth_year=year), party.bureau).data.person)
    assert party.vault.known(person).statistics["birth-year"] == str(year)
