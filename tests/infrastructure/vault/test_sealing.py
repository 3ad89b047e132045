from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.kernel.text import Purpose, Sealed
from infrastructure.vault.errors import KeyDestroyed, PersonErased, PersonUnknown, SealBroken, SealMisplaced
from infrastructure.vault.keys.sealing import Seal
from infrastructure.vault.keys.wrapping import new_key
from infrastructure.vault.vault import OpenVault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import DOSSIER, ENERGY, HOUSING, IN_DOSSIER, OTHER_DOSSIER, joining, seal
from tests.vaults import seal_closed


def altered(sealed: Sealed, **fields: str) -> Sealed:
    """Change a token without the checks of its form, as somebody with the database could."""
    return Sealed.model_construct(**{**sealed.model_dump(), **fields})


def test_a_sealed_text_opens_in_its_place_in_every_process(vault: OpenVault, reopen: Reopen):
    sealed, place = seal(vault, vault.add_person("Anna"), "Ik wil meedenken")
    assert reopen().open(sealed, place, context=ENERGY) == "Ik wil meedenken"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=2_000))
def test_every_text_comes_out_as_it_went_in(file_vault: OpenVault, text: str):
    person = file_vault.person_named("Anna") or file_vault.add_person("Anna")
    sealed, place = seal(file_vault, person, text)
    assert file_vault.open(sealed, place, context=ENERGY) == text
    closed = seal_closed(file_vault, text, dossier=DOSSIER, place=IN_DOSSIER)
    assert file_vault.open(closed, IN_DOSSIER) == text


def test_sealing_the_same_text_twice_gives_two_tokens(vault: OpenVault):
    anna = vault.add_person("Anna")
    first, _ = seal(vault, anna)
    second, _ = seal(vault, anna)
    assert first.key == second.key
    assert {first.value, first.commitment, first.box}.isdisjoint({second.value, second.commitment, second.box})


@pytest.mark.parametrize("field", ["aggregate", "event_type", "field", "subject"])
def test_a_sealed_text_opens_nowhere_else(vault: OpenVault, field: str):
    anna, bram = vault.add_person("Anna"), vault.add_person("Bram")
    sealed, place = seal(vault, anna)
    elsewhere = vault.reference(bram, ENERGY) if field == "subject" else "Other"
    with pytest.raises(SealBroken):
        vault.open(sealed, place.model_copy(update={field: elsewhere}), context=ENERGY)


@pytest.mark.parametrize("field", ["aggregate", "event_type", "field", "subject"])
def test_a_closed_text_opens_nowhere_else(vault: OpenVault, field: str):
    sealed = seal_closed(vault, "Vraag", dossier=DOSSIER, place=IN_DOSSIER)
    seal_closed(vault, "Vraag", dossier=OTHER_DOSSIER, place=IN_DOSSIER.model_copy(update={"subject": str(OTHER_DOSSIER)}))
    elsewhere = str(OTHER_DOSSIER) if field == "subject" else "Other"
    with pytest.raises(SealBroken):
        vault.open(sealed, IN_DOSSIER.model_copy(update={field: elsewhere}))


def test_a_closed_text_without_a_dossier_is_broken(vault: OpenVault):
    sealed = seal_closed(vault, "Vraag", dossier=DOSSIER, place=IN_DOSSIER)
    with pytest.raises(SealBroken):
        vault.open(sealed, IN_DOSSIER.model_copy(update={"subject": "nobody"}))


def test_a_text_of_one_network_does_not_open_in_another(vault: OpenVault):
    anna = vault.add_person("Anna")
    sealed, _ = seal(vault, anna, context=ENERGY)
    with pytest.raises(SealBroken):
        vault.open(sealed, joining(vault.reference(anna, HOUSING)), context=HOUSING)


def test_a_token_opens_with_no_field_of_another(vault: OpenVault):
    anna = vault.add_person("Anna")
    sealed, place = seal(vault, anna)
    other, _ = seal(vault, anna, purpose=Purpose.CONFLICT_OF_INTEREST)
    for field in ("key", "value", "commitment", "box"):
        with pytest.raises(SealBroken):
            vault.open(altered(sealed, **{field: getattr(other, field)}), place, context=ENERGY)


