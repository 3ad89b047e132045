"""Nothing is kept of people of which the register does not say why, on what ground and until when."""

from collections import Counter

import pytest

from application.language.processing import GROUNDS, PURPOSES, REMEDY_WORDS, TERMS, WHAT
from application.privacy.register import LASTS, OF_NOBODY, REGISTER, REMEDIES, KeptFor, LawfulGround, Remedy, Term, What
from domain.all_aggregates import AGGREGATES
from domain.kernel.free_text import texts_of
from domain.kernel.text import TextKind
from infrastructure.vault.tables import metadata
from tests.domain.walking import events_of

COLUMNS = [f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.c]
PERSONAL = [
    f"{event.__name__}.{path}"
    for aggregate in AGGREGATES
    for event in events_of(aggregate)
    for path, kind in texts_of(event).items()
    if kind is TextKind.PERSONAL
]
CONSENTS = [
    f"{event.__name__}.consent_version"
    for aggregate in AGGREGATES
    for event in events_of(aggregate)
    if "consent_version" in event.model_fields
]
DECLARED = Counter(place for kept in REGISTER for place in (*kept.vault, *kept.events))


def test_there_is_something_to_declare():
    assert len(COLUMNS) > 50
    assert len(PERSONAL) > 4


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_of_the_vault_is_declared_once(column):
    table = column.partition(".")[0]
    assert DECLARED[column] + DECLARED[table] + (table in OF_NOBODY) == 1


@pytest.mark.parametrize("text", [*PERSONAL, *CONSENTS])
def test_every_personal_text_and_every_consent_is_declared_once(text):
    assert DECLARED[text] == 1


def test_what_rests_on_a_consent_says_so():
    on_consent = [kept for kept in REGISTER if kept.ground is LawfulGround.CONSENT]
    assert [kept.what for kept in on_consent] == [What.MESSAGES, What.CONSENTS, What.WISHES]
    assert set(on_consent[1].events) == set(CONSENTS)


def test_nothing_is_declared_that_is_not_kept():
    assert set(DECLARED) - {*COLUMNS, *metadata.tables, *PERSONAL, *CONSENTS} == set()


@pytest.mark.parametrize(
    ("choices", "words"),
    [(What, WHAT), (KeptFor, PURPOSES), (LawfulGround, GROUNDS), (Term, TERMS), (Remedy, REMEDY_WORDS)],
)
def test_everything_declared_has_its_words(choices, words):
    assert set(words) == set(choices)


def test_on_what_rests_on_no_consent_nobody_can_go_back_but_everybody_can_object():
    assert set(REMEDIES) == set(LawfulGround)
    assert [ground for ground, remedy in REMEDIES.items() if remedy is Remedy.WITHDRAW_CONSENT] == [LawfulGround.CONSENT]
    assert REMEDIES[LawfulGround.OWN_MEMBERS] is Remedy.OBJECT


def test_what_is_kept_is_declared_once_and_a_term_that_is_a_time_has_one():
    assert Counter(kept.what for kept in REGISTER) == dict.fromkeys(What, 1)
    assert set(Term) - set(LASTS) == {Term.WITH_RECORD}
