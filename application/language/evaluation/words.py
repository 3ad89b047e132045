"""What figures and the parts of figures are called in an evaluation."""

from collections.abc import Mapping
from enum import StrEnum

from application.evaluation.figures import FigureName
from application.language.words import WORDS, Words
from application.queries.evaluating.evaluation import Note, Verdict
from application.queries.evaluating.frozen_evaluations import WhyCorrected
from domain.advice.values import AdviceUse, RequestStatus
from domain.kernel.acts import Source
from domain.plans.content import PlanStatus

TITLES: Mapping[FigureName, Words] = {
    FigureName.NETWORKS_FOUNDED: Words("netwerken begonnen", "networks begun"),
    FigureName.PLAN_OUTCOMES: Words("hoe het met de plannen staat", "where the plans stand"),
    FigureName.PLAN_LEAD_TIME: Words("dagen van indienen tot goedkeuren", "days from submission to approval"),
    FigureName.PLAN_ROUNDS: Words("versies van een plan", "versions of a plan"),
    FigureName.WAITING_LIST: Words("plannen op de wachtlijst", "plans on the waiting list"),
    FigureName.BUREAU_DAYS: Words("dagen dat een plan bij het bureau lag", "days that a plan was with the bureau"),
    FigureName.BUREAU_HOURS: Words("uren van het bureau per maand (schatting)", "hours of the bureau per month (estimate)"),
    FigureName.REACH: Words("partijleden in minstens één netwerk", "party members in at least one network"),
    FigureName.OVERLAP: Words("leden in meer dan één netwerk", "members in more than one network"),
    FigureName.CORE_GROUP_SIZE: Words("mensen in de kerngroep", "people in the core group"),
    FigureName.CORE_GROUP_CONTINUITY: Words(
        "dagen dat de kerngroep groot genoeg was", "days on which the core group was large enough"
    ),
    FigureName.CORE_GROUP_MIX: Words("met en zonder bestuurlijke ervaring", "with and without experience in public office"),
    FigureName.MEMBERS: Words("leden", "members"),
    FigureName.MEMBERS_AFTER_12_MONTHS: Words("leden na twaalf maanden", "members after twelve months"),
    FigureName.DAYS_TO_FIFTY: Words("dagen tot vijftig leden", "days to fifty members"),
    FigureName.GROWTH_PER_MONTH: Words("groei per maand", "growth per month"),
    FigureName.RETENTION_AFTER_6_MONTHS: Words("na een half jaar nog lid", "still a member after half a year"),
    FigureName.RETENTION_AFTER_12_MONTHS: Words("na een jaar nog lid", "still a member after a year"),
    FigureName.CHURN_PER_QUARTER: Words("vertrokken leden per kwartaal", "members who left per quarter"),
    FigureName.LIKENESS: Words("gelijkenis met de partij (1 = precies gelijk)", "likeness to the party (1 = exactly alike)"),
    FigureName.MEETINGS_HELD: Words("bijeenkomsten per kwartaal", "meetings per quarter"),
    FigureName.ATTENDANCE: Words("opkomst bij bijeenkomsten voor alle leden", "attendance at meetings for all members"),
    FigureName.MEETINGS_CANCELLED: Words("afgezegde bijeenkomsten", "meetings called off"),
    FigureName.WORKING_GROUPS: Words("werkgroepen", "working groups"),
    FigureName.LESSONS: Words("halfjaren waarover lessen zijn verteld", "half years with lessons told"),
    FigureName.ADVICE_REQUESTS: Words("adviesvragen", "requests for advice"),
    FigureName.ADVICE_ROUTES: Words("hoe de adviesvragen binnenkwamen", "how the requests came in"),
    FigureName.ADVICE_OUTCOMES: Words("hoe het met de adviesvragen staat", "where the requests stand"),
    FigureName.ADVICE_RESPONSE_TIME: Words("dagen van vraag tot antwoord", "days from question to answer"),
    FigureName.ADVICE_ON_TIME: Words("op tijd volgens de eerste afspraak", "in time, as agreed first"),
    FigureName.ADVICE_ON_TIME_AS_AGREED_LAST: Words("op tijd volgens de laatste afspraak", "in time, as agreed last"),
    FigureName.ADVICE_ACKNOWLEDGED: Words("adviezen met bevestigde ontvangst", "advice with confirmed receipt"),
    FigureName.ADVICE_USE: Words("wat er met de aanbevelingen is gedaan", "what was done with the recommendations"),
    FigureName.ADVICE_EXPERTS: Words("deskundigen per advies", "experts per advice"),
    FigureName.ADVICE_DAYS_WITH_BUREAU: Words(
        "dagen dat een adviesvraag bij het bureau lag", "days that a request was with the bureau"
    ),
    FigureName.INPUT_AND_REPLY: Words("inbreng van leden en antwoord daarop", "input of members and replies"),
    FigureName.LATE_ENTRIES: Words("later dan veertien dagen vastgelegd", "recorded more than fourteen days late"),
    FigureName.CORRECTIONS: Words("verbeterde regels", "corrected lines"),
}
"""What each figure is called on paper."""

