"""Commands on party membership and roles, and those that only policies and the clock give."""

from datetime import date
from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from application.commands.base import Answer, Command, Email, PersonName, Year
from application.commands.networks import MembershipAnswer
from application.commands.plans import PlanAnswer
from application.evaluation.statistics import PARTS_OF_THE_COUNTRY
from domain.kernel.acts import EventName, Reference, Role
from domain.networks.membership import MembershipEnding
from domain.party.service_parts import ServicePart

SomebodyElse = Annotated[
    bool, Field(description="that it is somebody else than whoever is known with the same name or e-mail address")
]
PROVINCES = "|".join(province for part in PARTS_OF_THE_COUNTRY.values() for province in part)
Province = Annotated[str, Field(description="ISO 3166-2, such as NL-UT", pattern=rf"^({PROVINCES})$")]


class PartyMembershipAnswer(Answer):
    """The party membership that changed."""

    party_membership: UUID


class PartyMemberAnswer(PartyMembershipAnswer):
    """The person that other commands can name."""

    person: UUID | None = Field(description="null: erased since")


class PartyMembersAnswer(Answer):
    """How many people were registered; commands that take names find each of them by it."""

    registered: int


class PartyEndAnswer(PartyMembershipAnswer):
    """From when the end is final."""

    final_on: date


class AddressAnswer(Answer):
    """It is kept; which address it is, nothing tells."""

    kept: bool


class PersonCorrectionAnswer(Answer):
    """It is kept; what it is, nothing tells."""

    kept: bool


class OfficeAnswer(Answer):
    """The role that was given or ended."""

    office: UUID


class DueAnswer(Answer):
    """The item to which something that was due has happened."""

    item: UUID


class StartPartyMembership(Command[PartyMembershipAnswer], dutch="partijlidmaatschap vastleggen"):
    """Record that somebody is a member of the party."""

    person: UUID


class RegisterPartyMember(Command[PartyMemberAnswer], dutch="partijlid inschrijven"):
    """Keep somebody who is a member of the party: their name in the vault, their membership in the record."""

    KEEPS_PEOPLE = True

    name: PersonName
    province: Province | None = None
    birth_year: Year | None = None
    email: Email | None = None
    somebody_else: SomebodyElse = False


class DetailsText(Command[PersonCorrectionAnswer]):
    """What was typed wrongly about somebody, as it should be. What is left out stays as it is."""

    KEEPS_PEOPLE = True

    name: PersonName | None = None
    province: Province | None = None
    birth_year: Year | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.name is None and self.province is None and self.birth_year is None:
            message = "give name, province or birthYear"
            raise ValueError(message)
        return self


class CorrectPerson(DetailsText, dutch="gegevens van iemand verbeteren"):
    """Correct what was typed wrongly about somebody: name, province or year of birth. What is left out stays as it is."""

    person: UUID


class CorrectOwnDetails(DetailsText, dutch="eigen gegevens verbeteren"):
    """Correct what is kept of you: name, province or year of birth. What is left out stays as it is."""


class NewPartyMember(BaseModel):
    """Somebody who is registered together with others."""

    model_config = Command.model_config

    name: PersonName
    province: Province | None = None
    birth_year: Year | None = None
    email: Email | None = None
    somebody_else: SomebodyElse = False


class RegisterPartyMembers(Command[PartyMembersAnswer], dutch="partijleden inschrijven"):
    """Keep several people who are members of the party, all of them or none."""

    KEEPS_PEOPLE = True

    members: Annotated[tuple[NewPartyMember, ...], Field(min_length=1, max_length=50)]


class PersonMergerAnswer(Answer):
    """It is kept; of which networks they are, nothing tells."""

    kept: bool


Stays = Annotated[UUID, Field(description="the person whose name and address stay")]
Merged = Annotated[UUID, Field(description="the person who was registered a second time")]


class MergePersons(Command[PersonMergerAnswer], dutch="twee inschrijvingen van één persoon samenvoegen"):
    """Make one person of two who were registered twice; what both are members of is withdrawn for one of them, one a day."""

    KEEPS_PEOPLE = True
    LOOKS_ACROSS: ClassVar[bool] = True

    into: Stays
    merged: Merged


class UndoPersonMerger(Command[PersonMergerAnswer], dutch="samenvoegen van twee inschrijvingen ongedaan maken"):
    """Make two people again of one; what was withdrawn is restored, and what was done meanwhile stays where it was done."""

    KEEPS_PEOPLE = True

    into: Stays
    merged: Merged


class AnnouncePartyEnd(Command[PartyEndAnswer], dutch="einde van een partijlidmaatschap vastleggen"):
    """Record that a party membership ends; for some days it can be undone."""

    person: UUID


class UndoPartyEnd(Command[PartyMembershipAnswer], dutch="einde van een partijlidmaatschap ongedaan maken"):
    """Undo the end of a party membership that waits."""

    person: UUID


class PartsAnswer(Answer):
    """The parts of the service that are used from now on, and which of them are no longer."""

    parts: tuple[ServicePart, ...]
    turned_off: tuple[ServicePart, ...] = Field(description="what was recorded of these stays in histories and figures")


class ChooseParts(Command[PartsAnswer], dutch="kiezen welke onderdelen u gebruikt"):
    """Choose which parts of the service the party uses; what was recorded of the others stays in histories and figures."""

    parts: Annotated[tuple[ServicePart, ...], Field(max_length=20, description="beside what is always there")] = ()


class GiveRole(Command[OfficeAnswer], dutch="rol geven"):
    """Let somebody act in a role, for good or until a last day."""

    person: UUID
    role: Role
    last_day: date | None = Field(default=None, description="after it the role ends by itself; left out: it has no end")


class EndRole(Command[OfficeAnswer], dutch="rol beëindigen"):
    """End somebody's role; the last administrator stays."""

    LOOKS_ACROSS: ClassVar[bool] = True

    person: UUID
    role: Role


class ChangeAddress(Command[AddressAnswer], dutch="eigen e-mailadres wijzigen"):
    """Say where you want your mail: an e-mail address, or none."""

    KEEPS_PEOPLE = True

    email: Email | None


class RecordAddress(Command[AddressAnswer], dutch="e-mailadres van iemand vastleggen"):
    """Keep the e-mail address that somebody gave, instead of the one before."""

    KEEPS_PEOPLE = True

    person: UUID
    email: Email


class RecordAddressBounced(Command[AddressAnswer], dutch="vastleggen dat een e-mailadres niet meer werkt"):
    """Record that a message to somebody came back: nothing goes to that address any more, until there is another."""

    KEEPS_PEOPLE = True

    person: UUID


class LetTimePass(Command[DueAnswer]):
    """Record what became due in one thing by now, such as the announced end of a party membership (the clock)."""

    item: UUID


class WithdrawDouble(Command[DueAnswer]):
    """Withdraw a membership of the party or a network of somebody who has another there since a merger (the clock)."""

    LOOKS_ACROSS: ClassVar[bool] = True

    item: UUID


class RestoreDouble(Command[DueAnswer]):
    """Restore what was withdrawn because of a merger that was undone since (the clock)."""

    item: UUID


class EndMembership(Command[MembershipAnswer]):
    """End a membership and the seat that goes with it (policies and the clock)."""

    LOOKS_ACROSS: ClassVar[bool] = True

    network: UUID
    reference: Reference
    ending: MembershipEnding
    cause: EventName | None = None


class DropNomination(Command[PlanAnswer]):
    """Give up the nomination of somebody who is no longer a party member (the clock)."""

    plan: UUID
    reference: Reference
