"""What is said of requests for advice, offers and calls: a line for each event, a sentence for each refusal."""

from application.language.sentences import CORRECTED, WITHDRAWN, Line, Sentence
from application.language.words import Words

CLOSED_REQUEST = Words("Vertrouwelijk: {closed}.", "Closed: {closed}.")
RECORDED_FOR = Words("Voor de vrager vastgelegd ({recorded_by}).", "Recorded for the requester ({recorded_by}).")

LINES = {
    "AdviceRequest.EntryCorrected": Line(
        CORRECTED.nl, CORRECTED.en, {"talked_on": Words("Het gesprek was op {talked_on}.", "The talk was on {talked_on}.")}
    ),
    "AdviceRequest.EntryWithdrawn": WITHDRAWN,
    "AdviceOffer.EntryCorrected": CORRECTED,
    "AdviceOffer.EntryWithdrawn": WITHDRAWN,
    "AdviceRequested": Line(
        "{who} stelde het netwerk een vraag ({kind}). Er is antwoord nodig op {due}.",
        "{who} put a question to the network ({kind}). An answer is needed by {due}.",
        {"closed": CLOSED_REQUEST, "recorded_by": RECORDED_FOR},
    ),
    "AdviceRequestAccepted": Line("{who} nam de adviesaanvraag aan.", "{who} accepted the request for advice."),
    "AdviceRequestDeclined": Line(
        "{who} nam de adviesaanvraag niet aan: {decline_reason}.", "{who} declined the request for advice: {decline_reason}."
    ),
    "AdviceRequestRedirected": Line(
        "{who} bracht de adviesaanvraag naar {network}. Er is antwoord nodig op {due}.",
        "{who} brought the request for advice to {network}. An answer is needed by {due}.",
    ),
    "RequestLeftToBureau": Line(
        "Het netwerk hield op. Het partijbureau zoekt een ander netwerk voor deze vraag.",
        "The network closed. The party bureau looks for another one for this question.",
    ),
    "ClarificationAsked": Line(
        "{who} vroeg om uitleg. De dagen tellen zolang niet.", "{who} asked what is meant. Meanwhile the days wait."
    ),
    "ClarificationGiven": Line(
        "{who} gaf uitleg. Er is nu antwoord nodig op {due}.", "{who} said what is meant. An answer is now needed by {due}."
    ),
    "ClarificationReminded": Line(
        "Herinnering: de kerngroep wacht nog op uitleg.", "A reminder: the core group still waits for a clarification."
    ),
    "ClarificationNotGiven": Line(
        "De adviesaanvraag verviel: er kwam geen uitleg.", "The request for advice lapsed: no clarification came."
    ),
    "NewDayAgreed": Line(
        "Er is een nieuwe dag afgesproken: er is antwoord nodig op {due}.",
        "A new day was agreed: an answer is needed by {due}.",
    ),
    "NewDayRefused": Line(
        "{who} was het niet eens met de nieuwe dag. Er is weer antwoord nodig op {due}.",
        "{who} had not agreed with the new day. An answer is needed by {due} again.",
    ),
    "ExpertInvited": Line(
        "{who} vroeg {reference} om als deskundige mee te werken.", "{who} invited {reference} to work on it as an expert."
    ),
    "ExpertAccepted": Line("{reference} werkt mee als deskundige.", "{reference} works on it as an expert."),
    "ExpertDeclined": Line(
        "{reference} werkt niet mee als deskundige, of is gestopt.",
        "{reference} does not work on it as an expert, or stopped.",
    ),
    "ExpertConflictDeclared": Line(
        "{reference} heeft een eigen belang bij het onderwerp en werkt niet mee tot dat bij het advies wordt vermeld.",
        "{reference} has an interest of their own and takes no part until it will be disclosed with the advice.",
    ),
    "ExpertConflictDisclosed": Line(
        "Het belang van {reference} wordt bij het advies vermeld.",
        "The interest of {reference} will be disclosed with the advice.",
    ),
    "MembersCalled": Line(
        "{who} vroeg alle leden van het netwerk om mee te denken, tot en met {closes_on}.",
        "{who} asked all members of the network to think along, until {closes_on}.",
    ),
    "ContributionGiven": Line("{network} droeg bij aan het antwoord.", "{network} contributed to the answer."),
    "AdviceDelivered": Line("{who} gaf antwoord.", "{who} answered."),
    "AdviceAcknowledged": Line(
        "{who} ontving het advies.",
        "{who} received the advice.",
        {"answered": Words("Is de vraag beantwoord? {answered}.", "Was the question answered? {answered}.")},
    ),
    "AdviceUseReported": Line("{who} vertelde wat er met het advies is gedaan.", "{who} told what was done with the advice."),
    "AdviceUsePublished": Line(
        "Wat er met het advies is gedaan, is voor alle leden te lezen.",
        "What was done with the advice can be read by all members.",
    ),
    "AdviceRequestWithdrawn": Line("{who} trok de adviesaanvraag in.", "{who} withdrew the request for advice."),
    "AnswerReminded": Line("De dag voor het antwoord komt dichterbij.", "The day for the answer comes near."),
    "NoAnswerYet": Line(
        "De dag voor het antwoord is voorbij. Er is nog geen antwoord.",
        "The day for the answer has passed. There is no answer yet.",
    ),
    "AdviceOverdue": Line(
        "Het antwoord is te laat. Het partijbureau vraagt ernaar.", "The answer is overdue. The party bureau asks after it."
    ),
    "AdviceRequestLapsed": Line(
        "De adviesaanvraag verviel: niemand nam haar aan.", "The request for advice lapsed: nobody accepted it."
    ),
    "AnswerGivenToCall": Line("{reference} dacht mee.", "{reference} thought along."),
    "AdviceOffered": Line("{network} gaf ongevraagd advies.", "{network} gave advice unasked."),
}

