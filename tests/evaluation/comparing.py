"""An evaluation beside its recount."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from application.ports.event_log import Recorded
from application.queries.evaluation import Figure
from domain.kernel.events import event_name
from domain.networks.membership import Membership
from projections.reading.query_service import QueryService
from tests.evaluation import refigure_advice, refigure_meetings, refigure_plans  # noqa: F401  # their figures become known
from tests.evaluation.calendar import day_of, end_of
from tests.evaluation.recount import Asked, Recount
from tests.evaluation.refigure import OF_A_NETWORK, OF_ALL
from tests.evaluation.rejudge import judged

SAID = {"value", "n", "norm", "verdict", "note", "detail"}
Told = dict[tuple[str, UUID | None], dict[str, Any]]


def told(figures: Iterable[Figure]) -> Told:
    """What an evaluation says, without what it says about the saying."""
    return {
        (each.figure, each.of): each.model_dump(mode="json", by_alias=True, include=SAID)
        for each in figures
        if each.figure in OF_ALL or each.figure in OF_A_NETWORK
    }


def recounted(events: Sequence[Recorded], asked: Asked) -> Told:
    """What a recount says."""
    recount = Recount(events)
    found: Told = {(name, None): judged(recount, name, None, asked, figure(recount, asked)) for name, figure in OF_ALL.items()}
    for name, figure in OF_A_NETWORK.items():
        for network, group in recount.begun(asked):
            if asked.pilot in {None, group.pilot}:
                found[name, network] = judged(recount, name, group, asked, figure(recount, group, asked))
    return found


def asked(reads: QueryService, on: date, pilot: UUID | None = None) -> Asked:
    now = reads.log.now()
    return Asked(before=min(end_of(on), end_of(day_of(now))), over=min(end_of(on), now), pilot=pilot)


NEVER = datetime.max.replace(tzinfo=UTC)
OF_PEOPLE = {"MemberJoined", "MemberReturned", "MemberLeft", "PurposeEndorsed"} | {
    "CoreGroupMemberAppointed",
    "CoreGroupChairAppointed",
    "CoreGroupMemberSteppedDown",
}
ENDS = {"NetworkClosed", "NetworkMerged"}


def can_happen(events: Sequence[Recorded]) -> bool:
    """
    Say whether nobody comes or goes in a network after its end.

    Stories are of items one by one; the rules across items (domain.across_items) refuse such a life; no figure is right in it.
    """
    happened = [each.event for each in events]
    network_of = {event.originator_id: event.network for event in happened if isinstance(event, Membership.MemberJoined)}
    ended = {event.originator_id: event.act.at for event in happened if type(event).__name__ in ENDS}
    return not any(
        event.act.at > ended.get(network_of.get(event.originator_id, event.originator_id), NEVER)
        for event in happened
        if type(event).__name__ in OF_PEOPLE
    )


def differences(one: Told, other: Told) -> dict[Any, Any]:
    return {key: (one.get(key), other.get(key)) for key in one.keys() | other.keys() if one.get(key) != other.get(key)}


def only(events: Sequence[Recorded], names: Iterable[str]) -> list[Recorded]:
    """The events that go by these names."""
    wanted = set(names)
    return [each for each in events if event_name(each.event) in wanted]


def again(events: Sequence[Recorded], figure: Figure, asked: Asked) -> dict[str, Any] | None:
    """The same figure from other events, None when there is nothing to count it of."""
    recount = Recount(events)
    if figure.of is None:
        return judged(recount, figure.figure, None, asked, OF_ALL[figure.figure](recount, asked))
    group = dict(recount.begun(asked)).get(figure.of)
    if group is None:
        return None
    return judged(recount, figure.figure, group, asked, OF_A_NETWORK[figure.figure](recount, group, asked))


def unexplained(events: Sequence[Recorded], figure: Figure, asked: Asked, chosen: Iterable[str]) -> list[str]:
    """What is wrong with the events that a figure names: they do not make it, or one of those chosen does nothing."""
    named = only(events, (*figure.events, *figure.ground))
    whole = again(named, figure, asked)
    wrong = [] if whole == told([figure])[figure.figure, figure.of] else [f"from its events alone: {whole}"]
    for name in chosen:
        rest = [each for each in named if event_name(each.event) != name]
        if again(rest, figure, asked) == whole:
            wrong.append(f"without {name}: the same")
    return wrong
