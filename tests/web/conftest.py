"""People of a party in their browsers, and a mailbox."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from api.limits.limits import DEFAULT
from application.ports.mail import Delivery, Letter
from application.ports.vault.sessions import Session
from netwerkpartij.background import send_codes
from netwerkpartij.faces import pages_of
from netwerkpartij.wiring import Opened
from tests.application.conftest import _no_settings_from_outside, begun, party, sqlite_copy
from tests.application.party import FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import keep_address
from web.hats import HAT_COOKIE
from web.shell import SESSION_COOKIE

__all__ = ["_no_settings_from_outside", "begun", "party", "sqlite_copy"]

ADDRESS = "huis@voorbeeld.example"
POLITICIAN = "Wilma Voorbeeld"
HERE = "http://netwerken.example"
FORM_OF_OURS = {"Sec-Fetch-Site": "same-origin"}


@dataclass
class Mailbox:
    """Takes every letter."""

    letters: list[Letter] = field(default_factory=list)

    def deliver(self, letter: Letter) -> Delivery:
        self.letters.append(letter)
        return Delivery.SENT


class Browser(TestClient):
    """A browser: it keeps cookies, says where a form comes from, and follows nothing by itself."""

    def __init__(self, service: Opened) -> None:
        super().__init__(pages_of(service, DEFAULT), base_url=HERE, follow_redirects=False)
        self.headers["Accept-Language"] = "nl"

    def submit(self, path: str, **form: str):
        """Send a form of one of our pages."""
        return self.post(path, data=form, headers=FORM_OF_OURS)

    @property
    def is_signed_in(self) -> bool:
        """Say whether the pages know who it is."""
        return self.get("/mijn/sessies").status_code == 200


Enter = Callable[[Session], Browser]


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def service(party: Party, mailbox: Mailbox) -> Opened:
    """The service of a party of which somebody's address is known, as one that is no demo."""
    for name in (SOMEBODY, SOMEBODY_ELSE):
        party.party_member(name)
    keep_address(party.vault, party.person(SOMEBODY), ADDRESS)
    return replace(party.opened, post=mailbox, is_demo=False)


@pytest.fixture
def browser(service: Opened) -> Browser:
    return Browser(service)


@pytest.fixture
def other_browser(service: Opened) -> Browser:
    return Browser(service)


def code_for(browser: Browser, service: Opened, mailbox: Mailbox, address: str = ADDRESS) -> str:
    """Ask for a code in a browser, and give the one in the letter."""
    asked = browser.submit("/aanmelden", email=address)
    assert asked.status_code == 303
    send_codes(service)
    found = [each for letter in mailbox.letters for each in re.findall(r"\b\d{4} \d{4}\b", letter.text)]
    return str(found[-1])


def sign_in(browser: Browser, service: Opened, mailbox: Mailbox, address: str = ADDRESS) -> None:
    """Sign somebody in by mail."""
    answer = browser.submit("/aanmelden/code", code=code_for(browser, service, mailbox, address))
    assert answer.status_code == 303
    assert browser.is_signed_in


@pytest.fixture
def network(party: Party) -> UUID:
    return party.founded()


@pytest.fixture
def asked(party: Party, network: UUID) -> UUID:
    """An open request of a politician."""
    return party.asked(network, by=POLITICIAN)


@pytest.fixture
def enter(service: Opened) -> Enter:
    """Give the browser of somebody who is signed in, in one of their roles."""

    def entered(session: Session) -> Browser:
        assert session.person is not None
        inside = Browser(service)
        inside.cookies.set(SESSION_COOKIE, service.door.begin(session.person))
        hat = session.role.value if session.network is None else f"{session.role.value}.{session.network}"
        inside.cookies.set(HAT_COOKIE, hat)
        return inside

    return entered


@pytest.fixture
def core_group(party: Party, network: UUID) -> Session:
    return party.core_group(FOUNDERS[0], network)
