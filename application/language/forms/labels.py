"""
What each field of a command is called in a form, with a hint where one helps, and what to do when it is empty.

By the name of the field; where a command means something else by it, by the command and the field (``OF_COMMANDS``). Fields of
parts (one condition, one share) are among them.
"""

from collections.abc import Mapping
from typing import NamedTuple

from application.language.rules import RULES
from application.language.words import Words


class Label(NamedTuple):
    """A label, a hint where one helps, and what stands beside the field when it is empty."""

    words: Words
    ask: Words
    hint: Words | None = None


NO_NAMES = Words("Noem geen namen van mensen.", "Name no people.")
WITHOUT_END = Words("Laat dit leeg als er geen einde is.", "Leave this empty if there is no end.")


def _label(nl: str, en: str, ask_nl: str, ask_en: str, hint: Words | None = None) -> Label:
    return Label(Words(nl, en), Words(ask_nl, ask_en), hint)


WHEN: Mapping[str, Label] = {
    "at": _label(
        "Wanneer gebeurde het precies?",
        "When exactly did it happen?",
        "Vul de dag en het uur in",
        "Fill in the day and the hour",
        Words("Laat dit leeg als het nu gebeurt.", "Leave this empty if it happens now."),
    ),
    "on": _label(
        "Op welke dag gebeurde het?",
        "On which day did it happen?",
        "Vul een dag in, zoals 31 12 2023",
        "Fill in a day, such as 31 12 2023",
        Words("Laat dit leeg als het vandaag gebeurt.", "Leave this empty if it happens today."),
    ),
    "source": _label("Hoe kwam dit binnen?", "How did this come in?", "Kies hoe dit binnenkwam", "Choose how this came in"),
    "corrected_at": _label(
        "Wanneer gebeurde het echt?",
        "When did it really happen?",
        "Vul de dag en het uur in waarop het gebeurde",
        "Fill in the day and the hour at which it happened",
        Words("Laat dit leeg als de dag al klopt.", "Leave this empty if the day is right."),
    ),
    "begins": _label(
        "Hoe laat begint het?",
        "At what time does it begin?",
        "Vul een tijd in, zoals 19.30",
        "Fill in a time, such as 19.30",
        Words("Bijvoorbeeld 19.30.", "For example 19.30."),
    ),
    "day": _label("Op welke dag?", "On which day?", "Vul een dag in, zoals 31 12 2023", "Fill in a day, such as 31 12 2023"),
    "first_day": _label("Eerste dag", "First day", "Vul de eerste dag in", "Fill in the first day"),
    "last_day": _label("Laatste dag", "Last day", "Vul de laatste dag in", "Fill in the last day"),
    "ends_on": _label(
        "Tot en met welke dag loopt het?",
        "Up to and including which day does it run?",
        "Vul de laatste dag in, of laat dit leeg",
        "Fill in the last day, or leave this empty",
        WITHOUT_END,
    ),
    "closes_on": _label(
        "Tot en met welke dag kunnen leden meedenken?",
        "Up to and including which day can members give ideas?",
        "Vul de laatste dag voor ideeën in",
        "Fill in the last day for ideas",
    ),
    "due": _label(
        "Wanneer is het antwoord nodig?",
        "When is the answer needed?",
        "Vul in wanneer het antwoord nodig is",
        "Fill in when the answer is needed",
        Words("Een netwerk heeft meestal enkele weken nodig.", "A network often needs some weeks."),
    ),
    "existed_since": _label(
        "Sinds wanneer bestaat het netwerk?",
        "Since when has the network been there?",
        "Vul in sinds wanneer het netwerk bestaat",
        "Fill in since when the network has been there",
    ),
    "half_year": _label(
        "Over welk halfjaar gaat het?",
        "Which half year is it about?",
        "Kies een halfjaar",
        "Choose a half year",
        Words("Laat dit leeg voor het halfjaar van vandaag.", "Leave this empty for the half year of today."),
    ),
    "month": _label("Welke maand?", "Which month?", "Kies een maand", "Choose a month"),
    "reference_day": _label("Peildag", "Reference day", "Vul de peildag in", "Fill in the reference day"),
    "talked_on": _label(
        "Op welke dag was het gesprek?",
        "On which day was the talk?",
        "Vul in op welke dag het gesprek was",
        "Fill in on which day the talk was",
    ),
    "until": _label(
        "Tot welke dag stelt het bestuur dit uit?",
        "Until which day does the board postpone this?",
        "Vul in tot welke dag het bestuur uitstelt",
        "Fill in until which day the board postpones",
    ),
    "valid_from": _label(
        "Vanaf welke dag gelden de regels?",
        "From which day do the rules hold?",
        "Vul in vanaf welke dag de regels gelden",
        "Fill in from which day the rules hold",
    ),
}

