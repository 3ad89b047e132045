"""FoundingPlan: from a draft to a decision. The light path is draft, seats accepted, submitted, decided."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.kernel.acts import Act, Decided, EventName, Reference
from domain.kernel.days import Moment, day_of, end_of, start_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, DomainError, EntryNotCorrectable, SomethingRestsOnEntry, WayOut
from domain.kernel.events import Aggregate, DomainEvent, Due, FirstEvent, event, event_name
from domain.kernel.mending import Correction, E, MendableAggregate, Withdrawal
from domain.kernel.text import ClosedText, Digest, PersonalText, Sealed, Text, Version
from domain.networks.membership import ExplicitConsentNeeded, TooYoung
from domain.networks.spelling import must_be_plain
from domain.pilot.rules import AdoptedRules, Count, Days, FoundingBody, NetworkRules, PlanPart
from domain.plans import errors
from domain.plans.content import (
    AGREED,
    BEFORE_BOARD,
    OPEN,
    WRITABLE,
    Condition,
    LapseReason,
    PlanContent,
    PlanOrigin,
    PlanStatus,
    reminder_day,
)
from domain.plans.entries import ENTRIES, HANDED_IN_OR_DECIDED, MENDABLE, WAYS_OUT, bounds, rests_on


class Nomination(StrEnum):
    """How somebody answered a nomination for the core group."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class FoundingPlan(MendableAggregate):
    """The plan on which a core group asks the National Board to found a network."""

    STAYS = frozenset({"questions"})

    # Events

    class PlanDrafted(FirstEvent):
        """Somebody began to write a founding plan."""

        content: PlanContent
        origin: PlanOrigin
        network: UUID
        pilot: UUID | None
        follows: UUID | None

    class PlanRevised(Aggregate.Event):
        """The draft was written differently."""

        content: PlanContent

    class PlanBroughtIntoPilot(Aggregate.Event):
        """A plan that was drafted outside this pilot will take one of its places."""

        pilot: UUID

    class CoreGroupMemberNominated(Aggregate.Event):
        """Somebody was asked for a seat in the core group."""

        reference: Reference

    class NominationAccepted(Aggregate.Event):
        """Somebody accepted the seat they were asked for."""

        reference: Reference
        consent_version: Version | None = None

    class NominationDeclined(Aggregate.Event):
        """Somebody declined the seat they were asked for, or gave it up before the network was founded."""

        reference: Reference

    class ChairNominated(Aggregate.Event):
        """Somebody who was asked for a seat was named as chair of the core group."""

        reference: Reference

    class SupportersCounted(Aggregate.Event):
        """The party bureau counted the members who support the founding, and says what it knows of all of them."""

        supporters: Count
        member_for_days: Days = 0
        contribution_paid: bool = False

    class PlanSubmitted(Aggregate.Event):
        """The core group handed this version of the plan to the party bureau."""

        plan_version: int
        digest: Digest

    class PlanAmended(Aggregate.Event):
        """The core group changed a plan that it had handed in: a new version, the old one stays readable."""

        content: PlanContent
        plan_version: int
        digest: Digest

    class PlanReturned(Aggregate.Event):
        """The party bureau gave the plan back and named what is missing."""

        plan_version: int
        missing: tuple[PlanPart, ...]

    class PlanFoundComplete(Aggregate.Event):
        """The party bureau found that the plan has what the rules ask for."""

        plan_version: int
        rules_version: Version

    class BureauAdviceGiven(Aggregate.Event):
        """The party bureau advised the National Board on the plan."""

        plan_version: int
        advice: ClosedText

    class BoardQuestionAsked(Aggregate.Event):
        """The National Board asked the core group a question."""

        question_number: int
        question: ClosedText

    class BoardQuestionAnswered(Aggregate.Event):
        """The core group answered a question of the National Board."""

        question_number: int
        answer: ClosedText

    class ConflictOfInterestDeclared(Aggregate.Event):
        """A board member has a personal interest in this plan and takes no part in deciding on it."""

        reference: Reference
        interest: PersonalText | None

    class PlanDeferred(Aggregate.Event):
        """The National Board asked for more time."""

        plan_version: int
        until: date
        reasons: Text

    class DeferralEnded(Aggregate.Event):
        """The time that the National Board had asked for is over; the plan is before it again."""

    class PlanApproved(Aggregate.Event):
        """The National Board agreed with this exact version; once hard conditions are met the network may be founded."""

        plan_version: int
        digest: Digest
        rules_version: Version
        core_group_minimum: Count
        conditions: tuple[Condition, ...]
        reasons: Text | None
        remind_on: tuple[date, ...] = ()
        """The day on which each condition is reminded of, in their order."""
        chair_required: bool = False

    class PlanRejected(Aggregate.Event):
        """The National Board did not agree, for reasons that are published."""

        plan_version: int
        digest: Digest
        rules_version: Version
        reasons: Text

    class ConditionReminded(Aggregate.Event):
        """What the board had asked for is due soon, and whoever sees to it was reminded."""

        condition_number: int

    class ConditionNotMetInTime(Aggregate.Event):
        """The day of a condition is over, and the party bureau was asked whether it was met."""

        condition_number: int

    class ConditionMet(Aggregate.Event):
        """What the board had asked for was done."""

        condition_number: int

    class ConditionLapsed(Aggregate.Event):
        """What the board had asked for was not done in time."""

        condition_number: int

    class PlanWaitListed(Aggregate.Event):
        """The plan is agreed with, and waits for a place."""

        complete_at: Moment

    class PlanCarriedOut(Aggregate.Event):
        """The network was founded on this plan."""

        network: UUID

    class PlanWithdrawn(Aggregate.Event):
        """The core group gave up its plan."""

    class PlanLapsed(Aggregate.Event):
        """Nothing came of the plan in time."""

        lapse_reason: LapseReason

    class EntryCorrected(Correction, Aggregate.Event):
        """Something was decided on the plan at another moment than was recorded, or for reasons in other words."""

        reasons: Text | None = None

        def corrected(self, entry: E) -> E:
            """Give the entry with its moment, and with its reasons where it has any."""
            known = super().corrected(entry)
            has_reasons = event_name(entry) == self.of and "reasons" in type(entry).model_fields
            return known.model_copy(update={"reasons": self.reasons}) if has_reasons else known

    class EntryWithdrawn(Withdrawal, Aggregate.Event):
        """Something that was recorded of this plan was a mistake and no longer counts."""

    # Decisions of those who write it

    @classmethod
    def draft(
        cls,
        act: Act,
        *,
        plan: UUID,
        network: UUID,
        content: PlanContent,
        origin: PlanOrigin,
        rules: NetworkRules,
        pilot: UUID | None,
        follows: UUID | None = None,
    ) -> "FoundingPlan":
        """
        Begin a plan.

        :param network: the id that its network will have
        :param follows: an earlier plan of the same group that was rejected
        :raises BoardMayNotStartPlans: if the board begins it and the rules leave that to core groups
        :raises PlanTooLong: if it has more words than the rules allow
        :raises HiddenCharacterInName, ForeignLetterInName, MixedScriptsInName, NameLooksLatin: see domain.networks.spelling
        """
        if origin is PlanOrigin.NATIONAL_BOARD and not rules.may_start_with_board:
            raise errors.BoardMayNotStartPlans
        _check_content(content, rules)
        return cls._begin(
            cls.PlanDrafted, plan, act=act, content=content, origin=origin, network=network, pilot=pilot, follows=follows
        )

    def revise(self, act: Act, *, content: PlanContent, rules: NetworkRules) -> None:
        """
        Write the draft differently.

        :raises PlanNotADraft: if it was handed in
        :raises PlanTooLong: if it has more words than the rules allow
        :raises HiddenCharacterInName, ForeignLetterInName, MixedScriptsInName, NameLooksLatin: see domain.networks.spelling
        """
        self._must_be(WRITABLE, errors.PlanNotADraft)
        _check_content(content, rules)
        self.trigger_event(self.PlanRevised, act=act, content=content)

    def bring_into_pilot(self, act: Act, *, pilot: UUID) -> None:
        """
        Let the plan take a place of a pilot, as if it had been drafted in it; until the board has decided.

        :raises PlanDecidedAlready: if it was rejected, carried out, withdrawn or lapsed
        :raises PlanApprovedAlready: if the board agreed with it outside this pilot
        :raises PlanInPilotAlready: if it is in this pilot
        :raises RecordedTooLate: if it was handed in or given back later than this
        """
        self._must_be(OPEN, errors.PlanDecidedAlready)
        if self.status in AGREED:
            raise errors.PlanApprovedAlready(status=self.status)
        if self.pilot == pilot:
            raise errors.PlanInPilotAlready
        act.must_follow(self.changed_at)
        self.trigger_event(self.PlanBroughtIntoPilot, act=act, pilot=pilot)

    def nominate(self, act: Act, *, reference: Reference) -> None:
        """
        Ask somebody for a seat in the core group.

        :raises NominatedAlready: if they were asked and did not decline
        """
        self._must_be(OPEN, errors.PlanDecidedAlready)
        if self.nominations.get(reference, Nomination.DECLINED) is not Nomination.DECLINED:
            raise errors.NominatedAlready
        self.trigger_event(self.CoreGroupMemberNominated, act=act, reference=reference)

    def accept_nomination(
        self,
        act: Act,
        *,
        reference: Reference,
        consent_version: str | None = None,
        age: int | None = None,
        minimum_age: int | None = None,
    ) -> None:
        """
        Accept the seat somebody was asked for; it will also make them a member, by endorsing the purpose as written.

        Who accepted before the plan was marked as sensitive accepts again, with the consent.

        :raises ExplicitConsentNeeded: if the network will be sensitive and consent was not given
        :raises TooYoung: if the network will be sensitive and they are younger than the rules ask
        :raises NotNominated: if they were not asked
        :raises NominationAnswered: if they answered before
        """
        self._must_be(OPEN, errors.PlanDecidedAlready)
        if reference not in self.nominations:
            raise errors.NotNominated
        if self.nominations[reference] is not Nomination.OPEN and not self._lacks_consent(reference):
            raise errors.NominationAnswered(answer=self.nominations[reference])
        if self.content.sensitive and consent_version is None:
            raise ExplicitConsentNeeded
        if self.content.sensitive and minimum_age is not None and (age is None or age < minimum_age):
            raise TooYoung(minimum_age=minimum_age)
        self.trigger_event(self.NominationAccepted, act=act, reference=reference, consent_version=consent_version)

    def decline_nomination(self, act: Act, *, reference: Reference) -> None:
        """
        Decline a seat, or give it up before the founding.

        :raises NotNominated: if they were not asked
        :raises NominationAnswered: if they declined before
        """
        self._must_be(OPEN, errors.PlanDecidedAlready)
        if reference not in self.nominations:
            raise errors.NotNominated
        if self.nominations[reference] is Nomination.DECLINED:
            raise errors.NominationAnswered(answer=self.nominations[reference])
        self.trigger_event(self.NominationDeclined, act=act, reference=reference)

    def nominate_chair(self, act: Act, *, reference: Reference) -> None:
        """
        Name somebody who was asked for a seat as chair; who was named before no longer is.

        :raises NotNominated: if they were not asked, or declined
        """
        self._must_be(OPEN, errors.PlanDecidedAlready)
        if self.nominations.get(reference, Nomination.DECLINED) is Nomination.DECLINED:
            raise errors.NotNominated
        self.trigger_event(self.ChairNominated, act=act, reference=reference)

    def count_supporters(self, act: Act, *, supporters: int, member_for_days: int = 0, contribution_paid: bool = False) -> None:
        """
        Record how many members support the founding, where the rules ask for it.

        :param member_for_days: each of those counted was a party member for so many days
        :param contribution_paid: each of those counted has paid the contribution
        """
        self._must_be(OPEN, errors.PlanDecidedAlready)
        self.trigger_event(
            self.SupportersCounted,
            act=act,
            supporters=supporters,
            member_for_days=member_for_days,
            contribution_paid=contribution_paid,
        )

    def submit(self, act: Act, *, rules: NetworkRules) -> None:
        """
        Hand the plan to the party bureau.

        :raises PlanNotADraft: if it was handed in before
        :raises RecordedTooLate: if something was decided on it later than this
        :raises PlanIncomplete, PlanTooLong: if it is not what the rules of that day ask for
        :raises TooFewCoreGroupMembers, ChairMissing: if fewer accepted than the rules ask for, or none of them as chair
        """
        self._must_be(WRITABLE, errors.PlanNotADraft)
        act.must_follow(self.changed_at)
        self._must_have_parts(self.content, rules)
        _check_content(self.content, rules)
        self._must_have_core_group(rules.core_group_minimum)
        self._must_have_chair(required=rules.chair_required)
        self.trigger_event(self.PlanSubmitted, act=act, plan_version=self.plan_version + 1, digest=self.content.digest)

    def amend(self, act: Act, *, content: PlanContent, rules: NetworkRules) -> None:
        """
        Change a plan that was handed in: a new version.

        :raises PlanNotSubmitted: if it was not handed in
        :raises PlanIncomplete, PlanTooLong: as for submitting
        """
        self._must_be(BEFORE_BOARD, errors.PlanNotSubmitted)
        act.must_follow(self.changed_at)
        self._must_have_parts(content, rules)
        _check_content(content, rules)
        self.trigger_event(self.PlanAmended, act=act, content=content, plan_version=self.plan_version + 1, digest=content.digest)

    def withdraw(self, act: Act) -> None:
        """
        Give up the plan.

        :raises PlanDecidedAlready: if it was rejected, carried out, withdrawn or lapsed
        :raises RecordedTooLate: if something was decided on it later than this
        """
        self._must_be(OPEN, errors.PlanDecidedAlready)
        act.must_follow(self.changed_at)
        self.trigger_event(self.PlanWithdrawn, act=act)

    # Decisions of the party bureau

    def return_incomplete(self, act: Act, *, missing: tuple[PlanPart, ...]) -> None:
        """
        Give the plan back and name what is missing.

        :raises PlanNotSubmitted: if it was not handed in
        """
        self._must_be(BEFORE_BOARD, errors.PlanNotSubmitted)
        act.must_follow(self.changed_at)
        self.trigger_event(self.PlanReturned, act=act, plan_version=self.plan_version, missing=missing)

    def find_complete(self, act: Act, *, rules: AdoptedRules) -> None:
        """
        Record that the plan has what the rules ask for.

        :raises PlanNotSubmitted: if it does not wait for this check
        :raises PlanIncomplete, TooFewCoreGroupMembers, ChairMissing: if it has not
        :raises TooFewSupporters, SupportersTooNew, ContributionsNotPaid: if those who support it do not count
        """
        self._must_be(BEFORE_BOARD, errors.PlanNotSubmitted)
        if self.found_complete:
            raise errors.PlanNotSubmitted(status=self.status)
        act.must_follow(self.changed_at)
        self._must_satisfy(rules.rules)
        self.trigger_event(self.PlanFoundComplete, act=act, plan_version=self.plan_version, rules_version=rules.rules_version)

    def advise(self, act: Act, *, advice: Sealed) -> None:
        """
        Advise the National Board on this version of the plan.

        :raises PlanNotSubmitted: if there is nothing before the board
        """
        self._must_be(BEFORE_BOARD, errors.PlanNotSubmitted)
        self.trigger_event(self.BureauAdviceGiven, act=act, plan_version=self.plan_version, advice=advice)

    # Decisions of the National Board

    def ask(self, act: Act, *, question: Sealed) -> None:
        """
        Ask the core group a question; only board, bureau and core group can read it.

        :raises PlanNotSubmitted: if there is nothing before the board
        :raises ConflictedMemberDecides: if somebody with a conflict of interest asks, who takes no part in deliberating either
        """
        self._must_be(BEFORE_BOARD, errors.PlanNotSubmitted)
        self._must_be_impartial(act)
        self.trigger_event(self.BoardQuestionAsked, act=act, question_number=self.questions + 1, question=question)

    def answer(self, act: Act, *, question_number: int, answer: Sealed) -> None:
        """
        Answer a question of the board.

        :raises QuestionNotOpen: if there is no such question without an answer
        """
        if question_number not in self.open_questions:
            raise errors.QuestionNotOpen(question_number=question_number)
        self.trigger_event(self.BoardQuestionAnswered, act=act, question_number=question_number, answer=answer)

    def declare_conflict(self, act: Act, *, reference: Reference, interest: Sealed | None) -> None:
        """
        Declare a personal interest: this member takes no part in deciding (art. 2:44(6) BW).

        :raises ConflictDeclaredAlready: if declared before
        """
        self._must_be(OPEN, errors.PlanDecidedAlready)
        if reference in self.recused:
            raise errors.ConflictDeclaredAlready
        self.trigger_event(self.ConflictOfInterestDeclared, act=act, reference=reference, interest=interest)

    def defer(self, act: Act, *, plan_version: int, until: date, reasons: str) -> None:
        """
        Take more time.

        :raises PlanNotSubmitted, PlanVersionSuperseded, RecordedTooLate, ConflictedMemberDecides: as for approving
        :raises ReasonNeeded: if no reasons are given
        :raises DeferredUntilPastDay: if that day was over when it was decided
        """
        self._must_be_decidable(act, plan_version)
        _must_have_reasons(reasons)
        if until < day_of(act.at):
            raise errors.DeferredUntilPastDay(until=until, decided=day_of(act.at))
        self.trigger_event(self.PlanDeferred, act=act, plan_version=plan_version, until=until, reasons=reasons)

    def approve(
        self,
        act: Act,
        *,
        plan_version: int,
        rules: AdoptedRules,
        conditions: tuple[Condition, ...] = (),
        reasons: str | None = None,
    ) -> None:
        """
        Agree with one version of the plan, so that its network may be founded.

        :raises PlanNotSubmitted: if the core group has not handed the plan in
        :raises PlanVersionSuperseded: if the core group has amended the plan since
        :raises RecordedTooLate: if the decision was taken before this version was handed in
        :raises ConflictedMemberDecides: if somebody with a conflict of interest takes part
        :raises CompletenessNotChecked, BureauAdviceMissing, AnotherBodyDecides: if the rules ask for another step
        :raises PlanIncomplete, TooFewCoreGroupMembers, ChairMissing: if the plan falls short of the rules
        :raises TooFewSupporters, SupportersTooNew, ContributionsNotPaid: if those who support it do
        :raises ConditionDueTooEarly: if a condition is due before the day of the decision
        """
        self._must_be_decidable(act, plan_version)
        _must_found(rules.rules)
        if rules.rules.completeness_check_required and not self.found_complete:
            raise errors.CompletenessNotChecked
        if rules.rules.bureau_advice_required and not self.advised:
            raise errors.BureauAdviceMissing
        self._must_satisfy(rules.rules)
        for condition in conditions:
            if condition.due < day_of(act.at):
                raise errors.ConditionDueTooEarly(due=condition.due, decided=day_of(act.at))
        self.trigger_event(
            self.PlanApproved,
            act=act,
            plan_version=plan_version,
            digest=self.digest,
            rules_version=rules.rules_version,
            core_group_minimum=rules.rules.core_group_minimum,
            conditions=conditions,
            reasons=reasons,
            remind_on=tuple(reminder_day(day_of(act.at), condition, rules.rules) for condition in conditions),
            chair_required=rules.rules.chair_required,
        )

    def reject(
        self,
        act: Act,
        *,
        plan_version: int,
        rules: AdoptedRules,
        reasons: str,
    ) -> None:
        """
        Not agree with the plan, for reasons that are published; the group may hand in a new one.

        :raises PlanNotSubmitted, PlanVersionSuperseded, RecordedTooLate, ConflictedMemberDecides: as for approving
        :raises ReasonNeeded: if no reasons are given
        """
        self._must_be_decidable(act, plan_version)
        _must_found(rules.rules)
        _must_have_reasons(reasons)
        self.trigger_event(
            self.PlanRejected,
            act=act,
            plan_version=plan_version,
            digest=self.digest,
            rules_version=rules.rules_version,
            reasons=reasons,
        )

    def meet_condition(self, act: Act, *, condition_number: int) -> None:
        """
        Record that a condition was met.

        :raises ConditionLapsedAlready: if it was recorded that it was not; that is withdrawn first
        :raises ConditionNotOpen: if there is no such condition that waits
        """
        if any(isinstance(each, self.ConditionLapsed) and each.condition_number == condition_number for each in self.life):
            raise errors.ConditionLapsedAlready(condition_number=condition_number)
        self._must_have_condition(condition_number)
        self.trigger_event(self.ConditionMet, act=act, condition_number=condition_number)

    def lapse_condition(self, act: Act, *, condition_number: int) -> None:
        """
        Record that a condition was not met in time; a hard one takes the plan with it.

        :raises ConditionNotOpen: if there is no such condition that waits
        :raises ConditionNotDue: if its day has not passed
        """
        self._must_have_condition(condition_number)
        self._must_be_over(condition_number, act.at)
        self.trigger_event(self.ConditionLapsed, act=act, condition_number=condition_number)
        if self.conditions[condition_number].hard and self.status is PlanStatus.APPROVED_WITH_CONDITIONS:
            consequence = act.consequence(self.last_event)
            self.trigger_event(self.PlanLapsed, act=consequence, lapse_reason=LapseReason.CONDITION_NOT_MET)

    def lapse(self, act: Act, *, lapse_reason: LapseReason) -> None:
        """
        Record that nothing came of the plan.

        :raises PlanDecidedAlready: if it was decided on, withdrawn or lapsed
        """
        self._must_be(OPEN, errors.PlanDecidedAlready)
        self.trigger_event(self.PlanLapsed, act=act, lapse_reason=lapse_reason)

    def wait_for_place(self, act: Act) -> None:
        """
        Wait until a place is free.

        :raises PlanNotApproved: if the board did not agree, or hard conditions are open
        """
        self._must_be(frozenset({PlanStatus.APPROVED}), errors.PlanNotApproved)
        self.trigger_event(self.PlanWaitListed, act=act, complete_at=self.complete_at)

    def carry_out(self, act: Act) -> None:
        """
        Record that the network was founded.

        :raises PlanNotApproved, TooFewCoreGroupMembers, ChairMissing, ExplicitConsentNeeded: see must_be_ready
        """
        self.must_be_ready()
        self.trigger_event(self.PlanCarriedOut, act=act, network=self.network)

    # Mending

    def correct_entry(
        self,
        act: Act,
        *,
        of: EventName,
        at: datetime | None,
        reasons: str | None,
        mistake: Mistake,
        founded_at: datetime | None = None,
    ) -> None:
        """
        Record that something was decided at another moment, or that its published reasons are others.

        What is left out stays as it was recorded. The rules of the day on which it was recorded stay those it was decided under.

        :param founded_at: when the network of this plan began, None when there is none
        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises EntryHasNoReasons: if reasons are given for what is not decided with reasons
        :raises ReasonNeeded: if reasons are empty
        :raises CorrectionImpossible: if it would come before what it rests on, or after what rests on it
        :raises ConditionNotDue: if a condition would lapse before its day has passed
        """
        entry = self._mendable(of)
        if reasons is not None:
            if "reasons" not in type(entry).model_fields:
                raise errors.EntryHasNoReasons
            _must_have_reasons(reasons)
        if at is not None:
            self._must_fit(entry, at, founded_at)
        reasons = reasons or getattr(entry, "reasons", None)
        self.trigger_event(self.EntryCorrected, act=act, of=of, at=at or entry.act.at, reasons=reasons, mistake=mistake)

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake) -> None:
        """
        Record that a step of the bureau or the board, a question or the end of a condition was a mistake.

        The plan stands again where it stood before.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises SomethingRestsOnEntry: if what was done since would hang in the air
        """
        entry = self._mendable(of, questions=True)
        left_waiting_list = self.as_before(entry).status is PlanStatus.WAITING
        hard = self._is_of_hard_condition(entry)
        resting = rests_on(entry, self.entries, left_waiting_list=left_waiting_list, hard=hard)
        if resting is not None:
            first = WAYS_OUT.get(resting.because, WayOut.DECIDE_ANEW)
            raise SomethingRestsOnEntry(because=resting.because, on=day_of(resting.at), first=first)
        self.trigger_event(self.EntryWithdrawn, act=act, of=of, mistake=mistake)

    # Decisions of time

    def _what_time_does(self) -> Iterator[Due]:
        """Remind of a condition, tell that it was not met in time, or end a deferral."""
        for number in sorted((self.open_conditions & set(self.reminders)) - self.not_met_in_time):
            reminder, which = start_of(self.reminders[number]), {"condition_number": number}
            if number not in self.reminded:
                yield Due(reminder, self.ConditionReminded, which)
            else:
                yield Due(max(end_of(self.conditions[number].due), reminder), self.ConditionNotMetInTime, which)
        if self.status is PlanStatus.DEFERRED and self.deferred_until is not None:
            yield Due(max(start_of(self.deferred_until), self.changed_at), self.DeferralEnded)

    # Answers

    @property
    def core_group(self) -> tuple[Reference, ...]:
        """Those who accepted a seat."""
        return tuple(who for who, answer in self.nominations.items() if answer is Nomination.ACCEPTED)

    @property
    def chair(self) -> Reference | None:
        """Who was named as chair and accepted a seat."""
        return self.nominated_chair if self.nominated_chair in self.core_group else None

    @property
    def agreed(self) -> Decided | None:
        """How the board came to agree with it, None when it did not or when that is not known."""
        return next((each.act.decided for each in reversed(self.life) if isinstance(each, self.PlanApproved)), None)

    @property
    def changed_at(self) -> datetime:
        """When it was last handed in or decided on, and before that when it was begun."""
        return next((each.act.at for each in reversed(self.life) if each.TOPIC in HANDED_IN_OR_DECIDED), self.life[0].act.at)

    def must_be_ready(self) -> None:
        """
        Check that the network can be founded now: founders may have given up their seats since the decision.

        :raises PlanNotApproved: if the board did not agree, or hard conditions are open
        :raises TooFewCoreGroupMembers: if fewer founders are left than the rules of the decision ask for
        :raises ChairMissing: if those rules ask for a chair, and who was named is none of them
        :raises ExplicitConsentNeeded: if the network will be sensitive and a founder accepted before that was known
        """
        self._must_be(frozenset({PlanStatus.APPROVED, PlanStatus.WAITING}), errors.PlanNotApproved)
        self._must_have_core_group(self.core_group_minimum)
        self._must_have_chair(required=self.chair_required)
        if any(self._lacks_consent(reference) for reference in self.core_group):
            raise ExplicitConsentNeeded

    def is_initiator(self, doer: str) -> bool:
        """Say whether somebody may write this plan: who began it, or was asked for a seat and did not decline."""
        return doer == self.initiator or self.nominations.get(doer, Nomination.DECLINED) is not Nomination.DECLINED

    @property
    def entries(self) -> tuple[DomainEvent, ...]:
        """What was done with the plan, by people: what can be mended, and what may rest on that."""
        along = [self.goes_along(event_name(each)) - {event_name(each)} for each in self.life]
        return tuple(
            each for each in self.life if each.TOPIC in ENTRIES and not any(event_name(each) in names for names in along)
        )

    def goes_along(self, of: EventName) -> frozenset[EventName]:
        """Give an entry and, of a hard condition that was not met, the lapse of the plan that came with it."""
        place = next(place for place, each in enumerate(self.life) if event_name(each) == of)
        lapsed, *after = self.life[place : place + 2]
        if not after or not isinstance(lapsed, self.ConditionLapsed) or not isinstance(after[0], self.PlanLapsed):
            return frozenset({of})
        goes = after[0].lapse_reason is LapseReason.CONDITION_NOT_MET and self._is_of_hard_condition(lapsed)
        return frozenset({of, event_name(after[0])}) if goes else frozenset({of})

    def follows_by_itself(self, entry: DomainEvent) -> tuple[type[DomainEvent], ...]:
        """Give the end of a deferral, and what was told of conditions of an approval."""
        if isinstance(entry, self.PlanDeferred):
            return (self.DeferralEnded,)
        return (self.ConditionReminded, self.ConditionNotMetInTime) if isinstance(entry, self.PlanApproved) else ()

    def _mendable(self, of: EventName, *, questions: bool = False) -> DomainEvent:
        entry = self.mendable(of, (DomainEvent,))
        can_be = entry.TOPIC in MENDABLE or (questions and isinstance(entry, self.BoardQuestionAsked))
        if not can_be or entry not in self.entries:
            raise EntryNotCorrectable(of=of)
        return entry

    def _must_fit(self, entry: DomainEvent, at: datetime, founded_at: datetime | None) -> None:
        earlier, later = bounds(entry, self.entries)
        if founded_at is not None and (isinstance(entry, self.PlanApproved) or self._is_of_hard_condition(entry)):
            later = min(later or founded_at, founded_at)
        if (earlier is not None and at < earlier) or (later is not None and at > later):
            raise CorrectionImpossible(of=event_name(entry))
        if isinstance(entry, self.ConditionLapsed):
            self._must_be_over(entry.condition_number, at)

    def _must_be_over(self, condition_number: int, at: datetime) -> None:
        condition = self.conditions[condition_number]
        if day_of(at) <= condition.due:
            raise errors.ConditionNotDue(due=condition.due)

    def _is_of_hard_condition(self, entry: DomainEvent) -> bool:
        return isinstance(entry, self.ConditionMet | self.ConditionLapsed) and self.conditions[entry.condition_number].hard

    def _must_be(self, statuses: frozenset[PlanStatus], refusal: type[DomainError]) -> None:
        if self.status not in statuses:
            raise refusal(status=self.status)

    def _must_be_decidable(self, act: Act, plan_version: int) -> None:
        self._must_be(BEFORE_BOARD, errors.PlanNotSubmitted)
        if plan_version != self.plan_version:
            raise errors.PlanVersionSuperseded(decided=plan_version, current=self.plan_version)
        act.must_follow(self.changed_at)
        self._must_be_impartial(act)

    def _must_be_impartial(self, act: Act) -> None:
        if self.recused & act.people:
            raise errors.ConflictedMemberDecides

    def _lacks_consent(self, reference: Reference) -> bool:
        accepted = self.nominations[reference] is Nomination.ACCEPTED
        return accepted and self.content.sensitive and self.consents[reference] is None

    def _must_have_parts(self, content: PlanContent, rules: NetworkRules) -> None:
        if missing := content.missing(rules):
            raise errors.PlanIncomplete(missing=missing)

    def _must_have_core_group(self, minimum: int) -> None:
        if len(self.core_group) < minimum:
            raise errors.TooFewCoreGroupMembers(has=len(self.core_group), needs=minimum)

    def _must_satisfy(self, rules: NetworkRules) -> None:
        self._must_have_parts(self.content, rules)
        self._must_have_core_group(rules.core_group_minimum)
        self._must_have_chair(required=rules.chair_required)
        if self.supporters < rules.supporters_minimum:
            raise errors.TooFewSupporters(has=self.supporters, needs=rules.supporters_minimum)
        if rules.supporters_minimum and self.supporters_member_for_days < rules.supporter_membership_days:
            raise errors.SupportersTooNew(has=self.supporters_member_for_days, needs=rules.supporter_membership_days)
        if rules.supporters_minimum and rules.supporter_contribution_paid and not self.supporters_have_paid:
            raise errors.ContributionsNotPaid

    def _must_have_chair(self, *, required: bool) -> None:
        if required and self.chair is None:
            raise errors.ChairMissing

    def _must_have_condition(self, condition_number: int) -> None:
        if condition_number not in self.open_conditions:
            raise errors.ConditionNotOpen(condition_number=condition_number)

    # Changes

    def __init__(self, act: Act, content: PlanContent, origin: PlanOrigin, network: UUID, pilot: UUID | None) -> None:
        self.content = content
        self.origin = origin
        self.network = network
        self.pilot = pilot
        self.status = PlanStatus.DRAFT
        self.plan_version = 0
        self.digest = ""  # of the version handed in
        self.complete_at = act.at
        self.nominations: dict[Reference, Nomination] = {}
        self.consents: dict[Reference, str | None] = {}
        self.initiator = act.by
        self.rules_version: str | None = None
        self.core_group_minimum = 0
        self.chair_required = False
        self.nominated_chair: Reference | None = None
        self.supporters = 0
        self.supporters_member_for_days = 0
        self.supporters_have_paid = False
        self.deferred_until: date | None = None
        self.reminders: dict[int, date] = {}
        self.reminded: frozenset[int] = frozenset()
        self.not_met_in_time: frozenset[int] = frozenset()
        self.found_complete = False
        self.advised = False
        self.questions = 0
        self.open_questions: frozenset[int] = frozenset()
        self.recused: frozenset[str | None] = frozenset()
        self.conditions: dict[int, Condition] = {}
        self.open_conditions: frozenset[int] = frozenset()

    @event(PlanRevised)
    def _revised(self, content: PlanContent) -> None:
        self.content = content

    @event(PlanBroughtIntoPilot)
    def _brought_into_pilot(self, pilot: UUID) -> None:
        self.pilot = pilot

    @event(CoreGroupMemberNominated)
    def _nominated(self, reference: Reference) -> None:
        self.nominations = {**self.nominations, reference: Nomination.OPEN}

    @event(NominationAccepted)
    def _nomination_accepted(self, reference: Reference, consent_version: str | None) -> None:
        self.nominations = {**self.nominations, reference: Nomination.ACCEPTED}
        self.consents = {**self.consents, reference: consent_version}

    @event(NominationDeclined)
    def _nomination_declined(self, reference: Reference) -> None:
        self.nominations = {**self.nominations, reference: Nomination.DECLINED}

    @event(ChairNominated)
    def _chair_nominated(self, reference: Reference) -> None:
        self.nominated_chair = reference

    @event(SupportersCounted)
    def _supporters_counted(self, supporters: int, member_for_days: int, contribution_paid: bool) -> None:
        self.supporters = supporters
        self.supporters_member_for_days = member_for_days
        self.supporters_have_paid = contribution_paid

    @event(PlanSubmitted)
    def _submitted(self, act: Act, plan_version: int, digest: str) -> None:
        self.status = PlanStatus.SUBMITTED
        self.plan_version = plan_version
        self.digest = digest
        self.complete_at = act.at
        self.advised = False

    @event(PlanAmended)
    def _amended(self, content: PlanContent, plan_version: int, digest: str) -> None:
        self.status = PlanStatus.SUBMITTED
        self.content = content
        self.plan_version = plan_version
        self.digest = digest
        self.found_complete = False
        self.advised = False

    @event(PlanReturned)
    def _returned(self) -> None:
        self.status = PlanStatus.RETURNED
        self.found_complete = False

    @event(PlanFoundComplete)
    def _found_complete(self, act: Act) -> None:
        self.status = PlanStatus.COMPLETE
        self.found_complete = True
        self.complete_at = act.at

    @event(BureauAdviceGiven)
    def _advised(self) -> None:
        self.advised = True

    @event(BoardQuestionAsked)
    def _asked(self, question_number: int) -> None:
        self.questions = max(self.questions, question_number)
        self.open_questions |= {question_number}

    @event(BoardQuestionAnswered)
    def _answered(self, question_number: int) -> None:
        self.open_questions -= {question_number}

    @event(ConflictOfInterestDeclared)
    def _conflict_declared(self, reference: Reference) -> None:
        self.recused |= {reference}

    @event(PlanDeferred)
    def _deferred(self, until: date) -> None:
        self.status = PlanStatus.DEFERRED
        self.deferred_until = until

    @event(DeferralEnded)
    def _deferral_ended(self) -> None:
        self.status = PlanStatus.COMPLETE if self.found_complete else PlanStatus.SUBMITTED

    @event(PlanApproved)
    def _approved(
        self,
        rules_version: str,
        core_group_minimum: int,
        conditions: tuple[Condition, ...],
        remind_on: tuple[date, ...],
        chair_required: bool,
    ) -> None:
        self.reminders = dict(enumerate(remind_on, start=1))
        self.rules_version = rules_version
        self.core_group_minimum = core_group_minimum
        self.chair_required = chair_required
        self.conditions = dict(enumerate(conditions, start=1))
        self.open_conditions = frozenset(self.conditions)
        self._settle()

    @event(PlanRejected)
    def _rejected(self) -> None:
        self.status = PlanStatus.REJECTED

    @event(ConditionReminded)
    def _condition_reminded(self, condition_number: int) -> None:
        self.reminded |= {condition_number}

    @event(ConditionNotMetInTime)
    def _condition_not_met_in_time(self, condition_number: int) -> None:
        self.not_met_in_time |= {condition_number}

    @event(ConditionMet)
    def _condition_met(self, condition_number: int) -> None:
        self.open_conditions -= {condition_number}
        if self.status is PlanStatus.APPROVED_WITH_CONDITIONS:
            self._settle()

    @event(ConditionLapsed)
    def _condition_lapsed(self, condition_number: int) -> None:
        self.open_conditions -= {condition_number}

    @event(PlanWaitListed)
    def _wait_listed(self) -> None:
        self.status = PlanStatus.WAITING

    @event(PlanCarriedOut)
    def _carried_out(self) -> None:
        self.status = PlanStatus.FOUNDED

    @event(PlanWithdrawn)
    def _withdrawn(self) -> None:
        self.status = PlanStatus.WITHDRAWN
        self._nothing_waits()

    @event(PlanLapsed)
    def _lapsed(self) -> None:
        self.status = PlanStatus.LAPSED
        self._nothing_waits()

    def _nothing_waits(self) -> None:
        self.open_questions = frozenset()
        self.open_conditions = frozenset()

    def _settle(self) -> None:
        hard_open = any(self.conditions[number].hard for number in self.open_conditions)
        self.status = PlanStatus.APPROVED_WITH_CONDITIONS if hard_open else PlanStatus.APPROVED


def _check_content(content: PlanContent, rules: NetworkRules) -> None:
    must_be_plain(content.name)
    if content.words > rules.plan_word_limit:
        raise errors.PlanTooLong(words=content.words, limit=rules.plan_word_limit)


def _must_have_reasons(reasons: str) -> None:
    if not reasons.strip():
        raise errors.ReasonNeeded


def _must_found(rules: NetworkRules) -> None:
    if rules.founding_body is not FoundingBody.NATIONAL_BOARD:
        raise errors.AnotherBodyDecides(body=rules.founding_body)
