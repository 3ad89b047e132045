"""May this role ask this? What the table leaves open is looked up: whose seat, whose plan, and never people in the past."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from application.access.table import Scope, scope_of
from application.command_context import OFFICE, in_network
from application.command_handler import must_hold_office
from application.errors import AccessDenied
from application.ports.event_log import EventLog
from application.ports.vault import RefusedAddress, Session, Vault
from application.queries.advice import AdviceRequests, AnswersToCalls
from application.queries.attention import Asker, AttentionList
from application.queries.base import Query
from application.queries.networks import MembersOfNetwork
from application.queries.record import History
from domain.advice.call_answer import CallAnswer
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Reference, Role
from domain.networks.conversation import Conversation
from domain.networks.lessons import Lessons
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.plans.founding_plan import FoundingPlan

R = TypeVar("R")

PEOPLE = (MembersOfNetwork, AnswersToCalls)
"""Questions that are answered with people."""

NOT_FOR_THE_BOARD = (Membership, AdviceRequest, CallAnswer)
"""What the board sees numbers of, and no history."""


def allow_question(question: Query[R], session: Session, log: EventLog, vault: Vault, now: datetime) -> None:
    """
    Check that a role may ask a question.

    :raises AccessDenied: if not
    """
    scope = scope_of(type(question), session.role)
    must_hold_office(session, log, vault)
    if scope is Scope.OWN_NETWORK and not _is_own_network(question, session, log, vault, now):
        raise _denied(question, session)
    if isinstance(question, AttentionList) and session.role is Role.CORE_GROUP and not _has_own_seat(session, log, vault, now):
        raise _denied(question, session)
    if scope is Scope.INITIATOR and not _is_own_plan(question, session, log, vault):
        raise _denied(question, session)
    if scope is Scope.OWN_REQUEST and not _is_own_request(question, session, log, vault):
        raise _denied(question, session)
    if scope is Scope.EXPERT and not _is_expert(question, session, log, vault):
        raise _denied(question, session)
    if scope is Scope.MEMBERSHIP and not _is_member_now(question, session, log, vault, now):
        raise _denied(question, session)
    if session.role is Role.CORE_GROUP and _looks_back(question) and isinstance(question, PEOPLE):
        raise AccessDenied(role=session.role, what=type(question).__name__)
    if session.role is Role.NATIONAL_BOARD and isinstance(question, History) and not _is_for_the_board(question, log):
        raise AccessDenied(role=session.role, what=History.__name__)


def narrowed(question: Query[R], session: Session, vault: Vault) -> Query[R]:
    """Give the question as it is answered for a role: of a requester about the own requests, of the board not about all."""
    if not isinstance(question, AdviceRequests):
        return question
    own = None
    if session.role is Role.REQUESTER and session.person is not None:
        own = vault.reference(session.person, OFFICE)
    return cast(
        "Query[R]", question.model_copy(update={"requester": own, "hides_sensitive": session.role is Role.NATIONAL_BOARD})
    )


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
    if session.role is Role.REQUESTER and session.person is not None:
        references = frozenset({vault.reference(session.person, OFFICE)})
    refused: tuple[RefusedAddress, ...] = ()
    if session.role is Role.PARTY_BUREAU and not looks_back:  # the vault keeps no past
        refused = tuple(vault.refused_addresses())
    return Asker(role=session.role, network=session.network, references=references, refused=refused)


def _is_own_network(question: Query[R], session: Session, log: EventLog, vault: Vault, now: datetime) -> bool:
    about = getattr(question, "network", None)
    if about is None and (request := _request(question, log)) is not None:
        asked = request.networks[:1] if isinstance(question, PEOPLE) else request.networks
        return any(has_seat_now(session, network, log, vault, now) for network in asked)
    about = about or getattr(question, "item", None)
    return about is not None and has_seat_now(session, _network_of(about, log), log, vault, now)


def _network_of(item: UUID, log: EventLog) -> UUID:
    """Give the network that an item is of: what belongs to it is seen by its core group as the network itself is."""
    found = log.load_many([item]).get(item)
    return found.network if isinstance(found, Meeting | Lessons | Conversation) else item


def _is_for_the_board(question: History, log: EventLog) -> bool:
    return not any(isinstance(found, NOT_FOR_THE_BOARD) for found in log.load_many([question.item]).values())


def _request(question: Query[R], log: EventLog) -> AdviceRequest | None:
    about = getattr(question, "advice_request", None) or getattr(question, "item", None)
    return None if about is None else log.load(AdviceRequest, about)


def _is_own_request(question: Query[R], session: Session, log: EventLog, vault: Vault) -> bool:
    request = _request(question, log)
    return request is not None and session.person is not None and request.requester == vault.reference(session.person, OFFICE)


def _is_expert(question: Query[R], session: Session, log: EventLog, vault: Vault) -> bool:
    request = _request(question, log)
    if request is None or session.person is None:
        return False
    expert = request.experts.get(vault.reference(session.person, in_network(request.network)))
    return expert is not None and expert.may_look


def _is_member_now(question: Query[R], session: Session, log: EventLog, vault: Vault, now: datetime) -> bool:
    about = getattr(question, "network", None)
    network = None if about is None else log.load(Network, about)
    if network is None or network.closed_at is not None or session.person is None:
        return False
    membership = log.load(Membership, membership_id(network.id, vault.reference(session.person, in_network(network.id))))
    return membership is not None and membership.holds_at(now)


def _is_own_plan(question: Query[R], session: Session, log: EventLog, vault: Vault) -> bool:
    about = getattr(question, "plan", None) or getattr(question, "item", None)
    plan = None if about is None else log.load(FoundingPlan, about)
    if plan is None or session.person is None:
        return False
    return plan.is_initiator(vault.reference(session.person, in_network(plan.network)))


def _looks_back(question: Query[Any]) -> bool:
    return question.on is not None or question.known_at is not None


def _denied(question: Query[R], session: Session) -> AccessDenied:
    return AccessDenied(role=session.role, what=type(question).__name__)
