"""2023: a sixth network for a reason, a rejection and what followed it, a plan of the board, and two that came to nothing."""

from datetime import date
from typing import Final
from uuid import UUID

from application.commands import plans as commands
from application.commands.networks import JoinNetwork
from domain.kernel.acts import Source
from domain.networks.membership import ExplicitConsentNeeded, TooYoung
from domain.plans.content import LapseReason
from netwerkpartij.story import plans
from netwerkpartij.story.clock import at
from netwerkpartij.story.people import BOARD, CORE_GROUPS, TOO_YOUNG
from netwerkpartij.story.telling import CONSENT, Chapter, Story, network_founded

ADVICE: Final = "Het plan is compleet en vult aan wat er al is."


def beyond_the_places(story: Story) -> Chapter:
    """LHBTIQ+: sensitive, so consent is asked explicitly; founded beyond the five places, with the reason."""
    people = CORE_GROUPS["lhbtiq"]
    yield at("2022-12-05 20:20")
    plan = story.member(people[0], plans.draft(plans.LHBTIQ_PLAN, pilot=story.pilot)).data.plan
    story.plans[plans.LHBTIQ] = plan
    yield from plans.gather(story, plan, people, consent=True)
    yield at("2023-01-09 20:15")
    _hand_in(story, people[0], plan)
    yield at("2023-02-15 09:10")
    decided = commands.ApprovePlan(
        plan=plan,
        plan_version=1,
        at=at("2023-02-14 21:20"),
        decided=story.met("2023-02-14"),
        beyond_places_because="Deze leden hebben nu een plek nodig, en het partijbureau kan een zesde netwerk aan.",
    )
    network = network_founded(story.bureau(decided))
    story.networks[plans.LHBTIQ] = network
    story.sensitive.add(plans.LHBTIQ)
    yield at("2023-02-20 20:00")
    with story.refused(ExplicitConsentNeeded):
        story.member("Yara Voorbeeld", JoinNetwork(network=network, purpose_version=1))
    with story.refused(TooYoung):
        story.member(TOO_YOUNG, JoinNetwork(network=network, purpose_version=1, consent_version=CONSENT))


def rejected_and_followed(story: Story) -> Chapter:
    """Finance is rejected with reasons; half a year later a new plan follows it, is deferred once, agreed with, and waits."""
    people = CORE_GROUPS["poverty"]
    yield at("2022-10-31 20:40")
    plan = story.member(people[0], plans.draft(plans.FINANCE_PLAN, pilot=story.pilot)).data.plan
    story.plans[plans.FINANCE] = plan
    yield from plans.gather(story, plan, people)
    yield at("2022-11-28 20:30")
    _hand_in(story, people[0], plan)
    yield at("2023-01-18 09:25")
    reasons = (
        "Het onderwerp is te breed voor leden die het uit ervaring kennen. Een plan over rondkomen en schulden zou ons helpen."
    )
    story.bureau(
        commands.RejectPlan(
            outcome="rejected",
            plan=plan,
            plan_version=1,
            reasons=reasons,
            at=at("2023-01-17 21:50"),
            decided=story.met("2023-01-17"),
        )
    )

    yield at("2023-03-06 20:00")
    following = story.member(people[1], plans.draft(plans.POVERTY_PLAN, pilot=story.pilot, follows=plan)).data.plan
    story.plans[plans.POVERTY] = following
    yield from plans.gather(story, following, (people[1], people[0], *people[2:]))
    story.member(people[1], commands.NominateChair(plan=following, nominee=story.persons[people[0]]))
    yield at("2023-04-03 20:30")
    story.bureau(commands.CountSupporters(plan=following, supporters=34))
    _hand_in(story, people[1], following)
    yield at("2023-04-18 21:35")
    later = commands.DeferPlan(
        outcome="deferred",
        plan=following,
        plan_version=1,
        until=date(2023, 5, 16),
        reasons="Wij willen eerst horen hoe de zes netwerken het maken.",
        decided=story.met("2023-04-18"),
    )
    story.bureau(later)
    yield at("2023-05-17 09:00")
    met = story.met("2023-05-16")
    story.bureau(commands.ApprovePlan(plan=following, plan_version=1, at=at("2023-05-16 21:15"), decided=met))


def started_by_the_board(story: Story) -> Chapter:
    """Europe: the second rule book lets the board begin a plan itself; the bureau finds four people for it. It waits."""
    people = CORE_GROUPS["europe"]
    yield at("2023-09-05 22:20")
    draft = plans.draft(plans.EUROPE_PLAN, pilot=story.pilot, decided=story.met("2023-09-05"))
    plan = story.board(BOARD[2], draft).data.plan
    story.plans[plans.EUROPE] = plan
    yield at("2023-09-18 13:30")
    for name in people:
        story.bureau(commands.NominateCoreGroupMember(plan=plan, nominee=story.persons[name], source=Source.PHONE))
    yield from plans.gather_answers(story, plan, people)
    yield at("2023-10-16 20:20")
    _hand_in(story, people[2], plan)
    yield at("2023-11-21 22:00")
    story.board(BOARD[2], commands.ApprovePlan(plan=plan, plan_version=1, decided=story.met("2023-11-21")))


def given_up(story: Story) -> Chapter:
    """Withdraw the plan of a group that prays without a network after all; let one lapse whose core group fell apart."""
    yield at("2022-09-15 20:00")
    plan = story.member("Noor Verzonnen", plans.draft(plans.PRAYER_PLAN, pilot=story.pilot)).data.plan
    story.plans[plans.PRAYER] = plan
    yield from plans.gather(story, plan, ("Noor Verzonnen", "Noor Fictief", "Otto Verzonnen", "Otto Fictief"))
    yield at("2022-10-05 20:00")
    story.member("Noor Verzonnen", commands.WithdrawPlan(plan=plan))

    yield at("2023-01-24 20:00")
    other = story.member("Pien Voorbeeld", plans.draft(plans.WOMEN_PLAN, pilot=None)).data.plan
    story.member("Pien Voorbeeld", commands.BringPlanIntoPilot(plan=other, pilot=story.pilot))
    story.plans[plans.WOMEN] = other
    yield from plans.gather(story, other, ("Pien Voorbeeld", "Pien Fictief", "Rosa Verzonnen", "Rosa Fictief"))
    yield at("2023-03-01 20:00")
    story.member("Rosa Fictief", commands.DeclineNomination(plan=other))
    yield at("2023-05-30 10:00")
    story.bureau(commands.LapsePlan(plan=other, lapse_reason=LapseReason.CORE_GROUP_FELL_APART))


def _hand_in(story: Story, name: str, plan: UUID) -> None:
    story.member(name, commands.SubmitPlan(plan=plan))
    story.bureau(commands.FindPlanComplete(plan=plan))
    story.bureau(commands.AdviseOnPlan(plan=plan, advice=ADVICE))
