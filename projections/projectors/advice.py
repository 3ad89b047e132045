"""From events to facts: advice requests on their way, with all that an evaluation asks of them, and what the clock does."""

from typing import Any

from pydantic import BaseModel

from domain.advice.answer_days import AnswerClock, AnswerDays, ClockStep, OpenClarification
from domain.advice.request import AdviceRequest
from domain.advice.values import WAITING, RequestStage, RequestStatus, status_of
from domain.kernel.events import DomainEvent
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import FOREVER, advice_requests

NO_NEW_DAY: Row = {"new_day_by": None, "new_day_at": None}


@projects(AdviceRequest.AdviceRequested)
def requested(writer: RowWriter, event: AdviceRequest.AdviceRequested) -> None:
    """Somebody asks a network."""
    begin_request(writer, event, telling=0)


def begin_request(writer: RowWriter, event: AdviceRequest.AdviceRequested, *, telling: int) -> None:
    """Begin to tell a request, for the first time or anew."""
    clock = AnswerClock(days=event.days, set_at=event.act.at)
    row: Row = {
        "requester": event.requester,
        "requester_kind": event.requester_kind,
        "recorded_by": event.recorded_by,
        "entered_by": event.act.entered_by,
        "source": event.act.source,
        "kind": event.kind,
        "network": str(event.network),
        "other_networks": [str(network) for network in event.other_networks],
        "closed": event.closed,
        "question": kept(event.question),
        "rules_version": event.rules_version,
        "asked_at": writer.at,
        "first_due": event.days.due.isoformat(),
        "stage": RequestStage.ASKED,
        "clarification": None,
        "left": False,
        "accepted": False,
        "events": {event.TOPIC: [writer.event]},
        "telling": telling,
        "step": event.TOPIC,
        "happened_at": writer.at,
        "version": event.originator_version,
    }
    never = ("accepted", "declined", "delivered", "overdue", "lapsed", "withdrawn", "acknowledged")
    nothing = (
        "new_day_by",
        "new_day_at",
        "decline_reason",
        "explanation",
        "answered",
        "answered_for_requester",
        "delivery",
        "published",
    )
    none_yet = ("redirections", "clarifications", "new_days", "experts", "calls", "contributions", "uses")
    row |= {f"{name}_at": None for name in never} | dict.fromkeys(nothing) | {name: [] for name in none_yet}
    row |= clock_columns(clock)
    writer.add(advice_requests, **row, **_stands(row))


def change_request(writer: RowWriter, event: DomainEvent, **columns: Any) -> None:  # noqa: ANN401  # the columns of the table
    """Let a request stand otherwise, and name the event."""
    row = writer.only(advice_requests)
    events = {**row["events"], event.TOPIC: [*row["events"].get(event.TOPIC, []), writer.event]}
    told = {"step": event.TOPIC, "happened_at": writer.at, "version": event.originator_version, "events": events}
    writer.change(advice_requests, row, **told, **columns, **_stands({**row, **columns}))


def _stands(row: Row) -> dict[str, object]:
    """Give where a request stands and when the clock does something next, by the domain's own rules."""
    clock = AnswerClock.model_validate(row["clock"])
    overdue = ClockStep.OVERDUE in clock.done
    waits_for = row["clarification"]
    status = status_of(RequestStage(row["stage"]), left=row["left"], clarifying=waits_for is not None, overdue=overdue)
    step = clock.next_step(may_lapse=not row["accepted"]) if status in WAITING else None
    clarify_by: str | None = None
    if status is RequestStatus.CLARIFICATION_ASKED:
        waits = OpenClarification.model_validate(waits_for)
        step = waits.next_step()
        clarify_by = None if waits.days is None else waits.days.lapses_on.isoformat()
    return {"status": status, "next_due": FOREVER if step is None else micros(step[0]), "clarify_by": clarify_by}


def clock_columns(clock: AnswerClock) -> dict[str, object]:
    """Give the days of the answer as rows keep them."""
    return {"clock": kept(clock), "due": clock.days.due.isoformat()}


def _new_clock(event: DomainEvent, days: AnswerDays) -> dict[str, object]:
    return clock_columns(AnswerClock(days=days, set_at=event.act.at))


def kept(value: BaseModel | None) -> dict[str, Any] | None:
    """Give a value of the domain as rows keep it."""
    return None if value is None else value.model_dump(mode="json")


def with_one_more(writer: RowWriter, event: DomainEvent, column: str, **told: object) -> list[Any]:
    """Give a list of a request with one more entry, and the event that made it."""
    entry = {**told, "at": event.act.at.isoformat(), "event": writer.event}
    return [*writer.only(advice_requests)[column], entry]


# On its way


@projects(AdviceRequest.AdviceRequestAccepted)
def accepted(writer: RowWriter, event: AdviceRequest.AdviceRequestAccepted) -> None:
    """A core group takes it on."""
    change_request(writer, event, stage=RequestStage.ACCEPTED, accepted=True, accepted_at=writer.at)


@projects(AdviceRequest.AdviceRequestDeclined)
def declined(writer: RowWriter, event: AdviceRequest.AdviceRequestDeclined) -> None:
    """A core group does not."""
    change_request(
        writer,
        event,
        stage=RequestStage.DECLINED,
        clarification=None,
        declined_at=writer.at,
        decline_reason=event.decline_reason,
        explanation=kept(event.explanation),
    )


