"""Answers about advice requests: a list of them, and one in full."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from application import queries as q
from domain.advice.answer_days import AnswerDays
from domain.advice.values import NEXT_ACTORS, Conflict, Expert, Invitation, RequestStatus
from domain.kernel.text import Sealed
from projections.queries.query_service import Reading, answers
from projections.store.bulk_writes import Row
from projections.store.instants import moment, moment_or_none
from projections.store.tables import FOREVER, advice_requests, call_answers, networks


@answers(q.AdviceRequests)
def list_requests(reading: Reading, query: q.AdviceRequests) -> q.Many[q.AdviceRequestEntry]:
    """List the requests in the order in which they were asked."""
    hidden = sensitive_networks(reading) if query.hides_sensitive else set()
    wanted = [
        row
        for row in reading.items(advice_requests, advice_requests.c.asked_at < reading.before)
        if (query.network is None or str(query.network) in networks_asked(row))
        and (query.status is None or row["status"] == query.status)
        and (query.requester is None or row["requester"] == query.requester)
        and not hidden.intersection(networks_asked(row))
    ]
    entries = [q.AdviceRequestEntry(**_entry(row)) for row in sorted(wanted, key=_key)]
    return reading.page(query, after(query, entries))


@answers(q.AdviceRequestDetails)
def request_details(reading: Reading, query: q.AdviceRequestDetails) -> q.AdviceRequestPage:
    """Show one request in full."""
    row = reading.one(advice_requests, query.advice_request)
    days = AnswerDays.model_validate(row["clock"]["days"])
    counted = _answers_counted(reading, row["owner"])
    published = row["published"]
    return q.AdviceRequestPage(
        **_entry(row),
        rules_version=row["rules_version"],
        remind_on=days.remind_on,
        overdue_on=days.overdue_on,
        lapses_on=days.lapses_on,
        clarify_by=None if row["clarify_by"] is None else date.fromisoformat(row["clarify_by"]),
        explanation=wording(row["explanation"], "AdviceRequestDeclined", "explanation"),
        redirections=tuple(_redirection(each) for each in row["redirections"]),
        clarifications=tuple(_clarification(each) for each in row["clarifications"]),
        new_days=tuple(_new_day(each) for each in row["new_days"]),
        experts=tuple(_expert(each) for each in row["experts"]),
        calls=tuple(_call(each, counted) for each in row["calls"]),
        contributions=tuple(_contribution(each) for each in row["contributions"]),
        delivery=None if row["delivery"] is None else _delivery(row["delivery"]),
        uses_reported=uses_told(row["uses"]),
        published_at=None if published is None else moment(published["at"]),
        events=tuple(q.NamedEvents(type=topic, events=tuple(names)) for topic, names in row["events"].items()),
    )


def sensitive_networks(reading: Reading) -> set[str]:
    """Give the networks that are sensitive now: today's protection holds for the past as well."""
    now = select(networks.c.owner).where(networks.c.until == FOREVER, networks.c.sensitive)
    return set(reading.connection.execute(now).scalars())


def networks_asked(row: Row) -> set[str]:
    """Give the networks that a request was put to."""
    return {row["network"], *row["other_networks"]}


def _key(row: Row) -> str:
    return f"{row['asked_at']:020d} {row['owner']}"


def after(query: q.Page[Any], entries: Iterable[q.I]) -> list[q.I]:
    """Give the entries that come after the last one seen."""
    return [each for each in entries if query.after is None or each.key > query.after]


def _entry(row: Row) -> dict[str, Any]:  # the fields of AdviceRequestEntry, checked by it
    moments = ("accepted", "declined", "delivered", "overdue", "lapsed", "withdrawn", "acknowledged")
    delivery = row["delivery"] or {"recommendations": [], "minority_views": []}
    same = ("requester", "requester_kind", "recorded_by", "source", "kind", "closed", "status", "decline_reason")
    return {
        "key": _key(row),
        "advice_request": UUID(row["owner"]),
        "network": UUID(row["network"]),
        "other_networks": tuple(UUID(network) for network in row["other_networks"]),
        "question": wording(row["question"], "AdviceRequested", "question"),
        "next_actor": NEXT_ACTORS[RequestStatus(row["status"])],
        "asked_at": moment(row["asked_at"]),
        "first_due": date.fromisoformat(row["first_due"]),
        "due": date.fromisoformat(row["due"]),
        "redirected": len(row["redirections"]),
        "answered": row["answered"],
        "answered_for_requester": row["answered_for_requester"],
        "recommendations": len(delivery["recommendations"]),
        "minority_views": len(delivery["minority_views"]),
        "experts_taking_part": sum(1 for expert in row["experts"] if _known(expert).takes_part and expert["current"]),
        "networks_contributed": len({each["network"] for each in row["contributions"]}),
        "uses": tuple(each["use"] for each in row["uses"]),
        "version": row["version"],
        **{name: row[name] for name in same},
        **{f"{name}_at": moment_or_none(row[f"{name}_at"]) for name in moments},
    }


