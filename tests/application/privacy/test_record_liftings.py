"""What an auditor reads of one sensitive network in the record, when two people lift it until a day."""

from collections.abc import Sequence
from datetime import UTC, date, time, timedelta
from uuid import UUID

import pytest

from application.commands.liftings import AgreeToRecordLifting, AskRecordLifting, RefuseRecordLifting
from application.commands.party import EndRole, GiveRole, MergePersons, UndoPersonMerger
from application.errors import AccessDenied
from application.language.events import event_sentence
from application.language.words import Language
from application.ports.vault.contexts import in_network
from application.ports.vault.sessions import Session
from application.queries.attention import AttentionKind, AttentionList
from application.queries.auditing.record import EventEntry, Events, History
from application.queries.privacy import RecordLiftingEntry, RecordLiftings
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.networks.membership import membership_id
from domain.party.record_lifting import MOST, AuditorNeeded, LastDayNotNear, RecordNotLifted
from domain.party.reference_lifting import LiftingNotOpen, LiftingStatus, SecondPersonNeeded
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, SOMEBODY, Party

OFFICER, OTHER_OFFICER, ON_BOARD = "Fenna Voorbeeld", "Floor Verzonnen", "Bas Verzonnen"
AUDITOR, OTHER_AUDITOR = "Chris Verzonnen", "Carla Voorbeeld"
WHY = "Nodig voor de controle van de telling."


class Lifted:
    """Two sensitive networks with somebody in each, and an auditor who wants to read one."""

    def __init__(self, party: Party) -> None:
        self.party = party
        self.network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
        self.other = party.founded(FOUNDERS, name="Netwerk verslaving", sensitive=True)
        for network in (self.network, self.other):
            party.join(SOMEBODY, network, consent_version=CONSENT)
        self.auditor = party.session(Role.AUDITOR, AUDITOR)
        self.other_auditor = party.session(Role.AUDITOR, OTHER_AUDITOR)
        self.officer = party.session(Role.PRIVACY_OFFICER, OFFICER)
        self.board = party.session(Role.NATIONAL_BOARD, ON_BOARD)

    @property
    def today(self) -> date:
        return day_of(self.party.clock())

    def ask(self, until: date | None = None) -> UUID:
        until = self.today + timedelta(days=10) if until is None else until
        ask = AskRecordLifting(network=self.network, person=self.party.person(AUDITOR), until=until, reasons=WHY)
        return self.party.give(ask, self.officer).data.record_lifting

    def agreed(self) -> UUID:
        asked = self.ask()
        self.party.give(AgreeToRecordLifting(record_lifting=asked), self.board)
        return asked

    def membership(self, network: UUID) -> UUID:
        return membership_id(network, self.party.vault.reference(self.party.person(SOMEBODY), in_network(network)))

    def read(self, session: Session) -> Sequence[EventEntry]:
        events: tuple[EventEntry, ...] = self.party.ask(Events(limit=500), session)
        return events

    def sees(self, session: Session, network: UUID) -> bool:
        """Say whether somebody reads a membership and the seats of a network: all of it, or nothing."""
        events = self.read(session)
        members = [each for each in events if each.aggregate == self.membership(network)]
        seats = [each for each in events if each.aggregate == network and "reference" in each.data]
        assert bool(members) is bool(seats)
        return bool(members)

    def status(self) -> LiftingStatus:
        found: list[RecordLiftingEntry] = [*self.party.ask(RecordLiftings(), self.board).items]
        return found[-1].status


@pytest.fixture
def lifted(party: Party) -> Lifted:
    return Lifted(party)


def agreement(lifted: Lifted, lifting: UUID) -> str:
    """Give the line of the history that says that somebody agreed."""
    (told,) = [
        each for each in lifted.party.ask(History(item=lifting), lifted.officer).items if each.type == "RecordLiftingAgreed"
    ]
    (act,) = [each.act for each in lifted.party.all_of("RecordLiftingAgreed")]
    return event_sentence(told.topic, act, told.data, Language.NL, names={})


