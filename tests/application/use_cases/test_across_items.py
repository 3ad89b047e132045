"""Items that must agree, agree, whatever is typed when."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.commands.advice import DeliverAdvice
from application.commands.base import Command
from application.commands.meetings import PlanMeeting, RecordMeeting
from application.commands.networks import (
    AppointChair,
    AppointCoreGroupMember,
    CloseNetwork,
    CorrectEntry,
    EndSeat,
    LeaveNetwork,
    ReopenNetwork,
    SuspendNetwork,
    WithdrawEntry,
)
from application.commands.plans import DraftPlan
from application.language.errors import error_sentence
from application.language.words import Language
from application.passing_time import act_of_clock
from application.ports.event_log import Receipt
from application.queries.networks import MembershipReport
from domain.across_items import seats_to_end
from domain.kernel.acts import CLOCK, Reference
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, NothingToRestOnThen, SomethingRestsOnEntry, WayOut
from domain.networks.errors import NetworkClosedAlready, NetworkNotBegunYet, NetworkSuspendedNow, NotInCoreGroup
from domain.networks.meeting import MeetingAudience, MeetingMode
from domain.networks.membership import Membership, NotAMember, membership_id
from domain.networks.network import Network
from domain.party.party_membership import NotAPartyMember
from domain.pilot.pilot import PilotNotBegunYet
from netwerkpartij.background import settle
from netwerkpartij.cli.check import found
from tests.application.party import FOUNDERS, PLAN, SOMEBODY, Party

WRONG_DAY, ENTERED_TWICE = Mistake.WRONG_DAY, Mistake.ENTERED_TWICE


class Seated:
    """Somebody who joined a network on Monday and got a seat ten days later; now it is ten days after that."""

    def __init__(self, party: Party) -> None:
        self.party = party
        self.network = party.network()
        party.join(SOMEBODY, self.network)
        self.joined_at = party.clock.now
        party.clock.pass_time(days=10)
        party.seat(SOMEBODY, self.network)
        self.seated_at = party.clock.now
        self.seat = party.load(Network, self.network).last_event
        party.clock.pass_time(days=10)

    @property
    def person(self) -> UUID:
        return self.party.person(SOMEBODY)

    @property
    def joining(self) -> str:
        return f"{membership_id(self.network, self.party.reference(SOMEBODY, self.network))}:1"

    def counted(self, on: datetime | None = None) -> tuple[int, int]:
        """Give members and core group of the network, as reports tell them."""
        day = None if on is None else on.date()
        (count,) = self.party.ask(MembershipReport(on=day), self.party.bureau).items
        return count.members, count.core_group


def a_meeting(party: Party, network: UUID, *attendees: Reference) -> UUID:
    """Give a meeting that was held just now."""
    meeting = RecordMeeting(
        network=network,
        title="Op bezoek",
        mode=MeetingMode.BOTH,
        audience=MeetingAudience.ALL_MEMBERS,
        outcome="held",
        present=1,
        attendees=attendees,
    )
    return party.give(meeting, party.bureau).data.meeting


def resting(because: str, at: datetime, entry: str, first: WayOut = WayOut.MEND_IT) -> dict[str, object]:
    """Give the facts of a refusal because of an entry."""
    return {"because": because, "on": day_of(at), "first": first, "entry": entry}


@pytest.fixture
def seated(party: Party) -> Seated:
    return Seated(party)


# A seat rests on a membership


@pytest.mark.parametrize(
    "asked",
    [
        lambda s: LeaveNetwork(network=s.network, person=s.person, at=s.seated_at - timedelta(days=2)),
        lambda s: WithdrawEntry(of=s.joining, mistake=ENTERED_TWICE),
        lambda s: CorrectEntry(of=s.joining, corrected_at=s.seated_at + timedelta(days=1), mistake=WRONG_DAY),
    ],
)
def test_what_would_leave_a_seat_without_a_membership_is_refused_and_names_the_seat(
    seated: Seated, asked: Callable[[Seated], Command]
):
    with seated.party.refused(SomethingRestsOnEntry) as refused:
        seated.party.give(asked(seated), seated.party.bureau)
    assert refused.value.facts == resting("seat", seated.seated_at, seated.seat)
    assert seated.counted() == (1, 1)


def test_a_seat_that_is_corrected_to_before_the_membership_is_refused_and_names_that(seated: Seated):
    before = seated.joined_at - timedelta(seconds=10)
    with seated.party.refused(NothingToRestOnThen) as refused:
        seated.party.give(CorrectEntry(of=seated.seat, corrected_at=before, mistake=WRONG_DAY), seated.party.bureau)
    assert refused.value.facts == {"ground": "membership", "on": day_of(before)}
    assert str(error_sentence(refused.value.code, refused.value.facts, Language.NL)) == (
        "Op 3 maart 2025 kan dit niet. Toen was dit er niet: het lidmaatschap van het netwerk."
        " Kies een andere dag. Klopt de dag wel? Verbeter dan eerst de regel waar dit op rust."
    )


def test_once_the_seat_is_withdrawn_the_late_leaving_is_recorded(seated: Seated):
    party, left_at = seated.party, seated.seated_at - timedelta(days=2)
    party.give(WithdrawEntry(of=seated.seat, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)
    party.give(LeaveNetwork(network=seated.network, person=seated.person, at=left_at), party.bureau)
    assert seated.counted() == (0, 0)


def test_a_leaving_is_corrected_to_an_earlier_day_once_the_seat_ended_on_that_day(seated: Seated):
    party, earlier = seated.party, seated.seated_at + timedelta(days=1)
    party.give(LeaveNetwork(network=seated.network, person=seated.person), party.bureau)
    left = party.membership(SOMEBODY, seated.network).last_event
    seat_ended = party.all_of("CoreGroupMemberSteppedDown")[-1]
    correction = CorrectEntry(of=left, corrected_at=earlier, mistake=WRONG_DAY)
    with party.refused(SomethingRestsOnEntry):
        party.give(correction, party.bureau)
    of_seat = f"{seated.network}:{seat_ended.originator_version}"
    party.give(CorrectEntry(of=of_seat, corrected_at=earlier, mistake=WRONG_DAY), party.bureau)
    party.give(correction, party.bureau)
    assert (seated.counted(earlier - timedelta(days=1)), seated.counted(earlier)) == ((1, 1), (0, 0))


def test_the_end_of_a_seat_is_not_withdrawn_when_the_membership_ended_too(seated: Seated):
    party = seated.party
    party.give(LeaveNetwork(network=seated.network, person=seated.person), party.bureau)
    ended = party.load(Network, seated.network).life
    (stepped_down,) = [each for each in ended if each.TOPIC == "CoreGroupMemberSteppedDown"]
    of = f"{seated.network}:{stepped_down.originator_version}"
    with party.refused(SomethingRestsOnEntry):
        party.give(WithdrawEntry(of=of, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)


def test_a_seat_typed_after_its_member_left_ends_with_the_membership_and_nobody_did_that(seated: Seated):
    party = seated.party
    party.give(WithdrawEntry(of=seated.seat, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)
    party.give(LeaveNetwork(network=seated.network, person=seated.person), party.bureau)
    left_at, left = party.clock.now, party.membership(SOMEBODY, seated.network).last_event
    before = party.log.last_position()
    late = AppointCoreGroupMember(network=seated.network, person=seated.person, at=seated.seated_at)
    party.give(late, party.board)
    assert party.types(before) == ["CoreGroupMemberAppointed", "CoreGroupMemberSteppedDown"]
    ended = party.newest().act
    assert (ended.at, ended.by, ended.cause) == (left_at, CLOCK, left)
    assert seated.counted(seated.seated_at) == (1, 1)
    with party.refused(NotInCoreGroup):
        chair = AppointChair(network=seated.network, person=seated.person, at=seated.seated_at + timedelta(days=1))
        party.give(chair, party.board)


# A correction meets what a first entry must meet


def test_a_joining_is_not_corrected_to_before_its_network(party: Party):
    party.party_member(SOMEBODY)
    before = party.clock.now
    party.clock.pass_time(days=1)
    joined = party.join(SOMEBODY, party.network())
    for at in (before, datetime.fromisoformat("2001-03-01T12:00+01:00")):
        with party.refused(NetworkNotBegunYet):
            party.give(CorrectEntry(of=f"{joined.data.membership}:1", corrected_at=at, mistake=WRONG_DAY), party.bureau)


def test_a_joining_is_not_corrected_to_after_the_closing(seated: Seated):
    party = seated.party
    party.give(EndSeat(network=seated.network, person=seated.person), party.bureau)
    party.give(CloseNetwork(network=seated.network, reason="Af."), party.board)
    party.clock.pass_time(days=1)
    correction = CorrectEntry(of=seated.joining, corrected_at=party.clock.now, mistake=WRONG_DAY)
    with party.refused(NetworkClosedAlready):
        party.give(correction, party.bureau)


def test_nobody_leaves_a_network_that_is_no_longer_there(seated: Seated):
    party = seated.party
    party.give(CloseNetwork(network=seated.network, reason="Af."), party.board)
    party.clock.pass_time(hours=1)
    with party.refused(NetworkClosedAlready):
        party.give(LeaveNetwork(network=seated.network, person=seated.person), party.bureau)


def test_a_joining_is_not_corrected_to_before_the_party_membership(party: Party):
    network = party.network()
    before = party.clock.now
    party.clock.pass_time(days=1)
    joined = party.join(SOMEBODY, network)
    with party.refused(NotAPartyMember):
        party.give(CorrectEntry(of=f"{joined.data.membership}:1", corrected_at=before, mistake=WRONG_DAY), party.bureau)


def test_a_joining_is_not_corrected_into_a_suspension(party: Party):
    network = party.network()
    joined = party.join(SOMEBODY, network)
    party.clock.pass_time(days=1)
    party.give(SuspendNetwork(network=network, reason="Ruzie."), party.board)
    with party.refused(NetworkSuspendedNow):
        of = f"{joined.data.membership}:1"
        party.give(CorrectEntry(of=of, corrected_at=party.clock.now, mistake=WRONG_DAY), party.bureau)


# Who is named as present was a member


def test_who_was_at_a_meeting_did_not_leave_before_it(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    party.clock.pass_time(days=5)
    held = a_meeting(party, network, party.reference(SOMEBODY, network))
    late = LeaveNetwork(network=network, person=party.person(SOMEBODY), at=party.clock.now - timedelta(days=2))
    with party.refused(SomethingRestsOnEntry) as refused:
        party.give(late, party.bureau)
    assert refused.value.facts == resting("attendance", party.newest().act.at, f"{held}:1")
    correction = CorrectEntry(of=f"{held}:1", corrected_at=party.clock.now - timedelta(days=6), mistake=WRONG_DAY)
    with party.refused(NetworkNotBegunYet):
        party.give(correction, party.bureau)


# What rests on a network that began or closed on another day


def test_a_network_does_not_begin_after_somebody_joined_it(party: Party):
    network = party.network()
    party.party_member(SOMEBODY)
    party.clock.pass_time(days=2)
    joined = party.join(SOMEBODY, network)
    party.clock.pass_time(days=2)
    with party.refused(SomethingRestsOnEntry) as refused:
        party.give(CorrectEntry(of=f"{network}:1", corrected_at=party.clock.now, mistake=WRONG_DAY), party.bureau)
    joined_at = party.membership(SOMEBODY, network).periods[0].begun_at
    assert refused.value.facts == resting("membership", joined_at, f"{joined.data.membership}:1")
    day_before = party.clock.now - timedelta(days=3)
    party.give(CorrectEntry(of=f"{network}:1", corrected_at=day_before, mistake=WRONG_DAY), party.bureau)


def test_a_network_is_not_founded_before_its_plan_was_approved_or_brought_in_before_it_existed(party: Party):
    founded, brought_in = party.founded(), party.network()
    before = party.clock.now - timedelta(days=9)
    with party.refused(NothingToRestOnThen) as refused:
        party.give(CorrectEntry(of=f"{founded}:1", corrected_at=before, mistake=WRONG_DAY), party.bureau)
    assert refused.value.facts == {"ground": "approval", "on": day_of(before)}
    with party.refused(CorrectionImpossible):
        long_ago = datetime.fromisoformat("2001-03-01T12:00+01:00")
        party.give(CorrectEntry(of=f"{brought_in}:1", corrected_at=long_ago, mistake=WRONG_DAY), party.bureau)


def test_a_network_does_not_close_before_a_meeting_that_it_held(party: Party):
    network = party.network()
    party.clock.pass_time(days=5)
    held = a_meeting(party, network)
    party.clock.pass_time(days=5)
    with party.refused(SomethingRestsOnEntry) as refused:
        party.give(CloseNetwork(network=network, reason="Af.", at=party.clock.now - timedelta(days=7)), party.board)
    assert refused.value.facts == resting("meeting", party.newest().act.at, f"{held}:1")
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    closed = party.load(Network, network).last_event
    correction = CorrectEntry(of=closed, corrected_at=party.clock.now - timedelta(days=7), mistake=WRONG_DAY)
    with party.refused(SomethingRestsOnEntry):
        party.give(correction, party.bureau)


def test_a_network_does_not_begin_after_it_was_asked_something(party: Party):
    network = party.network()
    party.clock.pass_time(days=2)
    request = party.asked(network)
    party.clock.pass_time(days=2)
    with party.refused(SomethingRestsOnEntry) as refused:
        party.give(CorrectEntry(of=f"{network}:1", corrected_at=party.clock.now, mistake=WRONG_DAY), party.bureau)
    assert refused.value.facts == resting("request", party.newest().act.at, f"{request}:1", WayOut.OTHER_DAY)


def test_memberships_that_ended_with_a_closing_end_when_it_is_known_to_have_been(seated: Seated):
    party, network = seated.party, seated.network
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    closed_at, closed = party.clock.now, party.load(Network, network).last_event
    settle(party.opened)
    party.clock.pass_time(days=10)
    for days in (8, -3):
        at = closed_at + timedelta(days=days)
        party.give(CorrectEntry(of=closed, corrected_at=at, mistake=WRONG_DAY), party.bureau)
        assert party.membership(SOMEBODY, network).periods[0].ended_at == at
        assert (seated.counted(at - timedelta(days=1)), seated.counted(at)) == ((1, 1), (0, 0))


def test_a_seat_rests_on_a_membership_that_goes_on_because_the_network_was_opened_again(seated: Seated):
    party, network = seated.party, seated.network
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    settle(party.opened)
    party.give(ReopenNetwork(network=network, reason="Een vergissing."), party.bureau)
    ends_with_seat = [*seats_to_end(party.load(Network, network), party.membership(SOMEBODY, network))]
    assert (list(found(party.opened)), ends_with_seat) == ([], [])
    settle(party.opened)
    assert (list(found(party.opened)), seated.counted()) == ([], (1, 1))


# Nothing is recorded meanwhile


def test_a_seat_is_decided_again_when_its_member_left_meanwhile(party_on_each: Party, monkeypatch: pytest.MonkeyPatch):
    party = party_on_each
    network = party.network()
    party.join(SOMEBODY, network)
    record, held_back = party.log.record, [LeaveNetwork(network=network, person=party.person(SOMEBODY))]

    def after_the_other(*aggregates: Any, **fields: Any) -> Receipt:
        while held_back:
            party.give(held_back.pop(), party.bureau)
        return record(*aggregates, **fields)

    monkeypatch.setattr(party.log, "record", after_the_other)
    with pytest.raises(NotAMember):
        party.seat(SOMEBODY, network)
    assert party.load(Network, network).core_group(party.clock.now) == ()


# A pilot


def test_no_plan_is_begun_in_a_pilot_that_has_not_begun(party: Party):
    party.party_member(FOUNDERS[0])
    before = party.clock.now
    party.clock.pass_time(days=1)
    pilot = party.pilot()
    with party.refused(PilotNotBegunYet):
        party.give(DraftPlan(**PLAN, pilot=pilot, at=before), party.member(FOUNDERS[0]))


def test_a_network_gets_no_place_in_a_pilot_before_it_began(party: Party):
    before = party.clock.now
    party.clock.pass_time(days=1)
    pilot = party.pilot()
    with party.refused(PilotNotBegunYet):
        party.network(pilot=pilot, at=before, existed_since=date(2016, 3, 12))


def test_the_membership_of_a_founder_is_not_withdrawn_under_the_seat(party: Party):
    network = party.founded()
    membership = party.load(Membership, membership_id(network, party.reference(FOUNDERS[0], network)))
    with party.refused(SomethingRestsOnEntry):
        party.give(WithdrawEntry(of=f"{membership.id}:1", mistake=ENTERED_TWICE), party.bureau)


# What people do for a network, they do while they are of it


def test_nobody_acts_for_a_core_group_before_they_had_a_seat(seated: Seated):
    party, network = seated.party, seated.network
    own, before = party.core_group(SOMEBODY, network), seated.seated_at - timedelta(days=1)
    request = party.asked(network, at=seated.joined_at + timedelta(hours=1))
    for command in (
        AppointChair(network=network, person=seated.person, at=before),
        DeliverAdvice(advice_request=request, advice="Ja.", at=before),
        DeliverAdvice(advice_request=request, talked_on=before.date(), talked_with="Een Kamerlid."),
        PlanMeeting(network=network, title="Op bezoek", day=date(2025, 4, 1), mode=MeetingMode.BOTH, at=before),
    ):
        with party.refused(NotInCoreGroup):
            party.give(command, own)


def test_no_meeting_is_planned_for_a_day_after_the_closing(seated: Seated):
    party, network = seated.party, seated.network
    day = party.clock.now.date() + timedelta(days=7)
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    planned = PlanMeeting(network=network, title="Op bezoek", day=day, mode=MeetingMode.BOTH, at=seated.seated_at)
    with party.refused(NetworkClosedAlready):
        party.give(planned, party.bureau)


def test_a_seat_is_not_corrected_to_after_its_member_became_chair(seated: Seated):
    party, network = seated.party, seated.network
    party.give(AppointChair(network=network, person=seated.person), party.board)
    party.clock.pass_time(days=2)
    with party.refused(CorrectionImpossible):
        later = CorrectEntry(of=seated.seat, corrected_at=party.clock.now - timedelta(days=1), mistake=WRONG_DAY)
        party.give(later, party.bureau)


# What came into the log otherwise


def test_a_check_finds_a_seat_without_a_membership_by_its_entry(seated: Seated):
    party = seated.party
    party.opened.reads.catch_up()
    assert list(found(party.opened)) == []
    membership = party.membership(SOMEBODY, seated.network)
    membership.leave(act_of_clock(seated.seated_at - timedelta(days=1), membership.id))
    party.log.record([membership], command=membership.id, digest="0" * 64, answer={}, recorded_at=party.clock.now)
    party.opened.reads.catch_up()
    assert [(each.code, each.event) for each in found(party.opened)] == [("item-without-ground", seated.seat)]
