"""Questions about what one version says and another does not: of the rules of the game, and of a founding plan."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, JsonValue

from application.queries.base import Query, Shape
from domain.pilot.rules import NetworkType

MOST_VERSIONS = 10_000
"""Of one plan: more than anybody writes."""
VersionName = Annotated[str, Field(min_length=1, max_length=40)]


class VersionDifference(Shape):
    """One thing that two versions say differently."""

    part: str = Field(description="the name of the rule, or of the part of the plan")
    network_type: NetworkType | None = Field(default=None, description="of rules: for which networks")
    before: JsonValue
    after: JsonValue
    sentence: str | None = Field(default=None, description="in the language of who asks")
    was: Any = Field(default=None, exclude=True)
    """``before`` as the domain knows it, for the sentence alone; so ``becomes``."""
    becomes: Any = Field(default=None, exclude=True)


class DifferencesFound(Shape):
    """What two versions say differently; nothing, where they say the same."""

    earlier: str
    later: str
    items: tuple[VersionDifference, ...]


class RuleDifferences(Query[DifferencesFound], dutch="verschil tussen twee versies van de spelregels"):
    """What do two versions of the rules say differently?"""

    earlier: VersionName
    later: VersionName
    network_type: NetworkType | None = Field(default=None, description="left out: for every type of which there are both")


class PlanDifferences(Query[DifferencesFound], dutch="verschil tussen twee versies van een oprichtingsplan"):
    """What do two versions of this plan say differently?"""

    plan: UUID
    earlier: Annotated[int, Field(ge=1, le=MOST_VERSIONS)]
    later: Annotated[int, Field(ge=1, le=MOST_VERSIONS)]
