"""Time works by itself: whether the clock runs every night, now and then or never, each history becomes the same."""

import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import example, given, settings
from hypothesis import strategies as st

from application.commands.advice import AgreeNewDay, AskClarification, DeclineRequest, GiveClarification, RefuseNewDay
from application.commands.base import Command
from application.commands.networks import (
    AppointCoreGroupMember,
    ChangeAgreements,
    CloseNetwork,
    EndSeat,
    RenewNetwork,
    ResumeNetwork,
    SuspendNetwork,
    WithdrawEntry,
)
from application.commands.plans import ApprovePlan, ConditionText, DeferPlan, LapseCondition, MeetCondition
from domain.advice.request import AdviceRequest
from domain.advice.values import DeclineReason
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import DomainError
from domain.kernel.events import event_name
from domain.networks.errors import NetworkNotSuspended
from domain.networks.network import Network
from domain.plans.content import ConditionOwner
from netwerkpartij.background import settle
from tests.application.conftest import copied, party_at
from tests.application.party import FOUNDERS, NETWORK, SOMEBODY, Party

DAYS = 120
AFTER_IT = 45
"""Days in which what was decided last has its effect: the longest term that is tried here is thirty days."""
EVERY_NIGHT = range(DAYS + AFTER_IT)
History = list[tuple[str, datetime, str]]


def commands(party: Party, network: UUID, plan: UUID, request: UUID, day: date) -> list[Command]:
    """Give what can be decided on a day."""
    agreed = {name: NETWORK[name] for name in ("purpose", "organisation")}
    condition = ConditionText(text="Zoek een vijfde lid.", owner=ConditionOwner.CORE_GROUP, due=day + timedelta(days=20))
    return [
        EndSeat(network=network, person=party.person(FOUNDERS[0])),
        EndSeat(network=network, person=party.person(FOUNDERS[1])),
        AppointCoreGroupMember(network=network, person=party.person(FOUNDERS[0])),
        AppointCoreGroupMember(network=network, person=party.person(SOMEBODY)),
        ChangeAgreements(network=network, **agreed, ends_on=day + timedelta(days=25)),
        RenewNetwork(network=network, ends_on=day + timedelta(days=30)),
        SuspendNetwork(network=network, reason="Rust."),
        ResumeNetwork(network=network),
        DeferPlan(plan=plan, plan_version=1, outcome="deferred", until=day + timedelta(days=9), reasons="Later."),
        ApprovePlan(plan=plan, plan_version=1, conditions=(condition,)),
        MeetCondition(plan=plan, condition_number=1),
        LapseCondition(plan=plan, condition_number=1),
        CloseNetwork(network=network, reason="Af."),
        AskClarification(advice_request=request, question="Welke scholen?"),
        GiveClarification(advice_request=request, answer="De kleine."),
        AgreeNewDay(advice_request=request, due=day + timedelta(days=12), reason="Na het congres."),
        RefuseNewDay(advice_request=request),
        DeclineRequest(advice_request=request, decline_reason=DeclineReason.NO_TIME),
        WithdrawEntry(of=event_name(party.load(AdviceRequest, request).decisions[-1]), mistake=Mistake.DID_NOT_HAPPEN),
    ]


def told(begun: Path, schedule: Sequence[tuple[int, int]], nights: Collection[int]) -> list[History]:
    """Let things be decided on their days while the clock runs in some nights; gives the history of each item."""
    with TemporaryDirectory() as folder, party_at(copied(begun, Path(folder))) as party:
        network = party.founded()
        party.join(SOMEBODY, network)
        plan = party.submitted(name="Netwerk zorg")
        party.pilot()
        request = party.asked(network)
        decided_on = dict(schedule)
        for day in range(max(decided_on, default=0) + AFTER_IT):
            party.clock.pass_time(days=1)
            if day in nights:
                settle(party.opened, nightly=True)
            if day in decided_on:
                known = commands(party, network, plan, request, day_of(party.clock.now))
                with suppress(DomainError):
                    party.give(known[decided_on[day] % len(known)], party.bureau)
        settle(party.opened, nightly=True)
        return histories(party)


def histories(party: Party) -> list[History]:
    """Give the history of each item, in the order in which they began; ids are random, and left out."""
    found: dict[UUID, History] = {}
    for recorded in party.recorded():
        event = recorded.event
        fields = event.model_dump_json(exclude={"originator_id", "timestamp", "act"})
        known_by = re.sub(r'r[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}|"statistics":\{[^}]*\}', "#", fields)
        found.setdefault(event.originator_id, []).append((event.TOPIC, event.act.at, known_by))
    return list(found.values())


@settings(max_examples=6)  # each opens two parties and lets four months pass
@given(
    schedule=st.lists(st.tuples(st.integers(0, DAYS - 1), st.integers(0, 18)), max_size=8),
    nights=st.sets(st.integers(0, DAYS - 1), max_size=12),
)
@example(schedule=[(1, 0), (70, 2)], nights=set())
@example(schedule=[(1, 4), (40, 5)], nights={35})
@example(schedule=[(1, 9), (100, 11)], nights={50})
@example(schedule=[(2, 13)], nights=set())
@example(schedule=[(2, 13), (20, 14), (30, 15), (45, 16)], nights={25})
@example(schedule=[(2, 17), (60, 18)], nights=set())
@example(schedule=[(0, 12)], nights=set())
@example(schedule=[(1, 13), (3, 12), (40, 14)], nights=set())
def test_for_any_schedule_and_any_outages_each_history_is_the_same(
    begun: Path, schedule: list[tuple[int, int]], nights: set[int]
):
    assert told(begun, schedule, nights) == told(begun, schedule, EVERY_NIGHT)


def test_two_clocks_do_each_thing_once(party_on_each: Party):
    party = party_on_each
    network = party.founded()
    party.give(EndSeat(network=network, person=party.person(FOUNDERS[0])), party.board)
    party.clock.pass_time(days=31)
    assert settle(party.opened) == 1
    assert settle(party.opened) == 0
    assert party.newest().TOPIC == "CoreGroupReminded"
    assert party.load(Network, network).reminded


def test_a_clock_that_was_set_back_does_nothing_and_nothing_twice(party: Party):
    network = party.founded()
    party.give(EndSeat(network=network, person=party.person(FOUNDERS[0])), party.board)
    party.clock.pass_time(days=31)
    settle(party.opened)
    party.clock.pass_time(days=-20)
    assert settle(party.opened, nightly=True) == 0
    party.clock.pass_time(days=20)
    assert settle(party.opened, nightly=True) == 0


def test_a_refused_command_leaves_what_is_due_to_the_clock(party: Party):
    network = party.founded()
    party.give(EndSeat(network=network, person=party.person(FOUNDERS[0])), party.board)
    party.clock.pass_time(days=31)
    with party.refused(NetworkNotSuspended):
        party.give(ResumeNetwork(network=network), party.board)
    assert settle(party.opened) == 1
