"""What people read uses the words of the one table, in both languages, and nothing of the program."""

import re

import pytest

from application.language.words import Language
from tests.application.language.said import Said, everything_said
from tests.application.language.words_to_avoid import AVOIDED, Avoided

SAID = everything_said()
OPERATING = re.compile(r"^errors\.(history_file|register_file|operating|stores)\.")
"""What only whoever operates the service reads: it names settings, and a file's own form of a moment."""


def test_all_that_people_read_is_looked_at():
    assert len(SAID) > 1_500
    assert {each.where.split(".")[0] for each in SAID} >= {"attention", "errors", "events", "evaluation", "subjects", "words"}
    assert len([each for each in SAID if each.where.endswith(".html")]) > 100


@pytest.mark.parametrize("language", Language)
def test_every_pattern_finds_what_it_is_meant_for(language: Language):
    assert [each.pattern for each in AVOIDED[language] if not each.is_in(each.example)] == []


@pytest.mark.parametrize(
    ("language", "avoided"),
    [(language, each) for language, table in AVOIDED.items() for each in table],
    ids=lambda value: value.instead if isinstance(value, Avoided) else str(value),
)
def test_no_sentence_has_a_word_to_avoid(language: Language, avoided: Avoided):
    found = [each for each in SAID if each.language is language and avoided.is_in(without_facts(each))]
    assert [f"{each.where}: {each.text}" for each in found] == []


@pytest.mark.parametrize("language", Language)
def test_no_sentence_has_two_colons(language: Language):
    told = [each for each in SAID if each.language is language and not OPERATING.match(each.where)]
    assert [each for each in told for part in re.split(r"[.?] ", without_facts(each)) if part.count(": ") > 1] == []


def without_facts(said: Said) -> str:
    """Leave out the names of facts, which no person reads, and the moments of files, which whoever makes one does."""
    return re.sub(r"\{\w+(:[^}]*)?\}|\d{4}-\d\d-\d\dT[\d:]+Z", lambda fact: (fact[1] or "x").removeprefix(":"), said.text)
