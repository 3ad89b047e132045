"""What everybody may see of the figures about meetings, lessons and advice."""

import json

from application.commands.advice import DeclineRequest, DeliverAdvice, OfferAdvice, RequestAdvice
from application.commands.lessons import TellLessons
from application.commands.meetings import HoldMeeting
from application.commands.networks import CloseNetwork
from application.evaluation import details
from application.queries.evaluating.evaluation import Figure
from domain.advice.values import DeclineReason, RequesterKind
from domain.kernel.acts import Role, Source
from tests.application.evaluation.test_evaluating import figures
from tests.application.party import FOUNDERS, OTHER_FOUNDERS, REQUEST, Party

NAME = "Onderwijsnetwerk"
LESSON = "Korte avonden, met één vraag."


def figure(party: Party, name: str, role: Role = Role.PARTY_BUREAU, network: str = NAME) -> Figure:
    return figures(party, role)[name, network]


def test_who_may_not_read_lessons_is_told_that_there_are_some(party: Party):
    network = party.founded()
    party.give(TellLessons(network=network, what_worked=LESSON), party.core_group(FOUNDERS[0], network))
    for role in (Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.AUDITOR):
        (quote,) = figure(party, "lessons", role).detail_as(details.LessonsQuoted).told
        assert quote == details.QuotedLesson(half_year="2025-H1", what_worked=LESSON, what_did_not=None, what_to_change=None)
    for role in (Role.REQUESTER, Role.PRIVACY_OFFICER):
        told = figure(party, "lessons", role)
        assert (told.value, told.detail) == (1, None)


def test_attendance_of_a_sensitive_network_is_shown_to_nobody(party: Party):
    network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    meeting = party.meeting(network)
    party.clock.pass_time(days=8)
    party.give(HoldMeeting(meeting=meeting, present=3), party.bureau)
    for role in (Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.REQUESTER):
        came = figure(party, "attendance", role, "LHBTIQ+ netwerk")
        assert (came.value, came.n, came.detail, came.events, came.note) == (None, None, None, (), "sensitive-network")
        assert figure(party, "meetings-held", role, "LHBTIQ+ netwerk").n == 1


def test_closed_requests_are_counted_and_nothing_of_their_subject_appears(party: Party):
    network = party.founded()
    request = party.asked(network, closed=True)
    own = party.core_group(FOUNDERS[0], network)
    party.clock.pass_time(days=3)
    party.give(DeliverAdvice(advice_request=request, advice="Zeg het niet hardop."), own)
    found = figures(party)
    assert found["advice-requests", NAME].value == found["advice-on-time", NAME].value == 1
    assert found["advice-response-time", NAME].value == 3
    whole = json.dumps([each.model_dump(mode="json") for each in found.values()])
    assert REQUEST["question"] not in whole
    assert "hardop" not in whole


def test_only_theme_networks_are_measured_by_advice(party: Party):
    party.founded()
    party.founded(OTHER_FOUNDERS, name="Netwerk van jonge ouders", network_type="community-network")
    themes, community = figure(party, "advice-requests"), figure(party, "advice-requests", network="Netwerk van jonge ouders")
    assert (themes.norm, themes.verdict) == (1, "not-yet")
    assert (community.norm, community.verdict) == (None, None)


def test_a_theme_network_that_closed_without_a_request_did_not_reach_it(party: Party):
    network = party.founded()
    party.give(CloseNetwork(network=network, reason="Het is af."), party.board)
    assert figure(party, "advice-requests").verdict == "not-reached"


def test_requests_are_counted_by_how_they_came_in_and_why_they_were_declined(party: Party):
    network = party.founded()
    asked = party.asked(network)
    own = party.core_group(FOUNDERS[0], network)
    by_mail = RequestAdvice(**REQUEST, network=network, person=party.person("Wilma Voorbeeld"), source=Source.MAIL)
    party.give(by_mail, own)
    party.give(DeclineRequest(advice_request=asked, decline_reason=DeclineReason.NO_TIME), own)
    party.give(OfferAdvice(network=network, addressee=RequesterKind.COMMITTEE, advice="Denk aan de leraren."), own)
    routes, outcomes, requests = (figure(party, f"advice-{name}") for name in ("routes", "outcomes", "requests"))
    assert (routes.value, routes.detail) == ({"form": 1, "mail": 1}, details.AdviceRoutes(recorded_by={"core-group": 1}))
    shares = {"declined": 0.5, "lapsed": 0.0, "overdue": 0.0}
    assert outcomes.value == {"declined": 1, "open": 1}
    assert outcomes.detail == details.AdviceOutcomes(overdue=0, reasons={"no-time": 1}, shares=shares)
    asked_of = requests.detail_as(details.RequestsAsked)
    assert (requests.value, asked_of.offered_unasked, asked_of.per_hundred_members) == (2, 1, 50.0)
