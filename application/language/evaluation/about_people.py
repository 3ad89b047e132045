"""The fourth and fifth question: whether members come from all over the country and whom we miss, and whether they met."""

from collections import defaultdict
from collections.abc import Iterable

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.language.evaluation.page import IN_A_ROW, EvaluationPage
from application.language.evaluation.words import NOTES, PLACES
from application.language.words import Words
from application.queries.evaluating.evaluation import Figure, Note, Verdict

COMPARED = Words(
    "Wij vergelijken alleen in welke provincie leden wonen, dus niet leeftijd of achtergrond.",
    "We compare only in which province members live, not their age or background.",
)
ALIKE = Words(
    "Op {day} was het verschil met de partij niet te onderscheiden van toeval bij {which}.",
    "On {day} the difference from the party could not be told apart from chance in {which}.",
)
UNLIKE = Words(
    "{network} verschilde op {day} meer van de partij dan door toeval kan komen. "
    "Om gelijk te zijn {elsewhere:zou # lid|zouden # leden} van de {all} elders wonen.",
    "On {day} {network} differed from the party by more than chance can explain. "
    "To be alike {elsewhere:# member|# members} of {all} would live elsewhere.",
)
MANY_UNLIKE = Words(
    "Meer verschil met de partij dan door toeval kan komen: {which}.",
    "More difference from the party than chance can explain: {which}.",
)
STAND_IN = Words(
    "Vergeleken met kiezers, want de leden zijn niet geteld: {which}.",
    "Compared with voters, because members were not counted: {which}.",
)
MISSED = Words("Wie missen wij bij {network}? Leden uit {places}.", "Whom do we miss in {network}? Members from {places}.")
ABOUT_FEWER = Words("{place} (ongeveer {people} te weinig)", "{place} (about {people} too few)")
NOBODY_MISSED = Words(
    "Wij konden geen streek aanwijzen waaruit te weinig leden komen bij {which}.",
    "We could point to no part of the country with too few members in {which}.",
)
PARTLY = Words(
    "Wij konden niet zien dat er te weinig leden komen uit {places}, bij {which}. "
    "Voor andere streken zijn dat te weinig leden om iets te zeggen.",
    "We could not see that too few members come from {places}, in {which}. "
    "For other parts of the country those are too few members to tell.",
)
CANNOT_BE_TOLD = Words(
    "Wie wij missen, is met zo weinig leden niet te zeggen: {which}.",
    "Whom we miss cannot be told from so few members: {which}.",
)
OF_SO_MANY = Words("{network} ({people:lid|leden})", "{network} ({people:member|members})")
UNKNOWN = Words("Niet te vergelijken: {which} ({why}).", "Not compared: {which} ({why}).")
PARTS = 4
"""Of the country."""


def breadth(page: EvaluationPage) -> Iterable[str]:
    """Tell whether members live where the party lives, and whom we still miss, as far as so many people can tell it."""
    found = page.each(FigureName.LIKENESS)
    told = [each for each in found if each.value is not None]
    yield from _alike(page, [each for each in told if each.verdict is Verdict.BROAD])
    unlike = [each for each in told if each.verdict in {Verdict.ATTENTION, Verdict.NARROW}]
    if len(unlike) > IN_A_ROW:
        yield page.say(MANY_UNLIKE, which=page.named(unlike))
    else:
        yield from (_unlike(page, each) for each in unlike)
    if stand_in := [each for each in told if each.note is Note.STAND_IN]:
        yield page.say(STAND_IN, which=page.named(stand_in))
    yield from _missed(page, told)
    if told:
        yield page.say(COMPARED)
    yield from _not_compared(page, [each for each in found if each.value is None])


def _alike(page: EvaluationPage, alike: Iterable[Figure]) -> Iterable[str]:
    days = defaultdict(list)
    for each in alike:
        days[each.detail_as(details.Likeness).told_of].append(each)
    return (page.say(ALIKE, day=page.day(day), which=page.named(of)) for day, of in sorted(days.items(), reverse=True))


def _unlike(page: EvaluationPage, likeness: Figure) -> str:
    detail = likeness.detail_as(details.Likeness)
    facts = {"day": page.day(detail.told_of), "elsewhere": detail.to_move, "all": likeness.n}
    return page.say(UNLIKE, network=str(likeness.network), **facts)


