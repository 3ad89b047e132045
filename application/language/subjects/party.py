"""What is said of party memberships and offices: a line for each event."""

from application.language.sentences import Line, Sentence
from application.language.words import Words

LAST_DAY = Words("De laatste dag is {last_day}.", "The last day is {last_day}.")

LINES = {
    "PartyMembershipStarted": Line("{reference} is lid van de partij.", "{reference} is a member of the party."),
    "PartyMembershipEndAnnounced": Line(
        "Het partijlidmaatschap eindigt. Dat is definitief op {final_on}.",
        "The party membership ends. That is final on {final_on}.",
    ),
    "PartyMembershipEndUndone": Line(
        "Het gemelde einde van het partijlidmaatschap was een vergissing.",
        "The announced end of the party membership was a mistake.",
    ),
    "PartyMembershipEnded": Line("Het partijlidmaatschap eindigde.", "The party membership ended."),
    "PartyMembershipStartedAgain": Line(
        "Een oud-lid werd opnieuw lid van de partij.", "A former member became a member of the party again."
    ),
    "PartyMembershipWithdrawn": Line(
        "Dit partijlidmaatschap was dubbel vastgelegd, en telt niet meer mee.",
        "This party membership was recorded twice, and no longer counts.",
    ),
    "PartyMembershipRestored": Line(
        "Dit partijlidmaatschap was toch niet dubbel vastgelegd, en telt weer mee.",
        "This party membership was not recorded twice after all, and counts again.",
    ),
    "PersonalDetailsCorrected": Line(
        "{who} verbeterde gegevens van deze persoon: {details}.", "{who} corrected details of this person: {details}."
    ),
    "RoleGiven": Line(
        "{who} gaf {reference} een rol: {held_role}.", "{who} gave {reference} a role: {held_role}.", also={"last_day": LAST_DAY}
    ),
    "RoleEnded": Line("{who} beëindigde deze rol.", "{who} ended this role."),
    "RoleGivenAgain": Line("{who} gaf deze rol opnieuw.", "{who} gave this role again.", also={"last_day": LAST_DAY}),
    "ErasuresBegun": Line("Voor het eerst deze maand werden gegevens gewist.", "For the first time this month data was erased."),
    "PrivacyRequestReceived": Line(
        "Iemand vroeg iets over de eigen gegevens: {matter}. Het antwoord is nodig op {due_on}.",
        "Somebody asked about what is kept of them: {matter}. The answer is needed on {due_on}.",
    ),
    "PrivacyRequestReceivedAgain": Line(
        "Iemand vroeg hetzelfde opnieuw. Het antwoord is nodig op {due_on}.",
        "Somebody asked the same again. The answer is needed on {due_on}.",
    ),
    "PrivacyRequestAnswered": Line("{who} beantwoordde dit verzoek: {outcome}.", "{who} answered this request: {outcome}."),
    "LiftingAsked": Line(
        "{who} vroeg van wie een verwijzing is. De laatste dag is {last_day}.",
        "{who} asked whose a reference is. The last day is {last_day}.",
    ),
    "LiftingAgreed": Line("{who} stemde ermee in dat de naam wordt genoemd.", "{who} agreed that the name is told."),
    "LiftingRefused": Line("{who} weigerde dat de naam wordt genoemd.", "{who} refused that the name is told."),
    "LiftedNameTold": Line("{who} las de naam.", "{who} read the name."),
    "PersonalDataErased": Line("De gegevens van iemand werden gewist: {why}.", "The data of somebody was erased: {why}."),
}

SENTENCES = {
    "data-erased-already": Sentence(
        "Deze gegevens zijn al gewist.",
        "This data has already been erased.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "reference-unknown": Sentence(
        "Deze verwijzing staat niet in deze geschiedenis.",
        "This reference is not in this history.",
        "Neem de verwijzing over uit de geschiedenis.",
        "Copy the reference from the history.",
    ),
    "lifting-not-open": Sentence(
        "Hierop is al geantwoord, of de termijn is voorbij. De laatste dag was {last_day}.",
        "This has been answered, or its term is over. The last day was {last_day}.",
        "Vraag het zo nodig opnieuw, met de reden van nu.",
        "Ask anew when needed, with the reason of now.",
    ),
    "second-person-needed": Sentence(
        "U vroeg dit zelf. Er is een tweede persoon nodig.",
        "You asked this yourself. A second person is needed.",
        "Vraag een lid van het Landelijk Bestuur of een andere functionaris gegevensbescherming.",
        "Ask a member of the National Board or another privacy officer.",
    ),
    "lifting-not-agreed": Sentence(
        "De naam kan nu niet worden genoemd. Dat kan één keer, na instemming, tot en met {last_day}.",
        "The name cannot be told now. It is told once, after somebody agreed, until {last_day}.",
        "Wacht op instemming, of vraag het opnieuw.",
        "Wait until somebody agrees, or ask anew.",
    ),
    "lifting-of-someone-else": Sentence(
        "Iemand anders vroeg dit. Alleen wie het vroeg, leest de naam.",
        "Somebody else asked this. Only whoever asked reads the name.",
        "Vraag het zelf, met uw eigen reden.",
        "Ask it yourself, with your own reason.",
    ),
    "privacy-request-open-already": Sentence(
        "Dit is al gevraagd. Het antwoord is nodig op {due_on}.",
        "This has already been asked. The answer is needed on {due_on}.",
        "Wacht op het antwoord.",
        "Wait for the answer.",
    ),
    "privacy-request-not-open": Sentence(
        "Dit verzoek is al beantwoord.",
        "This request has already been answered.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "privacy-reasons-missing": Sentence(
        "Niet alles is gedaan wat is gevraagd. Nog niemand zei waarom.",
        "Not all that was asked was done. Nobody said why yet.",
        "Schrijf op waarom. Noem geen namen van mensen.",
        "Write down why. Name no people.",
    ),
}
