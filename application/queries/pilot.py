"""Questions about the pilot: places, talks and waiting plans."""

from datetime import date, datetime
from uuid import UUID

from application.queries.base import Item, Many, Page
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


class WaitingEntry(Item):
    """A plan that waits for a place, in order of when it was complete."""

    plan: UUID
    name: str
    complete_at: datetime
    offered: bool


class WaitingPlans(Page[Many[WaitingEntry]], dutch="wachtlijst"):
    """Which plans wait for a place?"""

    pilot: UUID
