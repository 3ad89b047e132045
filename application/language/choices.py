"""What every choice is called that a program can meet: in the words of people, by the name of its kind."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from application.evaluation.standing import Standing
from application.language.attention import SENTENCES
from application.language.evaluation.words import NOTES, TITLES, VERDICTS
from application.language.processing import GROUNDS, PURPOSES, REMEDY_WORDS, TERMS, WHAT
from application.language.subjects import LINES
from application.language.words import WORDS, Words
from application.ports.register_uploads import UploadState
from application.privacy.register import KeptFor, LawfulGround, Remedy, Term, What
from application.queries.attention import AttentionKind, ItemKind
from application.queries.auditing.figure_changes import HowChanged
from application.queries.auditing.reasons import ReasonPart
from application.queries.evaluating.evaluation import Note, Verdict, WhyLeftOut
from application.queries.evaluating.frozen_evaluations import WhyCorrected
from application.queries.mine import OwnPart

Choices = Mapping[str, Words]

ENDED: Choices = {
    "suspended": Words("stilgelegd", "suspended"),
    "dormant": Words("slapend", "dormant"),
    "merged": Words("opgegaan in een ander netwerk", "merged into another network"),
    "closed": Words("opgeheven", "closed"),
}
ITEM_KINDS: Mapping[ItemKind, Words] = {
    ItemKind.PLAN: Words("oprichtingsplan", "founding plan"),
    ItemKind.NETWORK: Words("netwerk", "network"),
    ItemKind.ADVICE_REQUEST: Words("adviesvraag", "request for advice"),
    ItemKind.PILOT: Words("pilot", "pilot"),
    ItemKind.GROUP: Words("groep die een netwerk wil", "group that wants a network"),
    ItemKind.CONVERSATION: Words("gesprek over het aantal leden", "talk about the number of members"),
    ItemKind.LESSONS: Words("geleerde lessen", "lessons"),
    ItemKind.FROZEN_EVALUATION: Words("bevroren evaluatie", "frozen evaluation"),
    ItemKind.PERSON: Words("persoon", "person"),
    ItemKind.PRIVACY_REQUEST: Words("verzoek over de eigen gegevens", "request about one's own data"),
    ItemKind.REFERENCE_LIFTING: Words("gevraagde naam achter een verwijzing", "lifting of a reference"),
    ItemKind.RECORD_LIFTING: Words("gevraagde inzage voor een controleur", "lifting of the record for an auditor"),
    ItemKind.REGISTER: Words("ledenadministratie", "member register"),
    ItemKind.MEMBER_CLAIM: Words("verzoek van iemand die zegt lid te zijn", "request of somebody who says to be a member"),
}
UPLOADS: Mapping[UploadState, Words] = {
    UploadState.TO_READ: Words("nog niet gelezen", "not read yet"),
    UploadState.REFUSED: Words("niet aangenomen", "refused"),
    UploadState.READ: Words("gelezen", "read"),
    UploadState.TO_TAKE: Words("wordt overgenomen", "is being taken in"),
    UploadState.TAKEN: Words("overgenomen", "taken in"),
}
LEFT_OUT: Mapping[WhyLeftOut, Words] = {
    WhyLeftOut.LEFT: Words("afgemeld", "left"),
    WhyLeftOut.PARTY_MEMBERSHIP_ENDED: Words("geen lid meer van de partij", "no longer a party member"),
    WhyLeftOut.NETWORK_CLOSED: Words("het netwerk is opgeheven", "the network closed"),
    WhyLeftOut.STEPPED_DOWN: Words("zit niet meer in de kerngroep", "is no longer in the core group"),
    WhyLeftOut.STRUCK: Words("doorgehaald", "struck"),
    WhyLeftOut.JOINED_LATER: Words("later aangemeld", "joined later"),
    WhyLeftOut.TOO_RECENT: Words("te kort geleden", "too recent"),
    WhyLeftOut.DECLINED: Words("niet in behandeling genomen", "not taken on"),
    WhyLeftOut.REQUEST_WITHDRAWN: Words("vraag ingetrokken", "request withdrawn"),
    WhyLeftOut.UNCLARIFIED: Words("vervallen: er kwam geen uitleg", "lapsed: no explanation came"),
    WhyLeftOut.LAPSED: Words("vervallen", "lapsed"),
    WhyLeftOut.REJECTED: Words("afgewezen", "rejected"),
    WhyLeftOut.PLAN_WITHDRAWN: Words("plan ingetrokken", "plan withdrawn"),
    WhyLeftOut.CALLED_OFF: Words("afgelast", "called off"),
}

KINDS_AND_WORDS: Mapping[type[StrEnum], Mapping[Any, Words]] = {
    **WORDS,
    AttentionKind: {kind: Words(said.nl, said.en) for kind, said in SENTENCES.items()},
    ItemKind: ITEM_KINDS,
    KeptFor: PURPOSES,
    LawfulGround: GROUNDS,
    Note: NOTES,
    Remedy: REMEDY_WORDS,
    Standing: {Standing.ACTIVE: Words("actief", "active"), **ENDED},
    Term: TERMS,
    UploadState: UPLOADS,
    Verdict: VERDICTS,
    What: WHAT,
    WhyLeftOut: LEFT_OUT,
    HowChanged: {
        HowChanged.CAME: Words("kwam erbij", "came"),
        HowChanged.WENT: Words("viel weg", "went"),
    },
    OwnPart: {
        OwnPart.BEGAN: Words("begon het plan", "began the plan"),
        OwnPart.ASKED: Words("gevraagd voor de kerngroep", "asked for the core group"),
        OwnPart.ACCEPTED: Words("wil in de kerngroep", "agreed to be in the core group"),
    },
    WhyCorrected: {
        WhyCorrected.LATER_ENTRIES: Words("later vastgelegd of verbeterd", "recorded or corrected later"),
        WhyCorrected.NEWER_METRIC: Words("anders berekend", "worked out in another way"),
        WhyCorrected.NO_LONGER_TOLD: Words("niet meer te zien", "no longer told"),
    },
    ReasonPart: {
        ReasonPart.COUNTED: Words("meegeteld", "counted"),
        ReasonPart.GROUND: Words("regel of telling erachter", "rule or count behind it"),
        ReasonPart.LEFT_OUT: Words("niet meegeteld", "left out"),
    },
}
BY_KIND: Mapping[str, Choices] = {
    kind.__name__: {str(choice): words for choice, words in told.items()} for kind, told in KINDS_AND_WORDS.items()
}

OF_EVENTS: Choices = {topic.rpartition(".")[2]: Words(line.nl, line.en) for topic, line in LINES.items()}
"""What the line about each kind of event says; names in braces are filled in."""

UNNAMED: tuple[Choices, ...] = (
    {"nl": Words("Nederlands", "Dutch"), "en": Words("Engels", "English")},
    {
        "open": Words("nog niet aan voldaan", "not met yet"),
        "met": Words("aan voldaan", "met"),
        "lapsed": Words("vervallen", "lapsed"),
    },
    {
        "planned": Words("gepland", "planned"),
        "held": Words("gehouden", "held"),
        "cancelled": Words("afgelast", "called off"),
    },
    {"open": Words("actief", "active"), **ENDED},
    {
        **{str(figure): words for figure, words in TITLES.items()},
        "joined": Words("aangemeld", "joined"),
        "left": Words("afgemeld", "left"),
        "core-group": Words("kerngroep", "core group"),
        "days-to-target": Words("dagen tot het streefaantal", "days until the target"),
        "status": Words("stand", "state"),
        "places-taken": Words("bezette plekken", "places taken"),
    },
    OF_EVENTS,
)
"""What choices are called that have no kind with a name."""


def words_of(kind: str | None, choices: Iterable[str]) -> Choices | None:
    """Give what each of some choices is called, None where not all are known."""
    wanted = list(choices)
    for known in UNNAMED if kind is None else (BY_KIND.get(kind, {}),):
        if set(wanted) <= set(known):
            return {each: known[each] for each in wanted}
    return None