PEOPLE: Mapping[str, Label] = {
    "person": _label("Om wie gaat het?", "Who is it about?", "Vul in om wie het gaat", "Fill in who it is about"),
    "nominee": _label(
        "Wie wordt gevraagd voor de kerngroep?",
        "Who is asked for the core group?",
        "Vul in wie u wilt vragen",
        "Fill in whom you want to ask",
    ),
    "names": _label(
        "Namen van de mensen voor de kerngroep",
        "Names of the people for the core group",
        "Vul de namen in, op elke regel één",
        "Fill in the names, one on each line",
        Words("Vul van ieder de hele naam in.", "Fill in the whole name of each."),
    ),
    "expert": _label("Wie is de deskundige?", "Who is the expert?", "Vul in wie de deskundige is", "Fill in who the expert is"),
    "told_by": _label(
        "Wie van de kerngroep liet dit weten?",
        "Who of the core group told this?",
        "Vul in wie van de kerngroep dit liet weten",
        "Fill in who of the core group told this",
    ),
    "merged": _label(
        "Welke inschrijving is dubbel?",
        "Which registration is the double one?",
        "Kies de inschrijving die dubbel is",
        "Choose the registration that is the double one",
    ),
    "attendees": _label(
        "Welke leden waren er?",
        "Which members were there?",
        "Kies de leden die er waren, of laat dit leeg",
        "Choose the members who were there, or leave this empty",
        Words("Alleen als het netwerk dat wil bewaren.", "Only if the network wants to keep that."),
    ),
    "members": _label("Partijleden", "Party members", "Vul minstens één partijlid in", "Fill in at least one party member"),
    "name": _label("Naam", "Name", "Vul de naam in", "Fill in the name"),
    "email": _label(
        "E-mailadres",
        "E-mail address",
        "Vul een e-mailadres in, zoals naam@voorbeeld.nl",
        "Fill in an e-mail address, such as naam@voorbeeld.nl",
    ),
    "birth_year": _label(
        "Geboortejaar", "Year of birth", "Vul een geboortejaar in, zoals 1958", "Fill in a year of birth, such as 1958"
    ),
    "province": _label("Provincie", "Province", "Kies een provincie", "Choose a province"),
    "somebody_else": _label(
        "Is dit iemand anders dan wie al bekend is?",
        "Is this somebody else than who is known already?",
        "Kies ja of nee",
        "Choose yes or no",
        Words("Vergelijk de provincie en het geboortejaar.", "Compare the province and the year of birth."),
    ),
    "requester_kind": _label(
        "Wie vraagt om advies?", "Who asks for advice?", "Kies wie om advies vraagt", "Choose who asks for advice"
    ),
    "addressee": _label(
        "Voor wie is het advies?", "Whom is the advice for?", "Kies voor wie het advies is", "Choose whom it is for"
    ),
    "parts": _label(
        "Welke onderdelen gebruikt u?",
        "Which parts do you use?",
        "Kies welke onderdelen u gebruikt",
        "Choose which parts you use",
        Words(
            "Zet u een onderdeel uit, dan blijft wat al is vastgelegd te zien in geschiedenis en cijfers.",
            "If you turn a part off, what was recorded of it stays in the history and in the figures.",
        ),
    ),
    "role": _label("Welke rol?", "Which role?", "Kies een rol", "Choose a role"),
    "taking_part": _label(
        "Wie van het bestuur besloten mee?",
        "Who of the board took part?",
        "Kies wie meebesloten",
        "Choose who took part",
        Words("Weet u het niet? Laat dit dan leeg.", "Do you not know? Then leave this empty."),
    ),
}

