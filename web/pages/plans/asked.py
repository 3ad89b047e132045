"""Where a plan stands, in words: whose turn it is, and what is asked of whom."""

from collections.abc import Mapping
from typing import NamedTuple

from application.language.words import Words
from application.queries.auditing.record import RulesEntry
from domain.plans.content import AGREED, BEFORE_BOARD, WRITABLE, PlanStatus

OPEN = WRITABLE | BEFORE_BOARD | AGREED
GROUP, BUREAU, BOARD = Words("de groep", "the group"), Words("het partijbureau", "the bureau"), Words("het bestuur", "the board")
NOBODY = Words("niemand: het plan is klaar", "nobody: the plan is finished")


class PlanAsk(NamedTuple):
    """What is asked, in one line, and what is behind it, in one sentence."""

    turn: Words
    what: Words
    why: Words


ASKED: Mapping[PlanStatus, PlanAsk] = {
    PlanStatus.DRAFT: PlanAsk(
        GROUP,
        Words("Gevraagd van de groep: schrijf het plan af.", "Asked of the group: finish the plan."),
        Words(
            "Het plan is nog een concept. Het bestuur besluit er nu niet over.",
            "It is a draft. The board does not decide on it now.",
        ),
    ),
    PlanStatus.SUBMITTED: PlanAsk(
        BUREAU,
        Words("Gevraagd van het partijbureau: controleer het plan.", "Asked of the party bureau: check the plan."),
        Words("De groep heeft het plan ingediend.", "The group has submitted the plan."),
    ),
    PlanStatus.RETURNED: PlanAsk(
        GROUP,
        Words("Gevraagd van de groep: vul het plan aan.", "Asked of the group: complete the plan."),
        Words(
            "Het partijbureau gaf het plan terug, omdat er iets ontbrak.",
            "The party bureau returned the plan: something was missing.",
        ),
    ),
    PlanStatus.COMPLETE: PlanAsk(
        BOARD,
        Words("Gevraagd besluit: richt dit netwerk op.", "Decision asked: found this network."),
        Words(
            "Het partijbureau vindt het plan compleet. Het bestuur kan het goedkeuren, afwijzen of het besluit uitstellen.",
            "The party bureau finds the plan complete. The board can approve it, reject it or postpone the decision.",
        ),
    ),
    PlanStatus.DEFERRED: PlanAsk(
        BOARD,
        Words("Gevraagd besluit: besluit opnieuw over dit plan.", "Decision asked: decide again on this plan."),
        Words("Het bestuur stelde het besluit eerder uit.", "The board postponed the decision before."),
    ),
    PlanStatus.APPROVED_WITH_CONDITIONS: PlanAsk(
        GROUP,
        Words("Het plan is goedgekeurd met voorwaarden.", "The plan is approved with conditions."),
        Words(
            "Het netwerk begint als aan alle voorwaarden vooraf is voldaan.",
            "The network begins when all conditions beforehand are met.",
        ),
    ),
    PlanStatus.APPROVED: PlanAsk(
        BOARD,
        Words("Het plan is goedgekeurd.", "The plan is approved."),
        Words("Het netwerk kan worden opgericht.", "The network can be founded."),
    ),
    PlanStatus.WAITING: PlanAsk(
        BOARD,
        Words("Gevraagd besluit: richt dit netwerk op.", "Decision asked: found this network."),
        Words("Het plan is goedgekeurd en wacht op een plek.", "The plan is approved and waits for a place."),
    ),
    PlanStatus.FOUNDED: PlanAsk(
        NOBODY,
        Words("Het netwerk is opgericht.", "The network was founded."),
        Words("Het plan is uitgevoerd.", "The plan was carried out."),
    ),
    PlanStatus.REJECTED: PlanAsk(
        NOBODY,
        Words("Het bestuur wees dit plan af.", "The board rejected this plan."),
        Words("De redenen staan bij het besluit.", "The reasons stand with the decision."),
    ),
    PlanStatus.WITHDRAWN: PlanAsk(
        NOBODY,
        Words("De groep trok dit plan in.", "The group withdrew this plan."),
        Words("Een nieuw plan kan altijd.", "A new plan can always be made."),
    ),
    PlanStatus.LAPSED: PlanAsk(
        NOBODY,
        Words("Dit plan is vervallen.", "This plan has lapsed."),
        Words("Een nieuw plan kan altijd.", "A new plan can always be made."),
    ),
}


NO_CHECK_NEEDED = PlanAsk(
    BOARD,
    Words("Gevraagd besluit: richt dit netwerk op.", "Decision asked: found this network."),
    Words(
        "De groep heeft het plan ingediend. Het bestuur kan het plan goedkeuren of afwijzen, of het besluit uitstellen.",
        "The group has submitted the plan. The board can approve it, reject it or postpone the decision.",
    ),
)


def asked(status: PlanStatus, rules: RulesEntry | None) -> PlanAsk:
    """Give what is asked at this point: where the rules ask no check, the board decides on what was handed in."""
    if status is PlanStatus.SUBMITTED and rules is not None and not rules.rules.completeness_check_required:
        return NO_CHECK_NEEDED
    return ASKED[status]
