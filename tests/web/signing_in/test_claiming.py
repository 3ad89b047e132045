"""“Ik ben lid”: from an unknown mailbox to a match in one click, or to a letter that tells nothing of who is known."""

import pytest

from domain.kernel.acts import Role
from netwerkpartij.background import bring_in_registers, send_codes
from netwerkpartij.wiring import Opened
from tests.application.party import SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import keep_address
from tests.web.conftest import Browser, Mailbox, code_for
from web.shell import SESSION_COOKIE

UNKNOWN = "onbekend@voorbeeld.example"
AT = "/aanmelden/ik-ben-lid"
SAID = {"naam": SOMEBODY_ELSE, "lidnummer": "", "postcode": "3811 AB"}


@pytest.fixture
def bureau(service: Opened, party: Party) -> Browser:
    browser = Browser(service)
    assert party.bureau.person is not None
    browser.cookies.set(SESSION_COOKIE, service.door.begin(party.bureau.person))
    return browser


def shows_mailbox(browser: Browser, service: Opened, mailbox: Mailbox, address: str = UNKNOWN) -> None:
    """Show that an unknown mailbox is one's own."""
    answer = browser.submit("/aanmelden/code", code=code_for(browser, service, mailbox, address))
    assert answer.headers["location"] == "/aanmelden/onbekend"


def claims(browser: Browser, service: Opened, mailbox: Mailbox, address: str = UNKNOWN, **said: str) -> None:
    shows_mailbox(browser, service, mailbox, address)
    assert AT in browser.get("/aanmelden/onbekend").text
    assert browser.submit(AT, **{**SAID, **said}).headers["location"] == f"{AT}/ontvangen"


def waiting(bureau: Browser) -> list[str]:
    text = bureau.get("/te-doen").text
    return [part.split('"')[0] for part in text.split('href="')[1:] if part.startswith("/mensen/verzoeken/")]


def test_a_member_is_matched_in_one_click_and_signs_in(
    browser: Browser, bureau: Browser, service: Opened, mailbox: Mailbox, party: Party
):
    claims(browser, service, mailbox)
    (at,) = waiting(bureau)
    page = bureau.get(at).text
    assert (SOMEBODY_ELSE in page, UNKNOWN in page) == (True, True)
    assert bureau.submit(at, wie=str(party.person(SOMEBODY_ELSE))).status_code == 303
    assert waiting(bureau) == []
    send_codes(service)
    assert (mailbox.letters[-1].recipient, mailbox.letters[-1].subject) == (UNKNOWN, "U kunt zich aanmelden")
    answer = browser.submit("/aanmelden/code", code=code_for(browser, service, mailbox, UNKNOWN))
    assert (answer.headers["location"], browser.is_signed_in) == ("/te-doen", True)


def test_a_member_number_finds_somebody_whatever_the_name(browser: Browser, bureau: Browser, service: Opened, mailbox: Mailbox):
    bureau.post(
        "/register",
        files={"bestand": ("a.csv", b"number,name,postcode\nA-12,Anne Voluit,3811AB\n")},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    bring_in_registers(service)
    upload = service.vault.register_uploads.all()[0].id
    bureau.submit(f"/register/{upload}", doe="overnemen")
    bring_in_registers(service)
    claims(browser, service, mailbox, naam="Annie V", lidnummer="a-12")
    (at,) = waiting(bureau)
    page = bureau.get(at).text
    assert ("Anne Voluit" in page, "Dit lidnummer is van dit lid." in page, "De postcode klopt." in page) == (True, True, True)


def test_whoever_is_not_found_gets_a_letter_that_tells_nothing(
    browser: Browser, bureau: Browser, service: Opened, mailbox: Mailbox
):
    claims(browser, service, mailbox, naam="Iemand Onbekends")
    (at,) = waiting(bureau)
    bureau.submit(at, wie="niemand")
    send_codes(service)
    told = mailbox.letters[-1]
    assert (told.recipient, waiting(bureau), bureau.get(at).status_code) == (UNKNOWN, [], 404)
    assert "Iemand Onbekends" not in told.text
    assert "geen lid" not in told.text


def test_a_known_name_and_an_unknown_one_are_answered_alike(
    browser: Browser, other_browser: Browser, service: Opened, mailbox: Mailbox
):
    told = []
    for each, name, address in ((browser, SOMEBODY, UNKNOWN), (other_browser, "Iemand Onbekends", "ander@voorbeeld.example")):
        shows_mailbox(each, service, mailbox, address)
        answer = each.submit(AT, **{**SAID, "naam": name})
        told.append((answer.status_code, answer.headers["location"], each.get(answer.headers["location"]).text))
    assert told[0] == told[1]


def test_nobody_claims_without_showing_a_mailbox(browser: Browser, service: Opened):
    assert browser.get(AT).status_code == 400
    assert browser.submit(AT, **SAID).status_code == 400
    assert service.vault.member_claims.open() == []


def test_of_one_address_one_waits_and_three_are_made_in_a_month(
    browser: Browser, bureau: Browser, service: Opened, mailbox: Mailbox
):
    claims(browser, service, mailbox)
    claims(browser, service, mailbox)
    assert len(waiting(bureau)) == 1
    for _ in range(3):
        for at in waiting(bureau):
            bureau.submit(at, wie="niemand")
        claims(browser, service, mailbox)
    assert waiting(bureau) == []  # a fourth waits for nobody


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(browser: Browser, service: Opened, mailbox: Mailbox):
    shows_mailbox(browser, service, mailbox)
    for field in ("naam", "postcode"):
        answer = browser.submit(AT, **{**SAID, field: ""})
        assert (answer.status_code, f'href="#{field}"' in answer.text) == (400, True)
    answer = browser.submit(AT, **{**SAID, "lidnummer": "<12>"})
    assert ('href="#lidnummer"' in answer.text, SOMEBODY_ELSE in answer.text) == (True, True)
    assert browser.submit(AT, **SAID).status_code == 303


def test_only_the_bureau_sees_or_answers_and_only_with_who_was_found(
    browser: Browser, bureau: Browser, service: Opened, mailbox: Mailbox, party: Party
):
    claims(browser, service, mailbox)
    (at,) = waiting(bureau)
    for session in (party.member(SOMEBODY), party.board, party.session(Role.ADMINISTRATOR)):
        other = Browser(service)
        assert session.person is not None
        other.cookies.set(SESSION_COOKIE, service.door.begin(session.person))
        assert (other.get(at).status_code, other.submit(at, wie="niemand").status_code) == (403, 403)
    assert bureau.submit(at, wie=str(party.person(SOMEBODY))).status_code == 405
    assert len(waiting(bureau)) == 1


def test_a_letter_goes_to_the_address_of_before(
    browser: Browser, bureau: Browser, service: Opened, mailbox: Mailbox, party: Party
):
    keep_address(party.vault, party.person(SOMEBODY_ELSE), "oud@voorbeeld.example")
    claims(browser, service, mailbox)
    (at,) = waiting(bureau)
    assert "Er is al een ander e-mailadres." in bureau.get(at).text
    bureau.submit(at, wie=str(party.person(SOMEBODY_ELSE)))
    send_codes(service)
    letters = {each.recipient: each.subject for each in mailbox.letters[-2:]}
    assert letters == {"oud@voorbeeld.example": "Uw e-mailadres is gewijzigd", UNKNOWN: "U kunt zich aanmelden"}
