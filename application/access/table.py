"""Who may do and see what: one table. What has no row here is denied."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from application.commands import (
    advice,
    consents,
    conversations,
    evaluations,
    lessons,
    liftings,
    meetings,
    networks,
    party,
    pilot,
    plans,
    privacy,
)
from application.commands.base import Command
from application.queries.acts import PossibleActs
from application.queries.advice import (
    AdviceOffers,
    AdviceOfNetwork,
    AdviceRequestDetails,
    AdviceRequests,
    AnswersToCalls,
    CallsToMembers,
    PublishedUses,
)
from application.queries.attention import AttentionList
from application.queries.auditing.differences import PlanDifferences, RuleDifferences
from application.queries.auditing.figure_changes import FigureChanges
from application.queries.auditing.oversight import CorrectionsMade, Exceptions
from application.queries.auditing.reasons import Why
from application.queries.auditing.record import (
    BoardMembers,
    ConsentWordings,
    Events,
    History,
    OfficesHeld,
    PartsUsed,
    PeopleNamed,
    RulesAdoptedSoFar,
    RulesInForce,
    WhoAmI,
)
from application.queries.base import Query
from application.queries.claims import MemberClaimDetails
from application.queries.conversations import Conversations
from application.queries.evaluating.baselines import Baselines, PartyMemberCounts
from application.queries.evaluating.evaluation import Evaluation
from application.queries.evaluating.frozen_evaluations import CorrectionsSinceFreezing, FrozenEvaluationDetails, FrozenEvaluations
from application.queries.meetings import LessonsOfNetworks, MeetingDetails, Meetings
from application.queries.mine import MyNetworks, MyPlans, MyRequests
from application.queries.networks import (
    AskedAnew,
    CoreGroupContacts,
    CoreGroupOnDay,
    GrowthCurve,
    MembershipReport,
    MembersOfNetwork,
    NetworkDetails,
    NetworkDirectory,
    TimeToTarget,
)
from application.queries.pilot import Pilots, Talks, WaitingPlans, Wishes
from application.queries.plans import DecisionRegister, FoundingPlanDetails, FoundingPlans
from application.queries.privacy import MyFile, PrivacyRequests, RecordLiftings, ReferenceLiftings
from application.queries.register import RegisterDifferences, RegisterImportDetails
from domain.kernel.acts import Role


class Scope(StrEnum):
    """How far a permission reaches."""

    ALL = "all"
    SELF = "self"
    """For oneself only; recording it for somebody else takes the party bureau."""
    OWN_NETWORK = "own-network"
    """In the network in whose core group one has a seat now."""
    INITIATOR = "initiator"
    """On a plan that one began or was asked for a seat in."""
    OWN_REQUEST = "own-request"
    """On an advice request that one made, or that was recorded for one."""
    READER = "reader"
    """
    On an advice request on which one is an expert, with no interest that was not disclosed; or which a network of which one is a
    member now has answered, when it is open and was not kept back.
    """
    MEMBERSHIP = "membership"
    """In a network of which one is a member now."""


Row = Mapping[Role, Scope]
Asked = type[Command] | type[Query[Any]]


def _row(**scopes: Scope) -> Row:
    return {Role[name]: scope for name, scope in scopes.items()}


ALL, SELF, OWN_NETWORK, INITIATOR = Scope.ALL, Scope.SELF, Scope.OWN_NETWORK, Scope.INITIATOR
OWN_REQUEST, READER, MEMBERSHIP = Scope.OWN_REQUEST, Scope.READER, Scope.MEMBERSHIP

KNOWN = tuple(role for role in Role if role not in {Role.CLOCK, Role.VISITOR})
"""The roles in which somebody acts or asks whom the vault knows."""
ONESELF = _row(**{role.name: SELF for role in KNOWN})

BOARD = _row(NATIONAL_BOARD=ALL, PARTY_BUREAU=ALL)
"""The board decides, in the evening or in a meeting; the bureau records what it decided."""
BUREAU = _row(PARTY_BUREAU=ALL)
WRITERS = _row(MEMBER=INITIATOR, PARTY_BUREAU=ALL)
CLOCK = _row(CLOCK=ALL)
HOSTS = _row(CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL)
"""The core group organises; the bureau records what it is told."""
ASKERS = _row(REQUESTER=OWN_REQUEST, CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL)
"""The requester; core group and bureau record what the requester said in a mail or a call."""
ANSWERERS = _row(CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL)
"""The core group answers for its network; the bureau records what it did."""

SECOND = _row(NATIONAL_BOARD=ALL, PRIVACY_OFFICER=ALL)
"""The second of two who lift something; never the one who asked, whatever their role."""

COMMANDS: Mapping[Asked, Row] = {
    pilot.AdoptRules: BOARD,
    pilot.RecordBaseline: BOARD,
    pilot.CountPartyMembers: BOARD,
    pilot.OpenPilot: BOARD,
    pilot.RecordInterest: BUREAU,
    pilot.RecordTalk: BUREAU,
    pilot.EstimateHours: BUREAU,
    pilot.OfferPlace: BOARD,
    pilot.EndPilot: BOARD,
    plans.DraftPlan: _row(MEMBER=SELF, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL),
    plans.RevisePlan: WRITERS,
    plans.AmendPlan: WRITERS,
    plans.BringPlanIntoPilot: WRITERS,
    plans.NominateCoreGroupMember: WRITERS,
    plans.NominateCoreGroup: BUREAU,
    plans.NominateChair: WRITERS,
    plans.AcceptNomination: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
    plans.DeclineNomination: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
    plans.CountSupporters: BUREAU,
    plans.SubmitPlan: WRITERS,
    plans.WithdrawPlan: WRITERS,
    plans.ReturnPlan: BUREAU,
    plans.FindPlanComplete: BUREAU,
    plans.AdviseOnPlan: BUREAU,
    plans.AskQuestion: BOARD,
    plans.AnswerQuestion: WRITERS,
    plans.DeclareConflictOfInterest: _row(NATIONAL_BOARD=SELF, PARTY_BUREAU=ALL),
    plans.ApprovePlan: BOARD,
    plans.RejectPlan: BOARD,
    plans.DeferPlan: BOARD,
    plans.MeetCondition: BUREAU,
    plans.LapseCondition: BUREAU,
    plans.LapsePlan: BUREAU,
    plans.FoundWaitingNetwork: BOARD,
    networks.BringInNetwork: BOARD,
    networks.AppointCoreGroupMember: _row(CORE_GROUP=OWN_NETWORK, NATIONAL_BOARD=ALL, PARTY_BUREAU=ALL),
    networks.EndSeat: _row(CORE_GROUP=SELF, NATIONAL_BOARD=ALL, PARTY_BUREAU=ALL),
    networks.AppointChair: _row(CORE_GROUP=OWN_NETWORK, NATIONAL_BOARD=ALL, PARTY_BUREAU=ALL),
    networks.StateCoreGroupMix: _row(CORE_GROUP=SELF, PARTY_BUREAU=ALL),
    networks.WriteWelcome: _row(CORE_GROUP=SELF, PARTY_BUREAU=ALL),
    networks.ChangeAgreements: BOARD,
    networks.MarkSensitive: BOARD,
    networks.OfferSeats: BOARD,
    networks.TakeSeat: _row(MEMBER=SELF),
    networks.SuspendNetwork: BOARD,
    networks.ResumeNetwork: BOARD,
    networks.RenewNetwork: BOARD,
    networks.MergeNetwork: BOARD,
    networks.CloseNetwork: BOARD,
    networks.ReopenNetwork: BOARD,
    networks.RenameNetwork: BOARD,
    networks.JoinNetwork: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
    networks.LeaveNetwork: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
    networks.EndorsePurpose: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
    networks.CorrectEntry: BUREAU,
    networks.WithdrawEntry: BUREAU,
    meetings.PlanMeeting: HOSTS,
    meetings.RecordMeeting: HOSTS,
    meetings.MoveMeeting: HOSTS,
    meetings.CancelMeeting: HOSTS,
    meetings.HoldMeeting: HOSTS,
    conversations.OpenConversation: CLOCK,
    conversations.HoldConversation: BOARD,
    evaluations.FreezeEvaluation: BUREAU,
    evaluations.ReactToEvaluation: HOSTS,
    evaluations.AddObservation: _row(AUDITOR=ALL),
    evaluations.AddOutsideResult: _row(AUDITOR=ALL, PARTY_BUREAU=ALL),
    evaluations.DecideNetworkFuture: BOARD,
    evaluations.PublishEvaluation: BUREAU,
    lessons.TellLessons: _row(CORE_GROUP=SELF, PARTY_BUREAU=ALL),
    lessons.AnswerLessons: BOARD,
    advice.RequestAdvice: _row(REQUESTER=SELF, CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, VISITOR=SELF),
    advice.AcceptRequest: ANSWERERS,
    advice.DeclineRequest: ANSWERERS,
    advice.RedirectRequest: ANSWERERS,
    advice.AskClarification: ANSWERERS,
    advice.GiveClarification: ASKERS,
    advice.AgreeNewDay: ASKERS,
    advice.RefuseNewDay: ASKERS,
    advice.InviteExpert: ANSWERERS,
    advice.AcceptInvitation: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
    advice.DeclineInvitation: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
    advice.DeclareExpertConflict: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
    advice.DiscloseExpertConflict: ANSWERERS,
    advice.CallMembers: ANSWERERS,
    advice.AnswerCall: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
    advice.GiveContribution: ANSWERERS,
    advice.DeliverAdvice: ANSWERERS,
    advice.AcknowledgeAdvice: ASKERS,
    advice.ReportUse: ASKERS,
    advice.PublishUse: _row(REQUESTER=OWN_REQUEST, PARTY_BUREAU=ALL),
    advice.WithdrawRequest: ASKERS,
    advice.OfferAdvice: ANSWERERS,
    party.StartPartyMembership: BUREAU,
    party.RegisterPartyMember: BUREAU,
    party.CorrectPerson: BUREAU,
    party.CorrectOwnDetails: ONESELF,
    party.RegisterPartyMembers: BUREAU,
    party.MergePersons: BUREAU,
    party.UndoPersonMerger: BUREAU,
    party.AnnouncePartyEnd: BUREAU,
    party.UndoPartyEnd: BUREAU,
    party.ChooseParts: _row(PARTY_BUREAU=ALL, ADMINISTRATOR=ALL),
    party.GiveRole: _row(ADMINISTRATOR=ALL),
    party.EndRole: _row(ADMINISTRATOR=ALL),
    party.ChangeAddress: ONESELF,
    party.RecordAddress: BUREAU,
    party.RecordAddressBounced: BUREAU,
    party.LetTimePass: CLOCK,
    party.WithdrawDouble: CLOCK,
    party.RestoreDouble: CLOCK,
    party.EndMembership: CLOCK,
    party.DropNomination: CLOCK,
    privacy.EraseOwnData: ONESELF,
    privacy.ErasePerson: _row(PRIVACY_OFFICER=ALL),
    privacy.AskPrivacyOfficer: ONESELF,
    privacy.RecordPrivacyRequest: _row(PRIVACY_OFFICER=ALL, PARTY_BUREAU=ALL),
    privacy.AnswerPrivacyRequest: _row(PRIVACY_OFFICER=ALL),
    consents.GiveConsent: ONESELF,
    consents.WithdrawConsent: ONESELF,
    liftings.AskLifting: _row(PRIVACY_OFFICER=ALL),
    liftings.AgreeToLifting: SECOND,
    liftings.RefuseLifting: SECOND,
    liftings.TellLiftedName: _row(PRIVACY_OFFICER=ALL),
    liftings.AskRecordLifting: _row(PRIVACY_OFFICER=ALL),
    liftings.AgreeToRecordLifting: SECOND,
    liftings.RefuseRecordLifting: SECOND,
    privacy.EraseKept: CLOCK,
    privacy.EndErasedPartyMembership: CLOCK,
    privacy.EndErasedRole: CLOCK,
}


EVERYBODY = _row(**{role.name: ALL for role in KNOWN})
PUBLIC: Row = {**EVERYBODY, Role.VISITOR: ALL}
"""Also for who comes without a session (access.visitor says what of it is left out)."""
OVERSEERS = _row(PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL, PRIVACY_OFFICER=ALL)
"""The bureau and the board do the work; auditor and privacy officer look over it, without names (access.redaction)."""

READERS_OF_EVALUATIONS: Row = {**OVERSEERS, Role.CORE_GROUP: ALL, Role.REQUESTER: ALL}
"""Whoever is judged, asked or looks over it; with whom networks are compared is for the same."""

READERS_OF_LOG = _row(AUDITOR=ALL, PRIVACY_OFFICER=ALL, ADMINISTRATOR=ALL)
"""Who reads it line by line, without names and in days."""

QUERIES: Mapping[Asked, Row] = {
    NetworkDirectory: PUBLIC,
    NetworkDetails: PUBLIC,
    MembershipReport: EVERYBODY,
    GrowthCurve: PUBLIC,
    TimeToTarget: EVERYBODY,
    AskedAnew: EVERYBODY,
    CoreGroupContacts: _row(MEMBER=ALL, CORE_GROUP=ALL),
    MembersOfNetwork: _row(CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, AUDITOR=ALL),
    CoreGroupOnDay: _row(CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, AUDITOR=ALL),
    FoundingPlans: OVERSEERS,
    FoundingPlanDetails: {**OVERSEERS, Role.MEMBER: INITIATOR},
    PlanDifferences: {**OVERSEERS, Role.MEMBER: INITIATOR},
    Meetings: PUBLIC,
    MeetingDetails: PUBLIC,
    Conversations: _row(CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL),
    LessonsOfNetworks: _row(CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL),
    DecisionRegister: PUBLIC,
    Pilots: EVERYBODY,
    Talks: OVERSEERS,
    Wishes: BUREAU,
    WaitingPlans: OVERSEERS,
    RulesInForce: PUBLIC,
    RulesAdoptedSoFar: PUBLIC,
    RuleDifferences: PUBLIC,
    ConsentWordings: PUBLIC,
    OfficesHeld: _row(ADMINISTRATOR=ALL, AUDITOR=ALL, PRIVACY_OFFICER=ALL),
    PeopleNamed: BUREAU,
    BoardMembers: BOARD,
    RegisterImportDetails: BUREAU,
    MemberClaimDetails: BUREAU,
    RegisterDifferences: BUREAU,
    WhoAmI: EVERYBODY,
    PartsUsed: PUBLIC,
    PossibleActs: EVERYBODY,
    MyFile: EVERYBODY,
    MyNetworks: EVERYBODY,
    MyRequests: EVERYBODY,
    MyPlans: EVERYBODY,
    PrivacyRequests: _row(PRIVACY_OFFICER=ALL),
    ReferenceLiftings: _row(PRIVACY_OFFICER=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL),
    RecordLiftings: _row(PRIVACY_OFFICER=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL),
    AdviceRequests: _row(REQUESTER=SELF, CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL),
    AdviceRequestDetails: _row(REQUESTER=OWN_REQUEST, CORE_GROUP=OWN_NETWORK, MEMBER=READER, PARTY_BUREAU=ALL, AUDITOR=ALL),
    AnswersToCalls: _row(CORE_GROUP=OWN_NETWORK),
    CallsToMembers: _row(MEMBER=MEMBERSHIP, CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL),
    AdviceOfNetwork: _row(MEMBER=MEMBERSHIP, CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, AUDITOR=ALL),
    PublishedUses: EVERYBODY,
    AdviceOffers: _row(REQUESTER=ALL, CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL),
    History: {**OVERSEERS, Role.CORE_GROUP: OWN_NETWORK, Role.MEMBER: INITIATOR, Role.REQUESTER: OWN_REQUEST},
    Events: READERS_OF_LOG,
    CorrectionsMade: READERS_OF_LOG,
    Exceptions: READERS_OF_LOG,
    Evaluation: READERS_OF_EVALUATIONS,
    FrozenEvaluations: PUBLIC,
    FrozenEvaluationDetails: PUBLIC,
    CorrectionsSinceFreezing: PUBLIC,
    Baselines: READERS_OF_EVALUATIONS,
    PartyMemberCounts: READERS_OF_EVALUATIONS,
    Why: {**OVERSEERS, Role.CORE_GROUP: OWN_NETWORK},
    FigureChanges: {**OVERSEERS, Role.CORE_GROUP: OWN_NETWORK},
    AttentionList: _row(MEMBER=SELF, CORE_GROUP=SELF, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, REQUESTER=SELF, PRIVACY_OFFICER=ALL),
}

ROWS: Mapping[Asked, Row] = {**COMMANDS, **QUERIES}

DENIED: tuple[tuple[Role, Asked, str], ...] = (
    (Role.NATIONAL_BOARD, MembersOfNetwork, "the board decides on networks, not on members: no member lists"),
    (Role.NATIONAL_BOARD, CoreGroupOnDay, "the board decides on networks, not on members: no member lists"),
    (Role.REQUESTER, MembersOfNetwork, "who asks advice asks the core group: no lists"),
    (Role.MEMBER, MembersOfNetwork, "members meet at meetings: no public member lists"),
    (Role.PRIVACY_OFFICER, MembersOfNetwork, "looks over the rules and not over people"),
    (Role.ADMINISTRATOR, MembersOfNetwork, "operates, and opens no text and no list"),
    (Role.ADMINISTRATOR, FoundingPlanDetails, "operates, and opens no text"),
    (Role.REQUESTER, PlanDifferences, "a plan is between its group, the bureau and the board until it is decided"),
    (Role.REQUESTER, FoundingPlanDetails, "a plan is between its group, the bureau and the board until it is decided"),
    (Role.CORE_GROUP, Events, "the whole log is for those who look over it"),
    (Role.MEMBER, Events, "the whole log is for those who look over it"),
    (Role.NATIONAL_BOARD, Events, "the log tells of memberships, one by one"),
    (Role.PARTY_BUREAU, Events, "the log tells of memberships, one by one"),
    (Role.NATIONAL_BOARD, CorrectionsMade, "what was mended tells of memberships, one by one"),
    (Role.NATIONAL_BOARD, Exceptions, "what was recorded late tells of memberships, one by one"),
    (Role.MEMBER, PeopleNamed, "asking by name whether somebody is a member would tell who is"),
    (Role.ADMINISTRATOR, RegisterImportDetails, "operates, and opens no names: brings in a register on the machine itself"),
    (Role.ADMINISTRATOR, MemberClaimDetails, "operates, and opens no names"),
    (Role.NATIONAL_BOARD, RegisterImportDetails, "decides on networks, and keeps no register"),
    (Role.ADMINISTRATOR, PeopleNamed, "operates, and opens no names"),
    (Role.NATIONAL_BOARD, meetings.PlanMeeting, "networks plan their own meetings"),
    (Role.NATIONAL_BOARD, meetings.HoldMeeting, "who was there is between the core group and whom it tells"),
    (Role.MEMBER, meetings.RecordMeeting, "how many came is counted by the core group, once"),
    (Role.REQUESTER, meetings.CancelMeeting, "a meeting is called off by who organises it"),
    (Role.CORE_GROUP, conversations.HoldConversation, "two talk, and the bureau writes down what they agreed"),
    (Role.MEMBER, Conversations, "a network that is talked about is not judged in public"),
    (Role.NATIONAL_BOARD, lessons.TellLessons, "lessons are the core group's own; the board reads them"),
    (Role.CORE_GROUP, lessons.AnswerLessons, "the core group says what should change, and the board answers it"),
    (Role.NATIONAL_BOARD, networks.StateCoreGroupMix, "a core group says it of itself; the board keeps no list of careers"),
    (Role.MEMBER, LessonsOfNetworks, "what the party should change is told to the party, not to all"),
    (Role.REQUESTER, LessonsOfNetworks, "is a party to what worked and what did not"),
    (Role.ADMINISTRATOR, LessonsOfNetworks, "operates, and opens no text"),
    (Role.MEMBER, AdviceRequests, "what is asked of a network is between requester and core group; members see calls to them"),
    (Role.MEMBER, AnswersToCalls, "what a member thinks is said to the core group, and not to the other members"),
    (Role.REQUESTER, AnswersToCalls, "the network answers, and not its members one by one"),
    (Role.REQUESTER, CallsToMembers, "who asks advice asks the core group, which asks its members"),
    (Role.PARTY_BUREAU, AnswersToCalls, "what a member thinks is said to the core group"),
    (Role.NATIONAL_BOARD, AdviceRequestDetails, "the board sees numbers and states; what is asked and answered is not for it"),
    (Role.NATIONAL_BOARD, advice.DeliverAdvice, "the board decides on networks, and does not speak for them"),
    (Role.ADMINISTRATOR, AdviceRequests, "operates, and opens no text"),
    (Role.ADMINISTRATOR, AdviceRequestDetails, "operates, and opens no text"),
    (Role.PRIVACY_OFFICER, AdviceRequestDetails, "looks over the rules and not over what is asked"),
    (Role.CORE_GROUP, advice.PublishUse, "the requester makes public what was told to the network, or the bureau for who agreed"),
    (Role.MEMBER, advice.DeliverAdvice, "an advice comes from the core group, which answers for it"),
    (Role.REQUESTER, advice.DeliverAdvice, "who asks does not answer"),
    (Role.AUDITOR, advice.RequestAdvice, "looks, and changes nothing"),
    (Role.CORE_GROUP, pilot.RecordBaseline, "whoever is compared does not say with whom"),
    (Role.AUDITOR, pilot.CountPartyMembers, "looks, and changes nothing"),
    (Role.NATIONAL_BOARD, pilot.EstimateHours, "the bureau knows its own hours, and nobody measures them"),
    (Role.MEMBER, Evaluation, "members read an evaluation when it is published"),
    (Role.NATIONAL_BOARD, Wishes, "the bureau talks with members about what they wish; the board sees the list of talks"),
    (Role.MEMBER, Wishes, "what somebody wishes is told to the bureau alone"),
    (Role.ADMINISTRATOR, Evaluation, "operates, and judges no networks"),
    (Role.MEMBER, Baselines, "members read with whom they are compared in an evaluation that is published"),
    (Role.ADMINISTRATOR, Baselines, "operates, and compares no members"),
    (Role.MEMBER, PartyMemberCounts, "the party tells its members how many they are, and not this record"),
    (Role.ADMINISTRATOR, PartyMemberCounts, "operates, and counts no members"),
    (Role.AUDITOR, AttentionList, "looks, and has nothing to do in networks"),
    (Role.ADMINISTRATOR, AttentionList, "operates, and does nothing in networks"),
    (Role.ADMINISTRATOR, party.RecordAddress, "operates, and keeps nobody's address but the own one"),
    (Role.ADMINISTRATOR, party.CorrectPerson, "operates, and opens no names"),
    (Role.CORE_GROUP, party.RecordAddressBounced, "does not see where people have their mail"),
    (Role.PARTY_BUREAU, PrivacyRequests, "takes requests in; who asked what is for the privacy officer"),
    (Role.PARTY_BUREAU, privacy.ErasePerson, "works with the data, and does not decide on erasing it"),
    (Role.ADMINISTRATOR, privacy.ErasePerson, "operates, and decides on nobody's data but the own"),
    (Role.AUDITOR, networks.JoinNetwork, "looks, and changes nothing"),
    (Role.PRIVACY_OFFICER, networks.WithdrawEntry, "looks, and changes nothing in networks"),
    (Role.VISITOR, MembershipReport, "who joined and who left is for the party; a stranger sees how many there are"),
    (Role.VISITOR, TimeToTarget, "no network is judged before strangers"),
    (Role.VISITOR, CoreGroupContacts, "who is in a core group consented to members knowing it, and not the world"),
    (Role.REQUESTER, CoreGroupContacts, "who is in a core group consented to members knowing it; a request says who answers"),
    (Role.PARTY_BUREAU, CoreGroupContacts, "who consented is named to members; the bureau sees the members of a network"),
    (Role.VISITOR, MembersOfNetwork, "who is a member is told to no stranger"),
    (Role.VISITOR, Pilots, "who may still begin is between the party and its members"),
    (Role.VISITOR, FoundingPlanDetails, "a plan is between its group, the bureau and the board until it is decided"),
    (Role.VISITOR, AdviceOfNetwork, "a network's members read what it answered, and not the world"),
    (Role.REQUESTER, AdviceOfNetwork, "sees the own requests; what became of others when it is published"),
    (Role.NATIONAL_BOARD, AdviceOfNetwork, "the board sees numbers and states; what is asked and answered is not for it"),
    (Role.VISITOR, PublishedUses, "a requester let members read it, and not the world"),
    (Role.VISITOR, AdviceRequestDetails, "a request is seen by its link, and that is of one request"),
    (Role.VISITOR, Evaluation, "an evaluation is public once it was frozen and published, and then that one is"),
    (Role.VISITOR, History, "a history tells of people"),
    (Role.VISITOR, networks.JoinNetwork, "who joins is known by then"),
)
"""What must not be: written down, so that nobody grants it by accident. A test reads it."""


NAMED_IN_HISTORIES: Mapping[Role, str] = {
    Role.PARTY_BUREAU: "everybody but the people of a sensitive network, or of a plan for one; who recorded it",
    Role.CORE_GROUP: "whoever is a member of its network now, and nobody when it looks back",
    Role.NATIONAL_BOARD: "the people of a plan that is not for a sensitive network; who recorded it; no members of networks",
    Role.MEMBER: "the people of a plan that one began or was asked for (not a sensitive one), and nobody when one looks back",
}
"""
Whom the sentences of a history name to a role (application.access.redaction.histories); to all other roles nobody.

Somebody whom the role may know and whose name is gone is called so; anybody else by a neutral word. The histories of requests for
advice and of roles name nobody.
"""
