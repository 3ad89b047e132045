"""Telling the story for a test that listens to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from application.command_handler import CommandHandler, CommandResult
from application.ports.event_log import Recorded
from domain.kernel.days import end_of
from domain.networks.membership import Membership
from domain.networks.network import Network
from netwerkpartij.settings import Settings
from netwerkpartij.story import StoryClock, Told, tell
from netwerkpartij.wiring import Opened, opened


@dataclass(frozen=True)
class Heard:
    """A story that was told: what it says of itself, its log, the commands that it gave and the progress it showed."""

    told: Told
    service: Opened
    events: list[Recorded]
    commands: frozenset[UUID]
    progress: list[int]

    def all_of(self, *types: str) -> list[Any]:
        return [recorded.event for recorded in self.events if recorded.event.TOPIC in types]

    def the(self, topic: str) -> Any:
        (only,) = self.all_of(topic)
        return only

    def network(self, name: str) -> Network:
        found = self.service.log.load(Network, self.told.networks[name])
        assert found is not None
        return found

    def memberships(self, name: str) -> list[Membership]:
        network = self.told.networks[name]
        joined = {each.originator_id for each in self.all_of("MemberJoined") if each.network == network}
        return [each for each in self.service.log.load_many(joined).values() if isinstance(each, Membership)]

    def members(self, name: str, on: date) -> int:
        return sum(each.holds_at(end_of(on)) for each in self.memberships(name))


@contextmanager
def a_story_told(folder: Path) -> Iterator[Heard]:
    """Tell the story into an empty folder, and listen to which commands it gives."""
    clock, commands, progress = StoryClock(), set[UUID](), list[int]()
    with (
        pytest.MonkeyPatch.context() as patch,
        opened(Settings(database_url=f"sqlite:///{folder / 'events.db'}"), clock=clock, demo=True) as service,
    ):
        give = CommandHandler.handle

        def listen(handler: CommandHandler, command: Any, *, command_id: UUID, **others: Any) -> CommandResult:
            commands.add(command_id)
            return give(handler, command, command_id=command_id, **others)

        patch.setattr(CommandHandler, "handle", listen)
        told = tell(service, clock, progress.append)
        yield Heard(told, service, _events(service), frozenset(commands), progress)


def _events(service: Opened) -> list[Recorded]:
    events: list[Recorded] = []
    while batch := service.log.read(after=events[-1].position if events else 0, limit=1_000):
        events.extend(batch)
    return events
