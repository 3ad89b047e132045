"""What fields that say what something is about are called."""

from collections.abc import Mapping

from application.language.forms.labels.label import Label, label
from application.language.words import Words

ABOUT: Mapping[str, Label] = {
    "network": label("Welk netwerk?", "Which network?", "Kies een netwerk", "Choose a network"),
    "other_network": label(
        "Naar welk netwerk gaat de vraag?",
        "To which network does the question go?",
        "Kies het andere netwerk",
        "Choose the other network",
    ),
    "other_networks": label(
        "Welke netwerken vraagt u nog meer?",
        "Which other networks do you ask?",
        "Kies een of meer netwerken, of laat dit leeg",
        "Choose one or more networks, or leave this empty",
        Words("Het eerste netwerk geeft het antwoord.", "The first network gives the answer."),
    ),
    "into": label(
        "In welk netwerk gaat het op?",
        "Into which network does it merge?",
        "Kies het netwerk dat blijft",
        "Choose the network that stays",
    ),
    "plan": label("Welk oprichtingsplan?", "Which founding plan?", "Kies een oprichtingsplan", "Choose a founding plan"),
    "follows": label(
        "Op welk afgewezen plan volgt dit?",
        "Which rejected plan does this follow?",
        "Kies het eerdere plan, of laat dit leeg",
        "Choose the earlier plan, or leave this empty",
    ),
    "pilot": label("Welke pilot?", "Which pilot?", "Kies een pilot", "Choose a pilot"),
    "group": label("Welke groep?", "Which group?", "Kies een groep", "Choose a group"),
    "meeting": label("Welke bijeenkomst?", "Which meeting?", "Kies een bijeenkomst", "Choose a meeting"),
    "lessons": label("Welke lessen?", "Which lessons?", "Kies welke lessen", "Choose which lessons"),
    "conversation": label("Welk gesprek?", "Which talk?", "Kies een gesprek", "Choose a talk"),
    "advice_request": label(
        "Welke adviesvraag?", "Which request for advice?", "Kies een adviesvraag", "Choose a request for advice"
    ),
    "item": label("Waar staat de verwijzing?", "Where is the reference?", "Kies waar die staat", "Choose where it is"),
    "reference": label("Welke verwijzing?", "Which reference?", "Kies een verwijzing", "Choose a reference"),
    "reference_lifting": label("Welk verzoek om een naam?", "Which request for a name?", "Kies een verzoek", "Choose a request"),
    "record_lifting": label("Welk verzoek om inzage?", "Which request to read?", "Kies een verzoek", "Choose a request"),
    "privacy_request": label("Welk verzoek?", "Which request?", "Kies een verzoek", "Choose a request"),
    "of": label("Welke regel in de geschiedenis?", "Which line of the history?", "Kies een regel", "Choose a line"),
    "frozen_evaluation": label("Welke evaluatie?", "Which evaluation?", "Kies een evaluatie", "Choose an evaluation"),
    "digest": label(
        "Welke evaluatie zag het bestuur?",
        "Which evaluation did the board see?",
        "Kies de evaluatie die het bestuur zag",
        "Choose the evaluation that the board saw",
    ),
    "plan_version": label(
        "Over welke versie van het plan gaat het?",
        "Which version of the plan is it about?",
        "Kies de versie die u las",
        "Choose the version that you read",
    ),
    "question_number": label("Welke vraag?", "Which question?", "Kies een vraag", "Choose a question"),
    "condition_number": label("Welke voorwaarde?", "Which condition?", "Kies een voorwaarde", "Choose a condition"),
    "purpose_version": label(
        "Onderschrijft u het doel zoals het er staat?",
        "Do you endorse the purpose as it is worded?",
        "Lees het doel, en kies of u het onderschrijft",
        "Read the purpose, and choose whether you endorse it",
    ),
    "consent_version": label(
        "Geeft u toestemming zoals het er staat?",
        "Do you give consent as it is worded?",
        "Lees de toestemming, en kies of u die geeft",
        "Read the consent, and choose whether you give it",
    ),
    "number": label(
        "Bij welke aanbeveling?",
        "On which recommendation?",
        "Kies een aanbeveling, of laat dit leeg",
        "Choose a recommendation, or leave this empty",
        Words("Laat dit leeg voor het hele advies.", "Leave this empty for the whole advice."),
    ),
}
