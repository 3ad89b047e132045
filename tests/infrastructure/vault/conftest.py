"""A vault of the test's own, on each kind of database."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.examples import LOG, MASTER_KEY, NOON

Reopen = Callable[[], OpenVault]


@pytest.fixture
def reopen(database_url: str) -> Iterator[Reopen]:
    """Open the test's vault, each time as another process would."""
    opened = []

    def open_again() -> OpenVault:
        opened.append(open_vault(database_url, master_key=MASTER_KEY, log=LOG, clock=lambda: NOON))
        return opened[-1]

    yield open_again
    for vault in opened:
        vault.close()


@pytest.fixture
def vault(reopen: Reopen) -> OpenVault:
    return reopen()


@pytest.fixture
def vault_file(tmp_path: Path) -> Path:
    return tmp_path / "vault.db"


@pytest.fixture
def file_vault(vault_file: Path) -> Iterator[OpenVault]:
    """A vault in an SQLite file, for what is about files."""
    vault = open_vault(f"sqlite:///{vault_file}", master_key=MASTER_KEY, log=LOG, clock=lambda: NOON)
    yield vault
    vault.close()
