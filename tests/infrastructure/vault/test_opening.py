import logging
import os
import sqlite3
import traceback
from contextlib import closing
from pathlib import Path
from threading import Timer
from typing import Protocol
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import IntegrityError

from application.ports.errors import StoreBusy, StoreDamaged, StoreFull, StoreReadOnly, StoreUnavailable
from application.ports.vault.vault import Vault
from domain.kernel.acts import Role
from infrastructure.vault.database import Database, errors
from infrastructure.vault.errors import UnsupportedVaultUrl, VaultOfAnotherLog, WrongMasterKey
from infrastructure.vault.keys.master_key import load_master_key
from infrastructure.vault.people.persons import NewPerson
from infrastructure.vault.tables import persons
from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import ENERGY, LOG, MASTER_KEY, OTHER_LOG, OTHER_MASTER_KEY, in_processes

PASSWORD = "hunter2"  # noqa: S105  # opens nothing


def open_and_close(url: str, *, master_key: bytes = MASTER_KEY, log: UUID | None = None) -> UUID | None:
    vault = open_vault(url, master_key=master_key, log=log)
    vault.close()
    return vault.log


def test_the_vault_does_what_use_cases_ask_of_one(vault: OpenVault):
    as_seen_by_use_cases: Vault = vault
    assert as_seen_by_use_cases is vault


def test_a_vault_belongs_to_the_first_log_that_claims_it(database_url: str):
    assert open_and_close(database_url) is None
    assert open_and_close(database_url, log=LOG) == LOG
    assert open_and_close(database_url) == LOG
    with pytest.raises(VaultOfAnotherLog) as refused:
        open_and_close(database_url, log=OTHER_LOG)
    assert (refused.value.code, refused.value.retry_after) == ("vault-of-another-log", None)
    assert open_and_close(database_url, log=LOG) == LOG


def test_a_wrong_master_key_stops_the_start(database_url: str):
    open_and_close(database_url)
    with pytest.raises(WrongMasterKey) as refused:
        open_and_close(database_url, master_key=OTHER_MASTER_KEY, log=LOG)
    assert (refused.value.code, refused.value.retry_after) == ("wrong-master-key", None)
    assert open_and_close(database_url) is None


def test_a_master_key_has_32_bytes(database_url: str):
    with pytest.raises(ValueError, match="32 bytes"):
        open_and_close(database_url, master_key=b"short")


def start(url: str, number: int) -> tuple[str, str]:
    """Start as a process does, add somebody, and tell which key and reference came of it."""
    key = MASTER_KEY if url.startswith("postgres") else load_master_key(None, url)
    vault = open_vault(url, master_key=key, log=LOG)
    person = vault.add_person(f"Lid {number}")
    there = vault.reference(person, ENERGY)
    assert vault.names(ENERGY, [there]) == {there: f"Lid {number}"}
    vault.close()
    return key.hex(), there


def test_processes_that_start_at_once_open_one_vault(database_url: str):
    answers = in_processes(start, [(database_url, number) for number in range(8)])
    assert len({key for key, _ in answers}) == 1
    assert len({reference for _, reference in answers}) == 8
    vault = open_vault(database_url, master_key=bytes.fromhex(answers[0][0]), log=LOG)
    assert len(vault.whose(ENERGY, [reference for _, reference in answers])) == 8
    vault.close()


def test_two_logs_that_claim_a_vault_at_once_do_not_both_get_it(database_url: str):
    open_and_close(database_url)
    answers = in_processes(claim, [(database_url, number) for number in range(1, 9)])
    assert sorted(answers) == [False] * 7 + [True]


def claim(url: str, number: int) -> bool:
    try:
        open_and_close(url, log=UUID(int=number))
    except VaultOfAnotherLog:
        return False
    return True


def test_only_the_owner_may_read_the_file(file_vault: OpenVault, vault_file: Path):
    file_vault.add_person("Anna")
    files = sorted(vault_file.parent.glob("vault.db*"))
    assert len(files) == 3
    assert [oct(file.stat().st_mode & 0o777) for file in files] == ["0o600"] * 3


