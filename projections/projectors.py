"""From events to facts: networks, seats and memberships. Each function names the one event that it tells."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from sqlalchemy import Table

from domain.acts import EventName, Reference
from domain.entries import Entry, Period, begins, corrected, ends, periods_of, withdrawn
from domain.events import DomainEvent, event_name
from domain.membership import Membership, membership_id
from domain.network import Network
from projections.facts import Facts, Row, micros
from projections.tables import ALWAYS, FOREVER, membership_periods, memberships, networks, seat_periods, seats

E = TypeVar("E", bound=DomainEvent)
Projector = Callable[[Facts, E, int], None]
PROJECTORS: dict[str, Callable[[Facts, Any, int], None]] = {}


def tells(*events: type[E]) -> Callable[[Projector[E]], Projector[E]]:
    """Make a function the projector of events."""

    def register(projector: Projector[E]) -> Projector[E]:
        for event in events:
            PROJECTORS[event.TOPIC] = projector
        return projector

    return register


def owner_of(event: DomainEvent) -> str:
    """Give the aggregate of an event as tables know it."""
    return str(event.originator_id)


# Networks


@tells(Network.NetworkFounded)
def network_founded(facts: Facts, event: Network.NetworkFounded, position: int) -> None:
    """A network begins."""
    _begin_network(
        facts,
        event,
        position,
        label=None,
        existed_since=None,
        plan=str(event.founded_on.plan),
        plan_version=event.founded_on.plan_version,
    )


@tells(Network.ExistingNetworkBroughtIn)
def network_brought_in(facts: Facts, event: Network.ExistingNetworkBroughtIn, position: int) -> None:
    """A network that existed begins to count here."""
    _begin_network(
        facts,
        event,
        position,
        label=event.label,
        existed_since=event.existed_since.isoformat(),
        plan=None,
        plan_version=None,
    )


def _begin_network(
    facts: Facts, event: Network.NetworkFounded | Network.ExistingNetworkBroughtIn, position: int, **columns: object
) -> None:
    facts.add(
        networks,
        owner_of(event),
        event_name(event),
        position,
        name=event.name,
        network_type=event.network_type,
        sensitive=event.sensitive,
        agreements=event.agreements.model_dump(mode="json"),
        purpose_version=1,
        begun_at=micros(event.act.at),
        begun_by=event_name(event),
        closed_at=FOREVER,
        closed_by=None,
        merged_into=None,
        suspended=False,
        suspended_or_resumed_by=None,
        chair=None,
        pilot=None if event.pilot is None else str(event.pilot),
        rules_version=event.rules_version,
        version=event.originator_version,
        at=ALWAYS,
        **columns,
    )


def _change_network(facts: Facts, event: DomainEvent, position: int, **columns: object) -> None:
    row = facts.only(networks, owner_of(event))
    facts.change(networks, row, event=event_name(event), since=position, version=event.originator_version, **columns)


def _mend_network(facts: Facts, event: DomainEvent, position: int, **columns: object) -> None:
    row = facts.only(networks, owner_of(event))
    facts.mend(networks, row, event=event_name(event), since=position, version=event.originator_version, **columns)


@tells(Network.CoreGroupChairAppointed)
def chair_appointed(facts: Facts, event: Network.CoreGroupChairAppointed, position: int) -> None:
    """A core group has a chair."""
    _change_network(facts, event, position, chair=event.reference)


@tells(Network.AgreementsChanged)
def agreements_changed(facts: Facts, event: Network.AgreementsChanged, position: int) -> None:
    """Other agreements hold."""
    agreements = event.agreements.model_dump(mode="json")
    _change_network(facts, event, position, agreements=agreements, purpose_version=event.purpose_version)


@tells(Network.NetworkMarkedSensitive)
def marked_sensitive(facts: Facts, event: Network.NetworkMarkedSensitive, position: int) -> None:
    """A network is protected from now on."""
    _change_network(facts, event, position, sensitive=True)


@tells(Network.NetworkSuspended)
def network_suspended(facts: Facts, event: Network.NetworkSuspended, position: int) -> None:
    """A network takes no members for a while."""
    _change_network(facts, event, position, suspended=True, suspended_or_resumed_by=event_name(event))


@tells(Network.NetworkResumed)
def network_resumed(facts: Facts, event: Network.NetworkResumed, position: int) -> None:
    """A network goes on."""
    _change_network(facts, event, position, suspended=False, suspended_or_resumed_by=event_name(event))


@tells(Network.NetworkRenewed)
def network_renewed(facts: Facts, event: Network.NetworkRenewed, position: int) -> None:
    """A network lasts longer."""
    row = facts.only(networks, owner_of(event))
    ends_on = None if event.ends_on is None else event.ends_on.isoformat()
    _change_network(facts, event, position, agreements={**row["agreements"], "ends_on": ends_on})


@tells(Network.NetworkMerged)
def network_merged(facts: Facts, event: Network.NetworkMerged, position: int) -> None:
    """A network goes on as part of another."""
    _change_network(
        facts, event, position, closed_at=micros(event.act.at), closed_by=event_name(event), merged_into=str(event.into)
    )


@tells(Network.MergerReceived)
def merger_received(facts: Facts, event: Network.MergerReceived, position: int) -> None:
    """Another network goes on as part of this one."""
    _change_network(facts, event, position)


@tells(Network.NetworkClosed)
def network_closed(facts: Facts, event: Network.NetworkClosed, position: int) -> None:
    """A network ends; queries let its memberships and seats end with it."""
    _change_network(facts, event, position, closed_at=micros(event.act.at), closed_by=event_name(event))


# Seats


@tells(Network.CoreGroupMemberAppointed)
def appointed(facts: Facts, event: Network.CoreGroupMemberAppointed, position: int) -> None:
    """Somebody takes a seat."""
    name = event_name(event)
    _tell_seat(facts, event, position, event.reference, (*_seat_entries(facts, event, event.reference), begins(event.act, name)))


@tells(Network.CoreGroupMemberSteppedDown)
def stepped_down(facts: Facts, event: Network.CoreGroupMemberSteppedDown, position: int) -> None:
    """Somebody's seat ends."""
    name = event_name(event)
    _tell_seat(facts, event, position, event.reference, (*_seat_entries(facts, event, event.reference), ends(event.act, name)))


