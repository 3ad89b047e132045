"""Somebody who types what a browser or a spreadsheet would do something with, wherever something can be typed."""

import csv
import io
import re
from datetime import date
from http import HTTPStatus

import pytest
from starlette.testclient import TestClient

from application.ports.vault.sessions import Session
from domain.kernel.acts import Role
from netwerkpartij.faces import pages_of
from tests.application.access.test_size_by_quarter import Place
from tests.application.party import FOUNDERS, Party
from tests.attacks.test_pages_of_a_sensitive_network import MANY, addresses_of_pages, signed_in

TYPED = ('"><script>alert(1)</script>', "' autofocus onfocus='alert(1)", "=HYPERLINK(alert(1))", "{{ alert(1) }}<!--")
RUNS = re.compile(r"<script>alert|<[^>]+\sonfocus='?alert|<!--")
"""What a browser would do something with, had it not been escaped."""


@pytest.fixture
def typed(party: Party) -> tuple[Party, Place, list[Session]]:
    """Let people be called so, and let all that is written be so."""
    title, question, formula, purpose = TYPED
    member = f"{title} Verzonnen"
    plan = party.submitted((member, *FOUNDERS[1:]), purpose=purpose, organisation=title, intended_cooperation=formula)
    network = party.approved(plan)
    for name in (f"{formula} Fictief", f"{question} Fictief"):
        party.join(name, network)
    meeting = party.meeting(network, title=title, place=formula)
    request = party.asked(network, by=formula, question=question, due=date(2025, 4, 1))
    core_group = party.core_group(member, network)
    return party, Place(network, network, plan, meeting, request), [party.bureau, core_group, party.board]


def test_nothing_that_was_typed_is_run_or_worked_out(typed: tuple[Party, Place, list[Session]]):
    party, place, sessions = typed
    shown, cells = 0, 0
    for session in sessions:
        browser = signed_in(TestClient(pages_of(party.opened, MANY), follow_redirects=False), party, session)
        members = f"/netwerken/{place.network}/leden?waarvoor=network-work"
        for address in (*addresses_of_pages(place, session.role), members, f"{members}&als=csv"):
            answer = browser.get(address)
            kind = answer.headers.get("content-type", "")
            if kind.startswith("text/html"):
                assert not RUNS.search(answer.text), (address, RUNS.search(answer.text))
                shown += "alert(1)" in answer.text
            elif kind.startswith("text/csv"):
                rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
                found = [cell for row in rows for cell in row if "alert(1)" in cell]
                assert not [cell for cell in found if cell.startswith(("=", "+", "@"))], address
                cells += len(found)
    assert shown > 10
    assert cells > 0


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.VISITOR])
def test_what_is_typed_into_a_form_comes_back_as_it_was_typed_and_no_more(party: Party, role: Role):
    browser = TestClient(pages_of(party.opened, MANY), follow_redirects=False, headers={"Sec-Fetch-Site": "same-origin"})
    if role is Role.PARTY_BUREAU:
        signed_in(browser, party, party.bureau)
    for address in ("/vraag", "/aanmelden", "/bureau/telefoon/inschrijven", "/plannen/nieuw"):
        for text in TYPED:
            fields = ("question", "email", "name", "contact.0.name", "contact.0.email", "due-day", "network", "naar", "gezien")
            for answer in (
                browser.post(address, data=dict.fromkeys(fields, text)),
                browser.get(address, params={"question": text}),
            ):
                assert not RUNS.search(answer.text), (address, text)
                assert "alert" not in str(answer.headers)
                assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
