"""On what a figure rests: the events behind it in the order of time, each in a sentence, and why others do not count."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from application.commands.advice import AskClarification, DeclineRequest, WithdrawRequest
from application.commands.meetings import CancelMeeting
from application.commands.networks import CloseNetwork, LeaveNetwork, MarkSensitive, WithdrawEntry
from application.commands.party import AnnouncePartyEnd
from application.commands.plans import LapsePlan, RejectPlan, WithdrawPlan
from application.errors import (
    AccessDenied,
    DayNotBegun,
    FigureNeedsItem,
    FigureNeedsNoItem,
    NetworkNotBegunThen,
    UnknownFigure,
    UnknownItem,
)
from application.evaluation.figures import About, FigureName
from application.language.answers import in_sentences
from application.language.explained.reasons import NOT_TOLD, WHY
from application.language.words import Language
from application.queries.auditing.reasons import ReasonPart, Reasons, Why
from application.queries.evaluating.evaluation import Note, WhyLeftOut
from domain.advice.values import DeclineReason
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.plans.content import LapseReason
from netwerkpartij.background import settle
from tests.application.party import FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

W = WhyLeftOut


def told(party: Party, question: Why, role: Role = Role.AUDITOR, language: Language = Language.NL) -> Reasons:
    session = party.board if role is Role.NATIONAL_BOARD else party.session(role)
    answer: Reasons = in_sentences(party.ask(question, session), language)
    return answer


def time_goes_by(party: Party) -> None:
    """Let what is due be done, and what follows from that."""
    for _ in range(3):
        party.clock.pass_time(days=40)
        settle(party.opened, nightly=True)


# What does not count, and why: one way into each


def leaves(party: Party, network: UUID) -> Why:
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    return Why(figure="members", network=network)


def leaves_the_party(party: Party, network: UUID) -> Why:
    party.give(AnnouncePartyEnd(person=party.person(SOMEBODY)), party.bureau)
    time_goes_by(party)
    return Why(figure="members", network=network)


def closes(party: Party, network: UUID) -> Why:
    party.give(CloseNetwork(network=network, reason="Het is af."), party.board)
    return Why(figure="members", network=network)


def steps_down(party: Party, network: UUID) -> Why:
    party.step_down(FOUNDERS[0], network)
    return Why(figure="core-group-size", network=network)


def is_struck(party: Party, network: UUID) -> Why:
    joined = f"{party.membership(SOMEBODY, network).id}:1"
    party.give(WithdrawEntry(of=joined, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)
    return Why(figure="members", network=network)


def joins_later(party: Party, network: UUID) -> Why:
    party.clock.pass_time(days=400)
    party.join(SOMEBODY_ELSE, network)
    return Why(figure="members-after-12-months", network=network)


def joins_recently(_: Party, network: UUID) -> Why:
    return Why(figure="retention-after-12-months", network=network)


def is_declined(party: Party, network: UUID) -> Why:
    declined = DeclineRequest(advice_request=party.asked(network), decline_reason=DeclineReason.NO_TIME, explanation="Te druk.")
    party.give(declined, party.core_group(FOUNDERS[0], network))
    return Why(figure="advice-response-time", network=network)


def takes_the_request_back(party: Party, network: UUID) -> Why:
    request = party.asked(network, by=SOMEBODY_ELSE)
    party.give(WithdrawRequest(advice_request=request), party.requester(SOMEBODY_ELSE))
    return Why(figure="advice-response-time", network=network)


def is_never_clarified(party: Party, network: UUID) -> Why:
    asked = AskClarification(advice_request=party.asked(network), question="Welke scholen?")
    party.give(asked, party.core_group(FOUNDERS[0], network))
    time_goes_by(party)
    return Why(figure="advice-response-time", network=network)


def lapses(party: Party, _: UUID) -> Why:
    plan = party.submitted(FOUNDERS, name="Netwerk zorg")
    party.give(LapsePlan(plan=plan, lapse_reason=LapseReason.NOT_COMPLETED), party.bureau)
    return Why(figure="plan-lead-time")


def is_rejected(party: Party, _: UUID) -> Why:
    plan = party.submitted(FOUNDERS, name="Netwerk zorg")
    party.give(RejectPlan(plan=plan, plan_version=1, outcome="rejected", reasons="Te smal."), party.board)
    return Why(figure="plan-lead-time")


def takes_the_plan_back(party: Party, _: UUID) -> Why:
    plan = party.submitted(FOUNDERS, name="Netwerk zorg")
    party.give(WithdrawPlan(plan=plan), party.member(FOUNDERS[0]))
    return Why(figure="plan-lead-time")


def is_called_off(party: Party, network: UUID) -> Why:
    party.give(CancelMeeting(meeting=party.meeting(network), reason="Sneeuw."), party.bureau)
    return Why(figure="meetings-held", network=network)


LEFT_OUT: dict[WhyLeftOut, Callable[[Party, UUID], Why]] = {
    W.LEFT: leaves,
    W.PARTY_MEMBERSHIP_ENDED: leaves_the_party,
    W.NETWORK_CLOSED: closes,
    W.STEPPED_DOWN: steps_down,
    W.STRUCK: is_struck,
    W.JOINED_LATER: joins_later,
    W.TOO_RECENT: joins_recently,
    W.DECLINED: is_declined,
    W.REQUEST_WITHDRAWN: takes_the_request_back,
    W.UNCLARIFIED: is_never_clarified,
    W.LAPSED: lapses,
    W.REJECTED: is_rejected,
    W.PLAN_WITHDRAWN: takes_the_plan_back,
    W.CALLED_OFF: is_called_off,
}


@pytest.mark.parametrize("why", WhyLeftOut)
def test_what_keeps_something_out_of_a_figure_is_told_with_why(why: WhyLeftOut, party: Party, network: UUID):
    question = LEFT_OUT[why](party, network)
    for language in Language:
        found = told(party, question, language=language)
        assert why in {each.why for each in found.left_out}
        assert [each.event for each in found.lines if each.part is ReasonPart.LEFT_OUT] == [each.event for each in found.left_out]
        said = [each.sentence for each in found.lines if each.why is why]
        assert all(each and each.endswith(WHY[why].in_language(language)) for each in said), said


# Sentences, order, pages


def test_every_figure_says_what_it_is_and_tells_its_lines_in_the_order_of_time(party: Party, network: UUID):
    for figure in FigureName:
        found = told(party, Why(figure=figure, network=network if figure.about is About.NETWORK else None))
        assert (found.sentence or "x")[0].isupper(), figure
        assert all(each.sentence for each in found.lines), figure
        days = [each.at for each in found.lines if each.at]
        assert days == sorted(days), figure
        assert {*found.events, *found.ground, *(each.event for each in found.left_out)} == {each.event for each in found.lines}


def test_nobody_is_named_and_a_struck_line_is_quoted(party: Party, network: UUID):
    found = told(party, is_struck(party, network), Role.PARTY_BUREAU)
    (struck,) = [each.sentence for each in found.lines if each.why is W.STRUCK]
    assert (struck or "").startswith("Iemand van het partijbureau haalde een regel door")
    assert not any(name in str(found.lines) for name in (*FOUNDERS, SOMEBODY))


def test_pages_fit_together(party: Party, network: UUID):
    whole = party.ask(Why(figure="members", network=network), party.bureau)
    first = party.ask(Why(figure="members", network=network, limit=4), party.bureau)
    rest = party.ask(Why(figure="members", network=network, limit=4, after=first.last_key, position=first.position), party.bureau)
    assert (first.lines + rest.lines, first.more, rest.more) == (whole.lines, True, False)


# For whom


def test_the_board_reads_no_line_of_a_membership_nor_when_it_was(party: Party, network: UUID):
    found = told(party, Why(figure="members", network=network), Role.NATIONAL_BOARD)
    begun, *joined = found.lines
    assert begun.sentence != NOT_TOLD.nl
    assert {(each.sentence, each.at, each.type) for each in joined} == {(NOT_TOLD.nl, None, None)}


def test_of_a_sensitive_network_nothing_of_its_people_is_behind_a_figure(party: Party, network: UUID):
    party.give(MarkSensitive(network=network), party.board)
    for figure in FigureName:
        if figure.about is About.NETWORK:
            found = told(party, Why(figure=figure, network=network))
            kinds = {each.type for each in found.lines}
            assert kinds.isdisjoint({"MemberJoined", "CoreGroupMemberAppointed", "MemberLeft"}), figure
    members = told(party, Why(figure="members", network=network))
    assert (members.note, members.lines) == (Note.SENSITIVE, ())


def test_a_core_group_asks_about_its_own_network_alone(party: Party, network: UUID):
    own = party.core_group(FOUNDERS[0], network)
    assert party.ask(Why(figure="members", network=network), own).value == 5
    for question in (Why(figure="members", network=party.network()), Why(figure="reach")):
        with pytest.raises(AccessDenied):
            party.ask(question, own)


# Bad input


def test_what_cannot_be_asked_is_refused_by_name(party: Party, network: UUID):
    tomorrow = day_of(party.clock()) + timedelta(days=1)
    for question, refusal in (
        (Why(figure="ledenaantal", network=network), UnknownFigure),
        (Why(figure="core-group-size"), FigureNeedsItem),
        (Why(figure="status"), FigureNeedsItem),
        (Why(figure="reach", network=network), FigureNeedsNoItem),
        (Why(figure="members", network=network, on=tomorrow), DayNotBegun),
        (Why(figure="members", network=network, on=date(2020, 1, 1)), NetworkNotBegunThen),
        (Why(figure="members", network=UUID(int=7)), UnknownItem),
    ):
        with pytest.raises(refusal):
            party.ask(question, party.bureau)
