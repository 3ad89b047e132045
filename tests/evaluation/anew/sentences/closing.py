"""What was learned, what cannot be said yet, what was decided and what is asked."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tests.evaluation.anew.sentences.beginnings import plans_that_wait
from tests.evaluation.anew.sentences.page import Page, Sentences
from tests.evaluation.anew.sentences.work import of_answers
from tests.evaluation.anew.standing import suspensions

LESSONS = {
    "whatWorked": ("Wat werkte", "What worked"),
    "whatDidNot": ("Wat werkte niet", "What did not work"),
    "whatToChange": ("Wat moet de partij veranderen", "What should the party change"),
    "answer": ("Het bestuur antwoordde", "The board answered"),
}


def learned(page: Page) -> Sentences:
    told = [(each, page.of("lessons", each)["detail"].get("told", [])) for each in page.networks]
    told = [(each, lessons) for each, lessons in told if lessons]
    if not told:
        yield page.say("De kerngroepen vertelden nog geen lessen.", "The core groups told no lessons yet.")
        return
    for network, lessons in told:
        yield f"{page.name(network)}."
        for lesson in lessons:
            yield from (f"{page.say(*title)}: “{lesson[key]}”" for key, title in LESSONS.items() if lesson[key])
    yield page.say("De andere kerngroepen vertelden nog geen lessen.", "The other core groups told no lessons yet.")


def not_yet(page: Page) -> Sentences:
    if young := page.without_a_year("not-yet-measurable"):
        yield page.say(
            f"Of deze na een jaar vijftig leden hebben: {page.names(young)}.",
            f"Whether these will have fifty members after a year: {page.names(young)}.",
        )
    if page.unknown_uses:
        count = of_answers(page, page.unknown_uses)
        yield page.say(f"Wat er met {count} op adviesvragen is gedaan.", f"What was done with {count} to requests for advice.")
    yield page.say(
        "Of leden tevreden zijn, wat het kostte en wat werkgroepen deden.",
        "Whether members are satisfied, what it cost, and what working groups did.",
    )


def decided(page: Page) -> Sentences:
    for ended in page.in_pilot("PilotEnded"):
        day = page.words.day(ended.day)
        yield page.say(
            f"Op {day} beëindigde het bestuur de pilot: er is geen maximum meer.",
            f"On {day} the board ended the pilot: there is no maximum any more.",
        )
    yield from _suspended(page)
    for renewed in page.happened("NetworkRenewed"):
        if not page.is_of_pilot(page.party.networks[renewed.item]):
            continue
        name, until = page.name(page.party.networks[renewed.item]), page.words.day(renewed.said.ends_on)
        yield page.say(f"{name} is verlengd tot en met {until}.", f"{name} was renewed up to and including {until}.")


def _suspended(page: Page) -> Sentences:
    """The suspensions that ended."""
    for network in filter(page.is_of_pilot, page.networks):
        for told in suspensions(page.party, network, page.sensitive):
            if told["resumedOn"] is None:
                continue
            first, last = (page.words.day(date.fromisoformat(told[each])) for each in ("day", "resumedOn"))
            name = page.name(network)
            yield page.say(f"{name} was stilgelegd van {first} tot {last}.", f"{name} was suspended from {first} until {last}.")
            if told["reasons"] is not None:
                yield page.say(f"De reden: “{told['reasons']}”", f"The reason: “{told['reasons']}”")


def asked(page: Page) -> Sentences:
    if waiting := plans_that_wait(page):
        names = page.words.listed([name for name, _ in waiting])
        yield page.say(
            f"Richt u deze netwerken op? Het plan is goedgekeurd en wacht: {names}.",
            f"Will you found these networks? The plan is approved and waits: {names}.",
        )
    small = [each for each in page.open_networks if page.of("core-group-size", each)["verdict"] == "too-small"]
    if small:
        names = page.names(small)
        yield page.say(
            f"Hoe gaan deze netwerken verder, met een te kleine kerngroep: {names}?",
            f"How do these go on, with a core group that is too small: {names}?",
        )
    unanswered = [each for each in page.networks if _waits(page.of("lessons", each)["detail"].get("told", ()))]
    if unanswered:
        names = page.names(unanswered)
        yield page.say(
            f"Wat antwoordt u op de lessen van {names}?",
            f"What do you answer to the lessons of {names}?",
        )
    if page.unknown_uses:
        yield page.say(
            "Wilt u adviesvragers vragen te melden wat zij met een advies doen?",
            "Will you ask requesters to report what they do with advice?",
        )


def _waits(told: Iterable[Mapping[str, Any]]) -> bool:
    """Whether something should change to which there is no answer."""
    return any(lesson["whatToChange"] and not lesson["answer"] for lesson in told)
