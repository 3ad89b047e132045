"""What an advice request is made of: its kinds, where it stands, and who is to act next."""

from collections.abc import Mapping
from enum import StrEnum

from domain.kernel.acts import Immutable
from domain.kernel.text import Writing


class AdviceKind(StrEnum):
    """How much is asked of a network."""

    ADVICE = "advice"
    SOUNDING_BOARD = "sounding-board"


class RequesterKind(StrEnum):
    """Who asks advice; also to whom a network offers it unasked."""

    POLITICIAN = "politician"
    PARTY_BODY = "party-body"
    COMMITTEE = "committee"


class RequestStage(StrEnum):
    """How far a request has come."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DELIVERED = "delivered"
    ACKNOWLEDGED = "acknowledged"
    USE_PENDING = "use-pending"
    FOLLOWED_UP = "followed-up"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    UNCLARIFIED = "unclarified"


class RequestStatus(StrEnum):
    """Where a request stands: how far it has come, or what it waits for on the way."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    CLARIFICATION_ASKED = "clarification-asked"
    OVERDUE = "overdue"
    WITHOUT_NETWORK = "without-network"
    DECLINED = "declined"
    DELIVERED = "delivered"
    ACKNOWLEDGED = "acknowledged"
    USE_PENDING = "use-pending"
    FOLLOWED_UP = "followed-up"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    UNCLARIFIED = "unclarified"


class NextActor(StrEnum):
    """Who is to act next on a request."""

    REQUESTER = "requester"
    CORE_GROUP = "core-group"
    PARTY_BUREAU = "party-bureau"
    NOBODY = "nobody"


UNANSWERED = frozenset({RequestStage.ASKED, RequestStage.ACCEPTED})
ANSWERED = frozenset({RequestStage.DELIVERED, RequestStage.ACKNOWLEDGED, RequestStage.USE_PENDING, RequestStage.FOLLOWED_UP})

WAITING = frozenset({RequestStatus.ASKED, RequestStatus.ACCEPTED, RequestStatus.OVERDUE, RequestStatus.WITHOUT_NETWORK})
"""Where a request stands while its days count: not while a clarification is waited for."""

NEXT_ACTORS: Mapping[RequestStatus, NextActor] = {
    RequestStatus.ASKED: NextActor.CORE_GROUP,
    RequestStatus.ACCEPTED: NextActor.CORE_GROUP,
    RequestStatus.CLARIFICATION_ASKED: NextActor.REQUESTER,
    RequestStatus.OVERDUE: NextActor.PARTY_BUREAU,
    RequestStatus.WITHOUT_NETWORK: NextActor.PARTY_BUREAU,
    RequestStatus.DECLINED: NextActor.NOBODY,
    RequestStatus.DELIVERED: NextActor.REQUESTER,
    RequestStatus.ACKNOWLEDGED: NextActor.REQUESTER,
    RequestStatus.USE_PENDING: NextActor.REQUESTER,
    RequestStatus.FOLLOWED_UP: NextActor.NOBODY,
    RequestStatus.WITHDRAWN: NextActor.NOBODY,
    RequestStatus.LAPSED: NextActor.NOBODY,
    RequestStatus.UNCLARIFIED: NextActor.NOBODY,
}
"""A declined request has its answer, with the reason; the bureau may still bring it to another network."""


def status_of(stage: RequestStage, *, left: bool, clarifying: bool, overdue: bool) -> RequestStatus:
    """Say where a request stands. Left to the bureau, it stands there whatever else was waited for."""
    if stage in UNANSWERED and left:
        return RequestStatus.WITHOUT_NETWORK
    if stage in UNANSWERED and clarifying:
        return RequestStatus.CLARIFICATION_ASKED
    if stage in UNANSWERED and overdue:
        return RequestStatus.OVERDUE
    return RequestStatus(stage)


class DeclineReason(StrEnum):
    """Why a network does not take a request on."""

    OUTSIDE_PURPOSE = "outside-purpose"
    NO_TIME = "no-time"
    NO_EXPERTISE = "no-expertise"
    ANSWERED_BEFORE = "answered-before"
    OTHER = "other"


class Answered(StrEnum):
    """Whether the question was answered, as one of the two sides sees it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class AdviceUse(StrEnum):
    """What was done with an advice, or with one recommendation."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT = "not"
    PENDING = "pending"


class Invitation(StrEnum):
    """What an expert who was invited said."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Conflict(StrEnum):
    """How it stands with an expert's own interest in the subject."""

    NONE = "none"
    DECLARED = "declared"
    DISCLOSED = "disclosed"


class Expert(Immutable):
    """What is known of an expert on one request."""

    invitation: Invitation = Invitation.OPEN
    conflict: Conflict = Conflict.NONE

    @property
    def may_look(self) -> bool:
        """Whether they may see what is asked: invited, and with no interest that was not disclosed."""
        return self.invitation is not Invitation.DECLINED and self.conflict is not Conflict.DECLARED

    @property
    def takes_part(self) -> bool:
        """Whether they count as an expert of the advice."""
        return self.invitation is Invitation.ACCEPTED and self.may_look


class ReportedUse(Immutable):
    """What was done with one recommendation, by its number, or with the whole advice when there is no number."""

    number: int | None = None
    use: AdviceUse
    remark: Writing | None = None
    link: Writing | None = None

    @property
    def is_pending(self) -> bool:
        """Whether it is still to be told."""
        return self.use is AdviceUse.PENDING
