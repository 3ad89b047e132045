"""What is said of founding plans: a line for each event, a sentence for each refusal."""

from application.language.sentences import CORRECTED, RIGHT_DAY, WITHDRAWN, Line, Sentence
from application.language.words import Words

REASONS = Words("Redenen: {reasons}", "Reasons: {reasons}")

OFFERED = Words("{who} stelde zich beschikbaar voor de kerngroep.", "{who} offered to join the core group.")

LINES = {
    "DeferralEnded": Line(
        "Het uitstel is voorbij. Het plan wacht weer op een besluit.",
        "The postponement is over. The plan is waiting for a decision again.",
        by_itself=True,
    ),
    "ConditionReminded": Line(
        "Herinnering: binnenkort moet aan voorwaarde {condition_number} zijn voldaan.",
        "Reminder: condition {condition_number} must be met soon.",
        by_itself=True,
    ),
    "ConditionNotMetInTime": Line(
        "De dag voor voorwaarde {condition_number} is voorbij.",
        "The day for condition {condition_number} has passed.",
        by_itself=True,
    ),
    "PlanDrafted": Line("{who} begon een oprichtingsplan voor {name}.", "{who} began a founding plan for {name}."),
    "PlanRevised": Line("{who} paste het concept aan.", "{who} changed the draft."),
    "PlanBroughtIntoPilot": Line("{who} bracht het plan in de pilot.", "{who} brought the plan into the pilot."),
    "CoreGroupMemberNominated": Line(
        "{who} vroeg {reference} voor de kerngroep.", "{who} asked {reference} to join the core group.", oneself=OFFERED
    ),
    "NominationAccepted": Line("{reference} doet mee in de kerngroep.", "{reference} will be in the core group."),
    "NominationDeclined": Line(
        "{reference} doet niet mee in de kerngroep.",
        "{reference} will not be in the core group.",
    ),
    "ChairNominated": Line(
        "{who} droeg {reference} voor als voorzitter.", "{who} nominated {reference} as chair of the core group."
    ),
    "SupportersCounted": Line(
        "{who} telde hoeveel leden de oprichting steunen: {supporters}.",
        "{who} counted the members who support the founding: {supporters}.",
    ),
    "PlanSubmitted": Line(
        "{who} diende versie {plan_version} van het plan in.",
        "{who} submitted version {plan_version} of the plan.",
    ),
    "PlanAmended": Line(
        "{who} diende versie {plan_version} van het plan in.",
        "{who} submitted version {plan_version} of the plan.",
    ),
    "PlanReturned": Line(
        "{who} gaf versie {plan_version} van het plan terug. Dit ontbrak nog: {missing}.",
        "{who} returned version {plan_version} of the plan. This was missing: {missing}.",
    ),
    "PlanFoundComplete": Line(
        "{who} controleerde versie {plan_version} van het plan. De versie is compleet volgens {rules_version}.",
        "{who} checked version {plan_version} of the plan. It is complete under {rules_version}.",
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
        "{reference} meldde een tegenstrijdig belang en beslist niet mee over dit plan.",
        "{reference} declared a conflict of interest and does not take part in the decision on this plan.",
    ),
    "PlanDeferred": Line(
        "{who} stelde het besluit over versie {plan_version} van het plan uit tot {until}.",
        "{who} postponed the decision on version {plan_version} of the plan until {until}.",
        {"reasons": REASONS},
    ),
    "PlanApproved": Line(
        "{who} keurde versie {plan_version} van het plan goed. Daarbij golden {rules_version}.",
        "{who} approved version {plan_version} of the plan, under {rules_version}.",
        {
            "conditions": Words("{conditions}.", "{conditions}."),
            "reasons": REASONS,
        },
    ),
    "PlanRejected": Line(
        "{who} wees versie {plan_version} van het plan af. Daarbij golden {rules_version}.",
        "{who} rejected version {plan_version} of the plan, under {rules_version}.",
        {"reasons": REASONS},
    ),
    "ConditionMet": Line(
        "{who} stelde vast dat aan voorwaarde {condition_number} is voldaan.",
        "{who} established that condition {condition_number} was met.",
    ),
    "ConditionLapsed": Line(
        "{who} liet voorwaarde {condition_number} vervallen: er is niet op tijd aan voldaan.",
        "{who} let condition {condition_number} lapse: it was not met in time.",
    ),
    "PlanWaitListed": Line(
        "Het plan kwam op de wachtlijst. Het was compleet op {complete_at}.",
        "The plan was put on the waiting list. It was complete on {complete_at}.",
        by_itself=True,
    ),
    "PlanCarriedOut": Line("Met dit plan is {network} opgericht.", "With this plan {network} was founded.", by_itself=True),
    "PlanWithdrawn": Line("{who} trok het plan in.", "{who} withdrew the plan."),
    "PlanLapsed": Line("{who} liet het plan vervallen: {lapse_reason}.", "{who} let the plan lapse: {lapse_reason}."),
    "FoundingPlan.EntryCorrected": Line(CORRECTED.nl, CORRECTED.en, {"at": RIGHT_DAY, "reasons": REASONS}),
    "FoundingPlan.EntryWithdrawn": WITHDRAWN,
}

