"""The last three questions: advice, input, and what it asked of the bureau."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.language.evaluation.page import IN_A_ROW, EvaluationPage, counts, total
from application.language.formatting import period
from application.language.words import Words, word
from domain.advice.values import AdviceUse, DeclineReason

NOT_ASKED = Words("Er is geen adviesvraag vastgelegd.", "No request for advice was recorded.")
ASKED = Words("Er is {times} om advies gevraagd: {outcomes}.", "Advice was asked {times}: {outcomes}.")
OUTCOMES: Mapping[str, Words] = {
    "answered": Words("{count:# beantwoord|# beantwoord}", "{count:# answered|# answered}"),
    "declined": Words(
        "{count:# niet in behandeling genomen|# niet in behandeling genomen}", "{count:# not taken on|# not taken on}"
    ),
    "withdrawn": Words("{count:# ingetrokken|# ingetrokken}", "{count:# withdrawn|# withdrawn}"),
    "unclarified": Words(
        "{count:# zonder uitleg gebleven|# zonder uitleg gebleven}", "{count:# never explained|# never explained}"
    ),
    "lapsed": Words(
        "{count:# vervallen zonder antwoord|# vervallen zonder antwoord}", "{count:# lapsed unanswered|# lapsed unanswered}"
    ),
    "open": Words("{count:# nog open|# nog open}", "{count:# still open|# still open}"),
}
"""Where requests stand, in the order in which it is told."""
DECLINED = Words("Waarom niet: {reasons}.", "Why not: {reasons}.")
ON_TIME = Words(
    "Op tijd, dus uiterlijk op de eerst afgesproken dag: {answers}.",
    "In time, so by the day that was agreed first: {answers}.",
)
AS_AGREED_LAST = Words("Geteld naar de laatst afgesproken dag: {on_time}.", "Counted by the day that was agreed last: {on_time}.")
NOT_ANSWERED = Words(
    "Van {count:# vraag is de dag voorbij zonder antwoord|# vragen is de dag voorbij zonder antwoord}.",
    "The day of {count:# request is over without an answer|# requests is over without an answer}.",
)
RECOMMENDED = Words("Aanbevelingen: {uses}.", "Recommendations: {uses}.")
ADVISED = Words("Adviezen als geheel: {uses}.", "Advice as a whole: {uses}.")
UNKNOWN = Words("Van {answers} weten wij niet wat ermee is gedaan.", "Of {answers} we do not know what was done with it.")
ALL_KNOWN = Words("Van elk antwoord is bekend wat ermee is gedaan.", "Of each answer it is known what was done with it.")
NONE_ASKED_OF = Words("Geen adviesvraag vastgelegd: {which}.", "No request was recorded of {which}.")

NO_INPUT = (
    Words("Dat leggen wij nog niet vast.", "This is not recorded yet."),
    Words("Wij weten dus ook niet of er niets kwam.", "So we do not know whether nothing came."),
)

PLAN_DAYS = Words(
    "De helft van de {plans:plan|plannen} lag hooguit {days} bij het partijbureau. Het langst was {longest}.",
    "Half of {plans:plan|plans} were with the party bureau for at most {days}. The longest was {longest}.",
)
SAME_DAY = Words(
    "De helft van de {plans:plan|plannen} lag geen hele dag bij het partijbureau. Het langst was {longest}.",
    "Half of {plans:plan|plans} were with the party bureau for less than a day. The longest was {longest}.",
)
ALL_PLAN_DAYS = Words(
    "Bij het partijbureau {plans:lag # plan|lagen # plannen} hooguit {longest}.",
    "With the party bureau {plans:# plan was|# plans were} for at most {longest}.",
)
FEW = 4
"""Of fewer plans there is no half to speak of."""
WAITED = Words(
    "Een plan wachtte hooguit {longest} op het bestuur. Die tijd is niet van het bureau.",
    "A plan waited for the board for at most {longest}. That time is not the bureau's.",
)
REQUEST_DAYS = Words(
    "Omdat hun netwerk stopte, {count:lag # adviesvraag|lagen # adviesvragen} bij het partijbureau. Het langst was {days}.",
    "Because their network closed, {count:# request was|# requests were} with the party bureau. The longest was {days}.",
)
HOURS = Words(
    "Het partijbureau schatte zijn uren: {months}. Voor andere maanden is er geen schatting.",
    "The party bureau estimated its hours: {months}. There is no estimate for other months.",
)
HOURS_OF_MANY = Words(
    "Het partijbureau schatte zijn uren voor {months:maand|maanden}: samen {total} uur.",
    "The party bureau estimated its hours for {months:month|months}: {total} in all.",
)
NO_HOURS = Words("Het partijbureau schatte zijn uren niet.", "The party bureau did not estimate its hours.")
HOURS_OF_MONTH = Words("{month} {hours} uur", "{month} {hours} hours")
CORRECTED = Words(
    "In de administratie van de netwerken is {times} iets verbeterd of doorgehaald.",
    "In the record of the networks something was corrected or struck {times}.",
)
NOT_CORRECTED = Words(
    "In de administratie van de netwerken is nog niets verbeterd of doorgehaald.",
    "In the record of the networks no line was corrected or struck.",
)
LATE = Words(
    "Later dan veertien dagen vastgelegd: {late} van de {all:regel|regels}.",
    "Recorded more than fourteen days late: {late} of {all:line|lines}.",
)


def advice(page: EvaluationPage) -> Iterable[str]:
    """Tell what was asked and how that ended, what was answered in time, and what was done with it."""
    asked = page.each(FigureName.ADVICE_REQUESTS)
    outcomes = sum((Counter(counts(each)) for each in page.each(FigureName.ADVICE_OUTCOMES)), Counter[str]())
    if not outcomes:
        yield page.say(NOT_ASKED)
        return
    told = page.row(page.say(OUTCOMES[name], count=outcomes[name]) for name in OUTCOMES if outcomes[name])
    yield page.say(ASKED, times=page.times(outcomes.total()), outcomes=told)
    yield from _declined(page)
    if outcomes["answered"]:
        yield from _answered(page, outcomes["answered"])
    if none := [each for each in asked if each.value == 0 and each.norm is not None]:
        yield page.say(NONE_ASKED_OF, which=page.named(none))


def _declined(page: EvaluationPage) -> Iterable[str]:
    each = (figure.detail for figure in page.each(FigureName.ADVICE_OUTCOMES))
    reasons = sum((Counter(detail.reasons) for detail in each if isinstance(detail, details.AdviceOutcomes)), Counter[str]())
    if reasons:
        told = (word(DeclineReason(reason), page.language) for reason in reasons)
        yield page.say(DECLINED, reasons=page.row(told))


def _answered(page: EvaluationPage, answered: int) -> Iterable[str]:
    first = [each.detail_as(details.OnTime) for each in page.each(FigureName.ADVICE_ON_TIME) if each.detail]
    on_time, last = total(each.on_time for each in first), _on_time(page, FigureName.ADVICE_ON_TIME_AS_AGREED_LAST)
    yield page.say(ON_TIME, answers=page.of_answers(on_time, answered))
    if last != on_time:
        yield page.say(AS_AGREED_LAST, on_time=page.in_words(last))
    if late := total(each.not_answered for each in first):
        yield page.say(NOT_ANSWERED, count=late)
    uses = [each for each in page.each(FigureName.ADVICE_USE) if each.detail]
    told = [each.detail_as(details.UsesReported) for each in uses]
    yield from _uses(page, RECOMMENDED, sum((Counter(counts(each)) for each in uses), Counter()))
    yield from _uses(page, ADVISED, sum((Counter(each.advices) for each in told), Counter()))
    unknown = answered - total(each.known for each in told)
    yield page.say(UNKNOWN, answers=page.of_answers(unknown, answered)) if unknown else page.say(ALL_KNOWN)


def _on_time(page: EvaluationPage, name: FigureName) -> int:
    return total(each.detail_as(details.OnTime).on_time for each in page.each(name) if each.detail)


def _uses(page: EvaluationPage, words: Words, uses: Counter[str]) -> Iterable[str]:
    known = [use for use in AdviceUse if uses[use]]
    if known:
        yield page.say(words, uses=page.row(f"{page.in_words(uses[use])} {word(use, page.language)}" for use in known))


def members_input(page: EvaluationPage) -> Iterable[str]:
    """Say that nothing can be said."""
    return [page.say(sentence) for sentence in NO_INPUT]


def bureau(page: EvaluationPage) -> Iterable[str]:
    """Tell how long things lay with the bureau, what it took by its own estimate, and how well it was recorded."""
    if (days := page.one(FigureName.BUREAU_DAYS)) is not None:
        yield from _plan_days(page, days.detail_as(details.PlanDays))
    if left := [each for each in page.each(FigureName.ADVICE_DAYS_WITH_BUREAU) if each.value is not None]:
        longest = max(each.detail_as(details.BureauDays).max or 0 for each in left)
        yield page.say(REQUEST_DAYS, count=total(each.n for each in left), days=page.days(longest))
    yield _hours(page)
    corrected = [each.value for each in page.each(FigureName.CORRECTIONS) if isinstance(each.value, int)]
    if corrected:
        yield page.say(CORRECTED, times=page.times(sum(corrected))) if sum(corrected) else page.say(NOT_CORRECTED)
    late = [each for each in page.each(FigureName.LATE_ENTRIES) if each.value is not None]
    if number := total(each.detail_as(details.EntriesLate).late for each in late):
        yield page.say(LATE, late=page.in_words(number), all=total(each.n for each in late))


def _plan_days(page: EvaluationPage, lay: details.PlanDays) -> Iterable[str]:
    longest = page.days(lay.max or 0)
    if len(lay.each) < FEW or lay.median == lay.max:
        yield page.say(ALL_PLAN_DAYS, plans=len(lay.each), longest=longest)
    else:
        words = PLAN_DAYS if lay.median else SAME_DAY
        yield page.say(words, plans=len(lay.each), days=page.days(lay.median or 0), longest=longest)
    if lay.waited_for_board.max:
        yield page.say(WAITED, longest=page.days(lay.waited_for_board.max))


def _hours(page: EvaluationPage) -> str:
    hours = page.one(FigureName.BUREAU_HOURS)
    if hours is None:
        return page.say(NO_HOURS)
    rows: Any = hours.value
    if len(rows) > IN_A_ROW:
        return page.say(HOURS_OF_MANY, months=len(rows), total=page.number(hours.detail_as(details.BureauHours).total))
    months = (
        page.say(HOURS_OF_MONTH, month=period(row["month"], page.language), hours=page.number(row["hours"])) for row in rows
    )
    return page.say(HOURS, months=page.row(months))
