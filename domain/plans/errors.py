"""What a founding plan refuses."""

from domain.kernel.errors import DomainError


class PlanNotADraft(DomainError):
    """A plan is written and completed while it is a draft or was returned."""

    code = "plan-not-a-draft"


class PlanNotSubmitted(DomainError):
    """Only a plan that was handed in can be checked, advised on or decided."""

    code = "plan-not-submitted"


class PlanDecidedAlready(DomainError):
    """The plan was decided on, withdrawn or lapsed."""

    code = "plan-decided"


class PlanVersionSuperseded(DomainError):
    """The core group has amended the plan since; the board decides on a named version."""

    code = "plan-version-superseded"


class PlanIncomplete(DomainError):
    """The rules ask for parts that the plan does not have."""

    code = "plan-incomplete"


class PlanTooLong(DomainError):
    """A founding plan is short."""

    code = "plan-too-long"


class TooFewCoreGroupMembers(DomainError):
    """The rules ask for a larger core group."""

    code = "too-few-core-group-members"


class ChairMissing(DomainError):
    """The rules ask for a chair among those who accepted a seat."""

    code = "chair-missing"


class SupportersTooNew(DomainError):
    """The rules count supporters who have been party members for a while."""

    code = "supporters-too-new"


class ContributionsNotPaid(DomainError):
    """The rules count supporters who have paid their contribution."""

    code = "contributions-not-paid"


class TooFewSupporters(DomainError):
    """The rules ask for more supporters at the founding."""

    code = "too-few-supporters"


class BoardMayNotStartPlans(DomainError):
    """Under these rules a plan comes from a core group."""

    code = "board-may-not-start-plans"


class CompletenessNotChecked(DomainError):
    """The rules ask the party bureau to check a plan before it is decided on."""

    code = "completeness-not-checked"


class BureauAdviceMissing(DomainError):
    """The rules ask for the party bureau's advice before a plan is decided on."""

    code = "bureau-advice-missing"


class AnotherBodyDecides(DomainError):
    """Under these rules another body founds networks."""

    code = "another-body-decides"


class ConflictedMemberDecides(DomainError):
    """A board member with a personal interest takes no part in the decision (art. 2:44(6) BW)."""

    code = "conflicted-member-decides"


class ConflictDeclaredAlready(DomainError):
    """This board member declared a conflict of interest on this plan before."""

    code = "conflict-declared-already"


class NominatedAlready(DomainError):
    """Somebody is nominated once."""

    code = "nominated-already"


class NotNominated(DomainError):
    """Only somebody who was nominated can accept or decline a seat."""

    code = "not-nominated"


class NominationAnswered(DomainError):
    """The nomination was answered before."""

    code = "nomination-answered"


class QuestionNotOpen(DomainError):
    """There is no such question that waits for an answer."""

    code = "question-not-open"


class ConditionNotOpen(DomainError):
    """There is no such condition that waits to be met."""

    code = "condition-not-open"


class ConditionLapsedAlready(DomainError):
    """It was recorded that this condition was not met in time."""

    code = "condition-lapsed"


class ConditionDueTooEarly(DomainError):
    """A condition is due on the day of the decision or later."""

    code = "condition-due-too-early"


class DeferredUntilPastDay(DomainError):
    """A plan is deferred until a day that is still to come."""

    code = "deferred-until-past-day"


class ConditionNotDue(DomainError):
    """A condition lapses after the day on which it was due."""

    code = "condition-not-due"


class ReasonNeeded(DomainError):
    """This decision is published with its reasons."""

    code = "reason-needed"


class PlanNotApproved(DomainError):
    """A network is founded on a plan that the board agreed with, once its conditions are met."""

    code = "plan-not-approved"


class EntryHasNoReasons(DomainError):
    """Only what the board decided with published reasons has reasons to correct."""

    code = "entry-has-no-reasons"


class SomethingRestsOnEntry(DomainError):
    """What others went on with is not taken back from under them."""

    code = "something-rests-on-entry"
