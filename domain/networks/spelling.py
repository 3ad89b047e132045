"""How the name of a network is written, so that two of them are never taken for one another."""

import re
import unicodedata
from typing import Final

from domain.kernel.characters import called, must_be_seen
from domain.kernel.errors import DomainError
from domain.networks.look_alikes import LOOKS_LIKE


class ForeignLetterInName(DomainError):
    """The name of a network is written in Latin, Greek or Cyrillic letters, and digits as in 1."""


class MixedScriptsInName(DomainError):
    """One word is written in one script: a Cyrillic letter in a Latin word is seen by nobody."""


class NameLooksLatin(DomainError):
    """A word in another script does not look as if it were in Latin letters."""


LATIN: Final = "LATIN"
SCRIPTS: Final = frozenset({LATIN, "GREEK", "CYRILLIC"})
BLANKS: Final = re.compile(" +")
WORD: Final = re.compile(r"[^\W\d_]+")
ALIKE: Final = str.maketrans(
    {"0": "o", "1": "l", "i": "l", "|": "l", "\u2212": "-"} | dict.fromkeys("\u2018\u2019\u201b\u2032`", "'")
)
"""What is taken for something else in the middle of a word, whatever the font."""


def in_one_form(name: str) -> str:
    """Give a name as it is kept: wide, small, raised and joined letters as the letters that they are, one space between words."""
    return BLANKS.sub(" ", unicodedata.normalize("NFKC", name)).strip(" ")


def must_be_plain(name: str) -> None:
    """
    Check that a name, in one form, shows what it is.

    :raises HiddenCharacterInName: if it has a character that nobody sees
    :raises ForeignLetterInName: if it has a letter or digit of another script than is known here
    :raises MixedScriptsInName: if one of its words is written in two scripts
    :raises NameLooksLatin: if one of its words is in another script, and looks Latin
    """
    must_be_seen(name)
    for character in name:
        if (character.isalpha() and _script(character) not in SCRIPTS) or (character.isdigit() and not character.isascii()):
            raise ForeignLetterInName(character=called(character))
    for word in WORD.findall(_without_marks(name)):
        _must_be_of_one_script(word)


def looks_of(name: str) -> str:
    """Give what is left of a name for somebody who glances at it: names that look alike have the same."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    seen = "".join(map(_looks, _without_marks(plain)))
    return " ".join(seen.translate(ALIKE).replace("rn", "m").replace("vv", "w").split())


def _must_be_of_one_script(word: str) -> None:
    scripts = {_script(letter) for letter in word}
    if len(scripts) > 1:
        usual = LATIN if LATIN in scripts else _script(word[0])
        raise MixedScriptsInName(character=called(next(letter for letter in word if _script(letter) != usual)))
    if LATIN not in scripts and all(letter in LOOKS_LIKE for letter in word):
        raise NameLooksLatin(character=called(word[0]))


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _without_marks(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    return "".join(character for character in apart if not unicodedata.category(character).startswith("M"))


def _looks(character: str) -> str:
    if unicodedata.category(character) == "Pd":
        return "-"
    return LOOKS_LIKE.get(character) or LOOKS_LIKE.get(character.upper(), character)
