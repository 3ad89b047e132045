"""The first five questions: which networks started, their core groups, their members, whom they miss, and how often they met."""

from collections.abc import Iterable
from math import ceil
from typing import Any

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.words import PLACES, VERDICTS
from application.language.formatting import format_value
from application.language.words import Words, word
from application.queries.evaluation import Figure
from domain.pilot.rules import NetworkType

PLACES_OF_PILOT = Words(" De pilot begon met {places:plek|plekken}.", " The pilot began with {places:place|places}.")
NONE_BEGUN = Words("Er is nog geen netwerk begonnen.{places}", "No network has started yet.{places}")
BEGUN = Words(
    "Er {count:is # netwerk|zijn # netwerken} begonnen ({types}).{brought}{places}",
    "So far {count:# network has|# networks have} started ({types}).{brought}{places}",
)
BROUGHT = Words(" Daarvan {brought:bestond er #|bestonden er #} al langer.", " Of these {brought:#|#} had existed before.")
THESE = Words("Dit zijn {names}.", "These are {names}.")
PLANS = Words(
    "Er {count:is # plan|zijn # plannen} ingediend. Zo staat het ermee: {outcomes}.",
    "So far {count:# plan has|# plans have} been submitted. Where they stand: {outcomes}.",
)
PART = Words("{part} ({count})", "{part} ({count})")
LEAD_TIME = Words(
    "De helft van de goedgekeurde plannen kreeg binnen {days} een besluit. Het langst duurde {longest}.{net}",
    "Half of the approved plans were decided within {days}. The longest took {longest}.{net}",
)
ONE_LEAD_TIME = Words(
    "Het goedgekeurde plan kreeg na {days} een besluit.{net}", "The approved plan was decided after {days}.{net}"
)
NET = Words(" Zonder de tijd die de groep zelf nodig had: {net}.", " Without the time that the group itself needed: {net}.")
WAITING = Words(
    "Op de wachtlijst {count:staat nu geen plan|staat # goedgekeurd plan|staan # goedgekeurde plannen}. "
    "Het langst dat een plan wachtte, is {days}.",
    "On the waiting list {count:there is no plan now|there is # approved plan|there are # approved plans}. "
    "The longest that a plan waited is {days}.",
)

CORE_GROUP = Words(
    "{network}: {size:persoon|mensen} in de kerngroep{asked}.{days}{mix}",
    "{network}: {size:person|people} in the core group{asked}.{days}{mix}",
)
ASKED = Words(" (minstens {norm} nodig)", " (at least {norm} needed)")
LARGE_ENOUGH = Words(
    " De kerngroep was {share} van de tijd groot genoeg.", " The core group was large enough for {share} of the time."
)
ALWAYS_LARGE_ENOUGH = Words(" De kerngroep was altijd groot genoeg.", " The core group was always large enough.")
BOTH_KINDS = 2
KINDS = {
    True: Words(
        " Er zijn mensen met en zonder bestuurlijke ervaring.", " There are people with and without experience in public office."
    ),
    False: Words(
        " Er zijn alleen mensen met, of alleen mensen zonder bestuurlijke ervaring.",
        " There are only people with, or only people without, experience in public office.",
    ),
}

MEMBERS = Words("{network}: {count:lid|leden}.{fifty}", "{network}: {count:member|members}.{fifty}")
FIFTY = Words(" Na {days} waren het er vijftig.", " After {days} there were fifty.")
NOT_FIFTY = Words(" Na {days} waren het er geen vijftig.", " After {days} there were not fifty.")
REACH = Words(
    "Ongeveer {count:partijlid is|partijleden zijn} lid van een netwerk. Dat is {share} van de partij.",
    "About {count:party member is|party members are} in a network. That is {share} of the party.",
)
OVERLAP = Words("Van deze leden zit {share} in meer dan één netwerk.", "Of these members {share} are in more than one network.")

UNKNOWN = Words("{network}: {why}.", "{network}: {why}.")
NOT_KNOWN = Words("niet bekend", "not known")
COMPARED = Words(
    "Wij vergelijken alleen in welke provincie leden wonen, dus niet leeftijd of achtergrond.",
    "We compare only in which province members live, not their age or background.",
)
LIKENESS = Words(
    "{network}:{verdict} Peildag: {day}, {count:lid|leden}. Om precies op de partij te lijken {elsewhere:hoeft niemand in een "
    "andere provincie te wonen|moet # lid in een andere provincie wonen|moeten # leden in een andere provincie wonen}.{missed}",
    "{network}:{verdict} Reference day: {day}, {count:member|members}. To be exactly like the party "
    "{elsewhere:nobody has|# member has|# members have} to live in another province.{missed}",
)
MISSED = Words(" Uit {places} komen te weinig leden.", " Too few members come from {places}.")
NOBODY_MISSED = Words(
    " Wij konden geen streek aanwijzen waaruit te weinig leden komen.", " We could not name a part of the country with too few."
)

NONE_MET = Words("{network}: geen bijeenkomst vastgelegd.{off}", "{network}: no meeting recorded.{off}")
MET = Words(
    "{network}: {times:bijeenkomst|bijeenkomsten} vastgelegd.{present}{off}",
    "{network}: {times:meeting|meetings} recorded.{present}{off}",
)
PRESENT = Words(" Gemiddeld kwam {share} van de leden.", " On average {share} of the members came.")
OFF = Words(" Er {times:is # bijeenkomst|zijn # bijeenkomsten} afgezegd.", " Called off: {times:meeting|meetings}.")


