"""From an evaluation to what is said of it: the bureau freezes one, and a core group reacts from its list."""

from playwright.sync_api import expect

from tests.browser.conftest import Visitors
from tests.browser.journeys.test_a_plan import signed_in

REACTION = "Wij herkennen dit. Volgend jaar komen wij vaker bij elkaar."


def test_the_bureau_freezes_an_evaluation_and_a_core_group_reacts_to_it(visitor: Visitors):
    bureau = signed_in(visitor, "Vera Voorbeeld")
    bureau.goto("/evaluaties")
    bureau.get_by_role("button", name="Bevries een evaluatie").click()
    for label, text in (("Dag", "30"), ("Maand", "12"), ("Jaar", "2024")):
        bureau.get_by_label(label).first.fill(text)
    bureau.get_by_role("button", name="Evaluatie bevriezen").click()
    expect(bureau.get_by_role("alert")).to_contain_text("De gekozen dag moet nog komen: 30 december 2024.")
    bureau.get_by_label("Jaar").first.fill("2023")
    bureau.get_by_role("button", name="Evaluatie bevriezen").click()
    expect(bureau.get_by_role("heading", level=1)).to_have_text("Evaluatie van 30 december 2023")
    expect(bureau.get_by_text("Nog niet gepubliceerd.")).to_be_visible()

    core_group = signed_in(visitor, "Anne Voorbeeld")
    core_group.goto("/te-doen")
    core_group.get_by_role("listitem").filter(has_text="De evaluatie van").get_by_role("link").click()
    core_group.get_by_role("link", name="Reageer voor de kerngroep").click()
    core_group.get_by_label("Wat vindt de kerngroep van de evaluatie?").fill("woord " * 201)
    core_group.get_by_role("button", name="Reageren op de evaluatie").click()
    expect(core_group.get_by_role("alert")).to_contain_text("De reactie heeft 201 woorden.")
    core_group.get_by_label("Wat vindt de kerngroep van de evaluatie?").fill(REACTION)
    core_group.get_by_role("button", name="Reageren op de evaluatie").click()
    expect(core_group.get_by_role("status")).to_contain_text("De reactie staat bij de evaluatie.")
    expect(core_group.get_by_text(REACTION)).to_be_visible()