SENTENCES = {
    "plan-not-a-draft": Sentence(
        "Dit kan alleen met een concept. Status: {status}.",
        "This is only possible with a draft. Status: {status}.",
        "Is er nog geen besluit? Dien dan een nieuwe versie in.",
        "Has no decision been taken yet? Then submit a new version.",
    ),
    "plan-not-submitted": Sentence(
        "Dit kan alleen met een plan dat op een besluit wacht. Status: {status}.",
        "This is only possible with a plan that waits for a decision. Status: {status}.",
        "Is het nog een concept? Wie het plan begon of het partijbureau dient het plan dan eerst in.",
        "Is it still a draft? Then whoever began the plan or the party bureau submits the plan first.",
    ),
    "plan-decided": Sentence(
        "Dit plan is afgerond en verandert niet meer. Status: {status}.",
        "This plan is finished and no longer changes. Status: {status}.",
        "Wil de groep verder? Begin een nieuw plan en verwijs naar dit plan.",
        "Does the group want to go on? Begin a new plan and refer to this one.",
    ),
    "plan-approved-already": Sentence(
        "Het Landelijk Bestuur heeft dit plan al goedgekeurd. Status: {status}.",
        "The National Board has already approved this plan. Status: {status}.",
        "Moet het plan toch in de pilot? Het partijbureau haalt dan de goedkeuring door. Daarna "
        "kan het plan in de pilot. Leg het besluit dan opnieuw vast.",
        "Must the plan be in the pilot after all? Then the party bureau strikes the approval. After that the "
        "plan can be brought into the pilot. Then record the decision again.",
    ),
    "plan-in-pilot-already": Sentence(
        "Dit plan zit al in deze pilot.",
        "This plan is already in this pilot.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "plan-version-superseded": Sentence(
        "Er is een nieuwere versie van het plan. U koos versie {decided}. Nu geldt versie {current}.",
        "There is a newer version of the plan. You chose version {decided}. Now version {current} holds.",
        "Lees de nieuwste versie en besluit over die versie.",
        "Read the newest version and decide on that one.",
    ),
    "plan-incomplete": Sentence(
        "In het plan ontbreekt nog: {missing}.",
        "The plan still lacks: {missing}.",
        "Vul het plan aan en probeer het opnieuw.",
        "Complete the plan and try again.",
    ),
    "plan-too-long": Sentence(
        "Het plan heeft {words:woord|woorden}. Het mogen er hooguit {limit} zijn.",
        "The plan has {words:word|words}. At most {limit} are allowed.",
        "Maak de teksten korter.",
        "Make the texts shorter.",
    ),
    "chair-missing": Sentence(
        "Deze kerngroep heeft nog geen voorzitter. De spelregels vragen dat wel.",
        "This core group has no chair yet. The rules ask for one.",
        "Eerst wordt iemand uit de kerngroep voorgedragen als voorzitter. Dat doet wie het plan begon, of het partijbureau.",
        "First somebody of the core group is nominated as chair, by whoever began the plan or the party bureau.",
    ),
    "supporters-too-new": Sentence(
        "Wie het plan steunt, moet {needs:dag|dagen} lid zijn van de partij. Bij de telling staat: {has:dag|dagen}.",
        "Supporters must have been party members for {needs:day|days}. The count says: {has:day|days}.",
        "Tel alleen leden die lang genoeg lid zijn. Het partijbureau legt dat vast bij de telling.",
        "Count only those who have been members long enough. The party bureau records that with the count.",
    ),
    "contributions-not-paid": Sentence(
        "Wie het plan steunt, moet de contributie hebben betaald. Dat staat nog niet bij de telling.",
        "Supporters must have paid their membership fee. The count does not say so yet.",
        "Tel alleen leden die hebben betaald. Het partijbureau legt dat vast bij de telling.",
        "Count only members who have paid. The party bureau records that with the count.",
    ),
    "too-few-core-group-members": Sentence(
        "De kerngroep heeft {has:nog geen leden|lid|leden}. Minstens {needs:lid is|leden zijn} nodig.",
        "The core group has {has:no members yet|member|members}. At least {needs:member is|members are} needed.",
        "Wacht op antwoord van wie gevraagd is. Meer leden vragen kan ook. Dat doet wie het plan begon, of het partijbureau.",
        "Wait for those who were asked to answer. More members can be asked too, by whoever began the plan or the party bureau.",
    ),
    "too-few-supporters": Sentence(
        "De oprichting heeft {has:nog geen steun|steun van # lid|steun van # leden}. Minstens {needs:lid is|leden zijn} nodig.",
        "The founding has {has:no support yet|the support of # member|the support of # "
        "members}. At least {needs:member is|members are} needed.",
        "Zoek meer steun. Daarna telt het partijbureau opnieuw.",
        "Find more support. Then the party bureau counts again.",
    ),
    "board-may-not-start-plans": Sentence(
        "Het Landelijk Bestuur kan volgens de spelregels zelf geen plan beginnen.",
        "Under the rules the National Board cannot begin a plan itself.",
        "Vraag een groep leden om het plan te beginnen.",
        "Ask a group of members to begin the plan.",
    ),
    "completeness-not-checked": Sentence(
        "Het partijbureau heeft het plan nog niet gecontroleerd.",
        "The party bureau has not checked the plan yet.",
        "Eerst controleert het partijbureau het plan. Daarna kan het bestuur besluiten.",
        "First the party bureau checks the plan. Then the board can decide.",
    ),
    "bureau-advice-missing": Sentence(
        "Het partijbureau heeft nog geen advies gegeven over dit plan.",
        "The party bureau has not given its advice on this plan yet.",
        "Eerst geeft het partijbureau advies. Daarna kan het bestuur besluiten.",
        "First the party bureau gives its advice. Then the board can decide.",
    ),
    "another-body-decides": Sentence(
        "Volgens de spelregels besluit een ander over dit netwerk: {body}.",
        "Under the rules somebody else decides on this network: {body}.",
        "Leg het plan voor aan {body}, of pas eerst de spelregels aan.",
        "Put the plan to {body}, or change the rules first.",
    ),
    "conflicted-member-decides": Sentence(
        "Iemand die meebeslist, heeft een tegenstrijdig belang.",
        "One of those deciding has a conflict of interest.",
        "Laat de anderen beslissen. Laat ook iemand anders het besluit vastleggen.",
        "Let the others decide. Also let somebody else record the decision.",
    ),
    "conflict-declared-already": Sentence(
        "Dit tegenstrijdig belang is al gemeld.",
        "This conflict of interest has already been declared.",
        "U hoeft niets te doen. Dit bestuurslid beslist niet mee.",
        "There is nothing to do. This board member does not take part in the decision.",
    ),
    "nominated-already": Sentence(
        "Dit lid is al gevraagd voor de kerngroep.",
        "This member has already been asked to join the core group.",
        "Wacht op het antwoord, of bekijk of er al antwoord is.",
        "Wait for the answer, or see whether it has come.",
    ),
    "not-nominated": Sentence(
        "Dit lid is niet gevraagd voor de kerngroep van dit plan.",
        "This member was not asked to join the core group of this plan.",
        "Eerst wordt het lid gevraagd voor de kerngroep. Dat doet wie het plan begon, of het partijbureau.",
        "First the member is asked to join the core group. Whoever began the plan or the party bureau does that.",
    ),
    "nomination-answered": Sentence(
        "Dit lid gaf al antwoord: {answer}.",
        "This member has already answered: {answer}.",
        "Verandert het lid van gedachten? Vraag het lid dan opnieuw, of leg vast dat het lid niet meedoet.",
        "Has the member changed their mind? Then ask again, or record that the member does not take part.",
    ),
    "question-not-open": Sentence(
        "Vraag {question_number} bestaat niet of is al beantwoord.",
        "Question {question_number} does not exist or has already been answered.",
        "Bekijk bij het plan welke vragen nog openstaan.",
        "See at the plan which questions are still open.",
    ),
    "condition-not-open": Sentence(
        "Voorwaarde {condition_number} bestaat niet of staat niet meer open.",
        "Condition {condition_number} does not exist or is no longer open.",
        "Bekijk bij het plan welke voorwaarden nog openstaan.",
        "See at the plan which conditions are still open.",
    ),
    "condition-lapsed": Sentence(
        "Bij voorwaarde {condition_number} staat dat er niet op tijd aan is voldaan.",
        "Condition {condition_number} is marked as not met in time.",
        "Is er wel op tijd aan voldaan? Haal dan eerst die regel door. Leg daarna vast dat aan de voorwaarde is voldaan.",
        "Was it met in time? Then strike that line first. Record after that that the condition was met.",
    ),
    "condition-due-too-early": Sentence(
        "De dag voor deze voorwaarde ({due}) ligt vóór de dag van het besluit ({decided}).",
        "The day for this condition ({due}) lies before the day of the decision ({decided}).",
        "Kies de dag van het besluit of een latere dag.",
        "Choose the day of the decision or a later one.",
    ),
    "deferred-until-past-day": Sentence(
        "U stelt het besluit uit tot {until}. Die dag was al voorbij op de dag van het besluit: {decided}.",
        "You postpone the decision until {until}. That day had passed when the board decided: {decided}.",
        "Kies de dag van het besluit of een latere dag.",
        "Choose the day of the decision or a later one.",
    ),
    "condition-not-due": Sentence(
        "Er is nog tijd voor deze voorwaarde, tot en met {due}.",
        "There is still time for this condition, up to and including {due}.",
        "Wacht tot na die dag.",
        "Wait until after that day.",
    ),
    "reason-needed": Sentence(
        "U hebt nog geen redenen ingevuld. Die maken wij samen met het besluit bekend.",
        "You have not filled in reasons yet. They are published with the decision.",
        "Schrijf op waarom het bestuur zo besloot. Noem geen namen van mensen.",
        "Write why the board decided this. Do not name people.",
    ),
    "plan-not-approved": Sentence(
        "Een netwerk begint pas als het plan is goedgekeurd en aan elke voorwaarde vooraf is voldaan. Status: {status}.",
        "A network begins once its plan is approved and every condition set beforehand is met. Status: {status}.",
        "Bekijk bij het plan wat er nog moet gebeuren.",
        "See at the plan what still has to be done.",
    ),
}
