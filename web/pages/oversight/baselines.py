"""With whom the members of networks are compared, and of how many they are a part."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from application.language.evaluation.words import PLACES
from application.language.words import Words
from application.queries.evaluating.baselines import BaselineEntry, Baselines, PartyMemberCount, PartyMemberCounts
from infrastructure.tables import TableColumn
from web.drawing.lists import listing
from web.page import Facts, page
from web.visit import Visit


class ProvinceShare(NamedTuple):
    """Which part of those who were counted lived in a province."""

    of: BaselineEntry
    place: str
    share: float


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
        TableColumn[ProvinceShare](Words("Provincie", "Province"), lambda each: PLACES[each.place]),
        TableColumn[ProvinceShare](Words("Deel", "Share"), lambda each: f"{visit.tell(round(each.share * 100, 1))}%"),
        TableColumn[ProvinceShare](Words("Van wie", "Of whom"), lambda each: each.of.group),
        TableColumn[ProvinceShare](Words("Op", "On"), lambda each: each.of.reference_day),
        TableColumn[ProvinceShare](Words("Geteld", "Counted"), lambda each: each.of.counted),
    ]
    counts, shares = [*visit.all_of(PartyMemberCounts())], [*_by_province(visit.all_of(Baselines()))]
    provinces = visit.table(Words("Verdeling over de provincies", "Division over the provinces"), divided, shares)
    return listing(visit.table(COUNTS, counted, counts), provinces)


def _by_province(counted: Iterable[BaselineEntry]) -> Iterator[ProvinceShare]:
    """Give each share of a province of each count."""
    for entry in counted:
        yield from (ProvinceShare(entry, each.value, each.share) for each in entry.shares if each.value in PLACES)
