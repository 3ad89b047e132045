"""A party begins: what its first administrator sets up, once, and what the board had decided about that."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from application.errors import InTheFuture
from application.passing_time import derived
from application.ports.event_log import EventLog
from application.ports.vault import OFFICE, PersonId, Vault
from application.rule_books import WrittenRules
from domain.kernel.acts import NATIONAL_BOARD, Act, Role, Source
from domain.kernel.days import happened_on
from domain.kernel.events import Aggregate
from domain.kernel.log import LOG, Log
from domain.party.office import Office
from domain.pilot.pilot import Pilot
from domain.pilot.rule_book import RuleBook


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
    """What a party sets up: who does it, who else may act, and what the board decided and how that came in."""

    party: str
    administrator: PersonId
    offices: tuple[tuple[PersonId, Role], ...] = ()
    adoption: Adoption | None = None
    pilot: PilotToOpen | None = None
    source: Source = Source.PAPER


def begin(log: EventLog, vault: Vault, now: datetime, beginning: Beginning) -> None:
    """
    Record that a party begins: all of it, or nothing.

    :raises PartyBegunAlready: if a party did
    :raises InTheFuture: if the board is to adopt the rules on a day to come
    """
    known = log.load_many([LOG])[LOG]
    assert isinstance(known, Log)  # noqa: S101  # its first event is there before anything is opened
    command = derived("begin", known.log)
    first = vault.reference(beginning.administrator, OFFICE)
    act = Act(by=first, role=Role.ADMINISTRATOR, at=now, command=command)
    known.begin(act, party=beginning.party)
    offices = [(beginning.administrator, Role.ADMINISTRATOR), *beginning.offices]
    given = [Office.give(act, reference=vault.reference(person, OFFICE), role=role) for person, role in offices]
    of_board = Act(
        by=NATIONAL_BOARD, role=Role.NATIONAL_BOARD, at=now, entered_by=first, source=beginning.source, command=command
    )
    began = [known, *given, *_decided(of_board, beginning)]
    log.record(began, command=command, digest="0" * 64, answer={"log": str(known.log)}, recorded_at=now if known.demo else None)


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
