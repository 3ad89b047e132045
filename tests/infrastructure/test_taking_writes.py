"""A database says whether it would take a write, and nothing is written by asking."""

from contextlib import closing

import pytest

from application.ports.errors import StoreReadOnly
from infrastructure.event_store.event_log import open_event_log
from infrastructure.vault.vault import open_vault
from tests.infrastructure.event_store.aggregates import AGGREGATES
from tests.infrastructure.vault.examples import LOG, MASTER_KEY

READ_ONLY = "options=-c%20default_transaction_read_only%3Don"


def test_a_database_that_takes_writes_has_nothing_written_by_asking(database_url: str):
    with closing(open_event_log(database_url, AGGREGATES)) as log:
        log.must_take_writes()
        assert (log.last_position(), list(log.receipts())) == (0, [])


def test_a_vault_that_takes_writes_says_nothing(database_url: str):
    with closing(open_vault(database_url, master_key=MASTER_KEY, log=LOG)) as vault:
        vault.must_take_writes()
        assert vault.log == LOG


def test_a_postgresql_that_is_only_read_says_so(postgres_url: str):
    with closing(open_event_log(postgres_url, AGGREGATES)), closing(open_vault(postgres_url, master_key=MASTER_KEY, log=LOG)):
        pass
    only_read = f"{postgres_url}{'&' if '?' in postgres_url else '?'}{READ_ONLY}"
    with closing(open_event_log(only_read, AGGREGATES)) as log, pytest.raises(StoreReadOnly):
        log.must_take_writes()
    vault = open_vault(only_read, master_key=MASTER_KEY, log=LOG)
    with closing(vault), pytest.raises(StoreReadOnly):
        vault.must_take_writes()
