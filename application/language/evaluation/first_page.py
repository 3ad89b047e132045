"""The first page: eight questions, in one order, each with its answer."""

from collections.abc import Callable, Iterable, Mapping

from application.evaluation.figures import Topic
from application.language.evaluation import about_networks, about_work
from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.words import QUESTIONS
from application.language.words import Words

NOTHING_TO_TELL = Words("Daar is nog niets over te zeggen.", "Nothing can be said about that yet.")
ANSWERS: Mapping[Topic, Callable[[EvaluationPage], Iterable[str]]] = {
    Topic.STARTED: about_networks.started,
    Topic.CORE_GROUPS: about_networks.core_groups,
    Topic.MEMBERS: about_networks.members,
    Topic.BREADTH: about_networks.breadth,
    Topic.MEETINGS: about_networks.meetings,
    Topic.ADVICE: about_work.advice,
    Topic.INPUT: about_work.members_input,
    Topic.BUREAU: about_work.bureau,
}


def first_page(page: EvaluationPage) -> list[tuple[str, list[str]]]:
    """Give the eight questions, each with its answer in sentences."""
    return [(page.say(QUESTIONS[topic]), [*answer(page)] or [page.say(NOTHING_TO_TELL)]) for topic, answer in ANSWERS.items()]
