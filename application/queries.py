"""The questions that can be asked, and their answers. Names of people are added where the role may see them."""

from datetime import date, datetime
from typing import Annotated, Generic, Literal, TypeVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue
from pydantic.alias_generators import to_camel

from application.commands.base import Name
from domain.acts import EventName, Reference, Role, Source
from domain.founding_plan import Nomination
from domain.network import Agreements
from domain.pilot import TalkOutcome
from domain.plan_content import Condition, PlanContent, PlanStatus
from domain.rules import NetworkRules, NetworkType
from domain.text import Sealed

A = TypeVar("A")


class Shape(BaseModel):
    """Part of a question or an answer; camelCase for those who read JSON."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )


class Query(Shape, Generic[A]):
    """
    A question about state: what was true at the end of a day, as far as we knew at an instant.

    ``position`` pins what was known, so that pages fit together; it goes before ``known_at``.
    """

    on: date | None = Field(default=None, description="what was true at the end of this day; left out: now")
    known_at: AwareDatetime | None = Field(default=None, description="what we knew at this instant; left out: now")
    position: int | None = Field(default=None, ge=0)


class Page(Query[A], Generic[A]):
    """A question with many answers, some at a time."""

    limit: Annotated[int, Field(ge=1, le=500)] = 100
    after: str | None = Field(default=None, max_length=500, description="the key of the last one seen")


class Item(Shape):
    """One of many; ``key`` is where a next page begins after."""

    key: str = Field(exclude=True)


I = TypeVar("I", bound=Item)  # noqa: E741  # an item


class Many(Shape, Generic[I]):
    """Some of many: what was known up to ``position``, and whether there are more."""

    items: tuple[I, ...]
    position: int
    more: bool


# Networks


class NetworkEntry(Item):
    """One network in the directory. A sensitive one shows a band instead of its number of members."""

    network: UUID
    name: str
    network_type: NetworkType
    label: str | None
    status: Literal["open", "suspended", "closed", "merged"]
    sensitive: bool
    begun_at: datetime
    closed_at: datetime | None
    merged_into: UUID | None
    purpose_version: int
    members: int | None
    members_band: str | None = None
    core_group: int | None
    below_minimum: bool | None = Field(description="whether the core group is smaller than the rules ask; null: no rules apply")
    version: int


class NetworkDirectory(Page[Many[NetworkEntry]]):
    """Which networks are there?"""


class NetworkPage(NetworkEntry):
    """One network in full."""

    agreements: Agreements
    existed_since: date | None
    pilot: UUID | None
    plan: UUID | None
    plan_version: int | None
    rules_version: str | None
    has_chair: bool


class NetworkDetails(Query[NetworkPage]):
    """What is agreed with this network, and how does it stand?"""

    network: UUID


class MemberEntry(Item):
    """One member of a network, as its core group and the party bureau see it."""

    membership: UUID
    reference: Reference
    name: str | None = None
    joined_at: datetime
    in_core_group: bool
    purpose_version: int


class MembersOfNetwork(Page[Many[MemberEntry]]):
    """Who are members of this network?"""

    network: UUID


class MembershipCount(Item):
    """The membership of one network, counted in people."""

    network: UUID
    name: str
    sensitive: bool
    members: int | None
    joined: int | None
    left: int | None
    core_group: int | None
    members_band: str | None = None


class MembershipReport(Query[tuple[MembershipCount, ...]]):
    """How many members had each network?"""

    network: UUID | None = None


class GrowthDay(Shape):
    """One day of a network's growth: members at its end, distinct people who joined and who left on it."""

    day: date
    members: int
    joined: int
    left: int


class GrowthCurve(Query[tuple[GrowthDay, ...]]):
    """How did this network grow, day by day?"""

    network: UUID
    first: date
    last: date


class TargetReached(Shape):
    """Days from the start to the first day whose end saw the target, or how many days it was not reached."""

    network: UUID
    target: int | None
    start: date
    days: int | None
    not_yet_after: int | None
    reached_on: date | None


class TimeToTarget(Query[TargetReached]):
    """How long did it take to reach the target?"""

    network: UUID
    target: int | None = Field(default=None, ge=1, description="left out: what the rules of its type aim at")


class Invitation(Item):
    """A network that went on as part of another, whose members are asked anew."""

    network: UUID
    name: str
    into: UUID
    into_name: str
    merged_at: datetime


class AskedAnew(Page[Many[Invitation]]):
    """Which networks merged, and where are their members asked to join?"""


# Plans and decisions


class PlanEntry(Item):
    """One founding plan and where it stands."""

    plan: UUID
    name: str
    network_type: NetworkType
    status: PlanStatus
    plan_version: int
    core_group: int
    drafted_at: datetime
    changed_at: datetime
    network: UUID | None
    version: int


