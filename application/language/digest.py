"""The weekly message, in plain language: how much waits, the most urgent ten, and nothing that tells who somebody is."""

from collections.abc import Sequence

from application.language.attention import UNNAMED_AS, attention_sentence
from application.language.counting import FormattedFact
from application.language.formatting import format_value
from application.language.letters import Sender, Text, letter
from application.language.words import Language, Words
from application.queries.attention import AttentionItem

SUBJECT = Words("Uw weekoverzicht", "Your weekly overview")
"""Of a list that can be about a sensitive network, and is read over a shoulder."""
MOST = 10
PAGE = "te-doen"
OPENING = Words("Er {waiting:wacht # taak|wachten # taken} op u.", "{waiting:# task waits|# tasks wait} for you.")
MORE_THAN = Words("meer dan {number}", "more than {number}")
THESE = Words("Dit zijn de tien meest dringende.", "These are the ten most urgent ones.")
EVERYTHING = Words("Bekijk alles op uw pagina: {page}", "See everything on your page: {page}")
AUTOMATIC = Words("Dit bericht is automatisch gemaakt.", "This message was made automatically.")
CAN_DO = Words("Wat u kunt doen: {next}", "What you can do: {next}")
BY_WHEN = Words("Uiterlijk op {day}.", "By {day}.")
OVERDUE = Words("Die dag is voorbij.", "That day is over.")


def digest_message(items: Sequence[AttentionItem], sender: Sender, language: Language, *, more: bool = False) -> Text:
    """
    Tell what waits, the most urgent first.

    :param more: whether there is more than these items
    """
    told = [_told(number, item, language) for number, item in enumerate(items[:MOST], start=1)]
    facts = {"opening": _opening(len(items), language, more=more), "told": "\n\n".join(told), "page": f"{sender.pages}/{PAGE}"}
    paragraphs = (Words("{opening}", "{opening}"), Words("{told}", "{told}"), EVERYTHING, AUTOMATIC)
    return letter(SUBJECT, paragraphs, facts, sender, language)


def _opening(found: int, language: Language, *, more: bool) -> str:
    number = FormattedFact(str(found), language, found)
    waiting = FormattedFact(MORE_THAN.in_language(language).format(number=found), language) if more else number
    opening = OPENING.in_language(language).format(waiting=waiting)
    opening = opening[:1].upper() + opening[1:]
    return f"{opening} {THESE.in_language(language)}" if found > MOST else opening


def _told(number: int, item: AttentionItem, language: Language) -> str:
    hidden = item.sensitive or item.kind in UNNAMED_AS
    said = attention_sentence(item.model_copy(update={"name": None}) if hidden else item, language)
    can_do = CAN_DO.in_language(language).format(next=said.next)
    return f"{number}. {said.text}{_by_when(item, said.text, language)}\n   {can_do}"


def _by_when(item: AttentionItem, said: str, language: Language) -> str:
    """Say by when, unless the sentence says it, and that the day is over if it is."""
    if item.due_on is None:
        return ""
    day = format_value(item.due_on, language)
    told = [] if day in said else [BY_WHEN.in_language(language).format(day=day)]
    told += [OVERDUE.in_language(language)] * item.overdue
    return f"\n   {' '.join(told)}" if told else ""
