"""
What is shown of an evaluation.

What no fact says the vault adds, as a number that is kept while whose it was is not. No person of a sensitive network can be
counted or followed in it, by nobody.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from pydantic import JsonValue

from application.access.table import QUERIES, Scope
from application.evaluation.bands import band
from application.evaluation.figures import FIGURES, Tells
from application.evaluation.quarters import told_last
from application.evaluation.statistics import MARGIN, chance, deviation, fair, limit, missing
from application.ports.errors import StoreError
from application.ports.event_log import EventLog
from application.ports.vault import Session, Vault, in_network
from application.queries.evaluation import EvaluationReport, Figure, MemberSeen, NetworkSeen, Note, PeopleSeen, Verdict
from application.queries.meetings import LessonsOfNetworks
from application.queries.record import Why
from domain.kernel.text import Sealed, SealedFor
from domain.networks.network import Network
from domain.pilot.rules import RepresentationReference

FEW = 10
"""Fewer people than this are not counted in what the vault adds."""


def evaluated(report: EvaluationReport, log: EventLog, vault: Vault) -> EvaluationReport:
    """Give an evaluation as everybody may see it; what is sensitive today was so on every day."""
    found = log.load_many({each.network for each in report.people.networks})
    sensitive = frozenset(item for item, each in found.items() if isinstance(each, Network) and each.sensitive)
    seen = [each for each in report.people.networks if each.network not in sensitive]
    together = _counted_together([each for each in seen if each.counted_together], report.people, vault)
    likeness = [_likeness(each, report.people, vault) for each in report.people.networks if each.network not in sensitive]
    hidden = [
        _figure("likeness", network=each, note=Note.SENSITIVE) for each in report.people.networks if each.network in sensitive
    ]
    figures = [*report.figures, *together, *likeness, *hidden]
    order = {name: place for place, name in enumerate(FIGURES)}
    names = {each.network: (each.name.casefold(), str(each.network)) for each in report.people.networks}
    figures.sort(key=lambda each: (order[each.figure], names.get(each.of, ("", "")) if each.of is not None else ("", "")))
    shown = tuple(_protected(each) if each.of in sensitive else each for each in figures)
    return report.model_copy(update={"figures": shown, "people": PeopleSeen()})


def without_events_of_people(report: EvaluationReport, session: Session) -> EvaluationReport:
    """Leave out the events behind what is counted in people for those who may not ask for them one by one."""
    if QUERIES[Why].get(session.role) is Scope.ALL:
        return report
    figures = tuple(
        each if FIGURES[each.figure].tells is Tells.THINGS else each.model_copy(update={"events": (), "ground": ()})
        for each in report.figures
    )
    return report.model_copy(update={"figures": figures})


def without_quotes(report: EvaluationReport, session: Session) -> EvaluationReport:
    """Quote lessons only to those who may read those of every network."""
    if QUERIES[LessonsOfNetworks].get(session.role) is Scope.ALL:
        return report
    figures = tuple(each.model_copy(update={"detail": {}}) if each.figure == "lessons" else each for each in report.figures)
    return report.model_copy(update={"figures": figures})


def _protected(figure: Figure) -> Figure:
    """Show a band for a number of people in a sensitive network, and nothing that was computed from such numbers."""
    tells = FIGURES[figure.figure].tells
    if tells is Tells.THINGS:
        return figure
    hidden: dict[str, object] = {"events": (), "ground": (), "n": None, "detail": {}, "note": figure.note or Note.SENSITIVE}
    if tells is Tells.BEHAVIOUR:
        return figure.model_copy(update=hidden)
    value = band(figure.value) if tells is Tells.PEOPLE and isinstance(figure.value, int) else None
    return figure.model_copy(update=hidden | {"value": value, "verdict": None})


# What the vault adds


def _figure(
    name: str,
    *,
    network: NetworkSeen | None = None,
    value: JsonValue = None,
    n: int | None = None,
    verdict: Verdict | None = None,
    note: Note | None = None,
    detail: dict[str, JsonValue] | None = None,
    events: Iterable[str] = (),
    ground: Iterable[str | None] = (),
) -> Figure:
    return Figure(
        figure=name,
        network=None if network is None else network.name,
        value=value,
        unit=FIGURES[name].unit,
        n=n,
        norm=None,
        verdict=verdict,
        note=note,
        detail=detail or {},
        events=tuple(sorted(set(events))),
        ground=tuple(sorted({each for each in ground if each is not None})),
        of=None if network is None else network.network,
    )


def _counted_together(networks: list[NetworkSeen], people: PeopleSeen, vault: Vault) -> list[Figure]:
    """Tell how many of the party are in a network, and of those in more than one; in tens, so that nobody is left over."""
    events = [event for each in networks for event in (each.begun_by, *(member.begun_by for member in each.members))]
    ground = [people.party_members_counted]
    try:
        whose = Counter(person for each in networks for person in _people_of(each, vault))
    except StoreError:
        return [_figure(name, note=Note.VAULT_CLOSED, events=events) for name in ("reach", "overlap")]
    several = sum(times > 1 for times in whose.values())
    everybody = _in_tens(len(whose))
    few = len(whose) < FEW or 0 < several < FEW
    overlap = _figure(
        "overlap",
        value=None if few else round(_in_tens(several) / everybody, 2),
        n=None if len(whose) < FEW else everybody,
        note=Note.TOO_FEW if few else None,
        events=events,
    )
    if not people.party_members:
        return [_figure("reach", n=overlap.n, note=Note.NO_BASELINE, events=events), overlap]
    if len(whose) < FEW:
        return [_figure("reach", note=Note.TOO_FEW, events=events, ground=ground), overlap]
    reach = round(everybody / people.party_members, 4)
    detail: dict[str, JsonValue] = {"partyMembers": people.party_members}
    return [_figure("reach", value=reach, n=everybody, detail=detail, events=events, ground=ground), overlap]


def _people_of(network: NetworkSeen, vault: Vault) -> Iterable[object]:
    if not network.members:
        return ()
    return set(vault.whose(in_network(network.network), [member.reference for member in network.members]).values())


def _in_tens(number: int) -> int:
    return (number + 5) // 10 * 10


def _likeness(network: NetworkSeen, people: PeopleSeen, vault: Vault) -> Figure:
    ground = [people.shares_recorded, network.rules]
    if network.compared_with is not RepresentationReference.PARTY:
        return _figure("likeness", network=network, note=Note.TARGET_GROUP, ground=[network.rules])
    if people.shares is None:
        return _figure("likeness", network=network, note=Note.NO_BASELINE)
    compared = _compared(network, vault)
    if isinstance(compared, Note):
        return _figure("likeness", network=network, note=compared, ground=ground)
    counts, n = Counter(compared.provinces.values()), len(compared.provinces)
    shares = fair(people.shares)
    d, most = deviation(counts, shares), limit(n, shares)
    verdict = Verdict.BROAD if d <= most else Verdict.ATTENTION if d <= most + MARGIN else Verdict.NARROW
    return _figure(
        "likeness",
        network=network,
        value=round(1 - d, 2),
        n=n,
        verdict=verdict if people.of_party_members else None,
        note=None if people.of_party_members else Note.STAND_IN,
        detail={
            "toldOf": compared.last_day.isoformat(),
            "deviation": round(d, 2),
            "toMove": round(round(d, 2) * n),
            "limit": round(most, 2),
            "chance": round(chance(counts, shares), 2),
            "missing": list(missing(counts, shares)),
        },
        events=[network.begun_by, *compared.provinces],
        ground=ground,
    )


@dataclass(frozen=True)
class _Compared:
    """Where the members lived who are compared, by the event that made each a member."""

    last_day: date
    provinces: Mapping[str, str]


def _compared(network: NetworkSeen, vault: Vault) -> _Compared | Note:
    """Give the members of the last quarter that is told, or why there is none."""
    if not network.quarters:
        return Note.NOT_YET_MEASURABLE
    lives = _Lives(network, vault)
    try:
        told = told_last(network.quarters, lambda member: lives.province(member) is not Where.NOT_TOLD)
        found = {} if told is None else {member.begun_by: lives.province(member) for member in told.members.values()}
    except StoreError:
        return Note.VAULT_CLOSED
    if Where.ERASED in found.values():
        return Note.ERASED
    provinces = {event: province for event, province in found.items() if not isinstance(province, Where)}
    if told is None or len(provinces) < network.smallest_cell:
        return Note.TOO_FEW
    return _Compared(told.last_day, provinces)


class Where(Enum):
    """Why it is not known where a member lives."""

    NOT_TOLD = "not-told"
    ERASED = "erased"
    """It counts as told, because it may have been, and was counted in what was told before."""


class _Lives:
    """Where the members of a network live; each is asked of the vault once."""

    def __init__(self, network: NetworkSeen, vault: Vault) -> None:
        self.context = in_network(network.network)
        self.vault = vault
        self.known: dict[str, str | Where] = {}

    def province(self, member: MemberSeen) -> str | Where:
        """Give where a member lives, or why that is not known."""
        if member.statistics is None or member.sealed_in is None:
            return Where.NOT_TOLD
        if member.statistics not in self.known:
            self.known[member.statistics] = self._opened(member, member.statistics, member.sealed_in)
        return self.known[member.statistics]

    def _opened(self, member: MemberSeen, token: str, sealed_in: str) -> str | Where:
        place = SealedFor(aggregate=member.membership, event_type=sealed_in, field="statistics", subject=member.reference)
        opened = self.vault.open(Sealed.model_validate_json(token), place, context=self.context)
        if opened is None:
            return Where.ERASED
        province = json.loads(opened).get("province")
        return province if isinstance(province, str) else Where.NOT_TOLD
