"""A party begins: what its first administrator sets up, once, and what the board had decided about that."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from typing import Final, NamedTuple

from application.errors import InTheFuture
from application.passing_time import derived
from application.pending import record
from application.ports.errors import CommandIdTaken, ConcurrentChange, StoreBusy
from application.ports.event_log import EventLog
from application.ports.vault.contexts import OFFICE, PersonId
from application.ports.vault.pending import PendingWrites
from application.ports.vault.people import KnownPerson
from application.ports.vault.vault import Vault
from application.rule_books import WrittenRules
from domain.kernel.acts import NATIONAL_BOARD, Act, Role, Source
from domain.kernel.days import happened_on
from domain.kernel.events import Aggregate
from domain.kernel.log import LOG, Log
from domain.party.office import Office
from domain.party.service_parts import ServicePart, ServiceParts
from domain.pilot.pilot import Pilot
from domain.pilot.rule_book import RuleBook

ATTEMPTS: Final = 3


class Adoption(NamedTuple):
    """Rules that the board adopted, and the day on which it did: from then they hold."""

    rules: tuple[WrittenRules, ...]
    on: date


class PilotToOpen(NamedTuple):
    """The pilot that the board decided on."""

    label: str
    places: int
    first_day: date
    last_day: date


class Beginning(NamedTuple):
    """
    What a party sets up: who does it, who else may act (by name), and what the board decided and how that came in.

    It begins without the parts that a party may do without, but those that are named; with a pilot, that part too.
    """

    party: str
    administrator: str
    offices: tuple[tuple[str, Role], ...] = ()
    adoption: Adoption | None = None
    pilot: PilotToOpen | None = None
    parts: tuple[ServicePart, ...] = ()
    source: Source = Source.PAPER


def begin(log: EventLog, vault: Vault, now: datetime, beginning: Beginning) -> PersonId:
    """
    Record that a party begins, all of it or nothing, and give who its administrator is.

    Whom the vault does not know by name yet is kept; who has two roles is kept once.

    :raises PartyBegunAlready: if a party did
    :raises InTheFuture: if the board is to adopt the rules on a day to come
    """
    for _ in range(ATTEMPTS):
        with suppress(ConcurrentChange, CommandIdTaken):  # another one began at the same moment
            return _begin(log, vault, now, beginning)
    raise StoreBusy


def _begin(log: EventLog, vault: Vault, now: datetime, beginning: Beginning) -> PersonId:
    known = log.load_many([LOG])[LOG]
    assert isinstance(known, Log)  # noqa: S101  # its first event is there before anything is opened
    command, digest = derived("begin", known.log), vault.keyed_digest(repr(beginning).encode())
    writes = vault.pending(command, digest, now)
    offices = [(beginning.administrator, Role.ADMINISTRATOR), *beginning.offices]
    people = {name: _person(name, vault, writes) for name in dict.fromkeys(name for name, _ in offices)}
    first = people[beginning.administrator].reference(OFFICE)
    act = Act(by=first, role=Role.ADMINISTRATOR, at=now, command=command)
    known.begin(act, party=beginning.party)
    given = [Office.give(act, reference=people[name].reference(OFFICE), role=role) for name, role in offices]
    of_board = Act(
        by=NATIONAL_BOARD, role=Role.NATIONAL_BOARD, at=now, entered_by=first, source=beginning.source, command=command
    )
    began = [known, *given, ServiceParts.choose(act, parts=_parts(beginning)), *_decided(of_board, beginning)]
    answer, recorded_at = {"log": str(known.log)}, now if known.demo else None
    record(log, writes, began, command=command, digest=digest, answer=answer, recorded_at=recorded_at)
    return people[beginning.administrator].id


def _parts(beginning: Beginning) -> tuple[ServicePart, ...]:
    return beginning.parts if beginning.pilot is None else (*beginning.parts, ServicePart.PILOT)


def _person(name: str, vault: Vault, writes: PendingWrites) -> KnownPerson:
    known = vault.person_named(name)
    return writes.register_person(name, somebody_else=True) if known is None else vault.known(known)


def _decided(act: Act, beginning: Beginning) -> Iterable[Aggregate]:
    if beginning.adoption is not None:
        adopted = happened_on(beginning.adoption.on, act.at)
        if adopted > act.at:
            raise InTheFuture(at=adopted)
        adopting = act.model_copy(update={"at": adopted})
        rule_book = RuleBook.open(adopting)
        for written in beginning.adoption.rules:
            rule_book.adopt(adopting, **written._asdict())
        yield rule_book
    if beginning.pilot is not None:
        yield Pilot.open(act, **beginning.pilot._asdict())
