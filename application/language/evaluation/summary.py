"""How page one opens: whose evaluation, of which day and known when; how networks stand; and one line that sums it up."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.evaluation.standing import NetworkStanding, Standing
from application.language.evaluation.about_networks import had_fifty, measured
from application.language.evaluation.page import IN_A_ROW, EvaluationPage, counts, total
from application.language.formatting import format_value
from application.language.words import Words
from application.queries.evaluating.evaluation import Figure, Note

TITLE = Words("Evaluatie van de partijnetwerken", "Evaluation of the party networks")
OF_PARTY = Words("{party}.", "{party}.")
PILOT = Words("Pilot van {first} tot en met {last}.", "Pilot from {first} up to and including {last}.")
AS_OF = Words("Stand op {day}, zoals bekend op {known}.", "As of {day}, as known on {known}.")
STILL_TO_COME = Words(
    "Let op: {day} moet nog komen. Alles is geteld tot en met {until}.",
    "Please note: {day} is still to come. Everything was counted up to and including {until}.",
)

ALL_ACTIVE = Words(
    "Er {all:is # netwerk, en dat is actief|zijn # netwerken, alle actief}.",
    "There {all:is # network, and it is active|are # networks, all active}.",
)
ACTIVE = Words(
    "Van de {all:netwerk|netwerken} {active:is er geen actief|is er # actief|zijn er # actief}.",
    "Of {all:network|networks} {active:none is|# is|# are} active.",
)
NO_NETWORKS = Words("Er is nog geen netwerk begonnen.", "No network has started yet.")
HAD_FIFTY = Words(
    "Van {measured:netwerk|netwerken} met een heel jaar {had:had er geen|had er #|hadden er #} vijftig leden of meer.",
    "Of {measured:network|networks} with a whole year {had:none|#|#} had fifty members or more.",
)
NOT_MEASURED = Words(
    "Van {count:netwerk|netwerken} is dat nog niet te meten.", "Of {count:network|networks} this cannot be measured yet."
)
NO_YEAR = Words(
    "Binnen een jaar {count:eindigde # netwerk|eindigden # netwerken}.", "Within a year {count:network|networks} ended."
)
NOT_TOLD = Words(
    "Van {count:extra beschermd netwerk|extra beschermde netwerken} zeggen wij dat niet.",
    "Of {count:network|networks} with extra protection we do not tell.",
)
ANSWERED = Words(
    "Op {answered:#|#} van de {asked:adviesvraag|adviesvragen} kwam antwoord.",
    "Of {asked:request for advice|requests for advice}, {answered:none was answered|# was answered|# were answered}.",
)
ONLY_ONE_ANSWERED = Words("Op de enige adviesvraag kwam antwoord.", "The only request for advice was answered.")
ONLY_ONE_UNANSWERED = Words("Op de enige adviesvraag kwam nog geen antwoord.", "The only request for advice has no answer yet.")
USE_KNOWN = Words(
    "Van {known:antwoord|antwoorden} is bekend wat ermee is gedaan.", "Of {known:answer|answers} we know what was done with it."
)

SINCE = Words("{standing} sinds {day}", "{standing} since {day}")
ON = Words("{standing}, {day}", "{standing}, {day}")
STANDINGS = {
    Standing.ACTIVE: Words("actief", "active"),
    Standing.SUSPENDED: Words("stilgelegd", "suspended"),
    Standing.DORMANT: Words("slapend", "dormant"),
    Standing.MERGED: Words("opgegaan in {into}", "merged into {into}"),
    Standing.CLOSED: Words("opgeheven", "closed"),
}
ANOTHER = Words("een ander netwerk", "another network")
IN_SHORT = {
    Standing.ACTIVE: Words("{count} actief", "{count} active"),
    Standing.SUSPENDED: Words("{count} stilgelegd", "{count} suspended"),
    Standing.DORMANT: Words("{count} slapend", "{count} dormant"),
    Standing.MERGED: Words("{count} opgegaan in een ander netwerk", "{count} merged into another"),
    Standing.CLOSED: Words("{count} opgeheven", "{count} closed"),
}
BY_STANDING = Words("Hoe zij ervoor staan: {counts}.", "How they stand: {counts}.")
SPREAD = Words(
    "De helft van de {networks:netwerk|netwerken} die er nu zijn, heeft {median:lid|leden} of minder. "
    "Het grootste heeft er {most}.",
    "Half of {networks:network|networks} that go on have {median:member|members} or fewer. The largest has {most}.",
)
PROTECTED = Words("{network} (extra beschermd)", "{network} (extra protection)")
THEN = Words("toen {count}", "{count} then")
YES, NO = Words("ja ({count})", "yes ({count})"), Words("nee ({count})", "no ({count})")
NO_YEAR_YET, NO_WHOLE_YEAR = Words("nog geen jaar", "not a year old yet"), Words("geen heel jaar", "no whole year")
UNTOLD = Words("zeggen wij niet", "not told")
NEEDED = Words("{size}, minstens {norm} nodig", "{size}, at least {norm} needed")
ENDED = Words("geen meer", "none any more")
WHY = Words("{network} is {standing}: “{reason}”", "{network} was {standing}: “{reason}”")


class StandingRow(NamedTuple):
    """A network as the first table tells it."""

    network: str
    standing: str
    members: str
    fifty: str
    core_group: str


TITLES_OF_ROWS = {
    "network": Words("Netwerk", "Network"),
    "standing": Words("Status", "Status"),
    "members": Words("Leden", "Members"),
    "fifty": Words("Vijftig na een jaar", "Fifty after a year"),
    "core_group": Words("Kerngroep", "Core group"),
}


def opening(page: EvaluationPage) -> Iterable[str]:
    """Say whose evaluation it is, of which pilot and day, and as it was known when."""
    report, told = page.report, page.happened
    if report.party is not None:
        yield page.say(OF_PARTY, party=report.party)
    if told.first_day is not None and told.last_day is not None:
        yield page.say(PILOT, first=page.day(told.first_day), last=page.day(told.last_day))
    yield page.say(AS_OF, day=page.day(report.on), known=format_value(report.known_at, page.language))
    if report.on > report.counted_until:
        yield page.say(STILL_TO_COME, day=page.day(report.on), until=page.day(report.counted_until))


def in_short(page: EvaluationPage) -> Iterable[str]:
    """Sum up how many networks are active, how many had fifty after a year, and how many requests were answered."""
    networks = page.report.networks
    if not networks:
        yield page.say(NO_NETWORKS)
        return
    active = sum(each.standing is Standing.ACTIVE for each in networks)
    if active == len(networks):
        yield page.say(ALL_ACTIVE, all=active)
    else:
        yield page.say(ACTIVE, active=active, all=len(networks))
    yield from _fifty_in_short(page)
    outcomes = sum((Counter(counts(each)) for each in page.each(FigureName.ADVICE_OUTCOMES)), Counter[str]())
    if outcomes:
        uses = (each.detail for each in page.each(FigureName.ADVICE_USE))
        known = total(each.known for each in uses if isinstance(each, details.UsesReported))
        yield _answered(page, outcomes["answered"], outcomes.total())
        yield page.say(USE_KNOWN, known=known)


def _answered(page: EvaluationPage, answered: int, asked: int) -> str:
    if asked == 1:
        return page.say(ONLY_ONE_ANSWERED if answered else ONLY_ONE_UNANSWERED)
    return page.say(ANSWERED, answered=answered, asked=asked)


def _fifty_in_short(page: EvaluationPage) -> Iterable[str]:
    after = page.each(FigureName.MEMBERS_AFTER_12_MONTHS)
    year = [each for each in after if measured(each)]
    if year:
        yield page.say(HAD_FIFTY, measured=len(year), had=sum(map(had_fifty, year)))
    for note, words in ((Note.NOT_YET_MEASURABLE, NOT_MEASURED), (Note.NETWORK_CLOSED, NO_YEAR), (Note.SENSITIVE, NOT_TOLD)):
        if count := sum(each.note is note for each in after):
            yield page.say(words, count=count)


# How networks stand


def standing_rows(page: EvaluationPage) -> list[StandingRow]:
    """Tell of each network how it stands; of many only of the ten that need attention most."""
    return [_row(page, each) for each in _wanted(page)]


def _wanted(page: EvaluationPage) -> list[NetworkStanding]:
    networks = sorted(page.report.networks, key=lambda each: (each.standing.has_ended, each.network.casefold()))
    if not page.has_many:
        return networks
    return sorted(filter(_needs_attention, networks), key=_urgency)[:IN_A_ROW]


def _needs_attention(network: NetworkStanding) -> bool:
    return network.standing in {Standing.SUSPENDED, Standing.DORMANT} or network.too_small_since is not None


def _urgency(network: NetworkStanding) -> tuple[Any, ...]:
    return network.too_small_since is None, network.repair_by or network.since, network.network


def spread(page: EvaluationPage) -> Iterable[str]:
    """Of many networks tell how many stand how, and how large they are."""
    if not page.has_many:
        return
    stand = Counter(each.standing for each in page.report.networks)
    told = page.row(page.say(IN_SHORT[each], count=page.number(stand[each])) for each in Standing if stand[each])
    yield page.say(BY_STANDING, counts=told)
    found = page.each(FigureName.MEMBERS)
    sizes = sorted(each.value for each in found if isinstance(each.value, int) and not page.has_ended(each))
    if sizes:
        middle = sizes[(len(sizes) - 1) // 2]
        yield page.say(SPREAD, networks=len(sizes), median=middle, most=page.number(sizes[-1]))


def why_ended(page: EvaluationPage) -> Iterable[str]:
    """Give why networks were suspended, closed or merged, as the board wrote it."""
    reasoned = [each for each in page.report.networks if each.reason is not None]
    return (page.say(WHY, network=each.network, standing=_standing(page, each), reason=each.reason) for each in reasoned[:3])


def _row(page: EvaluationPage, network: NetworkStanding) -> StandingRow:
    like = next(each for each in page.each(FigureName.MEMBERS) if each.of == network.of)
    standing = _standing(page, network)
    words = ON if network.standing.has_ended else SINCE
    return StandingRow(
        network=page.say(PROTECTED, network=network.network) if network.sensitive else network.network,
        standing=page.say(words, standing=standing, day=page.day(network.since)),
        members=_members(page, network, like),
        fifty=_fifty(page, like),
        core_group=_core_group(page, network, like),
    )


def _standing(page: EvaluationPage, network: NetworkStanding) -> str:
    return page.say(STANDINGS[network.standing], into=network.into or page.say(ANOTHER))


def _members(page: EvaluationPage, network: NetworkStanding, members: Figure) -> str:
    if network.members_then is not None:
        return page.say(THEN, count=page.number(network.members_then))
    return page.told(members) if members.value is not None else page.say(UNTOLD)


def _fifty(page: EvaluationPage, like: Figure) -> str:
    after = page.of(FigureName.MEMBERS_AFTER_12_MONTHS, like)
    if after is None or after.note is Note.SENSITIVE:
        return page.say(UNTOLD)
    if after.note is not None:
        return page.say(NO_WHOLE_YEAR if after.note is Note.NETWORK_CLOSED else NO_YEAR_YET)
    return page.say(YES if had_fifty(after) else NO, count=page.number(after.value))


def _core_group(page: EvaluationPage, network: NetworkStanding, like: Figure) -> str:
    size = page.of(FigureName.CORE_GROUP_SIZE, like)
    if network.standing.has_ended:
        return page.say(ENDED)
    if size is None or not isinstance(size.value, int):
        return page.say(UNTOLD)
    if size.norm is not None and size.value < size.norm:
        return page.say(NEEDED, size=page.number(size.value), norm=page.number(size.norm))
    return page.number(size.value)
