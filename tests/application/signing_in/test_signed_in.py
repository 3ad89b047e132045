"""Being signed in with a browser rests on a right: with the last of them it ends, for good."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from application.commands.party import AnnouncePartyEnd, EndRole, GiveRole, StartPartyMembership
from application.ports.vault.sessions import Session
from application.signing_in.errors import NoRightLeft
from domain.kernel.acts import Role
from netwerkpartij.background import settle
from tests.application.party import FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.beginning import administrator

PENDING_DAYS = 14


def leave_party(party: Party) -> None:
    party.give(AnnouncePartyEnd(person=party.person(SOMEBODY)), party.bureau)
    party.clock.pass_time(days=PENDING_DAYS + 1)


def come_back_to_party(party: Party) -> None:
    settle(party.opened)
    party.give(StartPartyMembership(person=party.person(SOMEBODY)), party.bureau)


def join_party(party: Party) -> None:
    party.party_member(SOMEBODY)


def take_office(party: Party) -> None:
    party.holder(SOMEBODY, Role.AUDITOR)


def leave_office(party: Party) -> None:
    party.give(EndRole(person=party.person(SOMEBODY), role=Role.AUDITOR), administrator(party.opened))


def take_office_again(party: Party) -> None:
    party.give(GiveRole(person=party.person(SOMEBODY), role=Role.AUDITOR), administrator(party.opened))


Act = Callable[[Party], None]


def erase(party: Party) -> None:
    party.vault.erase_person(party.person(SOMEBODY))


def test_who_signs_in_has_the_hats_of_now_and_their_sessions(party: Party):
    network, person = party.founded(), party.person(FOUNDERS[0])
    who = party.opened.door.who(party.opened.door.begin(person))
    assert who is not None
    assert who.person == person
    assert who.session(Role.CORE_GROUP, network) == Session(person, Role.CORE_GROUP, network, endings=0)
    assert who.session(Role.MEMBER) == Session(person, Role.MEMBER, None, endings=0)
    assert [who.session(Role.AUDITOR), who.session(Role.CORE_GROUP), who.session(Role.MEMBER, network)] == [None] * 3


def test_who_may_do_nothing_is_not_signed_in(party: Party):
    with pytest.raises(NoRightLeft):
        party.opened.door.begin(party.person(SOMEBODY))
    assert party.vault.browser_sessions.every() == []


@pytest.mark.parametrize(
    ("begin", "end"), [(join_party, leave_party), (take_office, leave_office), (join_party, erase), (take_office, erase)]
)
@pytest.mark.parametrize("by_night", [False, True])
def test_a_session_ends_with_the_last_right_or_the_person(party: Party, begin: Act, end: Act, *, by_night: bool):
    begin(party)
    secret = party.opened.door.begin(party.person(SOMEBODY), own_device=True)
    assert party.opened.door.who(secret) is not None
    end(party)
    if by_night:
        settle(party.opened, nightly=True)
        assert party.vault.browser_sessions.every() == []
    assert party.opened.door.who(secret) is None
    assert party.vault.browser_sessions.every() == []


@pytest.mark.parametrize("seen", [False, True])
def test_who_left_the_party_and_came_back_signs_in_anew(party: Party, *, seen: bool):
    join_party(party)
    secret = party.opened.door.begin(party.person(SOMEBODY), own_device=True)
    leave_party(party)
    if seen:
        assert party.opened.door.who(secret) is None
    come_back_to_party(party)
    assert party.opened.door.who(secret) is None
    assert party.opened.door.who(party.opened.door.begin(party.person(SOMEBODY))) is not None


def test_who_keeps_a_right_stays_signed_in(party: Party):
    join_party(party)
    take_office(party)
    secret = party.opened.door.begin(party.person(SOMEBODY))
    leave_office(party)
    settle(party.opened, nightly=True)
    who = party.opened.door.who(secret)
    assert who is not None
    assert [hat.role for hat in who.hats] == [Role.MEMBER]


def test_a_session_from_before_signing_in_opens_nothing_after_it(party: Party):
    """Also when it was put into the browser by somebody else, and is theirs."""
    for name in (SOMEBODY, SOMEBODY_ELSE):
        party.party_member(name)
    door = party.opened.door
    fixed = door.begin(party.person(SOMEBODY_ELSE))
    own = door.begin(party.person(SOMEBODY), instead_of=fixed)
    assert own != fixed
    assert door.who(fixed) is None
    assert (who := door.who(own)) is not None
    assert who.person == party.person(SOMEBODY)


def test_nothing_ends_of_others(party: Party):
    for name in (SOMEBODY, SOMEBODY_ELSE):
        party.party_member(name)
    secret = party.opened.door.begin(party.person(SOMEBODY_ELSE))
    party.opened.door.begin(party.person(SOMEBODY))
    leave_party(party)
    assert replace(party.opened.door).end_those_without_right() == 1
    assert party.opened.door.who(secret) is not None
