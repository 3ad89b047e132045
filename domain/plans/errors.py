"""What a founding plan refuses."""

from domain.kernel.errors import DomainError


class PlanNotADraft(DomainError):
    """A plan is written and completed while it is a draft or was returned."""


class PlanNotSubmitted(DomainError):
    """Only a plan that was handed in can be checked, advised on or decided."""


class PlanDecidedAlready(DomainError):
    """The plan was decided on, withdrawn or lapsed."""

    code = "plan-decided"


class PlanApprovedAlready(DomainError):
    """Whether a plan takes a place of a pilot is known when the board decides."""


class PlanInPilotAlready(DomainError):
    """A plan is brought into a pilot once."""


class PlanVersionSuperseded(DomainError):
    """The core group has amended the plan since; the board decides on a named version."""


class PlanIncomplete(DomainError):
    """The rules ask for parts that the plan does not have."""


class PlanTooLong(DomainError):
    """A founding plan is short."""


class TooFewCoreGroupMembers(DomainError):
    """The rules ask for a larger core group."""


class ChairMissing(DomainError):
    """The rules ask for a chair among those who accepted a seat."""


class SupportersTooNew(DomainError):
    """The rules count supporters who have been party members for a while."""


class ContributionsNotPaid(DomainError):
    """The rules count supporters who have paid their contribution."""


class TooFewSupporters(DomainError):
    """The rules ask for more supporters at the founding."""


class BoardMayNotStartPlans(DomainError):
    """Under these rules a plan comes from a core group."""


class CompletenessNotChecked(DomainError):
    """The rules ask the party bureau to check a plan before it is decided on."""


class BureauAdviceMissing(DomainError):
    """The rules ask for the party bureau's advice before a plan is decided on."""


class AnotherBodyDecides(DomainError):
    """Under these rules another body founds networks."""


class ConflictedMemberDecides(DomainError):
    """A board member with a personal interest takes no part in the decision (art. 2:44(6) BW)."""


class ConflictDeclaredAlready(DomainError):
    """This board member declared a conflict of interest on this plan before."""


class NominatedAlready(DomainError):
    """Somebody is nominated once."""


class NotNominated(DomainError):
    """Only somebody who was nominated can accept or decline a seat."""


class NominationAnswered(DomainError):
    """The nomination was answered before."""


class QuestionNotOpen(DomainError):
    """There is no such question that waits for an answer."""


class ConditionNotOpen(DomainError):
    """There is no such condition that waits to be met."""


class ConditionLapsedAlready(DomainError):
    """It was recorded that this condition was not met in time."""

    code = "condition-lapsed"


class ConditionDueTooEarly(DomainError):
    """A condition is due on the day of the decision or later."""


class DeferredUntilPastDay(DomainError):
    """A plan is deferred until a day that is still to come."""


class ConditionNotDue(DomainError):
    """A condition lapses after the day on which it was due."""


class ReasonNeeded(DomainError):
    """This decision is published with its reasons."""


class PlanNotApproved(DomainError):
    """A network is founded on a plan that the board agreed with, once its conditions are met."""


class EntryHasNoReasons(DomainError):
    """Only what the board decided with published reasons has reasons to correct."""
