"""The weekly message, in plain Dutch: how much waits, the most urgent ten, and nothing that tells who somebody is."""

from collections.abc import Sequence
from typing import NamedTuple

from application.language.attention import attention_sentence
from application.language.formatting import format_value
from application.language.words import Language
from application.queries.attention import AttentionItem, AttentionKind

SUBJECT = "Uw weekoverzicht"
"""Of a list that can be about a sensitive network, and is read over a shoulder."""
MOST = 10


class Message(NamedTuple):
    """What is mailed."""

    subject: str
    text: str


def digest_message(items: Sequence[AttentionItem], *, more: bool = False) -> Message:
    """
    Tell what waits, the most urgent first.

    :param more: whether there is more than these items
    """
    count = f"meer dan {len(items)} punten" if more else "1 punt" if len(items) == 1 else f"{len(items)} punten"
    opening = f"Goedemorgen,\n\nEr {'wacht' if len(items) == 1 else 'wachten'} {count} op u."
    if len(items) > MOST:
        opening += f" Dit zijn de {MOST} die het eerst aandacht vragen."
    told = (_told(number, item) for number, item in enumerate(items[:MOST], start=1))
    closing = "Meer leest u op uw aandachtslijst. Dit bericht gaat vanzelf uit; een antwoord wordt niet gelezen."
    return Message(SUBJECT, "\n\n".join([opening, *told, closing]) + "\n")


def _told(number: int, item: AttentionItem) -> str:
    hidden = item.sensitive or item.kind is AttentionKind.GROUP_TO_TALK_WITH
    said = attention_sentence(item.model_copy(update={"name": None}) if hidden else item, Language.NL)
    by_when = (
        ""
        if item.due_on is None
        else f"\n   Uiterlijk: {format_value(item.due_on, Language.NL)}{' (te laat)' if item.overdue else ''}"
    )
    return f"{number}. {said.text}{by_when}\n   Wat u kunt doen: {said.next}"
