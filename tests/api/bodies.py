"""A body for every command, which its fields accept."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid4

from application.commands import advice as d
from application.commands import conversations as v
from application.commands import lessons as e
from application.commands import meetings as m
from application.commands import networks as n
from application.commands import party as y
from application.commands import pilot as r
from application.commands import plans as p
from application.commands.base import Command
from tests.api.party import MEETING, NETWORK, PILOT, PLAN, REQUEST, Party

BodyMaker = Callable[[Party], Mapping[str, Any]]
RULES = {"coreGroupMinimum": 4, "requiredParts": ["purpose"], "targetMembers": 50}
REASON = {"reason": "Zo besloten."}


def _always(**body: Any) -> BodyMaker:
    return lambda _: body


def _new_person(party: Party) -> Mapping[str, Any]:
    return {"person": str(party.opened.vault.add_person("Voorbeeld Nieuw"))}


def _with_address(party: Party) -> UUID:
    person = party.opened.vault.add_person("Voorbeeld Bereikbaar")
    party.opened.vault.keep_address(person, "bereikbaar@voorbeeld.example")
    return person


def _network(party: Party) -> str:
    """The network that is there, of whose core group a token is."""
    return party.networks[0] if party.networks else str(uuid4())


def _event() -> str:
    return f"{uuid4()}:1"


BODIES: Mapping[type[Command], BodyMaker] = {
    r.AdoptRules: _always(
        rulesVersion="v9", networkType="theme-network", validFrom="2024-01-01", rules=RULES, origin="Besluit 9."
    ),
    r.RecordBaseline: _always(
        group="party-members",
        shares=[{"value": "NL-UT", "share": 0.4}, {"value": "NL-GE", "share": 0.6}],
        counted=25_000,
        referenceDay="2023-01-01",
        origin="Ledenadministratie.",
    ),
    r.CountPartyMembers: _always(members=25_000, referenceDay="2023-01-01", origin="Ledenadministratie."),
    r.OpenPilot: _always(**PILOT | {"label": "pilot-twee"}),
    r.RecordInterest: _always(theme="Landbouw", networkType="theme-network"),
    r.RecordTalk: _always(group=str(uuid4()), outcome="later"),
    r.OfferPlace: _always(plan=str(uuid4())),
    r.EndPilot: _always(),
    p.DraftPlan: _always(**PLAN),
    p.RevisePlan: _always(**PLAN),
    p.AmendPlan: _always(**PLAN),
    p.NominateChair: lambda party: {"nominee": _new_person(party)["person"]},
    p.NominateCoreGroupMember: lambda party: {"nominee": _new_person(party)["person"]},
    p.AcceptNomination: _always(),
    p.DeclineNomination: _always(),
    p.CountSupporters: _always(supporters=30),
    p.SubmitPlan: _always(),
    p.WithdrawPlan: _always(),
    p.ReturnPlan: _always(missing=["purpose"]),
    p.FindPlanComplete: _always(),
    p.AdviseOnPlan: _always(advice="Instemmen."),
    p.AskQuestion: _always(question="Waarom nu?"),
    p.AnswerQuestion: _always(answer="Daarom."),
    p.DeclareConflictOfInterest: _always(interest="Familie."),
    p.ApprovePlan: _always(outcome="approved", planVersion=1),
    p.RejectPlan: _always(outcome="rejected", planVersion=1, reasons="Te smal."),
    p.DeferPlan: _always(outcome="deferred", planVersion=1, until="2030-01-01", reasons="Later."),
    p.MeetCondition: _always(),
    p.LapseCondition: _always(),
    p.LapsePlan: _always(lapseReason="not-completed"),
    p.FoundWaitingNetwork: _always(),
    r.EstimateHours: _always(month="2022-06", hours=20),
    n.BringInNetwork: _always(**NETWORK | {"name": "Netwerk gebed"}),
    n.AppointCoreGroupMember: _new_person,
    n.AppointChair: _new_person,
    n.StateCoreGroupMix: _always(withExperience=2),
    n.ChangeAgreements: _always(purpose="Beter.", organisation="Anders."),
    n.MarkSensitive: _always(),
    n.SuspendNetwork: _always(**REASON),
    n.ResumeNetwork: _always(),
    n.RenewNetwork: _always(),
    n.MergeNetwork: _always(into=str(uuid4()), **REASON),
    n.CloseNetwork: _always(**REASON),
    n.JoinNetwork: _always(purposeVersion=1),
    n.EndorsePurpose: _always(purposeVersion=1),
    n.LeaveNetwork: _always(),
    n.EndSeat: _always(),
    n.CorrectEntry: lambda _: {"of": _event(), "correctedAt": "2023-01-01T12:00:00Z", "mistake": "wrong-day"},
    n.WithdrawEntry: lambda _: {"of": _event(), "mistake": "did-not-happen"},
    m.PlanMeeting: _always(**MEETING),
    m.RecordMeeting: _always(outcome="held", title="Kennismaking", mode="online", present=12),
    m.MoveMeeting: _always(day="2199-02-01"),
    m.CancelMeeting: _always(**REASON),
    m.HoldMeeting: _always(present=23),
    v.HoldConversation: _always(outcome="continue"),
    e.TellLessons: _always(whatWorked="Korte avonden."),
    d.RequestAdvice: lambda party: {**REQUEST, "network": _network(party)},
    d.AcceptRequest: _always(),
    d.DeclineRequest: _always(declineReason="no-time", explanation="Te druk."),
    d.RedirectRequest: lambda _: {"otherNetwork": str(uuid4()), "due": "2030-01-01"},
    d.AskClarification: _always(question="Welke scholen?"),
    d.GiveClarification: _always(answer="De kleine."),
    d.AgreeNewDay: _always(due="2030-02-01", reason="Er komen verkiezingen."),
    d.RefuseNewDay: _always(),
    d.InviteExpert: lambda party: {"expert": _new_person(party)["person"]},
    d.AcceptInvitation: _always(),
    d.DeclineInvitation: _always(),
    d.DeclareExpertConflict: _always(interest="Werkt bij een school."),
    d.DiscloseExpertConflict: lambda party: {"expert": _new_person(party)["person"]},
    d.CallMembers: _always(closesOn="2030-01-01"),
    d.AnswerCall: _always(answer="Denk aan de bus."),
    d.GiveContribution: lambda party: {"network": _network(party), "contribution": "Ook zorg."},
    d.DeliverAdvice: _always(advice="Het valt mee.", recommendations=["Houd de bus."]),
    d.AcknowledgeAdvice: _always(answered="partly"),
    d.ReportUse: _always(uses=[{"number": 1, "use": "adopted", "link": "https://voorbeeld.example/besluit"}]),
    d.PublishUse: _always(),
    d.WithdrawRequest: _always(),
    d.OfferAdvice: lambda party: {"network": _network(party), "addressee": "committee", "advice": "Denk aan de bus."},
    y.StartPartyMembership: _new_person,
    y.RegisterPartyMember: _always(name="Voorbeeld Ingeschreven", province="NL-UT", birthYear=1980),
    y.AnnouncePartyEnd: _new_person,
    y.UndoPartyEnd: _new_person,
    y.GiveRole: lambda party: {**_new_person(party), "role": "auditor"},
    y.ChangeAddress: _always(email="iemand@voorbeeld.example"),
    y.RecordAddress: lambda party: {**_new_person(party), "email": "nieuw@voorbeeld.example"},
    y.RecordAddressBounced: lambda party: {"person": str(_with_address(party))},
    y.EndRole: lambda party: {**_new_person(party), "role": "auditor"},
}