ABOUT: Mapping[str, Label] = {
    "network": _label("Welk netwerk?", "Which network?", "Kies een netwerk", "Choose a network"),
    "other_network": _label(
        "Naar welk netwerk gaat de vraag?",
        "To which network does the question go?",
        "Kies het andere netwerk",
        "Choose the other network",
    ),
    "other_networks": _label(
        "Welke netwerken vraagt u nog meer?",
        "Which other networks do you ask?",
        "Kies een of meer netwerken, of laat dit leeg",
        "Choose one or more networks, or leave this empty",
        Words("Het eerste netwerk geeft het antwoord.", "The first network gives the answer."),
    ),
    "into": _label(
        "In welk netwerk gaat het op?",
        "Into which network does it merge?",
        "Kies het netwerk dat blijft",
        "Choose the network that stays",
    ),
    "plan": _label("Welk oprichtingsplan?", "Which founding plan?", "Kies een oprichtingsplan", "Choose a founding plan"),
    "follows": _label(
        "Op welk afgewezen plan volgt dit?",
        "Which rejected plan does this follow?",
        "Kies het eerdere plan, of laat dit leeg",
        "Choose the earlier plan, or leave this empty",
    ),
    "pilot": _label("Welke pilot?", "Which pilot?", "Kies een pilot", "Choose a pilot"),
    "group": _label("Welke groep?", "Which group?", "Kies een groep", "Choose a group"),
    "meeting": _label("Welke bijeenkomst?", "Which meeting?", "Kies een bijeenkomst", "Choose a meeting"),
    "conversation": _label("Welk gesprek?", "Which talk?", "Kies een gesprek", "Choose a talk"),
    "advice_request": _label(
        "Welke adviesvraag?", "Which request for advice?", "Kies een adviesvraag", "Choose a request for advice"
    ),
    "item": _label("Waar staat de verwijzing?", "Where is the reference?", "Kies waar die staat", "Choose where it is"),
    "reference": _label("Welke verwijzing?", "Which reference?", "Kies een verwijzing", "Choose a reference"),
    "reference_lifting": _label("Welk verzoek om een naam?", "Which request for a name?", "Kies een verzoek", "Choose a request"),
    "record_lifting": _label("Welk verzoek om inzage?", "Which request to read?", "Kies een verzoek", "Choose a request"),
    "privacy_request": _label("Welk verzoek?", "Which request?", "Kies een verzoek", "Choose a request"),
    "of": _label("Welke regel in de geschiedenis?", "Which line of the history?", "Kies een regel", "Choose a line"),
    "plan_version": _label(
        "Over welke versie van het plan gaat het?",
        "Which version of the plan is it about?",
        "Kies de versie die u las",
        "Choose the version that you read",
    ),
    "question_number": _label("Welke vraag?", "Which question?", "Kies een vraag", "Choose a question"),
    "condition_number": _label("Welke voorwaarde?", "Which condition?", "Kies een voorwaarde", "Choose a condition"),
    "purpose_version": _label(
        "Onderschrijft u het doel zoals het er staat?",
        "Do you endorse the purpose as it is worded?",
        "Lees het doel, en kies of u het onderschrijft",
        "Read the purpose, and choose whether you endorse it",
    ),
    "consent_version": _label(
        "Geeft u toestemming zoals het er staat?",
        "Do you give consent as it is worded?",
        "Lees de toestemming, en kies of u die geeft",
        "Read the consent, and choose whether you give it",
    ),
    "number": _label(
        "Bij welke aanbeveling?",
        "On which recommendation?",
        "Kies een aanbeveling, of laat dit leeg",
        "Choose a recommendation, or leave this empty",
        Words("Laat dit leeg voor het hele advies.", "Leave this empty for the whole advice."),
    ),
}

