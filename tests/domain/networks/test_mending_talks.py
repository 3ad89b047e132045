"""A talk that was recorded by mistake has a way back, and so has advice unasked: in the one way in which all else is mended."""

import pytest

from domain.advice.offer import AdviceOffer
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, EntryAlreadyWithdrawn, EntryNotCorrectable, EntryNotFound
from domain.networks.conversation import Conversation, ConversationHeldAlready, ConversationOutcome, Occasion, conversation_id
from tests.domain.acting import given, recorded
from tests.domain.examples import NETWORK, an_act, an_id, noon
from tests.domain.histories import a_conversation, a_held_conversation, an_offer

TALK = conversation_id(NETWORK, Occasion.TARGET_REACHED)
HELD, OPENED, OFFERED = f"{TALK}:2", f"{TALK}:1", f"{an_id('offer')}:1"
MISTAKE = {"mistake": Mistake.DID_NOT_HAPPEN}
AGREED = {"outcome": ConversationOutcome.CLOSE, "agreed": None}


def test_a_talk_that_was_withdrawn_is_still_to_come():
    conversation = a_held_conversation()
    given(conversation).when(Conversation.withdraw_entry, of=HELD, **MISTAKE).then(
        recorded(Conversation.EntryWithdrawn, of=HELD, **MISTAKE)
    )
    conversation = a_held_conversation()
    conversation.withdraw_entry(an_act(), of=HELD, **MISTAKE)
    assert conversation.outcome is None
    given(conversation).when(Conversation.hold, **AGREED).then(recorded(Conversation.ConversationHeld, **AGREED))


def test_a_talk_that_stands_is_not_held_again():
    given(a_held_conversation()).when(Conversation.hold, **AGREED).refused(ConversationHeldAlready)


def test_it_was_on_another_day_and_not_before_there_was_something_to_talk_about():
    given(a_held_conversation()).when(Conversation.correct_entry, of=HELD, at=noon(8, 15), **MISTAKE).then(
        recorded(Conversation.EntryCorrected, of=HELD, at=noon(8, 15), **MISTAKE)
    )
    given(a_held_conversation()).when(Conversation.correct_entry, of=HELD, at=noon(7, 1), **MISTAKE).refused(CorrectionImpossible)


@pytest.mark.parametrize("talk", [a_conversation, a_held_conversation])
def test_that_there_is_something_to_talk_about_is_never_mended(talk):
    given(talk()).when(Conversation.withdraw_entry, of=OPENED, **MISTAKE).refused(EntryNotCorrectable)


def test_what_was_withdrawn_is_not_mended_once_more_and_what_is_not_there_is_not_found():
    conversation = a_held_conversation()
    conversation.withdraw_entry(an_act(), of=HELD, **MISTAKE)
    given(conversation).when(Conversation.withdraw_entry, of=HELD, **MISTAKE).refused(EntryAlreadyWithdrawn)
    given(a_conversation()).when(Conversation.withdraw_entry, of=HELD, **MISTAKE).refused(EntryNotFound)


def test_advice_unasked_was_given_on_another_day_or_never():
    given(an_offer()).when(AdviceOffer.correct_entry, of=OFFERED, at=noon(8, 1), **MISTAKE).then(
        recorded(AdviceOffer.EntryCorrected, network=NETWORK, of=OFFERED, at=noon(8, 1), **MISTAKE)
    )
    given(an_offer()).when(AdviceOffer.withdraw_entry, of=OFFERED, **MISTAKE).then(
        recorded(AdviceOffer.EntryWithdrawn, network=NETWORK, of=OFFERED, **MISTAKE)
    )


def test_advice_that_was_never_given_is_not_mended_once_more():
    offer = an_offer()
    offer.withdraw_entry(an_act(), of=OFFERED, **MISTAKE)
    assert offer.withdrawn
    given(offer).when(AdviceOffer.correct_entry, of=OFFERED, at=noon(8, 1), **MISTAKE).refused(EntryAlreadyWithdrawn)