def wording(kept: dict[str, Any] | None, event_type: str, field: str) -> q.Wording | None:
    """Give a text of a request with the place where it was written."""
    return None if kept is None else q.Wording(**kept, event_type=event_type, field=field)


def _wordings(kept: list[dict[str, Any]], field: str) -> tuple[q.Wording, ...]:
    return tuple(q.Wording(**each, event_type="AdviceDelivered", field=field) for each in kept)


def _redirection(told: dict[str, Any]) -> q.RedirectionEntry:
    explanation = wording(told["explanation"], "AdviceRequestRedirected", "explanation")
    return q.RedirectionEntry.model_validate({**told, "explanation": explanation})


def _clarification(told: dict[str, Any]) -> q.ClarificationEntry:
    question = wording(told["question"], "ClarificationAsked", "question")
    answer = wording(told["answer"], "ClarificationGiven", "answer")
    return q.ClarificationEntry.model_validate({**told, "question": question, "answer": answer})


def _new_day(told: dict[str, Any]) -> q.NewDayEntry:
    shown = {name: told[name] for name in ("due", "brought_in_by", "told_by_both", "refused_at", "at", "event")}
    return q.NewDayEntry.model_validate({**shown, "reason": wording(told["reason"], "NewDayAgreed", "reason")})


def _known(told: dict[str, Any]) -> Expert:
    return Expert(invitation=Invitation(told["invitation"]), conflict=Conflict(told["conflict"]))


def _expert(told: dict[str, Any]) -> q.ExpertEntry:
    interest = None
    if told["interest"] is not None:
        interest = q.Wording(
            sealed=Sealed.model_validate(told["interest"]), event_type="ExpertConflictDeclared", field="interest"
        )
    return q.ExpertEntry(
        reference=told["reference"],
        network=UUID(told["network"]),
        invitation=told["invitation"],
        conflict=told["conflict"],
        interest=interest,
        takes_part=_known(told).takes_part and told["current"],
        event=told["event"],
    )


def _call(told: dict[str, Any], counted: dict[tuple[str, int], int]) -> q.CallEntry:
    network, number = told["network"], told["number"]
    return q.CallEntry(
        number=number,
        network=UUID(network),
        closes_on=date.fromisoformat(told["closes_on"]),
        answers=counted.get((network, number), 0),
        at=told["at"],
        event=told["event"],
    )


def _answers_counted(reading: Reading, request: str) -> dict[tuple[str, int], int]:
    counted: dict[tuple[str, int], int] = {}
    for row in call_answers_to(reading, request):
        call = row["network"], row["call_number"]
        counted[call] = counted.get(call, 0) + 1
    return counted


def call_answers_to(reading: Reading, request: str) -> list[Row]:
    """Give what members answered to the calls of a request by then."""
    return reading.rows(call_answers, call_answers.c.advice_request == request, call_answers.c.at < reading.before)


def _contribution(told: dict[str, Any]) -> q.ContributionEntry:
    contribution = wording(told["contribution"], "ContributionGiven", "contribution")
    return q.ContributionEntry.model_validate({**told, "contribution": contribution})


def _delivery(told: dict[str, Any]) -> q.DeliveryEntry:
    return q.DeliveryEntry(
        advice=wording(told["advice"], "AdviceDelivered", "advice"),
        talked_on=None if told["talked_on"] is None else date.fromisoformat(told["talked_on"]),
        talked_with=wording(told["talked_with"], "AdviceDelivered", "talk.with_whom"),
        recommendations=_wordings(told["recommendations"], "recommendations"),
        minority_views=_wordings(told["minority_views"], "minority_views"),
    )


def uses_told(told: list[dict[str, Any]]) -> tuple[q.UseEntry, ...]:
    """Give what was told of the use."""
    return tuple(
        q.UseEntry(
            number=each["number"],
            use=each["use"],
            remark=wording(each["remark"], "AdviceUseReported", "uses.remark"),
            link=wording(each["link"], "AdviceUseReported", "uses.link"),
        )
        for each in told
    )
