"""Which people a role may count one by one and know by name. Today's protection holds for the past as well."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from application.access.scopes import Reach
from application.errors import UnknownItem
from application.evaluation.bands import band
from application.queries.base import Query, Shape, Veiled
from application.queries.meetings import Attendee, MeetingEntry
from application.queries.networks import CoreGroupSeat, MemberEntry, MembershipCount, NetworkEntry
from application.queries.plans import NominationEntry
from domain.kernel.acts import Reference, Role, is_reference
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network

E = TypeVar("E", CoreGroupSeat, MemberEntry, NominationEntry, Attendee)
S = TypeVar("S", bound=Shape)
C = TypeVar("C", bound=MeetingEntry | MembershipCount | NetworkEntry)

NOWHERE = UUID(int=0)

SEES_NAMES = frozenset({Role.PARTY_BUREAU, Role.CORE_GROUP, Role.NATIONAL_BOARD, Role.MEMBER})


def is_sensitive_now(reach: Reach, network: UUID) -> bool:
    found = reach.log.load(Network, network)
    return found is not None and found.sensitive


def must_be_there(reach: Reach, item: UUID, *, kind: str, told: object) -> None:
    """
    Check that there is an item, and that it is no membership of which only a core group knows.

    :param told: what was asked for, as the refusal says it
    :raises UnknownItem: the same in both cases, after the same look-ups
    """
    found = reach.log.load_many([item]).get(item)
    network = reach.log.load(Network, found.network if isinstance(found, Membership) else NOWHERE)
    if found is None or (network is not None and network.sensitive and not reach.has_seat(network.id)):
        raise UnknownItem(kind=kind, item=told)


def sensitive_since(reach: Reach, question: Query[Any], networks: Iterable[UUID]) -> frozenset[UUID]:
    """Give which networks are sensitive today, of an answer about the past; an answer about now says so itself."""
    if not question.looks_back and question.position is None:
        return frozenset()
    found = reach.log.load_many(set(networks))
    return frozenset(item for item, each in found.items() if isinstance(each, Network) and each.sensitive)


def counts_exactly(reach: Reach, network: UUID, *, sensitive: bool = False) -> bool:
    """
    Say whether a role sees the exact numbers of a network.

    :param sensitive: known to be so; otherwise that is looked up
    """
    if not (sensitive or is_sensitive_now(reach, network)):
        return True
    return reach.has_seat(network)


def veiled(shape: S) -> S:
    """Give an answer without what it marks as veiled; the band of a number that is not shown takes its place."""
    hidden: dict[str, object] = {}
    for name, field in type(shape).model_fields.items():
        for mark in (each for each in field.metadata if isinstance(each, Veiled)):
            hidden[name] = None
            if mark.band is not None and (count := getattr(shape, name)) is not None:
                hidden[mark.band] = band(count)
    return shape.model_copy(update=hidden)


def banded(reach: Reach, question: Query[Any], entries: Sequence[C]) -> tuple[C, ...]:
    """Give entries with those veiled that are of sensitive networks whose people a role may not count one by one."""
    sensitive = sensitive_since(reach, question, (each.network for each in entries)) | {
        each.network for each in entries if each.sensitive
    }
    hidden = {network for network in sensitive if not counts_exactly(reach, network, sensitive=True)}
    return tuple(veiled(each) if each.network in hidden else each for each in entries)


def members_now(reach: Reach, network: UUID, references: Iterable[Reference]) -> set[Reference]:
    """Give who of these are members of a network today: a core group sees no former ones."""
    wanted = {membership_id(network, reference): reference for reference in references}
    found = reach.log.load_many(wanted)
    return {wanted[item] for item, each in found.items() if isinstance(each, Membership) and each.holds_at(reach.now)}


def names(reach: Reach, context: str, references: Iterable[Reference]) -> dict[Reference, str]:
    """Give the names behind references, none for roles that look on without names."""
    if reach.session.role not in SEES_NAMES:
        return {}
    return reach.names(context, [reference for reference in references if is_reference(reference)])


def named(reach: Reach, context: str, entries: Sequence[E]) -> tuple[E, ...]:
    """Give entries with the names behind their references."""
    known = names(reach, context, [each.reference for each in entries])
    return tuple(each.model_copy(update={"name": known.get(each.reference)}) for each in entries)
