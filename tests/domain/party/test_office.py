"""Who may act in which role."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from domain.kernel.acts import Role
from domain.kernel.days import day_of, end_of
from domain.kernel.errors import NothingDue, RecordedTooLate
from domain.party.office import LastAdministratorStays, Office, RoleHeldAlready, RoleNotHeld, RoleTermAlreadyOver, office_id
from tests.domain.acting import given, recorded
from tests.domain.examples import BEGIN, DAY, LAST_DAY, PEOPLE, an_act, noon
from tests.domain.histories import a_former_office_holder, an_administrator, an_office_holder, an_office_holder_for_a_while

BOARD = Role.NATIONAL_BOARD
AHEAD = date(2023, 12, 31)


def test_somebody_is_given_a_role():
    given().when(Office.give, reference=PEOPLE[0], role=BOARD).then(
        recorded(Office.RoleGiven, reference=PEOPLE[0], held_role=BOARD, last_day=None),
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
    given(office).when(Office.give_again).then(recorded(Office.RoleGivenAgain, last_day=None))
    assert office.held


def test_a_role_is_held_once_at_a_time():
    given(an_office_holder()).when(Office.give_again).refused(RoleHeldAlready, role=BOARD)


def test_a_role_is_not_given_again_before_it_ended():
    given(a_former_office_holder()).when(Office.give_again, act=an_act(noon(7, 31))).refused(RecordedTooLate, at=noon(7, 31))


# A role for a while


def test_a_role_is_given_until_a_last_day():
    given().when(Office.give, reference=PEOPLE[0], role=Role.AUDITOR, last_day=AHEAD).then(
        recorded(Office.RoleGiven, reference=PEOPLE[0], held_role=Role.AUDITOR, last_day=AHEAD),
    )


def test_after_its_last_day_time_ends_it():
    office = an_office_holder_for_a_while()
    assert office.next_due == end_of(LAST_DAY)
    given(office).when(Office.time_passes, act=an_act(end_of(LAST_DAY))).then(recorded(Office.RoleEnded))
    assert (office.held, office.times_ended) == (False, 1)
    with pytest.raises(NothingDue):
        office.time_passes(an_act(end_of(LAST_DAY)))


def test_on_its_last_day_it_is_held():
    moment = end_of(LAST_DAY) - timedelta(seconds=1)
    given(an_office_holder_for_a_while()).when(Office.time_passes, act=an_act(moment)).refused(NothingDue)


def test_it_may_last_a_day():
    given().when(Office.give, act=an_act(BEGIN), reference=PEOPLE[0], role=BOARD, last_day=day_of(BEGIN)).then(
        recorded(Office.RoleGiven, reference=PEOPLE[0], held_role=BOARD, last_day=day_of(BEGIN)),
    )


@pytest.mark.parametrize("given_to", [None, a_former_office_holder])
def test_it_does_not_end_before_it_begins(given_to: Callable[[], Office] | None):
    yesterday = day_of(noon(8, 31)) - DAY
    act = an_act(noon(8, 31))
    if given_to is None:
        given().when(Office.give, act=act, reference=PEOPLE[0], role=BOARD, last_day=yesterday).refused(
            RoleTermAlreadyOver, last_day=yesterday
        )
    else:
        given(given_to()).when(Office.give_again, act=act, last_day=yesterday).refused(RoleTermAlreadyOver, last_day=yesterday)


def test_given_again_without_a_last_day_it_has_none():
    office = an_office_holder_for_a_while()
    office.time_passes(an_act(end_of(LAST_DAY)))
    office.give_again(an_act(end_of(LAST_DAY)))
    assert (office.held, office.next_due) == (True, None)


# The last administrator stays


def test_an_administrator_ends_where_another_stays():
    others = [an_administrator(PEOPLE[1])]
    given(an_administrator()).when(Office.end, others=others).then(recorded(Office.RoleEnded))


def test_an_administrator_for_a_while_ends_where_another_stays():
    others = [an_administrator(PEOPLE[1])]
    given(an_administrator(last_day=LAST_DAY)).when(Office.end, others=others).then(recorded(Office.RoleEnded))


def ended_administrator() -> Office:
    office = an_administrator(PEOPLE[1])
    office.end(an_act(noon(8, 2)), others=[an_administrator()])
    return office


@pytest.mark.parametrize(
    "others",
    [[], [an_administrator(PEOPLE[1], LAST_DAY)], [ended_administrator()], [an_office_holder()]],
    ids=["nobody", "one who stays for a while", "one who was", "somebody in another role"],
)
def test_the_last_administrator_without_a_last_day_stays(others: list[Office]):
    given(an_administrator()).when(Office.end, others=others).refused(LastAdministratorStays)