@pytest.mark.parametrize("merged", [OFFICER, AUDITOR])
def test_an_agreement_of_people_who_turn_out_to_be_one_lifts_nothing_and_the_history_says_so(lifted: Lifted, merged: str):
    party, asked = lifted.party, lifted.agreed()
    assert lifted.sees(lifted.auditor, lifted.network)
    assert "geen twee mensen" not in agreement(lifted, asked)
    administrator = party.session(Role.ADMINISTRATOR, "Ada Verzonnen")
    party.give(EndRole(person=party.person(ON_BOARD), role=Role.NATIONAL_BOARD), administrator)
    into, same = party.person(merged), party.person(ON_BOARD)
    party.give(MergePersons(into=into, merged=same), party.bureau)
    assert not lifted.sees(lifted.auditor, lifted.network)
    assert "geen twee mensen" in agreement(lifted, asked)
    party.give(UndoPersonMerger(into=into, merged=same), party.bureau)
    assert lifted.sees(lifted.auditor, lifted.network)


@pytest.mark.parametrize("second", [Role.NATIONAL_BOARD, Role.PRIVACY_OFFICER])
def test_when_a_second_person_agrees_the_auditor_reads_memberships_and_seats_until_the_day_and_no_longer(
    lifted: Lifted, second: Role
):
    asked = lifted.ask()
    assert not lifted.sees(lifted.auditor, lifted.network)
    lifted.party.give(AgreeToRecordLifting(record_lifting=asked), lifted.party.session(second, ON_BOARD))
    assert lifted.sees(lifted.auditor, lifted.network)
    lifted.party.clock.pass_time(days=10)
    assert lifted.sees(lifted.auditor, lifted.network)
    lifted.party.clock.pass_time(days=1)
    assert not lifted.sees(lifted.auditor, lifted.network)


def test_of_every_other_network_and_for_everybody_else_nothing_changes(lifted: Lifted):
    others = (
        lifted.other_auditor,
        lifted.officer,
        lifted.party.session(Role.ADMINISTRATOR),
        lifted.party.session(Role.PRIVACY_OFFICER, AUDITOR),
    )
    before = {session: {each.id for each in lifted.read(session)} for session in others}
    lifted.agreed()
    assert not lifted.sees(lifted.auditor, lifted.other)
    told = {"RecordLiftingAsked", "RecordLiftingAgreed"}
    for session in others:
        assert not lifted.sees(session, lifted.network)
        assert {each.id for each in lifted.read(session) if each.type not in told} >= before[session]


def test_what_is_read_is_told_in_days_and_names_nobody(lifted: Lifted):
    lifted.agreed()
    events = lifted.read(lifted.auditor)
    noon = time(12, tzinfo=UTC)
    assert {moment.timetz() for each in events for moment in (each.at, each.recorded_at)} == {noon}
    assert not any(name in each.model_dump_json() for each in events for name in (SOMEBODY, *OTHER_FOUNDERS))


def test_asking_about_an_earlier_instant_does_not_bring_back_what_is_over(lifted: Lifted):
    lifted.agreed()
    lifted.party.clock.pass_time(minutes=1)
    then = lifted.party.clock()
    lifted.party.clock.pass_time(days=12)
    events = lifted.party.ask(Events(limit=500, known_at=then), lifted.auditor)
    assert lifted.membership(lifted.network) not in {each.aggregate for each in events}


def test_what_was_filled_in_by_whoever_asks_counts_for_nothing(lifted: Lifted):
    lifted.agreed()
    (entry,) = lifted.party.ask(RecordLiftings(), lifted.officer).items
    forged = Events(limit=500, auditor=(entry.auditor,), today=lifted.today)
    for session in (lifted.other_auditor, lifted.officer):
        events = lifted.party.ask(forged, session)
        assert lifted.membership(lifted.network) not in {each.aggregate for each in events}


