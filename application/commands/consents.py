"""Commands with which somebody consents to what is asked of them, and withdraws it."""

from typing import ClassVar
from uuid import UUID

from pydantic import Field

from application.commands.base import Answer, Command, Version
from domain.party.consent import ConsentPurpose, EndsWithConsent


class ConsentAnswer(Answer):
    """What became of a consent."""

    purpose: ConsentPurpose
    holds: bool
    ended: tuple[EndsWithConsent, ...] = Field(default=(), description="what ended with it")


class GiveConsent(Command[ConsentAnswer], dutch="toestemming geven"):
    """Consent to a purpose, in the words that are read today (consent wordings)."""

    purpose: ConsentPurpose
    consent_version: Version = Field(description="the version of the words that you read")


class WithdrawConsent(Command[ConsentAnswer], dutch="toestemming intrekken"):
    """
    Withdraw a consent. What rests on it ends at once; your file tells beforehand what that is. Nobody is asked why.

    Of a sensitive network that is the membership with its seat, and a seat that was accepted in a plan.
    """

    LOOKS_ACROSS: ClassVar[bool] = True

    purpose: ConsentPurpose
    network: UUID | None = Field(default=None, description="of a sensitive network: which one")
