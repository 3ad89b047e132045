"""Numbers for Prometheus: for who may have them, and of nobody."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from domain.kernel.acts import Role
from netwerkpartij.settings import WrongSetting, load_settings
from tests.api.conftest import MANY
from tests.api.http.test_http import must_be_a_problem
from tests.api.party import NETWORK, Party, as_decided

TOKEN = "een-heel-lang-geheim-van-prometheus"  # noqa: S105  # of nobody
NAMES = {
    "netwerkpartij_requests_total",
    "netwerkpartij_request_seconds_bucket",
    "netwerkpartij_connections",
    "netwerkpartij_read_side_lag",
    "process_resident_memory_bytes",
}


@pytest.fixture(scope="module")
def measured(quiet: Party) -> Iterator[TestClient]:
    """The quiet party, with metrics for who has the token."""
    with TestClient(create_app(quiet.opened.service, limits=MANY, metrics_token=TOKEN)) as client:
        yield client


def told(client: TestClient) -> dict[str, float]:
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
    lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_without_a_token_in_the_settings_there_are_no_metrics(quiet: Party):
    must_be_a_problem(quiet.client.get("/metrics", headers={"Authorization": "Bearer "}), 404, "unknown-route")


@pytest.mark.parametrize("sent", [{}, {"Authorization": "Bearer x"}, {"Authorization": TOKEN}, {"Authorization": "Bearer "}])
def test_only_who_has_the_token_gets_metrics(measured: TestClient, sent: dict[str, str]):
    must_be_a_problem(measured.get("/metrics", headers=sent), 401, "not-signed-in")


def test_nobodys_own_token_gives_metrics(measured: TestClient, quiet: Party):
    must_be_a_problem(measured.get("/metrics", headers=quiet.headers(Role.ADMINISTRATOR)), 401, "not-signed-in")


def test_requests_are_counted_by_kind_and_status(measured: TestClient, quiet: Party):
    bureau = quiet.headers(Role.PARTY_BUREAU)
    before = told(measured)
    measured.get("/v1/networks", headers=bureau)
    measured.get("/v1/networks")
    measured.post("/v1/networks", headers=bureau, json=as_decided("/networks", NETWORK | {"name": "Netwerk metingen"}))
    after = told(measured)

    requests = {name: after[name] - before.get(name, 0) for name in after if name.startswith("netwerkpartij_requests_total")}
    assert {name: count for name, count in requests.items() if count and "other" not in name} == {
        'netwerkpartij_requests_total{kind="read",status="200"}': 1,
        'netwerkpartij_requests_total{kind="read",status="401"}': 1,
        'netwerkpartij_requests_total{kind="command",status="201"}': 1,
    }
    assert {name.partition("{")[0] for name in after} >= NAMES


def test_metrics_name_nobody_and_no_network(measured: TestClient, quiet: Party):
    network = quiet.network(name="Netwerk van niemand anders")
    measured.get(f"/v1/networks/{network}?on=2024-01-01", headers=quiet.headers(Role.PARTY_BUREAU, person="Jan Jansen"))
    measured.get(f"/v1/{network}/Jan-Jansen", headers={"User-Agent": "Jan Jansen"})

    labels = {name.partition("{")[2] for name in told(measured)}

    assert {label.partition("=")[0] for label in labels} <= {"", "kind", "le", "why"}
    assert not [label for label in labels if network in label or "Jan" in label or "niemand" in label]


@pytest.mark.parametrize("token", ["kort", "een token met spaties erin", "x" * 19])
def test_a_token_that_is_easily_guessed_is_refused(token: str):
    with pytest.raises(WrongSetting, match="NETWERKPARTIJ_METRICS_TOKEN: must have at least 20 characters") as refused:
        load_settings(metrics_token=token)
    assert token not in str(refused.value)
