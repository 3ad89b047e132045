"""What somebody asks about what is kept of them is answered within a month."""

from datetime import date

import pytest

from domain.kernel.errors import RecordedTooLate
from domain.party.privacy_request import (
    PrivacyMatter,
    PrivacyOutcome,
    PrivacyReasonsMissing,
    PrivacyRequest,
    PrivacyRequestNotOpen,
    PrivacyRequestOpenAlready,
)
from tests.domain.acting import given, recorded
from tests.domain.examples import PEOPLE, an_act, noon
from tests.domain.histories import a_privacy_request, an_answered_privacy_request

ASKED = {"reference": PEOPLE[0], "matter": PrivacyMatter.ACCESS}


@pytest.mark.parametrize(
    ("at", "due_on"),
    [(noon(8, 1), date(2023, 9, 1)), (noon(8, 31), date(2023, 9, 30)), (noon(1, 31), date(2023, 2, 28))],
)
def test_what_is_asked_is_answered_within_a_month(at, due_on):
    given().when(PrivacyRequest.receive, act=an_act(at), **ASKED).then(
        recorded(PrivacyRequest.PrivacyRequestReceived, **ASKED, due_on=due_on)
    )


def test_what_waits_is_not_asked_again():
    given(a_privacy_request()).when(PrivacyRequest.receive_again).refused(PrivacyRequestOpenAlready)


def test_what_was_answered_is_asked_again_with_a_month_of_its_own():
    given(an_answered_privacy_request()).when(PrivacyRequest.receive_again, act=an_act(noon(8, 1))).then(
        recorded(PrivacyRequest.PrivacyRequestReceivedAgain, due_on=date(2023, 9, 1))
    )


@pytest.mark.parametrize("outcome", [PrivacyOutcome.PARTLY, PrivacyOutcome.REFUSED])
def test_who_does_not_get_what_they_asked_for_is_told_why(outcome):
    given(a_privacy_request()).when(PrivacyRequest.answer, outcome=outcome).refused(PrivacyReasonsMissing)
    given(a_privacy_request()).when(PrivacyRequest.answer, outcome=outcome, reasons="Nodig.").then(
        recorded(PrivacyRequest.PrivacyRequestAnswered, outcome=outcome, reasons="Nodig.")
    )


def test_what_was_done_needs_no_reasons_and_is_answered_once():
    given(a_privacy_request()).when(PrivacyRequest.answer, outcome=PrivacyOutcome.DONE).then(
        recorded(PrivacyRequest.PrivacyRequestAnswered, outcome=PrivacyOutcome.DONE, reasons=None)
    )
    given(an_answered_privacy_request()).when(PrivacyRequest.answer, outcome=PrivacyOutcome.DONE).refused(PrivacyRequestNotOpen)


def test_an_answer_is_not_older_than_what_was_asked():
    early = an_act(noon(1, 1, 2000))
    given(a_privacy_request()).when(PrivacyRequest.answer, act=early, outcome=PrivacyOutcome.DONE).refused(RecordedTooLate)
