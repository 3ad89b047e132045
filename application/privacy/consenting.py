"""To what somebody consented, in which words and until when: what is said with an entry, and what is said by itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from application.own.consents import wording_named
from application.ports.event_log import EventLog
from application.ports.vault.contexts import CONSENT, NETWORK, PersonId, network_of
from application.ports.vault.vault import Vault
from application.queries.privacy import OwnConsentEntry
from domain.kernel.acts import Reference
from domain.kernel.events import DomainEvent
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.consent import ENDS, Consent, ConsentPeriod, ConsentPurpose, EndsWithConsent, consent_id
from domain.plans.founding_plan import FoundingPlan

ENDS_PLAN = (FoundingPlan.PlanCarriedOut, FoundingPlan.PlanRejected, FoundingPlan.PlanWithdrawn, FoundingPlan.PlanLapsed)
"""A seat that was accepted is no longer one to come: the network is there, and has its own consents, or will not be."""


@dataclass(frozen=True)
class OwnConsents:
    """
    Gives the consents of one person.

    :param own: their references, and of which context each is
    """

    log: EventLog
    own: Mapping[Reference, str]

    def all(self, plans: Iterable[UUID]) -> Iterator[OwnConsentEntry]:
        """
        Give every consent, those that were withdrawn too.

        :param plans: in which they accepted a seat
        """
        yield from self._as_members()
        yield from self._as_nominees(plans)
        references = [reference for reference, context in self.own.items() if context == CONSENT]
        for purpose, ends in ENDS.items():
            for each in _consents(self.log, references, purpose):
                yield from (_entry(purpose, period, (ends,)) for period in each.periods)

    def _as_members(self) -> Iterator[OwnConsentEntry]:
        ids = [(network_of(context), reference) for reference, context in self.own.items() if context.startswith(NETWORK)]
        found = self.log.load_many(membership_id(network, reference) for network, reference in ids).values()
        for membership in (each for each in found if isinstance(each, Membership)):
            for period in membership.periods:
                version = membership.consent_at(period.begun_at)
                if version is not None:
                    held = ConsentPeriod(version=version, given_at=period.begun_at, ended_at=period.ended_at)
                    yield _sensitive(held, self._ends(membership), network=membership.network)

    def _ends(self, membership: Membership) -> tuple[EndsWithConsent, ...]:
        network = self.log.load(Network, membership.network)
        has_seat = network is not None and network.has_seat(membership.reference, self.log.now())
        return (EndsWithConsent.MEMBERSHIP,) + (EndsWithConsent.SEAT,) * has_seat

    def _as_nominees(self, plans: Iterable[UUID]) -> Iterator[OwnConsentEntry]:
        for plan in self.log.load_many(plans).values():
            if isinstance(plan, FoundingPlan):
                for held in _accepted(plan, self.own):
                    yield _sensitive(held, (EndsWithConsent.NOMINATION,), network=plan.network, plan=plan.id)


def _accepted(plan: FoundingPlan, own: Iterable[Reference]) -> Iterator[ConsentPeriod]:
    """Give the consents with which somebody accepted a seat: each until it was declined after all, or the plan was over."""
    for reference in own:
        held: ConsentPeriod | None = None
        for event in plan.life:
            is_own = getattr(event, "reference", None) == reference
            if held is not None and _ends_nomination(event, is_own=is_own):
                yield held.model_copy(update={"ended_at": event.act.at})
                held = None
            if is_own and isinstance(event, FoundingPlan.NominationAccepted) and event.consent_version is not None:
                held = ConsentPeriod(version=event.consent_version, given_at=event.act.at)
        if held is not None:
            yield held


def _ends_nomination(event: DomainEvent, *, is_own: bool) -> bool:
    return isinstance(event, ENDS_PLAN) or (is_own and isinstance(event, FoundingPlan.NominationDeclined))


def _sensitive(
    held: ConsentPeriod, ends: tuple[EndsWithConsent, ...], *, network: UUID, plan: UUID | None = None
) -> OwnConsentEntry:
    return _entry(ConsentPurpose.SENSITIVE_NETWORK, held, ends, network=network, plan=plan)


def _entry(
    purpose: ConsentPurpose,
    held: ConsentPeriod,
    ends: tuple[EndsWithConsent, ...],
    *,
    network: UUID | None = None,
    plan: UUID | None = None,
) -> OwnConsentEntry:
    wording = wording_named(held.version)
    return OwnConsentEntry(
        purpose=purpose,
        network=network,
        plan=plan,
        version=wording.version,
        nl=wording.nl,
        en=wording.en,
        given_at=held.given_at,
        ended_at=held.ended_at,
        ends=ends if held.ended_at is None else (),
    )


def _consents(log: EventLog, references: Iterable[Reference], purpose: ConsentPurpose) -> list[Consent]:
    found = log.load_many(consent_id(reference, purpose) for reference in references).values()
    return [each for each in found if isinstance(each, Consent)]


def consenting(log: EventLog, vault: Vault, people: Iterable[PersonId], purpose: ConsentPurpose) -> set[PersonId]:
    """Give who of some people consents to a purpose now, under whichever record they said so."""
    own = {reference: person for person in people for reference in vault.known(person).references(CONSENT)}
    return {own[each.reference] for each in _consents(log, own, purpose) if each.holds}
