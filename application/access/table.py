"""Who may do and see what: one table. What has no row here is denied (DESIGN 9)."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from application import queries as q
from application.commands import advice as d
from application.commands import conversations as v
from application.commands import lessons as e
from application.commands import meetings as m
from application.commands import networks as n
from application.commands import party as y
from application.commands import pilot as r
from application.commands import plans as p
from application.commands.base import Command
from application.errors import AccessDenied
from application.ports.vault import Session
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
    EXPERT = "expert"
    """On an advice request on which one is an expert, with no interest that was not disclosed."""
    MEMBERSHIP = "membership"
    """In a network of which one is a member now."""


Row = Mapping[Role, Scope]


def _row(**scopes: Scope) -> Row:
    return MappingProxyType({Role[name]: scope for name, scope in scopes.items()})


ALL, SELF, OWN_NETWORK, INITIATOR = Scope.ALL, Scope.SELF, Scope.OWN_NETWORK, Scope.INITIATOR
OWN_REQUEST, EXPERT, MEMBERSHIP = Scope.OWN_REQUEST, Scope.EXPERT, Scope.MEMBERSHIP

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

COMMANDS: Mapping[type[Command], Row] = MappingProxyType(
    {
        r.AdoptRules: BOARD,
        r.RecordBaseline: BOARD,
        r.CountPartyMembers: BOARD,
        r.OpenPilot: BOARD,
        r.RecordInterest: BUREAU,
        r.RecordTalk: BUREAU,
        r.EstimateHours: BUREAU,
        r.OfferPlace: BOARD,
        r.EndPilot: BOARD,
        p.DraftPlan: _row(MEMBER=SELF, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL),
        p.RevisePlan: WRITERS,
        p.AmendPlan: WRITERS,
        p.NominateCoreGroupMember: WRITERS,
        p.NominateChair: WRITERS,
        p.AcceptNomination: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
        p.DeclineNomination: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
        p.CountSupporters: BUREAU,
        p.SubmitPlan: WRITERS,
        p.WithdrawPlan: WRITERS,
        p.ReturnPlan: BUREAU,
        p.FindPlanComplete: BUREAU,
        p.AdviseOnPlan: BUREAU,
        p.AskQuestion: BOARD,
        p.AnswerQuestion: WRITERS,
        p.DeclareConflictOfInterest: _row(NATIONAL_BOARD=SELF, PARTY_BUREAU=ALL),
        p.ApprovePlan: BOARD,
        p.RejectPlan: BOARD,
        p.DeferPlan: BOARD,
        p.MeetCondition: BUREAU,
        p.LapseCondition: BUREAU,
        p.LapsePlan: BUREAU,
        p.FoundWaitingNetwork: BOARD,
        n.BringInNetwork: BOARD,
        n.AppointCoreGroupMember: _row(CORE_GROUP=OWN_NETWORK, NATIONAL_BOARD=ALL, PARTY_BUREAU=ALL),
        n.EndSeat: _row(CORE_GROUP=SELF, NATIONAL_BOARD=ALL, PARTY_BUREAU=ALL),
        n.AppointChair: _row(CORE_GROUP=OWN_NETWORK, NATIONAL_BOARD=ALL, PARTY_BUREAU=ALL),
        n.StateCoreGroupMix: _row(CORE_GROUP=SELF, PARTY_BUREAU=ALL),
        n.ChangeAgreements: BOARD,
        n.MarkSensitive: BOARD,
        n.SuspendNetwork: BOARD,
        n.ResumeNetwork: BOARD,
        n.RenewNetwork: BOARD,
        n.MergeNetwork: BOARD,
        n.CloseNetwork: BOARD,
        n.JoinNetwork: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
        n.LeaveNetwork: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
        n.EndorsePurpose: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
        n.CorrectEntry: BUREAU,
        n.WithdrawEntry: BUREAU,
        m.PlanMeeting: HOSTS,
        m.RecordMeeting: HOSTS,
        m.MoveMeeting: HOSTS,
        m.CancelMeeting: HOSTS,
        m.HoldMeeting: HOSTS,
        v.OpenConversation: CLOCK,
        v.HoldConversation: BOARD,
        e.TellLessons: _row(CORE_GROUP=SELF, PARTY_BUREAU=ALL),
        d.RequestAdvice: _row(REQUESTER=SELF, CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL),
        d.AcceptRequest: ANSWERERS,
        d.DeclineRequest: ANSWERERS,
        d.RedirectRequest: ANSWERERS,
        d.AskClarification: ANSWERERS,
        d.GiveClarification: ASKERS,
        d.AgreeNewDay: ASKERS,
        d.RefuseNewDay: ASKERS,
        d.InviteExpert: ANSWERERS,
        d.AcceptInvitation: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
        d.DeclineInvitation: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
        d.DeclareExpertConflict: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
        d.DiscloseExpertConflict: ANSWERERS,
        d.CallMembers: ANSWERERS,
        d.AnswerCall: _row(MEMBER=SELF, PARTY_BUREAU=ALL),
        d.GiveContribution: ANSWERERS,
        d.DeliverAdvice: ANSWERERS,
        d.AcknowledgeAdvice: ASKERS,
        d.ReportUse: ASKERS,
        d.PublishUse: _row(REQUESTER=OWN_REQUEST),
        d.WithdrawRequest: ASKERS,
        d.OfferAdvice: ANSWERERS,
        y.StartPartyMembership: BUREAU,
        y.RegisterPartyMember: BUREAU,
        y.AnnouncePartyEnd: BUREAU,
        y.UndoPartyEnd: BUREAU,
        y.GiveRole: _row(ADMINISTRATOR=ALL),
        y.EndRole: _row(ADMINISTRATOR=ALL),
        y.ChangeAddress: _row(**{role.name: Scope.SELF for role in Role if role is not Role.CLOCK}),
        y.RecordAddress: BUREAU,
        y.RecordAddressBounced: BUREAU,
        y.LetTimePass: CLOCK,
        y.EndMembership: CLOCK,
        y.DropNomination: CLOCK,
    }
)


EVERYBODY = _row(**{role.name: ALL for role in Role if role is not Role.CLOCK})
OVERSEERS = _row(PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL, PRIVACY_OFFICER=ALL)
"""The bureau and the board do the work; auditor and privacy officer look over it, without names (access.redaction)."""

READERS_OF_EVALUATIONS = MappingProxyType({**OVERSEERS, Role.CORE_GROUP: ALL, Role.REQUESTER: ALL})
"""Whoever is judged, asked or looks over it; with whom networks are compared is for the same."""

QUERIES: Mapping[type[q.Query[Any]], Row] = MappingProxyType(
    {
        q.NetworkDirectory: EVERYBODY,
        q.NetworkDetails: EVERYBODY,
        q.MembershipReport: EVERYBODY,
        q.GrowthCurve: EVERYBODY,
        q.TimeToTarget: EVERYBODY,
        q.AskedAnew: EVERYBODY,
        q.MembersOfNetwork: _row(CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, AUDITOR=ALL),
        q.FoundingPlans: OVERSEERS,
        q.FoundingPlanDetails: MappingProxyType({**OVERSEERS, Role.MEMBER: INITIATOR}),
        q.Meetings: EVERYBODY,
        q.MeetingDetails: EVERYBODY,
        q.Conversations: _row(CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL),
        q.LessonsOfNetworks: _row(CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL),
        q.DecisionRegister: EVERYBODY,
        q.Pilots: EVERYBODY,
        q.Talks: OVERSEERS,
        q.WaitingPlans: OVERSEERS,
        q.RulesAdoptedSoFar: EVERYBODY,
        q.OfficesHeld: _row(ADMINISTRATOR=ALL, AUDITOR=ALL, PRIVACY_OFFICER=ALL),
        q.PersonNamed: BUREAU,
        q.WhoAmI: EVERYBODY,
        q.AdviceRequests: _row(REQUESTER=SELF, CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL),
        q.AdviceRequestDetails: _row(REQUESTER=OWN_REQUEST, CORE_GROUP=OWN_NETWORK, MEMBER=EXPERT, PARTY_BUREAU=ALL, AUDITOR=ALL),
        q.AnswersToCalls: _row(CORE_GROUP=OWN_NETWORK),
        q.CallsToMembers: _row(MEMBER=MEMBERSHIP, CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL),
        q.PublishedUses: EVERYBODY,
        q.AdviceOffers: _row(REQUESTER=ALL, CORE_GROUP=OWN_NETWORK, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, AUDITOR=ALL),
        q.History: MappingProxyType(
            {**OVERSEERS, Role.CORE_GROUP: OWN_NETWORK, Role.MEMBER: INITIATOR, Role.REQUESTER: OWN_REQUEST}
        ),
        q.Events: _row(AUDITOR=ALL, PRIVACY_OFFICER=ALL, ADMINISTRATOR=ALL),
        q.Evaluation: READERS_OF_EVALUATIONS,
        q.Baselines: READERS_OF_EVALUATIONS,
        q.PartyMemberCounts: READERS_OF_EVALUATIONS,
        q.Why: MappingProxyType({**OVERSEERS, Role.CORE_GROUP: OWN_NETWORK}),
        q.AttentionList: _row(
            MEMBER=SELF, CORE_GROUP=SELF, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL, REQUESTER=SELF, PRIVACY_OFFICER=ALL
        ),
    }
)

DENIED: tuple[tuple[Role, type[q.Query[Any]] | type[Command], str], ...] = (
    (Role.NATIONAL_BOARD, q.MembersOfNetwork, "the board decides on networks, not on members: no member lists"),
    (Role.REQUESTER, q.MembersOfNetwork, "who asks advice asks the core group: no lists"),
    (Role.MEMBER, q.MembersOfNetwork, "members meet at meetings: no public member lists"),
    (Role.PRIVACY_OFFICER, q.MembersOfNetwork, "looks over the rules and not over people"),
    (Role.ADMINISTRATOR, q.MembersOfNetwork, "operates, and opens no text and no list"),
    (Role.ADMINISTRATOR, q.FoundingPlanDetails, "operates, and opens no text"),
    (Role.REQUESTER, q.FoundingPlanDetails, "a plan is between its group, the bureau and the board until it is decided"),
    (Role.CORE_GROUP, q.Events, "the whole log is for those who look over it"),
    (Role.MEMBER, q.Events, "the whole log is for those who look over it"),
    (Role.NATIONAL_BOARD, q.Events, "the log tells of memberships, one by one"),
    (Role.PARTY_BUREAU, q.Events, "the log tells of memberships, one by one"),
    (Role.MEMBER, q.PersonNamed, "asking by name whether somebody is a member would tell who is"),
    (Role.ADMINISTRATOR, q.PersonNamed, "operates, and opens no names"),
    (Role.NATIONAL_BOARD, m.PlanMeeting, "networks plan their own meetings"),
    (Role.NATIONAL_BOARD, m.HoldMeeting, "who was there is between the core group and whom it tells"),
    (Role.MEMBER, m.RecordMeeting, "how many came is counted by the core group, once"),
    (Role.REQUESTER, m.CancelMeeting, "a meeting is called off by who organises it"),
    (Role.CORE_GROUP, v.HoldConversation, "two talk, and the bureau writes down what they agreed"),
    (Role.MEMBER, q.Conversations, "a network that is talked about is not judged in public"),
    (Role.NATIONAL_BOARD, e.TellLessons, "lessons are the core group's own; the board reads them"),
    (Role.NATIONAL_BOARD, n.StateCoreGroupMix, "a core group says it of itself; the board keeps no list of careers"),
    (Role.MEMBER, q.LessonsOfNetworks, "what the party should change is told to the party, not to all"),
    (Role.REQUESTER, q.LessonsOfNetworks, "is a party to what worked and what did not"),
    (Role.ADMINISTRATOR, q.LessonsOfNetworks, "operates, and opens no text"),
    (Role.MEMBER, q.AdviceRequests, "what is asked of a network is between requester and core group; members see calls to them"),
    (Role.MEMBER, q.AnswersToCalls, "what a member thinks is said to the core group, and not to the other members"),
    (Role.REQUESTER, q.AnswersToCalls, "the network answers, and not its members one by one"),
    (Role.REQUESTER, q.CallsToMembers, "who asks advice asks the core group, which asks its members"),
    (Role.PARTY_BUREAU, q.AnswersToCalls, "what a member thinks is said to the core group"),
    (Role.NATIONAL_BOARD, q.AdviceRequestDetails, "the board sees numbers and states; what is asked and answered is not for it"),
    (Role.NATIONAL_BOARD, d.DeliverAdvice, "the board decides on networks, and does not speak for them"),
    (Role.ADMINISTRATOR, q.AdviceRequests, "operates, and opens no text"),
    (Role.ADMINISTRATOR, q.AdviceRequestDetails, "operates, and opens no text"),
    (Role.PRIVACY_OFFICER, q.AdviceRequestDetails, "looks over the rules and not over what is asked"),
    (Role.PARTY_BUREAU, d.PublishUse, "only the requester makes public what was told to the network"),
    (Role.CORE_GROUP, d.PublishUse, "only the requester makes public what was told to the network"),
    (Role.MEMBER, d.DeliverAdvice, "an advice comes from the core group, which answers for it"),
    (Role.REQUESTER, d.DeliverAdvice, "who asks does not answer"),
    (Role.AUDITOR, d.RequestAdvice, "looks, and changes nothing"),
    (Role.CORE_GROUP, r.RecordBaseline, "whoever is compared does not say with whom"),
    (Role.AUDITOR, r.CountPartyMembers, "looks, and changes nothing"),
    (Role.NATIONAL_BOARD, r.EstimateHours, "the bureau knows its own hours, and nobody measures them"),
    (Role.MEMBER, q.Evaluation, "members read an evaluation when it is published"),
    (Role.ADMINISTRATOR, q.Evaluation, "operates, and judges no networks"),
    (Role.MEMBER, q.Baselines, "members read with whom they are compared in an evaluation that is published"),
    (Role.ADMINISTRATOR, q.Baselines, "operates, and compares no members"),
    (Role.MEMBER, q.PartyMemberCounts, "the party tells its members how many they are, and not this record"),
    (Role.ADMINISTRATOR, q.PartyMemberCounts, "operates, and counts no members"),
    (Role.AUDITOR, q.AttentionList, "looks, and has nothing to do in networks"),
    (Role.ADMINISTRATOR, q.AttentionList, "operates, and does nothing in networks"),
    (Role.ADMINISTRATOR, y.RecordAddress, "operates, and keeps nobody's address but the own one"),
    (Role.CORE_GROUP, y.RecordAddressBounced, "does not see where people have their mail"),
    (Role.AUDITOR, n.JoinNetwork, "looks, and changes nothing"),
    (Role.PRIVACY_OFFICER, n.WithdrawEntry, "looks, and changes nothing in networks"),
)
"""What must not be: written down, so that nobody grants it by accident. A test reads it."""


NAMED_IN_HISTORIES: Mapping[Role, str] = MappingProxyType(
    {
        Role.PARTY_BUREAU: "everybody but the people of a sensitive network, or of a plan for one; who recorded it",
        Role.CORE_GROUP: "whoever is a member of its network now, and nobody when it looks back",
        Role.NATIONAL_BOARD: "the people of a plan that is not for a sensitive network; who recorded it; no members of networks",
        Role.MEMBER: "the people of a plan that one began or was asked for (not a sensitive one), and nobody when one looks back",
    }
)
"""
Whom the sentences of a history name to a role (application.access.redaction_of_histories); to all other roles nobody.

