"""The head of the page, its summary and its table."""

from tests.evaluation.anew.days import ZONE
from tests.evaluation.anew.networks import Network
from tests.evaluation.anew.sentences.page import A_PAGE, NETWORKS, Page, Sentences


def head(page: Page, on: object) -> Sentences:
    words, here = page.words, page.known_at.astimezone(ZONE)
    for began in page.party.log.all_of("PartyBegan"):
        yield f"{began.said.party}."
    for opened in page.in_pilot("PilotOpened"):
        first, last = words.day(opened.said.first_day), words.day(opened.said.last_day)
        yield page.say(f"Pilot van {first} tot en met {last}.", f"Pilot from {first} up to and including {last}.")
    asked, known, counted = words.day(on), words.day(here.date()), words.day(page.party.asked.day)  # type: ignore[arg-type]
    yield page.say(
        f"Stand op {asked}, zoals bekend op {known} om {here:%H.%M} uur.", f"As of {asked}, as known on {known} at {here:%H:%M}."
    )
    if on != page.party.asked.day:
        yield page.say(
            f"Let op: {asked} moet nog komen. Alles is geteld tot en met {counted}.",
            f"Please note: {asked} is still to come. Everything was counted up to and including {counted}.",
        )


def in_short(page: Page) -> Sentences:
    yield page.say("Kort.", "In short.")
    count, going = len(page.networks), len(page.open_networks)
    words = page.words
    if count == going == 1:
        yield page.say("Er is één netwerk, en dat is actief.", "There is one network, and it is active.")
    elif count == going:
        number = words.number(count)
        yield page.say(f"Er zijn {number} netwerken, alle actief.", f"There are {number} networks, all active.")
    else:
        yield page.say(
            f"Van de {words.number(count)} netwerken zijn er {words.number(going)} actief.",
            f"Of {words.number(count)} networks {words.number(going)} are active.",
        )
    yield from _fifty(page)
    asked = page.total("advice-requests", "value")
    if asked:
        yield _answers(page, asked)
        known = page.answered - page.unknown_uses
        yield page.say(
            f"Van {words.some(known, ('antwoord', 'answer'), ('antwoorden', 'answers'))} is bekend wat ermee is gedaan.",
            f"Of {words.some(known, ('antwoord', 'answer'), ('antwoorden', 'answers'))} we know what was done with it.",
        )


def _answers(page: Page, asked: int) -> str:
    number = page.words.number
    if asked == 1 and not page.answered:
        return page.say("Op de enige adviesvraag kwam nog geen antwoord.", "The only request for advice has no answer yet.")
    if asked == 1:
        return page.say("Op de enige adviesvraag kwam antwoord.", "The only request for advice was answered.")
    return page.say(
        f"Op {number(page.answered)} van de {number(asked)} adviesvragen kwam antwoord.",
        f"Of {number(asked)} requests for advice, {number(page.answered)} {'was' if page.answered == 1 else 'were'} answered.",
    )


def _fifty(page: Page) -> Sentences:
    words = page.words
    reached, missed = page.after_a_year(fifty=True), page.after_a_year(fifty=False)
    if reached or missed:
        measured, had = words.some(len(reached + missed), *NETWORKS), words.number(len(reached)) if reached else "none"
        hadden = f"hadden er {words.number(len(reached))}" if len(reached) > 1 else f"had er {words.number(len(reached))}"
        yield page.say(
            f"Van {measured} met een heel jaar {hadden} vijftig leden of meer.",
            f"Of {measured} with a whole year {had} had fifty members or more.",
        )
    if waiting := page.without_a_year("not-yet-measurable"):
        of = words.some(len(waiting), *NETWORKS)
        yield page.say(f"Van {of} is dat nog niet te meten.", f"Of {of} this cannot be measured yet.")
    if ended := page.without_a_year("network-closed"):
        of = words.some(len(ended), *NETWORKS)
        yield page.say(f"Binnen een jaar eindigde{'n' * (len(ended) > 1)} {of}.", f"Within a year {of} ended.")
    if hidden := [each for each in page.networks if page.is_sensitive(each)]:
        number = words.number(len(hidden))
        yield page.say(
            f"Van {number} extra beschermde netwerken zeggen wij dat niet.",
            f"Of {number} networks with extra protection we do not tell.",
        )


