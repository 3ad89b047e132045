"""The outside of all pages: headers, languages, limits, and every refusal a page that says what to do next."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.limits.limits import DEFAULT, Limits
from api.limits.requests import Allowances
from application.ports.errors import StoreBusy
from netwerkpartij.faces import BothFaces, pages_of
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened
from tests.beginning import let_begin
from web.assets import address_of_asset

LANGUAGES = ("nl", "en")
ADDRESS = "http://site.example"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    place = tmp_path_factory.mktemp("pages")
    with opened(load_settings(database_url=f"sqlite:///{place / 'events.db'}", vault_url="")) as service:
        yield let_begin(service)


def both_faces(service: Opened, limits: Limits = DEFAULT) -> BothFaces:
    allowances = Allowances(limits)
    api = create_app(service.service, limits=limits, allowances=allowances)
    return BothFaces(api, pages_of(service, limits, allowances))


def a_client(service: Opened, limits: Limits = DEFAULT) -> TestClient:
    return of_somebody(both_faces(service, limits))


def of_somebody(faces: BothFaces) -> TestClient:
    return TestClient(faces, base_url=ADDRESS, raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture(scope="module")
def faces(service: Opened) -> BothFaces:
    return both_faces(service)


@pytest.fixture
def client(faces: BothFaces) -> TestClient:
    return of_somebody(faces)


def told(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main")])).strip()


REFUSED: dict[str, tuple[str, str, dict[str, Any], int]] = {
    "nothing there": ("GET", "/nergens", {}, 404),
    "a name that ends with a line": ("GET", "/over%0A", {}, 404),
    "not signed in": ("GET", "/te-doen", {}, 401),
    "no such day": ("GET", "/netwerken?on=2023-02-31", {}, 400),
    "not yet": ("GET", "/netwerken?knownAt=2199-01-01", {}, 400),
    "no deed here": ("POST", "/over", {"data": {"x": "1"}}, 405),
    "from another site": ("POST", "/rol", {"data": {}, "headers": {"Sec-Fetch-Site": "cross-site"}}, 403),
    "from another origin": ("POST", "/rol", {"data": {}, "headers": {"Origin": "https://elders.example"}}, 403),
    "no form": ("POST", "/rol", {"json": {}}, 415),
    "too large": ("POST", "/rol", {"data": {"x": "x" * 300_000}}, 413),
    "too many fields": ("POST", "/rol", {"data": {f"x{each}": "1" for each in range(1_001)}}, 413),
    "a cursor of nobody": ("GET", "/te-doen?cursor=x", {}, 401),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", REFUSED)
def test_every_refusal_is_a_page_that_says_what_to_do_next(client: TestClient, case: str, language: str):
    method, address, sent, status = REFUSED[case]
    answer = client.request(method, address, **{**sent, "headers": {**sent.get("headers", {}), "Accept-Language": language}})

    assert answer.status_code == status
    assert f'<html lang="{language}"' in answer.text
    assert answer.text.count("<h1") == 1
    assert len(told(answer.text).split(". ")) > 1
    assert answer.headers["cache-control"] == "no-store"


ELSEWHERE = (
    "//elders.example/x",
    "//elders.example",
    "/\\elders.example/x",
    "elders.example",
    "///elders.example",
)
"""What a browser reads as another site when it stands in a link or as where to go on."""
BEHIND = ("", "on-day=1&on-month=2&on-year=2023", "lang=en", "on=2023-02-01", "naar=//elders.example")


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("path", ELSEWHERE)
def test_an_address_of_ours_leads_to_no_other_site(service: Opened, path: str, behind: str):
    sent = asyncio.run(answer_to(service, path, behind))
    assert sent[0]["status"] == 404
    assert "location" not in {name for name, _ in sent[0]["headers"]}
    assert not re.search(r'(href|src|action)="[^"]*elders', b"".join(each.get("body", b"") for each in sent).decode())


async def answer_to(service: Opened, path: str, query: str) -> list[Any]:
    """Give what is sent for a path as it is: clients of tests read `//there` as another site too."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    await pages_of(service, DEFAULT)(scope, receive, send)
    return sent


