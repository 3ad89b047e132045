"""OpenID Connect: an authorisation code with PKCE, from a provider that the settings name. No word of an answer reaches a log."""

import time
from dataclasses import dataclass, field
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from application.ports.accounts import Account, AccountAsked, AccountNotShown, ProviderNotReached

PATIENCE = 5.0
"""Seconds for each answer of the provider: somebody waits before a page."""
KEPT_FOR = 3_600.0
"""Seconds in which what a provider says of itself and of its keys is not asked again."""
SIGNED_WITH = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Signatures of which the provider alone has the secret; whatever its own list says."""
LEEWAY = 60
"""Seconds that its clock may differ from ours."""
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True)
class ProviderKnown:
    """A provider, as the settings name it."""

    issuer: str
    client: str
    secret: str = field(repr=False)
    comes_back_to: str
    """Where people come back to us, as it is registered there."""
    member_number: str = ""
    """Which claim is the member number; none: people are known by their address."""


@dataclass
class OpenIdProvider:
    """Implements AccountProvider (application.ports)."""

    known: ProviderKnown
    _about: dict[str, Any] = field(default_factory=dict)
    _keys: Any = None
    _asked_at: float = -KEPT_FOR

    def page(self, asked: AccountAsked) -> str:
        about = self._told_of_itself()
        with self._session() as session:
            to, _ = session.create_authorization_url(
                about["authorization_endpoint"], state=asked.state, nonce=asked.nonce, code_verifier=asked.verifier
            )
        return str(to)

    def account(self, code: str, asked: AccountAsked) -> Account:
        about = self._told_of_itself()
        try:
            with self._session() as session:
                token = session.fetch_token(
                    about["token_endpoint"], code=code, code_verifier=asked.verifier, allow_redirects=False
                )
                claims = self._claims(token, asked)
                return self._account(claims | self._more(session, about, claims))
        except requests.RequestException:
            raise ProviderNotReached from None
        except (AuthlibBaseError, JoseError, ValueError, TypeError, KeyError, AttributeError):
            raise AccountNotShown from None  # whatever it said: nothing of it was shown to be so

    def _session(self) -> OAuth2Session:
        return OAuth2Session(
            self.known.client,
            self.known.secret or None,
            token_endpoint_auth_method="client_secret_basic" if self.known.secret else "none",
            scope="openid email profile",
            redirect_uri=self.known.comes_back_to,
            code_challenge_method="S256",
            default_timeout=PATIENCE,
        )

    def _told_of_itself(self) -> dict[str, Any]:
        """Give what the provider says of itself, which must be of the issuer that the settings name."""
        if time.monotonic() - self._asked_at >= KEPT_FOR:
            about = _fetched(f"{self.known.issuer.rstrip('/')}/.well-known/openid-configuration")
            if about.get("issuer") != self.known.issuer or not all(isinstance(about.get(each), str) for each in NEEDED):
                raise ProviderNotReached
            self._about, self._keys, self._asked_at = about, None, time.monotonic()
        return self._about

    def _claims(self, token: dict[str, Any], asked: AccountAsked) -> dict[str, Any]:
        """Give what the provider signed: for us, for what this browser asked, and lately."""
        try:
            shown = self._opened(token["id_token"], fresh=False)
        except (JoseError, ValueError):  # its keys may be newer than those that we know
            shown = self._opened(token["id_token"], fresh=True)
        options = {
            "iss": {"essential": True, "value": self.known.issuer},
            "aud": {"essential": True, "value": self.known.client},
        }
        parameters = {"nonce": asked.nonce, "client_id": self.known.client, "access_token": token.get("access_token")}
        claims = CodeIDToken(shown.claims, shown.header, options, parameters)
        claims.validate(leeway=LEEWAY)
        return dict(claims)

    def _opened(self, signed: str, *, fresh: bool) -> jwt.Token:
        if fresh or self._keys is None:
            self._keys = _fetched(self._about["jwks_uri"])
        registry = JWSRegistry(algorithms=SIGNED_WITH, strict_check_header=False)
        return jwt.decode(signed, KeySet.import_key_set(self._keys), registry=registry)

    def _more(self, session: OAuth2Session, about: dict[str, Any], claims: dict[str, Any]) -> dict[str, Any]:
        """Give what some providers tell only when they are asked once more, if it is of the same account."""
        has_all = "email" in claims and (not self.known.member_number or self.known.member_number in claims)
        if has_all or "userinfo_endpoint" not in about:
            return {}
        told = session.get(about["userinfo_endpoint"], allow_redirects=False).json()
        return told if told["sub"] == claims["sub"] else {}

    def _account(self, claims: dict[str, Any]) -> Account:
        address, number = claims.get("email"), claims.get(self.known.member_number) if self.known.member_number else None
        is_theirs = isinstance(address, str) and claims.get("email_verified") is True
        return Account(
            address=address if is_theirs else None,
            member_number=str(number) if isinstance(number, str | int) and not isinstance(number, bool) else None,
        )


def _fetched(address: str) -> dict[str, Any]:
    """
    Fetch what a provider says to everybody.

    :raises ProviderNotReached: if it says nothing that can be read
    """
    try:
        answer = requests.get(address, timeout=PATIENCE, allow_redirects=False)
        answer.raise_for_status()
        told = answer.json()
    except (requests.RequestException, ValueError):
        raise ProviderNotReached from None
    if not isinstance(told, dict):
        raise ProviderNotReached
    return told
