"""One word per thing: aggregates, events, errors and commands are named in the words of docs/glossary.md only."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import application.errors
import domain
from application.commands import all_commands
from domain.all_aggregates import AGGREGATES
from tests.domain.walking import events_of

PAGE = Path(__file__).parents[2] / "docs" / "glossary.md"
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

EVERY_DAY = {
    "beginning and ending, of anything": "start begun open end",
    "giving and recording, of anything": "give given received record bring brought",
    "what a refusal says": "already not no has nothing something allowed may needed impossible exists known unknown stays",
    "what a refusal counts": "too few long longer fewer than number named small kept present twice",
    "changing, of anything": "change put",
    "when": "again now since yet future new newest early late until past next over",
    "time itself": "let time pass goes forward calendar lacks fell due",
    "glue": "a the of on in into itself another body group to off out own rests then",
    "whoever asks": "person access denied",
    "what a command asks of the log": "log command id item version superseded stale reused curve",
    "an error's base classes": "domain error coded",
    "rules that hold": "apply",
    "checks and finds": "checked find",
}
"""Words that need no entry, each group with what it is for."""


def stem(word: str) -> str:
    """Give what the forms of a word have in common: appoint, appoints, appointed; plan, planned; merge, merging."""
    short = re.sub(r"(?<=...)(ing|ed|es|s|e)$", "", word)
    return re.sub(r"([^aeiou])\1$", r"\1", short)


def words_in(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]", text)}


def glossary() -> set[str]:
    """Give the words of the column "in the code"."""
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \| [^|]*\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return set().union(*map(words_in, rows))


USED = {word for names in NAMES.values() for name in names for word in words_in(name)}
OTHERS = {word for words in EVERY_DAY.values() for word in words.split()}


@pytest.mark.parametrize("kind", NAMES)
def test_names_are_made_of_the_glossary_s_words(kind: str):
    assert NAMES[kind]
    allowed = {stem(word) for word in glossary() | OTHERS}
    strange = {
        name: wrong for name in NAMES[kind] if (wrong := sorted(word for word in words_in(name) if stem(word) not in allowed))
    }
    assert not strange, "use the glossary's word for it, or add the new word to docs/glossary.md with what it means"


def test_the_list_of_other_words_stays_short():
    """A word that no name uses any more is taken off the list; the glossary itself may know more than is built."""
    assert not OTHERS - USED


def test_the_glossary_is_read():
    assert {"membership", "sensitive", "reference"} <= glossary()
    assert "ledenadministratie" not in glossary()


def test_no_name_is_split_wrongly():
    assert words_in("PlanNotADraft") == {"plan", "not", "a", "draft"}


@pytest.mark.parametrize("vague", ["Status", "Updated", "Saved", "Data", "Info", "Item", "Changed"])
def test_no_event_says_only_that_something_changed(vague: str):
    assert {name for name in EVENT_NAMES if name.endswith(vague)} <= {"AgreementsChanged"}
