"""From a page to a result for who handles people and for who looks over the record."""

import re

from playwright.sync_api import expect

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.site import VISITOR, Site

MARK = re.compile(r"[a-z2-7]{4}(?:-[a-z2-7]{2,4}){6}")


def test_the_administrator_gives_a_role_to_somebody_by_the_mark_that_they_hand_on(visitor: Visitors):
    member = visitor(scripts=False).new_page()
    member.goto("/demo")
    member.get_by_role("button", name="Rosa Fictief").first.click()
    member.goto("/mijn/kenmerk")
    (mark,) = MARK.findall(member.inner_text("main"))

    page = visitor(Role.ADMINISTRATOR, scripts=False).new_page()
    page.goto("/rollen")
    page.get_by_role("button", name="Geef iemand een rol").click()
    page.get_by_label("Wie").first.fill("Quirijn")
    page.get_by_label("controleur").check()
    page.get_by_role("button", name="Rol geven").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.get_by_label("controleur").is_checked()

    page.get_by_label("Wie").first.fill(mark.upper())
    page.get_by_role("button", name="Rol geven").click()
    expect(page.get_by_role("status")).to_contain_text("Gedaan: rol geven.")


def test_the_bureau_finds_somebody_and_corrects_what_is_known_of_them(visitor: Visitors):
    page = visitor(Role.PARTY_BUREAU, scripts=False).new_page()
    page.set_default_timeout(6_000)
    page.goto("/mensen")
    page.get_by_label("Wie zoekt u?").fill("Quirijn Verz")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name=re.compile("^Gegevens van iemand verbeteren ?: Quirijn Verzonnen")).click()
    page.get_by_label("Geboortejaar").fill("1951")
    page.get_by_role("button", name="Gegevens van iemand verbeteren").click()
    expect(page.get_by_role("status")).to_contain_text("Gedaan: gegevens van iemand verbeteren.")

    page.goto("/mensen?naam=Quirijn+Verz")
    expect(page.get_by_role("main")).to_contain_text("geboren in 1951")


def test_a_line_that_is_struck_says_so_and_one_that_cannot_be_says_why(visitor: Visitors, site: Site):
    page = visitor(Role.PARTY_BUREAU, scripts=False).new_page()
    page.set_default_timeout(6_000)
    page.goto(f"/geschiedenis/{site.examples['meeting'][0]}")
    lines = page.get_by_role("link", name="Verbeter regel")
    before = lines.count()
    lines.last.click()
    page.get_by_role("link", name="Regel in de geschiedenis doorhalen").click()
    page.get_by_label("dubbel vastgelegd").check()
    page.get_by_role("button", name="Regel in de geschiedenis doorhalen").click()
    expect(page.get_by_role("status")).to_contain_text("Gedaan: regel in de geschiedenis doorhalen.")
    assert page.get_by_role("link", name="Verbeter regel").count() == before + 1

    page.get_by_role("link", name="Verbeter regel").last.click()
    expect(page.get_by_role("main")).to_contain_text("dat kan niet")


def test_the_board_reads_the_evaluation_in_sentences_and_why_a_figure_is_what_it_is(visitor: Visitors):
    page = visitor(Role.NATIONAL_BOARD).new_page()
    page.goto("/evaluatie")
    expect(page.get_by_role("heading", level=2)).to_have_count(1 + 8 + 4 + 3)
    page.get_by_role("link", name=re.compile("waarop dit steunt ?: Hoeveel leden")).click()
    page.get_by_role("link", name="leden", exact=True).nth(1).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waarop dit cijfer steunt")
    expect(page.get_by_role("heading", name="Waaruit het is geteld")).to_be_visible()


def test_the_auditor_sees_the_log_then_and_now_and_opens_it_as_a_spreadsheet(visitor: Visitors, site: Site):
    page = visitor(Role.AUDITOR).new_page()
    page.goto("/logboek")
    page.get_by_role("link", name="Volgende").click()
    expect(page.get_by_role("link", name="Naar het begin")).to_be_visible()
    page.goto("/logboek?knownAt=2022-06-28")
    expect(page.get_by_role("region", name="Vroeger")).to_be_visible()
    with site.client(Role.AUDITOR) as client:
        assert client.get("/logboek?als=xlsx").content.startswith(b"PK")


def test_a_second_person_agrees_and_the_name_behind_a_reference_is_told_once(visitor: Visitors, site: Site):
    at = f"/gevraagde-namen/{site.examples['reference_lifting'][0]}"
    board = visitor(Role.NATIONAL_BOARD).new_page()
    board.goto(at)
    board.get_by_role("link", name=re.compile("[Tt]oestaan")).click()
    board.get_by_role("button").last.click()
    expect(board.get_by_role("status")).to_contain_text("Gedaan")

    officer = visitor(Role.PRIVACY_OFFICER, scripts=False).new_page()
    officer.goto(at)
    officer.get_by_role("button", name="Lees de naam").click()
    officer.get_by_role("button", name="Lees de naam").click()
    expect(officer.get_by_role("status")).to_contain_text("Voorbeeld")
    officer.goto(f"{at}/naam")
    officer.get_by_role("button", name="Lees de naam").click()
    expect(officer.get_by_role("heading", level=1)).not_to_have_text("De naam lezen")


def test_what_was_decided_and_the_rules_are_for_everybody_and_people_for_the_bureau_alone(site: Site):
    with site.client(VISITOR) as client:
        assert client.get("/besluiten").status_code == client.get("/spelregels").status_code == 200
        assert "LHBTIQ" not in client.get("/besluiten").text
        assert [client.get(each).status_code for each in ("/mensen", "/rollen", "/logboek", "/evaluatie", "/toestand")] == [
            403
        ] * 5
    with site.client(Role.MEMBER) as client:
        assert [client.get(each).status_code for each in ("/mensen", "/privacyverzoeken", "/toestand")] == [403] * 3