class FoundingPlans(Page[Many[PlanEntry]]):
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


class QuestionEntry(Shape):
    """A question of the board and its answer, sealed until a face opens them for somebody who may read them."""

    number: int
    question: Sealed | None
    answer: Sealed | None
    question_text: str | None = None
    answer_text: str | None = None


class ConditionEntry(Condition):
    """A condition of the board and whether it was met."""

    number: int
    state: Literal["open", "met", "lapsed"]


class PlanPage(PlanEntry):
    """One plan in full."""

    content: PlanContent
    versions: tuple[PlanVersionEntry, ...]
    nominations: tuple[NominationEntry, ...]
    questions: tuple[QuestionEntry, ...]
    conditions: tuple[ConditionEntry, ...]
    missing: tuple[str, ...]
    pilot: UUID | None
    follows: UUID | None


class FoundingPlanDetails(Query[PlanPage]):
    """What does this plan say, and where does it stand?"""

    plan: UUID


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
    conditions: tuple[Condition, ...]
    at: datetime
    recorded_at: datetime
    by: str
    role: Role
    entered_by: str | None
    entered_by_name: str | None = None
    source: Source


class DecisionRegister(Page[Many[DecisionEntry]]):
    """What was decided?"""

    plan: UUID | None = None
    network: UUID | None = None


# The pilot


class PilotEntry(Item):
    """One pilot and its places."""

    pilot: UUID
    label: str
    places: int
    taken: int
    first_day: date
    last_day: date
    ended_at: datetime | None
    version: int


class Pilots(Page[Many[PilotEntry]]):
    """Which pilots are there?"""


class TalkEntry(Item):
    """A group that wants a network."""

    group: UUID
    theme: str
    network_type: NetworkType
    interest_at: datetime
    talked_at: datetime | None
    outcome: TalkOutcome | None


class Talks(Page[Many[TalkEntry]]):
    """Which groups want a network, and what came of talking with them?"""

    pilot: UUID


class WaitingEntry(Item):
    """A plan that waits for a place, in order of when it was complete."""

    plan: UUID
    name: str
    complete_at: datetime
    offered: bool


class WaitingPlans(Page[Many[WaitingEntry]]):
    """Which plans wait for a place?"""

    pilot: UUID


# Rules, roles, history


class RulesEntry(Item):
    """Rules as they were adopted."""

    rules_version: str
    network_type: NetworkType
    valid_from: date
    rules: NetworkRules
    origin: str
    event: EventName


class RulesAdoptedSoFar(Page[Many[RulesEntry]]):
    """Which rules were adopted?"""


class OfficeEntry(Item):
    """Somebody who holds a role."""

    reference: Reference
    name: str | None = None
    role: Role
    since: datetime


class OfficesHeld(Page[Many[OfficeEntry]]):
    """Who holds which role?"""


class PersonFound(Shape):
    """Somebody whom the vault knows, by the id that commands ask for."""

    person: UUID
    name: str


class PersonNamed(Query[PersonFound]):
    """Who has exactly this name?"""

    name: Name


class Me(Shape):
    """Who is asking: the person, and in what role and network the token lets them act."""

    person: UUID | None
    role: Role
    network: UUID | None


class WhoAmI(Query[Me]):
    """Who am I?"""


class EventEntry(Item):
    """One event, sealed texts as they are."""

    position: int
    id: EventName
    type: str
    aggregate: UUID
    version: int
    at: datetime
    recorded_at: datetime
    by: str
    role: Role
    entered_by: str | None
    source: Source
    command: UUID
    cause: EventName | None
    data: dict[str, JsonValue]
    sentence: str | None = None


class History(Query[tuple[EventEntry, ...]]):
    """What happened to this item, from the beginning?"""

    item: UUID


class Events(Query[tuple[EventEntry, ...]]):
    """What is in the log after a position?"""

    after: int = Field(default=0, ge=0)
    limit: Annotated[int, Field(ge=1, le=500)] = 100


class Reasons(Shape):
    """A figure, and the events and rules behind it."""

    figure: str
    network: UUID | None
    value: JsonValue
    events: tuple[EventName, ...]
    rules: tuple[str, ...]


FIGURES = ("members", "joined", "left", "core-group", "days-to-target", "status", "places-taken")


class Why(Query[Reasons]):
    """Which events and rules are behind this figure?"""

    figure: Literal["members", "joined", "left", "core-group", "days-to-target", "status", "places-taken"]
    item: UUID = Field(description="the network, plan or pilot that the figure is about")


def all_queries() -> tuple[type[Query[object]], ...]:
    """Give every question that can be asked."""
    shared: set[type] = {Query, Page}
    found = [thing for thing in globals().values() if isinstance(thing, type) and issubclass(thing, Query)]
    return tuple(query for query in found if query not in shared and "[" not in query.__name__)
