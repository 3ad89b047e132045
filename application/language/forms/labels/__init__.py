"""
What each field of a command is called in a form, with a hint where one helps, and what to do when it is empty.

By the name of the field; where a command means something else by it, by the command and the field (``OF_COMMANDS``). Fields of
parts (one condition, one share) are among them.
"""

from collections.abc import Mapping

from application.language.forms.labels.about import ABOUT
from application.language.forms.labels.choices import CHOICES
from application.language.forms.labels.days import WHEN
from application.language.forms.labels.label import Label
from application.language.forms.labels.numbers import NUMBERS, PARTS
from application.language.forms.labels.of_commands import OF_COMMANDS
from application.language.forms.labels.people import PEOPLE
from application.language.forms.labels.texts import TEXTS

LABELS: Mapping[str, Label] = {**WHEN, **PEOPLE, **ABOUT, **TEXTS, **CHOICES, **NUMBERS, **PARTS}


def label_of(command: str, name: str) -> Label:
    """Give what a field of a command, or of a part of one, is called; by the names of their classes."""
    return OF_COMMANDS.get((command, name)) or LABELS[name]
