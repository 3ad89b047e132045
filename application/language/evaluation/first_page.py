"""The first page: how networks stand, eight questions in one order, and what follows from them."""

from collections.abc import Callable, Iterable, Mapping

from application.evaluation.figures import Topic
from application.language.evaluation import about_networks, about_people, about_work
from application.language.evaluation.page import EvaluationPage
from application.language.words import Words

NOTHING_TO_TELL = Words("Daar is nog niets over te zeggen.", "Nothing can be said about that yet.")

Answer = Callable[[EvaluationPage], Iterable[str]]
QUESTIONS: Mapping[Topic, tuple[Words, Answer]] = {
    Topic.STARTED: (Words("Welke netwerken zijn begonnen?", "Which networks started?"), about_networks.started),
    Topic.CORE_GROUPS: (
        Words("Zijn de kerngroepen groot genoeg?", "Are the core groups large enough?"),
        about_networks.core_groups,
    ),
    Topic.MEMBERS: (
        Words(
            "Hoeveel leden hebben ze? Waren het er na een jaar vijftig?",
            "How many members do they have? Were there fifty after a year?",
        ),
        about_networks.members,
    ),
    Topic.BREADTH: (
        Words(
            "Komen de leden uit het hele land, en wie missen we nog?",
            "Do the members come from all over the country, and whom do we still miss?",
        ),
        about_people.breadth,
    ),
    Topic.MEETINGS: (Words("Kwamen ze bij elkaar?", "Did they meet?"), about_people.meetings),
    Topic.ADVICE: (
        Words(
            "Is er advies gevraagd? Kwam het op tijd, en is er iets mee gedaan?",
            "Was advice asked? Did it come in time, and was it used?",
        ),
        about_work.advice,
    ),
    Topic.INPUT: (
        Words("Wat brachten leden zelf in, en kregen zij antwoord?", "What did members contribute, and did they get an answer?"),
        about_work.members_input,
    ),
    Topic.BUREAU: (
        Words("Hoeveel werk was het voor het partijbureau?", "How much work was it for the party bureau?"),
        about_work.bureau,
    ),
}
"""Each with what answers it."""


def first_page(page: EvaluationPage) -> list[tuple[str, list[str]]]:
    """Give the eight questions, each with its answer in sentences."""
    return [(page.say(question), [*answer(page)] or [page.say(NOTHING_TO_TELL)]) for question, answer in QUESTIONS.values()]
