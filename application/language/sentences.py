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
    when a field is there. ``oneself`` is said instead when whoever did it did it to themselves. ``by_itself`` is what nobody
    does: time, a rule or something else brings it about, and no history says that somebody did.
    """

    nl: str
    en: str
    also: Mapping[str, Words] = NOTHING_MORE
    oneself: Words | None = None
    by_itself: bool = False

    def in_language(self, language: Language, data: Mapping[str, object], *, of_oneself: bool = False) -> list[str]:
        """Give the sentences that these data call for."""
        first = self.oneself if self.oneself is not None and of_oneself else Words(self.nl, self.en)
        also = (words.in_language(language) for name, words in self.also.items() if data.get(name))
        return [first.in_language(language), *also]


class Sentence(NamedTuple):
    """What happened and what to do next, in both languages."""

    nl: str
    en: str
    next_nl: str
    next_en: str


BECAUSE = Words("Reden: {reason}", "Reason: {reason}")
RIGHT_DAY = Words("De goede dag is {at}.", "The right day is {at}.")
CORRECTED = Line("{who} verbeterde een regel ({mistake}).", "{who} corrected a line ({mistake}).", {"at": RIGHT_DAY})
WITHDRAWN = Line("{who} haalde een regel door ({mistake}).", "{who} struck a line ({mistake}).")
