"""The last three questions: advice, input, and what it asked of the bureau; and the lessons as they were told."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.language.evaluation.page import EvaluationPage, counts, total
from application.language.words import Words, word
from application.queries.evaluation import Figure
from domain.advice.values import AdviceUse

NOT_ASKED = Words("Er is nog geen advies gevraagd.", "No advice has been asked yet.")
ASKED = Words(
    "Er is {times} om advies gevraagd; {answered} vragen zijn beantwoord, {on_time} op de eerst afgesproken dag of eerder.",
    "Advice was asked {times}; {answered} requests were answered, {on_time} on the day that was agreed first or before.",
)
USED = Words("Wat er met adviezen en aanbevelingen is gedaan: {uses}.", "What was done with advice and recommendations: {uses}.")
ASKED_OF = Words("{network}: {times} gevraagd{took}.", "{network}: asked {times}{took}.")
TOOK = Words("; een antwoord duurde meestal {days}", "; an answer mostly took {days}")

NO_INPUT = (
    Words(
        "Wat leden inbrengen, en wat zij terughoorden, wordt in dit systeem nog niet vastgelegd.",
        "What members give as input, and what they heard back, is not recorded in this system yet.",
    ),
    Words(
        "Daarom kan hier niets over worden gezegd: ook niet dat er niets kwam.",
        "So nothing can be said about it: not even that none came.",
    ),
)

PLAN_DAYS = Words(
    "Een plan lag meestal {days} bij het partijbureau (het langst {longest}).",
    "A plan mostly lay with the party bureau for {days} (at most {longest}).",
)
REQUEST_DAYS = Words(
    "Adviesvragen die bij het partijbureau lagen omdat hun netwerk stopte: {count} (het langst {days}).",
    "Requests that lay with the party bureau because their network closed: {count} (at most {days}).",
)
HOURS = Words(
    "Het bureau schat dat de netwerken {total} uren vroegen, meestal {median} in een maand (maanden geschat: {months}).",
    "The bureau estimates that the networks took {total} hours, mostly {median} in a month (months estimated: {months}).",
)
CORRECTED = Words(
    "Vermeldingen in netwerken die later zijn verbeterd of ingetrokken: {count}.",
    "Entries in networks that were corrected or withdrawn later: {count}.",
)

WORKED = Words("Wat werkte", "What worked")
DID_NOT_WORK = Words("Wat werkte niet", "What did not work")
TO_CHANGE = Words("Wat moet de partij veranderen", "What should the party change")


def advice(page: EvaluationPage) -> Iterable[str]:
    """Tell of all together and of each network what was asked, what was answered in time, and what was done with it."""
    asked = page.each(FigureName.ADVICE_REQUESTS)
    if not any(each.value for each in asked):
        yield page.say(NOT_ASKED)
        return
    yield page.say(
        ASKED,
        times=page.times(total(each.value for each in asked)),
        answered=total(counts(each).get("answered") for each in page.each(FigureName.ADVICE_OUTCOMES)),
        on_time=total(each.detail_as(details.OnTime).on_time for each in page.each(FigureName.ADVICE_ON_TIME)),
    )
    reported: Any = sum((Counter(counts(each)) for each in page.each(FigureName.ADVICE_USE)), Counter())
    if reported:
        told = ", ".join(f"{reported[use]} {word(use, page.language)}" for use in AdviceUse if reported[use])
        yield page.say(USED, uses=told)
    for each in (each for each in asked if each.value or each.norm is not None):
        days = page.of(FigureName.ADVICE_RESPONSE_TIME, each)
        took = "" if days is None or days.value is None else page.say(TOOK, days=page.days(days.value))
        yield page.say(ASKED_OF, network=str(each.network), times=page.times(each.value), took=took)


def members_input(page: EvaluationPage) -> Iterable[str]:
    """Say that nothing can be said."""
    return [page.say(sentence) for sentence in NO_INPUT]


def bureau(page: EvaluationPage) -> Iterable[str]:
    """Tell how long things lay with the bureau, what it took by its own estimate, and how well it was recorded."""
    if (days := page.one(FigureName.BUREAU_DAYS)) is not None:
        yield page.say(PLAN_DAYS, days=page.days(days.value), longest=days.detail_as(details.BureauDays).max)
    if lay := [each for each in page.each(FigureName.ADVICE_DAYS_WITH_BUREAU) if each.value is not None]:
        longest = max(each.detail_as(details.BureauDays).max or 0 for each in lay)
        yield page.say(REQUEST_DAYS, count=total(each.n for each in lay), days=page.days(longest))
    if (hours := page.one(FigureName.BUREAU_HOURS)) is not None:
        estimated = hours.detail_as(details.BureauHours)
        yield page.say(HOURS, total=estimated.total, median=estimated.median, months=hours.n)
    corrected = [each.value for each in page.each(FigureName.CORRECTIONS) if isinstance(each.value, int)]
    if corrected:
        yield page.say(CORRECTED, count=sum(corrected))


def quotes(page: EvaluationPage, figure: Figure) -> list[str]:
    """Give what a core group told, as it told it."""
    lines = []
    for lesson in () if figure.detail is None else figure.detail_as(details.LessonsQuoted).told:
        answers = ((WORKED, lesson.what_worked), (DID_NOT_WORK, lesson.what_did_not), (TO_CHANGE, lesson.what_to_change))
        lines.append(f"{page.half_year(lesson.half_year)}:")
        lines += [f"   {page.say(question)}: “{answer}”" for question, answer in answers if answer is not None]
    return lines
