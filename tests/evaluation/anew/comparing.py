"""An evaluation beside the one that is counted anew."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from application.evaluation.figures import FROM_THE_VAULT
from application.ports.event_log import Recorded
from application.queries.evaluating.evaluation import EvaluationReport, Figure
from projections.reading.query_service import QueryService
from tests.evaluation.anew.counting import Counted
from tests.evaluation.anew.days import day_of, end_of
from tests.evaluation.anew.figure import OF_ALL, OF_NETWORKS, Party, Said
from tests.evaluation.anew.left_out import left_out
from tests.evaluation.anew.log import Asked, Log
from tests.evaluation.anew.networks import begun_networks

SAID = {"value", "n", "norm", "verdict", "note", "detail"}


def asked_of(reads: QueryService, on: date, pilot: UUID | None = None, known_at: datetime | None = None) -> Asked:
    """What is asked: days to come do not count, at the instant that is asked about or now."""
    now = known_at or reads.log.now()
    day = min(on, day_of(now))
    return Asked(day=day, before=end_of(day), over=min(end_of(on), now), pilot=pilot)


def what_it_says(figure: Figure) -> Said:
    return figure.model_dump(mode="json", by_alias=True, include=SAID)


def told(report: EvaluationReport) -> Counted:
    """What a report says of the figures that need nothing but the log."""
    return {key: said for key, said in said_of_all(report).items() if key[0] not in FROM_THE_VAULT}


def said_of_all(report: EvaluationReport) -> Counted:
    return {(str(each.figure), each.of): what_it_says(each) for each in report.figures}


def left_out_differently(report: EvaluationReport, party: Party) -> dict[Any, Any]:
    found = {}
    for figure in report.figures:
        said = {(each.event, str(each.why)) for each in figure.left_out}
        network = None if figure.of is None else party.networks[figure.of]
        mine = left_out(party, str(figure.figure), network)
        if said != mine and figure.figure not in FROM_THE_VAULT:
            found[str(figure.figure), figure.of] = (said - mine, mine - said)
    return found


def again(events: Iterable[Recorded], figure: Figure, asked: Asked) -> Said | None:
    """The same figure from some events alone, None where they tell of no such network."""
    party = Party.of(Log.of(events), asked)
    if figure.of is None:
        return OF_ALL[str(figure.figure)](party)
    network = next((each for each in begun_networks(party.networks, asked, of_pilot=False) if each.id == figure.of), None)
    return None if network is None else OF_NETWORKS[str(figure.figure)](party, network)


def name_of(recorded: Recorded) -> str:
    return f"{recorded.event.originator_id}:{recorded.event.originator_version}"


def unexplained(events: Sequence[Recorded], figure: Figure, asked: Asked, chosen: Iterable[str]) -> Iterator[str]:
    """What is wrong with the events that a figure names: they do not make it, or it is the same without one of those chosen."""
    names = {*figure.events, *figure.ground}
    named = [each for each in events if name_of(each) in names]
    whole = again(named, figure, asked)
    if whole != what_it_says(figure):
        yield f"from its events alone: {whole}"
    for name in chosen:
        if again([each for each in named if name_of(each) != name], figure, asked) == whole:
            yield f"without {name}: the same"
