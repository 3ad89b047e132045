"""A body for every command, which its fields accept."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid4

from application.commands import advice, conversations, lessons, meetings, networks, party, pilot, plans
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
    pilot.AdoptRules: _always(
        rulesVersion="v9", networkType="theme-network", validFrom="2024-01-01", rules=RULES, origin="Besluit 9."
    ),
    pilot.RecordBaseline: _always(
        group="party-members",
        shares=[{"value": "NL-UT", "share": 0.4}, {"value": "NL-GE", "share": 0.6}],
        counted=25_000,
        referenceDay="2023-01-01",
        origin="Ledenadministratie.",
    ),
    pilot.CountPartyMembers: _always(members=25_000, referenceDay="2023-01-01", origin="Ledenadministratie."),
    pilot.OpenPilot: _always(**PILOT | {"label": "pilot-twee"}),
    pilot.RecordInterest: _always(theme="Landbouw", networkType="theme-network"),
    pilot.RecordTalk: _always(group=str(uuid4()), outcome="later"),
    pilot.OfferPlace: _always(plan=str(uuid4())),
    pilot.EndPilot: _always(),
    plans.DraftPlan: _always(**PLAN),
    plans.RevisePlan: _always(**PLAN),
    plans.AmendPlan: _always(**PLAN),
    plans.NominateChair: lambda party: {"nominee": _new_person(party)["person"]},
    plans.NominateCoreGroupMember: lambda party: {"nominee": _new_person(party)["person"]},
    plans.AcceptNomination: _always(),
    plans.DeclineNomination: _always(),
    plans.CountSupporters: _always(supporters=30),
    plans.SubmitPlan: _always(),
    plans.WithdrawPlan: _always(),
    plans.ReturnPlan: _always(missing=["purpose"]),
    plans.FindPlanComplete: _always(),
    plans.AdviseOnPlan: _always(advice="Instemmen."),
    plans.AskQuestion: _always(question="Waarom nu?"),
    plans.AnswerQuestion: _always(answer="Daarom."),
    plans.DeclareConflictOfInterest: _always(interest="Familie."),
    plans.ApprovePlan: _always(outcome="approved", planVersion=1),
    plans.RejectPlan: _always(outcome="rejected", planVersion=1, reasons="Te smal."),
    plans.DeferPlan: _always(outcome="deferred", planVersion=1, until="2030-01-01", reasons="Later."),
    plans.MeetCondition: _always(),
    plans.LapseCondition: _always(),
    plans.LapsePlan: _always(lapseReason="not-completed"),
    plans.FoundWaitingNetwork: _always(),
    pilot.EstimateHours: _always(month="2022-06", hours=20),
    networks.BringInNetwork: _always(**NETWORK | {"name": "Netwerk gebed"}),
    networks.AppointCoreGroupMember: _new_person,
    networks.AppointChair: _new_person,
    networks.StateCoreGroupMix: _always(withExperience=2),
    networks.ChangeAgreements: _always(purpose="Beter.", organisation="Anders."),
    networks.MarkSensitive: _always(),
    networks.SuspendNetwork: _always(**REASON),
    networks.ResumeNetwork: _always(),
    networks.RenewNetwork: _always(),
    networks.MergeNetwork: _always(into=str(uuid4()), **REASON),
    networks.CloseNetwork: _always(**REASON),
    networks.JoinNetwork: _always(purposeVersion=1),
    networks.EndorsePurpose: _always(purposeVersion=1),
    networks.LeaveNetwork: _always(),
    networks.EndSeat: _always(),
    networks.CorrectEntry: lambda _: {"of": _event(), "correctedAt": "2023-01-01T12:00:00Z", "mistake": "wrong-day"},
    networks.WithdrawEntry: lambda _: {"of": _event(), "mistake": "did-not-happen"},
    meetings.PlanMeeting: _always(**MEETING),
    meetings.RecordMeeting: _always(outcome="held", title="Kennismaking", mode="online", present=12),
    meetings.MoveMeeting: _always(day="2199-02-01"),
    meetings.CancelMeeting: _always(**REASON),
    meetings.HoldMeeting: _always(present=23),
    conversations.HoldConversation: _always(outcome="continue"),
    lessons.TellLessons: _always(whatWorked="Korte avonden."),
    advice.RequestAdvice: lambda party: {**REQUEST, "network": _network(party)},
    advice.AcceptRequest: _always(),
    advice.DeclineRequest: _always(declineReason="no-time", explanation="Te druk."),
    advice.RedirectRequest: lambda _: {"otherNetwork": str(uuid4()), "due": "2030-01-01"},
    advice.AskClarification: _always(question="Welke scholen?"),
    advice.GiveClarification: _always(answer="De kleine."),
    advice.AgreeNewDay: _always(due="2030-02-01", reason="Er komen verkiezingen."),
    advice.RefuseNewDay: _always(),
    advice.InviteExpert: lambda party: {"expert": _new_person(party)["person"]},
    advice.AcceptInvitation: _always(),
    advice.DeclineInvitation: _always(),
    advice.DeclareExpertConflict: _always(interest="Werkt bij een school."),
    advice.DiscloseExpertConflict: lambda party: {"expert": _new_person(party)["person"]},
    advice.CallMembers: _always(closesOn="2030-01-01"),
    advice.AnswerCall: _always(answer="Denk aan de bus."),
    advice.GiveContribution: lambda party: {"network": _network(party), "contribution": "Ook zorg."},
    advice.DeliverAdvice: _always(advice="Het valt mee.", recommendations=["Houd de bus."]),
    advice.AcknowledgeAdvice: _always(answered="partly"),
    advice.ReportUse: _always(uses=[{"number": 1, "use": "adopted", "link": "https://voorbeeld.example/besluit"}]),
    advice.PublishUse: _always(),
    advice.WithdrawRequest: _always(),
    advice.OfferAdvice: lambda party: {"network": _network(party), "addressee": "committee", "advice": "Denk aan de bus."},
    party.StartPartyMembership: _new_person,
    party.RegisterPartyMember: _always(name="Voorbeeld Ingeschreven", province="NL-UT", birthYear=1980),
    party.AnnouncePartyEnd: _new_person,
    party.UndoPartyEnd: _new_person,
    party.GiveRole: lambda party: {**_new_person(party), "role": "auditor"},
    party.ChangeAddress: _always(email="iemand@voorbeeld.example"),
    party.RecordAddress: lambda party: {**_new_person(party), "email": "nieuw@voorbeeld.example"},
    party.RecordAddressBounced: lambda party: {"person": str(_with_address(party))},
    party.EndRole: lambda party: {**_new_person(party), "role": "auditor"},
}
