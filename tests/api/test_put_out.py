"""Tokens that open nothing: whatever is the matter with one, every address answers the same, as to a stranger."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.commands.endpoint import SERVER
from api.commands.routes import COMMAND_ROUTES
from api.queries.routes import READ_ROUTES, SEARCH_ROUTES
from application.commands.networks import EndSeat
from application.commands.party import AnnouncePartyEnd, EndRole
from domain.kernel.acts import Role
from netwerkpartij.cli.tokens import token_for
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.api.conftest import Applications
from tests.application.party import FOUNDERS, SOMEBODY, SOMEBODY_ELSE, MovableClock, Party
from tests.beginning import administrator


class Strangers:
    """Those who are let in no more."""

    def __init__(self, party: Party, client: TestClient) -> None:
        self.party, self.client = party, client
        network = party.founded()
        party.holder(SOMEBODY, Role.REQUESTER)
        party.holder(SOMEBODY_ELSE, Role.AUDITOR)
        self.tokens = {
            "forged": "np_" + "A" * 43,
            "former member": self.given(Role.MEMBER, FOUNDERS[1]),
            "core group member who left the party": self.given(Role.CORE_GROUP, FOUNDERS[1]),
            "core group member without a seat": self.given(Role.CORE_GROUP, FOUNDERS[2]),
            "former office holder": self.given(Role.REQUESTER, SOMEBODY),
            "ended by hand": self.given(Role.AUDITOR, SOMEBODY_ELSE),
        }
        party.vault.end_token(len(self.tokens) - 1)
        party.give(EndSeat(network=network, person=party.person(FOUNDERS[2])), party.board)
        party.give(EndRole(person=party.person(SOMEBODY), role=Role.REQUESTER), administrator(party.opened))
        party.give(AnnouncePartyEnd(person=party.person(FOUNDERS[1])), party.bureau)
        party.clock.pass_time(days=15)

    def given(self, role: Role, name: str) -> str:
        network = "Onderwijsnetwerk" if role is Role.CORE_GROUP else None
        return token_for(self.party.opened, role, str(self.party.person(name)), network)

    def answer(self, method: str, path: str, token: str) -> tuple[int, str, dict[str, str]]:
        body: dict[str, str] | None = {} if method == "POST" else None
        answer = self.client.request(method, path, headers={"Authorization": f"Bearer {token}"}, json=body)
        return answer.status_code, answer.text, dict(answer.headers)


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory, applications: Applications) -> Iterator[Strangers]:
    folder: Path = tmp_path_factory.mktemp("strangers")
    settings, clock = load_settings(database_url=f"sqlite:///{folder / 'events.db'}", vault_url=""), MovableClock()
    with opened(settings, clock=clock) as service, applications.serving(service.service) as app, TestClient(app) as client:
        yield Strangers(Party(service, clock), client)


ADDRESSES = [("GET", route.path) for route in READ_ROUTES]
ADDRESSES += [("POST", route.path) for route in (*COMMAND_ROUTES, *SEARCH_ROUTES)]


def test_whoever_was_put_out_is_answered_as_a_stranger_everywhere(strangers: Strangers):
    different = []
    for method, path in ADDRESSES:
        told = {
            who: strangers.answer(method, SERVER + path.replace("{", "").replace("}", ""), token)
            for who, token in strangers.tokens.items()
        }
        status, text, _ = told["forged"]
        different += [(method, path, who) for who, each in told.items() if each != told["forged"]]
        assert (status, '"code":"not-signed-in"' in text) == (401, True), (method, path, text)
    assert different == []


def test_the_one_answer_says_what_to_do(strangers: Strangers):
    for language, said in (
        ("nl", "Meld u opnieuw aan. Lukt dat niet? De beheerder kan u opnieuw toegang geven."),
        ("en", "Sign in again. Does that not work? The administrator can give you access again."),
    ):
        headers = {"Authorization": f"Bearer {strangers.tokens['former member']}", "Accept-Language": language}
        assert strangers.client.get("/v1/networks", headers=headers).json()["next"] == said


def test_an_expired_token_is_answered_as_one_that_nobody_knows(strangers: Strangers):
    vault, person = strangers.party.vault, strangers.party.person(SOMEBODY_ELSE)
    lasting, expired = (vault.issue_token(Role.AUDITOR, person=person, days=days) for days in (1, 0))
    assert strangers.answer("GET", "/v1/networks", lasting)[0] == 200
    told = [strangers.answer("GET", "/v1/networks", each) for each in (expired, strangers.tokens["forged"])]
    assert told[0] == told[1]
    assert told[0][0] == 401
