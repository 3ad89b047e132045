"""Questions about networks and their members."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from application.queries.base import VEILED, Item, Many, Page, Query, Shape
from domain.kernel.acts import EventName, Reference
from domain.networks.network import Agreements
from domain.pilot.rules import NetworkType

BAND = (
    "of a sensitive network: in what band its number of members was at the end of the last whole quarter, as it was known that "
    "night; null: no quarter is over since it began, or the network is not sensitive"
)


class NetworkEntry(Item):
    """One network in the directory. A sensitive one shows a band instead of its number of members."""

    network: UUID
    name: str
    network_type: NetworkType
    label: str | None
    status: Literal["open", "suspended", "dormant", "closed", "merged"]
    sensitive: bool
    begun_at: datetime
    closed_at: datetime | None
    merged_into: UUID | None
    purpose_version: int
    members: Annotated[int | None, VEILED]
    members_band: str | None = Field(description=BAND)
    core_group: Annotated[int | None, VEILED]
    below_minimum: Annotated[bool | None, VEILED] = Field(
        description="whether the core group is smaller than the rules ask; null: no rules apply, or who asks sees bands"
    )
    version: int


class NetworkDirectory(Page[Many[NetworkEntry]], dutch="partijnetwerken"):
    """Which networks are there?"""


class NetworkPage(NetworkEntry):
    """One network in full."""

    former_names: tuple[str, ...] = Field(description="what it was called before, the oldest first; by these it is found too")
    agreements: Agreements
    existed_since: date | None
    pilot: UUID | None
    plan: UUID | None
    plan_version: int | None
    rules_version: str | None
    repair_by: Annotated[date | None, VEILED] = Field(
        description="by when a core group that is too small should be large enough; null: it is, or who asks sees bands"
    )
    has_chair: Annotated[bool | None, VEILED] = Field(description="null: who asks sees bands")


class NetworkDetails(Query[NetworkPage], dutch="partijnetwerk"):
    """What is agreed with this network, and how does it stand?"""

    network: UUID


class CoreGroupContact(Shape):
    """Somebody of a core group who consented to being named to members of the party."""

    name: str
    email: str | None = Field(description="null: not known")
    is_chair: bool


class CoreGroupContactsFound(Shape):
    """Who of a core group may be named, in the order of their names, its chair first."""

    people: tuple[CoreGroupContact, ...] = Field(description="none in a network with extra protection, whoever consented")


class CoreGroupContacts(Query[CoreGroupContactsFound], dutch="wie in de kerngroep zit en hoe u hen bereikt"):
    """Who is in the core group of this network now, and how are they reached?"""

    network: UUID


class MemberEntry(Item):
    """One member of a network, as its core group and the party bureau see it."""

    membership: UUID
    reference: Reference
    person: UUID | None = Field(default=None, description="whom commands name; for the bureau alone, and of no sensitive network")
    name: str | None = None
    province: str | None = Field(default=None, description="as person: what tells two of one name apart")
    birth_year: int | None = Field(default=None, description="as person: what tells two of one name apart")
    joined_at: datetime
    in_core_group: bool
    purpose_version: int


class MembersOfNetwork(Page[Many[MemberEntry]], dutch="netwerkleden"):
    """Who are members of this network?"""

    network: UUID


class CoreGroupSeat(Item):
    """Somebody who was in the core group of a network at the end of a day."""

    on: date
    reference: Reference
    name: str | None = None
    since: datetime
    chair: bool
    membership: UUID
    event: EventName = Field(description="what gave the seat")
    sentence: str | None = Field(default=None, description="in the language of who asks")


class CoreGroupOnDay(Page[Many[CoreGroupSeat]], dutch="wie op een dag in de kerngroep zat"):
    """Who was in the core group of this network on a day?"""

    network: UUID


class MembershipCount(Item):
    """The membership of one network, counted in people."""

    network: UUID
    name: str
    sensitive: bool
    members: Annotated[int | None, VEILED]
    joined: Annotated[int | None, VEILED]
    left: Annotated[int | None, VEILED]
    core_group: Annotated[int | None, VEILED]
    members_band: str | None = Field(description=BAND)


class MembershipReport(Page[Many[MembershipCount]], dutch="ledentallen"):
    """How many members had each network?"""

    network: UUID | None = None


class GrowthDay(Shape):
    """One day of a network's growth: members at its end, distinct people who joined and who left on it."""

    day: date
    members: int
    joined: int
    left: int


LONGEST_CURVE = 3_660
"""Days of one curve: ten years. A curve is looked at whole, so it has an end instead of pages."""


class GrowthCurve(Query[tuple[GrowthDay, ...]], dutch="groei van dag tot dag"):
    """How did this network grow, day by day?"""

    network: UUID
    first: date
    last: date = Field(description=f"at most {LONGEST_CURVE} days, both counted")


class TargetReached(Shape):
    """Days from the start to the first day whose end saw the target, or how many days it was not reached."""

    network: UUID
    target: int | None
    start: date
    days: int | None
    not_yet_after: int | None
    reached_on: date | None


class TimeToTarget(Query[TargetReached], dutch="tijd tot het streefaantal"):
    """How long did it take to reach the target?"""

    network: UUID
    target: int | None = Field(default=None, ge=1, description="left out: what the rules of its type aim at")


class InvitationEntry(Item):
    """A network that went on as part of another, whose members are asked anew."""

    network: UUID
    name: str
    into: UUID
    into_name: str
    merged_at: datetime


class AskedAnew(Page[Many[InvitationEntry]], dutch="na samenvoeging opnieuw gevraagd"):
    """Which networks merged, and where are their members asked to join?"""
