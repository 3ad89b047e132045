"""
The page of ways back: of every event what can be done when it was a mistake.

What can be corrected and struck is tried on every event (tests/test_ways_back.py), and so is that none is left out.
"""

from collections.abc import Mapping
from typing import NamedTuple

from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest as Request
from domain.all_aggregates import AGGREGATES
from domain.kernel.events import IN_SEVERAL_AGGREGATES, Aggregate, DomainEvent, events_of
from domain.kernel.log import Log
from domain.networks.conversation import Conversation
from domain.networks.lessons import Lessons
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.name import NetworkName
from domain.networks.network import Network
from domain.party.consent import Consent
from domain.party.erasures import Erasures
from domain.party.office import Office
from domain.party.party_membership import PartyMembership as InParty
from domain.party.privacy_request import PrivacyRequest
from domain.party.record_lifting import RecordLifting
from domain.party.reference_lifting import ReferenceLifting
from domain.party.service_parts import ServiceParts
from domain.pilot.baseline import Baseline
from domain.pilot.frozen_evaluation import FrozenEvaluation as Frozen
from domain.pilot.pilot import Pilot
from domain.pilot.rule_book import RuleBook
from domain.plans.founding_plan import FoundingPlan as Plan
from netwerkpartij.catalogues.markdown import one_line, page, table


class WayBack(NamedTuple):
    """
    What can be done when an event was a mistake.

    :param corrected: whether the bureau corrects it, with the command for that
    :param withdrawn: whether the bureau strikes it
    :param by: the events with which it is put right otherwise
    :param because: why it is not mended, or what goes with it
    """

    corrected: bool = False
    withdrawn: bool = False
    by: tuple[type[DomainEvent], ...] = ()
    because: str = ""


def by(*events: type[DomainEvent], because: str = "") -> WayBack:
    """Say that other events put it right."""
    return WayBack(by=events, because=because)


def never(because: str) -> WayBack:
    """Say that it is not mended, and why."""
    return WayBack(because=because)


MENDED = WayBack(corrected=True, withdrawn=True)
STRUCK = WayBack(withdrawn=True)
BY_TIME = never("what time says by a rule: it goes, or comes anew, when what it follows from is mended")
FOLLOWS = never("follows from what was done elsewhere, and goes when that is taken back")
OF_ITSELF = never("says that something was begun; nothing rests on it")
SEALED = never("was said under an own name, and is nobody else's to change; it is gone when its author is erased")
MENDING = never("is itself a mending: what was corrected is corrected again, what was struck is recorded anew")

Ways = Mapping[type[DomainEvent], WayBack]

OF_PLANS: Ways = {
    Plan.PlanDrafted: by(Plan.PlanWithdrawn),
    Plan.PlanRevised: by(Plan.PlanRevised),
    Plan.PlanBroughtIntoPilot: by(Plan.PlanWithdrawn, because="a place is given to it only by a decision"),
    Plan.CoreGroupMemberNominated: by(Plan.NominationDeclined),
    Plan.NominationAccepted: by(Plan.NominationDeclined),
    Plan.NominationDeclined: by(Plan.CoreGroupMemberNominated),
    Plan.ChairNominated: by(Plan.ChairNominated),
    Plan.SupportersCounted: by(Plan.SupportersCounted),
    Plan.PlanSubmitted: by(Plan.PlanAmended, Plan.PlanReturned, Plan.PlanWithdrawn),
    Plan.PlanAmended: by(Plan.PlanAmended, Plan.PlanReturned, Plan.PlanWithdrawn),
    **dict.fromkeys((Plan.PlanReturned, Plan.PlanFoundComplete, Plan.PlanDeferred, Plan.PlanRejected), MENDED),
    **dict.fromkeys((Plan.PlanApproved, Plan.PlanWithdrawn, Plan.PlanLapsed, Plan.ConditionMet, Plan.ConditionLapsed), MENDED),
    Plan.BureauAdviceGiven: by(Plan.BureauAdviceGiven),
    Plan.BoardQuestionAsked: STRUCK,
    Plan.BoardQuestionAnswered: by(Plan.BoardQuestionAsked, because="the board has read the answer; it asks on"),
    Plan.ConflictOfInterestDeclared: SEALED,
    **dict.fromkeys((Plan.DeferralEnded, Plan.ConditionReminded, Plan.ConditionNotMetInTime), BY_TIME),
    **dict.fromkeys((Plan.PlanWaitListed, Plan.PlanCarriedOut), FOLLOWS),
}

