"""Who answers which question."""

from typing import get_type_hints

from application.access.redaction import OF_NOW as ANSWERED_NOW
from application.queries import all_queries
from projections.queries.answers import ANSWERS


def test_every_question_that_the_vault_does_not_answer_has_the_function_that_takes_it():
    of_the_read_side = {question for question in all_queries() if not issubclass(question, ANSWERED_NOW)}
    assert {question for question in ANSWERS if question.CAN_BE_ASKED} == of_the_read_side
    takes = {
        question: [kind for name, kind in get_type_hints(answer).items() if name not in {"as_of", "return"}]
        for question, answer in ANSWERS.items()
    }
    assert {question: taken for question, taken in takes.items() if taken != [question]} == {}
