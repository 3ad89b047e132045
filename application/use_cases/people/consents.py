"""Use cases of consents: given in the words of the day, and withdrawn with what rests on them."""

from uuid import UUID

from application.command_context import CommandContext, Outcome
from application.commands.consents import ConsentAnswer, GiveConsent, WithdrawConsent
from application.errors import ConsentNeedsNetwork, JoiningGivesConsent
from application.own.consents import must_be_in_force
from application.ports.vault.contexts import CONSENT
from application.privacy.standing import Standings
from application.use_cases.memberships import left
from domain.kernel.acts import Act, Role, Source
from domain.kernel.days import day_of
from domain.kernel.events import Aggregate
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.consent import (
    ENDS,
    Consent,
    ConsentGivenAlready,
    ConsentPurpose,
    EndsWithConsent,
    NoConsentToWithdraw,
    consent_id,
)
from domain.plans.founding_plan import FoundingPlan


def give_consent(context: CommandContext, command: GiveConsent) -> Outcome:
    """
    Record a consent, under a reference that somebody has nowhere else.

    :raises JoiningGivesConsent: if it is said with another entry
    :raises UnknownConsentWording: if these are not the words of that day
    :raises ConsentGivenAlready: if it holds, also in a record that was merged into this one
    """
    if command.purpose is ConsentPurpose.SENSITIVE_NETWORK:
        raise JoiningGivesConsent
    act = _act(context)
    must_be_in_force(command.consent_version, day_of(act.at), command.purpose)
    known = _known(context, command.purpose)
    if held := next((each for each in known if each.holds), None):
        raise ConsentGivenAlready(since=day_of(held.periods[-1].given_at))
    own = next((each for each in known if each.reference == act.by), None)
    said = {"consent_version": command.consent_version}
    if own is None:
        own = Consent.give(act, reference=act.by, purpose=command.purpose, **said)
    else:
        own.give_again(act, **said)
    return [own], ConsentAnswer(purpose=command.purpose, holds=True)


def withdraw_consent(context: CommandContext, command: WithdrawConsent) -> Outcome:
    """
    Withdraw a consent, and end what rests on it.

    :raises ConsentNeedsNetwork: if it is not said for which sensitive network
    :raises NoConsentToWithdraw: if there is none that holds; the same of a network that is not there
    """
    if command.purpose is ConsentPurpose.SENSITIVE_NETWORK:
        if command.network is None:
            raise ConsentNeedsNetwork
        saved, ended = _leave(context, command.network)
    else:
        saved, ended = _withdraw(context, command.purpose), [ENDS[command.purpose]]
    if not saved:
        raise NoConsentToWithdraw
    return saved, ConsentAnswer(purpose=command.purpose, holds=False, ended=tuple(ended))


def _withdraw(context: CommandContext, purpose: ConsentPurpose) -> list[Aggregate]:
    """Withdraw what was said by itself, under whichever record it holds."""
    act, saved = _act(context), list[Aggregate]()
    for each in _known(context, purpose):
        if each.holds:
            each.withdraw(act)
            saved.append(each)
    return saved


def _act(context: CommandContext) -> Act:
    """Make the act of a person, never in the role of an office: it would say who among few it was."""
    return context.act_of(context.reference_in(context.person, CONSENT), Role.MEMBER, Source.SELF)


def _known(context: CommandContext, purpose: ConsentPurpose) -> list[Consent]:
    references = context.known(context.person).references(CONSENT)
    found = context.load_many(consent_id(reference, purpose) for reference in references).values()
    return [each for each in found if isinstance(each, Consent)]


def _leave(context: CommandContext, network_id: UUID) -> tuple[list[Aggregate], list[EndsWithConsent]]:
    """Leave a sensitive network, and give up a seat that was accepted in a plan for it: as far as there was a consent."""
    act = context.act_of_member(None, network_id)
    member = membership_id(network_id, act.by)
    found = context.load_many([network_id, member])
    network, membership = found.get(network_id), found.get(member)
    saved: list[Aggregate] = []
    ended: list[EndsWithConsent] = []
    if isinstance(network, Network) and isinstance(membership, Membership) and membership.consent_at(act.at) is not None:
        had_seat = network.has_seat(act.by, act.at)
        saved += left(context, network, membership, act)
        ended += [EndsWithConsent.MEMBERSHIP] + [EndsWithConsent.SEAT] * had_seat
    for each in Standings(context.log, context.resting, context.now).nominations(network_id, act.by):
        plan = context.get(FoundingPlan, each.id)
        if plan.consents.get(act.by) is not None:
            plan.decline_nomination(act, reference=act.by)
            saved.append(plan)
            ended.append(EndsWithConsent.NOMINATION)
    return saved, ended
