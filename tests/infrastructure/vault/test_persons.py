import re
import unicodedata
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from application.ports.vault.people import PersonDetails
from infrastructure.vault.errors import PersonAlreadyKnown, PersonErased, PersonUnknown
from infrastructure.vault.pending import PersonWrite
from infrastructure.vault.people.persons import NewPerson, Persons
from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import ENERGY, LOG, MASTER_KEY, OTHER_MASTER_KEY, in_processes
from tests.vaults import correct_person, people_known_as


@pytest.mark.parametrize("asked", ["Anna de Wit", "anna DE wit", "  Anna  de\tWit ", "Anna de Wit\n"])
def test_a_person_is_found_by_name_whatever_its_capitals_and_spaces(vault: OpenVault, asked: str):
    anna = vault.add_person("Anna de Wit")
    vault.add_person("Bram")
    assert vault.person_named(asked) == anna


def test_two_ways_to_write_an_accent_are_one_name(vault: OpenVault):
    zoe = vault.add_person("Zo\u00eb")
    assert vault.person_named("Zoe\u0308") == zoe


def test_a_name_that_two_people_have_finds_nobody(vault: OpenVault):
    vault.add_person("Anna")
    vault.add_person("anna")
    assert vault.person_named("Anna") is None
    assert vault.person_named("Nobody") is None


@pytest.mark.parametrize(
    ("beginning", "found"),
    [
        ("anna", ["Anna", "Anna de Wit", "Änna Zwart"]),
        ("Anna d", ["Anna de Wit"]),
        ("wit", ["Anna de Wit"]),
        ("nna", []),
        ("z", ["Zoë", "Änna Zwart"]),
    ],
)
def test_people_are_found_by_the_beginning_of_a_name_whatever_its_accents(vault: OpenVault, beginning: str, found: list[str]):
    vault.add_persons([NewPerson(name) for name in ("Zo\u00eb", "Anna de Wit", "A\u0308nna Zwart", "Anna")])
    given = vault.people_named(beginning, most=5)
    assert [unicodedata.normalize("NFC", each.name or "") for each in given] == found


def test_a_search_finds_names_as_they_are_now_and_nobody_who_was_erased(vault: OpenVault, reopen: Reopen):
    anna, bram = vault.add_person("Anna", province="NL-UT", birth_year=1980), vault.add_person("Anna Bram")
    assert len(vault.people_named("Anna", most=5)) == 2
    elsewhere = reopen()
    correct_person(elsewhere, anna, name="Hanna")
    elsewhere.erase_person(bram)
    assert vault.people_named("Anna", most=5) == []
    assert vault.people_named("ha", most=5) == [PersonDetails(anna, "Hanna", "NL-UT", 1980)]


def test_an_import_finds_its_people_again(vault: OpenVault):
    anna, bram = vault.add_persons([NewPerson("Anna", external="u1"), NewPerson("Bram", external="u2")])
    assert people_known_as(vault, ["u2", "u1"]) == {"u1": anna, "u2": bram}


def test_an_import_gets_all_its_people_and_the_new_ones_have_no_name(vault: OpenVault, reopen: Reopen):
    anna = vault.add_person("Anna", external="u1")
    people = people_known_as(vault, ["u2", "u1", "u3", "u2"])
    assert people.keys() == {"u1", "u2", "u3"}
    assert len(set(people.values())) == 3
    assert people["u1"] == anna
    assert people_known_as(reopen(), ["u3", "u2", "u1"]) == people
    assert people_known_as(vault, []) == {}
    there = {vault.reference(person, ENERGY): person for person in people.values()}
    assert vault.whose(ENERGY, there) == there
    assert vault.names(ENERGY, there) == {vault.reference(anna, ENERGY): "Anna"}


