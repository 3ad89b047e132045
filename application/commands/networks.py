"""Commands on networks and the memberships in them."""

from datetime import date
from typing import Annotated, ClassVar, Generic, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from application.commands.base import IN_NETWORK, A_co, Answer, Command, HowDecided, NetworkTitle, Paper, Passage, Version
from application.commands.meetings import Present
from application.commands.plans import Person
from domain.kernel.acts import EVENT_NAME_PATTERN, EventName
from domain.kernel.entries import Mistake
from domain.pilot.rules import NetworkType


class NetworkAnswer(Answer):
    """The network that changed."""

    network: UUID
    version: int = Field(description="for If-Match")


class AgreementsAnswer(NetworkAnswer):
    """The wording of the purpose that holds now."""

    purpose_version: int


class MergerAnswer(NetworkAnswer):
    """The network that goes on."""

    into: UUID


class MembershipAnswer(Answer):
    """The membership that changed."""

    membership: UUID
    network: UUID
    version: int


class CorrectionAnswer(Answer):
    """The entry that was corrected."""

    corrected: str = Field(pattern=EVENT_NAME_PATTERN, max_length=60)
    version: int


class EntryWithdrawalAnswer(Answer):
    """The entry that no longer counts."""

    withdrawn: str = Field(pattern=EVENT_NAME_PATTERN, max_length=60)
    version: int


class BringInNetwork(Command[NetworkAnswer], dutch="bestaand netwerk opnemen als partijnetwerk"):
    """Bring in a network that exists already."""

    name: NetworkTitle
    network_type: NetworkType
    purpose: Paper
    organisation: Paper
    ends_on: date | None = None
    intended_cooperation: Paper | None = None
    sensitive: bool = False
    existed_since: date
    pilot: UUID | None = None
    beyond_places_because: Paper | None = None
    decided: HowDecided = None


class OnNetwork(Command[A_co], Generic[A_co]):
    """Something that is done on one network, or in it."""

    network: UUID


class Appointing(OnNetwork[NetworkAnswer]):
    """Give somebody a part in the core group: the core group does, or the National Board."""

    LOOKS_ACROSS: ClassVar[bool] = True

    person: Annotated[UUID, IN_NETWORK]
    told_by: Person = Field(default=None, description="who of the core group told the party bureau of it")
    decided: HowDecided = None

    @model_validator(mode="after")
    def _one_body(self) -> Self:
        if self.told_by is not None and self.decided is not None:
            message = "give toldBy or decided, not both"
            raise ValueError(message)
        return self


class AppointCoreGroupMember(Appointing, dutch="kerngroeplid aanstellen"):
    """Give a member of the network a seat in its core group: the core group or the National Board does, as the rules say."""


class EndSeat(OnNetwork[NetworkAnswer], dutch="uit de kerngroep gaan"):
    """End a seat in the core group: somebody steps down, or the National Board ends the seat."""

    person: Person = None
    decided: HowDecided = None


class AppointChair(Appointing, dutch="voorzitter van de kerngroep aanwijzen"):
    """Make somebody of the core group its chair."""


class StateCoreGroupMix(OnNetwork[NetworkAnswer], dutch="ervaring in de kerngroep opgeven"):
    """State how many of the core group have administrative experience, as a number for the group; the newest counts."""

    with_experience: Annotated[
        int, Field(ge=0, le=100, description="how many were ever a councillor, a board member or the like; nobody asks who")
    ]
    person: Person = None


class WriteWelcome(OnNetwork[NetworkAnswer], dutch="welkom voor nieuwe leden schrijven"):
    """Write what new members read first in the letter that says that they joined; the newest counts."""

    welcome: Annotated[Passage, Field(description="in some hundred words at most; names nobody")]
    person: Person = None


class ChangeAgreements(OnNetwork[AgreementsAnswer], dutch="afspraken wijzigen"):
    """Agree anew on purpose, organisation, duration or cooperation."""

    NEEDS_VERSION: ClassVar[bool] = True
    purpose: Paper
    organisation: Paper
    ends_on: date | None = None
    intended_cooperation: Paper | None = None
    decided: HowDecided = None


class MarkSensitive(OnNetwork[NetworkAnswer], dutch="netwerk extra beschermen"):
    """Treat membership of this network as telling more than party membership, from now on."""

    decided: HowDecided = None


