"""The shapes of what is said: one line for a kind of event, what happened and what to do next for a refusal."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from application.language.words import Language, Words

NOTHING_MORE: Mapping[str, Words] = MappingProxyType({})


class Line(NamedTuple):
    """
    A sentence about one kind of event.

    ``{who}`` is whoever did it, other names in braces are fields of the event or of what it holds. ``also`` adds a sentence
    when a field is there.
    """

    nl: str
    en: str
    also: Mapping[str, Words] = NOTHING_MORE

    def in_language(self, language: Language, data: Mapping[str, object]) -> list[str]:
        """Give the sentences that these data call for."""
        first = self.nl if language == Language.NL else self.en
        return [first, *(words.in_language(language) for name, words in self.also.items() if data.get(name))]


class Sentence(NamedTuple):
    """What happened and what to do next, in both languages."""

    nl: str
    en: str
    next_nl: str
    next_en: str


BECAUSE = Words("Reden: {reason}", "Reason: {reason}")
CORRECTED = Line(
    "{who} verbeterde een vermelding ({mistake}): het gebeurde op {at}.",
    "{who} corrected an entry ({mistake}): it happened on {at}.",
)
WITHDRAWN = Line("{who} trok een vermelding in ({mistake}).", "{who} withdrew an entry ({mistake}).")
