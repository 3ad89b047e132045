"""A network: brought in or founded, agreed anew, suspended, renewed, merged, closed."""

from datetime import date
from typing import Any

import pytest

from domain.kernel.errors import RecordedTooLate
from domain.networks.errors import (
    AlreadySensitive,
    MergedIntoItself,
    NetworkClosedAlready,
    NetworkNotBegunYet,
    NetworkNotSuspended,
    NetworkSuspendedNow,
    NothingChanged,
    SuspensionNotAllowed,
    TermNotLonger,
)
from domain.networks.network import Agreements, FoundedOn, Network
from domain.pilot.rules import NetworkType
from tests.domain.acting import given, recorded
from tests.domain.examples import (
    AGREEMENTS,
    APPROVED,
    CLOSED,
    DAY,
    FOUR,
    NETWORK,
    PILOT,
    PLAN,
    TODAY,
    an_id,
    board,
    noon,
    rules_of_2022,
    rules_that,
    terms,
)
from tests.domain.histories import a_closed_network, a_network, a_suspended_network

OTHER = an_id("other-network")
RULES = rules_of_2022().rules
REASON = "De kerngroep is uiteen."
NEW_PURPOSE = AGREEMENTS.model_copy(update={"purpose": "Ook over energie."})
FOUNDING: dict[str, Any] = {
    "name": "Netwerk zorg",
    "network_type": NetworkType.THEME,
    "agreements": AGREEMENTS,
    "sensitive": False,
    "pilot": PILOT,
}
DECISIONS = [
    (Network.change_agreements, {"agreements": NEW_PURPOSE}),
    (Network.mark_sensitive, {}),
    (Network.suspend, {"reason": REASON, "rules": RULES}),
    (Network.resume, {}),
    (Network.renew, {"ends_on": date(2030, 1, 1)}),
    (Network.receive_merger, {"merged": OTHER}),
    (Network.close, {"reason": REASON}),
    (Network.appoint_chair, {"reference": FOUR[0]}),
]


def changed(agreements, purpose_version):
    return recorded(Network.AgreementsChanged, agreements=agreements, purpose_version=purpose_version, ask_renewal_on=None)


# The beginning


def test_the_board_founds_a_network():
    founded_on = FoundedOn(plan=PLAN, plan_version=2, digest="d" * 64)
    decided = {"founded_on": founded_on, "rules_version": "2022-06-28"}
    given().when(Network.found, network=NETWORK, **decided, **FOUNDING).then(
        recorded(Network.NetworkFounded, **decided, **FOUNDING, ask_renewal_on=None),
    )


def test_a_network_that_exists_is_brought_in_with_the_day_it_began_elsewhere():
    elsewhere = {"label": "veelkleurig", "existed_since": date(2020, 3, 1)}
    no_rules = {"rules_version": None, "ask_renewal_on": None, "core_group_term": None}
    given().when(Network.bring_in, network=NETWORK, **FOUNDING, **elsewhere).then(
        recorded(Network.ExistingNetworkBroughtIn, **FOUNDING, **elsewhere, **no_rules),
    )


def test_its_year_towards_fifty_starts_when_it_is_brought_in():
    network = Network.bring_in(board(APPROVED), network=NETWORK, **FOUNDING, label=None, existed_since=date(2020, 3, 1))
    assert network.begun_at == APPROVED


@pytest.mark.parametrize(("decision", "fields"), DECISIONS)
def test_nothing_is_decided_in_a_network_before_it_began(decision, fields):
    given(a_network()).when(decision, act=board(APPROVED - DAY), **fields).refused(NetworkNotBegunYet, begun_at=APPROVED)


@pytest.mark.parametrize(("decision", "fields"), DECISIONS)
def test_nothing_is_decided_in_a_closed_network(decision, fields):
    given(a_closed_network()).when(decision, **fields).refused(NetworkClosedAlready, closed_at=CLOSED)


@pytest.mark.parametrize(("decision", "fields"), DECISIONS)
def test_nothing_is_decided_before_a_decision_that_stands(decision, fields):
    network = a_network()
    network.suspend(board(noon(7, 1)), reason=REASON, rules=RULES)
    given(network).when(decision, act=board(noon(6, 1)), **fields).refused(RecordedTooLate, at=noon(6, 1))


# Agreements


def test_a_new_wording_of_the_purpose_is_a_new_version_that_members_may_endorse():
    network = a_network()
    given(network).when(Network.change_agreements, agreements=NEW_PURPOSE).then(changed(NEW_PURPOSE, 2))
    assert network.joining_terms(TODAY, RULES).purpose_version == 2


def test_another_organisation_or_duration_leaves_the_purpose_as_it_was():
    other = AGREEMENTS.model_copy(update={"organisation": "Twee keer per jaar.", "ends_on": date(2024, 1, 1)})
    given(a_network()).when(Network.change_agreements, agreements=other).then(changed(other, 1))


def test_agreeing_on_the_same_again_is_refused():
    same = Agreements.model_validate(AGREEMENTS.model_dump())
    given(a_network()).when(Network.change_agreements, agreements=same).refused(NothingChanged)


def test_back_to_the_first_wording_is_a_third_version():
    network = a_network()
    network.change_agreements(board(), agreements=NEW_PURPOSE)
    given(network).when(Network.change_agreements, agreements=AGREEMENTS).then(changed(AGREEMENTS, 3))


# Sensitive


