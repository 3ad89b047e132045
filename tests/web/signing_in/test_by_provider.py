"""Signing in with an account of the party's own, at a real provider over a real connection, and who tries to be somebody else."""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from oidc_provider_mock import User, app
from oidc_provider_mock._storage import storage
from werkzeug.serving import make_server

from application.ports.vault.register import RegisterSaid
from application.signing_in.by_provider import ByProvider
from infrastructure.accounts import OpenIdProvider, ProviderKnown
from netwerkpartij.wiring import Opened
from tests.application.party import SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import keep_address, written
from tests.web.conftest import ADDRESS, HERE, Browser

CLIENT, BACK = "netwerkpartij", f"{HERE}/aanmelden/account/terug"
NUMBER = "https://partij.example/lidnummer"
USERS = [
    User(sub="iemand", claims={"email": ADDRESS, "email_verified": True}),
    User(sub="niemand", claims={"email": "niemand@voorbeeld.example", "email_verified": True}),
    User(sub="onbevestigd", claims={"email": ADDRESS, "email_verified": False}),
    User(sub="zonder", claims={}),
    User(sub="lid", claims={"email": "ander@voorbeeld.example", "email_verified": True, NUMBER: "1234"}),
    User(sub="onbevestigd-lid", claims={"email": ADDRESS, NUMBER: "1234"}),
]


@dataclass
class Kept:
    """A real provider behind which what we ask can be looked at, and what it answers changed. It holds us to PKCE."""

    inner: Any = field(default_factory=lambda: app(require_nonce=True, user_claims=USERS))
    challenge: str = ""
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    is_down: bool = False
    changes: Callable[[str, dict[str, Any]], dict[str, Any]] = lambda _, told: told

    def __call__(self, environ: dict[str, Any], start: Any) -> Any:
        path = environ["PATH_INFO"]
        if self.is_down:
            start("500 Internal Server Error", [])
            return [b"geheim"]
        if path.endswith("/authorize"):
            self.challenge = parse_qs(environ["QUERY_STRING"])["code_challenge"][0]
            self.asked.append(parse_qs(environ["QUERY_STRING"]))
        if path.endswith("/token"):
            body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
            environ["wsgi.input"] = BytesIO(body)
            verifier = parse_qs(body.decode())["code_verifier"][0]
            assert base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=") == self.challenge
        answered: list[Any] = []
        body = b"".join(self.inner(environ, lambda *given: answered.append(given)))
        status, headers = answered[0][:2]
        if dict(headers).get("Content-Type") == "application/json":
            body = json.dumps(self.changes(path, json.loads(body))).encode()
        start(status, [each for each in headers if each[0] != "Content-Length"])
        return [body]


@contextmanager
def served(kept: Kept) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, kept, threaded=True)
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def provider(kept: Kept) -> Iterator[str]:
    with served(kept) as address:
        yield address


def with_accounts(service: Opened, issuer: str, **known: str) -> Opened:
    provider = OpenIdProvider(ProviderKnown(issuer, CLIENT, "een-geheim", BACK, **known))
    return replace(service, by_provider=ByProvider(provider, service.vault.sign_in_codes, service.vault, service.service.now))


@pytest.fixture
def there(service: Opened, provider: str) -> Opened:
    return with_accounts(service, provider)


@pytest.fixture
def browser(there: Opened) -> Browser:
    return Browser(there)


def left(browser: Browser, back: str = "") -> str:
    """Leave for the provider, and give the address of its page."""
    answer = browser.get("/aanmelden/account", params={"naar": back} if back else None)
    assert answer.status_code == 303
    return answer.headers["location"]


def sent_back(page: str, sub: str = "iemand", **form: str) -> str:
    """Sign in at the provider, and give to where it sends the browser back."""
    answer = requests.post(page, data={"sub": sub, **form}, allow_redirects=False, timeout=5)
    address = urlsplit(answer.headers["Location"])
    assert f"{address.scheme}://{address.netloc}{address.path}" == BACK
    return f"{address.path}?{address.query}"


def signed_in_as(browser: Browser, sub: str) -> Any:
    return browser.get(sent_back(left(browser), sub))


