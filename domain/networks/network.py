"""Network: its agreements, the seats of its core group and its life from founding to closing."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from domain.kernel.acts import Act, EventName, Immutable, Reference, Role
from domain.kernel.days import Moment, day_of, end_of, start_of
from domain.kernel.entries import Entry, EntryKind, Mistake, corrected, standing, withdrawn
from domain.kernel.errors import CorrectionImpossible, EntryNotCorrectable, NothingDue
from domain.kernel.events import Aggregate, Due, FirstEvent, event
from domain.kernel.half_years import HalfYear, half_year_of
from domain.kernel.text import Digest, Label, Text, Version
from domain.networks import errors
from domain.networks.meeting import MeetingTerms
from domain.networks.membership import JoiningTerms
from domain.networks.seats import SeatOffer, Seats
from domain.networks.spelling import must_be_plain
from domain.networks.terms import CoreGroupTerm, TermsFrom, core_group_term, renewal_day, terms_at
from domain.pilot.rules import AdoptedRules, Count, FoundingBody, NetworkRules, NetworkType

APPOINTS = {FoundingBody.NATIONAL_BOARD: Role.NATIONAL_BOARD, FoundingBody.CORE_GROUP: Role.CORE_GROUP}
"""In what role the bodies act that can appoint here; a congress has no session."""


REOPENED_WITHIN = timedelta(days=90)
WELCOME_WORDS = 150
"""So many words of a welcome fit in a letter that is read."""
"""How long a closing can be taken back: after that its members went their way, and a network is founded anew (ADR-0028)."""


class Agreements(Immutable):
    """What party and network agreed: purpose, organisation, duration and, when asked, intended cooperation."""

    purpose: Text
    organisation: Text | None = None
    ends_on: date | None = None
    intended_cooperation: Text | None = None


class FoundedOn(Immutable):
    """The plan, in the version the board decided on, that a network was founded on."""

    plan: UUID
    plan_version: int
    digest: Digest


class Reopening(NamedTuple):
    """How a closing was taken back: which one, by which event, and when."""

    of: EventName
    by: EventName
    at: datetime


class Network(Aggregate):
    """A group of members with knowledge of a subject, or with something in common."""

    # Events

    class NetworkFounded(FirstEvent):
        """The National Board founded the network on its plan."""

        name: Text
        network_type: NetworkType
        agreements: Agreements
        sensitive: bool
        founded_on: FoundedOn
        rules_version: Version | None
        pilot: UUID | None
        ask_renewal_on: date | None = None

    class ExistingNetworkBroughtIn(FirstEvent):
        """A network that existed elsewhere works within the common approach from now on."""

        name: Text
        network_type: NetworkType
        label: Label | None
        agreements: Agreements
        sensitive: bool
        existed_since: date
        rules_version: Version | None
        pilot: UUID | None
        ask_renewal_on: date | None = None
        core_group_term: CoreGroupTerm | None = None

    class CoreGroupMemberAppointed(Aggregate.Event):
        """Somebody took a seat in the core group."""

        reference: Reference

    class CoreGroupMemberSteppedDown(Aggregate.Event):
        """Somebody's seat in the core group ended."""

        reference: Reference

    class CoreGroupFoundTooSmall(Aggregate.Event):
        """The core group became smaller than the rules ask, and has until a day to find others; the network stays."""

        size: Count
        core_group_term: CoreGroupTerm

    class CoreGroupRepaired(Aggregate.Event):
        """The core group is as large as the rules ask."""

    class CoreGroupReminded(Aggregate.Event):
        """The core group is still too small, and was reminded of the day by which it should not be."""

    class CoreGroupNotRepaired(Aggregate.Event):
        """The core group was still too small on the last day, and the party bureau was told."""

    class CoreGroupChairAppointed(Aggregate.Event):
        """Somebody of the core group became its chair."""

        reference: Reference

    class CoreGroupMixStated(Aggregate.Event):
        """The core group stated how many of its seats are held with administrative experience; not by whom."""

        with_experience: Count
        seats: Count

    class WelcomeWritten(Aggregate.Event):
        """The core group wrote what new members read first; the newest counts."""

        welcome: Text

    class AgreementsChanged(Aggregate.Event):
        """Party and network agreed anew on purpose, organisation, duration or cooperation."""

        agreements: Agreements
        purpose_version: int
        ask_renewal_on: date | None = None

    class NetworkMarkedSensitive(Aggregate.Event):
        """From now on membership of this network is treated as telling more than party membership."""

    class SeatsOffered(Aggregate.Event):
        """The board offered the seats of a core group that is gone to the members: who wants one takes it, until a day."""

        until: date

    class NetworkSuspended(Aggregate.Event):
        """The National Board suspended the network: nobody joins until it is resumed."""

        reason: Text

    class NetworkResumed(Aggregate.Event):
        """The National Board let a suspended network go on."""

    class NetworkRenewed(Aggregate.Event):
        """The National Board agreed on a longer duration."""

        ends_on: date | None
        ask_renewal_on: date | None = None

    class RenewalAsked(Aggregate.Event):
        """The agreed duration ends soon, and the question came whether the network goes on."""

    class NetworkFellDormant(Aggregate.Event):
        """The agreed duration ended without a decision: the network is dormant until the National Board decides."""

    class NetworkMerged(Aggregate.Event):
        """The network went on as part of another one; its members are asked anew."""

        into: UUID
        reason: Text

    class MergerReceived(Aggregate.Event):
        """Another network went on as part of this one."""

        merged: UUID

    class NetworkClosed(Aggregate.Event):
        """The network ended, and with it every membership and seat in it."""

        reason: Text | None

    class NetworkReopened(Aggregate.Event):
        """The National Board took the closing or merging of the network back: it was a mistake, and the network goes on."""

        of: EventName
        reason: Text

    class MergerWithdrawn(Aggregate.Event):
        """A network that had gone on as part of this one is open again; who joined this one meanwhile stays in it."""

        merged: UUID

    class NetworkRenamed(Aggregate.Event):
        """The National Board gave the network another name, from a day on."""

        name: Text

    class NetworkNameCorrected(Aggregate.Event):
        """The name of the network was typed wrongly, and reads as it was meant since it was given."""

        name: Text
        mistake: Mistake

    class EntryCorrected(Aggregate.Event):
        """A seat, or the network itself, began or ended, or a mix was stated, at another moment than was recorded."""

        of: EventName
        at: Moment
        mistake: Mistake

    class EntryWithdrawn(Aggregate.Event):
        """The beginning or ending of a seat, or a mix that was stated, was a mistake and no longer counts."""

        of: EventName
        mistake: Mistake

    # Decisions

    @classmethod
    def found(
        cls,
        act: Act,
        *,
        network: UUID,
        name: str,
        network_type: NetworkType,
        agreements: Agreements,
        sensitive: bool,
        founded_on: FoundedOn,
        rules_version: str | None,
        pilot: UUID | None,
        rules: AdoptedRules | None = None,
    ) -> "Network":
        """
        Found the network on an approved plan (domain.plans.founding checks that it may).

        :param rules: the rules of the day, from which its terms follow; ``rules_version`` is the one it was decided under
        """
        return cls._begin(
            cls.NetworkFounded,
            network,
            act=act,
            name=name,
            network_type=network_type,
            agreements=agreements,
            sensitive=sensitive,
            founded_on=founded_on,
            rules_version=rules_version,
            pilot=pilot,
            ask_renewal_on=renewal_day(day_of(act.at), agreements.ends_on, rules),
        )

    @classmethod
    def bring_in(
        cls,
        act: Act,
        *,
        network: UUID,
        name: str,
        network_type: NetworkType,
        label: str | None,
        agreements: Agreements,
        sensitive: bool,
        existed_since: date,
        pilot: UUID | None,
        rules: AdoptedRules | None = None,
    ) -> "Network":
        """
        Bring in a network that exists already; its year towards the target begins now, and the time to form a core group.

        :param rules: the rules of the day, None where none apply
        :raises TermAlreadyOver: if what is agreed would end before it begins
        :raises HiddenCharacterInName, ForeignLetterInName, MixedScriptsInName, NameLooksLatin: see domain.networks.spelling
        """
        must_be_plain(name)
        _must_last(act, agreements.ends_on)
        return cls._begin(
            cls.ExistingNetworkBroughtIn,
            network,
            act=act,
            name=name,
            network_type=network_type,
            label=label,
            agreements=agreements,
            sensitive=sensitive,
            existed_since=existed_since,
            rules_version=None if rules is None else rules.rules_version,
            pilot=pilot,
            ask_renewal_on=renewal_day(day_of(act.at), agreements.ends_on, rules),
            core_group_term=None if rules is None else core_group_term(day_of(act.at), rules),
        )

    def appoint(self, act: Act, *, reference: Reference, rules: NetworkRules | None = None) -> None:
        """
        Give somebody a seat in the core group.

        :param rules: the rules of the day; None where none apply, and at the founding, where the plan names the core group
        :raises AnotherBodyAppoints: if the rules leave that to somebody else; the board completes a core group that is too small
        :raises NetworkClosedAlready, NetworkNotBegunYet: if there is no network at that moment
        :raises AlreadyInCoreGroup: if they have one
        :raises RecordedTooLate: if a later entry of their seat stands
        """
        self.must_exist_at(act.at)
        if rules is not None:
            self._must_appoint(act, rules)
        self.seats.must_be_free(reference, act.at)
        self.trigger_event(self.CoreGroupMemberAppointed, act=act, reference=reference)
        self._look_after_core_group(act, None)

    def step_down(self, act: Act, *, reference: Reference, rules: AdoptedRules | None = None) -> None:
        """
        End somebody's seat in the core group; below the minimum the network stays, and everyone can see it.

        :param rules: the rules of the day, None where none apply
        :raises NotInCoreGroup: if they had no seat at that moment, as nobody has once the network is closed
        """
        if not self.has_seat(reference, act.at):
            raise errors.NotInCoreGroup
        self.trigger_event(self.CoreGroupMemberSteppedDown, act=act, reference=reference)
        self._look_after_core_group(act, rules)

    def appoint_chair(self, act: Act, *, reference: Reference) -> None:
        """
        Make somebody of the core group its chair; who was chair before no longer is.

        :raises NotInCoreGroup: if they have no seat
        """
        self._must_be_open(act)
        if not self.has_seat(reference, act.at) or not self.seats.is_open(reference):
            raise errors.NotInCoreGroup
        self.trigger_event(self.CoreGroupChairAppointed, act=act, reference=reference)

    def state_core_group_mix(self, act: Act, *, with_experience: int) -> None:
        """
        State how many of the core group have administrative experience; stated again, the newest counts.

        :raises NetworkClosedAlready, NetworkNotBegunYet: if there is no network at that moment
        :raises FewerSeatsThanStated: if so many seats are not held at that moment, or none is
        """
        self.must_exist_at(act.at)
        self._must_have_seats_for(with_experience, act.at)
        seats = len(self.core_group(act.at))
        self.trigger_event(self.CoreGroupMixStated, act=act, with_experience=with_experience, seats=seats)

    def write_welcome(self, act: Act, *, welcome: str) -> None:
        """
        Write what new members read first; written again, the newest counts.

        :raises NetworkClosedAlready, NetworkNotBegunYet: if there is no network at that moment
        :raises WelcomeTooLong: if it is longer than new members will read
        :raises NothingChanged: if it says the same
        :raises RecordedTooLate: if a newer one was written later than this
        """
        self.must_exist_at(act.at)
        act.must_follow(self.welcomed_at)
        if (words := len(welcome.split())) > WELCOME_WORDS:
            raise errors.WelcomeTooLong(has=words, most=WELCOME_WORDS)
        if welcome == self.welcome:
            raise errors.NothingChanged
        self.trigger_event(self.WelcomeWritten, act=act, welcome=welcome)

    def change_agreements(self, act: Act, *, agreements: Agreements, rules: AdoptedRules | None = None) -> None:
        """
        Agree anew. When the purpose changes members are told, and may endorse it anew or leave.

        :param rules: the rules of the day, None where none apply
        :raises NothingChanged: if it is what was agreed before
        :raises TermAlreadyOver: if what is agreed would end before it begins
        """
        self._must_be_open(act)
        _must_last(act, agreements.ends_on)
        if agreements == self.agreements:
            raise errors.NothingChanged
        changed = agreements.purpose != self.agreements.purpose
        self.trigger_event(
            self.AgreementsChanged,
            act=act,
            agreements=agreements,
            purpose_version=self.purpose_version + changed,
            ask_renewal_on=renewal_day(day_of(act.at), agreements.ends_on, rules),
        )

    def mark_sensitive(self, act: Act) -> None:
        """
        Protect what comes after: consent at joining, hidden lists, bands instead of counts. What was shown before was shown.

        :raises AlreadySensitive: if it is marked
        """
        self._must_be_open(act)
        if self.sensitive:
            raise errors.AlreadySensitive
        self.trigger_event(self.NetworkMarkedSensitive, act=act)

    def offer_seats(self, act: Act, *, until: date) -> None:
        """
        Let members of a sensitive network take seats themselves, when nobody of its core group is left.

        Nobody is told whether that is so: the offer counts only if it was, when it was made.

        :raises NetworkNotSensitive: if the network is not sensitive: there the board appoints whom it likes
        :raises TermAlreadyOver: if the last day is over
        """
        self._must_be_open(act)
        _must_last(act, until)
        if not self.sensitive:
            raise errors.NetworkNotSensitive
        self.trigger_event(self.SeatsOffered, act=act, until=until)

    def take_seat(self, act: Act, *, reference: Reference) -> None:
        """
        Take a seat that was offered; whoever takes one is of the core group at once.

        :raises NetworkClosedAlready, NetworkNotBegunYet: if there is no network at that moment
        :raises SeatsNotOffered: if none are offered then, or somebody of the core group was left when they were
        :raises AlreadyInCoreGroup: if they have one
        :raises RecordedTooLate: if a later entry of their seat stands
        """
        self.must_exist_at(act.at)
        offer = self.seats_offered
        if offer is None or not offer.covers(act.at) or self.core_group(offer.at):
            raise errors.SeatsNotOffered
        self.appoint(act, reference=reference)

    def suspend(self, act: Act, *, reason: str, rules: NetworkRules | None) -> None:
        """
        Suspend the network.

        :raises SuspensionNotAllowed: if its rules know no suspension
        :raises NetworkSuspendedNow: if it is suspended
        """
        self._must_be_open(act)
        if rules is not None and not rules.suspension_allowed:
            raise errors.SuspensionNotAllowed
        if self.suspended:
            raise errors.NetworkSuspendedNow
        self.trigger_event(self.NetworkSuspended, act=act, reason=reason)

    def resume(self, act: Act) -> None:
        """
        Let a suspended network go on.

        :raises NetworkNotSuspended: if it is not suspended
        """
        self._must_be_open(act)
        if not self.suspended:
            raise errors.NetworkNotSuspended
        self.trigger_event(self.NetworkResumed, act=act)

    def renew(self, act: Act, *, ends_on: date | None, rules: AdoptedRules | None = None) -> None:
        """
        Agree on a longer duration, which also wakes a dormant network; None is without an end.

        :param rules: the rules of the day, None where none apply
        :raises TermNotLonger: if it is not longer
        :raises TermAlreadyOver: if it would end before it begins
        """
        self._must_be_open(act)
        _must_last(act, ends_on)
        before = self.agreements.ends_on
        if before is None or (ends_on is not None and ends_on <= before):
            raise errors.TermNotLonger(ends_on=ends_on, agreed=before)
        self.trigger_event(
            self.NetworkRenewed, act=act, ends_on=ends_on, ask_renewal_on=renewal_day(day_of(act.at), ends_on, rules)
        )

    def merge_into(self, act: Act, other: "Network", *, reason: str) -> None:
        """
        Go on as part of another network. Nobody is moved: the members of this one are asked anew.

        :raises MergedIntoItself: if it is the same network
        :raises NetworkClosedAlready: if one of the two is closed
        """
        if other.id == self.id:
            raise errors.MergedIntoItself
        self._must_be_open(act)
        other.receive_merger(act, merged=self.id)
        self.trigger_event(self.NetworkMerged, act=act, into=other.id, reason=reason)

    def receive_merger(self, act: Act, *, merged: UUID) -> None:
        """
        Take in the work of a network that merges into this one.

        :raises NetworkClosedAlready: if this one is closed
        """
        self._must_be_open(act)
        self.trigger_event(self.MergerReceived, act=act, merged=merged)

    def close(self, act: Act, *, reason: str | None) -> None:
        """
        Close the network; every membership and seat in it ends at that moment.

        :raises NetworkClosedAlready: if it is closed
        """
        self._must_be_open(act)
        self.trigger_event(self.NetworkClosed, act=act, reason=reason)

    def reopen(self, act: Act, *, reason: str, rules: AdoptedRules | None = None) -> None:
        """
        Take the closing or merging of the network back, as a mistake: it goes on as if it had never been closed.

        :param rules: the rules of the day, None where none apply
        :raises NetworkNotClosed: if it is open
        :raises RecordedTooLate: if it would be reopened before it closed
        :raises ReopeningTooLate: if it closed longer ago than a closing can be taken back
        """
        if self.closed_at is None or self.closed_by is None:
            raise errors.NetworkNotClosed
        act.must_follow(self.closed_at)
        last_day = day_of(self.closed_at) + REOPENED_WITHIN
        if day_of(act.at) > last_day:
            raise errors.ReopeningTooLate(closed_at=self.closed_at, last_day=last_day)
        self.trigger_event(self.NetworkReopened, act=act, of=self.closed_by, reason=reason)
        self._look_after_core_group(act, rules)

    def withdraw_merger(self, act: Act, *, merged: UUID) -> None:
        """Know that a network that had merged into this one is open again, also when this one was closed since."""
        self.trigger_event(self.MergerWithdrawn, act=act, merged=merged)

    def rename(self, act: Act, *, name: str) -> None:
        """
        Give the network another name, from the moment of the act on.

        :raises NetworkNameGivenAlready: if it is called exactly this
        :raises NetworkClosedAlready, NetworkNotBegunYet: if there is no network at that moment
        :raises RecordedTooLate: if something was decided about it later than this
        :raises HiddenCharacterInName, ForeignLetterInName, MixedScriptsInName, NameLooksLatin: see domain.networks.spelling
        """
        must_be_plain(name)
        self._must_be_open(act)
        self._must_have_another_name(name)
        self.trigger_event(self.NetworkRenamed, act=act, name=name)

    def correct_name(self, act: Act, *, name: str, mistake: Mistake) -> None:
        """
        Record that the name it has was typed wrongly, since it was given; of a closed network too.

        :raises NetworkNameGivenAlready: if it is called exactly this
        :raises HiddenCharacterInName, ForeignLetterInName, MixedScriptsInName, NameLooksLatin: see domain.networks.spelling
        """
        must_be_plain(name)
        self._must_have_another_name(name)
        self.trigger_event(self.NetworkNameCorrected, act=act, name=name, mistake=mistake)

    def correct_entry(
        self, act: Act, *, of: EventName, at: datetime, mistake: Mistake, rules: AdoptedRules | None = None
    ) -> None:
        """
        Record that a seat began or ended, the network began or closed, or a mix was stated at another moment.

        :raises EntryNotFound, EntryNotCorrectable, EntryAlreadyWithdrawn: see domain.kernel.entries
        :raises CorrectionImpossible: if seats or decisions would then fall outside the life of the network
        :raises FewerSeatsThanStated: as for stating a mix
        """
        self.must_have(of)
        if of in {self.begun_by, self.closed_by}:
            self._must_fit(of, at)
        else:
            if not self._states_a_mix(of):
                self.seats.must_allow_correction(of, at)
                self._chair_must_have_seat(self.seats.corrected(of, at), of)
            if not self.exists_at(at):
                raise CorrectionImpossible(of=of)
            if self._states_a_mix(of):
                standing(self.mixes, of)
                self._must_have_seats_for(self.with_experience[of], at)
        self.trigger_event(self.EntryCorrected, act=act, of=of, at=at, mistake=mistake)
        self._look_after_core_group(act, rules)

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake, rules: AdoptedRules | None = None) -> None:
        """
        Record that the beginning or ending of a seat, or a mix that was stated, was a mistake.

        :raises EntryNotCorrectable: if it is the founding or the closing; what followed from it cannot be undone
        :raises EntryNotFound, EntryAlreadyWithdrawn, CorrectionImpossible: see domain.kernel.entries
        """
        if of in {self.begun_by, self.closed_by}:
            raise EntryNotCorrectable(of=of)
        self.must_have(of)
        if self._states_a_mix(of):
            standing(self.mixes, of)
        else:
            self.seats.must_allow_withdrawal(of)
            self._chair_must_have_seat(self.seats.withdrawn(of), of)
        self.trigger_event(self.EntryWithdrawn, act=act, of=of, mistake=mistake)
        self._look_after_core_group(act, rules)

    def _what_time_does(self) -> Iterator[Due]:
        """Remind a core group that is too small, tell that it was not repaired, ask about renewal, or fall dormant."""
        if self.closed_at is not None:
            return
        if self.too_small is not None and not self.reminded:
            yield Due(start_of(self.too_small.remind_on), self.CoreGroupReminded)
        elif self.too_small is not None and not self.not_repaired:
            yield Due(end_of(self.too_small.repair_by), self.CoreGroupNotRepaired)
        if self.ask_renewal_on is not None:
            yield Due(start_of(self.ask_renewal_on), self.RenewalAsked)
        elif self.agreements.ends_on is not None and not self.dormant:
            yield Due(end_of(self.agreements.ends_on), self.NetworkFellDormant)

    # Answers

    def joining_terms(self, at: datetime, rules: NetworkRules | None) -> JoiningTerms:
        """
        Give what somebody who joins at a moment must accept: what held then, also when it is recorded later.

        :raises NetworkClosedAlready, NetworkNotBegunYet, NetworkSuspendedNow: if nobody can join then
        """
        self.must_be_at_work(at)
        held = terms_at(self.changes, at)
        return JoiningTerms(
            network=self.id,
            purpose_version=held.purpose_version,
            sensitive=held.sensitive,
            minimum_age=rules.sensitive_minimum_age if rules is not None else None,
        )

    def meeting_terms(self, at: datetime, *, ahead: bool, day: date | None = None) -> MeetingTerms:
        """
        Give what a meeting of this network must keep to.

        :param ahead: whether it is still to come; a suspended network holds none, and may record those it held
        :param day: the day for which it is planned
        :raises NetworkClosedAlready, NetworkNotBegunYet: if there is no network then
        :raises NetworkSuspendedNow: if it is suspended and the meeting is still to come
        """
        self.must_exist_at(at)
        if day is not None:
            self.must_exist_at(max(at, start_of(day)))
        if ahead and self.suspended:
            raise errors.NetworkSuspendedNow
        return MeetingTerms(network=self.id, sensitive=self.sensitive)

    def must_be_at_work(self, at: datetime) -> None:
        """
        Check that people can join and ask something of the network at a moment.

        :raises NetworkClosedAlready, NetworkNotBegunYet, NetworkSuspendedNow, NetworkDormantNow: if not
        """
        self.must_exist_at(at)
        held = terms_at(self.changes, at)
        if held.suspended:
            raise errors.NetworkSuspendedNow
        if held.dormant:
            raise errors.NetworkDormantNow

    def is_sensitive_at(self, at: datetime) -> bool:
        """Say whether joining asked for an explicit consent at a moment."""
        return terms_at(self.changes, at).sensitive

    def core_group(self, at: datetime) -> tuple[Reference, ...]:
        return self.seats.held_at(at) if self.exists_at(at) else ()

    def has_seat(self, reference: Reference, at: datetime) -> bool:
        return reference in self.core_group(at)

    def seat_ended(self, reference: Reference) -> int:
        """Say how often somebody lost a seat here, the closings of the network included, also those that were taken back."""
        closings = sum(isinstance(each, self.NetworkClosed | self.NetworkMerged) for each in self.life)
        return closings + self.seats.times_ended(reference)

    @property
    def name(self) -> str:
        """What it is called, since it was named last."""
        return self.names[-1]

    def must_be_closed_by(self, closing: EventName | None) -> None:
        """
        Check that a closing still holds, before what it ends is ended.

        :raises NothingDue: if it was taken back
        """
        if self.closed_by != closing:
            raise NothingDue

    def reopened_after(self, closing: EventName) -> Reopening | None:
        """Give how a closing was taken back, None when it was not."""
        return next((each for each in self.reopenings if each.of == closing), None)

    @property
    def about_core_group(self) -> tuple[int, ...]:
        """The versions that were about its core group, in their order."""
        found: list[int] = []
        for each in self.life:
            mended = each.of if isinstance(each, self.EntryCorrected | self.EntryWithdrawn) else ":0"
            if isinstance(each, ABOUT_CORE_GROUP) or int(mended.rpartition(":")[2]) in found:
                found.append(each.originator_version)
        return tuple(found)

    @property
    def public_version(self) -> int:
        """The version by which everybody sees whether it changed: of a sensitive network nothing counts of its core group."""
        return self.version - len(self.about_core_group) if self.sensitive else self.version

    def _must_have_another_name(self, name: str) -> None:
        if name == self.name:
            raise errors.NetworkNameGivenAlready(name=name)

    def could_state(self, with_experience: int, at: datetime) -> bool:
        """Say whether so many seats were held at a moment, and any at all."""
        return max(with_experience, 1) <= len(self.core_group(at))

    def _must_have_seats_for(self, with_experience: int, at: datetime) -> None:
        if not self.could_state(with_experience, at):
            raise errors.FewerSeatsThanStated(seats=len(self.core_group(at)), stated=with_experience)

    def _states_a_mix(self, of: EventName) -> bool:
        return any(entry.event == of for entry in self.mixes)

    def _look_after_core_group(self, act: Act, rules: AdoptedRules | None) -> None:
        """Tell when the core group became too small, and when it is large enough again; entries may come late."""
        if self.closed_at is not None:
            return
        size, consequence = len(self.seats.open), act.consequence(self.last_event)
        if self.too_small is not None and size >= self.too_small.minimum:
            self.trigger_event(self.CoreGroupRepaired, act=consequence)
        elif self.too_small is None and rules is not None and size < rules.rules.core_group_minimum:
            term = core_group_term(day_of(act.at), rules)
            self.trigger_event(self.CoreGroupFoundTooSmall, act=consequence, size=size, core_group_term=term)

    def must_exist_at(self, at: datetime) -> None:
        """
        Check that there is a network at a moment.

        :raises NetworkClosedAlready, NetworkNotBegunYet: if not
        """
        if at < self.begun_at:
            raise errors.NetworkNotBegunYet(begun_at=self.begun_at)
        if self.closed_at is not None and at >= self.closed_at:
            raise errors.NetworkClosedAlready(closed_at=self.closed_at)

    def exists_at(self, at: datetime) -> bool:
        """Say whether the network was there at a moment."""
        return self.begun_at <= at and (self.closed_at is None or at < self.closed_at)

    def must_have_begun_in(self, half_year: HalfYear) -> None:
        """
        Check that a half year is not one before the network.

        :raises NetworkNotBegunYet: if it is
        """
        if not self.had_begun_in(half_year):
            raise errors.NetworkNotBegunYet(begun_at=self.begun_at)

    def had_begun_in(self, half_year: HalfYear) -> bool:
        """Say whether the network was there in a half year, or had been."""
        return half_year_of(day_of(self.begun_at)) <= half_year

    def _chair_must_have_seat(self, seats: Seats, of: EventName) -> None:
        """Check that a chair who stays chair had a seat when they became it; who has none any more is chair no longer."""
        if self.chair is None or self.chair_since is None or not seats.is_open(self.chair):
            return
        if self.chair not in seats.held_at(self.chair_since):
            raise CorrectionImpossible(of=of)

    def _must_fit(self, of: EventName, at: datetime) -> None:
        begun_at = at if of == self.begun_by else self.begun_at
        closed_at = at if of == self.closed_by else self.closed_at
        if closed_at is not None and closed_at <= begun_at:
            raise CorrectionImpossible(of=of)
        if self.existed_since is not None and begun_at < start_of(self.existed_since):
            raise CorrectionImpossible(of=of)
        if self.agreements.ends_on is not None and day_of(begun_at) >= self.agreements.ends_on:
            raise CorrectionImpossible(of=of)
        if self.first_decided_at is None or self.decided_at is None:
            return
        if self.first_decided_at < begun_at or (closed_at is not None and closed_at < self.decided_at):
            raise CorrectionImpossible(of=of)

    def _must_appoint(self, act: Act, rules: NetworkRules) -> None:
        # Who are members of a sensitive network only its core group knows, so nobody else can name one of them.
        appoints = FoundingBody.CORE_GROUP if self.sensitive else rules.core_group_appointed_by
        is_whole = len(self.core_group(act.at)) >= rules.core_group_minimum
        if appoints is FoundingBody.CORE_GROUP and act.role is Role.NATIONAL_BOARD and not is_whole:
            return
        if act.role is not APPOINTS.get(appoints):
            raise errors.AnotherBodyAppoints(body=appoints)

    def _must_be_open(self, act: Act) -> None:
        if self.closed_at is not None:
            raise errors.NetworkClosedAlready(closed_at=self.closed_at)
        self.must_exist_at(act.at)
        act.must_follow(self.decided_at)

    # Changes

    def __init__(
        self,
        act: Act,
        name: str,
        network_type: NetworkType,
        agreements: Agreements,
        sensitive: bool,
        pilot: UUID | None,
        ask_renewal_on: date | None,
        core_group_term: CoreGroupTerm | None = None,
        founded_on: FoundedOn | None = None,
        existed_since: date | None = None,
    ) -> None:
        self.names: tuple[str, ...] = (name,)
        self.network_type = network_type
        self.agreements = agreements
        self.purpose_version = 1
        self.sensitive = sensitive
        self.pilot = pilot
        self.plan = None if founded_on is None else founded_on.plan
        self.existed_since = existed_since
        self.begun_by: EventName = f"{self.id}:1"
        self.begun_at = act.at
        self.closed_by: EventName | None = None
        self.first_decided_at: datetime | None = None
        self.decided_at: datetime | None = None
        self.closed_at: datetime | None = None
        self.merged_into: UUID | None = None
        self.reopenings: tuple[Reopening, ...] = ()
        self.suspended = False
        self.chair: Reference | None = None
        self.chair_since: datetime | None = None
        self.seats = Seats()
        self.mixes: tuple[Entry, ...] = ()
        self.with_experience: dict[EventName, int] = {}
        self.welcome: str | None = None
        self.welcomed_at: datetime | None = None
        self.seats_offered: SeatOffer | None = None
        self.too_small = core_group_term
        self.reminded = False
        self.not_repaired = False
        self.ask_renewal_on = ask_renewal_on
        self.dormant = False
        self.changes: tuple[TermsFrom, ...] = (TermsFrom(at=act.at, sensitive=sensitive),)

    @event(CoreGroupMemberAppointed)
    def _appointed(self, act: Act, reference: Reference) -> None:
        self.seats = self.seats.entered(reference, Entry(self.next_event, EntryKind.BEGINS, act.at))

    @event(CoreGroupMemberSteppedDown)
    def _stepped_down(self, act: Act, reference: Reference) -> None:
        self.seats = self.seats.entered(reference, Entry(self.next_event, EntryKind.ENDS, act.at))
        self._keep_chair()

    @event(CoreGroupFoundTooSmall)
    def _core_group_found_too_small(self, core_group_term: CoreGroupTerm) -> None:
        self.too_small = core_group_term
        self.reminded = self.not_repaired = False

    @event(CoreGroupRepaired)
    def _core_group_repaired(self) -> None:
        self.too_small = None

    @event(CoreGroupReminded)
    def _core_group_reminded(self) -> None:
        self.reminded = True

    @event(CoreGroupNotRepaired)
    def _core_group_not_repaired(self) -> None:
        self.not_repaired = True

    @event(CoreGroupChairAppointed)
    def _chair_appointed(self, act: Act, reference: Reference) -> None:
        self.chair, self.chair_since = reference, act.at
        self._decided(act)

    @event(CoreGroupMixStated)
    def _core_group_mix_stated(self, act: Act, with_experience: int) -> None:
        self.with_experience = {**self.with_experience, self.next_event: with_experience}
        self.mixes = (*self.mixes, Entry(self.next_event, EntryKind.STATES, act.at))

    @event(WelcomeWritten)
    def _welcome_written(self, act: Act, welcome: str) -> None:
        self.welcome, self.welcomed_at = welcome, act.at

    @event(AgreementsChanged)
    def _agreements_changed(self, act: Act, agreements: Agreements, purpose_version: int, ask_renewal_on: date | None) -> None:
        self.agreements = agreements
        self.ask_renewal_on = ask_renewal_on
        self.dormant = False
        self.purpose_version = purpose_version
        self._decided(act)

    @event(NetworkMarkedSensitive)
    def _marked_sensitive(self, act: Act) -> None:
        self.sensitive = True
        self._decided(act)

    @event(SeatsOffered)
    def _seats_offered(self, act: Act, until: date) -> None:
        self.seats_offered = SeatOffer(at=act.at, until=until)
        self._decided(act)

    @event(NetworkSuspended)
    def _suspended(self, act: Act) -> None:
        self.suspended = True
        self._decided(act)

    @event(NetworkResumed)
    def _resumed(self, act: Act) -> None:
        self.suspended = False
        self._decided(act)

    @event(NetworkRenewed)
    def _renewed(self, act: Act, ends_on: date | None, ask_renewal_on: date | None) -> None:
        self.agreements = self.agreements.model_copy(update={"ends_on": ends_on})
        self.ask_renewal_on = ask_renewal_on
        self.dormant = False
        self._decided(act)

    @event(RenewalAsked)
    def _renewal_asked(self) -> None:
        self.ask_renewal_on = None

    @event(NetworkFellDormant)
    def _fell_dormant(self, act: Act) -> None:
        self.dormant = True
        self._holds_from(act)

    @event(NetworkMerged)
    def _merged(self, act: Act, into: UUID) -> None:
        self.closed_at = act.at
        self.closed_by = self.next_event
        self.merged_into = into

    @event(MergerReceived)
    def _merger_received(self, act: Act) -> None:
        self._decided(act)

    @event(NetworkClosed)
    def _closed(self, act: Act) -> None:
        self.closed_at = act.at
        self.closed_by = self.next_event

    @event(NetworkReopened)
    def _reopened(self, act: Act, of: EventName) -> None:
        self.reopenings = (*self.reopenings, Reopening(of=of, by=self.next_event, at=act.at))
        self.closed_at = self.closed_by = self.merged_into = None
        self._decided(act)

    @event(NetworkRenamed)
    def _renamed(self, act: Act, name: str) -> None:
        self.names = (*self.names, name)
        self._decided(act)

    @event(NetworkNameCorrected)
    def _name_corrected(self, name: str) -> None:
        self.names = (*self.names[:-1], name)

    @event(EntryCorrected)
    def _entry_corrected(self, of: EventName, at: datetime) -> None:
        if of == self.begun_by:
            self.begun_at = at
        elif of == self.closed_by:
            self.closed_at = at
        elif self._states_a_mix(of):
            self.mixes = corrected(self.mixes, of, at)
        else:
            self.seats = self.seats.corrected(of, at)
            self._keep_chair()

    @event(EntryWithdrawn)
    def _entry_withdrawn(self, of: EventName) -> None:
        if self._states_a_mix(of):
            self.mixes = withdrawn(self.mixes, of)
            return
        self.seats = self.seats.withdrawn(of)
        self._keep_chair()

    def _keep_chair(self) -> None:
        if self.chair is not None and not self.seats.is_open(self.chair):
            self.chair = self.chair_since = None

    def _decided(self, act: Act) -> None:
        self.decided_at = act.at
        self.first_decided_at = self.first_decided_at or act.at
        self._holds_from(act)

    def _holds_from(self, act: Act) -> None:
        held = TermsFrom(
            at=act.at,
            purpose_version=self.purpose_version,
            sensitive=self.sensitive,
            suspended=self.suspended,
            dormant=self.dormant,
        )
        self.changes = (*self.changes, held)


def _must_last(act: Act, ends_on: date | None) -> None:
    if ends_on is not None and ends_on <= day_of(act.at):
        raise errors.TermAlreadyOver(ends_on=ends_on)


ABOUT_CORE_GROUP = (
    Network.CoreGroupMemberAppointed,
    Network.CoreGroupMemberSteppedDown,
    Network.CoreGroupFoundTooSmall,
    Network.CoreGroupRepaired,
    Network.CoreGroupReminded,
    Network.CoreGroupNotRepaired,
    Network.CoreGroupChairAppointed,
    Network.CoreGroupMixStated,
    Network.WelcomeWritten,
)
