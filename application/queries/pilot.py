"""Questions about the pilot: places, talks and waiting plans."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from application.queries.base import Item, Many, Page, Query, Shape
from domain.pilot.pilot import TalkOutcome
from domain.pilot.rules import NetworkType


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


class Pilots(Page[Many[PilotEntry]], dutch="pilots"):
    """Which pilots are there?"""


class TalkEntry(Item):
    """A group that wants a network."""

    group: UUID
    theme: str
    network_type: NetworkType
    interest_at: datetime
    talked_at: datetime | None
    outcome: TalkOutcome | None


class Talks(Page[Many[TalkEntry]], dutch="gesprekkenlijst"):
    """Which groups want a network, and what came of talking with them?"""

    pilot: UUID


class WishedSubject(Shape):
    """A subject on which members want a network, or want to hear of one."""

    subject: str = Field(description="as the first of them wrote it")
    subject_key: str = Field(description="by which it is answered")
    people: int
    want_network: int
    may_be_asked: tuple[str, ...] = Field(description="who said that the party bureau may ask about it; the others are counted")
    answer: str | None = Field(description="what the party bureau said to them")
    since: date


class WishesFound(Shape):
    """What members wish, the subject of most of them first."""

    subjects: tuple[WishedSubject, ...]


class Wishes(Query[WishesFound], dutch="wensen van leden"):
    """On which subjects do members want a network?"""


class WaitingEntry(Item):
    """A plan that waits for a place, in order of when it was complete."""

    plan: UUID
    name: str
    complete_at: datetime
    offered: bool


class WaitingPlans(Page[Many[WaitingEntry]], dutch="wachtlijst"):
    """Which plans wait for a place?"""

    pilot: UUID
