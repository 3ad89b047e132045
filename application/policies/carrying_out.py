"""What policies ask, and how what they answer is carried out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from application.command_handler import CommandHandler
from application.commands.base import Command
from application.ports.vault.sessions import Session
from domain.kernel.acts import EventName, Reference, Role
from domain.kernel.errors import DomainError
from domain.networks.conversation import Occasion

THE_CLOCK = Session(person=None, role=Role.CLOCK, network=None)


@dataclass(frozen=True)
class MembershipToEnd:
    """A membership that nothing ended yet although its network closed."""

    network: UUID
    reference: Reference
    begun_by: EventName
    begun_at: datetime
    closed_by: EventName
    closed_at: datetime


@dataclass(frozen=True)
class MembershipToGoOn:
    """A membership that ended by a closing which was taken back."""

    membership: UUID
    ended_by: EventName
    reopened_by: EventName


@dataclass(frozen=True)
class ConversationDue:
    """A network that reached its target, or whose year is over, at the end of a day."""

    network: UUID
    occasion: Occasion
    day: date


@dataclass(frozen=True)
class RequestToLeave:
    """An advice request that waits for the answer of a network that closed."""

    advice_request: UUID
    closed_by: EventName


class PolicyQueries(Protocol):
    """What policies ask of the read side, caught up."""

    def memberships_of_closed_networks(self) -> Sequence[MembershipToEnd]:
        """Give the memberships whose network closed and whose own ending is not recorded yet."""

    def memberships_of_reopened_networks(self) -> Sequence[MembershipToGoOn]:
        """Give the memberships that ended by a closing which was taken back."""

    def announced_party_ends(self, due_on: date) -> Sequence[Reference]:
        """Give the party memberships whose end waits and is final on a day, by reference."""

    def ended_party_members(self) -> Sequence[Reference]:
        """Give the references of those whose party membership ended."""

    def requests_of_closed_networks(self) -> Sequence[RequestToLeave]:
        """Give the advice requests that wait for the answer of a network that closed."""

    def requests_due(self, by: datetime) -> Sequence[tuple[UUID, datetime]]:
        """Give the advice requests on which the clock does something by a moment, and when."""

    def networks(self) -> Sequence[UUID]:
        """Give every network that is not closed."""

    def open_plans(self) -> Sequence[UUID]:
        """Give every plan on which something can still be decided."""

    def conversations_due(self, now: datetime) -> Sequence[ConversationDue]:
        """Give which networks reached their target, or let a year pass without, and nobody opened a conversation yet."""

    def where_time_works(self) -> Sequence[UUID]:
        """Give every network, plan, pilot and office in which time may still do something."""


Given = tuple[Command, UUID]
"""A command with its id."""
Policy = Callable[[CommandHandler, PolicyQueries], Iterable[Given]]
"""What must be done now; each command is given before the next is asked for."""


def carry_out(policy: Policy, handler: CommandHandler, queries: PolicyQueries) -> Iterator[int]:
    """Give the commands of a policy, and after each how many did something; a refusal means that somebody else saw to it."""
    for command, command_id in policy(handler, queries):
        done = 0
        with suppress(DomainError):
            handler.handle(command, session=THE_CLOCK, command_id=command_id)
            done = 1
        yield done