def test_a_network_is_marked_as_sensitive_from_now_on():
    network = a_network()
    given(network).when(Network.mark_sensitive).then(recorded(Network.NetworkMarkedSensitive))
    assert network.joining_terms(TODAY, RULES) == terms(sensitive=True)


@pytest.mark.parametrize("history", [lambda: a_network(sensitive=True)])
def test_a_network_is_marked_as_sensitive_once(history):
    given(history()).when(Network.mark_sensitive).refused(AlreadySensitive)


# Suspended


def test_the_board_suspends_a_network_and_nobody_joins():
    network = a_network()
    given(network).when(Network.suspend, reason=REASON, rules=RULES).then(recorded(Network.NetworkSuspended, reason=REASON))
    with pytest.raises(NetworkSuspendedNow):
        network.joining_terms(TODAY, RULES)


def test_a_network_without_rules_can_be_suspended():
    given(a_network()).when(Network.suspend, reason=REASON, rules=None).then(recorded(Network.NetworkSuspended, reason=REASON))


def test_where_the_rules_know_no_suspension_there_is_none():
    given(a_network()).when(Network.suspend, reason=REASON, rules=rules_that(suspension_allowed=False).rules).refused(
        SuspensionNotAllowed
    )


def test_a_network_is_suspended_once():
    given(a_suspended_network()).when(Network.suspend, reason=REASON, rules=RULES).refused(NetworkSuspendedNow)


def test_the_board_lets_a_suspended_network_go_on():
    network = a_suspended_network()
    given(network).when(Network.resume).then(recorded(Network.NetworkResumed))
    assert network.joining_terms(TODAY, RULES) == terms()


def test_a_network_that_is_not_suspended_is_not_resumed():
    given(a_network()).when(Network.resume).refused(NetworkNotSuspended)


# Renewed


@pytest.mark.parametrize("ends_on", [date(2025, 5, 26), date(2027, 5, 25), None])
def test_the_board_agrees_on_a_longer_duration(ends_on):
    network = a_network()
    given(network).when(Network.renew, ends_on=ends_on).then(
        recorded(Network.NetworkRenewed, ends_on=ends_on, ask_renewal_on=None)
    )
    assert network.agreements.ends_on == ends_on


@pytest.mark.parametrize("ends_on", [date(2025, 5, 25), date(2024, 1, 1)])
def test_a_renewal_is_longer_than_what_was_agreed(ends_on):
    given(a_network()).when(Network.renew, ends_on=ends_on).refused(TermNotLonger, ends_on=ends_on, agreed=AGREEMENTS.ends_on)


@pytest.mark.parametrize("ends_on", [date(2030, 1, 1), None])
def test_a_network_without_an_end_is_not_renewed(ends_on):
    network = a_network()
    network.renew(board(), ends_on=None)
    given(network).when(Network.renew, ends_on=ends_on).refused(TermNotLonger)


# Merged


def merge(network, other, act):
    network.merge_into(act, other, reason="Samen verder.")


def test_a_network_goes_on_as_part_of_another_one():
    network = a_network()
    given(network, a_network(network=OTHER)).when(merge).then(
        recorded(Network.NetworkMerged, into=OTHER, reason="Samen verder."),
        recorded(Network.MergerReceived, merged=NETWORK),
    )
    assert network.closed_at == TODAY


def test_a_network_does_not_merge_into_itself():
    network = a_network()
    given(network).when(lambda network, act: merge(network, network, act)).refused(MergedIntoItself)


def test_a_closed_network_merges_into_no_other():
    given(a_closed_network(), a_network(network=OTHER)).when(merge).refused(NetworkClosedAlready)


def test_a_network_does_not_merge_into_a_closed_one():
    other = a_network(network=OTHER)
    other.close(board(CLOSED), reason=None)
    given(a_network(), other).when(merge).refused(NetworkClosedAlready, closed_at=CLOSED)


def test_who_merged_is_closed_and_merges_once():
    network, other = a_network(), a_network(network=OTHER)
    merge(network, other, board(CLOSED))
    given(network, other).when(merge).refused(NetworkClosedAlready)


# Closed


@pytest.mark.parametrize("reason", [REASON, None])
def test_a_network_closes(reason):
    network = a_network()
    given(network).when(Network.close, reason=reason).then(recorded(Network.NetworkClosed, reason=reason))
    assert network.closed_at == TODAY


def test_a_suspended_network_can_be_closed():
    given(a_suspended_network()).when(Network.close, reason=REASON).then(recorded(Network.NetworkClosed, reason=REASON))


def test_nobody_joins_a_closed_network_from_the_moment_it_closed():
    network = a_closed_network()
    with pytest.raises(NetworkClosedAlready):
        network.joining_terms(CLOSED, RULES)
    assert network.joining_terms(CLOSED - DAY, RULES) == terms()


def test_nobody_joins_before_the_network_began():
    with pytest.raises(NetworkNotBegunYet):
        a_network().joining_terms(APPROVED - DAY, RULES)


def test_who_joins_a_network_without_rules_meets_no_minimum_age():
    assert a_network(sensitive=True).joining_terms(TODAY, None) == terms(sensitive=True, minimum_age=None)


def test_the_target_of_fifty_closes_no_network():
    """Years after the founding, with four members, the network is as open as on its first day."""
    network = a_network()
    assert network.closed_at is None
    assert network.joining_terms(noon(1, 1, 2030), RULES) == terms()
