"""A stranger who asks codes for somebody's address without end: the owner comes in all the same, and the mailbox stays quiet."""

import re
from dataclasses import replace

import pytest

from application.language.letters import Sender
from application.ports.signing_in import LETTERS_A_DAY, LETTERS_AT_ONCE
from application.signing_in.by_mail import ByMail
from application.signing_in.errors import CodeNotRight
from application.signing_in.mailing import CodeMail
from infrastructure.vault.signing_in.codes import StoredSignInCodes
from tests.application.party import SOMEBODY, Party
from tests.vaults import keep_address
from tests.web.conftest import Mailbox

ADDRESS, NOBODYS = "huis@voorbeeld.example", "niemand@voorbeeld.example"
LONG = re.compile(r"\b\d{4}(?:-\d{4}){4}\b")
SENDER = Sender("https://netwerken.example", mail="bureau@voorbeeld.example")


class Street:
    """Everybody who asks for codes, in browsers of their own, on the clock of the party."""

    def __init__(self, party: Party) -> None:
        codes = party.opened.by_mail.codes
        assert isinstance(codes, StoredSignInCodes)
        codes._clock = party.clock  # noqa: SLF001  # the clock of the machine stands still in a test
        self.party, self.mailbox, self.codes = party, Mailbox(), codes
        self.by_mail: ByMail = replace(party.opened.by_mail, door=replace(party.opened.door, clock=party.clock))

    def ask(self, address: str = ADDRESS) -> str:
        secret = self.by_mail.ask(address, language="nl")
        CodeMail(self.codes, self.party.vault, self.mailbox, SENDER, self.party.clock).run()
        return secret

    def newest(self) -> str:
        (code,) = LONG.findall(self.mailbox.letters[-1].text)
        return str(code)


@pytest.fixture
def street(party: Party) -> Street:
    keep_address(party.vault, party.party_member(SOMEBODY), ADDRESS)
    return Street(party)


def test_the_owner_comes_in_by_the_newest_letter_and_few_are_sent(street: Street):
    """For two days, four times an hour at once; the owner comes every third hour, right after them."""
    came_in, by_day = [], []
    for _ in range(2):
        before = len(street.mailbox.letters)
        for hour in range(24):
            strangers = [street.ask() for _ in range(4)]
            if hour % 3 == 2:
                own = street.ask()
                street.by_mail.enter(own, street.newest())
                came_in.append([each.name for each in street.by_mail.choices(own)])
                street.by_mail.forget(own)
            assert [street.by_mail.proven(each) for each in strangers] == [None] * 4
            street.party.clock.pass_time(hours=1)
        by_day.append(len(street.mailbox.letters) - before)
    used_a_day = len(came_in) // 2
    assert came_in == [[SOMEBODY]] * 16
    assert max(by_day) <= 2 * LETTERS_A_DAY + used_a_day


def test_a_stranger_neither_ends_nor_takes_the_code_of_another_browser(street: Street):
    own = street.ask()
    (code,) = re.findall(r"\b\d{4} \d{4}\b", street.mailbox.letters[-1].text)
    for _ in range(40):
        stranger = street.ask()
        with pytest.raises(CodeNotRight):
            street.by_mail.enter(stranger, code)
    street.party.clock.pass_time(minutes=29)
    street.by_mail.enter(own, code)
    assert [each.name for each in street.by_mail.choices(own)] == [SOMEBODY]
    assert len(street.mailbox.letters) == LETTERS_AT_ONCE


def test_after_a_flood_asking_tells_as_little_of_an_address_as_before(street: Street):
    """A secret comes back each time, and as many letters went out, whoever is known there."""
    sent = []
    for address in (ADDRESS, NOBODYS):
        before = len(street.mailbox.letters)
        assert all(re.fullmatch("[A-Za-z0-9_-]{43}", street.ask(address)) for _ in range(20))
        sent.append(len(street.mailbox.letters) - before)
    assert sent == [LETTERS_AT_ONCE] * 2