SENTENCES = {
    "day-already-past": Sentence(
        "Deze dag is al voorbij: {due}.",
        "This day has already passed: {due}.",
        "Kies vandaag of een latere dag.",
        "Choose today or a later day.",
    ),
    "network-asked-twice": Sentence(
        "Dit netwerk is al gevraagd.",
        "This network was asked already.",
        "Noem elk netwerk één keer.",
        "Name each network once.",
    ),
    "network-not-asked": Sentence(
        "Dit netwerk is niet gevraagd om bij te dragen.",
        "This network was not asked to contribute.",
        "Geef de bijdrage aan de kerngroep van het netwerk dat het antwoord geeft.",
        "Give the contribution to the core group of the network that answers.",
    ),
    "requester-missing": Sentence(
        "Er staat niet bij voor wie u deze aanvraag vastlegt.",
        "It does not say for whom you record this request.",
        "Noem de adviesvrager.",
        "Name the requester.",
    ),
    "request-not-open": Sentence(
        "Deze adviesaanvraag wacht niet meer op antwoord. Zij is nu: {status}.",
        "This request no longer waits for an answer. It is now: {status}.",
        "Bekijk de geschiedenis, of doe een nieuwe aanvraag.",
        "Look at its history, or make a new request.",
    ),
    "request-accepted-already": Sentence(
        "Deze adviesaanvraag is al aangenomen.",
        "This request was accepted already.",
        "Er is niets meer nodig. U kunt antwoorden.",
        "Nothing more is needed. You can answer.",
    ),
    "request-left-already": Sentence(
        "Deze adviesaanvraag ligt al bij het partijbureau.",
        "This request lies with the party bureau already.",
        "U hoeft niets te doen. Het partijbureau zoekt een ander netwerk.",
        "There is nothing to do. The party bureau looks for another network.",
    ),
    "request-not-accepted": Sentence(
        "Volgens de spelregels neemt de kerngroep een aanvraag eerst aan.",
        "Under the rules the core group accepts a request first.",
        "Neem de aanvraag aan en geef daarna antwoord.",
        "Accept the request and answer then.",
    ),
    "closed-request-stays-closed": Sentence(
        "Deze aanvraag is vertrouwelijk en gaat niet naar anderen.",
        "This request is closed and goes to nobody else.",
        "Vraag de adviesvrager om haar in te trekken en opnieuw te vragen.",
        "Ask the requester to withdraw it and to ask anew.",
    ),
    "clarification-asked-already": Sentence(
        "Er is al om uitleg gevraagd.",
        "A clarification was asked already.",
        "Wacht op de uitleg van de adviesvrager.",
        "Wait for what the requester says.",
    ),
    "no-clarification-asked": Sentence(
        "Er is niet om uitleg gevraagd.",
        "No clarification was asked.",
        "Wilt u iets toevoegen? Neem dan contact op met de kerngroep.",
        "Do you want to add something? Then contact the core group.",
    ),
    "expert-invited-already": Sentence(
        "Deze deskundige is al gevraagd.",
        "This expert was invited already.",
        "Er is niets meer nodig.",
        "Nothing more is needed.",
    ),
    "expert-not-invited": Sentence(
        "Deze persoon is niet als deskundige gevraagd, of doet niet meer mee.",
        "This person was not invited as an expert, or no longer takes part.",
        "Vraag de kerngroep om een uitnodiging.",
        "Ask the core group for an invitation.",
    ),
    "expert-answered-already": Sentence(
        "Deze uitnodiging is al aangenomen.",
        "This invitation was accepted already.",
        "Er is niets meer nodig. Toch niet meedoen? Zeg dan af.",
        "Nothing more is needed. Do you not take part after all? Then decline.",
    ),
    "no-conflict-declared": Sentence(
        "Deze deskundige heeft geen eigen belang gemeld dat nog vermeld moet worden.",
        "This expert told of no interest that still has to be disclosed.",
        "Er is niets nodig.",
        "Nothing is needed.",
    ),
    "call-open-already": Sentence(
        "De leden zijn al gevraagd om mee te denken, tot en met {closes_on}.",
        "The members were asked to think along already, until {closes_on}.",
        "Wacht tot die dag voorbij is.",
        "Wait until that day has passed.",
    ),
    "no-call-open": Sentence(
        "U kunt nu niet meedenken. De vraag aan de leden is gesloten of was er niet.",
        "You cannot think along now. The question to the members is closed or was never put.",
        "Wilt u toch iets zeggen? Neem dan contact op met de kerngroep.",
        "Do you want to say something? Then contact the core group.",
    ),
    "call-answered-already": Sentence(
        "U hebt al meegedacht over deze vraag.",
        "You thought along on this question already.",
        "Wilt u iets toevoegen? Neem dan contact op met de kerngroep.",
        "Do you want to add something? Then contact the core group.",
    ),
    "nothing-to-deliver": Sentence(
        "Er staat geen antwoord in.",
        "There is no answer in it.",
        "Schrijf het antwoord, of noem de dag waarop erover is gepraat.",
        "Write the answer, or name the day on which you talked about it.",
    ),
    "advice-delivered-already": Sentence(
        "Deze vraag is al beantwoord.",
        "This question was answered already.",
        "Bekijk het antwoord.",
        "Look at the answer.",
    ),
    "advice-not-delivered": Sentence(
        "Er is op deze vraag nog geen antwoord gegeven. De aanvraag is nu: {status}.",
        "This question was not answered. The request is now: {status}.",
        "Wacht op het antwoord van de kerngroep.",
        "Wait for the answer of the core group.",
    ),
    "advice-acknowledged-already": Sentence(
        "De ontvangst van dit advies is al gemeld.",
        "This advice was acknowledged already.",
        "Vertel wat ermee is gedaan.",
        "Tell what was done with it.",
    ),
    "recommendation-unknown": Sentence(
        "Aanbeveling {number} bestaat niet. Aantal aanbevelingen: {recommendations}.",
        "There is no recommendation {number}. Number of recommendations: {recommendations}.",
        "Kies een nummer uit het advies, of laat het nummer weg.",
        "Choose a number from the advice, or leave the number out.",
    ),
    "nothing-to-publish": Sentence(
        "Er is niets nieuws verteld over wat er met het advies is gedaan.",
        "Nothing new was told of what was done with the advice.",
        "Vertel dat eerst.",
        "Tell that first.",
    ),
    "no-new-day-to-refuse": Sentence(
        "Er is geen nieuwe dag afgesproken die nu geldt.",
        "No new day was agreed that holds now.",
        "Kijk welke dag geldt. Spreek zo nodig een andere dag af.",
        "See which day holds. Agree on another day if needed.",
    ),
    "own-new-day": Sentence(
        "Deze nieuwe dag is van uw eigen kant vastgelegd.",
        "Your own side recorded this new day.",
        "Spreek een andere dag af en leg die vast.",
        "Agree on another day and record it.",
    ),
    "talk-impossible": Sentence(
        "Het gesprek was niet vóór de vraag van {asked_on}, en niet na het antwoord van {answered_on}.",
        "The talk was not before the question of {asked_on}, and not after the answer of {answered_on}.",
        "Kies de dag waarop u elkaar sprak.",
        "Choose the day on which you talked.",
    ),
    "entry-has-no-talk": Sentence(
        "Bij deze vermelding hoort geen gesprek.",
        "This entry has no talk.",
        "Geef het goede moment van de vermelding zelf. Alleen een antwoord in een gesprek heeft een dag van het gesprek.",
        "Give the right moment of the entry itself. Only an answer that was given by talking has the day of a talk.",
    ),
    "entry-not-newest": Sentence(
        "Deze vermelding kan niet worden ingetrokken: {by} is erna gebeurd.",
        "This entry cannot be withdrawn: {by} came after it.",
        "Trek eerst in wat erna kwam, of leg vast wat er nu moet gebeuren.",
        "Withdraw what came after it first, or record what should happen now.",
    ),
}
