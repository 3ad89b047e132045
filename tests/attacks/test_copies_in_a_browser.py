"""Somebody who sits down at a browser after somebody else: of a page on which people are named it kept no copy."""

from html import unescape

import pytest
from starlette.testclient import TestClient

from application.ports.vault.sessions import Session
from domain.kernel.acts import Role
from netwerkpartij.faces import pages_of
from tests.application.access.test_size_by_quarter import Place
from tests.application.party import FOUNDERS, SOMEBODY, Party
from tests.attacks.test_pages_of_a_sensitive_network import MANY, addresses_of_pages, signed_in

PEOPLE = (*FOUNDERS, SOMEBODY, "Wilma Voorbeeld")


def named_on(text: str) -> list[str]:
    main = unescape(text[max(text.find("<main"), 0) :])
    return [name for name in PEOPLE if name in main]


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.CORE_GROUP, Role.NATIONAL_BOARD, Role.MEMBER])
def test_no_copy_is_kept_of_what_names_people(party: Party, role: Role):
    plan = party.submitted(FOUNDERS)
    network = party.approved(plan)
    party.join(SOMEBODY, network)
    place = Place(network, network, plan, party.meeting(network), party.asked(network, by="Wilma Voorbeeld"))
    own = {Role.CORE_GROUP: party.core_group(FOUNDERS[0], network), Role.MEMBER: party.member(FOUNDERS[0])}
    session: Session = own.get(role) or party.session(role)
    browser = signed_in(TestClient(pages_of(party.opened, MANY), follow_redirects=False), party, session)
    naming, kept = 0, []
    for address in addresses_of_pages(place, role):
        answer = browser.get(address)
        if not named_on(answer.text):
            continue
        naming += 1
        if answer.headers["cache-control"] != "no-store":
            kept.append(address)
    assert kept == []
    assert naming > 3
