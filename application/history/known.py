"""What earlier imports recorded of the networks of a file, and how far the file still says the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Final, NamedTuple
from uuid import UUID

from application.history.file import HistoryRow, HistoryRowRefused, HistoryRows
from application.parts import in_parts
from application.ports.event_log import EventDraft, EventLog
from domain.kernel.acts import IMPORT
from domain.kernel.errors import DomainError
from domain.kernel.events import DomainEvent

AT_ONCE: Final = 1_000
"""Events that are compared together."""


class HistoryDiffers(DomainError):
    """What was recorded of a history file is not told otherwise later: new lines come after those that are known."""


class Saying(NamedTuple):
    """What an event says, whoever recorded it and in which command."""

    topic: str
    at: datetime
    fields: str


class RecordedHistory:
    """Compares a file, line by line, with what imports recorded before."""

    def __init__(self, log: EventLog, networks: Mapping[str, UUID]) -> None:
        """
        Take which networks of the file are known.

        :param networks: by their names
        """
        self._log = log
        self._networks = networks
        self._commands: set[UUID] = set()
        self._known: dict[UUID, list[tuple[int, Saying]]] = {}
        self._first_new: dict[str, HistoryRow] = {}

    def turn_to(self, items: Iterable[UUID]) -> None:
        """Look up what was recorded of some networks and memberships, and forget what was of others."""
        self._known = self._recorded_of(items)

    def is_new(self, row: HistoryRow, told: Iterator[DomainEvent]) -> bool:
        """
        Say whether nothing of a row was recorded before.

        :param told: what the row makes happen, as the file tells it
        :raises HistoryRowRefused: if it was recorded otherwise, or stands before a row that was recorded
        """
        answers = {answer for some in in_parts(told, AT_ONCE) for answer in self._compared(row, some)}
        before = self._first_new.get(row.network)
        if True in answers:
            if before is not None or False in answers:
                raise HistoryRowRefused((before or row).line, HistoryDiffers())
            return False
        if answers:
            self._first_new.setdefault(row.network, row)
        return bool(answers) or before is not None

    def must_be_whole(self, rows: HistoryRows, told: EventDraft) -> None:
        """
        Check that a file that grew still tells everything that was recorded of its networks.

        :param told: everything that the file makes happen
        :raises HistoryRowRefused: if a row is missing, with the line before which it stood
        """
        missing = min(self._missing(told), key=itemgetter(1), default=None)
        if missing is not None:
            raise HistoryRowRefused(_line_of(rows, *missing), HistoryDiffers())

    def _compared(self, row: HistoryRow, some: Sequence[DomainEvent]) -> Iterator[bool]:
        """Say of each event that the file tells whether it was recorded."""
        others = {event.originator_id for event in some} - self._known.keys()
        known = {**self._known, **self._recorded_of(others)} if others else self._known
        for event in some:
            recorded, place = known[event.originator_id], event.originator_version - 1
            if place < len(recorded) and recorded[place][1] != _saying(event):
                raise HistoryRowRefused(row.line, HistoryDiffers())
            yield place < len(recorded)

    def _missing(self, told: EventDraft) -> Iterator[tuple[str, datetime]]:
        """Give the name of the network and the moment of each event that was recorded and that the file does not tell."""
        names = {network: name for name, network in self._networks.items()}
        for some in self._recorded():
            items = {event.originator_id for event in some}
            known, versions = self._recorded_of(items), told.versions(items)
            for event in some:
                name = names.get(getattr(event, "network", event.originator_id))
                left = known[event.originator_id][versions.get(event.originator_id, 0) :]
                if name is not None and any(version == event.originator_version for version, _ in left):
                    yield name, event.act.at

    def _recorded(self) -> Iterator[Sequence[DomainEvent]]:
        """Give what the imports that told of these networks recorded, some at a time."""
        for receipt in filter(None, map(self._log.receipt, sorted(self._commands))):
            for after in range(receipt.first - 1, receipt.last, AT_ONCE):
                read = self._log.read(after=after, limit=min(AT_ONCE, receipt.last - after))
                yield [recorded.event for recorded in read]

    def _recorded_of(self, items: Iterable[UUID]) -> dict[UUID, list[tuple[int, Saying]]]:
        """Give what imports recorded of each item, in its order, with the version."""
        wanted = list(items)
        stored = self._log.load_many(wanted)
        events = {item: [event for event in each.life if event.act.by == IMPORT] for item, each in stored.items()}
        self._commands.update(event.act.command for each in events.values() for event in each)
        return {item: [(event.originator_version, _saying(event)) for event in events.get(item, ())] for item in wanted}


def _saying(event: DomainEvent) -> Saying:
    fields = event.model_dump_json(exclude={"act", "timestamp", "originator_id", "originator_version", "originator_topic"})
    return Saying(event.TOPIC, event.act.at, fields)


def _line_of(rows: HistoryRows, network: str, at: datetime) -> int:
    """Give the line before which a row about a network stood, the last one where it stood at the end."""
    line = 1
    for row in rows:
        line = row.line
        if row.network == network and row.at >= at:
            return line
    return line