def started(page: EvaluationPage) -> Iterable[str]:
    """Tell which networks began, and how it went with their plans."""
    if (found := page.one(FigureName.NETWORKS_FOUNDED)) is not None:
        places = "" if found.norm is None else page.say(PLACES_OF_PILOT, places=found.norm)
        if not found.value:
            yield page.say(NONE_BEGUN, places=places)
            return
        detail = found.detail_as(details.NetworksFounded)
        types = ", ".join(f"{word(NetworkType(kind), page.language)}: {count}" for kind, count in detail.by_type.items())
        brought = page.say(BROUGHT, brought=detail.brought_in) if detail.brought_in else ""
        yield page.say(BEGUN, count=found.value, types=types, brought=brought, places=places)
        yield page.say(THESE, names=page.row(str(each.network) for each in page.each(FigureName.MEMBERS)))
    if (outcomes := page.one(FigureName.PLAN_OUTCOMES)) is not None and outcomes.n:
        counts: Any = outcomes.value
        told = page.row(page.say(PART, part=page.part(outcome), count=count) for outcome, count in counts.items())
        yield page.say(PLANS, count=outcomes.n, outcomes=told)
    if (lead := page.one(FigureName.PLAN_LEAD_TIME)) is not None:
        yield _lead_time(page, lead.detail_as(details.PlanLeadTime))
    if (waiting := page.one(FigureName.WAITING_LIST)) is not None and waiting.n:
        yield page.say(WAITING, count=waiting.value, days=page.days(waiting.detail_as(details.Spread).max or 0))


def _lead_time(page: EvaluationPage, took: details.PlanLeadTime) -> str:
    median, net = took.median or 0, took.net.median or 0
    without = "" if ceil(net) == ceil(median) else page.say(NET, net=page.days(net))
    words = ONE_LEAD_TIME if len(took.each) == 1 else LEAD_TIME
    return page.say(words, days=page.days(median), longest=page.days(took.max or 0), net=without)


def core_groups(page: EvaluationPage) -> Iterable[str]:
    """Tell of each network how large its core group is, for how long it was large enough, and of how many kinds it is."""
    for size in page.each(FigureName.CORE_GROUP_SIZE):
        if size.value is None:
            yield page.say(UNKNOWN, network=str(size.network), why=page.told(size))
            continue
        held, mix = page.of(FigureName.CORE_GROUP_CONTINUITY, size), page.of(FigureName.CORE_GROUP_MIX, size)
        yield page.say(
            CORE_GROUP,
            network=str(size.network),
            size=size.value,
            asked="" if size.norm is None else page.say(ASKED, norm=size.norm),
            days="" if held is None or held.value is None else _large_enough(page, held.value),
            mix="" if mix is None or mix.value is None else page.say(KINDS[mix.value == BOTH_KINDS]),
        )


def _large_enough(page: EvaluationPage, share: Any) -> str:  # noqa: ANN401  # whatever a figure is
    return page.say(ALWAYS_LARGE_ENOUGH) if share == 1 else page.say(LARGE_ENOUGH, share=page.percent(share))


def members(page: EvaluationPage) -> Iterable[str]:
    """Tell how many members there are, and whether there were fifty after a year."""
    for count in page.each(FigureName.MEMBERS):
        if count.value is None:
            yield page.say(UNKNOWN, network=str(count.network), why=page.told(count))
            continue
        fifty = page.of(FigureName.DAYS_TO_FIFTY, count)
        told = "" if fifty is None else _fifty(page, fifty)
        yield page.say(MEMBERS, network=str(count.network), count=count.value, fifty=told)
    if (reach := page.one(FigureName.REACH)) is not None:
        yield page.say(REACH, count=reach.n, share=page.percent(reach.value, of=reach.n))
    if (overlap := page.one(FigureName.OVERLAP)) is not None:
        yield page.say(OVERLAP, share=page.percent(overlap.value, of=overlap.n))


def _fifty(page: EvaluationPage, figure: Figure) -> str:
    if figure.value is not None:
        return page.say(FIFTY, days=page.days(figure.value))
    if figure.detail is None:
        return ""
    return page.say(NOT_FIFTY, days=page.days(figure.detail_as(details.DaysToFifty).not_yet_after))


def breadth(page: EvaluationPage) -> Iterable[str]:
    """Tell of each network whether its members live where the party lives."""
    found = page.each(FigureName.LIKENESS)
    if any(each.value is not None for each in found):
        yield page.say(COMPARED)
    for likeness in found:
        if likeness.value is None:
            why = page.say(NOT_KNOWN) if likeness.note is None else page.told(likeness)
            yield page.say(UNKNOWN, network=str(likeness.network), why=why)
        else:
            yield _likeness(page, likeness)


def _likeness(page: EvaluationPage, likeness: Figure) -> str:
    detail = likeness.detail_as(details.Likeness)
    missed = [PLACES[place].in_language(page.language) for place in detail.missing]
    return page.say(
        LIKENESS,
        network=str(likeness.network),
        verdict="" if likeness.verdict is None else f" {page.say(VERDICTS[likeness.verdict])}.",
        elsewhere=detail.to_move,
        count=likeness.n,
        day=format_value(detail.told_of, page.language),
        missed=page.say(MISSED, places=page.row(missed)) if missed else page.say(NOBODY_MISSED),
    )


def meetings(page: EvaluationPage) -> Iterable[str]:
    """Tell of each network how often it met, how many came, and how often it was called off."""
    for held in page.each(FigureName.MEETINGS_HELD):
        cancelled, came = page.of(FigureName.MEETINGS_CANCELLED, held), page.of(FigureName.ATTENDANCE, held)
        off = 0 if cancelled is None else cancelled.detail_as(details.MeetingsCancelled).cancelled
        yield page.say(
            MET if held.n else NONE_MET,
            network=str(held.network),
            times=held.n,
            present="" if came is None or came.value is None else page.say(PRESENT, share=page.percent(came.value)),
            off=page.say(OFF, times=off) if off else "",
        )
