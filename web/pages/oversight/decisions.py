"""What was decided, by whom, why and under which rules: as of any day, of one network too."""

from uuid import UUID

from application.language.decisions import DECISIONS
from application.language.explained.decisions import about
from application.language.formatting import rules
from application.language.words import Words
from application.queries.networks import NetworkDetails
from application.queries.plans import DecisionEntry, DecisionRegister
from domain.kernel.days import day_of
from infrastructure.tables import Table, TableColumn
from web.drawing.lists import listing
from web.page import Facts, page
from web.visit import Visit

NAME = Words("Besluiten", "Decisions")


@page("/besluiten", NAME, names_people=True)
def decisions(visit: Visit) -> Facts:
    """The newest first; who recorded it is named to bureau and board."""
    return listing(_told(visit, DecisionRegister()))


@page("/netwerken/{network}/besluiten", Words("Besluiten over dit netwerk", "Decisions about this network"), names_people=True)
def decisions_on_network(visit: Visit, network: UUID) -> Facts:
    """Those on its plan too."""
    of = visit.ask(NetworkDetails(network=network))
    return listing(_told(visit, DecisionRegister(network=network)), of=of)


def _told(visit: Visit, question: DecisionRegister) -> Table[DecisionEntry]:
    columns = (
        TableColumn[DecisionEntry](Words("Dag", "Day"), lambda each: day_of(each.at)),
        TableColumn[DecisionEntry](Words("Besluit", "Decision"), lambda each: visit.tell(DECISIONS[each.decision])),
        TableColumn[DecisionEntry](
            Words("Over", "About"), lambda each: about(each, visit.language), lambda each: _page_of(visit, each)
        ),
        TableColumn[DecisionEntry](Words("Wat er besloten is", "What was decided"), lambda each: each.sentence),
        TableColumn[DecisionEntry](
            Words("Regels", "Rules"), lambda each: each.rules_version and rules(each.rules_version, visit.language)
        ),
        TableColumn[DecisionEntry](Words("Vastgelegd door", "Recorded by"), lambda each: each.entered_by_name or each.role),
    )
    return visit.table(NAME, columns, [*visit.all_of(question)][::-1])


def _page_of(visit: Visit, of: DecisionEntry) -> str | None:
    if of.network is not None and visit.name_of(of.network):
        return visit.address_of("network", of.network)
    return visit.address("/spelregels") if of.decision == "RulesAdopted" else None
