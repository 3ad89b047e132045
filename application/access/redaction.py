"""What a role sees of an answer: names and opened texts where it may, bands instead of counts where people are few."""

from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from application.access.queries import has_seat_now
from application.access.redaction_of_advice import RedactionOfAdvice
from application.access.redaction_of_histories import RedactionOfHistory
from application.command_context import OFFICE, in_network
from application.errors import AccessDenied, PersonNotFound, UnknownItem
from application.evaluation.bands import band
from application.evaluation.disclosure import evaluated, without_events_of_people, without_quotes
from application.ports.event_log import EventLog
from application.ports.vault import Session, Vault
from application.queries.advice import (
    AdviceRequestDetails,
    AdviceRequestEntry,
    AdviceRequestPage,
    AdviceRequests,
    AnswersToCalls,
    CallAnswerEntry,
    CallEntry,
)
from application.queries.base import Many, Query
from application.queries.conversations import ConversationEntry, Conversations
from application.queries.evaluation import Evaluation, EvaluationReport
from application.queries.meetings import Attendee, MeetingDetails, MeetingEntry, MeetingPage, Meetings
from application.queries.networks import (
    GrowthCurve,
    MemberEntry,
    MembershipCount,
    MembershipReport,
    MembersOfNetwork,
    NetworkDetails,
    NetworkDirectory,
    NetworkEntry,
    NetworkPage,
    TimeToTarget,
)
from application.queries.plans import DecisionEntry, DecisionRegister, FoundingPlanDetails, PlanPage, QuestionEntry
from application.queries.record import (
    EventEntry,
    History,
    Me,
    OfficeEntry,
    OfficesHeld,
    PersonFound,
    PersonNamed,
    Reasons,
    WhoAmI,
    Why,
)
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Role, is_reference
from domain.kernel.events import Aggregate
from domain.kernel.text import Sealed, SealedFor
from domain.networks.conversation import Conversation
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.plans.founding_plan import FoundingPlan

R = TypeVar("R")
N = TypeVar("N", NetworkEntry, MembershipCount)

SEES_NAMES = frozenset({Role.PARTY_BUREAU, Role.CORE_GROUP, Role.NATIONAL_BOARD, Role.MEMBER})
FROM_COUNTS = ("joined", "left", "below_minimum", "repair_by")
"""What counts the people of a network, or says more of their number than a band does."""
OPENS_DOSSIERS = frozenset({Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.MEMBER})
"""Of members only the initiators of a plan get this far (application.access.queries)."""


def shown(question: Query[R], answer: R, session: Session, log: EventLog, vault: Vault) -> R:
    """
    Give an answer as a role may see it.

    :raises AccessDenied: if it is about people in a sensitive network whom this role must not count one by one
    """
    view = Redaction(session, log, vault, looks_back=question.on is not None or question.known_at is not None)
    show = REDACTIONS.get(type(question))
    return answer if show is None else cast("R", show(view, question, answer))


OF_THE_VAULT = (PersonNamed, WhoAmI)
"""Questions that no fact answers: who somebody is, the vault knows."""


def from_vault(question: PersonNamed | WhoAmI, session: Session, vault: Vault) -> PersonFound | Me:
    """
    Tell who somebody is: oneself, or for the bureau somebody by their whole name.

    :raises PersonNotFound: if nobody, or more than one, is called so
    """
    if isinstance(question, WhoAmI):
        return Me(person=session.person, role=session.role, network=session.network)
    person = vault.person_named(question.name)
    if person is None:
        raise PersonNotFound
    return PersonFound(person=person, name=question.name)


