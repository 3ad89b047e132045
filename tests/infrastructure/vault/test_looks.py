"""Who looked at somebody is kept once a day, encrypted, and gone with whom they looked at."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from application.ports.vault.looks import Look, LookPurpose
from application.privacy.register import LASTS, Term
from domain.kernel.acts import Role
from infrastructure.vault.database import Database
from infrastructure.vault.errors import PersonUnknown
from infrastructure.vault.tables import looks
from infrastructure.vault.vault import OpenVault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import NOON

LOOK = Look(
    day=NOON.date(),
    role=Role.PARTY_BUREAU,
    what="MembersOfNetwork",
    by=UUID(int=7),
    about=UUID(int=8),
    purpose=LookPurpose.OVERSIGHT,
)


def test_a_look_at_several_people_is_told_to_each_of_them(vault: OpenVault, reopen: Reopen):
    anna, bram, other = (vault.add_person(name) for name in ("Anna", "Bram", "Carla"))
    vault.keep_looks([anna, bram], LOOK)
    assert [reopen().looks_at(person) for person in (anna, bram, other)] == [[LOOK], [LOOK], []]


def test_the_same_look_again_is_kept_once_a_day(vault: OpenVault):
    anna, bram = vault.add_person("Anna"), vault.add_person("Bram")
    tomorrow = replace(LOOK, day=LOOK.day + timedelta(days=1))
    in_another_role = replace(LOOK, role=Role.CORE_GROUP)
    without_purpose = replace(LOOK, purpose=None)
    vault.keep_looks([anna], LOOK)
    for look in (LOOK, tomorrow, in_another_role, without_purpose):
        vault.keep_looks([anna, bram], look)
    assert vault.looks_at(anna) == vault.looks_at(bram) == [LOOK, tomorrow, in_another_role, without_purpose]


def test_a_look_goes_with_whom_it_was_at(vault: OpenVault, database_url: str):
    anna, bram = vault.add_person("Anna"), vault.add_person("Bram")
    vault.keep_looks([anna, bram], LOOK)
    vault.erase_person(anna)
    vault.keep_looks([anna], replace(LOOK, what="PeopleNamed"))
    assert (vault.looks_at(anna), vault.looks_at(bram)) == ([], [LOOK])
    database = Database(database_url)
    with database.reading() as connection:
        assert len(connection.execute(select(looks)).all()) == 1
    database.close()


@pytest.mark.parametrize(("days", "kept"), [(0, 1), (1, 0)])
def test_a_look_is_kept_for_its_term(vault: OpenVault, days: int, kept: int):
    anna = vault.add_person("Anna")
    vault.keep_looks([anna], LOOK)
    vault.destroy_what_is_over(NOON + LASTS[Term.AFTER_LOOKING] + timedelta(days=days))
    assert len(vault.looks_at(anna)) == kept


def test_the_table_alone_tells_neither_who_looked_nor_at_what(vault: OpenVault, database_url: str):
    vault.keep_looks([vault.add_person("Anna")], LOOK)
    database = Database(database_url)
    with database.reading() as connection:
        (row,) = connection.execute(select(looks)).all()
    database.close()
    assert {name for name in row._fields if isinstance(getattr(row, name), bytes)} == {"mark", "owner", "content"}
    for told in (b"bureau", b"Members", b"klacht", UUID(int=7).bytes, UUID(int=8).bytes, str(UUID(int=7)).encode()):
        assert told not in row.mark + row.owner + row.content


def test_at_a_stranger_nobody_looked(vault: OpenVault):
    with pytest.raises(PersonUnknown):
        vault.looks_at(uuid4())
