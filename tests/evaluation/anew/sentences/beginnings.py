"""The first two questions: which networks started, and are their core groups large enough."""

from datetime import date

from tests.evaluation.anew.networks import Network
from tests.evaluation.anew.of_plans import waiting_times
from tests.evaluation.anew.sentences.page import Page, Sentences
from tests.evaluation.anew.standing import happened

TYPES = {
    "imported": (("netwerk uit een bestand", "network from a file"), ("netwerken uit een bestand", "networks from a file")),
    "community-network": (("doelgroepnetwerk", "community network"), ("doelgroepnetwerken", "community networks")),
    "theme-network": (("themanetwerk", "theme network"), ("themanetwerken", "theme networks")),
}


def started(page: Page) -> Sentences:
    said, words = page.of("networks-founded"), page.words
    types = words.listed(
        [
            words.some(said["detail"]["byType"][each], *names)
            for each, names in TYPES.items()
            if said["detail"]["byType"].get(each)
        ]
    )
    if said["value"] == 1:
        yield page.say(f"Er is één netwerk begonnen: {types}.", f"So far one network has started: {types}.")
    else:
        count = words.number(said["value"])
        yield page.say(f"Er zijn {count} netwerken begonnen: {types}.", f"So far {count} networks have started: {types}.")
    if brought := said["detail"]["broughtIn"]:
        number = words.number(brought)
        verb = "bestond" if brought == 1 else "bestonden"
        yield page.say(f"Daarvan {verb} er {number} al langer.", f"Of these {number} had existed before.")
    if said["norm"] is not None:
        places = words.number(int(said["norm"]))
        yield page.say(f"De pilot begon met {places} plekken.", f"The pilot began with {places} places.")
    for taken in page.in_pilot("PlaceTaken"):
        if taken.said.beyond_places_because is not None:
            name = page.name(page.party.networks[taken.said.network])
            yield page.say(
                f"Voor {name} maakte het bestuur een uitzondering op het aantal plekken.",
                f"For {name} the board made an exception to the number of places.",
            )
    yield from _plans(page)


def _plans(page: Page) -> Sentences:
    words = page.words
    if interested := page.in_pilot("GroupShowedInterest"):
        groups, written = words.number(len(interested)), words.number(happened(page.party, page.sensitive)["plansBegun"])
        yield page.say(f"Er wilden {groups} groepen een netwerk.", f"So far {groups} groups have wanted a network.")
        yield page.say(f"Er werden {written} plannen geschreven.", f"For those {written} plans were written.")
    outcomes = page.of("plan-outcomes")
    if not outcomes["n"]:
        return
    parts = [_outcome(page, state, outcomes["value"][state]) for state in OUTCOMES if state in outcomes["value"]]
    count = words.number(outcomes["n"])
    yield page.say(
        f"Er zijn {count} plannen ingediend: {words.listed(parts)}.",
        f"So far {count} plans have been submitted: {words.listed(parts)}.",
    )
    yield from _decided(page)


OUTCOMES = {
    "founded": (("werd een netwerk", "became a network"), ("werden een netwerk", "became networks")),
    "rejected": (("is afgewezen", "was rejected"), ("zijn afgewezen", "were rejected")),
    "waiting": (("staat op de wachtlijst", "is on the waiting list"), ("staan op de wachtlijst", "are on the waiting list")),
    "undecided": (("is nog niet besloten", "is not decided yet"), ("is nog niet besloten", "are not decided yet")),
}


def _outcome(page: Page, state: str, count: int) -> str:
    words = page.words.some(count, *OUTCOMES[state])
    return page.say("over ", "") + words if state == "undecided" else words


def _decided(page: Page) -> Sentences:
    words = page.words
    contents = {each.item: each.said.content for each in page.happened("PlanDrafted", "PlanRevised", "PlanAmended")}
    for each in page.happened("PlanRejected"):
        name, reasons = contents[each.item].name, each.said.reasons
        yield page.say(f"Het plan voor {name} is afgewezen: “{reasons}”", f"The plan for {name} was rejected: “{reasons}”")
    if lapsed := len(page.happened("ConditionLapsed")):
        number = words.number(lapsed)
        condition = "voorwaarde" if lapsed == 1 else "voorwaarden"
        verb = "Vervallen is" if lapsed == 1 else "Vervallen zijn"
        yield page.say(f"{verb} {number} {condition} van het bestuur.", f"Of the conditions of the board {number} lapsed.")
    each = page.of("plan-lead-time")["detail"]["each"]
    if each:
        yield page.say(
            f"Een goedgekeurd plan kreeg na {each[0]} tot {each[-1]} dagen een besluit.",
            f"An approved plan was decided {each[0]} to {each[-1]} days after it was submitted.",
        )
    if waiting := plans_that_wait(page):
        (name, days), *_ = waiting
        yield page.say(
            f"Het langst wacht nu het plan voor {name}, al {words.days(days)}.",
            f"The plan for {name} has waited longest, {words.days(days)} so far.",
        )


