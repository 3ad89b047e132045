"""What a field is called in one command, where the same name means something else there."""

from collections.abc import Mapping

from application.language.forms.labels.label import NO_NAMES, Label, label
from application.language.words import Words

STAYS = label(
    "Welke inschrijving blijft?",
    "Which registration stays?",
    "Kies de inschrijving die blijft",
    "Choose the registration that stays",
)
NETWORK_NAME = label(
    "Naam van het netwerk", "Name of the network", "Vul de naam van het netwerk in", "Fill in the name of the network"
)
MEETING_LINK = label(
    "Hoe komt men online?",
    "How does one come online?",
    "Vul een webadres in dat begint met https://",
    "Fill in a web address that begins with https://",
    Words("Een webadres. Alleen wie mag komen, ziet het.", "A web address. Only who may come sees it."),
)
MEETING_DAY = label("Nieuwe dag", "New day", "Vul de nieuwe dag in", "Fill in the new day")

OF_COMMANDS: Mapping[tuple[str, str], Label] = {
    **{
        (command, "name"): NETWORK_NAME for command in ("DraftPlan", "RevisePlan", "AmendPlan", "BringInNetwork", "RenameNetwork")
    },
    **{(command, "into"): STAYS for command in ("MergePersons", "UndoPersonMerger")},
    ("RecordBaseline", "group"): label("Van wie zijn de cijfers?", "Whose figures are they?", "Kies van wie", "Choose whose"),
    ("CountPartyMembers", "members"): label(
        "Hoeveel leden had de partij?",
        "How many members did the party have?",
        "Vul in hoeveel leden de partij had",
        "Fill in how many members the party had",
    ),
    **{
        (command, "purpose"): label("Waarvoor?", "What for?", "Kies waarvoor", "Choose what for")
        for command in ("GiveConsent", "WithdrawConsent")
    },
    ("OfferSeats", "until"): label(
        "Tot en met welke dag kunnen leden in de kerngroep komen?",
        "Up to and including which day can members come into the core group?",
        "Kies een dag na vandaag",
        "Choose a day after today",
    ),
    ("RequestAdvice", "contact"): label(
        "Staat de adviesvrager nog niet in de lijst?",
        "Is the requester not in the list yet?",
        "Vul de naam in",
        "Fill in the name",
    ),
    ("RequestAdvice", "person"): label("Wie vraagt dit?", "Who asks this?", "Vul in wie belt", "Fill in who calls"),
    ("NominateChair", "nominee"): label(
        "Wie wordt voorzitter?", "Who will be chair?", "Vul in wie voorzitter wordt", "Fill in who will be chair"
    ),
    ("AskClarification", "question"): label(
        "Wat is nog niet duidelijk?", "What is not clear yet?", "Vul in wat nog niet duidelijk is", "Fill in what is not clear"
    ),
    ("GiveClarification", "answer"): label(
        "Wat bedoelt u?", "What do you mean?", "Vul in wat u bedoelt", "Fill in what you mean"
    ),
    ("AnswerLessons", "answer"): label(
        "Wat antwoordt het bestuur?", "What does the board answer?", "Vul het antwoord in", "Fill in the answer", NO_NAMES
    ),
    ("AnswerCall", "answer"): label("Wat is uw idee?", "What is your idea?", "Vul uw idee in", "Fill in your idea"),
    ("FreezeEvaluation", "day"): label(
        "Van welke dag is de evaluatie?",
        "Of which day is the evaluation?",
        "Vul in van welke dag de evaluatie is",
        "Fill in of which day the evaluation is",
        Words("De evaluatie telt mee wat tot en met die dag gebeurde.", "It counts what happened up to and including that day."),
    ),
    ("FreezeEvaluation", "pilot"): label(
        "Van welke pilot?",
        "Of which pilot?",
        "Kies een pilot, of laat dit leeg",
        "Choose a pilot, or leave this empty",
        Words("Laat dit leeg voor alle netwerken.", "Leave this empty for all networks."),
    ),
    ("AddOutsideResult", "counted"): label(
        "Van hoeveel mensen komt dit?",
        "From how many people does this come?",
        "Vul een aantal in, of laat dit leeg",
        "Fill in a number, or leave this empty",
        Words("Laat dit leeg als u dat niet weet.", "Leave this empty if you do not know."),
    ),
    ("AddOutsideResult", "origin"): label(
        "Van wie is dit, en waar is het te lezen?",
        "Whose is this, and where can it be read?",
        "Vul in van wie dit is en waar het te lezen is",
        "Fill in whose it is and where it can be read",
    ),
    ("MoveMeeting", "day"): MEETING_DAY,
    **{(command, "link"): MEETING_LINK for command in ("PlanMeeting", "MoveMeeting")},
    ("AgreeNewDay", "due"): MEETING_DAY,
    ("ConditionText", "due"): label(
        "Wanneer moet het klaar zijn?",
        "When must it be done?",
        "Vul in wanneer het klaar moet zijn",
        "Fill in when it must be done",
    ),
    ("DecidedText", "day"): label(
        "Op welke dag besloot het bestuur?",
        "On which day did the board decide?",
        "Vul in op welke dag het bestuur besloot",
        "Fill in on which day the board decided",
    ),
    ("AskRecordLifting", "person"): label(
        "Voor welke controleur?", "For which auditor?", "Vul in welke controleur", "Fill in which auditor"
    ),
    ("AskRecordLifting", "until"): label(
        "Tot en met welke dag leest de controleur dit?",
        "Until which day does the auditor read this?",
        "Vul de laatste dag in",
        "Fill in the last day",
    ),
    ("AskRecordLifting", "reasons"): label(
        "Waarom moet een controleur dit lezen?",
        "Why must an auditor read this?",
        "Schrijf op waarom een controleur dit moet lezen",
        "Write down why an auditor must read this",
        NO_NAMES,
    ),
    ("AskLifting", "reasons"): label(
        "Waarom moet de naam bekend worden?",
        "Why must the name be known?",
        "Schrijf op waarom de naam bekend moet worden",
        "Write down why the name must be known",
        NO_NAMES,
    ),
    ("AnswerPrivacyRequest", "outcome"): label(
        "Wat is er gedaan?",
        "What was done?",
        "Kies wat er is gedaan",
        "Choose what was done",
        Words(
            "Wijst u een bezwaar toe, ook voor een deel? Dan vernietigt dit antwoord meteen provincie, geboortejaar en postcode."
            " Dat kan niet ongedaan worden gemaakt. Bij elk ander verzoek doet u eerst zelf wat is gevraagd.",
            "Do you grant an objection, also in part? Then this answer destroys province, year of birth and postcode at once."
            " It cannot be undone. With any other request you first do yourself what was asked.",
        ),
    ),
    ("AnswerPrivacyRequest", "reasons"): label(
        "Waarom is niet alles gedaan?",
        "Why was not all of it done?",
        "Schrijf op waarom niet alles is gedaan",
        "Write down why not all of it was done",
        NO_NAMES,
    ),
}
"""What a field is called in one command, where the same name means something else there."""
