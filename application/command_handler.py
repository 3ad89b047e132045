"""Giving a command: allow, load, decide, save. Lost races are decided again, repeats get the answer they had."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from pydantic import JsonValue

from application.access.commands import must_be_allowed
from application.command_context import CommandContext
from application.commands.base import Command
from application.errors import CommandIdReused
from application.ports.calendar import Clock
from application.ports.errors import CommandIdTaken, ConcurrentChange, StoreBusy
from application.ports.event_log import EventLog, Receipt
from application.ports.vault import Session, Vault
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate

C = TypeVar("C", bound=Command)
Outcome = tuple[Iterable[Aggregate], Mapping[str, JsonValue]]
"""What must be saved together, and what to answer."""

UseCase = Callable[[CommandContext, C], Outcome]
USE_CASES: dict[type[Command], Callable[[CommandContext, Command], Outcome]] = {}

FromVault = Callable[[Vault, UUID], Mapping[str, JsonValue]]
TOLD_FROM_VAULT: dict[type[Command], FromVault] = {}
"""What is answered besides what the receipt keeps: it is about people, and is looked up whenever the answer is given."""

ATTEMPTS = 10


def handles(command: type[C]) -> Callable[[UseCase[C]], UseCase[C]]:
    """Make a function the use case of a command."""

    def register(use_case: UseCase[C]) -> UseCase[C]:
        USE_CASES[command] = use_case  # type: ignore[assignment]  # looked up by the command's own type
        return use_case

    return register


def told_from_vault(command: type[Command]) -> Callable[[FromVault], FromVault]:
    """Make a function the one that tells of people in the answer to a command, by the command's id."""

    def register(function: FromVault) -> FromVault:
        TOLD_FROM_VAULT[command] = function
        return function

    return register


@dataclass(frozen=True)
class CommandResult:
    """What became of a command, and the position that readers can wait for."""

    position: int
    data: Mapping[str, JsonValue]


@dataclass(frozen=True)
class CommandHandler:
    """
    Gives commands to their use cases.

    :param tells_a_story: in a demo log the clock of the story also sets the recording times
    """

    log: EventLog
    vault: Vault
    clock: Clock
    tells_a_story: bool = False

    def handle(self, command: Command, *, session: Session, command_id: UUID, expected: int | None = None) -> CommandResult:
        """
        Do what is asked, once.

        :param command_id: the same id and command again gives the stored answer
        :param expected: the version that whoever asks saw (If-Match)
        :raises DomainError: if a rule refuses; nothing is recorded
        :raises StoreError: if the store could not do it; nothing is recorded
        """
        digest = self._digest(command, session)
        for _ in range(ATTEMPTS):
            now = self.clock()
            context = CommandContext(self.log, self.vault, session, command, command_id, now, expected)
            must_be_allowed(command, context.reach)
            if type(command) in TOLD_FROM_VAULT and (receipt := self.log.receipt(command_id)) is not None:
                return self._repeated(command, receipt, digest)  # who was erased since is not kept a second time
            try:
                changed, data = USE_CASES[type(command)](context, command)
            except DomainError:
                receipt = self.log.receipt(command_id)
                if receipt is None:
                    raise
                return self._repeated(command, receipt, digest)
            try:
                receipt = self.log.record(
                    _once([*context.passed, *changed]),
                    command=command_id,
                    digest=digest,
                    answer=data,
                    recorded_at=now if self.tells_a_story else None,
                )
            except ConcurrentChange:
                continue
            except CommandIdTaken as error:
                raise CommandIdReused from error
            return self._answered(command, receipt)
        raise StoreBusy

    def _repeated(self, command: Command, receipt: Receipt, digest: str) -> CommandResult:
        if receipt.digest != digest:
            raise CommandIdReused
        return self._answered(command, receipt)

    def _answered(self, command: Command, receipt: Receipt) -> CommandResult:
        """Give what the receipt keeps, and what only the vault may tell."""
        told = TOLD_FROM_VAULT.get(type(command))
        more = {} if told is None else told(self.vault, receipt.command)
        return CommandResult(position=receipt.last, data={**receipt.answer, **more})

    def _digest(self, command: Command, session: Session) -> str:
        """Give a digest of command and actor; keyed, because what people type can be guessed."""
        told = f"{type(command).__name__}|{session.person}|{session.role}|{session.network}|{command.model_dump_json()}"
        return self.vault.keyed_digest(told.encode())


def _once(aggregates: Iterable[Aggregate]) -> Iterable[Aggregate]:
    # An aggregate that was loaded twice and changed once counts as it was changed.
    return {each.id: each for each in aggregates}.values()