class Redaction:
    """One session looking at one answer."""

    def __init__(self, session: Session, log: EventLog, vault: Vault, *, looks_back: bool) -> None:
        self.looks_back = looks_back
        self.session = session
        self.log = log
        self.vault = vault

    def counts_exactly(self, network: UUID, *, sensitive: bool) -> bool:
        """Say whether this role sees the exact numbers of a network; today's protection holds for the past as well."""
        if not (sensitive or self._is_sensitive_now(network)) or self.session.role is Role.PARTY_BUREAU:
            return True
        return self._has_seat(network)

    def names(self, context: str, references: list[str]) -> dict[str, str]:
        """Give the names behind references, none for roles that look on without names."""
        if self.session.role not in SEES_NAMES:
            return {}
        return self.vault.names(context, [reference for reference in references if is_reference(reference)])

    def _is_sensitive_now(self, network: UUID) -> bool:
        found = self.log.load(Network, network)
        return found is not None and found.sensitive

    def _now(self) -> datetime:
        return self.log.now()

    # Networks

    def networks(self, _: NetworkDirectory | MembershipReport, answer: Many[N]) -> Many[N]:
        """Show bands for sensitive networks."""
        protected = self._sensitive_of([entry.network for entry in answer.items])
        items = tuple(self._banded(entry, protected) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    def network(self, _: NetworkDetails, answer: NetworkPage) -> NetworkPage:
        """Show a band for a sensitive network."""
        return cast("NetworkPage", self._banded(answer, self._sensitive_of([answer.network])))

    def protect(self, question: GrowthCurve | TimeToTarget, answer: object) -> object:
        """Refuse what would count the people of a sensitive network one by one."""
        if not self.counts_exactly(question.network, sensitive=False):
            raise AccessDenied(role=self.session.role, what=type(question).__name__)
        return answer

    def why(self, question: Why, answer: Reasons) -> Reasons:
        """Refuse the events behind a count of people in a sensitive network."""
        about_people = question.figure not in {"status", "places-taken"}
        if about_people and not self.counts_exactly(question.item, sensitive=False):
            raise AccessDenied(role=self.session.role, what=Why.__name__)
        return answer

    def evaluation(self, _: Evaluation, answer: EvaluationReport) -> EvaluationReport:
        """Show no person of a sensitive network, and events of people and lessons only to those who may ask for them."""
        shown = evaluated(answer, self.log, self.vault)
        return without_quotes(without_events_of_people(shown, self.session), self.session)

    def _sensitive_of(self, networks: list[UUID]) -> frozenset[UUID]:
        """Give which networks are sensitive today; an answer about now says so itself."""
        if self.session.role is Role.PARTY_BUREAU or not self.looks_back:
            return frozenset()
        found = self.log.load_many(networks)
        return frozenset(item for item, each in found.items() if isinstance(each, Network) and each.sensitive)

    def _banded(self, entry: Any, protected: frozenset[UUID]) -> Any:  # noqa: ANN401  # three shapes with the same fields
        if not (entry.sensitive or entry.network in protected) or self.counts_exactly(entry.network, sensitive=True):
            return entry
        hidden: dict[str, object] = {"members": None, "core_group": None, "members_band": band(entry.members)}
        hidden |= {name: None for name in FROM_COUNTS if name in type(entry).model_fields}
        return entry.model_copy(update=hidden)

    # Meetings

    def meetings(self, _: Meetings, answer: Many[MeetingEntry]) -> Many[MeetingEntry]:
        """Show day and band of the meetings of sensitive networks."""
        protected = self._sensitive_of(list({entry.network for entry in answer.items}))
        may_count = {
            network: self.counts_exactly(network, sensitive=True)
            for network in {entry.network for entry in answer.items if entry.sensitive or entry.network in protected}
        }
        items = tuple(entry if may_count.get(entry.network, True) else _veiled(entry) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    def meeting(self, _: MeetingDetails, answer: MeetingPage) -> MeetingPage:
        """Show who was there to the core group of today, and title and number of a sensitive network only where they may be."""
        is_sensitive = answer.sensitive or self._is_sensitive_now(answer.network)
        if is_sensitive and not self.counts_exactly(answer.network, sensitive=True):
            return _veiled(answer).model_copy(update={"reason": None, "attendees": ()})
        may_name = not is_sensitive and not self.looks_back and self._has_seat(answer.network)
        attendees = self._attendees(answer) if may_name else ()
        return answer.model_copy(update={"attendees": attendees})

    def _attendees(self, answer: MeetingPage) -> tuple[Attendee, ...]:
        """Give those who are still members, by name: a core group sees no former ones."""
        held_by = {membership_id(answer.network, each.reference): each.reference for each in answer.attendees}
        found = self.log.load_many(held_by)
        still = [held_by[item] for item, each in found.items() if isinstance(each, Membership) and each.holds_at(self._now())]
        names = self.names(in_network(answer.network), still)
        return tuple(
            each.model_copy(update={"name": names.get(each.reference)}) for each in answer.attendees if each.reference in still
        )

    def conversations(self, _: Conversations, answer: Many[ConversationEntry]) -> Many[ConversationEntry]:
        """Leave out the day on which a sensitive network reached a number: it is that number."""
        may_count = {each.network: self.counts_exactly(each.network, sensitive=False) for each in answer.items}
        hidden = {"day": None, "opened_at": None}
        items = tuple(each if may_count[each.network] else each.model_copy(update=hidden) for each in answer.items)
        return answer.model_copy(update={"items": items})

    def history(self, question: History, answer: Many[EventEntry]) -> Many[EventEntry]:
        """
        Name those whom the role may know; leave out who was at a meeting, and for most what a core group is like.

        Where people are counted, a sensitive network's is for few.
        """
        found = self.log.load_many([question.item]).get(question.item)
        if isinstance(found, Meeting | Conversation) and not self.counts_exactly(found.network, sensitive=False):
            raise AccessDenied(role=self.session.role, what=History.__name__)
        view = RedactionOfHistory(self.session, self.log, self.vault, self.looks_back)
        answer = view.named(answer, found, self._now())
        hidden = self._hidden_in(found)
        if hidden is None:
            return answer
        left = ({name: value for name, value in entry.data.items() if name != hidden} for entry in answer.items)
        items = tuple(entry.model_copy(update={"data": data}) for entry, data in zip(answer.items, left, strict=True))
        return answer.model_copy(update={"items": items})

    def _hidden_in(self, found: Aggregate | None) -> str | None:
        """Name the field that is left out of a history: who was there; and a number, which tells of each of so few people."""
        if isinstance(found, Meeting):
            return "attendees"
        knows_mix = self.session.role in {Role.PARTY_BUREAU, Role.CORE_GROUP}
        return "with_experience" if isinstance(found, Network) and not knows_mix else None

    def _has_seat(self, network: UUID) -> bool:
        return has_seat_now(self.session, network, self.log, self.vault, self._now())

    # People

    def members(self, question: MembersOfNetwork, answer: Many[MemberEntry]) -> Many[MemberEntry]:
        """Show names to the core group, and to the bureau where the network is not sensitive."""
        if self.session.role is Role.PARTY_BUREAU and self._is_sensitive_now(question.network):
            return answer
        names = self.names(in_network(question.network), [entry.reference for entry in answer.items])
        items = tuple(entry.model_copy(update={"name": names.get(entry.reference)}) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    def offices(self, _: OfficesHeld, answer: Many[OfficeEntry]) -> Many[OfficeEntry]:
        """Show names to the administrator, who gave the roles."""
        if self.session.role is not Role.ADMINISTRATOR:
            return answer
        names = self.vault.names(OFFICE, [entry.reference for entry in answer.items])
        items = tuple(entry.model_copy(update={"name": names.get(entry.reference)}) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    # Plans and decisions

    def plan(self, _: FoundingPlanDetails, answer: PlanPage) -> PlanPage:
        """Show names of the core group to be, and open the board's questions, to those who handle the case."""
        context = in_network(self._network_of(answer))
        names = self.names(context, [nomination.reference for nomination in answer.nominations])
        nominations = tuple(each.model_copy(update={"name": names.get(each.reference)}) for each in answer.nominations)
        questions = answer.questions
        if self.session.role in OPENS_DOSSIERS:
            questions = tuple(self._opened(answer.plan, question) for question in questions)
        return answer.model_copy(update={"nominations": nominations, "questions": questions})

    def _network_of(self, answer: PlanPage) -> UUID:
        plan = self.log.load(FoundingPlan, answer.plan)
        if plan is None:
            raise UnknownItem(kind="FoundingPlan", item=answer.plan)
        return plan.network

    def _opened(self, plan: UUID, question: QuestionEntry) -> QuestionEntry:
        return question.model_copy(
            update={
                "question_text": self._open(plan, question.question, "BoardQuestionAsked", "question"),
                "answer_text": self._open(plan, question.answer, "BoardQuestionAnswered", "answer"),
            }
        )

    def _open(self, plan: UUID, sealed: Sealed | None, event_type: str, field: str) -> str | None:
        if sealed is None:
            return None
        return self.vault.open(sealed, SealedFor(aggregate=str(plan), event_type=event_type, field=field, subject=str(plan)))

    def decisions(self, _: DecisionRegister, answer: Many[DecisionEntry]) -> Many[DecisionEntry]:
        """Show who recorded a decision to bureau and board."""
        if self.session.role not in {Role.PARTY_BUREAU, Role.NATIONAL_BOARD}:
            return answer
        names = self.names(OFFICE, [entry.entered_by for entry in answer.items if entry.entered_by is not None])
        items = tuple(entry.model_copy(update={"entered_by_name": names.get(entry.entered_by or "")}) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    # Advice

    def requests(self, _: AdviceRequests, answer: Many[AdviceRequestEntry]) -> Many[AdviceRequestEntry]:
        """Show the texts of requests to those who may read them."""
        return answer.model_copy(update={"items": RedactionOfAdvice(self.session, self.vault).entries(answer.items)})

    def request(self, _: AdviceRequestDetails, answer: AdviceRequestPage) -> AdviceRequestPage:
        """
        Show one request; experts by name to the core group, and to the bureau where the network is not sensitive.

        The core group sees no people through the past.
        """
        named = self.session.role in SEES_NAMES
        if self.session.role is Role.PARTY_BUREAU:
            named = not any(self._is_sensitive_now(expert.network) for expert in answer.experts)
        if self.session.role is Role.CORE_GROUP and self.looks_back:
            answer = answer.model_copy(update={"experts": ()})
        calls = tuple(each if self.counts_exactly(each.network, sensitive=False) else _banded(each) for each in answer.calls)
        return RedactionOfAdvice(self.session, self.vault).page(answer.model_copy(update={"calls": calls}), names_experts=named)

    def call_answers(self, question: AnswersToCalls, answer: Many[CallAnswerEntry]) -> Many[CallAnswerEntry]:
        """Show the core group what its members answered."""
        request = self.log.load(AdviceRequest, question.advice_request)
        if request is None:
            raise UnknownItem(kind="AdviceRequest", item=question.advice_request)
        items = RedactionOfAdvice(self.session, self.vault).answers(request.network, request.id, answer.items)
        return answer.model_copy(update={"items": items})


def _banded(call: CallEntry) -> CallEntry:
    counted = call.answers
    return call.model_copy(update={"answers": None, "answers_band": None if counted is None else band(counted)})


M = TypeVar("M", bound=MeetingEntry)


def _veiled(entry: M) -> M:
    hidden = {"title": None, "present": None, "present_band": None if entry.present is None else band(entry.present)}
    return entry.model_copy(update=hidden)


REDACTIONS: dict[type[Query[Any]], Any] = {
    NetworkDirectory: Redaction.networks,
    NetworkDetails: Redaction.network,
    MembershipReport: Redaction.networks,
    GrowthCurve: Redaction.protect,
    TimeToTarget: Redaction.protect,
    Why: Redaction.why,
    Meetings: Redaction.meetings,
    MeetingDetails: Redaction.meeting,
    Conversations: Redaction.conversations,
    History: Redaction.history,
    Evaluation: Redaction.evaluation,
    MembersOfNetwork: Redaction.members,
    OfficesHeld: Redaction.offices,
    FoundingPlanDetails: Redaction.plan,
    DecisionRegister: Redaction.decisions,
    AdviceRequests: Redaction.requests,
    AdviceRequestDetails: Redaction.request,
    AnswersToCalls: Redaction.call_answers,
}
