"""The rules of the game that hold on a day, for each kind of network, and where they come from."""

from collections.abc import Iterator
from typing import NamedTuple

from application.language.formatting import rules
from application.language.rules import RULES
from application.language.words import Words
from application.queries.record import RulesAdoptedSoFar, RulesEntry
from web.drawing.lists import listing
from web.drawing.tables import Table, TableColumn
from web.page import Facts, page
from web.visit import Visit


class Rule(NamedTuple):
    """One rule, and what it says."""

    name: str
    value: object


@page("/spelregels", Words("Spelregels", "Rules"))
def rules_in_force(visit: Visit) -> Facts:
    """Of each kind of network the rules that hold now, or on the day that is looked at."""
    held = {each.network_type: each for each in _in_order(visit) if each.valid_from <= visit.today}
    said = [(visit.tell(each.network_type), _version(visit, each), each.valid_from, each.origin) for each in held.values()]
    return listing(*(_told(visit, each) for each in held.values()), said=said)


def _in_order(visit: Visit) -> Iterator[RulesEntry]:
    yield from sorted(visit.all_of(RulesAdoptedSoFar()), key=lambda each: each.valid_from)


def _version(visit: Visit, of: RulesEntry) -> str:
    return rules(of.rules_version, visit.language)


def _told(visit: Visit, of: RulesEntry) -> Table[Rule]:
    """Tell rules one by one; what is not asked for is left out."""
    said = [Rule(visit.tell(RULES[name]), value) for name, value in of.rules if name in RULES and value not in (None, (), "")]
    columns = (
        TableColumn[Rule](Words("Regel", "Rule"), lambda each: each.name),
        TableColumn[Rule](Words("Wat er geldt", "What holds"), lambda each: visit.tell(each.value)),
    )
    kind = Words("Regels voor een {}", "Rules for a {}").in_language(visit.language).format(visit.tell(of.network_type))
    return visit.table(Words(kind, kind), columns, said)