class OfferSeats(OnNetwork[NetworkAnswer], dutch="leden zelf in de kerngroep laten komen"):
    """
    Offer the seats of a sensitive network to its members, when nobody of its core group is left.

    Who wants one takes it. It is answered in one way, whether anybody is left or not.
    """

    until: date = Field(description="the last day on which a seat can be taken")
    decided: HowDecided = None


class TakeSeat(OnNetwork[NetworkAnswer], dutch="in de kerngroep komen"):
    """Take a seat that was offered to the members of a sensitive network, for yourself."""

    LOOKS_ACROSS: ClassVar[bool] = True


class SuspendNetwork(OnNetwork[NetworkAnswer], dutch="netwerk stilleggen"):
    """Suspend a network."""

    reason: Paper
    decided: HowDecided = None


class ResumeNetwork(OnNetwork[NetworkAnswer], dutch="netwerk weer laten doorgaan"):
    """Let a suspended network go on."""

    decided: HowDecided = None


class RenewNetwork(OnNetwork[NetworkAnswer], dutch="netwerk verlengen"):
    """Agree on a longer duration; left out: without an end."""

    ends_on: date | None = None
    decided: HowDecided = None


class MergeNetwork(OnNetwork[MergerAnswer], dutch="netwerken samenvoegen"):
    """Let a network go on as part of another; its members are asked anew."""

    into: UUID
    reason: Paper
    decided: HowDecided = None


class CloseNetwork(OnNetwork[NetworkAnswer], dutch="netwerk opheffen"):
    """Close a network."""

    reason: Paper
    decided: HowDecided = None


class ReopenNetwork(OnNetwork[NetworkAnswer], dutch="netwerk heropenen"):
    """Take the closing or merging of a network back, as a mistake: it goes on as if it had never been closed."""

    reason: Paper
    beyond_places_because: Paper | None = Field(default=None, description="when its place of the pilot was taken meanwhile")
    decided: HowDecided = None


class RenameNetwork(OnNetwork[NetworkAnswer], dutch="netwerk anders noemen"):
    """Give a network another name from a day on, or correct a name that was typed wrongly since it was given."""

    name: NetworkTitle
    mistake: Mistake | None = Field(default=None, description="it was never called so: the name that it has is free again")
    decided: HowDecided = None

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if self.mistake is not None and (self.on is not None or self.at is not None):
            message = "give on or mistake, not both"
            raise ValueError(message)
        return self


class JoinNetwork(OnNetwork[MembershipAnswer], dutch="aanmelden"):
    """Join a network by endorsing its purpose as it is worded."""

    purpose_version: Annotated[int, Field(ge=1, le=10_000, description="the wording of the purpose that is endorsed")]
    person: Person = None
    consent_version: Version | None = Field(
        default=None, description="the version of the wording of the explicit consent that was read, for sensitive networks"
    )


class LeaveNetwork(OnNetwork[MembershipAnswer], dutch="afmelden"):
    """Leave a network. Nobody is asked why."""

    LOOKS_ACROSS: ClassVar[bool] = True

    person: Person = None


class EndorsePurpose(OnNetwork[MembershipAnswer], dutch="doel onderschrijven"):
    """Endorse the purpose of your network as it is newly worded."""

    purpose_version: Annotated[int, Field(ge=1, le=10_000)]
    person: Person = None


class CorrectEntry(Command[CorrectionAnswer], dutch="regel in de geschiedenis verbeteren"):
    """Record that something happened at another moment or on another day, with another number of people, or for other reasons."""

    LOOKS_ACROSS: ClassVar[bool] = True

    of: EventName
    corrected_at: AwareDatetime | None = Field(default=None, description="when it happened; left out: when it was recorded to")
    present: Present | None = Field(default=None, description="of a meeting that was held: how many people were there")
    reasons: Paper | None = Field(default=None, description="of a decision on a plan: the reasons that are published")
    talked_on: date | None = Field(default=None, description="of an answer that was given by talking: on which day")
    mistake: Mistake

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.corrected_at is None and self.present is None and self.reasons is None and self.talked_on is None:
            message = "give correctedAt, present, reasons or talkedOn"
            raise ValueError(message)
        return self


class WithdrawEntry(Command[EntryWithdrawalAnswer], dutch="regel in de geschiedenis doorhalen"):
    """Record that an entry was a mistake."""

    LOOKS_ACROSS: ClassVar[bool] = True

    of: EventName
    mistake: Mistake
