"""A member makes the address of a calendar, and says on which subject a network is missing; the bureau answers."""

from playwright.sync_api import expect

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.test_every_page import faults


def test_a_wish_reaches_the_bureau_and_its_answer_the_member(visitor: Visitors):
    member = visitor(Role.MEMBER, width=320).new_page()
    member.goto("/mijn/gegevens/agenda")
    assert faults(member) == []
    member.get_by_role("button", name="Maak een adres").click()
    assert faults(member) == []
    assert member.evaluate("document.documentElement.scrollWidth") <= 320
    member.goto("/mijn/wensen")
    member.get_by_role("button", name="Laat dit weten").click()
    expect(member.get_by_role("alert")).to_contain_text("Vul in waar het over gaat")
    assert faults(member) == []
    member.get_by_label("Waar gaat het over?").fill("Sport")
    member.get_by_label("Ik wil hierover een netwerk").check()
    member.get_by_label("Het partijbureau mag mij hierover vragen").check()
    member.get_by_role("button", name="Laat dit weten").click()
    expect(member.locator("main")).to_contain_text("u wilt hierover een netwerk")

    bureau = visitor(Role.PARTY_BUREAU, width=1200).new_page()
    bureau.goto("/bureau/wensen")
    assert faults(bureau) == []
    bureau.get_by_label("Uw antwoord aan hen").fill("Wij zoeken nog drie mensen.")
    bureau.get_by_role("button", name="Antwoord").click()
    assert faults(bureau) == []
    member.goto("/mijn/wensen")
    expect(member.locator("main")).to_contain_text("Wij zoeken nog drie mensen.")
    assert faults(member) == []
    member.get_by_role("button", name="Trek dit in").click()
    expect(member.locator("main")).not_to_contain_text("Wij zoeken")