def test_an_import_gets_the_people_that_another_one_adds_at_the_same_time(
    vault: OpenVault, reopen: Reopen, monkeypatch: pytest.MonkeyPatch
):
    other, made = reopen(), Persons.made
    first = {}

    def made_second(people: Persons, person: NewPerson) -> PersonWrite:
        monkeypatch.setattr(Persons, "made", made)
        first.update(people_known_as(other, ["u1", "u2"]))
        return made(people, person)

    monkeypatch.setattr(Persons, "made", made_second)
    people = people_known_as(vault, ["u2", "u3"])
    assert people.keys() == {"u2", "u3"}
    assert people["u2"] == first["u2"]


def test_two_imports_of_the_same_people_at_once_keep_them_once(database_url: str):
    answers = in_processes(imported, [(database_url,)] * 8)
    assert answers == [answers[0]] * 8
    assert len(set(answers[0].values())) == 300


def imported(url: str) -> dict[str, UUID]:
    vault = open_vault(url, master_key=MASTER_KEY, log=LOG)
    people = people_known_as(vault, [f"u{number}" for number in range(300)])
    vault.close()
    return people


def test_nobody_is_added_when_one_of_them_is_already_known(vault: OpenVault):
    vault.add_person("Anna", external="u1")
    with pytest.raises(PersonAlreadyKnown) as refused:
        vault.add_persons([NewPerson("Bram"), NewPerson("Carla", external="u1")])
    assert vault.person_named("Bram") is None
    assert "Carla" not in str(refused.value)
    assert vault.add_persons([]) == []


def test_only_known_statistics_are_given(vault: OpenVault):
    assert vault.known(vault.add_person("Anna", province="Utrecht", birth_year=1980)).statistics == {
        "province": "Utrecht",
        "birth-year": "1980",
    }
    assert vault.known(vault.add_person("Bram", birth_year=1990)).statistics == {"birth-year": "1990"}
    assert vault.known(vault.add_person("Carla")).statistics == {}
    with pytest.raises(PersonUnknown):
        vault.known(uuid4())


def test_many_people_are_kept_in_the_order_in_which_they_were_given(vault: OpenVault):
    people = vault.add_persons(NewPerson(f"Lid {number}") for number in range(500))
    there = [vault.reference(person, ENERGY) for person in people]
    names = vault.names(ENERGY, there)
    assert [names[reference] for reference in there] == [f"Lid {number}" for number in range(500)]


def test_a_new_person_does_not_show_their_name_by_accident():
    assert "Anna" not in repr(NewPerson("Anna"))


def test_one_thing_a_day_may_be_ended_for_a_person_whichever_process_asks(vault: OpenVault, reopen: Reopen):
    anna, bram = vault.add_person("Anna"), vault.add_person("Bram")
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    assert vault.claim_fan_out(anna, monday) is True
    assert [asked.claim_fan_out(anna, monday) for asked in (vault, reopen())] == [False, False]
    assert vault.claim_fan_out(bram, monday) is True
    assert vault.claim_fan_out(anna, tuesday) is True
    assert vault.claim_fan_out(anna, monday) is False


def test_there_is_nothing_to_end_for_a_stranger_or_for_somebody_erased(vault: OpenVault):
    with pytest.raises(PersonUnknown):
        vault.claim_fan_out(uuid4(), date(2026, 11, 23))
    anna = vault.add_person("Anna")
    vault.claim_fan_out(anna, date(2026, 11, 23))
    vault.erase_person(anna)
    with pytest.raises(PersonErased):
        vault.claim_fan_out(anna, date(2026, 11, 24))


def test_a_keyed_digest_is_the_same_in_every_process_and_another_under_another_master_key(
    vault: OpenVault, reopen: Reopen, tmp_path: Path
):
    digest = vault.keyed_digest(b"a guessable command")
    assert re.fullmatch("[0-9a-f]{64}", digest)
    assert reopen().keyed_digest(b"a guessable command") == digest
    assert vault.keyed_digest(b"another command") != digest
    other = open_vault(f"sqlite:///{tmp_path}/other.db", master_key=OTHER_MASTER_KEY, log=None)
    assert other.keyed_digest(b"a guessable command") != digest
    other.close()
