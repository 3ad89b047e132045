"""Who objects to being counted is not counted any more once that is granted: what was kept for it is destroyed."""

import json
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from application.commands.party import CorrectOwnDetails, MergePersons, UndoPersonMerger
from application.commands.privacy import AnswerPrivacyRequest, AskPrivacyOfficer, ErasePerson
from application.ports.vault.contexts import PRIVACY, in_network
from application.ports.vault.sessions import Session
from application.privacy.erasing import object_again, objections_in
from application.privacy.register import KeptFor, Remedy, What
from domain.kernel.acts import Role
from domain.kernel.text import SealedFor
from domain.party.privacy_request import DataNotErasedYet, PrivacyMatter, PrivacyOutcome, PrivacyRequest, privacy_request_id
from infrastructure.vault.database import Database
from infrastructure.vault.errors import KeyDestroyed
from infrastructure.vault.tables import corrected_persons, corrected_statistics, keys, persons
from netwerkpartij.backups import back_up, put_back
from netwerkpartij.wiring import opened
from tests.application.conftest import settings_for
from tests.application.party import OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.application.privacy.test_file import file_of
from tests.domain.examples import an_act
from tests.searching import files_in, tables_at

DONE, PARTLY, REFUSED = PrivacyOutcome
WHY = "Wij moeten dit bewaren."
COUNTED = {"province": "NL-UT", "birth-year": "1971"}


def officer(party: Party) -> Session:
    return party.session(Role.PRIVACY_OFFICER, "Fenna Voorbeeld")


def asked(party: Party, matter: PrivacyMatter = PrivacyMatter.OBJECTION) -> UUID:
    request: UUID = party.give(AskPrivacyOfficer(matter=matter), party.member(SOMEBODY)).data.privacy_request
    return request


def answered(party: Party, outcome: PrivacyOutcome, matter: PrivacyMatter = PrivacyMatter.OBJECTION) -> None:
    reasons = None if outcome is DONE else WHY
    command = AnswerPrivacyRequest(privacy_request=asked(party, matter), outcome=outcome, reasons=reasons)
    party.give(command, officer(party))


def counted(party: Party, name: str = SOMEBODY) -> dict[str, str]:
    return dict(party.vault.known(party.person(name)).statistics)


@pytest.fixture
def known(party: Party) -> Party:
    """Give a party that knows where somebody lives and how old they are."""
    party.party_member(SOMEBODY)
    party.give(CorrectOwnDetails(province="NL-UT", birth_year=1971), party.member(SOMEBODY))
    assert counted(party) == COUNTED
    return party


@pytest.mark.parametrize("outcome", [DONE, PARTLY])
def test_an_objection_that_is_granted_destroys_what_was_kept_for_counting(known: Party, outcome: PrivacyOutcome):
    answered(known, outcome)
    assert counted(known) == {}
    found = file_of(known, SOMEBODY)
    assert (found.counts, found.kept[0].values) == (False, (SOMEBODY,))
    assert [each.values for each in found.kept if each.what in {What.PROVINCE_AND_YEAR, What.POSTCODE}] == [(), ()]


def test_an_objection_that_is_refused_changes_nothing(known: Party):
    answered(known, REFUSED)
    assert (counted(known), file_of(known, SOMEBODY).counts) == (COUNTED, True)


@pytest.mark.parametrize("matter", [each for each in PrivacyMatter if each not in {"objection", "erasure"}])
def test_what_else_is_asked_and_done_destroys_nothing(known: Party, matter: PrivacyMatter):
    answered(known, DONE, matter)
    assert counted(known) == COUNTED


def test_what_a_joining_sealed_opens_no_more_and_a_later_joining_seals_nothing(known: Party):
    network = known.network()
    known.join(SOMEBODY, network)
    joined, context = known.all_of("MemberJoined")[-1], in_network(network)
    about = {"aggregate": str(joined.originator_id), "event_type": "MemberJoined"}
    place = SealedFor(**about, field="statistics", subject=known.reference(SOMEBODY, network))
    assert json.loads(known.vault.open(joined.statistics, place, context=context) or "{}") == COUNTED
    answered(known, DONE)
    assert known.vault.open(joined.statistics, place, context=context) is None
    known.join(SOMEBODY, known.founded(OTHER_FOUNDERS, name="Netwerk zorg"))
    assert known.all_of("MemberJoined")[-1].statistics is None


def test_what_was_destroyed_is_not_taken_in_again(known: Party):
    answered(known, DONE)
    with known.refused(KeyDestroyed):
        known.give(CorrectOwnDetails(province="NL-GE"), known.member(SOMEBODY))


