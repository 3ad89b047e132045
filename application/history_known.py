"""What earlier imports recorded of the networks of a file, and how far the file still says the same."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from application.history_file import HistoryRow, HistoryRowRefused
from application.ports.event_log import EventLog
from domain.kernel.acts import IMPORT
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, DomainEvent
from domain.networks.membership import Membership

AT_ONCE = 1_000
"""Events that are read together."""


class HistoryDiffers(DomainError):
    """What was recorded of a history file is not told otherwise later: new lines come after those that are known."""


class Saying(NamedTuple):
    """What an event says, whoever recorded it and in which command."""

    topic: str
    at: datetime
    fields: str


class RecordedHistory:
    """Compares a file, line by line, with what imports recorded before."""

    def __init__(self, stored: Mapping[UUID, Aggregate], networks: Mapping[str, UUID]) -> None:
        """
        Take what is stored of the file's networks and members.

        :param networks: the names of the networks in the file that are known
        """
        self._networks = networks
        events = {item: [event for event in each.life if event.act.by == IMPORT] for item, each in stored.items()}
        self._commands = {event.act.command for each in events.values() for event in each}
        self._left = {item: deque(map(_saying, each)) for item, each in events.items()}
        self._compared: dict[UUID, int] = {}
        self._first_new: dict[str, HistoryRow] = {}

    def is_new(self, row: HistoryRow, told: Iterable[Aggregate]) -> bool:
        """
        Say whether nothing of a row was recorded before.

        :param told: what the row is about, as the file tells it so far
        :raises HistoryRowRefused: if it was recorded otherwise, or stands before a row that was recorded
        """
        known = [self._is_known(event, row) for each in told for event in self._not_compared(each)]
        before = self._first_new.get(row.network)
        if any(known):
            if before is not None or not all(known):
                raise HistoryRowRefused((before or row).line, HistoryDiffers())
            return False
        if known:
            self._first_new.setdefault(row.network, row)
        return bool(known) or before is not None

    def must_be_whole(self, rows: Sequence[HistoryRow], log: EventLog) -> None:
        """
        Check that a file that grew still tells everything that was recorded of its networks.

        :raises HistoryRowRefused: if a row is missing, with the line before which it stood
        """
        names = {network: name for name, network in self._networks.items()}
        missing = [(names[network], at) for network, at in self._missing(log) if network in names]
        if missing:
            name, at = min(missing, key=lambda each: each[1])
            line = next((row.line for row in rows if row.network == name and row.at >= at), rows[-1].line)
            raise HistoryRowRefused(line, HistoryDiffers())

    def _is_known(self, event: DomainEvent, row: HistoryRow) -> bool:
        left = self._left.get(event.originator_id)
        if not left:
            return False
        if left.popleft() != _saying(event):
            raise HistoryRowRefused(row.line, HistoryDiffers())
        return True

    def _not_compared(self, aggregate: Aggregate) -> Sequence[DomainEvent]:
        happened = aggregate.life[self._compared.get(aggregate.id, 0) :]
        self._compared[aggregate.id] = len(aggregate.life)
        return happened

    def _missing(self, log: EventLog) -> Iterator[tuple[UUID, datetime]]:
        """Give the network and moment of each event that was recorded and that the file does not tell."""
        for event in self._recorded(log):
            network = getattr(event, "network", event.originator_id)
            left = self._left.get(event.originator_id)
            is_of_nobody_here = left is None and event.TOPIC == Membership.MemberJoined.TOPIC
            if is_of_nobody_here or (left and left[0] == _saying(event)):
                yield network, event.act.at

    def _recorded(self, log: EventLog) -> Iterator[DomainEvent]:
        for receipt in filter(None, map(log.receipt, self._commands)):
            for after in range(receipt.first - 1, receipt.last, AT_ONCE):
                for recorded in log.read(after=after, limit=min(AT_ONCE, receipt.last - after)):
                    yield recorded.event


def _saying(event: DomainEvent) -> Saying:
    fields = event.model_dump_json(exclude={"act", "timestamp", "originator_id", "originator_version", "originator_topic"})
    return Saying(event.TOPIC, event.act.at, fields)
