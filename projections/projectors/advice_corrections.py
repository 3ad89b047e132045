"""
From events to facts: mistakes in advice requests.

What was true on an earlier day is told by the rows of that day, so a correction tells the whole request once more: without the
entry that was withdrawn, or with it on the day on which it happened.
"""

from domain.advice.answer_days import AnswerClock, OpenClarification
from domain.advice.life import as_known
from domain.advice.request import AdviceRequest
from domain.advice.values import UNANSWERED
from projections.projectors.advice import begin_request, change_request, clock_columns, kept
from projections.projectors.registry import PROJECTORS, tells
from projections.projectors.row_writer import Facts
from projections.store.tables import advice_requests, corrections

R = AdviceRequest


@tells(R.EntryCorrected)
def entry_corrected(facts: Facts, event: R.EntryCorrected) -> None:
    """Somebody corrects when an entry happened."""
    _tell_anew(facts, event)


@tells(R.EntryWithdrawn)
def entry_withdrawn(facts: Facts, event: R.EntryWithdrawn) -> None:
    """Somebody withdraws an entry: it never was, and the clock goes on from now."""
    _tell_anew(facts, event)


def _tell_anew(facts: Facts, event: R.EntryCorrected | R.EntryWithdrawn) -> None:
    row = facts.only(advice_requests)
    facts.drop(advice_requests, row)
    for each in facts.retell(as_known(facts.past())):
        if isinstance(each, R.AdviceRequested):
            begin_request(facts, each, telling=row["telling"] + 1)
        elif isinstance(each, R.EntryCorrected):
            change_request(facts, each)
        elif isinstance(each, R.EntryWithdrawn):
            _go_on(facts, each)
        else:
            PROJECTORS[each.TOPIC](facts, each)
    told = facts.only(advice_requests)
    # Withdrawn or not, it is told that it was recorded.
    told["events"] = {**row["events"], event.TOPIC: [*row["events"].get(event.TOPIC, []), facts.event]}
    first = row["redirections"][0]["from_network"] if row["redirections"] else row["network"]
    withdrawn = isinstance(event, R.EntryWithdrawn)
    facts.add(corrections, network=first, of=event.of, withdrawn=withdrawn, begun_by=f"{facts.owner}:1")


def _go_on(facts: Facts, event: R.EntryWithdrawn) -> None:
    """Let the days run from the withdrawal, those of a clarification that is waited for again as well."""
    row = facts.only(advice_requests)
    clock = AnswerClock.model_validate(row["clock"]).moved_to(event.days, event.act.at)
    waited_for: dict[str, object] = {}
    if row["clarification"] is not None and row["stage"] in UNANSWERED:
        waits = OpenClarification.model_validate(row["clarification"])
        waited_for = {"clarification": kept(waits.moved_to(event.clarification, event.act.at))}
    change_request(facts, event, **clock_columns(clock), **waited_for)
