"""How many members, and fifty after a year: figures 6 and 7."""

from dataclasses import replace

from application.evaluation import details
from application.evaluation.measurement import Measurement
from application.queries.evaluation import Note, Verdict
from domain.kernel.days import end_of, months_after
from projections.evaluation.known import EvaluationData, NetworkData
from projections.queries.figures import first_day_with
from projections.store.instants import micros

A_YEAR = 12
FIFTY = 50


def members(data: EvaluationData, network: NetworkData) -> Measurement:
    held = network.members_before(data.reading.before)
    return Measurement(value=len(held), n=len(held), events=[network.row["begun_by"], *(period.begun_by for period in held)])


def members_after_12_months(data: EvaluationData, network: NetworkData) -> Measurement:
    """Count the members at the end of the day a year after the start."""
    day = months_after(network.start, A_YEAR)
    norm, ground = _aim(network)
    begun = network.row["begun_by"]
    if not data.is_over(day):
        return Measurement(value=None, norm=norm, note=Note.NOT_YET_MEASURABLE, events=[begun], ground=ground)
    held = network.members_before(micros(end_of(day)))
    return Measurement(
        value=len(held),
        n=len(held),
        events=[begun, *(period.begun_by for period in held)],
        ground=[*ground, *data.closing_of(network)],
        norm=norm,
        verdict=None if norm is None else Verdict.REACHED if len(held) >= norm else Verdict.NOT_REACHED,
    )


def days_to_fifty(data: EvaluationData, network: NetworkData) -> Measurement:
    """Count the days until fifty members, or say how many days it is not yet."""
    reached = first_day_with(data.reading, network.row, network.held, FIFTY)
    last = data.last_day_of(network) if reached is None else reached
    held = network.members_before(micros(end_of(last)))
    aim, ground = _aim(network)
    within = (months_after(network.start, A_YEAR) - network.start).days if aim == FIFTY else None
    days = (last - network.start).days
    found = Measurement(
        value=days,
        n=len(held),
        events=[network.row["begun_by"], *(period.begun_by for period in held)],
        ground=[*ground, *data.closing_of(network)],
        norm=within,
        verdict=None if within is None else Verdict.REACHED if days <= within else Verdict.NOT_REACHED,
    )
    if reached is not None:
        return found
    verdict = Verdict.NOT_YET if within is not None and days < within else found.verdict and Verdict.NOT_REACHED
    return replace(
        found, value=None, note=Note.NOT_YET_MEASURABLE, verdict=verdict, detail=details.DaysToFifty(not_yet_after=days)
    )


def _aim(network: NetworkData) -> tuple[int | None, list[str]]:
    """Give how many members the rules aim at after a year, None when they aim at another time or at nothing."""
    if network.rules is None or network.rules.target_after_months != A_YEAR:
        return None, []
    return network.rules.target_members, [network.rules.event]
