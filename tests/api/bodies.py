"""A body for every command, which its fields accept."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from application.commands import networks as n
from application.commands import party as y
from application.commands import plans as p
from application.commands import rules_and_pilot as r
from application.commands.base import Command
from tests.api.party import NETWORK, PILOT, PLAN, Party

BodyMaker = Callable[[Party], Mapping[str, Any]]
RULES = {"coreGroupMinimum": 4, "requiredParts": ["purpose"], "targetMembers": 50}
REASON = {"reason": "Zo besloten."}


def _always(**body: Any) -> BodyMaker:
    return lambda _: body


def _new_person(party: Party) -> Mapping[str, Any]:
    return {"person": str(party.opened.vault.add_person("Voorbeeld Nieuw"))}


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
    n.BringInNetwork: _always(**NETWORK | {"name": "Netwerk gebed"}),
    n.AppointCoreGroupMember: _new_person,
    n.AppointChair: _new_person,
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
    y.StartPartyMembership: _new_person,
    y.RegisterPartyMember: _always(name="Voorbeeld Ingeschreven", province="NL-UT", birthYear=1980),
    y.AnnouncePartyEnd: _new_person,
    y.UndoPartyEnd: _new_person,
    y.GiveRole: lambda party: {**_new_person(party), "role": "auditor"},
    y.EndRole: lambda party: {**_new_person(party), "role": "auditor"},
}
