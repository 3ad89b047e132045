"""What a session rests on: an office, a seat, party membership. Once that has ended its token is ended, and stays so."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from application.passing_time import let_time_pass
from application.ports.event_log import EventLog
from application.ports.vault.contexts import OFFICE, PARTY, in_network
from application.ports.vault.people import KnownPerson
from application.ports.vault.sessions import Session
from application.ports.vault.vault import Vault
from domain.kernel.acts import Role
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate
from domain.networks.errors import NotInCoreGroup
from domain.networks.network import Network
from domain.party.office import GIVEN, Office, RoleNotHeld, office_id
from domain.party.party_membership import NotAPartyMember, PartyMembership, party_membership_id


class Right(NamedTuple):
    """Whether somebody may act in a role now, and how often that right, or their party membership, had ended by now."""

    lacks: DomainError | None
    """What is missing for it; None: they may."""
    endings: int

    def opens(self, session: Session) -> bool:
        """Say whether it holds, and has held without a break since the token of a session was given."""
        return self.lacks is None and session.endings in {None, self.endings}


def right_of(session: Session, person: KnownPerson, log: EventLog, now: datetime) -> Right:
    """
    Give the right that a session rests on.

    Endings are counted, as the log has them: so it does not matter when they happened, when they were recorded and what the
    clocks of log and vault say.
    """
    if session.link is not None:
        return Right(None, 0)  # it rests on the request, which scopes look at, and on nothing that ends
    in_party, own = party_membership_id(person.reference(PARTY)), _rests_on(session, person)
    found = log.load_many({in_party, own})
    for each in found.values():
        if isinstance(each, Office | PartyMembership):
            let_time_pass(each, now)  # the clock records it in its next round
    left = _of_party(found, in_party)
    if session.role in GIVEN:
        office = _of_office(found, own, session.role)
        return office._replace(endings=office.endings + left.endings)
    if session.role is Role.MEMBER:
        return left
    seat = _of_seat(found, own, person, now)
    return Right(seat.lacks or left.lacks, seat.endings + left.endings)


def _rests_on(session: Session, person: KnownPerson) -> UUID:
    if session.role in GIVEN:
        return office_id(person.reference(OFFICE), session.role)
    return session.network or party_membership_id(person.reference(PARTY))


def _of_party(found: Mapping[UUID, Aggregate], item: UUID) -> Right:
    """Nobody goes on who left the party; who never was in it may be in a network, as the rules or a history say."""
    membership = found.get(item)
    if not isinstance(membership, PartyMembership):
        return Right(None, 0)
    return Right(NotAPartyMember() if membership.ended else None, membership.times_ended)


def _of_office(found: Mapping[UUID, Aggregate], item: UUID, role: Role) -> Right:
    office = found.get(item)
    if not isinstance(office, Office):
        return Right(RoleNotHeld(role=role), 0)
    return Right(None if office.held else RoleNotHeld(role=role), office.times_ended)


def _of_seat(found: Mapping[UUID, Aggregate], item: UUID, person: KnownPerson, now: datetime) -> Right:
    network = found.get(item)
    if not isinstance(network, Network):
        return Right(NotInCoreGroup(), 0)
    reference = person.reference(in_network(item))
    return Right(None if network.has_seat(reference, now) else NotInCoreGroup(), network.seat_ended(reference))


def is_open(session: Session, log: EventLog, vault: Vault, now: datetime) -> bool:
    """Say whether a session opens anything now; the clock's does, and that of nobody does not."""
    if session.person is None:
        return session.role is Role.CLOCK
    return right_of(session, vault.known(session.person), log, now).opens(session)


def end_tokens_without_right(log: EventLog, vault: Vault, now: datetime) -> int:
    """End in the vault what opens nothing any more, so that lists of tokens say so; give how many were ended."""
    ended = [number for number, session in vault.living_tokens().items() if not is_open(session, log, vault, now)]
    for number in ended:
        vault.end_token(number)
    return len(ended)
