"""What was typed wrongly about a person is known as it should be, and goes with the person."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from application.ports.vault.people import ProvinceKnown
from domain.kernel.text import Purpose
from infrastructure.vault.errors import KeyDestroyed, PersonErased, PersonUnknown
from infrastructure.vault.tables import corrected_persons, corrected_statistics, pending
from infrastructure.vault.vault import OpenVault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import DOSSIER, ENERGY, NOON
from tests.vaults import DIGEST, correct_person


def test_a_person_is_found_and_shown_by_the_name_as_it_was_corrected(vault: OpenVault, reopen: Reopen):
    anna, bram = vault.add_person("Ana de Wit"), vault.add_person("Bram")
    reference = vault.reference(anna, ENERGY)
    correct_person(vault, anna, name="Anna de Wit")
    known = reopen()
    assert [known.person_named(name) for name in ("Ana de Wit", "ANNA de Wit", "Bram")] == [None, anna, bram]
    assert known.names(ENERGY, [reference]) == {reference: "Anna de Wit"}
    correct_person(vault, anna, name="Anna")
    assert [known.person_named(name) for name in ("Anna de Wit", "Anna")] == [None, anna]


def test_a_name_that_was_corrected_is_another_s(vault: OpenVault):
    anna, other = vault.add_person("Ana"), vault.add_person("Ana")
    assert vault.person_named("Ana") is None
    correct_person(vault, anna, name="Anna")
    assert vault.person_named("Ana") == other


def test_a_detail_that_is_not_named_stays_as_it_is(vault: OpenVault):
    anna = vault.add_person("Anna", province="NL-UT", birth_year=1908)
    correct_person(vault, anna, birth_year=1980)
    correct_person(vault, anna, province="NL-GE")
    assert vault.known(anna).statistics == {"province": "NL-GE", "birth-year": "1980"}
    assert vault.person_named("Anna") == anna


def test_what_was_never_known_becomes_known(vault: OpenVault):
    anna = vault.add_person("Anna")
    correct_person(vault, anna, province="NL-UT", birth_year=1980)
    assert vault.known(anna).statistics == {"province": "NL-UT", "birth-year": "1980"}


def test_nothing_is_seen_of_it_until_the_command_has_its_receipt(vault: OpenVault):
    anna = vault.add_person("Ana")
    writes = vault.pending(DOSSIER, DIGEST, NOON)
    writes.correct_person(anna, name="Anna")
    writes.store()
    assert (vault.person_named("Ana"), vault.person_named("Anna")) == (anna, None)
    writes.confirm()
    assert (vault.person_named("Ana"), vault.person_named("Anna")) == (None, anna)


def test_nobody_is_corrected_whom_the_vault_does_not_keep(vault: OpenVault):
    erased, hidden = vault.add_person("Anna"), vault.add_person("Bram")
    vault.erase_person(erased)
    vault.destroy_key(hidden, Purpose.STATISTICS)
    for person, refusal in ((DOSSIER, PersonUnknown), (erased, PersonErased), (hidden, KeyDestroyed)):
        with pytest.raises(refusal):
            correct_person(vault, person, birth_year=1980)


def test_it_goes_with_the_person_also_while_it_is_pending(vault: OpenVault):
    anna = vault.add_person("Ana")
    correct_person(vault, anna, name="Anna", province="NL-UT")
    writes = vault.pending(DOSSIER, DIGEST, NOON)
    writes.correct_person(anna, name="Annie", province="NL-GE")
    writes.store()
    vault.erase_person(anna)
    writes.confirm()
    assert vault.person_named("Annie") is None
    with vault.outbox._database.reading() as connection:  # noqa: SLF001  # what is left in the tables
        tables = (corrected_persons, corrected_statistics, pending)
        left = [connection.scalar(select(func.count()).select_from(table)) for table in tables]
    assert left == [0, 0, 0]


def test_where_people_live_is_known_with_the_moment_of_each_correction_and_goes_with_them(vault: OpenVault):
    anna, bram = vault.add_person("Anna", province="NL-UT"), vault.add_person("Bram", province="NL-UT")
    references = [vault.reference(person, ENERGY) for person in (anna, bram)]
    for person, days, said in ((anna, 0, {"province": "NL-GE"}), (bram, 1, {"name": "Abram"}), (anna, 2, {"province": "NL-FR"})):
        writes = vault.pending(uuid4(), DIGEST, NOON + timedelta(days=days))
        writes.correct_person(person, **said)  # type: ignore[arg-type]  # a name or a province
        writes.store()
        if days == 2:
            assert len(vault.corrected_provinces(ENERGY, references)[references[0]]) == 1
        writes.confirm()
    known = [ProvinceKnown(NOON, "NL-GE"), ProvinceKnown(NOON + timedelta(days=2), "NL-FR")]
    assert vault.corrected_provinces(ENERGY, references) == {references[0]: known}
    assert vault.corrected_provinces(ENERGY, references[1:]) == {}
    vault.erase_person(anna)
    assert vault.corrected_provinces(ENERGY, references) == {}


def test_with_a_key_goes_what_was_corrected_under_it(vault: OpenVault):
    anna = vault.add_person("Ana", birth_year=1908)
    correct_person(vault, anna, name="Anna", birth_year=1980)
    vault.destroy_key(anna, Purpose.IDENTITY)
    assert (vault.person_named("Anna"), vault.person_named("Ana")) == (None, None)
    assert vault.known(anna).statistics == {"birth-year": "1980"}
    correct_person(vault, anna, province="NL-UT")
    vault.destroy_key(anna, Purpose.STATISTICS)
    assert vault.known(anna).statistics == {}
    with vault.outbox._database.reading() as connection:  # noqa: SLF001  # what is left in the table
        assert connection.scalar(select(func.count()).select_from(corrected_statistics)) == 0
