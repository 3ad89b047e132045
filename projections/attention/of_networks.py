"""What needs somebody about networks: the core group, and whether they go on."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Select, or_, select

from application.queries.attention import AttentionKind
from domain.kernel.acts import Role
from projections.attention.asked import Asked
from projections.attention.rows import AttentionRow
from projections.attention.waiting import NOTICE
from projections.reading.counting import as_known, name_then
from projections.reading.query_service import AsOf
from projections.store.instants import MICROSECOND
from projections.store.tables import networks


def alive(as_of: AsOf, *columns: Any) -> Select[Any]:  # noqa: ANN401  # columns of any type
    """Ask for the networks that began and did not close: id, name, whether they are sensitive, and more columns."""
    begun_at, closed_at = as_known(as_of, networks.c.begun_at), as_known(as_of, networks.c.closed_at)
    about = (networks.c.owner, name_then(as_of), networks.c.sensitive)
    return select(*about, *columns).where(as_of.standing(networks), begun_at < as_of.before, closed_at >= as_of.before)


def _core_groups(as_of: AsOf, since: Column[Any]) -> Select[Any]:
    """Ask also whether the network was sensitive at any time: then only its own core group is told how large that is."""
    ever = networks.alias("ever")
    sensitive = select(ever.c.owner).where(ever.c.owner == networks.c.owner, ever.c.sensitive).exists()
    found = alive(as_of, since, networks.c.repair_by, sensitive).where(since.is_not(None))
    return found.order_by(networks.c.repair_by, since, networks.c.owner)


def _too_small(as_of: AsOf) -> Select[Any]:
    return _core_groups(as_of, networks.c.too_small_since).where(networks.c.not_repaired_since.is_(None))


def _not_repaired(as_of: AsOf) -> Select[Any]:
    return _core_groups(as_of, networks.c.not_repaired_since)


def _of_core_groups(found: Iterable[Any], kind: AttentionKind) -> Iterator[AttentionRow]:
    for network, name, sensitive, since, repair_by, ever_sensitive in found:
        roles = frozenset({Role.CORE_GROUP}) if ever_sensitive else None
        yield AttentionRow(kind, network, network, name, bool(sensitive), since, due_on=repair_by, roles=roles)


def core_groups_too_small(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find core groups that have time to find others."""
    yield from _of_core_groups(asked.first(_too_small), kind)


def core_groups_not_repaired(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find core groups that did not find others in time."""
    yield from _of_core_groups(asked.first(_not_repaired), kind)


def _ending(as_of: AsOf) -> Select[Any]:
    found = alive(as_of, networks.c.renewal_asked_at, networks.c.dormant_since, networks.c.ends_on)
    return found.where(or_(networks.c.renewal_asked_at.is_not(None), networks.c.dormant_since.is_not(None)))


def renewals_asked(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find networks whose duration ends soon."""
    for network, name, sensitive, since, dormant_since, ends_on in asked.rows(_ending):
        if dormant_since is None:
            yield AttentionRow(kind, network, network, name, bool(sensitive), since, due_on=ends_on)


def networks_dormant(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find networks whose duration ended without a decision."""
    for network, name, sensitive, _, since, ends_on in asked.rows(_ending):
        if since is not None:
            yield AttentionRow(kind, network, network, name, bool(sensitive), since, due_on=ends_on)


def _lately(as_of: AsOf, when: Column[Any]) -> Select[Any]:
    since = as_of.before - NOTICE.time // MICROSECOND
    return alive(as_of, when).where(when >= since, when < as_of.before)


def _reopened(as_of: AsOf) -> Select[Any]:
    return _lately(as_of, networks.c.reopened_at)


def _mergers_withdrawn(as_of: AsOf) -> Select[Any]:
    return _lately(as_of, networks.c.merger_withdrawn_at)


def networks_reopened(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find networks of which a closing was taken back a short while ago: people had gone on without them."""
    for network, name, sensitive, since in asked.rows(_reopened):
        yield AttentionRow(kind, network, network, name, bool(sensitive), since)


def mergers_withdrawn(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find networks that another one had merged into, which goes on by itself since a short while."""
    for network, name, sensitive, since in asked.rows(_mergers_withdrawn):
        yield AttentionRow(kind, network, network, name, bool(sensitive), since)
