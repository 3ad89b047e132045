"""What is somebody's own in networks: put together from log and vault for whoever asks about themselves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar

from application.access.scopes import Reach
from application.ports.resting import RestingItems
from application.ports.vault.contexts import OFFICE, in_network
from application.queries.advice import AdviceRequestDetails
from application.queries.base import Query
from application.queries.mine import (
    MyNetworks,
    MyPlans,
    MyRequests,
    OwnMembership,
    OwnNetworksFound,
    OwnPart,
    OwnPlan,
    OwnPlansFound,
    OwnRequest,
    OwnRequestsFound,
)
from application.queries.networks import NetworkDetails
from application.queries.plans import FoundingPlanDetails, PlanPage
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Reference
from domain.kernel.days import day_of
from domain.kernel.entries import EntryKind
from domain.kernel.events import Aggregate
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.plans.founding_plan import FoundingPlan, Nomination

A = TypeVar("A", bound=Aggregate)

ABOUT_ONESELF = (MyNetworks, MyRequests, MyPlans)
"""Questions that everybody is answered about themselves alone: whose references are whose, the vault knows."""


@dataclass(frozen=True)
class OwnItems:
    """
    Finds what is one's own.

    :param looked_up: what answers a question of the program itself, as everything is now
    """

    reach: Reach
    resting: RestingItems
    looked_up: Callable[[Query[Any]], Any]

    def answer(self, question: Query[Any]) -> OwnNetworksFound | OwnRequestsFound | OwnPlansFound:
        """Answer one of the questions about oneself."""
        if isinstance(question, MyNetworks):
            return OwnNetworksFound(items=tuple(sorted(self._networks(), key=lambda each: (each.name.casefold(), each.network))))
        if isinstance(question, MyRequests):
            found = sorted(self._requests(), key=lambda each: (each.asked_on, each.advice_request))
            return OwnRequestsFound(items=tuple(found))
        return OwnPlansFound(items=tuple(self._plans()))

    @cached_property
    def own(self) -> frozenset[Reference]:
        """Under which references the person is known in networks, in plans for them and as somebody who asks advice."""
        contexts = (OFFICE, *map(in_network, self.resting.every_network()))
        return frozenset(reference for context in contexts for reference in self.reach.references(context))

    def _named(self, kind: type[A]) -> Iterator[A]:
        """Give the items of a kind in which the person is named."""
        items = self.reach.log.load_many(self.resting.naming(self.own))
        yield from (each for each in items.values() if isinstance(each, kind))

    def _networks(self) -> Iterator[OwnMembership]:
        held = [each for each in self._named(Membership) if each.reference in self.own and each.holds_at(self.reach.now)]
        networks = self.reach.log.load_many({each.network for each in held})
        for membership in held:
            network = networks[membership.network]
            shown = self.looked_up(NetworkDetails(network=membership.network))
            joined = [each.at for each in membership.entries if each.kind is EntryKind.BEGINS and each.at <= self.reach.now]
            yield OwnMembership(
                network=membership.network,
                name=shown.name,
                status=shown.status,
                membership=membership.id,
                since=day_of(max(joined)),
                in_core_group=isinstance(network, Network) and network.has_seat(membership.reference, self.reach.now),
            )

    def _requests(self) -> Iterator[OwnRequest]:
        for each in self._named(AdviceRequest):
            if each.requester in self.own:
                shown = self.looked_up(AdviceRequestDetails(advice_request=each.id))
                name = self.looked_up(NetworkDetails(network=shown.network)).name
                yield OwnRequest(
                    advice_request=each.id,
                    network=shown.network,
                    name=name,
                    status=shown.status,
                    asked_on=day_of(shown.asked_at),
                    due=shown.due,
                )

    def _plans(self) -> Iterator[OwnPlan]:
        parts = {each.id: part for each in self._named(FoundingPlan) if (part := self._part_in(each)) is not None}
        shown: list[PlanPage] = [self.looked_up(FoundingPlanDetails(plan=each)) for each in parts]
        for plan in sorted(shown, key=attrgetter("key")):
            yield OwnPlan(
                plan=plan.plan,
                name=plan.name,
                part=parts[plan.plan],
                status=plan.status,
                plan_version=plan.plan_version,
                changed_on=day_of(plan.changed_at),
            )

    def _part_in(self, plan: FoundingPlan) -> OwnPart | None:
        """Say what the person has to do with a plan: nothing, when they were asked for it and declined."""
        if plan.initiator in self.own:
            return OwnPart.BEGAN
        answers = {answer for reference, answer in plan.nominations.items() if reference in self.own}
        if Nomination.ACCEPTED in answers:
            return OwnPart.ACCEPTED
        return OwnPart.ASKED if Nomination.OPEN in answers else None
