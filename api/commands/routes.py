"""Every command of the API, one row each: where it is given."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from inspect import getdoc
from typing import Self

from pydantic.alias_generators import to_camel, to_snake

from api.commands.bodies import BodyShape
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
from application.commands.base import Answer, Command, answer_of

CHOICE = "outcome"
"""The field that tells several commands of one route apart."""


class Tag(StrEnum):
    """What a route is about, in the order in which the document groups them."""

    description: str

    def __new__(cls, name: str, description: str) -> Self:
        """Make a row of this table a name that knows what the document says of it."""
        tag = str.__new__(cls, name)
        tag._value_, tag.description = name, description
        return tag

    RULES = "rules", "Spelregels: the rules for networks, with the day from which they hold."
    PILOTS = "pilots", "Pilot: places, the list of talks (gesprekkenlijst) and plans that wait (wachtlijst)."
    PLANS = "founding-plans", "Oprichtingsplannen: from a draft to a decision."
    DECISIONS = "decisions", "Besluiten of the National Board (Landelijk Bestuur), and what follows from them."
    NETWORKS = "networks", "Partijnetwerken: agreements, core group (kerngroep), life and end."
    MEMBERSHIPS = "memberships", "Netwerkleden: joining (aanmelden), leaving (afmelden), and counts of people."
    MEETINGS = "meetings", "Bijeenkomsten: planned, moved, called off or held, and how many came."
    CONVERSATIONS = "conversations", "Gesprekken: what party and network agree when fifty is reached or the year is over."
    LESSONS = "lessons", "Geleerde lessen: what core groups tell twice a year."
    ADVICE = "advice-requests", "Adviesaanvragen: questions to a network, by a day, and what was done with the answer."
    EVALUATIONS = "evaluations", "Evaluatie: every figure of the pilot, with its n, its norm and its events."
    HISTORY = "history", "Geschiedenis: every event, corrections, and the events behind a figure."
    PARTY = "party-memberships", "Partijlidmaatschap: the ground on which everything else stands."
    OFFICES = "offices", "Rollen: who may act in which role."
    PRIVACY = "privacy", "Privacy: what is kept of people, who looked at it, and erasing it (wissen)."
    ATTENTION = "attention", "Aandachtslijst: what needs whoever asks, the most urgent first."


@dataclass(frozen=True)
class Together:
    """What several commands of one route are called together."""

    name: str
    summary: str
    dutch: str


@dataclass(frozen=True)
class CommandRoute:
    """
    One way to give a command.

    Names in braces in the path are fields of the command; what it creates is found at ``creates``, filled from the answer.
    """

    path: str
    tag: Tag
    commands: tuple[type[Command], ...]
    creates: str | None
    together: Together | None
    ignores_version: bool
    """True where nothing that two people could edit at once is changed."""

    @property
    def from_path(self) -> dict[str, str]:
        """Which field of the command each name in the path is."""
        return {alias: to_snake(alias) for alias in re.findall(r"{(\w+)}", self.path)}

    @cached_property
    def shape(self) -> BodyShape[Command]:
        """What its body looks like."""
        return BodyShape(self.commands, frozenset(self.from_path.values()), CHOICE)

    @property
    def name(self) -> str:
        """What the operation is called in the document."""
        return self.together.name if self.together else to_camel(to_snake(self.commands[0].__name__))

    @property
    def said(self) -> str:
        """What is done, in English: a line, and what there is more to say."""
        return self.together.summary if self.together else getdoc(self.commands[0]) or ""

    @property
    def dutch(self) -> str:
        return self.together.dutch if self.together else self.commands[0].DUTCH

    @property
    def answer(self) -> type[Answer]:
        """What is answered; of several commands the same."""
        answer: type[Answer] = answer_of(self.commands[0])
        return answer

    @property
    def needs_version(self) -> bool:
        """Whether it must name the version that was seen."""
        return any(command.NEEDS_VERSION for command in self.commands)


def _row(
    path: str,
    tag: Tag,
    *commands: type[Command],
    creates: str | None = None,
    together: Together | None = None,
    ignores_version: bool = False,
) -> CommandRoute:
    return CommandRoute(path, tag, commands, creates, together, ignores_version or "{" not in path)


PLAN, NETWORK, PILOT = "/founding-plans/{plan}", "/networks/{network}", "/pilots/{pilot}"
MEETING = "/meetings/{meeting}"
REQUEST = "/advice-requests/{adviceRequest}"
FROZEN = "/frozen-evaluations/{frozenEvaluation}"
CONDITION = PLAN + "/conditions/{conditionNumber}"

COMMAND_ROUTES = (
    _row("/rules", Tag.RULES, pilot.AdoptRules),
    _row("/baselines", Tag.EVALUATIONS, pilot.RecordBaseline),
    _row("/party-member-counts", Tag.EVALUATIONS, pilot.CountPartyMembers),
    _row("/pilots", Tag.PILOTS, pilot.OpenPilot),
    _row(PILOT + "/interests", Tag.PILOTS, pilot.RecordInterest),
    _row(PILOT + "/talks", Tag.PILOTS, pilot.RecordTalk),
    _row(PILOT + "/hours", Tag.EVALUATIONS, pilot.EstimateHours),
    _row(PILOT + "/offers", Tag.PILOTS, pilot.OfferPlace),
    _row(PILOT + "/endings", Tag.PILOTS, pilot.EndPilot),
    _row("/founding-plans", Tag.PLANS, plans.DraftPlan, creates=PLAN),
    _row(PLAN + "/revisions", Tag.PLANS, plans.RevisePlan),
    _row(PLAN + "/amendments", Tag.PLANS, plans.AmendPlan),
    _row(PLAN + "/pilots", Tag.PLANS, plans.BringPlanIntoPilot),
    _row(PLAN + "/nominations", Tag.PLANS, plans.NominateCoreGroupMember),
    _row(PLAN + "/core-group-nominations", Tag.PLANS, plans.NominateCoreGroup),
    _row(PLAN + "/chair-nominations", Tag.PLANS, plans.NominateChair),
    _row(PLAN + "/nomination-acceptances", Tag.PLANS, plans.AcceptNomination),
    _row(PLAN + "/nomination-declinations", Tag.PLANS, plans.DeclineNomination),
    _row(PLAN + "/supporter-counts", Tag.PLANS, plans.CountSupporters),
    _row(PLAN + "/submissions", Tag.PLANS, plans.SubmitPlan),
    _row(PLAN + "/withdrawals", Tag.PLANS, plans.WithdrawPlan),
    _row(PLAN + "/returns", Tag.PLANS, plans.ReturnPlan),
    _row(PLAN + "/completeness-findings", Tag.PLANS, plans.FindPlanComplete),
    _row(PLAN + "/bureau-advices", Tag.PLANS, plans.AdviseOnPlan),
    _row(PLAN + "/questions", Tag.PLANS, plans.AskQuestion),
    _row(PLAN + "/questions/{questionNumber}/answers", Tag.PLANS, plans.AnswerQuestion),
    _row(PLAN + "/conflicts-of-interest", Tag.PLANS, plans.DeclareConflictOfInterest),
    _row(
        PLAN + "/decisions",
        Tag.DECISIONS,
        plans.ApprovePlan,
        plans.RejectPlan,
        plans.DeferPlan,
        together=Together("decideOnPlan", "Decide on one version of a plan.", "besluiten over een plan"),
    ),
    _row(CONDITION + "/fulfilments", Tag.DECISIONS, plans.MeetCondition),
    _row(CONDITION + "/lapses", Tag.DECISIONS, plans.LapseCondition),
    _row(PLAN + "/lapses", Tag.PLANS, plans.LapsePlan),
    _row(PLAN + "/foundings", Tag.DECISIONS, plans.FoundWaitingNetwork),
    _row("/networks", Tag.NETWORKS, networks.BringInNetwork, creates=NETWORK),
    _row(NETWORK + "/core-group-seats", Tag.NETWORKS, networks.AppointCoreGroupMember),
    _row(NETWORK + "/core-group-seats/endings", Tag.NETWORKS, networks.EndSeat),
    _row(NETWORK + "/chairs", Tag.NETWORKS, networks.AppointChair),
    _row(NETWORK + "/welcomes", Tag.NETWORKS, networks.WriteWelcome),
    _row(NETWORK + "/core-group-mixes", Tag.NETWORKS, networks.StateCoreGroupMix),
    _row(NETWORK + "/agreements", Tag.NETWORKS, networks.ChangeAgreements),
    _row(NETWORK + "/sensitivity-marks", Tag.NETWORKS, networks.MarkSensitive),
    _row(NETWORK + "/seat-offers", Tag.NETWORKS, networks.OfferSeats),
    _row(NETWORK + "/seat-offers/acceptances", Tag.NETWORKS, networks.TakeSeat),
    _row(NETWORK + "/suspensions", Tag.NETWORKS, networks.SuspendNetwork),
    _row(NETWORK + "/resumptions", Tag.NETWORKS, networks.ResumeNetwork),
    _row(NETWORK + "/renewals", Tag.NETWORKS, networks.RenewNetwork),
    _row(NETWORK + "/mergers", Tag.NETWORKS, networks.MergeNetwork),
    _row(NETWORK + "/closures", Tag.NETWORKS, networks.CloseNetwork),
    _row(NETWORK + "/reopenings", Tag.NETWORKS, networks.ReopenNetwork),
    _row(NETWORK + "/renamings", Tag.NETWORKS, networks.RenameNetwork),
    _row(NETWORK + "/memberships", Tag.MEMBERSHIPS, networks.JoinNetwork, ignores_version=True),
    _row(NETWORK + "/memberships/endings", Tag.MEMBERSHIPS, networks.LeaveNetwork),
    _row(NETWORK + "/memberships/endorsements", Tag.MEMBERSHIPS, networks.EndorsePurpose),
    _row(
        NETWORK + "/meetings",
        Tag.MEETINGS,
        meetings.PlanMeeting,
        meetings.RecordMeeting,
        creates=MEETING,
        together=Together(
            "addMeeting",
            "Plan a meeting of a network, or record one that was held.",
            "bijeenkomst plannen, of vastleggen dat er een was",
        ),
    ),
    _row(MEETING + "/moves", Tag.MEETINGS, meetings.MoveMeeting),
    _row(MEETING + "/cancellations", Tag.MEETINGS, meetings.CancelMeeting),
    _row(MEETING + "/attendances", Tag.MEETINGS, meetings.HoldMeeting),
    _row("/conversations/{conversation}/outcomes", Tag.CONVERSATIONS, conversations.HoldConversation),
    _row("/frozen-evaluations", Tag.EVALUATIONS, evaluations.FreezeEvaluation, creates=FROZEN),
    _row(FROZEN + "/reactions", Tag.EVALUATIONS, evaluations.ReactToEvaluation, ignores_version=True),
    _row(FROZEN + "/observations", Tag.EVALUATIONS, evaluations.AddObservation),
    _row(FROZEN + "/outside-results", Tag.EVALUATIONS, evaluations.AddOutsideResult),
    _row(FROZEN + "/network-futures", Tag.EVALUATIONS, evaluations.DecideNetworkFuture),
    _row(FROZEN + "/publications", Tag.EVALUATIONS, evaluations.PublishEvaluation),
    _row(NETWORK + "/lessons", Tag.LESSONS, lessons.TellLessons),
    _row("/lessons/{lessons}/answers", Tag.LESSONS, lessons.AnswerLessons),
    _row("/advice-requests", Tag.ADVICE, advice.RequestAdvice, creates=REQUEST),
    _row(REQUEST + "/acceptances", Tag.ADVICE, advice.AcceptRequest),
    _row(REQUEST + "/declinations", Tag.ADVICE, advice.DeclineRequest),
    _row(REQUEST + "/redirections", Tag.ADVICE, advice.RedirectRequest),
    _row(REQUEST + "/clarifications", Tag.ADVICE, advice.AskClarification),
    _row(REQUEST + "/clarifications/answers", Tag.ADVICE, advice.GiveClarification),
    _row(REQUEST + "/new-days", Tag.ADVICE, advice.AgreeNewDay),
    _row(REQUEST + "/new-days/refusals", Tag.ADVICE, advice.RefuseNewDay),
    _row(REQUEST + "/experts", Tag.ADVICE, advice.InviteExpert),
    _row(REQUEST + "/expert-acceptances", Tag.ADVICE, advice.AcceptInvitation),
    _row(REQUEST + "/expert-declinations", Tag.ADVICE, advice.DeclineInvitation),
    _row(REQUEST + "/expert-conflicts", Tag.ADVICE, advice.DeclareExpertConflict),
    _row(REQUEST + "/expert-disclosures", Tag.ADVICE, advice.DiscloseExpertConflict),
    _row(REQUEST + "/member-calls", Tag.ADVICE, advice.CallMembers),
    _row(REQUEST + "/member-calls/answers", Tag.ADVICE, advice.AnswerCall),
    _row(REQUEST + "/contributions", Tag.ADVICE, advice.GiveContribution),
    _row(REQUEST + "/deliveries", Tag.ADVICE, advice.DeliverAdvice),
    _row(REQUEST + "/acknowledgements", Tag.ADVICE, advice.AcknowledgeAdvice),
    _row(REQUEST + "/use-reports", Tag.ADVICE, advice.ReportUse),
    _row(REQUEST + "/use-publications", Tag.ADVICE, advice.PublishUse),
    _row(REQUEST + "/withdrawals", Tag.ADVICE, advice.WithdrawRequest),
    _row("/advice-offers", Tag.ADVICE, advice.OfferAdvice),
    _row("/corrections", Tag.HISTORY, networks.CorrectEntry),
    _row("/entry-withdrawals", Tag.HISTORY, networks.WithdrawEntry),
    _row("/party-memberships", Tag.PARTY, party.StartPartyMembership),
    _row("/party-members", Tag.PARTY, party.RegisterPartyMember),
    _row("/party-member-lists", Tag.PARTY, party.RegisterPartyMembers),
    _row("/party-memberships/endings", Tag.PARTY, party.AnnouncePartyEnd),
    _row("/party-memberships/undoings", Tag.PARTY, party.UndoPartyEnd),
    _row("/me/address", Tag.OFFICES, party.ChangeAddress),
    _row("/me/corrections", Tag.PRIVACY, party.CorrectOwnDetails),
    _row("/persons/corrections", Tag.PARTY, party.CorrectPerson),
    _row("/persons/mergers", Tag.PARTY, party.MergePersons),
    _row("/persons/mergers/undoings", Tag.PARTY, party.UndoPersonMerger),
    _row("/addresses", Tag.OFFICES, party.RecordAddress),
    _row("/address-bounces", Tag.OFFICES, party.RecordAddressBounced),
    _row("/me/erasures", Tag.PRIVACY, privacy.EraseOwnData),
    _row("/erasures", Tag.PRIVACY, privacy.ErasePerson),
    _row("/me/consents", Tag.PRIVACY, consents.GiveConsent),
    _row("/me/consents/{purpose}/withdrawals", Tag.PRIVACY, consents.WithdrawConsent, ignores_version=True),
    _row("/me/privacy-requests", Tag.PRIVACY, privacy.AskPrivacyOfficer),
    _row("/privacy-requests", Tag.PRIVACY, privacy.RecordPrivacyRequest),
    _row("/privacy-requests/{privacyRequest}/answers", Tag.PRIVACY, privacy.AnswerPrivacyRequest),
    _row("/reference-liftings", Tag.PRIVACY, liftings.AskLifting),
    _row("/reference-liftings/{referenceLifting}/agreements", Tag.PRIVACY, liftings.AgreeToLifting),
    _row("/reference-liftings/{referenceLifting}/refusals", Tag.PRIVACY, liftings.RefuseLifting),
    _row("/reference-liftings/{referenceLifting}/readings", Tag.PRIVACY, liftings.TellLiftedName),
    _row("/record-liftings", Tag.PRIVACY, liftings.AskRecordLifting),
    _row("/record-liftings/{recordLifting}/agreements", Tag.PRIVACY, liftings.AgreeToRecordLifting),
    _row("/record-liftings/{recordLifting}/refusals", Tag.PRIVACY, liftings.RefuseRecordLifting),
    _row("/service-parts/choices", Tag.OFFICES, party.ChooseParts),
    _row("/offices", Tag.OFFICES, party.GiveRole),
    _row("/offices/endings", Tag.OFFICES, party.EndRole),
)
