"""What a role sees of an advice request: its texts opened, or not at all; names where people may be known."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel

from application.command_context import OFFICE, in_network
from application.ports.vault import Session, Vault
from application.queries.advice import AdviceRequestEntry, AdviceRequestPage, CallAnswerEntry, ExpertEntry, Wording
from domain.advice.call_answer import call_answer_id
from domain.kernel.acts import Role
from domain.kernel.text import SealedFor

S = TypeVar("S", bound=BaseModel)
E = TypeVar("E", bound=AdviceRequestEntry)
Opener = Callable[[Wording], Wording | None]

READS_CLOSED = frozenset({Role.REQUESTER, Role.CORE_GROUP, Role.MEMBER})
"""Of requesters only whoever asked, of core groups only those that were asked, of members only experts get this far."""
READS_OPEN = READS_CLOSED | {Role.PARTY_BUREAU, Role.AUDITOR}
NAMES_REQUESTERS = frozenset({Role.PARTY_BUREAU, Role.CORE_GROUP})
KNOWS_EXPERTS = frozenset({Role.PARTY_BUREAU, Role.CORE_GROUP, Role.AUDITOR})


class RedactionOfAdvice:
    """One session looking at requests."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self.role = session.role
        self.vault = vault

    def entries(self, entries: tuple[AdviceRequestEntry, ...]) -> tuple[AdviceRequestEntry, ...]:
        """Show requests in a list."""
        names = self._requesters(entries)
        return tuple(self._entry(entry, names) for entry in entries)

    def page(self, page: AdviceRequestPage, *, names_experts: bool) -> AdviceRequestPage:
        """Show one request in full."""
        shown = self._entry(page, self._requesters((page,)))
        if not self._reads(page):
            return shown.model_copy(update={"experts": ()})
        return shown.model_copy(update={"experts": self._experts(page, named=names_experts)})

    def _reads(self, entry: AdviceRequestEntry) -> bool:
        return self.role in (READS_CLOSED if entry.closed else READS_OPEN)

    def _entry(self, entry: E, names: dict[str, str]) -> E:
        if not self._reads(entry):
            hidden = {"requester": None, "recorded_by": None}
            return with_wordings(entry, lambda _: None).model_copy(update=hidden)
        opened = with_wordings(entry, lambda wording: self.opened(wording, entry.advice_request))
        return opened.model_copy(update={"requester_name": names.get(entry.requester or "")})

    def _requesters(self, entries: tuple[AdviceRequestEntry, ...]) -> dict[str, str]:
        if self.role not in NAMES_REQUESTERS:
            return {}
        return self.vault.names(OFFICE, [entry.requester for entry in entries if entry.requester and self._reads(entry)])

    def opened(self, wording: Wording, request: UUID) -> Wording:
        """Open a text that is sealed with the key of its request."""
        if wording.sealed is None:
            return wording
        place = SealedFor(aggregate=str(request), event_type=wording.event_type, field=wording.field, subject=str(request))
        return Wording(text=self.vault.open(wording.sealed, place))

    # People

    def _experts(self, page: AdviceRequestPage, *, named: bool) -> tuple[ExpertEntry, ...]:
        if self.role not in KNOWS_EXPERTS:
            return ()
        shown = []
        for expert in page.experts:
            context = in_network(expert.network)
            names = self.vault.names(context, [expert.reference]) if named else {}
            interest = None
            if self.role is Role.CORE_GROUP and expert.interest is not None:
                interest = self.personal(
                    expert.interest, aggregate=page.advice_request, subject=expert.reference, context=context
                )
            shown.append(expert.model_copy(update={"name": names.get(expert.reference), "interest": interest}))
        return tuple(shown)

    def answers(self, network: UUID, request: UUID, entries: tuple[CallAnswerEntry, ...]) -> tuple[CallAnswerEntry, ...]:
        """Show what members answered to their core group."""
        context = in_network(network)
        names = self.vault.names(context, [entry.reference for entry in entries])
        return tuple(
            entry.model_copy(
                update={
                    "name": names.get(entry.reference),
                    "answer": None
                    if entry.answer is None
                    else self.personal(
                        entry.answer,
                        aggregate=call_answer_id(request, entry.call_number, entry.reference),
                        subject=entry.reference,
                        context=context,
                    ),
                }
            )
            for entry in entries
        )

    def personal(self, wording: Wording, *, aggregate: UUID, subject: str, context: str) -> Wording:
        """Open a text that is sealed with its author's key."""
        if wording.sealed is None:
            return wording
        place = SealedFor(aggregate=str(aggregate), event_type=wording.event_type, field=wording.field, subject=subject)
        return Wording(text=self.vault.open(wording.sealed, place, context=context))


def with_wordings(shape: S, show: Opener) -> S:
    """Give an answer with each of its texts as it may be shown; experts' own texts are for themselves."""
    return shape.model_copy(update={name: _shown(value, show) for name, value in shape if name != "experts"})


def _shown(value: object, show: Opener) -> object:
    if isinstance(value, Wording):
        return show(value)
    if isinstance(value, tuple):
        shown = [_shown(each, show) for each in value]
        return tuple(each for each in shown if each is not None)
    if isinstance(value, BaseModel):
        return with_wordings(value, show)
    return value
