"""Giving a command: once, on what was seen, and only what has happened."""

from datetime import UTC, date, datetime, timedelta
from typing import get_type_hints
from uuid import uuid1, uuid4

import pytest

from application.command_handler import ATTEMPTS
from application.commands import all_commands
from application.commands.networks import CloseNetwork, JoinNetwork, LeaveNetwork
from application.commands.party import LetTimePass
from application.commands.pilot import EndPilot
from application.commands.plans import AmendPlan, ApprovePlan, RevisePlan, SubmitPlan
from application.errors import AccessDenied, CommandIdReused, InTheFuture, StaleVersion, VersionNeeded
from application.passing_time import derived
from application.policies.carrying_out import THE_CLOCK
from application.ports.errors import ConcurrentChange, StoreBusy
from application.ports.vault.sessions import Session
from application.use_cases import USE_CASES
from domain.kernel.acts import Role, Source
from domain.kernel.errors import NothingDue
from domain.networks.errors import NetworkClosedAlready
from domain.networks.membership import PurposeChangedSince
from domain.plans.founding_plan import FoundingPlan
from netwerkpartij.wiring import opened
from tests.application.conftest import settings_for
from tests.application.party import FOUNDERS, PLAN, SOMEBODY, SOMEBODY_ELSE, MovableClock, Party

# Once


def test_of_the_id_of_a_command_a_digest_is_kept(party: Party):
    network, command = party.network(), uuid1()
    join = JoinNetwork(network=network, purpose_version=1)
    party.give(join, party.member(SOMEBODY), command_id=command)
    kept = party.newest().act.command
    assert kept.version == 4
    assert f"{command.node:012x}" not in str(kept)
    assert (party.log.receipt(command), party.log.receipt(kept) is not None) == (None, True)


def test_an_id_that_the_clock_uses_can_be_given_by_anybody_and_takes_nothing_from_it(party: Party):
    network = party.network()
    due = derived("a-thing-that-is-due", network)
    party.give(JoinNetwork(network=network, purpose_version=1), party.member(SOMEBODY), command_id=due)
    assert party.log.receipt(due) is None
    with party.refused(NothingDue):  # and not: this id was used before for something else
        party.opened.service.command_handler.handle(LetTimePass(item=network), session=THE_CLOCK, command_id=due)


def test_the_same_command_again_gets_the_answer_that_it_had_although_the_state_moved_on(party_on_each: Party):
    party = party_on_each
    network, command = party.network(), uuid4()
    member = party.member(SOMEBODY)
    join = JoinNetwork(network=network, purpose_version=1)
    first = party.give(join, member, command_id=command)
    party.give(LeaveNetwork(network=network), member)
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    before = party.log.last_position()

    again = party.give(join, member, command_id=command)

    assert (again.position, again.data) == (first.position, first.data)
    assert party.log.last_position() == before
    with party.refused(NetworkClosedAlready):
        party.give(join, member)


def test_a_command_that_would_still_be_possible_is_not_done_twice(party: Party):
    pilot = party.pilot()
    plan = party.submitted(pilot=pilot)
    command = uuid4()
    amend = AmendPlan(**{**PLAN, "purpose": "Tweede."}, plan=plan, source=Source.MAIL)
    version = party.load(FoundingPlan, plan).version
    first = party.give(amend, party.member(FOUNDERS[0]), expected=version, command_id=command)
    assert party.give(amend, party.member(FOUNDERS[0]), expected=version, command_id=command).data == first.data
    assert party.load(FoundingPlan, plan).plan_version == 2


@pytest.mark.parametrize("still_possible", [True, False])
def test_a_command_id_is_not_used_for_another_command(party: Party, *, still_possible: bool):
    network, other, command = party.network(), party.network(name="Netwerk zorg"), uuid4()
    member = party.member(SOMEBODY)
    party.give(JoinNetwork(network=network, purpose_version=1), member, command_id=command)
    second = JoinNetwork(network=other if still_possible else network, purpose_version=1, source=Source.MAIL)
    with party.refused(CommandIdReused):
        party.give(second, member, command_id=command)


def test_a_command_id_is_not_used_by_somebody_else_or_in_another_role(party: Party):
    network, command = party.network(), uuid4()
    member, other = party.member(SOMEBODY), party.member(SOMEBODY_ELSE)
    join = JoinNetwork(network=network, purpose_version=1)
    party.give(join, member, command_id=command)
    with party.refused(CommandIdReused):
        party.give(join, other, command_id=command)
    party.holder(SOMEBODY, Role.PARTY_BUREAU)
    with party.refused(CommandIdReused):
        party.give(join, party.session(Role.PARTY_BUREAU, SOMEBODY), command_id=command)


def test_a_refused_command_leaves_its_id_free(party: Party):
    network, command = party.network(), uuid4()
    member = party.member(SOMEBODY)
    with party.refused(PurposeChangedSince):
        party.give(JoinNetwork(network=network, purpose_version=2), member, command_id=command)
    assert party.log.receipt(command) is None
    joined = party.give(JoinNetwork(network=network, purpose_version=1), member, command_id=command)
    assert party.log.last_position() == joined.position


