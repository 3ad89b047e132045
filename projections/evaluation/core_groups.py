"""Whether core groups stand: figures 15 and 16, and their size."""

from datetime import date
from functools import lru_cache

from application.evaluation import details
from application.evaluation.measurement import Measurement
from application.queries.evaluating.evaluation import Note, Verdict
from domain.kernel.days import day_of, end_of
from projections.evaluation.days import days_from
from projections.evaluation.known import EvaluationData, NetworkData
from projections.evaluation.left_out import seats_out
from projections.queries.evaluating.figures import held_before
from projections.store.instants import micros, moment


@lru_cache(maxsize=4096)
def _end_of(day: date) -> int:
    return micros(end_of(day))


def core_group_size(data: EvaluationData, network: NetworkData) -> Measurement:
    before = data.reading.before
    held = [seat for seat in data.seats.get(network.owner, ()) if seat.ended_at >= before]
    rules = network.rules if network.row["closed_at"] >= before else None
    norm = None if rules is None else rules.core_group_minimum
    verdict = None if norm is None else Verdict.STANDS if len(held) >= norm else Verdict.TOO_SMALL
    events = [network.row["begun_by"], *(seat.begun_by for seat in held)]
    ground = [*data.closing_of(network), *([] if rules is None else [rules.event])]
    left_out = seats_out(data, network)
    return Measurement(len(held), len(held), events, ground, norm=norm, verdict=verdict, left_out=left_out)


def core_group_continuity(data: EvaluationData, network: NetworkData) -> Measurement:
    if network.rules is None:
        return Measurement(value=None, note=Note.NO_RULES, events=[network.row["begun_by"]])
    seats = data.seats.get(network.owner, [])
    last = day_of(moment(min(data.over, network.row["closed_at"]) - 1))
    held = held_before(seats)
    enough = days = 0
    for day in days_from(network.start, last):
        ended = min(_end_of(day), data.over)
        if network.row["closed_at"] < ended:
            break  # the day of the closing has no core group at its end
        days += 1
        enough += held(ended) >= network.rules.core_group_minimum
    gone = [seat for seat in seats if seat.ended_at < data.reading.before]
    by_closing = [seat for seat in gone if seat.ended_by in data.followed or seat.ended_by == network.row["closed_by"]]
    others = [seat for seat in gone if seat not in by_closing]
    joined = [data.begun_before.get(seat.ended_by) for seat in others]
    events = [network.row["begun_by"], *(seat.begun_by for seat in seats), *(seat.ended_by for seat in gone), *joined]
    ground = [network.rules.event, *data.closing_of(network), *data.given_up_after.get(network.owner, ())]
    ground += [data.begun_before.get(seat.ended_by) for seat in by_closing]
    detail = details.Continuity(
        days=days,
        days_with_enough=enough,
        seats=len(seats),
        seats_ended=len(others),
        with_membership=sum(seat.ended_by in data.begun_before for seat in others),
    )
    if not days:
        return Measurement(None, 0, events, ground, norm=1, note=data.why_not_yet(network), detail=detail)
    share = round(enough / days, 4)
    verdict = Verdict.REACHED if enough == days else Verdict.NOT_REACHED
    return Measurement(share, days, events, ground, norm=1, verdict=verdict, detail=detail)


BOTH_KINDS = 2
"""With administrative experience, and without."""


def core_group_mix(data: EvaluationData, network: NetworkData) -> Measurement:
    asks = network.rules is not None and network.rules.core_group_mix_asked
    norm = BOTH_KINDS if asks else None
    ground = [*data.closing_of(network), *([network.rules.event] if network.rules is not None and asks else [])]
    last = min(data.reading.before - 1, network.row["closed_at"])
    stated = [row for row in data.mixes.get(network.owner, ()) if row["stated_at"] <= last]
    if not stated:
        return Measurement(value=None, note=Note.NOT_STATED, norm=norm, events=[network.row["begun_by"]], ground=ground)
    newest = max(stated, key=lambda row: (row["stated_at"], int(row["stated_by"].rpartition(":")[2])))
    kinds = (newest["with_experience"] > 0) + (newest["with_experience"] < newest["seats"])
    verdict = None if norm is None else Verdict.REACHED if kinds == norm else Verdict.NOT_REACHED
    events = [network.row["begun_by"], newest["stated_by"]]
    detail = details.MixStated(stated_on=day_of(moment(newest["stated_at"])))
    return Measurement(kinds, newest["seats"], events, ground, norm=norm, verdict=verdict, detail=detail)
