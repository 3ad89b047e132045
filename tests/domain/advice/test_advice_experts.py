"""Experts on an advice request: invited, and with an interest of their own only when it will be disclosed."""

import pytest

from domain.advice.errors import ExpertAnsweredAlready, ExpertInvitedAlready, ExpertNotInvited, NoConflictDeclared
from domain.advice.request import AdviceRequest
from domain.advice.values import Conflict, Expert, Invitation
from tests.domain.acting import given, recorded
from tests.domain.examples import OTHER_NETWORK, PEOPLE, core_group, member, rules_of_2022, sealed
from tests.domain.histories import a_request, a_request_with_a_conflict, a_request_with_an_expert

EXPERT = PEOPLE[5]


def an_expert_who_declined():
    request = a_request_with_an_expert()
    request.decline_invitation(member(), reference=EXPERT)
    return request


def an_expert_who_accepted():
    request = a_request_with_an_expert()
    request.accept_invitation(member(), reference=EXPERT)
    return request


def test_an_expert_is_invited_once_and_again_after_declining():
    given(a_request()).when(AdviceRequest.invite_expert, reference=EXPERT).then(
        recorded(AdviceRequest.ExpertInvited, reference=EXPERT)
    )
    given(a_request_with_an_expert()).when(AdviceRequest.invite_expert, reference=EXPERT).refused(ExpertInvitedAlready)
    given(an_expert_who_declined()).when(AdviceRequest.invite_expert, reference=EXPERT).then(
        recorded(AdviceRequest.ExpertInvited, reference=EXPERT)
    )


def test_an_expert_accepts_once_and_may_stop():
    given(a_request_with_an_expert()).when(AdviceRequest.accept_invitation, reference=EXPERT).then(
        recorded(AdviceRequest.ExpertAccepted, reference=EXPERT)
    )
    given(an_expert_who_accepted()).when(AdviceRequest.accept_invitation, reference=EXPERT).refused(ExpertAnsweredAlready)
    given(an_expert_who_accepted()).when(AdviceRequest.decline_invitation, reference=EXPERT).then(
        recorded(AdviceRequest.ExpertDeclined, reference=EXPERT)
    )


@pytest.mark.parametrize("history", [a_request, an_expert_who_declined])
def test_who_was_not_invited_or_declined_has_nothing_to_say(history):
    for decision, fields in (
        (AdviceRequest.accept_invitation, {}),
        (AdviceRequest.decline_invitation, {}),
        (AdviceRequest.declare_conflict, {"interest": sealed()}),
        (AdviceRequest.disclose_conflict, {}),
    ):
        given(history()).when(decision, reference=EXPERT, **fields).refused(ExpertNotInvited)


def test_an_expert_with_an_interest_takes_no_part_until_it_will_be_disclosed():
    request = a_request_with_a_conflict()
    request.accept_invitation(member(), reference=EXPERT)
    assert not request.experts[EXPERT].takes_part
    assert not request.experts[EXPERT].may_look
    request.disclose_conflict(core_group(), reference=EXPERT)
    assert request.experts[EXPERT].takes_part


def test_only_an_interest_that_was_told_of_is_disclosed():
    given(a_request_with_an_expert()).when(AdviceRequest.disclose_conflict, reference=EXPERT).refused(NoConflictDeclared)


def test_the_experts_of_one_network_are_not_those_of_another():
    request = an_expert_who_accepted()
    request.redirect(core_group(), network=OTHER_NETWORK, rules=rules_of_2022())
    assert request.experts == {}


@pytest.mark.parametrize(
    ("expert", "may_look", "takes_part"),
    [
        (Expert(), True, False),
        (Expert(invitation=Invitation.ACCEPTED), True, True),
        (Expert(invitation=Invitation.DECLINED), False, False),
        (Expert(conflict=Conflict.DECLARED), False, False),
        (Expert(invitation=Invitation.ACCEPTED, conflict=Conflict.DISCLOSED), True, True),
    ],
)
def test_who_may_look_and_who_takes_part(expert, may_look, takes_part):
    assert (expert.may_look, expert.takes_part) == (may_look, takes_part)
