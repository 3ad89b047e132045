import hashlib
import re
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from application.ports.vault.sessions import IssuedToken, Session
from domain.kernel.acts import Role
from infrastructure.vault.database import Database
from infrastructure.vault.errors import PersonUnknown
from infrastructure.vault.tables import NEVER, tokens
from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import LOG, MASTER_KEY, NOON

NETWORK = UUID(int=9)


def test_a_token_gives_its_session_in_every_process(vault: OpenVault, reopen: Reopen):
    anna = vault.add_person("Anna")
    token = vault.issue_token(Role.CORE_GROUP, person=anna, network=NETWORK)
    assert re.fullmatch("np_[A-Za-z0-9_-]{43}", token)
    assert reopen().session(token) == Session(person=anna, role=Role.CORE_GROUP, network=NETWORK, endings=0)


@pytest.mark.parametrize("role", list(Role))
def test_a_token_may_be_of_nobody_in_particular(vault: OpenVault, role: Role):
    assert vault.session(vault.issue_token(role)) == Session(person=None, role=role, network=None, endings=0)


def test_only_the_digest_of_a_token_is_kept(file_vault: OpenVault, vault_file: Path):
    token = file_vault.issue_token(Role.MEMBER)
    database = Database(f"sqlite:///{vault_file}")
    with database.reading() as connection:
        row = connection.execute(select(tokens)).one()
    assert (row.digest, row.ended_on) == (hashlib.sha256(token.encode()).digest(), NEVER)
    database.close()
    for file in vault_file.parent.glob("vault.db*"):
        assert token.encode() not in file.read_bytes()
        assert token.removeprefix("np_").encode() not in file.read_bytes()


def test_an_ended_token_gives_no_session(vault: OpenVault, reopen: Reopen):
    first, second = vault.issue_token(Role.MEMBER), vault.issue_token(Role.MEMBER)
    assert [vault.end_token(1), vault.end_token(1), vault.end_token(3)] == [True, True, False]
    for after in (vault, reopen()):
        assert after.session(first) is None
        assert after.session(second) == Session(person=None, role=Role.MEMBER, network=None, endings=0)


def test_tokens_are_listed_with_their_end_and_the_name_that_is_known(vault: OpenVault):
    anna = vault.add_person("Anna")
    vault.issue_token(Role.CORE_GROUP, person=anna, network=NETWORK)
    vault.issue_token(Role.MEMBER)
    vault.end_token(2)
    assert vault.issued_tokens() == [
        IssuedToken(1, anna, "Anna", Role.CORE_GROUP, NETWORK, NOON, NOON + timedelta(days=90), None),
        IssuedToken(2, None, None, Role.MEMBER, None, NOON, NOON + timedelta(days=90), NOON),
    ]
    vault.erase_person(anna)
    assert [(each.person, each.name) for each in vault.issued_tokens()] == [(None, None)]


@pytest.mark.parametrize("token", ["", "np_", "np_" + "A" * 43, "é" * 20])
def test_an_unknown_token_gives_no_session(vault: OpenVault, token: str):
    vault.issue_token(Role.MEMBER)
    assert vault.session(token) is None


def test_a_stranger_gets_no_token(vault: OpenVault):
    with pytest.raises(PersonUnknown):
        vault.issue_token(Role.MEMBER, person=uuid4())


@pytest.mark.parametrize(("days", "opens"), [(1, False), (2, True), (90, True)])
def test_a_token_expires(vault: OpenVault, database_url: str, days: int, *, opens: bool):
    token = vault.issue_token(Role.MEMBER, days=days)
    assert vault.session(token) is not None
    tomorrow = open_vault(database_url, master_key=MASTER_KEY, log=LOG, clock=lambda: NOON + timedelta(days=1))
    assert (tomorrow.session(token) is not None) is opens
    assert list(tomorrow.living_tokens()) == [1] * opens
    tomorrow.close()


def test_a_token_says_how_often_its_right_had_ended(vault: OpenVault):
    anna = vault.add_person("Anna")
    token = vault.issue_token(Role.AUDITOR, person=anna, endings=3)
    found = vault.session(token)
    assert found == Session(person=anna, role=Role.AUDITOR, network=None, endings=3)
    assert vault.living_tokens() == {1: found}
    vault.end_token(1)
    assert vault.living_tokens() == {}
