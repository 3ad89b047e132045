"""What the networks of the story are called and what their plans say. Invented, also where it sounds as if it were true."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from application.commands.base import DecidedText
from application.commands.plans import AcceptNomination, AmendPlan, DraftPlan, NominateCoreGroupMember, RevisePlan
from domain.kernel.acts import Source
from domain.pilot.rules import NetworkType
from domain.plans.content import PlanContent
from netwerkpartij.story.telling import CONSENT, Chapter, Story

EDUCATION: Final = "Onderwijsnetwerk"
CARE: Final = "Netwerk zorg"
CLIMATE: Final = "Netwerk Duurzaamheid en klimaat"
FAMILY: Final = "Netwerk jeugd en gezin"
YOUNG: Final = "Young Professional Netwerk"
FARMING: Final = "Netwerk landbouw, natuur en voedsel"
LHBTIQ: Final = "LHBTIQ+ netwerk"
FINANCE: Final = "Netwerk financiën & economie"
POVERTY: Final = "Netwerk armoede, schulden en bestaanszekerheid"
EUROPE: Final = "Netwerk EU"
NEWCOMERS: Final = "Netwerk nieuwkomers"
PRAYER: Final = "Netwerk gebed"
WOMEN: Final = "Vrouwennetwerk"

ORGANISATION: Final = "De kerngroep komt elke maand bijeen, de leden elk kwartaal, om en om op het scherm en in een zaal."
COOPERATION: Final = "Met de fracties, de afdelingen en het wetenschappelijk bureau van de Voorbeeldpartij."


def plan_of(name: str, network_type: NetworkType, purpose: str, *, months: int = 24, sensitive: bool = False) -> PlanContent:
    """Give a plan with everything that either rule book asks for."""
    return PlanContent(
        name=name,
        network_type=network_type,
        purpose=purpose,
        organisation=ORGANISATION,
        duration_months=months,
        intended_cooperation=COOPERATION,
        sensitive=sensitive,
    )


THEME, COMMUNITY = NetworkType.THEME, NetworkType.COMMUNITY

EDUCATION_PLAN: Final = plan_of(
    EDUCATION, THEME, "Mensen uit de klas, het bestuur en de opleiding denken mee over goed onderwijs voor ieder kind.", months=12
).model_copy(update={"intended_cooperation": None})
CARE_PLAN: Final = plan_of(
    CARE, THEME, "Zorgverleners, mantelzorgers en patiënten wegen samen wat zorg dichtbij en betaalbaar houdt."
).model_copy(update={"organisation": "Dat zien we nog."})
CARE_PURPOSE_ANEW: Final = "Zorgverleners, mantelzorgers en patiënten wegen samen hoe zorg en welzijn elkaar versterken."
CLIMATE_PLAN: Final = plan_of(
    CLIMATE, THEME, "Wie verstand heeft van energie, water of wonen helpt de partij aan plannen die de aarde sparen."
)
YOUNG_PLAN: Final = plan_of(YOUNG, COMMUNITY, "Leden aan het begin van hun werkende leven ontmoeten elkaar en de politiek.")
FARMING_PLAN: Final = plan_of(
    FARMING, THEME, "Boeren, natuurbeheerders en koks zoeken samen naar voedsel waar land en boer van kunnen leven."
)
LHBTIQ_PLAN: Final = plan_of(
    LHBTIQ, COMMUNITY, "Een veilige plek om elkaar te ontmoeten en de partij te helpen open te zijn.", sensitive=True
)
FINANCE_PLAN: Final = plan_of(FINANCE, THEME, "Leden met verstand van geld kijken mee naar begroting, belasting en schuld.")
POVERTY_PLAN: Final = plan_of(
    POVERTY, THEME, "Schuldhulpverleners en mensen die weten wat rondkomen is zeggen wat werkt tegen armoede."
)
EUROPE_PLAN: Final = plan_of(EUROPE, THEME, "Leden die Brussel kennen van werk of studie volgen wat daar voor ons wordt beslist.")
PRAYER_PLAN: Final = plan_of(PRAYER, COMMUNITY, "Leden die willen bidden voor land, partij en politici vinden elkaar.")
WOMEN_PLAN: Final = plan_of(WOMEN, COMMUNITY, "Vrouwen in de partij moedigen elkaar aan om zich verkiesbaar te stellen.")


def draft(
    plan: PlanContent,
    *,
    pilot: UUID | None,
    follows: UUID | None = None,
    source: Source | None = None,
    decided: DecidedText | None = None,
) -> DraftPlan:
    return DraftPlan(**plan.model_dump(), pilot=pilot, follows=follows, source=source, decided=decided)


def revised(plan: UUID, content: PlanContent) -> RevisePlan:
    return RevisePlan(**content.model_dump(), plan=plan)


def amended(plan: UUID, content: PlanContent) -> AmendPlan:
    return AmendPlan(**content.model_dump(), plan=plan)


def gather(story: Story, plan: UUID, names: tuple[str, ...], *, consent: bool = False) -> Chapter:
    """Let the first ask everybody, also themselves; they accept, one a day."""
    for name in names:
        story.member(names[0], NominateCoreGroupMember(plan=plan, nominee=story.persons[name]))
    yield from gather_answers(story, plan, names, consent=consent)


def gather_answers(story: Story, plan: UUID, names: tuple[str, ...], *, consent: bool = False) -> Chapter:
    """Let those who were asked for a seat accept it, one a day."""
    for name in names:
        yield story.clock() + timedelta(days=1)
        story.member(name, AcceptNomination(plan=plan, consent_version=CONSENT if consent else None))
