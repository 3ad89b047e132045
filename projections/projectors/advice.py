"""From events to facts: advice requests on their way, with all that an evaluation asks of them, and what the clock does."""

from typing import Any

from pydantic import BaseModel

from domain.advice.answer_days import AnswerClock, AnswerDays, ClockStep, OpenClarification
from domain.advice.request import AdviceRequest
from domain.advice.values import WAITING, RequestStage, RequestStatus, status_of
from domain.kernel.events import DomainEvent
from projections.projectors.registry import tells
from projections.projectors.row_writer import Facts
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import FOREVER, advice_requests

R = AdviceRequest
NO_NEW_DAY: Row = {"new_day_by": None, "new_day_at": None}


@tells(R.AdviceRequested)
def requested(facts: Facts, event: R.AdviceRequested) -> None:
    """Somebody asks a network."""
    begin_request(facts, event, telling=0)


def begin_request(facts: Facts, event: R.AdviceRequested, *, telling: int) -> None:
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
        "asked_at": facts.at,
        "first_due": event.days.due.isoformat(),
        "stage": RequestStage.ASKED,
        "clarification": None,
        "left": False,
        "accepted": False,
        "events": {event.TOPIC: [facts.event]},
        "telling": telling,
        "step": event.TOPIC,
        "happened_at": facts.at,
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
    facts.add(advice_requests, **row, **_stands(row))


def change_request(facts: Facts, event: DomainEvent, **columns: Any) -> None:  # noqa: ANN401  # the columns of the table
    """Let a request stand otherwise, and name the event."""
    row = facts.only(advice_requests)
    events = {**row["events"], event.TOPIC: [*row["events"].get(event.TOPIC, []), facts.event]}
    told = {"step": event.TOPIC, "happened_at": facts.at, "version": event.originator_version, "events": events}
    facts.change(advice_requests, row, **told, **columns, **_stands({**row, **columns}))


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


def with_one_more(facts: Facts, event: DomainEvent, column: str, **told: object) -> list[Any]:
    """Give a list of a request with one more entry, and the event that made it."""
    entry = {**told, "at": event.act.at.isoformat(), "event": facts.event}
    return [*facts.only(advice_requests)[column], entry]


# On its way


@tells(R.AdviceRequestAccepted)
def accepted(facts: Facts, event: R.AdviceRequestAccepted) -> None:
    """A core group takes it on."""
    change_request(facts, event, stage=RequestStage.ACCEPTED, accepted=True, accepted_at=facts.at)


@tells(R.AdviceRequestDeclined)
def declined(facts: Facts, event: R.AdviceRequestDeclined) -> None:
    """A core group does not."""
    change_request(
        facts,
        event,
        stage=RequestStage.DECLINED,
        clarification=None,
        declined_at=facts.at,
        decline_reason=event.decline_reason,
        explanation=kept(event.explanation),
    )


@tells(R.AdviceRequestRedirected)
def redirected(facts: Facts, event: R.AdviceRequestRedirected) -> None:
    """Another network begins anew; what the first one did stays known."""
    row = facts.only(advice_requests)
    told = {"from_network": str(event.from_network), "network": str(event.network), "explanation": kept(event.explanation)}
    change_request(
        facts,
        event,
        network=str(event.network),
        other_networks=[network for network in row["other_networks"] if network != str(event.network)],
        stage=RequestStage.ASKED,
        clarification=None,
        left=False,
        accepted=False,
        **NO_NEW_DAY,
        redirections=with_one_more(facts, event, "redirections", **told),
        experts=[{**expert, "current": False} for expert in row["experts"]],
        calls=[{**call, "current": False} for call in row["calls"]],
        rules_version=event.rules_version,
        **_new_clock(event, event.days),
    )


@tells(R.RequestLeftToBureau)
def left_to_bureau(facts: Facts, event: R.RequestLeftToBureau) -> None:
    """Its network closed."""
    change_request(facts, event, left=True, clarification=None)