def rows(page: Page) -> list[tuple[str, ...]]:
    """The table: those that go on first; of many only those that stand otherwise than well."""
    if len(page.networks) > A_PAGE:
        assert not page.party.log.all_of("NetworkSuspended", "NetworkFellDormant", "CoreGroupFoundTooSmall"), "not in the history"
        return []
    ended = [each for each in page.networks if page.closing(each)]
    return [_row(page, each) for each in [*page.open_networks, *ended]]


def spread(page: Page) -> Sentences:
    """Of many networks how many stand how, and how large they are."""
    if len(page.networks) <= A_PAGE:
        return
    going, words = page.open_networks, page.words
    ended = len(page.networks) - len(going)
    stand = [(len(going), page.say("actief", "active")), (ended, page.say("opgeheven", "closed"))]
    told = words.listed([f"{words.figures(count)} {how}" for count, how in stand if count])
    yield page.say(f"Hoe zij ervoor staan: {told}.", f"How they stand: {told}.")
    sizes = sorted(page.of("members", each)["value"] for each in going)
    half = next(size for size in sizes if 2 * sum(other <= size for other in sizes) >= len(sizes))
    those, most = words.some(len(sizes), *NETWORKS), words.figures(sizes[-1])
    members = words.some(half, ("lid", "member"), ("leden", "members"))
    yield page.say(
        f"De helft van de {those} die er nu zijn, heeft {members} of minder.",
        f"Half of {those} that go on have {members} or fewer.",
    )
    yield page.say(f"Het grootste heeft er {most}.", f"The largest has {most}.")


def _row(page: Page, network: Network) -> tuple[str, ...]:
    name = page.name(network)
    not_told = page.say("zeggen wij niet", "not told")
    if page.is_sensitive(network):
        name += page.say(" (extra beschermd)", " (extra protection)")
        band = page.of("members", network)["value"]
        size = not_told if band is None else band.replace("-", page.say(" tot ", " to "))
        return name, _status(page, network), size, not_told, not_told
    return name, _status(page, network), _size(page, network), _after(page, network), _core_group(page, network)


def _status(page: Page, network: Network) -> str:
    closing = page.closing(network)
    if closing is None:
        since = page.words.day(network.start)
        return page.say(f"actief sinds {since}", f"active since {since}")
    day = page.words.day(closing.day)
    if closing.kind == "NetworkMerged":
        into = page.name(page.party.networks[closing.said.into])
        return page.say(f"opgegaan in {into}, {day}", f"merged into {into}, {day}")
    return page.say(f"opgeheven, {day}", f"closed, {day}")


def _size(page: Page, network: Network) -> str:
    closing = page.closing(network)
    if closing is None:
        return str(page.of("members", network)["value"])
    return page.say(f"toen {network.members(closing.at)}", f"{network.members(closing.at)} then")


def _after(page: Page, network: Network) -> str:
    said = page.of("members-after-12-months", network)
    if said["note"] == "network-closed":
        return page.say("geen heel jaar", "no whole year")
    if said["note"] == "not-yet-measurable":
        return page.say("nog geen jaar", "not a year old yet")
    verdict = page.say("ja", "yes") if said["verdict"] == "reached" else page.say("nee", "no")
    return f"{verdict} ({said['value']})"


def _core_group(page: Page, network: Network) -> str:
    said = page.of("core-group-size", network)
    if page.closing(network):
        return page.say("geen meer", "none any more")
    if said["verdict"] == "too-small":
        return f"{said['value']}, " + page.say(f"minstens {said['norm']} nodig", f"at least {said['norm']} needed")
    return str(said["value"])


def reasons(page: Page) -> Sentences:
    for network in page.networks:
        closing = page.closing(network)
        if closing is None or page.is_sensitive(network) or not closing.said.reason:
            continue
        name = page.name(network)
        if closing.kind == "NetworkMerged":
            into = page.name(page.party.networks[closing.said.into])
            yield page.say(
                f"{name} is opgegaan in {into}: “{closing.said.reason}”",
                f"{name} was merged into {into}: “{closing.said.reason}”",
            )
        else:
            yield page.say(f"{name} is opgeheven: “{closing.said.reason}”", f"{name} was closed: “{closing.said.reason}”")
