"""May this role ask this? What the table leaves open is looked up: whose seat, whose plan, and never people in the past."""

from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Any, TypeVar, cast
from uuid import UUID

from application.access.days import known_by_days, sees_days
from application.access.event_names import left_out_of
from application.access.parts import kinds_left_out
from application.access.people import counts_exactly, must_be_there
from application.access.positions import Positions
from application.access.scopes import Reach
from application.access.table import QUERIES, Scope
from application.access.visitor import for_visitor
from application.ports.vault.contexts import OFFICE, in_network
from application.queries.advice import AdviceRequests, AnswersToCalls
from application.queries.attention import Asker, AttentionKind, AttentionList, NeedsOfVault
from application.queries.auditing.record import History
from application.queries.base import OfLog, Query
from application.queries.evaluating.evaluation import Evaluation
from application.queries.evaluating.frozen_evaluations import CorrectionsSinceFreezing, FrozenEvaluationDetails, FrozenEvaluations
from application.queries.meetings import LessonsOfNetworks
from application.queries.networks import CoreGroupOnDay, MembersOfNetwork
from domain.advice.call_answer import CallAnswer
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Reference, Role
from domain.kernel.days import day_of
from domain.kernel.events import Aggregate
from domain.networks.conversation import Conversation
from domain.networks.lessons import Lessons
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.plans.founding_plan import FoundingPlan

R = TypeVar("R")

SEEN_AS_ONE = Meeting | Lessons | Conversation
"""What belongs to a network is seen by its core group as the network itself is."""

NAMES: Mapping[str, type[Aggregate] | UnionType] = {
    "network": Network | SEEN_AS_ONE,
    "plan": FoundingPlan,
    "advice_request": AdviceRequest,
    "item": Aggregate,
}
"""By which field a question names what it is about, the first that is filled in, and what that can be."""

PEOPLE = (MembersOfNetwork, CoreGroupOnDay, AnswersToCalls)
"""Questions that are answered with people."""

OF_ONE_NETWORK = (LessonsOfNetworks,)
"""Questions that a core group is answered about its own network, when it names none."""

FROZEN = (FrozenEvaluations, FrozenEvaluationDetails, CorrectionsSinceFreezing)
"""Of these everybody sees what was published; before that, who may ask for an evaluation."""

NOT_FOR_THE_BOARD = (Membership, AdviceRequest, CallAnswer)
"""What the board sees numbers of, and no history."""


def must_be_allowed(question: Query[Any], reach: Reach) -> None:
    """
    Check that a role may ask a question.

    :raises AccessDenied: if not
    :raises UnknownItem: if it is about nothing, or about a person of whom the role may not know that they are there
    """
    scope = reach.scope
    reach.must_hold_right()
    if isinstance(question, History) and scope is Scope.ALL:
        must_be_there(reach, question.item, kind="Item", told=question.item)
    reach.must_cover(_about(question, reach, scope))
    if _is_too_much(question, reach):
        raise reach.denied()


def _about(question: Query[Any], reach: Reach, scope: Scope) -> Aggregate | None:
    """Load what a question is about: for a core group its own network, when it is about that or what belongs to it."""
    own = reach.session.network
    if scope is Scope.ALL:
        return None
    if scope is Scope.SELF:
        return None if own is None else reach.log.load(Network, own)
    field = next((name for name in NAMES if getattr(question, name, None) is not None), None)
    if field is None:
        is_narrowed = isinstance(question, OF_ONE_NETWORK) and scope is Scope.OWN_NETWORK
        return reach.log.load(Network, own) if is_narrowed and own is not None else None
    named: UUID = getattr(question, field)
    found = reach.log.load_many([named]).get(named)
    if not isinstance(found, NAMES[field]):
        return None
    if scope is not Scope.OWN_NETWORK:
        return found
    return reach.log.load(Network, own) if own is not None and own in _networks_of(found, question) else None


def _networks_of(found: Aggregate, question: Query[Any]) -> tuple[UUID, ...]:
    """Give whose core groups see an item; who thinks along with the leading one sees none of its people."""
    if isinstance(found, AdviceRequest):
        return found.networks[:1] if isinstance(question, PEOPLE) else found.networks
    return (found.network if isinstance(found, SEEN_AS_ONE) else found.id,)


