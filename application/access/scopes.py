"""How far a permission reaches: one function for each scope, for commands, questions and pages alike. Access is refused here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from uuid import UUID

from application.access.looks import Looks
from application.access.rights import right_of
from application.access.table import ROWS, Asked, Scope
from application.errors import AccessDenied
from application.ports.event_log import EventLog
from application.ports.vault.contexts import OFFICE, PersonId, in_network
from application.ports.vault.people import KnownPerson, PersonDetails
from application.ports.vault.sessions import Session
from application.ports.vault.vault import Vault
from application.queries.acts import PossibleActs
from application.queries.networks import NetworkDirectory
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Reference, Role
from domain.kernel.events import Aggregate
from domain.kernel.text import Sealed, SealedFor
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.plans.founding_plan import FoundingPlan

SEES_ALL = frozenset({Role.PARTY_BUREAU, Role.NATIONAL_BOARD})
"""Who may know of every plan, request and meeting that it is there."""

OPENED_BY_LINK: frozenset[Asked] = frozenset({PossibleActs, NetworkDirectory})
"""What a requester's link lets somebody ask beside their one request: what may be done with it, and what networks are called."""


def must_have_row(role: Role, *asked: Asked) -> None:
    """
    Check that a role may give or ask any of these at all, before anything is said about their fields.

    :raises AccessDenied: if the access table has no row for it
    """
    if not any(role in ROWS.get(each, {}) for each in asked):
        raise AccessDenied(role=role, what=asked[0].__name__)


@cache
def scope_of(asked: Asked, role: Role) -> Scope:
    """Give how far a role's permission for a command or question reaches; denied where it has none."""
    must_have_row(role, asked)
    return ROWS[asked][role]


@dataclass(frozen=True)
class Reach:
    """
    What one session reaches with one command or question, now.

    :raises AccessDenied: from whatever is asked of it that the session does not reach
    """

    asked: Asked
    session: Session
    log: EventLog
    vault: Vault
    now: datetime
    looks: Looks = field(default_factory=Looks)
    """At whom the answer looks: names and opened texts are asked of the reach, and so recorded."""

    @property
    def scope(self) -> Scope:
        """How far the permission reaches; denied where there is none."""
        return scope_of(self.asked, self.session.role)

    @property
    def person(self) -> PersonId:
        """Whose session it is; denied where it is nobody's."""
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

    def references(self, context: str) -> tuple[Reference, ...]:
        """Give all that the person was ever known as in a context: of two records that were merged, either's own is theirs."""
        return self.known.references(context)

    def names(self, context: str, references: Iterable[Reference]) -> dict[Reference, str]:
        """Give the names behind references that the answer shows."""
        found = self.vault.names(context, references)
        self.looks.at(context, found)
        return found

    def details(self, context: str, references: Iterable[Reference]) -> dict[Reference, PersonDetails]:
        """Give who is behind references that the answer shows: who was erased is left out."""
        people = self.vault.whose(context, references)
        known = self.vault.details(people.values())
        self.looks.people.update(known)
        return {reference: known[person] for reference, person in people.items() if person in known}

    def people(self, people: Iterable[PersonId]) -> Mapping[PersonId, PersonDetails]:
        """Give who people are that the answer shows: who was erased is left out."""
        known = {person: each for person, each in self.vault.details(set(people)).items() if each.name is not None}
        self.looks.people.update(known)
        return known

    def people_named(self, beginning: str, *, most: int) -> tuple[Sequence[PersonDetails], bool]:
        """Give people by the beginning of a name, and say whether there are more than the answer shows."""
        found = self.vault.people_named(beginning, most=most + 1)
        shown = [each for each in found[:most] if each.name is not None]
        self.looks.people.update(each.person for each in shown)
        return shown, len(found) > most

    def opened(self, sealed: Sealed, place: SealedFor, *, context: str | None = None) -> str | None:
        """Open a text that the answer shows: a personal text is of its author, who is known in a context."""
        text = self.vault.open(sealed, place, context=context)
        if text is not None and context is not None:
            self.looks.at(context, [place.subject])
        return text

    def must_hold_right(self) -> None:
        """Check that whoever acts or asks in a role may still: holds the office, has the seat, is in the party."""
        if self.session.role in {Role.CLOCK, Role.VISITOR}:
            return
        if self.session.link is not None and self.scope is not Scope.OWN_REQUEST and self.asked not in OPENED_BY_LINK:
            raise self.denied()
        if self.session.person is None or not right_of(self.session, self.known, self.log, self.now).opens(self.session):
            raise self.denied()

    @property
    def reaches_few(self) -> bool:
        """Whether there are things of which the session may not know that they are there."""
        return self.scope is not Scope.ALL and self.session.role not in SEES_ALL

    def must_cover(self, about: Aggregate | None) -> None:
        """Check that the scope reaches what a command or question is about: None when nothing is there. No scope, no reach."""
        if not self.covers(about):
            raise self.denied()

    def covers(self, about: Aggregate | None) -> bool:
        """Say whether the scope reaches what a command or question is about."""
        covers = RESOLVERS.get(self.scope)
        return covers is not None and covers(self, about)

    def has_seat(self, network: UUID) -> bool:
        """Say whether the session is of somebody in the core group of a network, today."""
        if self.session.person is None or self.session.network != network:
            return False
        return _own_network(self, self.log.load(Network, network))

    def is_member(self, network: UUID) -> bool:
        """Say whether the session is of somebody who comes as a member, and is one of a network today."""
        if self.session.person is None or self.session.role is not Role.MEMBER:
            return False
        return _membership(self, self.log.load(Network, network))

    def denied(self) -> AccessDenied:
        """Make the refusal of what is asked, for what the scope does not tell by itself."""
        return AccessDenied(role=self.session.role, what=self.asked.__name__)


