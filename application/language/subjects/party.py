"""What is said of party memberships and offices: a line for each event."""

from application.language.sentences import Line, Sentence
from application.language.words import Words

LAST_DAY = Words("De laatste dag is {last_day}.", "The last day is {last_day}.")

ONE_PERSON = {
    "one_person": Words(
        "Later bleek dat dit geen twee mensen waren: hun gegevens zijn samengevoegd",
        "Later these turned out not to be two people: their records were merged",
    )
}
"""With an agreement that took two people: no event says so, the answer does (application.access.redaction.privacy)."""

LINES = {
    "PartyMembershipStarted": Line(
        "{reference} werd lid van de partij.", "{reference} became a member of the party.", by_itself=True
    ),
    "PartyMembershipEndAnnounced": Line(
        "Het einde van het partijlidmaatschap is gemeld. Op {final_on} is het definitief.",
        "The end of the party membership was reported. It is final on {final_on}.",
    ),
    "PartyMembershipEndUndone": Line(
        "Het gemelde einde is teruggedraaid: het was een vergissing.",
        "The reported end was undone: it was a mistake.",
    ),
    "PartyMembershipEnded": Line("Het partijlidmaatschap eindigde.", "The party membership ended.", by_itself=True),
    "PartyMembershipStartedAgain": Line(
        "Een oud-lid werd opnieuw lid van de partij.", "A former member became a member of the party again.", by_itself=True
    ),
    "PartyMembershipWithdrawn": Line(
        "Dit partijlidmaatschap was dubbel vastgelegd. Het telt niet meer mee.",
        "This party membership was recorded twice. It no longer counts.",
        by_itself=True,
    ),
    "PartyMembershipRestored": Line(
        "Dit partijlidmaatschap was toch niet dubbel vastgelegd. Het telt weer mee.",
        "This party membership was not recorded twice after all. It counts again.",
        by_itself=True,
    ),
    "PersonalDetailsCorrected": Line(
        "{who} verbeterde gegevens van deze persoon: {details}.", "{who} corrected details of this person: {details}."
    ),
    "RoleGiven": Line(
        "{who} gaf {reference} de rol {held_role}.",
        "{who} gave {reference} the role of {held_role}.",
        also={"last_day": LAST_DAY},
    ),
    "RoleEnded": Line("{who} beëindigde deze rol.", "{who} ended this role."),
    "RoleGivenAgain": Line("{who} gaf deze rol opnieuw.", "{who} gave this role again.", also={"last_day": LAST_DAY}),
    "PartsChosen": Line(
        "{who} koos welke onderdelen de partij gebruikt: {parts}.", "{who} chose which parts the party uses: {parts}."
    ),
    "PartsChosenAgain": Line(
        "{who} koos opnieuw welke onderdelen de partij gebruikt: {parts}. Wat al was vastgelegd, blijft te zien.",
        "{who} chose again which parts the party uses: {parts}. What had been recorded stays.",
    ),
    "ErasuresBegun": Line(
        "Voor het eerst in deze maand zijn gegevens gewist.", "For the first time in this month data was erased.", by_itself=True
    ),
    "PrivacyRequestReceived": Line(
        "Iemand vroeg iets over de eigen gegevens: {matter}. Het antwoord is uiterlijk op {due_on} nodig.",
        "Somebody asked about their own data: {matter}. The answer is needed by {due_on}.",
    ),
    "PrivacyRequestReceivedAgain": Line(
        "Iemand vroeg hetzelfde opnieuw. Het antwoord is uiterlijk op {due_on} nodig.",
        "Somebody asked the same again. The answer is needed by {due_on}.",
    ),
    "PrivacyRequestAnswered": Line("{who} beantwoordde dit verzoek: {outcome}.", "{who} answered this request: {outcome}."),
    "ConsentGiven": Line("Iemand gaf toestemming: {purpose}.", "Somebody consented: {purpose}."),
    "ConsentGivenAgain": Line("Iemand gaf deze toestemming opnieuw.", "Somebody gave this consent again."),
    "ConsentWithdrawn": Line("Iemand trok deze toestemming in.", "Somebody withdrew this consent."),
    "PersonalDataErased": Line("De gegevens van iemand zijn gewist: {why}.", "The data of somebody was erased: {why}."),
    "LiftingAsked": Line(
        "{who} vroeg van wie een verwijzing is. De laatste dag is {last_day}.",
        "{who} asked whose a reference is. The last day is {last_day}.",
    ),
    "LiftingAgreed": Line("{who} keurde goed dat de naam wordt genoemd.", "{who} agreed that the name is told.", ONE_PERSON),
    "LiftingRefused": Line("{who} weigerde dat de naam wordt genoemd.", "{who} refused that the name is told."),
    "LiftedNameTold": Line("{who} las de naam.", "{who} read the name."),
    "RecordLiftingAsked": Line(
        "{who} vroeg of een controleur tot en met {until} mag zien wie in een netwerk zit. Goedkeuren kan tot en met {last_day}.",
        "{who} asked that an auditor sees who is in a network, up to and including {until}. "
        "Agreeing is possible up to and including {last_day}.",
    ),
    "RecordLiftingAgreed": Line("{who} keurde deze inzage goed.", "{who} agreed that an auditor reads this.", ONE_PERSON),
    "RecordLiftingRefused": Line("{who} weigerde deze inzage.", "{who} refused that an auditor reads this."),
}

