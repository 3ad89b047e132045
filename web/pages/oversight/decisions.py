"""What was decided, by whom, why and under which rules: as of any day."""

from application.language.decisions import DECISIONS
from application.language.formatting import rules
from application.language.words import Words
from application.queries.plans import DecisionEntry, DecisionRegister
from domain.kernel.days import day_of
from domain.pilot.rules import NetworkType
from web.drawing.lists import listing
from web.drawing.tables import TableColumn
from web.page import Facts, page
from web.visit import Visit

PILOT = frozenset({"PilotOpened", "PilotEnded"})
NAME = Words("Besluiten", "Decisions")


@page("/besluiten", NAME, names_people=True)
def decisions(visit: Visit) -> Facts:
    """The newest first; who recorded it is named to bureau and board."""
    columns = (
        TableColumn[DecisionEntry](Words("Dag", "Day"), lambda each: day_of(each.at)),
        TableColumn[DecisionEntry](Words("Besluit", "Decision"), lambda each: visit.tell(DECISIONS[each.decision])),
        TableColumn[DecisionEntry](Words("Over", "About"), lambda each: _about(visit, each), lambda each: _page_of(visit, each)),
        TableColumn[DecisionEntry](Words("Waarom", "Why"), _why),
        TableColumn[DecisionEntry](Words("Hoe", "How"), lambda each: each.decided and each.decided.form),
        TableColumn[DecisionEntry](
            Words("Regels", "Rules"), lambda each: each.rules_version and rules(each.rules_version, visit.language)
        ),
        TableColumn[DecisionEntry](Words("Vastgelegd door", "Recorded by"), lambda each: each.entered_by_name or each.role),
    )
    return listing(visit.table(NAME, columns, [*visit.all_of(DecisionRegister())][::-1]))


def _about(visit: Visit, of: DecisionEntry) -> str:
    """Give the name of what was decided about; of rules for which networks they are, and of a pilot that it is one."""
    if of.decision in PILOT:
        return visit.say("de pilot", "the pilot")
    kind, _, _version = of.name.partition(" ")
    return visit.tell(NetworkType(kind)) if kind in set(NetworkType) else of.name


def _page_of(visit: Visit, of: DecisionEntry) -> str | None:
    if of.network is not None and visit.name_of(of.network):
        return visit.address_of("network", of.network)
    return visit.address("/spelregels") if of.decision == "RulesAdopted" else None


def _why(of: DecisionEntry) -> str | None:
    return " ".join(text for text in (of.reasons, *(each.text for each in of.conditions)) if text) or None
