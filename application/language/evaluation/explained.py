"""What each figure is, in a sentence that its reader understands; docs/figures.md has the whole of it."""

from collections.abc import Mapping

from application.evaluation.figures import FigureName
from application.language.words import Words

EXPLAINED: Mapping[FigureName, Words] = {
    FigureName.NETWORKS_FOUNDED: Words(
        "Opgerichte en ingebrachte netwerken, ook als zij intussen gestopt zijn.",
        "Networks that were founded or brought in, also those that ended since.",
    ),
    FigureName.PLAN_OUTCOMES: Words(
        "Hoe het nu staat met de plannen die zijn ingediend.", "How plans that were submitted stand now."
    ),
    FigureName.PLAN_LEAD_TIME: Words(
        "Het middelste plan van de goedgekeurde: de helft duurde zo lang of korter.",
        "The middle one of the approved plans: half took as long or less.",
    ),
    FigureName.PLAN_ROUNDS: Words(
        "Hoe vaak een plan is ingediend. Dit is het middelste plan.", "How often a plan was submitted. This is the middle one."
    ),
    FigureName.WAITING_LIST: Words(
        "Goedgekeurde plannen die nu op een plek wachten.", "Approved plans that wait for a place now."
    ),
    FigureName.BUREAU_DAYS: Words(
        "Het middelste plan: van indienen tot controleren of teruggeven. Wachten op het bestuur telt niet mee.",
        "The middle plan: from submission to check or return. Waiting for the board does not count.",
    ),
    FigureName.BUREAU_HOURS: Words(
        "Wat het partijbureau zelf schatte. Niemands werk is geteld.",
        "What the bureau estimated itself. Nobody's work was counted.",
    ),
    FigureName.REACH: Words(
        "Mensen die lid zijn van een netwerk, in tientallen, gedeeld door de leden van de partij op de teldag.",
        "People in a network, in tens, divided by the members of the party on the day of their count.",
    ),
    FigureName.OVERLAP: Words(
        "Van de mensen in een netwerk het deel dat in meer dan één zit, in tientallen geteld.",
        "Of the people in a network the part that are in more than one, counted in tens.",
    ),
    FigureName.CORE_GROUP_SIZE: Words("Mensen die nu in de kerngroep zitten.", "People who are in the core group now."),
    FigureName.CORE_GROUP_CONTINUITY: Words(
        "Het deel van de dagen waarop de kerngroep groot genoeg was.",
        "The part of the days on which the core group was large enough.",
    ),
    FigureName.CORE_GROUP_MIX: Words("Wat de kerngroep zelf opgaf, als groep.", "What the core group stated itself, as a group."),
    FigureName.MEMBERS: Words("Mensen die nu lid zijn.", "People who are members now."),
    FigureName.MEMBERS_AFTER_12_MONTHS: Words(
        "Leden aan het eind van de dag, twaalf maanden na de start.",
        "Members at the end of the day twelve months after the start.",
    ),
    FigureName.DAYS_TO_FIFTY: Words(
        "Van de start tot de eerste dag met vijftig leden.", "From the start to the first day with fifty members."
    ),
    FigureName.GROWTH_PER_MONTH: Words(
        "Wie lid werden en wie weggingen. Wie stopte met het netwerk zelf, ging niet weg.",
        "Who joined and who left. Those whose network ended did not leave.",
    ),
    FigureName.RETENTION_AFTER_6_MONTHS: Words(
        "Van wie minstens een half jaar geleden lid werd: het deel dat na een half jaar lid was.",
        "Of those who joined at least half a year ago: the part who were members half a year later.",
    ),
    FigureName.RETENTION_AFTER_12_MONTHS: Words(
        "Van wie minstens een jaar geleden lid werd: het deel dat na een jaar lid was.",
        "Of those who joined at least a year ago: the part who were members a year later.",
    ),
    FigureName.CHURN_PER_QUARTER: Words(
        "Wie vertrokken, als deel van de leden die er gemiddeld waren. Wie stopte met het netwerk zelf, vertrok niet.",
        "Who left, as part of the members that there were on average. Those whose network ended did not leave.",
    ),
    FigureName.LIKENESS: Words(
        "Hoe de leden over de provincies verdeeld zijn, naast de partij. Bij weinig leden valt alleen een groot verschil op.",
        "How members are spread over the provinces, beside the party. With few members only a large difference shows.",
    ),
    FigureName.MEETINGS_HELD: Words(
        "Bijeenkomsten die zijn vastgelegd. Er kunnen er meer geweest zijn.",
        "Meetings that were recorded. There may have been more.",
    ),
    FigureName.ATTENDANCE: Words(
        "Alle aanwezigen samen, gedeeld door alle leden op die dagen samen. Gasten tellen mee.",
        "All who were present, divided by all members on those days. Guests count.",
    ),
    FigureName.MEETINGS_CANCELLED: Words(
        "Van de geplande bijeenkomsten het deel dat is afgezegd.", "Of the planned meetings the part that was called off."
    ),
    FigureName.WORKING_GROUPS: Words("Werkgroepen van een netwerk.", "Working groups of a network."),
    FigureName.LESSONS: Words(
        "Over hoeveel halfjaren de kerngroep vertelde wat zij leerde.",
        "Over how many half years the core group told what it learned.",
    ),
    FigureName.ADVICE_REQUESTS: Words(
        "Adviesvragen waarvoor dit netwerk het antwoord geeft.", "Requests that this network is to answer."
    ),
    FigureName.ADVICE_ROUTES: Words(
        "Langs welke weg vragen kwamen. Geen weg is beter dan een andere.",
        "By which way requests came. None is better than another.",
    ),
    FigureName.ADVICE_OUTCOMES: Words("Hoe het nu staat met deze vragen.", "How these requests stand now."),
    FigureName.ADVICE_RESPONSE_TIME: Words(
        "Het middelste antwoord: de helft kwam zo snel of sneller.", "The middle answer: half came as fast or faster."
    ),
    FigureName.ADVICE_ON_TIME: Words(
        "Het deel dat kwam op de dag die het eerst was afgesproken, of eerder.", "The part that came by the day agreed first."
    ),
    FigureName.ADVICE_ON_TIME_AS_AGREED_LAST: Words(
        "Hetzelfde, naar de dag die het laatst was afgesproken.", "The same, by the day agreed last."
    ),
    FigureName.ADVICE_ACKNOWLEDGED: Words(
        "Het deel waarvan de adviesvrager zei dat het antwoord aankwam.", "The part that the requester said had come."
    ),
    FigureName.ADVICE_USE: Words(
        "Wat adviesvragers meldden over de aanbevelingen.", "What requesters reported of the recommendations."
    ),
    FigureName.ADVICE_EXPERTS: Words("Deskundigen per antwoord, gemiddeld.", "Experts for each answer, on average."),
    FigureName.ADVICE_DAYS_WITH_BUREAU: Words(
        "Vragen waarvoor het bureau een ander netwerk zocht. Dit is de middelste.",
        "Requests for which the bureau looked for another network. This is the middle one.",
    ),
    FigureName.INPUT_AND_REPLY: Words("Wat leden zelf inbrachten.", "What members contributed themselves."),
    FigureName.LATE_ENTRIES: Words(
        "Het deel van de regels over leden, kerngroep, besluiten, bijeenkomsten en vragen.",
        "The part of the lines about members, core group, decisions, meetings and requests.",
    ),
    FigureName.CORRECTIONS: Words("Regels die zijn verbeterd of doorgehaald.", "Lines that were corrected or struck."),
}
