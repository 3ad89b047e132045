"""What an advice request refuses."""

from domain.kernel.errors import DomainError


class DayAlreadyPast(DomainError):
    """An answer is needed by today or a later day."""

    code = "day-already-past"


class NetworkAskedTwice(DomainError):
    """A request goes to a network once."""

    code = "network-asked-twice"


class NetworkNotAsked(DomainError):
    """Only a network that was asked beside the leading one contributes."""

    code = "network-not-asked"


class RequestNotOpen(DomainError):
    """Only a request that waits for its answer can be worked on."""

    code = "request-not-open"


class RequestAcceptedAlready(DomainError):
    """A network accepts a request once."""

    code = "request-accepted-already"


class RequestLeftAlready(DomainError):
    """A request is left to the bureau once, until another network takes over."""

    code = "request-left-already"


class RequestNotAccepted(DomainError):
    """The rules ask that a core group accepts a request before it answers."""

    code = "request-not-accepted"


class ClosedRequestStaysClosed(DomainError):
    """A closed request is seen by whom it was meant for, and goes to nobody else."""

    code = "closed-request-stays-closed"


class ClarificationAskedAlready(DomainError):
    """One clarification is asked at a time."""

    code = "clarification-asked-already"


class NoClarificationAsked(DomainError):
    """Only what was asked can be clarified."""

    code = "no-clarification-asked"


class ExpertInvitedAlready(DomainError):
    """An expert is invited once, and again only after they declined."""

    code = "expert-invited-already"


class ExpertNotInvited(DomainError):
    """Only an expert who was invited, and has not declined, answers or tells of an interest."""

    code = "expert-not-invited"


class ExpertAnsweredAlready(DomainError):
    """An expert answers an invitation once."""

    code = "expert-answered-already"


class NoConflictDeclared(DomainError):
    """Only an interest that was told can be disclosed with the advice."""

    code = "no-conflict-declared"


class CallOpenAlready(DomainError):
    """One call to the members is open at a time."""

    code = "call-open-already"


class NoCallOpen(DomainError):
    """Members answer a call that is open, until its closing day."""

    code = "no-call-open"


class CallAnsweredAlready(DomainError):
    """A member answers a call once."""

    code = "call-answered-already"


class NothingToDeliver(DomainError):
    """An answer is a text, or a talk on a day."""

    code = "nothing-to-deliver"


class AdviceDeliveredAlready(DomainError):
    """An advice is delivered once."""

    code = "advice-delivered-already"


class AdviceNotDelivered(DomainError):
    """What was done with an advice is told once it was delivered."""

    code = "advice-not-delivered"


class AdviceAcknowledgedAlready(DomainError):
    """A requester acknowledges an advice once."""

    code = "advice-acknowledged-already"


class RecommendationUnknown(DomainError):
    """The advice has no recommendation with this number."""

    code = "recommendation-unknown"


class NothingToPublish(DomainError):
    """Only what was told of the use, and was not published yet, can be published."""

    code = "nothing-to-publish"


class NoNewDayToRefuse(DomainError):
    """Only the newest day that was agreed, and that still holds, is refused."""

    code = "no-new-day-to-refuse"


class OwnNewDay(DomainError):
    """Whoever brought a new day in agreed with it; another one is agreed anew."""

    code = "own-new-day"


class EntryHasNoTalk(DomainError):
    """Only an answer that was given by talking has the day of a talk."""

    code = "entry-has-no-talk"


class EntryNotNewest(DomainError):
    """Only the newest entry is taken back: what was decided after it rests on it."""

    code = "entry-not-newest"
