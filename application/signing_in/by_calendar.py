"""A key in the address of a calendar: whoever has it reads when somebody may go where. Only its digest is kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from application.access.hats import Hat, Hats
from application.ports.calendar import Clock
from application.ports.vault.contexts import PersonId
from application.ports.vault.sessions import CalendarKey, IssuedToken, Session
from application.ports.vault.vault import Vault
from application.signing_in.errors import NoRightLeft
from domain.kernel.acts import Role

KEY_DAYS = 730
"""A calendar that nobody renews in two years is looked at by nobody."""


class CalendarOpened(NamedTuple):
    """What a key opens: the sessions in which somebody may go to meetings, and what they chose."""

    person: PersonId
    sessions: tuple[Session, ...]
    chosen: CalendarKey


@dataclass(frozen=True)
class CalendarKeys:
    """Makes and ends the key of somebody's calendar: of each person there is one at most."""

    vault: Vault
    hats: Hats
    clock: Clock

    def make(self, person: PersonId, *, hidden_too: bool) -> str:
        """
        Make a new key, after which the one before opens nothing any more.

        :param hidden_too: whether meetings of networks with extra protection are in it, without a name
        :raises NoRightLeft: if they are no member
        """
        member = self._as_member(person, self.clock())
        if member is None:
            raise NoRightLeft
        self.end(person)
        chosen = CalendarKey(hidden_too=hidden_too)
        return self.vault.issue_token(Role.MEMBER, person=person, endings=member.endings, days=KEY_DAYS, calendar=chosen)

    def of(self, person: PersonId) -> IssuedToken | None:
        """Give the key of somebody that still opens their calendar, never the key itself."""
        now = self.clock()
        living = (each for each in self.vault.calendar_keys(person) if each.ended_at is None and each.expires_at > now)
        return next(living, None)

    def end(self, person: PersonId) -> None:
        """End whatever key there is, for good."""
        for each in self.vault.calendar_keys(person):
            if each.ended_at is None:
                self.vault.end_token(each.number)

    def opened(self, key: str) -> CalendarOpened | None:
        """Give what a key opens now; nothing when it is unknown or ended, or they left since, also when they came back."""
        found = self.vault.calendar_of(key)
        if found is None or found[0].person is None:
            return None
        session, chosen = found
        person, now = found[0].person, self.clock()
        member = self._as_member(person, now)
        if member is None or member.endings != session.endings:
            return None
        goes_as = (hat for hat in self.hats.of(person, now) if hat.role in {Role.MEMBER, Role.CORE_GROUP})
        return CalendarOpened(person, tuple(hat.session(person) for hat in goes_as), chosen)

    def _as_member(self, person: PersonId, now: datetime) -> Hat | None:
        return next((hat for hat in self.hats.of(person, now) if hat.role is Role.MEMBER), None)
