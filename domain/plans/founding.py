"""Founding a network: plan, network, name and place agree, or the plan waits. Saved in one call."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from domain.kernel.acts import Act, Reference, Role
from domain.kernel.days import day_of, months_after
from domain.kernel.events import Aggregate
from domain.kernel.text import Sealed
from domain.networks.membership import JoiningTerms, Membership
from domain.networks.name import NetworkName, give_name
from domain.networks.network import Agreements, FoundedOn, Network
from domain.pilot.pilot import NoPlaceLeft, Pilot
from domain.pilot.rules import AdoptedRules
from domain.plans.content import AGREED, PlanStatus
from domain.plans.errors import PlanNotApproved
from domain.plans.founding_plan import FoundingPlan

NOTHING_KNOWN: Mapping[Reference, Sealed] = MappingProxyType({})


def found_or_wait(
    act: Act,
    plan: FoundingPlan,
    *,
    pilot: Pilot | None,
    name: NetworkName | None,
    statistics: Mapping[Reference, Sealed] = NOTHING_KNOWN,
    rules: AdoptedRules | None = None,
    beyond_places_because: str | None = None,
) -> list[Aggregate]:
    """
    Found the network of an approved plan, or let the plan wait when there is no place; with hard conditions open, neither.

    :param pilot: the pilot whose places count, None when no pilot limits
    :param name: what is known of its name, None when nobody ever had it
    :param statistics: what is known of those who become members by it, sealed
    :param rules: the rules of the day of founding, from which the terms of the network follow
    :return: what must be saved together
    :raises TooFewCoreGroupMembers, ChairMissing, ExplicitConsentNeeded: see FoundingPlan.must_be_ready
    :raises NetworkNameTaken: if another network has the name, or another plan reserved it
    """
    if plan.status is not PlanStatus.APPROVED:
        return [plan, *keep_name(act, plan, name)]
    plan.must_be_ready()
    if name is not None:
        name.must_be_free_for(plan.network)
    if pilot is None or pilot.ended:
        return [plan, *_founded(act, plan, name, statistics, rules)]
    try:
        pilot.take_place(act, network=plan.network, beyond_places_because=beyond_places_because)
    except NoPlaceLeft:
        plan.wait_for_place(act)
        pilot.put_on_waiting_list(act, plan=plan.id, complete_at=plan.complete_at)
        return [plan, pilot, *keep_name(act, plan, name)]
    return [plan, pilot, *_founded(act, plan, name, statistics, rules)]


def keep_name(act: Act, plan: FoundingPlan, name: NetworkName | None) -> list[Aggregate]:
    """
    Reserve the name of a plan that the board agreed with, and free it when nothing comes of the plan.

    :param name: what is known of its name, None when nobody ever had it
    :raises NetworkNameTaken: if another network has the name, or another plan reserved it
    """
    if plan.status in AGREED and name is None:
        return [NetworkName.reserve(act, name=plan.content.name, network=plan.network, plan=plan.id)]
    if name is None:
        return []
    if plan.status in AGREED:
        name.reserve_again(act, network=plan.network, plan=plan.id)
    else:
        name.free(act, network=plan.network)
    return [name]


def found_from_waiting_list(
    act: Act,
    plan: FoundingPlan,
    *,
    pilot: Pilot | None,
    name: NetworkName | None,
    statistics: Mapping[Reference, Sealed] = NOTHING_KNOWN,
    rules: AdoptedRules | None = None,
    beyond_places_because: str | None = None,
) -> list[Aggregate]:
    """
    Found the network of a plan that waited: on the place offered to it, beyond the places, or freely after the pilot.

    :raises PlanNotApproved: if the plan does not wait
    :raises TooFewCoreGroupMembers, ChairMissing, ExplicitConsentNeeded: see FoundingPlan.must_be_ready
    :raises PlanNotWaiting: if it was taken off the waiting list
    :raises PlaceNotOffered: if no place was offered to it and the board gives no reason to go beyond the places
    :raises NetworkNameTaken: if another network has the name, or another plan reserved it
    """
    if pilot is None or plan.status is not PlanStatus.WAITING:
        raise PlanNotApproved(status=plan.status)
    plan.must_be_ready()
    if name is not None:
        name.must_be_free_for(plan.network)
    if not pilot.ended:
        pilot.take_offered_place(act, plan=plan.id, network=plan.network, beyond_places_because=beyond_places_because)
    elif pilot.is_waiting(plan.id):
        pilot.take_off_waiting_list(act, plan=plan.id)
    return [plan, pilot, *_founded(act, plan, name, statistics, rules)]


def _founded(
    act: Act,
    plan: FoundingPlan,
    name: NetworkName | None,
    statistics: Mapping[Reference, Sealed],
    rules: AdoptedRules | None,
) -> list[Aggregate]:
    content = plan.content
    network = Network.found(
        act,
        network=plan.network,
        name=content.name,
        network_type=content.network_type,
        agreements=Agreements(
            purpose=content.purpose or content.name,
            organisation=content.organisation,
            ends_on=None if content.duration_months is None else months_after(day_of(act.at), content.duration_months),
            intended_cooperation=content.intended_cooperation,
        ),
        sensitive=content.sensitive,
        founded_on=FoundedOn(plan=plan.id, plan_version=plan.plan_version, digest=plan.digest),
        rules_version=plan.rules_version,
        pilot=plan.pilot,
        rules=rules,
    )
    plan.carry_out(act)
    members = [
        take_seat(act, network, reference, consent_version=plan.consents[reference], statistics=statistics.get(reference))
        for reference in plan.core_group
    ]
    if plan.chair is not None:
        network.appoint_chair(act, reference=plan.chair)
    return [network, give_name(act, name, name=content.name, network=network.id), *members]


def take_seat(
    act: Act, network: Network, reference: Reference, *, consent_version: str | None, statistics: Sealed | None
) -> Membership:
    """Give a founder a seat, and the membership that they agreed to by accepting it."""
    network.appoint(act, reference=reference)
    terms = JoiningTerms(network=network.id, purpose_version=1, sensitive=network.sensitive, minimum_age=None)
    return Membership.join(
        act.model_copy(update={"by": reference, "role": Role.MEMBER, "decided": None}),
        reference=reference,
        terms=terms,
        purpose_version=1,
        consent_version=consent_version,
        statistics=statistics,
    )


def place_freed(act: Act, pilot: Pilot | None, network: UUID) -> list[Aggregate]:
    """Free the place of a network that closed, and offer it to the plan next in line."""
    if pilot is None:
        return []
    pilot.free_place(act, network=network)
    return [pilot]


def place_taken_again(act: Act, pilot: Pilot | None, network: UUID, beyond_places_because: str | None) -> list[Aggregate]:
    """
    Take the place again of a network that is reopened; after the pilot there are no places to take.

    :raises NoPlaceLeft: if it was taken or offered meanwhile, and the board gives no reason to go beyond the places
    """
    if pilot is None or pilot.ended:
        return []
    pilot.take_place(act, network=network, beyond_places_because=beyond_places_because)
    return [pilot]
