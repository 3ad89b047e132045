"""Signing in by mail in a browser, and those who try to be somebody else."""

import re

import pytest

from application.commands.party import AnnouncePartyEnd
from netwerkpartij.background import send_codes
from netwerkpartij.wiring import Opened
from tests.application.party import SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import keep_address
from tests.web.conftest import ADDRESS, Browser, Mailbox, code_for, sign_in

NOBODYS = "niemand@voorbeeld.example"


def test_an_address_and_a_code_sign_somebody_in(browser: Browser, service: Opened, mailbox: Mailbox):
    code = code_for(browser, service, mailbox)
    assert not browser.is_signed_in
    answer = browser.submit("/aanmelden/code", code=code)
    assert (answer.status_code, answer.headers["location"]) == (303, "/te-doen")
    assert SOMEBODY in browser.get("/mijn/sessies").text


def test_the_cookies_are_for_our_pages_alone(browser: Browser, service: Opened, mailbox: Mailbox):
    asked = browser.submit("/aanmelden", email=ADDRESS)
    send_codes(service)
    code = re.findall(r"\b\d{4} \d{4}\b", mailbox.letters[-1].text)[0]
    entered = browser.submit("/aanmelden/code", code=code)
    for answer, name in ((asked, "np-code"), (entered, "np-sessie")):
        (cookie,) = (each for each in answer.headers.get_list("set-cookie") if each.startswith(f"{name}="))
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie


def test_known_and_unknown_addresses_are_answered_alike(browser: Browser, other_browser: Browser):
    answers = [browser.submit("/aanmelden", email=ADDRESS), other_browser.submit("/aanmelden", email=NOBODYS)]
    told = [(each.status_code, each.headers["location"], each.content, len(each.headers["set-cookie"])) for each in answers]
    assert told[0] == told[1]
    pages = [each.get("/aanmelden/code").text for each in (browser, other_browser)]
    assert pages[0] == pages[1]
    wrong = [each.submit("/aanmelden/code", code="nee").text for each in (browser, other_browser)]
    assert wrong[0] == wrong[1]


def test_an_unknown_address_is_told_how_to_go_on_after_the_code(browser: Browser, service: Opened, mailbox: Mailbox):
    answer = browser.submit("/aanmelden/code", code=code_for(browser, service, mailbox, NOBODYS))
    assert (answer.status_code, answer.headers["location"]) == (303, "/aanmelden/onbekend")
    assert "partijbureau" in browser.get("/aanmelden/onbekend").text
    assert not browser.is_signed_in


def test_a_code_is_guessed_at_five_times(browser: Browser, service: Opened, mailbox: Mailbox):
    code = code_for(browser, service, mailbox)
    said = [browser.submit("/aanmelden/code", code="0") for _ in range(5)]
    assert [each.status_code for each in said] == [400] * 5
    assert ["nog vier keer" in said[0].text, "werkt niet meer" in said[4].text] == [True, True]
    assert browser.submit("/aanmelden/code", code=code).status_code == 400
    assert not browser.is_signed_in


def test_a_code_of_another_browser_signs_nobody_in(browser: Browser, other_browser: Browser, service: Opened, mailbox: Mailbox):
    code = code_for(browser, service, mailbox)
    code_for(other_browser, service, mailbox, NOBODYS)
    assert other_browser.submit("/aanmelden/code", code=code).status_code == 400
    assert not other_browser.is_signed_in


def test_a_mail_scanner_that_opens_links_and_presses_buttons_signs_nobody_in(
    browser: Browser, other_browser: Browser, service: Opened, mailbox: Mailbox
):
    """It opens what stands in the letter, and sends every form that it finds there."""
    code_for(browser, service, mailbox)
    (link,) = re.findall(r"http://127.0.0.1:8000(\S+)", mailbox.letters[-1].text)
    scanned = other_browser.get(link)
    assert scanned.status_code == 200
    assert "<form" not in scanned.text
    code = link.partition("=")[2]
    assert other_browser.submit("/aanmelden/code", code=code).status_code == 400
    assert not other_browser.is_signed_in
    assert browser.get(link).text.count("<form") == 1
    assert not browser.is_signed_in
    assert browser.submit("/aanmelden/code", code=code).status_code == 303


def test_a_session_that_was_put_into_the_browser_before_opens_nothing_after_it(
    browser: Browser, other_browser: Browser, service: Opened, mailbox: Mailbox, party: Party
):
    fixed = service.door.begin(party.person(SOMEBODY_ELSE))
    browser.cookies.set("np-sessie", fixed, domain="netwerken.example", path="/")
    other_browser.cookies.set("np-sessie", fixed, domain="netwerken.example", path="/")
    sign_in(browser, service, mailbox)
    assert browser.cookies["np-sessie"] != fixed
    assert not other_browser.is_signed_in


@pytest.mark.parametrize("end", ["erasure", "leaving"])
def test_a_session_ends_with_the_person_or_their_last_right(
    browser: Browser, service: Opened, mailbox: Mailbox, party: Party, end: str
):
    sign_in(browser, service, mailbox)
    if end == "erasure":
        party.vault.erase_person(party.person(SOMEBODY))
    else:
        party.give(AnnouncePartyEnd(person=party.person(SOMEBODY)), party.bureau)
        party.clock.pass_time(days=15)
    assert not browser.is_signed_in


