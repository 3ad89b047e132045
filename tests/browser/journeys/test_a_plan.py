"""From an idea to a network: a member writes a plan, the bureau checks it, and the board approves it from its list."""

import re

from playwright.sync_api import Page, expect

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.site import Site

NAME = "Netwerk muziek"
PARTS = (
    ("Doel", "Wat is het doel?", "Muzikanten denken mee over muziek in de klas."),
    ("Hoe het netwerk werkt", "Hoe is het netwerk georganiseerd?", "De kerngroep komt elke maand bijeen."),
    ("Hoe lang het duurt", "Voor hoeveel maanden?", "24"),
    ("Samenwerking", "Met wie wil het netwerk samenwerken?", "Met de fracties."),
)
GROUP = "Ivo Fictief\nJamila Voorbeeld\nKoos Verzonnen\nLot Fictief"


def signed_in(visitor: Visitors, name: str) -> Page:
    page = visitor(scripts=False).new_page()
    page.goto("/demo")
    page.get_by_role("button", name=name).first.click()
    return page


def test_a_member_writes_a_plan_the_bureau_checks_it_and_the_board_approves_it(visitor: Visitors):
    member = signed_in(visitor, "Quirijn Verzonnen")
    member.goto("/plannen/nieuw")
    member.get_by_role("button", name="Begin het plan").click()
    expect(member.get_by_role("alert")).to_contain_text("Vul de naam van het netwerk in")
    member.get_by_label("Naam van het netwerk").fill(NAME)
    member.get_by_label("themanetwerk").check()
    member.get_by_role("button", name="Begin het plan").click()
    for task, field, text in PARTS:
        member.get_by_role("link", name=task, exact=True).click()
        member.get_by_label(field).fill(text)
        member.get_by_role("button", name="Sla op").click()
    expect(member.get_by_text("nog doen")).to_have_count(1)

    bureau = signed_in(visitor, "Vera Voorbeeld")
    bureau.goto("/plannen")
    bureau.get_by_role("link", name=NAME).click()
    bureau.get_by_role("link", name="Schrijf verder").click()
    bureau.get_by_role("link", name="Vul de hele kerngroep in").click()
    bureau.get_by_label("Namen van de mensen").fill(GROUP)
    bureau.get_by_label("Ja", exact=True).check()
    bureau.get_by_label("telefoon").check()
    bureau.get_by_role("button", name="Leg de kerngroep vast").click()
    bureau.get_by_role("button", name="Controleer en dien in").click()
    bureau.get_by_role("button", name="Dien het plan in").click()
    bureau.get_by_role("button", name="Stel vast dat het plan compleet is").click()
    bureau.get_by_role("button", name="Leg vast dat het plan compleet is").click()
    expect(bureau.get_by_role("status")).to_contain_text("Het plan is compleet.")

    board = signed_in(visitor, "Otto Voorbeeld")
    board.goto("/bestuur/vanavond")
    board.get_by_role("link", name=NAME).click()
    expect(board.get_by_text("Gevraagd besluit")).to_be_visible()
    board.get_by_role("button", name="Keur het plan goed").click()
    for label, text in (("Dag", "31"), ("Maand", "12"), ("Jaar", "2023")):
        board.get_by_label(label).first.fill(text)
    board.get_by_role("button", name="Leg de goedkeuring vast").click()
    expect(board.get_by_role("status")).to_contain_text("Het plan is goedgekeurd.")


def test_a_paper_for_the_board_prints_on_one_page(site: Site, visitor: Visitors):
    page = visitor(Role.NATIONAL_BOARD).new_page()
    for address in (*site.addresses_of("/plannen/{plan}"), "/bestuur/vanavond"):
        page.goto(address)
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1, address


def test_a_plan_that_was_handed_in_is_no_longer_written(site: Site, visitor: Visitors):
    page = visitor(Role.PARTY_BUREAU).new_page()
    _, waits, _ = site.addresses_of("/plannen/{plan}")
    page.goto(f"{waits}/opstellen")

    assert page.url == f"{site.address}{waits}"


def test_a_stranger_and_a_member_of_another_group_see_no_plan(site: Site):
    _, waits, _ = site.addresses_of("/plannen/{plan}")
    for role in (Role.VISITOR, Role.MEMBER, Role.CORE_GROUP, Role.REQUESTER):
        with site.client(role) as client:
            assert client.get(waits).status_code in {403, 404}
            assert client.get("/plannen").status_code == 403
            assert client.get("/bestuur/vanavond").status_code == 403