TEXTS: Mapping[str, Label] = {
    "title": _label(
        "Waar gaat het over?", "What is it about?", "Vul in waar het over gaat", "Fill in what it is about", NO_NAMES
    ),
    "label": _label(
        "Hoe heet de pilot?", "What is the pilot called?", "Vul in hoe de pilot heet", "Fill in what the pilot is called"
    ),
    "theme": _label(
        "Waarover wil de groep een netwerk?",
        "On what does the group want a network?",
        "Vul in waarover de groep een netwerk wil",
        "Fill in on what the group wants a network",
        NO_NAMES,
    ),
    "purpose": _label(
        "Wat is het doel?", "What is the purpose?", "Vul in wat het doel is", "Fill in what the purpose is", NO_NAMES
    ),
    "organisation": _label(
        "Hoe is het netwerk georganiseerd?",
        "How is the network organised?",
        "Vul in hoe het netwerk is georganiseerd",
        "Fill in how the network is organised",
        NO_NAMES,
    ),
    "intended_cooperation": _label(
        "Met wie wil het netwerk samenwerken?",
        "With whom does the network want to cooperate?",
        "Vul in met wie het netwerk wil samenwerken",
        "Fill in with whom the network wants to cooperate",
        NO_NAMES,
    ),
    "year_plan": _label(
        "Wat doet het netwerk in het eerste jaar?",
        "What does the network do in its first year?",
        "Vul in wat het netwerk in het eerste jaar doet",
        "Fill in what the network does in its first year",
    ),
    "budget": _label(
        "Wat kost het, en wie betaalt dat?",
        "What does it cost, and who pays?",
        "Vul in wat het kost en wie dat betaalt",
        "Fill in what it costs and who pays",
    ),
    "distinctiveness": _label(
        "Wat is het verschil met andere netwerken?",
        "What is the difference from other networks?",
        "Vul in wat het verschil met andere netwerken is",
        "Fill in what the difference from other networks is",
    ),
    "question": _label("Wat is uw vraag?", "What is your question?", "Vul uw vraag in", "Fill in your question", NO_NAMES),
    "answer": _label("Wat is het antwoord?", "What is the answer?", "Vul het antwoord in", "Fill in the answer"),
    "advice": _label("Wat is het advies?", "What is the advice?", "Vul het advies in", "Fill in the advice"),
    "contribution": _label(
        "Wat draagt uw netwerk bij?",
        "What does your network contribute?",
        "Vul in wat uw netwerk bijdraagt",
        "Fill in what it is",
    ),
    "recommendations": _label(
        "Aanbevelingen",
        "Recommendations",
        "Vul op elke regel één aanbeveling in, of laat dit leeg",
        "Fill in one recommendation on each line, or leave this empty",
    ),
    "minority_views": _label(
        "Wat vond een minderheid?",
        "What did a minority think?",
        "Vul in wat een minderheid vond, of laat dit leeg",
        "Fill in what a minority thought, or leave this empty",
        NO_NAMES,
    ),
    "talked_with": _label(
        "Met wie was het gesprek?",
        "With whom was the talk?",
        "Vul in met wie het gesprek was",
        "Fill in with whom the talk was",
        Words("Noem de rol, geen namen.", "Name the role, and no people."),
    ),
    "reason": _label("Waarom?", "Why?", "Schrijf op waarom", "Write down why", NO_NAMES),
    "reasons": _label(
        "Waarom besloot het bestuur dit?",
        "Why did the board decide this?",
        "Schrijf op waarom het bestuur zo besloot",
        "Write down why the board decided so",
        Words("Iedereen kan dit lezen. Noem geen namen van mensen.", "Everybody can read this. Name no people."),
    ),
    "explanation": _label("Toelichting", "Explanation", "Vul een toelichting in", "Fill in an explanation"),
    "interest": _label("Wat is het eigen belang?", "What is the own interest?", "Vul in wat het belang is", "Fill in what it is"),
    "agreed": _label(
        "Wat is er afgesproken?", "What was agreed?", "Vul in wat er is afgesproken", "Fill in what was agreed", NO_NAMES
    ),
    "what_worked": _label("Wat ging goed?", "What went well?", "Vul in wat goed ging", "Fill in what went well", NO_NAMES),
    "what_did_not": _label(
        "Wat ging niet goed?", "What did not go well?", "Vul in wat niet goed ging", "Fill in what did not go well", NO_NAMES
    ),
    "what_to_change": _label(
        "Wat moet de partij veranderen?",
        "What should the party change?",
        "Vul in wat de partij moet veranderen",
        "Fill in what the party should change",
        NO_NAMES,
    ),
    "beyond_places_because": _label(
        "Waarom mag dit netwerk erbij, als alle plekken bezet zijn?",
        "Why may this network begin when all places are taken?",
        "Schrijf op waarom dit netwerk erbij mag",
        "Write down why this network may begin",
    ),
    "out_of_order_because": _label(
        "Waarom gaat dit plan voor?",
        "Why does this plan go first?",
        "Schrijf op waarom dit plan voorgaat",
        "Write down why this plan goes first",
        Words("Alleen als een ander plan langer wacht.", "Only if another plan has waited longer."),
    ),
    "origin": _label("Waar staat dit?", "Where does this stand?", "Vul in waar dit staat", "Fill in where this stands"),
    "mandate": _label(
        "Waar staat het mandaat?",
        "Where is the mandate written down?",
        "Vul in waar het mandaat staat",
        "Fill in where the mandate is written down",
    ),
    "text": _label("Wat is de voorwaarde?", "What is the condition?", "Vul de voorwaarde in", "Fill in the condition"),
    "remark": _label("Opmerking", "Remark", "Vul een opmerking in", "Fill in a remark"),
    "place": _label(
        "Waar is het?",
        "Where is it?",
        "Vul een adres of een gebouw in",
        "Fill in an address or a building",
        Words("Bijvoorbeeld de naam van een zaal met het adres.", "For example the name of a hall with its address."),
    ),
    "link": _label(
        "Adres van een webpagina",
        "Address of a web page",
        "Vul een webadres in, zoals https://voorbeeld.nl",
        "Fill in a web address, such as https://voorbeeld.nl",
    ),
    "rules_version": _label(
        "Hoe heten deze regels?",
        "What are these rules called?",
        "Vul een korte naam in, zoals lente-2026",
        "Fill in a short name, such as spring-2026",
        Words("Kleine letters, cijfers, punten en streepjes.", "Small letters, digits, dots and hyphens."),
    ),
}

