"""What figures and the parts of figures are called in an evaluation."""

from collections.abc import Mapping
from enum import StrEnum

from application.evaluation.figures import FigureName
from application.language.words import WORDS, Words
from application.queries.evaluation import Note, Verdict
from domain.advice.values import AdviceUse, RequestStatus
from domain.kernel.acts import Source
from domain.plans.content import PlanStatus

TITLES: Mapping[FigureName, Words] = {
    FigureName.NETWORKS_FOUNDED: Words("netwerken begonnen", "networks begun"),
    FigureName.PLAN_OUTCOMES: Words("waar de plannen staan", "where the plans stand"),
    FigureName.PLAN_LEAD_TIME: Words("dagen van indienen tot instemmen", "days from handing in to agreement"),
    FigureName.PLAN_ROUNDS: Words("versies van een plan", "versions of a plan"),
    FigureName.WAITING_LIST: Words("plannen die wachten", "plans that wait"),
    FigureName.BUREAU_DAYS: Words("dagen dat een plan bij het bureau lag", "days that a plan lay with the bureau"),
    FigureName.BUREAU_HOURS: Words("uren van het bureau per maand, geschat", "hours of the bureau each month, estimated"),
    FigureName.REACH: Words("deel van de partij in een netwerk", "part of the party in a network"),
    FigureName.OVERLAP: Words("deel in meer dan één netwerk", "part in more than one network"),
    FigureName.CORE_GROUP_SIZE: Words("mensen in de kerngroep", "people in the core group"),
    FigureName.CORE_GROUP_CONTINUITY: Words(
        "deel van de dagen met genoeg kerngroepleden", "part of the days with a core group large enough"
    ),
    FigureName.CORE_GROUP_MIX: Words("met en zonder bestuurlijke ervaring", "with and without administrative experience"),
    FigureName.MEMBERS: Words("leden", "members"),
    FigureName.MEMBERS_AFTER_12_MONTHS: Words("leden na twaalf maanden", "members after twelve months"),
    FigureName.DAYS_TO_FIFTY: Words("dagen tot vijftig leden", "days to fifty members"),
    FigureName.GROWTH_PER_MONTH: Words("groei per maand", "growth each month"),
    FigureName.RETENTION_AFTER_6_MONTHS: Words("na een half jaar nog lid", "still a member after half a year"),
    FigureName.RETENTION_AFTER_12_MONTHS: Words("na een jaar nog lid", "still a member after a year"),
    FigureName.CHURN_PER_QUARTER: Words("vertrek per kwartaal", "leaving each quarter"),
    FigureName.LIKENESS: Words("lijkt op de partij (0 tot 1)", "looks like the party (0 to 1)"),
    FigureName.MEETINGS_HELD: Words("bijeenkomsten per kwartaal", "meetings each quarter"),
    FigureName.ATTENDANCE: Words("aanwezig bij bijeenkomsten voor alle leden", "present at meetings for all members"),
    FigureName.MEETINGS_CANCELLED: Words("deel van de bijeenkomsten dat is afgezegd", "part of the meetings called off"),
    FigureName.WORKING_GROUPS: Words("werkgroepen", "working groups"),
    FigureName.LESSONS: Words("halfjaren met geleerde lessen", "half years with lessons"),
    FigureName.ADVICE_REQUESTS: Words("keer om advies gevraagd", "times that advice was asked"),
    FigureName.ADVICE_ROUTES: Words("hoe de adviesvragen binnenkwamen", "how the requests came in"),
    FigureName.ADVICE_OUTCOMES: Words("waar de adviesvragen staan", "where the requests stand"),
    FigureName.ADVICE_RESPONSE_TIME: Words("dagen van vraag tot antwoord", "days from question to answer"),
    FigureName.ADVICE_ON_TIME: Words("deel op tijd, volgens de eerste afspraak", "part on time, as agreed first"),
    FigureName.ADVICE_ON_TIME_AS_AGREED_LAST: Words("deel op tijd, volgens de laatste afspraak", "part on time, as agreed last"),
    FigureName.ADVICE_ACKNOWLEDGED: Words("deel waarvan de ontvangst is gemeld", "part that was acknowledged"),
    FigureName.ADVICE_USE: Words("wat er met de adviezen is gedaan", "what was done with the advice"),
    FigureName.ADVICE_EXPERTS: Words("deskundigen per advies", "experts for each advice"),
    FigureName.ADVICE_DAYS_WITH_BUREAU: Words(
        "dagen dat een adviesvraag bij het bureau lag", "days that a request lay with the bureau"
    ),
    FigureName.INPUT_AND_REPLY: Words("inbreng van leden, en het antwoord", "input of members, and the reply"),
    FigureName.LATE_ENTRIES: Words("deel dat laat is vastgelegd", "part that was recorded late"),
    FigureName.CORRECTIONS: Words("verbeterde vermeldingen", "entries that were corrected"),
}
"""What each figure is called on paper."""

