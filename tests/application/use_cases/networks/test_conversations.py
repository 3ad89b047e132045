"""Fifty reached, or the year over: the clock opens a conversation, and never closes a network."""

from datetime import UTC, date, datetime, timedelta

import pytest

from application.commands.conversations import HoldConversation
from application.commands.networks import CloseNetwork, LeaveNetwork
from application.commands.pilot import AdoptRules
from application.errors import AccessDenied
from application.queries.auditing.record import History
from application.queries.conversations import Conversations
from application.queries.networks import NetworkDetails, TimeToTarget
from domain.kernel.acts import CLOCK
from domain.kernel.days import day_of, end_of
from domain.networks.conversation import Conversation, ConversationOutcome, Occasion, conversation_id
from domain.pilot.rules import NetworkType
from netwerkpartij.background import settle
from tests.application.party import CONSENT, Party
from tests.beginning import FIRST_RULE_BOOKS

THREE = 3
NAMES = [f"Lid {number}" for number in range(6)]


@pytest.fixture
def small(party: Party) -> Party:
    """A party whose rules aim at three members."""
    written = next(each for each in FIRST_RULE_BOOKS if each.network_type is NetworkType.THEME)
    rules = written.rules.model_copy(update={"target_members": THREE})
    adopt = AdoptRules(
        rules_version="drie", network_type=NetworkType.THEME, valid_from=date(2025, 1, 1), rules=rules, origin="Een proef."
    )
    party.give(adopt, party.board)
    return party


def nights(party: Party, number: int) -> None:
    for _ in range(number):
        party.clock.pass_time(days=1)
        settle(party.opened, nightly=True)


def opened(party: Party) -> list[tuple[Occasion, date]]:
    return [(event.occasion, event.day) for event in party.all_of("ConversationOpened")]


def test_on_the_day_the_target_is_reached_there_is_something_to_talk_about(small: Party):
    party, network = small, small.network()
    for name in NAMES[:2]:
        party.join(name, network)
    nights(party, 3)
    assert opened(party) == []
    reached = day_of(party.clock.now)
    party.join(NAMES[2], network)
    assert settle(party.opened, nightly=True) == 0  # the day is not over
    nights(party, 2)
    assert opened(party) == [(Occasion.TARGET_REACHED, reached)]
    (event,) = party.all_of("ConversationOpened")
    assert (event.act.by, event.act.at, event.target) == (CLOCK, end_of(reached), THREE)
    assert party.ask(TimeToTarget(network=network), party.bureau).reached_on == reached


def test_a_year_without_is_something_to_talk_about_and_the_network_stays(small: Party):
    party, network = small, small.network()
    begun = day_of(party.clock.now)
    party.clock.pass_time(days=364)
    nights(party, 1)
    assert opened(party) == []
    nights(party, 1)
    assert opened(party) == [(Occasion.YEAR_OVER, begun.replace(year=begun.year + 1))]
    assert party.ask(NetworkDetails(network=network), party.bureau).status != "closed"


def test_reached_in_time_the_year_is_no_occasion(small: Party):
    party, network = small, small.network()
    for name in NAMES[:3]:
        party.join(name, network)
    party.clock.pass_time(days=400)
    nights(party, 1)
    assert [occasion for occasion, _ in opened(party)] == [Occasion.TARGET_REACHED]


def test_whether_the_clock_ran_or_not_the_day_is_the_same(small: Party):
    party, network = small, small.network()
    for name in NAMES[:3]:
        party.join(name, network)
    reached = day_of(party.clock.now)
    party.clock.pass_time(days=20)
    party.give(LeaveNetwork(network=network), party.member(NAMES[0]))
    party.clock.pass_time(days=100)
    nights(party, 1)
    assert opened(party)[0] == (Occasion.TARGET_REACHED, reached)


def test_what_is_recorded_later_changes_nothing_about_the_day(small: Party):
    party, network = small, small.network()
    for name in NAMES[:2]:
        party.join(name, network)
    party.party_member(NAMES[2])
    nights(party, 10)
    party.join_by_phone(NAMES[2], network, on=day_of(party.clock.now) - timedelta(days=5))
    known = day_of(party.clock.now)
    party.clock.pass_time(days=30)
    nights(party, 1)
    assert opened(party) == [(Occasion.TARGET_REACHED, known)]


def test_two_clocks_open_it_once(small: Party):
    party, network = small, small.network()
    for name in NAMES[:3]:
        party.join(name, network)
    nights(party, 5)
    assert len(opened(party)) == 1


def test_with_a_closed_network_nobody_talks(small: Party):
    party, network = small, small.network()
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    party.clock.pass_time(days=500)
    nights(party, 1)
    assert opened(party) == []


def test_what_came_of_it_is_read_by_bureau_and_board(small: Party):
    party, network = small, small.network()
    for name in NAMES[:3]:
        party.join(name, network)
    nights(party, 2)
    conversation = conversation_id(network, Occasion.TARGET_REACHED)
    version = party.load(Conversation, conversation).version
    held = HoldConversation(conversation=conversation, outcome=ConversationOutcome.CONTINUE, agreed="We gaan door.")
    party.give(held, party.bureau, expected=version)
    (entry,) = party.ask(Conversations(network=network), party.board).items
    assert (entry.outcome, entry.agreed, entry.target) == (ConversationOutcome.CONTINUE, "We gaan door.", THREE)
    assert entry.held_at is not None


def test_whether_a_sensitive_network_reached_a_number_is_seen_by_the_quarter(small: Party):
    party, network = small, small.network(sensitive=True)
    for name in NAMES[:3]:
        party.person(name, birth_year=1980)
        party.join(name, network, consent_version=CONSENT)
    nights(party, 2)
    assert opened(party) == []
    party.clock.now = datetime(2025, 4, 1, 10, tzinfo=UTC)
    nights(party, 1)
    assert opened(party) == [(Occasion.TARGET_REACHED, date(2025, 3, 31))]
    conversation = conversation_id(network, Occasion.TARGET_REACHED)
    (seen,) = party.ask(Conversations(), party.board).items
    assert (seen.occasion, seen.day, seen.opened_at) == (Occasion.TARGET_REACHED, None, None)
    for session in (party.board, party.bureau):
        with pytest.raises(AccessDenied):
            party.ask(History(item=conversation), session)
