"""A party chooses which parts of the service it uses, and chooses anew whenever it likes."""

import pytest

from domain.kernel.errors import RecordedTooLate
from domain.party.service_parts import PartNeedsAnother, PartsChosenAlready, ServicePart, ServiceParts
from tests.domain.acting import given, recorded
from tests.domain.examples import an_act, noon
from tests.domain.histories import chosen_parts

EARLY = an_act(noon(1, 1, 2000))


def test_a_party_chooses_parts_each_once_and_in_one_order():
    twice = (ServicePart.LESSONS, ServicePart.PILOT, ServicePart.LESSONS)
    given().when(ServiceParts.choose, parts=twice).then(
        recorded(ServiceParts.PartsChosen, parts=(ServicePart.PILOT, ServicePart.LESSONS))
    )


def test_a_party_may_do_without_all_of_them():
    given().when(ServiceParts.choose, parts=()).then(recorded(ServiceParts.PartsChosen, parts=()))
    given(chosen_parts(ServicePart.LESSONS)).when(ServiceParts.choose_again, parts=()).then(
        recorded(ServiceParts.PartsChosenAgain, parts=())
    )


def test_hours_are_of_a_pilot_and_are_not_used_without():
    given().when(ServiceParts.choose, parts=(ServicePart.HOURS,)).refused(PartNeedsAnother)
    given(chosen_parts(ServicePart.PILOT, ServicePart.HOURS)).when(
        ServiceParts.choose_again, parts=(ServicePart.HOURS, ServicePart.LESSONS)
    ).refused(PartNeedsAnother)


@pytest.mark.parametrize("same", [(ServicePart.PILOT, ServicePart.LESSONS), (ServicePart.LESSONS, ServicePart.PILOT)])
def test_the_same_parts_are_not_chosen_once_more(same: tuple[ServicePart, ...]):
    given(chosen_parts(ServicePart.PILOT, ServicePart.LESSONS)).when(ServiceParts.choose_again, parts=same).refused(
        PartsChosenAlready
    )


def test_nothing_is_chosen_at_a_time_before_the_last_choice():
    given(chosen_parts()).when(ServiceParts.choose_again, act=EARLY, parts=(ServicePart.PILOT,)).refused(RecordedTooLate)
