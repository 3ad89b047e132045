"""The appendix: under each figure a line for each network, and one for all of which nothing is told for one reason."""

from collections import Counter
from collections.abc import Iterator

from tests.evaluation.anew.figure import Said
from tests.evaluation.anew.sentences.cells import TITLES, cell, is_empty
from tests.evaluation.anew.sentences.page import Page

OF_ALL = {
    "networks-founded": ("netwerken begonnen", "networks begun"),
    "plan-outcomes": ("hoe het met de plannen staat", "where the plans stand"),
    "plan-lead-time": ("dagen van indienen tot goedkeuren", "days from submission to approval"),
    "plan-rounds": ("versies van een plan", "versions of a plan"),
    "waiting-list": ("plannen op de wachtlijst", "plans on the waiting list"),
    "bureau-days": ("dagen dat een plan bij het bureau lag", "days that a plan was with the bureau"),
    "bureau-hours": ("uren van het bureau per maand (schatting)", "hours of the bureau per month (estimate)"),
    "reach": ("partijleden in minstens één netwerk", "party members in at least one network"),
    "overlap": ("leden in meer dan één netwerk", "members in more than one network"),
}


def appendix(page: Page) -> Iterator[tuple[str, list[str]]]:
    """The title of each figure, and the lines under what it is said to be."""
    for figure, title in OF_ALL.items():
        line = f"{page.say('alle netwerken', 'all networks')} {cell(page.words, figure, page.of(figure))}"
        yield _begun_with_a_capital(page.say(*title)), [line]
    for figure, title in TITLES.items():
        yield _begun_with_a_capital(page.say(*title)), list(_lines(page, figure))


def _begun_with_a_capital(title: str) -> str:
    return title[0].upper() + title[1:]


def _lines(page: Page, figure: str) -> Iterator[str]:
    told = [(page.name(network), page.of(figure, network)) for network in page.networks]
    reasons = Counter(_reason(page, figure, said) for _, said in told if is_empty(figure, said))
    reason, times = reasons.most_common(1)[0] if reasons else ("", 0)
    if times == len(told):
        nothing = reason == page.say("nog niets vastgelegd", "nothing recorded yet")
        for_any = page.say("voor geen enkel netwerk is iets vastgelegd", "nothing recorded for any network")
        yield for_any if nothing else f"{page.say('voor alle netwerken', 'for all networks')}: {reason}"
        return
    for name, said in told:
        if times < 2 or not is_empty(figure, said) or _reason(page, figure, said) != reason:
            yield f"{name} {cell(page.words, figure, said)}"
    if times >= 2:
        yield f"{page.say('voor de andere netwerken', 'for the other networks')}: {reason}"


def _reason(page: Page, figure: str, said: Said) -> str:
    """Why nothing is told: what stands in its place before what is aimed at."""
    return cell(page.words, figure, said).split("; ")[0]
