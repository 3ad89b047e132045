"""How page one ends: what core groups learned, what cannot be said yet, what was decided, and what is asked of the board."""

from collections.abc import Iterable

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.language.evaluation.page import IN_A_ROW, EvaluationPage, counts, total
from application.language.formatting import capitalized
from application.language.words import Words
from application.queries.evaluating.evaluation import Figure, Note

LEARNED = Words("Wat de kerngroepen leerden", "What the core groups learned")
CANNOT_SAY = Words("Wat wij nog niet kunnen zeggen", "What we cannot say yet")
DECIDED = Words("Besloten", "Decided")
ASKED = Words("Gevraagd aan het bestuur", "Asked of the board")

WORKED = Words("Wat werkte", "What worked")
DID_NOT_WORK = Words("Wat werkte niet", "What did not work")
TO_CHANGE = Words("Wat moet de partij veranderen", "What should the party change")
QUOTED = Words("{network}. {lines}", "{network}. {lines}")
LINE = Words("{question}: “{answer}”", "{question}: “{answer}”")
NONE_TOLD = Words("De kerngroepen vertelden nog geen lessen.", "The core groups told no lessons yet.")
OTHERS = Words("De andere kerngroepen vertelden nog geen lessen.", "The other core groups told no lessons yet.")
TOLD_BY = Words("Lessen verteld: {which}.", "Lessons told by {which}.")
ANSWERED = Words("Het bestuur antwoordde", "The board answered")

WHETHER_FIFTY = Words(
    "Of deze na een jaar vijftig leden hebben: {which}.", "Whether these will have fifty members after a year: {which}."
)
NOT_RECORDED = Words(
    "Of leden tevreden zijn, wat het kostte en wat werkgroepen deden.",
    "Whether members are satisfied, what it cost, and what working groups did.",
)
OUTCOMES_UNKNOWN = Words(
    "Wat er met {answers} op adviesvragen is gedaan.", "What was done with {answers} to requests for advice."
)

PILOT_ENDED = Words(
    "Op {day} beëindigde het bestuur de pilot: er is geen maximum meer.",
    "On {day} the board ended the pilot: there is no maximum any more.",
)
SUSPENDED = Words(
    "{network} was stilgelegd van {first} tot {last}.{because}", "{network} was suspended from {first} until {last}.{because}"
)
MANY_SUSPENDED = Words("Een tijd stilgelegd: {which}.", "Suspended for a time: {which}.")
BECAUSE = Words(" De reden: “{reasons}”", " The reason: “{reasons}”")
RENEWED = Words("{network} is verlengd tot en met {day}.", "{network} was renewed up to and including {day}.")
RENEWED_FOR_GOOD = Words("{network} is verlengd, zonder einde.", "{network} was renewed, without an end.")
MANY_RENEWED = Words("Verlengd: {which}.", "Renewed: {which}.")

WILL_YOU_FOUND = Words(
    "Richt u deze netwerken op? Het plan is goedgekeurd en wacht: {which}.",
    "Will you found these networks? The plan is approved and waits: {which}.",
)
HOW_ON = Words(
    "Hoe gaan deze netwerken verder, met een te kleine kerngroep: {which}?",
    "How do these go on, with a core group that is too small: {which}?",
)
WILL_YOU_ANSWER = Words(
    "Wat antwoordt u op de lessen van {which}?",
    "What do you answer to the lessons of {which}?",
)
ASK_FOR_USE = Words(
    "Wilt u adviesvragers vragen te melden wat zij met een advies doen?",
    "Will you ask requesters to report what they do with advice?",
)


def closing(page: EvaluationPage) -> list[tuple[str, list[str]]]:
    """Give what stands below the questions, each part under its heading; a part without anything is left out."""
    parts = ((LEARNED, _learned), (CANNOT_SAY, _cannot_say), (DECIDED, _decided), (ASKED, _asked))
    told = ((page.say(heading), [*tell(page)]) for heading, tell in parts)
    return [(heading, sentences) for heading, sentences in told if sentences]


def _learned(page: EvaluationPage) -> Iterable[str]:
    lessons = page.each(FigureName.LESSONS)
    told = [each for each in lessons if each.value]
    if not told:
        yield page.say(NONE_TOLD)
        return
    shown = [each for each in told if each.detail is not None]
    if not shown:
        yield page.say(TOLD_BY, which=page.named(told))
    yield from (_last_lesson(page, each) for each in shown[:IN_A_ROW])
    if len(told) < len(lessons):
        yield page.say(OTHERS)


