import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from psycopg import connect
from sqlalchemy import select

from application.ports.errors import StoreBusy
from application.ports.vault.contexts import PersonId
from domain.kernel.acts import Role
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.errors import BytesRemain, KeyDestroyed, PersonErased, PersonUnknown
from infrastructure.vault.keys.wrapping import Wrapping
from infrastructure.vault.people.persons import NewPerson, key_place, secret_place
from infrastructure.vault.tables import addresses, dossiers, fan_outs, keys, known_references, persons, tokens
from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import DOSSIER, ENERGY, HOUSING, IN_DOSSIER, LOG, MASTER_KEY, NOON, seal
from tests.vaults import keep_address, people_known_as, seal_closed


def secrets_of(database: Database, person: PersonId) -> list[bytes]:
    """Everything in the vault that must be gone after an erasure: as it is stored and as it is meant."""
    master = Wrapping(MASTER_KEY)
    with database.reading() as connection:
        row = connection.execute(select(persons).where(persons.c.id == person.bytes)).one()
        own = connection.execute(select(keys).where(keys.c.person == row.number)).all()
        address = connection.scalar(select(addresses.c.address).where(addresses.c.person == row.number))
    stored = [
        row.secret,
        row.name,
        row.name_index,
        row.external_index,
        row.province,
        row.birth_year,
        *([address] if address else []),
    ]
    plain = [master.unwrap(row.secret, secret_place(person))]
    plain += [master.unwrap(key.wrapped, key_place(person, key.purpose, key.term)) for key in own]
    return [*stored, *(key.wrapped for key in own), *plain]


def found_in(vault_file: Path, wanted: list[bytes]) -> list[str]:
    """The files of a vault in which any of these bytes is found."""
    files = sorted(vault_file.parent.glob(f"{vault_file.name}*"))
    return [file.name for file in files if any(piece in file.read_bytes() for piece in wanted)]


def test_no_byte_of_an_erased_person_is_left(file_vault: OpenVault, vault_file: Path):
    people = file_vault.add_persons(NewPerson(f"Erasmus {number:05}", "Utrecht", 1980, f"u{number}") for number in range(1_000))
    for number in range(1_000, 1_200):  # one by one too: pages fill up in another way
        people.append(file_vault.add_person(f"Erasmus {number:05}", province="Utrecht", birth_year=1980, external=f"u{number}"))
    for context in (ENERGY, HOUSING):
        file_vault.whose(context, [file_vault.reference(people[0], context)])
    erased = dict(list(enumerate(people))[::40])
    for number, person in enumerate(people[::20]):  # half of those who are erased have had another one before
        for address in (f"erasmus{number}@oud.example", f"erasmus{number}@voorbeeld.example")[number % 2 :]:
            keep_address(file_vault, person, address)
    with closing(sqlite3.connect(vault_file)) as reader:  # keeps -wal and -shm there to be searched
        assert reader.execute("SELECT count(*) FROM persons").fetchone() == (1_200,)
        wanted = {number: secrets_of(Database(f"sqlite:///{vault_file}"), person) for number, person in erased.items()}
        assert all(found_in(vault_file, [piece]) for pieces in wanted.values() for piece in pieces[:10])
        for person in erased.values():
            file_vault.erase_person(person)
        for number, pieces in wanted.items():
            assert found_in(vault_file, [*pieces, f"Erasmus {number:05}".encode()]) == []
        assert {file.name for file in vault_file.parent.glob("vault.db*")} == {"vault.db", "vault.db-wal", "vault.db-shm"}
    others = [person for person in people if person not in erased.values()]
    assert len(file_vault.names(ENERGY, [file_vault.reference(person, ENERGY) for person in others])) == 1_170


