"""Questions about advice: requests and where they stand, calls to members, what became of an answer, and advice unasked."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from application.queries.base import VEILED, Item, Many, Page, Query, Shape
from domain.advice import values
from domain.kernel.acts import EventName, Reference, Role, Source
from domain.kernel.text import Sealed


class Wording(Shape):
    """A text of a request, opened for those who may read it; without text when its key is gone. Null: not for you."""

    text: str | None = None
    sealed: Sealed | None = Field(default=None, exclude=True)
    event_type: str = Field(default="", exclude=True)
    field: str = Field(default="", exclude=True)


class AdviceRequestEntry(Item):
    """One advice request and where it stands. Of a closed one most see its dates and state, and no subject."""

    advice_request: UUID
    network: UUID = Field(description="the network that answers; of several the leading one")
    other_networks: tuple[UUID, ...]
    requester: Reference | None
    requester_name: str | None = None
    requester_kind: values.RequesterKind
    recorded_by: Role | None = Field(description="the role of who recorded it for the requester; null: they did it themselves")
    source: Source
    kind: values.AdviceKind
    closed: bool
    question: Wording | None
    status: values.RequestStatus
    next_actor: values.NextActor
    asked_at: datetime
    first_due: date
    due: date
    accepted_at: datetime | None
    declined_at: datetime | None
    decline_reason: values.DeclineReason | None
    redirected: int
    delivered_at: datetime | None
    overdue_at: datetime | None
    lapsed_at: datetime | None
    withdrawn_at: datetime | None
    acknowledged_at: datetime | None
    answered: values.Answered | None = Field(description="whether the question was answered, as the network sees it")
    answered_for_requester: values.Answered | None = Field(description="and as the requester sees it")
    recommendations: int
    minority_views: int
    experts_taking_part: Annotated[int | None, VEILED]
    networks_contributed: int
    uses: tuple[values.AdviceUse, ...]
    version: int


class AdviceRequests(Page[Many[AdviceRequestEntry]], dutch="adviesvragen"):
    """Which questions were put to networks, and where do they stand?"""

    network: UUID | None = None
    status: values.RequestStatus | None = None
    requesters: tuple[Reference, ...] | None = Field(default=None, description="filled in for a requester: the own requests")
    hides_sensitive: bool = Field(default=False, description="filled in for roles that see no requests to sensitive networks")


class RedirectionEntry(Shape):
    """A request went to another network."""

    from_network: UUID
    network: UUID
    explanation: Wording | None
    at: datetime
    event: EventName


class ClarificationEntry(Shape):
    """What the core group asked, and what the requester said."""

    question: Wording | None
    answer: Wording | None
    at: datetime
    given_at: datetime | None
    event: EventName


class NewDayEntry(Shape):
    """Another day that was agreed."""

    due: date
    reason: Wording | None
    brought_in_by: Role
    told_by_both: bool = Field(description="whether both sides said so; otherwise the other side saw it on its list")
    refused_at: datetime | None = Field(description="when the other side said that it had not agreed; null: it did not")
    at: datetime
    event: EventName


class ExpertEntry(Shape):
    """Somebody who was invited as an expert."""

    reference: Reference
    name: str | None = None
    network: UUID
    invitation: values.Invitation
    conflict: values.Conflict
    interest: Wording | None
    takes_part: bool
    event: EventName


class CallEntry(Shape):
    """A call to all members, and how many answered."""

    number: int
    network: UUID
    closes_on: date
    answers: Annotated[int | None, VEILED] = Field(description="null: the network is sensitive, and who asks does not see it")
    at: datetime
    event: EventName


class ContributionEntry(Shape):
    """What another network that was asked contributed."""

    network: UUID
    contribution: Wording | None
    at: datetime
    event: EventName


class DeliveryEntry(Shape):
    """The answer: a text, a talk, or both; numbered recommendations; and who saw it otherwise."""

    advice: Wording | None
    talked_on: date | None
    talked_with: Wording | None
    recommendations: tuple[Wording, ...]
    minority_views: tuple[Wording, ...]


class UseEntry(Shape):
    """What was done with one recommendation, or without a number with the whole advice."""

    number: int | None
    use: values.AdviceUse
    remark: Wording | None
    link: Wording | None


class NamedEvents(Shape):
    """The events of one kind behind what is shown."""

    type: str
    events: tuple[EventName, ...]


class AdviceRequestPage(AdviceRequestEntry):
    """One request in full."""

    rules_version: str | None
    remind_on: date | None
    overdue_on: date | None
    lapses_on: date | None
    clarify_by: date | None = Field(description="on which day the request lapses when nobody says what is meant")
    explanation: Wording | None = Field(description="of declining")
    kept_back: Wording | None = Field(description="why members of the network do not read it; null: once it is answered they do")
    redirections: tuple[RedirectionEntry, ...]
    clarifications: tuple[ClarificationEntry, ...]
    new_days: tuple[NewDayEntry, ...]
    experts: tuple[ExpertEntry, ...]
    calls: tuple[CallEntry, ...]
    contributions: tuple[ContributionEntry, ...]
    delivery: DeliveryEntry | None
    uses_reported: tuple[UseEntry, ...]
    published_at: datetime | None
    events: tuple[NamedEvents, ...]


class AdviceRequestDetails(Query[AdviceRequestPage], dutch="adviesvraag"):
    """What was asked, what was answered, and what was done with it?"""

    advice_request: UUID


class CallAnswerEntry(Item):
    """What a member answered to a call."""

    reference: Reference
    name: str | None = None
    call_number: int
    answer: Wording | None
    at: datetime
    event: EventName


class AnswersToCalls(Page[Many[CallAnswerEntry]], dutch="wat leden meedachten"):
    """What did members of the network answer when they were asked to think along?"""

    advice_request: UUID


class MemberCallEntry(Item):
    """A call that members of a network can answer."""

    advice_request: UUID
    number: int
    kind: values.AdviceKind
    question: Wording | None
    closes_on: date


class CallsToMembers(Page[Many[MemberCallEntry]], dutch="waarover leden kunnen meedenken"):
    """About what are the members of this network asked to think along?"""

    network: UUID


class PublishedUseEntry(Item):
    """What was done with an advice, as its requester published it."""

    advice_request: UUID
    network: UUID
    question: Wording | None
    uses: tuple[UseEntry, ...]
    published_at: datetime
    event: EventName


class NetworkAdviceEntry(Item):
    """An advice of a network that its members read."""

    advice_request: UUID
    network: UUID
    question: Wording | None
    delivered_at: datetime
    uses: tuple[UseEntry, ...]


class AdviceOfNetwork(Page[Many[NetworkAdviceEntry]], dutch="adviezen van een netwerk"):
    """What did this network answer, and what was done with it? What is closed or kept back is not among it."""

    network: UUID


class PublishedUses(Page[Many[PublishedUseEntry]], dutch="openbare terugkoppeling"):
    """What was done with the advice of networks?"""


class AdviceOfferEntry(Item):
    """Advice that a network gave unasked."""

    advice_offer: UUID
    network: UUID
    addressee: values.RequesterKind
    advice: str
    at: datetime
    event: EventName


class AdviceOffers(Page[Many[AdviceOfferEntry]], dutch="ongevraagd advies"):
    """What advice did networks give unasked?"""

    network: UUID | None = None