def test_who_is_an_auditor_again_needs_another_lifting(lifted: Lifted):
    lifted.agreed()
    lifted.party.clock.pass_time(hours=1)
    person, administrator = lifted.party.person(AUDITOR), lifted.party.session(Role.ADMINISTRATOR)
    lifted.party.give(EndRole(person=person, role=Role.AUDITOR), administrator)
    lifted.party.clock.pass_time(hours=1)
    lifted.party.give(GiveRole(person=person, role=Role.AUDITOR), administrator)
    assert not lifted.sees(lifted.party.session(Role.AUDITOR, AUDITOR), lifted.network)


def test_refused_and_not_answered_in_seven_days_it_is_not_read(lifted: Lifted):
    refused, late = lifted.ask(), lifted.ask()
    lifted.party.give(RefuseRecordLifting(record_lifting=refused), lifted.board)
    with lifted.party.refused(LiftingNotOpen):
        lifted.party.give(AgreeToRecordLifting(record_lifting=refused), lifted.board)
    lifted.party.clock.pass_time(days=8)
    with lifted.party.refused(LiftingNotOpen):
        lifted.party.give(AgreeToRecordLifting(record_lifting=late), lifted.board)
    assert not lifted.sees(lifted.auditor, lifted.network)


def test_neither_who_asked_nor_the_auditor_is_the_second_person(lifted: Lifted):
    asked = lifted.ask()
    for name in (OFFICER, AUDITOR):
        for role in (Role.NATIONAL_BOARD, Role.PRIVACY_OFFICER):
            session = lifted.party.session(role, name)
            for answer in (AgreeToRecordLifting(record_lifting=asked), RefuseRecordLifting(record_lifting=asked)):
                with lifted.party.refused(SecondPersonNeeded):
                    lifted.party.give(answer, session)
    ask = AskRecordLifting(network=lifted.network, person=lifted.party.person(AUDITOR), until=lifted.today, reasons=WHY)
    own = lifted.party.session(Role.PRIVACY_OFFICER, AUDITOR)
    with lifted.party.refused(SecondPersonNeeded):
        lifted.party.give(ask, own)


def test_it_is_asked_for_an_auditor_of_a_sensitive_network_until_a_near_day(lifted: Lifted):
    party, ordinary = lifted.party, lifted.party.network(name="Netwerk zorg")
    auditor, board, today = party.person(AUDITOR), party.person(ON_BOARD), lifted.today
    for network, person, until, error in (
        (lifted.network, board, today, AuditorNeeded),
        (ordinary, auditor, today, RecordNotLifted),
        (lifted.network, auditor, today - timedelta(days=1), LastDayNotNear),
        (lifted.network, auditor, today + MOST + timedelta(days=1), LastDayNotNear),
    ):
        with party.refused(error):
            party.give(AskRecordLifting(network=network, person=person, until=until, reasons=WHY), lifted.officer)


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.AUDITOR, Role.ADMINISTRATOR, Role.MEMBER, Role.NATIONAL_BOARD])
def test_only_a_privacy_officer_asks(lifted: Lifted, role: Role):
    session = lifted.party.session(role, OTHER_OFFICER)
    ask = AskRecordLifting(network=lifted.network, person=lifted.party.person(AUDITOR), until=lifted.today, reasons=WHY)
    with lifted.party.refused(AccessDenied):
        lifted.party.give(ask, session)


def test_it_is_on_the_list_of_who_may_agree_until_it_is_answered(lifted: Lifted):
    asked, other_officer = lifted.ask(), lifted.party.session(Role.PRIVACY_OFFICER, OTHER_OFFICER)

    def waits(session: Session) -> list[UUID | None]:
        items = lifted.party.ask(AttentionList(), session).items
        return [each.item for each in items if each.kind is AttentionKind.RECORD_LIFTING_TO_ANSWER]

    assert [waits(lifted.board), waits(other_officer)] == [[asked], [asked]]
    lifted.party.give(AgreeToRecordLifting(record_lifting=asked), lifted.board)
    assert [waits(lifted.board), lifted.status()] == [[], LiftingStatus.AGREED]
