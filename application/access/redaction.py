"""What a role sees of an answer: names and opened texts where it may, bands instead of counts where people are few."""

from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from application import queries as q
from application.access.queries import has_seat_now
from application.access.redaction_of_advice import AdviceView
from application.access.redaction_of_histories import HistoryView
from application.command_context import OFFICE, in_network
from application.errors import AccessDenied, PersonNotFound, UnknownItem
from application.evaluation.bands import band
from application.evaluation.disclosure import evaluated, without_events_of_people, without_quotes
from application.ports.event_log import EventLog
from application.ports.vault import Session, Vault
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
N = TypeVar("N", q.NetworkEntry, q.MembershipCount)

SEES_NAMES = frozenset({Role.PARTY_BUREAU, Role.CORE_GROUP, Role.NATIONAL_BOARD, Role.MEMBER})
FROM_COUNTS = ("joined", "left", "below_minimum", "repair_by")
"""What counts the people of a network, or says more of their number than a band does."""
OPENS_DOSSIERS = frozenset({Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.MEMBER})
"""Of members only the initiators of a plan get this far (application.access.queries)."""


def shown(question: q.Query[R], answer: R, session: Session, log: EventLog, vault: Vault) -> R:
    """
    Give an answer as a role may see it.

    :raises AccessDenied: if it is about people in a sensitive network whom this role must not count one by one
    """
    view = _View(session, log, vault, looks_back=question.on is not None or question.known_at is not None)
    show = VIEWS.get(type(question))
    return answer if show is None else cast("R", show(view, question, answer))


OF_THE_VAULT = (q.PersonNamed, q.WhoAmI)
"""Questions that no fact answers: who somebody is, the vault knows."""


def from_vault(question: q.PersonNamed | q.WhoAmI, session: Session, vault: Vault) -> q.PersonFound | q.Me:
    """
    Tell who somebody is: oneself, or for the bureau somebody by their whole name.

    :raises PersonNotFound: if nobody, or more than one, is called so
    """
    if isinstance(question, q.WhoAmI):
        return q.Me(person=session.person, role=session.role, network=session.network)
    person = vault.person_named(question.name)
    if person is None:
        raise PersonNotFound
    return q.PersonFound(person=person, name=question.name)


