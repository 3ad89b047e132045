"""The first five questions: which networks started, whether they stand, their members, whom they miss, and whether they met."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from application.evaluation.figures import Topic
from application.language.evaluation.page import EvaluationPage, answers
from application.language.evaluation.words import PLACES, VERDICTS
from application.language.formatting import format_value
from application.language.words import Words, word
from application.queries.evaluation import Figure
from domain.pilot.rules import NetworkType

PLACES_OF_PILOT = Words(" De pilot begon met {places} plekken.", " The pilot began with {places} places.")
NONE_BEGUN = Words("Er is nog geen netwerk begonnen.{places}", "No network has started yet.{places}")
BEGUN = Words(
    "{count} begonnen ({types}), waarvan {brought} ingebracht.{places}",
    "{count} started ({types}), of which {brought} brought in.{places}",
)
THESE = Words("Dit zijn: {names}.", "These are: {names}.")
PLANS = Words("Van de {count} ingediende plannen: {outcomes}.", "Of the {count} plans handed in: {outcomes}.")
LEAD_TIME = Words(
    "Van indienen tot instemmen duurde het meestal {days} (het langst {longest}); zonder de dagen bij de initiatiefnemers {net}.",
    "From handing in to agreement it mostly took {days} (at most {longest}); without the days with the initiators {net}.",
)
WAITING = Words(
    "Plannen die wachten op een plek: {count}; het langste wachten duurde {days}.",
    "Plans that wait for a place: {count}; the longest wait took {days}.",
)

CORE_GROUP = Words(
    "{network}: {size} in de kerngroep{asked}{days}{mix}.", "{network}: {size} in the core group{asked}{days}{mix}."
)
ASKED = Words(" (gevraagd: {norm})", " (asked: {norm})")
LARGE_ENOUGH = Words("; groot genoeg op {share} van de dagen", "; large enough on {share} of the days")
BOTH_KINDS = 2
KINDS = {
    True: Words("; mensen met en zonder bestuurlijke ervaring", "; people with and without administrative experience"),
    False: Words(
        "; allemaal met, of allemaal zonder, bestuurlijke ervaring", "; all with, or all without, administrative experience"
    ),
}

MEMBERS = Words("{network}: {count} leden{fifty}.", "{network}: {count} members{fifty}.")
ONE_MEMBER = Words("{network}: één lid{fifty}.", "{network}: one member{fifty}.")
FIFTY = Words("; vijftig na {days}", "; fifty after {days}")
NOT_FIFTY = Words("; nog geen vijftig na {days}", "; not fifty yet after {days}")
REACH = Words(
    "Ongeveer {count} mensen zijn lid van een netwerk: {share} van de partij.",
    "About {count} people are members of a network: {share} of the party.",
)
OVERLAP = Words("Van hen is {share} lid van meer dan één netwerk.", "Of them {share} are members of more than one network.")

UNKNOWN = Words("{network}: {why}.", "{network}: {why}.")
LIKENESS = Words(
    "{network}: {verdict}{elsewhere} van de {count} leden op {day} zouden ergens anders moeten wonen om op de partij te lijken."
    "{missed}",
    "{network}: {verdict}{elsewhere} of the {count} members on {day} would have to live elsewhere to look like the party."
    "{missed}",
)
MISSED = Words(" We missen nog: {places}.", " We still miss: {places}.")

MET = Words("{network}: kwam {times} bij elkaar{present}{off}.", "{network}: met {times}{present}{off}.")
PRESENT = Words("; gemiddeld was {share} van de leden er", "; on average {share} of the members were there")
OFF = Words("; {times} afgezegd", "; called off {times}")


@answers(Topic.STARTED)
def started(page: EvaluationPage) -> Iterable[str]:
    """Tell which networks began, and how it went with their plans."""
    if (found := page.one("networks-founded")) is not None:
        detail: Any = found.detail
        places = "" if found.norm is None else page.say(PLACES_OF_PILOT, places=found.norm)
        if not found.value:
            yield page.say(NONE_BEGUN, places=places)
            return
        types = ", ".join(f"{word(NetworkType(kind), page.language)}: {count}" for kind, count in detail["byType"].items())
        yield page.say(BEGUN, count=found.value, types=types, brought=detail["broughtIn"], places=places)
        yield page.say(THESE, names=", ".join(str(each.network) for each in page.each("members")))
    if (outcomes := page.one("plan-outcomes")) is not None and outcomes.n:
        counts: Any = outcomes.value
        told = ", ".join(f"{count} {page.part(outcome)}" for outcome, count in counts.items())
        yield page.say(PLANS, count=outcomes.n, outcomes=told)
    if (lead := page.one("plan-lead-time")) is not None:
        parts: Any = lead.detail
        net = parts["net"]["median"]
        yield page.say(LEAD_TIME, days=page.days(parts["median"]), longest=parts["max"], net=net)
    if (waiting := page.one("waiting-list")) is not None and waiting.n:
        yield page.say(WAITING, count=waiting.value, days=page.days(waiting.detail["max"]))


@answers(Topic.CORE_GROUPS)
def core_groups(page: EvaluationPage) -> Iterable[str]:
    """Tell of each network how large its core group is, for how long it was large enough, and of how many kinds it is."""
    for size in page.each("core-group-size"):
        held, mix = page.of("core-group-continuity", size), page.of("core-group-mix", size)
        yield page.say(
            CORE_GROUP,
            network=str(size.network),
            size=page.told(size),
            asked="" if size.norm is None else page.say(ASKED, norm=size.norm),
            days="" if held is None or held.value is None else page.say(LARGE_ENOUGH, share=page.percent(held.value)),
            mix="" if mix is None or mix.value is None else page.say(KINDS[mix.value == BOTH_KINDS]),
        )


@answers(Topic.MEMBERS)
def members(page: EvaluationPage) -> Iterable[str]:
    """Tell how many members there are, and whether there were fifty after a year."""
    for count in page.each("members"):
        fifty = page.of("days-to-fifty", count)
        told = "" if fifty is None else _fifty(page, fifty)
        yield page.say(
            ONE_MEMBER if count.value == 1 else MEMBERS, network=str(count.network), count=page.told(count), fifty=told
        )
    if (reach := page.one("reach")) is not None:
        yield page.say(REACH, count=reach.n, share=page.percent(reach.value))
    if (overlap := page.one("overlap")) is not None:
        yield page.say(OVERLAP, share=page.percent(overlap.value))


def _fifty(page: EvaluationPage, figure: Figure) -> str:
    if figure.value is not None:
        return page.say(FIFTY, days=page.days(figure.value))
    days = figure.detail.get("notYetAfter")
    return "" if days is None else page.say(NOT_FIFTY, days=page.days(days))


@answers(Topic.BREADTH)
def breadth(page: EvaluationPage) -> Iterable[str]:
    """Tell of each network whether its members live where the party lives."""
    for likeness in page.each("likeness"):
        if likeness.value is None:
            yield page.say(UNKNOWN, network=str(likeness.network), why=page.told(likeness))
            continue
        detail: Any = likeness.detail
        missed = ", ".join(PLACES[place].in_language(page.language) for place in detail["missing"])
        yield page.say(
            LIKENESS,
            network=str(likeness.network),
            verdict="" if likeness.verdict is None else f"{page.say(VERDICTS[likeness.verdict])}: ",
            elsewhere=detail["toMove"],
            count=likeness.n,
            day=format_value(date.fromisoformat(detail["toldOf"]), page.language),
            missed=page.say(MISSED, places=missed) if missed else "",
        )


@answers(Topic.MEETINGS)
def meetings(page: EvaluationPage) -> Iterable[str]:
    """Tell of each network how often it met, how many came, and how often it was called off."""
    for held in page.each("meetings-held"):
        cancelled, came = page.of("meetings-cancelled", held), page.of("attendance", held)
        off = 0 if cancelled is None else cancelled.detail.get("cancelled", 0)
        yield page.say(
            MET,
            network=str(held.network),
            times=page.times(held.n),
            present="" if came is None or came.value is None else page.say(PRESENT, share=page.percent(came.value)),
            off=page.say(OFF, times=page.times(off)) if off else "",
        )
