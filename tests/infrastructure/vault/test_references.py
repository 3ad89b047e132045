import pytest

from domain.kernel.acts import is_reference
from infrastructure.vault.errors import PersonErased, PersonUnknown
from infrastructure.vault.people.persons import NewPerson
from infrastructure.vault.people.references import References
from infrastructure.vault.vault import OpenVault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import ENERGY, HOUSING, LOG, seal


def test_a_person_has_another_reference_in_every_context(vault: OpenVault):
    anna = vault.add_person("Anna de Wit")
    references = {vault.reference(anna, context) for context in (ENERGY, HOUSING, "party", "office")}
    assert len(references) == 4
    assert all(is_reference(reference) for reference in references)


def test_two_people_have_two_references_in_one_context(vault: OpenVault):
    anna, bram = vault.add_persons([NewPerson("Anna"), NewPerson("Anna")])
    assert vault.reference(anna, ENERGY) != vault.reference(bram, ENERGY)


def test_a_reference_stays_the_same_in_every_process(vault: OpenVault, reopen: Reopen):
    anna = vault.add_person("Anna")
    assert reopen().reference(anna, ENERGY) == vault.reference(anna, ENERGY)


def test_nothing_in_a_sealed_text_is_equal_in_two_contexts(vault: OpenVault):
    anna = vault.add_person("Anna")
    here, _ = seal(vault, anna, context=ENERGY)
    there, _ = seal(vault, anna, context=HOUSING)
    assert here.key != there.key
    assert here.commitment != there.commitment
    assert here.value != there.value
    assert here.box != there.box
    tokens = here.model_dump_json() + there.model_dump_json()
    assert anna.hex not in tokens
    assert str(anna) not in tokens


def test_a_reference_is_found_back_in_its_own_context_only(vault: OpenVault):
    anna, bram = vault.add_persons([NewPerson("Anna"), NewPerson("Bram")])
    here = {vault.reference(person, ENERGY): person for person in (anna, bram)}
    assert vault.whose(ENERGY, here) == here
    assert vault.whose(HOUSING, here) == {}
    assert vault.whose(ENERGY, []) == {}


def test_somebody_added_later_is_found_too_also_by_another_process(vault: OpenVault, reopen: Reopen):
    anna = vault.add_person("Anna")
    assert vault.whose(ENERGY, [vault.reference(anna, ENERGY)]) == {vault.reference(anna, ENERGY): anna}
    other = reopen()
    bram = other.add_person("Bram")
    assert vault.whose(ENERGY, [other.reference(bram, ENERGY)]) == {other.reference(bram, ENERGY): bram}
    assert other.whose(ENERGY, [vault.reference(anna, ENERGY)]) == {vault.reference(anna, ENERGY): anna}


def test_a_reference_is_found_that_another_process_indexes_at_the_same_time(
    vault: OpenVault, reopen: Reopen, monkeypatch: pytest.MonkeyPatch
):
    anna = vault.add_person("Anna")
    there = vault.reference(anna, ENERGY)
    other, behind = reopen(), References._behind  # noqa: SLF001  # the moment between looking and indexing

    def behind_no_more(references: References, context: str) -> bool:
        monkeypatch.setattr(References, "_behind", behind)
        other.whose(context, [there])
        return behind(references, context)

    monkeypatch.setattr(References, "_behind", behind_no_more)
    assert vault.whose(ENERGY, [there]) == {there: anna}


def test_a_reference_of_nobody_and_the_name_of_a_body_are_left_out(vault: OpenVault):
    vault.add_person("Anna")
    assert vault.whose(ENERGY, ["r" + "0" * 32, "national-board"]) == {}


def test_names_are_given_for_the_references_asked_for(vault: OpenVault):
    anna, bram = vault.add_persons([NewPerson("Anna de Wit"), NewPerson("Bram Ünal")])
    there = [vault.reference(anna, ENERGY), vault.reference(bram, ENERGY)]
    assert vault.names(ENERGY, there) == {there[0]: "Anna de Wit", there[1]: "Bram Ünal"}
    assert vault.names(ENERGY, [there[1], "r" + "0" * 32]) == {there[1]: "Bram Ünal"}


def test_more_references_than_one_query_takes_are_found(file_vault: OpenVault):
    people = file_vault.add_persons(NewPerson(f"Lid {number}") for number in range(10_001))
    there = {file_vault.reference(person, ENERGY): person for person in people}
    assert file_vault.whose(ENERGY, there) == there
    assert len(file_vault.names(ENERGY, there)) == 10_001


def test_there_is_no_reference_for_a_stranger_or_for_somebody_erased(vault: OpenVault):
    with pytest.raises(PersonUnknown):
        vault.reference(LOG, ENERGY)
    anna = vault.add_person("Anna")
    vault.erase_person(anna)
    with pytest.raises(PersonErased):
        vault.reference(anna, ENERGY)
