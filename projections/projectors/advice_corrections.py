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
from projections.projectors.registry import PROJECTORS, projects
from projections.projectors.row_writer import RowWriter
from projections.store.tables import advice_requests, corrections


@projects(AdviceRequest.EntryCorrected)
def entry_corrected(writer: RowWriter, event: AdviceRequest.EntryCorrected) -> None:
    """Somebody corrects when an entry happened."""
    _tell_anew(writer, event)


@projects(AdviceRequest.EntryWithdrawn)
def entry_withdrawn(writer: RowWriter, event: AdviceRequest.EntryWithdrawn) -> None:
    """Somebody withdraws an entry: it never was, and the clock goes on from now."""
    _tell_anew(writer, event)


def _tell_anew(writer: RowWriter, event: AdviceRequest.EntryCorrected | AdviceRequest.EntryWithdrawn) -> None:
    row = writer.only(advice_requests)
    writer.drop(advice_requests, row)
    for each in writer.retell(as_known(writer.past())):
        if isinstance(each, AdviceRequest.AdviceRequested):
            begin_request(writer, each, telling=row["telling"] + 1)
        elif isinstance(each, AdviceRequest.EntryCorrected):
            change_request(writer, each)
        elif isinstance(each, AdviceRequest.EntryWithdrawn):
            _go_on(writer, each)
        else:
            PROJECTORS[each.TOPIC](writer, each)
    told = writer.only(advice_requests)
    # Withdrawn or not, it is told that it was recorded.
    told["events"] = {**row["events"], event.TOPIC: [*row["events"].get(event.TOPIC, []), writer.event]}
    first = row["redirections"][0]["from_network"] if row["redirections"] else row["network"]
    withdrawn = isinstance(event, AdviceRequest.EntryWithdrawn)
    writer.add(corrections, network=first, of=event.of, withdrawn=withdrawn, begun_by=f"{writer.owner}:1")


def _go_on(writer: RowWriter, event: AdviceRequest.EntryWithdrawn) -> None:
    """Let the days run from the withdrawal, those of a clarification that is waited for again as well."""
    row = writer.only(advice_requests)
    clock = AnswerClock.model_validate(row["clock"]).moved_to(event.days, event.act.at)
    waited_for: dict[str, object] = {}
    if row["clarification"] is not None and row["stage"] in UNANSWERED:
        waits = OpenClarification.model_validate(row["clarification"])
        waited_for = {"clarification": kept(waits.moved_to(event.clarification, event.act.at))}
    change_request(writer, event, **clock_columns(clock), **waited_for)