SENTENCES = {
    "consent-given-already": Sentence(
        "U gaf deze toestemming al, op {since}.",
        "You gave this consent already, on {since}.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "no-consent-to-withdraw": Sentence(
        "Er is geen toestemming om in te trekken.",
        "There is no consent to withdraw.",
        "Bekijk op uw eigen pagina wat u goedvond. Afmelden bij een netwerk doen leden daar zelf.",
        "Look in your file at what you consented to. Leaving a network its members do there.",
    ),
    "joining-gives-consent": Sentence(
        "U geeft deze toestemming als u lid wordt van het netwerk, of als u in de kerngroep komt.",
        "You give this consent when you join the network, or its core group.",
        "Wilt u lid worden? Dat doen leden van de partij bij het netwerk.",
        "Do you want to join? Party members do so at the network.",
    ),
    "consent-needs-network": Sentence(
        "U kunt voor meer netwerken toestemming geven.",
        "You can consent for several networks.",
        "Zeg voor welk netwerk u uw toestemming intrekt.",
        "Say for which network you withdraw your consent.",
    ),
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
        "Ask again if needed, with the reason that holds now.",
    ),
    "record-not-lifted": Sentence(
        "Dit is geen extra beschermd netwerk. Een controleur ziet hier al wie lid is.",
        "This is no network with extra protection. An auditor can see who is a member here.",
        "Kies een extra beschermd netwerk.",
        "Choose a network with extra protection.",
    ),
    "last-day-not-near": Sentence(
        "Een controleur leest dit een maand of korter: de laatste dag ligt tussen {first} en {last}.",
        "An auditor reads this for a month or less: the last day is between {first} and {last}.",
        "Kies een eerdere dag, of vraag het later opnieuw.",
        "Choose an earlier day, or ask again later.",
    ),
    "auditor-needed": Sentence(
        "Deze persoon is nu geen controleur.",
        "This person is no auditor now.",
        "Kies een controleur, of laat de beheerder de rol geven.",
        "Choose an auditor, or let the administrator give the role.",
    ),
    "second-person-needed": Sentence(
        "U vroeg dit zelf, of het is voor uzelf. Er is een tweede persoon nodig.",
        "You asked this yourself, or it is for yourself. A second person is needed.",
        "Vraag een lid van het Landelijk Bestuur of een andere functionaris gegevensbescherming.",
        "Ask a member of the National Board or another privacy officer.",
    ),
    "lifting-not-agreed": Sentence(
        "De naam kan nu niet worden genoemd. Dat kan één keer, na goedkeuring, tot en met {last_day}.",
        "The name cannot be told now. It is told once, after somebody agreed, until {last_day}.",
        "Wacht op goedkeuring, of vraag het opnieuw.",
        "Wait until somebody agrees, or ask again.",
    ),
    "lifting-of-someone-else": Sentence(
        "Iemand anders vroeg dit. Alleen wie het vroeg, leest de naam.",
        "Somebody else asked this. Only whoever asked reads the name.",
        "Vraag het zelf, met uw eigen reden.",
        "Ask it yourself, with your own reason.",
    ),
    "privacy-request-open-already": Sentence(
        "Dit is al gevraagd. Het antwoord is uiterlijk op {due_on} nodig.",
        "This has already been asked. The answer is needed by {due_on}.",
        "Wacht op het antwoord.",
        "Wait for the answer.",
    ),
    "privacy-request-not-open": Sentence(
        "Dit verzoek is al beantwoord.",
        "This request has already been answered.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "data-not-erased-yet": Sentence(
        "De gegevens van deze persoon zijn nog niet gewist.",
        "The data of this person has not been erased yet.",
        "Wis eerst de gegevens. Leg daarna het antwoord vast. Of leg vast waarom niet alles is gewist.",
        "Erase the data first. Then record the answer. Or record why not all was erased.",
    ),
    "parts-chosen-already": Sentence(
        "De partij gebruikt deze onderdelen al.",
        "The party already uses these parts.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "part-needs-another": Sentence(
        "Dit onderdeel hoort bij een ander onderdeel: {part} bij {needs}.",
        "This part belongs to another part: {part} to {needs}.",
        "Kies beide onderdelen, of geen van beide.",
        "Choose both parts, or neither.",
    ),
    "part-not-used": Sentence(
        "De partij gebruikt dit onderdeel niet: {part}.",
        "The party does not use this part: {part}.",
        "Het partijbureau of de beheerder kan het onderdeel aanzetten.",
        "The party bureau or the administrator can turn the part on.",
    ),
    "privacy-reasons-missing": Sentence(
        "Niet alles is gedaan wat is gevraagd. U hebt nog niet ingevuld waarom.",
        "Not all that was asked was done. You have not filled in why yet.",
        "Schrijf op waarom. Noem geen namen van mensen.",
        "Write down why. Do not name people.",
    ),
}
