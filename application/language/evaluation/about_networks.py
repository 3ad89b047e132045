"""The first questions: which networks started, whether their core groups are large enough, and how many members they have."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.evaluation.standing import ConversationTold, DecisionTold
from application.language.evaluation.page import IN_A_ROW, EvaluationPage
from application.language.formatting import period
from application.language.words import Words, word
from application.queries.evaluating.evaluation import Figure, Note, Verdict
from domain.pilot.rules import NetworkType

TYPES = {
    NetworkType.THEME: Words("{count:themanetwerk|themanetwerken}", "{count:theme network|theme networks}"),
    NetworkType.COMMUNITY: Words("{count:doelgroepnetwerk|doelgroepnetwerken}", "{count:community network|community networks}"),
    NetworkType.IMPORTED: Words(
        "{count:netwerk uit een bestand|netwerken uit een bestand}", "{count:network from a file|networks from a file}"
    ),
}
NONE_BEGUN = Words("Er is nog geen netwerk begonnen.", "No network has started yet.")
BEGUN = Words(
    "Er {count:is # netwerk|zijn # netwerken} begonnen: {types}.",
    "So far {count:# network has|# networks have} started: {types}.",
)
BROUGHT = Words("Daarvan {brought:bestond er #|bestonden er #} al langer.", "Of these {brought:#|#} had existed before.")
PLACES_OF_PILOT = Words("De pilot begon met {places:plek|plekken}.", "The pilot began with {places:place|places}.")
BEYOND = Words(
    "Voor {network} maakte het bestuur een uitzondering op het aantal plekken.{because}",
    "For {network} the board made an exception to the number of places.{because}",
)
BECAUSE = Words(" De reden: “{reasons}”", " The reason: “{reasons}”")
WANTED = Words(
    "Er {groups:wilde geen groep|wilde # groep|wilden # groepen} een netwerk.",
    "So far {groups:no group has|# group has|# groups have} wanted a network.",
)
BEGUN_PLANS = Words("Er {plans:werd # plan|werden # plannen} geschreven.", "For those {plans:# plan was|# plans were} written.")
PLANS = Words(
    "Er {count:is # plan|zijn # plannen} ingediend: {outcomes}.",
    "So far {count:# plan has|# plans have} been submitted: {outcomes}.",
)
OUTCOMES = {
    "founded": Words("{count:# werd een netwerk|# werden een netwerk}", "{count:# became a network|# became networks}"),
    "rejected": Words("{count:# is afgewezen|# zijn afgewezen}", "{count:# was rejected|# were rejected}"),
    "waiting": Words("{count:# staat op de wachtlijst|# staan op de wachtlijst}", "{count:# is|# are} on the waiting list"),
    "withdrawn": Words("{count:# is ingetrokken|# zijn ingetrokken}", "{count:# was withdrawn|# were withdrawn}"),
    "lapsed": Words("{count:# is vervallen|# zijn vervallen}", "{count:# lapsed|# lapsed}"),
    "approved": Words(
        "{count:# is goedgekeurd en nog niet opgericht|# zijn goedgekeurd en nog niet opgericht}",
        "{count:# is|# are} approved and not founded yet",
    ),
    "approved-with-conditions": Words(
        "{count:# is goedgekeurd onder voorwaarden|# zijn goedgekeurd onder voorwaarden}",
        "{count:# was|# were} approved with conditions",
    ),
    "undecided": Words("{count:over # is nog niet besloten|over # is nog niet besloten}", "{count:# is|# are} not decided yet"),
}
"""Where plans that were submitted stand."""
REJECTED = Words("Het plan voor {name} is afgewezen: “{reasons}”", "The plan for {name} was rejected: “{reasons}”")
LAPSED = Words(
    "Vervallen {count:is # voorwaarde|zijn # voorwaarden} van het bestuur.",
    "Of the conditions of the board {count:# lapsed|# lapsed}.",
)
LEAD_TIME = Words(
    "Een goedgekeurd plan kreeg na {shortest} tot {days:dag|dagen} een besluit.",
    "An approved plan was decided {shortest} to {days:day|days} after it was submitted.",
)
ONE_LEAD_TIME = Words(
    "Goedgekeurd {plans:is # plan|zijn # plannen}, na {days}.",
    "So far {plans:# plan was|# plans were} approved, {days} after submission.",
)
WAITING = Words("Het langst wacht nu het plan voor {name}, al {days}.", "The plan for {name} has waited longest, {days} so far.")
MOST_QUOTED = 3
"""Reasons that are quoted on the first page; the register of decisions has them all."""


def started(page: EvaluationPage) -> Iterable[str]:
    """Tell which networks began, and how it went from groups to plans to networks."""
    if (found := page.one(FigureName.NETWORKS_FOUNDED)) is not None:
        yield from _begun(page, found)
    if (told := page.happened).groups:
        yield page.say(WANTED, groups=told.groups)
        yield page.say(BEGUN_PLANS, plans=told.plans_begun)
    if (outcomes := page.one(FigureName.PLAN_OUTCOMES)) is not None and outcomes.n:
        counts: Any = outcomes.value
        stand = page.row(page.say(OUTCOMES[outcome], count=counts[outcome]) for outcome in OUTCOMES if counts.get(outcome))
        yield page.say(PLANS, count=outcomes.n, outcomes=stand)
    rejected = [each for each in told.rejected if each.reasons]
    yield from (page.say(REJECTED, name=each.name, reasons=each.reasons) for each in rejected[:MOST_QUOTED])
    if told.lapsed_conditions:
        yield page.say(LAPSED, count=told.lapsed_conditions)
    if (lead := page.one(FigureName.PLAN_LEAD_TIME)) is not None:
        yield _lead_time(page, lead.detail_as(details.PlanLeadTime))
    if told.waiting:
        longest = max(told.waiting, key=lambda each: each.days)
        yield page.say(WAITING, name=longest.name, days=page.days(longest.days))


def _begun(page: EvaluationPage, found: Figure) -> Iterable[str]:
    if found.value:
        detail = found.detail_as(details.NetworksFounded)
        types = page.row(page.say(TYPES[NetworkType(kind)], count=count) for kind, count in detail.by_type.items() if count)
        yield page.say(BEGUN, count=found.value, types=types)
        if detail.brought_in:
            yield page.say(BROUGHT, brought=detail.brought_in)
    else:
        yield page.say(NONE_BEGUN)
    if found.norm is not None:
        yield page.say(PLACES_OF_PILOT, places=found.norm)
    yield from (_beyond(page, each) for each in page.happened.beyond_places[:MOST_QUOTED])


def _beyond(page: EvaluationPage, of: DecisionTold) -> str:
    return page.say(BEYOND, network=of.name, because="" if of.reasons is None else page.say(BECAUSE, reasons=of.reasons))


def _lead_time(page: EvaluationPage, took: details.PlanLeadTime) -> str:
    shortest, longest = took.each[0], took.each[-1]
    if shortest == longest:
        return page.say(ONE_LEAD_TIME, plans=len(took.each), days=page.days(longest))
    return page.say(LEAD_TIME, shortest=shortest, days=longest)


# Core groups

ALWAYS_LARGE_ENOUGH = Words("Altijd groot genoeg: {which}.", "Always large enough: {which}.")
NOT_ALWAYS = Words(
    "{network}: groot genoeg op {enough:#|#} van de {days:dag|dagen}.{now}",
    "{network}: large enough on {enough:#|#} of {days:day|days}.{now}",
)
MANY_NOT_ALWAYS = Words("Niet altijd groot genoeg: {which}.", "Not always large enough: {which}.")
TOO_SMALL_NOW = Words(
    " Te klein sinds {since}: nu {size:persoon|mensen}, en er zijn er {norm} nodig.{repair}",
    " Too small since {since}: {size:person|people} now, and {norm} are needed.{repair}",
)
REPAIR_OVER = Words(" De tijd om dat te herstellen was op {day} voorbij.", " The time to make it large enough ended on {day}.")
REPAIR_UNTIL = Words(" Dat te herstellen kan tot en met {day}.", " There is time for that up to and including {day}.")
KINDS = {
    True: Words(
        "Opgegeven in {month}: mensen met en zonder bestuurlijke ervaring bij {which}.",
        "Stated in {month}: people with and without experience in public office in {which}.",
    ),
    False: Words(
        "Opgegeven in {month}: alleen mensen met, of alleen mensen zonder bestuurlijke ervaring bij {which}.",
        "Stated in {month}: only people with, or only people without, experience in public office in {which}.",
    ),
}
BOTH_KINDS = 2
NO_RULES = Words("Zonder spelregels is er geen minimum: {which}.", "Where no rules apply there is no minimum: {which}.")
PROTECTED = Words(
    "Extra beschermd, dus zonder aantallen: {which}.", "Network with extra protection, so without numbers: {which}."
)


def core_groups(page: EvaluationPage) -> Iterable[str]:
    """Tell where the core group was large enough on every day, and where not; and of how many kinds its people are."""
    found = page.each(FigureName.CORE_GROUP_CONTINUITY)
    if always := [each for each in found if each.verdict is Verdict.REACHED]:
        yield page.say(ALWAYS_LARGE_ENOUGH, which=page.named(always))
    not_always = [each for each in found if each.verdict is Verdict.NOT_REACHED]
    if len(not_always) > IN_A_ROW:
        yield page.say(MANY_NOT_ALWAYS, which=page.named(not_always))
    else:
        yield from (_not_always(page, each) for each in not_always)
    yield from _mixes(page)
    if unruled := [each for each in found if each.note is Note.NO_RULES]:
        yield page.say(NO_RULES, which=page.named(unruled))
    yield from _protected(page, found)


def _not_always(page: EvaluationPage, held: Figure) -> str:
    detail = held.detail_as(details.Continuity)
    enough = detail.days_with_enough
    return page.say(NOT_ALWAYS, network=str(held.network), enough=enough, days=detail.days, now=_too_small_now(page, held))


def _too_small_now(page: EvaluationPage, held: Figure) -> str:
    stands, size = page.standing(held), page.of(FigureName.CORE_GROUP_SIZE, held)
    if stands is None or stands.too_small_since is None or size is None or size.norm is None:
        return ""
    repair = ""
    if stands.repair_by is not None:
        over = stands.repair_by < page.report.counted_until
        repair = page.say(REPAIR_OVER if over else REPAIR_UNTIL, day=page.day(stands.repair_by))
    since = page.day(stands.too_small_since)
    return page.say(TOO_SMALL_NOW, since=since, size=size.value, norm=page.number(size.norm), repair=repair)


def _mixes(page: EvaluationPage) -> Iterable[str]:
    stated: dict[tuple[str, bool], list[Figure]] = defaultdict(list)
    for mix in page.each(FigureName.CORE_GROUP_MIX):
        if mix.value is not None:
            day = mix.detail_as(details.MixStated).stated_on
            stated[period(f"{day:%Y-%m}", page.language), mix.value == BOTH_KINDS].append(mix)
    return (page.say(KINDS[both], month=month, which=page.named(of)) for (month, both), of in stated.items())


def _protected(page: EvaluationPage, found: Iterable[Figure]) -> Iterable[str]:
    if protected := [each for each in found if each.note is Note.SENSITIVE]:
        yield page.say(PROTECTED, which=page.named(protected))


# Members

AN_AIM = Words("Vijftig leden na een jaar is een streven en geen eis.", "Fifty members after a year is an aim and not a demand.")
FIFTY = 50
CONGRATULATED = Words(
    "Gefeliciteerd met vijftig leden of meer na een jaar: {which}.",
    "Congratulations on fifty members or more after a year: {which}.",
)
BELOW = Words("Geen vijftig na een jaar: {which}.", "Not fifty after a year: {which}.")
NO_YEAR_YET = Words("Nog geen jaar oud: {which}.", "Not a year old yet: {which}.")
NO_WHOLE_YEAR = Words("Geen heel jaar: {which}.", "Ended within a year: {which}.")
COUNTED = Words("{network} ({count})", "{network} ({count})")
TALKED = Words("Van het gesprek met {network} kwam dit: {outcome}.", "The talk with {network} led to this: {outcome}.")
TO_TALK = Words(
    "Nog te houden: het gesprek over het aantal leden met {which}.",
    "Still to come: the talk about the number of members with {which}.",
)
REACH = Words(
    "Ongeveer {people} mensen zijn lid van een netwerk. Op {day} telde de partij {all:lid|leden}: het is {share} daarvan.",
    "About {people} people are in a network. On {day} the party counted {all:member|members}: it is {share} of those.",
)
ABOUT = Words("ongeveer {share}", "about {share}")
OVERLAP = Words(
    "Van wie in een netwerk zit, zit ongeveer {share} in meer dan één.",
    "Of those in a network about {share} are in more than one.",
)
IN_ONE_ONLY = Words("Wie in een netwerk zit, zit in één netwerk.", "Nobody is in more than one network.")
NOT_COUNTED_IN = Words("Daarbij telt niet mee: {which}.", "Not counted there: {which}.")


def members(page: EvaluationPage) -> Iterable[str]:
    """Tell which networks had fifty after a year, what came of the talks about it, and how much of the party they reach."""
    after = page.each(FigureName.MEMBERS_AFTER_12_MONTHS)
    if any(each.norm == FIFTY for each in after):
        yield page.say(AN_AIM)
    if had := [each for each in after if measured(each) and had_fifty(each)]:
        yield page.say(CONGRATULATED, which=_with_counts(page, had))
    if had_not := [each for each in after if measured(each) and not had_fifty(each)]:
        yield page.say(BELOW, which=_with_counts(page, had_not))
    if ended := [each for each in after if each.note is Note.NETWORK_CLOSED]:
        yield page.say(NO_WHOLE_YEAR, which=page.named(ended))
    if young := [each for each in after if each.note is Note.NOT_YET_MEASURABLE]:
        yield page.say(NO_YEAR_YET, which=page.named(young))
    yield from _talks(page)
    if (reach := page.one(FigureName.REACH)) is not None:
        yield _reach(page, reach)
    if (overlap := page.one(FigureName.OVERLAP)) is not None:
        yield page.say(OVERLAP, share=page.percent(overlap.value)) if overlap.value else page.say(IN_ONE_ONLY)
    if reach is not None and (protected := [each for each in after if each.note is Note.SENSITIVE]):
        yield page.say(NOT_COUNTED_IN, which=page.named(protected))


def measured(after: Figure) -> bool:
    """Say whether a network had its year, and its members were counted at the end of it."""
    return after.value is not None and after.note is None


def had_fifty(after: Figure) -> bool:
    return isinstance(after.value, int) and after.value >= FIFTY


def _with_counts(page: EvaluationPage, after: list[Figure]) -> str:
    return page.which([page.say(COUNTED, network=str(each.network), count=page.number(each.value)) for each in after])


def _reach(page: EvaluationPage, reach: Figure) -> str:
    counted = reach.detail_as(details.PartyReach)
    people, day, share = page.number(reach.n), page.day(counted.counted_on), page.percent(reach.value)
    if isinstance(reach.value, float) and round(100 * reach.value):
        share = page.say(ABOUT, share=share)
    return page.say(REACH, people=people, day=day, all=counted.party_members, share=share)


def _talks(page: EvaluationPage) -> Iterable[str]:
    held: list[ConversationTold] = [each for each in page.happened.conversations if each.outcome is not None]
    if len(held) > IN_A_ROW:
        counts = Counter(each.outcome for each in held if each.outcome is not None)
        outcomes = page.row(page.say(COUNTED, network=word(outcome, page.language), count=n) for outcome, n in counts.items())
        yield page.say(TALKED, network=page.which([each.network for each in held]), outcome=outcomes)
    else:
        for each in held:
            if each.outcome is not None:
                yield page.say(TALKED, network=each.network, outcome=word(each.outcome, page.language))
    ended = {str(each.network) for each in page.report.networks if each.standing.has_ended}
    if waiting := [each.network for each in page.happened.conversations if each.outcome is None and each.network not in ended]:
        yield page.say(TO_TALK, which=page.which(waiting))
