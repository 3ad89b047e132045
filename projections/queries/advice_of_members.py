"""Answers about what comes of advice requests: calls to members, what was published of the use, and advice unasked."""

from datetime import date
from uuid import UUID

from application.queries.advice import (
    AdviceOfferEntry,
    AdviceOffers,
    AnswersToCalls,
    CallAnswerEntry,
    CallsToMembers,
    MemberCallEntry,
    PublishedUseEntry,
    PublishedUses,
    Wording,
)
from application.queries.base import Many
from domain.advice.values import UNANSWERED
from domain.kernel.days import day_of
from domain.kernel.text import Sealed
from projections.queries.advice import after, call_answers_to, networks_asked, sensitive_networks, uses_told, wording
from projections.queries.query_service import AsOf
from projections.store.instants import moment
from projections.store.tables import advice_offers, advice_requests


def answers_to_calls(as_of: AsOf, query: AnswersToCalls) -> Many[CallAnswerEntry]:
    """List what members of the leading network answered, in the order in which they did."""
    network = as_of.one(advice_requests, query.advice_request)["network"]
    entries = [
        CallAnswerEntry(
            key=f"{row['at']:020d} {row['owner']}",
            reference=row["reference"],
            call_number=row["call_number"],
            answer=Wording(sealed=Sealed.model_validate(row["answer"]), event_type="AnswerGivenToCall", field="answer"),
            at=moment(row["at"]),
            event=row["event"],
        )
        for row in call_answers_to(as_of, str(query.advice_request))
        if row["network"] == network
    ]
    return as_of.page(query, after(query, sorted(entries, key=lambda entry: entry.key)))


def calls_to_members(as_of: AsOf, query: CallsToMembers) -> Many[MemberCallEntry]:
    """List the calls that members of a network can answer on that day, the one that closes first at the top."""
    last_moment = moment(as_of.before - 1)
    today = day_of(last_moment)
    entries = [
        MemberCallEntry(
            key=f"{call['closes_on']} {row['owner']}",
            advice_request=UUID(row["owner"]),
            number=call["number"],
            kind=row["kind"],
            question=wording(row["question"], "AdviceRequested", "question"),
            closes_on=date.fromisoformat(call["closes_on"]),
        )
        for row in as_of.items(advice_requests, advice_requests.c.asked_at < as_of.before)
        if row["network"] == str(query.network) and row["stage"] in UNANSWERED
        for call in row["calls"][-1:]
        if call["current"] and call["closes_on"] >= today.isoformat()
    ]
    return as_of.page(query, after(query, sorted(entries, key=lambda entry: entry.key)))


def published_uses(as_of: AsOf, query: PublishedUses) -> Many[PublishedUseEntry]:
    """List what was published of the use of advice, but not of sensitive networks."""
    hidden = sensitive_networks(as_of)
    entries = [
        PublishedUseEntry(
            key=f"{row['published']['at']:020d} {row['owner']}",
            advice_request=UUID(row["owner"]),
            network=UUID(row["network"]),
            question=wording(row["question"], "AdviceRequested", "question"),
            uses=uses_told(row["published"]["uses"]),
            published_at=moment(row["published"]["at"]),
            event=row["published"]["event"],
        )
        for row in as_of.items(advice_requests, advice_requests.c.asked_at < as_of.before)
        if row["published"] is not None and not hidden.intersection(networks_asked(row))
    ]
    return as_of.page(query, after(query, sorted(entries, key=lambda entry: entry.key)))


def list_offers(as_of: AsOf, query: AdviceOffers) -> Many[AdviceOfferEntry]:
    entries = [
        AdviceOfferEntry(
            key=f"{row['at']:020d} {row['owner']}",
            advice_offer=UUID(row["owner"]),
            network=UUID(row["network"]),
            addressee=row["addressee"],
            advice=row["advice"],
            at=moment(row["at"]),
            event=row["event"],
        )
        for row in as_of.rows(advice_offers, advice_offers.c.at < as_of.before)
        if query.network is None or row["network"] == str(query.network)
    ]
    return as_of.page(query, after(query, sorted(entries, key=lambda entry: entry.key)))
