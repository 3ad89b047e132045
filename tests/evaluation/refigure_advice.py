"""The figures of advice, each from docs/figures.md and from what a recount of the events tells."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

from tests.evaluation.calendar import NEVER, day_of, end_of
from tests.evaluation.recount import Answer, Asked, Entry, Group, Recount, answer, entry_of, wilson
from tests.evaluation.refigure import ENTRIES_OF, OF_A_NETWORK, again, at_the_end


@dataclass
class Request:
    """One request, as it stood by then."""

    steps: list[tuple[Any, datetime]]
    first: Any
    due: date
    led_by: Any
    outcome: str = "open"
    delivered: datetime = NEVER
    reason: str = ""
    waits_for_clarification: bool = False
    overdue: bool = False
    acknowledged: bool = False
    uses: list[Any] | None = None
    experts: dict[str, set[str]] = field(default_factory=dict)
    with_bureau: list[tuple[datetime, datetime | None]] = field(default_factory=list)

    @property
    def took_part(self) -> set[str]:
        return {who for who, said in self.experts.items() if "accepted" in said and "interest" not in said}


OUTCOMES = {
    "AdviceRequestDeclined": "declined",
    "AdviceDelivered": "answered",
    "AdviceRequestWithdrawn": "withdrawn",
    "AdviceRequestLapsed": "lapsed",
    "ClarificationNotGiven": "unclarified",
}


RECORDED = {"AdviceRequested", "AdviceDelivered", "AdviceRequestDeclined", "AdviceRequestWithdrawn"}


def _as_known(events: list[Any]) -> list[tuple[Any, datetime]]:
    """What stands, with the moment at which it is known to have happened."""
    mended = {event.of: event.at for event in events if event.TOPIC == "AdviceRequest.EntryCorrected"}
    withdrawn = {event.of for event in events if event.TOPIC == "AdviceRequest.EntryWithdrawn"}
    names = [(event, f"{event.originator_id}:{event.originator_version}") for event in events]
    return [(event, mended.get(name, event.act.at)) for event, name in names if name not in withdrawn]


def _offered(events: list[Any]) -> list[tuple[Any, datetime]]:
    """Advice that was given unasked, with the moment at which it is known to have been; of what was withdrawn nothing."""
    first, mended = events[0], events[1:]
    if any(event.TOPIC == "AdviceOffer.EntryWithdrawn" for event in mended):
        return []
    return [(first, mended[-1].at if mended else first.act.at)]


def _request(known: list[tuple[Any, datetime]]) -> Request:
    first, _ = known[0]
    request = Request(known, first, first.days.due, first.network)
    for event, at in known[1:]:
        topic = event.TOPIC
        _lay(request.with_bureau, topic, at)
        if topic in OUTCOMES:
            request.outcome = OUTCOMES[topic]
            request.reason = str(getattr(event, "decline_reason", ""))
            request.delivered = at if topic == "AdviceDelivered" else NEVER
        elif topic == "AdviceRequestRedirected":
            request.led_by, request.due, request.outcome = event.network, event.days.due, "open"
            request.waits_for_clarification = False
            request.experts.clear()
        elif topic in {"NewDayAgreed", "NewDayRefused", "ClarificationGiven"}:
            request.due, request.waits_for_clarification = event.days.due, False
            request.outcome = "open" if request.outcome == "unclarified" else request.outcome
        elif topic in {"ClarificationAsked", "RequestLeftToBureau"}:
            request.waits_for_clarification = topic == "ClarificationAsked"
        elif topic == "AdviceOverdue":
            request.overdue = True
        elif topic == "AdviceAcknowledged":
            request.acknowledged = True
        elif topic == "AdviceUseReported":
            request.uses = list(event.uses)
        elif topic.startswith("Expert"):
            _expert(request.experts, topic, event.reference)
    return request


def _lay(times: list[tuple[datetime, datetime | None]], topic: str, at: datetime) -> None:
    waits = bool(times) and times[-1][1] is None
    if topic == "RequestLeftToBureau" and not waits:
        times.append((at, None))
    elif waits and (topic in OUTCOMES or topic == "AdviceRequestRedirected"):
        times[-1] = (times[-1][0], at)


def _expert(experts: dict[str, set[str]], topic: str, who: str) -> None:
    if topic == "ExpertInvited":
        experts[who] = set()
    elif topic == "ExpertAccepted" and who in experts:
        experts[who].add("accepted")
    elif topic == "ExpertDeclined":
        experts.pop(who, None)
    elif topic == "ExpertConflictDeclared" and who in experts:
        experts[who].add("interest")
    elif topic == "ExpertConflictDisclosed" and who in experts:
        experts[who].discard("interest")


def requests_of(recount: Recount, group: Group, asked: Asked) -> list[Request]:
    found = []
    for events in recount.requests.values():
        by_then = [(event, at) for event, at in _as_known(events) if at < asked.before]
        if by_then and by_then[0][0] is events[0]:
            found.append(_request(by_then))
    return [request for request in found if recount.groups.get(request.led_by) is group]


def _answered(recount: Recount, group: Group, asked: Asked) -> list[Request]:
    return [request for request in requests_of(recount, group, asked) if request.outcome == "answered"]


@again("advice", ENTRIES_OF)
def entries_of_requests(recount: Recount, group: Group, asked: Asked) -> list[Entry]:
    steps = [step for request in requests_of(recount, group, asked) for step in request.steps if step[0].TOPIC in RECORDED]
    return [entry_of(event, at) for event, at in steps]


@again("advice-requests", OF_A_NETWORK)
def advice_requests(recount: Recount, group: Group, asked: Asked) -> Answer:
    requests = requests_of(recount, group, asked)
    members = len(at_the_end(group, asked.before, asked))
    kinds = [str(request.first.requester_kind) for request in requests]
    given = [each for events in recount.offers.values() for each in _offered(events)]
    offers = [at for offer, at in given if recount.groups.get(offer.network) is group and at < asked.before]
    detail = {
        "byRequester": {kind: kinds.count(kind) for kind in ("politician", "party-body", "committee")},
        "broughtHere": sum(request.led_by != request.first.network for request in requests),
        "members": members,
        "perHundredMembers": round(len(requests) * 100 / members, 1) if members else None,
        "offeredUnasked": len(offers),
    }
    return answer(len(requests), len(requests), detail)


@again("advice-routes", OF_A_NETWORK)
def advice_routes(recount: Recount, group: Group, asked: Asked) -> Answer:
    firsts = [request.first for request in requests_of(recount, group, asked)]
    routes = Counter("form" if first.recorded_by is None else str(first.act.source) for first in firsts)
    by = Counter(str(first.recorded_by) for first in firsts if first.recorded_by is not None)
    return answer(dict(routes), len(firsts), {"recordedBy": dict(by)})


@again("advice-outcomes", OF_A_NETWORK)
def advice_outcomes(recount: Recount, group: Group, asked: Asked) -> Answer:
    requests = requests_of(recount, group, asked)
    outcomes = Counter(request.outcome for request in requests)
    overdue = sum(request.overdue for request in requests)
    shares = {}
    if requests:
        counts = {"declined": outcomes["declined"], "lapsed": outcomes["lapsed"], "overdue": overdue}
        shares = {name: round(count / len(requests), 4) for name, count in counts.items()}
    reasons = Counter(request.reason for request in requests if request.outcome == "declined")
    told = {name: count for name, count in outcomes.items() if count}
    return answer(told, len(requests), {"overdue": overdue, "reasons": dict(reasons), "shares": shares})


@again("advice-response-time", OF_A_NETWORK)
def advice_response_time(recount: Recount, group: Group, asked: Asked) -> Answer:
    answered = _answered(recount, group, asked)
    days = sorted((day_of(request.delivered) - day_of(request.first.act.at)).days for request in answered)
    p90 = next((day for place, day in enumerate(days, start=1) if place * 10 >= len(days) * 9), None)
    middle = median(days) if days else None
    still = sum(request.outcome == "open" for request in requests_of(recount, group, asked))
    detail = {"median": middle, "p90": p90, "max": days[-1] if days else None, "each": days, "open": still}
    return answer(middle, len(days), detail)


def _on_time(requests: list[Request], asked: Asked, due: Callable[[Request], date]) -> Answer:
    late, not_answered = [], 0
    for request in requests:
        if request.outcome == "answered":
            late.append((day_of(request.delivered) - due(request)).days)
        elif request.outcome in {"open", "lapsed"} and end_of(due(request)) <= asked.over:
            late.append((day_of(asked.before - timedelta(microseconds=1)) - due(request)).days)
            not_answered += 1
    on_time = sum(request.outcome == "answered" and day_of(request.delivered) <= due(request) for request in requests)
    detail = {"onTime": on_time, "daysLate": sorted(late), "notAnswered": not_answered}
    if not late:
        return answer(None, 0, detail)
    low, high = wilson(on_time, len(late))
    return answer(round(on_time / len(late), 4), len(late), {**detail, "low": low, "high": high})


@again("advice-on-time", OF_A_NETWORK)
def advice_on_time(recount: Recount, group: Group, asked: Asked) -> Answer:
    return _on_time(requests_of(recount, group, asked), asked, lambda request: request.first.days.due)


@again("advice-on-time-as-agreed-last", OF_A_NETWORK)
def advice_on_time_as_agreed_last(recount: Recount, group: Group, asked: Asked) -> Answer:
    requests = requests_of(recount, group, asked)
    waits = [request for request in requests if request.waits_for_clarification and request.outcome != "answered"]
    return _on_time([request for request in requests if request not in waits], asked, lambda request: request.due)


@again("advice-acknowledged", OF_A_NETWORK)
def advice_acknowledged(recount: Recount, group: Group, asked: Asked) -> Answer:
    answered = _answered(recount, group, asked)
    said = sum(request.acknowledged for request in answered)
    if not answered:
        return answer(None, 0, {"acknowledged": 0})
    low, high = wilson(said, len(answered))
    return answer(round(said / len(answered), 4), len(answered), {"acknowledged": said, "low": low, "high": high})


@again("advice-use", OF_A_NETWORK)
def advice_use(recount: Recount, group: Group, asked: Asked) -> Answer:
    answered = _answered(recount, group, asked)
    reported = [request.uses for request in answered if request.uses is not None]
    told = [each for uses in reported for each in uses]
    counts = _uses(each for each in told if each.number is not None)
    all_told = sum(counts.values())
    detail = {
        "reported": len(reported),
        "known": sum(any(str(each.use) != "pending" for each in uses) for uses in reported),
        "advices": _uses(each for each in told if each.number is None),
        "shares": {use: round(count / all_told, 4) for use, count in counts.items()} if all_told else {},
    }
    return answer(counts, len(answered), detail)


def _uses(told: Iterable[Any]) -> dict[str, int]:
    uses = [str(each.use) for each in told]
    return {use: uses.count(use) for use in ("adopted", "partly", "not", "pending")}


@again("advice-experts", OF_A_NETWORK)
def advice_experts(recount: Recount, group: Group, asked: Asked) -> Answer:
    answered = _answered(recount, group, asked)
    each = sorted(len(request.took_part) for request in answered)
    people = set().union(*(request.took_part for request in answered))
    detail = {"each": each, "people": len(people), "firstTime": round(len(people) / sum(each), 4) if sum(each) else None}
    return answer(round(sum(each) / len(each), 2) if each else None, len(each), detail)


@again("advice-days-with-bureau", OF_A_NETWORK)
def advice_days_with_bureau(recount: Recount, group: Group, asked: Asked) -> Answer:
    lay = [request.with_bureau for request in requests_of(recount, group, asked) if request.with_bureau]
    last = asked.before - timedelta(microseconds=1)
    totals = sorted(sum(max(0, (day_of(ended or last) - day_of(begun)).days) for begun, ended in times) for times in lay)
    middle = median(totals) if totals else None
    detail = {"median": middle, "max": max(totals, default=None), "each": totals, "times": sum(map(len, lay))}
    return answer(middle, len(totals), detail)
