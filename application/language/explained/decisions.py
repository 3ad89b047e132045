"""A decision of the board, in sentences: what, when, who took part, who did not, why, and what became of its conditions."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from application.language.decisions import DECISIONS
from application.language.events import deciding
from application.language.formatting import Facts, capitalized
from application.language.words import Language, Words, word
from application.queries.plans import DecidedCondition, DecidedEntry, DecisionEntry
from domain.kernel.acts import Decided
from domain.kernel.days import day_of
from domain.kernel.events import events_of
from domain.pilot.pilot import Pilot
from domain.pilot.rules import NetworkType

DECIDED = Words("Besluit van {day}: {what}. Het gaat over {name}.", "Decision of {day}: {what}. It is about {name}.")
NOT_KNOWN_HOW = Words("Hoe het bestuur dit besloot, is niet bekend.", "How the board decided this is not known.")
RECUSED = Words(
    "{number:bestuurslid deed|bestuursleden deden} niet mee vanwege een tegenstrijdig belang.",
    "{number:board member|board members} took no part because of a conflict of interest.",
)
BECAUSE = Words("De redenen: {reasons}", "The reasons: {reasons}")
BEYOND = Words(
    "Alle plekken waren bezet. Toch besloot het bestuur dit: {reasons}",
    "All places were taken. Why the board decided so: {reasons}",
)
CONDITION = Words(
    "Voorwaarde {number}: {text} ({owner}, uiterlijk {due}). {state}", "Condition {number}: {text} ({owner}, by {due}). {state}"
)
OF_PILOT = frozenset(each.TOPIC for each in events_of(Pilot))
THE_PILOT = Words("de pilot", "the pilot")
STATES: Mapping[str | None, Words] = {
    "open": Words("Hieraan is nog niet voldaan.", "It has not been met yet."),
    "met": Words("Hieraan is voldaan.", "It has been met."),
    "lapsed": Words("De voorwaarde is vervallen.", "It lapsed."),
    None: Words("", ""),
}


def _decision(of: DecisionEntry, language: Language) -> str:
    return " ".join(capitalized(said.strip()) for said in _said(of, language))


def how_and_why(of: DecisionEntry, language: Language) -> str:
    """Say what there is to say of a decision beside its day, and what was decided about what."""
    _, *told = _said(of, language)
    return " ".join(capitalized(said.strip()) for said in told)


def _said(of: DecisionEntry, language: Language) -> Iterator[str]:
    def say(words: Words, **facts: object) -> str:
        return words.in_language(language).format_map(Facts(facts, language))

    yield say(DECIDED, day=day_of(of.at), what=DECISIONS[of.decision].in_language(language), name=about(of, language))
    how = (say(NOT_KNOWN_HOW),) if of.decided is None else deciding(_as_decided(of.decided), language)
    yield from how if of.tells_of_people else how[:1]
    if of.recused:
        yield say(RECUSED, number=len(of.recused))
    if of.reasons:
        yield say(BECAUSE, reasons=of.reasons)
    if of.beyond_places_because:
        yield say(BEYOND, reasons=of.beyond_places_because)
    yield from (_condition(each, language) for each in of.conditions)


def about(of: DecisionEntry, language: Language) -> str:
    """Give the name of what was decided about; of rules for which networks they are, and of a pilot that it is one."""
    if of.decision in OF_PILOT:
        return THE_PILOT.in_language(language)
    kind, _, _version = of.name.partition(" ")
    return word(NetworkType(kind), language) if kind in set(NetworkType) else of.name


def _as_decided(of: DecidedEntry) -> Decided:
    return Decided(form=of.form, day=of.day, taking_part=of.taking_part, mandate=of.mandate)


def _condition(of: DecidedCondition, language: Language) -> str:
    state = STATES[of.state].in_language(language)
    facts = Facts({"number": of.number, "text": of.text, "owner": of.owner, "due": of.due, "state": state}, language)
    return CONDITION.in_language(language).format_map(facts)


SENTENCES: Mapping[type, Callable[[Any, Language], str]] = {DecisionEntry: _decision}
