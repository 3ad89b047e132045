"""What fields are called until `application/language/` says it of every one."""

from collections.abc import Mapping
from typing import NamedTuple

from application.language.words import Words


class Label(NamedTuple):
    """A label, and a hint where one helps."""

    words: Words
    hint: Words | None = None


LABELS: Mapping[str, Label] = {}
