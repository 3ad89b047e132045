"""What rests on a consent ends when it is withdrawn: somebody is told beforehand what, and nobody else learns of it."""

from uuid import UUID, uuid4

import pytest

from application.access.table import KNOWN
from application.commands.consents import GiveConsent, WithdrawConsent
from application.commands.networks import AppointCoreGroupMember
from application.commands.plans import AcceptNomination, DeclineNomination, NominateCoreGroupMember, WithdrawPlan
from application.errors import AccessDenied, ConsentNeedsNetwork, JoiningGivesConsent, UnknownConsentWording
from application.own.consents import wording_named
from application.ports.vault.contexts import CONSENT as OF_CONSENTS
from application.ports.vault.sessions import Session
from application.queries.privacy import OwnConsentEntry
from domain.kernel.acts import Role
from domain.networks.network import Network
from domain.party.consent import Consent, ConsentGivenAlready, ConsentPurpose, EndsWithConsent, NoConsentToWithdraw
from domain.plans.founding_plan import FoundingPlan
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.application.privacy.test_file import file_of

WEEKLY = GiveConsent(purpose=ConsentPurpose.WEEKLY_MESSAGE, consent_version="weekoverzicht-2022-06")
NO_WEEKLY = WithdrawConsent(purpose=ConsentPurpose.WEEKLY_MESSAGE)
ROLES = [role for role in KNOWN if role is not Role.CORE_GROUP]


def out_of(network: UUID) -> WithdrawConsent:
    return WithdrawConsent(purpose=ConsentPurpose.SENSITIVE_NETWORK, network=network)


def consents(party: Party, name: str) -> tuple[OwnConsentEntry, ...]:
    return file_of(party, name).consents


@pytest.fixture
def plan(party: Party) -> UUID:
    """Give a plan for a sensitive network in which somebody accepted a seat."""
    plan = party.draft(sensitive=True)
    party.give(NominateCoreGroupMember(plan=plan, nominee=party.party_member(FOUNDERS[1])), party.member(FOUNDERS[0]))
    party.give(AcceptNomination(plan=plan, consent_version=CONSENT), party.member(FOUNDERS[1]))
    return plan


# The weekly message


@pytest.mark.parametrize("role", ROLES)
def test_everybody_consents_to_the_weekly_message_themselves_and_in_no_office(party: Party, role: Role):
    session = party.session(role, SOMEBODY)
    answer = party.give(WEEKLY, session).data
    assert (answer.purpose, answer.holds, answer.ended) == (ConsentPurpose.WEEKLY_MESSAGE, True, ())
    given, own = party.newest(), party.vault.reference(party.person(SOMEBODY), OF_CONSENTS)
    assert (type(given).__name__, given.reference, given.act.by, given.act.role) == ("ConsentGiven", own, own, Role.MEMBER)


def test_the_file_tells_a_consent_in_its_words_and_what_ends_with_it(party: Party):
    party.give(WEEKLY, party.member(SOMEBODY))
    given_at = party.clock()
    (held,) = consents(party, SOMEBODY)
    wording = wording_named(WEEKLY.consent_version)
    assert held == OwnConsentEntry(
        purpose=ConsentPurpose.WEEKLY_MESSAGE,
        network=None,
        plan=None,
        version=wording.version,
        nl=wording.nl,
        en=wording.en,
        given_at=given_at,
        ended_at=None,
        ends=(EndsWithConsent.WEEKLY_MESSAGE,),
    )
    ended = party.give(NO_WEEKLY, party.member(SOMEBODY)).data.ended
    assert ended == held.ends
    assert consents(party, SOMEBODY) == (held.model_copy(update={"ended_at": party.clock(), "ends": ()}),)


def test_what_does_not_hold_is_not_withdrawn_and_what_holds_is_not_given_again(party: Party):
    me = party.member(SOMEBODY)
    with party.refused(NoConsentToWithdraw):
        party.give(NO_WEEKLY, me)
    party.give(WEEKLY, me)
    with party.refused(ConsentGivenAlready):
        party.give(WEEKLY, me)
    party.give(NO_WEEKLY, me)
    party.give(WEEKLY, me)
    assert party.newest().TOPIC == Consent.ConsentGivenAgain.TOPIC


@pytest.mark.parametrize("version", ["weekoverzicht-2021", CONSENT])
def test_a_consent_in_words_that_nobody_read_for_that_purpose_is_refused(party: Party, version: str):
    me = party.member(SOMEBODY)
    with party.refused(UnknownConsentWording):
        party.give(WEEKLY.model_copy(update={"consent_version": version}), me)


# A sensitive network


