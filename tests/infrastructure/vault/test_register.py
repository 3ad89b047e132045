"""Who is known by a member number, and what the register said of them last."""

from contextlib import closing
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from application.ports.errors import ConcurrentChange
from application.ports.vault.contexts import PersonId
from application.ports.vault.register import KnownNow, NewMember, RegisterSaid
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.tables import erased_numbers, register_entries
from infrastructure.vault.vault import OpenVault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import NOON
from tests.vaults import DIGEST, EARLY, correct_person, keep_address, written

DAY = date(2025, 3, 3)
ANNE = RegisterSaid("1001", "Anne Voorbeeld", "anne@voorbeeld.example", "3811AB", 1956)
VERA = RegisterSaid("1002", "Vera Verzonnen", None, None, None)


def registered(vault: OpenVault, *members: RegisterSaid) -> list[PersonId]:
    new = [NewMember(said, DAY, "NL-UT" if said.postcode else None) for said in members]
    known = written(vault, lambda writes: writes.members_known_as(new))
    return [known[said.number].id for said in members]


def test_a_member_is_found_by_number_with_what_the_register_said(vault: OpenVault):
    anne, vera = registered(vault, ANNE, VERA)
    found = vault.register_entries(["1001", "1002", "1003"])
    assert {number: (each.person, each.said, each.day) for number, each in found.items()} == {
        "1001": (anne, ANNE, DAY),
        "1002": (vera, VERA, DAY),
    }
    assert vault.known_now([anne]) == {
        anne: KnownNow("Anne Voorbeeld", "anne@voorbeeld.example", "3811AB", "NL-UT", 1956, None, None)
    }
    assert vault.member_numbers_of(anne) == ["1001"]


def test_everybody_is_given_some_at_a_time(vault: OpenVault):
    registered(vault, ANNE, VERA)
    (first,) = vault.register_entries_after(0, most=1)
    (second,) = vault.register_entries_after(first.number, most=1)
    assert {first.said, second.said} == {ANNE, VERA}
    assert vault.register_entries_after(second.number, most=1) == []


def test_what_the_register_says_later_takes_the_place_of_what_it_said(vault: OpenVault):
    (anne,) = registered(vault, ANNE)
    later = ANNE._replace(name="Anne Fictief", member=False)
    written(vault, lambda writes: writes.keep_register_entry(vault.row(anne), later, DAY + timedelta(days=1)))
    (entry,) = vault.register_entries(["1001"]).values()
    assert (entry.said, entry.day) == (later, DAY + timedelta(days=1))


def test_who_registers_the_same_number_at_once_decides_again(vault: OpenVault):
    one, other = (vault.pending(command, DIGEST, EARLY) for command in map(PersonId, ("0" * 31 + "1", "0" * 31 + "2")))
    for writes in (one, other):
        writes.members_known_as([NewMember(ANNE, DAY, None)])
    one.store()
    one.confirm()
    with pytest.raises(ConcurrentChange):
        other.store()


def test_it_is_known_when_something_was_corrected(vault: OpenVault):
    (anne,) = registered(vault, ANNE)
    correct_person(vault, anne, name="Anna Voorbeeld")
    keep_address(vault, anne, "eigen@voorbeeld.example")
    known = vault.known_now([anne])[anne]
    assert (known.name, known.email) == ("Anna Voorbeeld", "eigen@voorbeeld.example")
    assert (known.corrected_at, known.address_at) == (EARLY, EARLY)


def test_who_has_no_number_is_found_by_name_as_it_is_now_and_by_address(vault: OpenVault):
    registered(vault, ANNE)
    same, renamed, mailed = vault.add_person("Anne Voorbeeld"), vault.add_person("Anne Voorbeeld"), vault.add_person("Iemand")
    correct_person(vault, renamed, name="Lot Niemand")
    keep_address(vault, mailed, "Anne@voorbeeld.example")
    asked = [("anne voorbeeld", None), ("Lot Niemand", None), ("Onbekend", "anne@voorbeeld.example"), ("Onbekend", None)]
    assert vault.without_number_like(asked) == [(same,), (renamed,), (mailed,), ()]


def test_of_who_is_erased_a_digest_of_the_number_stays_and_nothing_else(vault: OpenVault, database_url: str):
    anne, _ = registered(vault, ANNE, VERA)
    vault.erase_person(anne)
    assert vault.register_entries(["1001"]) == {}
    assert vault.erased_numbers(["1001", "1002"]) == {"1001"}
    assert vault.known_now([anne]) == {}
    with closing(Database(database_url)) as database, database.reading() as connection:
        (row,) = connection.execute(select(erased_numbers)).mappings()
    assert set(row) == {"number", "member_number_index", "day"}
    assert row["day"] == NOON.date()


def test_a_number_of_who_was_erased_is_renewed_and_forgotten(vault: OpenVault):
    (anne,) = registered(vault, ANNE)
    vault.erase_person(anne)
    written(vault, lambda writes: writes.renew_erased_number("1001", NOON.date() + timedelta(days=100)))
    vault.destroy_what_is_over(NOON + timedelta(days=400))
    assert vault.erased_numbers(["1001"]) == {"1001"}
    written(vault, lambda writes: writes.forget_erased_number("1001"))
    assert vault.erased_numbers(["1001"]) == frozenset()


def test_with_the_key_of_statistics_postcode_and_year_are_gone_everywhere(vault: OpenVault, database_url: str, reopen: Reopen):
    (anne,) = registered(vault, ANNE)
    vault.destroy_key(anne, Purpose.STATISTICS)
    (entry,) = reopen().register_entries(["1001"]).values()
    assert (entry.said, entry.counts) == (ANNE._replace(postcode=None, birth_year=None), False)
    with closing(Database(database_url)) as database, database.reading() as connection:
        assert connection.scalar(select(register_entries.c.said_statistics)) is None
    written(vault, lambda writes: writes.keep_register_entry(vault.row(anne), ANNE, DAY))
    (entry,) = vault.register_entries(["1001"]).values()
    assert entry.said == ANNE._replace(postcode=None, birth_year=None)


def test_every_row_of_the_register_opens(vault: OpenVault):
    registered(vault, ANNE, VERA)
    assert list(vault.broken_rows()) == []
