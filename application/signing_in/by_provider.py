"""
Signing in with an account of the party's own: to its provider and back, in one browser, and then as who has a mailbox.

Nothing is kept on the way: what binds the answer to the question follows from a secret of the browser and the key of the vault.
What the provider says of roles is not asked for: what somebody may do stands in our record.
"""

import hmac
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from application.ports.accounts import AccountAsked, AccountNotShown, AccountProvider
from application.ports.calendar import Clock
from application.ports.signing_in import Proven, SignInCodes
from application.ports.vault.contexts import PersonId
from application.ports.vault.vault import Vault
from application.signing_in.errors import AccountOver, AccountWithoutMailbox

LASTS = timedelta(minutes=30)
"""Between leaving for the provider and coming back."""


LONGEST_NUMBER = 100


class Left(NamedTuple):
    """A browser that leaves for the provider: what it remembers, and where it goes."""

    secret: str
    to: str


class CameBack(NamedTuple):
    """A browser that came back: with what it goes on as after a code by mail, and where somebody was going."""

    secret: str
    back: str


@dataclass(frozen=True)
class ByProvider:
    """Accounts of the party's provider. Implements SignIn (application.signing_in.by_mail)."""

    provider: AccountProvider
    codes: SignInCodes
    vault: Vault
    clock: Clock

    def leave(self, back: str) -> Left:
        """
        Let a browser leave for the provider.

        :param back: where somebody was going
        :raises ProviderNotReached: if the provider says nothing of itself
        """
        said = {"since": int(self.clock().timestamp()), "back": back, "own": secrets.token_urlsafe(32)}
        secret = urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")
        return Left(secret, self.provider.page(self._asked(secret)))

    def come_back(self, secret: str, *, state: str, code: str, language: str) -> CameBack:
        """
        Take in who comes back, and give the secret with which they go on: whom the party knows of them is looked up there.

        :param secret: what this browser remembers
        :param code: what the provider sent along; nothing when somebody did not want to sign in after all
        :raises AccountOver: if this browser did not leave, or too long ago
        :raises AccountNotShown: if the provider shows no account
        :raises AccountWithoutMailbox: if there is nothing by which the party could know them
        :raises ProviderNotReached: if the provider does not answer
        """
        asked = self._asked(secret)
        if not secret or not hmac.compare_digest(state.encode(), asked.state.encode()):
            raise AccountOver
        said = json.loads(urlsafe_b64decode(secret + "=" * (-len(secret) % 4)))  # of us: its state is right
        if self.clock().timestamp() - said["since"] > LASTS.total_seconds():
            raise AccountOver
        if not code:
            raise AccountNotShown
        account = self.provider.account(code, asked)
        person = self._by_number(account.member_number)
        if person is None and account.address is None:
            raise AccountWithoutMailbox
        return CameBack(self.codes.show(account.address or "", language=language, person=person), said["back"])

    def proven(self, secret: str) -> Proven | None:
        return self.codes.proven(secret)

    def forget(self, secret: str) -> None:
        self.codes.forget(secret)

    def _by_number(self, number: str | None) -> PersonId | None:
        if not number or len(number) > LONGEST_NUMBER:
            return None
        found = self.vault.register_entries([number]).get(number)
        return None if found is None else found.person

    def _asked(self, secret: str) -> AccountAsked:
        """Give what binds an answer to this browser: nobody guesses it without the key, and no two times are alike."""
        return AccountAsked(
            *(self.vault.keyed_digest(b"|".join((each, secret.encode()))) for each in (b"state", b"nonce", b"verifier"))
        )
