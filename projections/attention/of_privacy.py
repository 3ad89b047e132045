"""What the privacy officer has to answer, and by when."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import Select, Table, select

from application.queries.attention import AttentionKind
from domain.party.reference_lifting import LiftingStatus
from projections.attention.asked import Asked
from projections.attention.rows import AttentionRow
from projections.reading.query_service import AsOf
from projections.store.tables import privacy_requests, record_liftings, reference_liftings


def _open(as_of: AsOf) -> Select[Any]:
    of = privacy_requests.c
    return select(of.owner, of.received_at, of.due_on).where(as_of.standing(privacy_requests), of.due_on.is_not(None))


def privacy_requests_to_answer(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find what people asked about what is kept of them."""
    for owner, since, due_on in asked.rows(_open):
        yield AttentionRow(kind, owner, network=None, name=None, sensitive=False, since=since, due_on=due_on)


def _asked_of(liftings: Table, as_of: AsOf) -> Select[Any]:
    of = liftings.c
    return select(of.owner, of.asked_at, of.last_day).where(as_of.standing(liftings), of.status == LiftingStatus.ASKED)


OF_REFERENCES, OF_RECORD = partial(_asked_of, reference_liftings), partial(_asked_of, record_liftings)


def liftings_to_answer(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find references whose names were asked for, or record that is to be lifted, as long as somebody may agree."""
    for owner, since, last_day in asked.rows(OF_REFERENCES if kind is AttentionKind.LIFTING_TO_ANSWER else OF_RECORD):
        if last_day >= str(asked.day):
            yield AttentionRow(kind, owner, network=None, name=None, sensitive=False, since=since, due_on=last_day)
