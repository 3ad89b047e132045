"""The question what needs somebody, and what may be asked on the way to its answer."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from application.queries.base import Item, Many, Page, Query, Shape
from domain.kernel.acts import Reference, Role


class AttentionKind(StrEnum):
    """What can need somebody: each has a function in `projections/attention/` and a sentence in `language/attention.py`."""

    PLAN_TO_CHECK = "plan-to-check"
    PLAN_RETURNED_LONG_AGO = "plan-returned-long-ago"
    PLAN_TO_COMPLETE = "plan-to-complete"
    PLAN_OUTSIDE_PILOT = "plan-outside-pilot"
    PLAN_TO_DECIDE = "plan-to-decide"
    QUESTION_OPEN_LONG = "question-open-long"
    QUESTION_TO_ANSWER = "question-to-answer"
    QUESTION_ANSWERED = "question-answered"
    NOMINATION_TO_ANSWER = "nomination-to-answer"
    CONDITION_DUE_SOON = "condition-due-soon"
    CONDITION_NOT_MET_IN_TIME = "condition-not-met-in-time"
    PLACE_OFFERED = "place-offered"
    PLACE_FREE = "place-free"
    GROUP_TO_TALK_WITH = "group-to-talk-with"
    PILOT_TIME_OVER = "pilot-time-over"
    CORE_GROUP_TOO_SMALL = "core-group-too-small"
    CORE_GROUP_NOT_REPAIRED = "core-group-not-repaired"
    RENEWAL_ASKED = "renewal-asked"
    NETWORK_DORMANT = "network-dormant"
    NETWORK_REOPENED = "network-reopened"
    MERGER_WITHDRAWN = "merger-withdrawn"
    ADVICE_TO_GIVE = "advice-to-give"
    ADVICE_OVERDUE = "advice-overdue"
    ADVICE_WITHOUT_NETWORK = "advice-without-network"
    CLARIFICATION_TO_GIVE = "clarification-to-give"
    NEW_DAY_AGREED = "new-day-agreed"
    ADVICE_NOT_CLARIFIED = "advice-not-clarified"
    ADVICE_TO_FOLLOW_UP = "advice-to-follow-up"
    ADVICE_ASKED_FOR_YOU = "advice-asked-for-you"
    CONVERSATION_TO_HOLD = "conversation-to-hold"
    LESSONS_TO_TELL = "lessons-to-tell"
    LESSONS_TO_ANSWER = "lessons-to-answer"
    EVALUATION_TO_REACT_TO = "evaluation-to-react-to"
    EVALUATION_TO_PUBLISH = "evaluation-to-publish"
    ADDRESS_REFUSED = "address-refused"
    PRIVACY_REQUEST_TO_ANSWER = "privacy-request-to-answer"
    LIFTING_TO_ANSWER = "lifting-to-answer"
    RECORD_LIFTING_TO_ANSWER = "record-lifting-to-answer"
    REGISTER_DIFFERS = "register-differs"
    MEMBER_TO_MATCH = "member-to-match"


class ItemKind(StrEnum):
    """Of what kind the item is that something on a list is about."""

    PLAN = "plan"
    NETWORK = "network"
    ADVICE_REQUEST = "advice-request"
    PILOT = "pilot"
    GROUP = "group"
    CONVERSATION = "conversation"
    LESSONS = "lessons"
    FROZEN_EVALUATION = "frozen-evaluation"
    PERSON = "person"
    PRIVACY_REQUEST = "privacy-request"
    REFERENCE_LIFTING = "reference-lifting"
    RECORD_LIFTING = "record-lifting"
    REGISTER = "register"
    MEMBER_CLAIM = "member-claim"


ABOUT: Mapping[AttentionKind, ItemKind] = {
    **{
        kind: ItemKind.PLAN
        for kind in AttentionKind
        if kind.startswith(("plan-", "question-", "nomination-", "condition-", "place-"))
    },
    **{kind: ItemKind.NETWORK for kind in AttentionKind if kind.startswith(("core-group-", "network-", "renewal-", "merger-"))},
    **{kind: ItemKind.ADVICE_REQUEST for kind in AttentionKind if kind.startswith(("advice-", "clarification-", "new-day-"))},
    AttentionKind.GROUP_TO_TALK_WITH: ItemKind.GROUP,
    AttentionKind.PILOT_TIME_OVER: ItemKind.PILOT,
    AttentionKind.CONVERSATION_TO_HOLD: ItemKind.CONVERSATION,
    AttentionKind.LESSONS_TO_TELL: ItemKind.NETWORK,
    AttentionKind.LESSONS_TO_ANSWER: ItemKind.LESSONS,
    AttentionKind.EVALUATION_TO_REACT_TO: ItemKind.FROZEN_EVALUATION,
    AttentionKind.EVALUATION_TO_PUBLISH: ItemKind.FROZEN_EVALUATION,
    AttentionKind.ADDRESS_REFUSED: ItemKind.PERSON,
    AttentionKind.PRIVACY_REQUEST_TO_ANSWER: ItemKind.PRIVACY_REQUEST,
    AttentionKind.LIFTING_TO_ANSWER: ItemKind.REFERENCE_LIFTING,
    AttentionKind.RECORD_LIFTING_TO_ANSWER: ItemKind.RECORD_LIFTING,
    AttentionKind.REGISTER_DIFFERS: ItemKind.REGISTER,
    AttentionKind.MEMBER_TO_MATCH: ItemKind.MEMBER_CLAIM,
}


class AttentionItem(Item):
    """One thing that needs somebody: why, by when, and what to do next."""

    kind: AttentionKind
    item: UUID = Field(description="the plan, network, pilot, group or person that it is about")
    about: ItemKind = Field(description="of what kind that is")
    answered_by: tuple[str, ...] = Field(
        default=(), description="the commands that answer it, the likeliest first, of those that who asks may give"
    )
    network: UUID | None = Field(description="the network, or the one that the plan would become; null where there is none")
    name: str | None = Field(description="of the network, plan, pilot, subject or person; null where none is known")
    sensitive: bool = Field(description="whether it is about a sensitive network, or a plan for one: no message names that")
    number: int | None = Field(description="of the question or condition; null where there is none")
    since: datetime
    due_on: date | None
    overdue: bool
    why: str | None = Field(default=None, description="why it needs somebody, in the language of who asks")
    next: str | None = Field(default=None, description="what to do next, in the language of who asks")


OF_VAULT = frozenset({AttentionKind.ADDRESS_REFUSED, AttentionKind.REGISTER_DIFFERS, AttentionKind.MEMBER_TO_MATCH})
"""What the vault finds, and no function over facts."""
REGISTER = UUID("6d4a0a53-5a3b-5d8f-9d0e-6a5b4b1f7c21")
"""What stands for the register where something is about all of it."""


class NeedsOfVault(Shape):
    """Something that needs the bureau and that the vault alone knows: about whom, and since when."""

    kind: AttentionKind
    item: UUID
    name: str | None
    since: datetime


class Asker(Shape):
    """Whose list it is; taken from the session, whatever was asked."""

    role: Role
    network: UUID | None = None
    references: frozenset[Reference] = Field(default=frozenset(), description="how who asks is known in plans or on requests")
    of_vault: tuple[NeedsOfVault, ...] = Field(default=(), description="what the vault knows and no fact")
    without: frozenset[AttentionKind] = Field(default=frozenset(), description="what is on no list: of parts that are off")


class AttentionList(Page[Many[AttentionItem]], dutch="aandachtslijst"):
    """What needs me, by when, and what do I do next?"""

    limit: Annotated[int, Field(ge=1, le=100)] = 100
    asker: Asker | None = None


class NetworksOfPlans(Query[tuple[UUID, ...]]):
    """In which networks-to-be can somebody be known? Asked by the program itself: nobody has a row for it."""

    CAN_BE_ASKED: ClassVar[bool] = False
