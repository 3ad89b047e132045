"""Erasing again what the log says was erased: a vault that was put back knows people whom it must not (docs/decisions/0036)."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from application.ports.event_log import EventLog
from application.ports.resting import RestingItems
from application.ports.vault.contexts import ERASURE, PRIVACY
from application.ports.vault.vault import Vault
from application.privacy.standing import Standings
from domain.kernel.acts import Reference
from domain.kernel.days import day_of
from domain.kernel.log import LOG, Log
from domain.kernel.text import Purpose
from domain.party.erasures import Erasures, erasures_id
from domain.party.privacy_request import GRANTED, PrivacyMatter, PrivacyRequest
from domain.pilot.pilot import Month

AT_ONCE = 2_000


def erase_again(log: EventLog, vault: Vault, resting: RestingItems, now: datetime) -> int:
    """Erase whom the vault knows although the log says that they were erased, and give how many that were."""
    erased = erased_references(log, now)
    vault.split_erased_apart(set(erased))
    people = set(vault.whose(ERASURE, erased).values())
    for person in people:
        standing = Standings(log, resting, now).of(vault.known(person))
        vault.erase_person(person, standing, after=day_of(now))
    return len(people)


def object_again(vault: Vault, objected: Iterable[Reference]) -> int:
    """Destroy the statistics of people who objected, where a vault that was put back has them, and give how many that were."""
    people = [person for person in set(vault.whose(PRIVACY, objected).values()) if vault.known(person).counts]
    for person in people:
        vault.destroy_key(person, Purpose.STATISTICS)
    return len(people)


def objections_in(log: EventLog) -> list[Reference]:
    """Give under which references objections were granted, from every event of a log: of one that has no read side beside it."""
    asked: dict[UUID, Reference] = {}
    found, after = list[Reference](), 0
    while batch := log.read(after=after, limit=AT_ONCE):
        for event in (each.event for each in batch):
            if isinstance(event, PrivacyRequest.PrivacyRequestReceived) and event.matter is PrivacyMatter.OBJECTION:
                asked[event.originator_id] = event.reference
            elif isinstance(event, PrivacyRequest.PrivacyRequestAnswered) and event.outcome in GRANTED:
                found += [asked[event.originator_id]] if event.originator_id in asked else []
        after = batch[-1].position
    return found


def erased_references(log: EventLog, now: datetime) -> list[Reference]:
    """Give under which references erasures were recorded, from the first month of the log on."""
    opened = log.load(Log, LOG)
    if opened is None:
        return []
    months = _months(day_of(opened.life[0].act.at), day_of(now))
    found = log.load_many(erasures_id(month) for month in months).values()
    return [reference for each in found if isinstance(each, Erasures) for reference in each.references]


def _months(first: date, last: date) -> list[Month]:
    between = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in between]
