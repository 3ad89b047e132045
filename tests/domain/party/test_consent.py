"""A consent is given in the words of its day, withdrawn whenever somebody likes, and given again."""

from domain.kernel.errors import RecordedTooLate
from domain.party.consent import (
    Consent,
    ConsentGivenAlready,
    ConsentPeriod,
    ConsentPurpose,
    NoConsentToWithdraw,
    consent_id,
)
from tests.domain.acting import given, recorded
from tests.domain.examples import BEGIN, PEOPLE, an_act, noon
from tests.domain.histories import a_consent, a_withdrawn_consent

GIVEN = {"reference": PEOPLE[0], "purpose": ConsentPurpose.WEEKLY_MESSAGE, "consent_version": "v1"}
EARLY = an_act(noon(1, 1, 2000))


def test_a_consent_names_its_purpose_and_the_words_that_were_read():
    given().when(Consent.give, **GIVEN).then(recorded(Consent.ConsentGiven, **GIVEN))


def test_a_consent_that_holds_is_not_given_once_more():
    given(a_consent()).when(Consent.give_again, consent_version="v2").refused(ConsentGivenAlready)


def test_it_is_withdrawn_without_a_reason_and_once():
    given(a_consent()).when(Consent.withdraw).then(recorded(Consent.ConsentWithdrawn))
    given(a_withdrawn_consent()).when(Consent.withdraw).refused(NoConsentToWithdraw)


def test_it_is_given_again_in_the_words_of_that_day():
    given(a_withdrawn_consent()).when(Consent.give_again, consent_version="v2").then(
        recorded(Consent.ConsentGivenAgain, consent_version="v2")
    )


def test_nothing_is_said_of_a_time_before_what_was_said_last():
    given(a_consent()).when(Consent.withdraw, act=EARLY).refused(RecordedTooLate)
    given(a_withdrawn_consent()).when(Consent.give_again, act=EARLY, consent_version="v2").refused(RecordedTooLate)


def test_its_periods_tell_from_when_until_when_it_held_and_in_which_words():
    consent = a_withdrawn_consent()
    consent.give_again(an_act(noon(8, 1)), consent_version="v2")
    assert consent.periods == (
        ConsentPeriod(version="v1", given_at=BEGIN, ended_at=BEGIN),
        ConsentPeriod(version="v2", given_at=noon(8, 1)),
    )


def test_two_purposes_of_one_person_are_two_consents():
    assert len({consent_id(PEOPLE[0], purpose) for purpose in ConsentPurpose}) == len(ConsentPurpose)
