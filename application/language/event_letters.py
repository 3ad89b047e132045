"""What letters say that follow from events. Of a network with extra protection they say neither the name nor the word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from application.language.letters import Sender, Text, letter
from application.language.words import Language, Words
from application.letters.kinds import LetterKind

NOT_NAMED = Words("een netwerk dat wij hier niet noemen", "a network that we do not name here")
NOT_NAMED_PLAN = Words("een plan dat wij hier niet noemen", "a plan that we do not name here")
READ_MORE = Words("Meld u aan om meer te lezen: {page}", "Sign in to read more: {page}")
"""What somebody can do about what is not named: whatever it is waits on their own page."""
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
    :param due: the day by which an answer is needed, in words
    :param page: where to read more: of what is not named the own list of tasks
    """

    name: str | None
    page: str
    reasons: str | None = None
    missing: str | None = None
    welcome: str | None = None
    meets_on: str | None = None
    due: str | None = None


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
        Words("U vroeg advies aan {name}. Het antwoord is er.", "You asked {name} for advice. The answer has arrived."),
        Words(
            "Lees het antwoord op deze pagina. Daar kunt u het antwoord ook als pdf bewaren. Laat daar later weten wat u met het"
            " advies deed: {page}",
            "Read the answer on this page. There you can also save it as a PDF. Tell us there later what you did with the"
            " advice: {page}",
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
            "U kunt een nieuw plan indienen. Lees hier de brief over het besluit: {page}",
            "You can submit a new plan. Read the letter about the decision here: {page}",
        ),
    ),
    LetterKind.PLAN_RETURNED: LetterWords(
        Words("Uw plan is nog niet compleet", "Your plan is not complete yet"),
        Words(
            "Het partijbureau gaf {name} terug. Het plan is nog niet compleet.",
            "The party bureau returned {name}. The plan is not complete yet.",
        ),
        Words("Vul het plan aan en dien het opnieuw in: {page}", "Complete the plan and submit it again: {page}"),
    ),
    LetterKind.INVITED_TO_SEAT: LetterWords(
        Words("U bent gevraagd voor een kerngroep", "You were asked to join a core group"),
        Words(
            "U bent gevraagd voor een kerngroep. Het gaat om {name}.", "You were asked to join a core group. It is about {name}."
        ),
        Words("Laat weten of u meedoet: {page}", "Tell us whether you take part: {page}"),
    ),
    LetterKind.INVITED_AS_EXPERT: LetterWords(
        Words("U bent gevraagd als deskundige", "You were invited as an expert"),
        Words(
            "De kerngroep van {name} vraagt u als deskundige bij een adviesvraag.",
            "The core group of {name} invites you as an expert on a request for advice.",
        ),
        Words("Laat weten of u meedoet: {page}", "Tell us whether you take part: {page}"),
    ),
    LetterKind.YOU_JOINED: LetterWords(
        Words("U bent nu lid", "You are now a member"),
        Words("U bent nu lid van {name}. Welkom.", "You are now a member of {name}. Welcome."),
        Words(
            "Op deze pagina staat wanneer het netwerk bij elkaar komt. U kunt zich daar altijd afmelden, zonder reden: {page}",
            "On this page you find when the network meets. You can leave there at any time, without a reason: {page}",
        ),
    ),
    LetterKind.NEW_MEMBER: LetterWords(
        Words("Er is een nieuw lid", "There is a new member"),
        Words(
            "Er is een nieuw lid bij {name}. U zit in de kerngroep.",
            "There is a new member of {name}. You are in the core group.",
        ),
        Words(
            "Kijk wie het nieuwe lid is, en heet het nieuwe lid welkom: {page}",
            "See who the new member is, and welcome them: {page}",
        ),
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
            "Lees het nieuwe doel. U kiest zelf of u lid blijft: {page}",
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
MISSING = Words("Dit ontbreekt nog: {missing}.", "This is still missing: {missing}.")
DUE = Words("Het antwoord op de vraag is uiterlijk op {due} nodig.", "The question needs an answer by {due}.")


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
        "due": of.due or "",
    }
    told = ((DUE, of.due), (REASONS, of.reasons), (MISSING, of.missing), (WELCOME, of.welcome), (MEETS_ON, of.meets_on))
    more = [words for words, there in told if there]
    subject = NEUTRAL if of.name is None else said.subject
    can_do = READ_MORE if of.page == START else said.can_do
    return letter(subject, (said.happened, *more, can_do), facts, sender, language, to)
