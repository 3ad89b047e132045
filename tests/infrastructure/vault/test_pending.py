"""What a command writes is known to itself alone until it has its receipt, and gone when it gets none."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, update

from application.ports.errors import ConcurrentChange, StoreDamaged
from application.ports.vault.contexts import PARTY
from application.ports.vault.pending import PendingCommand, PendingWrites
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.errors import KeyDestroyed, PersonErased, PersonUnknown
from infrastructure.vault.tables import metadata, pending
from infrastructure.vault.vault import OpenVault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import DOSSIER, IN_DOSSIER, NOON
from tests.infrastructure.vault.test_erasure import found_in, secrets_of
from tests.vaults import keep_address, people_known_as, seal_closed

COMMAND, OTHER_COMMAND = UUID(int=7), UUID(int=8)
DIGEST, OTHER_DIGEST = "a" * 64, "b" * 64
OLD, NEW = "anna@oud.example", "anna@nieuw.example"


def writes_of(vault: OpenVault, command: UUID = COMMAND, digest: str = DIGEST) -> PendingWrites:
    return vault.pending(command, digest, NOON)


def registering(
    vault: OpenVault, command: UUID = COMMAND, digest: str = DIGEST, name: str = "Anna"
) -> tuple[PendingWrites, UUID]:
    """Give the writes of a registration that were stored, and the person whom it registers."""
    writes = writes_of(vault, command, digest)
    person = writes.register_person(name, province="NL-UT", birth_year=1980, email=OLD, somebody_else=True)
    writes.store()
    return writes, person.id


def rows(database_url: str) -> dict[str, int]:
    """How many rows each table has, of those that have any."""
    database = Database(database_url)
    with database.reading() as connection:
        counts = {table.name: connection.scalar(select(func.count()).select_from(table)) for table in metadata.sorted_tables}
    database.close()
    return {name: number for name, number in counts.items() if number}


def test_nobody_sees_somebody_new_until_the_command_has_its_receipt(vault: OpenVault, reopen: Reopen):
    bram, other = vault.add_person("Bram"), reopen()
    writes = writes_of(vault)
    anna = writes.register_person("Anna", email=OLD)
    there = [anna.reference(PARTY), vault.reference(bram, PARTY)]
    for step in (lambda: None, writes.store):
        step()
        assert other.person_named("Anna") is None
        assert other.whose(PARTY, there) == {there[1]: bram}
        assert other.names(PARTY, there) == {there[1]: "Bram"}
        assert other.addresses([anna.id]) == {}
        with pytest.raises(PersonUnknown):
            other.known(anna.id)
    writes.confirm()
    assert other.person_named("Anna") == anna.id
    assert other.names(PARTY, there) == {there[0]: "Anna", there[1]: "Bram"}
    assert other.addresses([anna.id]) == {anna.id: OLD}
    assert other.pending_commands() == []


def test_what_is_removed_leaves_nothing(vault: OpenVault, database_url: str):
    before = rows(database_url)
    writes = writes_of(vault)
    writes.register_person("Anna", email=OLD)
    writes.people_known_as(["u1", "u2"])
    writes.seal_closed("Vraag", dossier=DOSSIER, place=IN_DOSSIER)
    assert rows(database_url) == before
    writes.store()
    assert rows(database_url) == {**before, "pending": 4}
    assert vault.pending_commands() == [PendingCommand(COMMAND, DIGEST, NOON, 4)]
    writes.remove()
    assert rows(database_url) == before


def test_the_same_command_again_keeps_the_same_person_also_after_a_crash(vault: OpenVault, reopen: Reopen):
    _, anna = registering(vault)
    again, same = registering(reopen())
    assert same == anna
    again.confirm()
    assert (vault.person_named("Anna"), vault.registered_by(COMMAND, DIGEST)) == (anna, anna)
    _, same = registering(vault)  # also when the receipt was lost with the log, and an older one was put back
    assert same == anna
    vault.confirm_pending(COMMAND, DIGEST)
    assert (vault.person_named("Anna"), vault.pending_commands()) == (anna, [])  # still one of that name


def test_another_command_of_the_same_id_keeps_another_person(vault: OpenVault):
    _, anna = registering(vault)
    other, bram = registering(vault, digest=OTHER_DIGEST, name="Bram")
    other.confirm()
    assert (vault.person_named("Bram"), vault.person_named("Anna")) == (bram, None)
    assert vault.pending_commands() == [PendingCommand(COMMAND, DIGEST, NOON, 1)]
    assert (vault.registered_by(COMMAND, OTHER_DIGEST), vault.registered_by(COMMAND, DIGEST)) == (bram, anna)


def test_an_attempt_that_fails_takes_nothing_from_another_at_the_same_command(vault: OpenVault, reopen: Reopen):
    first, anna = registering(vault)
    second, same = registering(reopen())
    first.remove()
    second.confirm()
    assert vault.person_named("Anna") == anna == same


def test_two_imports_of_the_same_person_share_them_whichever_fails(vault: OpenVault, reopen: Reopen):
    first, second = writes_of(vault), writes_of(reopen(), OTHER_COMMAND)
    known = first.people_known_as(["u1", "u2"])
    first.store()
    shared = second.people_known_as(["u2", "u3"])
    second.store()
    assert shared["u2"].id == known["u2"].id
    first.remove()
    second.confirm()
    assert people_known_as(vault, ["u2", "u3"]) == {reference: person.id for reference, person in shared.items()}
    assert people_known_as(vault, ["u1"])["u1"] != known["u1"].id


def test_of_two_who_make_the_same_at_once_the_second_decides_again(vault: OpenVault, reopen: Reopen):
    first, second = writes_of(vault), writes_of(reopen(), OTHER_COMMAND)
    for writes in (first, second):
        writes.people_known_as(["u1"])
    first.store()
    for _ in ("pending", "confirmed"):
        with pytest.raises(ConcurrentChange):
            second.store()
        first.confirm()
    first, second = writes_of(vault), writes_of(reopen(), OTHER_COMMAND)
    sealed = [writes.seal_closed("Vraag", dossier=DOSSIER, place=IN_DOSSIER) for writes in (first, second)]
    first.store()
    for _ in ("pending", "confirmed"):
        with pytest.raises(ConcurrentChange):
            second.store()
        assert vault.open(sealed[0], IN_DOSSIER) == "Vraag"
        first.confirm()


@pytest.fixture
def _ten_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("collected_writes", "pending"):
        monkeypatch.setattr(f"infrastructure.vault.{module}.AT_ONCE", 10)


@pytest.mark.usefixtures("_ten_at_once")
@pytest.mark.parametrize("count", [10, 11, 35])
def test_many_people_of_one_command_are_the_same_however_they_are_asked_for(vault: OpenVault, reopen: Reopen, count: int):
    names = [f"u{number}" for number in range(count)]
    writes, other = writes_of(vault), reopen()
    people = {name: writes.people_known_as([name])[name].id for name in names}
    assert {name: person.id for name, person in writes.people_known_as(names).items()} == people
    writes.store()
    assert other.pending_commands() == [PendingCommand(COMMAND, DIGEST, NOON, writes=count)]
    writes.confirm()
    assert people_known_as(other, names) == people
    assert other.pending_commands() == []


@pytest.mark.usefixtures("_ten_at_once")
def test_many_people_of_a_command_that_is_recorded_by_nobody_are_gone(vault: OpenVault, database_url: str):
    names, before = [f"u{number}" for number in range(35)], rows(database_url)
    writes = writes_of(vault)
    people = {name: person.id for name, person in writes.people_known_as(names).items()}
    writes.store()
    writes.remove()
    assert rows(database_url) == before
    assert not set(people.values()) & set(people_known_as(vault, names).values())


@pytest.mark.usefixtures("_ten_at_once")
def test_of_many_people_whom_somebody_else_made_meanwhile_the_command_decides_again(vault: OpenVault, reopen: Reopen):
    names, other = [f"u{number}" for number in range(35)], reopen()
    writes = writes_of(vault)
    writes.people_known_as(names)
    last = people_known_as(other, names[-1:])
    with pytest.raises(ConcurrentChange):
        writes.store()
    again = writes_of(vault)
    assert again.people_known_as(names)[names[-1]].id == last[names[-1]]


def test_a_text_that_was_recorded_is_read_also_while_its_key_is_pending(vault: OpenVault, reopen: Reopen):
    first, second = writes_of(vault), writes_of(reopen(), OTHER_COMMAND)
    question = first.seal_closed("Vraag", dossier=DOSSIER, place=IN_DOSSIER)
    first.store()
    answer = second.seal_closed("Antwoord", dossier=DOSSIER, place=IN_DOSSIER)
    second.store()
    first.remove()
    for _ in ("pending", "confirmed"):
        assert [reopen().open(sealed, IN_DOSSIER) for sealed in (question, answer)] == ["Vraag", "Antwoord"]
        second.confirm()
    assert vault.open(seal_closed(vault, "Meer", dossier=DOSSIER, place=IN_DOSSIER), IN_DOSSIER) == "Meer"


def test_a_key_that_is_pending_is_destroyed_too(vault: OpenVault):
    writes = writes_of(vault)
    sealed = writes.seal_closed("Vraag", dossier=DOSSIER, place=IN_DOSSIER)
    writes.store()
    vault.destroy_dossier_key(DOSSIER)
    assert (vault.open(sealed, IN_DOSSIER), vault.pending_commands()) == (None, [])
    writes.confirm()
    assert vault.open(sealed, IN_DOSSIER) is None
    with pytest.raises(KeyDestroyed):
        writes.seal_closed("Nog een", dossier=DOSSIER, place=IN_DOSSIER)


def test_an_address_that_is_pending_is_not_used_and_the_one_before_is(vault: OpenVault):
    anna = vault.add_person("Anna")
    keep_address(vault, anna, OLD)
    writes = writes_of(vault)
    writes.keep_address(anna, NEW)
    writes.store()
    assert vault.addresses([anna]) == {anna: OLD}
    writes.confirm()
    assert vault.addresses([anna]) == {anna: NEW}
    refusal = writes_of(vault)
    refusal.refuse_address(anna, NOON)
    refusal.store()
    assert vault.addresses([anna]) == {anna: NEW}
    refusal.confirm()
    assert vault.addresses([anna]) == {}


@pytest.mark.parametrize("older", ["another address", "a refusal"])
def test_what_was_left_pending_does_not_undo_a_newer_address(vault: OpenVault, older: str):
    anna = vault.add_person("Anna")
    keep_address(vault, anna, OLD)
    left = writes_of(vault)
    if older == "a refusal":
        left.refuse_address(anna, NOON)
    else:
        left.keep_address(anna, None)
    left.store()
    keep_address(vault, anna, NEW)
    vault.confirm_pending(COMMAND, DIGEST)
    assert vault.addresses([anna]) == {anna: NEW}


def test_nothing_is_taken_in_about_somebody_who_is_erased_meanwhile(vault: OpenVault, database_url: str):
    anna = vault.add_person("Anna")
    stored, decided = writes_of(vault), writes_of(vault, OTHER_COMMAND)
    for writes in (stored, decided):
        writes.keep_address(anna, NEW)
    stored.store()
    vault.erase_person(anna)
    assert vault.pending_commands() == []
    decided.store()
    decided.confirm()
    assert "addresses" not in rows(database_url)
    for address in (NEW, None):
        with pytest.raises(PersonErased):
            decided.keep_address(anna, address)


def test_what_is_older_than_a_moment_is_removed_and_the_rest_is_not(vault: OpenVault):
    _, anna = registering(vault)
    vault.remove_pending(COMMAND, OTHER_DIGEST, before=NOON + timedelta(hours=2))
    vault.remove_pending(OTHER_COMMAND, DIGEST, before=NOON + timedelta(hours=2))
    vault.remove_pending(COMMAND, DIGEST, before=NOON)
    assert vault.registered_by(COMMAND, DIGEST) == anna
    vault.remove_pending(COMMAND, DIGEST, before=NOON + timedelta(seconds=1))
    assert vault.pending_commands() == []
    assert vault.registered_by(COMMAND, DIGEST) is None


def test_what_is_pending_was_not_altered_or_moved(vault: OpenVault, database_url: str):
    registering(vault)
    _, bram = registering(vault, OTHER_COMMAND, name="Bram")
    database = Database(database_url)
    with database.writing() as connection:
        content = connection.scalar(select(pending.c.content).where(pending.c.command == OTHER_COMMAND.bytes))
        connection.execute(update(pending).where(pending.c.command == COMMAND.bytes).values(content=content))
    database.close()
    with pytest.raises(StoreDamaged):
        vault.confirm_pending(COMMAND, DIGEST)
    vault.confirm_pending(OTHER_COMMAND, DIGEST)
    assert vault.person_named("Bram") == bram


def test_no_byte_of_what_was_pending_is_left_after_an_erasure(file_vault: OpenVault, vault_file: Path):
    imported = file_vault.pending(uuid4(), DIGEST, NOON)
    people = [each.id for each in imported.people_known_as(f"u{number}" for number in range(300)).values()]
    imported.store()
    for number in range(40):  # others come and go meanwhile, so that rows lie between and move
        writes, person = registering(file_vault, UUID(int=100 + number), name=f"Erasmus {number:05}")
        if number % 3:
            writes.confirm()
            people.append(person)
        elif number % 2:
            writes.remove()
    with closing(sqlite3.connect(vault_file)) as reader:  # keeps -wal and -shm there to be searched
        stored = [row[0] for row in reader.execute("SELECT content FROM pending")]
        imported.confirm()
        for command in file_vault.pending_commands():
            file_vault.remove_pending(command.command, command.digest, before=NOON + timedelta(hours=1))
        wanted = secrets_of(Database(f"sqlite:///{vault_file}"), people[0])
        assert found_in(vault_file, [wanted[0]])
        file_vault.erase_person(people[0])
        assert found_in(vault_file, [piece for piece in wanted if piece]) == []
        assert found_in(vault_file, stored) == []


def test_an_address_that_is_pending_goes_with_the_key_of_its_person(vault: OpenVault, database_url: str):
    anna = vault.add_person("Anna")
    writes = writes_of(vault)
    writes.keep_address(anna, NEW)
    writes.store()
    vault.destroy_key(anna, Purpose.IDENTITY)
    assert vault.pending_commands() == []
    writes.store()
    writes.confirm()
    assert "addresses" not in rows(database_url)
    with pytest.raises(KeyDestroyed):
        writes.keep_address(anna, OLD)
