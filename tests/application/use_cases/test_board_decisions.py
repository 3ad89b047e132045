"""One board member is not the board: how the board came to a decision is told with it, and kept, or it is no decision."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.access.table import COMMANDS
from application.commands import consents, conversations, evaluations, lessons, liftings, networks, pilot, plans, privacy
from application.commands.base import NOT_NOTED, Command, DecidedText
from application.commands.party import ChangeAddress, CorrectOwnDetails
from application.errors import AccessDenied, InTheFuture
from application.language.answers import in_sentences
from application.language.words import Language
from application.ports.vault.contexts import OFFICE
from application.queries.auditing.record import History
from application.queries.plans import DecidedEntry, DecisionRegister
from domain.kernel.acts import Decided, DecisionForm, DecisionPart, Role, Source
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import BoardDecisionIncomplete, DecidedOnAnotherDay, MandateNotGivenYet, TooFewTookPart
from domain.plans.content import ConditionOwner
from tests.application.command_examples import EXAMPLES
from tests.application.party import BOARD, BUREAU, FOUNDERS, NETWORK, PLAN, Party, the_id

OTHER = "Pien Verzonnen"
NO_DECISIONS = {
    pilot.RecordBaseline: "a count, by whoever noted it",
    pilot.CountPartyMembers: "a count, by whoever noted it",
    plans.AskQuestion: "a board member asks, and binds nobody",
    plans.DeclareConflictOfInterest: "a board member says it of themselves",
    ChangeAddress: "the own address of whoever asks",
    CorrectOwnDetails: "what is kept of whoever asks",
    consents.GiveConsent: "what somebody consents to themselves",
    consents.WithdrawConsent: "what somebody consented to themselves",
    privacy.AskPrivacyOfficer: "what is kept of whoever asks",
    privacy.EraseOwnData: "what is kept of whoever asks",
    liftings.AgreeToLifting: "one person agrees, and answers for it alone",
    liftings.RefuseLifting: "one person refuses",
    liftings.AgreeToRecordLifting: "one person agrees, and answers for it alone",
    liftings.RefuseRecordLifting: "one person refuses",
    conversations.HoldConversation: "two talked, and one writes down what they agreed",
}
"""What board members do that the board does not decide."""


def decisions(party: Party) -> list[Command]:
    """Give what the board may decide on a network, a plan and a pilot."""
    network, other, plan, opened = party.founded(), party.network(), party.draft(name="Netwerk EU"), party.pilot()
    agreed = {name: NETWORK[name] for name in ("purpose", "organisation")}
    somebody = party.person(FOUNDERS[0])
    rules = EXAMPLES[pilot.AdoptRules].model_copy(update={"decided": None})
    assert isinstance(rules, pilot.AdoptRules)
    party.clock.pass_time(minutes=1)
    frozen: UUID = party.give(evaluations.FreezeEvaluation(day=day_of(party.clock())), party.bureau).data.frozen_evaluation
    future: dict[str, Any] = {"network": network, "future": "go-on", "ground": "Het gaat goed.", "digest": "0" * 64}
    told = lessons.TellLessons(network=network, what_to_change="Bel eerder.")
    asked: UUID = party.give(told, party.bureau).data.lessons
    return [
        rules,
        lessons.AnswerLessons(lessons=asked, answer="Dat doen wij."),
        evaluations.DecideNetworkFuture(frozen_evaluation=frozen, **future),
        pilot.OpenPilot(label="pilot-drie", places=1, first_day=date(2025, 1, 1), last_day=date(2025, 12, 31)),
        pilot.OfferPlace(pilot=opened, plan=plan),
        pilot.EndPilot(pilot=opened),
        plans.ApprovePlan(plan=plan, plan_version=1),
        plans.RejectPlan(plan=plan, plan_version=1, outcome="rejected", reasons="Te smal."),
        plans.DeferPlan(plan=plan, plan_version=1, outcome="deferred", until=date(2025, 6, 1), reasons="Later."),
        plans.FoundWaitingNetwork(plan=plan),
        networks.BringInNetwork(**{**NETWORK, "name": "Netwerk gebed"}),
        networks.AppointCoreGroupMember(network=network, person=somebody),
        networks.AppointChair(network=network, person=somebody),
        networks.ChangeAgreements(network=network, **agreed),
        networks.MarkSensitive(network=network),
        networks.OfferSeats(network=network, until=date(2030, 1, 1)),
        networks.SuspendNetwork(network=network, reason="Rust."),
        networks.ResumeNetwork(network=network),
        networks.RenewNetwork(network=network),
        networks.MergeNetwork(network=network, into=other, reason="Samen."),
        networks.CloseNetwork(network=network, reason="Klaar."),
    ]


def of_members(party: Party) -> list[Command]:
    """Give what a board member cannot do alone, and what the bureau records of a person, or mends, without the board."""
    network = party.network(name="Netwerk zorg")
    return [
        networks.EndSeat(network=network, person=party.person(FOUNDERS[0])),
        networks.ReopenNetwork(network=network, reason="Het was een vergissing."),
        networks.RenameNetwork(network=network, name="Zorgnetwerk"),
        plans.DraftPlan(**PLAN),
    ]


def without_version(party: Party, command: Command) -> int | None:
    item = getattr(command, "network", None)
    return party.log.load_many([item])[item].public_version if command.NEEDS_VERSION and item is not None else None


def test_every_command_of_the_board_tells_how_the_board_decided():
    of_board = {command for command, row in COMMANDS.items() if Role.NATIONAL_BOARD in row}
    telling = {command for command in of_board if "decided" in command.model_fields}
    assert of_board - telling == set(NO_DECISIONS)


def test_a_token_of_one_board_member_decides_nothing(party: Party):
    tried = [*decisions(party), *of_members(party)]
    for command in tried:
        with party.refused(BoardDecisionIncomplete) as refused:
            party.give_as_it_is(command, party.board, expected=without_version(party, command))
        assert refused.value.facts == {"missing": (DecisionPart.FORM, DecisionPart.DAY, DecisionPart.TAKING_PART)}
    telling = {type(each) for each in tried} | {plans.MeetCondition}
    assert telling == {command for command in EXAMPLES if "decided" in command.model_fields}


def test_the_bureau_records_no_decision_of_the_board_that_says_nothing_of_it(party: Party):
    for command in decisions(party):
        with party.refused(BoardDecisionIncomplete):
            party.give_as_it_is(command, party.bureau, expected=without_version(party, command))


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({"form": "meeting", "day": "2025-03-03"}, (DecisionPart.TAKING_PART,)),
        ({"form": "written-round", "taking_part": NOT_NOTED}, (DecisionPart.DAY,)),
        ({"day": "2025-03-03", "taking_part": NOT_NOTED}, (DecisionPart.FORM,)),
        ({"form": "mandate", "day": "2025-03-03", "taking_part": NOT_NOTED}, (DecisionPart.MANDATE,)),
    ],
)
def test_what_is_missing_is_named(party: Party, told: dict[str, Any], missing: tuple[DecisionPart, ...]):
    close = networks.CloseNetwork(network=party.network(), reason="Klaar.", decided=DecidedText.model_validate(told))
    with party.refused(BoardDecisionIncomplete) as refused:
        party.give_as_it_is(close, party.board)
    assert refused.value.facts == {"missing": missing}


@pytest.mark.parametrize("form", [DecisionForm.MEETING, DecisionForm.WRITTEN_ROUND])
@pytest.mark.parametrize("names", [(), (BOARD,), (BOARD, BOARD)])
def test_nobody_or_one_is_no_meeting_and_no_round(party: Party, form: DecisionForm, names: tuple[str, ...]):
    taking_part = tuple(party.person(name) for name in names)
    decided = DecidedText(form=form, day=day_of(party.clock.now), taking_part=taking_part)
    close = networks.CloseNetwork(network=party.network(), reason="Klaar.", decided=decided)
    with party.refused(TooFewTookPart) as refused:
        party.give_as_it_is(close, party.board)
    assert refused.value.facts == {"has": len(set(names)), "needs": 2}


def test_a_decision_is_of_the_day_of_its_meeting_whenever_it_is_typed(party: Party):
    network = party.network()
    met = party.met(BOARD, OTHER)
    party.clock.pass_time(days=1)
    party.give_as_it_is(networks.CloseNetwork(network=network, reason="Klaar.", decided=met), party.bureau)

    act = next(each.act for each in party.all_of("NetworkClosed"))
    took_part = tuple(sorted(party.vault.reference(party.person(name), OFFICE) for name in (BOARD, OTHER)))
    assert day_of(act.at) == met.day == day_of(party.clock.now) - timedelta(days=1)
    assert act.decided == Decided(form=DecisionForm.MEETING, day=met.day, taking_part=took_part)
    assert (act.source, act.entered_by) == (Source.MEETING, party.vault.reference(party.person(BUREAU), OFFICE))


def test_a_meeting_is_not_of_another_day_than_what_it_decided_and_not_of_a_day_to_come(party: Party):
    today = day_of(party.clock.now)
    met = party.met()
    closing = networks.CloseNetwork(network=party.network(), reason="Klaar.", decided=met)
    later = met.model_copy(update={"day": today + timedelta(days=1)})
    party.clock.pass_time(hours=1)
    for command, refusal in (
        (closing.model_copy(update={"on": today - timedelta(days=1)}), DecidedOnAnotherDay),
        (closing.model_copy(update={"decided": later}), InTheFuture),
        (closing.model_copy(update={"decided": later, "at": party.clock.now}), DecidedOnAnotherDay),
    ):
        with party.refused(refusal):
            party.give_as_it_is(command, party.bureau)


def on_mandate(day: date, taking_part: Any = ()) -> DecidedText:
    return DecidedText(form=DecisionForm.MANDATE, day=day, taking_part=taking_part, mandate="besluit 12")


def test_a_mandate_is_given_before_it_is_used(party: Party):
    today, network = day_of(party.clock.now), party.network()
    suspension = networks.SuspendNetwork(network=network, reason="Rust.", decided=on_mandate(today))
    with party.refused(MandateNotGivenYet):
        party.give_as_it_is(suspension.model_copy(update={"on": today - timedelta(days=1)}), party.board)
    party.clock.pass_time(days=3)
    party.give_as_it_is(suspension, party.board)
    assert party.newest().act.at == party.clock.now


@pytest.fixture
def closings(party: Party) -> dict[str, UUID]:
    """Close three networks: who took part was not noted, nobody did, and two did."""
    today = day_of(party.clock.now)
    ways = {"not noted": party.met(), "nobody": on_mandate(today), "two": party.met(BOARD, OTHER)}
    closed = {way: party.network(name=f"Netwerk {way}") for way in ways}
    for way, decided in ways.items():
        party.give_as_it_is(networks.CloseNetwork(network=closed[way], reason="Klaar.", decided=decided), party.bureau)
    return closed


def test_not_noted_and_nobody_differ_in_the_event_and_in_the_register(party: Party, closings: dict[str, UUID]):
    events = {event.originator_id: event.act.decided for event in party.all_of("NetworkClosed")}
    told = {way: _registered(party, network) for way, network in closings.items()}
    assert [events[network].taking_part for network in closings.values()][:2] == [None, ()]
    assert [(each.taking_part, each.taking_part_names) for each in told.values()][:2] == [(None, None), ((), ())]
    assert sorted(told["two"].taking_part_names or ()) == sorted([BOARD, OTHER])
    assert (told["nobody"].form, told["nobody"].mandate) == (DecisionForm.MANDATE, "besluit 12")


def test_who_took_part_is_named_to_bureau_and_board_only(party: Party, closings: dict[str, UUID]):
    member = party.member(FOUNDERS[0])
    told = party.ask(DecisionRegister(network=closings["two"]), member).items[-1].decided
    assert (len(told.taking_part), told.taking_part_names) == (2, None)


def _registered(party: Party, network: UUID) -> DecidedEntry:
    entry = party.ask(DecisionRegister(network=network), party.bureau).items[-1]
    assert entry.decision == "NetworkClosed"
    assert isinstance(entry.decided, DecidedEntry)
    return entry.decided


def test_a_history_tells_how_the_board_decided_and_who_took_part(party: Party, closings: dict[str, UUID]):
    told = {}
    for way, network in closings.items():
        last = party.ask(History(item=network), party.bureau)
        told[way] = next(each.sentence for each in in_sentences(last, Language.NL).items if each.type == "NetworkClosed")
    closed, typed = "Het Landelijk Bestuur hief het netwerk op. Reden: Klaar.", f"Vastgelegd door {BUREAU}."
    met = "Besloten in de vergadering van 3 maart 2025."
    by_mandate = "Besloten namens het bestuur, met een mandaat van 3 maart 2025: besluit 12."
    assert told == {
        "not noted": f"{closed} {met} Wie meededen, is niet genoteerd. {typed}",
        "nobody": f"{closed} {by_mandate} Geen van de bestuursleden deed mee. {typed}",
        "two": f"{closed} {met} Er deden twee bestuursleden mee. {typed}",
    }


def test_a_network_that_waits_for_a_condition_is_founded_as_the_board_decided(party: Party):
    plan = party.submitted()
    condition = plans.ConditionText(text="Zoek een vijfde lid.", owner=ConditionOwner.CORE_GROUP, due=date(2025, 6, 1))
    agreed = party.met(BOARD, OTHER)
    party.give_as_it_is(plans.ApprovePlan(plan=plan, plan_version=1, conditions=(condition,), decided=agreed), party.board)
    party.clock.pass_time(days=9)
    beyond = plans.MeetCondition(plan=plan, condition_number=1, beyond_places_because="Het kan.")
    with party.refused(BoardDecisionIncomplete):
        party.give_as_it_is(beyond, party.bureau)
    founded = party.give_as_it_is(plans.MeetCondition(plan=plan, condition_number=1), party.bureau)

    (event,) = party.all_of("NetworkFounded")
    (approved,) = party.all_of("PlanApproved")
    assert event.originator_id == the_id(founded.data.network)
    assert event.act.decided == approved.act.decided
    assert (event.act.decided.day, event.act.at) == (agreed.day, party.clock.now)
    assert {joined.act.decided for joined in party.all_of("MemberJoined")} == {None}


def test_a_decision_that_was_of_another_day_has_its_meeting_on_that_day(party: Party):
    plan = party.submitted()
    party.clock.pass_time(days=5)
    party.give(plans.RejectPlan(plan=plan, plan_version=1, outcome="rejected", reasons="Te smal."), party.board)
    of = f"{plan}:{party.newest().originator_version}"
    met = party.clock.now - timedelta(days=2)
    party.give(networks.CorrectEntry(of=of, corrected_at=met, mistake=Mistake.WRONG_DAY), party.bureau)
    entry = party.ask(DecisionRegister(plan=plan), party.board).items[-1]
    assert (entry.event, entry.at, entry.decided.day) == (of, met, day_of(met))


def test_a_question_is_of_the_member_who_asks_and_needs_no_meeting(party: Party):
    plan = party.submitted()
    party.give_as_it_is(plans.AskQuestion(plan=plan, question="Hoe?"), party.board)
    act = party.newest().act
    assert (act.by, act.role, act.entered_by, act.decided) == (
        party.vault.reference(party.person(BOARD), OFFICE),
        Role.NATIONAL_BOARD,
        None,
        None,
    )


def test_nobody_but_bureau_and_board_says_how_the_board_decided(party: Party):
    network = party.founded()
    somebody, core_group = party.person(FOUNDERS[1]), party.core_group(FOUNDERS[0], network)
    for command in (
        networks.AppointCoreGroupMember(network=network, person=somebody, decided=party.met()),
        networks.AppointChair(network=network, person=somebody, decided=party.met()),
        networks.EndSeat(network=network, decided=party.met()),
    ):
        with party.refused(AccessDenied):
            party.give_as_it_is(command, core_group)


def test_a_chair_that_the_core_group_chose_is_not_recorded_as_the_board_s(party: Party):
    network = party.founded()
    chair = networks.AppointChair(network=network, person=party.person(FOUNDERS[1]), told_by=party.person(FOUNDERS[0]))
    party.give_as_it_is(chair, party.bureau)
    act = party.newest().act
    assert (act.by, act.role) == (party.reference(FOUNDERS[0], network), Role.CORE_GROUP)