CHOICES: Mapping[str, Label] = {
    "network_type": _label("Soort netwerk", "Kind of network", "Kies een soort netwerk", "Choose a kind of network"),
    "kind": _label("Wat vraagt u?", "What do you ask?", "Kies wat u vraagt", "Choose what you ask"),
    "mode": _label(
        "Online of op locatie?", "Online or on site?", "Kies online, op locatie of allebei", "Choose online, on site or both"
    ),
    "audience": _label("Voor wie is het?", "Whom is it for?", "Kies voor wie het is", "Choose whom it is for"),
    "outcome": _label("Wat kwam eruit?", "What came of it?", "Kies wat eruit kwam", "Choose what came of it"),
    "answered": _label(
        "Beantwoordt dit de vraag?",
        "Does this answer the question?",
        "Kies of dit de vraag beantwoordt",
        "Choose whether this answers the question",
    ),
    "use": _label(
        "Wat deed u met het advies?", "What did you do with the advice?", "Kies wat u ermee deed", "Choose what you did"
    ),
    "uses": _label(
        "Wat deed u met het advies?",
        "What did you do with the advice?",
        "Vul in wat u met het advies deed",
        "Fill in what you did with the advice",
    ),
    "decline_reason": _label("Waarom niet?", "Why not?", "Kies waarom niet", "Choose why not"),
    "lapse_reason": _label("Waarom vervalt het?", "Why does it lapse?", "Kies waarom het vervalt", "Choose why it lapses"),
    "missing": _label("Wat ontbreekt nog?", "What is missing?", "Kies minstens één onderdeel", "Choose at least one part"),
    "mistake": _label("Wat ging er mis?", "What went wrong?", "Kies wat er misging", "Choose what went wrong"),
    "matter": _label("Wat wilt u vragen?", "What do you want to ask?", "Kies wat u wilt vragen", "Choose what you want to ask"),
    "variable": _label("Wat is er geteld?", "What was counted?", "Kies wat er is geteld", "Choose what was counted"),
    "owner": _label("Wie moet dit doen?", "Who must do this?", "Kies wie dit moet doen", "Choose who must do this"),
    "form": _label(
        "Hoe besloot het bestuur?", "How did the board decide?", "Kies hoe het bestuur besloot", "Choose how it decided"
    ),
    "value": _label("Provincie", "Province", "Kies een provincie", "Choose a province"),
    "accepted": _label("Zeiden ze allemaal ja?", "Did all of them say yes?", "Kies ja of nee", "Choose yes or no"),
    "closed": _label(
        "Is de vraag vertrouwelijk?",
        "Is the question confidential?",
        "Kies ja of nee",
        "Choose yes or no",
        Words(
            "Dan lezen alleen u, de kerngroep en gevraagde deskundigen mee.",
            "Then only you, the core group and invited experts read it.",
        ),
    ),
    "kept_back": _label(
        "Waarom lezen de leden van het netwerk dit niet?",
        "Why do members of the network not read this?",
        "Schrijf op waarom de leden dit niet lezen",
        "Write down why members do not read this",
        Words(
            "Laat dit leeg als zij vraag en antwoord mogen lezen zodra het antwoord er is.",
            "Leave this empty if they may read question and answer once it is answered.",
        ),
    ),
    "contribution_paid": _label(
        "Betaalden zij allemaal contributie?",
        "Did all of them pay the membership fee?",
        "Kies ja of nee",
        "Choose yes or no",
    ),
    "hard": _label(
        "Moet dit klaar zijn vóór de oprichting?",
        "Must this be done before the founding?",
        "Kies ja of nee",
        "Choose yes or no",
    ),
    "sensitive": _label(
        "Vertelt lid zijn van dit netwerk iets persoonlijks?",
        "Does being a member of this network tell something personal?",
        "Kies ja of nee",
        "Choose yes or no",
        Words("Dan gelden strengere privacyregels.", "Then stricter privacy rules hold."),
    ),
    "told_by_both": _label(
        "Zijn beide kanten het eens over deze dag?",
        "Do both sides agree on this day?",
        "Kies ja of nee",
        "Choose yes or no",
    ),
}

