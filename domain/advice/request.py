"""Advice request: a question to a network through its core group, the day by which an answer is needed, and what became of it."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from domain.advice import errors
from domain.advice.answer_days import (
    AnswerClock,
    AnswerDays,
    ClarificationDays,
    ClockStep,
    OpenClarification,
    answer_days,
    clarification_days,
)
from domain.advice.values import (
    ANSWERED,
    NEXT_ACTORS,
    UNANSWERED,
    WAITING,
    AdviceKind,
    Answered,
    Conflict,
    DeclineReason,
    Expert,
    Invitation,
    NextActor,
    ReportedUse,
    RequesterKind,
    RequestStage,
    RequestStatus,
    status_of,
)
from domain.kernel.acts import Act, EventName, Immutable, Reference, Role
from domain.kernel.days import Moment, day_of, happened_on
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible
from domain.kernel.events import Aggregate, DomainEvent, Due, FirstEvent, event, event_name
from domain.kernel.mending import Correction, E, MendableAggregate, Withdrawal
from domain.kernel.text import PersonalText, Sealed, Version, Writing
from domain.pilot.rules import AdoptedRules, NetworkRules


class Talk(Immutable):
    """An answer that was given by talking: on which day, and with whom, by role."""

    on: date
    with_whom: Writing


class Call(Immutable):
    """A call to all members of the leading network."""

    closes_on: date
    called_at: Moment


class NewDay(Immutable):
    """The day that was agreed last: which event tells so, when and by which side, and the days that held before."""

    event: EventName
    at: Moment
    brought_in_by: Role
    told_by_both: bool
    former: AnswerClock


class AdviceRequest(MendableAggregate):
    """A question that a politician, party body or committee puts to a network."""

    # Events

    class AdviceRequested(FirstEvent):
        """A politician, party body or committee asked a network for advice, by a day."""

        requester: Reference
        requester_kind: RequesterKind
        recorded_by: Role | None
        kind: AdviceKind
        network: UUID
        other_networks: tuple[UUID, ...]
        question: Writing
        closed: bool
        kept_back: Writing | None = None
        days: AnswerDays
        rules_version: Version | None

    class AdviceRequestAccepted(Aggregate.Event):
        """The core group took the request on."""

    class AdviceRequestDeclined(Aggregate.Event):
        """The core group did not take the request on, and said why."""

        decline_reason: DeclineReason
        explanation: Writing | None

    class AdviceRequestRedirected(Aggregate.Event):
        """The request went to another network, which is better placed to answer it."""

        from_network: UUID
        network: UUID
        explanation: Writing | None
        days: AnswerDays
        rules_version: Version | None

    class RequestLeftToBureau(Aggregate.Event):
        """The network that was to answer closed, and the party bureau looks for another one."""

    class ClarificationAsked(Aggregate.Event):
        """The core group asked what is meant; meanwhile the days wait."""

        question: Writing
        days: ClarificationDays | None = None
        rules_version: Version | None = None

    class ClarificationGiven(Aggregate.Event):
        """The requester said what is meant; the days moved by as long as that took."""

        answer: Writing
        days: AnswerDays

    class NewDayAgreed(Aggregate.Event):
        """Requester and core group agreed on another day for the answer."""

        days: AnswerDays
        reason: Writing
        rules_version: Version | None
        told_by_both: bool = False

    class NewDayRefused(Aggregate.Event):
        """One side had not agreed with the new day, so the former day holds again."""

        of: EventName
        days: AnswerDays

    class ExpertInvited(Aggregate.Event):
        """The core group invited a party member to work on the advice as an expert."""

        reference: Reference

    class ExpertAccepted(Aggregate.Event):
        """An expert accepted the invitation."""

        reference: Reference

    class ExpertDeclined(Aggregate.Event):
        """An expert declined the invitation or stopped."""

        reference: Reference

    class ExpertConflictDeclared(Aggregate.Event):
        """An expert has an interest of their own in the subject, and takes no part until it is disclosed with the advice."""

        reference: Reference
        interest: PersonalText

    class ExpertConflictDisclosed(Aggregate.Event):
        """The core group will disclose an expert's interest with the advice, so the expert takes part."""

        reference: Reference

    class MembersCalled(Aggregate.Event):
        """The core group asked all members of the network to think along, until a closing day."""

        call_number: int
        closes_on: date

    class ContributionGiven(Aggregate.Event):
        """Another network that was asked contributed to the answer."""

        network: UUID
        contribution: Writing

    class AdviceDelivered(Aggregate.Event):
        """The network answered: with a text, or by talking about it."""

        advice: Writing | None
        talk: Talk | None
        recommendations: tuple[Writing, ...]
        minority_views: tuple[Writing, ...]
        answered: Answered | None

    class AdviceAcknowledged(Aggregate.Event):
        """The requester received the advice and said whether it answers the question."""

        answered: Answered | None

    class AdviceUseReported(Aggregate.Event):
        """The requester told the network what was done with the advice."""

        uses: tuple[ReportedUse, ...]

    class AdviceUsePublished(Aggregate.Event):
        """What was done with the advice may be read by all members."""

    class AdviceRequestWithdrawn(Aggregate.Event):
        """The requester no longer needs an answer."""

    class AnswerReminded(Aggregate.Event):
        """The day for the answer comes near."""

    class NoAnswerYet(Aggregate.Event):
        """The day for the answer passed, and there is none yet."""

    class AdviceOverdue(Aggregate.Event):
        """The answer is overdue; the party bureau asks after it."""

    class AdviceRequestLapsed(Aggregate.Event):
        """Nobody took the request on or answered it, long after its day."""

    class ClarificationReminded(Aggregate.Event):
        """The core group still waits to hear what is meant."""

    class ClarificationNotGiven(Aggregate.Event):
        """Nobody said what was meant, so the request lapsed; the network could not answer it."""

    class EntryCorrected(Correction, Aggregate.Event):
        """An entry of this request happened at another moment than was recorded, or the talk was on another day."""

        talked_on: date | None = None

        def corrected(self, entry: E) -> E:
            """Give the entry with its day: that of the talk as well."""
            known = super().corrected(entry)
            talk = getattr(known, "talk", None)
            return known if talk is None else known.model_copy(update={"talk": talk.model_copy(update={"on": self.talked_on})})

    class EntryWithdrawn(Withdrawal, Aggregate.Event):
        """An entry of this request was a mistake; the request stands as it did before it."""

        days: AnswerDays
        clarification: ClarificationDays | None = None

    # Decisions of those who ask

    @classmethod
    def ask(
        cls,
        act: Act,
        *,
        advice_request: UUID,
        requester: Reference,
        requester_kind: RequesterKind,
        recorded_by: Role | None,
        kind: AdviceKind,
        network: UUID,
        other_networks: tuple[UUID, ...],
        question: Writing,
        closed: bool,
        due: date,
        rules: AdoptedRules | None,
        kept_back: Writing | None = None,
    ) -> "AdviceRequest":
        """
        Ask a network, or several of which one leads.

        :param recorded_by: the role of who recorded it for the requester, from a mail or a call; None: they did it themselves
        :param rules: those of the leading network; None where none apply, then nothing but the day itself is told
        :param kept_back: why members of the network do not read question and answer; None: once it is answered they do
        :raises DayAlreadyPast: if the answer would have been needed before it was asked
        :raises NetworkAskedTwice: if a network is named more than once
        """
        if len({network, *other_networks}) <= len(other_networks):
            raise errors.NetworkAskedTwice
        return cls._begin(
            cls.AdviceRequested,
            advice_request,
            act=act,
            requester=requester,
            requester_kind=requester_kind,
            recorded_by=recorded_by,
            kind=kind,
            network=network,
            other_networks=other_networks,
            question=question,
            closed=closed,
            kept_back=kept_back,
            days=_days(act, due, rules),
            rules_version=None if rules is None else rules.rules_version,
        )

    def clarify(self, act: Act, *, answer: Writing) -> None:
        """
        Say what is meant; the days move by the days that it took. Recorded late, it counts also when the request lapsed since.

        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises NoClarificationAsked: if nothing was asked
        """
        if self.stage is not RequestStage.UNCLARIFIED or self.lapsed_at is None or self.lapsed_at <= act.at:
            self._must_be_unanswered(act)
        act.must_follow(self.decided_at)
        if self.clarification is None:
            raise errors.NoClarificationAsked
        took = day_of(act.at) - day_of(self.clarification.asked_at)
        self.trigger_event(self.ClarificationGiven, act=act, answer=answer, days=self.clock.days.moved(took))

    def acknowledge(self, act: Act, *, answered: Answered | None) -> None:
        """
        Say that the advice came, and whether it answers the question.

        :raises AdviceNotDelivered: if it did not
        :raises AdviceAcknowledgedAlready: if that was said
        """
        self._must_be_answered(act)
        if self.acknowledged:
            raise errors.AdviceAcknowledgedAlready
        self.trigger_event(self.AdviceAcknowledged, act=act, answered=answered)

    def report_use(self, act: Act, *, uses: tuple[ReportedUse, ...]) -> None:
        """
        Tell what was done with the advice; told again, the newest holds.

        :raises AdviceNotDelivered: if there is none
        :raises RecommendationUnknown: if it has no recommendation with such a number
        """
        self._must_be_answered(act)
        for reported in uses:
            if reported.number is not None and not 1 <= reported.number <= self.recommendations:
                raise errors.RecommendationUnknown(number=reported.number, recommendations=self.recommendations)
        self.trigger_event(self.AdviceUseReported, act=act, uses=uses)

    def publish_use(self, act: Act) -> None:
        """
        Let all members read what was done with the advice.

        :raises ClosedRequestStaysClosed: if the request is closed
        :raises NothingToPublish: if nothing new was told
        """
        if self.closed:
            raise errors.ClosedRequestStaysClosed
        act.must_follow(self.decided_at)
        if not self.unpublished:
            raise errors.NothingToPublish
        self.trigger_event(self.AdviceUsePublished, act=act)

    def withdraw(self, act: Act) -> None:
        """
        Need no answer any more.

        :raises RequestNotOpen: if it was answered, declined, withdrawn or lapsed
        """
        self._must_be_unanswered(act)
        self.trigger_event(self.AdviceRequestWithdrawn, act=act)

    # Decisions of the network

    def accept(self, act: Act) -> None:
        """
        Take the request on.

        :raises RequestNotOpen: if it no longer waits for its answer
        :raises RequestAcceptedAlready: if it was taken on
        """
        self._must_be_unanswered(act)
        if self.stage is RequestStage.ACCEPTED:
            raise errors.RequestAcceptedAlready
        self.trigger_event(self.AdviceRequestAccepted, act=act)

    def decline(self, act: Act, *, decline_reason: DeclineReason, explanation: Writing | None = None) -> None:
        """
        Not take the request on, also after it was taken on.

        :raises RequestNotOpen: if it no longer waits for its answer
        """
        self._must_be_unanswered(act)
        self.trigger_event(self.AdviceRequestDeclined, act=act, decline_reason=decline_reason, explanation=explanation)

    def redirect(
        self, act: Act, *, network: UUID, rules: AdoptedRules | None, due: date | None = None, explanation: Writing | None = None
    ) -> None:
        """
        Bring the request to another network, also after it was declined; that network begins anew.

        :param due: the day by which the other network answers; None: the day that was agreed
        :raises ClosedRequestStaysClosed: if it is closed: who asked it did not choose that others see it
        :raises RequestNotOpen: if it was answered, withdrawn or lapsed
        :raises NetworkAskedTwice: if that network leads already
        :raises DayAlreadyPast: if the day is past
        """
        if self.closed:
            raise errors.ClosedRequestStaysClosed
        if self.stage is not RequestStage.DECLINED:
            self._must_be_unanswered(act)
        act.must_follow(self.decided_at)
        if network == self.network:
            raise errors.NetworkAskedTwice
        self.trigger_event(
            self.AdviceRequestRedirected,
            act=act,
            from_network=self.network,
            network=network,
            explanation=explanation,
            days=_days(act, due or self.clock.days.due, rules),
            rules_version=None if rules is None else rules.rules_version,
        )

    def leave_to_bureau(self, act: Act) -> None:
        """
        Leave the request to the bureau, because its network closed.

        :raises RequestNotOpen: if it no longer waits for its answer
        :raises RequestLeftAlready: if it was left
        """
        if self.stage not in UNANSWERED:
            raise errors.RequestNotOpen(status=self.status)
        if self.left:
            raise errors.RequestLeftAlready
        self.trigger_event(self.RequestLeftToBureau, act=act)

    def ask_clarification(self, act: Act, *, question: Writing, rules: AdoptedRules | None) -> None:
        """
        Ask the requester what is meant; the days wait for the answer, and the request lapses when it never comes.

        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises RequestLeftAlready: if its network closed: nobody is there to ask
        :raises ClarificationAskedAlready: if a clarification is waited for
        """
        self._must_be_unanswered(act)
        if self.left:
            raise errors.RequestLeftAlready
        if self.clarification is not None:
            raise errors.ClarificationAskedAlready
        days = clarification_days(day_of(act.at), None if rules is None else rules.rules)
        rules_version = None if rules is None else rules.rules_version
        self.trigger_event(self.ClarificationAsked, act=act, question=question, days=days, rules_version=rules_version)

    def agree_new_day(
        self, act: Act, *, due: date, reason: Writing, rules: AdoptedRules | None, told_by_both: bool = False
    ) -> None:
        """
        Record that requester and core group agreed on another day; the clock begins anew for it.

        It holds at once. Who brought it in is the role of the act; the other side may say that it did not agree.

        :param told_by_both: both sides said so to whoever recorded it
        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises ClarificationAskedAlready: if a clarification is waited for, and the days with it
        :raises DayAlreadyPast: if that day is past
        """
        self._must_be_unanswered(act)
        if self.clarification is not None:
            raise errors.ClarificationAskedAlready
        days = _days(act, due, rules)
        rules_version = None if rules is None else rules.rules_version
        self.trigger_event(
            self.NewDayAgreed, act=act, days=days, reason=reason, rules_version=rules_version, told_by_both=told_by_both
        )

    def refuse_new_day(self, act: Act) -> None:
        """
        Say that one's side had not agreed with the new day: the former one holds again, and lapses later by the days between.

        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises NoNewDayToRefuse: if no new day was agreed, or other days came after it
        :raises OwnNewDay: if one's own side brought it in
        """
        self._must_be_unanswered(act)
        if self.new_day is None or self.clarification is not None:
            raise errors.NoNewDayToRefuse
        if act.role is self.new_day.brought_in_by and act.role is not Role.PARTY_BUREAU:
            raise errors.OwnNewDay
        days = self.new_day.former.days.lapsing_later(day_of(act.at) - day_of(self.new_day.at))
        self.trigger_event(self.NewDayRefused, act=act, of=self.new_day.event, days=days)

    def call_members(self, act: Act, *, closes_on: date) -> None:
        """
        Ask all members of the leading network to think along.

        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises ClosedRequestStaysClosed: if the request is closed
        :raises CallOpenAlready: if the call before has not closed
        :raises DayAlreadyPast: if the closing day is past
        """
        if self.closed:
            raise errors.ClosedRequestStaysClosed
        self._must_be_unanswered(act)
        if self.calls and day_of(act.at) <= self.calls[-1].closes_on:
            raise errors.CallOpenAlready(closes_on=self.calls[-1].closes_on)
        if closes_on < day_of(act.at):
            raise errors.DayAlreadyPast(due=closes_on)
        self.trigger_event(self.MembersCalled, act=act, call_number=self.called + 1, closes_on=closes_on)

    def contribute(self, act: Act, *, network: UUID, contribution: Writing) -> None:
        """
        Give the leading network what another network that was asked has to say.

        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises NetworkNotAsked: if that network was not asked beside the leading one
        """
        self._must_be_unanswered(act)
        if network not in self.other_networks:
            raise errors.NetworkNotAsked
        self.trigger_event(self.ContributionGiven, act=act, network=network, contribution=contribution)

    def deliver(
        self,
        act: Act,
        *,
        advice: Writing | None = None,
        talk: Talk | None = None,
        recommendations: tuple[Writing, ...] = (),
        minority_views: tuple[Writing, ...] = (),
        answered: Answered | None = None,
        rules: NetworkRules | None = None,
    ) -> None:
        """
        Answer. Recorded late, it counts for the day on which it was given, also when the request lapsed since.

        :raises AdviceDeliveredAlready: if it was answered
        :raises RequestNotOpen: if it was declined, withdrawn or lapsed before
        :raises RequestNotAccepted: if the rules ask that it is accepted first
        :raises NothingToDeliver: without a text or a talk
        :raises TalkImpossible: if the talk was before the question or after the answer
        """
        if self.stage in ANSWERED:
            raise errors.AdviceDeliveredAlready
        if self.lapsed_at is None or self.lapsed_at <= act.at:
            self._must_be_unanswered(act)
        act.must_follow(self.decided_at)
        if rules is not None and rules.advice_acceptance_required and not self.accepted:
            raise errors.RequestNotAccepted
        if advice is None and talk is None:
            raise errors.NothingToDeliver
        if talk is not None:
            self._must_have_talked(talk.on, act.at)
        self.trigger_event(
            self.AdviceDelivered,
            act=act,
            advice=advice,
            talk=talk,
            recommendations=recommendations,
            minority_views=minority_views,
            answered=answered,
        )

    # Decisions about experts

    def invite_expert(self, act: Act, *, reference: Reference) -> None:
        """
        Invite a party member to work on the advice; who declined can be invited again.

        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises ExpertInvitedAlready: if they were invited
        """
        self._must_be_unanswered(act)
        if self._expert(reference).invitation is not Invitation.DECLINED:
            raise errors.ExpertInvitedAlready
        self.trigger_event(self.ExpertInvited, act=act, reference=reference)

    def accept_invitation(self, act: Act, *, reference: Reference) -> None:
        """
        Accept to work on the advice.

        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises ExpertNotInvited: if they were not invited
        :raises ExpertAnsweredAlready: if they accepted before
        """
        self._must_be_unanswered(act)
        if self._invited(reference).invitation is Invitation.ACCEPTED:
            raise errors.ExpertAnsweredAlready
        self.trigger_event(self.ExpertAccepted, act=act, reference=reference)

    def decline_invitation(self, act: Act, *, reference: Reference) -> None:
        """
        Decline, or stop.

        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises ExpertNotInvited: if they were not invited, or declined before
        """
        self._must_be_unanswered(act)
        self._invited(reference)
        self.trigger_event(self.ExpertDeclined, act=act, reference=reference)

    def declare_conflict(self, act: Act, *, reference: Reference, interest: Sealed) -> None:
        """
        Tell of an interest of one's own; from then on the expert takes no part until it will be disclosed.

        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises ExpertNotInvited: if they were not invited, or declined
        """
        self._must_be_unanswered(act)
        self._invited(reference)
        self.trigger_event(self.ExpertConflictDeclared, act=act, reference=reference, interest=interest)

    def disclose_conflict(self, act: Act, *, reference: Reference) -> None:
        """
        Say that an expert's interest will be disclosed with the advice, so that they take part.

        :raises RequestNotOpen: if the request no longer waits for its answer
        :raises ExpertNotInvited: if they were not invited, or declined
        :raises NoConflictDeclared: if they told of none that is not disclosed
        """
        self._must_be_unanswered(act)
        if self._invited(reference).conflict is not Conflict.DECLARED:
            raise errors.NoConflictDeclared
        self.trigger_event(self.ExpertConflictDisclosed, act=act, reference=reference)

    # Mending a mistake

    def correct_entry(self, act: Act, *, of: EventName, at: datetime | None, talked_on: date | None, mistake: Mistake) -> None:
        """
        Record that an acceptance, an answer or what followed it happened at another moment, or the talk on another day.

        What the clock did meanwhile stays: it told what was known then.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises EntryHasNoTalk: if the day of a talk is given and nobody talked
        :raises CorrectionImpossible: if it would come before what it follows or after what follows it, or the request had lapsed
        :raises TalkImpossible: if the talk was before the question or after the answer
        """
        entry = self.mendable(of, self._mendable_kinds())
        place = self.decisions.index(entry)
        recorded = self._talked_on(entry, asked=talked_on is not None)
        at, talked_on = self._moment_of_talk(entry, at, talked_on, recorded)
        lapses_at = self.as_before(entry).lapses_at
        later = self.decisions[place + 1 :]
        if (
            at < self.decisions[place - 1].act.at
            or (later and later[0].act.at < at)
            or (lapses_at is not None and lapses_at <= at)
        ):
            raise CorrectionImpossible(of=of)
        if talked_on is not None:
            self._must_have_talked(talked_on, at)
        self.trigger_event(self.EntryCorrected, act=act, of=of, at=at, talked_on=talked_on, mistake=mistake)

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake) -> None:
        """
        Record that an acceptance, a refusal, an answer or what followed it was a mistake: the request stands as before it.

        While it seemed settled nobody worked on it, so it lapses later by those days. Its day stays the one that was agreed.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises EntryNotNewest: if something was decided after it
        :raises RecordedTooLate: if it was withdrawn before it was there
        """
        entry = self.mendable(of, self._mendable_kinds())
        if entry is not self.decisions[-1]:
            raise errors.EntryNotNewest(by=event_name(self.decisions[-1]))
        act.must_follow(self.decided_at)
        before, days, clarification = self.as_before(entry), self.clock.days, None
        if before.stage in UNANSWERED:
            by = day_of(act.at) - day_of(entry.act.at)
            days = days.lapsing_later(by)
            waits = before.clarification
            clarification = None if waits is None or waits.days is None else waits.days.moved(by)
        self.trigger_event(self.EntryWithdrawn, act=act, of=of, days=days, clarification=clarification, mistake=mistake)

    def follows_by_itself(self, entry: DomainEvent) -> tuple[type[DomainEvent], ...]:  # of all entries the same
        """Give what time did about a clarification: with the entry gone it is waited for again, with new days."""
        return self.ClarificationReminded, self.ClarificationNotGiven

    # What time does

    def _what_time_does(self) -> Iterator[Due]:
        """
        Remind; say that there is no answer yet; that it is overdue; and long after, that nothing came of it.

        While a clarification is waited for: remind whoever asked, and long after, say that it never came. Never once there is an
        answer.
        """
        step = None
        if self.status is RequestStatus.CLARIFICATION_ASKED and self.clarification is not None:
            step = self.clarification.next_step()
        elif self.status in WAITING:
            step = self.clock.next_step(may_lapse=not self.accepted)
        if step is not None:
            yield Due(step[0], EVENT_OF_STEP[step[1]])

    # Answers

    @property
    def is_read_by_members(self) -> bool:
        """Whether members of the network that answered may read it: an open request that is answered and was not kept back."""
        return self.stage in ANSWERED and not self.closed and not self.kept_back

    @property
    def status(self) -> RequestStatus:
        return status_of(
            self.stage,
            left=self.left,
            clarifying=self.clarification is not None,
            overdue=ClockStep.OVERDUE in self.clock.done,
        )

    @property
    def next_actor(self) -> NextActor:
        return NEXT_ACTORS[self.status]

    @property
    def networks(self) -> tuple[UUID, ...]:
        """The networks that were asked, the leading one first."""
        return self.network, *self.other_networks

    def open_call(self, at: datetime) -> int:
        """
        Give the number of the call that members answer now.

        :raises NoCallOpen: if there is none, or its closing day is past
        """
        open_now = bool(self.calls) and self.stage in UNANSWERED
        if not open_now or not self.calls[-1].called_at <= at or self.calls[-1].closes_on < day_of(at):
            raise errors.NoCallOpen
        return self.called

    @property
    def decided_at(self) -> datetime:
        """When people, not the clock, decided the last thing: an answer by phone that is typed later counts for its own day."""
        return self.decisions[-1].act.at

    @property
    def decisions(self) -> tuple[DomainEvent, ...]:
        """What people decided, and what was not taken back; not what time recorded meanwhile."""
        return tuple(happened for happened in self.life if not isinstance(happened, self._kinds_of_time()))

    @property
    def lapses_at(self) -> datetime | None:
        """When the request lapsed, or lapses when nobody does anything."""
        if self.lapsed_at is not None:
            return self.lapsed_at
        if self.status is RequestStatus.CLARIFICATION_ASKED and self.clarification is not None:
            return self.clarification.lapses_at
        return self.clock.lapses_at if self.status in WAITING and not self.accepted else None

    def _kinds_of_time(self) -> tuple[type[DomainEvent], ...]:
        return *EVENT_OF_STEP.values(), self.RequestLeftToBureau, self.EntryCorrected, self.EntryWithdrawn

    def _mendable_kinds(self) -> tuple[type[DomainEvent], ...]:
        of_network = (self.AdviceRequestAccepted, self.AdviceRequestDeclined, self.AdviceDelivered)
        after = (self.AdviceAcknowledged, self.AdviceUseReported, self.AdviceUsePublished)
        return *of_network, *after, self.AdviceRequestWithdrawn

    def _talked_on(self, entry: DomainEvent, *, asked: bool) -> date | None:
        talk = entry.talk if isinstance(entry, self.AdviceDelivered) else None
        if talk is None and asked:
            raise errors.EntryHasNoTalk
        return None if talk is None else talk.on

    @staticmethod
    def _moment_of_talk(
        entry: DomainEvent, at: datetime | None, talked_on: date | None, recorded: date | None
    ) -> tuple[datetime, date | None]:
        """Give moment and talk of an answer as they are corrected: one by talking happened on the day of the talk."""
        by_talking = recorded is not None and recorded == day_of(entry.act.at)
        if at is None and talked_on is not None and by_talking:
            return happened_on(talked_on, entry.act.at), talked_on
        if at is not None and talked_on is None and by_talking:
            return at, day_of(at)
        return at or entry.act.at, talked_on or recorded

    def _must_have_talked(self, on: date, answered_at: datetime) -> None:
        asked_on, answered_on = day_of(self.asked_at), day_of(answered_at)
        if not asked_on <= on <= answered_on:
            raise errors.TalkImpossible(asked_on=asked_on, answered_on=answered_on)

    def _expert(self, reference: Reference) -> Expert:
        return self.experts.get(reference, Expert(invitation=Invitation.DECLINED))

    def _invited(self, reference: Reference) -> Expert:
        expert = self._expert(reference)
        if expert.invitation is Invitation.DECLINED:
            raise errors.ExpertNotInvited
        return expert

    @property
    def asked_at(self) -> datetime:
        return self.life[0].act.at

    @property
    def waits_for_its_network(self) -> bool:
        """Whether the network is next, or waits for a clarification: nobody answered yet, and it was not left to the bureau."""
        return self.stage in UNANSWERED and not self.left

    def _must_be_unanswered(self, act: Act) -> None:
        if self.stage not in UNANSWERED:
            raise errors.RequestNotOpen(status=self.status)
        act.must_follow(self.decided_at)

    def _must_be_answered(self, act: Act) -> None:
        if self.stage not in ANSWERED:
            raise errors.AdviceNotDelivered(status=self.status)
        act.must_follow(self.decided_at)

    # Changes

    def __init__(
        self,
        act: Act,
        requester: Reference,
        requester_kind: RequesterKind,
        kind: AdviceKind,
        network: UUID,
        other_networks: tuple[UUID, ...],
        closed: bool,
        days: AnswerDays,
        kept_back: Writing | None = None,
    ) -> None:
        self.requester = requester
        self.requester_kind = requester_kind
        self.kind = kind
        self.network = network
        self.other_networks = other_networks
        self.closed = closed
        self.kept_back = kept_back is not None
        self.first_due = days.due
        self.clock = AnswerClock(days=days, set_at=act.at)
        self.stage = RequestStage.ASKED
        self.accepted = False
        self.left = False
        self.clarification: OpenClarification | None = None
        self.new_day: NewDay | None = None
        self.experts: dict[Reference, Expert] = {}
        self.calls: tuple[Call, ...] = ()
        self.called = 0
        self.recommendations = 0
        self.acknowledged = False
        self.unpublished = False
        self.lapsed_at: datetime | None = None

    @event(AdviceRequestAccepted)
    def _accepted(self) -> None:
        self.stage = RequestStage.ACCEPTED
        self.accepted = True

    @event(AdviceRequestDeclined)
    def _declined(self) -> None:
        self.stage = RequestStage.DECLINED
        self.clarification = None

    @event(AdviceRequestRedirected)
    def _redirected(self, act: Act, network: UUID, days: AnswerDays) -> None:
        self.network = network
        self.other_networks = tuple(other for other in self.other_networks if other != network)
        self.stage = RequestStage.ASKED
        self.accepted = False
        self.left = False
        self.clarification = None
        self.new_day = None
        self.experts = {}
        self.calls = ()
        self.clock = AnswerClock(days=days, set_at=act.at)

    @event(RequestLeftToBureau)
    def _left(self) -> None:
        self.left = True
        self.clarification = None

    @event(ClarificationAsked)
    def _clarification_asked(self, act: Act, days: ClarificationDays | None) -> None:
        self.clarification = OpenClarification(asked_at=act.at, days=days, set_at=act.at)

    @event(ClarificationGiven)
    def _clarified(self, act: Act, days: AnswerDays) -> None:
        self.clarification = None
        self.new_day = None
        if self.stage is RequestStage.UNCLARIFIED:
            self.stage = RequestStage.ACCEPTED if self.accepted else RequestStage.ASKED
            self.lapsed_at = None
        self.clock = self.clock.moved_to(days, act.at)

    @event(NewDayAgreed)
    def _new_day_agreed(self, act: Act, days: AnswerDays, told_by_both: bool) -> None:
        by = act.role
        self.new_day = NewDay(event=self.next_event, at=act.at, brought_in_by=by, told_by_both=told_by_both, former=self.clock)
        self.clock = AnswerClock(days=days, set_at=act.at)

    @event(NewDayRefused)
    def _new_day_refused(self, act: Act, days: AnswerDays) -> None:
        if self.new_day is not None:
            self.clock = self.new_day.former.moved_to(days, act.at)
        self.new_day = None

    @event(ExpertInvited)
    def _expert_invited(self, reference: Reference) -> None:
        self._know(reference, Expert())

    @event(ExpertAccepted)
    def _expert_accepted(self, reference: Reference) -> None:
        self._know(reference, self.experts[reference].model_copy(update={"invitation": Invitation.ACCEPTED}))

    @event(ExpertDeclined)
    def _expert_declined(self, reference: Reference) -> None:
        self._know(reference, self.experts[reference].model_copy(update={"invitation": Invitation.DECLINED}))

    @event(ExpertConflictDeclared)
    def _conflict_declared(self, reference: Reference) -> None:
        self._know(reference, self.experts[reference].model_copy(update={"conflict": Conflict.DECLARED}))

    @event(ExpertConflictDisclosed)
    def _conflict_disclosed(self, reference: Reference) -> None:
        self._know(reference, self.experts[reference].model_copy(update={"conflict": Conflict.DISCLOSED}))

    def _know(self, reference: Reference, expert: Expert) -> None:
        self.experts = {**self.experts, reference: expert}

    @event(MembersCalled)
    def _members_called(self, act: Act, closes_on: date) -> None:
        self.calls = (*self.calls, Call(closes_on=closes_on, called_at=act.at))
        self.called += 1

    @event(AdviceDelivered)
    def _delivered(self, recommendations: tuple[Writing, ...]) -> None:
        self.stage = RequestStage.DELIVERED
        self.recommendations = len(recommendations)
        self.clarification = None
        self.lapsed_at = None

    @event(AdviceAcknowledged)
    def _acknowledged(self) -> None:
        self.acknowledged = True
        if self.stage is RequestStage.DELIVERED:
            self.stage = RequestStage.ACKNOWLEDGED

    @event(AdviceUseReported)
    def _use_reported(self, uses: tuple[ReportedUse, ...]) -> None:
        self.stage = RequestStage.USE_PENDING if any(each.is_pending for each in uses) else RequestStage.FOLLOWED_UP
        self.unpublished = True

    @event(AdviceUsePublished)
    def _use_published(self) -> None:
        self.unpublished = False

    @event(AdviceRequestWithdrawn)
    def _withdrawn(self) -> None:
        self.stage = RequestStage.WITHDRAWN
        self.clarification = None

    @event(AnswerReminded)
    def _reminded(self) -> None:
        self.clock = self.clock.after(ClockStep.REMINDED)

    @event(NoAnswerYet)
    def _not_answered(self) -> None:
        self.clock = self.clock.after(ClockStep.NO_ANSWER_YET)

    @event(AdviceOverdue)
    def _overdue(self) -> None:
        self.clock = self.clock.after(ClockStep.OVERDUE)

    @event(AdviceRequestLapsed)
    def _lapsed(self, act: Act) -> None:
        self.clock = self.clock.after(ClockStep.LAPSED)
        self.stage = RequestStage.LAPSED
        self.lapsed_at = act.at

    @event(ClarificationReminded)
    def _clarification_reminded(self) -> None:
        if self.clarification is not None:
            self.clarification = self.clarification.model_copy(update={"reminded": True})

    @event(ClarificationNotGiven)
    def _clarification_not_given(self, act: Act) -> None:
        self.stage = RequestStage.UNCLARIFIED
        self.lapsed_at = act.at

    @event(EntryWithdrawn)
    def _entry_withdrawn(self, act: Act, days: AnswerDays, clarification: ClarificationDays | None) -> None:
        self.clock = self.clock.moved_to(days, act.at)
        if self.clarification is not None and self.stage in UNANSWERED:
            self.clarification = self.clarification.moved_to(clarification, act.at)


EVENT_OF_STEP: dict[ClockStep, type[DomainEvent]] = {
    ClockStep.REMINDED: AdviceRequest.AnswerReminded,
    ClockStep.NO_ANSWER_YET: AdviceRequest.NoAnswerYet,
    ClockStep.OVERDUE: AdviceRequest.AdviceOverdue,
    ClockStep.LAPSED: AdviceRequest.AdviceRequestLapsed,
    ClockStep.CLARIFICATION_REMINDED: AdviceRequest.ClarificationReminded,
    ClockStep.UNCLARIFIED: AdviceRequest.ClarificationNotGiven,
}
"""What time records at each step of the clock."""


def _days(act: Act, due: date, rules: AdoptedRules | None) -> AnswerDays:
    today = day_of(act.at)
    if due < today:
        raise errors.DayAlreadyPast(due=due)
    return answer_days(today, due, None if rules is None else rules.rules)
