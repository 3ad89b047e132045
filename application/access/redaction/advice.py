"""What a role sees of an advice request: its texts opened, or not at all; names where people may be known."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel

from application.access.event_names import READS_CLOSED
from application.access.people import SEES_NAMES, counts_exactly, veiled
from application.access.scopes import Reach, is_expert
from application.errors import UnknownItem
from application.ports.vault.contexts import OFFICE, in_network
from application.queries import advice
from application.queries.base import Many
from domain.advice.call_answer import call_answer_id
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Reference, Role
from domain.kernel.text import SealedFor

S = TypeVar("S", bound=BaseModel)
E = TypeVar("E", bound=advice.AdviceRequestEntry)
Opener = Callable[[advice.Wording], advice.Wording | None]

READS_OPEN = READS_CLOSED | {Role.PARTY_BUREAU, Role.AUDITOR}
NAMES_REQUESTERS = frozenset({Role.PARTY_BUREAU, Role.CORE_GROUP})
KNOWS_EXPERTS = frozenset({Role.PARTY_BUREAU, Role.CORE_GROUP, Role.AUDITOR})


def requests(reach: Reach, _: advice.AdviceRequests, answer: Many[advice.AdviceRequestEntry]) -> Many[advice.AdviceRequestEntry]:
    names = _requesters(reach, answer.items)
    may_count = {network: counts_exactly(reach, network) for network in {each.network for each in answer.items}}
    shown = (each if may_count[each.network] else veiled(each) for each in answer.items)
    return answer.with_items(_entry(reach, each, names) for each in shown)


def request(reach: Reach, question: advice.AdviceRequestDetails, answer: advice.AdviceRequestPage) -> advice.AdviceRequestPage:
    """
    Show one request; to members what was asked, answered and done with it.

    Experts are for core group, bureau and auditor, and of a sensitive network for its own core group only.

    The core group sees no people through the past.
    """
    if reach.session.role is Role.MEMBER and not is_expert(reach, reach.log.load(AdviceRequest, answer.advice_request)):
        return _for_members(reach, answer)
    calls = tuple(each if counts_exactly(reach, each.network) else veiled(each) for each in answer.calls)
    may_count = counts_exactly(reach, answer.network)
    counted = (answer if may_count else veiled(answer)).model_copy(update={"calls": calls})
    shown = _entry(reach, counted, _requesters(reach, (answer,)))
    sees_experts = may_count and reach.session.role in KNOWS_EXPERTS and _reads(reach, answer)
    if not sees_experts or (reach.session.role is Role.CORE_GROUP and question.looks_back):
        return shown.model_copy(update={"experts": ()})
    named = reach.session.role in SEES_NAMES
    experts = (each for each in answer.experts if counts_exactly(reach, each.network))
    return shown.model_copy(update={"experts": tuple(_expert(reach, answer, each, named=named) for each in experts)})


def _for_members(reach: Reach, answer: advice.AdviceRequestPage) -> advice.AdviceRequestPage:
    """
    Show what was asked and answered and what was done with it, and nobody who had a hand in it.

    :raises AccessDenied: if it was not answered yet at the moment that is looked at
    """
    if answer.delivered_at is None or answer.closed:
        raise reach.denied()
    nobody = dict.fromkeys(("requester", "requester_name", "recorded_by", "explanation"))
    said = ("redirections", "clarifications", "new_days", "experts", "calls", "contributions", "events")
    return veiled(answer).model_copy(update={**nobody, **dict.fromkeys(said, ())})


def _reads(reach: Reach, entry: advice.AdviceRequestEntry) -> bool:
    return reach.session.role in (READS_CLOSED if entry.closed else READS_OPEN)


def _entry(reach: Reach, entry: E, names: dict[str, str]) -> E:
    if not _reads(reach, entry):
        hidden = {"requester": None, "recorded_by": None}
        return with_wordings(entry, lambda _: None).model_copy(update=hidden)
    if entry.closed and entry.requester is not None:
        reach.looks.at(OFFICE, [entry.requester])
    opened = with_wordings(entry, lambda wording: _opened(reach, wording, entry.advice_request))
    return opened.model_copy(update={"requester_name": names.get(entry.requester or "")})


def _requesters(reach: Reach, entries: tuple[advice.AdviceRequestEntry, ...]) -> dict[str, str]:
    if reach.session.role not in NAMES_REQUESTERS:
        return {}
    return reach.names(OFFICE, [entry.requester for entry in entries if entry.requester and _reads(reach, entry)])


def _opened(
    reach: Reach, wording: advice.Wording | None, item: UUID, *, author: Reference | None = None, context: str | None = None
) -> advice.Wording | None:
    """Open a text that is sealed with the key of its request, or with that of its author in a context."""
    if wording is None or wording.sealed is None:
        return wording
    subject = author or str(item)
    place = SealedFor(aggregate=str(item), event_type=wording.event_type, field=wording.field, subject=subject)
    return advice.Wording(text=reach.opened(wording.sealed, place, context=context))


# People


def _expert(reach: Reach, page: advice.AdviceRequestPage, expert: advice.ExpertEntry, *, named: bool) -> advice.ExpertEntry:
    context = in_network(expert.network)
    names = reach.names(context, [expert.reference]) if named else {}
    interest = expert.interest if reach.session.role is Role.CORE_GROUP else None
    opened = _opened(reach, interest, page.advice_request, author=expert.reference, context=context)
    return expert.model_copy(update={"name": names.get(expert.reference), "interest": opened})


def call_answers(
    reach: Reach, question: advice.AnswersToCalls, answer: Many[advice.CallAnswerEntry]
) -> Many[advice.CallAnswerEntry]:
    """Show the core group what its members answered."""
    found = reach.log.load(AdviceRequest, question.advice_request)
    if found is None:
        raise UnknownItem(kind="AdviceRequest", item=question.advice_request)
    context = in_network(found.network)
    names = reach.names(context, [entry.reference for entry in answer.items])

    def shown(entry: advice.CallAnswerEntry) -> advice.CallAnswerEntry:
        item = call_answer_id(found.id, entry.call_number, entry.reference)
        text = _opened(reach, entry.answer, item, author=entry.reference, context=context)
        return entry.model_copy(update={"name": names.get(entry.reference), "answer": text})

    return answer.with_items(map(shown, answer.items))


def with_wordings(shape: S, show: Opener) -> S:
    """Give an answer with each of its texts as it may be shown; experts' own texts are for themselves."""
    return shape.model_copy(update={name: _shown(value, show) for name, value in shape if name != "experts"})


def _shown(value: object, show: Opener) -> object:
    if isinstance(value, advice.Wording):
        return show(value)
    if isinstance(value, tuple):
        shown = [_shown(each, show) for each in value]
        return tuple(each for each in shown if each is not None)
    if isinstance(value, BaseModel):
        return with_wordings(value, show)
    return value
