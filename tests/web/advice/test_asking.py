"""Who has no account asks advice with a code from the mail, follows it by a link, and sees nothing else with it."""

import re
from uuid import UUID

import pytest

from application.commands.advice import ContactText, DeliverAdvice, RequestAdvice
from application.commands.party import RecordAddress
from application.errors import AccessDenied, NotConfirmedByMail
from application.ports.vault.contexts import OFFICE
from application.ports.vault.sessions import ConfirmedMail, RequestLink, Session
from application.queries.advice import AdviceRequestDetails, AdviceRequests
from application.queries.attention import AttentionList
from application.queries.auditing.record import History
from application.queries.meetings import Meetings
from domain.kernel.acts import Role, Source
from netwerkpartij.background import send_codes, send_letters
from netwerkpartij.wiring import Opened
from tests.application.party import FOUNDERS, REQUEST, Party
from tests.web.conftest import POLITICIAN, Browser, Enter, Mailbox

ADDRESS, NAME, QUESTION = "kim@commissie.example", "Kim Fictief", "Hoe houden scholen genoeg leraren?"
LINK = re.compile(r"/vraag/volgen/\S+")


@pytest.fixture
def form(network: UUID) -> dict[str, str]:
    return {
        "network": str(network),
        "question": QUESTION,
        "due-day": "1",
        "due-month": "9",
        "due-year": "2099",
        "requester_kind": "committee",
        "contact.0.name": NAME,
        "contact.0.email": ADDRESS,
    }


def code_in(mailbox: Mailbox, service: Opened) -> str:
    send_codes(service)
    found: list[str] = re.findall(r"\b\d{4} \d{4}\b", mailbox.letters[-1].text)
    return found[0]


def requests(party: Party):
    return party.ask(AdviceRequests(), party.bureau).items


@pytest.fixture
def address(party: Party, browser: Browser, service: Opened, mailbox: Mailbox, form: dict[str, str]) -> str:
    """The page of a question that was asked and confirmed in a browser."""
    send_letters(service)
    assert browser.submit("/vraag", **form).headers["location"] == "/vraag/code"
    assert NAME not in [each.requester_name for each in requests(party)]
    answer = browser.submit("/vraag/code", code=code_in(mailbox, service))
    assert answer.status_code == 303
    return str(answer.headers["location"])


def test_a_question_is_asked_once_its_code_was_filled_in_and_followed_at_once(party: Party, browser: Browser, address: str):
    (asked,) = requests(party)
    assert address == f"/adviesvragen/{asked.advice_request}"
    assert (asked.requester_name, asked.recorded_by, asked.source) == (NAME, None, Source.SELF)
    (kim,) = party.vault.whose(OFFICE, [asked.requester]).values()
    assert party.vault.addresses([kim]) == {kim: ADDRESS}
    assert QUESTION in browser.get(address).text
    assert not browser.is_signed_in


def test_a_code_that_is_pressed_twice_asks_once(
    party: Party, browser: Browser, service: Opened, mailbox: Mailbox, form: dict[str, str]
):
    browser.submit("/vraag", **form)
    code, cookie = code_in(mailbox, service), browser.cookies["np-code"]
    for _ in range(2):
        browser.cookies.set("np-code", cookie)
        assert browser.submit("/vraag/code", code=code).status_code == 303
    assert len(requests(party)) == 1


def test_without_the_right_code_nothing_is_asked_and_nobody_is_kept(
    party: Party, browser: Browser, other_browser: Browser, service: Opened, mailbox: Mailbox, form: dict[str, str]
):
    browser.submit("/vraag", **form)
    code = code_in(mailbox, service)
    assert browser.submit("/vraag/code", code="00000000").status_code == 400
    assert other_browser.submit("/vraag/code", code=code).status_code == 400
    assert requests(party) == ()
    assert party.vault.people_named(NAME, most=1) == []


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(browser: Browser, form: dict[str, str], mailbox: Mailbox):
    wrong = {**form, "contact.0.email": "", "network": "", "due-year": "2001"}
    told = browser.submit("/vraag", **wrong)
    assert told.status_code == 400
    assert QUESTION in told.text
    assert [told.text.count(f'href="#{each}"') for each in ("network", "contact.0.email")] == [1, 1]
    assert 'href="#due-day"' in browser.submit("/vraag", **{**form, "due-year": "2001"}).text
    assert mailbox.letters == []


