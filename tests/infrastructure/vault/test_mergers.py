"""Two rows that are one person: outwardly one, in each context under one reference, and split again."""

import json
from datetime import date
from itertools import combinations

import pytest
from sqlalchemy import select

from application.ports.errors import ConcurrentChange
from application.ports.mail import QueuedDigest
from application.ports.vault.contexts import NOTHING, PARTY, PersonId
from application.ports.vault.looks import Look
from application.ports.vault.people import PersonDetails
from domain.kernel.acts import Role
from domain.kernel.text import Purpose
from infrastructure.vault.errors import PersonErased
from infrastructure.vault.people.persons import NewPerson
from infrastructure.vault.tables import merged_persons, metadata
from infrastructure.vault.vault import OpenVault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import DOSSIER, ENERGY, HOUSING, NOON, joining, seal
from tests.vaults import DIGEST, correct_person, keep_address, people_known_as, written

MAIL, OTHER_MAIL = "anna@voorbeeld.example", "hanna@voorbeeld.example"


@pytest.fixture
def anna(vault: OpenVault) -> PersonId:
    return vault.add_person("Anna de Wit", province="NL-UT")


@pytest.fixture
def double(vault: OpenVault) -> PersonId:
    return vault.add_person("A. de Wit", birth_year=1980)


def merge(vault: OpenVault, into: PersonId, merged: PersonId, *contexts: str) -> None:
    written(vault, lambda writes: writes.merge(into, merged, contexts=contexts))


def split(vault: OpenVault, merged: PersonId) -> None:
    written(vault, lambda writes: writes.split(merged))


def test_outwardly_both_are_one_person(vault: OpenVault, reopen: Reopen, anna: PersonId, double: PersonId):
    token, references = vault.issue_token(Role.MEMBER, person=double), [vault.reference(each, ENERGY) for each in (anna, double)]
    known = reopen()
    assert set(known.whose(ENERGY, references).values()) == {anna, double}
    merge(vault, anna, double)
    session = known.session(token)
    assert session is not None
    assert session.person == anna
    assert known.whose(ENERGY, references) == dict.fromkeys(references, anna)
    assert known.names(ENERGY, references) == dict.fromkeys(references, "Anna de Wit")
    assert known.known(double).id == anna
    assert {each.person for each in known.issued_tokens()} == {anna}
    found = [PersonDetails(anna, "Anna de Wit", "NL-UT", 1980)]
    assert known.people_named("wit", most=5) == known.people_named("A. de", most=5) == found
    assert known.person_named("A. de Wit") == known.person_named("Anna de Wit") == anna


def test_a_corrected_province_is_that_of_both_records(vault: OpenVault, anna: PersonId, double: PersonId):
    references = [vault.reference(each, ENERGY) for each in (anna, double)]
    correct_person(vault, double, province="NL-GE")
    merge(vault, anna, double, ENERGY)
    correct_person(vault, anna, province="NL-FR")
    for reference in references:
        assert [each.province for each in vault.corrected_provinces(ENERGY, [reference])[reference]] == ["NL-GE", "NL-FR"]


def test_in_each_context_the_person_goes_on_under_one_reference(vault: OpenVault, anna: PersonId, double: PersonId):
    own, other = (
        {context: vault.reference(person, context) for context in (ENERGY, HOUSING, PARTY)} for person in (anna, double)
    )
    merge(vault, anna, double, HOUSING)
    assert [vault.reference(anna, context) for context in (ENERGY, HOUSING, PARTY)] == [own[ENERGY], other[HOUSING], own[PARTY]]
    assert vault.reference(double, HOUSING) == other[HOUSING]
    assert vault.known(anna).references(ENERGY) == (own[ENERGY], other[ENERGY])
    assert vault.known(anna).references(HOUSING) == (other[HOUSING], own[HOUSING])
    split(vault, double)
    assert [vault.reference(person, HOUSING) for person in (anna, double)] == [own[HOUSING], other[HOUSING]]
    assert vault.known(anna).references(HOUSING) == (own[HOUSING],)


