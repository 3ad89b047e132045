"""Questions three and four: how many members, and where they come from."""

from datetime import date

from tests.evaluation.anew.log import Entry
from tests.evaluation.anew.networks import Network
from tests.evaluation.anew.people import newest
from tests.evaluation.anew.sentences.page import FIFTY, Page, Sentences

PLACES = {
    "noord": ("het noorden", "the north"),
    "oost": ("het oosten", "the east"),
    "west": ("het westen", "the west"),
    "zuid": ("het zuiden", "the south"),
}
NOTES = {
    "sensitive-network": ("extra beschermd netwerk, dus zonder aantallen", "network with extra protection, so without numbers"),
    "not-yet-measurable": ("nog niet te zeggen", "cannot be said yet"),
    "too-few-to-publish": ("te weinig mensen om te publiceren", "too few people to publish"),
    "no-baseline": ("er is geen telling van de partij om mee te vergelijken", "there is no count of the party to compare with"),
    "reference-is-the-target-group": (
        "van de eigen doelgroep van dit netwerk is geen telling",
        "there is no count of the target group of this network",
    ),
}
MEMBERS = ("lid", "member"), ("leden", "members")
OUTCOMES = {"continue": ("het netwerk gaat door", "the network goes on")}


def fifty(page: Page) -> Sentences:
    if any(page.of("members-after-12-months", each)["norm"] == FIFTY for each in page.networks):
        yield page.say(
            "Vijftig leden na een jaar is een streven en geen eis.", "Fifty members after a year is an aim and not a demand."
        )
    if reached := page.after_a_year(fifty=True):
        names = page.in_a_row([_with_number(page, each) for each in reached])
        yield page.say(
            f"Gefeliciteerd met vijftig leden of meer na een jaar: {names}.",
            f"Congratulations on fifty members or more after a year: {names}.",
        )
    if missed := page.after_a_year(fifty=False):
        names = page.in_a_row([_with_number(page, each) for each in missed])
        yield page.say(f"Geen vijftig na een jaar: {names}.", f"Not fifty after a year: {names}.")
    if ended := page.without_a_year("network-closed"):
        yield page.say(f"Geen heel jaar: {page.names(ended)}.", f"Ended within a year: {page.names(ended)}.")
    if young := page.without_a_year("not-yet-measurable"):
        yield page.say(f"Nog geen jaar oud: {page.names(young)}.", f"Not a year old yet: {page.names(young)}.")
    yield from _talks(page)
    yield from _reach(page)


def _with_number(page: Page, network: Network) -> str:
    return f"{page.name(network)} ({page.of('members-after-12-months', network)['value']})"


def _talks(page: Page) -> Sentences:
    """What came of each talk, and which are still to come with networks that go on."""
    opened = sorted(page.happened("ConversationOpened"), key=lambda each: page.name(page.party.networks[each.said.network]))
    held = {each.item: each for each in page.happened("ConversationHeld")}
    for each in opened:
        if each.item in held:
            network = page.party.networks[each.said.network]
            outcome = page.say(*OUTCOMES[held[each.item].said.outcome])
            yield page.say(
                f"Van het gesprek met {page.name(network)} kwam dit: {outcome}.",
                f"The talk with {page.name(network)} led to this: {outcome}.",
            )
    still = [page.party.networks[each.said.network] for each in opened if each.item not in held]
    still = [each for each in still if page.closing(each) is None and not page.is_sensitive(each)]
    if still:
        yield page.say(
            f"Nog te houden: het gesprek over het aantal leden met {page.names(still)}.",
            f"Still to come: the talk about the number of members with {page.names(still)}.",
        )


