"""Opening the read side with an answer for every question."""

from application.ports.event_log import EventLog
from projections import attention
from projections.queries import (
    advice,
    advice_of_members,
    baselines,
    conversations,
    evaluation,
    figures,
    meetings,
    memberships,
    networks,
    plans,
    record,
)
from projections.queries.query_service import ANSWERS, QueryService
from projections.store.read_store import open_read_store

ANSWERING = (
    baselines,
    conversations,
    evaluation,
    figures,
    meetings,
    advice,
    advice_of_members,
    attention,
    memberships,
    networks,
    plans,
    record,
)
"""Importing them makes their answers known."""


def open_reads(events_url: str, log: EventLog) -> QueryService:
    """
    Open the read side of a log, beside its events. Rows that tell of events that are not in the log are forgotten.

    :raises StoreError: if its database cannot be used
    """
    reads = QueryService(open_read_store(events_url), log)
    try:
        reads.must_be_of_log()
    except BaseException:
        reads.close()
        raise
    return reads


__all__ = ["ANSWERING", "ANSWERS", "open_reads"]
