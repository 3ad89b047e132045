"""Who answers which question."""

from typing import get_type_hints

from application.queries import all_queries
from application.queries.acts import PossibleActs
from application.queries.auditing.figure_changes import FigureChanges
from application.service import OF_NOW
from projections.queries.answers import ANSWERS

NOT_OF_THE_READ_SIDE = OF_NOW.keys() | {PossibleActs, FigureChanges}
"""The vault answers these, trying each command does, or the answers to another question."""


def test_every_question_that_no_other_part_answers_has_the_function_that_takes_it():
    of_the_read_side = set(all_queries()) - NOT_OF_THE_READ_SIDE
    assert {question for question in ANSWERS if question.CAN_BE_ASKED} == of_the_read_side
    takes = {
        question: [kind for name, kind in get_type_hints(answer).items() if name not in {"as_of", "return"}]
        for question, answer in ANSWERS.items()
    }
    assert {question: taken for question, taken in takes.items() if taken != [question]} == {}
