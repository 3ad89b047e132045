"""Browser sessions: a random secret, of which a digest is kept; they end when idle, when old, one by one and everywhere."""

import hashlib
import re
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select

from application.ports.signing_in import LASTS_ON, BrowserSession
from application.privacy.register import LASTS, Term
from infrastructure.vault.database import Database
from infrastructure.vault.errors import PersonErased, PersonUnknown
from infrastructure.vault.tables import browser_sessions
from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import LOG, MASTER_KEY, NOON
from tests.vaults import written

SECOND = timedelta(seconds=1)


def at(database_url: str, moment: datetime) -> OpenVault:
    return open_vault(database_url, master_key=MASTER_KEY, log=LOG, clock=lambda: moment)


def is_open(database_url: str, moment: datetime, secret: str) -> bool:
    """Say whether a secret opens something at a moment, in a process of its own."""
    vault = at(database_url, moment)
    try:
        listed = vault.browser_sessions.every()
        found = vault.browser_sessions.of(secret)
        assert list(listed) == ([] if found is None else [found])
        return found is not None
    finally:
        vault.close()


@pytest.mark.parametrize("own_device", [False, True])
def test_a_session_is_of_a_person_in_every_process(vault: OpenVault, reopen: Reopen, *, own_device: bool):
    anna = vault.add_person("Anna")
    secret = vault.browser_sessions.begin(anna, own_device=own_device, endings=2)
    assert re.fullmatch("[A-Za-z0-9_-]{43}", secret)
    assert reopen().browser_sessions.of(secret) == BrowserSession(1, anna, own_device, NOON, NOON, 2)


def test_only_the_digest_of_a_secret_is_kept_and_nothing_that_says_who(file_vault: OpenVault, vault_file: Path):
    anna = file_vault.add_person("Anna")
    secret = file_vault.browser_sessions.begin(anna)
    database = Database(f"sqlite:///{vault_file}")
    with database.reading() as connection:
        row = connection.execute(select(browser_sessions)).one()
    database.close()
    assert tuple(row) == (1, hashlib.sha256(secret.encode()).digest(), row.owner, row.content)
    for file in vault_file.parent.glob("vault.db*"):
        assert secret.encode() not in file.read_bytes()
        assert b"Anna" not in file.read_bytes()


@pytest.mark.parametrize("secret", ["", "A" * 43, "é", "np_" + "A" * 43])
def test_an_unknown_secret_is_nobodys(vault: OpenVault, secret: str):
    vault.browser_sessions.begin(vault.add_person("Anna"))
    assert vault.browser_sessions.of(secret) is None


def test_a_token_is_no_browser_session_and_the_other_way_round(vault: OpenVault):
    anna = vault.add_person("Anna")
    secret = vault.browser_sessions.begin(anna)
    assert vault.session(secret) is None


def test_who_is_not_there_is_not_signed_in(vault: OpenVault):
    anna = vault.add_person("Anna")
    vault.erase_person(anna)
    with pytest.raises(PersonErased):
        vault.browser_sessions.begin(anna)
    with pytest.raises(PersonUnknown):
        vault.browser_sessions.begin(uuid4())


@pytest.mark.parametrize("own_device", [False, True])
def test_a_session_ends_when_nobody_used_it_for_long(vault: OpenVault, database_url: str, *, own_device: bool):
    secret = vault.browser_sessions.begin(vault.add_person("Anna"), own_device=own_device)
    idle = LASTS_ON[own_device].idle
    assert is_open(database_url, NOON + idle, secret) is False
    assert is_open(database_url, NOON + idle - SECOND, secret) is True
    assert is_open(database_url, NOON + 2 * idle - 2 * SECOND, secret) is True
    assert is_open(database_url, NOON + 3 * idle - 2 * SECOND, secret) is False


