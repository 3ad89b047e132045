"""Turns that things seldom take: requests that find another network or no answer, and a network that changes its name."""

from datetime import date, timedelta
from uuid import UUID

from application.commands import advice
from application.commands.base import DecidedText
from application.commands.networks import (
    AppointCoreGroupMember,
    BringInNetwork,
    CloseNetwork,
    CorrectEntry,
    MarkSensitive,
    OfferSeats,
    RenameNetwork,
    RenewNetwork,
    ReopenNetwork,
    WriteWelcome,
)
from application.commands.party import MergePersons, RegisterPartyMember
from domain.advice.values import RequesterKind
from domain.kernel.acts import DecisionForm, Source
from domain.kernel.entries import Mistake
from domain.pilot.rules import NetworkType
from netwerkpartij.story import plans
from netwerkpartij.story.clock import at
from netwerkpartij.story.people import ASSISTANT, BOARD, CORE_GROUPS, REQUESTER
from netwerkpartij.story.telling import Chapter, NotRegistered, Story

CARE, EDUCATION = CORE_GROUPS["care"][0], CORE_GROUPS["education"][0]


def brought_to_another(story: Story) -> Chapter:
    """Care brings a request to education, where one expert declines and another discloses an interest."""
    yield at("2023-02-13 10:00")
    request = _asks(story, plans.CARE, "Hoe leren kinderen op school wat gezond is?", date(2023, 3, 20))
    yield at("2023-02-15 20:00")
    brought = advice.RedirectRequest(
        advice_request=request, other_network=story.networks[plans.EDUCATION], explanation="Dit gaat vooral over de school."
    )
    story.core_group(CARE, plans.CARE, brought)
    declines, helps = [name for name in story.members[plans.EDUCATION] if not story.cast[name].speaks][:2]
    yield at("2023-02-20 20:00")
    for name in (declines, helps):
        invited = advice.InviteExpert(advice_request=request, expert=story.persons[name])
        story.core_group(EDUCATION, plans.EDUCATION, invited)
    yield at("2023-02-21 12:00")
    story.member(declines, advice.DeclineInvitation(advice_request=request))
    story.member(helps, advice.AcceptInvitation(advice_request=request))
    interest = advice.DeclareExpertConflict(advice_request=request, interest="Schrijft zelf lesboeken over voeding.")
    story.member(helps, interest)
    yield at("2023-02-22 20:00")
    disclosed = advice.DiscloseExpertConflict(advice_request=request, expert=story.persons[helps])
    story.core_group(EDUCATION, plans.EDUCATION, disclosed)
    yield at("2023-03-14 21:00")
    told = advice.DeliverAdvice(advice_request=request, advice="Kook samen: wie zelf kookt, onthoudt het.")
    story.core_group(EDUCATION, plans.EDUCATION, told)
    yield at("2023-03-15 10:00")
    earlier = CorrectEntry(
        of=story.last_of("AdviceDelivered", request), corrected_at=at("2023-03-14 20:00"), mistake=Mistake.WRONG_DAY
    )
    story.bureau(earlier)


def never_answered(story: Story) -> Chapter:
    """Let the bureau record a letter; nobody answers, and the request lapses."""
    yield at("2023-03-06 10:30")
    asked = advice.RequestAdvice(
        network=story.networks[plans.CARE],
        person=story.persons[REQUESTER],
        requester_kind=RequesterKind.PARTY_BODY,
        question="Wat vraagt u van een wethouder zorg?",
        due=date(2023, 4, 3),
        source=Source.MAIL,
    )
    story.bureau(asked)


def never_explained(story: Story) -> Chapter:
    """Ask what is meant, and hear nothing: the network could not answer."""
    yield at("2023-09-04 10:00")
    request = _asks(story, plans.EDUCATION, "Wat vinden jullie van het stelsel?", date(2023, 10, 2))
    yield at("2023-09-06 20:00")
    asked = advice.AskClarification(advice_request=request, question="Welk stelsel bedoelt u?")
    story.core_group(EDUCATION, plans.EDUCATION, asked)


def without_a_network(story: Story) -> Chapter:
    """Ask a network that closes; the bureau finds another, and a new day is refused."""
    yield at("2023-09-04 11:00")
    request = _asks(story, plans.YOUNG, "Wat houdt starters op de woningmarkt tegen?", date(2023, 10, 30))
    yield at("2023-09-26 10:00")
    story.bureau(advice.RedirectRequest(advice_request=request, other_network=story.networks[plans.EDUCATION]))
    yield at("2023-10-10 20:00")
    later = advice.AgreeNewDay(
        advice_request=request, due=date(2023, 11, 20), reason="Wij willen het eerst op een avond bespreken."
    )
    story.core_group(EDUCATION, plans.EDUCATION, later)
    yield at("2023-10-11 09:00")
    story.requester(advice.RefuseNewDay(advice_request=request))
    yield at("2023-10-24 21:00")
    told = advice.DeliverAdvice(advice_request=request, advice="Bouw klein en dichtbij de stage, dan komen zij terug.")
    story.core_group(EDUCATION, plans.EDUCATION, told)


