"""Questions about rules, roles, people and the history of things."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field, JsonValue

from application.commands.base import PersonName
from application.queries.base import Item, Many, OfLog, Page, Query, Shape
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import Act, Decided, EventName, Reference, Role, Source
from domain.kernel.events import DomainEvent, FirstEvent, event_name, events_of
from domain.party.consent import ConsentPurpose
from domain.party.service_parts import ServicePart
from domain.pilot.rules import NetworkRules, NetworkType

EVENT_TYPES = tuple(sorted({each.TOPIC.rpartition(".")[2] for kind in AGGREGATES for each in events_of(kind)}))
"""What an event can be called; mending is called the same for every kind of item."""


class RulesEntry(Item):
    """Rules as they were adopted."""

    rules_version: str
    network_type: NetworkType
    valid_from: date
    rules: NetworkRules
    origin: str
    event: EventName
    sentence: str | None = Field(default=None, description="in the language of who asks")


class RulesInForce(Page[Many[RulesEntry]], dutch="spelregels die gelden"):
    """Which rules are in force, for each type of network?"""


class RulesAdoptedSoFar(Page[Many[RulesEntry]], dutch="vastgestelde spelregels"):
    """Which rules were adopted?"""


class ConsentWordingEntry(Item):
    """What somebody reads and agrees to, for each purpose that asks a consent; the consent names its version."""

    version: str
    purpose: ConsentPurpose
    valid_from: date
    nl: str
    en: str


class ConsentWordings(Page[Many[ConsentWordingEntry]], dutch="teksten van de toestemming"):
    """What is agreed to with an explicit consent? The last one of a purpose is the one that is read now."""


class OfficeEntry(Item):
    """Somebody who holds a role."""

    reference: Reference
    name: str | None = None
    role: Role
    since: datetime
    last_day: date | None


class OfficesHeld(Page[Many[OfficeEntry]], dutch="wie welke rol heeft"):
    """Who holds which role?"""


class BoardMember(Shape):
    """Somebody of the National Board."""

    reference: Reference
    name: str | None = None


class BoardFound(Shape):
    """Who is in the National Board, as holders of that role."""

    members: tuple[BoardMember, ...]


class BoardMembers(Query[BoardFound], dutch="wie in het Landelijk Bestuur zit"):
    """Who is in the National Board? For whoever records who took part in a decision."""


class PersonFound(Shape):
    """Somebody whom the vault knows, by the id that commands ask for, and what tells two people of one name apart."""

    person: UUID
    name: str
    province: str | None = Field(description="ISO 3166-2, such as NL-UT; null: not known")
    birth_year: int | None = Field(description="null: not known")


MOST_FOUND = 10
"""People that one search gives: who has more of them before them asks for more of the name."""


class PeopleFound(Shape):
    """People of whom a name begins as was asked: who is called exactly so first, then in the order of their names."""

    people: tuple[PersonFound, ...] = Field(description=f"at most {MOST_FOUND}")
    more: bool = Field(description="whether there are more; ask for more of the name")


class PeopleNamed(Query[PeopleFound], dutch="iemand zoeken op het begin van een naam"):
    """Whose first name, last name or whole name begins so? Capitals and accents make no difference."""

    name: PersonName


class Me(Shape):
    """Who is asking: the person, and in what role and network the token lets them act."""

    person: UUID | None
    role: Role
    network: UUID | None


class WhoAmI(Query[Me], dutch="wie ben ik"):
    """Who am I?"""


class PartsFound(Shape):
    """The parts of the service that the party uses now, beside what is always there."""

    parts: tuple[ServicePart, ...]


class PartsUsed(Query[PartsFound], dutch="welke onderdelen de partij gebruikt"):
    """Which parts of the service does the party use?"""


class EventEntry(Item):
    """One event, sealed texts as they are."""

    position: int | None = Field(description="null in the history of an item")
    id: EventName
    type: str
    topic: str = Field(exclude=True)
    """Its stored name, which says of what kind of item it is; for the sentence alone."""
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
    decided: Decided | None
    data: dict[str, JsonValue]
    names: Mapping[Reference, str] = Field(default_factory=dict, exclude=True)
    """Of those whom who asks may know by name; for the sentence alone."""
    erased: frozenset[Reference] = Field(default=frozenset(), exclude=True)
    """Those of them whose name is gone."""
    sentence: str | None = None

    @classmethod
    def of(cls, event: DomainEvent, position: int | None = None) -> Self:
        """Tell an event, and where it is in the log where that is told."""
        return cls(
            key=str(event.originator_version),
            position=position,
            id=event_name(event),
            type=event.TOPIC.rsplit(".", 1)[-1],
            topic=event.TOPIC,
            aggregate=event.originator_id,
            version=event.originator_version,
            at=event.act.at,
            recorded_at=event.timestamp,
            by=event.act.by,
            role=event.act.role,
            entered_by=event.act.entered_by,
            source=event.act.source,
            command=event.act.command,
            cause=event.act.cause,
            decided=event.act.decided,
            data=event.model_dump(mode="json", exclude=set(FirstEvent.model_fields)),
        )

    @property
    def act(self) -> Act:
        """Who did it, in what role, when, and how it came in."""
        return Act(
            by=self.by,
            role=self.role,
            at=self.at,
            entered_by=self.entered_by,
            source=self.source,
            command=self.command,
            cause=self.cause,
            decided=self.decided,
        )


class History(Page[Many[EventEntry]], dutch="geschiedenis"):
    """What happened to this item, from the beginning?"""

    item: UUID
    left_out: tuple[int, ...] | None = Field(
        default=None, description="filled in for who sees nothing of single people: the versions that are not shown"
    )


class Events(OfLog[tuple[EventEntry, ...]], dutch="gebeurtenissen"):
    """What is in the log after a position? All of it, or what was asked for, each line in a sentence."""

    type: str | None = Field(
        default=None, max_length=100, description="the name of the event", json_schema_extra={"enum": list(EVENT_TYPES)}
    )
    command: UUID | None = Field(default=None, description="what one command recorded")
    reference: Reference | None = Field(
        default=None, description="what says this reference anywhere: who did it, or about whom it is"
    )