@tells(R.ClarificationAsked)
def clarification_asked(facts: Facts, event: R.ClarificationAsked) -> None:
    """The days wait."""
    clarifications = with_one_more(facts, event, "clarifications", question=kept(event.question), answer=None, given_at=None)
    waits = OpenClarification(asked_at=event.act.at, days=event.days, set_at=event.act.at)
    change_request(facts, event, clarification=kept(waits), clarifications=clarifications)


@tells(R.ClarificationGiven)
def clarification_given(facts: Facts, event: R.ClarificationGiven) -> None:
    """The days go on, later."""
    row = facts.only(advice_requests)
    *before, last = row["clarifications"]
    given = {**last, "answer": kept(event.answer), "given_at": event.act.at.isoformat()}
    clock = AnswerClock.model_validate(row["clock"]).moved_to(event.days, event.act.at)
    reopened: dict[str, object] = {}
    if row["stage"] == RequestStage.UNCLARIFIED:
        reopened = {"stage": RequestStage.ACCEPTED if row["accepted"] else RequestStage.ASKED, "lapsed_at": None}
    change_request(
        facts, event, clarification=None, clarifications=[*before, given], **reopened, **NO_NEW_DAY, **clock_columns(clock)
    )


@tells(R.NewDayAgreed)
def new_day_agreed(facts: Facts, event: R.NewDayAgreed) -> None:
    """The clock begins anew."""
    former = facts.only(advice_requests)["clock"]
    told: Row = {"due": event.days.due.isoformat(), "reason": kept(event.reason), "brought_in_by": event.act.role}
    told |= {"told_by_both": event.told_by_both, "former": former, "refused_at": None}
    change_request(
        facts,
        event,
        new_days=with_one_more(facts, event, "new_days", **told),
        new_day_by=None if event.told_by_both else event.act.role,
        new_day_at=facts.at,
        rules_version=event.rules_version,
        **_new_clock(event, event.days),
    )


@tells(R.NewDayRefused)
def new_day_refused(facts: Facts, event: R.NewDayRefused) -> None:
    """The former day holds again."""
    *before, last = facts.only(advice_requests)["new_days"]
    refused = {**last, "refused_at": event.act.at.isoformat()}
    clock = AnswerClock.model_validate(last["former"]).moved_to(event.days, event.act.at)
    change_request(facts, event, new_days=[*before, refused], **NO_NEW_DAY, **clock_columns(clock))


# The clock


@tells(R.AnswerReminded)
def reminded(facts: Facts, event: R.AnswerReminded) -> None:
    """The day comes near."""
    _passed(facts, event, ClockStep.REMINDED)


@tells(R.NoAnswerYet)
def no_answer_yet(facts: Facts, event: R.NoAnswerYet) -> None:
    """The day passed."""
    _passed(facts, event, ClockStep.NO_ANSWER_YET)


@tells(R.AdviceOverdue)
def overdue(facts: Facts, event: R.AdviceOverdue) -> None:
    """The bureau asks after it."""
    _passed(facts, event, ClockStep.OVERDUE, overdue_at=facts.at)


@tells(R.AdviceRequestLapsed)
def lapsed(facts: Facts, event: R.AdviceRequestLapsed) -> None:
    """Nothing came of it."""
    _passed(facts, event, ClockStep.LAPSED, stage=RequestStage.LAPSED, lapsed_at=facts.at)


def _passed(facts: Facts, event: DomainEvent, step: ClockStep, **columns: object) -> None:
    clock = AnswerClock.model_validate(facts.only(advice_requests)["clock"])
    change_request(facts, event, **clock_columns(clock.after(step)), **columns)


@tells(R.ClarificationReminded)
def clarification_reminded(facts: Facts, event: R.ClarificationReminded) -> None:
    """Whoever asked is reminded."""
    waits = {**facts.only(advice_requests)["clarification"], "reminded": True}
    change_request(facts, event, clarification=waits)


@tells(R.ClarificationNotGiven)
def clarification_not_given(facts: Facts, event: R.ClarificationNotGiven) -> None:
    """Nobody said what was meant."""
    change_request(facts, event, stage=RequestStage.UNCLARIFIED, lapsed_at=facts.at)
