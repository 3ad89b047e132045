"""Of every event it is said what can be done when it was a mistake, and that is so."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from datetime import date
from inspect import signature
from itertools import chain, product

import pytest

from application.rule_books import RULE_PAGE_V1
from domain.advice.request import AdviceRequest
from domain.all_aggregates import AGGREGATES
from domain.kernel.entries import Mistake
from domain.kernel.errors import DomainError, EntryNotCorrectable
from domain.kernel.events import Aggregate, DomainEvent, FirstEvent, event_name, events_of
from domain.networks.meeting import Meeting
from domain.networks.network import Network
from domain.party.service_parts import ServicePart, ServiceParts
from domain.pilot.rule_book import RuleBook
from netwerkpartij.catalogues.ways_back import WAYS_BACK
from tests.domain.every_decision import EVERY_DECISION
from tests.domain.examples import an_act, an_id, noon, rules_of_2022

LATER = an_act(noon(12, 1, 2024))
MENDINGS = {"corrected": "correct_entry", "withdrawn": "withdraw_entry"}


def items() -> Iterator[Aggregate]:
    """Give items as tests begin with them, and as they are after every decision."""
    begun = {example.history for example in EVERY_DECISION if example.history is not None}
    yield from (history() for history in begun)
    yield from chain.from_iterable(example.decided(an_act(), keep_history=True) for example in EVERY_DECISION)


def tried(item: Aggregate, how: str, entry: DomainEvent) -> type[DomainError] | None:
    """Correct an entry to its own moment, or withdraw it, and give what is refused."""
    decide = getattr(item, how)
    given = {"of": event_name(entry), "at": entry.act.at, "mistake": Mistake.WRONG_DAY, "rules": rules_of_2022()}
    try:
        decide(LATER, **{name: given.get(name) for name in signature(decide).parameters if name != "act"})
    except DomainError as refused:
        return type(refused)
    return None


Refused = dict[tuple[type[DomainEvent], str], set[type[DomainError] | None]]


@pytest.fixture(scope="module")
def refused() -> Refused:
    """Try to mend every entry of every item, each on an item of its own, and give what is refused of which kind of event."""
    found: Refused = defaultdict(set)
    for item in items():
        for entry in [each for each in item.life if event_name(each) not in getattr(item, "taken_back", ())]:
            for how in (each for each in MENDINGS.values() if hasattr(item, each)):
                found[kind_of(entry), how].add(tried(deepcopy(item), how, entry))
    return found


def kind_of(happened: DomainEvent) -> type[DomainEvent]:
    return next(kind for kind in WAYS_BACK if kind.TOPIC == happened.TOPIC)


def test_of_every_event_and_of_nothing_else_it_is_said_what_can_be_done_about_a_mistake():
    assert set(WAYS_BACK) == {event for aggregate in AGGREGATES for event in events_of(aggregate)}


@pytest.mark.parametrize("said", MENDINGS)
def test_what_is_said_to_be_corrected_or_struck_is_and_nothing_else(said: str, refused: Refused):
    can_be = {kind for kind in WAYS_BACK if None in refused.get((kind, MENDINGS[said]), ())}
    assert {kind.TOPIC for kind, way in WAYS_BACK.items() if getattr(way, said)} == {kind.TOPIC for kind in can_be}
    for kind in WAYS_BACK.keys() - can_be:
        assert refused.get((kind, MENDINGS[said]), set()) <= {EntryNotCorrectable}, kind


def test_whatever_cannot_be_mended_is_put_right_otherwise_or_says_why_not():
    assert [kind.TOPIC for kind, way in WAYS_BACK.items() if not (way.corrected or way.withdrawn or way.by or way.because)] == []


ANOTHER_TIME: Mapping[Callable[..., object], dict[str, object]] = {
    AdviceRequest.redirect: {"network": an_id("third")},
    AdviceRequest.call_members: {"closes_on": date(2025, 2, 1)},
    AdviceRequest.agree_new_day: {"due": date(2025, 2, 1)},
    Meeting.move: {"day": date(2025, 2, 1)},
    Network.correct_name: {"name": "Netwerk ZORG"},
    Network.rename: {"name": "Netwerk stilte"},
    Network.renew: {"ends_on": date(2028, 5, 25)},
    Network.write_welcome: {"welcome": "Welkom allemaal."},
    RuleBook.adopt: RULE_PAGE_V1[0]._asdict(),
    ServiceParts.choose_again: {"parts": (ServicePart.LESSONS,)},
}
"""What is said a second time, where the same is not said twice."""


Pairs = set[tuple[str, str]]


def followed(wanted: Pairs) -> Pairs:
    """Give which of some events come after which in an item; what no life shows is tried, with every decision on that item."""
    found: Pairs = set()
    for item in items():
        life = [each.TOPIC for each in item.life]
        found |= {(one, other) for place, one in enumerate(life) for other in life[place + 1 :]}
    for item in items():
        life, own = [each.TOPIC for each in item.life], f"{type(item).__name__}."
        missing = any(one in life for one, _ in wanted - found)
        decisions = [each for each in EVERY_DECISION if missing and each.history and str(each).startswith(own)]
        for example, act in product(decisions, (an_act(noon(9, 2)), an_act(noon(10, 20)), LATER)):
            after = deepcopy(item)
            with suppress(DomainError, KeyError, IndexError):
                example.decision(after, act, **example.fields | example.others() | ANOTHER_TIME.get(example.decision, {}))
            found |= {(one, other.TOPIC) for one in life for other in after.life[len(life) :]}
    return found


def test_what_puts_an_event_right_comes_after_it_in_its_item_or_begins_another():
    wanted = {
        (kind.TOPIC, other.TOPIC)
        for kind, way in WAYS_BACK.items()
        for other in way.by
        if not issubclass(other, FirstEvent) and other.__qualname__.partition(".")[0] == kind.__qualname__.partition(".")[0]
    }
    assert wanted - followed(wanted) == set()