def copied_by_an_index(vault_file: Path) -> list[PersonId]:
    """Give the people of whom a digest stands in the file more often than once in their row and once in an index."""
    with closing(sqlite3.connect(vault_file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        rows = connection.execute("SELECT id, name_index, external_index FROM persons").fetchall()
    content = vault_file.read_bytes()
    return [PersonId(bytes=person) for person, *digests in rows if any(content.count(each) > 2 for each in digests)]


def test_no_copy_is_left_that_an_index_made_of_what_it_moved(file_vault: OpenVault, vault_file: Path):
    copied, number = list[PersonId](), 0
    while not copied:  # in a few thousand there is one
        names = range(number, number + 500)
        file_vault.add_persons(NewPerson(f"Erasmus {each:05}", "Utrecht", 1980, f"u{each}") for each in names)
        copied, number = copied_by_an_index(vault_file), number + 500
    with closing(Database(f"sqlite:///{vault_file}")) as database:
        wanted = secrets_of(database, copied[0])
    file_vault.erase_person(copied[0])
    assert found_in(vault_file, wanted) == []


ERASES_AND_IS_KILLED = """
import os, sys
from uuid import UUID
from infrastructure.vault.database import Database
from infrastructure.vault.vault import open_vault
from tests.infrastructure.vault.examples import LOG, MASTER_KEY
Database.wipe = lambda self: os._exit(9)
open_vault(sys.argv[1], master_key=MASTER_KEY, log=LOG).erase_person(UUID(sys.argv[2]))
"""


def erased_and_killed(url: str, person: PersonId) -> None:
    """Let a process of its own erase somebody, and be gone after the commit and before anything is wiped."""
    program = [sys.executable, "-c", ERASES_AND_IS_KILLED, url, str(person)]
    assert subprocess.run(program, check=False).returncode == 9  # noqa: S603  # nothing in it was typed


def test_what_a_killed_process_erased_and_did_not_wipe_is_wiped_by_the_next(vault_file: Path):
    url = f"sqlite:///{vault_file}"
    with closing(sqlite3.connect(vault_file)) as reader:  # keeps -wal there, as other processes do
        vault = open_vault(url, master_key=MASTER_KEY, log=LOG, clock=lambda: NOON)
        anna = vault.add_person("Anna", province="Utrecht", birth_year=1980, external="u1")
        with closing(Database(url)) as database:
            wanted = secrets_of(database, anna)
        reader.execute("SELECT count(*) FROM persons").fetchall()
        erased_and_killed(url, anna)
        assert vault.person_named("Anna") is None
        assert found_in(vault_file, wanted) != []
        vault.wipe_again()
        assert found_in(vault_file, wanted) != []  # this process knows of nothing
        vault.wipe_again(whatever=True)
        assert found_in(vault_file, wanted) == []
        vault.close()


def test_what_a_killed_process_did_not_wipe_stands_in_the_tables_of_postgresql_until_it_is_wiped(postgres_url: str):
    """What is found before shows that the search finds what is there: without writing tables anew it would stay."""
    vault = open_vault(postgres_url, master_key=MASTER_KEY, log=LOG, clock=lambda: NOON)
    anna = vault.add_person("Anna", province="Utrecht", birth_year=1980, external="u1")
    with closing(Database(postgres_url)) as database:
        wanted = [piece for piece in secrets_of(database, anna) if len(piece) > 16]
    erased_and_killed(postgres_url, anna)
    assert vault.person_named("Anna") is None
    assert len(pieces_in_postgres(postgres_url, wanted)) >= 8
    vault.wipe_again(whatever=True)
    assert pieces_in_postgres(postgres_url, wanted) == []
    vault.close()


def test_no_byte_of_a_destroyed_key_is_left(file_vault: OpenVault, vault_file: Path):
    anna = file_vault.add_person("Anna", province="Utrecht", birth_year=1980, external="u1")
    seal_closed(file_vault, "Vraag", dossier=DOSSIER, place=IN_DOSSIER)
    database = Database(f"sqlite:///{vault_file}")
    with database.reading() as connection:
        own = {row.purpose: row.wrapped for row in connection.execute(select(keys.c.purpose, keys.c.wrapped))}
        own["dossier"] = connection.scalar(select(dossiers.c.wrapped))
    file_vault.destroy_key(anna, Purpose.CONTRIBUTION)
    file_vault.destroy_dossier_key(DOSSIER)
    gone = {"contribution", "dossier"}
    assert {name: found_in(vault_file, [wrapped]) != [] for name, wrapped in own.items()} == {
        name: name not in gone for name in own
    }
    database.close()


def pieces_in_postgres(url: str, wanted: list[bytes]) -> list[bytes]:
    """Give which of some bytes stand in the files of a database, once all of it was written there."""
    with connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        (folder,) = connection.execute("SHOW data_directory").fetchone() or ("",)
        (database,) = connection.execute("SELECT oid FROM pg_database WHERE datname = current_database()").fetchone() or (0,)
    files = [file.read_bytes() for file in (Path(folder) / "base" / str(database)).iterdir() if file.is_file()]
    return [piece for piece in wanted if any(piece in content for content in files)]


def test_no_byte_of_an_erased_person_is_left_in_the_tables_of_postgresql(postgres_url: str):
    vault = open_vault(postgres_url, master_key=MASTER_KEY, log=LOG, clock=lambda: NOON)
    people = vault.add_persons(NewPerson(f"Erasmus {number:03}", "Utrecht", 1980, f"u{number}") for number in range(100))
    for person in people[:20]:
        keep_address(vault, person, "erasmus@voorbeeld.example")
    with closing(Database(postgres_url)) as database:
        wanted = {person: secrets_of(database, person) for person in people}
    stored = {person: [piece for piece in pieces if len(piece) > 16] for person, pieces in wanted.items()}
    before = pieces_in_postgres(postgres_url, stored[people[0]])
    assert len(before) > 8
    for person in people[:10]:
        vault.erase_person(person)
    gone = [piece for person in people[:10] for piece in stored[person]]
    assert pieces_in_postgres(postgres_url, gone) == []
    assert len(pieces_in_postgres(postgres_url, stored[people[50]])) >= 8
    vault.close()


def test_who_holds_on_to_a_table_of_postgresql_is_told_of_and_wiped_after_that(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("infrastructure.vault.database.POSTGRES_SETTINGS", ("search_path = vault", "lock_timeout = '200ms'"))
    vault = open_vault(postgres_url, master_key=MASTER_KEY, log=LOG, clock=lambda: NOON)
    anna = vault.add_person("Anna", province="Utrecht")
    with closing(Database(postgres_url)) as database:
        pieces = [piece for piece in secrets_of(database, anna) if piece and len(piece) > 16]
    with connect(postgres_url) as reader:
        reader.execute("SELECT * FROM vault.dossiers")
        with pytest.raises(BytesRemain):
            vault.erase_person(anna)
    assert vault.person_named("Anna") is None
    vault.wipe_again()
    assert pieces_in_postgres(postgres_url, pieces) == []
    vault.close()


def test_an_erased_person_is_gone_and_the_others_are_not(vault: OpenVault, reopen: Reopen):
    anna = vault.add_person("Anna", province="Utrecht", birth_year=1980, external="u1")
    bram = vault.add_person("Bram", province="Drenthe", external="u2")
    annas, brams = seal(vault, anna, "van Anna"), seal(vault, bram, "van Bram")
    there = [vault.reference(anna, ENERGY), vault.reference(bram, ENERGY)]
    assert len(vault.whose(ENERGY, there)) == 2
    token = vault.issue_token(Role.MEMBER, person=anna)
    vault.erase_person(anna)
    assert people_known_as(vault, ["u1"])["u1"] != anna
    for after in (vault, reopen()):
        assert after.whose(ENERGY, there) == {there[1]: bram}
        assert after.names(ENERGY, there) == {there[1]: "Bram"}
        assert after.person_named("Anna") is None
        assert after.known(anna).statistics == {}
        assert after.session(token) is None
        assert after.open(*annas, context=ENERGY) is None
        assert after.open(*brams, context=ENERGY) == "van Bram"
        assert after.known(bram).statistics == {"province": "Drenthe"}


def test_an_erased_person_is_not_found_in_a_context_that_is_indexed_afterwards(vault: OpenVault):
    anna, bram = vault.add_persons([NewPerson("Anna"), NewPerson("Bram")])
    there = [vault.reference(anna, ENERGY), vault.reference(bram, ENERGY)]
    vault.erase_person(anna)
    assert vault.whose(ENERGY, there) == {there[1]: bram}


def test_of_an_erased_person_only_the_erasure_is_kept(vault: OpenVault, database_url: str):
    anna = vault.add_person("Anna", province="Utrecht", birth_year=1980, external="u1")
    vault.whose(ENERGY, [vault.reference(anna, ENERGY)])
    vault.issue_token(Role.MEMBER, person=anna)
    vault.claim_fan_out(anna, NOON.date())
    vault.erase_person(anna)
    database = Database(database_url)
    with database.reading() as connection:
        row = connection.execute(select(persons)).one()
        assert row._asdict() == {
            "row": 1,
            "number": row.number,
            "id": anna.bytes,
            **dict.fromkeys(("secret", "name", "name_index", "external_index", "province", "birth_year", "postcode")),
            "erased_at": NOON,
        }
        assert connection.execute(select(keys.c.wrapped, keys.c.destroyed_at)).all() == [(None, NOON)] * len(Purpose)
        for table in (known_references, tokens, fan_outs):
            assert connection.execute(select(table)).all() == []
    database.close()


def test_an_erased_person_takes_in_nothing_new(vault: OpenVault):
    anna = vault.add_person("Anna")
    vault.erase_person(anna)
    with pytest.raises(PersonErased):
        vault.issue_token(Role.MEMBER, person=anna)
    with pytest.raises(PersonErased):
        vault.reference(anna, ENERGY)


def test_erasing_again_changes_nothing(vault: OpenVault):
    anna = vault.add_person("Anna")
    vault.erase_person(anna)
    vault.erase_person(anna)
    vault.destroy_key(anna, Purpose.IDENTITY)
    with pytest.raises(PersonErased):
        vault.reference(anna, ENERGY)


def test_a_stranger_cannot_be_erased(vault: OpenVault):
    with pytest.raises(PersonUnknown):
        vault.erase_person(uuid4())
    with pytest.raises(PersonUnknown):
        vault.destroy_key(uuid4(), Purpose.IDENTITY)


def test_a_reader_that_keeps_old_bytes_alive_is_reported(vault_file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("infrastructure.vault.database.SQLITE_SETTINGS", ("busy_timeout = 10", "secure_delete = ON"))
    vault = open_vault(f"sqlite:///{vault_file}", master_key=MASTER_KEY, log=None)
    anna = vault.add_person("Anna")
    with closing(sqlite3.connect(vault_file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM persons").fetchall()
        with pytest.raises(BytesRemain) as reported:
            vault.erase_person(anna)
        assert isinstance(reported.value, StoreBusy)
        with pytest.raises(PersonErased):
            vault.reference(anna, ENERGY)
    vault.erase_person(anna)
    assert vault_file.with_name("vault.db-wal").stat().st_size == 0
    vault.close()


def test_a_key_whose_dossier_was_closed_elsewhere_is_gone_here_too(vault: OpenVault, reopen: Reopen):
    seal_closed(vault, "Vraag", dossier=DOSSIER, place=IN_DOSSIER)
    reopen().destroy_dossier_key(DOSSIER)
    with pytest.raises(KeyDestroyed):
        seal_closed(vault, "Vraag", dossier=DOSSIER, place=IN_DOSSIER)