@projects(AdviceRequest.AdviceRequestRedirected)
def redirected(writer: RowWriter, event: AdviceRequest.AdviceRequestRedirected) -> None:
    """Another network begins anew; what the first one did stays known."""
    row = writer.only(advice_requests)
    told = {"from_network": str(event.from_network), "network": str(event.network), "explanation": kept(event.explanation)}
    change_request(
        writer,
        event,
        network=str(event.network),
        other_networks=[network for network in row["other_networks"] if network != str(event.network)],
        stage=RequestStage.ASKED,
        clarification=None,
        left=False,
        accepted=False,
        **NO_NEW_DAY,
        redirections=with_one_more(writer, event, "redirections", **told),
        experts=[{**expert, "current": False} for expert in row["experts"]],
        calls=[{**call, "current": False} for call in row["calls"]],
        rules_version=event.rules_version,
        **_new_clock(event, event.days),
    )


@projects(AdviceRequest.RequestLeftToBureau)
def left_to_bureau(writer: RowWriter, event: AdviceRequest.RequestLeftToBureau) -> None:
    """Its network closed."""
    change_request(writer, event, left=True, clarification=None)


@projects(AdviceRequest.ClarificationAsked)
def clarification_asked(writer: RowWriter, event: AdviceRequest.ClarificationAsked) -> None:
    """The days wait."""
    clarifications = with_one_more(writer, event, "clarifications", question=kept(event.question), answer=None, given_at=None)
    waits = OpenClarification(asked_at=event.act.at, days=event.days, set_at=event.act.at)
    change_request(writer, event, clarification=kept(waits), clarifications=clarifications)


@projects(AdviceRequest.ClarificationGiven)
def clarification_given(writer: RowWriter, event: AdviceRequest.ClarificationGiven) -> None:
    """The days go on, later."""
    row = writer.only(advice_requests)
    *before, last = row["clarifications"]
    given = {**last, "answer": kept(event.answer), "given_at": event.act.at.isoformat()}
    clock = AnswerClock.model_validate(row["clock"]).moved_to(event.days, event.act.at)
    reopened: dict[str, object] = {}
    if row["stage"] == RequestStage.UNCLARIFIED:
        reopened = {"stage": RequestStage.ACCEPTED if row["accepted"] else RequestStage.ASKED, "lapsed_at": None}
    change_request(
        writer, event, clarification=None, clarifications=[*before, given], **reopened, **NO_NEW_DAY, **clock_columns(clock)
    )


@projects(AdviceRequest.NewDayAgreed)
def new_day_agreed(writer: RowWriter, event: AdviceRequest.NewDayAgreed) -> None:
    """The clock begins anew."""
    former = writer.only(advice_requests)["clock"]
    told: Row = {"due": event.days.due.isoformat(), "reason": kept(event.reason), "brought_in_by": event.act.role}
    told |= {"told_by_both": event.told_by_both, "former": former, "refused_at": None}
    change_request(
        writer,
        event,
        new_days=with_one_more(writer, event, "new_days", **told),
        new_day_by=None if event.told_by_both else event.act.role,
        new_day_at=writer.at,
        rules_version=event.rules_version,
        **_new_clock(event, event.days),
    )


@projects(AdviceRequest.NewDayRefused)
def new_day_refused(writer: RowWriter, event: AdviceRequest.NewDayRefused) -> None:
    """The former day holds again."""
    *before, last = writer.only(advice_requests)["new_days"]
    refused = {**last, "refused_at": event.act.at.isoformat()}
    clock = AnswerClock.model_validate(last["former"]).moved_to(event.days, event.act.at)
    change_request(writer, event, new_days=[*before, refused], **NO_NEW_DAY, **clock_columns(clock))


# The clock


@projects(AdviceRequest.AnswerReminded)
def reminded(writer: RowWriter, event: AdviceRequest.AnswerReminded) -> None:
    """The day comes near."""
    _passed(writer, event, ClockStep.REMINDED)


@projects(AdviceRequest.NoAnswerYet)
def no_answer_yet(writer: RowWriter, event: AdviceRequest.NoAnswerYet) -> None:
    """The day passed."""
    _passed(writer, event, ClockStep.NO_ANSWER_YET)


@projects(AdviceRequest.AdviceOverdue)
def overdue(writer: RowWriter, event: AdviceRequest.AdviceOverdue) -> None:
    """The bureau asks after it."""
    _passed(writer, event, ClockStep.OVERDUE, overdue_at=writer.at)


@projects(AdviceRequest.AdviceRequestLapsed)
def lapsed(writer: RowWriter, event: AdviceRequest.AdviceRequestLapsed) -> None:
    """Nothing came of it."""
    _passed(writer, event, ClockStep.LAPSED, stage=RequestStage.LAPSED, lapsed_at=writer.at)


def _passed(writer: RowWriter, event: DomainEvent, step: ClockStep, **columns: object) -> None:
    clock = AnswerClock.model_validate(writer.only(advice_requests)["clock"])
    change_request(writer, event, **clock_columns(clock.after(step)), **columns)


@projects(AdviceRequest.ClarificationReminded)
def clarification_reminded(writer: RowWriter, event: AdviceRequest.ClarificationReminded) -> None:
    """Whoever asked is reminded."""
    waits = {**writer.only(advice_requests)["clarification"], "reminded": True}
    change_request(writer, event, clarification=waits)


@projects(AdviceRequest.ClarificationNotGiven)
def clarification_not_given(writer: RowWriter, event: AdviceRequest.ClarificationNotGiven) -> None:
    """Nobody said what was meant."""
    change_request(writer, event, stage=RequestStage.UNCLARIFIED, lapsed_at=writer.at)
