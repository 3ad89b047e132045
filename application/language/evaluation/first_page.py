"""The first page: eight questions, in one order, each with its answer."""

from application.evaluation.figures import Topic
from application.language.evaluation import about_networks, about_work  # noqa: F401  # their answers become known
from application.language.evaluation.page import ANSWERS, EvaluationPage
from application.language.evaluation.words import QUESTIONS
from application.language.words import Words

NOTHING_TO_TELL = Words("Daar is nog niets over te zeggen.", "Nothing can be said about that yet.")


def first_page(page: EvaluationPage) -> list[tuple[str, list[str]]]:
    """Give the eight questions, each with its answer in sentences."""
    return [(page.say(QUESTIONS[topic]), [*ANSWERS[topic](page)] or [page.say(NOTHING_TO_TELL)]) for topic in Topic]
