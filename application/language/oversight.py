"""What is told of the whole record: in what something went otherwise than it usually goes."""

from collections.abc import Iterator, Mapping

from application.language.formatting import Facts
from application.language.words import Language, Words
from application.queries.auditing.oversight import ExceptionEntry, ExceptionKind
from domain.kernel.days import day_of

EXCEPTIONS: Mapping[ExceptionKind, Words] = {
    ExceptionKind.BEYOND_PLACES: Words(
        "Het bestuur gaf een plek boven het afgesproken aantal.", "The board gave a place beyond the number that was agreed."
    ),
    ExceptionKind.OUT_OF_ORDER: Words(
        "Dit plan was niet als eerste aan de beurt op de wachtlijst.", "This plan was not the first on the waiting list."
    ),
    ExceptionKind.LAPSED: Words("De tijd hiervoor ging voorbij.", "The time for this ran out."),
    ExceptionKind.DEFERRED: Words("Het bestuur stelde het besluit uit.", "The board postponed the decision."),
    ExceptionKind.TAKEN_BACK: Words("Wat eerst gold, geldt niet meer.", "What held first no longer holds."),
    ExceptionKind.REOPENED: Words("Het einde van een netwerk werd ongedaan gemaakt.", "The end of a network was undone."),
    ExceptionKind.LATE: Words(
        "Dit is {days:dag|dagen} na de dag zelf vastgelegd, op {recorded}.",
        "This was recorded {days:day|days} after the day itself, on {recorded}.",
    ),
}


def exception_sentences(entry: ExceptionEntry, language: Language) -> Iterator[str]:
    """Tell in what a line is an exception, a sentence for each."""
    facts = Facts({"days": entry.late_by_days, "recorded": day_of(entry.recorded_at)}, language)
    for kind in entry.exceptions:
        yield EXCEPTIONS[kind].in_language(language).format_map(facts)