OF_NETWORKS: Ways = {
    **dict.fromkeys(
        (Network.NetworkFounded, Network.ExistingNetworkBroughtIn),
        WayBack(corrected=True, by=(Network.NetworkClosed,), because="people rest on it"),
    ),
    **dict.fromkeys((Network.CoreGroupMemberAppointed, Network.CoreGroupMemberSteppedDown, Network.CoreGroupMixStated), MENDED),
    Network.CoreGroupChairAppointed: by(Network.CoreGroupChairAppointed),
    Network.WelcomeWritten: by(Network.WelcomeWritten),
    Network.AgreementsChanged: by(Network.AgreementsChanged),
    Network.NetworkMarkedSensitive: never("who joined since counts on it"),
    Network.SeatsOffered: by(Network.SeatsOffered),
    Network.NetworkSuspended: by(Network.NetworkResumed),
    Network.NetworkResumed: by(Network.NetworkSuspended),
    Network.NetworkRenewed: by(Network.AgreementsChanged, Network.NetworkRenewed),
    Network.NetworkClosed: WayBack(corrected=True, by=(Network.NetworkReopened,)),
    Network.NetworkMerged: WayBack(corrected=True, by=(Network.NetworkReopened,)),
    Network.NetworkReopened: by(Network.NetworkClosed, Network.NetworkMerged),
    Network.NetworkRenamed: by(Network.NetworkRenamed, Network.NetworkNameCorrected),
    Network.NetworkNameCorrected: by(Network.NetworkNameCorrected),
    **dict.fromkeys((Network.MergerReceived, Network.MergerWithdrawn), FOLLOWS),
    **dict.fromkeys((Network.CoreGroupFoundTooSmall, Network.CoreGroupRepaired, Network.CoreGroupReminded), BY_TIME),
    **dict.fromkeys((Network.CoreGroupNotRepaired, Network.RenewalAsked, Network.NetworkFellDormant), BY_TIME),
    **dict.fromkeys(events_of(NetworkName), FOLLOWS),
}

OF_MEMBERS: Ways = {
    **dict.fromkeys((Membership.MemberJoined, Membership.MemberReturned, Membership.MemberLeft), MENDED),
    Membership.MembershipEnded: MENDED,
    Membership.PurposeEndorsed: by(Membership.MemberLeft),
    Membership.EntryRestored: FOLLOWS,
    InParty.PartyMembershipStarted: by(InParty.PartyMembershipEndAnnounced),
    InParty.PartyMembershipEndAnnounced: by(InParty.PartyMembershipEndUndone),
    InParty.PartyMembershipEndUndone: by(InParty.PartyMembershipEndAnnounced),
    InParty.PartyMembershipEnded: by(InParty.PartyMembershipStartedAgain),
    InParty.PartyMembershipStartedAgain: by(InParty.PartyMembershipEndAnnounced),
    InParty.PersonalDetailsCorrected: by(InParty.PersonalDetailsCorrected),
    **dict.fromkeys((InParty.PartyMembershipWithdrawn, InParty.PartyMembershipRestored), FOLLOWS),
}

