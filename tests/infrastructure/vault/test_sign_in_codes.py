"""Codes by mail: bound to a browser, guessed at five times, gone in half an hour, and the same work for every address."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, select

from application.ports.claims import MemberClaim, Notice, NoticeKind
from application.ports.signing_in import (
    CODE_LASTS,
    CODE_TRIES,
    KEY_LASTS,
    LETTERS_A_DAY,
    LETTERS_APART,
    LETTERS_AT_ONCE,
    CodeLetter,
    Proven,
    may_be_mailed,
)
from infrastructure.vault.database import Database
from infrastructure.vault.signing_in.codes import NO_CODE, StoredSignInCodes
from infrastructure.vault.tables import sign_in_codes
from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import LOG, MASTER_KEY, NOON
from tests.vaults import keep_address, written

ADDRESS, NOBODYS = "anna@voorbeeld.example", "niemand@voorbeeld.example"


def mailed(codes: StoredSignInCodes, address: str = ADDRESS) -> tuple[str, str]:
    """Ask for a code, and give the cookie of the browser and the code that is mailed."""
    cookie = codes.ask(address, language="nl")
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


def test_what_else_came_from_their_mailbox_or_waits_to_go_there_is_gone_too(vault: OpenVault, anna):
    for address in (ADDRESS.upper(), NOBODYS):
        vault.member_claims.keep(MemberClaim("Anna", "1234", address, "nl"))
        vault.notices.keep(Notice(address, NoticeKind.ADDRESS_CHANGED, "nl"))
    vault.erase_person(anna)
    assert [each.claim.address for each in vault.member_claims.open()] == [NOBODYS]
    waiting = [vault.notices.take(NOON), vault.notices.take(NOON)]
    assert [each and each.address for each in waiting] == [NOBODYS, None]


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


def test_to_one_address_so_many_letters_go_at_once_and_every_browser_has_its_own_code(vault: OpenVault):
    browsers = [mailed(vault.sign_in_codes) for _ in range(LETTERS_AT_ONCE)]
    vault.sign_in_codes.ask(ADDRESS.upper(), language="nl")
    assert [each.earlier for each in vault.sign_in_codes.waiting(NOON)] == [0, 1, 2]
    assert [vault.sign_in_codes.prove(cookie, code) for cookie, code in browsers] == [None] * LETTERS_AT_ONCE


def test_the_long_code_of_a_letter_is_right_once_in_any_browser_that_asked_for_the_address(vault: OpenVault):
    codes = vault.sign_in_codes
    (own, _), other, third, of_another = mailed(codes), codes.ask(ADDRESS, language="nl"), *browsers_for(codes, ADDRESS, NOBODYS)
    key = codes.waiting(NOON)[0].key
    assert len(key) == 20
    assert [codes.prove(each, key) for each in (of_another, "A" * 43, other, third)] == [4, 0, None, 4]
    assert [codes.proven(each) is not None for each in (own, of_another, other, third)] == [False, False, True, False]


def browsers_for(codes: StoredSignInCodes, *addresses: str) -> list[str]:
    return [codes.ask(each, language="nl") for each in addresses]


def test_where_no_letter_goes_no_code_of_eight_digits_is_right(vault: OpenVault):
    """Else whoever asks without end could guess without end."""
    codes = vault.sign_in_codes
    browsers_for(codes, *[ADDRESS] * LETTERS_AT_ONCE)
    cookie = codes.ask(ADDRESS, language="nl")
    with codes._database.reading() as connection:  # noqa: SLF001  # what is kept is what is tested
        kept = connection.execute(select(sign_in_codes.c.code, sign_in_codes.c.key)).all()[-1]
    assert (kept.code, kept.key) == (NO_CODE, NO_CODE)
    assert codes.prove(cookie, "") == 4


@pytest.mark.parametrize(("late", "right"), [(timedelta(seconds=-1), True), (timedelta(0), False)])
def test_a_long_code_lasts_four_hours(vault: OpenVault, database_url: str, late: timedelta, *, right: bool):
    vault.sign_in_codes.ask(ADDRESS, language="nl")
    (letter,) = vault.sign_in_codes.waiting(NOON)
    later = at(database_url, NOON + KEY_LASTS + late)
    assert (later.sign_in_codes.prove(later.sign_in_codes.ask(ADDRESS, language="nl"), letter.key) is None) is right
    later.close()


def test_whoever_asks_without_end_the_newest_letter_is_always_right_and_there_are_few():
    """However often a stranger asks: there is another letter now, or the newest can still be used."""
    sent: list[datetime] = []
    for minute in range(3 * 24 * 60):
        now = NOON + timedelta(minutes=minute)
        day = [each for each in sent if each > now - timedelta(days=1)]
        if may_be_mailed(day, now):
            sent.append(now)
        assert sent[-1] > now - KEY_LASTS + CODE_LASTS
    by_day = [sum(each // 1440 == day for each in minutes(sent)) for day in range(3)]
    assert max(by_day) <= LETTERS_A_DAY + timedelta(days=1) // LETTERS_APART
    assert by_day[1:] <= [LETTERS_A_DAY + 1] * 2


def minutes(moments: list[datetime]) -> list[int]:
    return [(each - NOON) // timedelta(minutes=1) for each in moments]


def test_letters_that_were_used_keep_nobody_from_another(vault: OpenVault):
    """Who signs in again and again gets a letter each time; whoever cannot read the mailbox uses none."""
    for _ in range(2 * LETTERS_A_DAY):
        cookie, code = mailed(vault.sign_in_codes)
        assert vault.sign_in_codes.prove(cookie, code) is None
    (last,) = {each.earlier for each in vault.sign_in_codes.waiting(NOON)}
    assert last == 0


def test_a_letter_is_taken_once_and_waits_again_when_it_did_not_go_out(vault: OpenVault, reopen: Reopen):
    vault.sign_in_codes.ask(ADDRESS, language="en")
    (letter,) = vault.sign_in_codes.waiting(NOON)
    assert letter == CodeLetter(1, ADDRESS, letter.code, "en", 0, key=letter.key)
    assert [vault.sign_in_codes.claim(letter), reopen().sign_in_codes.claim(letter)] == [True, False]
    assert vault.sign_in_codes.waiting(NOON) == []
    vault.sign_in_codes.put_back(letter, after=NOON + timedelta(seconds=5))
    assert vault.sign_in_codes.waiting(NOON) == []
    assert vault.sign_in_codes.waiting(NOON + timedelta(seconds=5)) == [replace(letter, attempts=1)]


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
    vault.sign_in_codes.ask(ADDRESS, language="nl")
    vault.destroy_what_is_over(NOON + timedelta(days=1))
    assert len(rows(vault)) == 1  # counted as a letter
    vault.destroy_what_is_over(NOON + timedelta(days=1, minutes=2))
    assert rows(vault) == []


def rows(vault: OpenVault) -> list[int]:
    with vault.sign_in_codes._database.reading() as connection:  # noqa: SLF001  # what is kept is what is tested
        return list(connection.scalars(select(sign_in_codes.c.number)))


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
