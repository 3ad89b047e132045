"""Autumn 2022: five places are taken. The light way, and everything that can come between."""

from datetime import date, timedelta

from application.commands import plans as commands
from application.commands.base import DecidedText
from application.commands.networks import AppointCoreGroupMember, BringInNetwork, WithdrawEntry
from domain.kernel.acts import DecisionForm, Source
from domain.kernel.entries import Mistake
from domain.pilot.rules import NetworkType, PlanPart
from domain.plans.content import ConditionOwner
from domain.plans.errors import ConflictedMemberDecides, PlanVersionSuperseded
from netwerkpartij.story import plans
from netwerkpartij.story.clock import at
from netwerkpartij.story.people import BOARD, CORE_GROUPS
from netwerkpartij.story.telling import Chapter, Story, network_founded


def the_light_way(story: Story) -> Chapter:
    """Education: a draft, four seats, handed in, decided, founded. The bureau records the decision the next morning."""
    people = CORE_GROUPS["education"]
    yield at("2022-09-05 20:10")
    plan = story.member(people[0], plans.draft(plans.EDUCATION_PLAN, pilot=story.pilot)).data.plan
    story.plans[plans.EDUCATION] = plan
    yield from plans.gather(story, plan, people)
    yield at("2022-09-19 21:00")
    story.member(people[0], commands.SubmitPlan(plan=plan))
    yield at("2022-10-12 09:05")
    decided = commands.ApprovePlan(plan=plan, plan_version=1, at=at("2022-10-11 21:30"), decided=story.met("2022-10-11"))
    story.networks[plans.EDUCATION] = network_founded(story.bureau(decided))


def an_existing_network(story: Story) -> Chapter:
    """Youth and family exists since 2016 and is brought in, with its members from a list on paper."""
    people = CORE_GROUPS["family"]
    yield at("2022-09-14 09:30")
    brought_in = BringInNetwork(
        name=plans.FAMILY,
        network_type=NetworkType.THEME,
        purpose="Ouders, opvoeders en jongerenwerkers delen wat zij zien en adviseren over gezin en jeugdhulp.",
        organisation=plans.ORGANISATION,
        ends_on=date(2024, 9, 13),
        existed_since=date(2016, 3, 12),
        pilot=story.pilot,
        at=at("2022-09-13 21:00"),
        decided=story.met("2022-09-13"),
    )
    story.networks[plans.FAMILY] = story.bureau(brought_in).data.network
    for name in people:
        story.join(name, plans.FAMILY, Source.PAPER)
    mandate = DecidedText(
        form=DecisionForm.MANDATE,
        day=date(2022, 9, 13),
        taking_part=(),
        mandate="besluit van 13 september 2022: het partijbureau stelt aan wie het netwerk al leidden",
    )
    network = story.networks[plans.FAMILY]
    for name in people:
        story.bureau(AppointCoreGroupMember(network=network, person=story.persons[name], decided=mandate))


def returned_and_amended(story: Story) -> Chapter:
    """Care: recorded from a letter, returned with what is missing, handed in again, amended after questions of the board."""
    people = CORE_GROUPS["care"]
    yield at("2022-09-08 11:20")
    plan = story.bureau(plans.draft(plans.CARE_PLAN, pilot=story.pilot, source=Source.PAPER)).data.plan
    story.plans[plans.CARE] = plan
    for name in ("Mees Voorbeeld", *people):
        story.bureau(commands.NominateCoreGroupMember(plan=plan, nominee=story.persons[name], source=Source.PHONE))
    yield at("2022-09-09 14:00")
    story.bureau(commands.DeclineNomination(plan=plan, person=story.persons["Mees Voorbeeld"], source=Source.PHONE))
    yield from plans.gather_answers(story, plan, people)
    yield at("2022-09-20 10:00")
    story.bureau(commands.SubmitPlan(plan=plan, source=Source.MAIL))
    yield at("2022-09-22 16:30")
    story.bureau(commands.ReturnPlan(plan=plan, missing=(PlanPart.ORGANISATION,)))
    yield at("2022-10-03 20:45")
    story.member(people[0], plans.revised(plan, plans.CARE_PLAN.model_copy(update={"organisation": plans.ORGANISATION})))
    story.member(people[0], commands.SubmitPlan(plan=plan))
    yield at("2022-10-06 09:40")
    story.bureau(commands.FindPlanComplete(plan=plan))
    advice = "Een goed plan van mensen die de zorg kennen. Vraag hoe lang zij door willen gaan."
    story.bureau(commands.AdviseOnPlan(plan=plan, advice=advice))
    yield at("2022-10-11 22:10")
    question = "Hoe houdt u vol na het eerste jaar, als de kerngroep het druk krijgt?"
    story.board(BOARD[0], commands.AskQuestion(plan=plan, question=question))
    yield at("2022-10-17 19:30")
    answer = "Wij beginnen met achttien maanden en wisselen elkaar af."
    story.member(people[1], commands.AnswerQuestion(plan=plan, question_number=1, answer=answer))
    shorter = plans.CARE_PLAN.model_copy(update={"organisation": plans.ORGANISATION, "duration_months": 18})
    story.member(people[1], plans.amended(plan, shorter))
    yield at("2022-10-20 09:15")
    story.bureau(commands.FindPlanComplete(plan=plan))
    story.bureau(commands.AdviseOnPlan(plan=plan, advice="De kortere duur past; wij raden aan in te stemmen."))
    yield at("2022-11-08 21:40")
    met = story.met("2022-11-08")
    with story.refused(PlanVersionSuperseded):
        story.board(BOARD[1], commands.ApprovePlan(plan=plan, plan_version=2, decided=met))
    approved = commands.ApprovePlan(plan=plan, plan_version=3, reasons="Het plan is na onze vragen beter geworden.", decided=met)
    story.networks[plans.CARE] = network_founded(story.board(BOARD[1], approved))