VERDICTS: Mapping[Verdict, Words] = {
    Verdict.REACHED: Words("gehaald", "reached"),
    Verdict.NOT_REACHED: Words("niet gehaald", "not reached"),
    Verdict.NOT_YET: Words("nog niet", "not yet"),
    Verdict.STANDS: Words("groot genoeg", "large enough"),
    Verdict.TOO_SMALL: Words("te klein", "too small"),
    Verdict.BROAD: Words(
        "bij dit aantal leden niet te onderscheiden van toeval", "with so many members not to be told apart from chance"
    ),
    Verdict.ATTENTION: Words("wijkt iets af van de partij", "differs somewhat from the party"),
    Verdict.NARROW: Words("wijkt af van de partij", "differs from the party"),
}
NOTES: Mapping[Note, Words] = {
    Note.NOT_YET_MEASURABLE: Words("nog niet te zeggen", "cannot be said yet"),
    Note.NETWORK_CLOSED: Words("dit netwerk is gestopt", "this network ended"),
    Note.NO_RULES: Words("er gelden geen spelregels", "no rules apply"),
    Note.NO_BASELINE: Words(
        "er is geen telling van de partij om mee te vergelijken", "there is no count of the party to compare with"
    ),
    Note.STAND_IN: Words(
        "vergeleken met de kiezers, want de leden zijn niet geteld",
        "compared with voters, because the members were not counted",
    ),
    Note.TARGET_GROUP: Words(
        "van de eigen doelgroep van dit netwerk is geen telling",
        "there is no count of the target group of this network",
    ),
    Note.TOO_FEW: Words("te weinig mensen om te publiceren", "too few people to publish"),
    Note.NOT_STATED: Words("niet opgegeven", "not stated"),
    Note.NOT_RECORDED: Words("wordt nog niet vastgelegd", "is not recorded yet"),
    Note.ERASED: Words(
        "van iemand zijn de gegevens gewist, en nieuwe cijfers volgen als er tien mensen verschil is",
        "the data of somebody was erased, and new figures follow when ten people differ",
    ),
    Note.SENSITIVE: Words("extra beschermd netwerk, dus zonder aantallen", "network with extra protection, so without numbers"),
    Note.VAULT_CLOSED: Words("de kluis was niet te openen", "the vault could not be opened"),
}


def _named(*choices: type[StrEnum]) -> dict[str, Words]:
    return {str(choice): words for kind in choices for choice, words in WORDS[kind].items()}


PARTS: Mapping[str, Words] = {
    **_named(Source, PlanStatus, RequestStatus, AdviceUse),
    "undecided": Words("nog geen besluit", "no decision yet"),
    "form": Words("formulier", "form"),
    "open": Words("nog open", "still open"),
    "answered": Words("beantwoord", "answered"),
}
"""What the parts of a figure are called on paper."""

LEFT_FOR_ANY_CAUSE = Words("vertrokken", "left")
"""Where it is not told apart who left by themselves and whose party membership ended."""

COLUMNS: Mapping[str, Words] = {
    "month": Words("maand", "month"),
    "quarter": Words("kwartaal", "quarter"),
    "members": Words("leden", "members"),
    "joined": Words("nieuw", "new"),
    "left": Words("afgemeld", "left"),
    "partyMembershipEnded": Words("geen partijlid meer", "no longer a party member"),
    "networkClosed": Words("lid tot het netwerk stopte", "member until the network ended"),
    "meanMembers": Words("gemiddeld aantal leden", "members on average"),
    "share": Words("vertrokken", "left"),
    "shareLeft": Words("deel dat zichzelf afmeldde", "part that left by themselves"),
    "sharePartyMembershipEnded": Words("deel dat geen partijlid meer is", "part no longer in the party"),
    "held": Words("gehouden", "held"),
    "online": Words("online", "online"),
    "onSite": Words("op locatie", "on site"),
    "both": Words("online en op locatie", "online and on site"),
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

WHY_CORRECTED: Mapping[WhyCorrected, Words] = {
    WhyCorrected.LATER_ENTRIES: Words("later vastgelegd of verbeterd", "recorded or corrected later"),
    WhyCorrected.NEWER_METRIC: Words("wordt nu anders geteld", "is counted otherwise now"),
    WhyCorrected.NO_LONGER_TOLD: Words("gegevens zijn gewist of verborgen", "data was erased or hidden"),
}
"""Why a figure is not told any more as it was frozen."""
