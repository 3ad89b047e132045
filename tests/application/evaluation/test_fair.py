"""What an evaluation owes to those whom it is about: an end is no leaving, a day to come is not counted, a band hides."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.commands.advice import RedirectRequest, RequestAdvice
from application.commands.meetings import RecordMeeting
from application.commands.networks import CloseNetwork, LeaveNetwork, MergeNetwork, RenewNetwork
from application.evaluation import details
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport, Note, Verdict, WhyLeftOut
from domain.kernel.acts import Role, Source
from domain.kernel.days import day_of
from domain.kernel.events import event_name
from domain.networks.meeting import MeetingMode
from netwerkpartij.background import settle
from tests.application.evaluation.test_evaluating import APRIL, MANY, figures
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, REQUEST, Party

NAME = "Netwerk jeugd en gezin"
A_YEAR_AND_A_WEEK = 372


def closed(party: Party, *, after: int = 30, merged: bool = False) -> None:
    """Let a network of twelve members lose two of them, and close or merge; the clock typed the endings that night."""
    network = party.network()
    for name in MANY:
        party.join(name, network)
    for name in MANY[:2]:
        party.give(LeaveNetwork(network=network), party.member(name))
    party.clock.pass_time(days=after)
    if merged:
        into = party.founded(OTHER_FOUNDERS)
        party.give(MergeNetwork(network=network, into=into, reason="Samen verder."), party.board)
    else:
        party.give(CloseNetwork(network=network, reason="De kerngroep vond geen opvolgers."), party.board)
    party.clock.pass_time(days=1)
    settle(party.opened, nightly=True)


def the(party: Party, name: str, network: str | None = NAME, **when: Any) -> Any:
    return figures(party, **when)[name, network]


# An end is no leaving


@pytest.mark.parametrize("merged", [False, True])
def test_endings_that_the_clock_typed_after_a_closing_are_no_leavings(party: Party, *, merged: bool):
    closed(party, merged=merged)
    assert the(party, "growth-per-month").detail == details.MembershipsEnded(ended=2)
    assert the(party, "churn-per-quarter").detail == details.MembershipsEnded(ended=2)
    party.clock.pass_time(days=A_YEAR_AND_A_WEEK)
    kept = the(party, "retention-after-12-months")
    assert (kept.n, kept.detail.stayed, kept.detail.network_closed) == (12, 0, 10)


@pytest.mark.parametrize("merged", [False, True])
def test_members_of_a_network_that_ended_did_not_leave_it(party: Party, *, merged: bool):
    closed(party, merged=merged)
    last = the(party, "growth-per-month").value[-1]
    assert (last["left"], last["networkClosed"], last["members"]) == (0, 10, 0)
    (quarter, *later) = [each for each in the(party, "churn-per-quarter").value if each["left"]]
    assert (quarter["left"], later) == (2, [])
    for quarter in the(party, "churn-per-quarter").value:
        assert quarter["share"] is None or quarter["share"] <= 1


def test_of_people_more_of_whom_left_than_there_were_on_average_no_share_is_told(party: Party):
    network = party.network()
    for name in MANY:
        party.join(name, network)
        party.give(LeaveNetwork(network=network), party.member(name))
    party.clock.pass_time(days=20)
    (quarter,) = the(party, "churn-per-quarter").value
    assert (quarter["left"], quarter["share"], quarter["shareLeft"]) == (12, None, None)


def test_who_came_back_to_the_core_group_is_left_out_no_more(party: Party):
    network = party.founded(name=NAME)
    party.step_down(FOUNDERS[0], network)
    party.clock.pass_time(days=1)
    assert [each.why for each in the(party, "core-group-size").left_out] == [WhyLeftOut.STEPPED_DOWN]
    party.seat(FOUNDERS[0], network)
    party.clock.pass_time(days=1)
    size = the(party, "core-group-size")
    assert (size.value, size.left_out) == (4, ())


# A closed one is never "not yet"


def test_a_network_that_closed_is_never_not_yet(party: Party):
    closed(party, after=0)
    for each in figures(party).values():
        if each.network == NAME:
            assert (each.figure, each.note) != (each.figure, Note.NOT_YET_MEASURABLE)
            assert (each.figure, each.verdict) != (each.figure, Verdict.NOT_YET)


def test_a_network_that_closed_within_its_year_is_not_judged_by_it(party: Party):
    closed(party)
    for _ in range(2):
        for name in ("members-after-12-months", "days-to-fifty"):
            found = the(party, name)
            assert (found.verdict, found.note) == (None, Note.NETWORK_CLOSED)
        party.clock.pass_time(days=A_YEAR_AND_A_WEEK)
    assert the(party, "members-after-12-months").value == 0


# Days to come are not counted


def report(party: Party, **when: Any) -> EvaluationReport:
    answer: EvaluationReport = party.ask(Evaluation(**when), party.session(Role.PARTY_BUREAU))
    return answer


def test_a_day_to_come_is_not_counted_and_the_evaluation_says_so(party: Party):
    party.founded()
    started = day_of(party.clock())
    party.clock.pass_time(days=218)
    today = day_of(party.clock())
    ahead = report(party, on=started + timedelta(days=418))
    assert (ahead.on, ahead.counted_until) == (started + timedelta(days=418), today)
    asked_today = report(party)
    assert asked_today.counted_until == asked_today.on == today
    assert ahead.figures == asked_today.figures
    fifty = next(each for each in ahead.figures if each.figure == "days-to-fifty")
    assert fifty.detail_as(details.DaysToFifty).not_yet_after == 218


def test_of_what_was_known_earlier_no_later_day_counts(party: Party):
    party.founded()
    party.clock.pass_time(days=10)
    known = party.clock()
    party.clock.pass_time(days=90)
    then = report(party, on=day_of(known) + timedelta(days=50), known_at=known)
    fifty = next(each for each in then.figures if each.figure == "days-to-fifty")
    assert fifty.detail_as(details.DaysToFifty).not_yet_after == 10
    assert then.counted_until == day_of(known)


def test_a_plan_lay_with_the_bureau_until_today_and_not_until_a_day_to_come(party: Party):
    party.submitted()
    party.clock.pass_time(days=5)
    assert the(party, "bureau-days", None, on=day_of(party.clock()) + timedelta(days=300)).value == 5


def test_twelve_months_later_is_the_end_of_that_day(party: Party):
    network = party.network()
    party.join(MANY[0], network)
    joined = day_of(party.clock())
    a_year_later = date(joined.year + 1, joined.month, joined.day)
    party.clock.now = datetime(a_year_later.year, a_year_later.month, a_year_later.day, 20, tzinfo=UTC)
    assert the(party, "retention-after-12-months").note == Note.NOT_YET_MEASURABLE
    party.give(LeaveNetwork(network=network), party.member(MANY[0]))
    party.clock.pass_time(days=1)
    kept = the(party, "retention-after-12-months")
    assert (kept.n, kept.value) == (1, 0)


# Recorded late


def test_late_entries_cover_decisions_meetings_and_requests_and_the_late_ones_are_marked(party: Party):
    network = party.founded()
    before = the(party, "late-entries", "Onderwijsnetwerk")
    assert before.detail.late == 0
    party.clock.pass_time(days=60)
    long_ago = day_of(party.clock()) - timedelta(days=40)
    late = record_late(party, network, long_ago)
    found = the(party, "late-entries", "Onderwijsnetwerk")
    assert (found.n - before.n, found.detail.late) == (3, 3)
    assert set(found.detail.late_ones) == late
    assert set(found.detail.late_ones) <= set(found.events)


def test_late_entries_name_what_brought_a_request_to_the_network(party: Party):
    first, other = party.founded(), party.founded(OTHER_FOUNDERS, name=NAME)
    before = the(party, "late-entries")
    request = party.asked(first)
    after = party.log.last_position()
    party.give(RedirectRequest(advice_request=request, other_network=other), party.bureau)
    (brought,) = [event_name(each.event) for each in party.recorded(after) if each.event.TOPIC == "AdviceRequestRedirected"]
    found = the(party, "late-entries")
    assert found.n - before.n == 1
    assert set(found.events) - set(before.events) == {f"{request}:1", brought}


def record_late(party: Party, network: UUID, day: date) -> set[str]:
    """Record a meeting, a request and a decision forty days after they happened."""
    after = party.log.last_position()
    held = RecordMeeting(network=network, outcome="held", title="Op bezoek", mode=MeetingMode.BOTH, present=5, on=day)
    party.give(held, party.bureau)
    who = {"person": party.requester().person, "source": Source.MAIL, "on": day}
    asked = RequestAdvice(**{**REQUEST, **who, "network": network, "due": day_of(party.clock()) + timedelta(days=30)})
    party.give(asked, party.bureau)
    renewed = RenewNetwork(network=network, ends_on=date(2028, 1, 1), on=day)
    party.give(renewed, party.board)
    kinds = {"MeetingRecorded", "AdviceRequested", "NetworkRenewed"}
    return {event_name(each.event) for each in party.recorded(after) if each.event.TOPIC in kinds}


# What a band hides


def test_of_a_network_with_extra_protection_no_note_tells_what_the_band_hides(party: Party):
    network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    party.join(MANY[0], network, consent_version=CONSENT)
    party.clock.now = APRIL
    for each in figures(party).values():
        if each.network == "LHBTIQ+ netwerk" and each.figure.tells.value != "things":
            assert (each.figure, each.note, each.left_out) == (each.figure, Note.SENSITIVE, ())
