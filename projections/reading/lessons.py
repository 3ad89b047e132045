"""What the board answered to lessons: of what was known by then, the newest to a telling that wanted the same changed."""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from projections.reading.query_service import AsOf
from projections.store.bulk_writes import Row
from projections.store.tables import lesson_answers

Answers = Mapping[str, Sequence[Row]]
"""Answers by the lessons that they are to, the oldest first."""


def answers_to_lessons(as_of: AsOf) -> Answers:
    """Give all that the board answered by then and stands."""
    return by_lessons(as_of.rows(lesson_answers, lesson_answers.c.at < as_of.before))


def by_lessons(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Give rows of some lessons by these, in the order in which they were recorded."""
    found: dict[str, list[Row]] = {}
    for row in sorted(rows, key=itemgetter("number")):
        found.setdefault(row["owner"], []).append(row)
    return found


def answer_to(told: Sequence[Row], answers: Answers) -> Row | None:
    """
    Give the answer that counts for the newest of some tellings: one holds for as long as the core group says the same.

    :param told: the tellings of one half year that stand, the newest last
    """
    asked = {row["number"] for row in told if row["what_to_change"] == told[-1]["what_to_change"]}
    given = [row for row in answers.get(told[-1]["owner"], ()) if row["telling"] in asked]
    return given[-1] if given else None
