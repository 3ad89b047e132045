"""What is told in sentences, in the language of whoever reads it: the history of an item, and what needs somebody."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from application.commands import all_commands
from application.language.attention import attention_sentence
from application.language.errors import error_sentence
from application.language.events import event_sentence, what_happened
from application.language.explained import SENTENCES, explained
from application.language.explained.reasons import figure_sentence, line_sentence
from application.language.forms.titles import ENGLISH, title_of
from application.language.oversight import exception_sentences
from application.language.words import Language
from application.queries.acts import PossibleAct, PossibleActs
from application.queries.attention import AttentionList
from application.queries.auditing.differences import PlanDifferences, RuleDifferences
from application.queries.auditing.figure_changes import FigureAt, FigureChanges, FigureChangesFound
from application.queries.auditing.oversight import CorrectionEntry, ExceptionEntry
from application.queries.auditing.reasons import ReasonLine, Reasons, Why
from application.queries.auditing.record import EventEntry, History, RulesAdoptedSoFar, RulesInForce
from application.queries.base import OfLog
from application.queries.mine import MyNetworks, MyPlans, MyRequests
from application.queries.networks import CoreGroupOnDay
from application.queries.plans import DecisionRegister

L = TypeVar("L", bound=ReasonLine)

TITLES = {command.__name__: title_of(command) for command in all_commands() if command.__name__ in ENGLISH}

TOLD_IN_SENTENCES = (
    History,
    AttentionList,
    PossibleActs,
    MyNetworks,
    MyRequests,
    MyPlans,
    Why,
    CoreGroupOnDay,
    DecisionRegister,
    RulesInForce,
    RulesAdoptedSoFar,
    RuleDifferences,
    PlanDifferences,
    FigureChanges,
    OfLog,
)


def in_sentences(answer: Any, language: Language) -> Any:  # noqa: ANN401  # of any of these questions, as it was
    """Give an answer, each of its entries with its sentence. Whom the reader may not know is called by their role."""
    if isinstance(answer, Reasons):
        return answer.model_copy(
            update={"sentence": figure_sentence(answer, language), "lines": _lines_told(answer.lines, language)}
        )
    if isinstance(answer, FigureChangesFound):
        then, now = (_figure_told(each, language) for each in (answer.then, answer.now))
        return answer.model_copy(update={"then": then, "now": now, "lines": _lines_told(answer.lines, language)})
    if isinstance(answer, tuple):
        return tuple(_of_log(each, told, language) for each, told in zip(answer, lines(answer, language), strict=True))
    if any(isinstance(item, EventEntry) for item in answer.items):
        return answer.with_items(lines(answer.items, language))
    return answer.model_copy(update={"items": tuple(_told(item, language) for item in answer.items)})


def lines(entries: Iterable[EventEntry], language: Language) -> Iterator[EventEntry]:
    """Tell each line, and of one that corrects or strikes another also which, as far as that is told beside it."""
    told: dict[str, str] = {}
    for entry in entries:
        act, names, erased = entry.act, entry.names, entry.erased
        told[entry.id] = what_happened(entry.topic, act, entry.data, language, names=names, erased=erased)
        mended = told.get(str(entry.data.get("of")))
        sentence = event_sentence(entry.topic, act, entry.data, language, names=names, erased=erased, mended=mended)
        yield entry.model_copy(update={"sentence": sentence})


def _figure_told(figure: FigureAt, language: Language) -> FigureAt:
    return figure.model_copy(update={"sentence": figure_sentence(figure.told, language)})


def _lines_told(of: Sequence[L], language: Language) -> tuple[L, ...]:
    """Say each event behind a figure in a sentence."""
    said = {each.id: each.sentence for each in lines((line.told for line in of if line.told), language)}
    return tuple(each.model_copy(update={"sentence": line_sentence(each, said.get(each.event), language)}) for each in of)


def _of_log(entry: EventEntry, told: EventEntry, language: Language) -> EventEntry:
    """Tell a line of the log: of one that mends another also what stood there, of an exception in what it is one."""
    if isinstance(entry, ExceptionEntry):
        return told.model_copy(update={"why": tuple(exception_sentences(entry, language))})
    if not isinstance(entry, CorrectionEntry) or entry.of_entry is None:
        return told
    was, told = lines([entry.of_entry, entry], language)
    return told.model_copy(update={"was": was.sentence})


def _told(item: Any, language: Language) -> Any:  # noqa: ANN401  # a part of any of these answers, as it was
    if type(item) in SENTENCES:
        return explained(item, language)
    if isinstance(item, PossibleAct):
        return _deed(item, language)
    said = attention_sentence(item, language)
    return item.model_copy(update={"why": said.text, "next": said.next})


def _deed(item: PossibleAct, language: Language) -> PossibleAct:
    title = TITLES[item.command].in_language(language)
    if item.code is None:
        return item.model_copy(update={"title": title})
    said = error_sentence(item.code, item.facts, language)
    return item.model_copy(update={"title": title, "why_not": said.text, "next": said.next})
