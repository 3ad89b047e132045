"""How well it was recorded: figure 32."""

from projections.evaluation.frame import Measurement, of_each_network
from projections.evaluation.known import EvaluationData, NetworkData


@of_each_network("late-entries")
def late_entries(data: EvaluationData, network: NetworkData) -> Measurement:
    """Tell what share of the entries of memberships and seats was recorded more than two weeks late."""
    before = data.reading.before
    held = [*network.held, *data.seats.get(network.owner, ())]
    entries = {period.begun_by for period in held} | {period.ended_by for period in held if period.ended_at < before}
    entries.update(data.given_up_after.get(network.owner, ()))
    entries.discard(network.row["closed_by"])
    late = entries & data.late
    begun = network.row["begun_by"]
    if not entries:
        return Measurement(value=None, n=0, events=[begun])
    share = round(len(late) / len(entries), 4)
    ground = data.closing_of(network)
    return Measurement(value=share, n=len(entries), events=[begun, *entries], ground=ground, detail={"late": len(late)})


@of_each_network("corrections")
def corrections(data: EvaluationData, network: NetworkData) -> Measurement:
    """Count the entries that were found to be mistakes."""
    rows = [row for row in data.mended if row["network"] == network.owner]
    events = [network.row["begun_by"], *(name for row in rows for name in (row["event"], row["begun_by"]))]
    return Measurement(value=len(rows), n=len(rows), events=events)
