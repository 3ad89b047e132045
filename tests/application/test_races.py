"""Two processes on one database: one wins, the other is told what became of it, and nothing is half-done."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4

import pytest

from application.commands.networks import CloseNetwork, JoinNetwork
from application.commands.party import EndRole, RegisterPartyMember, StartPartyMembership
from application.commands.plans import ApprovePlan, ConditionText, DraftPlan
from application.ports.vault.sessions import Session
from application.queries.networks import GrowthCurve, MembershipReport, MembersOfNetwork, NetworkDetails, NetworkDirectory
from domain.kernel.acts import Act, Role
from domain.kernel.days import day_of
from domain.networks.membership import MembershipEnding
from domain.networks.network import Network
from domain.pilot.pilot import Pilot
from domain.pilot.rule_book import RULE_BOOK, RuleBook
from domain.pilot.rules import NetworkType
from domain.plans.content import ConditionOwner, PlanContent, PlanOrigin, PlanStatus
from domain.plans.founding_plan import FoundingPlan
from netwerkpartij.background import settle
from netwerkpartij.wiring import opened
from tests.application.conftest import settings_for
from tests.application.party import PLAN, SOMEBODY, MovableClock, Party
from tests.application.rivals import Rivals, Task
from tests.beginning import administrator


@pytest.fixture(scope="module")
def _two_processes() -> Iterator[Rivals]:
    rivals = Rivals()
    yield rivals
    rivals.stop()


@pytest.fixture
def here(database_url: str) -> Iterator[Party]:
    """The party as this process sees it; its clock is an hour behind, so that the rivals come later."""
    clock = MovableClock(datetime.now(UTC) - timedelta(hours=1))
    with opened(settings_for(database_url), clock=clock) as service:
        yield Party(service, clock)


@pytest.fixture
def rivals(_two_processes: Rivals, here: Party, database_url: str) -> Rivals:
    """Two processes that opened the same database."""
    assert here.log.last_position() > 0
    return _two_processes.open(settings_for(database_url))


# The last place


class Round(NamedTuple):
    """One place, and two plans that could take it."""

    pilot: UUID
    plans: tuple[UUID, UUID]


def handed_in(party: Party, rules: RuleBook, pilot: UUID | None, number: int) -> FoundingPlan:
    """Make a plan that was handed in, with four founders."""
    act = Act(by=f"r{number:032x}", role=Role.MEMBER, at=party.clock.now, command=uuid4())
    adopted = rules.rules_for(NetworkType.THEME, day_of(act.at)).rules
    content = PlanContent.model_validate({**PLAN, "name": f"Netwerk {number}"})
    plan = FoundingPlan.draft(
        act, plan=uuid4(), network=uuid4(), content=content, origin=PlanOrigin.CORE_GROUP, rules=adopted, pilot=pilot
    )
    for founder in range(4):
        reference = f"r{number:030x}0{founder}"
        plan.nominate(act, reference=reference)
        plan.accept_nomination(act, reference=reference)
    plan.submit(act, rules=adopted)
    return plan


def one_place_and_two_plans(party: Party, number: int) -> Round:
    rules = party.load(RuleBook, RULE_BOOK)
    act = Act(by="national-board", role=Role.NATIONAL_BOARD, at=party.clock.now, command=uuid4())
    pilot = Pilot.open(act, label=f"proef-{number}", places=1, first_day=date(2025, 1, 1), last_day=date(2027, 1, 1))
    plans = [handed_in(party, rules, pilot.id, 2 * number + which) for which in (0, 1)]
    party.log.record([pilot, *plans], command=uuid4(), digest="0" * 64, answer={})
    return Round(pilot.id, (plans[0].id, plans[1].id))


def race_for_the_last_place(party: Party, rivals: Rivals, rounds: int) -> None:
    decided_again = 0
    for number in range(rounds):
        pilot, plans = one_place_and_two_plans(party, number)
        before = party.log.last_position()
        done = rivals.race(
            [Task(ApprovePlan(plan=plan, plan_version=1), party.board, uuid4(), held_back=number % 2 == 0) for plan in plans]
        )
        answers = {str(each.answer.data.status): each.answer for each in done if each.answer is not None}
        assert sorted(answers) == [PlanStatus.FOUNDED, PlanStatus.WAITING], done
        decided_again += max(each.decisions for each in done) - 1

        won, waits = (answers[status].data.plan for status in (PlanStatus.FOUNDED, PlanStatus.WAITING))
        network = party.load(Network, answers[PlanStatus.FOUNDED].data.network)
        assert answers[PlanStatus.WAITING].data.network is None
        states = [party.load(FoundingPlan, plan).status for plan in (won, waits)]
        assert states == [PlanStatus.FOUNDED, PlanStatus.WAITING]
        places = party.load(Pilot, pilot)
        assert places.taken == frozenset({network.id})
        assert [each.plan for each in places.waiting] == [waits]
        assert len(network.core_group(datetime.now(UTC))) == 4
        told = Counter(party.types(before))
        assert told == {
            "PlanApproved": 2,
            "PlanCarriedOut": 1,
            "PlaceTaken": 1,
            "NetworkFounded": 1,
            "CoreGroupMemberAppointed": 4,
            "NetworkNameGiven": 1,
            "NetworkNameReserved": 1,
            "MemberJoined": 4,
            "PlanWaitListed": 1,
            "PlanPutOnWaitingList": 1,
        }
        assert len({recorded.event.act.command for recorded in party.recorded(before)}) == 2
    assert decided_again >= (rounds + 1) // 2  # every round in which both had decided before either recorded


def test_two_approvals_for_the_last_place_found_one_network_and_the_other_plan_waits(here: Party, rivals: Rivals):
    race_for_the_last_place(here, rivals, rounds=5)


@pytest.mark.slow
def test_two_approvals_for_the_last_place_a_hundred_times(here: Party, rivals: Rivals):
    race_for_the_last_place(here, rivals, rounds=100)


# One name

CONDITION = ConditionText(text="Zoek een vijfde.", owner=ConditionOwner.CORE_GROUP, due=date(2099, 1, 1))


@pytest.mark.parametrize("conditions", [(CONDITION,), ()])
def test_of_two_plans_of_one_name_that_are_agreed_with_at_once_one_has_the_name(
    here: Party, rivals: Rivals, conditions: tuple[ConditionText, ...]
):
    rules = here.load(RuleBook, RULE_BOOK)
    plans = [handed_in(here, rules, None, 1) for _ in range(2)]
    here.log.record(plans, command=uuid4(), digest="0" * 64, answer={})
    before = here.log.last_position()
    done = rivals.race(
        [
            Task(ApprovePlan(plan=plan.id, plan_version=1, conditions=conditions), here.board, uuid4(), held_back=True)
            for plan in plans
        ]
    )
    assert sorted(str(each.refusal) for each in done) == ["None", "network-name-taken"]
    assert Counter(here.types(before))["NetworkNameReserved" if conditions else "NetworkNameGiven"] == 1
    assert Counter(here.types(before))["PlanApproved"] == 1


# Joining while the network closes


@pytest.mark.parametrize("closing_is_recorded", ["first", "last"])
def test_a_membership_does_not_hold_after_the_closing_whatever_was_recorded_first(
    here: Party, rivals: Rivals, closing_is_recorded: str
):
    network, member = here.network(), here.member(SOMEBODY)
    joining = Task(JoinNetwork(network=network, purpose_version=1), member, uuid4(), held_back=True)
    closing = Task(CloseNetwork(network=network, reason="Af."), here.board, uuid4(), held_back=True)
    joiner, closer = rivals.both
    joiner.starts(joining)
    closer.starts(closing)
    for rival in (closer, joiner) if closing_is_recorded == "first" else (joiner, closer):
        rival.goes_on()
        assert rival.done().refusal is None

    here.clock.now = datetime.now(UTC)
    assert [each for each in here.types(0) if each in {"MemberJoined", "NetworkClosed"}] == (
        ["NetworkClosed", "MemberJoined"] if closing_is_recorded == "first" else ["MemberJoined", "NetworkClosed"]
    )
    assert here.holds(SOMEBODY, network)  # as far as the membership itself knows
    nobody_is_a_member_in_any_read(here, network)

    assert settle(here.opened) == 1
    ended = here.newest()
    assert (ended.TOPIC, ended.ending) == ("MembershipEnded", MembershipEnding.NETWORK_CLOSED)
    assert ended.act.cause == here.load(Network, network).closed_by
    assert not here.holds(SOMEBODY, network)
    nobody_is_a_member_in_any_read(here, network)
    assert settle(here.opened) == 0


def nobody_is_a_member_in_any_read(party: Party, network: UUID) -> None:
    today = day_of(datetime.now(UTC))
    for on in (None, today):
        (count,) = party.ask(MembershipReport(on=on), party.bureau).items
        assert (count.members, count.joined, count.left) == (0, 1, 1)
        assert party.ask(NetworkDirectory(on=on), party.bureau).items[0].members == 0
        assert party.ask(NetworkDetails(network=network, on=on), party.bureau).members == 0
        assert party.ask(MembersOfNetwork(network=network, on=on), party.bureau).items == ()
    curve = party.ask(GrowthCurve(network=network, first=today, last=today), party.bureau)
    assert [each.members for each in curve] == [0]


def test_a_join_that_began_after_the_closing_was_recorded_is_refused(here: Party, rivals: Rivals):
    network, member = here.network(), here.member(SOMEBODY)
    joiner, closer = rivals.both
    closer.starts(Task(CloseNetwork(network=network, reason="Af."), here.board, uuid4()))
    assert closer.done().refusal is None
    joiner.starts(Task(JoinNetwork(network=network, purpose_version=1), member, uuid4()))
    assert joiner.done().refusal == "network-closed"


# One command, twice


@pytest.mark.parametrize("held_back", [True, False])
def test_one_command_from_two_processes_at_once_is_recorded_once_and_both_get_its_answer(
    here: Party, rivals: Rivals, *, held_back: bool
):
    network, member = here.network(), here.member(SOMEBODY)
    for command, events in (
        (JoinNetwork(network=network, purpose_version=1), ["MemberJoined"]),
        (DraftPlan(**PLAN), ["PlanDrafted"]),
        (CloseNetwork(network=network, reason="Af."), ["NetworkClosed"]),
    ):
        session: Session = here.board if isinstance(command, CloseNetwork) else member
        before = here.log.last_position()
        first, second = rivals.race([Task(command, session, command_id := uuid4(), held_back)] * 2)
        assert first.answer is not None
        assert second.answer is not None
        assert (first.answer.position, first.answer.data) == (second.answer.position, second.answer.data)
        assert here.types(before) == events
        assert here.newest().act.command == here.opened.service.stored_id(command_id)


# One registration, or one party membership, recorded twice at once


@pytest.mark.parametrize("held_back", [True, False], ids=["both decided on the same", "as fast as they can"])
def test_a_registration_that_is_sent_twice_at_once_is_one(here: Party, rivals: Rivals, *, held_back: bool):
    for number in range(5):
        before, command, name = here.log.last_position(), uuid4(), f"Voorbeeld {number}"
        register = RegisterPartyMember(name=name, email=f"lid{number}@voorbeeld.example")
        first, second = rivals.race([Task(register, here.bureau, command, held_back=held_back)] * 2)
        assert first.answer is not None, first
        assert first.answer == second.answer
        assert here.vault.person_named(name) == first.answer.data.person
        assert here.types(before) == ["PartyMembershipStarted"]


def test_of_two_who_record_one_party_membership_at_once_one_is_told_that_it_was_there(here: Party, rivals: Rivals):
    before, start = here.log.last_position(), StartPartyMembership(person=here.person(SOMEBODY))
    done = rivals.race([Task(start, here.bureau, uuid4(), held_back=True) for _ in range(2)])
    assert sorted(each.refusal or "" for each in done) == ["", "already-a-party-member"]
    assert here.types(before) == ["PartyMembershipStarted"]


# The last administrator


def test_two_administrators_who_end_each_other_at_once_do_not_both_go(here: Party, rivals: Rivals):
    people = (administrator(here.opened), here.session(Role.ADMINISTRATOR, SOMEBODY))
    ends = [EndRole(person=other.person, role=Role.ADMINISTRATOR) for other in reversed(people) if other.person is not None]
    done = rivals.race([Task(end, who, uuid4(), held_back=True) for end, who in zip(ends, people, strict=True)])
    assert sorted(each.refusal or "" for each in done) == ["", "access-denied"]
    assert sum(each.decisions for each in done) == 2
    assert here.types(0).count("RoleEnded") == 1
