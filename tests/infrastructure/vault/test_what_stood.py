"""What stood of people who were erased: kept one by one, so that nothing says which of it was one person's."""

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from application.ports.vault.contexts import NOTHING, in_network
from application.ports.vault.people import ToEnd
from infrastructure.vault.database import Database
from infrastructure.vault.tables import pending, to_end
from infrastructure.vault.vault import OpenVault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import ENERGY, HOUSING, NOON

TODAY = NOON.date()
EVER = TODAY + timedelta(days=100)


def standing(vault: OpenVault, person: UUID) -> list[tuple[str, str]]:
    return [(context, vault.reference(person, context)) for context in (ENERGY, HOUSING, "party")]


def to_end_of(vault: OpenVault, today: date) -> list[ToEnd]:
    """Give what is to end, without what only looks as if it were."""
    return [each for each in vault.to_end(today) if each.context != NOTHING]


def test_what_stood_ends_each_on_a_day_of_its_own_and_not_on_that_of_the_erasure(vault: OpenVault, reopen: Reopen):
    anna = vault.add_person("Anna")
    stood = standing(vault, anna)
    vault.erase_person(anna, stood, after=TODAY)
    assert vault.to_end(TODAY) == []
    found = [{(each.context, each.reference) for each in to_end_of(reopen(), TODAY + timedelta(days=day))} for day in (1, 2, 3)]
    assert [len(each) for each in found] == [1, 2, 3]
    assert found[-1] == set(stood)


def test_what_ended_is_forgotten(vault: OpenVault):
    anna = vault.add_person("Anna")
    vault.erase_person(anna, standing(vault, anna), after=TODAY)
    first, *others = vault.to_end(EVER)
    vault.ended(first.number)
    assert Counter(vault.to_end(EVER)) == Counter(others)


def test_erasing_again_keeps_nothing_twice(vault: OpenVault):
    anna = vault.add_person("Anna")
    stood = standing(vault, anna)
    for _ in range(2):
        vault.erase_person(anna, stood, after=TODAY)
    assert len(to_end_of(vault, EVER)) == len(stood)


@pytest.mark.parametrize(("stood", "rows"), [(0, 8), (1, 8), (8, 8), (9, 16)])
def test_rows_do_not_tell_how_much_stood_of_somebody(vault: OpenVault, database_url: str, stood: int, rows: int):
    anna = vault.add_person("Anna")
    contexts = [in_network(UUID(int=number)) for number in range(stood)]
    vault.erase_person(anna, [(context, vault.reference(anna, context)) for context in contexts], after=TODAY)
    database = Database(database_url)
    with database.reading() as connection:
        kept = connection.execute(select(to_end)).all()
    database.close()
    assert sorted(row.day for row in kept) == [TODAY + timedelta(days=number) for number in range(1, rows + 1)]
    assert len({len(row.content) for row in kept}) == 1
    assert len(to_end_of(vault, EVER)) == stood


def test_no_row_says_whose_it_was_or_where(vault: OpenVault, database_url: str):
    anna = vault.add_person("Anna")
    stood = standing(vault, anna)
    vault.erase_person(anna, stood, after=TODAY)
    database = Database(database_url)
    with database.reading() as connection:
        rows = connection.execute(select(to_end)).all()
    database.close()
    assert set(to_end.c.keys()) == {"number", "day", "content"}
    assert len({len(row.content) for row in rows}) == 1
    assert not [row for row in rows for words in stood for word in words if word.encode() in row.content]


def test_an_erasure_counts_once_its_command_has_its_receipt(vault: OpenVault, database_url: str):
    anna = vault.add_person("Anna")
    command, digest = UUID(int=7), "0" * 64
    writes = vault.pending(command, digest, NOON)
    writes.erase_person(anna, standing(vault, anna), after=TODAY)
    writes.store()
    assert vault.person_named("Anna") == anna
    vault.confirm_pending(command, digest)
    assert vault.person_named("Anna") is None
    assert len(to_end_of(vault, EVER)) == 3
    database = Database(database_url)
    with database.reading() as connection:
        assert connection.execute(select(pending)).all() == []
    database.close()
