"""The record itself: what was recorded late, and what was mended."""

from collections.abc import Iterator
from datetime import timedelta

from tests.evaluation.anew.figure import Party, Said, of_network, says
from tests.evaluation.anew.log import CORRECTED, WITHDRAWN, Entry
from tests.evaluation.anew.networks import BEGINS, ENDS, End, Network
from tests.evaluation.anew.numbers import part
from tests.evaluation.anew.of_meetings import meetings_of
from tests.evaluation.anew.requests import requests_of

CLOCK = "clock"
LATE = timedelta(days=14)
DECISIONS = (
    BEGINS
    | ENDS
    | {"AgreementsChanged", "NetworkMarkedSensitive", "SeatsOffered", "NetworkSuspended", "NetworkResumed", "NetworkRenewed"}
    | {"NetworkReopened", "NetworkRenamed"}
)
OF_A_MEETING = {"MeetingPlanned", "MeetingRecorded", "MeetingHeld", "MeetingCancelled"}
OF_NO_SINGLE_NETWORK = {"PlanDrafted", "EvaluationFrozen"}
"""A plan is no entry of the network that came of it; an evaluation is of all networks that are judged in it."""
SETTLES = {"AdviceDelivered", "AdviceRequestDeclined", "AdviceRequestWithdrawn"}


def entries_of(party: Party, network: Network) -> Iterator[Entry]:
    """The entries of a network that count, by the day asked about."""
    for each in _all_entries(party, network):
        if each.at < party.asked.before:
            yield each


def _all_entries(party: Party, network: Network) -> Iterator[Entry]:
    yield from (each for each in network.life if each.kind in DECISIONS)
    for held in (*network.people.values(), *network.seats_alone.values()):
        for span in held:
            yield span.begun_by
            if span.ended_by is not None and span.end is not End.CLOSED:
                yield span.ended_by
    for meeting in meetings_of(party, network):
        yield from (each for each in meeting.life if each.kind in OF_A_MEETING)
    for request in requests_of(party, network):
        yield request.asked
        if request.decided is not None and request.decided.kind in SETTLES:
            yield request.decided


@of_network("late-entries")
def late_entries(party: Party, network: Network) -> Said:
    entries = list({each.name: each for each in entries_of(party, network)}.values())
    late = sorted(each.name for each in entries if each.recorded - each.at > LATE)
    return says(part(len(late), len(entries)), len(entries), detail={"late": len(late)} | ({"lateOnes": late} if late else {}))


@of_network("corrections")
def corrections(party: Party, network: Network) -> Said:
    count = len(list(mendings_of(party, network)))
    return says(count, count)


def mendings_of(party: Party, network: Network) -> Iterator[Entry]:
    """What was corrected or withdrawn by people; what follows from another decision nobody did."""
    for life in (party.log.items[network.id], *party.of_networks[network.id]):
        asked_another = life[0].kind == "AdviceRequested" and life[0].said.network != network.id
        if asked_another or life[0].kind in OF_NO_SINGLE_NETWORK:
            continue
        mendings = (each for each in life if each.kind in {CORRECTED, WITHDRAWN} and each.at < party.asked.before)
        yield from (each for each in mendings if each.said.act.by != CLOCK)
