"""A joining that is typed late is judged as on its own day: the wording, the protection and whether anybody could join."""

import pytest

from domain.kernel.entries import Mistake
from domain.networks.errors import NetworkDormantNow, NetworkSuspendedNow
from domain.networks.membership import ExplicitConsentNeeded, Membership, PurposeChangedSince
from tests.domain.acting import given, recorded
from tests.domain.examples import AGREEMENTS, DAY, NETWORK, PEOPLE, TODAY, an_act, board, member, noon, rules_of_2022, terms
from tests.domain.histories import a_network

RULES = rules_of_2022().rules
CHANGED = noon(7, 1)
BEFORE, AFTER = CHANGED - DAY, CHANGED + DAY


def a_network_with_another_purpose():
    network = a_network()
    network.change_agreements(board(CHANGED), agreements=AGREEMENTS.model_copy(update={"purpose": "Ook energie."}))
    return network


def a_network_marked_sensitive():
    network = a_network()
    network.mark_sensitive(board(CHANGED))
    return network


def a_network_that_was_suspended():
    network = a_network()
    network.suspend(board(CHANGED), reason="Rust.", rules=None)
    network.resume(board(CHANGED + 10 * DAY))
    return network


def a_dormant_network():
    network = a_network()
    network.change_agreements(board(noon(6, 2)), agreements=AGREEMENTS.model_copy(update={"ends_on": CHANGED.date()}))
    network.time_passes(an_act(CHANGED + DAY))
    return network


@pytest.mark.parametrize(("at", "wording"), [(BEFORE, 1), (CHANGED, 2), (AFTER, 2)])
def test_the_wording_of_the_day_is_endorsed(at, wording):
    assert a_network_with_another_purpose().joining_terms(at, RULES).purpose_version == wording


@pytest.mark.parametrize(("at", "sensitive"), [(BEFORE, False), (CHANGED, True)])
def test_consent_is_asked_from_the_day_on_which_the_network_was_marked(at, sensitive):
    assert a_network_marked_sensitive().joining_terms(at, RULES).sensitive is sensitive


@pytest.mark.parametrize("at", [BEFORE, CHANGED + 10 * DAY, TODAY])
def test_who_called_while_the_network_was_open_joined(at):
    assert a_network_that_was_suspended().joining_terms(at, RULES) == terms()


@pytest.mark.parametrize("at", [CHANGED, AFTER])
def test_who_called_while_it_was_suspended_did_not_also_when_it_goes_on_now(at):
    with pytest.raises(NetworkSuspendedNow):
        a_network_that_was_suspended().joining_terms(at, RULES)


def test_before_it_fell_dormant_people_joined():
    network = a_dormant_network()
    assert network.joining_terms(noon(6, 20), RULES).purpose_version == 1
    with pytest.raises(NetworkDormantNow):
        network.joining_terms(TODAY, RULES)


def test_before_the_founding_as_it_is_known_what_it_began_with_holds():
    network = a_network()
    network.correct_entry(board(), of=network.begun_by, at=noon(5, 1), mistake=Mistake.WRONG_DAY)
    assert network.joining_terms(noon(5, 2), RULES) == terms()


def test_a_late_joining_with_the_wording_of_today_is_refused():
    late = a_network_with_another_purpose().joining_terms(BEFORE, RULES)
    joining = {"act": member(BEFORE), "reference": PEOPLE[0], "terms": late}
    given().when(Membership.join, **joining, purpose_version=2).refused(PurposeChangedSince, endorsed=2, current=1)
    given().when(Membership.join, **joining, purpose_version=1).then(
        recorded(
            Membership.MemberJoined,
            network=NETWORK,
            reference=PEOPLE[0],
            purpose_version=1,
            consent_version=None,
            statistics=None,
        )
    )


def test_an_older_wording_that_is_endorsed_late_takes_nothing_from_a_newer_one():
    network = a_network_with_another_purpose()
    joined = Membership.join(member(AFTER), reference=PEOPLE[0], terms=network.joining_terms(AFTER, RULES), purpose_version=2)
    joined.endorse_purpose(member(AFTER), terms=terms(purpose_version=1), purpose_version=1)
    assert joined.purpose_version == 2


def test_consent_is_needed_for_a_late_joining_of_a_day_after_the_marking():
    asked = a_network_marked_sensitive().joining_terms(AFTER, RULES)
    given().when(Membership.join, act=member(AFTER), reference=PEOPLE[0], terms=asked, purpose_version=1, age=40).refused(
        ExplicitConsentNeeded
    )
