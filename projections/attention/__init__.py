"""The answer to what needs somebody: the most urgent first, of each role its own."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID, uuid5

from sqlalchemy import Select, select

from application import queries as q
from application.queries.attention import Asker, NetworksOfPlans
from domain.acts import Role
from domain.log import PROJECT
from domain.plan_content import OPEN
from projections.attention import of_networks, of_pilots, of_plans  # noqa: F401  # what they find becomes known
from projections.attention.asked import rows_of
from projections.attention.registry import FINDERS, Found
from projections.facts import micros, moment
from projections.reading import Reading, answers
from projections.tables import plans

SOON = timedelta(days=14)
"""What is due within it is more urgent than what has no day, and what is due later is less."""

OVERDUE, DUE_SOON, NO_DAY, DUE_LATER = range(4)
Place = tuple[int, str, int, str, str, int]


@answers(q.AttentionList)
def attention_list(reading: Reading, query: q.AttentionList) -> q.Many[q.AttentionItem]:
    """List what needs whoever asks: overdue, due soon, without a day since long, due later."""
    if query.asker is None:
        return reading.page(query, [])
    today, soon = reading.day.isoformat(), (reading.day + SOON).isoformat()
    placed = sorted((_place(found, today, soon), number, found) for number, found in enumerate(_found(reading, query.asker)))
    after = None if query.after is None else _read_place(query.after)
    wanted = [(place, found) for place, _, found in placed if after is None or place > after]
    return reading.page(query, [_item(place, found) for place, found in wanted[: query.limit + 1]])


def _found(reading: Reading, asker: Asker) -> Iterable[Found]:
    for roles, finder in FINDERS.values():
        if asker.role in roles:
            yield from (found for found in finder(reading) if _is_for(asker, found))
    for refused in asker.refused:
        since = micros(refused.since)
        yield Found(q.AttentionKind.ADDRESS_REFUSED, str(refused.person), None, refused.name, sensitive=False, since=since)


def _is_for(asker: Asker, found: Found) -> bool:
    if found.roles is not None and asker.role not in found.roles:
        return False
    if asker.role is Role.CORE_GROUP:
        return asker.network is not None and found.network == str(asker.network)
    if asker.role is Role.MEMBER:
        return not asker.references.isdisjoint(found.whose)
    return True


def _place(found: Found, today: str, soon: str) -> Place:
    due = found.due_on
    rank = NO_DAY if due is None else OVERDUE if due < today else DUE_SOON if due <= soon else DUE_LATER
    item = found.item if found.kind is not q.AttentionKind.ADDRESS_REFUSED else str(uuid5(PROJECT, found.item))
    return rank, due or "-", found.since, found.kind, item, found.number or 0  # no person's id: a place is in an address


def _read_place(key: str) -> Place:
    """Read where a page ended; what is no place begins anew."""
    try:
        rank, due, since, kind, item, number = key.split(" ")
        return int(rank), due, int(since), kind, item, int(number)
    except ValueError:
        return OVERDUE, "", 0, "", "", 0


def _item(place: Place, found: Found) -> q.AttentionItem:
    return q.AttentionItem(
        key=" ".join(map(str, place)),
        kind=found.kind,
        item=UUID(found.item),
        network=None if found.network is None else UUID(found.network),
        name=found.name,
        sensitive=found.sensitive,
        number=found.number,
        since=moment(found.since),
        due_on=None if found.due_on is None else date.fromisoformat(found.due_on),
        overdue=place[0] == OVERDUE,
    )


@answers(NetworksOfPlans)
def networks_of_plans(reading: Reading, _: NetworksOfPlans) -> tuple[UUID, ...]:
    """Give the networks that open plans would become."""
    return tuple(UUID(network) for (network,) in rows_of(reading, _of_open_plans))


def _of_open_plans(reading: Reading) -> Select[tuple[str]]:
    return select(plans.c.network).where(reading.standing(plans), plans.c.status.in_(OPEN))
