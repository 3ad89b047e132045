"""Rows of which nothing says whose they are: with the key each is found as somebody's, whatever was deleted before."""

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from application.ports.mail import QueuedDigest
from application.ports.vault.contexts import PersonId
from application.ports.vault.looks import Look
from application.privacy.register import LASTS, Term
from domain.kernel.acts import Role
from infrastructure.vault.database import Database
from infrastructure.vault.tables import OWNED
from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.examples import LOG, MASTER_KEY, NOON
from tests.vaults import correct_person, keep_address

TODAY = NOON.date()


def look(day: date, item: int = 0) -> Look:
    return Look(day=day, role=Role.PARTY_BUREAU, what="MembersOfNetwork", about=UUID(int=item))


def with_a_row_of_each_kind(vault: OpenVault, person: PersonId) -> PersonId:
    """Let somebody have something in every table whose rows say of nobody whose they are, and more of it than once."""
    keep_address(vault, person, "iemand@voorbeeld.example")
    vault.refuse_address(person, NOON)
    for province in ("NL-FR", "NL-DR"):
        correct_person(vault, person, province=province)
    for network in (UUID(int=1), UUID(int=2), None):
        vault.issue_token(Role.MEMBER, person=person, network=network)
    for day, item in ((0, 1), (0, 2), (0, 3), (5, 1), (70, 1)):
        vault.keep_looks([person], look(TODAY + timedelta(days=day), item))
    for week in range(2):
        digest = QueuedDigest(UUID(int=person.int ^ week), person)
        vault.outbox.queue([digest], day=TODAY + timedelta(weeks=week), now=NOON)
    vault.claim_fan_out(person, TODAY)
    return person


def owners_of(vault: OpenVault, url: str, people: list[PersonId]) -> tuple[list[bytes], list[bytes]]:
    """Give the owners of all rows there are, and those that are found as the rows of some people."""
    owned = vault.outbox._owned  # noqa: SLF001  # nobody else can tell whose a row is
    database = Database(url)
    with database.reading() as connection:
        there = [owner for table in OWNED for owner in connection.scalars(select(table.c.owner))]
        found = [owner for table in OWNED for person in people for owner in owned.of(connection, table, [person])]
    database.close()
    return there, found


def test_each_row_is_found_as_that_of_one_person(vault: OpenVault, database_url: str):
    people = [with_a_row_of_each_kind(vault, vault.add_person(name)) for name in ("Anne Voorbeeld", "Vera Verzonnen")]
    there, found = owners_of(vault, database_url, people)
    assert Counter(there) == Counter(found)
    assert len(there) == 2 * (1 + 2 + 3 + 5 + 2 + 1)


@pytest.mark.parametrize("ended", [(1,), (2,), (1, 2), (1, 3), (1, 2, 3), (3,)])
def test_tokens_that_are_left_are_found_when_others_are_forgotten(vault: OpenVault, database_url: str, ended: tuple[int, ...]):
    anne = vault.add_person("Anne Voorbeeld")
    issued = [vault.issue_token(Role.MEMBER, person=anne, days=1_000) for _ in range(3)]
    for number in ended:
        vault.end_token(number)
    later = NOON + LASTS[Term.AFTER_TOKEN] + timedelta(days=1)
    vault.destroy_what_is_over(later)
    left = [each.number for each in vault.issued_tokens()]
    assert left == [number for number in (1, 2, 3) if number not in ended]
    there, found = owners_of(vault, database_url, [anne])
    assert Counter(there) == Counter(found)
    vault.issue_token(Role.AUDITOR, person=anne)
    assert len(owners_of(vault, database_url, [anne])[1]) == len(left) + 1
    assert [vault.session(token) is not None for token in issued] == [number in left for number in (1, 2, 3)]
    vault.erase_person(anne)
    assert vault.issued_tokens() == []


def test_looks_that_are_left_are_found_when_earlier_days_are_over(vault: OpenVault):
    anne = vault.add_person("Anne Voorbeeld")
    days = [TODAY - timedelta(days=number) for number in (800, 740, 10, 0)]
    for day in days:
        for item in range(3):
            vault.keep_looks([anne], look(day, item))
    vault.destroy_what_is_over(NOON)
    assert [each.day for each in vault.looks_at(anne)] == [day for day in days[2:] for _ in range(3)]
    vault.erase_person(anne)
    assert vault.looks_at(anne) == []


def test_a_token_of_nobody_in_particular_is_forgotten_after_its_term_too(vault: OpenVault):
    vault.issue_token(Role.AUDITOR)
    vault.end_token(1)
    vault.destroy_what_is_over(NOON + LASTS[Term.AFTER_TOKEN])
    assert len(vault.issued_tokens()) == 1
    vault.destroy_what_is_over(NOON + LASTS[Term.AFTER_TOKEN] + timedelta(days=1))
    assert vault.issued_tokens() == []


def test_what_was_kept_is_found_by_another_process(vault: OpenVault, database_url: str):
    anne = with_a_row_of_each_kind(vault, vault.add_person("Anne Voorbeeld"))
    other = open_vault(database_url, master_key=MASTER_KEY, log=LOG, clock=lambda: NOON)
    assert other.kept_of(anne) == vault.kept_of(anne)
    assert other.looks_at(anne) == vault.looks_at(anne)
    other.close()
