"""Whether the service works: for whoever keeps it running."""

from application.access.scopes import must_have_row
from application.language.words import Words
from application.ports.errors import StoreError
from application.queries.auditing.record import OfficesHeld, PartsUsed
from web.page import Facts, page
from web.visit import Visit


@page(
    "/toestand",
    Words("Werkt alles?", "Does everything work?"),
    has_past=False,
)
def health(visit: Visit) -> Facts:
    """Whether something can be recorded, and how far what is read is behind; of what is kept it says nothing."""
    must_have_row(visit.session.role, OfficesHeld)
    return {
        "writes": _takes_writes(visit),
        "lag": visit.service.reads.lag(),
        "at": visit.service.now(),
        "used": visit.ask(PartsUsed()).parts,
    }


def _takes_writes(visit: Visit) -> bool:
    try:
        visit.service.log.must_take_writes()
        visit.service.vault.must_take_writes()
    except StoreError:
        return False
    return True
