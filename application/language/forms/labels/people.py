"""What fields that name people, or tell of them, are called."""

from collections.abc import Mapping

from application.language.forms.labels.label import Label, label
from application.language.words import Words

PEOPLE: Mapping[str, Label] = {
    "person": label("Om wie gaat het?", "Who is it about?", "Vul in om wie het gaat", "Fill in who it is about"),
    "nominee": label(
        "Wie wordt gevraagd voor de kerngroep?",
        "Who is asked for the core group?",
        "Vul in wie u wilt vragen",
        "Fill in whom you want to ask",
    ),
    "names": label(
        "Namen van de mensen voor de kerngroep",
        "Names of the people for the core group",
        "Vul de namen in, op elke regel één",
        "Fill in the names, one on each line",
        Words("Vul van ieder de hele naam in.", "Fill in the whole name of each."),
    ),
    "expert": label("Wie is de deskundige?", "Who is the expert?", "Vul in wie de deskundige is", "Fill in who the expert is"),
    "told_by": label(
        "Wie van de kerngroep liet dit weten?",
        "Who of the core group told this?",
        "Vul in wie van de kerngroep dit liet weten",
        "Fill in who of the core group told this",
    ),
    "merged": label(
        "Welke inschrijving is dubbel?",
        "Which registration is the double one?",
        "Kies de inschrijving die dubbel is",
        "Choose the registration that is the double one",
    ),
    "attendees": label(
        "Welke leden waren er?",
        "Which members were there?",
        "Kies de leden die er waren, of laat dit leeg",
        "Choose the members who were there, or leave this empty",
        Words("Alleen als het netwerk dat wil bewaren.", "Only if the network wants to keep that."),
    ),
    "members": label("Partijleden", "Party members", "Vul minstens één partijlid in", "Fill in at least one party member"),
    "name": label("Naam", "Name", "Vul de naam in", "Fill in the name"),
    "email": label(
        "E-mailadres",
        "E-mail address",
        "Vul een e-mailadres in, zoals naam@voorbeeld.nl",
        "Fill in an e-mail address, such as naam@voorbeeld.nl",
    ),
    "birth_year": label(
        "Geboortejaar", "Year of birth", "Vul een geboortejaar in, zoals 1958", "Fill in a year of birth, such as 1958"
    ),
    "province": label("Provincie", "Province", "Kies een provincie", "Choose a province"),
    "somebody_else": label(
        "Is dit iemand anders dan wie al bekend is?",
        "Is this somebody else than who is known already?",
        "Kies ja of nee",
        "Choose yes or no",
        Words("Vergelijk de provincie en het geboortejaar.", "Compare the province and the year of birth."),
    ),
    "requester_kind": label(
        "Wie vraagt om advies?", "Who asks for advice?", "Kies wie om advies vraagt", "Choose who asks for advice"
    ),
    "addressee": label(
        "Voor wie is het advies?", "Whom is the advice for?", "Kies voor wie het advies is", "Choose whom it is for"
    ),
    "parts": label(
        "Welke onderdelen gebruikt u?",
        "Which parts do you use?",
        "Kies welke onderdelen u gebruikt",
        "Choose which parts you use",
        Words(
            "Zet u een onderdeel uit, dan blijft wat al is vastgelegd te zien in geschiedenis en cijfers.",
            "If you turn a part off, what was recorded of it stays in the history and in the figures.",
        ),
    ),
    "role": label("Welke rol?", "Which role?", "Kies een rol", "Choose a role"),
    "taking_part": label(
        "Wie van het bestuur besloten mee?",
        "Who of the board took part?",
        "Kies wie meebesloten",
        "Choose who took part",
        Words("Weet u het niet? Laat dit dan leeg.", "Do you not know? Then leave this empty."),
    ),
}