NUMBERS: Mapping[str, Label] = {
    "present": _label(
        "Hoeveel mensen waren er?", "How many people were there?", "Vul een aantal in, zoals 25", "Fill in a number, such as 25"
    ),
    "supporters": _label(
        "Hoeveel leden steunen de oprichting?",
        "How many members support the founding?",
        "Vul in hoeveel leden de oprichting steunen",
        "Fill in how many members support the founding",
    ),
    "member_for_days": _label(
        "Hoeveel dagen waren zij al partijlid?",
        "For how many days were they party members?",
        "Vul een aantal dagen in, zoals 90",
        "Fill in a number of days, such as 90",
    ),
    "duration_months": _label(
        "Voor hoeveel maanden?", "For how many months?", "Vul een aantal maanden in, zoals 24", "Fill in months, such as 24"
    ),
    "welcome": _label(
        "Wat lezen nieuwe leden als eerste?",
        "What do new members read first?",
        "Schrijf wat nieuwe leden als eerste lezen",
        "Write what new members read first",
        NO_NAMES,
    ),
    "with_experience": _label(
        "Hoeveel van de kerngroep hebben bestuurlijke ervaring?",
        "How many of the core group have experience in public office?",
        "Vul een aantal in, zoals 2",
        "Fill in a number, such as 2",
        Words("Niemand vraagt wie dat zijn.", "Nobody asks who they are."),
    ),
    "counted": _label(
        "Hoeveel mensen zijn geteld?", "How many people were counted?", "Vul in hoeveel mensen zijn geteld", "Fill in how many"
    ),
    "hours": _label(
        "Hoeveel uren kostte het?",
        "How many hours did it take?",
        "Vul een aantal uren in, zoals 12",
        "Fill in a number of hours, such as 12",
        Words(
            "Van iedereen op het partijbureau samen. Een schatting is genoeg.", "Of all at the party bureau. An estimate will do."
        ),
    ),
    "places": _label("Hoeveel plekken?", "How many places?", "Vul een aantal plekken in, zoals 5", "Fill in a number, such as 5"),
    "share": _label("Welk deel?", "Which share?", "Vul een deel in, zoals 0,25", "Fill in a share, such as 0.25"),
}

