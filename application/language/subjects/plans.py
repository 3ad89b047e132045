"""What is said of founding plans: a line for each event, a sentence for each refusal."""

from application.language.sentences import CORRECTED, WITHDRAWN, Line, Sentence
from application.language.words import Words

REASONS = Words("Redenen: {reasons}", "Reasons: {reasons}")

LINES = {
    "DeferralEnded": Line(
        "De tijd die het bestuur had gevraagd is voorbij. Het plan ligt er weer.",
        "The time that the board had asked for is over. The plan is before it again.",
    ),
    "ConditionReminded": Line(
        "Voorwaarde {condition_number} moet bijna vervuld zijn. Er ging een herinnering uit.",
        "Condition {condition_number} is due soon. A reminder was given.",
    ),
    "ConditionNotMetInTime": Line(
        "De dag van voorwaarde {condition_number} is voorbij. Is zij vervuld?",
        "The day of condition {condition_number} is over. Was it met?",
    ),
    "PlanDrafted": Line("{who} begon een oprichtingsplan voor {name}.", "{who} began a founding plan for {name}."),
    "PlanRevised": Line("{who} paste het concept aan.", "{who} wrote the draft differently."),
    "PlanBroughtIntoPilot": Line("{who} bracht het plan in de pilot.", "{who} brought the plan into the pilot."),
    "CoreGroupMemberNominated": Line(
        "{who} vroeg {reference} voor de kerngroep.", "{who} asked {reference} for a seat in the core group."
    ),
    "NominationAccepted": Line(
        "{reference} nam de plaats in de kerngroep aan.", "{reference} accepted the seat in the core group."
    ),
    "NominationDeclined": Line(
        "{reference} nam de plaats in de kerngroep niet aan of gaf die terug.",
        "{reference} declined the seat in the core group or gave it up.",
    ),
    "ChairNominated": Line("{who} droeg {reference} voor als voorzitter.", "{who} named {reference} as chair of the core group."),
    "SupportersCounted": Line(
        "{who} telde hoeveel leden de oprichting steunen: {supporters}.",
        "{who} counted the members who support the founding: {supporters}.",
    ),
    "PlanSubmitted": Line(
        "{who} diende versie {plan_version} van het plan in bij het partijbureau.",
        "{who} handed version {plan_version} of the plan to the party bureau.",
    ),
    "PlanAmended": Line(
        "{who} diende een nieuwe versie van het plan in: versie {plan_version}.",
        "{who} handed in a new version of the plan: version {plan_version}.",
    ),
    "PlanReturned": Line(
        "{who} gaf versie {plan_version} van het plan terug. Er ontbrak nog: {missing}.",
        "{who} gave version {plan_version} of the plan back. It lacked: {missing}.",
    ),
    "PlanFoundComplete": Line(
        "{who} vond versie {plan_version} van het plan compleet, volgens de spelregels {rules_version}.",
        "{who} found version {plan_version} of the plan complete, under the rules {rules_version}.",
    ),
    "BureauAdviceGiven": Line(
        "{who} gaf het Landelijk Bestuur advies over versie {plan_version} van het plan.",
        "{who} advised the National Board on version {plan_version} of the plan.",
    ),
    "BoardQuestionAsked": Line("{who} stelde de kerngroep een vraag.", "{who} asked the core group a question."),
    "BoardQuestionAnswered": Line(
        "{who} beantwoordde vraag {question_number} van het Landelijk Bestuur.",
        "{who} answered question {question_number} of the National Board.",
    ),
    "ConflictOfInterestDeclared": Line(
        "{reference} heeft een tegenstrijdig belang en beslist niet mee over dit plan.",
        "{reference} has a conflict of interest and takes no part in deciding on this plan.",
    ),
    "PlanDeferred": Line(
        "{who} hield versie {plan_version} van het plan aan tot {until}.",
        "{who} deferred version {plan_version} of the plan until {until}.",
        {"reasons": REASONS},
    ),
    "PlanApproved": Line(
        "{who} keurde versie {plan_version} van het plan goed, volgens de spelregels {rules_version}.",
        "{who} approved version {plan_version} of the plan, under the rules {rules_version}.",
        {
            "conditions": Words("Er zijn voorwaarden: {conditions}.", "There are conditions: {conditions}."),
            "reasons": REASONS,
        },
    ),
    "PlanRejected": Line(
        "{who} wees versie {plan_version} van het plan af, volgens de spelregels {rules_version}.",
        "{who} rejected version {plan_version} of the plan, under the rules {rules_version}.",
        {"reasons": REASONS},
    ),
    "ConditionMet": Line("Aan voorwaarde {condition_number} is voldaan.", "Condition {condition_number} was met."),
    "ConditionLapsed": Line(
        "Aan voorwaarde {condition_number} is niet op tijd voldaan.", "Condition {condition_number} was not met in time."
    ),
    "PlanWaitListed": Line(
        "Het plan is goedgekeurd en wacht op een plek. Het was compleet op {complete_at}.",
        "The plan was approved and waits for a place. It was complete on {complete_at}.",
    ),
    "PlanCarriedOut": Line("Op dit plan is {network} opgericht.", "On this plan {network} was founded."),
    "PlanWithdrawn": Line("{who} trok het plan in.", "{who} withdrew the plan."),
    "PlanLapsed": Line("Het plan verviel: {lapse_reason}.", "The plan lapsed: {lapse_reason}."),
    "FoundingPlan.EntryCorrected": Line(CORRECTED.nl, CORRECTED.en, {"reasons": REASONS}),
    "FoundingPlan.EntryWithdrawn": WITHDRAWN,
}

