"""Who may do what: one table. What has no row here is denied (DESIGN 9)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from application.commands import networks as n
from application.commands import party as y
from application.commands import plans as p
from application.commands import rules_and_pilot as r
from application.commands.base import Command
from application.errors import AccessDenied
from application.ports import Session
from domain.acts import Role


class Scope(StrEnum):
    """How far a permission reaches."""

    ALL = "all"
    SELF = "self"
    """For oneself only; recording it for somebody else takes the party bureau."""
    OWN_NETWORK = "own-network"
    """In the network in whose core group one has a seat now."""
    INITIATOR = "initiator"
    """On a plan that one began or was asked for a seat in."""


Row = Mapping[Role, Scope]


def _row(**scopes: Scope) -> Row:
    return MappingProxyType({Role[name]: scope for name, scope in scopes.items()})


ALL, SELF, OWN_NETWORK, INITIATOR = Scope.ALL, Scope.SELF, Scope.OWN_NETWORK, Scope.INITIATOR

BOARD = _row(NATIONAL_BOARD=ALL, PARTY_BUREAU=ALL)
"""The board decides, in the evening or in a meeting; the bureau records what it decided."""
BUREAU = _row(PARTY_BUREAU=ALL)
WRITERS = _row(MEMBER=INITIATOR, PARTY_BUREAU=ALL)
CLOCK = _row(CLOCK=ALL)

COMMANDS: Mapping[type[Command], Row] = MappingProxyType(
    {
        r.AdoptRules: BOARD,
        r.OpenPilot: BOARD,
        r.RecordInterest: BUREAU,
        r.RecordTalk: BUREAU,
        r.OfferPlace: BOARD,
        r.EndPilot: BOARD,
        p.DraftPlan: _row(MEMBER=ALL, PARTY_BUREAU=ALL, NATIONAL_BOARD=ALL),
        p.RevisePlan: WRITERS,
        p.AmendPlan: WRITERS,
        p.NominateCoreGroupMember: WRITERS,
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
        n.AppointCoreGroupMember: BOARD,
        n.EndSeat: _row(CORE_GROUP=SELF, NATIONAL_BOARD=ALL, PARTY_BUREAU=ALL),
        n.AppointChair: _row(CORE_GROUP=OWN_NETWORK, NATIONAL_BOARD=ALL, PARTY_BUREAU=ALL),
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
        y.StartPartyMembership: BUREAU,
        y.AnnouncePartyEnd: BUREAU,
        y.UndoPartyEnd: BUREAU,
        y.GiveRole: _row(ADMINISTRATOR=ALL),
        y.EndRole: _row(ADMINISTRATOR=ALL),
        y.EndPartyMembership: CLOCK,
        y.EndMembership: CLOCK,
        y.DropNomination: CLOCK,
    }
)


def scope_of(asked: type[Command], role: Role) -> Scope:
    """
    Give how far a role's permission for a command reaches.

    :raises AccessDenied: if it has none
    """
    scope = COMMANDS.get(asked, {}).get(role)
    if scope is None:
        raise AccessDenied(role=role, what=asked.__name__)
    return scope


def allow(command: Command, session: Session) -> None:
    """
    Check what can be checked before anything is loaded; the rest is checked on what is loaded (application.work).

    :raises AccessDenied: if the table does not allow it
    """
    scope = scope_of(type(command), session.role)
    person = getattr(command, "person", None)
    if scope is not Scope.ALL and person not in {None, session.person}:
        raise AccessDenied(role=session.role, what=type(command).__name__)
    if session.role is Role.CORE_GROUP and getattr(command, "network", None) != session.network:
        raise AccessDenied(role=session.role, what=type(command).__name__)
