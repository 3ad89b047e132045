"""Forms that are made from the access table: each opens for each role that may give its command, in both languages."""

import re

import pytest

from application.access.table import ROWS
from tests.browser.site import VISITOR, Site
from tests.browser.test_every_page import ENUM_VALUES, OF_THE_PROGRAM, readable_text
from web.generated.deeds import GeneratedDeed
from web.sitemap import site as sitemap

HIDDEN = frozenset({403, 404})
"""What somebody gets of an item that is not theirs: the demo's first of a kind is not everybody's."""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_opens_and_nothing_of_the_program_is_said_in_it(site: Site, language: str):
    found: dict[str, object] = {}
    opened: set[str] = set()
    made = [each for each in sitemap().deeds.values() if isinstance(each, GeneratedDeed)]
    for role in site.roles:
        with site.client(role) as client:
            for each in made:
                for address in site.addresses_of(each.at)[:1] if role in ROWS[each.command] else ():
                    answer = client.get(address, params={"lang": language})
                    if answer.status_code in HIDDEN and "{" in each.at:
                        continue
                    text = readable_text(answer.text)
                    wrong = [value for value in ENUM_VALUES if re.search(rf"(?<![\w-]){re.escape(value)}(?![\w-])", text)]
                    wrong += OF_THE_PROGRAM.findall(text)
                    opened.add(each.command.__name__)
                    if answer.status_code != 200 or wrong:
                        found[f"{role} {address}"] = wrong or answer.status_code
    assert found == {}
    assert opened == {each.command.__name__ for each in made}


def test_a_stranger_is_asked_to_sign_in_and_a_form_that_is_not_for_a_role_is_refused(site: Site):
    with site.client(VISITOR) as client:
        answer = client.get("/doen/rol-geven")
    assert answer.status_code == 403
    assert "/aanmelden" in answer.text