@pytest.mark.parametrize("own_device", [False, True])
def test_a_session_ends_however_much_it_is_used(vault: OpenVault, database_url: str, *, own_device: bool):
    secret = vault.browser_sessions.begin(vault.add_person("Anna"), own_device=own_device)
    lasts = LASTS_ON[own_device]
    step = lasts.idle - SECOND
    times = int(lasts.most / step)
    assert all(is_open(database_url, NOON + step * each, secret) for each in range(1, times + 1))
    assert is_open(database_url, NOON + lasts.most - SECOND, secret) is True
    assert is_open(database_url, NOON + lasts.most, secret) is False


def test_a_device_of_ones_own_lasts_longer_and_no_longer_than_the_register_says():
    assert LASTS_ON[True] > LASTS_ON[False]
    assert LASTS_ON[True].most == LASTS[Term.SIGNED_IN]


def test_reading_twice_in_a_moment_writes_nothing(vault: OpenVault, database_url: str):
    secret = vault.browser_sessions.begin(vault.add_person("Anna"))
    for minutes, noted in ((4, 0), (5, 5), (9, 5), (10, 10)):
        later = at(database_url, NOON + timedelta(minutes=minutes))
        later.browser_sessions.of(secret)
        (listed,) = later.browser_sessions.every()
        assert listed.seen_at == NOON + timedelta(minutes=noted)
        later.close()


def test_sessions_are_listed_and_ended_one_by_one_and_everywhere(vault: OpenVault, reopen: Reopen):
    anna, bram = vault.add_person("Anna"), vault.add_person("Bram")
    sessions = vault.browser_sessions
    secrets = [sessions.begin(anna), sessions.begin(bram), sessions.begin(anna, own_device=True), sessions.begin(anna)]
    assert [each.number for each in sessions.all_of(anna)] == [4, 3, 1]
    sessions.end(secrets[3])
    sessions.end(secrets[3])
    assert [sessions.end_one(anna, 1), sessions.end_one(anna, 1), sessions.end_one(anna, 2)] == [True, False, False]
    assert [each.number for each in sessions.all_of(anna)] == [3]
    assert sessions.end_all(anna) == 1
    after = reopen().browser_sessions
    assert [after.of(each) and True for each in secrets] == [None, True, None, None]
    assert [each.person for each in after.every()] == [bram]


def test_an_erasure_ends_every_session(vault: OpenVault, reopen: Reopen, database_url: str):
    anna = vault.add_person("Anna")
    secret = vault.browser_sessions.begin(anna)
    vault.erase_person(anna)
    assert reopen().browser_sessions.of(secret) is None
    database = Database(database_url)
    with database.reading() as connection:
        assert connection.execute(select(browser_sessions)).all() == []
    database.close()


def test_whoever_was_merged_goes_on_as_the_person_that_they_are(vault: OpenVault):
    anna, double = vault.add_person("Anna"), vault.add_person("Anna de Fictie")
    secret = vault.browser_sessions.begin(double)
    written(vault, lambda writes: writes.merge(anna, double, contexts=()))
    found = vault.browser_sessions.of(secret)
    assert found is not None
    assert found.person == anna
    assert vault.browser_sessions.end_all(anna) == 1


def test_what_has_ended_leaves_no_row(vault: OpenVault, database_url: str):
    anna = vault.add_person("Anna")
    secrets = [vault.browser_sessions.begin(anna, own_device=own) for own in (False, True, False, True)]
    vault.destroy_what_is_over(NOON + LASTS_ON[False].idle)
    database = Database(database_url)
    with database.reading() as connection:
        assert connection.scalars(select(browser_sessions.c.number).order_by(browser_sessions.c.number)).all() == [2, 4]
    database.close()
    later = at(database_url, NOON + LASTS_ON[False].idle)
    assert [later.browser_sessions.of(each) is not None for each in secrets] == [False, True, False, True]
    assert [each.number for each in later.browser_sessions.all_of(anna)] == [4, 2]
    later.close()
