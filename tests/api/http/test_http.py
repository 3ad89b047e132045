"""The manners of HTTP: headers on every answer, methods, media types, languages, limits, and nothing leaks."""

import http.client
import json
import re
from contextlib import closing
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from httpx2 import Client, Response
from structlog.testing import capture_logs

from api.http.middleware import ON_EVERY_ANSWER
from application.language.errors.faces import FOR_PROGRAMS
from application.ports.errors import StoreBusy, StoreFull, StoreReadOnly
from domain.kernel.acts import Role
from infrastructure.vault.errors import SealBroken
from tests.api.party import NETWORK, Party, as_decided

PROBLEM = {"type", "title", "status", "detail", "code", "next"}


def must_be_a_problem(answer: Response, status: int, code: str) -> None:
    told = answer.json()
    assert (answer.status_code, told["status"], told["code"]) == (status, status, code), answer.text
    for_programs = {"programs"} if code in FOR_PROGRAMS else set()
    assert set(told) - {"errors", "instance", "field"} == PROBLEM | for_programs
    assert told["type"] == f"urn:netwerkpartij:problem:{code}"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Content-Language"] in {"nl", "en"}
    must_be_dressed(answer)


def must_be_dressed(answer: Response) -> None:
    assert {name: answer.headers.get(name) for name in ON_EVERY_ANSWER} == dict(ON_EVERY_ANSWER)


def test_every_answer_has_the_headers(party: Party, address: str):
    bureau = party.headers(Role.PARTY_BUREAU)
    network, again = party.network(), as_decided("/networks", NETWORK)
    with Client(base_url=address, headers=bureau) as client:
        must_be_dressed(client.get("/health/live"))
        must_be_dressed(client.get("/v1/openapi.json"))
        must_be_dressed(client.post("/v1/networks", json=again | {"name": "Netwerk EU"}))
        must_be_a_problem(client.get("/nergens"), 404, "unknown-route")
        must_be_a_problem(client.get("/v1/networks/"), 404, "unknown-route")
        must_be_a_problem(client.get("/v1/networks%0A"), 404, "unknown-route")
        must_be_a_problem(client.get(f"/v1/networks/{network}%0A"), 404, "unknown-route")
        must_be_a_problem(client.delete("/v1/networks"), 405, "method-not-allowed")
        must_be_a_problem(client.post("/v1/networks", json={}), 400, "malformed-body")
        must_be_a_problem(taken := client.post("/v1/networks", json=again), 409, "network-name-taken")
        assert taken.json()["field"] == "name"
        must_be_a_problem(client.post("/v1/networks", json=NETWORK, headers={"Accept": "text/html"}), 406, "not-acceptable")
        must_be_a_problem(client.post("/v1/networks", content="a=b"), 415, "unsupported-media-type")
        must_be_a_problem(client.get("/v1/networks", headers={"Authorization": "Bearer x"}), 401, "not-signed-in")
        must_be_a_problem(client.post("/v1/offices", json={}), 403, "access-denied")
        agreements = f"/v1/networks/{network}/agreements"
        agreed = {"purpose": "Beter.", "organisation": "Anders."}
        must_be_a_problem(client.post(agreements, json=agreed), 428, "version-needed")
        must_be_a_problem(client.post(agreements, json=agreed, headers={"If-Match": '"5"'}), 412, "stale-version")
        with patch.object(party.opened.vault, "session", side_effect=StoreBusy("bezet")):
            must_be_a_problem(client.get("/v1/networks"), 503, "store-busy")
        with patch.object(party.opened.vault, "session", side_effect=RuntimeError("geheim")):
            must_be_a_problem(client.get("/v1/networks"), 500, "internal-error")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/v1/networks", "GET, HEAD, POST"),
        ("/v1/networks/6f0b7d0e-54f5-5c0d-9a8e-6d1f0c6a2f11/memberships", "GET, HEAD, POST"),
        ("/v1/person-searches", "POST"),
        ("/health/live", "GET, HEAD"),
    ],
)
def test_another_method_is_told_which_there_are(quiet: Party, path: str, allowed: str):
    for method in ("PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"):
        answer = quiet.client.request(method, path)
        must_be_a_problem(answer, 405, "method-not-allowed")
        assert answer.headers["Allow"] == allowed


def test_head_is_get_without_content(address: str):
    with Client(base_url=address) as client:
        got, head = client.get("/health/live"), client.head("/health/live")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == got.headers["Content-Length"]


@pytest.mark.parametrize(
    "media_type", ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1", ""]
)
def test_another_media_type_is_refused(quiet: Party, media_type: str):
    headers = quiet.headers(Role.PARTY_BUREAU) | {"Content-Type": media_type}

    answer = quiet.client.post("/v1/networks", content=json.dumps(as_decided("/networks", NETWORK)), headers=headers)

    must_be_a_problem(answer, 415, "unsupported-media-type")


def test_a_compressed_body_is_refused(quiet: Party):
    answer = quiet.post("/networks", NETWORK, Content_Encoding="gzip")

    must_be_a_problem(answer, 415, "unsupported-media-type")


@pytest.mark.parametrize(
    "media_type", ["application/json", "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"']
)
def test_json_in_utf8_is_taken(party: Party, media_type: str):
    headers = party.headers(Role.PARTY_BUREAU) | {"Content-Type": media_type}

    body = json.dumps(as_decided("/networks", NETWORK))
    assert party.client.post("/v1/networks", content=body, headers=headers).status_code == 201


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("*/*", 200),
        ("application/*", 200),
        ("text/html, application/json;q=0.1", 200),
        ("application/problem+json", 200),
        ("text/html", 406),
        ("application/json;q=0", 406),
        ("application/xml, text/*", 406),
    ],
)
def test_only_json_is_given(party: Party, accept: str, status: int):
    network = party.network()

    assert party.post(f"/networks/{network}/sensitivity-marks", {}, Accept=accept).status_code == status


