"""
From events to facts: mistakes in advice requests.

What was true on an earlier day is told by the rows of that day, so a correction tells the whole request once more: without the
entry that was withdrawn, or with it on the day on which it happened.
"""

from collections.abc import Iterator, Mapping

from domain.advice import UNANSWERED
from domain.advice_request import AdviceRequest
from domain.answer_days import AnswerClock, OpenClarification
from projections.advice_projector import change_request, clock_columns, kept, stands
from projections.facts import Facts, micros
from projections.projectors import tells
from projections.tables import advice_requests, corrections
from projections.writing import Row

HAPPENED_AT: Mapping[str, str] = {
    AdviceRequest.AdviceRequestAccepted.TOPIC: "accepted_at",
    AdviceRequest.AdviceRequestDeclined.TOPIC: "declined_at",
    AdviceRequest.AdviceDelivered.TOPIC: "delivered_at",
    AdviceRequest.AdviceAcknowledged.TOPIC: "acknowledged_at",
    AdviceRequest.AdviceRequestWithdrawn.TOPIC: "withdrawn_at",
}
"""Where it is kept when the entry happened; of a report of use it is not."""


@tells(AdviceRequest.EntryWithdrawn)
def entry_withdrawn(facts: Facts, event: AdviceRequest.EntryWithdrawn) -> None:
    """Somebody withdraws an entry: it never was, and the clock goes on from now."""
    _mistaken(facts, event.of, withdrawn=True)
    held = facts.only(advice_requests)
    undone = held["undo"][event.of]
    again = []
    for row, is_entry, after in _chain(facts, event.of):
        if not is_entry:
            again.append(_told_anew(row, **undone) if after else _told_anew(row))
    again[-1]["events"] = held["events"]  # withdrawn or not, it is told that it was recorded
    facts.tell_again(advice_requests, again)
    row = facts.only(advice_requests)
    clock = AnswerClock.model_validate(row["clock"]).moved_to(event.days, event.act.at)
    change_request(facts, event, **clock_columns(clock), **_waited_for(row, event))


def _waited_for(row: Row, event: AdviceRequest.EntryWithdrawn) -> Row:
    """Give the clarification that is waited for again."""
    if row["clarification"] is None or row["stage"] not in UNANSWERED:
        return {}
    waits = OpenClarification.model_validate(row["clarification"])
    return {"clarification": kept(waits.moved_to(event.clarification, event.act.at))}


@tells(AdviceRequest.EntryCorrected)
def entry_corrected(facts: Facts, event: AdviceRequest.EntryCorrected) -> None:
    """Somebody corrects when an entry happened."""
    _mistaken(facts, event.of, withdrawn=False)
    again: list[Row] = []
    was: Row = {}
    becomes: Row = {}
    for row, is_entry, _ in _chain(facts, event.of):
        if is_entry:
            was, becomes = _corrected(row, event)
            row["at"] = row["happened_at"] = micros(event.at)
        mended = _where_same(row, was, becomes)
        undo = {entry: {**before, **_where_same(before, was, becomes)} for entry, before in row["undo"].items()}
        row["at"] = max(row["at"], again[-1]["at"]) if again else row["at"]
        again.append(_told_anew(row, **mended, undo=undo))
    facts.tell_again(advice_requests, again)
    change_request(facts, event)


def _corrected(row: Row, event: AdviceRequest.EntryCorrected) -> tuple[Row, Row]:
    """Give what was told of an entry, and what is told now."""
    was: Row = {}
    becomes: Row = {}
    if (column := HAPPENED_AT.get(row["step"])) is not None:
        was[column], becomes[column] = row[column], micros(event.at)
    if event.talked_on is not None:
        was["delivery"], becomes["delivery"] = row["delivery"], {**row["delivery"], "talked_on": event.talked_on.isoformat()}
    return was, becomes


def _where_same(row: Row, was: Row, becomes: Row) -> Row:
    """Another entry of the same kind, such as the acceptance by an earlier network, stays as it was told."""
    return {name: becomes[name] for name in was if name in row and row[name] == was[name]}


def _chain(facts: Facts, of: str) -> Iterator[tuple[Row, bool, bool]]:
    """Give the request step by step as it is told now, and of each step whether it is an entry or comes after it."""
    telling = facts.only(advice_requests)["telling"]
    after = False
    for row in facts.told(advice_requests):
        if row["telling"] == telling:
            yield row.copy(), row["event"] == of, after
            after = after or row["event"] == of


def _told_anew(row: Row, **columns: object) -> Row:
    new = {**row, **columns, "telling": row["telling"] + 1}
    return {**new, **stands(new)}


def _mistaken(facts: Facts, of: str, *, withdrawn: bool) -> None:
    row = facts.only(advice_requests)
    first = row["redirections"][0]["from_network"] if row["redirections"] else row["network"]
    facts.add(corrections, network=first, of=of, withdrawn=withdrawn, begun_by=f"{facts.owner}:1")
