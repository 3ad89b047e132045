"""Commands by which a reference is lifted: two people, and a name that is told once."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from application.commands.base import Answer, Command, Paper
from application.ports.vault.looks import LookPurpose
from domain.kernel.acts import Reference


class LiftingAnswer(Answer):
    """The lifting, and the last day on which it can be answered or told."""

    reference_lifting: UUID
    last_day: date


class RecordLiftingAnswer(Answer):
    """The lifting, and the last day on which it can be answered."""

    record_lifting: UUID
    last_day: date


class LiftedNameAnswer(LiftingAnswer):
    """Whose a reference is; null: the name was erased."""

    item: UUID
    reference: Reference
    places: tuple[str, ...] = Field(description="where the reference may be known: in a network, the party, an office")
    purpose: LookPurpose
    name: str | None = None


class AskLifting(Command[LiftingAnswer], dutch="vragen van wie een verwijzing is"):
    """Ask whose a reference is that an item names. A second person must agree within seven days."""

    item: UUID = Field(description="the item in whose history the reference is seen")
    reference: Reference
    reasons: Annotated[Paper, Field(description="why the name must be known; names nobody")]


class AgreeToLifting(Command[LiftingAnswer], dutch="toestaan dat een naam wordt genoemd"):
    """Agree that the privacy officer learns whose a reference is; another person than who asked."""

    reference_lifting: UUID


class RefuseLifting(Command[LiftingAnswer], dutch="het noemen van een naam weigeren"):
    """Refuse that the privacy officer learns whose a reference is; another person than who asked."""

    reference_lifting: UUID


class TellLiftedName(Command[LiftedNameAnswer], dutch="de naam achter een verwijzing lezen"):
    """
    Read whose a reference is, once, after a second person agreed. It is kept as a look at that person.

    The same command again is answered again until the last day, and not after it.
    """

    KEEPS_PEOPLE = True

    reference_lifting: UUID
    purpose: LookPurpose = Field(default=LookPurpose.OVERSIGHT, description="what for; the person reads it")


class AskRecordLifting(Command[RecordLiftingAnswer], dutch="inzage voor een controleur vragen"):
    """
    Ask that an auditor reads the memberships and seats of one sensitive network in the record, until a day.

    They read references and days, and no names. A second person must agree within seven days.
    """

    network: UUID
    person: UUID = Field(description="who is an auditor now, and neither asks nor agrees")
    until: date = Field(description="the last day on which they read it; a month from now at most")
    reasons: Annotated[Paper, Field(description="why it must be read; names nobody")]


class AgreeToRecordLifting(Command[RecordLiftingAnswer], dutch="inzage voor een controleur goedkeuren"):
    """Agree that an auditor reads who is in a sensitive network, by reference; another person than who asked."""

    record_lifting: UUID


class RefuseRecordLifting(Command[RecordLiftingAnswer], dutch="inzage voor een controleur weigeren"):
    """Refuse that an auditor reads who is in a sensitive network; another person than who asked."""

    record_lifting: UUID
