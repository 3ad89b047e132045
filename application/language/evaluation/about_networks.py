"""The first five questions: which networks started, whether they stand, their members, whom they miss, and whether they met."""

from collections.abc import Iterable
from typing import Any

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.language.evaluation.page import EvaluationPage
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


def started(page: EvaluationPage) -> Iterable[str]:
    """Tell which networks began, and how it went with their plans."""
    if (found := page.one(FigureName.NETWORKS_FOUNDED)) is not None:
        places = "" if found.norm is None else page.say(PLACES_OF_PILOT, places=found.norm)
        if not found.value:
            yield page.say(NONE_BEGUN, places=places)
            return
        detail = found.detail_as(details.NetworksFounded)
        types = ", ".join(f"{word(NetworkType(kind), page.language)}: {count}" for kind, count in detail.by_type.items())
        yield page.say(BEGUN, count=found.value, types=types, brought=detail.brought_in, places=places)
        yield page.say(THESE, names=", ".join(str(each.network) for each in page.each(FigureName.MEMBERS)))
    if (outcomes := page.one(FigureName.PLAN_OUTCOMES)) is not None and outcomes.n:
        counts: Any = outcomes.value
        told = ", ".join(f"{count} {page.part(outcome)}" for outcome, count in counts.items())
        yield page.say(PLANS, count=outcomes.n, outcomes=told)
    if (lead := page.one(FigureName.PLAN_LEAD_TIME)) is not None:
        days = lead.detail_as(details.PlanLeadTime)
        yield page.say(LEAD_TIME, days=page.days(days.median), longest=days.max, net=days.net.median)
    if (waiting := page.one(FigureName.WAITING_LIST)) is not None and waiting.n:
        yield page.say(WAITING, count=waiting.value, days=page.days(waiting.detail_as(details.Spread).max))


def core_groups(page: EvaluationPage) -> Iterable[str]:
    """Tell of each network how large its core group is, for how long it was large enough, and of how many kinds it is."""
    for size in page.each(FigureName.CORE_GROUP_SIZE):
        held, mix = page.of(FigureName.CORE_GROUP_CONTINUITY, size), page.of(FigureName.CORE_GROUP_MIX, size)
        yield page.say(
            CORE_GROUP,
            network=str(size.network),
            size=page.told(size),
            asked="" if size.norm is None else page.say(ASKED, norm=size.norm),
            days="" if held is None or held.value is None else page.say(LARGE_ENOUGH, share=page.percent(held.value)),
            mix="" if mix is None or mix.value is None else page.say(KINDS[mix.value == BOTH_KINDS]),
        )


def members(page: EvaluationPage) -> Iterable[str]:
    """Tell how many members there are, and whether there were fifty after a year."""
    for count in page.each(FigureName.MEMBERS):
        fifty = page.of(FigureName.DAYS_TO_FIFTY, count)
        told = "" if fifty is None else _fifty(page, fifty)
        yield page.say(
            ONE_MEMBER if count.value == 1 else MEMBERS, network=str(count.network), count=page.told(count), fifty=told
        )
    if (reach := page.one(FigureName.REACH)) is not None:
        yield page.say(REACH, count=reach.n, share=page.percent(reach.value))
    if (overlap := page.one(FigureName.OVERLAP)) is not None:
        yield page.say(OVERLAP, share=page.percent(overlap.value))


def _fifty(page: EvaluationPage, figure: Figure) -> str:
    if figure.value is not None:
        return page.say(FIFTY, days=page.days(figure.value))
    if figure.detail is None:
        return ""
    return page.say(NOT_FIFTY, days=page.days(figure.detail_as(details.DaysToFifty).not_yet_after))


def breadth(page: EvaluationPage) -> Iterable[str]:
    """Tell of each network whether its members live where the party lives."""
    for likeness in page.each(FigureName.LIKENESS):
        if likeness.value is None:
            yield page.say(UNKNOWN, network=str(likeness.network), why=page.told(likeness))
            continue
        detail = likeness.detail_as(details.Likeness)
        missed = ", ".join(PLACES[place].in_language(page.language) for place in detail.missing)
        yield page.say(
            LIKENESS,
            network=str(likeness.network),
            verdict="" if likeness.verdict is None else f"{page.say(VERDICTS[likeness.verdict])}: ",
            elsewhere=detail.to_move,
            count=likeness.n,
            day=format_value(detail.told_of, page.language),
            missed=page.say(MISSED, places=missed) if missed else "",
        )


def meetings(page: EvaluationPage) -> Iterable[str]:
    """Tell of each network how often it met, how many came, and how often it was called off."""
    for held in page.each(FigureName.MEETINGS_HELD):
        cancelled, came = page.of(FigureName.MEETINGS_CANCELLED, held), page.of(FigureName.ATTENDANCE, held)
        off = 0 if cancelled is None else cancelled.detail_as(details.MeetingsCancelled).cancelled
        yield page.say(
            MET,
            network=str(held.network),
            times=page.times(held.n),
            present="" if came is None or came.value is None else page.say(PRESENT, share=page.percent(came.value)),
            off=page.say(OFF, times=page.times(off)) if off else "",
        )
