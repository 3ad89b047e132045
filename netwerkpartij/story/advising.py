"""A politician, a committee and a branch ask the networks for advice; most get it in time, and some tell what it did."""

from datetime import date, timedelta
from uuid import UUID

from application.commands import advice as commands
from application.commands.advice import UseText
from domain.advice.values import AdviceKind, AdviceUse, Answered, DeclineReason, RequesterKind
from domain.kernel.acts import Source
from netwerkpartij.story import plans
from netwerkpartij.story.clock import at
from netwerkpartij.story.people import CORE_GROUPS, REQUESTER
from netwerkpartij.story.telling import Chapter, Story


def small_schools(story: Story) -> Chapter:
    """Asked by the requester, answered before the day, used, and told to everybody."""
    yield at("2022-12-01 11:00")
    request = _asks(story, plans.EDUCATION, "Wat betekent het voorstel over schoolgrootte voor kleine scholen?", "2022-12-20")
    yield at("2022-12-15 21:30")
    told = commands.DeliverAdvice(
        advice_request=request,
        advice="Kleine scholen houden een dorp bij elkaar. De norm moet per streek verschillen.",
        recommendations=("Laat de norm los in dunbevolkte streken.", "Geef scholen drie jaar om samen te werken."),
        minority_views=("Twee leden willen de norm houden: kwaliteit vraagt om omvang.",),
    )
    story.core_group(CORE_GROUPS["education"][0], plans.EDUCATION, told)
    yield at("2022-12-16 09:00")
    story.requester(commands.AcknowledgeAdvice(advice_request=request))
    yield at("2023-02-03 16:00")
    used = (UseText(number=1, use=AdviceUse.ADOPTED), UseText(number=2, use=AdviceUse.PARTLY, remark="Het werden twee jaar."))
    story.requester(commands.ReportUse(advice_request=request, uses=used))
    story.requester(commands.PublishUse(advice_request=request))


def heat_pumps(story: Story) -> Chapter:
    """Let the bureau record a mail; an expert helps, the members are called, and a new day is agreed."""
    core_group = CORE_GROUPS["climate"]
    yield at("2023-02-06 10:10")
    asked = commands.RequestAdvice(
        network=story.networks[plans.CLIMATE],
        other_networks=(story.networks[plans.CARE],),
        person=story.persons[REQUESTER],
        requester_kind=RequesterKind.PARTY_BODY,
        question="Hoe helpen wij huurders aan een warm huis zonder gas?",
        due=date(2023, 3, 1),
        source=Source.MAIL,
    )
    request = story.bureau(asked).data.advice_request
    yield at("2023-02-08 20:00")
    story.core_group(core_group[0], plans.CLIMATE, commands.AcceptRequest(advice_request=request))
    expert = next(name for name in story.members[plans.CLIMATE] if not story.cast[name].speaks)
    story.core_group(core_group[0], plans.CLIMATE, commands.InviteExpert(advice_request=request, expert=story.persons[expert]))
    yield at("2023-02-09 12:00")
    story.member(expert, commands.AcceptInvitation(advice_request=request))
    story.core_group(core_group[1], plans.CLIMATE, commands.CallMembers(advice_request=request, closes_on=date(2023, 3, 10)))
    for name in [name for name in story.members[plans.CLIMATE] if name != expert][-4:]:
        yield story.clock() + timedelta(days=2, hours=3)
        if name in story.members[plans.CLIMATE]:
            story.member(name, commands.AnswerCall(advice_request=request, answer="Begin bij de slechtste huizen."))
    yield at("2023-02-22 20:00")
    later = commands.AgreeNewDay(advice_request=request, due=date(2023, 3, 20), reason="De leden denken nog mee.")
    story.core_group(core_group[0], plans.CLIMATE, later)
    yield at("2023-03-13 20:00")
    beside = commands.GiveContribution(
        advice_request=request, network=story.networks[plans.CARE], contribution="Een koud huis maakt ouderen ziek."
    )
    story.core_group(CORE_GROUPS["care"][0], plans.CARE, beside)
    yield at("2023-03-17 22:00")
    advice = commands.DeliverAdvice(advice_request=request, advice="Isoleer eerst, en begin bij de slechtste huizen.")
    story.core_group(core_group[0], plans.CLIMATE, advice)
    yield at("2023-03-21 08:40")
    story.requester(commands.AcknowledgeAdvice(advice_request=request, answered=Answered.PARTLY))
    yield at("2023-06-05 09:00")
    story.requester(commands.ReportUse(advice_request=request, uses=(UseText(use=AdviceUse.PENDING),)))


