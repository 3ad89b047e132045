"""Who may act in which role."""

from domain.kernel.acts import Role
from domain.kernel.errors import RecordedTooLate
from domain.party.office import Office, RoleHeldAlready, RoleNotHeld, office_id
from tests.domain.acting import given, recorded
from tests.domain.examples import BEGIN, DAY, PEOPLE, an_act, noon
from tests.domain.histories import a_former_office_holder, an_office_holder

BOARD = Role.NATIONAL_BOARD


def test_somebody_is_given_a_role():
    given().when(Office.give, reference=PEOPLE[0], role=BOARD).then(
        recorded(Office.RoleGiven, reference=PEOPLE[0], held_role=BOARD),
    )


def test_a_role_of_somebody_is_one_thing():
    assert an_office_holder().id == office_id(PEOPLE[0], BOARD)
    assert len({office_id(who, role) for who in PEOPLE for role in Role}) == len(PEOPLE) * len(Role)


def test_a_role_ends():
    office = an_office_holder()
    given(office).when(Office.end).then(recorded(Office.RoleEnded))
    assert not office.held


def test_a_role_ends_once():
    given(a_former_office_holder()).when(Office.end).refused(RoleNotHeld, role=BOARD)


def test_a_role_does_not_end_before_it_was_given():
    given(an_office_holder()).when(Office.end, act=an_act(BEGIN - DAY)).refused(RecordedTooLate)


def test_a_role_that_was_given_again_does_not_end_before_that():
    office = a_former_office_holder()
    office.give_again(an_act(noon(8, 20)))
    given(office).when(Office.end, act=an_act(noon(8, 19))).refused(RecordedTooLate, at=noon(8, 19))


def test_a_role_is_given_again():
    office = a_former_office_holder()
    given(office).when(Office.give_again).then(recorded(Office.RoleGivenAgain))
    assert office.held


def test_a_role_is_held_once_at_a_time():
    given(an_office_holder()).when(Office.give_again).refused(RoleHeldAlready, role=BOARD)


def test_a_role_is_not_given_again_before_it_ended():
    given(a_former_office_holder()).when(Office.give_again, act=an_act(noon(7, 31))).refused(RecordedTooLate, at=noon(7, 31))
