"""Trying commands on an item without recording: what may be done with it now, and why not the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid4

from application.access.commands import must_be_allowed
from application.access.scopes import Reach, scope_of
from application.access.table import COMMANDS
from application.acts.dry_vault import DryVault, WouldWrite
from application.acts.samples import ITEMS, Ask, Sampler, is_given_on
from application.acts.steady_log import SteadyLog
from application.command_context import CommandContext
from application.command_handler import CommandHandler, decided
from application.commands import all_commands
from application.commands.base import Command
from application.commands.networks import CorrectEntry, WithdrawEntry
from application.errors import AccessDenied, UnknownItem
from application.forms.refusals import field_of
from application.ports.vault.sessions import Session
from application.queries.acts import ActsFound, PossibleAct
from domain.advice.request import AdviceRequest
from domain.kernel.acts import EventName, Role
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, event_name
from domain.party.service_parts import PartNotUsed
from domain.plans.founding_plan import FoundingPlan

NOT_OFFERED = (AccessDenied, UnknownItem, PartNotUsed)
"""What is refused so is of others, or of a part that the party does without."""


@dataclass(frozen=True)
class Tried:
    """
    A command that was tried.

    :param expected: the version of the item that it was tried on
    :param refusal: why it was refused; None: it would be recorded
    """

    command: Command
    expected: int | None
    refusal: DomainError | None

    @property
    def field(self) -> str | None:
        """Which field the refusal is about."""
        return None if self.refusal is None else field_of(self.refusal.code, self.command)

    @property
    def may(self) -> bool:
        """Whether it may be given: with what was filled in, or with something else there."""
        return self.refusal is None or self.field not in {None, "of"}


@dataclass(frozen=True)
class Trial:
    """Tries commands of one session on one item, now."""

    handler: CommandHandler
    session: Session
    ask: Ask

    def of(self, item: UUID) -> Iterator[Tried]:
        """
        Try each command that the access table lets the role give on an item, and that it reaches.

        With what is not there nothing can be done, nor with what is hidden: the same of both.
        """
        log, vault = SteadyLog(self.handler.log), DryVault(self.handler.vault)
        found = self.handler.log.load_many([item]).get(item)
        if found is None or type(found) not in ITEMS or self._is_of_others(found):
            return
        sampler = Sampler(found, self.session, day_of(self.handler.clock()), self.ask)
        for command in all_commands():
            if self.session.role in COMMANDS[command] and is_given_on(command, found):
                tried = [self._tried(each, found, log, vault) for each in sampler.samples(command)]
                likeliest = next((each for each in tried if each.refusal is None), next(iter(tried), None))
                if likeliest is not None and not isinstance(likeliest.refusal, NOT_OFFERED):
                    yield likeliest

    def _is_of_others(self, item: Aggregate) -> bool:
        """Say whether nothing that the role may do reaches an item: then nothing is tried, which would take its time."""
        session = self.session
        if session.role is Role.CORE_GROUP and isinstance(item, AdviceRequest):
            return session.network not in item.networks
        if session.role not in {Role.MEMBER, Role.REQUESTER} or not isinstance(item, FoundingPlan | AdviceRequest):
            return False
        kinds = (each for each in all_commands() if session.role in COMMANDS[each] and is_given_on(each, item))
        by_scope = {scope_of(each, session.role): each for each in kinds}
        reach = partial(Reach, session=session, log=self.handler.log, vault=self.handler.vault, now=self.handler.clock())
        return not any(reach(each).covers(item) for each in by_scope.values())

    def of_entry(self, item: UUID, entry: EventName) -> Iterator[Tried]:
        """Try to correct and to strike a line of a history: nothing of one that is not there, or hidden."""
        log, vault = SteadyLog(self.handler.log), DryVault(self.handler.vault)
        found = self.handler.log.load_many([item]).get(item)
        if found is None or entry.rpartition(":")[0] != str(item):
            return
        happened = next((each.act.at for each in found.life if event_name(each) == entry), self.handler.clock())
        samples = (
            CorrectEntry(of=entry, corrected_at=happened, mistake=Mistake.WRONG_DAY),
            WithdrawEntry(of=entry, mistake=Mistake.DID_NOT_HAPPEN),
        )
        for command in samples:
            if self.session.role in COMMANDS[type(command)]:
                tried = self._tried(command, found, log, vault)
                if not isinstance(tried.refusal, NOT_OFFERED):
                    yield tried

    def _tried(self, command: Command, item: Aggregate, log: SteadyLog, vault: DryVault) -> Tried:
        expected = item.public_version if command.NEEDS_VERSION else None
        try:
            self._decide(command, expected, log, vault)
        except WouldWrite:
            return Tried(command, expected, None)
        except DomainError as refusal:
            return Tried(command, expected, refusal)
        return Tried(command, expected, None)

    def _decide(self, command: Command, expected: int | None, log: SteadyLog, vault: DryVault) -> None:
        handler = self.handler
        context = CommandContext(
            log.as_log, vault.as_vault, vault.writes, self.session, command, uuid4(), handler.clock(), handler.resting, expected
        )
        must_be_allowed(command, context.reach)
        decided(context, command)


def possible_acts(trial: Trial, item: UUID, entry: EventName | None = None) -> ActsFound:
    """Give what may be done with an item, or with a line of its history, now; and what not and why."""
    tried = trial.of(item) if entry is None else trial.of_entry(item, entry)
    return ActsFound(items=tuple(map(_act, tried)))


def _act(tried: Tried) -> PossibleAct:
    refusal = None if tried.may else tried.refusal
    return PossibleAct(
        command=type(tried.command).__name__,
        may=tried.may,
        code=None if refusal is None else refusal.code,
        facts={} if refusal is None else refusal.facts,
    )
