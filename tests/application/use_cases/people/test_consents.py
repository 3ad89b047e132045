"""An explicit consent is to a text that could be read before; the event names which, and no other will do."""

from datetime import date
from itertools import pairwise

import pytest

from application.access.table import KNOWN
from application.commands.networks import JoinNetwork
from application.commands.plans import AcceptNomination, NominateCoreGroupMember
from application.errors import UnknownConsentWording
from application.own.consents import CONSENT_WORDINGS, wording_on
from application.queries.auditing.record import ConsentWordings
from domain.kernel.acts import Role
from domain.networks.membership import ExplicitConsentNeeded
from domain.party.consent import ConsentPurpose
from tests.application.party import CONSENT, FOUNDERS, SOMEBODY, Party

ROLES = KNOWN
CURRENT, *BY_ITSELF = CONSENT_WORDINGS


@pytest.mark.parametrize("role", ROLES)
def test_everybody_reads_what_is_agreed_to_before_agreeing(party: Party, role: Role):
    network = party.founded() if role is Role.CORE_GROUP else None
    session = party.session(role, FOUNDERS[0] if network else None, network)
    found = {each.version: each for each in party.ask(ConsentWordings(), session).items}
    entry = found.pop(CURRENT.version)
    assert {each.version: (each.purpose, each.nl) for each in BY_ITSELF} == {
        each.version: (each.purpose, each.nl) for each in found.values()
    }
    assert (entry.version, entry.valid_from, entry.nl, entry.en) == (CURRENT.version, date(2022, 6, 28), CURRENT.nl, CURRENT.en)


def test_before_its_day_there_was_no_wording(party: Party):
    assert party.ask(ConsentWordings(on=date(2022, 6, 27)), party.bureau).items == ()
    assert len(party.ask(ConsentWordings(on=date(2022, 6, 28)), party.bureau).items) == len(CONSENT_WORDINGS)


@pytest.mark.parametrize("version", ["v1", "toestemming-2022", "toestemming-2022-07", "weekoverzicht-2022-06"])
def test_a_consent_to_what_nobody_could_read_is_refused(party: Party, version: str):
    network = party.network(sensitive=True)
    party.party_member(SOMEBODY)
    join = JoinNetwork(network=network, purpose_version=1, consent_version=version)
    with party.refused(UnknownConsentWording) as refused:
        party.give(join, party.member(SOMEBODY))
    assert refused.value.facts == {"version": version, "on": date(2025, 3, 3), "current": CURRENT.version}
    with party.refused(ExplicitConsentNeeded):
        party.give(join.model_copy(update={"consent_version": None}), party.member(SOMEBODY))


def test_a_seat_in_a_sensitive_network_is_accepted_with_the_same_text(party: Party):
    plan = party.draft(sensitive=True)
    party.give(NominateCoreGroupMember(plan=plan, nominee=party.party_member(FOUNDERS[1])), party.member(FOUNDERS[0]))
    with party.refused(UnknownConsentWording):
        party.give(AcceptNomination(plan=plan, consent_version="v1"), party.member(FOUNDERS[1]))
    party.give(AcceptNomination(plan=plan, consent_version=CONSENT), party.member(FOUNDERS[1]))
    assert party.newest().consent_version == CURRENT.version


def test_the_joining_names_the_text(party: Party):
    party.join(SOMEBODY, party.network(sensitive=True), consent_version=CONSENT)
    assert party.newest().consent_version == CURRENT.version


def test_wordings_are_told_apart_and_come_one_after_the_other():
    assert len({each.version for each in CONSENT_WORDINGS}) == len(CONSENT_WORDINGS)
    for purpose in ConsentPurpose:
        those = [each.valid_from for each in CONSENT_WORDINGS if each.purpose is purpose]
        assert those
        assert all(earlier < later for earlier, later in pairwise(those))
    assert wording_on(date(2022, 6, 27)) is None
    assert wording_on(date(2025, 3, 3)) == CURRENT


def test_the_words_say_who_sees_the_name_and_that_the_bureau_does_not():
    assert "Het partijbureau en andere leden zien uw naam niet" in CURRENT.nl
    assert "The party bureau and other members do not see your name" in CURRENT.en
