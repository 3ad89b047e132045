"""Commands on founding plans."""

from datetime import date
from typing import Annotated, ClassVar, Generic, Literal
from uuid import UUID

from pydantic import Field

from application.commands.base import (
    IN_NETWORK,
    A_co,
    Answer,
    Command,
    HowDecided,
    Line,
    NetworkTitle,
    Paper,
    PersonName,
    Version,
)
from domain.pilot.rules import NetworkType, PlanPart
from domain.plans.content import ConditionOwner, LapseReason, PlanStatus

PlanVersion = Annotated[int, Field(ge=1, le=10_000, description="the version of the plan that is meant")]
Number = Annotated[int, Field(ge=1, le=10_000)]
FOR_WHOM = Field(description="for whom the party bureau records this; left out: yourself")
Person = Annotated[UUID | None, IN_NETWORK, FOR_WHOM]
"""Somebody of a network."""
Holder = Annotated[UUID | None, FOR_WHOM]
"""Somebody by office."""


class PlanAnswer(Answer):
    """Where the plan stands now."""

    plan: UUID
    version: int = Field(description="for If-Match")
    plan_version: int = Field(description="the version of the plan that is before the board; 0 before it was handed in")
    status: PlanStatus
    network: UUID | None = Field(description="the network that was founded on it")


class QuestionAnswer(PlanAnswer):
    """The number of the question, for answering it."""

    question_number: int


class PlanText(Command[PlanAnswer]):
    """What a plan says. Names nobody: people have their seats."""

    person: Person = None
    name: NetworkTitle
    network_type: NetworkType
    purpose: Paper | None = None
    organisation: Paper | None = None
    duration_months: Annotated[int, Field(ge=1, le=240)] | None = None
    intended_cooperation: Paper | None = None
    year_plan: Paper | None = None
    budget: Paper | None = None
    distinctiveness: Paper | None = None
    sensitive: bool = Field(default=False, description="membership of this network will tell more than party membership")


class DraftPlan(PlanText, dutch="oprichtingsplan beginnen"):
    """Begin a founding plan."""

    decided: Annotated[HowDecided, Field(description="how the National Board came to begin it, when it did")] = None
    pilot: UUID | None = None
    follows: UUID | None = Field(default=None, description="the rejected plan that this one follows")


class RevisePlan(PlanText, dutch="concept herschrijven"):
    """Write a draft differently."""

    NEEDS_VERSION: ClassVar[bool] = True
    plan: UUID


class AmendPlan(PlanText, dutch="ingediend plan wijzigen"):
    """Change a plan that was handed in."""

    NEEDS_VERSION: ClassVar[bool] = True
    plan: UUID


class OnPlan(Command[A_co], Generic[A_co]):
    """Something that is done on one founding plan."""

    plan: UUID


class BringPlanIntoPilot(OnPlan[PlanAnswer], dutch="plan in de pilot brengen"):
    """Let a plan that was drafted outside a pilot take one of its places; before the decision."""

    pilot: UUID
    person: Person = None


class NominateCoreGroupMember(OnPlan[PlanAnswer], dutch="iemand vragen voor de kerngroep"):
    """Ask somebody for a seat in the core group."""

    nominee: Annotated[UUID | None, IN_NETWORK, Field(description="who is asked; left out: yourself")] = None
    person: Person = None


class NominateCoreGroup(OnPlan[PlanAnswer], dutch="hele kerngroep invullen"):
    """Record who were asked for the seats of a core group, all by name and at once, and that they said yes."""

    names: Annotated[
        tuple[PersonName, ...], IN_NETWORK, Field(min_length=1, max_length=20, description="of party members, each whole")
    ]
    accepted: bool = Field(default=False, description="each of them said yes; source says how that came in")
    consent_version: Version | None = Field(
        default=None, description="the wording of the explicit consent, for sensitive networks"
    )


class AcceptNomination(OnPlan[PlanAnswer], dutch="ja zeggen tegen de kerngroep"):
    """Accept the seat you were asked for."""

    person: Person = None
    consent_version: Version | None = Field(
        default=None, description="the version of the wording of the explicit consent that was read, for sensitive networks"
    )


class DeclineNomination(OnPlan[PlanAnswer], dutch="nee zeggen tegen de kerngroep"):
    """Decline the seat you were asked for, or give it up before the founding."""

    person: Person = None


