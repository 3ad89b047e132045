"""Erasing again what the log says was erased: a vault that was put back knows people whom it must not (docs/decisions/0036)."""

from datetime import date, datetime

from application.ports.event_log import EventLog
from application.ports.resting import RestingItems
from application.ports.vault import ERASURE, Vault
from application.privacy.standing import Standings
from domain.kernel.acts import Reference
from domain.kernel.days import day_of
from domain.kernel.log import LOG, Log
from domain.party.erasures import Erasures, erasures_id
from domain.pilot.pilot import Month


def erase_again(log: EventLog, vault: Vault, resting: RestingItems, now: datetime) -> int:
    """Erase whom the vault knows although the log says that they were erased, and give how many that were."""
    erased = erased_references(log, now)
    vault.split_erased_apart(set(erased))
    people = set(vault.whose(ERASURE, erased).values())
    for person in people:
        standing = Standings(log, resting, now).of(vault.known(person))
        vault.erase_person(person, standing, after=day_of(now))
    return len(people)


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