class Breaking(Protocol):
    def __call__(self, file: Path) -> None: ...


def not_a_database(file: Path) -> None:
    file.write_bytes(b"these are not the tables you are looking for" * 100)


def another_version(file: Path) -> None:
    open_and_close(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE about SET format = 99")


def tables_missing(file: Path) -> None:
    open_and_close(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM about")


@pytest.mark.parametrize("breaking", [not_a_database, another_version, tables_missing])
def test_a_file_that_is_no_vault_of_ours_is_refused(vault_file: Path, breaking: Breaking):
    breaking(vault_file)
    with pytest.raises(StoreDamaged):
        open_and_close(f"sqlite:///{vault_file}")


def test_a_row_put_in_the_place_of_another_is_found(file_vault: OpenVault, vault_file: Path):
    anna, bram = file_vault.add_person("Anna"), file_vault.add_person("Bram")
    there = file_vault.reference(anna, ENERGY)
    with closing(sqlite3.connect(vault_file)) as connection, connection:
        connection.execute("UPDATE persons SET name = (SELECT name FROM persons WHERE id = ?)", (bram.bytes,))
    assert file_vault.whose(ENERGY, [there]) == {there: anna}
    with pytest.raises(StoreDamaged):
        file_vault.names(ENERGY, [there])
    with closing(sqlite3.connect(vault_file)) as connection, connection:
        connection.execute("UPDATE persons SET secret = (SELECT secret FROM persons WHERE id = ?)", (bram.bytes,))
    with pytest.raises(StoreDamaged):
        file_vault.reference(anna, ENERGY)
    assert file_vault.reference(bram, ENERGY)


def test_a_folder_cannot_be_a_vault(tmp_path: Path):
    with pytest.raises(StoreUnavailable):
        open_and_close(f"sqlite:///{tmp_path}")


def test_a_held_vault_is_busy(vault_file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("infrastructure.vault.database.SQLITE_SETTINGS", ("busy_timeout = 10",))
    vault = open_vault(f"sqlite:///{vault_file}", master_key=MASTER_KEY, log=None)
    with closing(sqlite3.connect(vault_file, isolation_level=None)) as rival:
        rival.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            vault.add_person("Anna")
    anna = vault.add_person("Anna")
    assert vault.person_named("Anna") == anna
    vault.close()


def test_who_writes_has_the_turn_from_the_first_look(
    vault: OpenVault, reopen: Reopen, database_url: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("infrastructure.vault.database.SQLITE_SETTINGS", ("busy_timeout = 10",))
    monkeypatch.setattr("infrastructure.vault.database.POSTGRES_SETTINGS", ("search_path = vault", "lock_timeout = '10ms'"))
    impatient = reopen()
    database = Database(database_url)
    with database.writing() as connection:
        assert database.last_person(connection) == 0
        with pytest.raises(StoreBusy):
            impatient.add_person("Anna")
        assert impatient.person_named("Anna") is None
    database.close()
    anna = impatient.add_person("Anna")
    assert vault.person_named("Anna") == anna


def test_a_first_start_waits_for_a_file_that_another_one_is_making(vault_file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("infrastructure.vault.database.SQLITE_SETTINGS", ("busy_timeout = 1",))
    with closing(sqlite3.connect(vault_file, isolation_level=None, check_same_thread=False)) as rival:
        rival.execute("BEGIN EXCLUSIVE")
        later = Timer(0.2, rival.execute, ["COMMIT"])
        later.start()
        assert open_and_close(f"sqlite:///{vault_file}", log=LOG) == LOG
        later.join()


def test_a_broken_constraint_shows_no_row(file_vault: OpenVault, vault_file: Path):
    anna = file_vault.add_person("Anna")
    database = Database(f"sqlite:///{vault_file}")
    with pytest.raises(IntegrityError) as broken, database.writing() as connection:
        connection.execute(persons.insert().values(row=2, number=2, id=anna.bytes, secret=MASTER_KEY))
    assert "parameters hidden" in str(broken.value)
    database.close()


def test_a_full_disk_loses_nothing(vault_file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("infrastructure.vault.database.SQLITE_SETTINGS", ("max_page_count = 110",))
    vault = open_vault(f"sqlite:///{vault_file}", master_key=MASTER_KEY, log=None)
    anna = vault.add_person("Anna")
    with pytest.raises(StoreFull):
        vault.add_persons(NewPerson(f"Lid {number}") for number in range(1_000))
    assert vault.person_named("Lid 0") is None
    assert vault.person_named("Anna") == anna
    bram = vault.add_person("Bram")
    assert vault.person_named("Bram") == bram
    vault.close()


def test_a_vault_that_may_not_be_written_to_says_so(file_vault: OpenVault, vault_file: Path, monkeypatch: pytest.MonkeyPatch):
    anna = file_vault.add_person("Anna")
    there = file_vault.reference(anna, ENERGY)
    monkeypatch.setattr("infrastructure.vault.database.SQLITE_SETTINGS", ("query_only = ON",))
    vault = open_vault(f"sqlite:///{vault_file}", master_key=MASTER_KEY, log=LOG)
    assert vault.reference(anna, ENERGY) == there
    with pytest.raises(StoreReadOnly):
        vault.add_person("Bram")
    vault.close()


def test_trouble_of_the_vault_has_a_name_and_no_words_of_the_driver():
    with pytest.raises(StoreFull, match="the vault's database says DiskFull") as named, errors():
        raise psycopg.errors.DiskFull("the words of the driver, with a " + PASSWORD)  # as a driver does
    assert PASSWORD not in str(named.value)
    assert named.value.__suppress_context__


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "mysql://u:hunter2@h/d", "hunter2", "postgresql+asyncpg://hunter2@h/d"]
)
def test_an_address_of_something_else_is_refused_without_showing_it(url: str):
    with pytest.raises(UnsupportedVaultUrl) as refused:
        open_and_close(url)
    assert PASSWORD not in "".join(traceback.format_exception(refused.value))


def test_a_server_that_is_not_there_is_unavailable_and_its_password_stays_unsaid():
    with pytest.raises(StoreUnavailable) as refused:
        open_and_close(f"postgresql://somebody:{PASSWORD}@127.0.0.1:1/nothing")
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__
    assert PASSWORD not in "".join(traceback.format_exception(refused.value))


@pytest.mark.postgres
def test_a_restarted_server_costs_no_answer(postgres_url: str):
    vault = open_vault(postgres_url, master_key=MASTER_KEY, log=LOG)
    anna = vault.add_person("Anna")
    there = vault.reference(anna, ENERGY)
    for answer in (
        lambda: vault.reference(anna, ENERGY) == there,
        lambda: vault.whose(ENERGY, [there]) == {there: anna},
        lambda: vault.add_person("Bram") is not None,
    ):
        end_connections(postgres_url)
        assert answer()
    vault.close()


def end_connections(url: str) -> None:
    """End what the server does for others in this database, as a restart would."""
    with psycopg.connect(url, autocommit=True) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = %s",
            (make_url(url).database,),
        )


def test_nothing_secret_is_logged_or_shown(reopen: Reopen, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]):
    caplog.set_level(logging.DEBUG)
    vault = reopen()
    anna = vault.add_person("Anna de Wit")
    token = vault.issue_token(Role.MEMBER, person=anna)
    shown = "".join([caplog.text, *capfd.readouterr(), repr(vars(vault)), repr(vault)])
    for secret in ("Anna de Wit", token, MASTER_KEY.hex(), repr(MASTER_KEY), str(anna), repr(anna.bytes)):
        assert secret not in shown
    assert os.environ.get("NETWERKPARTIJ_MASTER_KEY", "no setting") not in shown
