"""The evaluation as the party reads it: eight questions, answered from the figures in plain Dutch. The paper is in Dutch only."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from application.figures import Topic
from application.language.words import Language, word
from application.queries import EvaluationReport, Figure, Note, Verdict
from domain.acts import Source
from domain.advice import AdviceUse, RequestStatus
from domain.plan_content import PlanStatus
from domain.rules import NetworkType

NL = Language.NL

QUESTIONS: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.STARTED: "Welke netwerken zijn begonnen?",
        Topic.CORE_GROUPS: "Staan hun kerngroepen?",
        Topic.MEMBERS: "Hoeveel leden hebben ze, en vijftig na een jaar?",
        Topic.BREADTH: "Lijken ze op de partij, en wie missen we nog?",
        Topic.MEETINGS: "Kwamen ze bij elkaar?",
        Topic.ADVICE: "Is er advies gevraagd, op tijd gegeven en gebruikt?",
        Topic.INPUT: "Is er inbreng gegeven en beantwoord?",
        Topic.BUREAU: "Wat vroeg het van het partijbureau?",
    }
)

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "networks-founded": "netwerken begonnen",
        "plan-outcomes": "waar de plannen staan",
        "plan-lead-time": "dagen van indienen tot instemmen",
        "plan-rounds": "versies van een plan",
        "waiting-list": "plannen die wachten",
        "bureau-days": "dagen dat een plan bij het bureau lag",
        "bureau-hours": "uren van het bureau per maand, geschat",
        "reach": "deel van de partij in een netwerk",
        "overlap": "deel in meer dan één netwerk",
        "core-group-size": "mensen in de kerngroep",
        "core-group-continuity": "deel van de dagen met genoeg kerngroepleden",
        "core-group-mix": "met en zonder bestuurlijke ervaring (2 is allebei)",
        "members": "leden",
        "members-after-12-months": "leden na twaalf maanden",
        "days-to-fifty": "dagen tot vijftig leden",
        "growth-per-month": "groei per maand",
        "retention-after-6-months": "na een half jaar nog lid",
        "retention-after-12-months": "na een jaar nog lid",
        "churn-per-quarter": "vertrek per kwartaal",
        "likeness": "lijkt op de partij (0 tot 1)",
        "meetings-held": "bijeenkomsten per kwartaal",
        "attendance": "aanwezig bij bijeenkomsten voor alle leden",
        "meetings-cancelled": "deel van de bijeenkomsten dat is afgezegd",
        "working-groups": "werkgroepen",
        "lessons": "halfjaren met geleerde lessen",
        "advice-requests": "keer om advies gevraagd",
        "advice-routes": "hoe de adviesvragen binnenkwamen",
        "advice-outcomes": "waar de adviesvragen staan",
        "advice-response-time": "dagen van vraag tot antwoord",
        "advice-on-time": "deel op tijd, volgens de eerste afspraak",
        "advice-on-time-as-agreed-last": "deel op tijd, volgens de laatste afspraak",
        "advice-acknowledged": "deel waarvan de ontvangst is gemeld",
        "advice-use": "wat er met de adviezen is gedaan",
        "advice-experts": "deskundigen per advies",
        "advice-days-with-bureau": "dagen dat een adviesvraag bij het bureau lag",
        "input-and-reply": "inbreng van leden, en het antwoord",
        "late-entries": "deel dat laat is vastgelegd",
        "corrections": "verbeterde vermeldingen",
    }
)
"""What each figure is called on paper."""

VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.REACHED: "gehaald",
        Verdict.NOT_REACHED: "niet gehaald",
        Verdict.NOT_YET: "nog niet",
        Verdict.STANDS: "staat",
        Verdict.TOO_SMALL: "te klein",
        Verdict.BROAD: "breed",
        Verdict.ATTENTION: "let op",
        Verdict.NARROW: "smal",
    }
)
NOTES: Mapping[Note, str] = MappingProxyType(
    {
        Note.NOT_YET_MEASURABLE: "nog niet te zeggen",
        Note.NO_RULES: "er gelden geen spelregels",
        Note.NO_BASELINE: "er is geen nulmeting vastgelegd",
        Note.STAND_IN: "vergeleken met de kiezers, want de leden zijn niet geteld",
        Note.TARGET_GROUP: "dit netwerk kijkt naar de eigen doelgroep",
        Note.TOO_FEW: "te weinig mensen om te laten zien",
        Note.NOT_STATED: "niemand heeft het verteld",
        Note.NOT_RECORDED: "wordt nog niet vastgelegd",
        Note.SENSITIVE: "gevoelig netwerk: alleen ruwe aantallen",
        Note.VAULT_CLOSED: "de kluis was niet te openen",
    }
)


def _named(*choices: type[StrEnum]) -> dict[str, str]:
    return {choice.value: word(choice, NL) for choices_of_one in choices for choice in choices_of_one}


PARTS: Mapping[str, str] = MappingProxyType(
    {
        **_named(Source, PlanStatus, RequestStatus, AdviceUse),
        "undecided": "nog niet besloten",
        "form": "formulier",
        "open": "nog open",
        "answered": "beantwoord",
    }
)
"""What the parts of a figure are called on paper."""


class Figures:
    """The figures of one evaluation, by name."""

    def __init__(self, report: EvaluationReport) -> None:
        self.all = report.figures

    def one(self, name: str) -> Figure | None:
        """Give a figure of all networks together, as far as it has a value."""
        return next((each for each in self.all if each.figure == name and each.network is None and each.value is not None), None)

    def each(self, name: str) -> list[Figure]:
        """Give a figure of every network."""
        return [each for each in self.all if each.figure == name and each.network is not None]

    def of(self, name: str, like: Figure) -> Figure | None:
        """Give another figure of the same network."""
        return next((each for each in self.all if each.figure == name and each.of == like.of), None)


Answer = Callable[[Figures], Iterable[str]]
ANSWERS: dict[Topic, Answer] = {}
"""What answers each question."""
NOTHING_TO_TELL = "Daar is nog niets over te zeggen."


def answers(topic: Topic) -> Callable[[Answer], Answer]:
    """Make a function the one that answers a question."""

    def register(function: Answer) -> Answer:
        ANSWERS[topic] = function
        return function

    return register


def first_page(report: EvaluationReport) -> list[tuple[str, list[str]]]:
    """Give the eight questions, each with its answer in sentences."""
    figures = Figures(report)
    return [(QUESTIONS[topic], list(ANSWERS[topic](figures)) or [NOTHING_TO_TELL]) for topic in Topic]


@answers(Topic.STARTED)
def started(figures: Figures) -> Iterable[str]:
    """Tell which networks began, and how it went with their plans."""
    if (found := figures.one("networks-founded")) is not None:
        detail: Any = found.detail
        types = ", ".join(f"{word(NetworkType(kind), NL)}: {count}" for kind, count in detail["byType"].items())
        places = "" if found.norm is None else f" De pilot begon met {number(found.norm)} plekken."
        if not found.value:
            yield f"Er is nog geen netwerk begonnen.{places}"
            return
        yield f"{found.value} begonnen ({types}), waarvan {detail['broughtIn']} ingebracht.{places}"
        yield "Dit zijn: " + ", ".join(str(each.network) for each in figures.each("members")) + "."
    if (outcomes := figures.one("plan-outcomes")) is not None and outcomes.n:
        counts: Any = outcomes.value
        told = ", ".join(f"{count} {_outcome(outcome)}" for outcome, count in counts.items())
        yield f"Van de {outcomes.n} ingediende plannen: {told}."
    if (lead := figures.one("plan-lead-time")) is not None:
        parts: Any = lead.detail
        yield (
            f"Van indienen tot instemmen duurde het meestal {in_days(parts['median'])} (het langst {parts['max']}); "
            f"zonder de dagen bij de initiatiefnemers {number(parts['net']['median'])}."
        )
    if (waiting := figures.one("waiting-list")) is not None and waiting.n:
        yield f"{waiting.value} plannen wachten op een plek; het langste wachten duurde {in_days(waiting.detail['max'])}."


def _outcome(outcome: str) -> str:
    return PARTS[outcome]


BOTH_KINDS = 2
KINDS = {True: "mensen met en zonder bestuurlijke ervaring", False: "allemaal met, of allemaal zonder, bestuurlijke ervaring"}


@answers(Topic.CORE_GROUPS)
def core_groups(figures: Figures) -> Iterable[str]:
    """Tell of each network how large its core group is, and for how long it was large enough."""
    for size in figures.each("core-group-size"):
        asked = "" if size.norm is None else f" (gevraagd: {number(size.norm)})"
        held = figures.of("core-group-continuity", size)
        days = "" if held is None or held.value is None else f"; groot genoeg op {percent(held.value)} van de dagen"
        mix = figures.of("core-group-mix", size)
        mixed = "" if mix is None or mix.value is None else f"; {KINDS[bool(mix.value == BOTH_KINDS)]}"
        yield f"{size.network}: {told(size)} in de kerngroep{asked}{days}{mixed}."


@answers(Topic.MEMBERS)
def members(figures: Figures) -> Iterable[str]:
    """Tell how many members there are, and whether there were fifty after a year."""
    for count in figures.each("members"):
        fifty = figures.of("days-to-fifty", count)
        yield f"{count.network}: {told(count)} leden{'' if fifty is None else _fifty(fifty)}."
    if (reach := figures.one("reach")) is not None:
        yield f"Ongeveer {reach.n} mensen zijn lid van een netwerk: {percent(reach.value)} van de partij."
    if (overlap := figures.one("overlap")) is not None:
        yield f"Van hen is {percent(overlap.value)} lid van meer dan één netwerk."


def _fifty(figure: Figure) -> str:
    if figure.value is not None:
        return f"; vijftig na {in_days(figure.value)}"
    days = figure.detail.get("notYetAfter")
    return "" if days is None else f"; nog geen vijftig na {in_days(days)}"


@answers(Topic.BREADTH)
def breadth(figures: Figures) -> Iterable[str]:
    """Tell of each network whether its members live where the party lives."""
    for likeness in figures.each("likeness"):
        if likeness.value is None:
            yield f"{likeness.network}: {told(likeness)}."
            continue
        detail: Any = likeness.detail
        verdict = "" if likeness.verdict is None else f"{VERDICTS[likeness.verdict]}: "
        missed = f" We missen nog: {', '.join(detail['missing'])}." if detail["missing"] else ""
        elsewhere = f"{detail['toMove']} van de {likeness.n} leden zouden ergens anders moeten wonen"
        yield f"{likeness.network}: {verdict}{elsewhere} om op de partij te lijken.{missed}"


@answers(Topic.MEETINGS)
def meetings(figures: Figures) -> Iterable[str]:
    """Tell of each network how often it met, how many came, and how often it was called off."""
    for held in figures.each("meetings-held"):
        cancelled, came = figures.of("meetings-cancelled", held), figures.of("attendance", held)
        off = 0 if cancelled is None else cancelled.detail.get("cancelled", 0)
        present = "" if came is None or came.value is None else f"; gemiddeld was {percent(came.value)} van de leden er"
        yield f"{held.network}: kwam {_times(held.n)} bij elkaar{present}{f'; {_times(off)} afgezegd' if off else ''}."


@answers(Topic.ADVICE)
def advice(figures: Figures) -> Iterable[str]:
    """Tell of all together and of each network what was asked, what was answered in time, and what was done with it."""
    asked, outcomes = figures.each("advice-requests"), figures.each("advice-outcomes")
    if not any(each.value for each in asked):
        yield "Er is nog geen advies gevraagd."
        return
    on_time, uses = figures.each("advice-on-time"), figures.each("advice-use")
    reported: Any = sum((Counter(_counts(each)) for each in uses), Counter())
    yield (
        f"Er is {_times(_sum(each.value for each in asked))} om advies gevraagd; "
        f"{_sum(_counts(each).get('answered') for each in outcomes)} vragen zijn beantwoord, "
        f"{_sum(each.detail['onTime'] for each in on_time)} op de eerst afgesproken dag of eerder."
    )
    if reported:
        told = ", ".join(f"{reported[use]} {word(use, NL)}" for use in AdviceUse if reported[use])
        yield f"Wat er met adviezen en aanbevelingen is gedaan: {told}."
    for each in (each for each in asked if each.value or each.norm is not None):
        days = figures.of("advice-response-time", each)
        took = "" if days is None or days.value is None else f"; een antwoord duurde meestal {in_days(days.value)}"
        yield f"{each.network}: {_times(each.value)} gevraagd{took}."


def _counts(figure: Figure) -> dict[str, Any]:
    return figure.value if isinstance(figure.value, dict) else {}


def _sum(counts: Iterable[Any]) -> int:
    return sum(count for count in counts if isinstance(count, int))


def _times(count: Any) -> str:  # noqa: ANN401  # whatever a figure is
    return "niet" if count in {0, None} else "één keer" if count == 1 else f"{count} keer"


def quotes(figure: Figure) -> list[str]:
    """Give what a core group told, as it told it."""
    told: Any = figure.detail.get("told", [])
    asked = (("whatWorked", "Wat werkte"), ("whatDidNot", "Wat werkte niet"), ("whatToChange", "Wat moet de partij veranderen"))
    lines = []
    for lesson in told:
        lines.append(f"{half_year(lesson['halfYear'])}:")
        lines += [f"   {question}: “{lesson[name]}”" for name, question in asked if lesson[name] is not None]
    return lines


def half_year(name: str) -> str:
    """Say a half year such as ``2023-H1`` in words."""
    return f"{'eerste' if name.endswith('1') else 'tweede'} half jaar van {name[:4]}"


@answers(Topic.INPUT)
def members_input(_: Figures) -> Iterable[str]:
    """Say that nothing can be said."""
    yield "Wat leden inbrengen, en wat zij terughoorden, wordt in dit systeem nog niet vastgelegd."
    yield "Daarom kan hier niets over worden gezegd: ook niet dat er niets kwam."


@answers(Topic.BUREAU)
def bureau(figures: Figures) -> Iterable[str]:
    """Tell how long plans lay with the bureau, and how well it was recorded."""
    if (days := figures.one("bureau-days")) is not None:
        yield f"Een plan lag meestal {in_days(days.value)} bij het partijbureau (het langst {days.detail['max']})."
    if lay := [each for each in figures.each("advice-days-with-bureau") if each.value is not None]:
        longest = max(int(str(each.detail["max"])) for each in lay)
        asked = _sum(each.n for each in lay)
        yield f"{asked} adviesvragen lagen bij het partijbureau omdat hun netwerk stopte (het langst {in_days(longest)})."
    if (hours := figures.one("bureau-hours")) is not None:
        parts: Any = hours.detail
        yield (
            f"Het bureau schat dat de netwerken {number(parts['total'])} uren vroegen, "
            f"meestal {number(parts['median'])} in een maand ({hours.n} maanden geschat)."
        )
    corrected = [each.value for each in figures.each("corrections") if isinstance(each.value, int)]
    if corrected:
        yield f"{sum(corrected)} vermeldingen in netwerken zijn later verbeterd of ingetrokken."


def told(figure: Figure) -> str:
    """Give the value of a figure, or why it has none."""
    match figure.value:
        case None:
            return "-" if figure.note is None else NOTES[figure.note]
        case list() as rows:
            return f"{len(rows)} regels"
        case dict() as parts:
            return ", ".join(f"{PARTS.get(name, name)}: {count}" for name, count in parts.items()) or "-"
        case value if figure.unit.startswith("share") and not isinstance(value, str):
            return percent(value)
        case value:
            return number(value)


def number(value: Any) -> str:  # noqa: ANN401  # whatever a figure is
    """Write a number as people do in Dutch."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace(".", ",")


def in_days(value: Any) -> str:  # noqa: ANN401  # whatever a figure is
    """Write a number of days."""
    return "één dag" if value == 1 else f"{number(value)} dagen"


def percent(value: Any) -> str:  # noqa: ANN401  # whatever a figure is
    """Write a share in per cent."""
    return f"{number(round(value * 100, 1))} %"
