"""Nothing happens without an act: every decision of every aggregate keeps who did what, in what role, when."""

import inspect

import pytest

from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import Act, Role, Source
from tests.domain.acting import new_events
from tests.domain.every_decision import EVERY_DECISION, Example
from tests.domain.examples import COMMAND, PLAN, TODAY, person
from tests.domain.walking import events_of

ACT = Act(
    by=person(7),
    role=Role.CORE_GROUP,
    at=TODAY,
    entered_by=person(8),
    source=Source.PHONE,
    command=COMMAND,
    cause=f"{PLAN}:3",
)


def decisions_of(aggregate):
    """What takes an act and is not private: a decision, or a question about one (``must_hold``)."""
    members = inspect.getmembers(aggregate, inspect.isroutine)
    return {
        member.__qualname__
        for name, member in members
        if not name.startswith("_")
        and member.__qualname__ != "Aggregate.time_passes"  # nothing is ever due here
        and "act" in inspect.signature(member).parameters
        and not name.startswith("must_")
    }


@pytest.mark.parametrize("example", EVERY_DECISION, ids=str)
def test_every_event_of_a_decision_keeps_its_act(example: Example):
    acts = [happened.act for aggregate in example.decided(ACT) for happened in new_events(aggregate)]
    assert acts
    assert [act for act in acts if act not in {ACT, ACT.consequence(act.cause or "")}] == []


def test_what_follows_by_itself_is_done_by_nobody():
    follows = {
        event.TOPIC
        for example in EVERY_DECISION
        for aggregate in example.decided(ACT)
        for event in new_events(aggregate)
        if event.act != ACT
    }
    assert follows == {"CoreGroupFoundTooSmall", "CoreGroupRepaired", "PlaceOffered", "PlanLapsed"}


@pytest.mark.parametrize("aggregate", AGGREGATES)
def test_every_decision_has_an_example(aggregate):
    expected = decisions_of(aggregate)
    assert expected
    assert {str(example) for example in EVERY_DECISION if str(example).startswith(f"{aggregate.__name__}.")} == expected


def test_every_kind_of_event_comes_from_a_decision():
    happened = {
        event.TOPIC for example in EVERY_DECISION for aggregate in example.decided(ACT) for event in new_events(aggregate)
    }
    assert happened == {event.TOPIC for aggregate in AGGREGATES for event in events_of(aggregate)}
