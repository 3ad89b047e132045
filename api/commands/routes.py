"""Every command of the API, one row each: where it is given, what it is called in Dutch, what it answers."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pydantic.alias_generators import to_camel

from api.commands import answers as a
from api.commands.bodies import BodyShape
from application.commands import advice as d
from application.commands import conversations as v
from application.commands import lessons as e
from application.commands import meetings as m
from application.commands import networks as n
from application.commands import party as y
from application.commands import pilot as r
from application.commands import plans as p
from application.commands.base import Command

CHOICE = "outcome"
"""The field that tells several commands of one route apart."""


class Tag(StrEnum):
    """What a route is about, as the document groups them."""

    RULES = "rules"
    PILOTS = "pilots"
    PLANS = "founding-plans"
    NETWORKS = "networks"
    MEMBERSHIPS = "memberships"
    MEETINGS = "meetings"
    LESSONS = "lessons"
    CONVERSATIONS = "conversations"
    DECISIONS = "decisions"
    EVALUATIONS = "evaluations"
    HISTORY = "history"
    ADVICE = "advice-requests"
    PARTY = "party-memberships"
    OFFICES = "offices"
    ATTENTION = "attention"


@dataclass(frozen=True)
class CommandRoute:
    """
    One way to give a command.

    Names in braces in the path are fields of the command; what it creates is found at ``creates``, filled from the answer.
    """

    path: str
    commands: tuple[type[Command], ...]
    answer: type[a.Answer]
    tag: Tag
    dutch: str
    creates: str | None = None
    operation: str | None = None
    ignores_version: bool = False
    """True where nothing that two people could edit at once is changed."""

    @property
    def from_path(self) -> dict[str, str]:
        """Which field of the command each name in the path is."""
        return {alias: re.sub("([A-Z])", r"_\1", alias).lower() for alias in re.findall(r"{(\w+)}", self.path)}

    @cached_property
    def shape(self) -> BodyShape[Command]:
        """What its body looks like."""
        return BodyShape(self.commands, frozenset(self.from_path.values()), CHOICE)

    @property
    def name(self) -> str:
        """What the operation is called in the document."""
        return self.operation or to_camel(self.commands[0].__name__[0].lower() + self.commands[0].__name__[1:])

    @property
    def needs_version(self) -> bool:
        """Whether it must name the version that was seen."""
        return any(command.NEEDS_VERSION for command in self.commands)


def _row(
    path: str,
    command: type[Command] | tuple[type[Command], ...],
    answer: type[a.Answer],
    tag: Tag,
    dutch: str,
    *,
    creates: str | None = None,
    operation: str | None = None,
    ignores_version: bool = False,
) -> CommandRoute:
    commands = command if isinstance(command, tuple) else (command,)
    return CommandRoute(path, commands, answer, tag, dutch, creates, operation, ignores_version or "{" not in path)


PLAN, NETWORK, PILOT = "/founding-plans/{plan}", "/networks/{network}", "/pilots/{pilot}"
MEETING = "/meetings/{meeting}"
REQUEST = "/advice-requests/{adviceRequest}"
CONDITION = PLAN + "/conditions/{conditionNumber}"

COMMAND_ROUTES = (
    _row("/rules", r.AdoptRules, a.RulesAnswer, Tag.RULES, "spelregels vaststellen"),
    _row("/baselines", r.RecordBaseline, a.BaselineAnswer, Tag.EVALUATIONS, "nulmeting vastleggen"),
    _row("/party-member-counts", r.CountPartyMembers, a.BaselineAnswer, Tag.EVALUATIONS, "aantal partijleden vastleggen"),
    _row("/pilots", r.OpenPilot, a.PilotAnswer, Tag.PILOTS, "pilot beginnen"),
    _row(PILOT + "/interests", r.RecordInterest, a.GroupAnswer, Tag.PILOTS, "belangstelling vastleggen"),
    _row(PILOT + "/talks", r.RecordTalk, a.GroupAnswer, Tag.PILOTS, "gesprek vastleggen (gesprekkenlijst)"),
    _row(PILOT + "/hours", r.EstimateHours, a.PilotAnswer, Tag.EVALUATIONS, "uren van het partijbureau schatten"),
    _row(PILOT + "/offers", r.OfferPlace, a.OfferAnswer, Tag.PILOTS, "plek aanbieden (wachtlijst)"),
    _row(PILOT + "/endings", r.EndPilot, a.PilotAnswer, Tag.PILOTS, "pilot beëindigen"),
    _row("/founding-plans", p.DraftPlan, a.PlanAnswer, Tag.PLANS, "oprichtingsplan beginnen", creates=PLAN),
    _row(PLAN + "/revisions", p.RevisePlan, a.PlanAnswer, Tag.PLANS, "concept herschrijven"),
    _row(PLAN + "/amendments", p.AmendPlan, a.PlanAnswer, Tag.PLANS, "ingediend plan wijzigen"),
    _row(PLAN + "/nominations", p.NominateCoreGroupMember, a.PlanAnswer, Tag.PLANS, "kerngroeplid voordragen"),
    _row(PLAN + "/chair-nominations", p.NominateChair, a.PlanAnswer, Tag.PLANS, "voorzitter voordragen"),
    _row(PLAN + "/nomination-acceptances", p.AcceptNomination, a.PlanAnswer, Tag.PLANS, "plaats in de kerngroep aannemen"),
    _row(PLAN + "/nomination-declinations", p.DeclineNomination, a.PlanAnswer, Tag.PLANS, "plaats in de kerngroep afslaan"),
    _row(PLAN + "/supporter-counts", p.CountSupporters, a.PlanAnswer, Tag.PLANS, "steun van leden tellen"),
    _row(PLAN + "/submissions", p.SubmitPlan, a.PlanAnswer, Tag.PLANS, "plan indienen"),
    _row(PLAN + "/withdrawals", p.WithdrawPlan, a.PlanAnswer, Tag.PLANS, "plan intrekken"),
    _row(PLAN + "/returns", p.ReturnPlan, a.PlanAnswer, Tag.PLANS, "plan teruggeven om aan te vullen"),
    _row(PLAN + "/completeness-findings", p.FindPlanComplete, a.PlanAnswer, Tag.PLANS, "plan compleet bevinden"),
    _row(PLAN + "/bureau-advices", p.AdviseOnPlan, a.PlanAnswer, Tag.PLANS, "advies van het partijbureau"),
    _row(PLAN + "/questions", p.AskQuestion, a.QuestionAnswer, Tag.PLANS, "vraag van het Landelijk Bestuur"),
    _row(PLAN + "/questions/{questionNumber}/answers", p.AnswerQuestion, a.PlanAnswer, Tag.PLANS, "antwoord op een vraag"),
    _row(PLAN + "/conflicts-of-interest", p.DeclareConflictOfInterest, a.PlanAnswer, Tag.PLANS, "tegenstrijdig belang melden"),
    _row(
        PLAN + "/decisions",
        (p.ApprovePlan, p.RejectPlan, p.DeferPlan),
        a.PlanAnswer,
        Tag.DECISIONS,
        "bestuursbesluit: instemmen, afwijzen of aanhouden",
        operation="decideOnPlan",
    ),
    _row(CONDITION + "/fulfilments", p.MeetCondition, a.PlanAnswer, Tag.DECISIONS, "aan een voorwaarde is voldaan"),
    _row(CONDITION + "/lapses", p.LapseCondition, a.PlanAnswer, Tag.DECISIONS, "voorwaarde vervallen"),
    _row(PLAN + "/lapses", p.LapsePlan, a.PlanAnswer, Tag.PLANS, "plan vervallen"),
    _row(PLAN + "/foundings", p.FoundWaitingNetwork, a.PlanAnswer, Tag.DECISIONS, "oprichten vanaf de wachtlijst"),
    _row("/networks", n.BringInNetwork, a.NetworkAnswer, Tag.NETWORKS, "bestaand netwerk inbrengen", creates=NETWORK),
    _row(NETWORK + "/core-group-seats", n.AppointCoreGroupMember, a.NetworkAnswer, Tag.NETWORKS, "kerngroeplid aanstellen"),
    _row(NETWORK + "/core-group-seats/endings", n.EndSeat, a.NetworkAnswer, Tag.NETWORKS, "aftreden uit de kerngroep"),
    _row(NETWORK + "/chairs", n.AppointChair, a.NetworkAnswer, Tag.NETWORKS, "voorzitter van de kerngroep aanwijzen"),
    _row(NETWORK + "/core-group-mixes", n.StateCoreGroupMix, a.NetworkAnswer, Tag.NETWORKS, "ervaring in de kerngroep vertellen"),
    _row(NETWORK + "/agreements", n.ChangeAgreements, a.AgreementsAnswer, Tag.NETWORKS, "afspraken wijzigen"),
    _row(NETWORK + "/sensitivity-marks", n.MarkSensitive, a.NetworkAnswer, Tag.NETWORKS, "markeren als gevoelig"),
    _row(NETWORK + "/suspensions", n.SuspendNetwork, a.NetworkAnswer, Tag.NETWORKS, "netwerk stilleggen"),
    _row(NETWORK + "/resumptions", n.ResumeNetwork, a.NetworkAnswer, Tag.NETWORKS, "netwerk laten doorgaan"),
    _row(NETWORK + "/renewals", n.RenewNetwork, a.NetworkAnswer, Tag.NETWORKS, "netwerk verlengen"),
    _row(NETWORK + "/mergers", n.MergeNetwork, a.MergerAnswer, Tag.NETWORKS, "netwerken samenvoegen"),
    _row(NETWORK + "/closures", n.CloseNetwork, a.NetworkAnswer, Tag.NETWORKS, "netwerk opheffen"),
    _row(NETWORK + "/memberships", n.JoinNetwork, a.MembershipAnswer, Tag.MEMBERSHIPS, "aanmelden", ignores_version=True),
    _row(NETWORK + "/memberships/endings", n.LeaveNetwork, a.MembershipAnswer, Tag.MEMBERSHIPS, "afmelden"),
    _row(NETWORK + "/memberships/endorsements", n.EndorsePurpose, a.MembershipAnswer, Tag.MEMBERSHIPS, "doel onderschrijven"),
    _row(
        NETWORK + "/meetings",
        (m.PlanMeeting, m.RecordMeeting),
        a.MeetingAnswer,
        Tag.MEETINGS,
        "bijeenkomst plannen, of vastleggen dat er een was",
        creates=MEETING,
        operation="addMeeting",
    ),
    _row(MEETING + "/moves", m.MoveMeeting, a.MeetingAnswer, Tag.MEETINGS, "bijeenkomst verplaatsen"),
    _row(MEETING + "/cancellations", m.CancelMeeting, a.MeetingAnswer, Tag.MEETINGS, "bijeenkomst afzeggen"),
    _row(MEETING + "/attendances", m.HoldMeeting, a.MeetingAnswer, Tag.MEETINGS, "vastleggen dat een bijeenkomst doorging"),
    _row(
        "/conversations/{conversation}/outcomes",
        v.HoldConversation,
        a.ConversationAnswer,
        Tag.CONVERSATIONS,
        "uitkomst van een gesprek vastleggen",
    ),
    _row(NETWORK + "/lessons", e.TellLessons, a.LessonsAnswer, Tag.LESSONS, "geleerde lessen vertellen"),
    _row("/advice-requests", d.RequestAdvice, a.RequestAnswer, Tag.ADVICE, "advies vragen", creates=REQUEST),
    _row(REQUEST + "/acceptances", d.AcceptRequest, a.RequestAnswer, Tag.ADVICE, "adviesaanvraag aannemen"),
    _row(REQUEST + "/declinations", d.DeclineRequest, a.RequestAnswer, Tag.ADVICE, "adviesaanvraag niet aannemen"),
    _row(REQUEST + "/redirections", d.RedirectRequest, a.RequestAnswer, Tag.ADVICE, "naar een ander netwerk brengen"),
    _row(REQUEST + "/clarifications", d.AskClarification, a.RequestAnswer, Tag.ADVICE, "om uitleg vragen"),
    _row(REQUEST + "/clarifications/answers", d.GiveClarification, a.RequestAnswer, Tag.ADVICE, "uitleg geven"),
    _row(REQUEST + "/new-days", d.AgreeNewDay, a.RequestAnswer, Tag.ADVICE, "een andere dag afspreken"),
    _row(REQUEST + "/new-days/refusals", d.RefuseNewDay, a.RequestAnswer, Tag.ADVICE, "niet akkoord met de andere dag"),
    _row(REQUEST + "/experts", d.InviteExpert, a.RequestAnswer, Tag.ADVICE, "deskundige vragen"),
    _row(REQUEST + "/expert-acceptances", d.AcceptInvitation, a.RequestAnswer, Tag.ADVICE, "als deskundige meewerken"),
    _row(REQUEST + "/expert-declinations", d.DeclineInvitation, a.RequestAnswer, Tag.ADVICE, "als deskundige afzeggen"),
    _row(REQUEST + "/expert-conflicts", d.DeclareExpertConflict, a.RequestAnswer, Tag.ADVICE, "eigen belang melden"),
    _row(REQUEST + "/expert-disclosures", d.DiscloseExpertConflict, a.RequestAnswer, Tag.ADVICE, "belang vermelden bij advies"),
    _row(REQUEST + "/member-calls", d.CallMembers, a.MemberCallAnswer, Tag.ADVICE, "alle leden vragen mee te denken"),
    _row(REQUEST + "/member-calls/answers", d.AnswerCall, a.CallAnsweredAnswer, Tag.ADVICE, "als lid meedenken"),
    _row(REQUEST + "/contributions", d.GiveContribution, a.RequestAnswer, Tag.ADVICE, "als ander netwerk bijdragen"),
    _row(REQUEST + "/deliveries", d.DeliverAdvice, a.RequestAnswer, Tag.ADVICE, "advies uitbrengen"),
    _row(REQUEST + "/acknowledgements", d.AcknowledgeAdvice, a.RequestAnswer, Tag.ADVICE, "ontvangst melden"),
    _row(REQUEST + "/use-reports", d.ReportUse, a.RequestAnswer, Tag.ADVICE, "terugkoppeling: wat ermee is gedaan"),
    _row(REQUEST + "/use-publications", d.PublishUse, a.RequestAnswer, Tag.ADVICE, "terugkoppeling openbaar maken voor leden"),
    _row(REQUEST + "/withdrawals", d.WithdrawRequest, a.RequestAnswer, Tag.ADVICE, "adviesaanvraag intrekken"),
    _row("/advice-offers", d.OfferAdvice, a.AdviceOfferAnswer, Tag.ADVICE, "ongevraagd advies geven"),
    _row("/corrections", n.CorrectEntry, a.CorrectionAnswer, Tag.HISTORY, "vermelding verbeteren"),
    _row("/entry-withdrawals", n.WithdrawEntry, a.EntryWithdrawalAnswer, Tag.HISTORY, "vermelding intrekken"),
    _row("/party-memberships", y.StartPartyMembership, a.PartyMembershipAnswer, Tag.PARTY, "partijlidmaatschap vastleggen"),
    _row("/party-members", y.RegisterPartyMember, a.PartyMemberAnswer, Tag.PARTY, "partijlid inschrijven"),
    _row("/party-memberships/endings", y.AnnouncePartyEnd, a.PartyEndAnswer, Tag.PARTY, "einde van het partijlidmaatschap"),
    _row("/party-memberships/undoings", y.UndoPartyEnd, a.PartyMembershipAnswer, Tag.PARTY, "einde ongedaan maken"),
    _row("/me/address", y.ChangeAddress, a.AddressAnswer, Tag.OFFICES, "eigen e-mailadres wijzigen"),
    _row("/addresses", y.RecordAddress, a.AddressAnswer, Tag.OFFICES, "e-mailadres van iemand vastleggen"),
    _row("/address-bounces", y.RecordAddressBounced, a.AddressAnswer, Tag.OFFICES, "e-mailadres werkt niet meer"),
    _row("/offices", y.GiveRole, a.OfficeAnswer, Tag.OFFICES, "rol geven"),
    _row("/offices/endings", y.EndRole, a.OfficeAnswer, Tag.OFFICES, "rol beëindigen"),
)
