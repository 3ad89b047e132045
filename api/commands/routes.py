"""Every command of the API, one row each: where it is given, what it is called in Dutch, what it answers."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pydantic.alias_generators import to_camel

from api.commands import answers
from api.commands.bodies import BodyShape
from application.commands import advice, conversations, lessons, meetings, networks, party, pilot, plans
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
    answer: type[answers.Answer]
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
    answer: type[answers.Answer],
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
    _row("/rules", pilot.AdoptRules, answers.RulesAnswer, Tag.RULES, "spelregels vaststellen"),
    _row("/baselines", pilot.RecordBaseline, answers.BaselineAnswer, Tag.EVALUATIONS, "nulmeting vastleggen"),
    _row(
        "/party-member-counts", pilot.CountPartyMembers, answers.BaselineAnswer, Tag.EVALUATIONS, "aantal partijleden vastleggen"
    ),
    _row("/pilots", pilot.OpenPilot, answers.PilotAnswer, Tag.PILOTS, "pilot beginnen"),
    _row(PILOT + "/interests", pilot.RecordInterest, answers.GroupAnswer, Tag.PILOTS, "belangstelling vastleggen"),
    _row(PILOT + "/talks", pilot.RecordTalk, answers.GroupAnswer, Tag.PILOTS, "gesprek vastleggen (gesprekkenlijst)"),
    _row(PILOT + "/hours", pilot.EstimateHours, answers.PilotAnswer, Tag.EVALUATIONS, "uren van het partijbureau schatten"),
    _row(PILOT + "/offers", pilot.OfferPlace, answers.OfferAnswer, Tag.PILOTS, "plek aanbieden (wachtlijst)"),
    _row(PILOT + "/endings", pilot.EndPilot, answers.PilotAnswer, Tag.PILOTS, "pilot beëindigen"),
    _row("/founding-plans", plans.DraftPlan, answers.PlanAnswer, Tag.PLANS, "oprichtingsplan beginnen", creates=PLAN),
    _row(PLAN + "/revisions", plans.RevisePlan, answers.PlanAnswer, Tag.PLANS, "concept herschrijven"),
    _row(PLAN + "/amendments", plans.AmendPlan, answers.PlanAnswer, Tag.PLANS, "ingediend plan wijzigen"),
    _row(PLAN + "/nominations", plans.NominateCoreGroupMember, answers.PlanAnswer, Tag.PLANS, "kerngroeplid voordragen"),
    _row(PLAN + "/chair-nominations", plans.NominateChair, answers.PlanAnswer, Tag.PLANS, "voorzitter voordragen"),
    _row(
        PLAN + "/nomination-acceptances", plans.AcceptNomination, answers.PlanAnswer, Tag.PLANS, "plaats in de kerngroep aannemen"
    ),
    _row(
        PLAN + "/nomination-declinations",
        plans.DeclineNomination,
        answers.PlanAnswer,
        Tag.PLANS,
        "plaats in de kerngroep afslaan",
    ),
    _row(PLAN + "/supporter-counts", plans.CountSupporters, answers.PlanAnswer, Tag.PLANS, "steun van leden tellen"),
    _row(PLAN + "/submissions", plans.SubmitPlan, answers.PlanAnswer, Tag.PLANS, "plan indienen"),
    _row(PLAN + "/withdrawals", plans.WithdrawPlan, answers.PlanAnswer, Tag.PLANS, "plan intrekken"),
    _row(PLAN + "/returns", plans.ReturnPlan, answers.PlanAnswer, Tag.PLANS, "plan teruggeven om aan te vullen"),
    _row(PLAN + "/completeness-findings", plans.FindPlanComplete, answers.PlanAnswer, Tag.PLANS, "plan compleet bevinden"),
    _row(PLAN + "/bureau-advices", plans.AdviseOnPlan, answers.PlanAnswer, Tag.PLANS, "advies van het partijbureau"),
    _row(PLAN + "/questions", plans.AskQuestion, answers.QuestionAnswer, Tag.PLANS, "vraag van het Landelijk Bestuur"),
    _row(
        PLAN + "/questions/{questionNumber}/answers", plans.AnswerQuestion, answers.PlanAnswer, Tag.PLANS, "antwoord op een vraag"
    ),
    _row(
        PLAN + "/conflicts-of-interest",
        plans.DeclareConflictOfInterest,
        answers.PlanAnswer,
        Tag.PLANS,
        "tegenstrijdig belang melden",
    ),
    _row(
        PLAN + "/decisions",
        (plans.ApprovePlan, plans.RejectPlan, plans.DeferPlan),
        answers.PlanAnswer,
        Tag.DECISIONS,
        "bestuursbesluit: instemmen, afwijzen of aanhouden",
        operation="decideOnPlan",
    ),
    _row(CONDITION + "/fulfilments", plans.MeetCondition, answers.PlanAnswer, Tag.DECISIONS, "aan een voorwaarde is voldaan"),
    _row(CONDITION + "/lapses", plans.LapseCondition, answers.PlanAnswer, Tag.DECISIONS, "voorwaarde vervallen"),
    _row(PLAN + "/lapses", plans.LapsePlan, answers.PlanAnswer, Tag.PLANS, "plan vervallen"),
    _row(PLAN + "/foundings", plans.FoundWaitingNetwork, answers.PlanAnswer, Tag.DECISIONS, "oprichten vanaf de wachtlijst"),
    _row(
        "/networks", networks.BringInNetwork, answers.NetworkAnswer, Tag.NETWORKS, "bestaand netwerk inbrengen", creates=NETWORK
    ),
    _row(
        NETWORK + "/core-group-seats",
        networks.AppointCoreGroupMember,
        answers.NetworkAnswer,
        Tag.NETWORKS,
        "kerngroeplid aanstellen",
    ),
    _row(
        NETWORK + "/core-group-seats/endings", networks.EndSeat, answers.NetworkAnswer, Tag.NETWORKS, "aftreden uit de kerngroep"
    ),
    _row(
        NETWORK + "/chairs", networks.AppointChair, answers.NetworkAnswer, Tag.NETWORKS, "voorzitter van de kerngroep aanwijzen"
    ),
    _row(
        NETWORK + "/core-group-mixes",
        networks.StateCoreGroupMix,
        answers.NetworkAnswer,
        Tag.NETWORKS,
        "ervaring in de kerngroep vertellen",
    ),
    _row(NETWORK + "/agreements", networks.ChangeAgreements, answers.AgreementsAnswer, Tag.NETWORKS, "afspraken wijzigen"),
    _row(NETWORK + "/sensitivity-marks", networks.MarkSensitive, answers.NetworkAnswer, Tag.NETWORKS, "markeren als gevoelig"),
    _row(NETWORK + "/suspensions", networks.SuspendNetwork, answers.NetworkAnswer, Tag.NETWORKS, "netwerk stilleggen"),
    _row(NETWORK + "/resumptions", networks.ResumeNetwork, answers.NetworkAnswer, Tag.NETWORKS, "netwerk laten doorgaan"),
    _row(NETWORK + "/renewals", networks.RenewNetwork, answers.NetworkAnswer, Tag.NETWORKS, "netwerk verlengen"),
    _row(NETWORK + "/mergers", networks.MergeNetwork, answers.MergerAnswer, Tag.NETWORKS, "netwerken samenvoegen"),
    _row(NETWORK + "/closures", networks.CloseNetwork, answers.NetworkAnswer, Tag.NETWORKS, "netwerk opheffen"),
    _row(
        NETWORK + "/memberships",
        networks.JoinNetwork,
        answers.MembershipAnswer,
        Tag.MEMBERSHIPS,
        "aanmelden",
        ignores_version=True,
    ),
    _row(NETWORK + "/memberships/endings", networks.LeaveNetwork, answers.MembershipAnswer, Tag.MEMBERSHIPS, "afmelden"),
    _row(
        NETWORK + "/memberships/endorsements",
        networks.EndorsePurpose,
        answers.MembershipAnswer,
        Tag.MEMBERSHIPS,
        "doel onderschrijven",
    ),
    _row(
        NETWORK + "/meetings",
        (meetings.PlanMeeting, meetings.RecordMeeting),
        answers.MeetingAnswer,
        Tag.MEETINGS,
        "bijeenkomst plannen, of vastleggen dat er een was",
        creates=MEETING,
        operation="addMeeting",
    ),
    _row(MEETING + "/moves", meetings.MoveMeeting, answers.MeetingAnswer, Tag.MEETINGS, "bijeenkomst verplaatsen"),
    _row(MEETING + "/cancellations", meetings.CancelMeeting, answers.MeetingAnswer, Tag.MEETINGS, "bijeenkomst afzeggen"),
    _row(
        MEETING + "/attendances",
        meetings.HoldMeeting,
        answers.MeetingAnswer,
        Tag.MEETINGS,
        "vastleggen dat een bijeenkomst doorging",
    ),
    _row(
        "/conversations/{conversation}/outcomes",
        conversations.HoldConversation,
        answers.ConversationAnswer,
        Tag.CONVERSATIONS,
        "uitkomst van een gesprek vastleggen",
    ),
    _row(NETWORK + "/lessons", lessons.TellLessons, answers.LessonsAnswer, Tag.LESSONS, "geleerde lessen vertellen"),
    _row("/advice-requests", advice.RequestAdvice, answers.RequestAnswer, Tag.ADVICE, "advies vragen", creates=REQUEST),
    _row(REQUEST + "/acceptances", advice.AcceptRequest, answers.RequestAnswer, Tag.ADVICE, "adviesaanvraag aannemen"),
    _row(REQUEST + "/declinations", advice.DeclineRequest, answers.RequestAnswer, Tag.ADVICE, "adviesaanvraag niet aannemen"),
    _row(REQUEST + "/redirections", advice.RedirectRequest, answers.RequestAnswer, Tag.ADVICE, "naar een ander netwerk brengen"),
    _row(REQUEST + "/clarifications", advice.AskClarification, answers.RequestAnswer, Tag.ADVICE, "om uitleg vragen"),
    _row(REQUEST + "/clarifications/answers", advice.GiveClarification, answers.RequestAnswer, Tag.ADVICE, "uitleg geven"),
    _row(REQUEST + "/new-days", advice.AgreeNewDay, answers.RequestAnswer, Tag.ADVICE, "een andere dag afspreken"),
    _row(
        REQUEST + "/new-days/refusals", advice.RefuseNewDay, answers.RequestAnswer, Tag.ADVICE, "niet akkoord met de andere dag"
    ),
    _row(REQUEST + "/experts", advice.InviteExpert, answers.RequestAnswer, Tag.ADVICE, "deskundige vragen"),
    _row(REQUEST + "/expert-acceptances", advice.AcceptInvitation, answers.RequestAnswer, Tag.ADVICE, "als deskundige meewerken"),
    _row(
        REQUEST + "/expert-declinations", advice.DeclineInvitation, answers.RequestAnswer, Tag.ADVICE, "als deskundige afzeggen"
    ),
    _row(REQUEST + "/expert-conflicts", advice.DeclareExpertConflict, answers.RequestAnswer, Tag.ADVICE, "eigen belang melden"),
    _row(
        REQUEST + "/expert-disclosures",
        advice.DiscloseExpertConflict,
        answers.RequestAnswer,
        Tag.ADVICE,
        "belang vermelden bij advies",
    ),
    _row(REQUEST + "/member-calls", advice.CallMembers, answers.MemberCallAnswer, Tag.ADVICE, "alle leden vragen mee te denken"),
    _row(REQUEST + "/member-calls/answers", advice.AnswerCall, answers.CallAnsweredAnswer, Tag.ADVICE, "als lid meedenken"),
    _row(REQUEST + "/contributions", advice.GiveContribution, answers.RequestAnswer, Tag.ADVICE, "als ander netwerk bijdragen"),
    _row(REQUEST + "/deliveries", advice.DeliverAdvice, answers.RequestAnswer, Tag.ADVICE, "advies uitbrengen"),
    _row(REQUEST + "/acknowledgements", advice.AcknowledgeAdvice, answers.RequestAnswer, Tag.ADVICE, "ontvangst melden"),
    _row(REQUEST + "/use-reports", advice.ReportUse, answers.RequestAnswer, Tag.ADVICE, "terugkoppeling: wat ermee is gedaan"),
    _row(
        REQUEST + "/use-publications",
        advice.PublishUse,
        answers.RequestAnswer,
        Tag.ADVICE,
        "terugkoppeling openbaar maken voor leden",
    ),
    _row(REQUEST + "/withdrawals", advice.WithdrawRequest, answers.RequestAnswer, Tag.ADVICE, "adviesaanvraag intrekken"),
    _row("/advice-offers", advice.OfferAdvice, answers.AdviceOfferAnswer, Tag.ADVICE, "ongevraagd advies geven"),
    _row("/corrections", networks.CorrectEntry, answers.CorrectionAnswer, Tag.HISTORY, "vermelding verbeteren"),
    _row("/entry-withdrawals", networks.WithdrawEntry, answers.EntryWithdrawalAnswer, Tag.HISTORY, "vermelding intrekken"),
    _row(
        "/party-memberships",
        party.StartPartyMembership,
        answers.PartyMembershipAnswer,
        Tag.PARTY,
        "partijlidmaatschap vastleggen",
    ),
    _row("/party-members", party.RegisterPartyMember, answers.PartyMemberAnswer, Tag.PARTY, "partijlid inschrijven"),
    _row(
        "/party-memberships/endings",
        party.AnnouncePartyEnd,
        answers.PartyEndAnswer,
        Tag.PARTY,
        "einde van het partijlidmaatschap",
    ),
    _row("/party-memberships/undoings", party.UndoPartyEnd, answers.PartyMembershipAnswer, Tag.PARTY, "einde ongedaan maken"),
    _row("/me/address", party.ChangeAddress, answers.AddressAnswer, Tag.OFFICES, "eigen e-mailadres wijzigen"),
    _row("/addresses", party.RecordAddress, answers.AddressAnswer, Tag.OFFICES, "e-mailadres van iemand vastleggen"),
    _row("/address-bounces", party.RecordAddressBounced, answers.AddressAnswer, Tag.OFFICES, "e-mailadres werkt niet meer"),
    _row("/offices", party.GiveRole, answers.OfficeAnswer, Tag.OFFICES, "rol geven"),
    _row("/offices/endings", party.EndRole, answers.OfficeAnswer, Tag.OFFICES, "rol beëindigen"),
)