def plans_that_wait(page: Page) -> list[tuple[str, int]]:
    """The names of the plans that wait now, and how long; the longest first."""
    contents = {each.item: each.said.content for each in page.happened("PlanDrafted", "PlanRevised", "PlanAmended")}
    waiting = [(each.days(page.party.asked.day), each.plan) for each in waiting_times(page.party) if each.until is None]
    return [(contents[plan].name, days) for days, plan in sorted(waiting, key=lambda one: -one[0])]


def core_groups(page: Page) -> Sentences:
    shares = {each.id: page.of("core-group-continuity", each) for each in page.networks}
    always = [each for each in page.plain if shares[each.id]["value"] == 1]
    if always:
        yield page.say(f"Altijd groot genoeg: {page.names(always)}.", f"Always large enough: {page.names(always)}.")
    for each in page.plain:
        if shares[each.id]["value"] not in {1, None}:
            yield from _not_always(page, each)
    yield from _mixes(page)
    if unruled := [each for each in page.plain if page.of("core-group-continuity", each)["note"] == "no-rules-apply"]:
        names = page.names(unruled)
        yield page.say(f"Zonder spelregels is er geen minimum: {names}.", f"Where no rules apply there is no minimum: {names}.")
    if hidden := [each for each in page.networks if page.is_sensitive(each)]:
        yield page.say(
            f"Extra beschermd, dus zonder aantallen: {page.names(hidden)}.",
            f"Network with extra protection, so without numbers: {page.names(hidden)}.",
        )


def _not_always(page: Page, network: Network) -> Sentences:
    detail, name, words = page.of("core-group-continuity", network)["detail"], page.name(network), page.words
    enough, days = words.number(detail["daysWithEnough"]), words.number(detail["days"])
    yield page.say(f"{name}: groot genoeg op {enough} van de {days} dagen.", f"{name}: large enough on {enough} of {days} days.")
    size = page.of("core-group-size", network)
    found = [each for each in network.life if each.kind == "CoreGroupFoundTooSmall" and each.at < page.party.asked.before]
    if size["verdict"] == "too-small":
        since, people = words.day(found[-1].day), words.some(size["value"], ("mens", "person"), ("mensen", "people"))
        yield page.say(
            f"Te klein sinds {since}: nu {people}, en er zijn er {size['norm']} nodig.",
            f"Too small since {since}: {people} now, and {size['norm']} are needed.",
        )
        term = found[-1].said.core_group_term.repair_by
        if term < page.party.asked.day:
            yield page.say(
                f"De tijd om dat te herstellen was op {words.day(term)} voorbij.",
                f"The time to make it large enough ended on {words.day(term)}.",
            )


def _mixes(page: Page) -> Sentences:
    kinds: dict[tuple[int, str], list[Network]] = {}
    for network in page.plain:
        said = page.of("core-group-mix", network)
        if said["value"] is not None:
            kinds.setdefault((said["value"], said["detail"]["statedOn"][:7]), []).append(network)
    for (kind, month), networks in sorted(kinds.items(), key=lambda one: -one[0][0]):
        when = page.words.month(day_of_month(month))
        if kind == 2:  # both
            what = ("mensen met en zonder bestuurlijke ervaring", "people with and without experience in public office")
        else:
            what = (
                "alleen mensen met, of alleen mensen zonder bestuurlijke ervaring",
                "only people with, or only people without, experience in public office",
            )
        names = page.names(networks)
        yield page.say(f"Opgegeven in {when}: {what[0]} bij {names}.", f"Stated in {when}: {what[1]} in {names}.")


def day_of_month(month: str) -> date:
    return date(int(month[:4]), int(month[5:]), 1)
