"""Opening the read side with an answer for every question."""

from application.ports import EventLog
from projections import attention, figure_answers, membership_answers, network_answers, plan_answers, record_answers
from projections.reading import ANSWERS, Reads
from projections.store import open_read_store

ANSWERING = (attention, figure_answers, membership_answers, network_answers, plan_answers, record_answers)
"""Importing them makes their answers known."""


def open_reads(events_url: str, log: EventLog) -> Reads:
    """
    Open the read side of a log, beside its events.

    :raises StoreError: if its database cannot be used
    """
    return Reads(open_read_store(events_url), log)


__all__ = ["ANSWERING", "ANSWERS", "open_reads"]
