"""The answer to what needs somebody: the most urgent first, of each role its own."""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from operator import itemgetter
from uuid import UUID, uuid5

from sqlalchemy import Select, select

from application.queries.attention import ABOUT, Asker, AttentionItem, AttentionKind, AttentionList, NetworksOfPlans
from application.queries.base import Many
from domain.kernel.acts import Role
from domain.kernel.log import PROJECT
from projections.attention.asked import Asked
from projections.attention.finders import FINDERS
from projections.attention.rows import AttentionRow
from projections.attention.waiting import SOON
from projections.reading.query_service import AsOf
from projections.store.instants import micros, moment
from projections.store.tables import plans

SEE_ALL = frozenset(Role) - {Role.CORE_GROUP, Role.MEMBER, Role.REQUESTER, Role.VISITOR}
"""On whose list is everything of a kind; the others find their own among it."""

OVERDUE, DUE_SOON, NO_DAY, DUE_LATER = range(4)
Place = tuple[int, str, int, AttentionKind, str, int]


def attention_list(as_of: AsOf, query: AttentionList) -> Many[AttentionItem]:
    """List what needs whoever asks: overdue, due soon, without a day since long, due later."""
    if query.asker is None:
        return as_of.page(query, [])
    asked = Asked(as_of, is_first_page=query.after is None and query.asker.role in SEE_ALL)
    today, soon = as_of.day.isoformat(), (as_of.day + SOON.time).isoformat()
    placed = [(_place(found, today, soon), found) for found in _found(asked, query.asker)]
    if query.after is not None:
        after = _read_place(query.after)
        placed = [each for each in placed if each[0] > after]
    placed.sort(key=itemgetter(0))
    return as_of.page(query, [_item(place, found) for place, found in placed[: query.limit + 1]])


def _found(asked: Asked, asker: Asker) -> Iterable[AttentionRow]:
    kinds = {kind: finder for kind, (roles, finder) in FINDERS.items() if asker.role in roles and kind not in asker.without}
    found = chain.from_iterable(finder(asked, kind) for kind, finder in kinds.items())
    of_vault = (
        AttentionRow(each.kind, str(each.item), None, each.name, sensitive=False, since=micros(each.since))
        for each in asker.of_vault
    )
    return chain((each for each in found if _is_for(asker, each)), of_vault)


def _is_for(asker: Asker, found: AttentionRow) -> bool:
    if found.roles is not None and asker.role not in found.roles:
        return False
    if asker.role is Role.CORE_GROUP:
        return asker.network is not None and found.network == str(asker.network)
    if asker.role in {Role.MEMBER, Role.REQUESTER}:
        return not asker.references.isdisjoint(found.whose)
    return True


def _place(found: AttentionRow, today: str, soon: str) -> Place:
    due = found.due_on
    rank = NO_DAY if due is None else OVERDUE if due < today else DUE_SOON if due <= soon else DUE_LATER
    item = found.item if found.kind is not AttentionKind.ADDRESS_REFUSED else _hidden(found.item)
    return rank, due or "-", found.since, found.kind, item, found.number or 0


def _hidden(person: str) -> str:
    """Give what stands for a person in a place, which is in the address of a next page."""
    return str(uuid5(PROJECT, person))


def _read_place(key: str) -> Place:
    """Read where a page ended; what is no place begins anew."""
    try:
        rank, due, since, kind, item, number = key.split(" ")
        return int(rank), due, int(since), AttentionKind(kind), item, int(number)
    except ValueError:
        return OVERDUE, "", 0, AttentionKind.PLAN_TO_CHECK, "", 0


def _item(place: Place, found: AttentionRow) -> AttentionItem:
    rank, due, since, kind, item, number = place
    about = UUID(found.item)
    return AttentionItem.model_validate(  # of a page there are a hundred: names are passed at once, ids made here
        {
            "key": f"{rank} {due} {since} {kind.value} {item} {number}",
            "kind": found.kind,
            "about": ABOUT[found.kind],
            "item": about,
            "network": about if found.network == found.item else None if found.network is None else UUID(found.network),
            "name": found.name,
            "sensitive": found.sensitive,
            "number": found.number,
            "since": moment(found.since),
            "due_on": None if found.due_on is None else date.fromisoformat(found.due_on),
            "overdue": rank == OVERDUE,
        }
    )


def networks_of_plans(as_of: AsOf, _: NetworksOfPlans) -> tuple[UUID, ...]:
    """Give the networks that open plans would become."""
    return tuple(UUID(network) for (network,) in Asked(as_of, is_first_page=False).rows(_of_open_plans))


def _of_open_plans(as_of: AsOf) -> Select[tuple[str]]:
    return select(plans.c.network).where(as_of.standing(plans), plans.c.is_open)
