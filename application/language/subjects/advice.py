"""What is said of requests for advice, offers and calls: a line for each event, a sentence for each refusal."""

from application.language.sentences import CORRECTED, RIGHT_DAY, WITHDRAWN, Line, Sentence
from application.language.words import Words

CLOSED_REQUEST = Words("De vraag is vertrouwelijk.", "The request is confidential.")

LINES = {
    "AdviceRequest.EntryCorrected": Line(
        CORRECTED.nl,
        CORRECTED.en,
        {"at": RIGHT_DAY, "talked_on": Words("Het gesprek was op {talked_on}.", "The talk was on {talked_on}.")},
    ),
    "AdviceRequest.EntryWithdrawn": WITHDRAWN,
    "AdviceOffer.EntryCorrected": CORRECTED,
    "AdviceOffer.EntryWithdrawn": WITHDRAWN,
    "AdviceRequested": Line(
        "{who} vroeg het netwerk om {kind}. Het antwoord is nodig op {due}.",
        "{who} asked the network for {kind}. The answer is needed by {due}.",
        {"closed": CLOSED_REQUEST},
    ),
    "AdviceRequestAccepted": Line("{who} nam de adviesvraag in behandeling.", "{who} took on the request for advice."),
    "AdviceRequestDeclined": Line(
        "{who} nam de adviesvraag niet in behandeling. Reden: {decline_reason}.",
        "{who} did not take on the request for advice. Reason: {decline_reason}.",
    ),
    "AdviceRequestRedirected": Line(
        "{who} legde de adviesvraag voor aan {network}. Het antwoord is nodig op {due}.",
        "{who} put the request for advice to {network}. The answer is needed by {due}.",
    ),
    "RequestLeftToBureau": Line(
        "Het netwerk stopte. Het partijbureau zoekt een ander netwerk voor deze vraag.",
        "The network closed. The party bureau is looking for another network.",
        by_itself=True,
    ),
    "ClarificationAsked": Line(
        "{who} vroeg om uitleg. De tijd staat stil tot die er is.",
        "{who} asked for an explanation. The clock is paused until it comes.",
    ),
    "ClarificationGiven": Line(
        "{who} gaf uitleg. Het antwoord is nu nodig op {due}.", "{who} explained. The answer is now needed by {due}."
    ),
    "ClarificationReminded": Line(
        "Herinnering: de kerngroep wacht nog op uitleg.",
        "Reminder: the core group is still waiting for an explanation.",
        by_itself=True,
    ),
    "ClarificationNotGiven": Line(
        "De adviesvraag verviel: er kwam geen uitleg.", "The request for advice lapsed: no explanation came.", by_itself=True
    ),
    "NewDayAgreed": Line(
        "{who} sprak een nieuwe dag af. Het antwoord is nodig op {due}.",
        "{who} agreed on a new day. The answer is needed by {due}.",
    ),
    "NewDayRefused": Line(
        "{who} was het niet eens met de nieuwe dag. Het antwoord is weer nodig op {due}.",
        "{who} did not agree with the new day. The answer is needed by {due} again.",
    ),
    "ExpertInvited": Line(
        "{who} vroeg {reference} om als deskundige mee te werken.", "{who} invited {reference} to work on it as an expert."
    ),
    "ExpertAccepted": Line("{reference} werkt mee als deskundige.", "{reference} works on it as an expert."),
    "ExpertDeclined": Line(
        "{reference} werkt niet (meer) mee als deskundige.",
        "{reference} does not take part as an expert (any more).",
    ),
    "ExpertConflictDeclared": Line(
        "{reference} heeft een eigen belang bij het onderwerp. Totdat dit bij het advies staat, werkt deze deskundige niet mee.",
        "{reference} has an interest in the subject, and takes no part until the advice mentions it.",
    ),
    "ExpertConflictDisclosed": Line(
        "Bij het advies staat dat {reference} een eigen belang heeft.",
        "The advice mentions the interest of {reference}.",
    ),
    "MembersCalled": Line(
        "{who} vroeg alle leden van het netwerk om mee te denken, tot en met {closes_on}.",
        "{who} asked all members of the network for their ideas, up to and including {closes_on}.",
    ),
    "ContributionGiven": Line("{network} werkte mee aan het antwoord.", "{network} contributed to the answer."),
    "AdviceDelivered": Line("{who} gaf antwoord.", "{who} answered."),
    "AdviceAcknowledged": Line(
        "{who} ontving het advies.",
        "{who} received the advice.",
        {"answered": Words("Vraag beantwoord: {answered}.", "Question answered: {answered}.")},
    ),
    "AdviceUseReported": Line("{who} vertelde wat er met het advies is gedaan.", "{who} told what was done with the advice."),
    "AdviceUsePublished": Line(
        "{who} maakte voor alle leden bekend wat er met het advies is gedaan.",
        "{who} told all members what was done with the advice.",
    ),
    "AdviceRequestWithdrawn": Line("{who} trok de adviesvraag in.", "{who} withdrew the request for advice."),
    "AnswerReminded": Line(
        "Herinnering: binnenkort is het antwoord nodig.", "Reminder: the answer is needed soon.", by_itself=True
    ),
    "NoAnswerYet": Line(
        "De afgesproken dag is voorbij. Er is nog geen antwoord.",
        "The agreed day has passed. There is no answer yet.",
        by_itself=True,
    ),
    "AdviceOverdue": Line(
        "Het antwoord is te laat. Het partijbureau vraagt ernaar.",
        "The answer is overdue. The party bureau is asking about it.",
        by_itself=True,
    ),
    "AdviceRequestLapsed": Line(
        "De adviesvraag verviel: geen kerngroep nam de vraag in behandeling.",
        "The request for advice lapsed: no core group took it on.",
        by_itself=True,
    ),
    "AnswerGivenToCall": Line("{reference} dacht mee over de vraag.", "{reference} gave ideas on the question."),
    "AdviceOffered": Line("{network} gaf ongevraagd advies.", "{network} gave advice without being asked."),
}

