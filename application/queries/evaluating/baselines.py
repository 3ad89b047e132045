"""Questions about baselines: with whom the members of networks are compared, and of how many they are a part."""

from datetime import date, datetime
from uuid import UUID

from application.queries.base import Item, Many, Page
from domain.kernel.acts import EventName
from domain.pilot.baseline import BaselineGroup, BaselineVariable, ShareOf


class BaselineEntry(Item):
    """How the members of the party, or those who stand in for them, were divided over the country on a day."""

    baseline: UUID
    variable: BaselineVariable
    group: BaselineGroup
    shares: tuple[ShareOf, ...]
    counted: int
    reference_day: date
    origin: str
    at: datetime
    event: EventName


class Baselines(Page[Many[BaselineEntry]], dutch="tellingen om mee te vergelijken"):
    """With whom are the members of networks compared?"""


class PartyMemberCount(Item):
    """How many members the party had on a day."""

    baseline: UUID
    members: int
    reference_day: date
    origin: str
    at: datetime
    event: EventName


class PartyMemberCounts(Page[Many[PartyMemberCount]], dutch="aantallen partijleden"):
    """How many members had the party?"""
