"""What still stands of a person at a moment, context by context: what ends after an erasure (docs/decisions/0036)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.ports.event_log import EventLog
from application.ports.resting import RestingItems
from application.ports.vault.contexts import NOTHING, OFFICE, PARTY, in_network, network_of
from application.ports.vault.people import KnownPerson
from domain.kernel.acts import Reference, Role
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.office import Office, office_id
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.plans.founding_plan import FoundingPlan, Nomination

Standing = tuple[str, Reference]
"""A context in which something stands, and the reference that somebody has there."""


@dataclass(frozen=True)
class Standings:
    """Looks up what stands."""

    log: EventLog
    resting: RestingItems
    now: datetime

    def of(self, person: KnownPerson) -> list[Standing]:
        """Give the contexts in which something of somebody stands."""
        return [
            (context, reference)
            for context in self._contexts()
            for reference in person.references(context)
            if self.stands(context, reference)
        ]

    def _contexts(self) -> list[str]:
        plans = self.log.load_many(self.resting.open_plans()).values()
        networks = {*self.resting.networks(), *(each.network for each in plans if isinstance(each, FoundingPlan))}
        return [PARTY, OFFICE, *sorted(map(in_network, networks))]

    def stands(self, context: str, reference: Reference) -> bool:
        """Say whether something stands under a reference."""
        if context == NOTHING:
            return False
        if context == PARTY:
            return self.party_membership(reference) is not None
        if context == OFFICE:
            return any(self.offices(reference))
        network = network_of(context)
        found = self.membership(network, reference), *self.nominations(network, reference)  # both, whichever there is
        return any(each is not None for each in found)

    def party_membership(self, reference: Reference) -> PartyMembership | None:
        """Give a party membership that holds; one whose end waits ends by itself."""
        found = self.log.load(PartyMembership, party_membership_id(reference))
        return None if found is None or found.ended or found.withdrawn or found.final_on is not None else found

    def offices(self, reference: Reference) -> Iterator[Office]:
        found = self.log.load_many(office_id(reference, role) for role in Role).values()
        return (each for each in found if isinstance(each, Office) and each.held)

    def membership(self, network: UUID, reference: Reference) -> Membership | None:
        found = self.log.load_many((network, membership_id(network, reference)))
        membership, there = found.get(membership_id(network, reference)), found.get(network)
        is_closed = isinstance(there, Network) and there.closed_at is not None
        return membership if isinstance(membership, Membership) and membership.holds_at(self.now) and not is_closed else None

    def nominations(self, network: UUID, reference: Reference) -> Iterator[FoundingPlan]:
        """Give the open plans for a network in which somebody is asked or sits."""
        found = self.log.load_many(self.resting.open_plans()).values()
        plans = (each for each in found if isinstance(each, FoundingPlan) and each.network == network)
        declined = Nomination.DECLINED
        return (plan for plan in plans if plan.nominations.get(reference, declined) is not declined)


def left_at(log: EventLog, person: KnownPerson) -> datetime | None:
    """
    Give when somebody left the party, None if they did not.

    Of two records that were merged what was withdrawn as a double counts for nothing, and of several ends the newest.
    """
    found = log.load_many(map(party_membership_id, person.references(PARTY))).values()
    own = [each for each in found if isinstance(each, PartyMembership) and not each.withdrawn]
    return max(each.left_at[-1] for each in own) if own and all(each.ended for each in own) else None
