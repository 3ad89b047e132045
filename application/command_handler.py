"""Giving a command: allow, load, decide, save. Lost races are decided again, repeats get the answer they had."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic
from uuid import UUID

from application.access.commands import must_be_allowed
from application.across_items import Agreeing
from application.command_context import Answering, CommandContext
from application.commands.base import A_co, Answer, Command, answer_of
from application.errors import CommandIdReused
from application.pending import record
from application.ports.calendar import Clock
from application.ports.errors import CommandIdTaken, ConcurrentChange, StoreBusy
from application.ports.event_log import EventLog
from application.ports.resting import RestingItems
from application.ports.vault.sessions import Session
from application.ports.vault.vault import Vault
from application.use_cases import TOLD_FROM_VAULT, USE_CASES
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate

ATTEMPTS = 10


@dataclass(frozen=True)
class CommandResult(Generic[A_co]):
    """What became of a command, and the position that readers can wait for."""

    position: int
    data: A_co


@dataclass(frozen=True)
class CommandHandler:
    """
    Gives commands to their use cases.

    :param tells_a_story: in a demo log the clock of the story also sets the recording times
    """

    log: EventLog
    vault: Vault
    clock: Clock
    resting: RestingItems
    tells_a_story: bool = False

    def handle(
        self, command: Command[A_co], *, session: Session, command_id: UUID, expected: int | None = None
    ) -> CommandResult[A_co]:
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
            seen = self.log.last_position() if _looks_across(command) else None
            writes = self.vault.pending(command_id, digest, now)
            context = CommandContext(self.log, self.vault, writes, session, command, command_id, now, self.resting, expected)
            must_be_allowed(command, context.reach)
            if command.KEEPS_PEOPLE and (receipt := self.log.receipt(command_id)) is not None:
                return self._repeated(command, context.answering(receipt), digest)
            try:
                changed, answer = decided(context, command)
            except DomainError:
                receipt = self.log.receipt(command_id)
                if receipt is None:
                    raise
                return self._repeated(command, context.answering(receipt), digest)
            try:
                receipt = record(
                    self.log,
                    writes,
                    _once([*context.passed, *changed]),
                    command=command_id,
                    digest=digest,
                    answer=answer.model_dump(mode="json"),
                    recorded_at=now if self.tells_a_story else None,
                    nothing_since=seen,
                )
            except ConcurrentChange:
                continue
            except CommandIdTaken as error:
                raise CommandIdReused from error
            return self._answered(command, context.answering(receipt))
        raise StoreBusy

    def _repeated(self, command: Command[A_co], told: Answering, digest: str) -> CommandResult[A_co]:
        if told.receipt.digest != digest:
            raise CommandIdReused
        self.vault.confirm_pending(told.receipt.command, digest)
        return self._answered(command, told)

    def _answered(self, command: Command[A_co], told: Answering) -> CommandResult[A_co]:
        """Give what the receipt keeps, and what only the vault may tell: together what the command declares."""
        of_vault = TOLD_FROM_VAULT.get(type(command))
        more = {} if of_vault is None else of_vault(told)
        answer: A_co = answer_of(type(command)).model_validate({**told.receipt.answer, **more})
        return CommandResult(position=told.receipt.last, data=answer)

    def _digest(self, command: Command, session: Session) -> str:
        """Give a digest of command and actor; keyed, because what people type can be guessed."""
        told = f"{type(command).__name__}|{session.person}|{session.role}|{session.network}|{command.model_dump_json()}"
        return self.vault.keyed_digest(told.encode())


def decided(context: CommandContext, command: Command) -> tuple[list[Aggregate], Answer]:
    """
    Decide what a command asks: what changes, and what to answer. Nothing is recorded.

    :raises DomainError: if a rule refuses
    """
    changed, answer = USE_CASES[type(command)](context, command)
    changed = list(changed)
    Agreeing(context.log, context.resting).must_agree(changed, context.reach)
    return changed, answer


def _looks_across(command: Command) -> bool:
    return command.LOOKS_ACROSS or command.at is not None or command.on is not None


def _once(aggregates: Iterable[Aggregate]) -> Iterable[Aggregate]:
    # An aggregate that was loaded twice and changed once counts as it was changed.
    return {each.id: each for each in aggregates}.values()
