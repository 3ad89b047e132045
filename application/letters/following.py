"""Events in, letters out: which letter follows from what happened, and to whom. No letter names a person but whom it is to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from application.letters.kinds import LetterKind
from application.own.wishes import waiting_for
from application.ports.event_log import EventLog
from application.ports.mail import EventLetter
from application.ports.resting import RestingItems
from application.ports.vault.contexts import OFFICE, PARTY, in_network
from application.ports.vault.vault import Vault
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Reference, Source
from domain.kernel.events import Aggregate, DomainEvent
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.plans.founding_plan import FoundingPlan


class Wanted(NamedTuple):
    """One kind of letter to some people, who are known in one context."""

    kind: LetterKind
    context: str
    to: tuple[Reference, ...]
    facts: Mapping[str, str]


@dataclass(frozen=True)
class Following:
    """Looks up what follows from an event."""

    log: EventLog
    vault: Vault
    resting: RestingItems

    def of(self, event: DomainEvent) -> Iterator[EventLetter]:
        """Give the letters that follow from an event; from recorded history of long ago follows none."""
        find = LETTERS.get(type(event).TOPIC)
        if find is None or event.act.source is Source.IMPORT:
            return
        for kind, context, to, facts in find(self, event):
            for person in self.vault.whose(context, to).values():
                name = uuid5(event.originator_id, f"{event.originator_version}/{kind}/{person}")
                yield EventLetter(name, person, kind, facts)

    # Advice

    def advice_asked(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # an event of the kind that its row says
        facts = {"advice_request": str(event.originator_id), "network": str(event.network)}
        yield Wanted(LetterKind.ADVICE_ASKED, in_network(event.network), self._core_group(event.network, event), facts)
        yield Wanted(LetterKind.QUESTION_RECEIVED, OFFICE, (event.requester,), facts)

    def advice_delivered(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # the same
        request = self._loaded(AdviceRequest, event.originator_id)
        facts = {"advice_request": str(request.id), "network": str(request.network)}
        yield Wanted(LetterKind.ADVICE_ANSWERED, OFFICE, (request.requester,), facts)

    def expert_invited(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # the same
        request = self._loaded(AdviceRequest, event.originator_id)
        facts = {"advice_request": str(request.id), "network": str(request.network)}
        yield Wanted(LetterKind.INVITED_AS_EXPERT, in_network(request.network), (event.reference,), facts)

    # Plans

    def nominated(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # the same
        if event.act.by != event.reference:
            yield self._of_plan(LetterKind.INVITED_TO_SEAT, event, (event.reference,))

    def approved(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # the same
        yield self._of_plan(LetterKind.PLAN_APPROVED, event, self._writers(event))

    def rejected(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # the same
        yield self._of_plan(LetterKind.PLAN_REJECTED, event, self._writers(event), reasons=event.reasons)

    def returned(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # the same
        missing = ",".join(each.value for each in event.missing)
        yield self._of_plan(LetterKind.PLAN_RETURNED, event, self._writers(event), missing=missing)

    def _of_plan(self, kind: LetterKind, event: Any, to: tuple[Reference, ...], **facts: str) -> Wanted:  # noqa: ANN401
        plan = self._loaded(FoundingPlan, event.originator_id)
        return Wanted(kind, in_network(plan.network), to, {"plan": str(plan.id), **facts})

    def _writers(self, event: Any) -> tuple[Reference, ...]:  # noqa: ANN401  # the same
        plan = self._loaded(FoundingPlan, event.originator_id)
        return tuple(dict.fromkeys((plan.initiator, *plan.core_group)))

    # Networks

    def joined(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # the same
        core_group, facts = self._core_group(event.network, event), {"network": str(event.network)}
        if event.reference not in core_group:  # who founds a network knows that already
            yield Wanted(LetterKind.YOU_JOINED, in_network(event.network), (event.reference,), facts)
            yield Wanted(LetterKind.NEW_MEMBER, in_network(event.network), core_group, facts)

    def left(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # the same
        yield Wanted(LetterKind.YOU_LEFT, in_network(event.network), (event.reference,), {"network": str(event.network)})

    def agreements_changed(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # the same
        network = event.originator_id
        if event.purpose_version != self._purpose_before(event):
            found = self.log.load_many(self.resting.members_of(network)).values()
            members = tuple(each.reference for each in found if isinstance(each, Membership) and each.holds_at(event.act.at))
            yield Wanted(LetterKind.PURPOSE_CHANGED, in_network(network), members, {"network": str(network)})

    def founded(self, event: Any) -> Iterator[Wanted]:  # noqa: ANN401  # the same
        if not event.sensitive:
            wait = sorted(waiting_for(self.vault.wishes, event.name))
            to = tuple(self.vault.reference(person, PARTY) for person in wait if not self.vault.known(person).is_erased)
            yield Wanted(LetterKind.NEW_NETWORK, PARTY, to, {"network": str(event.originator_id)})

    def _purpose_before(self, event: Any) -> int:  # noqa: ANN401  # the same
        """Give which version of the purpose held just before an event."""
        earlier = [each.event for each in self.log.history(event.originator_id)]
        versions = [
            each.purpose_version
            for each in earlier
            if each.originator_version < event.originator_version and hasattr(each, "purpose_version")
        ]
        return versions[-1] if versions else 1

    def _core_group(self, network: UUID, event: DomainEvent) -> tuple[Reference, ...]:
        held: tuple[Reference, ...] = self._loaded(Network, network).core_group(max(event.act.at, event.timestamp))
        return held

    def _loaded(self, kind: type[Any], item: UUID) -> Any:  # noqa: ANN401  # an aggregate of that kind
        found: Aggregate | None = self.log.load(kind, item)
        if found is None:
            message = f"an event is about {kind.__name__} {item}, which is not there"
            raise LookupError(message)
        return found


Find = Callable[[Following, Any], Iterator[Wanted]]
LETTERS: Mapping[str, Find] = {
    AdviceRequest.AdviceRequested.TOPIC: Following.advice_asked,
    AdviceRequest.AdviceDelivered.TOPIC: Following.advice_delivered,
    AdviceRequest.ExpertInvited.TOPIC: Following.expert_invited,
    FoundingPlan.CoreGroupMemberNominated.TOPIC: Following.nominated,
    FoundingPlan.PlanApproved.TOPIC: Following.approved,
    FoundingPlan.PlanRejected.TOPIC: Following.rejected,
    FoundingPlan.PlanReturned.TOPIC: Following.returned,
    Membership.MemberJoined.TOPIC: Following.joined,
    Membership.MemberReturned.TOPIC: Following.joined,
    Membership.MemberLeft.TOPIC: Following.left,
    Network.NetworkFounded.TOPIC: Following.founded,
    Network.ExistingNetworkBroughtIn.TOPIC: Following.founded,
    Network.AgreementsChanged.TOPIC: Following.agreements_changed,
}
"""From which kind of event which letters follow."""
