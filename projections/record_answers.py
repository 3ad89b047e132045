"""Answers from the record itself: rules, roles, the history of an item, the log, and why a figure is what it is."""

from datetime import date
from typing import Any

from application import queries as q
from application.errors import UnknownItem
from application.ports import Recorded
from domain.acts import Role
from domain.plan_content import PlanStatus
from projections.counting import network_begun
from projections.facts import micros, moment
from projections.figure_answers import behind
from projections.network_answers import status_of
from projections.reading import Reading, answers
from projections.rules_in_force import rules_in_force
from projections.tables import networks, offices, pilots, plans, rules

OF_THE_LIBRARY = {"originator_id", "originator_version", "timestamp", "originator_topic", "act"}


@answers(q.RulesAdoptedSoFar)
def rules_adopted_so_far(reading: Reading, query: q.RulesAdoptedSoFar) -> q.Many[q.RulesEntry]:
    """List the rules in the order in which they were adopted."""
    known = [row for row in reading.rows(rules) if row["at"] < reading.before]
    entries = [
        q.RulesEntry(
            key=f"{row['since']:020d}",
            rules_version=row["rules_version"],
            network_type=row["network_type"],
            valid_from=date.fromisoformat(row["valid_from"]),
            rules=row["rules"],
            origin=row["origin"],
            event=row["event"],
        )
        for row in sorted(known, key=lambda row: int(row["since"]))
    ]
    return reading.page(query, [each for each in entries if query.after is None or each.key > query.after])


@answers(q.OfficesHeld)
def offices_held(reading: Reading, query: q.OfficesHeld) -> q.Many[q.OfficeEntry]:
    """List who holds which role."""
    held = [row for row in reading.items(offices) if row["held"]]
    entries = [
        q.OfficeEntry(
            key=f"{row['role']} {row['reference']}",
            reference=row["reference"],
            role=Role(row["role"]),
            since=moment(row["held_since"]),
        )
        for row in held
    ]
    wanted = sorted(entries, key=lambda entry: entry.key)
    return reading.page(query, [each for each in wanted if query.after is None or each.key > query.after])


@answers(q.History)
def history(reading: Reading, query: q.History) -> tuple[q.EventEntry, ...]:
    """Tell every event of one item that was known, and had happened by then."""
    found = [
        recorded
        for recorded in reading.log.history(query.item, until=reading.position)
        if micros(recorded.event.act.at) < reading.before
    ]
    if not found:
        raise UnknownItem(kind="Item", item=query.item)
    return tuple(entry(recorded) for recorded in found)


@answers(q.Events)
def events(reading: Reading, query: q.Events) -> tuple[q.EventEntry, ...]:
    """Tell the log after a position, as far as it was known."""
    found = reading.log.read(after=query.after, limit=query.limit)
    return tuple(entry(recorded) for recorded in found if recorded.position <= reading.position)


def entry(recorded: Recorded) -> q.EventEntry:
    """Tell one event."""
    event = recorded.event
    return q.EventEntry(
        key=str(recorded.position),
        position=recorded.position,
        id=f"{event.originator_id}:{event.originator_version}",
        type=event.TOPIC.rsplit(".", 1)[-1],
        aggregate=event.originator_id,
        version=event.originator_version,
        at=event.act.at,
        recorded_at=event.timestamp,
        by=event.act.by,
        role=event.act.role,
        entered_by=event.act.entered_by,
        source=event.act.source,
        command=event.act.command,
        cause=event.act.cause,
        data=event.model_dump(mode="json", exclude=OF_THE_LIBRARY),
    )


@answers(q.Why)
def why(reading: Reading, query: q.Why) -> q.Reasons:
    """Name the events and the rules behind a figure."""
    value, names = _behind(reading, query)
    return q.Reasons(
        figure=query.figure,
        network=query.item if reading.rows(networks, networks.c.owner == str(query.item)) else None,
        value=value,
        events=tuple(dict.fromkeys(names)),
        rules=_rules(reading, query),
    )


def _behind(reading: Reading, query: q.Why) -> tuple[Any, list[str]]:
    if query.figure == "places-taken":
        pilot = reading.one(pilots, query.item)
        return len(pilot["taken"]), list(pilot["taken"].values())
    if query.figure != "status":
        return behind(reading, query.figure, query.item)
    found = reading.items(plans, plans.c.owner == str(query.item))
    if found:
        return PlanStatus(found[0]["status"]), list(found[0]["events"])
    network = network_begun(reading, query.item)
    status = status_of(reading, network)
    last = network["closed_by"] if status in {"closed", "merged"} else network["status_by"]
    return status, [network["begun_by"], *([last] if last else [])]


def _rules(reading: Reading, query: q.Why) -> tuple[str, ...]:
    """Name the rules that a network was founded under, and for a target those that set it."""
    found = reading.rows(networks, networks.c.owner == str(query.item))
    if not found:
        return ()
    in_force = rules_in_force(reading).get(found[0]["network_type"])
    aim = in_force.rules_version if in_force is not None and query.figure == "days-to-target" else None
    return tuple(dict.fromkeys(version for version in (found[0]["rules_version"], aim) if version is not None))