def test_an_account_with_the_address_of_somebody_signs_them_in(browser: Browser):
    answer = browser.get(sent_back(left(browser, "/netwerken?on=2023-04-01")))
    assert (answer.status_code, answer.headers["location"]) == (303, "/netwerken?on=2023-04-01")
    assert SOMEBODY in browser.get("/mijn/sessies").text
    assert "np-account" not in browser.cookies


def test_what_is_asked_of_the_provider_tells_nothing_and_is_bound_to_one_browser_and_time(browser: Browser, kept: Kept):
    for _ in range(2):
        sent_back(left(browser))
    first, second = kept.asked
    assert first["response_type"] == ["code"]
    assert first["code_challenge_method"] == ["S256"]
    assert set(first["scope"][0].split()) == {"openid", "email", "profile"}
    assert all(first[each] != second[each] for each in ("state", "nonce", "code_challenge"))


def test_signing_out_ends_our_session_and_says_that_the_account_stays_signed_in(browser: Browser):
    signed_in_as(browser, "iemand")
    assert "account van de partij" in browser.get("/afmelden").text
    browser.submit("/afmelden")
    assert not browser.is_signed_in


def test_an_unknown_account_is_told_how_to_go_on_as_an_unknown_address_is(browser: Browser):
    answer = signed_in_as(browser, "niemand")
    assert (answer.status_code, answer.headers["location"]) == (303, "/aanmelden/onbekend")
    assert "partijbureau" in browser.get("/aanmelden/onbekend").text
    assert not browser.is_signed_in


def test_of_several_people_at_one_address_it_is_asked_who_it_is(browser: Browser, party: Party):
    keep_address(party.vault, party.person(SOMEBODY_ELSE), ADDRESS)
    assert signed_in_as(browser, "iemand").headers["location"] == "/aanmelden/wie"
    assert not browser.is_signed_in
    page = browser.get("/aanmelden/wie").text
    assert (SOMEBODY in page, SOMEBODY_ELSE in page) == (True, True)


@pytest.mark.parametrize("sub", ["onbevestigd", "zonder"])
def test_an_address_that_the_provider_does_not_confirm_is_nobodys(browser: Browser, sub: str):
    answer = signed_in_as(browser, sub)
    assert (answer.status_code, "code per mail" in answer.text) == (403, True)
    assert not browser.is_signed_in


@pytest.mark.parametrize("sub", ["lid", "onbevestigd-lid"])
def test_a_member_number_says_who_it_is_whatever_the_address(service: Opened, provider: str, party: Party, sub: str):
    said = RegisterSaid(number="1234", name=SOMEBODY_ELSE, email=None, postcode=None, birth_year=None)
    person = party.vault.known(party.person(SOMEBODY_ELSE))
    written(party.vault, lambda writes: writes.keep_register_entry(person, said, service.service.now().date()))
    by_number, by_address = (Browser(with_accounts(service, provider, member_number=claim)) for claim in (NUMBER, ""))
    assert signed_in_as(by_number, sub).headers["location"] == "/te-doen"
    assert SOMEBODY_ELSE in by_number.get("/mijn/sessies").text
    signed_in_as(by_address, sub)
    assert not by_address.is_signed_in


# Those who try to be somebody else


def test_what_comes_back_in_another_browser_signs_nobody_in(browser: Browser, there: Opened):
    """Neither where nobody left, nor where somebody else did: an attacker's account is put into nobody's browser."""
    back = sent_back(left(browser))
    for other in (Browser(there), Browser(there)):
        assert other.get(back).status_code == 400
        left(other)
        assert other.get(back).status_code == 400
        assert not other.is_signed_in


def test_what_came_back_once_is_used(browser: Browser, there: Opened):
    back, cookie = sent_back(left(browser)), browser.cookies["np-account"]
    assert browser.get(back).status_code == 303
    again = Browser(there)
    again.cookies.set("np-account", cookie)
    assert again.get(back).status_code == 403
    assert not again.is_signed_in


def test_after_half_an_hour_nobody_comes_back(browser: Browser, party: Party):
    back = sent_back(left(browser))
    party.clock.pass_time(minutes=31)
    assert browser.get(back).status_code == 400


def test_who_does_not_want_to_after_all_is_not_signed_in(browser: Browser):
    state = parse_qs(urlsplit(left(browser)).query)["state"][0]
    answer = browser.get("/aanmelden/account/terug", params={"error": "access_denied", "state": state})
    assert (answer.status_code, "Probeer het opnieuw" in answer.text) == (403, True)


