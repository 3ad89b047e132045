"""Who is signed in with a browser, and in which hats they may act. Whoever has none any more is signed out for good."""

from dataclasses import dataclass
from uuid import UUID

from application.access.hats import Hat, Hats
from application.ports.calendar import Clock
from application.ports.signing_in import BrowserSession, BrowserSessions
from application.ports.vault.contexts import PersonId
from application.ports.vault.sessions import Session
from application.signing_in.errors import NoRightLeft
from domain.kernel.acts import Role


@dataclass(frozen=True)
class SignedIn:
    """Somebody who is signed in: their browser session, and the hats that they have now (at least one)."""

    browser: BrowserSession
    hats: tuple[Hat, ...]

    @property
    def person(self) -> PersonId:
        return self.browser.person

    def session(self, role: Role, network: UUID | None = None) -> Session | None:
        """Give the session in which they act in a role, None when they have no such hat."""
        return next((hat.session(self.person) for hat in self.hats if (hat.role, hat.network) == (role, network)), None)


@dataclass(frozen=True)
class BrowserDoor:
    """Lets people in by their browser, and out."""

    sessions: BrowserSessions
    hats: Hats
    clock: Clock

    def begin(self, person: PersonId, *, own_device: bool = False, instead_of: str | None = None) -> str:
        """
        Sign somebody in, and give the secret for the cookie of their browser.

        :param instead_of: the secret that the browser came with: it opens nothing any more, whosever it was
        :raises NoRightLeft: if they may do nothing here, or are not there
        """
        now = self.clock()
        if not self.hats.of(person, now):
            raise NoRightLeft
        if instead_of is not None:
            self.sessions.end(instead_of)
        return self.sessions.begin(person, own_device=own_device, endings=self.hats.times_left(person, now))

    def who(self, secret: str) -> SignedIn | None:
        """Give who is signed in with a secret; None for nobody. Whose last right has ended is signed out by asking."""
        found = self.sessions.of(secret)
        if found is None:
            return None
        hats = self._hats(found)
        if not hats:
            self.sessions.end(secret)
            return None
        return SignedIn(found, hats)

    def end_those_without_right(self) -> int:
        """End the sessions of those who have no right any more; give how many that were."""
        ended = [each for each in self.sessions.every() if not self._hats(each)]
        return sum(self.sessions.end_one(each.person, each.number) for each in ended)

    def _hats(self, browser: BrowserSession) -> tuple[Hat, ...]:
        """Give the hats of whoever signed in: none once they left the party since, also when they came back."""
        now = self.clock()
        came_back = self.hats.times_left(browser.person, now) != browser.endings
        return () if came_back else self.hats.of(browser.person, now)
