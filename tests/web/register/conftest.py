"""A bureau with a register: browsers, files, and the work that is done beside the service."""

from collections.abc import Callable

import pytest

from netwerkpartij.background import bring_in_registers
from netwerkpartij.wiring import Opened
from tests.application.party import Party
from tests.web.conftest import FORM_OF_OURS, Browser
from web.shell import SESSION_COOKIE

HEADER = "number,name,email,postcode,birth_year,member_since,member_until"
ANNE = "1001,Anne Registervoorbeeld,anne@voorbeeld.example,3811 AB,1956,1999-02-01,"
VERA = "1002,Vera Registerverzonnen,vera@voorbeeld.example,1011AB,1980,2020-05-01,"
Sends = Callable[..., str]


def written(*lines: str) -> bytes:
    return "\n".join([HEADER, *lines]).encode() + b"\n"


@pytest.fixture
def bureau(service: Opened, party: Party) -> Browser:
    """A browser of somebody at the bureau."""
    browser = Browser(service)
    person = party.bureau.person
    assert person is not None
    browser.cookies.set(SESSION_COOKIE, service.door.begin(person))
    return browser


@pytest.fixture
def sends(bureau: Browser, service: Opened) -> Sends:
    """Send a file, let it be compared, and give where it is told what would come of it."""

    def sent(file: bytes, **fields: str) -> str:
        answer = bureau.post("/register", files={"bestand": ("leden.csv", file)}, data=fields, headers=FORM_OF_OURS)
        assert answer.status_code == 303, answer.text
        bring_in_registers(service)
        return str(answer.headers["location"])

    return sent
