"""A member joins a network: with the keyboard alone, without scripts, twice, and in the past."""

from playwright.sync_api import Page, expect

from domain.kernel.acts import Role
from tests.browser.conftest import Visitors
from tests.browser.site import Site

NETWORK = "/netwerken/zorg"
JOIN, LEAVE = f"{NETWORK}/lid-worden", f"{NETWORK}/afmelden"


def press_until(page: Page, words: str) -> None:
    """Go on with the key Tab to what has these words, and press Enter."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.innerText"):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(words)


def test_a_member_joins_with_the_keyboard_alone_and_leaves_again(visitor: Visitors):
    page = visitor(Role.MEMBER).new_page()
    page.goto(NETWORK)
    press_until(page, "Word lid van dit netwerk")
    press_until(page, "Ik onderschrijf het doel")

    expect(page.get_by_role("status")).to_contain_text("U bent nu lid van dit netwerk.")
    page.reload()
    expect(page.get_by_role("status")).to_have_count(0)

    page.goto(LEAVE)
    press_until(page, "Ik meld mij af")
    expect(page.get_by_role("status")).to_contain_text("U hebt zich afgemeld bij dit netwerk.")


def test_a_double_press_and_the_way_back_do_it_once(visitor: Visitors):
    page = visitor(Role.MEMBER, scripts=False).new_page()
    page.goto(JOIN)
    form: dict[str, str | float | bool] = {
        each.get_attribute("name") or "": each.input_value() for each in page.locator("form input[name]").all()
    }
    page.get_by_role("button", name="Ik onderschrijf").click()
    expect(page.get_by_role("status")).to_contain_text("U bent nu lid")

    again = page.request.post(JOIN, form=form, max_redirects=0)
    assert (again.status, again.headers["location"]) == (303, NETWORK)

    page.go_back()
    page.get_by_role("button", name="Ik onderschrijf").click()
    expect(page.get_by_role("alert")).to_contain_text("U hoeft niets te doen.")
    assert page.title().startswith("Fout: ")
    page.goto(LEAVE)
    page.get_by_role("button").filter(has_text="Ik meld mij af").click()
    expect(page.get_by_role("status")).to_contain_text("U hebt zich afgemeld")


def test_who_sits_in_a_core_group_joins_another_network_as_the_member_that_they_are(visitor: Visitors):
    page = visitor(Role.CORE_GROUP).new_page()
    page.goto(NETWORK)
    page.get_by_role("link", name="Word lid van dit netwerk").click()
    expect(page.get_by_role("button", name="Ik onderschrijf")).to_be_visible()


def test_a_role_is_chosen_on_a_page_and_only_one_that_is_ones_own(visitor: Visitors, site: Site):
    page = visitor(Role.CORE_GROUP).new_page()
    page.goto("/te-doen")
    page.get_by_role("link", name="Andere rol").click()
    page.get_by_role("button", name="Lid", exact=True).click()
    expect(page.get_by_role("banner")).to_contain_text("lid")
    assert page.url == f"{site.address}/te-doen"
    with site.client(Role.MEMBER) as client:
        assert "set-cookie" not in client.post("/rol", data={"rol": "party-bureau"}).headers


def test_the_past_offers_no_deed(visitor: Visitors, site: Site):
    page = visitor(Role.MEMBER, width=390).new_page()
    page.goto(NETWORK)
    page.get_by_text("Toon zoals het was op een dag").click()
    for label, text in (("Dag", "20"), ("Maand", "3"), ("Jaar", "2023")):
        page.locator("form").first.get_by_label(label).fill(text)
    page.get_by_role("button", name="Toon die dag").click()

    assert page.url == f"{site.address}{NETWORK}?on=2023-03-20"
    expect(page.get_by_role("region", name="Vroeger")).to_contain_text("20 maart 2023")
    expect(page.get_by_role("link", name="Word lid")).to_have_count(0)
    with site.client(Role.MEMBER) as client:
        assert client.post(f"{JOIN}?on=2023-03-20").status_code == 405


def test_another_site_cannot_make_a_member_join(site: Site):
    with site.client(Role.MEMBER) as client:
        for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://elders.example"}):
            answer = client.post(JOIN, headers=headers)
            assert answer.status_code == 403
            assert "andere site" in answer.text


def test_who_is_no_longer_signed_in_loses_nothing(site: Site):
    with site.client() as client:
        assert client.get(JOIN).status_code == 403
        answer = client.post(JOIN, data={"opdracht": "b3f0a4de-0000-4000-8000-000000000000"})
    assert answer.status_code == 403
    assert "niet meer aangemeld" in answer.text
    assert "b3f0a4de-0000-4000-8000-000000000000" in answer.text
