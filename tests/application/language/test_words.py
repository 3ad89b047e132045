import re
from enum import StrEnum

import pytest

import domain
from application.access.table import Scope
from application.errors import NeededFor
from application.language.words import BODIES, KINDS, WORDS, Language, word
from application.ports.vault.looks import LookPurpose
from application.ports.vault.people import SameDetail
from application.queries.auditing.oversight import ExceptionKind
from application.register.columns import Column
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import CLOCK, CORE_GROUP, IMPORT, NATIONAL_BOARD, PARTY_BUREAU
from domain.pilot.rules import FoundingBody, PlanPart
from tests.application.language.raised import PROGRAM, import_all


def choices() -> list[type[StrEnum]]:
    import_all(domain)
    of_domain = (found for found in StrEnum.__subclasses__() if found.__module__.startswith("domain."))
    return [*of_domain, Scope, NeededFor, SameDetail, LookPurpose, Column, ExceptionKind]


def test_every_choice_of_the_domain_is_here():
    assert len(choices()) > 15
    assert set(choices()) == set(WORDS)


@pytest.mark.parametrize(
    "choice", [value for kind in choices() for value in kind], ids=lambda value: f"{type(value).__name__}-{value}"
)
def test_every_value_has_a_word_in_both_languages(choice):
    assert all(word(choice, language).strip() for language in Language)


@pytest.mark.parametrize("kind", choices(), ids=lambda kind: kind.__name__)
def test_no_two_values_of_a_choice_sound_the_same(kind):
    for language in Language:
        assert len({word(value, language) for value in kind}) == len(kind)


def test_the_same_value_of_two_choices_has_its_own_word():
    assert word(FoundingBody.CORE_GROUP, Language.NL) == "de kerngroep"
    assert word(PlanPart.CORE_GROUP, Language.NL) == "kerngroep"


def test_every_body_that_acts_is_named():
    assert set(BODIES) == {NATIONAL_BOARD, PARTY_BUREAU, CORE_GROUP, CLOCK, IMPORT}


def test_every_kind_of_item_is_named():
    sources = [path.read_text() for folder in PROGRAM for path in folder.rglob("*.py")]
    looked_for = {kind for source in sources for kind in re.findall(r'UnknownItem\(kind="(\w+)"', source)}
    assert looked_for | {aggregate.__name__ for aggregate in AGGREGATES} == set(KINDS)
