"""Commands on founding plans."""

from datetime import date
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from application.commands.base import Answer, Command, Line, Name, Paper, Version
from domain.pilot.rules import NetworkType, PlanPart
from domain.plans.content import ConditionOwner, LapseReason, PlanStatus

PlanVersion = Annotated[int, Field(ge=1, le=10_000, description="the version of the plan that is meant")]
Number = Annotated[int, Field(ge=1, le=10_000)]
Person = Annotated[UUID | None, Field(description="for whom the party bureau records this; left out: yourself")]


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
    name: Name
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

    started_by_board: bool = Field(default=False, description="the party bureau records a plan that the National Board began")
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


class NominateCoreGroupMember(Command[PlanAnswer], dutch="kerngroeplid voordragen"):
    """Ask somebody for a seat in the core group."""

    plan: UUID
    nominee: Annotated[UUID | None, Field(description="who is asked; left out: yourself")] = None
    person: Person = None


class AcceptNomination(Command[PlanAnswer], dutch="plaats in de kerngroep aannemen"):
    """Accept the seat you were asked for."""

    plan: UUID
    person: Person = None
    consent_version: Version | None = Field(
        default=None, description="the wording of the explicit consent, for sensitive networks"
    )


class DeclineNomination(Command[PlanAnswer], dutch="plaats in de kerngroep afslaan"):
    """Decline the seat you were asked for, or give it up before the founding."""

    plan: UUID
    person: Person = None


class NominateChair(Command[PlanAnswer], dutch="voorzitter voordragen"):
    """Name somebody who was asked for a seat as chair of the core group."""

    plan: UUID
    nominee: Annotated[UUID | None, Field(description="who is named; left out: yourself")] = None
    person: Person = None


class CountSupporters(Command[PlanAnswer], dutch="steun van leden tellen"):
    """Record how many members support the founding."""

    plan: UUID
    supporters: Annotated[int, Field(ge=0, le=100_000)]
    member_for_days: Annotated[
        int, Field(ge=0, le=3650, description="each of those counted was a party member for so many days on the day of the count")
    ] = 0
    contribution_paid: bool = Field(default=False, description="each of those counted has paid the contribution")


class SubmitPlan(Command[PlanAnswer], dutch="plan indienen"):
    """Hand the plan to the party bureau."""

    plan: UUID
    person: Person = None


class WithdrawPlan(Command[PlanAnswer], dutch="plan intrekken"):
    """Give up the plan."""

    plan: UUID
    person: Person = None


class ReturnPlan(Command[PlanAnswer], dutch="plan teruggeven om aan te vullen"):
    """Give a plan back and name what is missing."""

    plan: UUID
    missing: Annotated[tuple[PlanPart, ...], Field(min_length=1, max_length=20)]


class FindPlanComplete(Command[PlanAnswer], dutch="plan compleet bevinden"):
    """Record that a plan has what the rules ask for."""

    plan: UUID


class AdviseOnPlan(Command[PlanAnswer], dutch="advies van het partijbureau"):
    """Advise the National Board on a plan; closed."""

    plan: UUID
    advice: Paper


class AskQuestion(Command[QuestionAnswer], dutch="vraag van het Landelijk Bestuur"):
    """Ask the core group a question; closed."""

    plan: UUID
    question: Paper


class AnswerQuestion(Command[PlanAnswer], dutch="antwoord op een vraag"):
    """Answer a question of the National Board; closed."""

    plan: UUID
    person: Person = None
    question_number: Number
    answer: Paper


class DeclareConflictOfInterest(Command[PlanAnswer], dutch="tegenstrijdig belang melden"):
    """Declare that a board member has a personal interest in a plan and takes no part."""

    plan: UUID
    person: Person = None
    interest: Paper | None = None


class ConditionText(Command):
    """One condition of the board."""

    text: Line
    owner: ConditionOwner
    due: date
    hard: bool = True


class Decision(Command[PlanAnswer]):
    """Decide on one version of a plan."""

    plan: UUID
    plan_version: PlanVersion


class ApprovePlan(Decision, dutch="bestuursbesluit: instemmen"):
    """Agree with a plan. Without open hard conditions the network is founded at once, or the plan waits for a place."""

    outcome: Literal["approved"] = "approved"
    conditions: Annotated[tuple[ConditionText, ...], Field(max_length=20)] = ()
    reasons: Paper | None = None
    beyond_places_because: Paper | None = None
    participants: Annotated[tuple[UUID, ...], Field(max_length=50)] = ()


class RejectPlan(Decision, dutch="bestuursbesluit: afwijzen"):
    """Not agree with a plan, for reasons that are published."""

    outcome: Literal["rejected"]
    reasons: Paper
    participants: Annotated[tuple[UUID, ...], Field(max_length=50)] = ()


class DeferPlan(Decision, dutch="bestuursbesluit: aanhouden"):
    """Take more time for a plan."""

    outcome: Literal["deferred"]
    until: date
    reasons: Paper


class MeetCondition(Command[PlanAnswer], dutch="aan een voorwaarde is voldaan"):
    """Record that a condition was met."""

    plan: UUID
    condition_number: Number
    beyond_places_because: Paper | None = None


class LapseCondition(Command[PlanAnswer], dutch="voorwaarde vervallen"):
    """Record that a condition was not met in time."""

    plan: UUID
    condition_number: Number


class LapsePlan(Command[PlanAnswer], dutch="plan vervallen"):
    """Record that nothing came of a plan."""

    plan: UUID
    lapse_reason: LapseReason


class FoundWaitingNetwork(Command[PlanAnswer], dutch="oprichten vanaf de wachtlijst"):
    """Found the network of a plan that waited: on the place offered to it, or beyond the places with a reason."""

    plan: UUID
    beyond_places_because: Paper | None = None
