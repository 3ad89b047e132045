"""Forms that are made from the access table: each opens for each role that may give its command, in both languages."""

from collections.abc import Iterator

import pytest

from application.access.table import ROWS
from tests.browser.conftest import Visitors
from tests.browser.site import VISITOR, Place, Site
from tests.browser.test_every_page import looked_at, of_the_program
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
                    wrong = of_the_program(answer.text)
                    opened.add(each.command.__name__)
                    if answer.status_code != 200 or wrong:
                        found[f"{role} {address}"] = wrong or answer.status_code
    assert found == {}
    assert opened == {each.command.__name__ for each in made}


def one_of_each_kind(site: Site) -> Iterator[Place]:
    """Give forms that together have every kind of field, by hand or made, each for a role that may open it."""
    shown: set[object] = set()
    for role in site.roles:
        with site.client(role) as client:
            for each in sitemap().deeds.values():
                kinds = {(field.kind, field.several) for field in each.fields} | {each.template}
                if kinds <= shown or role not in ROWS[each.command]:
                    continue
                there = (at for at in site.addresses_of(each.at) if client.get(at).status_code == 200)
                if (address := next(there, None)) is not None:
                    shown |= kinds
                    yield Place(each.command.__name__, address, role)


def test_axe_finds_nothing_on_a_form_with_each_kind_of_field(site: Site, visitor: Visitors):
    places = list(one_of_each_kind(site))
    assert places
    assert {**looked_at(visitor, places), **looked_at(visitor, places, "en")} == {}


def test_a_stranger_is_asked_to_sign_in_and_a_form_that_is_not_for_a_role_is_refused(site: Site):
    with site.client(VISITOR) as client:
        answer = client.get("/doen/rol-geven")
    assert answer.status_code == 403
    assert "/aanmelden" in answer.text
