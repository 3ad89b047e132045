"""The whole first page, part by part."""

from collections.abc import Callable
from datetime import date

from tests.evaluation.anew.sentences import beginnings, closing, members, opening, work
from tests.evaluation.anew.sentences.page import Page, Sentences

PARTS: dict[str, tuple[tuple[str, str], Callable[[Page], Sentences]]] = {
    "1": (("Welke netwerken zijn begonnen?", "Which networks started?"), beginnings.started),
    "2": (("Zijn de kerngroepen groot genoeg?", "Are the core groups large enough?"), beginnings.core_groups),
    "3": (
        (
            "Hoeveel leden hebben ze? Waren het er na een jaar vijftig?",
            "How many members do they have? Were there fifty after a year?",
        ),
        members.fifty,
    ),
    "4": (
        (
            "Komen de leden uit het hele land, en wie missen we nog?",
            "Do the members come from all over the country, and whom do we still miss?",
        ),
        members.breadth,
    ),
    "5": (("Kwamen ze bij elkaar?", "Did they meet?"), work.meetings),
    "6": (
        (
            "Is er advies gevraagd? Kwam het op tijd, en is er iets mee gedaan?",
            "Was advice asked? Did it come in time, and was it used?",
        ),
        work.advice,
    ),
    "7": (
        ("Wat brachten leden zelf in, en kregen zij antwoord?", "What did members contribute, and did they get an answer?"),
        work.contributions,
    ),
    "8": (("Hoeveel werk was het voor het partijbureau?", "How much work was it for the party bureau?"), work.bureau),
    "learned": (("Wat de kerngroepen leerden:", "What the core groups learned:"), closing.learned),
    "not yet": (("Wat wij nog niet kunnen zeggen:", "What we cannot say yet:"), closing.not_yet),
    "decided": (("Besloten:", "Decided:"), closing.decided),
    "asked": (("Gevraagd aan het bestuur:", "Asked of the board:"), closing.asked),
}
TITLE = ("EVALUATIE VAN DE PARTIJNETWERKEN", "EVALUATION OF THE PARTY NETWORKS")
COLUMNS = (
    ("Netwerk", "Network"),
    ("Status", "Status"),
    ("Leden", "Members"),
    ("Vijftig na een jaar", "Fifty after a year"),
    ("Kerngroep", "Core group"),
)


def first_page(page: Page, on: date) -> list[str]:
    """Its paragraphs, each on one line; a row of the table has one space between its cells."""
    columns = " ".join(page.say(*each) for each in COLUMNS)
    found = [page.say(*TITLE), " ".join(opening.head(page, on)), " ".join(opening.in_short(page)), " ".join(opening.spread(page))]
    rows = [" ".join(row) for row in opening.rows(page)]
    found += [columns, *rows] if rows else []
    found += [" ".join(opening.reasons(page))]
    for number, (title, sentences) in PARTS.items():
        if told := " ".join(sentences(page)):
            found += [f"{number}. {page.say(*title)}" if number.isdecimal() else page.say(*title), told]
    return [each for each in found if each]
