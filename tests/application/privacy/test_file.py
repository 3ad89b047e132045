"""The file of one person: all that is kept of them, complete against a scan of every store."""

import json
import re
from contextlib import closing
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from application.commands.networks import AppointCoreGroupMember, LeaveNetwork
from application.commands.party import AnnouncePartyEnd, ChangeAddress, CorrectPerson, UndoPersonMerger
from application.errors import AccessDenied
from application.language.words import NOT_TOLD_WHAT_FOR
from application.own.consents import wording_named
from application.ports.mail import EventLetter, QueuedDigest
from application.ports.vault.contexts import CONSENT as OF_CONSENTS
from application.ports.vault.contexts import ERASURE, OFFICE, PARTY, PRIVACY, in_network
from application.ports.vault.sessions import Session
from application.privacy.file import PersonFiles
from application.privacy.register import REGISTER, What
from application.queries.networks import MembersOfNetwork
from application.queries.privacy import LookEntry, MyFile, PersonFile
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.networks.network import Network
from infrastructure.vault.database import Database
from infrastructure.vault.errors import PersonErased
from infrastructure.vault.tables import NUMBERED, OWNED, persons
from netwerkpartij.background import settle
from projections.store.tables import FACT_TABLES
from tests.application.conftest import settings_for
from tests.application.party import CONSENT, OTHER_FOUNDERS, SOMEBODY, Party
from tests.application.privacy.doing_everything import (
    ANSWER,
    DOUBLE,
    EMAIL,
    INTEREST,
    NAME,
    OTHER_EMAIL,
    OTHER_INTEREST,
    PROVINCE,
    did_everything,
)

REFERENCE = re.compile(r"r[0-9a-f]{32}")
UUIDS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def file_of(party: Party, name: str) -> PersonFile:
    answer = party.ask(MyFile(), Session(person=party.person(name), role=Role.MEMBER, network=None))
    assert isinstance(answer, PersonFile)
    return answer


def own_references(party: Party) -> set[str]:
    """Give every reference that somebody has in any context that an event names, found without the file."""
    told = " ".join(each.event.model_dump_json() for each in party.recorded())
    contexts = [PARTY, OFFICE, ERASURE, PRIVACY, OF_CONSENTS, *(in_network(UUID(item)) for item in set(UUIDS.findall(told)))]
    return {reference for context in contexts for reference in party.vault.known(party.person(NAME)).references(context)}


def test_the_file_has_every_event_and_every_item_in_which_somebody_is_spoken_of(party_on_each: Party):
    party = party_on_each
    did_everything(party)
    own = own_references(party)
    scanned = [
        f"{each.event.originator_id}:{each.event.originator_version}"
        for each in party.recorded()
        if own & set(REFERENCE.findall(each.event.model_dump_json()))
    ]
    found = file_of(party, NAME)
    assert [each.id for each in found.events] == scanned
    assert len(scanned) > 15
    items = {each.id.partition(":")[0] for each in found.events}
    with party.opened.reads.store.reading() as connection:
        rows = [row for table in FACT_TABLES for row in connection.execute(table.select()).mappings()]
    assert {row["owner"] for row in rows if own & set(REFERENCE.findall(str(dict(row))))} <= items


def test_the_file_counts_every_row_that_the_vault_has_of_somebody(party_on_each: Party, begun_url: str):
    party = party_on_each
    person = did_everything(party)
    party.give(CorrectPerson(person=person, name=NAME), party.bureau)
    party.vault.outbox.queue([QueuedDigest(digest=person, person=person)], day=date(2025, 3, 10), now=party.clock())
    party.vault.claim_fan_out(person, date(2025, 3, 10))
    party.vault.refuse_address(person, party.clock())
    letter = EventLetter(name=person, person=person, kind="you-joined", facts={})
    party.vault.letters.queue([letter], told=None, until=1, now=party.clock())
    file_of(party, NAME)  # what opening a text indexes is there afterwards
    told, counted = file_of(party, NAME).rows, rows_of(party, begun_url, [person, party.person(DOUBLE)])
    assert told == {"persons": 2, "merged_persons": 1, **counted}
    assert 0 not in counted.values()


def rows_of(party: Party, url: str, people: list[UUID]) -> dict[str, int]:
    """
    Count what each table of the vault has of somebody, in whichever of their records.

    That every row that says of nobody whose it is, is found as somebody's, the tests of the vault tell.
    """
    owned = party.vault.outbox._owned  # noqa: SLF001  # nobody else can tell whose a row is
    with closing(Database(settings_for(url).vault_address)) as database, database.reading() as connection:
        numbers = connection.scalars(select(persons.c.number).where(persons.c.id.in_([each.bytes for each in people]))).all()
        counted = {each.name: connection.scalar(select(func.count()).where(each.c.person.in_(numbers))) or 0 for each in NUMBERED}
        return {**counted, **{each.name: len(owned.of(connection, each, people)) for each in OWNED}}