def test_too_many_requests_get_a_page_that_says_when(service: Opened):
    client = a_client(service, Limits(requests_per_address=1, requests_in_all=1_000))
    answers = [client.get("/over") for _ in range(3)]
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) > 0
    assert "Wacht" in told(answers[-1].text)


def test_a_stranger_has_one_allowance_for_pages_and_programs(service: Opened):
    client = a_client(service, Limits(requests_per_address=18, requests_in_all=1_000))
    asked = [client.get(address).status_code for address in ("/over", "/v1/networks", "/over", "/v1/networks")]
    assert asked == [200, 401, 200, 429]


def test_a_store_that_is_busy_and_a_mistake_of_ours_are_pages(service: Opened, monkeypatch: pytest.MonkeyPatch):
    client = a_client(service)
    monkeypatch.setattr(type(service.service), "query", _raising(StoreBusy()))
    assert client.get("/").status_code == 503
    monkeypatch.setattr(type(service.service), "query", _raising(KeyError("geheim")))
    answer = client.get("/")
    assert answer.status_code == 500
    assert "geheim" not in answer.text
    assert re.search(r"<strong>[0-9a-f]{8}</strong>", answer.text)


def _raising(error: Exception) -> Any:
    def query(*_: object, **__: object) -> object:
        raise error

    return query


def test_pages_have_a_policy_without_anything_unsafe(client: TestClient):
    answer = client.get("/over")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["cache-control"] == "private, no-cache"
    assert {"Cookie", "Accept-Language"} <= {each.strip() for each in answer.headers["vary"].split(",")}
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_each_face_has_its_own_headers_and_both_are_compressed(client: TestClient):
    page, api = client.get("/over"), client.get("/v1/openapi.json")
    assert page.headers["content-encoding"] == api.headers["content-encoding"] == "gzip"
    assert api.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert "api-version" not in page.headers
    assert client.get("/v1/nergens").headers["content-type"] == "application/problem+json"
    assert client.get("/health/live").status_code == 200
    assert client.get("/over", headers={"Accept-Encoding": "identity"}).headers.get("content-encoding") is None


def test_a_head_is_a_page_without_its_content(client: TestClient):
    answer = client.head("/over")
    assert answer.status_code == 200
    assert answer.content == b""


def test_a_language_that_is_chosen_is_kept(client: TestClient):
    assert '<html lang="nl"' in client.get("/over", headers={"Accept-Language": "fr"}).text
    assert '<html lang="en"' in client.get("/over", headers={"Accept-Language": "en"}).text
    assert '<html lang="en"' in client.get("/over?lang=en", headers={"Accept-Language": "nl"}).text
    assert '<html lang="en"' in client.get("/over", headers={"Accept-Language": "nl"}).text
    assert '<html lang="nl"' in client.get("/over?lang=nl").text
    assert '<html lang="nl"' in client.get("/over?lang=xx").text


def test_assets_stay_for_a_year_under_an_address_of_their_own(client: TestClient):
    answer = client.get(address_of_asset("portal.css"))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    assert client.get("/static/0123456789ab/portal.css").status_code == 404
    assert client.get("/static/../app.py").status_code == 404


def test_a_browser_that_says_nothing_of_where_a_form_comes_from_is_no_browser(client: TestClient):
    for headers in ({}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": ADDRESS}):
        assert client.post("/rol", data={"rol": "x"}, headers=headers).status_code == 303


def test_where_nobody_began_a_party_pages_still_open(tmp_path: Path):
    with opened(load_settings(database_url=f"sqlite:///{tmp_path / 'events.db'}", vault_url="")) as service:
        answer = a_client(service).get("/")
    assert answer.status_code == 200
    assert "Netwerken van leden" in answer.text
