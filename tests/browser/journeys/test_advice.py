"""A question by phone until what was done with it: the bureau records it, the core group answers, the requester tells."""

import re

from playwright.sync_api import Page, expect

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.test_every_page import faults

QUESTION = "Hoe houden kleine scholen genoeg leraren?"


def record_call(page: Page) -> str:
    page.goto("/bureau/telefoon")
    page.get_by_role("button", name="Leg dit vast").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies wie om advies vraagt")
    assert faults(page) == []
    page.get_by_label("Wie vraagt dit?").fill("Xander")
    page.get_by_label("Commissie").check()
    page.get_by_label("Welk netwerk?").select_option(label="Onderwijsnetwerk")
    page.get_by_label("Wat is uw vraag?").fill(QUESTION)
    for label, text in (("Dag", "1"), ("Maand", "9"), ("Jaar", "2099")):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Leg dit vast").click()
    page.get_by_label(re.compile("Xander Fictief")).check()
    page.get_by_role("button", name="Leg dit vast").click()
    expect(page.get_by_role("status")).to_contain_text("De vraag is vastgelegd.")
    return page.url


def test_a_call_becomes_a_question_an_answer_and_what_was_done_with_it(visitor: Visitors):
    address = record_call(visitor(Role.PARTY_BUREAU).new_page())

    group = visitor(Role.CORE_GROUP, width=390, scripts=False).new_page()
    group.goto(address)
    group.get_by_role("button", name=re.compile("in behandeling")).click()
    group.get_by_role("button").last.click()
    expect(group.get_by_role("status")).to_contain_text("Uw netwerk neemt de vraag aan.")
    group.locator(".np-daad a").click()
    group.get_by_label("Wat is het advies?").fill("Begin bij de opleiding.")
    group.get_by_role("button").last.click()
    expect(group.get_by_role("status")).to_contain_text("Het advies is gegeven.")

    requester = visitor(Role.REQUESTER, width=390).new_page()
    requester.goto(address)
    expect(requester.locator("main")).to_contain_text("Begin bij de opleiding.")
    requester.locator(".np-daad a").click()
    assert faults(requester) == []
    requester.get_by_label("Voor een deel overgenomen").check()
    requester.get_by_role("button", name="Laat het netwerk dit weten").click()
    expect(requester.get_by_role("status")).to_contain_text("U liet weten wat u met het advies deed.")
