"""The weekly message, in plain Dutch: how much waits, the most urgent ten, and nothing that tells who somebody is."""

from collections.abc import Sequence
from typing import NamedTuple

from application.language.attention import UNNAMED_AS, attention_sentence
from application.language.counting import FormattedFact
from application.language.formatting import format_value
from application.language.letters import CLOSING, GREETING, QUESTION_UNNAMED
from application.language.words import Language
from application.queries.attention import AttentionItem

SUBJECT = "Uw weekoverzicht"
"""Of a list that can be about a sensitive network, and is read over a shoulder."""
MOST = 10
OPENING = "Er {waiting:wacht # taak|wachten # taken} op u."
THESE = "Dit zijn de tien meest dringende."
EVERYTHING = "Bekijk alles op uw pagina."
AUTOMATIC = "Dit bericht is automatisch gemaakt."


class Message(NamedTuple):
    """What is mailed."""

    subject: str
    text: str


def digest_message(items: Sequence[AttentionItem], *, more: bool = False) -> Message:
    """
    Tell what waits, the most urgent first.

    :param more: whether there is more than these items
    """
    waiting = (
        FormattedFact(f"meer dan {len(items)}", Language.NL) if more else FormattedFact(str(len(items)), Language.NL, len(items))
    )
    opening = OPENING.format(waiting=waiting)
    if len(items) > MOST:
        opening += f" {THESE}"
    told = (_told(number, item) for number, item in enumerate(items[:MOST], start=1))
    parts = (GREETING.nl, opening, *told, EVERYTHING, f"{AUTOMATIC} {QUESTION_UNNAMED.nl}", CLOSING.nl)
    return Message(SUBJECT, "\n\n".join(parts) + "\n")


def _told(number: int, item: AttentionItem) -> str:
    hidden = item.sensitive or item.kind in UNNAMED_AS
    said = attention_sentence(item.model_copy(update={"name": None}) if hidden else item, Language.NL)
    return f"{number}. {said.text}{_by_when(item, said.text)}\n   Wat u kunt doen: {said.next}"


def _by_when(item: AttentionItem, said: str) -> str:
    """Say by when, unless the sentence says it, and that the day is over if it is."""
    if item.due_on is None:
        return ""
    day = format_value(item.due_on, Language.NL)
    told = [*([] if day in said else [f"Uiterlijk op {day}."]), *(["Die dag is voorbij."] if item.overdue else [])]
    return f"\n   {' '.join(told)}" if told else ""
