"""May this role ask this? What the table leaves open is looked up: whose seat, whose plan, and never people in the past."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from application import queries as q
from application.access import Scope, scope_of
from application.errors import AccessDenied
from application.handling import must_hold_office
from application.ports import EventLog, Session, Vault
from application.queries.attention import Asker, RefusedAddress
from application.work import in_network
from domain.acts import Reference, Role
from domain.founding_plan import FoundingPlan
from domain.membership import Membership
from domain.network import Network

R = TypeVar("R")

PEOPLE = (q.MembersOfNetwork,)
"""Questions that are answered with people."""


def allow_question(question: q.Query[R], session: Session, log: EventLog, vault: Vault, now: datetime) -> None:
    """
    Check that a role may ask a question.

    :raises AccessDenied: if not
    """
    scope = scope_of(type(question), session.role)
    must_hold_office(session, log, vault)
    if scope is Scope.OWN_NETWORK and not _is_own_network(question, session, log, vault, now):
        raise _denied(question, session)
    if isinstance(question, q.AttentionList) and session.role is Role.CORE_GROUP and not _has_own_seat(session, log, vault, now):
        raise _denied(question, session)
    if scope is Scope.INITIATOR and not _is_own_plan(question, session, log, vault):
        raise _denied(question, session)
    if isinstance(question, PEOPLE) and session.role is Role.CORE_GROUP and _looks_back(question):
        raise _denied(question, session)
    if isinstance(question, q.History) and session.role is Role.NATIONAL_BOARD and log.load(Membership, question.item):
        raise _denied(question, session)


def has_seat_now(session: Session, network: UUID, log: EventLog, vault: Vault, now: datetime) -> bool:
    """Say whether a session is of somebody in the core group of a network, today."""
    if session.role is not Role.CORE_GROUP or session.network != network or session.person is None:
        return False
    found = log.load(Network, network)
    return found is not None and found.has_seat(vault.reference(session.person, in_network(network)), now)


def _has_own_seat(session: Session, log: EventLog, vault: Vault, now: datetime) -> bool:
    return session.network is not None and has_seat_now(session, session.network, log, vault, now)


def asker_of(session: Session, networks: Iterable[UUID], vault: Vault, *, looks_back: bool) -> Asker:
    """
    Give whose list is asked for: that of the session, whatever the question says.

    :param networks: in which a member may be known, by writing a plan or being asked for a seat
    """
    references: frozenset[Reference] = frozenset()
    if session.role is Role.MEMBER and session.person is not None:
        known = vault.known(session.person)
        references = frozenset(known.reference(in_network(network)) for network in networks)
    refused: tuple[RefusedAddress, ...] = ()
    if session.role is Role.PARTY_BUREAU and not looks_back:  # the vault keeps no past
        known_now = vault.refused_addresses()
        refused = tuple(RefusedAddress(person=each.person, name=each.name, since=each.since) for each in known_now)
    return Asker(role=session.role, network=session.network, references=references, refused=refused)


def _is_own_network(question: q.Query[R], session: Session, log: EventLog, vault: Vault, now: datetime) -> bool:
    about = getattr(question, "network", None) or getattr(question, "item", None)
    return about is not None and has_seat_now(session, about, log, vault, now)


def _is_own_plan(question: q.Query[R], session: Session, log: EventLog, vault: Vault) -> bool:
    about = getattr(question, "plan", None) or getattr(question, "item", None)
    plan = None if about is None else log.load(FoundingPlan, about)
    if plan is None or session.person is None:
        return False
    return plan.is_initiator(vault.reference(session.person, in_network(plan.network)))


def _looks_back(question: q.Query[Any]) -> bool:
    return question.on is not None or question.known_at is not None


def _denied(question: q.Query[R], session: Session) -> AccessDenied:
    return AccessDenied(role=session.role, what=type(question).__name__)