@pytest.mark.parametrize(
    ("wanted", "given", "title"),
    [
        ("", "nl", "Niet aangemeld"),
        ("en", "en", "Not signed in"),
        ("en-GB, nl;q=0.5", "en", "Not signed in"),
        ("nl;q=0.9, en;q=0.1", "nl", "Niet aangemeld"),
        ("de, en;q=0.1", "en", "Not signed in"),
        ("fr", "nl", "Niet aangemeld"),
        ("en;q=x", "nl", "Niet aangemeld"),
    ],
)
def test_problems_are_told_in_the_language_asked_for(quiet: Party, wanted: str, given: str, title: str):
    answer = quiet.client.get("/v1/networks", headers={"Accept-Language": wanted})

    assert (answer.headers["Content-Language"], answer.json()["title"]) == (given, title)


# Too large


def test_a_body_that_says_it_is_too_large_is_not_read(party: Party, address: str):
    with closing(http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)) as connection:
        connection.putrequest("POST", "/v1/networks")
        for name, value in (party.headers(Role.PARTY_BUREAU) | {"Content-Type": "application/json"}).items():
            connection.putheader(name, value)
        connection.putheader("Content-Length", str(10**12))
        connection.endheaders()

        answer = connection.getresponse()  # nothing of the body was sent

        assert answer.status == 413
        assert json.loads(answer.read())["code"] == "too-large"


@pytest.mark.parametrize("path", ["/v1/networks", "/v1/person-searches", "/v1/offices"])
@pytest.mark.parametrize("token", [{}, {"Authorization": "Bearer np_van-een-ander"}])
def test_nothing_is_read_of_what_a_stranger_sends(address: str, path: str, token: dict[str, str]):
    with closing(http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)) as connection:
        connection.putrequest("POST", path)
        for name, value in (token | {"Content-Type": "text/plain", "Content-Length": "200000"}).items():
            connection.putheader(name, value)
        connection.endheaders()

        answer = connection.getresponse()  # nothing of the body was sent

        assert (answer.status, json.loads(answer.read())["code"]) == (401, "not-signed-in")


def test_a_body_that_goes_on_is_cut_off(party: Party, address: str):
    def endless():
        for _ in range(100):
            yield b"x" * 16_384

    headers = party.headers(Role.PARTY_BUREAU) | {"Content-Type": "application/json"}
    with Client(base_url=address) as client:
        answer = client.post("/v1/networks", content=endless(), headers=headers)

    must_be_a_problem(answer, 413, "too-large")


# Trouble inside


@pytest.mark.parametrize(
    ("trouble", "retry_after"),
    [(StoreBusy("SQLITE_BUSY"), "5"), (StoreFull("SQLITE_FULL"), "60"), (StoreReadOnly("SQLITE_READONLY"), None)],
)
def test_trouble_of_the_store_says_whether_waiting_helps(quiet: Party, trouble: Exception, retry_after: str | None):
    quiet.headers(Role.PARTY_BUREAU)
    with patch.object(quiet.opened.log, "load_many", side_effect=trouble), capture_logs() as logs:
        answer = quiet.post("/networks", NETWORK)

    must_be_a_problem(answer, 503, trouble.code)  # type: ignore[attr-defined]  # a store error has one
    assert answer.headers.get("Retry-After") == retry_after
    assert str(trouble) not in answer.text
    assert [(entry["event"], entry["what"]) for entry in logs] == [("store-error", str(trouble))]


def test_a_refusal_of_the_vault_is_told_by_its_code(quiet: Party):
    quiet.headers(Role.PARTY_BUREAU)
    with patch.object(quiet.opened.vault, "known", side_effect=SealBroken):
        answer = quiet.post("/networks", NETWORK)

    must_be_a_problem(answer, 500, "seal-broken")


def test_a_mistake_of_ours_tells_a_number_and_nothing_else(party: Party, address: str, capfd: pytest.CaptureFixture[str]):
    bureau = party.headers(Role.PARTY_BUREAU)
    with (
        Client(base_url=address, headers=bureau) as client,
        patch.object(party.opened.log, "load_many", side_effect=ValueError("Jan Jansen")),
        capture_logs() as logs,
    ):
        answer = client.post("/v1/networks", json=NETWORK)

    must_be_a_problem(answer, 500, "internal-error")
    instance = answer.json()["instance"]
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", instance)
    assert [(entry["event"], entry["instance"], entry["kind"]) for entry in logs] == [("internal-error", instance, "ValueError")]
    assert "Jan" not in str(logs) + answer.text + str(answer.headers)
    assert "Traceback" not in "".join(capfd.readouterr())


def test_health_says_so_when_the_log_cannot_be_reached(quiet: Party):
    assert quiet.client.get("/health/live").json() == {"status": "ok"}
    assert quiet.client.get("/health/ready").status_code == 200
    with patch.object(quiet.opened.log, "last_position", side_effect=StoreBusy):
        must_be_a_problem(quiet.client.get("/health/ready"), 503, "store-busy")


def test_the_document_is_open_to_all(quiet: Party):
    answer = quiet.client.get("/v1/openapi.json")

    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.json()["openapi"].startswith("3.1")
