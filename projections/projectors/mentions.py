"""Which references stand in the events of an item: for the file of a person, who may be spoken of anywhere."""

import re

from domain.kernel.events import DomainEvent
from projections.projectors.row_writer import RowWriter
from projections.store.tables import mentions

IN_QUOTES = re.compile(r'"(r[0-9a-f]{32})"')
"""A reference, as it stands in a stored form."""


def keep_mentions(writer: RowWriter, event: DomainEvent) -> None:
    """Keep which references an event adds to those that its item named before."""
    known = {row["reference"] for row in writer.of(mentions)}
    for reference in sorted({*IN_QUOTES.findall(event.model_dump_json())} - known):
        writer.add(mentions, reference=reference)
