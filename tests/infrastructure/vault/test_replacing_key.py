"""With another master key everything in the vault is as it was, and the old key opens nothing of it any more."""

import ast
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import LargeBinary, select, update

from application.ports.errors import StoreDamaged
from domain.kernel.acts import Role
from infrastructure.vault.database import Database
from infrastructure.vault.errors import MasterKeyReplaced, WrongMasterKey
from infrastructure.vault.keys import replacing_key
from infrastructure.vault.keys.master_key import key_file, load_master_key, make_key_file, new_key_file, read_key_file
from infrastructure.vault.keys.replacing_key import finish_replacing, replace_master_key
from infrastructure.vault.keys.wrapped import WRAPPED
from infrastructure.vault.people.persons import NewPerson
from infrastructure.vault.tables import metadata, persons
from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.examples import DOSSIER, ENERGY, IN_DOSSIER, LOG, MASTER_KEY, NOON, OTHER_MASTER_KEY, seal
from tests.vaults import correct_person, keep_address, people_known_as, seal_closed, written

THIRD_KEY = bytes(range(100, 132))
UNFINISHED = UUID(int=77)
DIGEST = "0" * 64

NOT_WRAPPED = {
    "about.key_check": "of the master key itself: written anew",
    "about.log": "whose vault it is",
    "persons.id": "an id",
    "persons.name": "kept under the identity key",
    "persons.name_index": "made with the lasting key",
    "persons.external_index": "made with the lasting key",
    "persons.province": "kept under the statistics key",
    "persons.birth_year": "kept under the statistics key",
    "persons.postcode": "kept under the statistics key",
    "corrected_persons.postcode": "kept under the statistics key",
    "register_entries.member_number_index": "made with the lasting key",
    "register_entries.said": "kept under the identity key",
    "register_entries.said_statistics": "kept under the statistics key",
    "erased_numbers.member_number_index": "made with the lasting key",
    "corrected_persons.name": "kept under the identity key",
    "corrected_persons.name_index": "made with the lasting key",
    "corrected_persons.province": "kept under the statistics key",
    "corrected_persons.birth_year": "kept under the statistics key",
    "dossiers.dossier": "an id",
    "contexts.blind": "made with the lasting key",
    "known_references.blind": "made with the lasting key",
    "tokens.digest": "of a token, which is random",
    "tokens.owner": "made with the lasting key",
    "fan_outs.owner": "made with the lasting key",
    "corrected_statistics.owner": "made with the lasting key",
    "refused_addresses.owner": "made with the lasting key",
    "letters.mark": "made with the lasting key",
    "letters.owner": "made with the lasting key",
    "register_imports.mark": "an id",
    "register_files.mark": "an id",
    "member_claims.mark": "an id",
    "member_claims.address_index": "made with the lasting key",
    "wishes.mark": "random",
    "wishes.owner": "made with the lasting key",
    "sign_in_codes.cookie": "of a secret, which is random",
    "sign_in_codes.address_index": "made with the lasting key",
    "sign_in_codes.code": "made with the lasting key",
    "sign_in_codes.key": "made with the lasting key",
    "browser_sessions.digest": "of a secret, which is random",
    "browser_sessions.owner": "made with the lasting key",
    "reading_languages.owner": "made with the lasting key",
    "addresses.address": "kept under the identity key",
    "addresses.address_index": "made with the lasting key",
    "digests.mark": "made with the lasting key",
    "digests.owner": "made with the lasting key",
    "pending.command": "an id",
    "pending.attempt": "an id",
    "looks.mark": "made with the lasting key",
    "looks.owner": "made with the lasting key",
    "pending.subject": "made with the lasting key",
}
"""Columns of bytes that stay as they are when the master key is replaced, and why they may."""


def test_every_column_that_can_hold_a_key_is_wrapped_anew_or_says_why_not():
    columns = {str(column) for table in metadata.sorted_tables for column in table.c if isinstance(column.type, LargeBinary)}
    wrapped = {str(each.column) for each in WRAPPED}
    assert wrapped | NOT_WRAPPED.keys() == columns
    assert wrapped & NOT_WRAPPED.keys() == set()


def test_every_place_to_which_something_is_wrapped_is_known_where_it_is_wrapped_anew():
    """Whoever wraps something new and takes its column for something else is found here."""
    keys = Path(replacing_key.__file__).parent
    known = (keys / "wrapped.py").read_text(encoding="utf-8")
    places = {
        ast.unparse(call.args[1]).partition("(")[0]
        for file in keys.parent.rglob("*.py")
        if file.name not in {"wrapping.py", "replacing_key.py"}
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "wrap"
    }
    assert len(places) == len(WRAPPED)
    assert [place for place in places if not re.search(rf"\b{place}\b", known)] == []


