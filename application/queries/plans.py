"""Questions about founding plans and decisions."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from application.queries.base import Item, Many, Page, Query, Shape
from domain.kernel.acts import DecisionForm, EventName, Reference, Role, Source
from domain.kernel.text import Sealed
from domain.pilot.rules import NetworkType
from domain.plans.content import Condition, PlanContent, PlanStatus
from domain.plans.founding_plan import Nomination


class PlanEntry(Item):
    """One founding plan and where it stands."""

    plan: UUID
    name: str
    network_type: NetworkType
    status: PlanStatus
    plan_version: int
    core_group: int | None = Field(description="null: the network is sensitive, and the board decided on its plan")
    drafted_at: datetime
    changed_at: datetime
    network: UUID | None
    version: int


class FoundingPlans(Page[Many[PlanEntry]], dutch="oprichtingsplannen"):
    """Which plans are there, and where do they stand?"""

    status: PlanStatus | None = None


class PlanVersionEntry(Shape):
    """One version of a plan, as it was handed in."""

    plan_version: int
    digest: str
    content: PlanContent
    at: datetime
    event: EventName


class NominationEntry(Shape):
    """Somebody who was asked for a seat."""

    reference: Reference
    name: str | None = None
    answer: Nomination
    chair: bool = False


class QuestionEntry(Shape):
    """A question of the board and its answer, sealed until a face opens them for somebody who may read them."""

    number: int
    question: Sealed | None
    answer: Sealed | None
    question_text: str | None = None
    answer_text: str | None = None


class BureauAdviceEntry(Shape):
    """What the bureau advised on a version of a plan, sealed until a face opens it for bureau and board."""

    plan_version: int
    at: datetime
    event: EventName
    advice: Sealed
    advice_text: str | None = None


class ConditionEntry(Condition):
    """A condition of the board and whether it was met."""

    number: int
    state: Literal["open", "met", "lapsed"]
    reminded_at: datetime | None = None
    not_met_since: datetime | None = None


class PlanPage(PlanEntry):
    """One plan in full."""

    content: PlanContent
    versions: tuple[PlanVersionEntry, ...]
    nominations: tuple[NominationEntry, ...]
    questions: tuple[QuestionEntry, ...]
    advices: tuple[BureauAdviceEntry, ...]
    conditions: tuple[ConditionEntry, ...]
    missing: tuple[str, ...]
    pilot: UUID | None
    follows: UUID | None


class FoundingPlanDetails(Query[PlanPage], dutch="oprichtingsplan"):
    """What does this plan say, and where does it stand?"""

    plan: UUID


class DecidedEntry(Shape):
    """How the National Board came to a decision: in a meeting, in a written round, or on a mandate."""

    form: DecisionForm
    day: date
    taking_part: tuple[Reference, ...] | None = Field(description="who took part; null: not noted; empty: nobody did")
    taking_part_names: tuple[str, ...] | None = Field(default=None, description="by name, for bureau and board")
    mandate: str | None


class DecidedCondition(Condition):
    """A condition of the board, and whether it was met by the day that is asked about."""

    number: int
    state: Literal["open", "met", "lapsed"] | None = Field(default=None, description="null: not for who asks")


class DecisionEntry(Item):
    """One decision: who, on which version, under which rules, why, and who recorded it."""

    event: EventName
    decision: str
    plan: UUID | None
    network: UUID | None
    name: str
    plan_version: int | None
    digest: str | None
    rules_version: str | None
    reasons: str | None
    conditions: tuple[DecidedCondition, ...]
    beyond_places_because: str | None = Field(default=None, description="why it was decided when all places were taken")
    recused: tuple[Reference, ...] = Field(
        default=(), description="who had declared a conflict of interest by then, and took no part"
    )
    recused_names: tuple[str, ...] | None = Field(default=None, description="by name, for bureau and board")
    at: datetime
    recorded_at: datetime
    by: str
    role: Role
    entered_by: str | None
    entered_by_name: str | None = None
    source: Source
    decided: DecidedEntry | None = Field(description="null: it is not known how the board decided")
    tells_of_people: bool = Field(default=True, exclude=True)
    """Whether who took part is for who asks; the sentence says nothing of it otherwise."""
    sentence: str | None = Field(default=None, description="in the language of who asks")


class DecisionRegister(Page[Many[DecisionEntry]], dutch="besluitenregister"):
    """What was decided?"""

    plan: UUID | None = None
    network: UUID | None = Field(default=None, description="decisions on this network, and those on its plan")
    hides_sensitive: bool = Field(default=False, description="filled in for visitors, who see no decisions on sensitive networks")
