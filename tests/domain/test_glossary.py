"""One word per thing: events, errors and commands are named in the glossary's words only."""

import importlib
import pkgutil
import re

import pytest

import application.errors
import domain
from application.commands import all_commands
from domain.all_aggregates import AGGREGATES
from tests.domain.glossary_words import EVERY_DAY, GLOSSARY, LIFE_CYCLE, words_of
from tests.domain.walking import events_of

MODULES = [
    application.errors,
    *(importlib.import_module(module.name) for module in pkgutil.walk_packages(domain.__path__, "domain.")),
]
AGGREGATE_NAMES = {aggregate.__name__ for aggregate in AGGREGATES}
EVENT_NAMES = {event.__name__ for aggregate in AGGREGATES for event in events_of(aggregate)}
COMMAND_NAMES = {command.__name__ for command in all_commands()}
ERROR_NAMES = {
    name
    for module in MODULES
    for name, item in vars(module).items()
    if isinstance(item, type) and issubclass(item, Exception) and item.__module__ == module.__name__
}
NAMES = {"aggregates": AGGREGATE_NAMES, "events": EVENT_NAMES, "commands": COMMAND_NAMES, "errors": ERROR_NAMES}


def words_in(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z][a-z]*", name)}


@pytest.mark.parametrize("kind", NAMES)
def test_names_are_made_of_the_glossary_s_words(kind):
    assert NAMES[kind]
    allowed = words_of(GLOSSARY, LIFE_CYCLE, EVERY_DAY)
    strange = {name: sorted(strange) for name in NAMES[kind] if (strange := words_in(name) - allowed)}
    assert not strange, (
        "use the glossary's word for it, or add the new word to tests/domain/glossary_words.py with what it is for"
    )


def test_the_list_of_other_words_stays_short():
    """A word that no name uses any more is taken off the list; the glossary itself may know more than is built."""
    used = {word for names in NAMES.values() for name in names for word in words_in(name)}
    assert words_of(LIFE_CYCLE, EVERY_DAY) - used == set()


def test_no_name_is_split_wrongly():
    assert words_in("PlanNotADraft") == {"plan", "not", "a", "draft"}


@pytest.mark.parametrize("vague", ["Status", "Updated", "Saved", "Data", "Info", "Item", "Changed"])
def test_no_event_says_only_that_something_changed(vague):
    assert {name for name in EVENT_NAMES if name.endswith(vague)} <= {"AgreementsChanged"}