class Party:
    """A vault with something of every kind in it, and what is told of it."""

    def __init__(self, vault: OpenVault) -> None:
        self.anna = vault.add_person("Anna de Wit", province="Utrecht", birth_year=1980)
        self.bram = people_known_as(vault, ["p1"])["p1"]
        self.gone = vault.add_person("Gerrit Gewist")
        vault.erase_person(self.gone)
        keep_address(vault, self.anna, "anna@voorbeeld.example")
        correct_person(vault, self.anna, name="Anna de Witte")
        self.double = vault.add_person("A. de Wit")
        written(vault, lambda writes: writes.merge(self.anna, self.double, contexts=[ENERGY]))
        self.token = vault.issue_token(Role.MEMBER, person=self.anna)
        self.personal, self.place = seal(vault, self.anna, "Mijn motivatie")
        self.closed = seal_closed(vault, "Vertrouwelijk", dossier=DOSSIER, place=IN_DOSSIER)
        self.dossier = uuid4()
        vault.destroy_dossier_key(self.dossier)
        writes = vault.pending(UNFINISHED, DIGEST, NOON)
        self.late = writes.register_person("Lidia Later", email="lidia@voorbeeld.example")
        self.late_text = writes.seal_closed("Nog niet vastgelegd", dossier=LATE, place=IN_LATE)
        writes.store()

    def told(self, vault: OpenVault) -> list[Any]:
        there = [vault.reference(self.anna, ENERGY), vault.reference(self.bram, ENERGY)]
        return [
            there,
            vault.whose(ENERGY, there),
            vault.known(self.double).references(ENERGY),
            vault.names(ENERGY, there),
            vault.person_named("Anna de Witte"),
            people_known_as(vault, ["p1"]),
            vault.addresses([self.anna]),
            vault.known(self.anna).statistics,
            vault.session(self.token),
            vault.open(self.personal, self.place, context=ENERGY),
            vault.open(self.closed, IN_DOSSIER),
            vault.open(self.late_text, IN_LATE),
            vault.erased_people(),
            vault.pending_commands(),
            vault.keyed_digest(b"of a receipt"),
        ]


LATE = UUID(int=78)
IN_LATE = IN_DOSSIER.model_copy(update={"aggregate": str(LATE), "subject": str(LATE)})


def with_key(url: str, key: bytes) -> OpenVault:
    return open_vault(url, master_key=key, log=LOG, clock=lambda: NOON)


def wrapped_in(url: str) -> list[bytes]:
    """Everything that is wrapped with the master key."""
    database = Database(url)
    with database.reading() as connection:
        found = [value for each in WRAPPED for value in connection.scalars(select(each.column)) if value is not None]
    database.close()
    return found


def test_everything_is_as_it_was_and_the_old_key_opens_nothing(database_url: str):
    vault = with_key(database_url, MASTER_KEY)
    party = Party(vault)
    before, wrapped = party.told(vault), wrapped_in(database_url)
    vault.close()
    count = replace_master_key(database_url, old=MASTER_KEY, new=OTHER_MASTER_KEY)

    assert count == len(wrapped) > 12
    assert set(wrapped_in(database_url)) & set(wrapped) == set()
    with pytest.raises(WrongMasterKey):
        with_key(database_url, MASTER_KEY)
    vault = with_key(database_url, OTHER_MASTER_KEY)
    assert party.told(vault) == before
    vault.confirm_pending(UNFINISHED, DIGEST)
    assert vault.person_named("Lidia Later") == party.late.id
    assert vault.names(ENERGY, [party.late.reference(ENERGY)]) == {party.late.reference(ENERGY): "Lidia Later"}
    assert vault.addresses([party.late.id]) == {party.late.id: "lidia@voorbeeld.example"}
    assert vault.open(party.late_text, IN_LATE) == "Nog niet vastgelegd"
    vault.close()


def test_a_key_is_replaced_once_and_with_the_right_one(database_url: str):
    with_key(database_url, MASTER_KEY).close()
    assert replace_master_key(database_url, old=MASTER_KEY, new=OTHER_MASTER_KEY) == 1
    assert replace_master_key(database_url, old=MASTER_KEY, new=OTHER_MASTER_KEY) == 0
    with pytest.raises(WrongMasterKey):
        replace_master_key(database_url, old=MASTER_KEY, new=THIRD_KEY)
    with_key(database_url, OTHER_MASTER_KEY).close()