def _is_too_much(question: Query[Any], reach: Reach) -> bool:
    """Say whether a core group asks for people of the past, or the board for the history of what it sees only numbers of."""
    if reach.session.role is Role.CORE_GROUP and isinstance(question, PEOPLE):
        return question.looks_back
    if reach.session.role is Role.NATIONAL_BOARD and isinstance(question, History):
        return isinstance(reach.log.load_many([question.item]).get(question.item), NOT_FOR_THE_BOARD)
    return False


def may_read_history(found: Aggregate, reach: Reach) -> bool:
    """Say whether a role that looks at more than one item may read the history of one of them."""
    role, scope = reach.session.role, QUERIES[History].get(reach.session.role)
    if role is Role.NATIONAL_BOARD and isinstance(found, NOT_FOR_THE_BOARD):
        return False
    if isinstance(found, Meeting | Conversation) and not counts_exactly(reach, found.network):
        return False
    if scope is Scope.OWN_NETWORK:
        return reach.session.network in _networks_of(found, History(item=found.id))
    return scope is Scope.ALL


def narrowed(question: Query[R], reach: Reach) -> Query[R]:
    """
    Give the question as it is answered for a role: of a requester about the own requests, of the board not about all.

    A core group sees people as they are now, also on a later page: who left since the first one is not on it. Who sees days asks
    as of days.
    """
    if sees_days(question, reach.session.role):
        question = known_by_days(question)
    if isinstance(question, PEOPLE + OF_ONE_NETWORK) and reach.session.role is Role.CORE_GROUP:
        own: dict[str, object] = {"position": None} if isinstance(question, PEOPLE) else {"network": reach.session.network}
        return cast("Query[R]", question.model_copy(update=own))
    if isinstance(question, FROZEN):
        only_published = reach.session.role not in QUERIES[Evaluation]
        question = cast("Query[R]", question.model_copy(update={"only_published": only_published}))
    if isinstance(question, OfLog):
        audits = reach.session.role is Role.AUDITOR
        known = {
            "after": Positions(reach.vault).read(question.after),
            "auditor": reach.references(OFFICE) if audits else (),
            "one_person": tuple(each.references(OFFICE) for each in reach.vault.merged_people()) if audits else (),
            "today": day_of(reach.now),
        }
        return cast("Query[R]", question.model_copy(update=known))
    if isinstance(question, History):
        return cast("Query[R]", question.model_copy(update={"left_out": left_out_of(reach, question.item)}))
    if reach.session.role is Role.VISITOR:
        return for_visitor(question)
    if not isinstance(question, AdviceRequests):
        return question
    role = reach.session.role
    requesters = reach.references(OFFICE) if role is Role.REQUESTER else None
    narrow = question.model_copy(update={"requesters": requesters, "hides_sensitive": role is Role.NATIONAL_BOARD})
    return cast("Query[R]", narrow)


def asker_of(question: AttentionList, reach: Reach, networks: Iterable[UUID], needed: Iterable[NeedsOfVault] = ()) -> Asker:
    """
    Give whose list is asked for: that of the session, whatever the question says.

    :param needed: what needs the bureau beside that, and the vault alone knows
    :param networks: in which a member may be known, by writing a plan or being asked for a seat
    """
    session = reach.session
    references: frozenset[Reference] = frozenset()
    if session.role is Role.MEMBER and session.person is not None:
        references = frozenset(own for network in networks for own in reach.references(in_network(network)))
    if session.role is Role.REQUESTER:
        references = frozenset(reach.references(OFFICE))
    of_vault: tuple[NeedsOfVault, ...] = ()
    if session.role is Role.PARTY_BUREAU and not question.looks_back:  # the vault keeps no past
        of_vault = (*_refused(reach), *needed)
    without = kinds_left_out(reach.log)
    return Asker(role=session.role, network=session.network, references=references, of_vault=of_vault, without=without)


def _refused(reach: Reach) -> Iterator[NeedsOfVault]:
    for each in reach.vault.refused_addresses():
        if each.name is not None:
            reach.looks.people.add(each.person)
        yield NeedsOfVault(kind=AttentionKind.ADDRESS_REFUSED, item=each.person, name=each.name, since=each.since)
