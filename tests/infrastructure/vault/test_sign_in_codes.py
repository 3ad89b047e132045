"""Codes by mail: bound to a browser, guessed at five times, gone in half an hour, and the same work for every address."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from application.ports.signing_in import CODE_LASTS, CODE_TRIES, CODES_AT_ONCE, CodeLetter, Proven
from infrastructure.vault.database import Database
from infrastructure.vault.signing_in.codes import StoredSignInCodes
from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import LOG, MASTER_KEY, NOON
from tests.vaults import keep_address, written

ADDRESS, NOBODYS = "anna@voorbeeld.example", "niemand@voorbeeld.example"


def mailed(codes: StoredSignInCodes, address: str = ADDRESS) -> tuple[str, str]:
    """Ask for a code, and give the cookie of the browser and the code that is mailed."""
    cookie = codes.ask(address, language="nl")
    assert cookie is not None
    return cookie, codes.waiting(NOON)[-1].code


def another(code: str) -> str:
    return f"{(int(code) + 1) % 10**8:08}"


@pytest.fixture
def anna(vault: OpenVault):
    person = vault.add_person("Anna")
    keep_address(vault, person, ADDRESS)
    return person


def test_a_code_shows_whose_mailbox_it_is_in_every_process(vault: OpenVault, reopen: Reopen, anna):
    cookie, code = mailed(vault.sign_in_codes, " Anna@Voorbeeld.example ")
    assert len(code) == 8
    assert reopen().sign_in_codes.proven(cookie) is None
    assert reopen().sign_in_codes.prove(cookie, code) is None
    assert reopen().sign_in_codes.proven(cookie) == Proven("Anna@Voorbeeld.example", (anna,))


def test_everybody_who_shares_an_address_is_told_and_who_was_merged_is_one(vault: OpenVault, anna):
    bram, double = vault.add_person("Bram"), vault.add_person("A.")
    for each in (bram, double):
        keep_address(vault, each, ADDRESS)
    written(vault, lambda writes: writes.merge(anna, double, contexts=()))
    cookie, code = mailed(vault.sign_in_codes)
    vault.sign_in_codes.prove(cookie, code)
    assert vault.sign_in_codes.proven(cookie) == Proven(ADDRESS, tuple(sorted((anna, bram))))


def test_who_was_erased_meanwhile_is_nobody(vault: OpenVault, anna):
    cookie, code = mailed(vault.sign_in_codes)
    vault.erase_person(anna)
    assert vault.sign_in_codes.prove(cookie, another(code)) == CODE_TRIES - 1  # as of an address that nobody has
    vault.sign_in_codes.prove(cookie, code)
    assert vault.sign_in_codes.proven(cookie) == Proven("", ())


def test_of_who_was_erased_no_letter_waits_and_none_comes_back(vault: OpenVault, anna):
    """A letter that a mail server did not take meanwhile brings no address back."""
    codes = vault.sign_in_codes
    for address in (ADDRESS.upper(), ADDRESS, NOBODYS):
        codes.ask(address, language="nl", draft="Hoe gaat het?")
    first, second, _ = codes.waiting(NOON)
    assert codes.claim(first)
    vault.erase_person(anna)
    codes.put_back(first, after=NOON)
    assert not codes.claim(second)
    assert [each.address for each in codes.waiting(NOON)] == [NOBODYS]


def test_a_code_is_guessed_at_five_times_and_dead_then(vault: OpenVault):
    cookie, code = mailed(vault.sign_in_codes)
    left = [vault.sign_in_codes.prove(cookie, another(code)) for _ in range(CODE_TRIES)]
    assert left == [4, 3, 2, 1, 0]
    assert vault.sign_in_codes.prove(cookie, code) == 0
    assert vault.sign_in_codes.proven(cookie) is None


def test_a_code_is_right_once(vault: OpenVault):
    cookie, code = mailed(vault.sign_in_codes)
    assert [vault.sign_in_codes.prove(cookie, code), vault.sign_in_codes.prove(cookie, code)] == [None, 0]


def test_a_code_of_another_browser_is_wrong(vault: OpenVault):
    (own, _), (_, other_code) = mailed(vault.sign_in_codes), mailed(vault.sign_in_codes)
    assert vault.sign_in_codes.prove(own, other_code) == 4
    assert vault.sign_in_codes.prove("A" * 43, other_code) == 0
    assert [vault.sign_in_codes.proven(each) for each in (own, "A" * 43)] == [None, None]


@pytest.mark.parametrize(("late", "right"), [(timedelta(seconds=-1), True), (timedelta(0), False)])
def test_a_code_lasts_half_an_hour(vault: OpenVault, database_url: str, late: timedelta, *, right: bool):
    cookie, code = mailed(vault.sign_in_codes)
    later = at(database_url, NOON + CODE_LASTS + late)
    assert later.sign_in_codes.waiting(NOON + CODE_LASTS + late) == [] or right
    assert (later.sign_in_codes.prove(cookie, code) is None) is right
    assert (later.sign_in_codes.proven(cookie) is not None) is right
    later.close()


def at(database_url: str, moment: datetime) -> OpenVault:
    return open_vault(database_url, master_key=MASTER_KEY, log=LOG, clock=lambda: moment)


def test_what_is_forgotten_opens_nothing(vault: OpenVault):
    cookie, code = mailed(vault.sign_in_codes)
    vault.sign_in_codes.prove(cookie, code)
    vault.sign_in_codes.forget(cookie)
    assert vault.sign_in_codes.proven(cookie) is None


def test_of_one_address_so_many_are_asked_at_once(vault: OpenVault, database_url: str):
    asked = [vault.sign_in_codes.ask(ADDRESS, language="nl") is not None for _ in range(CODES_AT_ONCE + 1)]
    assert asked == [True] * CODES_AT_ONCE + [False]
    assert vault.sign_in_codes.ask(NOBODYS, language="nl") is not None
    later = at(database_url, NOON + CODE_LASTS)
    assert later.sign_in_codes.ask(ADDRESS, language="nl") is not None
    later.close()


def test_a_letter_is_taken_once_and_waits_again_when_it_did_not_go_out(vault: OpenVault, reopen: Reopen):
    vault.sign_in_codes.ask(ADDRESS, language="en")
    (letter,) = vault.sign_in_codes.waiting(NOON)
    assert letter == CodeLetter(1, ADDRESS, letter.code, "en", 0)
    assert [vault.sign_in_codes.claim(letter), reopen().sign_in_codes.claim(letter)] == [True, False]
    assert vault.sign_in_codes.waiting(NOON) == []
    vault.sign_in_codes.put_back(letter, after=NOON + timedelta(seconds=5))
    assert vault.sign_in_codes.waiting(NOON) == []
    assert vault.sign_in_codes.waiting(NOON + timedelta(seconds=5)) == [CodeLetter(1, ADDRESS, letter.code, "en", 1)]


def test_nothing_of_it_can_be_read_in_the_files(file_vault: OpenVault, vault_file: Path):
    cookie, code = mailed(file_vault.sign_in_codes)
    for file in vault_file.parent.glob("vault.db*"):
        for secret in (cookie, code, ADDRESS):
            assert secret.encode() not in file.read_bytes()


def test_what_is_over_leaves_no_row(vault: OpenVault):
    cookie, code = mailed(vault.sign_in_codes)
    vault.destroy_what_is_over(NOON + CODE_LASTS)
    assert vault.sign_in_codes.prove(cookie, code) is None
    vault.destroy_what_is_over(NOON + CODE_LASTS + timedelta(minutes=2))
    assert vault.sign_in_codes.proven(cookie) is None


@contextmanager
def statements(vault: OpenVault) -> Iterator[list[tuple[str, int]]]:
    """Note each statement that the vault gives its database, with the number of bytes of what is filled in."""
    database: Database = vault.sign_in_codes._database  # noqa: SLF001  # what is asked of it is what is tested
    noted: list[tuple[str, int]] = []

    def note(_c, _cursor, statement, given, _context, _many) -> None:
        noted.append((statement, sum(len(each) if isinstance(each, bytes | str) else 1 for each in given)))

    event.listen(database.engine, "before_cursor_execute", note)
    yield noted
    event.remove(database.engine, "before_cursor_execute", note)


def test_asking_does_the_same_work_for_known_and_unknown(file_vault: OpenVault):
    keep_address(file_vault, file_vault.add_person("Anna"), ADDRESS)
    asked = []
    for address in (ADDRESS, NOBODYS):
        with statements(file_vault) as noted:
            file_vault.sign_in_codes.ask(address, language="nl")
        asked.append(noted)
    assert len(asked[0]) > 3
    assert asked[0] == asked[1]


def test_a_wrong_code_does_the_same_work_for_known_and_unknown(file_vault: OpenVault):
    keep_address(file_vault, file_vault.add_person("Anna"), ADDRESS)
    tried = []
    for address in (ADDRESS, NOBODYS):
        cookie, code = mailed(file_vault.sign_in_codes, address)
        with statements(file_vault) as noted:
            file_vault.sign_in_codes.prove(cookie, another(code))
        tried.append(noted)
    assert len(tried[0]) > 2
    assert tried[0] == tried[1]