Somebody whom the role may know and whose name is gone is called so; anybody else by a neutral word. The histories of requests for
advice and of roles name nobody.
"""


@cache
def scope_of(asked: type[Command] | type[q.Query[Any]], role: Role) -> Scope:
    """
    Give how far a role's permission for a command or question reaches.

    :raises AccessDenied: if it has none
    """
    row: Row = COMMANDS.get(asked, {}) if issubclass(asked, Command) else QUERIES.get(asked, {})
    scope = row.get(role)
    if scope is None:
        raise AccessDenied(role=role, what=asked.__name__)
    return scope


def allow(command: Command, session: Session) -> None:
    """
    Check what can be checked before anything is loaded; the rest is checked on what is loaded (application.command_context).

    :raises AccessDenied: if the table does not allow it
    """
    scope = scope_of(type(command), session.role)
    person = getattr(command, "person", None)
    if scope in {Scope.SELF, Scope.INITIATOR} and person not in {None, session.person}:
        raise AccessDenied(role=session.role, what=type(command).__name__)
    if session.role not in BOARD and (getattr(command, "started_by_board", False) or getattr(command, "by_board", False)):
        raise AccessDenied(role=session.role, what=type(command).__name__)
    # What names no network is checked on what it is about (Work.meeting, Work.request).
    about = None if isinstance(command, d.OnRequest) else session.network
    named = session.network if isinstance(command, d.OnRequest) else getattr(command, "network", about)
    if session.role is Role.CORE_GROUP and named != session.network:
        raise AccessDenied(role=session.role, what=type(command).__name__)
