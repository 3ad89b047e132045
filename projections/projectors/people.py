"""From events to facts: rules, baselines, party memberships, roles and what people ask about what is kept of them."""

from datetime import date

from domain.kernel.events import DomainEvent
from domain.party.office import Office
from domain.party.party_membership import PartyMembership
from domain.party.privacy_request import PrivacyRequest
from domain.party.record_lifting import RecordLifting
from domain.party.reference_lifting import LiftingStatus, ReferenceLifting
from domain.pilot.baseline import Baseline
from domain.pilot.rule_book import RuleBook
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.instants import micros
from projections.store.tables import (
    baselines,
    offices,
    party_counts,
    party_memberships,
    privacy_requests,
    record_liftings,
    reference_liftings,
    rules,
)


@projects(RuleBook.RulesAdopted)
def rules_adopted(writer: RowWriter, event: RuleBook.RulesAdopted) -> None:
    writer.add(
        rules,
        rules_version=event.rules_version,
        network_type=event.network_type,
        valid_from=event.valid_from.isoformat(),
        rules=event.rules.model_dump(mode="json"),
        origin=event.origin,
    )


@projects(Baseline.RepresentationBaselineRecorded)
def baseline_recorded(writer: RowWriter, event: Baseline.RepresentationBaselineRecorded) -> None:
    writer.add(
        baselines,
        variable=event.variable,
        group=event.group,
        shares={each.value: each.share for each in event.shares},
        counted=event.counted,
        reference_day=event.reference_day.isoformat(),
        origin=event.origin,
    )


@projects(Baseline.PartyMembersCounted)
def party_members_counted(writer: RowWriter, event: Baseline.PartyMembersCounted) -> None:
    day = event.reference_day.isoformat()
    writer.add(party_counts, members=event.members, reference_day=day, origin=event.origin)


@projects(Baseline.EntryCorrected)
def baseline_corrected(writer: RowWriter, event: Baseline.EntryCorrected) -> None:
    """It was told at another moment, and is still called by the event that told it."""
    for table in (baselines, party_counts):
        for row in [*writer.of(table)]:
            same = {name: value for name, value in row.items() if name not in {"fact", "since", "until"}}
            writer.drop(table, row)
            writer.add(table, **{**same, "at": micros(event.at)})


@projects(Baseline.EntryWithdrawn)
def baseline_withdrawn(writer: RowWriter, _: Baseline.EntryWithdrawn) -> None:
    for table in (baselines, party_counts):
        for row in [*writer.of(table)]:
            writer.drop(table, row)


@projects(PartyMembership.PartyMembershipStarted)
def started(writer: RowWriter, event: PartyMembership.PartyMembershipStarted) -> None:
    writer.add(party_memberships, reference=event.reference, state="active", final_on=None)


@projects(
    PartyMembership.PartyMembershipEndAnnounced,
    PartyMembership.PartyMembershipEndUndone,
    PartyMembership.PartyMembershipEnded,
    PartyMembership.PartyMembershipStartedAgain,
    PartyMembership.PartyMembershipWithdrawn,
    PartyMembership.PartyMembershipRestored,
)
def changed(writer: RowWriter, event: DomainEvent) -> None:
    state, final_on = "active", None
    if isinstance(event, PartyMembership.PartyMembershipEndAnnounced):
        state, final_on = "pending", event.final_on.isoformat()
    elif isinstance(event, PartyMembership.PartyMembershipEnded):
        state = "ended"
    elif isinstance(event, PartyMembership.PartyMembershipWithdrawn):
        state = "withdrawn"
    writer.change(party_memberships, writer.only(party_memberships), state=state, final_on=final_on)


@projects(Office.RoleGiven)
def role_given(writer: RowWriter, event: Office.RoleGiven) -> None:
    last_day = _day(event.last_day)
    writer.add(offices, reference=event.reference, role=event.held_role, held=True, held_since=writer.at, last_day=last_day)


@projects(Office.RoleEnded)
def role_ended(writer: RowWriter, _: Office.RoleEnded) -> None:
    writer.change(offices, writer.only(offices), held=False)


@projects(Office.RoleGivenAgain)
def role_given_again(writer: RowWriter, event: Office.RoleGivenAgain) -> None:
    last_day = _day(event.last_day)
    writer.change(offices, writer.only(offices), held=True, held_since=writer.at, last_day=last_day)


@projects(PrivacyRequest.PrivacyRequestReceived)
def privacy_request_received(writer: RowWriter, event: PrivacyRequest.PrivacyRequestReceived) -> None:
    due_on = event.due_on.isoformat()
    asked = {"reference": event.reference, "matter": event.matter, "received_at": writer.at}
    writer.add(privacy_requests, **asked, due_on=due_on, outcome=None)


@projects(PrivacyRequest.PrivacyRequestReceivedAgain)
def privacy_request_received_again(writer: RowWriter, event: PrivacyRequest.PrivacyRequestReceivedAgain) -> None:
    due_on = event.due_on.isoformat()
    writer.change(privacy_requests, writer.only(privacy_requests), received_at=writer.at, due_on=due_on, outcome=None)


@projects(PrivacyRequest.PrivacyRequestAnswered)
def privacy_request_answered(writer: RowWriter, event: PrivacyRequest.PrivacyRequestAnswered) -> None:
    writer.change(privacy_requests, writer.only(privacy_requests), due_on=None, outcome=event.outcome)


@projects(ReferenceLifting.LiftingAsked)
def lifting_asked(writer: RowWriter, event: ReferenceLifting.LiftingAsked) -> None:
    asked = {"item": str(event.item), "reference": event.lifted, "reasons": event.reasons, "asked_by": event.act.by}
    last_day = event.last_day.isoformat()
    writer.add(reference_liftings, **asked, asked_at=writer.at, last_day=last_day, status=LiftingStatus.ASKED)


@projects(RecordLifting.RecordLiftingAsked)
def record_lifting_asked(writer: RowWriter, event: RecordLifting.RecordLiftingAsked) -> None:
    asked = {"network": str(event.network), "auditor": event.auditor, "reasons": event.reasons, "asked_by": event.act.by}
    days = {"reads_until": event.until.isoformat(), "last_day": event.last_day.isoformat()}
    writer.add(record_liftings, **asked, **days, asked_at=writer.at, agreed_by=None, status=LiftingStatus.ASKED)


RECORD_BECAME = {
    RecordLifting.RecordLiftingAgreed: LiftingStatus.AGREED,
    RecordLifting.RecordLiftingRefused: LiftingStatus.REFUSED,
}


@projects(*RECORD_BECAME)
def record_lifting_answered(writer: RowWriter, event: DomainEvent) -> None:
    status = next(status for kind, status in RECORD_BECAME.items() if isinstance(event, kind))
    agreed_by = event.act.by if status is LiftingStatus.AGREED else None
    writer.change(record_liftings, writer.only(record_liftings), status=status, agreed_by=agreed_by)


BECAME = {
    ReferenceLifting.LiftingAgreed: LiftingStatus.AGREED,
    ReferenceLifting.LiftingRefused: LiftingStatus.REFUSED,
    ReferenceLifting.LiftedNameTold: LiftingStatus.TOLD,
}


@projects(*BECAME)
def lifting_answered(writer: RowWriter, event: DomainEvent) -> None:
    status = next(status for kind, status in BECAME.items() if isinstance(event, kind))
    writer.change(reference_liftings, writer.only(reference_liftings), status=status)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
