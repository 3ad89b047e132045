"""
How long the attention list waits, and in what order it shows things.

These are no rules: nobody is late by them, nothing follows from them, and another number changes no decision. What people
vote on is in the rule book (domain.pilot.rules). A page of the documentation is made from this table.
"""

from datetime import timedelta
from typing import NamedTuple


class Waiting(NamedTuple):
    """A time, and what the list does with it."""

    time: timedelta
    meaning: str


SOON = Waiting(timedelta(days=14), "What is due within it stands above what has no day; what is due later stands below.")
NOTICE = Waiting(
    timedelta(days=14), "For so long somebody is told what happened without them: recorded for them, another day, lapsed."
)
RETURNED_LONG = Waiting(timedelta(days=30), "For so long a group works on a returned plan before the bureau is told to call.")
QUESTION_LONG = Waiting(timedelta(days=14), "For so long a question on a plan is open before the bureau is told to call.")

WAITING = {
    "due soon": SOON,
    "notice": NOTICE,
    "plan returned long ago": RETURNED_LONG,
    "question open long": QUESTION_LONG,
}
