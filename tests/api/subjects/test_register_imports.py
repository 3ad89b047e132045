"""Sending a register by a program: shown, answered and taken in as by a page, and by nobody else."""

from uuid import uuid4

import pytest

from application.register.desk import LARGEST
from domain.kernel.acts import Role
from netwerkpartij.background import bring_in_registers
from tests.api.party import Party

FILE = b"number,name\n1001,Anne Registervoorbeeld\n"
AT = "/v1/register-imports"


def sent(party: Party, role: Role = Role.PARTY_BUREAU, file: bytes = FILE, **said: str):
    return party.client.post(AT, files={"file": ("leden.csv", file)}, data=said, headers=party.headers(role))


def test_a_program_sends_looks_and_takes_in(party: Party):
    headers, answer = party.headers(Role.PARTY_BUREAU), sent(party)
    at = answer.headers["location"]
    assert (answer.status_code, at) == (202, f"{AT}/{answer.json()['registerImport']}")
    early = party.client.post(f"{at}/takings", json={}, headers=headers)
    assert (early.status_code, early.json()["code"]) == (409, "register-import-not-ready")
    bring_in_registers(party.opened)
    shown = party.client.get(at, headers=headers).json()
    assert (shown["state"], shown["outcome"]["new"]) == ("read", 1)
    assert party.client.post(f"{at}/answers", json={"somebodyElse": [2]}, headers=headers).status_code == 202
    bring_in_registers(party.opened)
    assert party.client.post(f"{at}/takings", json={"manyMayEnd": True}, headers=headers).status_code == 202
    bring_in_registers(party.opened)
    assert party.client.get(at, headers=headers).json()["state"] == "taken"
    assert party.opened.vault.person_named("Anne Registervoorbeeld") is not None
    assert party.client.get("/v1/register-differences", headers=headers).json() == {"differences": []}


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.PARTY_BUREAU, Role.CORE_GROUP, Role.CLOCK, Role.VISITOR}]
)
def test_no_other_role_sends_or_takes_in(party: Party, role: Role):
    assert sent(party, role, b"").status_code == 403
    for step in ("answers", "takings"):
        answer = party.client.post(f"{AT}/{uuid4()}/{step}", json={}, headers=party.headers(role))
        assert (answer.status_code, answer.json()["code"]) == (403, "access-denied")


def test_a_stranger_sends_nothing(party: Party):
    assert party.client.post(AT, files={"file": ("leden.csv", FILE)}).status_code == 401


def test_what_is_no_form_too_large_or_of_no_day_is_refused(party: Party):
    headers = party.headers(Role.PARTY_BUREAU)
    assert party.client.post(AT, content=FILE, headers={**headers, "Content-Type": "text/csv"}).status_code == 415
    assert sent(party, file=b"1" * (LARGEST + 1)).status_code == 413
    assert sent(party, file=b"1" * (LARGEST + 100_000)).status_code == 413
    assert sent(party, day="31-31-2024").status_code == 400
    assert sent(party, file=b"").status_code == 400
    assert party.client.post(f"{AT}/{uuid4()}/takings", json={"other": 1}, headers=headers).status_code == 400
    assert party.client.post(f"{AT}/{uuid4()}/takings", json={}, headers=headers).status_code == 404
