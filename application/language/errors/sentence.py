"""The shape of what a refusal says."""

from typing import NamedTuple


class Sentence(NamedTuple):
    """What happened and what to do next, in both languages."""

    nl: str
    en: str
    next_nl: str
    next_en: str