# Scopes: what each means is said where they are named (access.table)


def _oneself(reach: Reach, about: Aggregate | None) -> bool:
    """
    Reach what one says for oneself (access.commands looks for whom that is); in a core group, where one has a seat.

    A member reaches what they have a part in: of other plans and requests they are not told that they are there.
    """
    if reach.session.role is Role.CORE_GROUP:
        return _own_network(reach, about)
    if reach.session.role is not Role.MEMBER or not isinstance(about, FoundingPlan | AdviceRequest):
        return True
    own = reach.references(in_network(about.network))
    if isinstance(about, FoundingPlan):
        return any(about.is_initiator(each) or each in about.nominations for each in own)
    was_member = reach.log.load_many(membership_id(about.network, each) for each in own)
    return any(each in about.experts for each in own) or bool(was_member)


def _own_network(reach: Reach, about: Aggregate | None) -> bool:
    if reach.session.role is not Role.CORE_GROUP or not isinstance(about, Network):
        return False
    return about.has_seat(reach.reference(in_network(about.id)), reach.now) and about.id == reach.session.network


def _initiator(reach: Reach, about: Aggregate | None) -> bool:
    return isinstance(about, FoundingPlan) and any(map(about.is_initiator, reach.references(in_network(about.network))))


def _own_request(reach: Reach, about: Aggregate | None) -> bool:
    if not isinstance(about, AdviceRequest) or about.requester not in reach.references(OFFICE):
        return False
    link = reach.session.link
    return link is None or (link.request == about.id and (link.proven or not about.closed))


def is_expert(reach: Reach, about: Aggregate | None) -> bool:
    """Say whether the session is of an expert on a request, who may see what is asked."""
    if not isinstance(about, AdviceRequest):
        return False
    found = about.experts.get(reach.reference(in_network(about.network)))
    return found is not None and found.may_look


def _reader(reach: Reach, about: Aggregate | None) -> bool:
    if not isinstance(about, AdviceRequest):
        return False
    if is_expert(reach, about):
        return True
    return about.is_read_by_members and _membership(reach, reach.log.load(Network, about.network))


def _membership(reach: Reach, about: Aggregate | None) -> bool:
    if not isinstance(about, Network) or about.closed_at is not None:
        return False
    found = reach.log.load(Membership, membership_id(about.id, reach.reference(in_network(about.id))))
    return found is not None and found.holds_at(reach.now)


RESOLVERS: Mapping[Scope, Callable[[Reach, Aggregate | None], bool]] = {
    Scope.ALL: lambda _reach, _about: True,
    Scope.SELF: _oneself,
    Scope.OWN_NETWORK: _own_network,
    Scope.INITIATOR: _initiator,
    Scope.OWN_REQUEST: _own_request,
    Scope.READER: _reader,
    Scope.MEMBERSHIP: _membership,
}
