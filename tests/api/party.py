"""A party to test with: people with tokens, and the short ways in which tests act."""

import re
from datetime import UTC, date, datetime
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from api.commands.routes import COMMAND_ROUTES
from application.commands.networks import EndSeat
from application.commands.plans import DraftPlan, MeetCondition
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from netwerkpartij.wiring import Opened
from tests.beginning import let_begin, token_of

NETWORK = {
    "name": "Netwerk zorg",
    "networkType": "theme-network",
    "purpose": "Goede zorg voor iedereen.",
    "organisation": "Vier mensen, elke maand.",
    "existedSince": "2020-01-01",
}
PLAN = {
    "name": "Onderwijsnetwerk",
    "networkType": "theme-network",
    "purpose": "Goed onderwijs.",
    "organisation": "Vier mensen.",
    "durationMonths": 24,
    "intendedCooperation": "Met scholen.",
}
PILOT = {"label": "pilot-2022", "places": 1, "firstDay": "2022-06-28", "lastDay": "2023-12-31"}

MEETING = {"outcome": "planned", "title": "Isolatie van huurhuizen", "day": "2199-01-01", "mode": "both"}
REQUEST = {"requesterKind": "politician", "question": "Wat betekent dit voor kleine scholen?", "due": "2030-01-01"}

UNLESS_SAID = {DraftPlan, EndSeat, MeetCondition}
OF_THE_BOARD = [
    re.compile(re.sub(r"{\w+}", "[^/]+", route.path))
    for route in COMMAND_ROUTES
    if any("decided" in each.model_fields and each not in UNLESS_SAID for each in route.commands)
]
"""Where decisions of the board are sent to; what may be of somebody else too is not among them."""


def met(day: date | None = None) -> dict[str, str]:
    """Give a meeting of the board, today unless said; who took part was not noted."""
    return {"form": "meeting", "day": str(day or day_of(datetime.now(UTC))), "takingPart": "not-noted"}


def as_decided(path: str, body: Any) -> Any:
    """Give the body of a decision of the board that says nothing of how the board came to it with a meeting on its day."""
    is_decision = isinstance(body, dict) and "decided" not in body and any(each.fullmatch(path) for each in OF_THE_BOARD)
    if not is_decision:
        return body
    day = body.get("on") or str(body.get("at", ""))[:10]
    try:
        met_on = date.fromisoformat(day) if day else None
    except ValueError:  # what the test sends is no day
        met_on = None
    return {**body, "decided": met(met_on)}


class Party:
    """Acts through the API, in any role."""

    def __init__(self, service: Opened, client: TestClient) -> None:
        self.opened = let_begin(service)
        self.client = client
        self.networks: list[str] = []
        self.tokens: dict[tuple[Role, str | None], str] = {}

    def headers(self, role: Role, *, person: str | None = None, network: str | None = None) -> dict[str, str]:
        """Give the headers of somebody in a role."""
        if (role, person) not in self.tokens:
            self.tokens[role, person] = token_of(self.opened, role, person, network)
        return {"Authorization": f"Bearer {self.tokens[role, person]}"}

    def person(self, name: str) -> str:
        """Give the id of somebody who has a token."""
        found = self.opened.vault.person_named(name)
        assert found is not None
        return str(found)

    def post(
        self, path: str, body: Any, role: Role = Role.PARTY_BUREAU, *, person: str | None = None, **headers: str
    ) -> Response:
        """Give a command; what the board decides it decides in a meeting on its day, unless the body says how."""
        body = as_decided(path, body) if role in {Role.PARTY_BUREAU, Role.NATIONAL_BOARD} else body
        sent = {**self.headers(role, person=person), **{name.replace("_", "-"): value for name, value in headers.items()}}
        return self.client.post(f"/v1{path}", json=body, headers=sent)

    def get(self, path: str, role: Role = Role.PARTY_BUREAU, *, person: str | None = None, **headers: str) -> Response:
        """Ask a question."""
        sent = {**self.headers(role, person=person), **{name.replace("_", "-"): value for name, value in headers.items()}}
        return self.client.get(f"/v1{path}", headers=sent)

    # What most tests begin with

    def network(self, **changes: Any) -> str:
        """Bring in a network, and give its id."""
        answer = self.post("/networks", {**NETWORK, **changes})
        assert answer.status_code == 201, answer.text
        self.networks.append(str(answer.json()["network"]))
        return self.networks[-1]

    def plan(self, person: str | None = None, **changes: Any) -> str:
        """Begin a plan as a member, and give its id."""
        answer = self.post("/founding-plans", {**PLAN, **changes}, Role.MEMBER, person=person)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["plan"])

    def request(self, network: str, person: str | None = None, **changes: Any) -> str:
        """Ask a network for advice as a requester, and give the request's id."""
        answer = self.post("/advice-requests", {**REQUEST, "network": network, **changes}, Role.REQUESTER, person=person)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["adviceRequest"])

    def pilot(self, **changes: Any) -> str:
        """Begin a pilot, and give its id."""
        answer = self.post("/pilots", {**PILOT, **changes})
        assert answer.status_code == 200, answer.text
        return str(answer.json()["pilot"])

    def meeting(self, network: str, **changes: Any) -> str:
        """Plan a meeting, and give its id."""
        answer = self.post(f"/networks/{network}/meetings", {**MEETING, **changes})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["meeting"])

    def member(self, network: str, name: str) -> str:
        """Let somebody join a network, and give their membership."""
        answer = self.post(f"/networks/{network}/memberships", {"purposeVersion": 1}, Role.MEMBER, person=name)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["membership"])

    def events(self) -> int:
        """Say how many events there are."""
        return len(self.opened.log.read(after=0, limit=100_000))