def test_of_whom_a_vault_that_was_put_back_counts_nothing_is_counted_again(known: Party):
    reference = known.vault.reference(known.person(SOMEBODY), PRIVACY)
    act = an_act(known.clock())
    request = PrivacyRequest.receive(act, reference=reference, matter=PrivacyMatter.OBJECTION)
    request.answer(act, outcome=DONE, is_known=True)
    known.log.record([request], command=uuid4(), digest="0" * 64, answer={}, recorded_at=known.clock())
    resting = known.opened.service.command_handler.resting
    assert list(resting.objections()) == objections_in(known.log) == [reference]
    assert object_again(known.vault, resting.objections()) == 1
    assert counted(known) == {}
    assert object_again(known.vault, resting.objections()) == 0


def test_an_objection_that_was_granted_holds_when_the_same_is_asked_once_more(known: Party):
    answered(known, DONE)
    answered(known, REFUSED)
    reference = known.vault.reference(known.person(SOMEBODY), PRIVACY)
    assert list(known.opened.service.command_handler.resting.objections()) == [reference]
    assert known.load(PrivacyRequest, privacy_request_id(reference, PrivacyMatter.OBJECTION)).granted


def test_two_records_of_one_person_of_whom_one_objected_are_both_not_counted(known: Party):
    known.give(CorrectOwnDetails(province="NL-GE"), known.member(SOMEBODY_ELSE))
    answered(known, DONE)
    into, merged = known.person(SOMEBODY_ELSE), known.person(SOMEBODY)
    known.give(MergePersons(into=into, merged=merged), known.bureau)
    assert counted(known, SOMEBODY_ELSE) == {}
    known.give(UndoPersonMerger(into=into, merged=merged), known.bureau)
    assert (counted(known, SOMEBODY), counted(known, SOMEBODY_ELSE)) == ({}, {})


def test_an_erasure_is_answered_as_done_once_it_is_done(known: Party):
    request, by = asked(known, PrivacyMatter.ERASURE), officer(known)
    done = AnswerPrivacyRequest(privacy_request=request, outcome=DONE)
    with known.refused(DataNotErasedYet):
        known.give(done, by)
    known.give(ErasePerson(person=known.person(SOMEBODY)), by)
    assert known.give(done, by).data.due_on is None


def test_the_file_says_what_can_be_done_by_who_does_not_want_to_be_counted(known: Party):
    counting = [each for each in file_of(known, SOMEBODY).kept if each.purpose is KeptFor.LIKENESS]
    assert {each.remedy for each in counting} == {Remedy.NOT_BE_COUNTED}


def boxes(party: Party, url: str) -> list[bytes]:
    """Give what the vault keeps of somebody to count them, as it is written."""
    person = party.person(SOMEBODY)
    owned = party.vault.outbox._owned.of  # noqa: SLF001  # which rows are theirs nobody else can tell
    with closing(Database(settings_for(url).vault_address)) as database, database.reading() as connection:
        row = connection.execute(select(persons).where(persons.c.id == person.bytes)).one()
        key = select(keys.c.wrapped).where(keys.c.person == row.number, keys.c.purpose == "statistics")
        corrected = select(corrected_persons.c.province, corrected_persons.c.birth_year)
        own = connection.execute(corrected.where(corrected_persons.c.person == row.number)).one()
        owners = corrected_statistics.c.owner.in_(owned(connection, corrected_statistics, [person]))
        told = connection.scalars(select(corrected_statistics.c.content).where(owners)).all()
        return [bytes(each) for each in (*connection.scalars(key), *own, *told) if each is not None]


def test_nothing_of_it_is_left_in_any_file_and_a_backup_that_is_put_back_does_not_bring_it_back(
    party_on_each: Party, begun_url: str, tmp_path: Path
):
    party, settings, backup = party_on_each, settings_for(begun_url), tmp_path.parent / f"backup of {tmp_path.name}"

    def left() -> list[bytes]:
        places = [*files_in(tmp_path), *(tables_at(begun_url) if begun_url.startswith("postgresql") else ())]
        return [piece for piece in kept if any(piece in content for _, content in places)]

    party.party_member(SOMEBODY)
    party.give(CorrectOwnDetails(province="NL-UT", birth_year=1971), party.member(SOMEBODY))
    kept = boxes(party, begun_url)
    assert (len(kept), left()) == (4, kept)
    back_up(settings, backup)
    answered(party, DONE)
    assert left() == []
    party.opened.close()
    put_back(settings, backup)
    with opened(settings, clock=party.clock) as service:
        person = service.vault.person_named(SOMEBODY)
        assert person is not None
        assert not service.vault.known(person).counts
        assert left() == []