class NominateChair(OnPlan[PlanAnswer], dutch="voorzitter voordragen"):
    """Name somebody who was asked for a seat as chair of the core group."""

    nominee: Annotated[UUID | None, IN_NETWORK, Field(description="who is named; left out: yourself")] = None
    person: Person = None


class CountSupporters(OnPlan[PlanAnswer], dutch="steun van leden tellen"):
    """Record how many members support the founding."""

    supporters: Annotated[int, Field(ge=0, le=100_000)]
    member_for_days: Annotated[
        int, Field(ge=0, le=3650, description="each of those counted was a party member for so many days on the day of the count")
    ] = 0
    contribution_paid: bool = Field(default=False, description="each of those counted has paid the contribution")


class SubmitPlan(OnPlan[PlanAnswer], dutch="plan indienen"):
    """Hand the plan to the party bureau."""

    person: Person = None


class WithdrawPlan(OnPlan[PlanAnswer], dutch="plan intrekken"):
    """Give up the plan."""

    person: Person = None


class ReturnPlan(OnPlan[PlanAnswer], dutch="plan teruggeven om aan te vullen"):
    """Give a plan back and name what is missing."""

    missing: Annotated[tuple[PlanPart, ...], Field(min_length=1, max_length=20)]


class FindPlanComplete(OnPlan[PlanAnswer], dutch="vaststellen dat het plan compleet is"):
    """Record that a plan has what the rules ask for."""


class AdviseOnPlan(OnPlan[PlanAnswer], dutch="advies geven aan het Landelijk Bestuur"):
    """Advise the National Board on a plan; closed."""

    advice: Paper


class AskQuestion(OnPlan[QuestionAnswer], dutch="vraag stellen aan de kerngroep"):
    """Ask the core group a question; closed."""

    question: Paper


class AnswerQuestion(OnPlan[PlanAnswer], dutch="vraag van het Landelijk Bestuur beantwoorden"):
    """Answer a question of the National Board; closed."""

    person: Person = None
    question_number: Number
    answer: Paper


class DeclareConflictOfInterest(OnPlan[PlanAnswer], dutch="tegenstrijdig belang melden"):
    """Declare that a board member has a personal interest in a plan and takes no part."""

    person: Holder = None
    interest: Paper | None = None


class ConditionText(Command):
    """One condition of the board."""

    text: Line
    owner: ConditionOwner
    due: date
    hard: bool = True


class Decision(OnPlan[PlanAnswer]):
    """Decide on one version of a plan."""

    plan_version: PlanVersion
    decided: HowDecided = None


class ApprovePlan(Decision, dutch="plan goedkeuren"):
    """Agree with a plan. Without open hard conditions the network is founded at once, or the plan waits for a place."""

    outcome: Literal["approved"] = "approved"
    conditions: Annotated[tuple[ConditionText, ...], Field(max_length=20)] = ()
    reasons: Paper | None = None
    beyond_places_because: Paper | None = None


class RejectPlan(Decision, dutch="plan afwijzen"):
    """Not agree with a plan, for reasons that are published."""

    outcome: Literal["rejected"]
    reasons: Paper


class DeferPlan(Decision, dutch="besluit over het plan uitstellen"):
    """Take more time for a plan."""

    outcome: Literal["deferred"]
    until: date
    reasons: Paper


class MeetCondition(OnPlan[PlanAnswer], dutch="vastleggen dat aan een voorwaarde is voldaan"):
    """Record that a condition was met."""

    condition_number: Number
    beyond_places_because: Paper | None = None
    decided: Annotated[HowDecided, Field(description="how the National Board came to go beyond the places")] = None


class LapseCondition(OnPlan[PlanAnswer], dutch="voorwaarde laten vervallen"):
    """Record that a condition was not met in time."""

    condition_number: Number


class LapsePlan(OnPlan[PlanAnswer], dutch="plan laten vervallen"):
    """Record that nothing came of a plan."""

    lapse_reason: LapseReason


class FoundWaitingNetwork(OnPlan[PlanAnswer], dutch="netwerk oprichten vanaf de wachtlijst"):
    """Found the network of a plan that waited: on the place offered to it, or beyond the places with a reason."""

    beyond_places_because: Paper | None = None
    decided: HowDecided = None