def _last_lesson(page: EvaluationPage, figure: Figure) -> str:
    lesson = figure.detail_as(details.LessonsQuoted).told[-1]
    return page.say(QUOTED, network=str(figure.network), lines=" ".join(answers(page, lesson)))


def answers(page: EvaluationPage, lesson: details.QuotedLesson) -> list[str]:
    """Give what a core group told of a half year, each answer with its question, and what the board answered to the last."""
    told = (
        *((WORKED, lesson.what_worked), (DID_NOT_WORK, lesson.what_did_not)),
        *((TO_CHANGE, lesson.what_to_change), (ANSWERED, lesson.answer)),
    )
    return [page.say(LINE, question=page.say(question), answer=answer) for question, answer in told if answer is not None]


def quotes(page: EvaluationPage, figure: Figure) -> list[str]:
    """Give all lessons of a network, by half year."""
    lines = []
    for lesson in () if figure.detail is None else figure.detail_as(details.LessonsQuoted).told:
        lines += [f"{capitalized(page.half_year(lesson.half_year))}:", *(f"   {line}" for line in answers(page, lesson))]
    return lines


def _cannot_say(page: EvaluationPage) -> Iterable[str]:
    after = page.each(FigureName.MEMBERS_AFTER_12_MONTHS)
    if young := [each for each in after if each.note is Note.NOT_YET_MEASURABLE]:
        yield page.say(WHETHER_FIFTY, which=page.named(young))
    answered, unknown = _unknown(page)
    if unknown:
        yield page.say(OUTCOMES_UNKNOWN, answers=page.of_answers(unknown, answered))
    yield page.say(NOT_RECORDED)


def _unknown(page: EvaluationPage) -> tuple[int, int]:
    """Give how many requests were answered, and of how many of them it is not known what was done."""
    answered = total(counts(each).get("answered") for each in page.each(FigureName.ADVICE_OUTCOMES))
    known = (each.detail for each in page.each(FigureName.ADVICE_USE))
    return answered, answered - total(each.known for each in known if isinstance(each, details.UsesReported))


def _decided(page: EvaluationPage) -> Iterable[str]:
    told = page.happened
    if told.ended_on is not None:
        yield page.say(PILOT_ENDED, day=page.day(told.ended_on))
    yield from _suspended(page)
    if len(told.renewed) > IN_A_ROW:
        yield page.say(MANY_RENEWED, which=page.which([each.name for each in told.renewed]))
        return
    for each in told.renewed:
        if each.ends_on is None:
            yield page.say(RENEWED_FOR_GOOD, network=each.name)
        else:
            yield page.say(RENEWED, network=each.name, day=page.day(each.ends_on))


def _suspended(page: EvaluationPage) -> Iterable[str]:
    """Tell of suspensions that ended: of one that goes on the first table tells."""
    over = [each for each in page.happened.suspended if each.resumed_on is not None]
    if len(over) > IN_A_ROW:
        yield page.say(MANY_SUSPENDED, which=page.which([each.name for each in over]))
        return
    for each in over:
        because = "" if each.reasons is None else page.say(BECAUSE, reasons=each.reasons)
        days = {"first": page.day(each.day), "last": page.day(each.resumed_on or each.day)}
        yield page.say(SUSPENDED, network=each.name, because=because, **days)


def _asked(page: EvaluationPage) -> Iterable[str]:
    if page.happened.waiting:
        yield page.say(WILL_YOU_FOUND, which=page.which([each.name for each in page.happened.waiting]))
    until = page.report.counted_until
    if small := [each.network for each in page.report.networks if each.repair_by is not None and each.repair_by < until]:
        yield page.say(HOW_ON, which=page.which(small))
    if unanswered := [each for each in page.each(FigureName.LESSONS) if _waits(each)]:
        yield page.say(WILL_YOU_ANSWER, which=page.named(unanswered))
    if _unknown(page)[1]:
        yield page.say(ASK_FOR_USE)


def _waits(lessons: Figure) -> bool:
    """Say whether the board has not answered all that a core group wants changed, as far as that is told to who reads."""
    told = () if lessons.detail is None else lessons.detail_as(details.LessonsQuoted).told
    return any(each.what_to_change is not None and each.answer is None for each in told)
