"""A conversation about the number of members: opened once for each occasion, and what came of it recorded once."""

from datetime import date
from typing import Any

import pytest

from domain.kernel.days import end_of
from domain.kernel.errors import RecordedTooLate
from domain.networks.conversation import Conversation, ConversationHeldAlready, ConversationOutcome, Occasion, conversation_id
from tests.domain.acting import given, recorded
from tests.domain.examples import DAY, NETWORK, board, noon, rules_of_2022, rules_that
from tests.domain.histories import a_conversation

HELD: dict[str, Any] = {"outcome": ConversationOutcome.CONTINUE, "agreed": "We gaan door en vragen leden in het noorden."}


@pytest.mark.parametrize("occasion", Occasion)
def test_it_is_opened_with_the_target_of_the_rules_and_the_day(occasion):
    about = {"network": NETWORK, "occasion": occasion, "day": date(2024, 5, 25)}
    given().when(Conversation.open, **about, rules=rules_that(target_members=60)).then(
        recorded(Conversation.ConversationOpened, **about, target=60, rules_version="other-rules")
    )


def test_each_occasion_has_one_conversation():
    assert conversation_id(NETWORK, Occasion.TARGET_REACHED) != conversation_id(NETWORK, Occasion.YEAR_OVER)
    assert a_conversation().id == conversation_id(NETWORK, Occasion.TARGET_REACHED)
    assert a_conversation().target == rules_of_2022().rules.target_members


def test_what_came_of_it_is_recorded():
    given(a_conversation()).when(Conversation.hold, **HELD).then(recorded(Conversation.ConversationHeld, **HELD))


def test_and_only_once():
    conversation = a_conversation()
    conversation.hold(board(), **HELD)
    given(conversation).when(Conversation.hold, **HELD).refused(ConversationHeldAlready)


def test_nobody_talked_before_there_was_something_to_talk_about():
    early = end_of(date(2023, 7, 15)) - DAY
    given(a_conversation()).when(Conversation.hold, act=board(early), **HELD).refused(RecordedTooLate, at=early)
    given(a_conversation()).when(Conversation.hold, act=board(noon(7, 16)), **HELD).then(
        recorded(Conversation.ConversationHeld, **HELD)
    )