def _reach(page: Page) -> Sentences:
    overlap, counted, words = page.of("overlap"), newest(page.party, "PartyMembersCounted"), page.words
    if counted is not None:
        yield from _of_the_party(page, counted)
    if overlap["value"] == 0:
        yield page.say("Wie in een netwerk zit, zit in één netwerk.", "Nobody is in more than one network.")
    elif overlap["value"] is not None:
        share = words.per_cent(overlap["value"])
        yield page.say(
            f"Van wie in een netwerk zit, zit ongeveer {share} in meer dan één.",
            f"Of those in a network about {share} are in more than one.",
        )
    if counted is not None and (hidden := [each for each in page.networks if page.is_sensitive(each)]):
        yield page.say(f"Daarbij telt niet mee: {page.names(hidden)}.", f"Not counted there: {page.names(hidden)}.")


def _of_the_party(page: Page, counted: Entry) -> Sentences:
    reach, words = page.of("reach"), page.words
    yield page.say(f"Ongeveer {reach['n']} mensen zijn lid van een netwerk.", f"About {reach['n']} people are in a network.")
    day, members = words.day(counted.said.reference_day), words.figures(counted.said.members)
    part = f"{page.say('ongeveer', 'about')} {words.per_cent(reach['value'])}"
    if not round(100 * reach["value"]):
        part = page.say("minder dan 1 procent", "less than 1 per cent")
    yield page.say(
        f"Op {day} telde de partij {members} leden: het is {part} daarvan.",
        f"On {day} the party counted {members} members: it is {part} of those.",
    )


def breadth(page: Page) -> Sentences:
    compared = [each for each in page.networks if page.of("likeness", each)["value"] is not None]
    quarters = sorted({page.of("likeness", each)["detail"]["toldOf"] for each in compared}, reverse=True)
    for quarter in quarters:
        told = [each for each in compared if page.of("likeness", each)["detail"]["toldOf"] == quarter]
        assert {page.of("likeness", each)["verdict"] for each in told} == {"broad"}, "nothing else is in the story"
        day, names = page.words.day(date.fromisoformat(quarter)), page.names(told)
        yield page.say(
            f"Op {day} was het verschil met de partij niet te onderscheiden van toeval bij {names}.",
            f"On {day} the difference from the party could not be told apart from chance in {names}.",
        )
    yield from _missed(page, compared)
    if compared:
        yield page.say(
            "Wij vergelijken alleen in welke provincie leden wonen, dus niet leeftijd of achtergrond.",
            "We compare only in which province members live, not their age or background.",
        )
    notes: dict[str, list[Network]] = {}
    for network in page.networks:
        if network not in compared:
            notes.setdefault(page.of("likeness", network)["note"], []).append(network)
    for note, networks in notes.items():
        why = page.say(*NOTES[note])
        yield page.say(f"Niet te vergelijken: {page.names(networks)} ({why}).", f"Not compared: {page.names(networks)} ({why}).")


def _missed(page: Page, compared: list[Network]) -> Sentences:
    could: dict[tuple[str, ...], list[Network]] = {}
    for network in compared:
        detail = page.of("likeness", network)["detail"]
        assert detail["missing"] == [], "nobody is missed in the story"
        could.setdefault(tuple(detail["couldTell"]), []).append(network)
    for parts, networks in sorted(could.items(), key=lambda one: len(one[0])):
        if not parts:
            continue
        places, names = page.words.listed([page.say(*PLACES[each]) for each in parts]), _sizes(page, networks)
        yield page.say(
            f"Wij konden niet zien dat er te weinig leden komen uit {places}, bij {names}.",
            f"We could not see that too few members come from {places}, in {names}.",
        )
        yield page.say(
            "Voor andere streken zijn dat te weinig leden om iets te zeggen.",
            "For other parts of the country those are too few members to tell.",
        )
    if few := could.get(()):
        names = _sizes(page, few)
        yield page.say(
            f"Wie wij missen, is met zo weinig leden niet te zeggen: {names}.",
            f"Whom we miss cannot be told from so few members: {names}.",
        )


def _sizes(page: Page, networks: list[Network]) -> str:
    sizes = [page.words.some(page.of("likeness", each)["n"] or 0, *MEMBERS) for each in networks]
    return page.words.listed([f"{page.name(each)} ({size})" for each, size in zip(networks, sizes, strict=True)])
