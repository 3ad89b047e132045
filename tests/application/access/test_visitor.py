"""Who asks without a session: what they may ask at all, and what of the answers is not for strangers."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.access.table import ROWS
from application.access.visitor import VISITOR
from application.commands.advice import RequestAdvice
from application.commands.networks import CloseNetwork, MarkSensitive
from application.commands.party import GiveRole
from application.errors import AccessDenied, NotConfirmedByMail, UnknownItem
from application.queries.meetings import MeetingDetails, Meetings
from application.queries.networks import GrowthCurve, NetworkDetails, NetworkDirectory
from application.queries.plans import DecisionRegister
from domain.kernel.acts import Role
from domain.networks.meeting import MeetingAudience
from domain.party.office import GIVEN, RoleNotGiven
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, REQUEST, SOMEBODY, SOMEBODY_ELSE, Party

NOWHERE = UUID(int=9)

MAY_ASK = {
    "NetworkDirectory",
    "NetworkDetails",
    "GrowthCurve",
    "Meetings",
    "MeetingDetails",
    "DecisionRegister",
    "RuleDifferences",
    "RulesAdoptedSoFar",
    "RulesInForce",
    "ConsentWordings",
    "PartsUsed",
    "FrozenEvaluations",
    "FrozenEvaluationDetails",
    "CorrectionsSinceFreezing",
}


def sensitive(party: Party) -> UUID:
    network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    party.join(SOMEBODY_ELSE, network, consent_version=CONSENT)
    return network


def test_a_visitor_has_a_row_for_what_everybody_may_read_and_for_asking_advice_and_for_nothing_else():
    assert {asked.__name__ for asked, row in ROWS.items() if Role.VISITOR in row} == {*MAY_ASK, "RequestAdvice"}


def test_nobody_is_given_the_role_of_a_visitor_and_nobody_holds_it(party: Party):
    assert Role.VISITOR not in GIVEN
    administrator = party.session(Role.ADMINISTRATOR)
    with party.refused(RoleNotGiven):
        party.give(GiveRole(person=party.person(SOMEBODY), role=Role.VISITOR), administrator)


# Networks


def test_a_visitor_sees_how_many_members_a_network_has_and_nothing_by_which_its_core_group_is_judged(party: Party, network: UUID):
    (card,) = party.ask(NetworkDirectory(), VISITOR).items
    page = party.ask(NetworkDetails(network=network), VISITOR)
    for shown in (card, page):
        assert (shown.name, shown.members, shown.members_band) == ("Onderwijsnetwerk", 5, None)
        assert (shown.core_group, shown.below_minimum) == (None, None)
    assert (page.repair_by, page.has_chair) == (None, None)
    assert page.agreements.organisation == "De kerngroep komt elke maand bijeen."


def test_of_a_sensitive_network_a_visitor_sees_its_card_its_band_and_its_purpose(party: Party):
    hidden = sensitive(party)
    party.clock.pass_time(days=60)
    page = party.ask(NetworkDetails(network=hidden), VISITOR)
    told = {name for name, value in page if value not in {None, (), False}}
    assert told == {
        *("key", "network", "name", "network_type", "status", "sensitive", "begun_at", "purpose_version", "version"),
        *("members_band", "agreements"),
    }
    assert {name for name, value in page.agreements if value is not None} == {"purpose"}


@pytest.mark.parametrize("past", [{"on": date(2025, 3, 3)}, {"on": date(2025, 3, 4)}])
def test_what_was_not_sensitive_then_is_told_a_visitor_as_of_a_sensitive_one(party: Party, network: UUID, past: dict[str, Any]):
    party.clock.pass_time(days=2)
    party.give(MarkSensitive(network=network, decided=party.met()), party.board)
    (card,) = party.ask(NetworkDirectory(**past), VISITOR).items
    page = party.ask(NetworkDetails(network=network, **past), VISITOR)
    assert (card.members, page.members, page.agreements.organisation) == (None, None, None)


def test_a_visitor_sees_no_curve_of_a_sensitive_network(party: Party, network: UUID):
    asked: dict[str, Any] = {"first": date(2025, 3, 3), "last": date(2025, 3, 3)}
    (day,) = party.ask(GrowthCurve(network=network, **asked), VISITOR)
    assert day.members == 5
    hidden = sensitive(party)
    with party.refused(AccessDenied):
        party.ask(GrowthCurve(network=hidden, **asked), VISITOR)


# Meetings


def test_a_visitor_sees_the_meetings_that_are_open_to_the_party_and_of_no_sensitive_network(party: Party, network: UUID):
    open_to_all = party.meeting(network, audience=MeetingAudience.PARTY)
    closed = [party.meeting(network, audience=each) for each in MeetingAudience if each is not MeetingAudience.PARTY]
    hidden = sensitive(party)
    veiled = party.meeting(hidden, audience=MeetingAudience.PARTY)

    for question in (Meetings(), Meetings(network=network)):
        assert [each.meeting for each in party.ask(question, VISITOR).items] == [open_to_all]
    assert party.ask(Meetings(network=hidden), VISITOR).items == ()
    shown = party.ask(MeetingDetails(meeting=open_to_all), VISITOR)
    assert (shown.title, shown.present, shown.present_band, shown.attendees) == ("Isolatie van huurhuizen", None, None, ())
    refused = set()
    for meeting in (*closed, veiled, NOWHERE):
        with pytest.raises(UnknownItem) as refusal:
            party.ask(MeetingDetails(meeting=meeting), VISITOR)
        refused.add((refusal.value.facts["kind"], refusal.value.facts["item"] == meeting))
    assert refused == {("Meeting", True)}


def test_a_meeting_of_before_its_network_was_sensitive_is_shown_to_no_visitor_who_looks_back(party: Party, network: UUID):
    meeting = party.meeting(network, audience=MeetingAudience.PARTY)
    party.clock.pass_time(days=2)
    before: dict[str, Any] = {"known_at": party.log.now() - timedelta(days=1)}
    assert [each.meeting for each in party.ask(Meetings(**before), VISITOR).items] == [meeting]
    party.give(MarkSensitive(network=network, decided=party.met()), party.board)
    assert party.ask(Meetings(**before), VISITOR).items == ()
    with party.refused(UnknownItem):
        party.ask(MeetingDetails(meeting=meeting, **before), VISITOR)


# Decisions


def test_a_visitor_reads_decisions_without_the_people_in_them_and_none_on_sensitive_networks(party: Party, network: UUID):
    hidden = sensitive(party)
    met = party.met("Otto Voorbeeld", "Pien Verzonnen")
    party.give(CloseNetwork(network=network, reason="Het werk is klaar.", decided=met), party.bureau)
    seen = party.ask(DecisionRegister(), party.board).items
    shown = party.ask(DecisionRegister(), VISITOR).items

    of_hidden = {each.event for each in seen if each.name == "LHBTIQ+ netwerk"}
    assert of_hidden
    assert [each.event for each in shown] == [each.event for each in seen if each.event not in of_hidden]
    assert any(each.entered_by for each in seen)
    assert any(each.decided and each.decided.taking_part for each in seen)
    assert {(each.by, each.entered_by, each.decided and each.decided.taking_part) for each in shown} == {
        ("national-board", None, None)
    }
    assert party.ask(DecisionRegister(network=hidden), VISITOR).items == ()


# Asking advice


def test_what_a_visitor_asks_waits_for_a_code_and_the_answer_tells_nothing_of_the_network(party: Party, network: UUID):
    before = party.log.last_position()
    for asked in (network, sensitive(party), NOWHERE):
        before = party.log.last_position()
        with party.refused(NotConfirmedByMail):
            party.give(RequestAdvice(network=asked, **REQUEST), VISITOR)
        assert party.log.last_position() == before


def test_a_visitor_asks_advice_for_nobody_else(party: Party, network: UUID):
    with party.refused(AccessDenied):
        party.give(RequestAdvice(network=network, person=party.person(FOUNDERS[0]), **REQUEST), VISITOR)