def _missed(page: EvaluationPage, told: list[Figure]) -> Iterable[str]:
    """Tell whom each network misses, and of which so few people cannot tell it."""
    known = [(each, each.detail_as(details.Likeness)) for each in told]
    missed = [(each, detail) for each, detail in known if detail.missing]
    yield from (_places(page, each, detail) for each, detail in missed[:IN_A_ROW])
    if whole := [each for each, detail in known if not detail.missing and len(detail.could_tell) == PARTS]:
        yield page.say(NOBODY_MISSED, which=page.named(whole))
    partly = defaultdict(list)
    for each, detail in known:
        if not detail.missing and len(detail.could_tell) < PARTS:
            partly[detail.could_tell].append(page.say(OF_SO_MANY, network=str(each.network), people=each.n))
    for could_tell, which in sorted(partly.items(), reverse=True):
        places = page.row(PLACES[place].in_language(page.language) for place in could_tell)
        yield page.say(PARTLY if could_tell else CANNOT_BE_TOLD, places=places, which=page.which(which))


def _places(page: EvaluationPage, likeness: Figure, detail: details.Likeness) -> str:
    places = [
        page.say(ABOUT_FEWER, place=PLACES[place].in_language(page.language), people=page.number(people))
        for place, people in detail.missing_people.items()
    ]
    return page.say(MISSED, network=str(likeness.network), places=page.row(places))


def _not_compared(page: EvaluationPage, unknown: Iterable[Figure]) -> Iterable[str]:
    notes: dict[Note | None, list[Figure]] = defaultdict(list)
    for each in unknown:
        notes[each.note].append(each)
    for note, of in notes.items():
        if note is not None:
            yield page.say(UNKNOWN, which=page.named(of), why=NOTES[note].in_language(page.language))


# Meetings

MET = Words(
    "Er {times:is # bijeenkomst|zijn # bijeenkomsten} vastgelegd{which}.",
    "In all {times:# meeting was|# meetings were} recorded{which}.",
)
EACH_MET = Words(": {which}", ": {which}")
COUNTED = Words("{network} {count}", "{network} {count}")
CAME = Words("Gemiddeld kwam dit deel van de leden: {which}.", "On average this part of the members came: {which}.")
SHARE = Words("{network} {share} procent", "{network} {share} per cent")
NONE_MET = Words(
    "Geen bijeenkomst vastgelegd: {which}. Misschien waren die er wel.",
    "No meeting was recorded of {which}. There may have been some.",
)
OFF = Words("Er {times:is # bijeenkomst|zijn # bijeenkomsten} afgezegd.", "Called off: {times:meeting|meetings}.")
NOTHING_MET = Words(
    "Van geen enkel netwerk is een bijeenkomst vastgelegd. Misschien waren die er wel.",
    "No meeting was recorded of any network. There may have been some.",
)


def meetings(page: EvaluationPage) -> Iterable[str]:
    """Tell how many meetings were recorded, how many members came, and of which networks none was recorded."""
    found = page.each(FigureName.MEETINGS_HELD)
    met = sorted((each for each in found if each.n), key=lambda each: -(each.n or 0))
    if not met:
        yield page.say(NOTHING_MET)
        return
    each_of = page.row(page.say(COUNTED, network=str(each.network), count=page.number(each.n)) for each in met[:IN_A_ROW])
    which = page.say(EACH_MET, which=each_of) if len(met) <= IN_A_ROW else ""
    yield page.say(MET, times=sum(each.n or 0 for each in met), which=which)
    came = [each for each in page.each(FigureName.ATTENDANCE) if each.value is not None]
    if came and len(came) <= IN_A_ROW:
        yield page.say(CAME, which=page.row(_share(page, each) for each in came))
    cancelled = (each.detail for each in page.each(FigureName.MEETINGS_CANCELLED))
    if off := sum(each.cancelled for each in cancelled if isinstance(each, details.MeetingsCancelled)):
        yield page.say(OFF, times=off)
    if none := [each for each in found if not each.n]:
        yield page.say(NONE_MET, which=page.named(none))


def _share(page: EvaluationPage, came: Figure) -> str:
    return page.say(SHARE, network=str(came.network), share=page.hundredths(came.value))