SENTENCES = {
    "day-already-past": Sentence(
        "De gekozen dag is al voorbij: {due}.",
        "The chosen day has already passed: {due}.",
        "Kies vandaag of een latere dag.",
        "Choose today or a later day.",
    ),
    "network-asked-twice": Sentence(
        "U koos dit netwerk twee keer.",
        "You chose this network twice.",
        "Kies elk netwerk één keer.",
        "Choose each network once.",
    ),
    "network-not-asked": Sentence(
        "Dit netwerk is niet gevraagd om mee te werken aan het antwoord.",
        "This network was not asked to contribute to the answer.",
        "Stuur de bijdrage naar de kerngroep van het netwerk dat antwoord geeft.",
        "Send the contribution to the core group of the network that answers.",
    ),
    "requester-missing": Sentence(
        "U hebt nog niet ingevuld wie om advies vraagt.",
        "You have not filled in who asks for advice.",
        "Vul de naam van de adviesvrager in.",
        "Fill in the name of the requester.",
    ),
    "request-not-open": Sentence(
        "Deze adviesvraag staat niet meer open. Status: {status}.",
        "This request for advice is no longer open. Status: {status}.",
        "Bekijk de geschiedenis of stel een nieuwe vraag.",
        "Look at its history or ask a new question.",
    ),
    "request-accepted-already": Sentence(
        "De kerngroep heeft deze adviesvraag al in behandeling.",
        "The core group has already taken on this request.",
        "U hoeft niets te doen. U kunt antwoord geven.",
        "There is nothing to do. You can answer it.",
    ),
    "request-left-already": Sentence(
        "Deze adviesvraag ligt al bij het partijbureau.",
        "This request is already with the party bureau.",
        "U hoeft niets te doen. Het partijbureau zoekt een ander netwerk.",
        "There is nothing to do. The party bureau is looking for another network.",
    ),
    "request-not-accepted": Sentence(
        "Volgens de spelregels neemt de kerngroep een vraag eerst in behandeling.",
        "Under the rules the core group first takes on a request.",
        "Neem de vraag eerst in behandeling. Geef daarna antwoord.",
        "Take on the request first. Then answer it.",
    ),
    "closed-request-stays-closed": Sentence(
        "Deze vraag is vertrouwelijk. U kunt de vraag niet aan anderen voorleggen.",
        "This request is confidential. You cannot put it to others.",
        "Moet een ander netwerk helpen? Vraag de adviesvrager om de vraag in te trekken en opnieuw te stellen.",
        "Should another network help? Ask the requester to withdraw it and ask again.",
    ),
    "clarification-asked-already": Sentence(
        "U vroeg de adviesvrager al om uitleg.",
        "You have already asked the requester to explain.",
        "Wacht op de uitleg van de adviesvrager.",
        "Wait for the explanation of the requester.",
    ),
    "no-clarification-asked": Sentence(
        "De kerngroep heeft niet om uitleg gevraagd.",
        "The core group has not asked for an explanation.",
        "Wilt u iets toevoegen? Neem dan contact op met de kerngroep.",
        "Do you want to add something? Contact the core group.",
    ),
    "expert-invited-already": Sentence(
        "Deze deskundige is al gevraagd.",
        "This expert has already been invited.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "expert-not-invited": Sentence(
        "Deze persoon is niet als deskundige gevraagd, of doet niet meer mee.",
        "This person was not invited as an expert, or no longer takes part.",
        "Vraag de kerngroep om een uitnodiging.",
        "Ask the core group for an invitation.",
    ),
    "expert-answered-already": Sentence(
        "U hebt deze uitnodiging al aangenomen.",
        "You have already accepted this invitation.",
        "U hoeft niets te doen. Wilt u toch niet meedoen? Meld u dan af.",
        "There is nothing to do. Do you not want to take part after all? Then decline.",
    ),
    "no-conflict-declared": Sentence(
        "Deze deskundige heeft geen eigen belang dat u nog bij het advies moet vermelden.",
        "This expert has declared no interest that you still have to mention with the advice.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "call-open-already": Sentence(
        "De leden kunnen al meedenken, tot en met {closes_on}.",
        "The members can already give their ideas, up to and including {closes_on}.",
        "Wacht tot na die dag.",
        "Wait until after that day.",
    ),
    "no-call-open": Sentence(
        "U kunt nu niet meedenken over deze vraag.",
        "You cannot give your ideas on this question now.",
        "Wilt u toch iets zeggen? Neem contact op met de kerngroep.",
        "Do you want to say something? Contact the core group.",
    ),
    "call-answered-already": Sentence(
        "U hebt al meegedacht over deze vraag.",
        "You have already given your ideas on this question.",
        "Wilt u iets toevoegen? Neem dan contact op met de kerngroep.",
        "Do you want to add something? Contact the core group.",
    ),
    "nothing-to-deliver": Sentence(
        "U hebt nog geen antwoord ingevuld.",
        "You have not filled in an answer yet.",
        "Schrijf het antwoord. Hebt u erover gepraat? Vul dan de dag van het gesprek in.",
        "Write the answer. Did you talk about it? Then fill in the day of the talk.",
    ),
    "advice-delivered-already": Sentence(
        "De kerngroep heeft deze vraag al beantwoord.",
        "The core group has already answered this question.",
        "Bekijk het antwoord.",
        "Look at the answer.",
    ),
    "advice-not-delivered": Sentence(
        "Er is nog geen advies gegeven. Status van de vraag: {status}.",
        "No advice has been given yet. Status of the request: {status}.",
        "Staat de vraag nog open? Wacht dan op het antwoord van de kerngroep.",
        "Is the request still open? Then wait for the answer of the core group.",
    ),
    "advice-acknowledged-already": Sentence(
        "U hebt al laten weten dat u het advies kreeg.",
        "You have already confirmed that you received the advice.",
        "Laat nu weten wat u ermee hebt gedaan.",
        "Now tell what you did with it.",
    ),
    "recommendation-unknown": Sentence(
        "Aanbeveling {number} bestaat niet. Het advies heeft {recommendations:aanbeveling|aanbevelingen}.",
        "Recommendation {number} does not exist. The advice has {recommendations:recommendation|recommendations}.",
        "Kies een nummer uit het advies, of laat het nummer leeg.",
        "Choose a number from the advice, or leave it empty.",
    ),
    "nothing-to-publish": Sentence(
        "Er is geen nieuwe terugkoppeling om bekend te maken.",
        "There is no new feedback to publish.",
        "Vertel eerst wat er met het advies is gedaan.",
        "First tell what was done with the advice.",
    ),
    "no-new-day-to-refuse": Sentence(
        "Er is geen nieuwe dag afgesproken.",
        "No new day has been agreed.",
        "Bekijk welke dag geldt. Past die dag niet? Spreek dan een andere dag af.",
        "See which day holds. Does it not suit you? Then agree on another day.",
    ),
    "own-new-day": Sentence(
        "U, of iemand namens u, legde deze nieuwe dag zelf vast.",
        "You, or somebody for you, recorded this new day.",
        "Spreek een andere dag af en leg die vast.",
        "Agree on another day and record it.",
    ),
    "talk-impossible": Sentence(
        "Het gesprek was niet vóór de vraag van {asked_on}, en niet na het antwoord van {answered_on}.",
        "The talk cannot have been before the question of {asked_on} or after the answer of {answered_on}.",
        "Kies de dag waarop u elkaar sprak.",
        "Choose the day on which you talked.",
    ),
    "entry-has-no-talk": Sentence(
        "Bij deze regel in de geschiedenis hoort geen gesprek.",
        "This line of the history has no talk.",
        "Verbeter de dag van de regel zelf.",
        "Correct the day of the line itself.",
    ),
    "entry-not-newest": Sentence(
        "U kunt deze regel niet doorhalen, want daarna is nog iets gebeurd.",
        "You cannot strike this line, because something happened after it.",
        "Haal eerst de latere regel door, of leg vast wat er nu moet gebeuren.",
        "Strike the later line first, or record what should happen now.",
    ),
}
