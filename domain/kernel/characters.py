"""Characters that do harm in what people type: nobody sees them, or they change the order in which the others are seen."""

import unicodedata
from typing import Final

from domain.kernel.errors import DomainError


class HiddenCharacterInName(DomainError):
    """A name is of characters that can be seen, on one line."""


HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Controls, formats (of no width, of direction), halves of pairs, private and unassigned ones, ends of lines."""

SELECTORS: Final = ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
BLANK: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0").union(
    chr(number) for first, last in SELECTORS for number in range(first, last + 1)
)
"""What is counted as a letter, a mark or a symbol and is not seen."""

REORDERING: Final = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""What lets a text be read in another order than it was typed, until its end or another such character."""

NO_CHARACTERS: Final = frozenset("\ufffe\uffff")
ENDS_LINE: Final = frozenset("\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def is_hidden(character: str) -> bool:
    """Say whether nobody sees a character; a space is seen."""
    return unicodedata.category(character) in HIDDEN or character in BLANK


def is_control(character: str) -> bool:
    """Say whether a character does something else than be read; the ends of lines are among them."""
    return unicodedata.category(character) in {"Cc", "Cs"} or character in REORDERING or character in NO_CHARACTERS


def called(character: str) -> str:
    """Give a character as people can look it up."""
    return f"U+{ord(character):04X}"


def must_be_seen(name: str) -> None:
    """
    Check that a name has nothing in it that nobody sees.

    :raises HiddenCharacterInName: if it has, with which
    """
    for character in name:
        if is_hidden(character):
            raise HiddenCharacterInName(character=called(character))
