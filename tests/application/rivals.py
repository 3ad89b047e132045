"""Two processes that give commands at the same time: each can be held back between its decision and its recording."""

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Self
from uuid import UUID

from application.command_handler import CommandResult
from application.commands.base import Command
from application.ports.vault.sessions import Session
from domain.kernel.errors import DomainError
from netwerkpartij.settings import Settings
from netwerkpartij.wiring import Opened, open_service
from tests.deciding import as_decided

PATIENCE = 60


@dataclass(frozen=True)
class Task:
    """A command to give; held back, it is recorded when it is told to."""

    command: Command
    session: Session
    command_id: UUID
    held_back: bool = False


@dataclass(frozen=True)
class Done:
    """What became of a command, and how often it was decided."""

    answer: CommandResult[Any] | None
    refusal: str | None
    decisions: int


def work(connection: Connection) -> None:
    """Be a process that opens services and gives commands, as it is told."""
    service: Opened | None = None
    while (told := connection.recv()) is not None:
        if isinstance(told, Settings):
            if service is not None:
                service.close()
            service = open_service(told)
            connection.send("opened")
        else:
            assert service is not None
            connection.send(_give(service, told, connection))
    if service is not None:
        service.close()


def _give(service: Opened, task: Task, connection: Connection) -> Done:
    real = service.log.record
    decisions = 0

    def record(*arguments: Any, **others: Any) -> Any:
        nonlocal decisions
        decisions += 1
        if task.held_back and decisions == 1:
            connection.send("decided")
            connection.recv()
        return real(*arguments, **others)

    service.log.record = record  # type: ignore[method-assign]  # of this one
    command = as_decided(task.command, task.session.role, service.service.now())
    try:
        answer = service.service.execute(command, session=task.session, command_id=task.command_id)
    except DomainError as refusal:
        return Done(None, refusal.code, decisions)
    except Exception as error:  # noqa: BLE001  # the test that waits for it tells of it
        return Done(None, repr(error), decisions)
    finally:
        del service.log.record
    return Done(answer, None, decisions)


class Rival:
    """One of the processes, as a test speaks with it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.here, there = context.Pipe()
        self.process: BaseProcess = context.Process(target=work, args=(there,), daemon=True)
        self.process.start()

    def told(self) -> Any:
        """Wait for what it says."""
        assert self.here.poll(PATIENCE), "the process says nothing"
        return self.here.recv()

    def starts(self, task: Task) -> None:
        """Let it begin, and when it is held back wait until it has decided."""
        self.here.send(task)
        if task.held_back:
            assert self.told() == "decided"

    def goes_on(self) -> None:
        """Let it record what it decided."""
        self.here.send("go on")

    def done(self) -> Done:
        """Wait until it is done."""
        done = self.told()
        assert isinstance(done, Done)
        return done


class Rivals:
    """Both processes."""

    def __init__(self) -> None:
        self.both = (Rival(), Rival())

    def open(self, settings: Settings) -> Self:
        """Let both open a service."""
        for rival in self.both:
            rival.here.send(settings)
        assert [rival.told() for rival in self.both] == ["opened"] * 2
        return self

    def race(self, tasks: Sequence[Task]) -> list[Done]:
        """Let both decide on the same state, and then record as fast as they can."""
        for rival, task in zip(self.both, tasks, strict=True):
            rival.starts(task)
        for rival, task in zip(self.both, tasks, strict=True):
            if task.held_back:
                rival.goes_on()
        return [rival.done() for rival in self.both]

    def stop(self) -> None:
        """End both processes."""
        for rival in self.both:
            rival.here.send(None)
            rival.process.join(PATIENCE)
