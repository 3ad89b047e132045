"""Office: who may act in which role, by reference, and until when where that was said."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID, uuid5

from domain.kernel.acts import Act, Reference, Role
from domain.kernel.days import day_of, end_of
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, Due, FirstEvent, event


class RoleHeldAlready(DomainError):
    """Somebody holds a role once at a time."""


class RoleNotGiven(DomainError):
    """Members, core groups and the clock act by what they are, and by nothing that was given to them."""


class RoleNotHeld(DomainError):
    """Only somebody who holds a role can lose it or act in it."""


class RoleTermAlreadyOver(DomainError):
    """The last day of a role is not before the day on which it is given."""


class LastAdministratorStays(DomainError):
    """There is always an administrator whose role has no last day: without one nobody could let anybody act again."""


GIVEN = frozenset(
    {Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.REQUESTER, Role.PRIVACY_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR}
)
"""The roles that somebody holds because they were given."""


def office_id(reference: Reference, role: Role) -> UUID:
    return uuid5(UUID(reference.removeprefix("r")), role)


class Office(Aggregate):
    """One role, held by one person under one reference."""

    # Events

    class RoleGiven(FirstEvent):
        """Somebody may act in this role from now on."""

        reference: Reference
        held_role: Role
        last_day: date | None = None

    class RoleEnded(Aggregate.Event):
        """Somebody no longer acts in this role."""

    class RoleGivenAgain(Aggregate.Event):
        """Somebody may act in this role once more."""

        last_day: date | None = None

    # Decisions

    @classmethod
    def give(cls, act: Act, *, reference: Reference, role: Role, last_day: date | None = None) -> "Office":
        """
        Give somebody a role, for good or until a last day: after that time ends it.

        :raises RoleNotGiven: if it is none that is given
        :raises RoleTermAlreadyOver: if that day is before this
        """
        if role not in GIVEN:
            raise RoleNotGiven(role=role)
        _must_last(act, last_day)
        item = office_id(reference, role)
        return cls._begin(cls.RoleGiven, item, act=act, reference=reference, held_role=role, last_day=last_day)

    def give_again(self, act: Act, *, last_day: date | None = None) -> None:
        """
        Give somebody a role that they held before.

        :raises RoleHeldAlready: if they hold it
        :raises RoleTermAlreadyOver: if its last day is before this
        :raises RecordedTooLate: if it ended later than this
        """
        if self.held:
            raise RoleHeldAlready(role=self.role)
        _must_last(act, last_day)
        act.must_follow(self.newest_at)
        self.trigger_event(self.RoleGivenAgain, act=act, last_day=last_day)

    def end(self, act: Act, *, others: Iterable["Office"] = ()) -> None:
        """
        End somebody's role.

        :param others: the other administrators, where it is about one
        :raises RoleNotHeld: if they do not hold it
        :raises LastAdministratorStays: if no administrator would be left whose role has no last day
        :raises RecordedTooLate: if it was given later than this
        """
        if not self.held:
            raise RoleNotHeld(role=self.role)
        if self.is_lasting_administrator and not any(each.is_lasting_administrator for each in others):
            raise LastAdministratorStays
        act.must_follow(self.newest_at)
        self.trigger_event(self.RoleEnded, act=act)

    def _what_time_does(self) -> Iterator[Due]:
        """End a role after its last day."""
        if self.held and self.last_day is not None:
            yield Due(max(end_of(self.last_day), self.newest_at), self.RoleEnded)

    # Answers

    @property
    def is_lasting_administrator(self) -> bool:
        """Whether it is the role of an administrator, held without a last day."""
        return self.role is Role.ADMINISTRATOR and self.held and self.last_day is None

    # Changes

    def __init__(self, reference: Reference, held_role: Role, last_day: date | None) -> None:
        self.reference = reference
        self.role = held_role
        self.held = True
        self.last_day = last_day
        self.times_ended = 0

    @event(RoleEnded)
    def _ended(self) -> None:
        self.held = False
        self.times_ended += 1

    @event(RoleGivenAgain)
    def _given_again(self, last_day: date | None) -> None:
        self.held = True
        self.last_day = last_day


def _must_last(act: Act, last_day: date | None) -> None:
    if last_day is not None and last_day < day_of(act.at):
        raise RoleTermAlreadyOver(last_day=last_day)