VERDICTS: Mapping[Verdict, Words] = {
    Verdict.REACHED: Words("gehaald", "reached"),
    Verdict.NOT_REACHED: Words("niet gehaald", "not reached"),
    Verdict.NOT_YET: Words("nog niet", "not yet"),
    Verdict.STANDS: Words("staat", "stands"),
    Verdict.TOO_SMALL: Words("te klein", "too small"),
    Verdict.BROAD: Words("breed", "broad"),
    Verdict.ATTENTION: Words("let op", "attention"),
    Verdict.NARROW: Words("smal", "narrow"),
}
NOTES: Mapping[Note, Words] = {
    Note.NOT_YET_MEASURABLE: Words("nog niet te zeggen", "cannot be said yet"),
    Note.NO_RULES: Words("er gelden geen spelregels", "no rules apply"),
    Note.NO_BASELINE: Words("er is geen nulmeting vastgelegd", "no baseline was recorded"),
    Note.STAND_IN: Words(
        "vergeleken met de kiezers, want de leden zijn niet geteld",
        "compared with voters, because the members were not counted",
    ),
    Note.TARGET_GROUP: Words("dit netwerk kijkt naar de eigen doelgroep", "this network looks at its own target group"),
    Note.TOO_FEW: Words("te weinig mensen om te laten zien", "too few people to show"),
    Note.NOT_STATED: Words("niemand heeft het verteld", "nobody told it"),
    Note.NOT_RECORDED: Words("wordt nog niet vastgelegd", "is not recorded yet"),
    Note.ERASED: Words(
        "iemand is gewist; we vertellen het weer als er tien mensen verschil is",
        "somebody was erased; it is told again when ten people differ",
    ),
    Note.SENSITIVE: Words("gevoelig netwerk: alleen ruwe aantallen", "sensitive network: rough numbers only"),
    Note.VAULT_CLOSED: Words("de kluis was niet te openen", "the vault could not be opened"),
}


def _named(*choices: type[StrEnum]) -> dict[str, Words]:
    return {str(choice): words for kind in choices for choice, words in WORDS[kind].items()}


PARTS: Mapping[str, Words] = {
    **_named(Source, PlanStatus, RequestStatus, AdviceUse),
    "undecided": Words("nog niet besloten", "not decided yet"),
    "form": Words("formulier", "form"),
    "open": Words("nog open", "still open"),
    "answered": Words("beantwoord", "answered"),
}
"""What the parts of a figure are called on paper."""

COLUMNS: Mapping[str, Words] = {
    "month": Words("maand", "month"),
    "quarter": Words("kwartaal", "quarter"),
    "members": Words("leden", "members"),
    "joined": Words("erbij", "joined"),
    "left": Words("weggegaan", "left"),
    "partyMembershipEnded": Words("uit de partij", "left the party"),
    "networkClosed": Words("netwerk gestopt", "network closed"),
    "meanMembers": Words("gemiddeld aantal leden", "members on average"),
    "share": Words("deel dat vertrok", "part that left"),
    "shareLeft": Words("deel dat wegging", "part that left by themselves"),
    "sharePartyMembershipEnded": Words("deel uit de partij", "part that left the party"),
    "held": Words("gehouden", "held"),
    "online": Words("online", "online"),
    "onSite": Words("op een plek", "on site"),
    "both": Words("allebei", "both"),
    "hours": Words("uren", "hours"),
}
"""What stands in the lines of a figure that has one for each month or quarter."""

PLACES: Mapping[str, Words] = {
    "noord": Words("het noorden", "the north"),
    "oost": Words("het oosten", "the east"),
    "west": Words("het westen", "the west"),
    "zuid": Words("het zuiden", "the south"),
    "NL-GR": Words("Groningen", "Groningen"),
    "NL-FR": Words("Fryslân", "Fryslân"),
    "NL-DR": Words("Drenthe", "Drenthe"),
    "NL-OV": Words("Overijssel", "Overijssel"),
    "NL-FL": Words("Flevoland", "Flevoland"),
    "NL-GE": Words("Gelderland", "Gelderland"),
    "NL-UT": Words("Utrecht", "Utrecht"),
    "NL-NH": Words("Noord-Holland", "Noord-Holland"),
    "NL-ZH": Words("Zuid-Holland", "Zuid-Holland"),
    "NL-ZE": Words("Zeeland", "Zeeland"),
    "NL-NB": Words("Noord-Brabant", "Noord-Brabant"),
    "NL-LI": Words("Limburg", "Limburg"),
}
"""Where the people live whom a network misses."""