def test_who_may_not_ask_gets_no_stored_answer_either(party: Party):
    network, command = party.network(), uuid4()
    party.party_member(SOMEBODY)
    join = JoinNetwork(network=network, purpose_version=1, person=party.person(SOMEBODY))
    party.give(join, party.bureau, command_id=command)
    other = party.member(SOMEBODY_ELSE)
    with party.refused(AccessDenied):
        party.give(join, other, command_id=command)


# On what was seen


def test_a_change_names_the_version_that_it_was_made_on(party: Party):
    plan = party.draft()
    anew = RevisePlan(**{**PLAN, "purpose": "Anders."}, plan=plan)
    with party.refused(VersionNeeded) as caught:
        party.give(anew, party.member(FOUNDERS[0]))
    assert caught.value.facts == {"current": 1}
    party.give(anew, party.member(FOUNDERS[0]), expected=1)
    with party.refused(StaleVersion) as caught:
        party.give(anew, party.member(FOUNDERS[0]), expected=1)
    assert caught.value.facts == {"seen": 1, "current": 2}


def test_a_version_that_is_named_is_checked_also_where_none_is_needed(party: Party):
    pilot, network, plan = party.pilot(), party.network(), party.submitted()
    for command in (
        EndPilot(pilot=pilot),
        CloseNetwork(network=network, reason="Af."),
        ApprovePlan(plan=plan, plan_version=1),
    ):
        with party.refused(StaleVersion):
            party.give(command, party.board, expected=99)
    party.give(EndPilot(pilot=pilot), party.board, expected=1)


# What has happened


def both_are_members(party: Party) -> None:
    for name in (SOMEBODY, SOMEBODY_ELSE):
        party.party_member(name)


def test_what_has_not_happened_is_not_recorded(party: Party):
    network = party.network()
    member = party.member(SOMEBODY)
    for said in ({"at": party.clock.now + timedelta(hours=1)}, {"on": date(2025, 3, 4)}):
        with party.refused(InTheFuture):
            party.give(JoinNetwork(network=network, purpose_version=1, **said), member)


def test_a_day_in_the_past_means_its_last_moment_and_today_means_now(party: Party):
    network = party.network()
    both_are_members(party)
    party.clock.pass_time(days=2)
    party.join_by_phone(SOMEBODY, network, on=date(2025, 3, 4))
    assert party.newest().act.at == datetime(2025, 3, 4, 22, 59, 59, tzinfo=UTC)
    party.join_by_phone(SOMEBODY_ELSE, network, on=date(2025, 3, 5))
    assert party.newest().act.at == party.clock.now


def test_the_day_is_that_of_amsterdam(party: Party):
    network = party.network()
    both_are_members(party)
    party.clock.now = datetime(2025, 7, 1, 22, 30, tzinfo=UTC)  # 2 July, half past midnight
    party.join_by_phone(SOMEBODY, network, on=date(2025, 7, 2))
    assert party.newest().act.at == party.clock.now
    party.join_by_phone(SOMEBODY_ELSE, network, on=date(2025, 7, 1))
    assert party.newest().act.at == datetime(2025, 7, 1, 21, 59, 59, tzinfo=UTC)


def test_a_moment_may_be_named_in_any_time_zone(party: Party):
    network = party.network()
    both_are_members(party)
    party.clock.pass_time(days=1)
    party.join_by_phone(SOMEBODY, network, at=datetime.fromisoformat("2025-03-03T20:00:00+05:00"))
    assert party.newest().act.at == datetime(2025, 3, 3, 15, tzinfo=UTC)


def test_the_recording_time_is_the_databases_and_not_that_of_the_act(database_url: str):
    clock = MovableClock()
    with opened(settings_for(database_url), clock=clock) as service:  # no demo: its times cannot be chosen
        party = Party(service, clock)
        party.join(SOMEBODY, party.network())
        joined = party.newest()
    assert joined.act.at.year == 2025
    assert abs(joined.timestamp - datetime.now(UTC)) < timedelta(minutes=1)


# Losing a race


def test_a_decision_that_lost_a_race_is_made_again_until_it_is_too_much(party: Party, monkeypatch: pytest.MonkeyPatch):
    network, member = party.network(), party.member(SOMEBODY)
    real, tries = party.log.record, []

    def lose(*arguments: object, **others: object) -> object:
        tries.append(1)
        if len(tries) <= losses:
            raise ConcurrentChange
        return real(*arguments, **others)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(party.log, "record", lose)
    losses = ATTEMPTS - 1
    party.give(JoinNetwork(network=network, purpose_version=1), member)
    assert len(tries) == ATTEMPTS
    tries.clear()
    losses = ATTEMPTS
    with party.refused(StoreBusy):
        party.give(LeaveNetwork(network=network), member)


def test_every_command_has_the_use_case_that_takes_it():
    assert set(USE_CASES) == set(all_commands())
    takes = {command: get_type_hints(use_case) for command, use_case in USE_CASES.items()}
    assert {command: hints for command, hints in takes.items() if command not in hints.values()} == {}


def test_a_session_without_a_person_does_nothing_as_a_member(party: Party):
    network = party.network()
    nobody = Session(person=None, role=Role.MEMBER, network=None)
    with party.refused(AccessDenied):
        party.give(JoinNetwork(network=network, purpose_version=1), nobody)
    plan = party.draft()
    for each in (plan, uuid4()):
        with party.refused(AccessDenied):
            party.give(SubmitPlan(plan=each), nobody)