def test_texts_of_both_are_opened_and_a_new_one_is_of_the_reference_that_is_used(
    vault: OpenVault, anna: PersonId, double: PersonId
):
    before = seal(vault, double, "Van de dubbele.")
    merge(vault, anna, double, HOUSING)
    after = [seal(vault, anna, f"In {context}.", context=context) for context in (ENERGY, HOUSING)]
    assert vault.open(*before, context=ENERGY) == "Van de dubbele."
    assert [vault.open(*each, context=context) for each, context in zip(after, (ENERGY, HOUSING), strict=True)] == [
        f"In {ENERGY}.",
        f"In {HOUSING}.",
    ]
    assert after[1][1] == joining(vault.reference(double, HOUSING))
    split(vault, double)
    assert vault.open(*after[1], context=HOUSING) == f"In {HOUSING}."


def test_mail_goes_to_the_person_once_and_to_no_address_that_they_gave_up(vault: OpenVault, anna: PersonId, double: PersonId):
    keep_address(vault, double, MAIL)
    vault.outbox.queue([QueuedDigest(DOSSIER, double, 0)], day=NOON.date(), now=NOON)
    merge(vault, anna, double)
    assert vault.addresses([anna]) == {anna: MAIL}
    assert [each.person for each in vault.outbox.waiting(NOON)] == [anna]
    keep_address(vault, double, OTHER_MAIL)
    assert vault.addresses([anna]) == {anna: OTHER_MAIL}
    vault.refuse_address(anna, NOON)
    assert (vault.addresses([anna]), [each.person for each in vault.refused_addresses()]) == ({}, [anna])
    keep_address(vault, anna, OTHER_MAIL)
    assert (vault.addresses([anna]), vault.refused_addresses()) == ({anna: OTHER_MAIL}, [])
    keep_address(vault, anna, None)
    assert vault.addresses([anna]) == {}


def test_what_is_corrected_about_either_is_of_the_person(vault: OpenVault, anna: PersonId, double: PersonId):
    merge(vault, anna, double)
    correct_person(vault, double, name="Anna Wit", province="NL-GE")
    assert vault.people_named("Anna Wit", most=2) == [PersonDetails(anna, "Anna Wit", "NL-GE", 1980)]
    split(vault, double)
    assert [each.person for each in vault.people_named("A. de Wit", most=2)] == [double]


def test_a_chain_of_mergers_is_one_person_and_comes_apart_where_it_is_undone(vault: OpenVault, anna: PersonId, double: PersonId):
    third = vault.add_person("Anna Zwart")
    own = {person: vault.reference(person, ENERGY) for person in (anna, double, third)}
    merge(vault, anna, double, ENERGY)
    merge(vault, third, anna, ENERGY)
    assert {vault.known(each).id for each in own} == {third}
    assert vault.reference(third, ENERGY) == own[double]
    assert set(vault.known(third).references(ENERGY)) == set(own.values())
    split(vault, double)
    assert [vault.known(each).id for each in own] == [third, double, third]
    assert vault.reference(third, ENERGY) == own[anna]
    assert {each.id for each in vault.merged_people()} == {third}
    assert {each.id for each in vault.split_people()} == {third, double}
    split(vault, anna)
    assert [vault.known(each).id for each in own] == list(own)


def test_who_merges_meanwhile_decides_again_and_what_is_pending_is_unseen(vault: OpenVault, anna: PersonId, double: PersonId):
    first, second = (vault.pending(command, DIGEST, NOON) for command in (DOSSIER, anna))
    first.merge(anna, double, contexts=())
    second.merge(double, anna, contexts=())
    first.store()
    assert vault.known(double).id == double
    for _ in ("while the first is pending", "after it was done"):
        with pytest.raises(ConcurrentChange):
            second.store()
        first.confirm()
    assert vault.known(double).id == anna


def test_of_one_person_one_turn_a_day_is_given(vault: OpenVault, anna: PersonId, double: PersonId):
    assert vault.claim_fan_out(double, NOON.date())
    merge(vault, anna, double)
    assert not vault.claim_fan_out(anna, NOON.date())


@pytest.mark.parametrize("undone", [False, True])
def test_erasing_takes_both_while_they_are_one_person(vault: OpenVault, anna: PersonId, double: PersonId, *, undone: bool):
    keep_address(vault, double, MAIL)
    merge(vault, anna, double, HOUSING)
    if undone:
        split(vault, double)
    vault.erase_person(double)
    with pytest.raises(PersonErased):
        vault.reference(double, ENERGY)
    if undone:
        assert vault.reference(anna, ENERGY)
    else:
        with pytest.raises(PersonErased):
            vault.reference(anna, ENERGY)
        assert vault.people_named("A", most=5) == []
    assert (vault.merged_people(), vault.split_people()) == ([], [])
    with vault.outbox._database.reading() as connection:  # noqa: SLF001  # what is left in the tables
        assert connection.execute(select(merged_persons)).all() == []


