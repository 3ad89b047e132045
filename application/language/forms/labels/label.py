"""What a label is, and hints that several share."""

from typing import NamedTuple

from application.language.words import Words


class Label(NamedTuple):
    """A label, a hint where one helps, and what stands beside the field when it is empty."""

    words: Words
    ask: Words
    hint: Words | None = None


NO_NAMES = Words("Noem geen namen van mensen.", "Name no people.")
WITHOUT_END = Words("Laat dit leeg als er geen einde is.", "Leave this empty if there is no end.")


def label(nl: str, en: str, ask_nl: str, ask_en: str, hint: Words | None = None) -> Label:
    """Make a label from its words in Dutch and in English."""
    return Label(Words(nl, en), Words(ask_nl, ask_en), hint)