def test_every_flipped_bit_of_a_token_is_found():
    seal_of = Seal(new_key(), ENERGY)
    place = joining("r" + "1" * 32)
    for text in ("a", "ab", "abc"):  # three lengths: none, two or four bits of the last character carry nothing
        sealed = seal_of.seal(text, place)
        for field in ("key", "value", "commitment", "box"):
            content = getattr(sealed, field).encode()
            for bit in range(len(content) * 8):
                flipped = bytearray(content)
                flipped[bit // 8] ^= 1 << bit % 8
                with pytest.raises(SealBroken):
                    seal_of.open(altered(sealed, **{field: flipped.decode("latin-1")}), place)
        assert seal_of.open(sealed, place) == text


@pytest.mark.parametrize("field", ["aggregate", "event_type", "field", "subject"])
def test_the_place_is_bound_also_where_two_people_would_share_a_key(field: str):
    seal_of = Seal(new_key(), ENERGY)
    place = joining("r" + "1" * 32)
    sealed = seal_of.seal("tekst", place)
    with pytest.raises(SealBroken):
        seal_of.open(sealed, place.model_copy(update={field: "r" + "2" * 32}))


def test_a_key_is_another_key_in_another_context():
    key, place = new_key(), joining("r" + "1" * 32)
    with pytest.raises(SealBroken):
        Seal(key, HOUSING).open(Seal(key, ENERGY).seal("tekst", place), place)


def test_a_box_belongs_to_one_value():
    seal_of = Seal(new_key(), ENERGY)
    place = joining("r" + "1" * 32)
    first, second = seal_of.seal("ja", place), seal_of.seal("nee", place)
    with pytest.raises(SealBroken):
        seal_of.open(altered(first, value=second.value, commitment=second.commitment), place)


@pytest.mark.parametrize("box", ["", "A", "AAAA", "=", "é", "A" * 16, "A\n" * 40])
def test_a_box_that_is_none_is_broken(box: str):
    seal_of = Seal(new_key(), ENERGY)
    place = joining("r" + "1" * 32)
    with pytest.raises(SealBroken):
        seal_of.open(altered(seal_of.seal("tekst", place), box=box), place)


def test_with_one_key_destroyed_the_others_still_open(vault: OpenVault, reopen: Reopen):
    anna = vault.add_person("Anna", province="Utrecht")
    sealed = {purpose: seal(vault, anna, f"over {purpose}", purpose=purpose) for purpose in Purpose}
    vault.destroy_key(anna, Purpose.CONTRIBUTION)
    for opener in (vault, reopen()):
        for purpose, (token, place) in sealed.items():
            expected = None if purpose is Purpose.CONTRIBUTION else f"over {purpose}"
            assert opener.open(token, place, context=ENERGY) == expected
    with pytest.raises(KeyDestroyed):
        seal(vault, anna, purpose=Purpose.CONTRIBUTION)
    vault.destroy_key(anna, Purpose.CONTRIBUTION)
    with pytest.raises(KeyDestroyed):
        seal(vault, anna, purpose=Purpose.CONTRIBUTION)


def test_the_vaults_own_record_goes_with_its_key(vault: OpenVault):
    anna = vault.add_person("Anna", province="Utrecht", birth_year=1980)
    there = vault.reference(anna, ENERGY)
    vault.destroy_key(anna, Purpose.STATISTICS)
    assert vault.known(anna).statistics == {}
    assert vault.names(ENERGY, [there]) == {there: "Anna"}
    vault.destroy_key(anna, Purpose.IDENTITY)
    assert vault.names(ENERGY, [there]) == {}
    assert vault.person_named("Anna") is None
    assert vault.whose(ENERGY, [there]) == {there: anna}


def test_with_the_key_of_a_dossier_its_texts_go(vault: OpenVault, reopen: Reopen):
    sealed = seal_closed(vault, "Vraag", dossier=DOSSIER, place=IN_DOSSIER)
    assert reopen().open(sealed, IN_DOSSIER) == "Vraag"
    vault.destroy_dossier_key(DOSSIER)
    assert vault.open(sealed, IN_DOSSIER) is None
    with pytest.raises(KeyDestroyed):
        seal_closed(vault, "Nog een", dossier=DOSSIER, place=IN_DOSSIER)


def test_a_dossier_can_be_closed_to_texts_before_the_first(vault: OpenVault):
    vault.destroy_dossier_key(DOSSIER)
    vault.destroy_dossier_key(DOSSIER)
    with pytest.raises(KeyDestroyed):
        seal_closed(vault, "Vraag", dossier=DOSSIER, place=IN_DOSSIER)


def test_a_text_of_an_unknown_dossier_or_reference_cannot_be_opened(vault: OpenVault):
    closed = seal_closed(vault, "Vraag", dossier=DOSSIER, place=IN_DOSSIER)
    assert vault.open(closed, IN_DOSSIER.model_copy(update={"subject": str(uuid4())})) is None
    personal, _ = seal(vault, vault.add_person("Anna"))
    assert vault.open(personal, joining("r" + "0" * 32), context=ENERGY) is None


def test_a_text_is_only_sealed_where_it_can_be_opened_again(vault: OpenVault):
    anna, bram = vault.add_person("Anna"), vault.add_person("Bram")
    for subject in (vault.reference(bram, ENERGY), vault.reference(anna, HOUSING), "r" + "0" * 32):
        with pytest.raises(SealMisplaced):
            vault.known(anna).seal("x", purpose=Purpose.CONTRIBUTION, context=ENERGY, place=joining(subject))
    with pytest.raises(SealMisplaced):
        seal_closed(vault, "x", dossier=OTHER_DOSSIER, place=IN_DOSSIER)


def test_nothing_is_sealed_for_a_stranger_or_for_somebody_erased(vault: OpenVault):
    anna = vault.add_person("Anna")
    place = joining(vault.reference(anna, ENERGY))
    vault.erase_person(anna)
    with pytest.raises(PersonErased):
        vault.known(anna).seal("x", purpose=Purpose.CONTRIBUTION, context=ENERGY, place=place)
    with pytest.raises(PersonUnknown):
        vault.known(uuid4()).seal("x", purpose=Purpose.CONTRIBUTION, context=ENERGY, place=place)
