"""One person who was registered twice: made one, in each network under one reference, and two again."""

from datetime import timedelta
from uuid import uuid4

import pytest

from application.access.table import COMMANDS
from application.commands.advice import AnswerCall, CallMembers, WithdrawRequest
from application.commands.meetings import RecordMeeting
from application.commands.networks import EndSeat, JoinNetwork, LeaveNetwork
from application.commands.party import (
    AnnouncePartyEnd,
    EndRole,
    GiveRole,
    MergePersons,
    UndoPersonMerger,
    WithdrawDouble,
)
from application.commands.plans import NominateCoreGroupMember
from application.errors import (
    AccessDenied,
    BothStillNeeded,
    MergedWithOneself,
    NeededFor,
    PersonMergedAlready,
    PersonNotMerged,
)
from application.policies.carrying_out import THE_CLOCK
from application.queries.advice import AdviceRequests
from application.queries.auditing.record import PeopleNamed, WhoAmI
from application.queries.networks import MembershipReport, MembersOfNetwork
from domain.advice.request import AdviceRequest
from domain.kernel.acts import CLOCK, Role
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.networks.meeting import MeetingMode
from domain.networks.membership import Membership, membership_id
from domain.party.party_membership import PartyMembership, party_membership_id
from infrastructure.vault.errors import PersonErased, PersonUnknown
from netwerkpartij.background import settle
from netwerkpartij.cli.check import found
from tests.application.party import FOUNDERS, SOMEBODY, Party
from tests.beginning import administrator

DOUBLE = "Q. Verzonnen"
NAMES = ("Netwerk een", "Netwerk twee", "Netwerk drie")


def merge(party: Party, into: str = SOMEBODY, merged: str = DOUBLE) -> None:
    party.give(MergePersons(into=party.person(into), merged=party.person(merged)), party.bureau)


def undo(party: Party, into: str = SOMEBODY, merged: str = DOUBLE) -> None:
    party.give(UndoPersonMerger(into=party.person(into), merged=party.person(merged)), party.bureau)


def days_pass(party: Party, days: int) -> None:
    for _ in range(days):
        party.clock.pass_time(days=1)
        settle(party.opened, nightly=True)


class Twice:
    """Somebody who was registered twice, each time under references of their own."""

    def __init__(self, party: Party) -> None:
        self.party = party
        for name in (SOMEBODY, DOUBLE):
            party.party_member(name)
        self.networks = [party.network(name=name) for name in NAMES]
        for name, networks in ((SOMEBODY, self.networks[:2]), (DOUBLE, self.networks[1:])):
            for network in networks:
                party.join(name, network)
        self.own = {(name, network): party.reference(name, network) for name in (SOMEBODY, DOUBLE) for network in self.networks}
        self.in_party = {name: party.in_party(name) for name in (SOMEBODY, DOUBLE)}

    def holding(self) -> list[list[str]]:
        """Say under which of their names they are a member of each network, and last of the party."""
        now = self.party.clock.now
        found = []
        for network in self.networks:
            known = {
                name: self.party.log.load(Membership, membership_id(network, self.own[name, network]))
                for name in (SOMEBODY, DOUBLE)
            }
            found.append([name for name, each in known.items() if each is not None and each.holds_at(now)])
        of_party = {
            name: self.party.load(PartyMembership, party_membership_id(reference)) for name, reference in self.in_party.items()
        }
        return [*found, [name for name, each in of_party.items() if each.holds_at(now)]]

    def members(self) -> list[int | None]:
        report = self.party.ask(MembershipReport(), self.party.bureau).items
        counted = {each.network: each.members for each in report}
        return [counted[network] for network in self.networks]


BEFORE = [[SOMEBODY], [SOMEBODY, DOUBLE], [DOUBLE], [SOMEBODY, DOUBLE]]
AFTER = [[SOMEBODY], [SOMEBODY], [DOUBLE], [SOMEBODY]]


def test_within_days_the_person_is_a_member_once_of_each_network_and_undone_all_holds_that_held_before(party_on_each: Party):
    twice = Twice(party_on_each)
    merge(party_on_each)
    assert (twice.holding(), twice.members()) == (BEFORE, [1, 2, 1])
    days_pass(party_on_each, 3)
    assert (twice.holding(), twice.members()) == (AFTER, [1, 1, 1])
    undo(party_on_each)
    days_pass(party_on_each, 3)
    assert (twice.holding(), twice.members()) == (BEFORE, [1, 2, 1])
    assert list(found(party_on_each.opened)) == []


