"""Questions about what is kept of oneself."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field, JsonValue

from application.ports.vault.looks import LookPurpose
from application.privacy.register import KeptFor, LawfulGround, Remedy, Term, What
from application.queries.base import Item, Many, Page, Query, Shape
from domain.kernel.acts import EventName, Reference, Role
from domain.party.consent import ConsentPurpose, EndsWithConsent
from domain.party.privacy_request import PrivacyMatter, PrivacyOutcome
from domain.party.reference_lifting import LiftingStatus


class KeptEntry(Shape):
    """One thing that is kept: what it is, why, on what ground and until when."""

    what: What
    values: tuple[str, ...] = Field(description="what is kept; empty: nothing, or nothing that can be read")
    purpose: KeptFor
    ground: LawfulGround
    remedy: Remedy = Field(description="what you can do who do not want it: not everything rests on a consent")
    term: Term
    until: date | None = Field(description="the day after which it is erased, as far as that is known")
    nl: str
    en: str


class ReferenceEntry(Shape):
    """Under which reference events know somebody in a context."""

    context: str
    reference: Reference


class OwnEventEntry(Shape):
    """An event that somebody did, typed or is spoken of in; of others it tells nothing."""

    id: EventName
    type: str
    context: str
    did: bool = Field(description="whether they did or typed it; else it is about them")
    at: datetime
    recorded_at: datetime
    role: Role
    data: dict[str, JsonValue] = Field(description="as it is stored; other people and sealed texts are left out")
    texts: dict[str, str] = Field(description="what they wrote themselves, opened")


class LookEntry(Shape):
    """Somebody looked: on which day, in which role, at what, and what for."""

    day: date
    role: Role
    what: str
    about: UUID | None
    purpose: LookPurpose | None = Field(description="null: they did not say what for")
    nl: str
    en: str


class OwnConsentEntry(Shape):
    """A consent: to what, in which words, until when it held, and what ends when it is withdrawn."""

    purpose: ConsentPurpose
    network: UUID | None = Field(description="of a sensitive network: which one")
    plan: UUID | None = Field(description="in which plan a seat was accepted with it; null: it was given otherwise")
    version: str
    nl: str
    en: str
    given_at: datetime
    ended_at: datetime | None
    ends: tuple[EndsWithConsent, ...] = Field(description="what ends when it is withdrawn now; empty: it has ended")


class OwnAccessEntry(Shape):
    """An access that was given."""

    role: Role
    network: UUID | None
    issued_at: datetime
    ended_at: datetime | None


class OwnMessageEntry(Shape):
    """A weekly message, and what became of it."""

    day: date
    state: str


class PersonFile(Shape):
    """All that is kept of somebody, over all stores."""

    person: UUID
    counts: bool = Field(description="false: you objected, and your province, year of birth and postcode are kept no more")
    kept: tuple[KeptEntry, ...]
    references: tuple[ReferenceEntry, ...]
    events: tuple[OwnEventEntry, ...]
    consents: tuple[OwnConsentEntry, ...]
    looks: tuple[LookEntry, ...]
    accesses: tuple[OwnAccessEntry, ...]
    messages: tuple[OwnMessageEntry, ...]
    rows: dict[str, int] = Field(description="how many rows each table of the vault has of them")


class MyFile(Query[PersonFile], dutch="alles wat van mij bewaard wordt"):
    """What is kept of me?"""


class PrivacyRequestEntry(Item):
    """What somebody asked about what is kept of them, and what became of it."""

    privacy_request: UUID
    reference: Reference
    name: str | None = None
    person: UUID | None = None
    matter: PrivacyMatter
    received_at: datetime
    due_on: date | None = Field(description="by when an answer is needed; null: answered")
    outcome: PrivacyOutcome | None


class PrivacyRequests(Page[Many[PrivacyRequestEntry]], dutch="verzoeken over de eigen gegevens"):
    """What did people ask about what is kept of them?"""


class ReferenceLiftingEntry(Item):
    """A reference whose name was asked for, and what became of that."""

    reference_lifting: UUID
    item: UUID
    reference: Reference
    reasons: str
    asked_by: Reference
    asked_at: datetime
    last_day: date = Field(description="after it nothing is agreed or told any more")
    status: LiftingStatus


class RecordLiftingEntry(Item):
    """For which auditor the record of a sensitive network was to be lifted, why, and what became of that."""

    record_lifting: UUID
    network: UUID
    auditor: Reference
    reasons: str
    asked_by: Reference
    asked_at: datetime
    until: date = Field(description="the last day on which the auditor reads it, when somebody agreed")
    last_day: date = Field(description="after it nothing is agreed any more")
    status: LiftingStatus


class RecordLiftings(Page[Many[RecordLiftingEntry]], dutch="gevraagde inzage voor controleurs"):
    """For which auditors was the record of a sensitive network to be lifted, and what became of it?"""


class ReferenceLiftings(Page[Many[ReferenceLiftingEntry]], dutch="gevraagde namen achter verwijzingen"):
    """Whose references were asked for, why, and what became of it?"""
