"""
What it asked of the bureau, besides plans (figure 30), and how well it was recorded (figure 32).

Days that something lay there, and an estimate; acts are not counted.
"""

from collections import Counter
from collections.abc import Iterator

from pydantic import JsonValue

from application.evaluation import details
from application.evaluation.measurement import Measurement
from application.evaluation.statistics import middle
from application.queries.evaluating.evaluation import Note
from domain.advice.values import RequestStage
from projections.evaluation.days import days_lasted
from projections.evaluation.known import EvaluationData, NetworkData
from projections.evaluation.requests import RequestData
from projections.views.requests import Stay

BY_THE_CLOCK = {RequestStage.LAPSED, RequestStage.UNCLARIFIED}
"""How requests end when nobody does anything."""


def advice_days_with_bureau(data: EvaluationData, network: NetworkData) -> Measurement:
    last = data.reading.before - 1
    left = [request for request in data.requests.get(network.owner, []) if request.view.stays]
    totals = [sum(_days(stay, last) for stay in request.view.stays) for request in left]
    events = [network.row["begun_by"], *(name for request in left for name in _named(request, last))]
    detail = details.BureauDays.of(totals, times=sum(len(request.view.stays) for request in left))
    return Measurement(middle(totals), len(totals), events, detail=detail)


def _days(stay: Stay, last: int) -> int:
    return max(0, days_lasted(stay.begun_at, stay.ended_at, last))


def _named(request: RequestData, last: int) -> list[str | None]:
    """Name what says of which network it is and when it lay there; an end that changes no number is left out."""
    names = request.named
    for place, stay in enumerate(request.view.stays):
        names.append(stay.begun_by)
        if stay.ended_by is not None and _counts_otherwise_without(stay.ended_by, request, place, last):
            names.append(stay.ended_by)
    return names


def _counts_otherwise_without(ended_by: str, request: RequestData, place: int, last: int) -> bool:
    """Say whether a stay would count otherwise: without its end it ends as the request is brought to its network, or not."""
    stay, later = request.view.stays[place], request.view.stays[place + 1 :]
    brought = [each for each in request.view.redirections[-1:] if request.was_brought and _place(ended_by) < _place(each.event)]
    if later and not (brought and _place(brought[0].event) < _place(later[0].begun_by)):
        return True
    without = stay.model_copy(update={"ended_at": brought[0].at if brought else None})
    return _days(stay, last) != _days(without, last)


def _place(event: str) -> int:
    """Give the place of an event among those of its request."""
    return int(event.rpartition(":")[2])


def bureau_hours(data: EvaluationData) -> Measurement:
    rows = data.hours
    months = Counter[str]()
    for row in rows:
        months[row["month"]] += row["hours"]
    told: list[JsonValue] = [{"month": month, "hours": hours} for month, hours in sorted(months.items())]
    detail = details.BureauHours(total=sum(months.values()), median=middle([*months.values()]))
    note = None if rows else Note.NOT_STATED
    return Measurement(told or None, len(rows), [row["event"] for row in rows], note=note, detail=detail)


def late_entries(data: EvaluationData, network: NetworkData) -> Measurement:
    before = data.reading.before
    held = [*network.held, *data.seats.get(network.owner, ())]
    entries = {period.begun_by for period in held} | {period.ended_by for period in held if period.ended_at < before}
    entries.update(data.given_up_after.get(network.owner, ()))
    followed = entries & data.followed
    entries -= followed | {network.row["closed_by"]}
    entries.update(row["event"] for row in data.decisions.get(network.owner, ()))
    entries.update(_of_meetings_and_requests(data, network))
    late = tuple(sorted(entries & data.late))
    begun = network.row["begun_by"]
    if not entries:
        return Measurement(value=None, n=0, events=[begun])
    share, detail = round(len(late) / len(entries), 4), details.EntriesLate(late=len(late), late_ones=late)
    led = [name for request in data.requests.get(network.owner, []) for name in request.named]
    ground = [*data.closing_of(network), *data.reopenings.get(network.owner, ()), *followed]
    return Measurement(share, len(entries), [begun, *entries, *led], ground, detail=detail)


def _of_meetings_and_requests(data: EvaluationData, network: NetworkData) -> Iterator[str]:
    """Name what people recorded of meetings (planned, held, called off) and requests (asked, answered, declined, withdrawn)."""
    before = data.reading.before
    for row in data.meetings.get(network.owner, ()):
        steps = (("planned_at", "planned_by"), ("held_at", "held_by"), ("cancelled_at", "cancelled_by"))
        yield from (row[by] for at, by in steps if row[at] is not None and row[at] < before)
    for request in data.requests.get(network.owner, []):
        yield f"{request.view.advice_request}:1"
        if request.view.ended_by is not None and request.view.stage not in BY_THE_CLOCK:
            yield request.view.ended_by


def corrections(data: EvaluationData, network: NetworkData) -> Measurement:
    rows = [row for row in data.mended if row["network"] == network.owner]
    events = [network.row["begun_by"], *(name for row in rows for name in (row["event"], row["begun_by"]))]
    return Measurement(value=len(rows), n=len(rows), events=events)