def test_the_earlier_membership_stays_whichever_of_the_two_is_merged(party: Party):
    twice = Twice(party)
    merge(party, into=DOUBLE, merged=SOMEBODY)
    days_pass(party, 3)
    assert twice.holding() == AFTER


def test_the_person_goes_on_as_one_with_what_either_was(party: Party):
    twice = Twice(party)
    double = party.member(DOUBLE)
    merge(party)
    somebody = party.person(SOMEBODY)
    token = party.vault.issue_token(Role.MEMBER, person=double.person)
    session = party.opened.service.session(token)
    assert session is not None
    assert party.ask(WhoAmI(), session).person == somebody
    (one,) = party.ask(PeopleNamed(name="Verzonnen"), party.bureau).people
    assert (one.person, one.name) == (somebody, SOMEBODY)
    for network in twice.networks:
        party.give(LeaveNetwork(network=network), session)
    days_pass(party, 3)
    assert twice.holding() == [[], [], [], [SOMEBODY]]
    newcomer = party.network(name="Netwerk vier")
    party.give(JoinNetwork(network=newcomer, purpose_version=1, person=party.person(DOUBLE)), party.bureau)
    (member,) = party.ask(MembersOfNetwork(network=newcomer), party.bureau).items
    assert (member.name, member.reference) == (SOMEBODY, party.reference(SOMEBODY, newcomer))


def test_what_is_done_meanwhile_stays_with_the_reference_under_which_it_was_done(party: Party):
    twice = Twice(party)
    merge(party)
    days_pass(party, 3)
    somebody = party.person(SOMEBODY)
    party.give(LeaveNetwork(network=twice.networks[1], person=somebody), party.bureau)
    party.give(LeaveNetwork(network=twice.networks[2], person=somebody), party.bureau)
    undo(party)
    days_pass(party, 3)
    assert twice.holding() == [[SOMEBODY], [DOUBLE], [], [SOMEBODY, DOUBLE]]


def test_one_thing_a_day_is_withdrawn_by_the_clock_and_nothing_ties_two_references(party: Party):
    for name in (SOMEBODY, DOUBLE):
        party.party_member(name)
    networks = [party.network(name=name) for name in NAMES]
    for network in networks:
        for name in (SOMEBODY, DOUBLE):
            party.join(name, network)
    before, kept = party.log.last_position(), {name: str(party.person(name)) for name in (SOMEBODY, DOUBLE)}
    merge(party)
    assert party.types(before) == []
    days_pass(party, 3)
    assert len(party.recorded(before)) == 3
    days_pass(party, 3)
    undo(party)
    days_pass(party, 6)
    events = [each.event for each in party.recorded(before)]
    days = [day_of(each.timestamp) for each in events]
    assert sorted(each.TOPIC for each in events) == sorted(
        [*["EntryRestored"] * 3, *["Membership.EntryWithdrawn"] * 3, "PartyMembershipRestored", "PartyMembershipWithdrawn"]
    )
    assert len(days) == len(set(days)) == len({each.act.command for each in events})
    assert {(each.act.by, each.act.cause, each.act.entered_by) for each in events} == {(CLOCK, None, None)}
    written = "".join(each.model_dump_json() for each in events)
    assert not [each for each in (*kept.values(), *kept) if each in written]
    for each in events:
        about = {party.reference(name, network) for name in (SOMEBODY, DOUBLE) for network in networks}
        assert sum(reference in each.model_dump_json() for reference in about) <= 1


def test_the_receipt_tells_neither_people_nor_networks_and_the_same_command_again_changes_nothing(party: Party):
    Twice(party)
    command = MergePersons(into=party.person(SOMEBODY), merged=party.person(DOUBLE))
    first, again = uuid4(), uuid4()
    answer = party.give(command, party.bureau, command_id=first)
    receipt = party.log.receipt(party.opened.service.stored_id(first))
    assert receipt is not None
    assert (answer.data.model_dump(), receipt.answer) == ({"kept": True}, {"kept": True})
    undo(party)
    party.give(command, party.bureau, command_id=first)  # the answer that it had, and no new merger
    assert party.vault.known(party.person(DOUBLE)).id == party.person(DOUBLE)
    party.give(command, party.bureau, command_id=again)
    assert party.vault.known(party.person(DOUBLE)).id == party.person(SOMEBODY)