@tells(Network.EntryCorrected)
def network_entry_corrected(facts: Facts, event: Network.EntryCorrected, position: int) -> None:
    """A seat, or the network itself, began or ended at another moment."""
    network = facts.only(networks, owner_of(event))
    if event.of == network["begun_by"]:
        _mend_network(facts, event, position, begun_at=micros(event.at))
    elif event.of == network["closed_by"]:
        _mend_network(facts, event, position, closed_at=micros(event.at))
    else:
        reference = _whose_seat(facts, event, event.of)
        _tell_seat(facts, event, position, reference, corrected(_seat_entries(facts, event, reference), event.of, event.at))


@tells(Network.EntryWithdrawn)
def network_entry_withdrawn(facts: Facts, event: Network.EntryWithdrawn, position: int) -> None:
    """The beginning or ending of a seat no longer counts."""
    reference = _whose_seat(facts, event, event.of)
    _tell_seat(facts, event, position, reference, withdrawn(_seat_entries(facts, event, reference), event.of))


def _seat_row(facts: Facts, owner: str, reference: Reference) -> Row | None:
    return next((row for row in facts.of(seats, owner) if row["reference"] == reference), None)


def _seat_entries(facts: Facts, event: DomainEvent, reference: Reference) -> tuple[Entry, ...]:
    row = _seat_row(facts, owner_of(event), reference)
    return () if row is None else _entries(row["entries"])


def _whose_seat(facts: Facts, event: DomainEvent, of: EventName) -> Reference:
    return next(
        cast("str", row["reference"])
        for row in facts.of(seats, owner_of(event))
        if any(entry["event"] == of for entry in row["entries"])
    )


def _tell_seat(facts: Facts, event: DomainEvent, position: int, reference: Reference, entries: tuple[Entry, ...]) -> None:
    owner, name = owner_of(event), event_name(event)
    _mend_network(facts, event, position)
    row = _seat_row(facts, owner, reference)
    if row is None:
        facts.add(seats, owner, name, position, reference=reference, entries=_plain(entries))
    else:
        facts.change(seats, row, event=name, since=position, entries=_plain(entries))
    before = [row for row in facts.of(seat_periods, owner) if row["reference"] == reference]
    same = {"reference": reference, "membership": str(membership_id(event.originator_id, reference))}
    periods = periods_of(entries)
    for gone, new in _differences(before, periods):
        _tell_period(facts, seat_periods, (owner, name, position), gone, new, same)
    is_open = any(period.ended_at is None for period in periods)
    if facts.only(networks, owner)["chair"] == reference and not is_open:
        _change_network(facts, event, position, chair=None)


# Memberships


