"""Answers about advice requests: a list of them, and one in full."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from application.queries.advice import (
    AdviceRequestDetails,
    AdviceRequestEntry,
    AdviceRequestPage,
    AdviceRequests,
    CallEntry,
    ClarificationEntry,
    ContributionEntry,
    DeliveryEntry,
    ExpertEntry,
    NamedEvents,
    NewDayEntry,
    RedirectionEntry,
    UseEntry,
    Wording,
)
from application.queries.base import I, Many, Page
from domain.advice.answer_days import AnswerDays
from domain.advice.values import NEXT_ACTORS, Conflict, Expert, Invitation, RequestStatus
from domain.kernel.text import Sealed
from projections.queries.query_service import AsOf
from projections.store.bulk_writes import Row
from projections.store.instants import moment, moment_or_none
from projections.store.tables import FOREVER, advice_requests, call_answers, networks


def list_requests(as_of: AsOf, query: AdviceRequests) -> Many[AdviceRequestEntry]:
    """List the requests in the order in which they were asked."""
    hidden = sensitive_networks(as_of) if query.hides_sensitive else set()
    wanted = [
        row
        for row in as_of.items(advice_requests, advice_requests.c.asked_at < as_of.before)
        if (query.network is None or str(query.network) in networks_asked(row))
        and (query.status is None or row["status"] == query.status)
        and (query.requester is None or row["requester"] == query.requester)
        and not hidden.intersection(networks_asked(row))
    ]
    entries = [AdviceRequestEntry(**_entry(row)) for row in sorted(wanted, key=_key)]
    return as_of.page(query, after(query, entries))


def request_details(as_of: AsOf, query: AdviceRequestDetails) -> AdviceRequestPage:
    """Show one request in full."""
    row = as_of.one(advice_requests, query.advice_request)
    days = AnswerDays.model_validate(row["clock"]["days"])
    counted = _answers_counted(as_of, row["owner"])
    published = row["published"]
    return AdviceRequestPage(
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
        events=tuple(NamedEvents(type=topic, events=tuple(names)) for topic, names in row["events"].items()),
    )


def sensitive_networks(as_of: AsOf) -> set[str]:
    """Give the networks that are sensitive now: today's protection holds for the past as well."""
    now = select(networks.c.owner).where(networks.c.until == FOREVER, networks.c.sensitive)
    return set(as_of.connection.execute(now).scalars())


def networks_asked(row: Row) -> set[str]:
    """Give the networks that a request was put to."""
    return {row["network"], *row["other_networks"]}


def _key(row: Row) -> str:
    return f"{row['asked_at']:020d} {row['owner']}"


def after(query: Page[Any], entries: Iterable[I]) -> list[I]:
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


def wording(kept: dict[str, Any] | None, event_type: str, field: str) -> Wording | None:
    """Give a text of a request with the place where it was written."""
    return None if kept is None else Wording(**kept, event_type=event_type, field=field)


def _wordings(kept: list[dict[str, Any]], field: str) -> tuple[Wording, ...]:
    return tuple(Wording(**each, event_type="AdviceDelivered", field=field) for each in kept)


def _redirection(told: dict[str, Any]) -> RedirectionEntry:
    explanation = wording(told["explanation"], "AdviceRequestRedirected", "explanation")
    return RedirectionEntry.model_validate({**told, "explanation": explanation})


def _clarification(told: dict[str, Any]) -> ClarificationEntry:
    question = wording(told["question"], "ClarificationAsked", "question")
    answer = wording(told["answer"], "ClarificationGiven", "answer")
    return ClarificationEntry.model_validate({**told, "question": question, "answer": answer})


def _new_day(told: dict[str, Any]) -> NewDayEntry:
    shown = {name: told[name] for name in ("due", "brought_in_by", "told_by_both", "refused_at", "at", "event")}
    return NewDayEntry.model_validate({**shown, "reason": wording(told["reason"], "NewDayAgreed", "reason")})


def _known(told: dict[str, Any]) -> Expert:
    return Expert(invitation=Invitation(told["invitation"]), conflict=Conflict(told["conflict"]))


def _expert(told: dict[str, Any]) -> ExpertEntry:
    interest = None
    if told["interest"] is not None:
        interest = Wording(sealed=Sealed.model_validate(told["interest"]), event_type="ExpertConflictDeclared", field="interest")
    return ExpertEntry(
        reference=told["reference"],
        network=UUID(told["network"]),
        invitation=told["invitation"],
        conflict=told["conflict"],
        interest=interest,
        takes_part=_known(told).takes_part and told["current"],
        event=told["event"],
    )


def _call(told: dict[str, Any], counted: dict[tuple[str, int], int]) -> CallEntry:
    network, number = told["network"], told["number"]
    return CallEntry(
        number=number,
        network=UUID(network),
        closes_on=date.fromisoformat(told["closes_on"]),
        answers=counted.get((network, number), 0),
        at=told["at"],
        event=told["event"],
    )


def _answers_counted(as_of: AsOf, request: str) -> dict[tuple[str, int], int]:
    counted: dict[tuple[str, int], int] = {}
    for row in call_answers_to(as_of, request):
        call = row["network"], row["call_number"]
        counted[call] = counted.get(call, 0) + 1
    return counted


def call_answers_to(as_of: AsOf, request: str) -> list[Row]:
    """Give what members answered to the calls of a request by then."""
    return as_of.rows(call_answers, call_answers.c.advice_request == request, call_answers.c.at < as_of.before)


def _contribution(told: dict[str, Any]) -> ContributionEntry:
    contribution = wording(told["contribution"], "ContributionGiven", "contribution")
    return ContributionEntry.model_validate({**told, "contribution": contribution})


def _delivery(told: dict[str, Any]) -> DeliveryEntry:
    return DeliveryEntry(
        advice=wording(told["advice"], "AdviceDelivered", "advice"),
        talked_on=None if told["talked_on"] is None else date.fromisoformat(told["talked_on"]),
        talked_with=wording(told["talked_with"], "AdviceDelivered", "talk.with_whom"),
        recommendations=_wordings(told["recommendations"], "recommendations"),
        minority_views=_wordings(told["minority_views"], "minority_views"),
    )


def uses_told(told: list[dict[str, Any]]) -> tuple[UseEntry, ...]:
    """Give what was told of the use."""
    return tuple(
        UseEntry(
            number=each["number"],
            use=each["use"],
            remark=wording(each["remark"], "AdviceUseReported", "uses.remark"),
            link=wording(each["link"], "AdviceUseReported", "uses.link"),
        )
        for each in told
    )
