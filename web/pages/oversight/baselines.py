"""With whom the members of networks are compared, and of how many they are a part."""

from application.language.evaluation.words import PLACES
from application.language.words import Words
from application.queries.baselines import BaselineEntry, Baselines, PartyMemberCount, PartyMemberCounts
from web.lists import listing
from web.page import Facts, page
from web.tables import TableColumn
from web.visit import Visit

COUNTS = Words("Aantal partijleden", "Number of party members")


@page("/tellingen", Words("Tellingen om mee te vergelijken", "Counts to compare with"))
def baselines(visit: Visit) -> Facts:
    """How many members the party had, and how they were divided over the provinces."""
    counted = [
        TableColumn[PartyMemberCount](Words("Op", "On"), lambda each: each.reference_day),
        TableColumn[PartyMemberCount](Words("Leden", "Members"), lambda each: each.members),
        TableColumn[PartyMemberCount](Words("Waar het cijfer vandaan komt", "Where it comes from"), lambda each: each.origin),
    ]
    divided = [
        TableColumn[BaselineEntry](Words("Op", "On"), lambda each: each.reference_day),
        TableColumn[BaselineEntry](Words("Van wie", "Of whom"), lambda each: each.group),
        TableColumn[BaselineEntry](Words("Geteld", "Counted"), lambda each: each.counted),
        *(_province(visit, place) for place in PLACES if place.startswith("NL-")),
    ]
    counts, shares = [*visit.all_of(PartyMemberCounts())], [*visit.all_of(Baselines())]
    provinces = visit.table(Words("Verdeling over de provincies", "Division over the provinces"), divided, shares)
    return listing(visit.table(COUNTS, counted, counts), provinces)


def _province(visit: Visit, place: str) -> TableColumn[BaselineEntry]:
    """Make the column of a province: a share in per cent."""

    def share(of: BaselineEntry) -> str | None:
        found = next((each.share for each in of.shares if each.value == place), None)
        return None if found is None else f"{visit.tell(round(found * 100, 1))}%"

    return TableColumn[BaselineEntry](PLACES[place], share)
