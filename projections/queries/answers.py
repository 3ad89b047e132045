"""Who answers which question, and opening the read side with it."""

from application.handlers import handlers, modules_below
from application.ports.event_log import EventLog
from application.queries.base import Query
from projections import attention
from projections.evaluation import report as evaluation
from projections.reading.query_service import QueryService
from projections.store.read_store import open_read_store

ANSWERS = handlers(Query, attention, evaluation, *modules_below("projections.queries"))
"""What answers each question: a function that takes the rows as of a moment, and the question."""


def open_reads(events_url: str, log: EventLog) -> QueryService:
    """
    Open the read side of a log, beside its events. Rows that tell of events that are not in the log are forgotten.

    :raises StoreError: if its database cannot be used
    """
    reads = QueryService(open_read_store(events_url), log, ANSWERS)
    try:
        reads.must_be_of_log()
    except BaseException:
        reads.close()
        raise
    return reads
