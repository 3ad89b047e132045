"""How far a permission reaches: one function for each scope, for commands, questions and pages alike. Access is refused here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any
from uuid import UUID

from application.access.table import COMMANDS, QUERIES, Row, Scope
from application.commands.base import Command
from application.errors import AccessDenied
from application.ports.event_log import EventLog
from application.ports.vault import OFFICE, KnownPerson, PersonId, Session, Vault, in_network
from application.queries.base import Query
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Reference, Role
from domain.kernel.events import Aggregate
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.office import Office, office_id
from domain.plans.founding_plan import FoundingPlan

Asked = type[Command] | type[Query[Any]]

BY_OFFICE = frozenset(
    {Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.REQUESTER, Role.PRIVACY_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR}
)


def must_have_row(role: Role, *asked: Asked) -> None:
    """
    Check that a role may give or ask any of these at all, before anything is said about their fields.

    :raises AccessDenied: if the access table has no row for it
    """
    if not any(role in _row_of(each) for each in asked):
        raise AccessDenied(role=role, what=asked[0].__name__)


@cache
def scope_of(asked: Asked, role: Role) -> Scope:
    """
    Give how far a role's permission for a command or question reaches.

    :raises AccessDenied: if it has none
    """
    must_have_row(role, asked)
    return _row_of(asked)[role]


def _row_of(asked: Asked) -> Row:
    return COMMANDS.get(asked, {}) if issubclass(asked, Command) else QUERIES.get(asked, {})


@dataclass(frozen=True)
class Reach:
    """What one session reaches with one command or question, now."""

    asked: Asked
    session: Session
    log: EventLog
    vault: Vault
    now: datetime

    @property
    def scope(self) -> Scope:
        """
        How far the permission reaches.

        :raises AccessDenied: if there is none
        """
        return scope_of(self.asked, self.session.role)

    @property
    def person(self) -> PersonId:
        """
        Whose session it is.

        :raises AccessDenied: if it is nobody's
        """
        if self.session.person is None:
            raise self.denied()
        return self.session.person

    @cached_property
    def known(self) -> KnownPerson:
        """What the vault knows of the person; looked up once."""
        return self.vault.known(self.person)

    def reference(self, context: str) -> Reference:
        """Give how the person is known in a context."""
        return self.known.reference(context)

    def must_hold_office(self) -> None:
        """
        Check that whoever acts or asks in a role holds it today.

        :raises AccessDenied: if not
        """
        if self.session.role not in BY_OFFICE:
            return
        office = None
        if self.session.person is not None:
            office = self.log.load(Office, office_id(self.reference(OFFICE), self.session.role))
        if office is None or not office.held:
            raise AccessDenied(role=self.session.role, what=Office.__name__)

    def must_cover(self, about: Aggregate | None) -> None:
        """
        Check that the scope reaches what a command or question is about; None when nothing is there.

        :raises AccessDenied: if not, or if no function tells how far the scope reaches
        """
        covers = RESOLVERS.get(self.scope)
        if covers is None or not covers(self, about):
            raise self.denied()

    def has_seat(self, network: UUID) -> bool:
        """Say whether the session is of somebody in the core group of a network, today."""
        if self.session.person is None or self.session.network != network:
            return False
        return own_network(self, self.log.load(Network, network))

    def denied(self) -> AccessDenied:
        """Make the refusal of what is asked, for what the scope does not tell by itself."""
        return AccessDenied(role=self.session.role, what=self.asked.__name__)


# Scopes


def everything(_: Reach, __: Aggregate | None) -> bool:
    """Reach whatever is there."""
    return True


def oneself(reach: Reach, about: Aggregate | None) -> bool:
    """Reach what one says for oneself (access.commands looks for whom that is); in a core group, where one has a seat."""
    return reach.session.role is not Role.CORE_GROUP or own_network(reach, about)


def own_network(reach: Reach, about: Aggregate | None) -> bool:
    """Reach the network of the session, while one has a seat in its core group."""
    if reach.session.role is not Role.CORE_GROUP or not isinstance(about, Network):
        return False
    return about.has_seat(reach.reference(in_network(about.id)), reach.now) and about.id == reach.session.network


def initiator(reach: Reach, about: Aggregate | None) -> bool:
    """Reach a plan that one began or was asked for a seat in."""
    return isinstance(about, FoundingPlan) and about.is_initiator(reach.reference(in_network(about.network)))


def own_request(reach: Reach, about: Aggregate | None) -> bool:
    """Reach a request that one made."""
    return isinstance(about, AdviceRequest) and about.requester == reach.reference(OFFICE)


def expert(reach: Reach, about: Aggregate | None) -> bool:
    """Reach a request on which one is an expert, with no interest that was not disclosed."""
    if not isinstance(about, AdviceRequest):
        return False
    found = about.experts.get(reach.reference(in_network(about.network)))
    return found is not None and found.may_look


def membership(reach: Reach, about: Aggregate | None) -> bool:
    """Reach a network that was not closed and of which one is a member today."""
    if not isinstance(about, Network) or about.closed_at is not None:
        return False
    found = reach.log.load(Membership, membership_id(about.id, reach.reference(in_network(about.id))))
    return found is not None and found.holds_at(reach.now)


RESOLVERS: Mapping[Scope, Callable[[Reach, Aggregate | None], bool]] = MappingProxyType(
    {
        Scope.ALL: everything,
        Scope.SELF: oneself,
        Scope.OWN_NETWORK: own_network,
        Scope.INITIATOR: initiator,
        Scope.OWN_REQUEST: own_request,
        Scope.EXPERT: expert,
        Scope.MEMBERSHIP: membership,
    }
)
