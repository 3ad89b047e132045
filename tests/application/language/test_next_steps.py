"""What a refusal says to do next is there, and whoever reads it may do it or is told who may."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import pytest

from application.access.table import COMMANDS
from application.commands import (
    advice,
    consents,
    conversations,
    evaluations,
    lessons,
    meetings,
    networks,
    party,
    pilot,
    plans,
    privacy,
)
from application.commands.base import Command
from application.language.attention import SENTENCES as ATTENTION
from application.language.errors import SENTENCES
from application.language.field_messages import MESSAGES
from application.language.words import WORDS
from application.queries.attention import AttentionKind
from domain.kernel.acts import Role
from domain.kernel.errors import WayOut
from tests.application.language.raised import refusals
from tests.application.language.test_errors import FACES

Commands = tuple[type[Command], ...]


class Step(NamedTuple):
    """Which commands are refused so, and which of them or others its sentence says to give next: one of them is enough."""

    refused: Commands
    following: Commands


WRITING: Commands = (plans.RevisePlan, plans.SubmitPlan)
DECIDING: Commands = (plans.FindPlanComplete, plans.ApprovePlan, plans.FoundWaitingNetwork)
ANSWERING: Commands = (advice.AcceptRequest, advice.DeclineRequest, advice.DeliverAdvice, advice.RedirectRequest)
IN_NETWORK: Commands = (networks.JoinNetwork, networks.AppointCoreGroupMember, meetings.PlanMeeting, advice.RequestAdvice)
OF_MEMBERS: Commands = (networks.LeaveNetwork, networks.AppointCoreGroupMember, meetings.HoldMeeting, advice.AnswerCall)
OF_PARTY_MEMBERS: Commands = (
    networks.JoinNetwork,
    plans.NominateCoreGroupMember,
    plans.AcceptNomination,
    networks.AppointCoreGroupMember,
)
OF_MEETINGS: Commands = (meetings.HoldMeeting, meetings.MoveMeeting, meetings.CancelMeeting)
MENDING: Commands = (networks.CorrectEntry, networks.WithdrawEntry)

STEPS = {
    "access-denied": Step(tuple(each for each in COMMANDS if issubclass(each, Command)), (party.GiveRole,)),
    "advice-acknowledged-already": Step((advice.AcknowledgeAdvice,), (advice.ReportUse,)),
    "another-body-appoints": Step((networks.AppointCoreGroupMember,), (networks.AppointCoreGroupMember,)),
    "another-body-decides": Step((plans.ApprovePlan,), (pilot.AdoptRules,)),
    "baseline-recorded-already": Step((pilot.RecordBaseline,), (pilot.RecordBaseline,)),
    "board-may-not-start-plans": Step((plans.DraftPlan,), (plans.DraftPlan,)),
    "bureau-advice-missing": Step((plans.ApprovePlan,), (plans.AdviseOnPlan,)),
    "chair-missing": Step((*WRITING, *DECIDING), (plans.NominateChair,)),
    "closed-request-not-recorded": Step((advice.RequestAdvice,), (advice.RequestAdvice,)),
    "closed-request-stays-closed": Step((advice.RedirectRequest, advice.CallMembers), (advice.WithdrawRequest,)),
    "completeness-not-checked": Step((plans.ApprovePlan,), (plans.FindPlanComplete,)),
    "condition-lapsed": Step((plans.MeetCondition,), (networks.WithdrawEntry,)),
    "conflicted-member-decides": Step((plans.ApprovePlan, plans.RejectPlan), (plans.ApprovePlan, plans.RejectPlan)),
    "contributions-not-paid": Step(DECIDING, (plans.CountSupporters,)),
    "conversation-held-already": Step((conversations.HoldConversation,), (networks.ChangeAgreements, networks.RenewNetwork)),
    "correction-impossible": Step(MENDING, MENDING),
    "entry-already-withdrawn": Step(MENDING, (meetings.RecordMeeting, networks.JoinNetwork)),
    "entry-not-correctable": Step(MENDING, MENDING),
    "entry-not-newest": Step(MENDING, MENDING),
    "expert-answered-already": Step((advice.AcceptInvitation,), (advice.DeclineInvitation,)),
    "expert-not-invited": Step((advice.AcceptInvitation, advice.DeclareExpertConflict), (advice.InviteExpert,)),
    "evaluation-frozen-already": Step((evaluations.FreezeEvaluation,), (networks.WithdrawEntry,)),
    "evaluation-published-already": Step(
        (evaluations.PublishEvaluation, networks.WithdrawEntry), (evaluations.FreezeEvaluation,)
    ),
    "evaluation-tells-too-much": Step((evaluations.PublishEvaluation,), (networks.WithdrawEntry,)),
    "reaction-time-over": Step((evaluations.ReactToEvaluation,), (lessons.TellLessons,)),
    "group-known-already": Step((pilot.RecordInterest,), (pilot.RecordTalk,)),
    "no-change-told": Step((lessons.AnswerLessons,), (lessons.TellLessons,)),
    "half-year-over": Step((lessons.TellLessons,), (lessons.TellLessons,)),
    "meeting-cancelled-already": Step(OF_MEETINGS, (networks.WithdrawEntry,)),
    "meeting-held-already": Step(OF_MEETINGS, (networks.CorrectEntry,)),
    "meeting-not-planned-yet": Step((meetings.HoldMeeting,), (networks.WithdrawEntry,)),
    "meeting-not-yet": Step((meetings.HoldMeeting,), (meetings.HoldMeeting,)),
    "meeting-planned-too-late": Step(
        (meetings.PlanMeeting, meetings.MoveMeeting), (meetings.RecordMeeting, meetings.HoldMeeting)
    ),
    "meeting-withdrawn": Step(OF_MEETINGS, (meetings.RecordMeeting,)),
    "network-dormant": Step(IN_NETWORK, (networks.RenewNetwork,)),
    "network-not-begun-yet": Step(IN_NETWORK, (networks.CorrectEntry,)),
    "network-suspended": Step(IN_NETWORK, (networks.ResumeNetwork,)),
    "no-address-in-use": Step((party.RecordAddressBounced,), (party.RecordAddress,)),
    "no-new-day-to-refuse": Step((advice.RefuseNewDay,), (advice.AgreeNewDay,)),
    "no-party-end-pending": Step((party.UndoPartyEnd,), (party.StartPartyMembership,)),
    "no-place-left": Step((plans.ApprovePlan, pilot.OfferPlace), (plans.ApprovePlan,)),
    "no-rules-apply": Step((plans.DraftPlan, *WRITING, *IN_NETWORK), (pilot.AdoptRules,)),
    "nominated-person-not-found": Step((plans.NominateCoreGroup,), (party.RegisterPartyMember, plans.NominateCoreGroupMember)),
    "nomination-answered": Step((plans.AcceptNomination, plans.DeclineNomination), (plans.DeclineNomination,)),
    "not-a-member": Step(OF_MEMBERS, (networks.JoinNetwork,)),
    "not-a-party-member": Step(OF_PARTY_MEMBERS, (party.StartPartyMembership, party.RegisterPartyMember)),
    "not-next-in-line": Step((pilot.OfferPlace,), (pilot.OfferPlace,)),
    "not-nominated": Step((plans.AcceptNomination, plans.NominateChair), (plans.NominateCoreGroupMember,)),
    "nothing-to-publish": Step((advice.PublishUse,), (advice.ReportUse,)),
    "own-new-day": Step((advice.RefuseNewDay,), (advice.AgreeNewDay,)),
    "party-end-already-pending": Step((party.AnnouncePartyEnd,), (party.UndoPartyEnd,)),
    "person-erased": Step((party.RecordAddress, party.StartPartyMembership), (party.RegisterPartyMember,)),
    "person-unknown": Step((party.RecordAddress, party.StartPartyMembership), (party.RegisterPartyMember,)),
    "place-not-offered": Step((plans.FoundWaitingNetwork,), (pilot.OfferPlace,)),
    "plan-approved-already": Step((plans.BringPlanIntoPilot,), (networks.WithdrawEntry,)),
    "plan-decided": Step((*WRITING, plans.BringPlanIntoPilot, plans.LapsePlan), (plans.DraftPlan,)),
    "plan-not-a-draft": Step(WRITING, (plans.AmendPlan,)),
    "plan-not-submitted": Step((plans.AmendPlan, plans.ReturnPlan, plans.AskQuestion, *DECIDING), (plans.SubmitPlan,)),
    "both-still-needed": Step(
        (party.MergePersons,),
        (networks.EndSeat, plans.DeclineNomination, advice.DeclineInvitation, networks.WithdrawEntry, networks.LeaveNetwork),
    ),
    "person-merged-already": Step((party.MergePersons,), (party.UndoPersonMerger,)),
    "person-not-merged": Step((party.UndoPersonMerger,), (party.MergePersons,)),
    "possibly-same-person": Step((party.RegisterPartyMember, party.RegisterPartyMembers), (party.RegisterPartyMember,)),
    "part-not-used": Step((pilot.OpenPilot, lessons.TellLessons, plans.ApprovePlan), (party.ChooseParts,)),
    "part-needs-another": Step((party.ChooseParts,), (party.ChooseParts,)),
    "data-not-erased-yet": Step((privacy.AnswerPrivacyRequest,), (privacy.ErasePerson,)),
    "recorded-too-late": Step((*WRITING, *IN_NETWORK, *OF_MEETINGS, *DECIDING), (networks.CorrectEntry,)),
    "reopening-too-late": Step((networks.ReopenNetwork,), (plans.DraftPlan,)),
    "request-accepted-already": Step((advice.AcceptRequest,), (advice.DeliverAdvice,)),
    "request-left-already": Step(ANSWERING, (advice.RedirectRequest,)),
    "request-not-accepted": Step((advice.DeliverAdvice,), (advice.AcceptRequest,)),
    "request-not-open": Step((*ANSWERING, advice.WithdrawRequest), (advice.RequestAdvice,)),
    "joining-gives-consent": Step((consents.GiveConsent,), (networks.JoinNetwork,)),
    "no-consent-to-withdraw": Step((consents.WithdrawConsent,), (networks.LeaveNetwork,)),
    "seats-not-offered": Step((networks.TakeSeat,), (networks.OfferSeats,)),
    "network-not-sensitive": Step((networks.OfferSeats,), (networks.AppointCoreGroupMember,)),
    "last-administrator-stays": Step((party.EndRole,), (party.GiveRole,)),
    "role-term-already-over": Step((party.GiveRole,), (party.GiveRole,)),
    "role-not-held": Step((party.EndRole,), (party.GiveRole,)),
    "rules-version-exists": Step((pilot.AdoptRules,), (pilot.AdoptRules,)),
    "something-rests-on-entry": Step(MENDING, MENDING),
    "supporters-too-new": Step(DECIDING, (plans.CountSupporters,)),
    "suspension-not-allowed": Step((networks.SuspendNetwork,), (networks.ChangeAgreements, pilot.AdoptRules)),
    "term-not-longer": Step((networks.RenewNetwork,), (networks.ChangeAgreements,)),
    "too-few-core-group-members": Step((*WRITING, *DECIDING), (plans.NominateCoreGroupMember,)),
    "too-few-supporters": Step(DECIDING, (plans.CountSupporters,)),
    "unknown-group": Step((pilot.RecordTalk,), (pilot.RecordInterest,)),
}

NO_COMMAND = {
    *("day-not-begun", "figure-needs-no-item", "figure-needs-item", "no-rules-then", "not-known-then", "network-not-begun-then"),
    "nothing-recorded-then",
    *("last-day-too-early", "unknown-event-type", "unknown-figure", "unknown-plan-version", "unknown-rules-version"),
    *("advice-delivered-already", "advice-not-delivered", "already-a-party-member", "already-in-core-group", "already-member"),
    *(
        "already-sensitive",
        "call-answered-already",
        "call-open-already",
        "calendar-lacks-year",
        "clarification-asked-already",
        "command-id-reused",
    ),
    *("condition-due-too-early", "condition-not-due", "condition-not-open", "conflict-declared-already", "curve-too-long"),
    *("day-already-past", "day-without-time", "deferred-until-past-day", "entry-has-no-number", "entry-has-no-reasons"),
    *("entry-has-no-talk", "entry-not-found", "expert-invited-already", "explicit-consent-needed", "fewer-present-than-named"),
    *("fewer-seats-than-stated", "half-year-not-begun", "history-differs", "history-file-unreadable", "history-in-the-future"),
    *("history-not-in-order", "history-row-refused", "in-the-future", "lessons-told-already", "malformed-kind"),
    "lessons-answered-already",
    *("malformed-network-name", "malformed-row", "malformed-timestamp", "meeting-planned-already", "merged-into-itself"),
    *("foreign-letter-in-name", "hidden-character-in-name", "mixed-scripts-in-name", "name-looks-latin", "not-a-birth-year"),
    *("month-not-of-pilot", "names-not-kept", "network-asked-twice", "network-closed", "network-name-taken"),
    *("code-not-right", "code-over", "no-right-left", "nobody-chosen", "not-an-address"),
    *("account-not-shown", "account-over", "account-without-mailbox", "provider-not-reached", "too-many-wishes"),
    *("network-not-asked", "network-not-suspended", "network-unknown", "no-call-open", "no-clarification-asked"),
    *("no-conflict-declared", "no-lesson-told", "nominated-already", "not-in-core-group", "not-utf-8", "nothing-changed"),
    *("nothing-due", "nothing-to-deliver", "party-begun-already", "person-missing", "person-not-found", "pilot-ended"),
    *("pilot-opened-already", "plan-in-pilot-already", "plan-incomplete", "plan-not-approved", "plan-not-waiting"),
    *("plan-too-long", "plan-version-superseded", "purpose-changed-since", "question-not-open", "reason-needed"),
    *(
        "recommendation-unknown",
        "requester-missing",
        "role-held-already",
        "role-not-given",
        "semicolons-between-cells",
        "shares-incomplete",
    ),
    *("another-evaluation-seen", "evaluation-not-yet", "evaluation-withdrawn", "network-not-evaluated"),
    *("nothing-to-freeze", "not-on-another-day", "reaction-too-long", "reactions-still-possible"),
    *("consent-given-already", "consent-needs-network", "look-purpose-missing"),
    *("data-erased-already", "privacy-request-open-already", "privacy-request-not-open", "privacy-reasons-missing"),
    "parts-chosen-already",
    "welcome-too-long",
    *("reference-unknown", "lifting-not-open", "second-person-needed", "lifting-not-agreed", "lifting-of-someone-else"),
    *("record-not-lifted", "last-day-not-near", "auditor-needed"),
    *("stale-version", "term-already-over", "time-goes-forward", "too-young", "unknown-history-event", "unknown-item"),
    *("not-confirmed-by-mail", "merged-with-oneself", "no-double", "not-withdrawn", "persons-of-sensitive-network"),
    *("version-needed", "wrong-header", "wrong-number-of-cells"),
    *("board-decision-incomplete", "decided-on-another-day", "mandate-not-given-yet", "too-few-took-part"),
    *(
        "members-rest-on-entry",
        "network-name-given-already",
        "network-not-closed",
        "pilot-not-begun-yet",
        "talk-impossible",
        "unknown-consent-wording",
    ),
    *("ended-before-begun", "formula-in-cell", "has-member-number", "malformed-member-address", "malformed-member-day"),
    *("malformed-member-name", "malformed-member-number", "malformed-member-year", "malformed-postcode"),
    *("member-number-twice", "misread-characters", "not-a-register-file", "register-column-twice", "register-columns-missing"),
    *("address-not-confirmed", "many-would-end", "register-file-missing", "register-import-gone", "register-import-not-ready"),
    *("register-outcome-changed", "register-too-long", "register-upload-too-large"),
    *("register-file-empty", "register-file-refused", "register-file-too-large", "register-file-unreadable"),
    *("register-number-unknown", "too-many-would-end", "two-encodings"),
    *("backup-damaged", "backup-of-another-log", "demo-not-served", "demo-running", "folder-not-empty", "folder-not-of-a-demo"),
    *("members-rest-on-entry", "no-database", "nothing-to-rest-on-then", "not-a-backup", "service-running", "vault-missing"),
}
"""What these say to do is no other command: nothing, wait, look, ask somebody, or give the same command with something else."""

BODIES = {
    Role.PARTY_BUREAU: ("partijbureau", "party bureau"),
    Role.NATIONAL_BOARD: ("Landelijk Bestuur", "National Board"),
    Role.ADMINISTRATOR: ("beheerder", "administrator"),
    Role.CORE_GROUP: ("kerngroep", "core group"),
    Role.REQUESTER: ("adviesvrager", "requester"),
    Role.MEMBER: ("leden", "members"),
}
"""How somebody of a role is called where a sentence says who can do something."""

SENDS = re.compile(
    r"(?:vraag|laat|bel|wacht tot|wacht op|contact op met|aan) het (?:partijbureau|Landelijk Bestuur)"
    r"|(?:ask|let|call|contact|tell|wait (?:until|for)) the (?:party bureau|National Board)",
    re.IGNORECASE,
)


def roles_of(commands: Iterable[type[Command]]) -> set[Role]:
    return {role for command in commands for role in COMMANDS[command]} - {Role.CLOCK}


def following(code: str) -> str:
    sentence = SENTENCES[code]
    return f"{sentence.next_nl} {sentence.next_en}"


def test_of_every_refusal_it_is_known_what_it_says_to_do_next():
    codes = {refusal.code for refusal in refusals()}
    assert not codes - STEPS.keys() - NO_COMMAND - FACES
    assert not (STEPS.keys() | NO_COMMAND) - SENTENCES.keys()
    assert not STEPS.keys() & NO_COMMAND


@pytest.mark.parametrize("code", sorted(STEPS))
def test_whoever_reads_what_to_do_next_may_do_it_or_is_told_who_may(code: str):
    may = roles_of(STEPS[code].following)
    named = {role for role, (dutch, english) in BODIES.items() if dutch in following(code) and english in following(code)}
    stranded = roles_of(STEPS[code].refused) - may
    assert may
    assert not stranded or named & may, f"{sorted(stranded)} read it and may not; it names {sorted(named)}"


def test_whoever_may_not_mend_what_something_rests_on_is_told_who_may():
    named, may = BODIES[Role.PARTY_BUREAU], roles_of(MENDING)
    mend = WORDS[WayOut][WayOut.MEND_IT]
    assert Role.PARTY_BUREAU in may
    assert (named[0] in mend.nl, named[1] in mend.en) == (True, True)
    assert not [each for each in WORDS[WayOut].values() if SENDS.search(f"{each.nl} {each.en}")]


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_nobody_is_sent_to_the_body_they_may_be(code: str):
    assert not SENDS.search(following(code))


@pytest.mark.parametrize("kind", sorted(ATTENTION))
def test_no_item_on_a_list_sends_a_body_to_itself(kind: AttentionKind):
    assert not SENDS.search(f"{ATTENTION[kind].next_nl} {ATTENTION[kind].next_en}")


def test_no_sentence_speaks_of_addresses_of_the_api_or_shows_a_pattern():
    said = [part for table in (SENTENCES, ATTENTION) for sentence in table.values() for part in sentence]
    said += [part for words in MESSAGES.values() for part in words]
    assert not [each for each in said if "/v1/" in each or "{pattern}" in each]
