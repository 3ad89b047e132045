"""A mistake with a network has a way back: it is opened again, or named as it should be."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from application.commands.advice import DeliverAdvice, RequestAdvice
from application.commands.meetings import PlanMeeting
from application.commands.networks import (
    BringInNetwork,
    CloseNetwork,
    LeaveNetwork,
    MergeNetwork,
    RenameNetwork,
    ReopenNetwork,
)
from application.errors import InTheFuture
from application.evaluation.figures import FigureName
from application.queries.advice import AdviceRequestDetails
from application.queries.evaluating.evaluation import Evaluation
from application.queries.meetings import Meetings
from application.queries.networks import AskedAnew, MembershipReport, NetworkDetails
from application.queries.plans import DecisionRegister
from domain.advice.values import RequestStatus
from domain.kernel.acts import CLOCK, NATIONAL_BOARD, Role
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.networks.errors import NetworkNameGivenAlready, ReopeningTooLate
from domain.networks.membership import AlreadyMember
from domain.networks.name import NetworkName, NetworkNameTaken, network_name_id
from domain.networks.network import Network
from domain.pilot.pilot import NoPlaceLeft
from netwerkpartij.background import settle
from tests.application.party import FOUNDERS, MEETING, NETWORK, OTHER_FOUNDERS, REQUEST, SOMEBODY, SOMEBODY_ELSE, Party

MISTAKE = "Het was een vergissing."
ZORG, GEBED = "Netwerk zorg", "Netwerk gebed"


def close(party: Party, network: UUID) -> None:
    party.give(CloseNetwork(network=network, reason="Af."), party.board)


def reopen(party: Party, network: UUID, **more: Any) -> None:
    party.give(ReopenNetwork(network=network, reason=MISTAKE, **more), party.board)


def counted(party: Party, network: UUID, **when: Any) -> tuple[int, int]:
    (count,) = (each for each in party.ask(MembershipReport(**when), party.bureau).items if each.network == network)
    return count.members, count.core_group


def called(party: Party, network: UUID, **when: Any) -> str:
    return str(party.ask(NetworkDetails(network=network, **when), party.bureau).name)


# Opened again


def test_a_network_closed_by_mistake_goes_on_with_everybody_who_was_in_it(party_on_each: Party):
    party = party_on_each
    network = party.founded()
    party.join(SOMEBODY, network)
    before = counted(party, network)
    close(party, network)
    settle(party.opened, nightly=True)
    closed_on = day_of(party.clock.now)
    party.clock.pass_time(days=10)
    assert counted(party, network) == (0, 0)

    reopen(party, network)
    assert (party.newest().act.by, party.newest().act.role) == (NATIONAL_BOARD, Role.NATIONAL_BOARD)
    assert settle(party.opened, nightly=True) == len(FOUNDERS) + 1
    assert settle(party.opened, nightly=True) == 0
    assert counted(party, network) == before == counted(party, network, on=closed_on + timedelta(days=3))
    assert party.ask(NetworkDetails(network=network), party.bureau).status == "open"


def test_every_ending_that_the_closing_caused_is_withdrawn_because_of_the_reopening(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    close(party, network)
    settle(party.opened, nightly=True)
    reopen(party, network)
    reopened = party.newest()
    settle(party.opened, nightly=True)
    withdrawn = party.newest()
    assert (withdrawn.TOPIC, withdrawn.of) == ("Membership.EntryWithdrawn", f"{withdrawn.originator_id}:2")
    assert (withdrawn.act.by, withdrawn.act.at) == (CLOCK, reopened.act.at)
    assert withdrawn.act.cause == f"{network}:{reopened.originator_version}"


def test_what_follows_from_it_is_not_counted_among_the_mistakes_that_were_mended(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    close(party, network)
    settle(party.opened, nightly=True)
    reopen(party, network)
    settle(party.opened, nightly=True)
    figures = party.ask(Evaluation(), party.bureau).figures
    (mended,) = (each for each in figures if each.figure == FigureName.CORRECTIONS and each.of == network)
    assert mended.value == 0


def test_who_left_stays_away_when_it_is_opened_again(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    party.join(SOMEBODY_ELSE, network)
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    close(party, network)
    settle(party.opened, nightly=True)
    reopen(party, network)
    settle(party.opened, nightly=True)
    assert (party.holds(SOMEBODY, network), party.holds(SOMEBODY_ELSE, network)) == (False, True)


def test_before_the_policy_came_by_a_member_is_a_member_again_already(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    close(party, network)
    settle(party.opened, nightly=True)
    reopen(party, network)
    with party.refused(AlreadyMember):
        party.join(SOMEBODY, network)
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    assert not party.holds(SOMEBODY, network)
    assert settle(party.opened, nightly=True) == 0


def test_closed_once_more_before_the_policy_came_by_each_ending_follows_its_own_closing(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    close(party, network)
    settle(party.opened, nightly=True)
    reopen(party, network)
    close(party, network)
    closed_again = party.newest()
    settle(party.opened, nightly=True)
    (period,) = party.membership(SOMEBODY, network).periods
    assert period.ended_at == closed_again.act.at


def test_who_joined_the_network_that_took_it_in_stays_in_both(party: Party):
    merged, into = party.network(), party.network(name=ZORG)
    party.join(SOMEBODY, merged)
    party.give(MergeNetwork(network=merged, into=into, reason="Samen verder."), party.board)
    settle(party.opened, nightly=True)
    party.join(SOMEBODY, into)
    after = party.log.last_position()
    reopen(party, merged)
    assert party.types(after) == ["NetworkReopened", "MergerWithdrawn"]
    settle(party.opened, nightly=True)
    assert (party.holds(SOMEBODY, merged), party.holds(SOMEBODY, into)) == (True, True)
    assert party.ask(AskedAnew(), party.bureau).items == ()


def test_a_request_that_was_answered_stays_answered(party: Party):
    network = party.founded()
    asked = RequestAdvice(network=network, **REQUEST)
    request = party.give(asked, party.session(Role.REQUESTER)).data.advice_request
    party.give(DeliverAdvice(advice_request=request, advice="Denk aan de bus."), party.core_group(FOUNDERS[0], network))
    close(party, network)
    settle(party.opened, nightly=True)
    reopen(party, network)
    settle(party.opened, nightly=True)
    assert party.ask(AdviceRequestDetails(advice_request=request), party.bureau).status == RequestStatus.DELIVERED


def test_its_place_of_the_pilot_is_its_own_again_and_one_taken_meanwhile_needs_a_reason(party: Party):
    pilot = party.pilot(places=1)
    network = party.founded(pilot=pilot)
    close(party, network)
    reopen(party, network)
    assert party.newest().TOPIC == "PlaceTaken"
    close(party, network)
    party.founded(OTHER_FOUNDERS, pilot=pilot, name=ZORG)
    with party.refused(NoPlaceLeft):
        reopen(party, network)
    reopen(party, network, beyond_places_because="Het bestuur vergiste zich.")
    assert party.newest().beyond_places_because == "Het bestuur vergiste zich."


def test_after_ninety_days_the_answer_is_to_found_it_anew(party: Party):
    network = party.network()
    close(party, network)
    party.clock.pass_time(days=91)
    with party.refused(ReopeningTooLate):
        reopen(party, network)


def test_both_acts_are_decisions_of_the_board(party: Party):
    network = party.network()
    close(party, network)
    reopen(party, network)
    register = party.ask(DecisionRegister(), party.bureau).items
    decided = [(each.decision, each.reasons) for each in register if each.network == network]
    assert decided[-2:] == [("NetworkClosed", "Af."), ("NetworkReopened", MISTAKE)]


def test_what_was_known_before_the_reopening_stays_what_was_known(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    close(party, network)
    settle(party.opened, nightly=True)
    party.clock.pass_time(days=2)
    then = party.clock.now
    party.clock.pass_time(days=1)
    reopen(party, network)
    settle(party.opened, nightly=True)
    party.clock.pass_time(minutes=1)
    assert (counted(party, network, known_at=then), counted(party, network)) == ((0, 0), (1, 0))


# Named otherwise


def test_reads_as_of_a_day_tell_the_name_of_that_day(party_on_each: Party):
    party = party_on_each
    network = party.network(name=ZORG)
    party.clock.pass_time(days=30)
    today = day_of(party.clock.now)
    party.give(RenameNetwork(network=network, name=GEBED, on=today - timedelta(days=10)), party.board)
    days = (today - timedelta(days=11), today - timedelta(days=10), today)
    assert [called(party, network, on=day) for day in days] == [ZORG, GEBED, GEBED]
    reports = [party.ask(MembershipReport(on=day), party.bureau).items for day in days]
    assert [[each.name for each in report] for report in reports] == [[ZORG], [GEBED], [GEBED]]


def test_the_evaluation_names_a_network_as_it_was_called_that_day(party: Party):
    network = party.network(name=ZORG)
    party.clock.pass_time(days=30)
    today = day_of(party.clock.now)
    party.give(RenameNetwork(network=network, name=GEBED, on=today - timedelta(days=10)), party.board)
    for day, name in ((today - timedelta(days=11), ZORG), (today - timedelta(days=10), GEBED)):
        figures = party.ask(Evaluation(on=day), party.bureau).figures
        assert {each.network for each in figures if each.of == network} == {name}


def test_the_page_of_a_network_tells_what_it_was_called_before(party: Party):
    network = party.network(name="Netwerk zogr")
    party.give(RenameNetwork(network=network, name=ZORG, mistake=Mistake.WRONG_WORDS), party.bureau)
    party.give(RenameNetwork(network=network, name=GEBED), party.board)
    page = party.ask(NetworkDetails(network=network), party.bureau)
    assert (page.name, page.former_names) == (GEBED, (ZORG,))


def test_meetings_are_those_of_the_network_as_it_was_called_that_day(party: Party):
    network = party.founded()
    party.give(PlanMeeting(network=network, **MEETING), party.core_group(FOUNDERS[0], network))
    party.clock.pass_time(days=30)
    today = day_of(party.clock.now)
    party.give(RenameNetwork(network=network, name=GEBED), party.board)
    names = [party.ask(Meetings(on=day), party.bureau).items[0].network_name for day in (today - timedelta(days=1), today)]
    assert names == ["Onderwijsnetwerk", GEBED]


def test_a_typing_error_reads_right_on_every_day_and_as_it_was_for_what_was_known(party: Party):
    network = party.network(name="Netwerk zogr")
    party.clock.pass_time(days=3)
    then = party.clock.now
    party.clock.pass_time(days=3)
    party.give(RenameNetwork(network=network, name=ZORG, mistake=Mistake.WRONG_WORDS), party.bureau)
    assert called(party, network, on=day_of(then)) == ZORG == called(party, network)
    assert called(party, network, known_at=then) == "Netwerk zogr"
    register = party.ask(DecisionRegister(), party.bureau).items
    assert {each.name for each in register if each.network == network} == {ZORG}


def test_the_bureau_corrects_a_name_itself_and_a_new_name_is_the_board_s(party: Party):
    network = party.network(name="Netwerk zogr")
    party.give(RenameNetwork(network=network, name=ZORG, mistake=Mistake.WRONG_WORDS), party.bureau)
    assert party.all_of("NetworkNameCorrected")[0].act.role is Role.PARTY_BUREAU
    party.give(RenameNetwork(network=network, name=GEBED), party.bureau)
    assert party.all_of("NetworkRenamed")[0].act.by == NATIONAL_BOARD


def test_an_old_name_stays_reserved_and_is_found_and_a_typing_error_is_free(party: Party):
    network = party.network(name="Netwerk zogr")
    party.give(RenameNetwork(network=network, name=ZORG, mistake=Mistake.WRONG_WORDS), party.bureau)
    party.give(RenameNetwork(network=network, name=GEBED), party.board)
    for name in (ZORG, GEBED):
        assert party.load(NetworkName, network_name_id(name)).network == network
        with party.refused(NetworkNameTaken):
            party.give(BringInNetwork(**{**NETWORK, "name": name}), party.board)
    other = party.network(name="Netwerk zogr")
    assert party.load(NetworkName, network_name_id("Netwerk zogr")).network == other


def test_only_other_capitals_is_allowed_and_the_very_same_name_is_not(party: Party):
    network = party.network(name=ZORG)
    party.give(RenameNetwork(network=network, name="Netwerk Zorg", mistake=Mistake.WRONG_WORDS), party.bureau)
    assert party.load(Network, network).name == "Netwerk Zorg"
    with party.refused(NetworkNameGivenAlready):
        party.give(RenameNetwork(network=network, name="Netwerk Zorg"), party.board)


def test_no_network_gets_the_name_of_another(party: Party):
    network, other = party.network(name=ZORG), party.network(name=GEBED)
    with party.refused(NetworkNameTaken):
        party.give(RenameNetwork(network=network, name="NETWERK GEBED"), party.board)
    close(party, other)
    with party.refused(NetworkNameTaken):
        party.give(RenameNetwork(network=network, name=GEBED, mistake=Mistake.WRONG_WORDS), party.bureau)


def test_a_name_is_not_given_from_a_day_to_come(party: Party):
    network = party.network(name=ZORG)
    tomorrow = day_of(party.clock.now) + timedelta(days=1)
    with party.refused(InTheFuture):
        party.give(RenameNetwork(network=network, name=GEBED, on=tomorrow), party.board)


def test_a_name_is_new_from_a_day_or_was_a_mistake_and_not_both():
    with pytest.raises(ValidationError, match="give on or mistake, not both"):
        RenameNetwork(network=UUID(int=1), name=GEBED, on=REQUEST["due"], mistake=Mistake.WRONG_WORDS)