PARTS: Mapping[str, Label] = {
    "decided": _label(
        "Hoe kwam het besluit tot stand?", "How was it decided?", "Vul in hoe het bestuur besloot", "Fill in how it was decided"
    ),
    "conditions": _label(
        "Voorwaarden", "Conditions", "Vul de voorwaarden in, of laat dit leeg", "Fill in the conditions, or leave this empty"
    ),
    "shares": _label(
        "Deel van elke provincie", "Share of each province", "Vul minstens twee provincies in", "Fill in two provinces or more"
    ),
    "rules": _label("Regels", "Rules", "Vul de regels in", "Fill in the rules"),
    **{name: Label(words, Words("Vul deze regel in", "Fill in this rule")) for name, words in RULES.items()},
}

LABELS: Mapping[str, Label] = {**WHEN, **PEOPLE, **ABOUT, **TEXTS, **CHOICES, **NUMBERS, **PARTS}

STAYS = _label(
    "Welke inschrijving blijft?",
    "Which registration stays?",
    "Kies de inschrijving die blijft",
    "Choose the registration that stays",
)
NETWORK_NAME = _label(
    "Naam van het netwerk", "Name of the network", "Vul de naam van het netwerk in", "Fill in the name of the network"
)
MEETING_LINK = _label(
    "Hoe komt men online?",
    "How does one come online?",
    "Vul een webadres in dat begint met https://",
    "Fill in a web address that begins with https://",
    Words("Een webadres. Alleen wie mag komen, ziet het.", "A web address. Only who may come sees it."),
)
MEETING_DAY = _label("Nieuwe dag", "New day", "Vul de nieuwe dag in", "Fill in the new day")