SENTENCES = {
    "plan-not-a-draft": Sentence(
        "Alleen een concept kunt u zo aanpassen of indienen. Dit plan is nu: {status}.",
        "Only a draft can be written or submitted like this. This plan is now: {status}.",
        "Is het plan ingediend en nog niet besproken? Dien dan een nieuwe versie in.",
        "Was the plan submitted and not decided on yet? Then hand in a new version.",
    ),
    "plan-not-submitted": Sentence(
        "Dit kan alleen met een plan dat is ingediend. Dit plan is nu: {status}.",
        "This takes a plan that was submitted. This plan is now: {status}.",
        "Kijk hoe het met het plan staat. Wie een concept begon, dient het eerst in. Het partijbureau kan dat ook.",
        "See where the plan stands. Whoever began a draft hands it in first. The party bureau can do so too.",
    ),
    "plan-decided": Sentence(
        "Dit plan is afgerond en verandert niet meer. Het is nu: {status}.",
        "This plan is finished and no longer changes. It is now: {status}.",
        "Begin een nieuw plan als de groep verder wil, en verwijs daarin naar dit plan.",
        "Begin a new plan if the group wants to go on, and let it follow this one.",
    ),
    "plan-approved-already": Sentence(
        "Het Landelijk Bestuur heeft dit plan al goedgekeurd. Het plan is nu: {status}.",
        "The National Board has already approved this plan. The plan is now: {status}.",
        "Moet het plan toch in de pilot? Het partijbureau trekt dan de goedkeuring in. Daarna kan het plan in de pilot, "
        "en legt u het besluit opnieuw vast.",
        "Must the plan be in the pilot after all? Then the party bureau withdraws the approval. After that the plan can "
        "be brought into the pilot, and the decision is recorded again.",
    ),
    "plan-in-pilot-already": Sentence(
        "Dit plan zit al in deze pilot.",
        "This plan is already in this pilot.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "plan-version-superseded": Sentence(
        "U noemt versie {decided} van het plan. Nu geldt versie {current}.",
        "You name version {decided} of the plan. Version {current} holds now.",
        "Lees de nieuwste versie en beslis over die versie.",
        "Read the newest version and decide on that one.",
    ),
    "plan-incomplete": Sentence(
        "In het plan ontbreekt nog: {missing}.",
        "The plan still lacks: {missing}.",
        "Vul het plan aan en probeer het opnieuw.",
        "Complete the plan and try again.",
    ),
    "plan-too-long": Sentence(
        "Het plan heeft {words} woorden. Het mogen er hooguit {limit} zijn.",
        "The plan has {words} words. At most {limit} are allowed.",
        "Maak de teksten korter. Een oprichtingsplan is kort.",
        "Make the texts shorter. A founding plan is short.",
    ),
    "chair-missing": Sentence(
        "Een kerngroep moet een voorzitter hebben. Niemand die een plaats aannam, is als voorzitter voorgedragen.",
        "A core group must have a chair. Nobody who accepted a seat was named as chair.",
        "Eerst wordt iemand uit de kerngroep voorgedragen als voorzitter. Dat doen wie het plan begon of het partijbureau.",
        "First somebody of the core group is named as chair. Whoever began the plan or the party bureau does that.",
    ),
    "supporters-too-new": Sentence(
        "Wie steunt moet zoveel dagen partijlid zijn: {needs}. Van iedereen die is geteld, staat dit vast: {has}.",
        "Supporters must be party members for this many days: {needs}. Of all who were counted this is known: {has}.",
        "Tel alleen leden die lang genoeg lid zijn. Het partijbureau legt dat vast bij de telling.",
        "Count only those who have been members long enough. The party bureau records that with the count.",
    ),
    "contributions-not-paid": Sentence(
        "Wie steunt moet de contributie hebben betaald. Dat staat niet bij de telling.",
        "Supporters must have paid their contribution. The count does not say that they have.",
        "Tel alleen leden die hebben betaald. Het partijbureau legt dat vast bij de telling.",
        "Count only members who have paid. The party bureau records that with the count.",
    ),
    "too-few-core-group-members": Sentence(
        "Zoveel mensen namen een plaats in de kerngroep aan: {has}. Nodig zijn er minstens {needs}.",
        "This many people accepted a seat in the core group: {has}. At least {needs} are needed.",
        "Wacht tot wie gevraagd is antwoordt. Of vraag meer leden: dat doen wie het plan begon of het partijbureau.",
        "Wait until those who were asked answer. Or ask more members: whoever began the plan or the party bureau does that.",
    ),
    "too-few-supporters": Sentence(
        "Zoveel leden steunen de oprichting: {has}. Nodig zijn er minstens {needs}.",
        "This many members support the founding: {has}. At least {needs} are needed.",
        "Zoek meer steun. Daarna telt het partijbureau opnieuw.",
        "Find more support. Then the party bureau counts again.",
    ),
    "board-may-not-start-plans": Sentence(
        "Volgens de spelregels van nu begint een kerngroep een plan, en niet het Landelijk Bestuur.",
        "Under the rules of now a core group begins a plan, and not the National Board.",
        "Laat een groep leden het plan beginnen.",
        "Let a group of members begin the plan.",
    ),
    "completeness-not-checked": Sentence(
        "Het partijbureau heeft nog niet gekeken of het plan compleet is. De spelregels vragen dat.",
        "The party bureau has not checked yet whether the plan is complete. The rules ask for that.",
        "Eerst controleert het partijbureau het plan. Daarna kan het bestuur besluiten.",
        "First the party bureau checks the plan. Then the board can decide.",
    ),
    "bureau-advice-missing": Sentence(
        "Het partijbureau heeft nog geen advies gegeven. De spelregels vragen dat.",
        "The party bureau has not advised yet. The rules ask for that.",
        "Eerst geeft het partijbureau advies. Daarna kan het bestuur besluiten.",
        "First the party bureau gives its advice. Then the board can decide.",
    ),
    "another-body-decides": Sentence(
        "Volgens de spelregels richt {body} dit netwerk op, en niet het Landelijk Bestuur.",
        "Under the rules this network is founded by {body}, and not by the National Board.",
        "Leg het plan daar voor, of pas eerst de spelregels aan.",
        "Bring the plan there, or change the rules first.",
    ),
    "conflicted-member-decides": Sentence(
        "Iemand met een tegenstrijdig belang doet mee aan dit besluit.",
        "Somebody with a conflict of interest takes part in this decision.",
        "Laat de anderen beslissen, en laat iemand zonder dit belang het besluit vastleggen.",
        "Let the others decide, and let somebody without this interest record it.",
    ),
    "conflict-declared-already": Sentence(
        "Dit belang is al gemeld.",
        "This interest was declared before.",
        "U hoeft niets te doen. Dit bestuurslid beslist niet mee.",
        "You need not do anything. This board member takes no part in deciding.",
    ),
    "nominated-already": Sentence(
        "Dit lid is al gevraagd voor de kerngroep.",
        "This member was asked for the core group before.",
        "Wacht op het antwoord, of kijk of het er al is.",
        "Wait for the answer, or see whether it is there.",
    ),
    "not-nominated": Sentence(
        "Dit lid is niet gevraagd voor de kerngroep van dit plan.",
        "This member was not asked for the core group of this plan.",
        "Eerst wordt het lid gevraagd voor de kerngroep. Dat doen wie het plan begon of het partijbureau.",
        "First the member is asked for a seat in the core group. Whoever began the plan or the party bureau does that.",
    ),
    "nomination-answered": Sentence(
        "Op deze vraag is al geantwoord: {answer}.",
        "This was answered before: {answer}.",
        "Wie van gedachten verandert, kan de plaats teruggeven of opnieuw worden gevraagd.",
        "Whoever thinks otherwise can give up the seat, or be asked again.",
    ),
    "question-not-open": Sentence(
        "Vraag {question_number} bestaat niet of is al beantwoord.",
        "Question {question_number} does not exist or was answered before.",
        "Kijk bij het plan welke vragen nog open staan.",
        "See at the plan which questions are open.",
    ),
    "condition-not-open": Sentence(
        "Voorwaarde {condition_number} bestaat niet of is al afgerond.",
        "Condition {condition_number} does not exist or is settled.",
        "Kijk bij het plan welke voorwaarden nog open staan.",
        "See at the plan which conditions are open.",
    ),
    "condition-lapsed": Sentence(
        "Er is vastgelegd dat voorwaarde {condition_number} niet op tijd is vervuld.",
        "It was recorded that condition {condition_number} was not met in time.",
        "Is zij wel op tijd vervuld? Trek dan eerst die vermelding in, en leg daarna vast dat zij is vervuld.",
        "Was it met in time? Then withdraw that entry first, and record after that that it was met.",
    ),
    "condition-due-too-early": Sentence(
        "De dag van een voorwaarde ligt voor het besluit: {due}. Besloten is op {decided}.",
        "The day of a condition lies before the decision: {due}. It was decided on {decided}.",
        "Kies de dag van het besluit of een latere dag.",
        "Choose the day of the decision or a later one.",
    ),
    "deferred-until-past-day": Sentence(
        "De dag tot wanneer het bestuur tijd vraagt, was al voorbij: {until}. Besloten is op {decided}.",
        "The day until which the board takes time was over already: {until}. It was decided on {decided}.",
        "Kies de dag van het besluit of een latere dag.",
        "Choose the day of the decision or a later one.",
    ),
    "condition-not-due": Sentence(
        "Voor deze voorwaarde is er tijd tot en met {due}.",
        "There is time for this condition until {due}.",
        "Wacht tot die dag voorbij is.",
        "Wait until that day is over.",
    ),
    "reason-needed": Sentence(
        "Dit besluit wordt met de redenen bekendgemaakt, en die ontbreken nog.",
        "This decision is published with its reasons, and they are missing.",
        "Schrijf op waarom zo is besloten. Noem geen namen van mensen.",
        "Write down why it was decided so. Do not name people.",
    ),
    "plan-not-approved": Sentence(
        "Een netwerk begint met een goedgekeurd plan zonder open voorwaarden. Dit plan is nu: {status}.",
        "A network begins with an approved plan without open conditions. This plan is now: {status}.",
        "Kijk bij het plan wat er nog moet gebeuren.",
        "See at the plan what is still to be done.",
    ),
}