OF_THE_WORK: Ways = {
    Meeting.MeetingPlanned: STRUCK,
    Meeting.MeetingMoved: by(Meeting.MeetingMoved),
    **dict.fromkeys((Meeting.MeetingRecorded, Meeting.MeetingHeld, Meeting.MeetingCancelled), MENDED),
    **dict.fromkeys((Lessons.LessonsTold, Lessons.LessonsToldAgain, Lessons.LessonsAnswered), MENDED),
    Conversation.ConversationOpened: BY_TIME,
    Conversation.ConversationHeld: MENDED,
}

OF_ADVICE: Ways = {
    Request.AdviceRequested: by(Request.AdviceRequestWithdrawn),
    **dict.fromkeys((Request.AdviceRequestAccepted, Request.AdviceRequestDeclined, Request.AdviceDelivered), MENDED),
    **dict.fromkeys((Request.AdviceAcknowledged, Request.AdviceUseReported, Request.AdviceRequestWithdrawn), MENDED),
    Request.AdviceRequestRedirected: by(Request.AdviceRequestRedirected, Request.AdviceRequestDeclined),
    Request.RequestLeftToBureau: FOLLOWS,
    Request.ClarificationAsked: by(Request.AdviceDelivered, Request.ClarificationGiven),
    Request.ClarificationGiven: by(Request.ClarificationAsked),
    Request.NewDayAgreed: by(Request.NewDayAgreed, Request.NewDayRefused),
    Request.NewDayRefused: by(Request.NewDayAgreed),
    Request.ExpertInvited: by(Request.ExpertDeclined),
    Request.ExpertAccepted: by(Request.ExpertDeclined),
    Request.ExpertDeclined: by(Request.ExpertInvited),
    **dict.fromkeys((Request.ExpertConflictDeclared, Request.ExpertConflictDisclosed), SEALED),
    Request.MembersCalled: by(Request.MembersCalled, because="members may have answered; a call closes on its day"),
    Request.ContributionGiven: by(Request.ContributionGiven),
    Request.AdviceUsePublished: MENDED,
    **dict.fromkeys((Request.AnswerReminded, Request.NoAnswerYet, Request.AdviceOverdue, Request.AdviceRequestLapsed), BY_TIME),
    **dict.fromkeys((Request.ClarificationReminded, Request.ClarificationNotGiven), BY_TIME),
    CallAnswer.AnswerGivenToCall: SEALED,
    AdviceOffer.AdviceOffered: MENDED,
}

OF_PILOTS: Ways = {
    Pilot.PilotOpened: by(Pilot.PilotEnded),
    Pilot.GroupShowedInterest: by(Pilot.TalkHeld, because="that nothing comes of it is what came of a talk"),
    Pilot.TalkHeld: by(Pilot.TalkHeld),
    Pilot.HoursEstimated: by(Pilot.HoursEstimated),
    **dict.fromkeys((Pilot.PlaceTaken, Pilot.PlaceFreed), FOLLOWS),
    **dict.fromkeys((Pilot.PlanPutOnWaitingList, Pilot.PlanTakenOffWaitingList), FOLLOWS),
    Pilot.PlaceOffered: by(Pilot.PlaceOfferTakenBack),
    Pilot.PlaceOfferTakenBack: by(Pilot.PlaceOffered),
    Pilot.PilotTimeOver: BY_TIME,
    Pilot.PilotEnded: by(Pilot.PilotOpened, because="a pilot that goes on is another pilot, with places of its own"),
    Baseline.RepresentationBaselineRecorded: MENDED,
    Baseline.PartyMembersCounted: MENDED,
    Frozen.EvaluationFrozen: WayBack(withdrawn=True, because="as long as it was not published; then another one is frozen"),
    **dict.fromkeys((Frozen.ReactionGiven, Frozen.ObservationAdded, Frozen.OutsideResultAdded), MENDED),
    Frozen.NetworkFutureDecided: MENDED._replace(by=(Frozen.NetworkFutureDecided,)),
    Frozen.EvaluationPublished: never(
        "who has read it has read it; what is told otherwise since stands beside it, and another is frozen"
    ),
}