def a_conflict_and_conditions(story: Story) -> Chapter:
    """Climate: a board member steps aside, the others ask for something first (done) and later (not done); noted twice."""
    people = CORE_GROUPS["climate"]
    conflicted = BOARD[3]
    yield at("2022-09-26 20:30")
    plan = story.member(people[0], plans.draft(plans.CLIMATE_PLAN, pilot=story.pilot)).data.plan
    story.plans[plans.CLIMATE] = plan
    yield from plans.gather(story, plan, people)
    yield at("2022-10-10 20:30")
    story.member(people[0], commands.SubmitPlan(plan=plan))
    yield at("2022-10-13 10:10")
    story.bureau(commands.FindPlanComplete(plan=plan))
    story.bureau(commands.AdviseOnPlan(plan=plan, advice="Veel kennis in de kerngroep, nog weinig spreiding over het land."))
    yield at("2022-11-07 20:00")
    interest = "Een familielid neemt plaats in de kerngroep."
    story.board(conflicted, commands.DeclareConflictOfInterest(plan=plan, interest=interest))
    yield at("2022-11-09 09:20")
    conditions = (
        commands.ConditionText(
            text="Spreek met het netwerk dat al bestaat over overlap.", owner=ConditionOwner.CORE_GROUP, due=date(2022, 12, 13)
        ),
        commands.ConditionText(
            text="Zoek een lid uit het noorden voor de kerngroep.",
            owner=ConditionOwner.CORE_GROUP,
            due=date(2023, 6, 1),
            hard=False,
        ),
    )
    decided = commands.ApprovePlan(
        plan=plan, plan_version=1, conditions=conditions, at=at("2022-11-08 22:05"), decided=story.met("2022-11-08")
    )
    with story.refused(ConflictedMemberDecides):
        story.bureau(decided)
    without = decided.model_copy(update={"decided": story.met("2022-11-08", without=conflicted)})
    story.bureau(without.model_copy(update={"conditions": conditions[:1]}))
    yield at("2022-11-09 11:00")
    story.bureau(WithdrawEntry(of=story.last_of("PlanApproved", plan), mistake=Mistake.WRONG_WORDS))
    story.bureau(without)
    yield at("2022-12-06 15:10")
    story.networks[plans.CLIMATE] = network_founded(story.bureau(commands.MeetCondition(plan=plan, condition_number=1)))
    yield at("2023-06-06 11:00")
    story.bureau(commands.LapseCondition(plan=plan, condition_number=2))


def a_race_for_the_last_place(story: Story) -> Chapter:
    """Two groups want the fifth place. One decision is a moment earlier; the other plan waits and is told so."""
    young, farming = CORE_GROUPS["young"], CORE_GROUPS["farming"]
    yield at("2022-10-24 20:00")
    first = story.member(young[0], plans.draft(plans.YOUNG_PLAN, pilot=story.pilot)).data.plan
    second = story.bureau(plans.draft(plans.FARMING_PLAN, pilot=story.pilot, source=Source.MAIL)).data.plan
    story.plans |= {plans.YOUNG: first, plans.FARMING: second}
    for name in farming:
        story.bureau(commands.NominateCoreGroupMember(plan=second, nominee=story.persons[name], source=Source.MAIL))
    yield from plans.gather(story, first, young)
    yield from plans.gather_answers(story, second, farming)
    yield at("2022-11-14 20:00")
    story.member(young[0], commands.SubmitPlan(plan=first))
    story.member(farming[0], commands.SubmitPlan(plan=second))
    for plan in (second, first):
        yield story.clock() + timedelta(days=1)
        story.bureau(commands.FindPlanComplete(plan=plan))
        story.bureau(commands.AdviseOnPlan(plan=plan, advice="Beide groepen zijn klaar om te beginnen; er is nog één plek."))
    yield at("2022-12-13 21:47")
    met = story.met("2022-12-13")
    founded = story.bureau(commands.ApprovePlan(plan=first, plan_version=1, decided=met))
    story.board(BOARD[4], commands.ApprovePlan(plan=second, plan_version=1, decided=met))
    story.networks[plans.YOUNG] = network_founded(founded)
