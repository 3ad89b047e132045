"""Commands on what is kept of people, and those that only policies and the clock give."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from application.commands.base import Answer, Command, Paper
from application.commands.party import OfficeAnswer, PartyMembershipAnswer
from domain.kernel.acts import Reference, Role
from domain.party.erasures import StaysOnRecord, WhyErased
from domain.party.privacy_request import PrivacyMatter, PrivacyOutcome


class ErasureAnswer(Answer):
    """The data is erased; what stays on record, stays without a name."""

    erased: bool
    ending: int | None = Field(
        description="how much ends by itself after this, one thing each day: memberships, seats, roles; told to nobody else"
    )
    stays: tuple[StaysOnRecord, ...] = Field(description="what stays on record without a name, and why")


class EraseOwnData(Command[ErasureAnswer], dutch="eigen gegevens laten wissen"):
    """Erase what is kept of you. It cannot be undone: your access ends with it, and memberships and roles after it."""

    KEEPS_PEOPLE = True
    LOOKS_ACROSS = True


class ErasePerson(Command[ErasureAnswer], dutch="gegevens van iemand wissen"):
    """Erase what is kept of somebody who asked for it."""

    KEEPS_PEOPLE = True
    LOOKS_ACROSS = True

    person: UUID


class EraseKept(Command[ErasureAnswer]):
    """Erase what is kept of somebody: asked for at the command line, or because its term is over (the clock)."""

    KEEPS_PEOPLE: ClassVar[bool] = True
    LOOKS_ACROSS: ClassVar[bool] = True

    person: UUID
    why: WhyErased


class PrivacyRequestAnswer(Answer):
    """What was asked, and by when it is answered; null: it was."""

    privacy_request: UUID
    due_on: date | None


class AskPrivacyOfficer(Command[PrivacyRequestAnswer], dutch="iets vragen over de eigen gegevens"):
    """Ask the privacy officer for access, rectification, restriction or erasure, or object to what is kept of you."""

    matter: PrivacyMatter


class RecordPrivacyRequest(Command[PrivacyRequestAnswer], dutch="verzoek over eigen gegevens vastleggen"):
    """Record what somebody asked by letter, mail or phone."""

    person: UUID
    matter: PrivacyMatter


class AnswerPrivacyRequest(Command[PrivacyRequestAnswer], dutch="verzoek over eigen gegevens beantwoorden"):
    """Record what became of what somebody asked, and why not all of it was done."""

    privacy_request: UUID
    outcome: PrivacyOutcome
    reasons: Annotated[Paper | None, Field(description="why not all of it was done; names nobody")] = None


class EndErasedPartyMembership(Command[PartyMembershipAnswer]):
    """End the party membership of somebody who was erased (the clock)."""

    reference: Reference


class EndErasedRole(Command[OfficeAnswer]):
    """End a role of somebody who was erased (the clock)."""

    reference: Reference
    role: Role
