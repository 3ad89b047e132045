"""What a plan says, part by part, as a reader sees it."""

from collections.abc import Sequence
from typing import NamedTuple

from application.language.words import Words
from domain.pilot.rules import PlanPart
from domain.plans.content import PlanContent
from web.visit import Visit


class PartOfPlan(NamedTuple):
    """
    One part of a plan, and the page on which it is written.

    :param asked_as: by what name the rules ask for it; None: every plan has it
    """

    words: Words
    field: str
    at: str
    asked_as: PlanPart | None


PARTS_OF_PLAN = (
    PartOfPlan(Words("Naam", "Name"), "name", "naam", None),
    PartOfPlan(Words("Soort netwerk", "Kind of network"), "network_type", "naam", None),
    PartOfPlan(Words("Doel", "Purpose"), "purpose", "doel", PlanPart.PURPOSE),
    PartOfPlan(Words("Hoe het werkt", "How it works"), "organisation", "organisatie", PlanPart.ORGANISATION),
    PartOfPlan(Words("Hoe lang", "How long"), "duration_months", "duur", PlanPart.DURATION),
    PartOfPlan(Words("Samenwerking", "Cooperation"), "intended_cooperation", "samenwerking", PlanPart.INTENDED_COOPERATION),
    PartOfPlan(Words("Jaarplan", "Plan for the year"), "year_plan", "meer", PlanPart.YEAR_PLAN),
    PartOfPlan(Words("Begroting", "Budget"), "budget", "meer", PlanPart.BUDGET),
    PartOfPlan(
        Words("Verschil met andere netwerken", "Difference from others"), "distinctiveness", "meer", PlanPart.DISTINCTIVENESS
    ),
)


def value_of(visit: Visit, content: PlanContent, part: PartOfPlan) -> str | None:
    """Give what a plan says of a part; nothing where it says nothing."""
    said = getattr(content, part.field)
    if said is None:
        return None
    told = visit.tell(said)
    if part.field == "duration_months":
        return f"{told} {visit.say('maand', 'month') if said == 1 else visit.say('maanden', 'months')}"
    return told[0].upper() + told[1:]


def rows_of_plan(visit: Visit, content: PlanContent) -> Sequence[tuple[str, str, str]]:
    """Give each part that a plan has, after its name: what it is, what it says, and where it is written."""
    found = ((visit.tell(each.words), value_of(visit, content, each), each.at) for each in PARTS_OF_PLAN[1:])
    return [(words, said, at) for words, said, at in found if said is not None]
