"""Answers from the record itself: rules, roles, the history of an item and the log."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from application.access.event_names import recorded_version, shown_version
from application.errors import NoRulesThen, UnknownItem
from application.own.consents import CONSENT_WORDINGS
from application.ports.event_log import Recorded
from application.queries.auditing import record
from application.queries.base import Many
from domain.kernel.acts import Role
from domain.kernel.days import end_of, start_of
from projections.reading.query_service import AsOf, entry_of
from projections.reading.rules_in_force import rules_in_force
from projections.store.instants import micros, moment
from projections.store.tables import offices, rules


def rules_adopted_so_far(as_of: AsOf, query: record.RulesAdoptedSoFar) -> Many[record.RulesEntry]:
    """List the rules in the order in which they were adopted."""
    entries = [
        entry_of(record.RulesEntry, row, key=f"{row['since']:020d}") for row in as_of.rows(rules, rules.c.at < as_of.before)
    ]
    return as_of.page_by_key(query, entries)


def which_rules_are_in_force(as_of: AsOf, query: record.RulesInForce) -> Many[record.RulesEntry]:
    """
    Give the rules of the day for each type of network: those that decisions of that day use.

    :raises NoRulesThen: if rules were adopted, and none of them was in force yet
    """
    in_force = {each.event for each in rules_in_force(as_of).values()}
    adopted = as_of.rows(rules)
    if adopted and not in_force:
        raise NoRulesThen(on=as_of.day, since=date.fromisoformat(min(row["valid_from"] for row in adopted)))
    held = [row for row in adopted if row["event"] in in_force]
    return as_of.page_by_key(query, [entry_of(record.RulesEntry, row, key=row["network_type"]) for row in held])


def consent_wordings(as_of: AsOf, query: record.ConsentWordings) -> Many[record.ConsentWordingEntry]:
    """List the wordings that were read by then: they come with the program, and not from the log."""
    known = [each for each in CONSENT_WORDINGS if start_of(each.valid_from) < moment(as_of.before)]
    entries = [record.ConsentWordingEntry(key=f"{each.valid_from} {each.version}", **each._asdict()) for each in known]
    return as_of.page_by_key(query, entries)


def offices_held(as_of: AsOf, query: record.OfficesHeld) -> Many[record.OfficeEntry]:
    entries = [
        entry_of(record.OfficeEntry, row, key=f"{row['role']} {row['reference']}", since=moment(row["held_since"]))
        for row in _held(as_of)
    ]
    return as_of.page_by_key(query, entries)


def board_members(as_of: AsOf, _: record.BoardMembers) -> record.BoardFound:
    """Give who holds the role of a board member."""
    held = sorted(row["reference"] for row in _held(as_of) if row["role"] == Role.NATIONAL_BOARD)
    return record.BoardFound(members=tuple(record.BoardMember(reference=each) for each in held))


def _held(as_of: AsOf) -> Iterator[dict[str, Any]]:
    """Give the roles that have not ended, by themselves or otherwise."""
    for row in as_of.items(offices):
        if row["held"] and (row["last_day"] is None or as_of.before <= micros(end_of(date.fromisoformat(row["last_day"])))):
            yield row


def history(as_of: AsOf, query: record.History) -> Many[record.EventEntry]:
    """Tell the events of one item that were known, and had happened by then, in the order in which they were recorded."""
    after = int(query.after or 0)
    found = list(islice(_happened(as_of, query, recorded_version(after, query.left_out or ())), query.limit + 1))
    if not found and not after:
        raise UnknownItem(kind="Item", item=query.item)
    return as_of.page(query, [_of_item(recorded, query) for recorded in found])


def _happened(as_of: AsOf, query: record.History, after: int) -> Iterator[Recorded]:
    while more := as_of.log.history(query.item, until=as_of.position, after=after, limit=query.limit + 1):
        yield from (
            recorded
            for recorded in more
            if micros(recorded.event.act.at) < as_of.before and recorded.event.originator_version not in (query.left_out or ())
        )
        after = more[-1].event.originator_version


def _of_item(recorded: Recorded, query: record.History) -> record.EventEntry:
    """Tell one event of an item; where it is in the whole log would count what happened elsewhere."""
    version = shown_version(recorded.event.originator_version, query.left_out or ())
    numbered = {"key": str(version), "id": f"{recorded.event.originator_id}:{version}", "version": version, "position": None}
    return record.EventEntry.of(recorded.event, recorded.position).model_copy(update=numbered)