OF_THE_PARTY: Ways = {
    Log.LogOpened: OF_ITSELF,
    Log.PartyBegan: never("it is the log of this party; another party begins another log"),
    RuleBook.RuleBookOpened: OF_ITSELF,
    RuleBook.RulesAdopted: by(RuleBook.RulesAdopted, because="what was decided under rules stays decided under them"),
    Office.RoleGiven: by(Office.RoleEnded),
    Office.RoleEnded: by(Office.RoleGivenAgain),
    Office.RoleGivenAgain: by(Office.RoleEnded),
    Erasures.ErasuresBegun: OF_ITSELF,
    Erasures.PersonalDataErased: never("the keys are gone"),
    PrivacyRequest.PrivacyRequestReceived: by(PrivacyRequest.PrivacyRequestAnswered),
    PrivacyRequest.PrivacyRequestReceivedAgain: by(PrivacyRequest.PrivacyRequestAnswered),
    PrivacyRequest.PrivacyRequestAnswered: by(PrivacyRequest.PrivacyRequestReceivedAgain),
    Consent.ConsentGiven: by(Consent.ConsentWithdrawn),
    Consent.ConsentGivenAgain: by(Consent.ConsentWithdrawn),
    Consent.ConsentWithdrawn: by(Consent.ConsentGivenAgain),
    ReferenceLifting.LiftingAsked: by(ReferenceLifting.LiftingRefused),
    ReferenceLifting.LiftingAgreed: never("the name is read within seven days or not at all"),
    ReferenceLifting.LiftingRefused: by(ReferenceLifting.LiftingAsked),
    ReferenceLifting.LiftedNameTold: never("who has read a name has read it; that it was read is kept"),
    RecordLifting.RecordLiftingAsked: by(RecordLifting.RecordLiftingRefused),
    RecordLifting.RecordLiftingAgreed: by(Office.RoleEnded, because="an auditor whose role ended reads nothing"),
    RecordLifting.RecordLiftingRefused: by(RecordLifting.RecordLiftingAsked),
    **dict.fromkeys(events_of(ServiceParts), by(ServiceParts.PartsChosenAgain)),
}

WAYS_BACK: Ways = {
    **OF_PLANS,
    **OF_NETWORKS,
    **OF_MEMBERS,
    **OF_THE_WORK,
    **OF_ADVICE,
    **OF_PILOTS,
    **OF_THE_PARTY,
    **{each: MENDING for kind in AGGREGATES for each in events_of(kind) if each.__name__ in IN_SEVERAL_AGGREGATES},
}
"""Of every event, what can be done when it was a mistake."""

HEAD = """
What was recorded is never edited. When it was a mistake, one of these is done, and both stay in the history:

* **corrected**: the bureau says when it happened, or what else was wrong in it (`CorrectEntry`);
* **struck**: the bureau says that it was a mistake; it no longer counts (`WithdrawEntry`);
* **put right by** another event, which whoever may do that records as it happens.

What can be neither says why.
""".strip()


def ways_back() -> str:
    parts = ["# Ways back", HEAD]
    for aggregate in AGGREGATES:
        parts += [f"## {aggregate.TOPIC}", _of(aggregate)]
    return page(*parts)


def _of(aggregate: type[Aggregate]) -> str:
    rows = [(f"`{kind.TOPIC}`", one_line(kind), *_cells(WAYS_BACK[kind])) for kind in events_of(aggregate)]
    return table(("event", "what happened", "corrected", "struck", "put right by", "why not, or what goes with it"), rows)


def _cells(way: WayBack) -> tuple[str, str, str, str]:
    others = ", ".join(f"`{each.TOPIC}`" for each in way.by)
    return "yes" if way.corrected else "-", "yes" if way.withdrawn else "-", others or "-", way.because or "-"
