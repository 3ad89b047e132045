"""What it asked of the bureau, besides plans: figure 30. Days that something lay there, and an estimate; acts are not counted."""

from collections import Counter

from application.queries.evaluation import Note
from projections.evaluation.frame import Measurement, of_all, of_each_network
from projections.evaluation.known import EvaluationData, NetworkData, days_between
from projections.evaluation.medians import middle, parts
from projections.evaluation.requests import RequestData, Stay


@of_each_network("advice-days-with-bureau")
def advice_days_with_bureau(data: EvaluationData, network: NetworkData) -> Measurement:
    """Tell how many days requests lay with the bureau, which looked for another network."""
    last = data.reading.before - 1
    left = [request for request in data.requests.get(network.owner, []) if request.stays]
    totals = [sum(_days(stay, last) for stay in request.stays) for request in left]
    return Measurement(
        value=middle(totals),
        n=len(totals),
        events=[network.row["begun_by"], *(name for request in left for name in _named(request, last))],
        detail={**parts(totals), "times": sum(len(request.stays) for request in left)},
    )


def _days(stay: Stay, last: int) -> int:
    return max(0, days_between(stay.begun_at, last if stay.ended_at is None else stay.ended_at))


def _named(request: RequestData, last: int) -> list[str | None]:
    """Name what says of which network it is and when it lay there; an end that changes no number is left out."""
    names = request.named
    for stay in request.stays:
        is_last = stay is request.stays[-1]
        names.append(stay.begun_by)
        if not is_last or _days(stay, last) != _days(Stay(stay.begun_at, stay.begun_by), last):
            names.append(stay.ended_by)
    return names


@of_all("bureau-hours")
def bureau_hours(data: EvaluationData) -> Measurement:
    """Tell how many hours a month the networks took the bureau, as it estimated itself."""
    rows = data.hours
    months = Counter[str]()
    for row in rows:
        months[row["month"]] += row["hours"]
    return Measurement(
        value=[{"month": month, "hours": hours} for month, hours in sorted(months.items())] or None,
        n=len(rows),
        events=[row["event"] for row in rows],
        note=None if rows else Note.NOT_STATED,
        detail={"total": sum(months.values()), "median": middle([*months.values()])},
    )
