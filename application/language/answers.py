"""What is told in sentences, in the language of whoever reads it: the history of an item, and what needs somebody."""

from typing import Any

from application.language.attention import attention_sentence
from application.language.events import event_sentence
from application.language.words import Language
from application.queries.attention import AttentionItem, AttentionList
from application.queries.record import EventEntry, History
from domain.kernel.acts import Act

TOLD_IN_SENTENCES = (History, AttentionList)


def in_sentences(answer: Any, language: Language) -> Any:  # noqa: ANN401  # of either question, as it was
    """Give an answer, each of its entries with its sentence. Whom the reader may not know is called by their role."""
    return answer.model_copy(update={"items": tuple(_told(item, language) for item in answer.items)})


def _told(item: AttentionItem | EventEntry, language: Language) -> AttentionItem | EventEntry:
    if isinstance(item, EventEntry):
        return item.model_copy(update={"sentence": _sentence(item, language)})
    said = attention_sentence(item, language)
    return item.model_copy(update={"why": said.text, "next": said.next})


def _sentence(entry: EventEntry, language: Language) -> str:
    act = Act(
        by=entry.by,
        role=entry.role,
        at=entry.at,
        entered_by=entry.entered_by,
        source=entry.source,
        command=entry.command,
        cause=entry.cause,
        decided=entry.decided,
    )
    return event_sentence(entry.topic, act, entry.data, language, names=entry.names, erased=entry.erased)