def test_somebody_known_who_asks_again_stays_the_same_person(
    party: Party, browser: Browser, service: Opened, mailbox: Mailbox, form: dict[str, str], address: str
):
    browser.submit("/vraag", **{**form, "contact.0.name": NAME.upper()})
    again = browser.submit("/vraag/code", code=code_in(mailbox, service))
    browser.submit("/vraag", **{**form, "contact.0.name": "Een Ander"})
    other = browser.submit("/vraag/code", code=code_in(mailbox, service))
    requesters = {f"/adviesvragen/{each.advice_request}": each.requester for each in requests(party)}
    first, second, third = (requesters[each] for each in (address, again.headers["location"], other.headers["location"]))
    assert first == second != third


def test_a_mailbox_asks_in_its_own_name_alone(party: Party, network: UUID):
    asked = RequestAdvice(network=network, contact=ContactText(name=NAME, email="ander@commissie.example"), **REQUEST)
    with party.refused(NotConfirmedByMail):
        party.give(asked, Session(None, Role.VISITOR, None))
    with party.refused(AccessDenied):
        party.give(asked, Session(None, Role.VISITOR, None, confirmed=ConfirmedMail(ADDRESS, ())))
    for session in (party.requester(POLITICIAN), party.core_group(FOUNDERS[0], network)):
        with party.refused(AccessDenied):
            party.give(asked, session)


# The link


def link_in(mailbox: Mailbox, service: Opened) -> str:
    send_letters(service)
    found: list[str] = LINK.findall(next(each.text for each in mailbox.letters[::-1] if each.recipient == ADDRESS))
    return found[0]


def test_the_mail_has_a_link_that_leads_to_a_clean_address_in_any_browser(
    other_browser: Browser, service: Opened, mailbox: Mailbox, address: str
):
    answer = other_browser.get(link_in(mailbox, service))
    assert (answer.status_code, answer.headers["location"]) == (303, address)
    (cookie,) = answer.headers.get_list("set-cookie")
    assert cookie.startswith(f"np-vraag-{address.rpartition('/')[2]}=")
    assert "HttpOnly" in cookie
    assert QUESTION in other_browser.get(address).text
    text = other_browser.get("/").text
    assert (QUESTION in text, other_browser.is_signed_in) == (False, False)


def test_acts_with_a_link_are_sent_by_a_form_and_are_of_who_asked(party: Party, browser: Browser, address: str):
    assert browser.get(f"{address}/intrekken").status_code == 200
    (asked,) = requests(party)
    assert asked.withdrawn_at is None
    assert browser.submit(f"{address}/intrekken").status_code == 303
    assert requests(party)[0].withdrawn_at is not None


def test_a_link_opens_one_request_and_nothing_else(party: Party, browser: Browser, asked: UUID, address: str):
    (mine, _) = sorted(requests(party), key=lambda each: str(each.advice_request) not in address)
    (kim,) = party.vault.whose(OFFICE, [mine.requester]).values()
    session = Session(kim, Role.REQUESTER, None, link=RequestLink(mine.advice_request))
    assert party.ask(AdviceRequestDetails(advice_request=mine.advice_request), session).question.text == QUESTION
    party.ask(History(item=mine.advice_request), session)
    for question in (AdviceRequests(), AttentionList(), Meetings(), AdviceRequestDetails(advice_request=asked)):
        with party.refused(AccessDenied):
            party.ask(question, session)
    assert browser.get(f"/adviesvragen/{asked}").status_code == 403
    assert browser.get("/adviesvragen").status_code == 403


