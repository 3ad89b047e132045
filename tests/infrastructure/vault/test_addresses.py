"""Addresses of persons: kept like names, one at a time, and what a mail server refused."""

from datetime import timedelta
from pathlib import Path

import pytest

from domain.kernel.text import Purpose
from infrastructure.vault.errors import KeyDestroyed, PersonErased, PersonUnknown
from infrastructure.vault.vault import OpenVault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import DOSSIER, NOON
from tests.vaults import keep_address

OLD, NEW = "anna@oud.example", "anna@voorbeeld.example"


def test_an_address_is_known_in_every_process_until_there_is_another(vault: OpenVault, reopen: Reopen):
    anna, bram = vault.add_person("Anna"), vault.add_person("Bram")
    keep_address(vault, anna, OLD)
    assert reopen().addresses([anna, bram]) == {anna: OLD}
    keep_address(vault, anna, NEW)
    assert reopen().addresses([anna, bram]) == {anna: NEW}
    keep_address(vault, anna, None)
    assert reopen().addresses([anna, bram]) == {}


def test_a_refused_address_is_not_used_until_there_is_another(vault: OpenVault):
    anna = vault.add_person("Anna")
    keep_address(vault, anna, OLD)
    vault.refuse_address(anna, NOON - timedelta(days=1))
    assert vault.addresses([anna]) == {}
    assert [(each.person, each.name, each.since) for each in vault.refused_addresses()] == [
        (anna, "Anna", NOON - timedelta(days=1))
    ]
    keep_address(vault, anna, NEW)
    assert vault.addresses([anna]) == {anna: NEW}
    assert vault.refused_addresses() == []


def test_an_address_is_kept_for_nobody_whom_the_vault_does_not_keep(vault: OpenVault):
    erased, hidden = vault.add_person("Anna"), vault.add_person("Bram")
    vault.erase_person(erased)
    vault.destroy_key(hidden, Purpose.IDENTITY)
    for person, refusal in ((DOSSIER, PersonUnknown), (erased, PersonErased), (hidden, KeyDestroyed)):
        with pytest.raises(refusal):
            keep_address(vault, person, NEW)


def test_with_the_key_of_the_record_the_address_is_gone(vault: OpenVault):
    anna = vault.add_person("Anna")
    keep_address(vault, anna, OLD)
    vault.refuse_address(anna, NOON)
    vault.destroy_key(anna, Purpose.IDENTITY)
    assert vault.addresses([anna]) == {}
    assert vault.refused_addresses() == []


def test_no_address_can_be_read_in_the_file(file_vault: OpenVault, vault_file: Path):
    keep_address(file_vault, file_vault.add_person("Anna"), NEW)
    assert not any(NEW.encode() in file.read_bytes() for file in vault_file.parent.glob("vault.db*"))
