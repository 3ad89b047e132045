"""What happened to anything that has a history, in sentences, as of any day and as it was known."""

from uuid import UUID

from application.commands.networks import CorrectEntry
from application.language.words import KINDS, Words
from application.queries.auditing.record import History
from application.queries.networks import CoreGroupOnDay
from domain.kernel.days import day_of
from web.page import Facts, page
from web.visit import Visit


@page("/geschiedenis/{item}", Words("Wat er gebeurde", "What happened"), names_people=True)
def history(visit: Visit, item: UUID) -> Facts:
    """Who did what, when and why."""
    listed = visit.page_of(History(item=item), 50)
    kind = listed.items[0].topic.partition(".")[0] if listed.items else ""
    return {
        "listed": listed,
        "kind": KINDS.get(kind),
        "name": visit.name_of(item),
        "network": item if visit.name_of(item) else None,
        "may_see_seats": visit.reaches(CoreGroupOnDay, item),
        "late": [each for each in listed.items if day_of(each.recorded_at) != day_of(each.at)],
        "day_of": day_of,
        "may_mend": visit.may(CorrectEntry) and not visit.past,
    }
