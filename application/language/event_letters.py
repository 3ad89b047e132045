"""What letters say that follow from events. Of a network with extra protection they say neither the name nor the word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from application.language.letters import Sender, Text, letter
from application.language.words import Language, Words
from application.letters.kinds import LetterKind

NOT_NAMED = Words("een netwerk dat wij hier niet noemen", "a network that we do not name here")
NOT_NAMED_PLAN = Words("een plan dat wij hier niet noemen", "a plan that we do not name here")
NEUTRAL = Words("Er is bericht voor u", "There is a message for you")
"""The subject of a letter about what is not named: it is read over a shoulder."""
START = "te-doen"
THE_PLAN = Words("het plan voor {name}", "the plan for {name}")


class LetterWords(NamedTuple):
    """Subject, what happened, and what somebody can do there."""

    subject: Words
    happened: Words
    can_do: Words


@dataclass(frozen=True)
class LetterTopic:
    """
    What a letter is about, as it is when the letter is sent.

    :param name: of the network or plan; None where it is not named
    :param welcome: what the core group writes to new members
    :param meets_on: the day of the next meeting, in words
    :param page: where to read more: of what is not named the own list of tasks
    """

    name: str | None
    page: str
    reasons: str | None = None
    missing: str | None = None
    welcome: str | None = None
    meets_on: str | None = None


SAID: Mapping[LetterKind, LetterWords] = {
    LetterKind.ADVICE_ASKED: LetterWords(
        Words("Er is een adviesvraag", "There is a request for advice"),
        Words(
            "Er is een adviesvraag gesteld aan {name}. U zit in de kerngroep.",
            "A request for advice was put to {name}. You are in the core group.",
        ),
        Words("Lees de vraag en neem de vraag in behandeling: {page}", "Read the request and take it on: {page}"),
    ),
    LetterKind.QUESTION_RECEIVED: LetterWords(
        Words("Uw adviesvraag is ontvangen", "Your request for advice was received"),
        Words("Uw adviesvraag ligt bij de kerngroep van {name}.", "Your request for advice is with the core group of {name}."),
        Words("Volg uw vraag op deze pagina: {page}", "Follow your request on this page: {page}"),
    ),
    LetterKind.ADVICE_ANSWERED: LetterWords(
        Words("Er is antwoord op uw adviesvraag", "Your request for advice was answered"),
        Words("U vroeg advies aan {name}. Het antwoord is er.", "You asked {name} for advice. The answer is there."),
        Words(
            "Lees het antwoord op deze pagina, en laat later weten wat u met het advies deed: {page}",
            "Read the answer on this page, and tell later what you did with the advice: {page}",
        ),
    ),
    LetterKind.PLAN_APPROVED: LetterWords(
        Words("Het bestuur besloot over uw plan", "The board decided on your plan"),
        Words(
            "Het Landelijk Bestuur keurde {name} goed. Wij feliciteren u.", "The National Board approved {name}. Congratulations."
        ),
        Words("Lees hier wat er nu gebeurt: {page}", "Read here what happens now: {page}"),
    ),
    LetterKind.PLAN_REJECTED: LetterWords(
        Words("Het bestuur besloot over uw plan", "The board decided on your plan"),
        Words("Het Landelijk Bestuur wees {name} af.", "The National Board rejected {name}."),
        Words(
            "U kunt een nieuw plan indienen. Lees het besluit hier: {page}",
            "You can submit a new plan. Read the decision here: {page}",
        ),
    ),
    LetterKind.PLAN_RETURNED: LetterWords(
        Words("Uw plan is nog niet compleet", "Your plan is not complete yet"),
        Words(
            "Het partijbureau gaf {name} terug. Het plan is nog niet compleet.",
            "The party bureau returned {name}. It is not complete yet.",
        ),
        Words("Vul het plan aan en dien het opnieuw in: {page}", "Complete the plan and submit it again: {page}"),
    ),
    LetterKind.INVITED_TO_SEAT: LetterWords(
        Words("U bent gevraagd voor een kerngroep", "You were asked for a core group"),
        Words("U bent gevraagd voor de kerngroep in {name}.", "You were asked for the core group in {name}."),
        Words("Laat weten of u meedoet: {page}", "Tell whether you take part: {page}"),
    ),
    LetterKind.INVITED_AS_EXPERT: LetterWords(
        Words("U bent gevraagd als deskundige", "You were invited as an expert"),
        Words(
            "De kerngroep van {name} vraagt u als deskundige bij een adviesvraag.",
            "The core group of {name} invites you as an expert on a request for advice.",
        ),
        Words("Laat weten of u meedoet: {page}", "Tell whether you take part: {page}"),
    ),
    LetterKind.YOU_JOINED: LetterWords(
        Words("U bent nu lid", "You are a member now"),
        Words("U bent nu lid van {name}. Welkom.", "You are a member of {name} now. Welcome."),
        Words(
            "Hier staat wanneer het netwerk bij elkaar komt. U kunt zich altijd afmelden, een reden is niet nodig: {page}",
            "Here you find when the network meets. You can leave at any time, without a reason: {page}",
        ),
    ),
    LetterKind.NEW_MEMBER: LetterWords(
        Words("Er is een nieuw lid", "There is a new member"),
        Words(
            "Er is een nieuw lid van {name}. U zit in de kerngroep.",
            "There is a new member of {name}. You are in the core group.",
        ),
        Words("Kijk wie het is, en heet het nieuwe lid welkom: {page}", "See who it is, and welcome the new member: {page}"),
    ),
    LetterKind.YOU_LEFT: LetterWords(
        Words("U hebt zich afgemeld", "You have left"),
        Words(
            "U bent geen lid meer van {name}. Een reden is niet nodig.",
            "You are no longer a member of {name}. No reason is needed.",
        ),
        Words(
            "Was dit niet de bedoeling? U kunt weer lid worden: {page}",
            "Was this not what you wanted? You can join again: {page}",
        ),
    ),
    LetterKind.NEW_NETWORK: LetterWords(
        Words("Er is een nieuw netwerk", "There is a new network"),
        Words(
            "{name} is begonnen. U liet ons weten dat u daarvan wilt horen.",
            "{name} has begun. You told us that you want to hear of it.",
        ),
        Words(
            "Lees wat het netwerk doet, en word lid als u dat wilt: {page}",
            "Read what the network does, and join it if you like: {page}",
        ),
    ),
    LetterKind.PURPOSE_CHANGED: LetterWords(
        Words("Het doel van uw netwerk is gewijzigd", "The purpose of your network has changed"),
        Words("Het doel van {name} is gewijzigd.", "The purpose of {name} has changed."),
        Words(
            "Lees het nieuwe doel. U mag zelf kiezen of u lid blijft: {page}",
            "Read the new purpose. You choose whether you stay a member: {page}",
        ),
    ),
}

DECIDED: Mapping[str, Words] = {
    "PlanApproved": SAID[LetterKind.PLAN_APPROVED].happened,
    "PlanRejected": SAID[LetterKind.PLAN_REJECTED].happened,
    "PlanDeferred": Words(
        "Het Landelijk Bestuur stelde het besluit over {name} uit.", "The National Board postponed its decision on {name}."
    ),
}
"""What a letter on paper says of a decision, by the name of its event."""

REASONS = Words("Dit zijn de redenen: {reasons}", "These are the reasons: {reasons}")
WELCOME = Words("De kerngroep schrijft u:\n{welcome}", "The core group writes to you:\n{welcome}")
MEETS_ON = Words("De volgende bijeenkomst is op {meets_on}.", "The next meeting is on {meets_on}.")
MISSING = Words("Dit ontbreekt nog: {missing}", "This is missing: {missing}")


def event_letter(kind: LetterKind, of: LetterTopic, sender: Sender, language: Language, to: str | None) -> Text:
    """Write a letter about something that happened, with one link."""
    said = SAID[kind]
    not_named = NOT_NAMED if "plan" not in kind.value and kind is not LetterKind.INVITED_TO_SEAT else NOT_NAMED_PLAN
    facts = {
        "name": of.name or not_named.in_language(language),
        "page": f"{sender.pages}/{of.page}",
        "reasons": of.reasons or "",
        "missing": of.missing or "",
        "welcome": of.welcome or "",
        "meets_on": of.meets_on or "",
    }
    told = ((REASONS, of.reasons), (MISSING, of.missing), (WELCOME, of.welcome), (MEETS_ON, of.meets_on))
    more = [words for words, there in told if there]
    subject = NEUTRAL if of.name is None else said.subject
    return letter(subject, (said.happened, *more, said.can_do), facts, sender, language, to)
