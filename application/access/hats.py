"""
The hats of a person: in which roles, and of which networks, they may act now, and what each comes from.

A browser session is of a person. At each visit one of these hats is chosen, and the session of that hat opens exactly what a
token of that role would (docs/decisions/0045).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from application.access.rights import right_of
from application.ports.event_log import EventLog
from application.ports.resting import RestingItems
from application.ports.vault.contexts import PARTY, PersonId, in_network
from application.ports.vault.people import KnownPerson
from application.ports.vault.sessions import Session
from application.ports.vault.vault import Vault
from domain.kernel.acts import Role
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.office import GIVEN
from domain.party.party_membership import PartyMembership, party_membership_id


class RightComesFrom(StrEnum):
    """What gives somebody the right to a role."""

    PARTY_MEMBERSHIP = "party-membership"
    MEMBERSHIP = "membership"
    """Of a network that keeps members who are not in the party."""
    OFFICE = "office"
    SEAT = "seat"


class Hat(NamedTuple):
    """One role of a person, in one network where it is that of a core group."""

    role: Role
    comes_from: RightComesFrom
    network: UUID | None = None
    name: str | None = None
    """Of the network, for the eyes of whoever has the seat."""
    endings: int = 0
    """How often the right had ended by now (application.access.rights)."""

    def session(self, person: PersonId) -> Session:
        """Give the session in which the person acts under this hat."""
        return Session(person=person, role=self.role, network=self.network, endings=self.endings)


@dataclass(frozen=True)
class Hats:
    """Looks up the hats of people."""

    log: EventLog
    vault: Vault
    resting: RestingItems

    def of(self, person: PersonId, now: datetime) -> tuple[Hat, ...]:
        """Give the hats of a person, in the order of the roles; none of who was erased or has no right any more."""
        known = self.vault.known(person)
        return () if known.is_erased else tuple(self._of(known, now))

    def times_left(self, person: PersonId, now: datetime) -> int:
        """Give how often somebody had left the party by now: a session that began before does not go on after it."""
        known = self.vault.known(person)
        as_member = Session(person=person, role=Role.MEMBER, network=None)
        return 0 if known.is_erased else right_of(as_member, known, self.log, now).endings

    def _of(self, person: KnownPerson, now: datetime) -> Iterator[Hat]:
        if (ground := self._ground_of_member(person, now)) is not None:
            yield from self._held(person, [Hat(Role.MEMBER, ground)], now)
        yield from self._held(person, self._seats(person), now)
        yield from self._held(person, (Hat(role, RightComesFrom.OFFICE) for role in Role if role in GIVEN), now)

    def _held(self, person: KnownPerson, hats: Iterable[Hat], now: datetime) -> Iterator[Hat]:
        """Give those of some hats to which the person has the right now."""
        for hat in hats:
            right = right_of(hat.session(person.id), person, self.log, now)
            if right.lacks is None:
                yield hat._replace(endings=right.endings)

    def _ground_of_member(self, person: KnownPerson, now: datetime) -> RightComesFrom | None:
        """Give what makes somebody a member: who is in the vault for another reason is none."""
        if self.log.load(PartyMembership, party_membership_id(person.reference(PARTY))) is not None:
            return RightComesFrom.PARTY_MEMBERSHIP
        own = {membership_id(each, person.reference(in_network(each))) for each in self.resting.networks()}
        found = self.log.load_many(own).values()
        holds = any(isinstance(each, Membership) and each.holds_at(now) for each in found)
        return RightComesFrom.MEMBERSHIP if holds else None

    def _seats(self, person: KnownPerson) -> Iterator[Hat]:
        """Give a hat of each network in whose core group the person has a seat, as far as the read side knows."""
        seats = set(self.resting.core_group_seats())
        networks = sorted({network for network, _ in seats})
        own = [each for each in networks if (each, person.reference(in_network(each))) in seats]
        found = self.log.load_many(own)
        for each in own:
            network = found.get(each)
            if isinstance(network, Network):
                yield Hat(Role.CORE_GROUP, RightComesFrom.SEAT, network=each, name=network.name)
