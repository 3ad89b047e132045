"""Opening the read side with an answer for every question."""

from application.ports.event_log import EventLog
from projections import (
    advice_answers,
    advice_member_answers,
    attention,
    baseline_answers,
    conversation_answers,
    evaluation_answers,
    figure_answers,
    meeting_answers,
    membership_answers,
    network_answers,
    plan_answers,
    record_answers,
)
from projections.reading import ANSWERS, Reads
from projections.store import open_read_store

ANSWERING = (
    baseline_answers,
    conversation_answers,
    evaluation_answers,
    figure_answers,
    meeting_answers,
    advice_answers,
    advice_member_answers,
    attention,
    membership_answers,
    network_answers,
    plan_answers,
    record_answers,
)
"""Importing them makes their answers known."""


def open_reads(events_url: str, log: EventLog) -> Reads:
    """
    Open the read side of a log, beside its events. Rows that tell of events that are not in the log are forgotten.

    :raises StoreError: if its database cannot be used
    """
    reads = Reads(open_read_store(events_url), log)
    try:
        reads.must_be_of_log()
    except BaseException:
        reads.close()
        raise
    return reads


__all__ = ["ANSWERING", "ANSWERS", "open_reads"]