# What is refused


def test_a_merger_that_cannot_be_is_refused_by_what_is_the_matter(party: Party):
    Twice(party)
    third = party.party_member(FOUNDERS[0])
    somebody, double, unknown = party.person(SOMEBODY), party.person(DOUBLE), uuid4()

    def refused(refusal: type[Exception], *commands: MergePersons | UndoPersonMerger) -> None:
        for command in commands:
            with party.refused(refusal):
                party.give(command, party.bureau)

    refused(MergedWithOneself, MergePersons(into=double, merged=double), UndoPersonMerger(into=double, merged=double))
    refused(PersonUnknown, MergePersons(into=unknown, merged=double), MergePersons(into=double, merged=unknown))
    refused(PersonNotMerged, UndoPersonMerger(into=somebody, merged=double))
    merge(party)
    refused(
        PersonMergedAlready,
        MergePersons(into=somebody, merged=double),
        MergePersons(into=double, merged=somebody),
        MergePersons(into=third, merged=double),
    )
    refused(
        PersonNotMerged,
        UndoPersonMerger(into=double, merged=somebody),
        UndoPersonMerger(into=third, merged=double),
        UndoPersonMerger(into=third, merged=somebody),
    )
    undo(party)
    refused(PersonNotMerged, UndoPersonMerger(into=somebody, merged=double))
    party.vault.erase_person(double)
    refused(PersonErased, MergePersons(into=somebody, merged=double), MergePersons(into=double, merged=somebody))


def test_only_the_bureau_merges(party: Party):
    Twice(party)
    into, merged = party.person(SOMEBODY), party.person(DOUBLE)
    for session in [party.session(role) for role in (Role.MEMBER, Role.NATIONAL_BOARD, Role.ADMINISTRATOR)]:
        for command in (MergePersons(into=into, merged=merged), UndoPersonMerger(into=into, merged=merged)):
            with party.refused(AccessDenied):
                party.give(command, session)
    assert set(COMMANDS[MergePersons]) == set(COMMANDS[UndoPersonMerger]) == {Role.PARTY_BUREAU}


def test_a_chain_is_one_person_and_merging_into_somebody_merged_is_merging_into_whom_they_are(party: Party):
    twice = Twice(party)
    third = FOUNDERS[0]
    party.join(third, twice.networks[0])
    merge(party)
    merge(party, into=DOUBLE, merged=third)
    assert {party.vault.known(party.person(each)).id for each in (SOMEBODY, DOUBLE, third)} == {party.person(SOMEBODY)}
    days_pass(party, 6)
    assert (twice.holding(), twice.members()) == (AFTER, [1, 1, 1])
    undo(party, merged=third)
    days_pass(party, 3)
    assert (twice.holding(), twice.members()) == (AFTER, [2, 1, 1])


# Seats, nominations, presence and roles


def test_where_one_has_a_seat_the_person_goes_on_with_it(party: Party):
    twice = Twice(party)
    network = twice.networks[1]
    party.seat(DOUBLE, network)
    merge(party)
    days_pass(party, 3)
    assert twice.holding() == [[SOMEBODY], [DOUBLE], [DOUBLE], [SOMEBODY]]
    party.give(EndSeat(network=network, person=party.person(SOMEBODY)), party.bureau)
    assert list(found(party.opened)) == []
    undo(party)
    days_pass(party, 3)
    assert twice.holding() == BEFORE


@pytest.mark.parametrize("ended", [False, True])
def test_two_seats_in_one_core_group_are_not_merged_until_one_of_the_two_left(party: Party, *, ended: bool):
    twice = Twice(party)
    network = twice.networks[1]
    for name in (SOMEBODY, DOUBLE):
        party.seat(name, network)
        if ended:
            party.give(EndSeat(network=network, person=party.person(name)), party.bureau)
    with party.refused(BothStillNeeded) as refused:
        merge(party)
    assert refused.value.facts == {"needed": (NeededFor.SEAT,)}
    party.give(LeaveNetwork(network=network, person=party.person(DOUBLE)), party.bureau)
    merge(party)
    days_pass(party, 3)
    assert twice.holding() == AFTER
    assert list(found(party.opened)) == []