def test_a_row_that_does_not_open_leaves_everything_with_the_old_key(database_url: str):
    vault = with_key(database_url, MASTER_KEY)
    anna, bram = vault.add_person("Anna"), vault.add_person("Bram")
    database = Database(database_url)
    with database.writing() as connection:
        other = select(persons.c.secret).where(persons.c.id == anna.bytes).scalar_subquery()
        connection.execute(update(persons).where(persons.c.id == bram.bytes).values(secret=other))
    before = wrapped_in(database_url)
    with pytest.raises(StoreDamaged):
        replace_master_key(database_url, old=MASTER_KEY, new=OTHER_MASTER_KEY)
    assert wrapped_in(database_url) == before
    assert vault.reference(anna, ENERGY)
    database.close()
    vault.close()


def test_a_process_that_still_has_the_old_key_says_so_and_writes_nothing_with_it(database_url: str):
    vault = with_key(database_url, MASTER_KEY)
    anna = vault.add_person("Anna")
    vault.reference(anna, ENERGY)
    replace_master_key(database_url, old=MASTER_KEY, new=OTHER_MASTER_KEY)
    before = wrapped_in(database_url)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: vault.reference(anna, ENERGY),
        lambda: vault.add_person("Bram"),
        lambda: seal_closed(vault, "Tekst", dossier=DOSSIER, place=IN_DOSSIER),
        lambda: vault.issue_token(Role.MEMBER, person=anna),
    )
    for attempt in attempts:
        with pytest.raises(MasterKeyReplaced) as refused:
            attempt()
        assert (refused.value.code, refused.value.retry_after) == ("master-key-replaced", None)
    assert wrapped_in(database_url) == before
    vault.close()


def test_nothing_that_was_wrapped_with_the_old_key_stays_in_any_file(vault_file: Path):
    url = f"sqlite:///{vault_file}"
    vault = with_key(url, MASTER_KEY)
    vault.add_persons(NewPerson(f"Lid {number}") for number in range(300))
    Party(vault)
    vault.close()
    old = wrapped_in(url)
    replace_master_key(url, old=MASTER_KEY, new=OTHER_MASTER_KEY)
    content = b"".join(file.read_bytes() for file in vault_file.parent.glob("vault.db*"))
    assert [value for value in old if value in content] == []


# Stopped at any moment

STEPS = {replacing_key.__file__, read_key_file.__code__.co_filename}


def stopped_at(line: int, vault_file: Path) -> bool:
    """Replace the key in a process that is killed before a line of its work, and say whether it came to its end."""
    child = os.fork()
    if child == 0:  # pragma: no cover  # coverage ends with the process
        reached = 0

        def step(frame: FrameType, event: str, _: object) -> Any:  # as sys.settrace has it
            nonlocal reached
            if frame.f_code.co_filename not in STEPS:
                return None
            if event == "line":
                reached += 1
                if reached == line:
                    os._exit(9)
            return step

        with suppress(BaseException):
            sys.settrace(step)
            replaced_with_key_file(vault_file)
            os._exit(0)
        os._exit(1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, 9}
    return status == 0


def replaced_with_key_file(vault_file: Path) -> None:
    """Do what the command does, for a vault with a key file."""
    old, new = load_master_key(None, f"sqlite:///{vault_file}"), new_key_file(vault_file)
    if not new.exists():
        make_key_file(new)
    replace_master_key(f"sqlite:///{vault_file}", old=old, new=read_key_file(new))
    finish_replacing(f"sqlite:///{vault_file}")


def test_killed_at_any_moment_the_vault_opens_and_the_key_can_be_replaced_after_that(vault_file: Path):
    url = f"sqlite:///{vault_file}"
    vault = open_vault(url, master_key=load_master_key(None, url), log=LOG)
    anna = vault.add_person("Anna")
    there = vault.reference(anna, ENERGY)
    vault.close()
    line, outcomes = 0, set()
    came_to_its_end = False
    while not came_to_its_end:
        line += 1
        before = key_file(vault_file).read_bytes()
        came_to_its_end = stopped_at(line, vault_file)
        finish_replacing(url)  # as every start does
        outcomes.add(key_file(vault_file).read_bytes() == before)
        vault = open_vault(url, master_key=load_master_key(None, url), log=LOG)
        assert vault.names(ENERGY, [there]) == {there: "Anna"}
        vault.close()
    assert line > 40
    assert outcomes == {True, False}
    assert not new_key_file(vault_file).exists()
