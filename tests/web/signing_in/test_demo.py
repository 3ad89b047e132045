"""In a demo anybody is anybody of the story; in no other folder there is such a page."""

from dataclasses import replace

import pytest

from domain.kernel.acts import Role
from netwerkpartij.story import CAST, PEOPLE
from netwerkpartij.wiring import Opened
from tests.application.party import Party
from tests.web.conftest import Browser


@pytest.fixture
def demo(party: Party) -> Browser:
    """A demo in which somebody of the story is there."""
    party.party_member(PEOPLE[Role.MEMBER])
    party.founded((PEOPLE[Role.CORE_GROUP], *CAST[Role.CORE_GROUP][1:4]))
    for role in (Role.PARTY_BUREAU, Role.AUDITOR):
        party.holder(PEOPLE[role], role)
    party.party_member(PEOPLE[Role.AUDITOR])
    return Browser(party.opened)


def test_the_people_of_the_story_are_listed_by_role(demo: Browser):
    page = demo.get("/demo").text
    assert [name for names in CAST.values() for name in names if f'value="{name}"' not in page] == []
    assert [role for role in PEOPLE if f'name="role" value="{role}"' not in page] == []


@pytest.mark.parametrize("role", [Role.MEMBER, Role.CORE_GROUP, Role.PARTY_BUREAU, Role.AUDITOR])
def test_one_click_signs_in_as_a_role(demo: Browser, role: Role):
    answer = demo.submit("/demo/sign-in", role=role.value)
    assert (answer.status_code, answer.headers["location"]) == (303, "/te-doen")
    assert PEOPLE[role] in demo.get("/rol").text
    worn = demo.cookies.get("np-rol") or ""
    assert worn.strip('"').partition(".")[0] == role


def test_one_click_signs_in_as_a_person_by_name_or_id(demo: Browser, party: Party):
    for person in (PEOPLE[Role.MEMBER], str(party.person(PEOPLE[Role.MEMBER]))):
        assert demo.submit("/demo/sign-in", person=person).status_code == 303
        assert PEOPLE[Role.MEMBER] in demo.get("/mijn/sessies").text


@pytest.mark.parametrize("form", [{}, {"role": "clock"}, {"role": "visitor"}, {"person": "Niemand"}, {"role": "member\r\n"}])
def test_who_is_not_in_the_story_is_nobody(demo: Browser, form: dict[str, str]):
    assert demo.submit("/demo/sign-in", **form).status_code == 404
    assert not demo.is_signed_in


def test_looking_does_nothing(demo: Browser):
    assert demo.get("/demo/sign-in", params={"role": "member"}).headers["location"] == "/demo"
    assert not demo.is_signed_in


def test_a_form_of_another_site_signs_nobody_in(demo: Browser):
    assert demo.post("/demo/sign-in", data={"role": "member"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_no_other_folder_has_it(browser: Browser, service: Opened):
    assert not service.is_demo
    nowhere = browser.get("/niets-hier")
    for answer in (browser.get("/demo"), browser.get("/demo/sign-in"), browser.submit("/demo/sign-in", role="party-bureau")):
        assert (answer.status_code, answer.headers.keys()) == (404, nowhere.headers.keys())
        assert not any(name in answer.text for names in CAST.values() for name in names)
    assert "/demo" not in browser.get("/aanmelden").text
    assert not browser.is_signed_in


def test_only_a_log_that_tells_a_story_is_a_demo(party: Party):
    assert replace(party.opened).is_demo
