"""Sentences beside the parts of an answer, by what they are parts of."""

from collections.abc import Callable, Mapping
from typing import Any

from application.language.explained import decisions, differences, mine, networks
from application.language.words import Language

SENTENCES: Mapping[type, Callable[[Any, Language], str]] = {
    **mine.SENTENCES,
    **networks.SENTENCES,
    **decisions.SENTENCES,
    **differences.SENTENCES,
}
"""What says a part of an answer in a sentence."""


def explained(part: Any, language: Language) -> Any:  # noqa: ANN401  # one of these parts, as it was
    """Give a part of an answer with its sentence."""
    return part.model_copy(update={"sentence": SENTENCES[type(part)](part, language)})
