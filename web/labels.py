"""What fields are called, until `application/language/` says it of every one."""

from collections.abc import Mapping
from typing import NamedTuple

from application.language.words import Words


class FieldLabel(NamedTuple):
    """A label, what stands beside the field when it is empty, and a hint where one helps."""

    words: Words
    ask: Words
    hint: Words | None = None


LABELS: Mapping[str, FieldLabel] = {}


def label_of(name: str) -> FieldLabel:
    """Give the label of a field; one that nobody wrote is its name."""
    written = name.replace("_", " ").capitalize()
    return LABELS.get(name) or FieldLabel(Words(written, written), Words(f"Vul in: {written}", f"Fill in: {written}"))
