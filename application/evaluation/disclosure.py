"""
What is shown of an evaluation.

What no fact says the vault adds, as a number that is kept while whose it was is not. No person of a sensitive network can be
counted or followed in it, by nobody.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import Enum
from uuid import UUID

from application.access.event_names import LeftOut, left_out, shown_name
from application.evaluation import details
from application.evaluation.figures import FigureName, Tells
from application.evaluation.measurement import Measurement
from application.evaluation.quarters import told_last
from application.evaluation.standing import NetworkStanding, WhatHappened
from application.evaluation.statistics import MARGIN, chance, could_tell, deviation, fair, limit, missing
from application.evaluation.withheld import NOTHING_NAMED
from application.ports.errors import StoreError
from application.ports.event_log import EventLog
from application.ports.vault.contexts import in_network
from application.ports.vault.vault import Vault
from application.queries.evaluating.evaluation import (
    EvaluationReport,
    Figure,
    MemberSeen,
    NetworkSeen,
    Note,
    PeopleSeen,
    QuarterSeen,
    Verdict,
)
from domain.kernel.acts import EventName
from domain.kernel.days import end_of
from domain.kernel.log import LOG, Log
from domain.kernel.text import Sealed, SealedFor
from domain.networks.network import Network
from domain.pilot.rules import RepresentationReference
from domain.plans.founding_plan import FoundingPlan

FEW = 10
"""Fewer people than this are not counted in what the vault adds."""


def evaluated(report: EvaluationReport, log: EventLog, vault: Vault) -> EvaluationReport:
    """Give an evaluation as everybody may see it; what is sensitive today was so on every day."""
    people = report.people
    found = log.load_many({each.network for each in people.networks})
    sensitive = frozenset(item for item, each in found.items() if isinstance(each, Network) and each.sensitive)
    counted = [each for each in people.networks if each.counted_together and each.network not in sensitive]
    figures = [*report.figures, *(each.as_figure(name) for name, each in _counted_together(counted, people, vault).items())]
    for each in people.networks:
        likeness = Measurement(None, note=Note.SENSITIVE) if each.network in sensitive else _likeness(each, people, vault)
        figures.append(likeness.as_figure(FigureName.LIKENESS, each.name, each.network))
    order = {name: place for place, name in enumerate(FigureName)}
    names: dict[UUID | None, tuple[str, str]] = {
        each.network: (each.name.casefold(), str(each.network)) for each in people.networks
    }
    figures.sort(key=lambda each: (order[each.figure], names.get(each.of, ("", ""))))
    told = {each.network: each.size_told for each in people.networks}
    together = {name for each in figures if each.of is None and each.figure.tells is Tells.THINGS for name in each.events}
    plans = log.load_many({UUID(name.partition(":")[0]) for name in together})
    hidden = left_out(log, ({item: found[item] for item in sensitive} | plans).values())
    protected = (_protected(each, told[each.of]) if each.of in sensitive else each for each in figures)
    shown = tuple(_renamed(each, hidden) if each.of is None or each.of in sensitive else each for each in protected)
    stands = tuple(_veiled(each) if each.of in sensitive else each for each in report.networks)
    happened = _without_networks(report.happened, sensitive, plans)
    party = _party(log)
    return report.model_copy(
        update={"party": party, "figures": shown, "networks": stands, "happened": happened, "people": PeopleSeen()}
    )


def _party(log: EventLog) -> str | None:
    of_party = log.load_many([LOG]).get(LOG)
    return of_party.party if isinstance(of_party, Log) else None


def _veiled(standing: NetworkStanding) -> NetworkStanding:
    """Tell that a network with extra protection is there, and nothing of its people or of why it ended."""
    hidden = dict.fromkeys(("reason", "into", "members_then", "too_small_since", "repair_by"))
    return standing.model_copy(update={**hidden, "sensitive": True})


def _without_networks(happened: WhatHappened, sensitive: frozenset[UUID], plans: Mapping[UUID, object]) -> WhatHappened:
    """Tell nothing of networks with extra protection, nor of plans for them: that the board decided, a register tells."""
    of_few = sensitive | {item for item, plan in plans.items() if isinstance(plan, FoundingPlan) and plan.content.sensitive}
    parts = ("rejected", "waiting", "renewed", "suspended", "conversations")
    told = {part: tuple(each for each in getattr(happened, part) if each.of not in of_few) for part in parts}
    reasoned = (each.model_copy(update={"reasons": None}) if each.of in of_few else each for each in happened.beyond_places)
    return happened.model_copy(update={**told, "beyond_places": tuple(reasoned)})


def _protected(figure: Figure, size_told: str | None) -> Figure:
    """Show in what band the number of members of a sensitive network is told to be, and nothing computed from its people."""
    tells = figure.figure.tells
    if tells is Tells.THINGS:
        return figure
    hidden: dict[str, object] = {**NOTHING_NAMED, "n": None, "detail": None, "note": Note.SENSITIVE}
    if tells is Tells.BEHAVIOUR:
        return figure.model_copy(update=hidden)
    value = size_told if tells is Tells.PEOPLE else None
    return figure.model_copy(update=hidden | {"value": value, "verdict": None})


def without_people_of(report: EvaluationReport, networks: Collection[UUID]) -> EvaluationReport:
    """Give an evaluation without anything that was computed from the people of some networks, not even a band."""
    figures = tuple(_protected(each, None) if each.of in networks else each for each in report.figures)
    stands = tuple(_veiled(each) if each.of in networks else each for each in report.networks)
    return report.model_copy(update={"figures": figures, "networks": stands})


def _renamed(figure: Figure, hidden: LeftOut) -> Figure:
    """Name events of a sensitive network as others see them."""
    names = {part: tuple(shown_name(each, hidden) for each in getattr(figure, part)) for part in ("events", "ground")}
    out = tuple(each.model_copy(update={"event": shown_name(each.event, hidden)}) for each in figure.left_out)
    return figure.model_copy(update={**names, "left_out": out})


# What the vault adds


def _counted_together(networks: list[NetworkSeen], people: PeopleSeen, vault: Vault) -> dict[FigureName, Measurement]:
    """Tell how many of the party are in a network, and of those in more than one; in tens, so that nobody is left over."""
    events = [event for each in networks for event in (each.begun_by, *(member.begun_by for member in each.members))]
    try:
        times = Counter(person for each in networks for person in _people_of(each, vault))
    except StoreError:
        closed = Measurement(None, note=Note.VAULT_CLOSED, events=events)
        return {FigureName.REACH: closed, FigureName.OVERLAP: closed}
    everybody = None if len(times) < FEW else _in_tens(len(times))
    several = sum(each > 1 for each in times.values())
    if everybody is None or 0 < several < FEW:
        overlap = Measurement(None, everybody, events, note=Note.TOO_FEW)
    else:
        overlap = Measurement(round(_in_tens(several) / everybody, 2), everybody, events)
    return {FigureName.REACH: _reach(everybody, people, events), FigureName.OVERLAP: overlap}


def _reach(everybody: int | None, people: PeopleSeen, events: list[str]) -> Measurement:
    if not people.party_members or people.counted_on is None:
        return Measurement(None, everybody, events, note=Note.NO_BASELINE)
    ground = [people.party_members_counted]
    if everybody is None:
        return Measurement(None, note=Note.TOO_FEW, events=events, ground=ground)
    detail = details.PartyReach(party_members=people.party_members, counted_on=people.counted_on)
    return Measurement(round(everybody / people.party_members, 4), everybody, events, ground, detail=detail)


def _people_of(network: NetworkSeen, vault: Vault) -> Iterable[object]:
    if not network.members:
        return ()
    return set(vault.whose(in_network(network.network), [member.reference for member in network.members]).values())


def _in_tens(number: int) -> int:
    return (number + 5) // 10 * 10


def _likeness(network: NetworkSeen, people: PeopleSeen, vault: Vault) -> Measurement:
    if network.compared_with is not RepresentationReference.PARTY:
        return Measurement(None, note=Note.TARGET_GROUP, ground=[network.rules])
    if people.shares is None:
        return Measurement(None, note=Note.NO_BASELINE)
    ground = [people.shares_recorded, network.rules]
    compared = _compared(network, vault)
    if isinstance(compared, Note):
        return Measurement(None, note=compared, ground=ground)
    last_day, provinces = compared
    counts, n, shares = Counter(provinces.values()), len(provinces), fair(people.shares)
    d, most = deviation(counts, shares), limit(n, shares)
    missed = missing(counts, shares)
    verdict = Verdict.BROAD if d <= most else Verdict.ATTENTION if d <= most + MARGIN else Verdict.NARROW
    detail = details.Likeness(
        told_of=last_day,
        deviation=round(d, 2),
        to_move=round(round(d, 2) * n),
        limit=round(most, 2),
        chance=round(chance(counts, shares), 2),
        missing=tuple(missed),
        missing_people={place: max(FEW, _in_tens(fewer)) for place, fewer in missed.items()},
        could_tell=could_tell(n, shares),
    )
    told = Measurement(round(1 - d, 2), n, [network.begun_by, *provinces], ground, detail=detail)
    return replace(told, verdict=verdict) if people.of_party_members else replace(told, note=Note.STAND_IN)


def _compared(network: NetworkSeen, vault: Vault) -> tuple[date, Mapping[str, str]] | Note:
    """
    Give the last quarter of which it is told, or why there is none.

    Given are its last day, and where the members lived who are compared, by the event that made each a member.
    """
    if not network.quarters:
        return Note.NETWORK_CLOSED if network.has_closed else Note.NOT_YET_MEASURABLE
    lives = _Lives(network, vault)
    try:
        told = told_last(network.quarters, lambda member: lives.province(member) is not Where.NOT_TOLD)
        found = {} if told is None else lives.known_at_the_end_of(told)
    except StoreError:
        return Note.VAULT_CLOSED
    if Where.ERASED in found.values():
        return Note.ERASED
    provinces = {event: province for event, province in found.items() if not isinstance(province, Where)}
    if told is None or len(provinces) < network.smallest_cell:
        return Note.TOO_FEW
    return told.last_day, provinces


class Where(Enum):
    """Why it is not known where a member lives."""

    NOT_TOLD = "not-told"
    ERASED = "erased"
    """It counts as told, because it may have been, and was counted in what was told before."""


class _Lives:
    """
    Where the members of a network live; each is asked of the vault once.

    Whether somebody is counted is as they told it when they joined, for ever; where they lived is as it was known (ADR-0033).
    """

    def __init__(self, network: NetworkSeen, vault: Vault) -> None:
        self.context = in_network(network.network)
        self.vault = vault
        self.known: dict[str, str | Where] = {}

    def known_at_the_end_of(self, quarter: QuarterSeen) -> dict[EventName, str | Where]:
        """Give where the members of a quarter lived as it was known that night, by the event that made each a member."""
        members = quarter.members.values()
        corrected = self.vault.corrected_provinces(self.context, {member.reference for member in members})
        over = end_of(quarter.last_day)
        found: dict[EventName, str | Where] = {}
        for member in members:
            known = [each.province for each in corrected.get(member.reference, ()) if each.at < over]
            told = self.province(member)
            found[member.begun_by] = told if isinstance(told, Where) or not known else known[-1]
        return found

    def province(self, member: MemberSeen) -> str | Where:
        """Give where a member lived as they told it when they joined, or why that is not known."""
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
