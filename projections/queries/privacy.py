"""From rows to answers: what people asked about what is kept of them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from application.queries.base import Many
from application.queries.privacy import (
    PrivacyRequestEntry,
    PrivacyRequests,
    RecordLiftingEntry,
    RecordLiftings,
    ReferenceLiftingEntry,
    ReferenceLiftings,
)
from domain.kernel.acts import Reference, Role
from domain.party.reference_lifting import LiftingStatus
from projections.reading.query_service import AsOf, entry_of
from projections.store.instants import moment
from projections.store.tables import FOREVER, offices, privacy_requests, record_liftings, reference_liftings

TWO = 2


def privacy_requests_received(as_of: AsOf, query: PrivacyRequests) -> Many[PrivacyRequestEntry]:
    entries = [
        PrivacyRequestEntry(
            key=f"{row['received_at']:020} {row['owner']}",
            privacy_request=row["owner"],
            reference=row["reference"],
            matter=row["matter"],
            received_at=moment(row["received_at"]),
            due_on=None if row["due_on"] is None else date.fromisoformat(row["due_on"]),
            outcome=row["outcome"],
        )
        for row in as_of.items(privacy_requests)
    ]
    return as_of.page_by_key(query, entries)


def record_liftings_asked(as_of: AsOf, query: RecordLiftings) -> Many[RecordLiftingEntry]:
    entries = [
        entry_of(
            RecordLiftingEntry,
            row,
            key=f"{row['asked_at']:020} {row['owner']}",
            record_lifting=row["owner"],
            asked_at=moment(row["asked_at"]),
            until=row["reads_until"],
        )
        for row in as_of.items(record_liftings)
    ]
    return as_of.page_by_key(query, entries)


def lifted_for(
    as_of: AsOf, auditor: Sequence[Reference], today: date | None, one_person: Sequence[Sequence[Reference]]
) -> frozenset[UUID]:
    """
    Give of which sensitive networks an auditor reads memberships and seats today, whatever moment they ask about.

    Whoever was an auditor, and is one again, needs another lifting. One that was agreed to by whoever asked, or by the
    auditor, as their records say since, lifts nothing: that took two people beside the auditor.

    :param one_person: who turned out to be one person, each with all references
    """
    if not auditor or today is None:
        return frozenset()
    of, held = record_liftings.c, offices.c
    holds = (held.role == Role.AUDITOR, held.held, held.reference == of.auditor, held.held_since <= of.asked_at)
    agreed = (of.status == LiftingStatus.AGREED, of.reads_until >= today.isoformat(), of.auditor.in_(auditor))
    now = (of.until == FOREVER, held.until == FOREVER)
    found = as_of.execute(select(of.network, of.auditor, of.asked_by, of.agreed_by).where(*now, *agreed, *holds))
    return frozenset(UUID(network) for network, *people in found if _are_different(people, one_person))


def _are_different(people: Sequence[Reference], one_person: Sequence[Sequence[Reference]]) -> bool:
    return all(len(set(people) & set(each)) < TWO for each in one_person)


def reference_liftings_asked(as_of: AsOf, query: ReferenceLiftings) -> Many[ReferenceLiftingEntry]:
    entries = [
        entry_of(
            ReferenceLiftingEntry,
            row,
            key=f"{row['asked_at']:020} {row['owner']}",
            reference_lifting=row["owner"],
            asked_at=moment(row["asked_at"]),
        )
        for row in as_of.items(reference_liftings)
    ]
    return as_of.page_by_key(query, entries)