class _View:
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

    def networks(self, _: q.NetworkDirectory | q.MembershipReport, answer: q.Many[N]) -> q.Many[N]:
        """Show bands for sensitive networks."""
        protected = self._sensitive_of([entry.network for entry in answer.items])
        items = tuple(self._banded(entry, protected) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    def network(self, _: q.NetworkDetails, answer: q.NetworkPage) -> q.NetworkPage:
        """Show a band for a sensitive network."""
        return cast("q.NetworkPage", self._banded(answer, self._sensitive_of([answer.network])))

    def protect(self, question: q.GrowthCurve | q.TimeToTarget, answer: object) -> object:
        """Refuse what would count the people of a sensitive network one by one."""
        if not self.counts_exactly(question.network, sensitive=False):
            raise AccessDenied(role=self.session.role, what=type(question).__name__)
        return answer

    def why(self, question: q.Why, answer: q.Reasons) -> q.Reasons:
        """Refuse the events behind a count of people in a sensitive network."""
        about_people = question.figure not in {"status", "places-taken"}
        if about_people and not self.counts_exactly(question.item, sensitive=False):
            raise AccessDenied(role=self.session.role, what=q.Why.__name__)
        return answer

    def evaluation(self, _: q.Evaluation, answer: q.EvaluationReport) -> q.EvaluationReport:
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

    def meetings(self, _: q.Meetings, answer: q.Many[q.MeetingEntry]) -> q.Many[q.MeetingEntry]:
        """Show day and band of the meetings of sensitive networks."""
        protected = self._sensitive_of(list({entry.network for entry in answer.items}))
        may_count = {
            network: self.counts_exactly(network, sensitive=True)
            for network in {entry.network for entry in answer.items if entry.sensitive or entry.network in protected}
        }
        items = tuple(entry if may_count.get(entry.network, True) else _veiled(entry) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    def meeting(self, _: q.MeetingDetails, answer: q.MeetingPage) -> q.MeetingPage:
        """Show who was there to the core group of today, and title and number of a sensitive network only where they may be."""
        is_sensitive = answer.sensitive or self._is_sensitive_now(answer.network)
        if is_sensitive and not self.counts_exactly(answer.network, sensitive=True):
            return _veiled(answer).model_copy(update={"reason": None, "attendees": ()})
        may_name = not is_sensitive and not self.looks_back and self._has_seat(answer.network)
        attendees = self._attendees(answer) if may_name else ()
        return answer.model_copy(update={"attendees": attendees})

    def _attendees(self, answer: q.MeetingPage) -> tuple[q.Attendee, ...]:
        """Give those who are still members, by name: a core group sees no former ones."""
        held_by = {membership_id(answer.network, each.reference): each.reference for each in answer.attendees}
        found = self.log.load_many(held_by)
        still = [held_by[item] for item, each in found.items() if isinstance(each, Membership) and each.holds_at(self._now())]
        names = self.names(in_network(answer.network), still)
        return tuple(
            each.model_copy(update={"name": names.get(each.reference)}) for each in answer.attendees if each.reference in still
        )

    def conversations(self, _: q.Conversations, answer: q.Many[q.ConversationEntry]) -> q.Many[q.ConversationEntry]:
        """Leave out the day on which a sensitive network reached a number: it is that number."""
        may_count = {each.network: self.counts_exactly(each.network, sensitive=False) for each in answer.items}
        hidden = {"day": None, "opened_at": None}
        items = tuple(each if may_count[each.network] else each.model_copy(update=hidden) for each in answer.items)
        return answer.model_copy(update={"items": items})

    def history(self, question: q.History, answer: q.Many[q.EventEntry]) -> q.Many[q.EventEntry]:
        """
        Name those whom the role may know; leave out who was at a meeting, and for most what a core group is like.

        Where people are counted, a sensitive network's is for few.
        """
        found = self.log.load_many([question.item]).get(question.item)
        if isinstance(found, Meeting | Conversation) and not self.counts_exactly(found.network, sensitive=False):
            raise AccessDenied(role=self.session.role, what=q.History.__name__)
        view = HistoryView(self.session, self.log, self.vault, self.looks_back)
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

    def members(self, question: q.MembersOfNetwork, answer: q.Many[q.MemberEntry]) -> q.Many[q.MemberEntry]:
        """Show names to the core group, and to the bureau where the network is not sensitive."""
        if self.session.role is Role.PARTY_BUREAU and self._is_sensitive_now(question.network):
            return answer
        names = self.names(in_network(question.network), [entry.reference for entry in answer.items])
        items = tuple(entry.model_copy(update={"name": names.get(entry.reference)}) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    def offices(self, _: q.OfficesHeld, answer: q.Many[q.OfficeEntry]) -> q.Many[q.OfficeEntry]:
        """Show names to the administrator, who gave the roles."""
        if self.session.role is not Role.ADMINISTRATOR:
            return answer
        names = self.vault.names(OFFICE, [entry.reference for entry in answer.items])
        items = tuple(entry.model_copy(update={"name": names.get(entry.reference)}) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    # Plans and decisions

    def plan(self, _: q.FoundingPlanDetails, answer: q.PlanPage) -> q.PlanPage:
        """Show names of the core group to be, and open the board's questions, to those who handle the case."""
        context = in_network(self._network_of(answer))
        names = self.names(context, [nomination.reference for nomination in answer.nominations])
        nominations = tuple(each.model_copy(update={"name": names.get(each.reference)}) for each in answer.nominations)
        questions = answer.questions
        if self.session.role in OPENS_DOSSIERS:
            questions = tuple(self._opened(answer.plan, question) for question in questions)
        return answer.model_copy(update={"nominations": nominations, "questions": questions})

    def _network_of(self, answer: q.PlanPage) -> UUID:
        plan = self.log.load(FoundingPlan, answer.plan)
        if plan is None:
            raise UnknownItem(kind="FoundingPlan", item=answer.plan)
        return plan.network

    def _opened(self, plan: UUID, question: q.QuestionEntry) -> q.QuestionEntry:
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

    def decisions(self, _: q.DecisionRegister, answer: q.Many[q.DecisionEntry]) -> q.Many[q.DecisionEntry]:
        """Show who recorded a decision to bureau and board."""
        if self.session.role not in {Role.PARTY_BUREAU, Role.NATIONAL_BOARD}:
            return answer
        names = self.names(OFFICE, [entry.entered_by for entry in answer.items if entry.entered_by is not None])
        items = tuple(entry.model_copy(update={"entered_by_name": names.get(entry.entered_by or "")}) for entry in answer.items)
        return answer.model_copy(update={"items": items})

    # Advice

    def requests(self, _: q.AdviceRequests, answer: q.Many[q.AdviceRequestEntry]) -> q.Many[q.AdviceRequestEntry]:
        """Show the texts of requests to those who may read them."""
        return answer.model_copy(update={"items": AdviceView(self.session, self.vault).entries(answer.items)})

    def request(self, _: q.AdviceRequestDetails, answer: q.AdviceRequestPage) -> q.AdviceRequestPage:
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
        return AdviceView(self.session, self.vault).page(answer.model_copy(update={"calls": calls}), names_experts=named)

    def call_answers(self, question: q.AnswersToCalls, answer: q.Many[q.CallAnswerEntry]) -> q.Many[q.CallAnswerEntry]:
        """Show the core group what its members answered."""
        request = self.log.load(AdviceRequest, question.advice_request)
        if request is None:
            raise UnknownItem(kind="AdviceRequest", item=question.advice_request)
        items = AdviceView(self.session, self.vault).answers(request.network, request.id, answer.items)
        return answer.model_copy(update={"items": items})


def _banded(call: q.CallEntry) -> q.CallEntry:
    counted = call.answers
    return call.model_copy(update={"answers": None, "answers_band": None if counted is None else band(counted)})


M = TypeVar("M", bound=q.MeetingEntry)


def _veiled(entry: M) -> M:
    hidden = {"title": None, "present": None, "present_band": None if entry.present is None else band(entry.present)}
    return entry.model_copy(update=hidden)


VIEWS: dict[type[q.Query[Any]], Any] = {
    q.NetworkDirectory: _View.networks,
    q.NetworkDetails: _View.network,
    q.MembershipReport: _View.networks,
    q.GrowthCurve: _View.protect,
    q.TimeToTarget: _View.protect,
    q.Why: _View.why,
    q.Meetings: _View.meetings,
    q.MeetingDetails: _View.meeting,
    q.Conversations: _View.conversations,
    q.History: _View.history,
    q.Evaluation: _View.evaluation,
    q.MembersOfNetwork: _View.members,
    q.OfficesHeld: _View.offices,
    q.FoundingPlanDetails: _View.plan,
    q.DecisionRegister: _View.decisions,
    q.AdviceRequests: _View.requests,
    q.AdviceRequestDetails: _View.request,
    q.AnswersToCalls: _View.call_answers,
}
