"""What can be chosen where a form asks for a part of what it is about: one of its questions, a group, a line of a history."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from application.commands.evaluations import FreezeEvaluation
from application.forms.fields import FieldChoice, FormField, Kind
from application.language.words import Language, Words
from application.queries.auditing.record import ConsentWordings, EventEntry, History, PeopleNamed
from application.queries.pilot import Pilots, Talks, WaitingPlans
from application.queries.plans import FoundingPlans
from domain.kernel.acts import is_reference
from domain.kernel.days import day_of
from web.asking.people import asked_of, without_people
from web.asking.periods import PERIODS, of_a_period

if TYPE_CHECKING:
    from web.asking.deed import Attempt

Found = Iterator[tuple[object, str]]


def with_choices(fields: Iterable[FormField], attempt: "Attempt") -> Iterator[FormField]:
    """Give fields in which something can be chosen with what that is; one that may stay empty is left out when it is nothing."""
    for each in fields:
        if each.kind is Kind.PARTS:
            (asked,) = (each,) if attempt.visit.may(PeopleNamed) else without_people((each,))
            yield replace(asked, fields=tuple(with_choices(asked.fields, attempt)))
        elif each.kind in PERIODS:
            yield of_a_period(attempt.visit, each)
        elif each.name in CHOICES and each.kind is Kind.ITEM:
            choices = tuple(FieldChoice(str(value), Words(text, text)) for value, text in CHOICES[each.name](attempt))
            if choices or each.required:
                yield replace(each, kind=Kind.CHOICE, choices=choices)
        elif each.kind is not Kind.ITEM or each.required:
            yield asked_of(attempt.visit, each)


def _pilots(attempt: "Attempt") -> Found:
    looks_back = attempt.deed.command is FreezeEvaluation
    yield from ((each.pilot, each.label) for each in attempt.visit.all_of(Pilots()) if looks_back or each.ended_at is None)


def _groups(attempt: "Attempt") -> Found:
    talks = attempt.visit.all_of(Talks(pilot=attempt.places["pilot"]))
    yield from ((each.group, each.theme) for each in talks if each.talked_at is None)


def _waiting(attempt: "Attempt") -> Found:
    yield from ((each.plan, each.name) for each in attempt.visit.all_of(WaitingPlans(pilot=attempt.places["pilot"])))


def _followed(attempt: "Attempt") -> Found:
    plans = attempt.visit.all_of(FoundingPlans()) if attempt.visit.may(FoundingPlans) else ()
    yield from ((each.plan, each.name) for each in plans if each.status in {"rejected", "withdrawn", "lapsed"})


def _questions(attempt: "Attempt") -> Found:
    for each in getattr(attempt.about, "questions", ()):
        if each.answer is None:
            yield each.number, each.question_text or attempt.visit.say("Vraag {}", "Question {}").format(each.number)


def _conditions(attempt: "Attempt") -> Found:
    yield from ((each.number, each.text) for each in getattr(attempt.about, "conditions", ()) if each.state == "open")


def _recommendations(attempt: "Attempt") -> Found:
    delivery = getattr(attempt.about, "delivery", None)
    for number, each in enumerate(delivery.recommendations if delivery else (), start=1):
        yield number, each.text or attempt.visit.say("Aanbeveling {}", "Recommendation {}").format(number)


def _wordings(attempt: "Attempt") -> Found:
    """Give what is agreed to, as it is read now: the last words of each purpose."""
    last = {each.purpose: each for each in attempt.visit.all_of(ConsentWordings())}
    is_dutch = attempt.visit.language is Language.NL
    yield from ((each.version, each.nl if is_dutch else each.en) for each in last.values())


def _lines(attempt: "Attempt") -> Found:
    for each in _history(attempt):
        yield each.id, _line(attempt, each)


def _people(attempt: "Attempt") -> Found:
    """Give the references of a history, by the first line that each is in."""
    seen: set[str] = set()
    did, about = attempt.visit.say("wie dit deed", "who did this"), attempt.visit.say("over wie dit gaat", "whom this is about")
    for each in _history(attempt):
        named = (each.by, *(str(value) for value in each.data.values()))
        for reference in dict.fromkeys(one for one in named if is_reference(one) and one not in seen):
            seen.add(reference)
            yield reference, f"{_line(attempt, each)} ({did if reference == each.by else about})"


def _history(attempt: "Attempt") -> Iterator[EventEntry]:
    yield from attempt.visit.all_of(History(item=attempt.places["item"]))


def _line(attempt: "Attempt", of: EventEntry) -> str:
    return f"{attempt.visit.tell(day_of(of.at))}: {of.sentence}"


CHOICES: Mapping[str, Callable[["Attempt"], Found]] = {
    "condition_number": _conditions,
    "consent_version": _wordings,
    "follows": _followed,
    "group": _groups,
    "number": _recommendations,
    "of": _lines,
    "pilot": _pilots,
    "plan": _waiting,
    "question_number": _questions,
    "reference": _people,
}
"""By the name of the field, what there is to choose; each with its words."""