def a_network_outside_the_pilot(story: Story) -> Chapter:
    """Newcomers are brought in outside the pilot, change their name, are closed by mistake, and get extra protection."""
    people = CORE_GROUPS["newcomers"]
    yield at("2023-02-15 09:30")
    brought_in = BringInNetwork(
        name=plans.NEWCOMERS,
        network_type=NetworkType.COMMUNITY,
        purpose="Leden die van elders kwamen, helpen elkaar en de partij op weg.",
        organisation=plans.ORGANISATION,
        ends_on=date(2023, 6, 30),
        intended_cooperation=plans.COOPERATION,
        existed_since=date(2020, 5, 1),
        at=at("2023-02-14 21:00"),
        decided=story.met("2023-02-14"),
    )
    network = story.bureau(brought_in).data.network
    story.networks[plans.NEWCOMERS] = network
    mandate = DecidedText(
        form=DecisionForm.MANDATE,
        day=date(2023, 2, 14),
        taking_part=(),
        mandate="besluit van 14 februari 2023: het partijbureau stelt aan wie het netwerk al leidden",
    )
    for name in people:
        story.join(name, plans.NEWCOMERS, Source.PAPER)
        story.bureau(AppointCoreGroupMember(network=network, person=story.persons[name], decided=mandate))
    yield at("2023-05-17 09:00")
    renamed = RenameNetwork(network=network, name="Netwerk veelkleurigg", on=date(2023, 5, 16), decided=story.met("2023-05-16"))
    story.bureau(renamed)
    yield at("2023-05-17 09:20")
    story.bureau(RenameNetwork(network=network, name="Netwerk veelkleurig", mistake=Mistake.WRONG_WORDS))
    yield at("2023-06-01 20:00")
    story.core_group(people[0], plans.NEWCOMERS, WriteWelcome(network=network, welcome="Welkom, waar u ook vandaan komt."))
    yield at("2023-07-12 09:00")
    met = story.met("2023-07-11")
    story.bureau(RenewNetwork(network=network, ends_on=date(2025, 2, 13), at=at("2023-07-11 21:00"), decided=met))
    yield at("2023-09-13 10:00")
    met = story.met("2023-09-12")
    story.bureau(CloseNetwork(network=network, reason="Bij vergissing bij het verkeerde netwerk genoteerd.", decided=met))
    yield at("2023-09-13 10:10")
    reason = "Het besluit van 12 september ging over een ander netwerk."
    story.board(BOARD[0], ReopenNetwork(network=network, reason=reason, decided=met))
    yield at("2023-11-22 09:00")
    story.sensitive.add(plans.NEWCOMERS)
    story.bureau(MarkSensitive(network=network, on=date(2023, 11, 21), decided=story.met("2023-11-21")))
    yield at("2023-12-12 21:00")
    story.board(BOARD[0], OfferSeats(network=network, until=date(2024, 1, 31), decided=story.met("2023-12-12")))


def registered_twice(story: Story) -> Chapter:
    """Register somebody who was there already, and make one person of the two."""
    yield at("2023-04-11 14:00")
    double = RegisterPartyMember(name="Zef Papieren", province="NL-UT", birth_year=1970, somebody_else=True)
    merged = story.bureau(double, ASSISTANT).data.person
    if merged is None:
        raise NotRegistered
    yield story.clock() + timedelta(days=2)
    story.bureau(MergePersons(into=story.persons["Zef Papieren"], merged=merged), ASSISTANT)


def a_decision_at_another_hour(story: Story) -> Chapter:
    """Correct when the board decided on the plan for Europe: it was noted at the end of the evening."""
    yield at("2023-11-23 09:15")
    of = story.last_of("PlanApproved", story.plans[plans.EUROPE])
    story.bureau(CorrectEntry(of=of, corrected_at=at("2023-11-21 21:15"), mistake=Mistake.WRONG_DAY))


def _asks(story: Story, network: str, question: str, due: date) -> UUID:
    asked = advice.RequestAdvice(
        network=story.networks[network], requester_kind=RequesterKind.POLITICIAN, question=question, due=due
    )
    return story.requester(asked).data.advice_request
