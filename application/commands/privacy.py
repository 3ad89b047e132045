"""Commands on what is kept of people, and those that only policies and the clock give."""

from typing import ClassVar
from uuid import UUID

from pydantic import Field

from application.commands.base import Answer, Command
from application.commands.party import OfficeAnswer, PartyMembershipAnswer
from domain.kernel.acts import Reference, Role
from domain.party.erasures import StaysOnRecord, WhyErased


class ErasureAnswer(Answer):
    """The data is erased; what stays on record, stays without a name."""

    erased: bool
    ending: int = Field(description="what ends by itself after this, one each day: memberships, seats, roles")
    stays: tuple[StaysOnRecord, ...] = Field(description="what stays on record without a name, and why")


class EraseOwnData(Command[ErasureAnswer], dutch="eigen gegevens laten wissen"):
    """Erase what is kept of you. It cannot be undone: your access ends with it, and memberships and roles after it."""

    KEEPS_PEOPLE = True


class ErasePerson(Command[ErasureAnswer], dutch="gegevens van iemand wissen"):
    """Erase what is kept of somebody who asked for it."""

    KEEPS_PEOPLE = True

    person: UUID


class EraseKept(Command[ErasureAnswer]):
    """Erase what is kept of somebody: asked for at the command line, or because its term is over (the clock)."""

    KEEPS_PEOPLE: ClassVar[bool] = True

    person: UUID
    why: WhyErased


class EndErasedPartyMembership(Command[PartyMembershipAnswer]):
    """End the party membership of somebody who was erased (the clock)."""

    reference: Reference


class EndErasedRole(Command[OfficeAnswer]):
    """End a role of somebody who was erased (the clock)."""

    reference: Reference
    role: Role
