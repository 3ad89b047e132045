"""The rules of the game that hold on a day, for each kind of network, and what each version changed."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from application.language.formatting import rules
from application.language.rules import RULES
from application.language.words import Words
from application.queries.auditing.differences import RuleDifferences, VersionDifference
from application.queries.auditing.record import RulesAdoptedSoFar, RulesEntry, RulesInForce
from infrastructure.tables import Table, TableColumn
from web.drawing.lists import listing
from web.page import Facts, page
from web.visit import MOST, Visit


class Rule(NamedTuple):
    """One rule, and what it says."""

    name: str
    value: object


@page("/spelregels", Words("Spelregels", "Rules"))
def rules_in_force(visit: Visit) -> Facts:
    """Of each kind of network the rules that hold now, or on the day that is looked at."""
    found = visit.ask_if_allowed(RulesInForce(limit=MOST))
    held: Sequence[RulesEntry] = () if found is None else found.items
    return listing(*(_told(visit, each) for each in held), said=[each.sentence for each in held])


@page("/spelregels/versies", Words("Wat er aan de spelregels veranderde", "What changed in the rules"))
def versions_of_rules(visit: Visit) -> Facts:
    """Each version, in the order in which they were adopted, with what it says differently from the one before."""
    adopted = [*visit.all_of(RulesAdoptedSoFar())]
    versions = [*dict.fromkeys(each.rules_version for each in adopted)]
    asked = (RuleDifferences(earlier=earlier, later=later) for earlier, later in pairwise(versions))
    found = [each for each in map(visit.ask_if_allowed, asked) if each is not None]
    changes = (_changes(visit, rules(each.later, visit.language), each.items) for each in found)
    return listing(*changes, said=[each.sentence for each in adopted])


def _changes(visit: Visit, version: str, differences: Sequence[VersionDifference]) -> Table[VersionDifference]:
    columns = (
        TableColumn[VersionDifference](Words("Regel", "Rule"), lambda each: visit.tell(RULES[each.part])),
        TableColumn[VersionDifference](Words("Voor een", "For a"), lambda each: each.network_type),
        TableColumn[VersionDifference](Words("Eerst", "Before"), lambda each: visit.tell(each.was)),
        TableColumn[VersionDifference](Words("Daarna", "After"), lambda each: visit.tell(each.becomes)),
    )
    named = Words("Nieuw in {}", "New in {}").in_language(visit.language).format(version)
    return visit.table(Words(named, named), columns, differences)


def _told(visit: Visit, of: RulesEntry) -> Table[Rule]:
    """Tell rules one by one; what is not asked for is left out."""
    said = [Rule(visit.tell(RULES[name]), value) for name, value in of.rules if name in RULES and value not in (None, (), "")]
    columns = (
        TableColumn[Rule](Words("Regel", "Rule"), lambda each: each.name),
        TableColumn[Rule](Words("Wat er geldt", "What holds"), lambda each: visit.tell(each.value)),
    )
    kind = Words("Regels voor een {}", "Rules for a {}").in_language(visit.language).format(visit.tell(of.network_type))
    return visit.table(Words(kind, kind), columns, said)