@tells(Membership.MemberJoined)
def joined(facts: Facts, event: Membership.MemberJoined, position: int) -> None:
    """Somebody is a member for the first time."""
    owner, name, begun_at = owner_of(event), event_name(event), micros(event.act.at)
    same = {"network": str(event.network), "reference": event.reference}
    entries = _plain((begins(event.act, name),))
    facts.add(memberships, owner, name, position, purpose_version=event.purpose_version, entries=entries, at=ALWAYS, **same)
    facts.add(
        membership_periods,
        owner,
        name,
        position,
        begun_at=begun_at,
        begun_by=name,
        ended_at=FOREVER,
        ended_by=None,
        **same,
    )


@tells(Membership.MemberReturned)
def returned(facts: Facts, event: Membership.MemberReturned, position: int) -> None:
    """Somebody is a member again."""
    entries = (*_entries_of(facts, event), begins(event.act, event_name(event)))
    _tell_membership(facts, event, position, entries, purpose_version=event.purpose_version)


@tells(Membership.MemberLeft, Membership.MembershipEnded)
def left(facts: Facts, event: DomainEvent, position: int) -> None:
    """Somebody is a member no longer."""
    _tell_membership(facts, event, position, (*_entries_of(facts, event), ends(event.act, event_name(event))))


@tells(Membership.PurposeEndorsed)
def purpose_endorsed(facts: Facts, event: Membership.PurposeEndorsed, position: int) -> None:
    """Somebody endorsed the newer wording."""
    row = facts.only(memberships, owner_of(event))
    facts.change(memberships, row, event=event_name(event), since=position, purpose_version=event.purpose_version)


@tells(Membership.EntryCorrected)
def entry_corrected(facts: Facts, event: Membership.EntryCorrected, position: int) -> None:
    """A membership began or ended at another moment."""
    _tell_membership(facts, event, position, corrected(_entries_of(facts, event), event.of, event.at))


@tells(Membership.EntryWithdrawn)
def entry_withdrawn(facts: Facts, event: Membership.EntryWithdrawn, position: int) -> None:
    """The beginning or ending of a membership no longer counts."""
    _tell_membership(facts, event, position, withdrawn(_entries_of(facts, event), event.of))


def _entries_of(facts: Facts, event: DomainEvent) -> tuple[Entry, ...]:
    return _entries(facts.only(memberships, owner_of(event))["entries"])


def _tell_membership(facts: Facts, event: DomainEvent, position: int, entries: tuple[Entry, ...], **columns: object) -> None:
    owner, name = owner_of(event), event_name(event)
    row = facts.only(memberships, owner)
    same = {"network": row["network"], "reference": row["reference"]}
    told = facts.change if columns else facts.mend
    told(memberships, row, event=name, since=position, entries=_plain(entries), **columns)
    for gone, new in _differences(facts.of(membership_periods, owner), periods_of(entries)):
        _tell_period(facts, membership_periods, (owner, name, position), gone, new, same)


# Entries and periods


def _entries(plain: Iterable[dict[str, Any]]) -> tuple[Entry, ...]:
    return tuple(Entry.model_validate(entry) for entry in plain)


def _plain(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    return [
        {"event": entry.event, "kind": str(entry.kind), "at": entry.at.isoformat(), "withdrawn": entry.withdrawn}
        for entry in entries
    ]


def _differences(before: list[Row], after: Iterable[Period]) -> list[tuple[Row | None, Period | None]]:
    """Give which rows are held no longer, and which periods are new."""
    rows = {(row["begun_at"], row["begun_by"], row["ended_at"], row["ended_by"]): row for row in before}
    periods = {_key(period): period for period in after}
    gone: list[tuple[Row | None, Period | None]] = [(row, None) for key, row in rows.items() if key not in periods]
    return gone + [(None, period) for key, period in periods.items() if key not in rows]


def _key(period: Period) -> tuple[int, str, int, str | None]:
    ended_at = FOREVER if period.ended_at is None else micros(period.ended_at)
    return micros(period.begun_at), period.begun_by, ended_at, period.ended_by


def _tell_period(
    facts: Facts, table: Table, where: tuple[str, str, int], gone: Row | None, new: Period | None, same: dict[str, str]
) -> None:
    owner, name, position = where
    if gone is not None:
        facts.drop(table, gone, position)
    if new is not None:
        begun_at, begun_by, ended_at, ended_by = _key(new)
        facts.add(
            table, owner, name, position, begun_at=begun_at, begun_by=begun_by, ended_at=ended_at, ended_by=ended_by, **same
        )
