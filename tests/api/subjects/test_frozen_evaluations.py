"""A published evaluation is read over the API without a token; before that, strangers are told that there is none."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.pilot import frozen_evaluation
from projections.queries import policies
from projections.reading import query_service
from tests.api.party import Party


@pytest.fixture
def _time_flies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is recorded be settled at once, and the days to react be over."""
    for module in (policies, query_service):
        monkeypatch.setattr(module, "UNSETTLED", timedelta())
    monkeypatch.setattr(frozen_evaluation, "REACTION_DAYS", -1)


@pytest.mark.usefixtures("_time_flies")
def test_who_sends_no_token_reads_what_was_published_and_nothing_before(party: Party):
    party.network()
    frozen = party.post("/frozen-evaluations", {"day": day_of(datetime.now(UTC)).isoformat()}, Role.PARTY_BUREAU)
    assert frozen.status_code == 201, frozen.text
    at = frozen.headers["Location"]
    assert party.client.get("/v1/frozen-evaluations").json()["items"] == []
    assert party.client.get(at).status_code == 404
    assert party.client.get(at, headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert party.get(at.removeprefix("/v1"), Role.NATIONAL_BOARD).json()["publishedAt"] is None
    assert party.post(at.removeprefix("/v1") + "/publications", {}, Role.PARTY_BUREAU).status_code == 200
    told = party.client.get(at).json()
    assert hashlib.sha256(told["document"].encode()).hexdigest() == told["digest"]
    assert [each["digest"] for each in party.client.get("/v1/frozen-evaluations").json()["items"]] == [told["digest"]]