def test_whoever_was_named_as_present_stays_a_member_of_that_day(party: Party):
    twice = Twice(party)
    network = twice.networks[1]
    named = (party.reference(DOUBLE, network),)
    held = RecordMeeting(
        network=network, outcome="held", title="Kennismaking", mode=MeetingMode.ONLINE, present=2, attendees=named
    )
    party.give(held, party.bureau)
    merge(party)
    days_pass(party, 3)
    assert twice.holding()[1] == [DOUBLE]
    assert list(found(party.opened)) == []


def test_whoever_answered_a_call_stays_a_member_of_that_day(party: Party):
    twice = Twice(party)
    request = party.asked(twice.networks[1])
    closes_on = party.clock.now.date() + timedelta(days=9)
    party.give(CallMembers(advice_request=request, closes_on=closes_on), party.bureau)
    party.give(AnswerCall(advice_request=request, answer="Graag."), party.member(DOUBLE))
    merge(party)
    days_pass(party, 3)
    assert twice.holding()[1] == [DOUBLE]
    assert list(found(party.opened)) == []


def test_two_nominations_for_one_core_group_are_not_merged(party: Party):
    plan = party.draft(SOMEBODY)
    for name in (SOMEBODY, DOUBLE):
        party.give(NominateCoreGroupMember(plan=plan, nominee=party.party_member(name)), party.bureau)
    with party.refused(BothStillNeeded) as refused:
        merge(party)
    assert refused.value.facts == {"needed": (NeededFor.NOMINATION,)}


def test_two_roles_are_not_merged_until_one_has_ended_and_one_role_goes_on(party: Party):
    bureau, board = (
        GiveRole(person=party.person(name), role=role)
        for name, role in zip((SOMEBODY, DOUBLE), (Role.PARTY_BUREAU, Role.NATIONAL_BOARD), strict=True)
    )
    for given in (bureau, board):
        party.give(given, administrator(party.opened))
    with party.refused(BothStillNeeded) as refused:
        merge(party)
    assert refused.value.facts == {"needed": (NeededFor.ROLE,)}
    party.give(EndRole(**bureau.model_dump(include={"person", "role"})), administrator(party.opened))
    merge(party)
    party.give(EndRole(person=party.person(SOMEBODY), role=Role.NATIONAL_BOARD), administrator(party.opened))


def test_what_either_asked_as_a_requester_stays_theirs_and_is_followed_under_the_reference_that_asked(party: Party):
    network = party.network()
    asked = [party.asked(network, by=name) for name in (SOMEBODY, DOUBLE)]
    references = [party.load(AdviceRequest, item).requester for item in asked]
    party.give(EndRole(person=party.person(DOUBLE), role=Role.REQUESTER), administrator(party.opened))
    for name in (SOMEBODY, DOUBLE):
        party.party_member(name)
    merge(party)
    requester = party.session(Role.REQUESTER, SOMEBODY)
    assert {each.advice_request for each in party.ask(AdviceRequests(), requester).items} == set(asked)
    for item, reference in zip(asked, references, strict=True):
        party.give(WithdrawRequest(advice_request=item), requester)
        assert party.newest().act.by == reference


# With the party


def test_a_party_membership_that_ended_before_the_merger_ends_nothing_of_the_person(party: Party):
    twice = Twice(party)
    party.give(AnnouncePartyEnd(person=party.person(DOUBLE)), party.bureau)
    days_pass(party, 15)
    merge(party)
    days_pass(party, 45)
    assert twice.holding() == AFTER


def test_who_leaves_the_party_after_a_merger_leaves_everything(party: Party):
    twice = Twice(party)
    merge(party)
    party.give(AnnouncePartyEnd(person=party.person(DOUBLE)), party.bureau)
    days_pass(party, 60)
    assert twice.holding() == [[], [], [], []]


def test_a_double_is_withdrawn_by_the_clock_alone(party: Party):
    twice = Twice(party)
    item = party.membership(DOUBLE, twice.networks[1])
    with party.refused(AccessDenied):
        party.give(WithdrawDouble(item=item.id), party.bureau)
    party.give(WithdrawDouble(item=item.id), THE_CLOCK)
    assert party.newest().mistake is Mistake.ENTERED_TWICE
    assert not party.holds(DOUBLE, twice.networks[1])
