"""Commands on the rule book and the pilot."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from application.commands.base import Answer, Command, HowDecided, Line, Paper, Version
from domain.kernel.text import Label
from domain.pilot.baseline import BaselineGroup, BaselineVariable, ShareOf
from domain.pilot.pilot import Hours, Month, Places, TalkOutcome
from domain.pilot.rules import Count, NetworkRules, NetworkType


class RulesAnswer(Answer):
    """The rules that were adopted."""

    rules_version: str = Field(max_length=40)
    network_type: NetworkType


class BaselineAnswer(Answer):
    """The baseline that was recorded."""

    baseline: UUID


class PilotAnswer(Answer):
    """The pilot that changed."""

    pilot: UUID


class GroupAnswer(PilotAnswer):
    """The group on the list of talks."""

    group: UUID


class OfferAnswer(PilotAnswer):
    """The plan that was offered a place."""

    plan: UUID


class AdoptRules(Command[RulesAnswer], dutch="regels vaststellen"):
    """Adopt rules for one type of network, from a day on."""

    rules_version: Version
    network_type: NetworkType
    valid_from: date
    rules: NetworkRules
    origin: Annotated[Line, Field(description="where the rules are written down")]
    decided: HowDecided = None


class RecordBaseline(Command[BaselineAnswer], dutch="telling vastleggen"):
    """Record how the members of the party, or those who stand in for them, are divided over the country."""

    variable: BaselineVariable = BaselineVariable.PROVINCE
    group: BaselineGroup
    shares: Annotated[tuple[ShareOf, ...], Field(min_length=2, max_length=20, description="together one")]
    counted: Annotated[int, Field(ge=1, le=100_000_000, description="from how many people")]
    reference_day: date
    origin: Annotated[Line, Field(description="where the shares come from")]


class CountPartyMembers(Command[BaselineAnswer], dutch="aantal partijleden vastleggen"):
    """Record how many members the party had on a day."""

    members: Count
    reference_day: date
    origin: Annotated[Line, Field(description="who counted, and what is a member there")]


class OpenPilot(Command[PilotAnswer], dutch="pilot beginnen"):
    """Begin a pilot with a number of places."""

    label: Label
    places: Places
    first_day: date
    last_day: date
    decided: HowDecided = None

    @model_validator(mode="after")
    def _first_before_last(self) -> Self:
        if self.last_day < self.first_day:
            message = "the last day is before the first"
            raise ValueError(message)
        return self


class RecordInterest(Command[GroupAnswer], dutch="belangstelling vastleggen"):
    """Record that a group wants a network."""

    pilot: UUID
    theme: Annotated[Line, Field(description="the theme or what they share; no names of people")]
    network_type: NetworkType


class RecordTalk(Command[GroupAnswer], dutch="gesprek met een groep vastleggen"):
    """Record a talk with a group that wants a network."""

    pilot: UUID
    group: UUID
    outcome: TalkOutcome


class EstimateHours(Command[PilotAnswer], dutch="uren van het partijbureau schatten"):
    """Estimate how many hours the networks took the bureau in a month; estimated again, the newest counts."""

    pilot: UUID
    month: Annotated[Month, Field(description="such as 2023-03")]
    hours: Annotated[Hours, Field(description="of all at the bureau together, in whole hours; an estimate is enough")]


class OfferPlace(Command[OfferAnswer], dutch="plek aanbieden aan een plan dat wacht"):
    """Offer a free place to a plan that waits."""

    pilot: UUID
    plan: UUID
    out_of_order_because: Paper | None = None
    decided: HowDecided = None


class EndPilot(Command[PilotAnswer], dutch="pilot beëindigen"):
    """End the pilot."""

    pilot: UUID
    decided: HowDecided = None
