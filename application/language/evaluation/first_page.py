"""The first page: eight questions, in one order, each with its answer."""

from collections.abc import Callable, Iterable, Mapping

from application.evaluation.figures import Topic
from application.language.evaluation import about_networks, about_work
from application.language.evaluation.page import EvaluationPage
from application.language.words import Words

NOTHING_TO_TELL = Words("Daar is nog niets over te zeggen.", "Nothing can be said about that yet.")

Answer = Callable[[EvaluationPage], Iterable[str]]
QUESTIONS: Mapping[Topic, tuple[Words, Answer]] = {
    Topic.STARTED: (Words("Welke netwerken zijn begonnen?", "Which networks started?"), about_networks.started),
    Topic.CORE_GROUPS: (Words("Staan hun kerngroepen?", "Do their core groups stand?"), about_networks.core_groups),
    Topic.MEMBERS: (
        Words("Hoeveel leden hebben ze, en vijftig na een jaar?", "How many members do they have, and fifty after a year?"),
        about_networks.members,
    ),
    Topic.BREADTH: (
        Words("Lijken ze op de partij, en wie missen we nog?", "Do they look like the party, and whom do we still miss?"),
        about_networks.breadth,
    ),
    Topic.MEETINGS: (Words("Kwamen ze bij elkaar?", "Did they meet?"), about_networks.meetings),
    Topic.ADVICE: (
        Words("Is er advies gevraagd, op tijd gegeven en gebruikt?", "Was advice asked, given in time, and used?"),
        about_work.advice,
    ),
    Topic.INPUT: (Words("Is er inbreng gegeven en beantwoord?", "Was input given and answered?"), about_work.members_input),
    Topic.BUREAU: (Words("Wat vroeg het van het partijbureau?", "What did it ask of the party bureau?"), about_work.bureau),
}
"""Each with what answers it."""


def first_page(page: EvaluationPage) -> list[tuple[str, list[str]]]:
    """Give the eight questions, each with its answer in sentences."""
    return [(page.say(question), [*answer(page)] or [page.say(NOTHING_TO_TELL)]) for question, answer in QUESTIONS.values()]
