"""How well it was recorded: figure 32."""

from projections.evaluation.frame import Found, of_each_network
from projections.evaluation.known import Known, NetworkKnown


@of_each_network("late-entries")
def late_entries(known: Known, network: NetworkKnown) -> Found:
    """Tell what share of the entries of memberships and seats was recorded more than two weeks late."""
    before = known.reading.before
    held = [*network.held, *known.seats.get(network.owner, ())]
    entries = {period.begun_by for period in held} | {period.ended_by for period in held if period.ended_at < before}
    entries.update(known.given_up_after.get(network.owner, ()))
    entries.discard(network.row["closed_by"])
    late = entries & known.late
    begun = network.row["begun_by"]
    if not entries:
        return Found(value=None, n=0, events=[begun])
    share = round(len(late) / len(entries), 4)
    ground = known.closing_of(network)
    return Found(value=share, n=len(entries), events=[begun, *entries], ground=ground, detail={"late": len(late)})


@of_each_network("corrections")
def corrections(known: Known, network: NetworkKnown) -> Found:
    """Count the entries that were found to be mistakes."""
    rows = [row for row in known.mended if row["network"] == network.owner]
    events = [network.row["begun_by"], *(name for row in rows for name in (row["event"], row["begun_by"]))]
    return Found(value=len(rows), n=len(rows), events=events)