def test_a_link_is_passed_to_a_named_colleague_and_ended(browser: Browser, other_browser: Browser, address: str):
    assert browser.submit(f"{address}/links", naam="").status_code == 400
    made = LINK.findall(browser.submit(f"{address}/links", naam="Lot Verzonnen").text)[0].partition("<")[0]
    assert other_browser.get(made).status_code == 303
    assert QUESTION in other_browser.get(address).text
    listed = browser.get(f"{address}/links").text
    assert "Lot Verzonnen" in listed
    assert made not in listed
    number = re.findall(r'value="(\d+)" class="govuk-button[^>]*>[^<]*<span[^>]*> Lot', listed)[0]
    assert browser.submit(f"{address}/links", einde=number).status_code == 303
    assert other_browser.get(address).status_code == 403
    assert other_browser.get(made).status_code == 404


def test_nobody_else_manages_the_links(party: Party, asked: UUID, enter: Enter, core_group: Session):
    party.member("Kees Verzonnen")
    for session in (core_group, party.member("Kees Verzonnen")):
        inside = enter(session)
        assert inside.submit(f"/adviesvragen/{asked}/links", naam="Lot").status_code in {403, 404}
        assert "Links naar deze vraag" not in inside.get(f"/adviesvragen/{asked}").text


def test_the_bureau_ends_links_and_makes_none_for_it_would_act_as_who_asked(party: Party, address: str, enter: Enter):
    bureau = enter(party.bureau)
    assert "Maak een link" not in bureau.get(f"{address}/links").text
    assert bureau.submit(f"{address}/links", naam="Lot").status_code == 405
    (number,) = re.findall(r'name="einde" value="(\d+)"', bureau.get(f"{address}/links").text)
    assert bureau.submit(f"{address}/links", einde=number).status_code == 303
    assert 'name="einde"' not in bureau.get(f"{address}/links").text


def test_a_closed_request_asks_a_code_too(party: Party, network: UUID, browser: Browser, service: Opened, mailbox: Mailbox):
    closed = party.asked(network, by=POLITICIAN, closed=True)
    party.give(RecordAddress(person=party.person(POLITICIAN), email=ADDRESS), party.bureau)
    token = party.vault.issue_token(Role.REQUESTER, person=party.person(POLITICIAN), link=RequestLink(closed))
    address = f"/adviesvragen/{closed}"
    browser.get(f"/vraag/volgen/{token}")
    assert browser.get(address).headers["location"] == f"{address}/code"
    for path in ("/intrekken", "/terugkoppeling"):
        assert browser.get(address + path).status_code in {303, 403}

    browser.submit(f"{address}/code")
    code = code_in(mailbox, service)
    assert browser.submit(f"{address}/code", code="00000000").status_code == 400
    assert browser.submit(f"{address}/code", code=code).headers["location"] == address
    assert browser.get(address).status_code == 200


@pytest.mark.usefixtures("address")
def test_the_link_of_who_was_erased_opens_nothing(party: Party, other_browser: Browser, service: Opened, mailbox: Mailbox):
    link = link_in(mailbox, service)
    (kim,) = party.vault.whose(OFFICE, [requests(party)[0].requester]).values()
    party.vault.erase_person(kim)
    assert other_browser.get(link).status_code == 404


def test_whoever_asks_keeps_the_answer_back_with_a_reason_that_is_asked_when_asking(
    party: Party, browser: Browser, service: Opened, mailbox: Mailbox, form: dict[str, str], network: UUID, enter: Enter
):
    assert "Waarom lezen de leden van het netwerk dit niet?" in browser.get("/vraag").text
    browser.submit("/vraag", **form, kept_back="Het debat komt nog.")
    address = browser.submit("/vraag/code", code=code_in(mailbox, service)).headers["location"]
    party.give(
        DeliverAdvice(advice_request=UUID(address.rpartition("/")[2]), advice="Begin klein."),
        party.core_group(FOUNDERS[0], network),
    )
    page = browser.get(address).text
    assert ("Begin klein." in page, "Het debat komt nog." in page) == (True, True)
    assert enter(party.member(FOUNDERS[1])).get(address).status_code == 403
