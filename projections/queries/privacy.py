"""From rows to answers: what people asked about what is kept of them."""

from datetime import date

from application.queries.base import Many
from application.queries.privacy import PrivacyRequestEntry, PrivacyRequests, ReferenceLiftingEntry, ReferenceLiftings
from projections.queries.query_service import AsOf, entry_of
from projections.store.instants import moment
from projections.store.tables import privacy_requests, reference_liftings


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
