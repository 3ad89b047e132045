"""
Signing in with a code by mail, step by step: an address, a code, and where several share an address, who it is.

Nothing is done for anybody before the last step; what is answered on the way is the same for known and unknown addresses.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from application.commands.base import EMAIL
from application.language.words import Language
from application.ports.signing_in import CODE_DIGITS, Proven, ReadingLanguages, SignInCodes
from application.ports.vault.contexts import PersonId
from application.ports.vault.vault import Vault
from application.signing_in.errors import CodeNotRight, CodeOver, NobodyChosen, NotAnAddress
from application.signing_in.signed_in import BrowserDoor

LONGEST = 254
AN_ADDRESS = re.compile(EMAIL)
"""
As addresses are kept: what only looks like one, such as with a `ß` for `ss`, is found by the same and is another's mailbox.
"""


class SignIn(Protocol):
    """A way of showing who somebody is: a code by mail, or an account of the party's own. Letting in is the door's."""

    def proven(self, secret: str) -> Proven | None:
        """Give whom a browser has shown its user to be, None as long as it has not."""

    def forget(self, secret: str) -> None:
        """Forget what was shown: it is used once."""


class WhoItIs(NamedTuple):
    """One of several people who share an address, as a page offers them to whoever has its mailbox."""

    key: str
    """By which they are chosen: it means nothing in another browser."""
    name: str


@dataclass(frozen=True)
class ByMail:
    """Codes by mail. Implements SignIn, and lets in whoever it is."""

    codes: SignInCodes
    door: BrowserDoor
    vault: Vault
    languages: ReadingLanguages

    def ask(self, address: str, *, language: str, draft: str = "") -> str:
        """
        Let a code be mailed to an address, and give the secret for a cookie of the browser that asks.

        :param draft: what waits until the address was shown to be one's own
        :raises NotAnAddress: if it cannot be one
        """
        stripped = address.strip()
        if len(stripped) > LONGEST or not AN_ADDRESS.fullmatch(stripped):
            raise NotAnAddress
        return self.codes.ask(stripped, language=language, draft=draft)

    def enter(self, secret: str, code: str) -> None:
        """
        Show with a code, or a long one, that the mailbox is one's own; spaces and dashes in it make no difference.

        :raises CodeNotRight: if it is another; it says how often may be tried yet
        :raises CodeOver: if none is right any more in this browser
        """
        left = self.codes.prove(secret, re.sub(r"[\s\-.]", "", code)[: 4 * CODE_DIGITS])
        if left is not None:
            raise CodeNotRight(left=left) if left else CodeOver

    def proven(self, secret: str) -> Proven | None:
        return self.codes.proven(secret)

    def forget(self, secret: str) -> None:
        self.codes.forget(secret)

    def choices(self, secret: str) -> Sequence[WhoItIs]:
        """
        Give who may sign in with what was shown: nobody when the address is unknown, or no right is left to any of them.

        :raises CodeOver: if nothing was shown, or too long ago
        """
        return [WhoItIs(key, name) for key, name, _ in self._people(secret)]

    def let_in(
        self,
        secret: str,
        *,
        chosen: str | None = None,
        own_device: bool = False,
        instead_of: str | None = None,
        language: str = Language.NL,
    ) -> str:
        """
        Sign in, and give the secret for the cookie of the session.

        :param chosen: which of several people it is
        :param language: in which they read the page: letters to them are in it from now on
        :raises NobodyChosen: if it is none of them
        :raises CodeOver: if nothing was shown, or too long ago
        """
        people = {key: person for key, _, person in self._people(secret)}
        person = next(iter(people.values())) if len(people) == 1 and chosen is None else people.get(chosen or "")
        if person is None:
            raise NobodyChosen
        session = self.door.begin(person, own_device=own_device, instead_of=instead_of)
        self.languages.keep(person, language)
        self.forget(secret)
        return session

    def _people(self, secret: str) -> list[tuple[str, str, PersonId]]:
        shown = self.proven(secret)
        if shown is None:
            raise CodeOver
        now = self.door.clock()
        people = [person for person in shown.people if self.door.hats.of(person, now)]
        known = self.vault.details(people)
        named = [(known[person].name or "", person) for person in people if person in known]
        return [(self._key(secret, person), name, person) for name, person in sorted(named)]

    def _key(self, secret: str, person: PersonId) -> str:
        return self.vault.keyed_digest(b"|".join((b"who", secret.encode(), person.bytes)))[:32]
