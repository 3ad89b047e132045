"""The life of a network, and of the memberships in it."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from application.commands.networks import (
    AppointChair,
    AppointCoreGroupMember,
    ChangeAgreements,
    CloseNetwork,
    CorrectEntry,
    EndorsePurpose,
    EndSeat,
    JoinNetwork,
    LeaveNetwork,
    MarkSensitive,
    MergeNetwork,
    RenewNetwork,
    ResumeNetwork,
    SuspendNetwork,
    WithdrawEntry,
)
from application.commands.party import StartPartyMembership
from application.errors import AccessDenied, InTheFuture, UnknownItem
from application.language.answers import in_sentences
from application.language.words import Language
from application.ports.vault.contexts import OFFICE
from application.queries.auditing.record import History
from application.queries.networks import AskedAnew, MembershipReport, NetworkDetails
from domain.kernel.acts import CLOCK, NATIONAL_BOARD, Role, Source
from domain.kernel.entries import Mistake
from domain.kernel.errors import EntryNotCorrectable, EntryNotFound
from domain.networks.errors import (
    AlreadyInCoreGroup,
    AlreadySensitive,
    MergedIntoItself,
    NetworkClosedAlready,
    NetworkNotSuspended,
    NetworkSuspendedNow,
    NothingChanged,
    NotInCoreGroup,
    TermNotLonger,
)
from domain.networks.membership import AlreadyMember, ExplicitConsentNeeded, NotAMember, PurposeChangedSince, TooYoung
from domain.networks.network import Network
from domain.party.party_membership import NotAPartyMember
from domain.pilot.rules import NetworkType
from infrastructure.vault.errors import PersonUnknown
from tests.application.party import BUREAU, CONSENT, FOUNDERS, NETWORK, SOMEBODY, SOMEBODY_ELSE, Party

# Joining and leaving


def test_a_member_joins_leaves_and_comes_back_as_a_new_period(party: Party):
    network = party.network()
    joined = party.join(SOMEBODY, network)
    act = party.newest().act
    assert (act.by, act.role, act.entered_by, act.source) == (
        party.reference(SOMEBODY, network),
        Role.MEMBER,
        None,
        Source.SELF,
    )
    with party.refused(AlreadyMember):
        party.join(SOMEBODY, network)
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    with party.refused(NotAMember):
        party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    returned = party.join(SOMEBODY, network)

    assert returned.data.membership == joined.data.membership
    assert len(party.membership(SOMEBODY, network).periods) == 2
    (count,) = party.ask(MembershipReport(), party.bureau).items
    assert (count.members, count.joined, count.left) == (1, 1, 1)


def test_the_bureau_records_a_call_in_the_name_of_the_member(party: Party):
    network = party.network()
    party.join_by_phone(SOMEBODY, network)
    act = party.newest().act
    assert (act.by, act.role, act.entered_by, act.source) == (
        party.reference(SOMEBODY, network),
        Role.MEMBER,
        party.vault.reference(party.person(BUREAU), OFFICE),
        Source.PHONE,
    )
    party.give(LeaveNetwork(network=network, person=party.person(SOMEBODY), source=Source.MAIL), party.bureau)
    assert (party.newest().act.by, party.newest().act.source) == (act.by, Source.MAIL)


def test_somebody_of_the_bureau_who_joins_is_a_member_like_any_other(party: Party):
    network = party.network()
    party.party_member(BUREAU)
    party.give(JoinNetwork(network=network, purpose_version=1), party.bureau)
    act = party.newest().act
    assert (act.by, act.role, act.entered_by, act.source) == (party.reference(BUREAU, network), Role.MEMBER, None, Source.SELF)


def test_nobody_joins_without_party_membership_network_or_the_purpose_of_today(party: Party):
    network = party.network()
    outsider = party.person("Xander Fictief")
    with party.refused(NotAPartyMember):
        party.give(JoinNetwork(network=network, purpose_version=1, person=outsider), party.bureau)
    member = party.member(SOMEBODY)
    with party.refused(UnknownItem):
        party.give(JoinNetwork(network=UUID(int=9), purpose_version=1), member)
    with party.refused(PurposeChangedSince):
        party.give(JoinNetwork(network=network, purpose_version=2), member)


def test_nobody_joins_or_leaves_for_somebody_else(party: Party):
    network = party.network()
    other, member = party.party_member(SOMEBODY_ELSE), party.member(SOMEBODY)
    party.join(SOMEBODY_ELSE, network)
    for command in (
        JoinNetwork(network=network, purpose_version=1, person=other),
        LeaveNetwork(network=network, person=other),
        EndorsePurpose(network=network, purpose_version=1, person=other),
    ):
        with party.refused(AccessDenied):
            party.give(command, member)


def test_a_sensitive_network_asks_for_a_consent_and_an_age_that_is_known(party: Party):
    network = party.network(sensitive=True)
    party.person("Yara Fictief", birth_year=2010)
    party.person("Wim Fictief", birth_year=None)
    for name in ("Yara Fictief", "Wim Fictief", SOMEBODY):
        party.party_member(name)
    with party.refused(ExplicitConsentNeeded):
        party.join(SOMEBODY, network)
    for name in ("Yara Fictief", "Wim Fictief"):
        with party.refused(TooYoung):
            party.join(name, network, consent_version=CONSENT)
    party.join(SOMEBODY, network, consent_version=CONSENT)
    assert party.newest().consent_version == CONSENT


def test_leaving_ends_the_seat_that_went_with_it(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    party.seat(SOMEBODY, network)
    before = party.log.last_position()
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    assert party.types(before) == ["MemberLeft", "CoreGroupMemberSteppedDown"]


def test_a_call_of_march_typed_in_april_counts_from_march(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    party.clock.pass_time(days=40)
    left = LeaveNetwork(network=network, person=party.person(SOMEBODY), on=date(2025, 3, 20))
    party.give(left, party.bureau)
    members = [
        party.ask(MembershipReport(on=day), party.bureau).items[0].members for day in (date(2025, 3, 19), date(2025, 3, 20))
    ]
    assert members == [1, 0]


# Core group


def test_a_member_of_the_network_gets_a_seat_the_chair_and_gives_them_up(party: Party):
    network = party.network()
    party.party_member(SOMEBODY)
    with party.refused(NotAMember):
        party.seat(SOMEBODY, network)
    party.join(SOMEBODY, network)
    party.seat(SOMEBODY, network)
    assert (party.newest().act.by, party.newest().act.role) == (NATIONAL_BOARD, Role.NATIONAL_BOARD)
    with party.refused(AlreadyInCoreGroup):
        party.seat(SOMEBODY, network)

    own = party.core_group(SOMEBODY, network)
    party.give(AppointChair(network=network, person=party.person(SOMEBODY)), own)
    assert (party.newest().act.by, party.newest().act.role) == (party.reference(SOMEBODY, network), Role.CORE_GROUP)
    assert party.load(Network, network).chair == party.reference(SOMEBODY, network)

    party.give(EndSeat(network=network), own)
    assert party.load(Network, network).chair is None
    with party.refused(AccessDenied):  # without a seat one is no longer of the core group
        party.give(EndSeat(network=network), own)


@pytest.mark.parametrize(
    ("role", "said_so", "by_board"),
    [
        (Role.NATIONAL_BOARD, False, True),
        (Role.PARTY_BUREAU, True, True),
        (Role.PARTY_BUREAU, False, False),
    ],
)
def test_a_seat_is_ended_by_the_board_or_given_up_by_phone(party: Party, role: Role, *, said_so: bool, by_board: bool):
    network = party.founded()
    session = party.board if role is Role.NATIONAL_BOARD else party.bureau
    decided = party.met() if said_so else None
    party.give(EndSeat(network=network, person=party.person(FOUNDERS[0]), decided=decided), session)
    (ended,) = party.all_of("CoreGroupMemberSteppedDown")
    assert ended.act.by == (NATIONAL_BOARD if by_board else party.reference(FOUNDERS[0], network))
    too_small = party.newest()
    assert (too_small.TOPIC, too_small.act.by, too_small.act.entered_by) == ("CoreGroupFoundTooSmall", CLOCK, None)
    assert too_small.act.cause == f"{network}:{ended.originator_version}"
    told = in_sentences(party.ask(History(item=network), party.bureau), Language.NL).items[-1].sentence
    assert told.startswith("De kerngroep is te klein: drie leden.")
    assert told.endswith("Automatisch vastgelegd.")
    assert len(party.load(Network, network).core_group(party.clock.now)) == 3
    assert party.ask(NetworkDetails(network=network), party.bureau).below_minimum is True
    assert party.holds(FOUNDERS[0], network)


def test_somebody_of_the_core_group_ends_no_seat_of_another_and_speaks_not_for_the_board(party: Party):
    network, other = party.founded(), party.network()
    own = party.core_group(FOUNDERS[0], network)
    for command in (
        EndSeat(network=network, person=party.person(FOUNDERS[1])),
        EndSeat(network=network, decided=party.met()),
        EndSeat(network=other),
        AppointChair(network=other, person=party.person(FOUNDERS[0])),
    ):
        with party.refused(AccessDenied):
            party.give(command, own)
    outsider = party.party_member(SOMEBODY)
    with party.refused(NotInCoreGroup):
        party.give(AppointChair(network=network, person=outsider), own)


def test_a_token_for_one_core_group_is_not_good_for_another(party: Party):
    network, other = party.founded(), party.founded(name="Netwerk zorg")
    for_the_other = party.core_group(FOUNDERS[0], other)
    for command in (AppointChair(network=network, person=party.person(FOUNDERS[0])), EndSeat(network=network)):
        with party.refused(AccessDenied):
            party.give(command, for_the_other)


# Agreements and life


def test_a_new_purpose_is_a_new_wording_that_members_may_endorse(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    agreed = {"network": network, "purpose": "Anders gezegd.", "organisation": NETWORK["organisation"]}
    changed = party.give(ChangeAgreements(**agreed), party.board, expected=1)
    assert changed.data.purpose_version == 2
    with party.refused(NothingChanged):
        party.give(ChangeAgreements(**agreed), party.board, expected=2)
    with party.refused(PurposeChangedSince):
        party.give(EndorsePurpose(network=network, purpose_version=1), party.member(SOMEBODY))
    party.give(EndorsePurpose(network=network, purpose_version=2), party.member(SOMEBODY))
    assert party.membership(SOMEBODY, network).purpose_version == 2


def test_a_network_is_marked_sensitive_once_and_protects_what_comes_after(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    party.give(MarkSensitive(network=network), party.board)
    with party.refused(AlreadySensitive):
        party.give(MarkSensitive(network=network), party.board)
    party.party_member(SOMEBODY_ELSE)
    with party.refused(ExplicitConsentNeeded):
        party.join(SOMEBODY_ELSE, network)
    assert party.holds(SOMEBODY, network)


def test_a_suspended_network_takes_no_members_until_it_is_resumed(party: Party):
    network = party.network()
    party.party_member(SOMEBODY)
    with party.refused(NetworkNotSuspended):
        party.give(ResumeNetwork(network=network), party.board)
    party.give(SuspendNetwork(network=network, reason="Ruzie."), party.board)
    with party.refused(NetworkSuspendedNow):
        party.join(SOMEBODY, network)
    party.give(ResumeNetwork(network=network), party.board)
    party.join(SOMEBODY, network)
    assert party.holds(SOMEBODY, network)


def test_a_network_goes_on_longer_and_never_shorter(party: Party):
    network = party.network(ends_on=date(2026, 1, 1))
    with party.refused(TermNotLonger):
        party.give(RenewNetwork(network=network, ends_on=date(2025, 6, 1)), party.board)
    party.give(RenewNetwork(network=network, ends_on=date(2027, 1, 1)), party.board)
    assert party.load(Network, network).agreements.ends_on == date(2027, 1, 1)


def test_a_merged_network_asks_its_members_anew_and_moves_nobody(party: Party):
    network, into = party.network(), party.network(name="Netwerk zorg")
    party.join(SOMEBODY, network)
    with party.refused(MergedIntoItself):
        party.give(MergeNetwork(network=network, into=network, reason="Samen."), party.board)
    with party.refused(UnknownItem):
        party.give(MergeNetwork(network=network, into=UUID(int=9), reason="Samen."), party.board)
    before = party.log.last_position()
    party.give(MergeNetwork(network=network, into=into, reason="Samen."), party.board)
    assert sorted(party.types(before)) == ["MergerReceived", "NetworkMerged"]
    counts = {each.network: each.members for each in party.ask(MembershipReport(), party.bureau).items}
    assert counts == {network: 0, into: 0}
    (invitation,) = party.ask(AskedAnew(), party.member(SOMEBODY)).items
    assert (invitation.network, invitation.into) == (network, into)


def test_a_closed_network_is_closed(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    party.party_member(SOMEBODY_ELSE)
    party.give(CloseNetwork(network=network, reason="Het is af."), party.board)
    with party.refused(NetworkClosedAlready):
        party.give(CloseNetwork(network=network, reason="Nog eens."), party.board)
    with party.refused(NetworkClosedAlready):
        party.join(SOMEBODY_ELSE, network)
    with party.refused(NetworkClosedAlready):
        party.give(AppointCoreGroupMember(network=network, person=party.person(SOMEBODY)), party.board)
    assert party.ask(NetworkDetails(network=network), party.bureau).members == 0


def test_a_network_of_the_type_imported_needs_no_rules(party: Party):
    network = party.network(network_type=NetworkType.IMPORTED)
    assert party.ask(NetworkDetails(network=network), party.bureau).below_minimum is None
    party.give(SuspendNetwork(network=network, reason="Ruzie."), party.board)
    assert party.load(Network, network).suspended


def test_a_call_that_is_typed_late_endorses_the_purpose_as_it_was_worded_then(party: Party):
    network = party.network()
    called = party.clock.now + timedelta(hours=1)
    party.clock.pass_time(days=2)
    changed = ChangeAgreements(network=network, purpose="Ook armoede.", organisation="Vier mensen.")
    party.give(changed, party.board, expected=party.load(Network, network).public_version)
    party.give(StartPartyMembership(person=party.person(SOMEBODY_ELSE), at=called - timedelta(minutes=5)), party.bureau)
    join = JoinNetwork(network=network, purpose_version=2, person=party.person(SOMEBODY_ELSE), at=called)
    with party.refused(PurposeChangedSince):
        party.give(join, party.bureau)
    party.give(join.model_copy(update={"purpose_version": 1}), party.bureau)
    assert party.newest().purpose_version == 1


# Mending


def test_a_wrong_day_is_corrected_and_a_wrong_person_withdrawn(party: Party):
    network = party.network()
    party.party_member(SOMEBODY)
    party.clock.pass_time(days=10)
    joined = party.join(SOMEBODY, network)
    entry = f"{joined.data.membership}:1"
    real = party.clock.now.replace(day=8)
    party.give(CorrectEntry(of=entry, corrected_at=real, mistake=Mistake.WRONG_DAY), party.bureau)
    assert party.membership(SOMEBODY, network).periods[0].begun_at == real
    party.give(WithdrawEntry(of=entry, mistake=Mistake.WRONG_PERSON), party.bureau)
    assert party.membership(SOMEBODY, network).periods == ()
    (count,) = party.ask(MembershipReport(), party.bureau).items
    assert (count.members, count.joined) == (0, 0)


def test_what_never_happened_is_not_found_and_what_is_not_mended_like_this_is_told_so(party: Party):
    network, plan, pilot = party.network(), party.draft(), party.pilot()
    for of, refusal in (
        (f"{UUID(int=9)}:1", UnknownItem),
        (f"{plan}:1", EntryNotCorrectable),
        (f"{plan}:7", EntryNotFound),
        (f"{pilot}:1", EntryNotCorrectable),
        (f"{pilot}:7", EntryNotFound),
        (f"{network}:7", EntryNotFound),
    ):
        with party.refused(refusal):
            party.give(CorrectEntry(of=of, corrected_at=party.clock.now, mistake=Mistake.WRONG_DAY), party.bureau)
    with party.refused(EntryNotCorrectable):
        party.give(WithdrawEntry(of=f"{network}:1", mistake=Mistake.DID_NOT_HAPPEN), party.bureau)


def test_nothing_is_corrected_to_a_moment_that_has_not_come(party: Party):
    entry = f"{party.join(SOMEBODY, party.network()).data.membership}:1"
    tomorrow = party.clock.now + timedelta(days=1)
    with party.refused(InTheFuture):
        party.give(CorrectEntry(of=entry, corrected_at=tomorrow, mistake=Mistake.WRONG_DAY), party.bureau)


def test_an_existing_network_does_not_exist_since_tomorrow(party: Party):
    with party.refused(InTheFuture):
        party.network(existed_since=date(2025, 3, 4))


def test_who_is_not_in_the_vault_is_unknown(party: Party):
    network, nobody = party.network(), UUID(int=9)
    for command in (
        JoinNetwork(network=network, purpose_version=1, person=nobody),
        LeaveNetwork(network=network, person=nobody),
        AppointCoreGroupMember(network=network, person=nobody),
    ):
        with party.refused(PersonUnknown):
            party.give(command, party.bureau)