def test_withdrawing_the_consent_of_a_sensitive_network_ends_membership_and_seat_as_was_told(party: Party, hidden: UUID):
    kern = party.core_group(OTHER_FOUNDERS[0], hidden)
    party.give(AppointCoreGroupMember(network=hidden, person=party.person(SOMEBODY)), kern)
    (held,) = consents(party, SOMEBODY)
    assert held.ends == (EndsWithConsent.MEMBERSHIP, EndsWithConsent.SEAT)
    before = party.log.last_position()
    answer = party.give(out_of(hidden), party.member(SOMEBODY)).data
    assert (answer.holds, answer.ended) == (False, held.ends)
    assert party.types(before) == [
        "MemberLeft",
        "CoreGroupMemberSteppedDown",
    ]  # as somebody who leaves: there is no other word of it
    assert not party.holds(SOMEBODY, hidden)
    assert not party.load(Network, hidden).has_seat(party.reference(SOMEBODY, hidden), party.clock())
    (withdrawn,) = consents(party, SOMEBODY)
    assert (withdrawn.ended_at, withdrawn.ends) == (party.clock(), ())


def test_the_consent_of_a_nominee_is_in_their_file_and_withdrawing_it_gives_the_seat_up(party: Party, plan: UUID):
    (held,) = consents(party, FOUNDERS[1])
    assert (held.plan, held.version, held.nl) == (plan, CONSENT, wording_named(CONSENT).nl)
    assert (held.given_at, held.ended_at, held.ends) == (party.clock(), None, (EndsWithConsent.NOMINATION,))
    network = party.load(FoundingPlan, plan).network
    assert held.network == network
    assert party.give(out_of(network), party.member(FOUNDERS[1])).data.ended == (EndsWithConsent.NOMINATION,)
    assert party.load(FoundingPlan, plan).core_group == ()
    assert [(each.ended_at, each.ends) for each in consents(party, FOUNDERS[1])] == [(party.clock(), ())]


def test_the_consent_of_a_nominee_ends_by_declining_after_all_and_with_the_plan(party: Party, plan: UUID):
    party.give(DeclineNomination(plan=plan), party.member(FOUNDERS[1]))
    declined_at = party.clock()
    party.give(NominateCoreGroupMember(plan=plan, nominee=party.person(FOUNDERS[1])), party.member(FOUNDERS[0]))
    party.give(AcceptNomination(plan=plan, consent_version=CONSENT), party.member(FOUNDERS[1]))
    party.give(WithdrawPlan(plan=plan), party.member(FOUNDERS[0]))
    assert [each.ended_at for each in consents(party, FOUNDERS[1])] == [declined_at, party.clock()]


def test_with_the_founding_the_consent_of_a_nominee_goes_on_as_that_of_a_member(party: Party):
    party.founded(sensitive=True)
    found = {each.plan is None: (each.given_at, each.ended_at, each.ends) for each in consents(party, FOUNDERS[1])}
    founded_at = party.clock()
    both = (EndsWithConsent.MEMBERSHIP, EndsWithConsent.SEAT)
    assert found[True] == (founded_at, None, both)
    assert found[False][1:] == (founded_at, ())


def test_who_accepted_a_seat_in_an_ordinary_plan_gave_no_consent(party: Party):
    party.gathered()
    assert consents(party, FOUNDERS[1]) == ()


def test_where_there_is_no_consent_it_is_refused_in_one_way_whatever_the_network_is(party: Party, network: UUID, hidden: UUID):
    party.party_member(SOMEBODY_ELSE)
    for item in (hidden, network, uuid4()):
        with party.refused(NoConsentToWithdraw) as refused:
            party.give(out_of(item), party.member(SOMEBODY_ELSE))
        assert refused.value.facts == {}
    with party.refused(NoConsentToWithdraw):  # a membership that rests on none is left, and not withdrawn
        party.give(out_of(network), party.member(SOMEBODY))
    assert party.holds(SOMEBODY, network)


def test_the_consent_to_a_sensitive_network_is_said_with_the_joining_and_withdrawn_by_its_name(party: Party):
    me = party.member(SOMEBODY)
    with party.refused(JoiningGivesConsent):
        party.give(GiveConsent(purpose=ConsentPurpose.SENSITIVE_NETWORK, consent_version=CONSENT), me)
    with party.refused(ConsentNeedsNetwork):
        party.give(WithdrawConsent(purpose=ConsentPurpose.SENSITIVE_NETWORK), me)


def test_nobody_withdraws_for_another(party: Party, hidden: UUID):
    seat = party.core_group(OTHER_FOUNDERS[0], hidden)
    assert "person" not in {*GiveConsent.model_fields, *WithdrawConsent.model_fields}
    with party.refused(AccessDenied):
        party.give(NO_WEEKLY, Session(person=None, role=Role.CLOCK, network=None))
    with party.refused(AccessDenied):  # with a seat one acts in that network alone
        party.give(out_of(uuid4()), seat)
