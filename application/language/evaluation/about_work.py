"""The last three questions: advice, input, and what it asked of the bureau; and the lessons as they were told."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.language.evaluation.page import EvaluationPage, counts, total
from application.language.formatting import capitalized
from application.language.words import Words, word
from application.queries.evaluation import Figure
from domain.advice.values import AdviceUse

NOT_ASKED = Words("Er is nog geen advies gevraagd.", "No advice has been asked yet.")
ASKED = Words(
    "Er is {times} om advies gevraagd. Op {answered:geen enkele vraag|vraag|vragen} kwam antwoord.{on_time}",
    "Advice was asked {times}. There {answered:was no answer|was # answer|were # answers}.{on_time}",
)
ON_TIME = Words(
    " Daarvan {on_time:kwam er geen|kwam er #|kwamen er #} op tijd: op de eerst afgesproken dag of eerder.",
    " Of these {on_time:none|#|#} came in time: by the day that was agreed first.",
)
PART = Words("{part} ({count})", "{part} ({count})")
USED = Words(
    "Van de antwoorden en aanbevelingen is dit bekend: {uses}.", "Of the answers and recommendations this is known: {uses}."
)
ASKED_OF = Words("{network}: {times} om advies gevraagd.{took}", "{network}: asked for advice {times}.{took}")
NOT_ASKED_OF = Words("{network}: geen adviesvraag.", "{network}: no request.")
TOOK = Words(" De helft van de antwoorden kwam binnen {days}.", " Half of the answers came within {days}.")
ONE_TOOK = Words(" Het antwoord kwam na {days}.", " The answer came after {days}.")

NO_INPUT = (
    Words(
        "Wat leden zelf inbrengen, en of zij antwoord kregen, leggen wij nog niet vast.",
        "What members contribute themselves, and whether they got an answer, is not recorded yet.",
    ),
    Words("Wij weten dus ook niet of er niets kwam.", "So we do not know whether there was none, either."),
)

PLAN_DAYS = Words(
    "De helft van de plannen lag hooguit {days} bij het partijbureau. Het langst was {longest}.",
    "Half of the plans were with the party bureau for at most {days}. The longest was {longest}.",
)
ONE_PLAN_DAYS = Words("Eén plan lag {days} bij het partijbureau.", "One plan was with the party bureau for {days}.")
REQUEST_DAYS = Words(
    "Omdat hun netwerk stopte, {count:lag # adviesvraag|lagen # adviesvragen} bij het partijbureau. Het langst was {days}.",
    "Because their network closed, {count:# request was|# requests were} with the party bureau. The longest was {days}.",
)
HOURS = Words(
    "Het partijbureau schatte zijn uren voor {months:maand|maanden}: samen {total} uur.",
    "The party bureau estimated its hours for {months:month|months}: {total} in all.",
)
CORRECTED = Words(
    "In de administratie van de netwerken is {count:nog niets|# keer iets|# keer iets} verbeterd of doorgehaald.",
    "In the record of the networks {count:no line was|# line was|# lines were} corrected or struck.",
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
    answered = total(counts(each).get("answered") for each in page.each(FigureName.ADVICE_OUTCOMES))
    on_time = total(each.detail_as(details.OnTime).on_time for each in page.each(FigureName.ADVICE_ON_TIME))
    yield page.say(
        ASKED,
        times=page.times(total(each.value for each in asked)),
        answered=answered,
        on_time=page.say(ON_TIME, on_time=on_time) if answered else "",
    )
    reported: Any = sum((Counter(counts(each)) for each in page.each(FigureName.ADVICE_USE)), Counter())
    if reported:
        known = (use for use in AdviceUse if reported[use])
        told = page.row(page.say(PART, part=word(use, page.language), count=reported[use]) for use in known)
        yield page.say(USED, uses=told)
    yield from (_asked_of(page, each) for each in asked if each.value or each.norm is not None)


def _asked_of(page: EvaluationPage, asked: Figure) -> str:
    if not asked.value:
        return page.say(NOT_ASKED_OF, network=str(asked.network))
    days = page.of(FigureName.ADVICE_RESPONSE_TIME, asked)
    took = "" if days is None or days.value is None else _took(page, days.detail_as(details.ResponseTime))
    return page.say(ASKED_OF, network=str(asked.network), times=page.times(asked.value), took=took)


def _took(page: EvaluationPage, took: details.ResponseTime) -> str:
    return page.say(ONE_TOOK if len(took.each) == 1 else TOOK, days=page.days(took.median or 0))


def members_input(page: EvaluationPage) -> Iterable[str]:
    """Say that nothing can be said."""
    return [page.say(sentence) for sentence in NO_INPUT]


def bureau(page: EvaluationPage) -> Iterable[str]:
    """Tell how long things lay with the bureau, what it took by its own estimate, and how well it was recorded."""
    if (days := page.one(FigureName.BUREAU_DAYS)) is not None:
        lay = days.detail_as(details.BureauDays)
        words = ONE_PLAN_DAYS if len(lay.each) == 1 else PLAN_DAYS
        yield page.say(words, days=page.days(lay.median or 0), longest=page.days(lay.max or 0))
    if left := [each for each in page.each(FigureName.ADVICE_DAYS_WITH_BUREAU) if each.value is not None]:
        longest = max(each.detail_as(details.BureauDays).max or 0 for each in left)
        yield page.say(REQUEST_DAYS, count=total(each.n for each in left), days=page.days(longest))
    if (hours := page.one(FigureName.BUREAU_HOURS)) is not None:
        estimated = hours.detail_as(details.BureauHours)
        yield page.say(HOURS, total=estimated.total, months=hours.n)
    corrected = [each.value for each in page.each(FigureName.CORRECTIONS) if isinstance(each.value, int)]
    if corrected:
        yield page.say(CORRECTED, count=sum(corrected))


def quotes(page: EvaluationPage, figure: Figure) -> list[str]:
    """Give what a core group told, as it told it."""
    lines = []
    for lesson in () if figure.detail is None else figure.detail_as(details.LessonsQuoted).told:
        answers = ((WORKED, lesson.what_worked), (DID_NOT_WORK, lesson.what_did_not), (TO_CHANGE, lesson.what_to_change))
        lines.append(f"{capitalized(page.half_year(lesson.half_year))}:")
        lines += [f"   {page.say(question)}: “{answer}”" for question, answer in answers if answer is not None]
    return lines