def by_phone(story: Story) -> Chapter:
    """Ask a sounding board: on Monday a question, on Wednesday a talk."""
    yield at("2023-05-08 09:15")
    request = _asks(
        story, plans.CARE, "Klopt ons beeld van de wachttijden in de jeugdhulp?", "2023-05-11", kind=AdviceKind.SOUNDING_BOARD
    )
    yield at("2023-05-10 20:45")
    talked = commands.DeliverAdvice(
        advice_request=request, talked_on=date(2023, 5, 10), talked_with="twee leden van de kerngroep"
    )
    story.core_group(CORE_GROUPS["care"][0], plans.CARE, talked)


def too_late(story: Story) -> Chapter:
    """Ask first what is meant; the clock reminds, says that there is no answer yet, and the answer comes late."""
    yield at("2023-08-28 14:00")
    request = _asks(story, plans.CLIMATE, "Wat is een eerlijke prijs voor stroom op het eigen dak?", "2023-09-18")
    yield at("2023-08-30 20:00")
    core_group = CORE_GROUPS["climate"]
    story.core_group(
        core_group[0], plans.CLIMATE, commands.AskClarification(advice_request=request, question="Voor huurders of eigenaren?")
    )
    yield at("2023-09-01 09:00")
    story.requester(commands.GiveClarification(advice_request=request, answer="Voor allebei."))
    yield at("2023-10-04 23:00")
    late = commands.DeliverAdvice(advice_request=request, advice="Betaal voor wat het net aankan, en niet voor het dak.")
    story.core_group(core_group[0], plans.CLIMATE, late)
    yield at("2023-10-09 10:00")
    story.requester(
        commands.ReportUse(advice_request=request, uses=(UseText(use=AdviceUse.NOT, remark="Het debat was al geweest."),))
    )


def not_taken_on(story: Story) -> Chapter:
    """One request is declined with its reason, and one withdrawn."""
    yield at("2023-05-22 11:00")
    request = _asks(story, plans.EDUCATION, "Hoe kijken jullie naar de nieuwe vliegroutes?", "2023-06-12")
    yield at("2023-05-23 20:00")
    declined = commands.DeclineRequest(advice_request=request, decline_reason=DeclineReason.OUTSIDE_PURPOSE)
    story.core_group(CORE_GROUPS["education"][0], plans.EDUCATION, declined)
    yield at("2023-10-16 11:00")
    request = _asks(story, plans.CARE, "Wat vinden jullie van het eigen risico?", "2023-11-20")
    yield at("2023-11-02 16:30")
    story.requester(commands.WithdrawRequest(advice_request=request))


def in_confidence(story: Story) -> Chapter:
    """Ask in confidence: counted, and read by requester and core group only."""
    yield at("2023-06-19 10:00")
    request = _asks(story, plans.LHBTIQ, "Hoe kan de partij hierover beter spreken?", "2023-07-10", closed=True)
    yield at("2023-07-05 21:00")
    advice = commands.DeliverAdvice(advice_request=request, advice="Luister eerst, en spreek daarna met ons en niet over ons.")
    story.core_group(CORE_GROUPS["lhbtiq"][0], plans.LHBTIQ, advice)


def unasked(story: Story) -> Chapter:
    """Education writes to the programme committee, which had not asked; climate still waits for an answer of its own."""
    yield at("2023-08-30 21:00")
    offered = commands.OfferAdvice(
        network=story.networks[plans.EDUCATION],
        addressee=RequesterKind.COMMITTEE,
        advice="Zet de leraar bovenaan: zonder leraren geen plannen.",
    )
    story.core_group(CORE_GROUPS["education"][0], plans.EDUCATION, offered)
    yield at("2023-12-18 13:00")
    _asks(story, plans.CLIMATE, "Wat moet er in de gemeente als eerste gebeuren?", "2024-01-25", who=RequesterKind.COMMITTEE)


def _asks(
    story: Story,
    network: str,
    question: str,
    due: str,
    *,
    kind: AdviceKind = AdviceKind.ADVICE,
    who: RequesterKind = RequesterKind.POLITICIAN,
    closed: bool = False,
) -> UUID:
    asked = commands.RequestAdvice(
        network=story.networks[network],
        requester_kind=who,
        kind=kind,
        question=question,
        due=date.fromisoformat(due),
        closed=closed,
    )
    return story.requester(asked).data.advice_request
