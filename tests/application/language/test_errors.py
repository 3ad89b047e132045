import ast
import re
from datetime import UTC, date, datetime
from string import Formatter
from uuid import UUID

import pytest

from application.language.errors import SENTENCES, error_sentence
from application.language.sentences import Sentence
from application.language.words import Language
from domain.networks.errors import NothingChanged
from domain.pilot.rules import PlanPart
from domain.plans.content import PlanStatus
from domain.plans.errors import PlanNotSubmitted
from tests.application.language.raised import CHECKOUT, facts_of_raises, refusals, store_errors

FACES = {
    "malformed-body",
    "malformed-parameter",
    "unknown-route",
    "unknown-position",
    "method-not-allowed",
    "not-acceptable",
    "unsupported-media-type",
    "too-large",
    "ambiguous-length",
    "too-many-requests",
    "too-busy",
    "not-signed-in",
    "invalid-cursor",
    "cursor-of-someone-else",
    "command-id-malformed",
    "not-settled-yet",
    "form-from-elsewhere",
    "no-such-day",
    "not-caught-up-yet",
    "internal-error",
    "wrong-setting",
}
NOT_DUTCH = (
    "state|status code|error|command|request|response|token|body|event|cursor|header|invalid|null|stale|conflict error|"
    "route|method|command id|timeout|default|update|delete|stream|aggregate|query|item|version"
)


def test_every_refusal_has_a_sentence():
    found = refusals()
    assert len(found) > 70
    assert {refusal.code for refusal in found} - SENTENCES.keys() == set()


def test_everything_that_log_and_vault_can_say_has_a_sentence():
    assert {error.code for error in store_errors() if hasattr(error, "code")} - SENTENCES.keys() == set()


def test_no_sentence_is_left_over():
    used = {refusal.code for refusal in refusals()} | {error.code for error in store_errors() if hasattr(error, "code")} | FACES
    assert not SENTENCES.keys() - used


@pytest.mark.parametrize("refusal", refusals(), ids=lambda refusal: refusal.code)
def test_a_sentence_uses_only_the_facts_that_its_refusal_is_always_raised_with(refusal):
    raised = facts_of_raises().get(refusal.__name__, [set()])
    own = [facts for facts in raised if facts] if "__init__" in vars(refusal) else raised
    assert placeholders(SENTENCES[refusal.code]) <= set.intersection(*own)


@pytest.mark.parametrize("code", sorted({error.code for error in store_errors() if hasattr(error, "code")} | FACES))
def test_sentences_about_log_vault_and_faces_need_no_facts(code):
    assert not placeholders(SENTENCES[code])


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_dutch_sentences_are_dutch(code):
    sentence = SENTENCES[code]
    dutch = re.sub(r"\{[^}]*\}", "", f"{sentence.nl} {sentence.next_nl}")
    assert not re.search(rf"\b({NOT_DUTCH})s?\b", dutch, re.IGNORECASE)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_both_languages_say_what_happened_and_what_to_do_next(code):
    sentence = SENTENCES[code]
    assert placeholders(Sentence(sentence.nl, "", "", "")) == placeholders(Sentence(sentence.en, "", "", ""))
    assert all(re.match(r"[A-Z{].*[.?}]$", part) for part in sentence)
    assert all(len(part.split()) <= 25 for whole in sentence for part in re.split(r"[.?:] ", whole))


def test_facts_are_told_as_people_write_them():
    missing = (PlanPart.PURPOSE, PlanPart.DURATION, PlanPart.BUDGET)
    assert error_sentence("plan-incomplete", {"missing": missing}, Language.NL).text == (
        "In het plan ontbreekt nog: doel, duur en begroting."
    )
    assert error_sentence("plan-not-submitted", PlanNotSubmitted(status=PlanStatus.DRAFT).facts, Language.NL).text == (
        "Dit kan alleen met een plan dat op een besluit wacht. Status: concept."
    )
    assert (
        "12 maart 2023 om 00.30 uur"
        in error_sentence("recorded-too-late", {"at": datetime(2023, 3, 11, 23, 30, tzinfo=UTC)}, Language.NL).text
    )
    assert "1 April 2023" in error_sentence("party-end-already-pending", {"final_on": date(2023, 4, 1)}, Language.EN).text
    assert "1.250 woorden" in error_sentence("plan-too-long", {"words": 1250, "limit": 1000}, Language.NL).text


def test_a_day_without_an_hour_is_told_as_a_day():
    last_second = datetime(2023, 3, 12, 22, 59, 59, tzinfo=UTC)
    assert "Na 12 maart 2023 is al" in error_sentence("recorded-too-late", {"at": last_second}, Language.NL).text


def test_no_end_is_told_in_words():
    told = error_sentence("term-not-longer", {"ends_on": None, "agreed": date(2024, 1, 1)}, Language.NL).text
    assert told == "De nieuwe einddatum (geen) is niet later dan de afgesproken einddatum (1 januari 2024)."


def test_what_was_looked_for_is_told_in_the_language_of_the_reader():
    facts = {"kind": "FoundingPlan", "item": UUID(int=1)}
    assert error_sentence("unknown-item", facts, Language.NL).text.startswith("Wij vonden geen oprichtingsplan met")
    assert error_sentence("unknown-item", facts, Language.EN).text.startswith("We found no founding plan with")


def test_a_refusal_within_a_refusal_is_told_too():
    facts = {"line": 12, "refusal": NothingChanged()}
    assert error_sentence("history-row-refused", facts, Language.NL).text == (
        "Regel 12 van het bestand klopt niet. De afspraken zijn al zo. Er verandert niets."
    )


def test_a_fact_that_is_not_there_is_unknown():
    assert error_sentence("plan-too-long", {}, Language.NL).text == (
        "Het plan heeft een onbekend aantal woorden. Het mogen er hooguit onbekend zijn."
    )


def test_a_code_without_a_sentence_is_named():
    assert str(error_sentence("never-heard-of", {}, Language.EN)) == (
        "This did not work. Try again. Does it fail again? Then give this code to the administrator: never-heard-of."
    )


@pytest.mark.parametrize("path", sorted((CHECKOUT / "domain").rglob("*.py")), ids=lambda path: path.stem)
def test_the_domain_holds_no_sentences(path):
    tree = ast.parse(path.read_text())
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body and isinstance(node.body[0], ast.Expr)
    } | {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]
    assert not [text for text in texts if len(text.split()) > 2]


def placeholders(sentence: Sentence) -> set[str]:
    return {name for part in sentence for _, name, _, _ in Formatter().parse(part) if name}
