"""Office: who may act in which role, by reference."""

from uuid import UUID, uuid5

from domain.kernel.acts import Act, Reference, Role
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event


class RoleHeldAlready(DomainError):
    """Somebody holds a role once at a time."""


class RoleNotHeld(DomainError):
    """Only somebody who holds a role can lose it or act in it."""


def office_id(reference: Reference, role: Role) -> UUID:
    return uuid5(UUID(reference.removeprefix("r")), role)


class Office(Aggregate):
    """One role, held by one person under one reference."""

    # Events

    class RoleGiven(FirstEvent):
        """Somebody may act in this role from now on."""

        reference: Reference
        held_role: Role

    class RoleEnded(Aggregate.Event):
        """Somebody no longer acts in this role."""

    class RoleGivenAgain(Aggregate.Event):
        """Somebody may act in this role once more."""

    # Decisions

    @classmethod
    def give(cls, act: Act, *, reference: Reference, role: Role) -> "Office":
        return cls._begin(cls.RoleGiven, office_id(reference, role), act=act, reference=reference, held_role=role)

    def give_again(self, act: Act) -> None:
        """
        Give somebody a role that they held before.

        :raises RoleHeldAlready: if they hold it
        :raises RecordedTooLate: if it ended later than this
        """
        if self.held:
            raise RoleHeldAlready(role=self.role)
        act.must_follow(self.newest_at)
        self.trigger_event(self.RoleGivenAgain, act=act)

    def end(self, act: Act) -> None:
        """
        End somebody's role.

        :raises RoleNotHeld: if they do not hold it
        :raises RecordedTooLate: if it was given later than this
        """
        if not self.held:
            raise RoleNotHeld(role=self.role)
        act.must_follow(self.newest_at)
        self.trigger_event(self.RoleEnded, act=act)

    # Changes

    def __init__(self, reference: Reference, held_role: Role) -> None:
        self.reference = reference
        self.role = held_role
        self.held = True
        self.times_ended = 0

    @event(RoleEnded)
    def _ended(self) -> None:
        self.held = False
        self.times_ended += 1

    @event(RoleGivenAgain)
    def _given_again(self) -> None:
        self.held = True