@pytest.mark.parametrize("first", ["merger", "erasure"])
def test_whom_to_erase_is_decided_again_when_somebody_is_merged_meanwhile_and_the_other_way_round(
    vault: OpenVault, anna: PersonId, double: PersonId, first: str
):
    merger, erasure = (vault.pending(command, DIGEST, NOON) for command in (DOSSIER, anna))
    merger.merge(anna, double, contexts=())
    erasure.erase_person(anna, [], after=NOON.date())
    early, late = (merger, erasure) if first == "merger" else (erasure, merger)
    early.store()
    with pytest.raises(ConcurrentChange):
        late.store()


def test_two_people_are_erased_at_once(vault: OpenVault, anna: PersonId, double: PersonId):
    both = [vault.pending(person, DIGEST, NOON) for person in (anna, double)]
    for writes, person in zip(both, (anna, double), strict=True):
        writes.erase_person(person, [], after=NOON.date())
        writes.store()
    for writes in both:
        writes.confirm()
    assert vault.erased_people() == 2


def test_what_stood_of_both_is_kept_apart_once_also_when_the_erasure_waits_for_its_receipt(
    vault: OpenVault, anna: PersonId, double: PersonId
):
    standing = [(ENERGY, vault.reference(person, ENERGY)) for person in (anna, double)]
    token = vault.issue_token(Role.MEMBER, person=double)
    vault.keep_looks([double], Look(day=NOON.date(), role=Role.AUDITOR, what="OfficesHeld"))
    merge(vault, anna, double)
    assert len(vault.looks_at(anna)) == 1
    for _ in range(2):
        written(vault, lambda writes: writes.erase_person(double, standing, after=NOON.date()))
    assert sorted(each.reference for each in vault.to_end(date.max) if each.context != NOTHING) == sorted(
        reference for _, reference in standing
    )
    assert (vault.session(token), vault.looks_at(anna), vault.looks_at(double)) == (None, [], [])


def test_nobody_is_merged_who_was_erased_meanwhile(vault: OpenVault, anna: PersonId, double: PersonId):
    writes = vault.pending(DOSSIER, DIGEST, NOON)
    writes.merge(anna, double, contexts=())
    writes.store()
    vault.erase_person(double)
    writes.confirm()
    assert vault.merged_people() == []
    assert vault.reference(anna, ENERGY)


def test_with_a_key_goes_what_either_sealed(vault: OpenVault, anna: PersonId, double: PersonId):
    texts = [seal(vault, person) for person in (anna, double)]
    merge(vault, anna, double)
    vault.destroy_key(anna, Purpose.CONTRIBUTION)
    assert [vault.open(*each, context=ENERGY) for each in texts] == [None, None]


def test_an_import_and_a_repeated_registration_find_the_person(vault: OpenVault, anna: PersonId):
    (imported,) = vault.add_persons([NewPerson("A. Wit", external="u1")])
    registered = vault.pending(DOSSIER, DIGEST, NOON)
    registered.register_person("Anna W.")
    registered.store()
    registered.confirm()
    late = vault.person_named("Anna W.")
    assert late is not None
    merge(vault, anna, imported)
    merge(vault, anna, late)
    assert people_known_as(vault, ["u1"]) == {"u1": anna}
    assert vault.registered_by(DOSSIER, DIGEST) == anna


def test_without_the_master_key_the_tables_tell_neither_contexts_nor_how_many(vault: OpenVault, anna: PersonId):
    boxes = []
    for contexts in ((), (ENERGY,), (ENERGY, HOUSING, PARTY)):
        merge(vault, anna, vault.add_person("Iemand"), *contexts)
    with vault.outbox._database.reading() as connection:  # noqa: SLF001  # what whoever has the tables sees
        boxes = [row.content for row in connection.execute(select(merged_persons))]
        references = [vault.reference(anna, context).encode() for context in (ENERGY, HOUSING, PARTY)]
        seen = json.dumps([str(row) for table in metadata.sorted_tables for row in connection.execute(select(table))])
    assert len({len(box) for box in boxes}) == 1
    assert not any(one == other for one, other in combinations(boxes, 2))
    assert not any(each.decode() in seen for each in (*references, ENERGY.encode()))
