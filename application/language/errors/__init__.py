"""
What went wrong and what to do next, in plain Dutch and in English, by the code of the refusal.

Names in braces are the facts that the refusal is raised with; a test compares them.
"""

from collections.abc import Mapping
from typing import NamedTuple

from application.language import subjects
from application.language.errors.asking import ASKING, ENTRIES
from application.language.errors.auditing import AUDITING
from application.language.errors.board import BOARD
from application.language.errors.faces import FACES, FOR_PROGRAMS
from application.language.errors.history_file import HISTORY_FILE
from application.language.errors.operating import OPERATING
from application.language.errors.register_file import REGISTER_FILE
from application.language.errors.signing_in import SIGNING_IN
from application.language.errors.stores import STORE, VAULT
from application.language.formatting import Facts, capitalized
from application.language.sentences import Sentence
from application.language.words import Language
from domain.kernel.errors import DomainError


class Refusal(NamedTuple):
    """What a face shows: what happened, and what to do next; and what programs need, which no person is shown."""

    text: str
    next: str
    programs: str | None = None

    def __str__(self) -> str:
        return f"{self.text} {self.next}"


SENTENCES: Mapping[str, Sentence] = {
    **subjects.SENTENCES,
    **ENTRIES,
    **BOARD,
    **ASKING,
    **AUDITING,
    **SIGNING_IN,
    **HISTORY_FILE,
    **REGISTER_FILE,
    **OPERATING,
    **STORE,
    **VAULT,
    **FACES,
}

UNKNOWN_CODE = Sentence(
    "Dit is niet gelukt.",
    "This did not work.",
    "Probeer het opnieuw. Lukt het weer niet? Geef dan deze code door aan de beheerder: {code}.",
    "Try again. Does it fail again? Then give this code to the administrator: {code}.",
)


def error_sentence(code: str, facts: Mapping[str, object], language: Language) -> Refusal:
    """
    Say what happened and what to do next.

    Never fails: a code without a sentence is named, a fact that is not there is called unknown.
    """
    sentence = SENTENCES.get(code, UNKNOWN_CODE)
    told = Facts({"code": code} | {name: _refusal(fact, language) for name, fact in facts.items()}, language)
    happened, next_step = (sentence.nl, sentence.next_nl) if language == Language.NL else (sentence.en, sentence.next_en)
    programs = FOR_PROGRAMS.get(code)
    return Refusal(
        capitalized(happened.format_map(told)),
        capitalized(next_step.format_map(told)),
        None if programs is None else programs.format_map(told),
    )


def _refusal(fact: object, language: Language) -> object:
    return error_sentence(fact.code, fact.facts, language).text if isinstance(fact, DomainError) else fact
