"""What holds for every aggregate and every event, whoever writes them."""

import ast
import importlib
import inspect
import pkgutil
import re
from uuid import UUID

import pytest
from pydantic import ValidationError

import domain
from domain.all_aggregates import AGGREGATES
from domain.kernel.errors import DomainError
from domain.kernel.events import UNRECORDED, Aggregate, DomainEvent, FirstEvent, event_name
from domain.kernel.mending import MendableAggregate
from tests.domain.acting import new_events
from tests.domain.examples import NETWORK, an_act
from tests.domain.histories import a_member, a_network
from tests.domain.walking import LIBRARY_FIELDS, events_of

MODULES = [importlib.import_module(module.name) for module in pkgutil.walk_packages(domain.__path__, "domain.")]
EVENTS = [event for aggregate in AGGREGATES for event in events_of(aggregate)]
NAMES_OF_THE_LIBRARY = {"version", "id", "created_on", "modified_on", "pending_events"}


def classes(kind):
    """The classes of a kind in the domain's modules, each once, as written."""
    found = {
        item
        for module in MODULES
        for item in vars(module).values()
        if isinstance(item, type) and issubclass(item, kind) and item is not kind and item.__module__ == module.__name__
    }
    assert found
    return sorted(found, key=lambda item: item.__qualname__)


def test_the_list_of_aggregates_is_complete():
    known = [aggregate for aggregate in classes(Aggregate) if aggregate is not MendableAggregate]
    assert sorted(AGGREGATES, key=lambda aggregate: aggregate.__qualname__) == known


def test_every_aggregate_has_a_stored_name_of_its_own():
    names = [vars(aggregate)["TOPIC"] for aggregate in AGGREGATES]
    assert sorted(names) == sorted(set(names))


def test_every_event_has_a_stored_name_of_its_own():
    names = [written(event).__dict__["TOPIC"] for event in EVENTS]
    assert sorted(names) == sorted(set(names))


def written(event):
    """The event's class as written: the decorator replaces it by a subclass."""
    return next(base for base in event.__mro__ if inspect.getdoc(base) and base.__doc__)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.TOPIC)
class TestEvent:
    def test_is_told_in_one_sentence(self, event):
        sentence = written(event).__doc__
        assert re.fullmatch(r"[A-Z][^\n.]*[^.\s]\.", sentence), sentence

    def test_uses_no_name_of_the_library(self, event):
        assert NAMES_OF_THE_LIBRARY & event.model_fields.keys() == set()

    def test_has_a_schema_version(self, event):
        assert event.SCHEMA >= 1

    def test_keeps_its_act_and_refuses_what_was_not_declared(self, event):
        assert "act" in event.model_fields
        assert event.model_config["extra"] == "forbid"
        assert event.model_config["frozen"]


@pytest.mark.parametrize("aggregate", AGGREGATES)
class TestAggregate:
    def test_begins_with_a_first_event(self, aggregate):
        first, *others = events_of(aggregate)
        assert issubclass(first, FirstEvent)
        if aggregate.TOPIC not in {"Network", "NetworkName", "Meeting", "Baseline"}:  # in two ways, such as planned or held
            assert not [event for event in others if issubclass(event, FirstEvent)]

    def test_is_told_in_its_docstring(self, aggregate):
        assert aggregate.__doc__

    def test_changes_for_each_of_its_events(self, aggregate):
        """An event that no change takes would be stored and never replayed."""
        for event in events_of(aggregate):
            assert issubclass(event, FirstEvent) or event is not written(event)

    def test_keeps_no_field_under_a_name_of_the_library(self, aggregate):
        """The library's own fields would be silently overwritten (a plan's ``version`` became the event count)."""
        for item in ast.walk(ast.parse(inspect.getsource(aggregate))):
            if isinstance(item, ast.Attribute) and isinstance(item.ctx, ast.Store):
                assert item.attr not in NAMES_OF_THE_LIBRARY


def test_every_refusal_has_a_code_of_its_own_and_says_its_rule():
    errors = classes(DomainError)
    codes = [vars(error)["code"] for error in errors]
    assert sorted(codes) == sorted(set(codes))
    for error in errors:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", error.code)
        assert re.fullmatch(r"[A-Z][^\n]*\.", error.__doc__ or "")


def test_an_event_has_a_name_for_ever():
    events = new_events(a_network())
    assert [event_name(happened) for happened in events] == [f"{NETWORK}:{number}" for number in range(1, 6)]


def test_an_aggregate_knows_its_newest_and_its_next_event():
    network = a_network()
    assert (network.last_event, network.next_event) == (f"{NETWORK}:5", f"{NETWORK}:6")


def test_the_recording_time_is_left_to_the_store():
    assert {happened.timestamp for happened in new_events(a_network())} == {UNRECORDED}


def test_an_event_is_never_changed():
    (happened,) = new_events(a_member())
    with pytest.raises(ValidationError):
        happened.act = an_act()  # type: ignore[misc]  # what is refused


def test_aggregates_are_equal_when_they_hold_the_same_truth():
    assert a_network() == a_network()
    assert a_network() != a_network(network=UUID(int=5))
    assert a_network() != a_member()
    assert a_member() != "a member"


def test_the_library_s_fields_are_known():
    assert set(DomainEvent.model_fields) - {"act"} == LIBRARY_FIELDS - {"originator_topic"}
