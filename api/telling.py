"""The history of an item as sentences, in the language of whoever reads it."""

from collections.abc import Iterable

from application.language.event_lines import LINES
from application.language.events import event_sentence
from application.language.words import Language
from application.queries import EventEntry
from domain.acts import Act


def in_sentences(entries: Iterable[EventEntry], language: Language) -> tuple[EventEntry, ...]:
    """Give the events of a history, each with its sentence. People are named by their role."""
    return tuple(entry.model_copy(update={"sentence": _sentence(entry, language)}) for entry in entries)


def _sentence(entry: EventEntry, language: Language) -> str:
    act = Act(
        by=entry.by,
        role=entry.role,
        at=entry.at,
        entered_by=entry.entered_by,
        source=entry.source,
        command=entry.command,
        cause=entry.cause,
    )
    return event_sentence(_topic(entry), act, entry.data, language, names={})


def _topic(entry: EventEntry) -> str:
    """
    Give the stored name of an event; three kinds of item know corrections.

    They are told apart by what they hold: whose it is, or how many were there. A withdrawal is told alike of all.
    """
    if entry.type in LINES:
        return entry.type
    kind = "Membership" if "reference" in entry.data else "Meeting" if "present" in entry.data else "Network"
    return f"{kind}.{entry.type}"
