"""At the end of a term the clock destroys keys and values by itself."""

from datetime import timedelta

import pytest

from application.commands.party import AnnouncePartyEnd, GiveRole
from application.ports.mail import QueuedDigest
from application.privacy.register import LASTS, Term
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.party.erasures import WhyErased
from netwerkpartij.background import settle
from tests.application.party import SOMEBODY, Party
from tests.beginning import administrator

DAY = timedelta(days=1)


def night(party: Party) -> None:
    settle(party.opened, nightly=True)


def leave_the_party(party: Party) -> None:
    """Let somebody leave the party, of whom after that nothing stands any more."""
    person = party.party_member(SOMEBODY)
    party.give(AnnouncePartyEnd(person=person), party.bureau)
    for _ in range(62):
        party.clock.pass_time(days=1)
        night(party)


def test_two_years_after_leaving_the_party_what_is_kept_is_erased_and_not_before(party: Party):
    party.join(SOMEBODY, party.network())
    left_at = party.clock() + timedelta(minutes=1)
    leave_the_party(party)
    party.clock.now = left_at + LASTS[Term.AFTER_LEAVING] - DAY
    night(party)
    assert party.vault.person_named(SOMEBODY) == party.person(SOMEBODY)
    party.clock.now += 2 * DAY
    before = party.log.last_position()
    night(party)
    assert party.vault.person_named(SOMEBODY) is None
    (event,) = party.all_of("PersonalDataErased", before)
    assert (event.why, event.act.by, event.act.role) == (WhyErased.TERM_OVER, "clock", Role.CLOCK)


def test_who_still_holds_a_role_is_kept(party: Party):
    leave_the_party(party)
    party.give(GiveRole(person=party.person(SOMEBODY), role=Role.REQUESTER), administrator(party.opened))
    party.clock.now += LASTS[Term.AFTER_LEAVING]
    night(party)
    assert party.vault.person_named(SOMEBODY) == party.person(SOMEBODY)


def test_who_came_back_is_kept(party: Party):
    leave_the_party(party)
    party.members.remove(SOMEBODY)
    party.party_member(SOMEBODY)
    party.clock.now += LASTS[Term.AFTER_LEAVING]
    night(party)
    assert party.vault.person_named(SOMEBODY) == party.person(SOMEBODY)


@pytest.mark.parametrize(("days", "kept"), [(-1, 1), (1, 0)])
def test_an_access_that_ended_is_kept_for_its_term(party: Party, days: int, kept: int):
    party.vault.issue_token(Role.MEMBER, person=party.party_member(SOMEBODY))
    (token,) = (each for each in party.vault.issued_tokens() if each.name == SOMEBODY)
    party.vault.end_token(token.number)
    (ended,) = (each for each in party.vault.issued_tokens() if each.name == SOMEBODY)
    assert ended.ended_at is not None
    party.vault.destroy_what_is_over(ended.ended_at + LASTS[Term.AFTER_TOKEN] + days * DAY)
    assert len([each for each in party.vault.issued_tokens() if each.name == SOMEBODY]) == kept


@pytest.mark.parametrize(("days", "kept"), [(0, 1), (1, 0)])
def test_what_became_of_a_message_is_kept_for_its_term(party: Party, days: int, kept: int):
    person, now = party.party_member(SOMEBODY), party.clock()
    wanted = QueuedDigest(digest=person, person=person)
    party.vault.outbox.queue([wanted], day=day_of(now), now=now)
    party.vault.destroy_what_is_over(now + LASTS[Term.AFTER_MAILING] + days * DAY)
    assert sum(party.vault.outbox.told().values()) == kept
