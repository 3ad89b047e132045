"""Another e-mail address: with a code that goes to the new one, and a letter to the one before."""

from uuid import uuid4

import pytest

from application.commands.party import ChangeAddress
from application.errors import AddressNotConfirmed
from application.ports.vault.sessions import ConfirmedMail, Session
from domain.kernel.acts import Role
from netwerkpartij.background import send_codes
from netwerkpartij.wiring import Opened
from tests.application.party import SOMEBODY, Party
from tests.web.conftest import ADDRESS, Browser, Mailbox, code_for, sign_in

AT, CODE = "/mijn/gegevens/e-mailadres", "/mijn/gegevens/e-mailadres/code"
NEW = "nieuw@voorbeeld.example"


def asks(browser: Browser, service: Opened, mailbox: Mailbox, address: str = NEW) -> str:
    """Ask for another address, and give the code in the letter."""
    assert browser.submit(AT, email=address).headers["location"] == CODE
    send_codes(service)
    return mailbox.letters[-1].text.split("Uw code is: ")[1][:9]


def address_of(party: Party) -> str | None:
    return party.vault.addresses([party.person(SOMEBODY)]).get(party.person(SOMEBODY))


def test_nothing_changes_before_the_code_and_both_addresses_hear(
    browser: Browser, service: Opened, mailbox: Mailbox, party: Party
):
    sign_in(browser, service, mailbox)
    code = asks(browser, service, mailbox)
    assert (mailbox.letters[-1].recipient, address_of(party)) == (NEW, ADDRESS)
    assert browser.submit(CODE, code=code).status_code == 303
    assert address_of(party) == NEW
    send_codes(service)
    assert (mailbox.letters[-1].recipient, mailbox.letters[-1].subject) == (ADDRESS, "Uw e-mailadres is gewijzigd")
    assert NEW not in mailbox.letters[-1].text


def test_another_code_or_another_browser_changes_nothing(
    browser: Browser, other_browser: Browser, service: Opened, mailbox: Mailbox, party: Party
):
    sign_in(browser, service, mailbox)
    code = asks(browser, service, mailbox)
    wrong = f"{(int(code.replace(' ', '')) + 1) % 10**8:08}"
    assert browser.submit(CODE, code=wrong).status_code == 400
    assert other_browser.submit(CODE, code=code).status_code == 401
    assert address_of(party) == ADDRESS


def test_a_code_to_sign_in_changes_no_address(browser: Browser, service: Opened, mailbox: Mailbox, party: Party):
    sign_in(browser, service, mailbox)
    code = code_for(browser, service, mailbox, NEW)
    assert browser.submit(CODE, code=code).status_code == 400
    assert address_of(party) == ADDRESS


def test_a_code_to_change_an_address_asks_no_question(browser: Browser, service: Opened, mailbox: Mailbox):
    sign_in(browser, service, mailbox)
    code = asks(browser, service, mailbox)
    assert browser.submit("/vraag/code", code=code).status_code == 400


def test_who_wants_no_mail_needs_no_code(browser: Browser, service: Opened, mailbox: Mailbox, party: Party):
    sign_in(browser, service, mailbox)
    assert browser.submit(AT, geen="ja").status_code == 303
    assert address_of(party) is None


@pytest.mark.parametrize("confirmed", [None, ConfirmedMail("ander@voorbeeld.example", ())])
def test_no_program_changes_an_address_without_its_code(party: Party, confirmed: ConfirmedMail | None):
    session = Session(party.party_member(SOMEBODY), Role.MEMBER, None, confirmed=confirmed)
    with pytest.raises(AddressNotConfirmed):
        party.opened.service.execute(ChangeAddress(email=NEW), session=session, command_id=uuid4())