def test_the_file_tells_values_and_of_each_thing_why_and_until_when(party: Party):
    did_everything(party)
    kept = {each.what: each for each in file_of(party, NAME).kept}
    assert list(kept) == [each.what for each in REGISTER]
    assert kept[What.NAME].values == (NAME, DOUBLE)
    assert kept[What.ADDRESS].values == (EMAIL, OTHER_EMAIL)
    assert kept[What.PROVINCE_AND_YEAR].values == ("NL-FR", PROVINCE, "NL-DR", "1930", "1931", "1932", "1913")
    assert kept[What.REFERENCES].values == (str(party.person(NAME)), str(party.person(DOUBLE)))
    assert {ANSWER, INTEREST, OTHER_INTEREST} <= set(kept[What.PERSONAL_TEXTS].values)
    assert all(each.nl and each.en for each in kept.values())
    assert {each.until for each in kept.values()} == {None}


def test_who_left_the_party_reads_until_when(party: Party):
    person = party.party_member(SOMEBODY)
    party.give(AnnouncePartyEnd(person=person), party.bureau)
    left = day_of(party.clock())
    party.clock.pass_time(days=15)
    settle(party.opened)
    with party.refused(AccessDenied):  # the token ended with the membership: who left asks the privacy officer
        file_of(party, SOMEBODY)
    found = PersonFiles(party.log, party.vault, party.opened.service.command_handler.resting).of(person)
    name = next(each for each in found.kept if each.what is What.NAME)
    assert name.until == left + timedelta(days=730)


def test_the_file_tells_who_looked_and_which_access_was_given(party: Party, network: UUID):
    party.vault.issue_token(Role.MEMBER, person=party.person(SOMEBODY))
    party.ask(MembersOfNetwork(network=network), party.bureau)
    found = file_of(party, SOMEBODY)
    day = day_of(party.clock())
    words = NOT_TOLD_WHAT_FOR._asdict()
    seen = LookEntry(day=day, role=Role.PARTY_BUREAU, what="MembersOfNetwork", about=network, purpose=None, **words)
    assert found.looks == (seen,)
    assert [(each.role, each.network) for each in found.accesses] == [(Role.MEMBER, None)]


def test_of_who_was_registered_twice_the_file_is_one_whichever_record_is_asked_for(party: Party):
    did_everything(party)
    together = file_of(party, DOUBLE)
    assert together == file_of(party, NAME)
    party.give(UndoPersonMerger(into=party.person(NAME), merged=party.person(DOUBLE)), party.bureau)
    first, second = file_of(party, NAME), file_of(party, DOUBLE)
    assert len(first.looks) > 0 < len(second.looks)
    assert sorted(map(repr, together.looks)) == sorted(map(repr, (*first.looks, *second.looks)))
    assert {each.id for each in together.events} == {each.id for each in (*first.events, *second.events)}
    assert sorted(map(repr, together.accesses)) == sorted(map(repr, (*first.accesses, *second.accesses)))


def test_a_consent_is_told_in_its_words_until_leaving_withdraws_it_and_what_rests_on_it(party: Party, hidden: UUID):
    kern = party.core_group(OTHER_FOUNDERS[0], hidden)
    party.give(AppointCoreGroupMember(network=hidden, person=party.person(SOMEBODY)), kern)
    (given,) = file_of(party, SOMEBODY).consents
    assert (given.network, given.version, given.nl, given.ended_at) == (hidden, CONSENT, wording_named(CONSENT).nl, None)
    party.give(LeaveNetwork(network=hidden), party.member(SOMEBODY))
    (withdrawn,) = file_of(party, SOMEBODY).consents
    assert (withdrawn.given_at, withdrawn.ended_at) == (given.given_at, party.clock())
    assert not party.holds(SOMEBODY, hidden)
    assert not party.load(Network, hidden).has_seat(party.reference(SOMEBODY, hidden), party.clock())


def test_an_ordinary_membership_rests_on_no_consent(party: Party, network: UUID):
    assert party.holds(SOMEBODY, network)
    assert file_of(party, SOMEBODY).consents == ()


def test_the_file_tells_nothing_of_others(party: Party):
    did_everything(party)
    found = file_of(party, NAME)
    own = {each.reference for each in found.references}
    told = json.dumps([each.data for each in found.events])
    assert set(REFERENCE.findall(told)) <= own
    assert "commitment" not in told


def test_there_is_no_file_of_nobody_and_none_of_who_was_erased(party: Party):
    with party.refused(AccessDenied):
        party.ask(MyFile(), Session(person=None, role=Role.MEMBER, network=None))
    person = party.party_member(SOMEBODY)
    party.give(ChangeAddress(email="iemand@voorbeeld.example"), party.member(SOMEBODY))
    party.vault.erase_person(person)
    with pytest.raises(PersonErased):
        file_of(party, SOMEBODY)
