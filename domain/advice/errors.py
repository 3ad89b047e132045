"""What an advice request refuses."""

from domain.kernel.errors import DomainError


class DayAlreadyPast(DomainError):
    """An answer is needed by today or a later day."""


class NetworkAskedTwice(DomainError):
    """A request goes to a network once."""


class NetworkNotAsked(DomainError):
    """Only a network that was asked beside the leading one contributes."""


class RequestNotOpen(DomainError):
    """Only a request that waits for its answer can be worked on."""


class RequestAcceptedAlready(DomainError):
    """A network accepts a request once."""


class RequestLeftAlready(DomainError):
    """A request is left to the bureau once, until another network takes over."""


class RequestNotAccepted(DomainError):
    """The rules ask that a core group accepts a request before it answers."""


class ClosedRequestStaysClosed(DomainError):
    """A closed request is seen by whom it was meant for, and goes to nobody else."""


class ClarificationAskedAlready(DomainError):
    """One clarification is asked at a time."""


class NoClarificationAsked(DomainError):
    """Only what was asked can be clarified."""


class ExpertInvitedAlready(DomainError):
    """An expert is invited once, and again only after they declined."""


class ExpertNotInvited(DomainError):
    """Only an expert who was invited, and has not declined, answers or tells of an interest."""


class ExpertAnsweredAlready(DomainError):
    """An expert answers an invitation once."""


class NoConflictDeclared(DomainError):
    """Only an interest that was told can be disclosed with the advice."""


class CallOpenAlready(DomainError):
    """One call to the members is open at a time."""


class NoCallOpen(DomainError):
    """Members answer a call that is open, until its closing day."""


class CallAnsweredAlready(DomainError):
    """A member answers a call once."""


class NothingToDeliver(DomainError):
    """An answer is a text, or a talk on a day."""


class AdviceDeliveredAlready(DomainError):
    """An advice is delivered once."""


class AdviceNotDelivered(DomainError):
    """What was done with an advice is told once it was delivered."""


class AdviceAcknowledgedAlready(DomainError):
    """A requester acknowledges an advice once."""


class RecommendationUnknown(DomainError):
    """The advice has no recommendation with this number."""


class NothingToPublish(DomainError):
    """Only what was told of the use, and was not published yet, can be published."""


class NoNewDayToRefuse(DomainError):
    """Only the newest day that was agreed, and that still holds, is refused."""


class OwnNewDay(DomainError):
    """Whoever brought a new day in agreed with it; another one is agreed anew."""


class TalkImpossible(DomainError):
    """An answer is given by talking after the question, and counts for the day of the talk."""


class EntryHasNoTalk(DomainError):
    """Only an answer that was given by talking has the day of a talk."""


class EntryNotNewest(DomainError):
    """Only the newest entry is taken back: what was decided after it rests on it."""