def test_where_several_share_an_address_they_say_who_it_is(browser: Browser, service: Opened, mailbox: Mailbox, party: Party):
    keep_address(party.vault, party.person(SOMEBODY_ELSE), ADDRESS)
    code = code_for(browser, service, mailbox)
    refused = browser.get("/aanmelden/wie")
    assert (refused.status_code, SOMEBODY in refused.text) == (400, False)
    assert browser.submit("/aanmelden/code", code=code).headers["location"] == "/aanmelden/wie"
    assert not browser.is_signed_in
    page = browser.get("/aanmelden/wie").text
    assert (SOMEBODY in page, SOMEBODY_ELSE in page) == (True, True)
    assert browser.submit("/aanmelden/wie").status_code == 400
    keys = re.findall(r'value="([0-9a-f]{32})"', page)
    assert browser.submit("/aanmelden/wie", wie=keys[1]).status_code == 303
    assert sorted([SOMEBODY, SOMEBODY_ELSE])[1] in browser.get("/mijn/sessies").text


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://kwaad.example",
        "//kwaad.example",
        "/\\kwaad.example",
        "\\\\kwaad.example",
        "/\t/kwaad.example",
        "javascript:alert(1)",
        "kwaad",
        "/a\r\nLocation: https://kwaad.example",
        "/" + "a" * 3_000,
    ],
)
def test_nobody_is_led_to_another_site(browser: Browser, service: Opened, mailbox: Mailbox, elsewhere: str):
    code = code_for(browser, service, mailbox)
    answer = browser.submit("/aanmelden/code", code=code, naar=elsewhere)
    assert (answer.status_code, answer.headers["location"]) == (303, "/te-doen")


def test_whoever_was_going_somewhere_goes_on_there(browser: Browser, service: Opened, mailbox: Mailbox):
    page = browser.get("/aanmelden", params={"naar": "/netwerken?on=2023-04-01"}).text
    assert 'name="naar" value="/netwerken?on=2023-04-01"' in page
    asked = browser.submit("/aanmelden", email=ADDRESS, naar="/netwerken?on=2023-04-01")
    assert 'value="/netwerken?on=2023-04-01"' in browser.get(asked.headers["location"]).text
    send_codes(service)
    code = re.findall(r"\b\d{4} \d{4}\b", mailbox.letters[-1].text)[0]
    answer = browser.submit("/aanmelden/code", code=code, naar="/netwerken?on=2023-04-01")
    assert answer.headers["location"] == "/netwerken?on=2023-04-01"


FORMS = [
    ("/aanmelden", {"email": ADDRESS}),
    ("/aanmelden/code", {"code": "1"}),
    ("/aanmelden/wie", {"wie": "1"}),
    ("/afmelden", {}),
    ("/mijn/sessies", {"sessie": "overal"}),
    ("/rol", {"rol": "member"}),
]
FORGED = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://kwaad.example"},
    {"Origin": "null"},
]


@pytest.mark.parametrize(("path", "form"), FORMS)
@pytest.mark.parametrize("headers", FORGED)
def test_a_form_of_another_site_does_nothing(
    browser: Browser, service: Opened, mailbox: Mailbox, path: str, form: dict[str, str], headers: dict[str, str]
):
    sign_in(browser, service, mailbox)
    assert browser.post(path, data=form, headers=headers).status_code == 403
    assert browser.is_signed_in


def test_signing_out_ends_the_session_and_looking_at_the_page_does_not(browser: Browser, service: Opened, mailbox: Mailbox):
    sign_in(browser, service, mailbox)
    secret = browser.cookies["np-sessie"]
    assert browser.get("/afmelden").status_code == 200
    assert browser.is_signed_in
    assert browser.submit("/afmelden").headers["location"] == "/"
    assert "np-sessie" not in browser.cookies
    assert service.door.who(secret) is None


def test_ones_own_sessions_are_ended_one_by_one_and_everywhere(
    browser: Browser, other_browser: Browser, service: Opened, mailbox: Mailbox, party: Party
):
    of_another = service.door.begin(party.person(SOMEBODY_ELSE))
    sign_in(browser, service, mailbox)
    sign_in(other_browser, service, mailbox)
    numbers = sorted(set(re.findall(r'name="sessie" value="(\d+)"', browser.get("/mijn/sessies").text)))
    assert numbers == ["2", "3"]
    browser.submit("/mijn/sessies", sessie="1")
    browser.submit("/mijn/sessies", sessie="3")
    assert [browser.is_signed_in, other_browser.is_signed_in] == [True, False]
    assert browser.submit("/mijn/sessies", sessie="overal").headers["location"] == "/"
    assert not browser.is_signed_in
    assert service.door.who(of_another) is not None


def test_ones_own_page_leads_to_sessions_and_out_and_is_nobody_elses(browser: Browser, service: Opened, mailbox: Mailbox):
    assert [browser.get(each).status_code for each in ("/mijn", "/mijn/sessies")] == [401] * 2
    sign_in(browser, service, mailbox)
    page = browser.get("/mijn").text
    assert SOMEBODY in page
    assert all(each in page for each in ('href="/mijn/sessies"', 'action="/afmelden"'))


def test_what_is_no_address_is_said_beside_the_field_and_stays(browser: Browser):
    answer = browser.submit("/aanmelden", email="huis <b>")
    assert answer.status_code == 400
    assert 'value="huis &lt;b&gt;"' in answer.text
    assert 'href="#email"' in answer.text


def test_everything_is_there_in_english_too(browser: Browser):
    for path in ("/aanmelden", "/aanmelden/code", "/afmelden"):
        page = browser.get(path, params={"lang": "en"}).text
        assert '<html lang="en"' in page
        assert "Sign" in page or "code" in page
