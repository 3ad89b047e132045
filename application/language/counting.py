"""Numbers in sentences, with what they count: none, one, two to twelve in words, and figures from thirteen on."""

import re
from typing import Self

from application.language.words import Language, Words

NONE = Words("geen", "no")
ONE = Words("één", "one")
UNKNOWN_NUMBER = Words("een onbekend aantal", "an unknown number of")
IN_WORDS = (
    *(Words("twee", "two"), Words("drie", "three"), Words("vier", "four"), Words("vijf", "five")),
    *(Words("zes", "six"), Words("zeven", "seven"), Words("acht", "eight"), Words("negen", "nine")),
    *(Words("tien", "ten"), Words("elf", "eleven"), Words("twaalf", "twelve")),
)
"""From two on."""


COUNTED = re.compile(r"\{(\w+):([^}]+)\}")


def of_many(sentence: str) -> str:
    """Give a sentence as it stands of many, for a list of sentences: "{has} leden"."""
    return COUNTED.sub(lambda found: _form(found[1], found[2].split("|")[-1]), sentence)


def _form(name: str, more: str) -> str:
    return more.replace("#", f"{{{name}}}") if "#" in more else f"{{{name}}} {more}"


class FormattedFact(str):
    """
    A fact as people read it, of which a sentence can name what it counts.

    `{has:lid|leden}` becomes "geen leden", "één lid", "twee leden" or "13 leden"; `{has}` alone stays a figure.
    A first form of three is for none, and `#` is where the number stands: `{has:geen steun|steun van # lid|steun van # leden}`.
    """

    __slots__ = ("language", "number")

    number: float | None
    language: Language

    def __new__(cls, told: str, language: Language, number: float | None = None) -> Self:
        """Keep the number beside how it is written, because "one" and "none" have words of their own."""
        made = super().__new__(cls, told)
        made.number, made.language = number, language
        return made

    def __format__(self, counted: str) -> str:
        if not counted:
            return str(self)
        *none, one, more = counted.split("|")
        if none and self.number == 0:
            return none[0]
        form = one if self.number == 1 else more
        return form.replace("#", self._counting()) if "#" in form else f"{self._counting()} {form}"

    def _counting(self) -> str:
        match self.number:
            case 0:
                return NONE.in_language(self.language)
            case 1:
                return ONE.in_language(self.language)
            case int() | float() as number if number in range(2, 2 + len(IN_WORDS)):
                return IN_WORDS[int(number) - 2].in_language(self.language)
            case _:
                return str(self)


class Unknown(FormattedFact):
    """A fact that is not there: a sentence must never fail."""

    __slots__ = ()

    def _counting(self) -> str:
        return UNKNOWN_NUMBER.in_language(self.language)
