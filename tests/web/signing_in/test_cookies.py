"""Cookies as browsers get them: on one's own machine, and behind https by a name that no neighbour can give one."""

import re
from dataclasses import replace
from uuid import UUID

import pytest

from application.language.letters import Sender
from application.signing_in.by_link import FOLLOW, RequestLinks
from netwerkpartij.wiring import Opened
from tests.application.party import Party
from tests.web.conftest import Browser, Mailbox, code_for

FACES = {"http": ("http://127.0.0.1", ""), "https": ("https://netwerken.example", "__Host-")}
POLITICIAN = "Wilma Voorbeeld"
HAT = "member"


@pytest.fixture(params=FACES)
def face(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def there(service: Opened, face: str) -> Opened:
    """The service as it is found at an address."""
    return replace(service, sender=Sender(FACES[face][0]))


@pytest.fixture
def walker(there: Opened, face: str) -> Browser:
    walker = Browser(there)
    walker.base_url = FACES[face][0]
    return walker


def given_on_a_walk(walker: Browser, there: Opened, mailbox: Mailbox, party: Party) -> list[str]:
    """Do all that gives a browser something to keep: language, code, session, role, a deed, a requester's link, and leaving."""
    given: list[str] = []
    walker.event_hooks["response"].append(lambda answer: given.extend(answer.headers.get_list("set-cookie")))
    network = party.founded()
    request = party.asked(network, by=POLITICIAN)
    link = RequestLinks(there.log, there.vault, there.service.now).make(request)
    walker.get("/over?lang=en")
    walker.get(f"/{FOLLOW}/{link}")
    walker.submit("/aanmelden/code", code=code_for(walker, there, mailbox))
    assert walker.is_signed_in
    walker.submit("/rol", rol=HAT)
    assert walker.submit(f"/netwerken/{network}/lid-worden").status_code == 303
    walker.get(f"/netwerken/{network}")
    assert walker.get(f"/adviesvragen/{request}").status_code == 200
    walker.submit("/afmelden")
    assert not walker.is_signed_in
    return given


def test_every_cookie_is_of_this_host_and_no_script_reads_it(
    walker: Browser, there: Opened, mailbox: Mailbox, party: Party, face: str
):
    given = given_on_a_walk(walker, there, mailbox, party)
    prefix = FACES[face][1]
    names = {each.partition("=")[0] for each in given}
    kept = {re.sub(r"-[0-9a-f-]{36}$", "", name.removeprefix(prefix)) for name in names}
    assert kept == {"np-taal", "np-code", "np-sessie", "np-rol", "np-gedaan", "np-vraag"}
    for each in given:
        assert each.startswith(prefix + "np-")
        parts = each.split("; ")[1:]
        assert {"HttpOnly", "Path=/"} <= set(parts)
        assert ("Secure" in parts) == (face == "https")
        assert any(part.startswith("SameSite=") and part != "SameSite=none" for part in parts)
        assert not any(part.startswith("Domain") for part in parts)


def test_behind_https_a_cookie_that_a_neighbour_may_have_given_is_not_looked_at(service: Opened, party: Party):
    there = replace(service, sender=Sender(FACES["https"][0]))
    secret = there.door.begin(party.party_member("Anne Voorbeeld"))
    for prefix, status in (("", 401), ("__Host-", 200)):
        browser = Browser(there)
        browser.base_url = FACES["https"][0]
        browser.cookies.set(f"{prefix}np-sessie", secret)
        assert browser.get("/mijn/sessies").status_code == status


def test_a_browser_remembers_the_newest_links_alone(browser: Browser, service: Opened, party: Party):
    network = party.founded()
    links = RequestLinks(service.log, service.vault, service.service.now)
    for number in range(30):
        browser.cookies.set(f"np-vraag-{UUID(int=number)}", "np_x", domain="netwerken.example", path="/")
    request = party.asked(network, by=POLITICIAN)
    browser.get(f"/{FOLLOW}/{links.make(request)}")
    kept = [name for name in browser.cookies if name.startswith("np-vraag-")]
    assert len(kept) == 25
    assert browser.get(f"/adviesvragen/{request}").status_code == 200