CHANGED: dict[str, dict[str, Any]] = {
    "issuer": {"iss": "https://kwaad.example"},
    "audience": {"aud": "een-ander"},
    "nonce": {"nonce": "een-ander"},
    "no nonce": {"nonce": None},
    "over": {"exp": 1_000_000_000},
}


def signed(kept: Kept, claims: dict[str, Any], alg: str = "RS256") -> str:
    """Sign something as the provider does: by its own key, or as anybody can."""
    key = RSAKey.import_key(json.loads(json.dumps(key_of(kept))))
    if alg == "HS256":
        public = json.dumps(key.as_dict(private=False)).encode()
        return jwt.encode({"alg": alg}, claims, OctKey.import_key(public))
    return jwt.encode({"alg": alg, "kid": key.kid}, claims, key)


def key_of(kept: Kept) -> dict[str, Any]:
    with kept.inner.test_request_context("/"):
        kept.inner.preprocess_request()
        return dict(storage.jwk.as_dict(is_private=True))


def changing(kept: Kept, new: Callable[[dict[str, Any]], str]) -> None:
    """Let the provider tell another token than its own."""

    def changes(path: str, told: dict[str, Any]) -> dict[str, Any]:
        if not path.endswith("/token"):
            return told
        body = told["id_token"].split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        return {**told, "id_token": new(claims)}

    kept.changes = changes


@pytest.mark.parametrize("case", CHANGED)
def test_a_token_that_is_not_for_us_now_shows_nobody(browser: Browser, kept: Kept, case: str):
    def other(claims: dict[str, Any]) -> str:
        return signed(kept, {name: value for name, value in (claims | CHANGED[case]).items() if value is not None})

    changing(kept, other)
    assert signed_in_as(browser, "iemand").status_code == 403
    assert not browser.is_signed_in


def test_the_same_token_signed_again_by_the_provider_shows_who_it_is(browser: Browser, kept: Kept):
    """So that the refusals above are about what was changed."""
    changing(kept, lambda claims: signed(kept, claims))
    assert signed_in_as(browser, "iemand").status_code == 303


@pytest.mark.parametrize("case", ["no signature", "a key that everybody has", "another key", "no token", "no words"])
def test_a_token_that_the_provider_did_not_sign_shows_nobody(browser: Browser, kept: Kept, case: str):
    def forged(claims: dict[str, Any]) -> Any:
        encoded = [base64.urlsafe_b64encode(json.dumps(each).encode()).decode().rstrip("=") for each in ({"alg": "none"}, claims)]
        return {
            "no signature": ".".join([*encoded, ""]),
            "a key that everybody has": signed(kept, claims, "HS256"),
            "another key": signed(Kept(), claims),
            "no token": None,
            "no words": {"a": 1},
        }[case]

    changing(kept, forged)
    assert signed_in_as(browser, "iemand").status_code == 403
    assert not browser.is_signed_in


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_provider_that_is_down_is_a_page_that_leads_to_a_code_by_mail(browser: Browser, kept: Kept, when: str):
    back = "" if when == "before" else sent_back(left(browser))
    kept.is_down = True
    answer = browser.get(back or "/aanmelden/account")
    told = ("code per mail" in answer.text, "geheim" in answer.text)
    assert (answer.status_code, *told) == (503, True, False)
    assert browser.get("/aanmelden").status_code == 200


def test_a_provider_that_gives_itself_another_name_is_not_asked(browser: Browser, kept: Kept):
    kept.changes = lambda path, told: {**told, "issuer": "https://kwaad.example"} if "well-known" in path else told
    assert browser.get("/aanmelden/account").status_code == 503


def test_without_a_provider_there_is_no_such_page(service: Opened):
    browser = Browser(service)
    assert "/aanmelden/account" not in browser.get("/aanmelden").text
    assert [browser.get(each).status_code for each in ("/aanmelden/account", "/aanmelden/account/terug?state=x")] == [404, 404]


def test_with_one_the_page_on_which_people_sign_in_leads_there(browser: Browser):
    assert 'href="/aanmelden/account"' in browser.get("/aanmelden").text
