"""What a role sees of networks and their people: bands for a sensitive network, names for its core group."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from application.access.event_names import shown_version
from application.access.people import banded, counts_exactly, named, sensitive_since, veiled
from application.access.scopes import Reach
from application.access.visitor import is_visitor, network_for_visitor
from application.evaluation.disclosure import evaluated
from application.evaluation.withheld import without_events, without_events_of_people, without_quotes
from application.ports.vault.contexts import in_network
from application.ports.vault.people import PersonDetails
from application.queries import networks
from application.queries.base import Many, Query
from application.queries.conversations import ConversationEntry, Conversations
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport
from domain.kernel.acts import Role
from domain.networks.network import Network

N = TypeVar("N", bound=networks.NetworkEntry)


def counts(
    reach: Reach, question: networks.MembershipReport, answer: Many[networks.MembershipCount]
) -> Many[networks.MembershipCount]:
    """Show bands for sensitive networks."""
    return answer.with_items(banded(reach, question, answer.items))


def directory(
    reach: Reach, question: networks.NetworkDirectory, answer: Many[networks.NetworkEntry]
) -> Many[networks.NetworkEntry]:
    """Show bands for sensitive networks."""
    return answer.with_items(_shown(reach, question, answer.items))


def network(reach: Reach, question: networks.NetworkDetails, answer: networks.NetworkPage) -> networks.NetworkPage:
    return next(_shown(reach, question, [answer]))


def _shown(reach: Reach, question: Query[Any], entries: Sequence[N]) -> Iterator[N]:
    """Show bands for sensitive networks, and to visitors no more than is for strangers."""
    shown = _versioned(reach, question, banded(reach, question, entries))
    if not is_visitor(reach.session):
        return shown
    sensitive = sensitive_since(reach, question, (each.network for each in entries))
    return (network_for_visitor(each, sensitive=each.sensitive or each.network in sensitive) for each in shown)


def _versioned(reach: Reach, question: Query[Any], entries: Sequence[N]) -> Iterator[N]:
    """Give networks with the version that they have for everybody: of a sensitive one nothing counts of its core group."""
    sensitive = sensitive_since(reach, question, (each.network for each in entries))
    found = reach.log.load_many(sensitive | {each.network for each in entries if each.sensitive})
    for each in entries:
        item = found.get(each.network)
        if not isinstance(item, Network):
            yield each
            continue
        yield each.model_copy(update={"version": shown_version(each.version + 1, item.about_core_group) - 1})


def growth(reach: Reach, question: networks.GrowthCurve | networks.TimeToTarget, answer: object) -> object:
    """Refuse what would count the people of a sensitive network one by one."""
    if not counts_exactly(reach, question.network):
        raise reach.denied()
    return answer


def core_group(
    reach: Reach, question: networks.CoreGroupOnDay, answer: Many[networks.CoreGroupSeat]
) -> Many[networks.CoreGroupSeat]:
    """Show names to the core group itself and to the bureau; who is in that of a sensitive network is for few."""
    if not counts_exactly(reach, question.network):
        raise reach.denied()
    return answer.with_items(named(reach, in_network(question.network), answer.items))


def members(reach: Reach, question: networks.MembersOfNetwork, answer: Many[networks.MemberEntry]) -> Many[networks.MemberEntry]:
    """
    Show names to the core group, and to the bureau whom it speaks to on the phone.

    Of a sensitive network there is a list for its own core group only.
    """
    if not counts_exactly(reach, question.network):
        raise reach.denied()
    context = in_network(question.network)
    if reach.session.role is not Role.PARTY_BUREAU:
        return answer.with_items(named(reach, context, answer.items))
    details = reach.details(context, [each.reference for each in answer.items])
    return answer.with_items(_told_of(each, details.get(each.reference)) for each in answer.items)


def _told_of(entry: networks.MemberEntry, details: PersonDetails | None) -> networks.MemberEntry:
    if details is None:  # erased
        return entry
    known = {"person": details.person, "name": details.name, "province": details.province, "birth_year": details.birth_year}
    return entry.model_copy(update=known)


def conversations(reach: Reach, _: Conversations, answer: Many[ConversationEntry]) -> Many[ConversationEntry]:
    """Leave out the day on which a sensitive network reached a number: it is that number."""
    may_count = {item: counts_exactly(reach, item) for item in {each.network for each in answer.items}}
    return answer.with_items(each if may_count[each.network] else veiled(each) for each in answer.items)


def evaluation(reach: Reach, question: Evaluation, answer: EvaluationReport) -> EvaluationReport:
    """Show no person of a sensitive network, and events of people and lessons only to those who may ask for them."""
    shown = evaluated(answer, reach.log, reach.vault)
    told = without_quotes(without_events_of_people(shown, reach.session), reach.session)
    return told if question.events else without_events(told)