OF_COMMANDS: Mapping[tuple[str, str], Label] = {
    **{
        (command, "name"): NETWORK_NAME for command in ("DraftPlan", "RevisePlan", "AmendPlan", "BringInNetwork", "RenameNetwork")
    },
    **{(command, "into"): STAYS for command in ("MergePersons", "UndoPersonMerger")},
    ("RecordBaseline", "group"): _label("Van wie zijn de cijfers?", "Whose figures are they?", "Kies van wie", "Choose whose"),
    ("CountPartyMembers", "members"): _label(
        "Hoeveel leden had de partij?",
        "How many members did the party have?",
        "Vul in hoeveel leden de partij had",
        "Fill in how many members the party had",
    ),
    **{
        (command, "purpose"): _label("Waarvoor?", "What for?", "Kies waarvoor", "Choose what for")
        for command in ("GiveConsent", "WithdrawConsent")
    },
    ("OfferSeats", "until"): _label(
        "Tot en met welke dag kunnen leden in de kerngroep komen?",
        "Up to and including which day can members come into the core group?",
        "Kies een dag na vandaag",
        "Choose a day after today",
    ),
    ("RequestAdvice", "contact"): _label(
        "Staat de adviesvrager nog niet in de lijst?",
        "Is the requester not in the list yet?",
        "Vul de naam in",
        "Fill in the name",
    ),
    ("RequestAdvice", "person"): _label("Wie vraagt dit?", "Who asks this?", "Vul in wie belt", "Fill in who calls"),
    ("NominateChair", "nominee"): _label(
        "Wie wordt voorzitter?", "Who will be chair?", "Vul in wie voorzitter wordt", "Fill in who will be chair"
    ),
    ("AskClarification", "question"): _label(
        "Wat is nog niet duidelijk?", "What is not clear yet?", "Vul in wat nog niet duidelijk is", "Fill in what is not clear"
    ),
    ("GiveClarification", "answer"): _label(
        "Wat bedoelt u?", "What do you mean?", "Vul in wat u bedoelt", "Fill in what you mean"
    ),
    ("AnswerCall", "answer"): _label("Wat is uw idee?", "What is your idea?", "Vul uw idee in", "Fill in your idea"),
    ("MoveMeeting", "day"): MEETING_DAY,
    **{(command, "link"): MEETING_LINK for command in ("PlanMeeting", "MoveMeeting")},
    ("AgreeNewDay", "due"): MEETING_DAY,
    ("ConditionText", "due"): _label(
        "Wanneer moet het klaar zijn?",
        "When must it be done?",
        "Vul in wanneer het klaar moet zijn",
        "Fill in when it must be done",
    ),
    ("DecidedText", "day"): _label(
        "Op welke dag besloot het bestuur?",
        "On which day did the board decide?",
        "Vul in op welke dag het bestuur besloot",
        "Fill in on which day the board decided",
    ),
    ("AskRecordLifting", "person"): _label(
        "Voor welke controleur?", "For which auditor?", "Vul in welke controleur", "Fill in which auditor"
    ),
    ("AskRecordLifting", "until"): _label(
        "Tot en met welke dag leest de controleur dit?",
        "Until which day does the auditor read this?",
        "Vul de laatste dag in",
        "Fill in the last day",
    ),
    ("AskRecordLifting", "reasons"): _label(
        "Waarom moet een controleur dit lezen?",
        "Why must an auditor read this?",
        "Schrijf op waarom een controleur dit moet lezen",
        "Write down why an auditor must read this",
        NO_NAMES,
    ),
    ("AskLifting", "reasons"): _label(
        "Waarom moet de naam bekend worden?",
        "Why must the name be known?",
        "Schrijf op waarom de naam bekend moet worden",
        "Write down why the name must be known",
        NO_NAMES,
    ),
    ("AnswerPrivacyRequest", "outcome"): _label(
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
    ("AnswerPrivacyRequest", "reasons"): _label(
        "Waarom is niet alles gedaan?",
        "Why was not all of it done?",
        "Schrijf op waarom niet alles is gedaan",
        "Write down why not all of it was done",
        NO_NAMES,
    ),
}
"""What a field is called in one command, where the same name means something else there."""


def label_of(command: str, name: str) -> Label:
    """Give what a field of a command, or of a part of one, is called; by the names of their classes."""
    return OF_COMMANDS.get((command, name)) or LABELS[name]
