"""
What went wrong and what to do next, in plain Dutch and in English, by the code of the refusal.

Names in braces are the facts that the refusal is raised with; a test compares them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from application.language.telling import Facts
from application.language.words import Language
from domain.errors import DomainError


class Sentence(NamedTuple):
    """What happened and what to do next, in both languages."""

    nl: str
    en: str
    next_nl: str
    next_en: str


class Refusal(NamedTuple):
    """What a face shows: what happened, and what to do next."""

    text: str
    next: str

    def __str__(self) -> str:
        return f"{self.text} {self.next}"


RULE_BOOK_AND_PILOT = {
    "rules-version-exists": Sentence(
        "De spelregels {rules_version} voor dit type ({network_type}) zijn al vastgesteld.",
        "The rules {rules_version} for this type ({network_type}) were adopted before.",
        "Geef gewijzigde spelregels een nieuwe naam.",
        "Give changed rules a new name.",
    ),
    "no-rules-apply": Sentence(
        "Op {on} golden er nog geen spelregels voor dit type: {network_type}.",
        "On {on} no rules held yet for this type: {network_type}.",
        "Leg eerst de spelregels vast, met de dag waarop ze ingaan.",
        "Adopt the rules first, with the day from which they hold.",
    ),
    "baseline-recorded-already": Sentence(
        "De nulmeting van {reference_day} is al vastgelegd.",
        "The baseline of {reference_day} was recorded before.",
        "Leg een betere telling vast met haar eigen peildag.",
        "Record a better count with a reference day of its own.",
    ),
    "shares-incomplete": Sentence(
        "De aandelen zijn samen {total}. Ze moeten samen 1 zijn en elke provincie mag één keer voorkomen.",
        "The shares make {total} together. They must make 1, and each province may be named once.",
        "Geef elk aandeel als een getal tussen 0 en 1, bijvoorbeeld 0,12 voor 12 procent.",
        "Give each share as a number between 0 and 1, for example 0.12 for 12 per cent.",
    ),
    "no-place-left": Sentence(
        "Alle plekken van de pilot zijn bezet. Er zijn {places} plekken: {taken} bezet en {offered} aangeboden.",
        "All places of the pilot are taken. There are {places} places: {taken} taken and {offered} offered.",
        "Wacht tot er een plek vrijkomt, of geef een reden om boven het aantal plekken te gaan.",
        "Wait until a place is free, or give a reason to go beyond the places.",
    ),
    "pilot-opened-already": Sentence(
        "Er is al een pilot met de naam {label}.",
        "There is a pilot called {label} already.",
        "Gebruik die pilot, of kies een andere naam.",
        "Use that pilot, or choose another name.",
    ),
    "pilot-ended": Sentence(
        "De pilot is afgelopen.",
        "The pilot has ended.",
        "Na de pilot zijn plekken niet meer nodig. Een netwerk oprichten kan zonder plek.",
        "After the pilot places no longer limit. A network can be founded without one.",
    ),
    "not-next-in-line": Sentence(
        "Een ander plan was eerder compleet en is eerst aan de beurt.",
        "Another plan was complete earlier and comes first.",
        "Bied de plek aan dat plan aan, of geef een reden om van de volgorde af te wijken.",
        "Offer the place to that plan, or give a reason to depart from the order.",
    ),
    "plan-not-waiting": Sentence(
        "Dit plan wacht niet op een plek, of heeft er al een aangeboden gekregen.",
        "This plan does not wait for a place, or was offered one already.",
        "Kijk op de wachtlijst welke plannen op een plek wachten.",
        "See on the waiting list which plans wait for a place.",
    ),
    "place-not-offered": Sentence(
        "Aan dit plan is nog geen plek aangeboden.",
        "No place was offered to this plan yet.",
        "Bied eerst een vrije plek aan, of wacht tot dit plan aan de beurt is.",
        "Offer a free place first, or wait until this plan comes next.",
    ),
    "month-not-of-pilot": Sentence(
        "De maand {month} hoort niet bij deze pilot, of is nog niet begonnen.",
        "The month {month} is none of this pilot, or has not begun yet.",
        "Kies een maand van {first} tot en met {last}.",
        "Choose a month from {first} up to {last}.",
    ),
    "unknown-group": Sentence(
        "Deze groep staat nog niet op de gesprekkenlijst.",
        "This group is not on the talk list yet.",
        "Leg eerst vast dat de groep belangstelling heeft.",
        "Record the interest of the group first.",
    ),
    "group-known-already": Sentence(
        "Deze groep staat al op de gesprekkenlijst.",
        "This group is on the talk list already.",
        "Leg het gesprek vast bij de groep die er al staat.",
        "Record the talk with the group that is there.",
    ),
}

PLANS = {
    "plan-not-a-draft": Sentence(
        "Alleen een concept kunt u zo aanpassen of indienen. Dit plan is nu: {status}.",
        "Only a draft can be written or submitted like this. This plan is now: {status}.",
        "Is het plan ingediend en nog niet besproken? Dien dan een nieuwe versie in.",
        "Was the plan submitted and not decided on yet? Then hand in a new version.",
    ),
    "plan-not-submitted": Sentence(
        "Dit kan alleen met een plan dat is ingediend. Dit plan is nu: {status}.",
        "This takes a plan that was submitted. This plan is now: {status}.",
        "Kijk hoe het met het plan staat. Een concept moet eerst worden ingediend.",
        "See where the plan stands. A draft has to be submitted first.",
    ),
    "plan-decided": Sentence(
        "Dit plan is afgerond en verandert niet meer. Het is nu: {status}.",
        "This plan is finished and no longer changes. It is now: {status}.",
        "Begin een nieuw plan als de groep verder wil, en verwijs daarin naar dit plan.",
        "Begin a new plan if the group wants to go on, and let it follow this one.",
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
        "Draag iemand uit de kerngroep voor als voorzitter.",
        "Name somebody of the core group as chair.",
    ),
    "supporters-too-new": Sentence(
        "Wie steunt moet zoveel dagen partijlid zijn: {needs}. Van iedereen die is geteld, staat dit vast: {has}.",
        "Supporters must be party members for this many days: {needs}. Of all who were counted this is known: {has}.",
        "Tel alleen leden die lang genoeg lid zijn, en leg dat vast bij de telling.",
        "Count only those who have been members long enough, and say so with the count.",
    ),
    "contributions-not-paid": Sentence(
        "Wie steunt moet de contributie hebben betaald. Dat staat niet bij de telling.",
        "Supporters must have paid their contribution. The count does not say that they have.",
        "Tel alleen leden die hebben betaald, en leg dat vast bij de telling.",
        "Count only members who have paid, and say so with the count.",
    ),
    "too-few-core-group-members": Sentence(
        "Zoveel mensen namen een plaats in de kerngroep aan: {has}. Nodig zijn er minstens {needs}.",
        "This many people accepted a seat in the core group: {has}. At least {needs} are needed.",
        "Vraag meer leden voor de kerngroep, of wacht tot zij antwoorden.",
        "Ask more members for the core group, or wait until they answer.",
    ),
    "too-few-supporters": Sentence(
        "Zoveel leden steunen de oprichting: {has}. Nodig zijn er minstens {needs}.",
        "This many members support the founding: {has}. At least {needs} are needed.",
        "Zoek meer steun en laat het partijbureau opnieuw tellen.",
        "Find more support and let the party bureau count again.",
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
        "Laat het partijbureau het plan eerst nakijken.",
        "Let the party bureau check the plan first.",
    ),
    "bureau-advice-missing": Sentence(
        "Het partijbureau heeft nog geen advies gegeven. De spelregels vragen dat.",
        "The party bureau has not advised yet. The rules ask for that.",
        "Laat het partijbureau eerst advies geven.",
        "Let the party bureau give its advice first.",
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
        "Vraag het lid eerst voor de kerngroep.",
        "Ask the member for the core group first.",
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

NETWORKS = {
    "network-closed": Sentence(
        "Dit netwerk is opgeheven op {closed_at}.",
        "This network was closed on {closed_at}.",
        "Kies een ander netwerk. Ging het om iets van voor die dag? Noem dan die dag.",
        "Choose another network. Was it about something before that day? Then name that day.",
    ),
    "network-not-begun-yet": Sentence(
        "Op dat moment was dit netwerk er nog niet. Begin: {begun_at}.",
        "At that moment this network was not there yet. Beginning: {begun_at}.",
        "Kies een later moment. Klopt de begindag niet? Verbeter dan eerst die dag.",
        "Choose a later moment. Is the first day wrong? Then correct that day first.",
    ),
    "network-suspended": Sentence(
        "Dit netwerk ligt op dit moment stil.",
        "This network is suspended at the moment.",
        "Wacht tot het Landelijk Bestuur het netwerk weer laat doorgaan.",
        "Wait until the National Board lets the network go on.",
    ),
    "network-not-suspended": Sentence(
        "Dit netwerk ligt niet stil.",
        "This network is not suspended.",
        "U hoeft niets te doen.",
        "You need not do anything.",
    ),
    "suspension-not-allowed": Sentence(
        "Volgens de spelregels kan dit type netwerk niet worden stilgelegd.",
        "Under the rules this type of network cannot be suspended.",
        "Maak andere afspraken met het netwerk, of pas eerst de spelregels aan.",
        "Agree otherwise with the network, or change the rules first.",
    ),
    "already-in-core-group": Sentence(
        "Dit lid heeft al een plaats in de kerngroep.",
        "This member has a seat in the core group already.",
        "U hoeft niets te doen.",
        "You need not do anything.",
    ),
    "another-body-appoints": Sentence(
        "Volgens de spelregels stelt een ander de leden van deze kerngroep aan: {body}.",
        "Under the rules somebody else appoints this core group: {body}.",
        "Vraag wie mag aanstellen, of leg vast dat die het deed.",
        "Ask whoever may appoint, or record that they did.",
    ),
    "not-in-core-group": Sentence(
        "Dit lid had op dat moment geen plaats in de kerngroep.",
        "This member had no seat in the core group at that moment.",
        "Kijk wie er in de kerngroep zitten, of noem een ander moment.",
        "See who is in the core group, or name another moment.",
    ),
    "fewer-seats-than-stated": Sentence(
        "De kerngroep had op dat moment {seats} leden. Daarvan kunnen er geen {stated} zijn.",
        "The core group had {seats} members at that moment. It cannot be {stated} of them.",
        "Noem een kleiner aantal, of een ander moment.",
        "Name a smaller number, or another moment.",
    ),
    "nothing-changed": Sentence(
        "De afspraken zijn al zo. Er verandert niets.",
        "The agreements are like this already. Nothing changes.",
        "Pas aan wat anders moet, of laat het zo.",
        "Change what should be different, or leave it.",
    ),
    "term-not-longer": Sentence(
        "Een verlenging duurt langer dan wat er al is afgesproken. Afgesproken einddatum: {agreed}. Gevraagd: {ends_on}.",
        "A renewal lasts longer than what was agreed. Agreed last day: {agreed}. Asked: {ends_on}.",
        "Kies een latere datum. Moet de duur korter? Wijzig dan de afspraken.",
        "Choose a later date. Should it be shorter? Then change the agreements.",
    ),
    "closed-request-not-recorded": Sentence(
        "Een vertrouwelijke vraag legt het partijbureau niet vast: het mag haar niet lezen.",
        "The party bureau does not record a closed request: it may not read it.",
        "Laat de adviesvrager of de kerngroep haar zelf vastleggen, of stel haar niet vertrouwelijk.",
        "Let the requester or the core group record it, or do not make it closed.",
    ),
    "time-goes-forward": Sentence(
        "De klok kan niet terug: het nieuwste in dit logboek is van {newest}.",
        "The clock cannot go back: the newest event in this log is from {newest}.",
        "Noem een later moment.",
        "Name a later moment.",
    ),
    "conversation-held-already": Sentence(
        "De uitkomst van dit gesprek is al vastgelegd.",
        "The outcome of this conversation was recorded already.",
        "U hoeft niets te doen. Is er opnieuw gepraat? Leg het besluit dan bij het netwerk vast.",
        "You need not do anything. Was there another talk? Then record the decision with the network.",
    ),
    "term-already-over": Sentence(
        "Deze afspraken zouden al voorbij zijn: de gevraagde einddatum is {ends_on}.",
        "These agreements would be over already: the last day asked for is {ends_on}.",
        "Kies een einddatum na de dag van de afspraak, of laat de einddatum weg.",
        "Choose a last day after the day of the agreement, or leave it out.",
    ),
    "network-dormant": Sentence(
        "Dit netwerk is slapend: de afgesproken duur is voorbij.",
        "This network is dormant: its agreed duration is over.",
        "Wacht tot het Landelijk Bestuur het netwerk verlengt.",
        "Wait until the National Board renews the network.",
    ),
    "already-sensitive": Sentence(
        "Dit netwerk is al gemarkeerd als gevoelig.",
        "This network is marked as sensitive already.",
        "U hoeft niets te doen.",
        "You need not do anything.",
    ),
    "merged-into-itself": Sentence(
        "Een netwerk kan niet opgaan in zichzelf.",
        "A network cannot merge into itself.",
        "Kies een ander netwerk.",
        "Choose another network.",
    ),
    "network-name-taken": Sentence(
        "De naam {name} is van een ander netwerk, of bezet voor een plan dat al is goedgekeurd.",
        "The name {name} is another network's, or reserved for a plan that was approved already.",
        "Kies een andere naam.",
        "Choose another name.",
    ),
}

MEMBERSHIPS = {
    "already-member": Sentence(
        "Dit lid hoort al bij het netwerk.",
        "This member belongs to the network already.",
        "U hoeft niets te doen.",
        "You need not do anything.",
    ),
    "not-a-member": Sentence(
        "Op dat moment was dit geen lid van het netwerk.",
        "At that moment this was no member of the network.",
        "Kijk wanneer het lidmaatschap gold, of meld het lid eerst aan.",
        "See when the membership held, or let the member join first.",
    ),
    "purpose-changed-since": Sentence(
        "Op de dag zelf is het doel van het netwerk anders verwoord: versie {current}, en niet versie {endorsed}.",
        "On the day itself the purpose of the network is worded differently: version {current}, and not version {endorsed}.",
        "Lees het doel zoals het op die dag luidt en beslis opnieuw.",
        "Read the purpose as it is on that day and decide again.",
    ),
    "explicit-consent-needed": Sentence(
        "Lid zijn van dit netwerk zegt veel over iemand. Daarom is uitdrukkelijke toestemming nodig.",
        "Being in this network tells much about somebody. That is why explicit consent is needed.",
        "Lees waarvoor de toestemming is, en geef die als u dat wilt.",
        "Read what the consent is for, and give it if you want to.",
    ),
    "too-young": Sentence(
        "Voor dit netwerk moet iemand minstens {minimum_age} jaar zijn, en dat is niet zeker.",
        "This network is for people of at least {minimum_age}, and that is not certain.",
        "Neem contact op met het partijbureau als het geboortejaar niet klopt of ontbreekt.",
        "Contact the party bureau if the year of birth is wrong or missing.",
    ),
    "not-a-party-member": Sentence(
        "Op dat moment was dit geen lid van de partij, of was opgezegd.",
        "At that moment this was no member of the party, or had given notice.",
        "Word eerst lid van de partij. Klopt dit niet? Neem contact op met het partijbureau.",
        "Become a member of the party first. Is this wrong? Contact the party bureau.",
    ),
    "already-a-party-member": Sentence(
        "Dit is al een lid van de partij.",
        "This is a member of the party already.",
        "U hoeft niets te doen.",
        "You need not do anything.",
    ),
    "party-end-already-pending": Sentence(
        "Het einde van dit partijlidmaatschap is al gemeld en is definitief op {final_on}.",
        "The end of this party membership was announced before and is final on {final_on}.",
        "Was het een vergissing? Tot die dag kunt u het ongedaan maken.",
        "Was it a mistake? Until that day it can be undone.",
    ),
    "no-party-end-pending": Sentence(
        "Er is geen einde van dit partijlidmaatschap gemeld.",
        "No end of this party membership was announced.",
        "Kijk of u het goede lid heeft. Is het einde al definitief? Leg dan vast dat deze persoon weer lid van de partij is.",
        "See whether this is the right member. Is the end final already? Then record that this person is a party member again.",
    ),
    "role-held-already": Sentence(
        "Deze persoon heeft deze rol al: {role}.",
        "This person holds this role already: {role}.",
        "U hoeft niets te doen.",
        "You need not do anything.",
    ),
    "no-address-in-use": Sentence(
        "Van deze persoon is geen e-mailadres in gebruik.",
        "No e-mail address of this person is in use.",
        "Vraag de persoon om een adres en leg dat vast.",
        "Ask this person for an address and record it.",
    ),
    "role-not-held": Sentence(
        "Deze persoon heeft deze rol niet: {role}.",
        "This person does not hold this role: {role}.",
        "Kijk wie deze rol heeft.",
        "See who holds this role.",
    ),
}

MEETINGS = {
    "meeting-planned-too-late": Sentence(
        "{day} was toen al voorbij. Een bijeenkomst plant u voor een dag die nog komt.",
        "{day} was over by then. A meeting is planned for a day that is still to come.",
        "Kies een latere dag. Was de bijeenkomst er al? Leg dan vast dat ze doorging.",
        "Choose a later day. Was the meeting held? Then record that.",
    ),
    "meeting-planned-already": Sentence(
        "De bijeenkomst staat al op {day}.",
        "The meeting is planned for {day} already.",
        "Kies een andere dag.",
        "Choose another day.",
    ),
    "meeting-not-yet": Sentence(
        "De bijeenkomst staat op {day} en kan niet eerder zijn geweest.",
        "The meeting is planned for {day} and cannot have been held before.",
        "Was de bijeenkomst eerder? Verplaats haar dan eerst.",
        "Was it held earlier? Then move it first.",
    ),
    "meeting-held-already": Sentence(
        "Deze bijeenkomst is al geweest, op {at}.",
        "This meeting was held already, on {at}.",
        "Klopt de dag of het aantal niet? Verbeter dan die vermelding.",
        "Is the day or the number wrong? Then correct that entry.",
    ),
    "meeting-cancelled-already": Sentence(
        "Deze bijeenkomst is afgezegd op {at}.",
        "This meeting was called off on {at}.",
        "Was dat een vergissing? Trek die vermelding dan in. Of plan een nieuwe bijeenkomst.",
        "Was that a mistake? Then withdraw that entry. Or plan a new meeting.",
    ),
    "meeting-withdrawn": Sentence(
        "Deze bijeenkomst is ingetrokken en telt niet meer mee.",
        "This meeting was withdrawn and no longer counts.",
        "Leg de bijeenkomst opnieuw vast.",
        "Record the meeting anew.",
    ),
    "names-not-kept": Sentence(
        "Dit is een gevoelig netwerk. Wie er bij een bijeenkomst was, bewaren we dan niet.",
        "This is a sensitive network. Who came to a meeting is not kept then.",
        "Leg alleen vast hoeveel mensen er waren.",
        "Record only how many people were there.",
    ),
    "fewer-present-than-named": Sentence(
        "U noemt {named} mensen, maar er waren er {present}.",
        "You name {named} people, but {present} were there.",
        "Verhoog het aantal, of noem alleen wie er was.",
        "Raise the number, or name only who was there.",
    ),
    "entry-has-no-number": Sentence(
        "Bij deze vermelding hoort een dag en geen aantal mensen.",
        "This entry has a day and no number of people.",
        "Geef de goede dag. Een aantal hoort alleen bij een bijeenkomst die is geweest.",
        "Give the right day. Only a meeting that was held has a number.",
    ),
}

LESSONS = {
    "no-lesson-told": Sentence(
        "Geen van de drie vragen is beantwoord.",
        "None of the three questions is answered.",
        "Beantwoord minstens één vraag.",
        "Answer at least one question.",
    ),
    "lessons-told-already": Sentence(
        "Dit staat er al zo. Er verandert niets.",
        "It says so already. Nothing changes.",
        "Pas een van de antwoorden aan, of laat het zo.",
        "Change one of the answers, or leave it like this.",
    ),
    "half-year-not-begun": Sentence(
        "Het halfjaar {half_year} was op die dag nog niet begonnen.",
        "The half year {half_year} had not begun on that day.",
        "Kies het halfjaar van nu.",
        "Choose the half year of today.",
    ),
    "half-year-over": Sentence(
        "Lessen over {half_year} kon u vertellen tot en met {until}.",
        "Lessons over {half_year} could be told until {until}.",
        "Vertel ze bij het halfjaar van nu.",
        "Tell them with the half year of today.",
    ),
}

ADVICE = {
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
        "Wacht tot het partijbureau een ander netwerk heeft gevonden.",
        "Wait until the party bureau has found another network.",
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

ENTRIES = {
    "entry-not-found": Sentence(
        "Wat u wilt verbeteren, staat niet in deze geschiedenis.",
        "What you want to correct is not in this history.",
        "Zoek in de geschiedenis de vermelding die u bedoelt.",
        "Find the entry that you mean in the history.",
    ),
    "entry-not-correctable": Sentence(
        "Deze vermelding kunt u niet achteraf verbeteren of intrekken.",
        "This entry cannot be corrected or withdrawn afterwards.",
        "Leg een nieuw besluit vast, of verbeter de vermelding waar deze uit volgt.",
        "Record a new decision, or correct the entry that this one follows from.",
    ),
    "entry-has-no-reasons": Sentence(
        "Bij deze vermelding horen geen redenen.",
        "This entry has no reasons.",
        "Redenen horen bij goedkeuren, niet goedkeuren en aanhouden. Laat ze hier weg.",
        "Approving, rejecting and deferring have reasons. Leave them out here.",
    ),
    "something-rests-on-entry": Sentence(
        "Deze vermelding kunt u niet meer intrekken: {because}.",
        "This entry can no longer be withdrawn: {because}.",
        "Trek eerst in wat later is vastgelegd. Kan dat niet? Leg dan een nieuw besluit vast.",
        "First withdraw what was recorded later. Is that impossible? Then record a new decision.",
    ),
    "entry-already-withdrawn": Sentence(
        "Deze vermelding is al ingetrokken.",
        "This entry was withdrawn before.",
        "U hoeft niets te doen. Is het toch gebeurd? Leg het dan opnieuw vast.",
        "You need not do anything. Did it happen after all? Then record it again.",
    ),
    "correction-impossible": Sentence(
        "Met deze verbetering klopt de volgorde niet meer. Er zou bijvoorbeeld iets eindigen voordat het begon.",
        "With this correction the order no longer fits. Something would end before it began, for instance.",
        "Kies een ander moment, of verbeter eerst de vermelding die erbij hoort.",
        "Choose another moment, or correct the entry that goes with it first.",
    ),
    "recorded-too-late": Sentence(
        "Dit gebeurde op {at}. Daarna is al iets vastgelegd waar het niet meer bij past.",
        "This happened on {at}. Something recorded since no longer fits with it.",
        "Kijk in de geschiedenis wat later gebeurde. Verbeter dat eerst, of leg een nieuw besluit vast.",
        "See in the history what happened later. Correct that first, or record a new decision.",
    ),
}

ASKING = {
    "access-denied": Sentence(
        "U kunt dit niet doen of bekijken. Uw rol is: {role}.",
        "You cannot do or see this. Your role is: {role}.",
        "Vraag het partijbureau om hulp als u dit nodig heeft.",
        "Ask the party bureau for help if you need this.",
    ),
    "unknown-item": Sentence(
        "Niet gevonden: {kind} met als kenmerk of naam {item}.",
        "Not found: {kind} with the id or name {item}.",
        "Controleer het kenmerk of de naam, of zoek in de lijst.",
        "Check the id or the name, or look in the list.",
    ),
    "person-not-found": Sentence(
        "Er is niemand met precies deze naam, of er is meer dan één persoon die zo heet.",
        "Nobody has exactly this name, or more than one person is called so.",
        "Controleer de schrijfwijze. Vraag anders de persoon om het eigen kenmerk (te vinden onder /v1/me).",
        "Check the spelling. Otherwise ask the person for their own id (found at /v1/me).",
    ),
    "stale-version": Sentence(
        "Iemand anders heeft dit intussen gewijzigd. U zag versie {seen}, nu is het versie {current}.",
        "Somebody else changed this in the meantime. You saw version {seen}, it is version {current} now.",
        "Bekijk hoe het nu is, en doe uw wijziging opnieuw.",
        "See how it is now, and make your change again.",
    ),
    "version-needed": Sentence(
        "Bij deze wijziging hoort de versie die u zag. Die ontbreekt.",
        "This change goes with the version that you saw. It is missing.",
        "Bekijk hoe het nu is (versie {current}) en noem die versie. Voor programma's: If-Match.",
        "See how it is now (version {current}) and name that version. For programs: If-Match.",
    ),
    "command-id-reused": Sentence(
        "Dit kenmerk is eerder gebruikt voor een andere opdracht.",
        "This id was used before for something else.",
        "Geef een nieuwe opdracht een nieuw kenmerk. Voor programma's: Idempotency-Key.",
        "Give something new a new id. For programs: Idempotency-Key.",
    ),
    "in-the-future": Sentence(
        "Het gekozen moment is nog niet geweest: {at}.",
        "The chosen moment has not been yet: {at}.",
        "Leg het vast als het is gebeurd, of kies een eerder moment.",
        "Record it when it has happened, or choose an earlier moment.",
    ),
    "curve-too-long": Sentence(
        "Een groeicurve telt hoogstens {most} dagen; dit zijn er {days}.",
        "A growth curve has at most {most} days; these are {days}.",
        "Vraag een kortere tijd, of vraag het in delen.",
        "Ask for a shorter time, or ask in parts.",
    ),
    "person-erased": Sentence(
        "De gegevens van deze persoon zijn gewist. Er wordt niets nieuws bewaard.",
        "The data of this person was erased. Nothing new is kept.",
        "Doet deze persoon weer mee? Voeg de persoon dan opnieuw toe.",
        "Does this person take part again? Then add the person anew.",
    ),
    "nothing-due": Sentence(
        "Hier is nu niets aan de beurt.",
        "Nothing is due here now.",
        "U hoeft niets te doen. De klok legt het vast op de dag zelf.",
        "There is nothing to do. The clock records it on the day itself.",
    ),
    "calendar-lacks-year": Sentence(
        "De kalender met feestdagen kent het jaar {year} niet. Er gaat nu geen post uit.",
        "The calendar of holidays does not know the year {year}. No mail goes out now.",
        "Neem een nieuwere versie van het programma in gebruik. Wat wacht, gaat daarna alsnog uit.",
        "Install a newer version of the program. What waits goes out then.",
    ),
    "log-opened-already": Sentence(
        "Dit logboek is al begonnen.",
        "This log was begun before.",
        "Gebruik het logboek dat er is, of kies een lege map.",
        "Use the log that is there, or choose an empty folder.",
    ),
}

HISTORY_FILE = {
    "history-row-refused": Sentence(
        "Regel {line} van het bestand kan niet kloppen. {refusal}",
        "Line {line} of the file cannot be true. {refusal}",
        "Verbeter het bestand en lees het opnieuw in. Er is niets van vastgelegd.",
        "Mend the file and import it again. Nothing of it was recorded.",
    ),
    "history-file-unreadable": Sentence(
        "Dit bestand kan niet worden gelezen.",
        "This file cannot be read.",
        "Kijk of het er is, en of u het mag lezen.",
        "See whether it is there, and whether you may read it.",
    ),
    "not-utf-8": Sentence(
        "Dit bestand is geen tekst in UTF-8.",
        "This file is not UTF-8 text.",
        "Bewaar het als UTF-8 en probeer het opnieuw.",
        "Save it as UTF-8 and try again.",
    ),
    "wrong-header": Sentence(
        "De eerste regel moet zijn: {header}.",
        "The first line must be: {header}.",
        "Zet die regel bovenaan, en de kolommen in die volgorde.",
        "Put that line first, and the columns in that order.",
    ),
    "malformed-row": Sentence(
        "Deze regel is niet als CSV te lezen: de aanhalingstekens kloppen niet, of een vak is te lang.",
        "This line cannot be read as CSV: the quotes are wrong, or a cell is too long.",
        "Verbeter de regel, of bewaar het bestand opnieuw als CSV.",
        "Mend the line, or save the file as CSV again.",
    ),
    "wrong-number-of-cells": Sentence(
        "Deze regel heeft {has} vakken, en het moeten er {needs} zijn.",
        "This line has {has} cells, and there must be {needs}.",
        "Kijk of er een komma te veel of te weinig staat.",
        "See whether there is a comma too many or too few.",
    ),
    "malformed-timestamp": Sentence(
        "Deze regel begint niet met een tijdstip.",
        "This line does not begin with an instant.",
        "Schrijf het tijdstip zoals 2018-11-04T20:28:43Z.",
        "Write the instant as 2018-11-04T20:28:43Z.",
    ),
    "malformed-kind": Sentence(
        "De soort mag alleen kleine letters, cijfers en streepjes hebben, hooguit {most}.",
        "The kind may have small letters, digits and hyphens only, at most {most}.",
        "Verbeter de soort, of laat haar leeg.",
        "Mend the kind, or leave it empty.",
    ),
    "malformed-network-name": Sentence(
        "De naam van het netwerk ontbreekt, is langer dan {most} tekens, of heeft tekens die niemand ziet.",
        "The name of the network is missing, is longer than {most} characters, or has characters that nobody sees.",
        "Vul een gewone naam in.",
        "Fill in an ordinary name.",
    ),
    "unknown-history-event": Sentence(
        "Deze soort gebeurtenis kennen we niet: {event}.",
        "This kind of event is not known: {event}.",
        "Kijk in docs/contract.md welke zes soorten er zijn.",
        "See docs/contract.md for the six kinds.",
    ),
    "history-not-in-order": Sentence(
        "Het bestand staat niet op volgorde van tijd. Deze regel is van {at}, een eerdere regel van later.",
        "The file is not in order of time. This line is of {at}, an earlier line is of later.",
        "Zet de oudste regel bovenaan.",
        "Put the oldest line first.",
    ),
    "network-unknown": Sentence(
        "Het netwerk {name} is in dit bestand nog niet opgericht.",
        "The file has not founded the network {name} yet.",
        "Zet de regel over de oprichting erboven, of verbeter de naam van het netwerk.",
        "Put the line about its founding above this one, or mend the name of the network.",
    ),
    "person-missing": Sentence(
        "Op deze regel ontbreekt om wie het gaat.",
        "This line does not say who it is about.",
        "Vul het kenmerk van de persoon in.",
        "Fill in the reference of the person.",
    ),
    "history-in-the-future": Sentence(
        "Dit is nog niet gebeurd: {at}.",
        "This has not happened yet: {at}.",
        "Laat regels over de toekomst weg.",
        "Leave out lines about the future.",
    ),
}

STORE = {
    "store-unavailable": Sentence(
        "De database is nu niet te bereiken. Er is niets vastgelegd.",
        "The database cannot be reached now. Nothing was recorded.",
        "Probeer het over een paar seconden opnieuw. Blijft het zo? Waarschuw de beheerder.",
        "Try again in a few seconds. Does it last? Tell the administrator.",
    ),
    "store-busy": Sentence(
        "De database is te lang bezet. Er is niets vastgelegd.",
        "The database was busy for too long. Nothing was recorded.",
        "Probeer het over een paar seconden opnieuw.",
        "Try again in a few seconds.",
    ),
    "store-read-only": Sentence(
        "In de database kan niet worden geschreven. Er is niets vastgelegd.",
        "The database cannot be written to. Nothing was recorded.",
        "Waarschuw de beheerder: het programma moet in de map en de database mogen schrijven.",
        "Tell the administrator: the program must be allowed to write to the folder and the database.",
    ),
    "store-full": Sentence(
        "De schijf is vol. Er is niets vastgelegd.",
        "The disk is full. Nothing was recorded.",
        "Waarschuw de beheerder. Zodra er ruimte is, werkt alles weer.",
        "Tell the administrator. Everything works again as soon as there is room.",
    ),
    "store-damaged": Sentence(
        "De database ziet er anders uit dan verwacht. Er is niets vastgelegd.",
        "The database is not as expected. Nothing was recorded.",
        "Waarschuw de beheerder: gebruik de goede database en de nieuwste versie, of zet een reservekopie terug.",
        "Tell the administrator: use the right database and the newest release of the program, or put a backup back.",
    ),
}

VAULT = {
    "seal-broken": Sentence(
        "Een afgeschermde tekst is veranderd of staat op de verkeerde plaats.",
        "A sealed text was altered or is in the wrong place.",
        "Waarschuw de beheerder en laat het logboek nakijken.",
        "Tell the administrator and have the log checked.",
    ),
    "seal-misplaced": Sentence(
        "Deze tekst hoort bij iemand anders en is niet bewaard.",
        "This text belongs to somebody else and was not kept.",
        "Meld dit aan de beheerder. Dit is een fout in het programma.",
        "Tell the administrator. This is a mistake in the program.",
    ),
    "key-destroyed": Sentence(
        "De sleutel voor deze gegevens is vernietigd. Er komt geen nieuwe.",
        "The key for this data was destroyed. There will be no new one.",
        "Laat deze gegevens weg.",
        "Leave this data out.",
    ),
    "person-unknown": Sentence(
        "Deze persoon is niet bekend.",
        "This person is not known.",
        "Voeg de persoon eerst toe, of controleer het kenmerk.",
        "Add the person first, or check the id.",
    ),
    "person-already-known": Sentence(
        "Iemand anders is al bekend onder dit kenmerk van buiten.",
        "Somebody else is known by this outside reference already.",
        "Controleer het kenmerk in de ledenadministratie.",
        "Check the reference in the member register.",
    ),
    "wrong-master-key": Sentence(
        "De hoofdsleutel past niet op deze kluis.",
        "The master key does not fit this vault.",
        "Gebruik de sleutel die bij deze kluis is gemaakt. Zet hem zo nodig terug uit de reservekopie.",
        "Use the key that was made with this vault. Put it back from the backup if needed.",
    ),
    "vault-of-another-log": Sentence(
        "Deze kluis hoort bij een ander logboek.",
        "This vault belongs to another log.",
        "Zet de kluis en de database terug die bij elkaar horen.",
        "Put back the vault and the database that belong together.",
    ),
    "vault-url-unsupported": Sentence(
        "Het adres van de kluis is geen SQLite-bestand en geen PostgreSQL-database.",
        "The address of the vault is neither an SQLite file nor a PostgreSQL database.",
        "Verbeter de instelling VAULT_URL.",
        "Mend the setting VAULT_URL.",
    ),
    "vault-bytes-remain": Sentence(
        "De gegevens zijn gewist, maar een open verbinding houdt nog oude resten vast.",
        "The data was erased, but an open connection still holds old remains.",
        "Wis over een paar seconden nog eens. Dat kan geen kwaad.",
        "Erase once more in a few seconds. That does no harm.",
    ),
    "master-key-required": Sentence(
        "Voor deze kluis is de instelling MASTER_KEY nodig.",
        "This vault needs the setting MASTER_KEY.",
        "Geef de hoofdsleutel in MASTER_KEY. Alleen bij SQLite ligt de sleutel in een bestand.",
        "Give the master key in MASTER_KEY. Only with SQLite the key lies in a file.",
    ),
    "master-key-missing": Sentence(
        "De kluis is er, maar het bestand met de sleutel ontbreekt.",
        "The vault is there, but its key file is missing.",
        "Zet het sleutelbestand terug uit de reservekopie, of geef de sleutel in MASTER_KEY.",
        "Put the key file back from the backup, or give the key in MASTER_KEY.",
    ),
    "master-key-rights": Sentence(
        "Het sleutelbestand is te lezen voor anderen, of juist niet voor het programma.",
        "The key file can be read by others, or cannot be read by the program.",
        "Geef alleen de eigenaar rechten op het bestand: 0600.",
        "Give only its owner rights on the file: 0600.",
    ),
    "master-key-not-made": Sentence(
        "Het sleutelbestand kon niet worden gemaakt.",
        "The key file could not be made.",
        "Zorg dat het programma in de map van de kluis mag schrijven.",
        "Let the program write to the folder of the vault.",
    ),
    "master-key-malformed": Sentence(
        "De hoofdsleutel heeft niet de goede vorm.",
        "The master key does not have the right form.",
        "Gebruik 32 bytes in base64, precies zoals de sleutel is gemaakt.",
        "Use 32 bytes in base64, exactly as the key was made.",
    ),
}

FACES = {
    "malformed-body": Sentence(
        "De gegevens zijn niet te lezen of passen niet bij deze opdracht.",
        "The data cannot be read or does not fit what was asked.",
        "Verbeter wat bij de velden staat en verstuur het opnieuw.",
        "Mend what is said at the fields and send it again.",
    ),
    "malformed-parameter": Sentence(
        "Iets in het adres of in de gegevens eromheen is niet te lezen.",
        "Something in the address or the headers cannot be read.",
        "Verbeter wat bij de velden staat en vraag het opnieuw.",
        "Mend what is said at the fields and ask again.",
    ),
    "unknown-position": Sentence(
        "Zo ver is de geschiedenis nog niet.",
        "The history has not come this far yet.",
        "Vraag het opnieuw. Voor programma's: noem de Event-Position van uw laatste wijziging, of laat hem weg.",
        "Ask again. For programs: name the Event-Position of your last change, or leave it out.",
    ),
    "unknown-route": Sentence(
        "Dit adres bestaat niet.",
        "This address does not exist.",
        "Controleer het adres. Voor programma's: de lijst staat in /v1/openapi.json.",
        "Check the address. For programs: the list is in /v1/openapi.json.",
    ),
    "method-not-allowed": Sentence(
        "Op dit adres kan dit niet.",
        "This address does not do that.",
        "Kijk in /v1/openapi.json wat hier wel kan.",
        "See in /v1/openapi.json what it does.",
    ),
    "not-acceptable": Sentence(
        "In de gevraagde vorm is dit niet te krijgen.",
        "This cannot be had in the form that was asked for.",
        "Vraag het in de vorm application/json.",
        "Ask for application/json.",
    ),
    "unsupported-media-type": Sentence(
        "De gegevens zijn in een andere vorm gestuurd dan hier kan.",
        "The data was sent in another form than this address takes.",
        "Stuur ze in de vorm application/json.",
        "Send it as application/json.",
    ),
    "too-large": Sentence(
        "Dit is te groot om te ontvangen.",
        "This is too large to take in.",
        "Maak de teksten korter of verstuur het in delen.",
        "Make the texts shorter or send it in parts.",
    ),
    "not-signed-in": Sentence(
        "We weten niet wie u bent, of uw toegang is verlopen.",
        "We do not know who you are, or your access has ended.",
        "Meld u opnieuw aan. Voor programma's: stuur een geldige sleutel mee (Authorization: Bearer).",
        "Sign in again. For programs: send a valid token (Authorization: Bearer).",
    ),
    "invalid-cursor": Sentence(
        "Deze bladwijzer in de lijst is niet te lezen.",
        "This place in the list cannot be read.",
        "Begin weer bij de eerste bladzijde.",
        "Begin at the first page again.",
    ),
    "cursor-of-someone-else": Sentence(
        "Deze bladwijzer hoort bij een andere vraag of een andere gebruiker.",
        "This place in the list belongs to another question or another user.",
        "Begin weer bij de eerste bladzijde.",
        "Begin at the first page again.",
    ),
    "command-id-malformed": Sentence(
        "Het kenmerk van de opdracht heeft niet de goede vorm.",
        "The id of the command does not have the right form.",
        "Gebruik een UUID. Voor programma's: Idempotency-Key.",
        "Use a UUID. For programs: Idempotency-Key.",
    ),
    "not-settled-yet": Sentence(
        "Dit moment is te kort geleden: er kan nog iets bij komen.",
        "This moment is too recent: something may still be added to it.",
        "Vraag het over tien seconden opnieuw, of kies een eerder moment.",
        "Ask again in ten seconds, or choose an earlier moment.",
    ),
    "not-caught-up-yet": Sentence(
        "Uw wijziging is vastgelegd, maar nog niet overal te zien.",
        "Your change was recorded, but cannot be seen everywhere yet.",
        "Vraag het over een paar seconden opnieuw. U hoeft niets opnieuw te doen.",
        "Ask again in a few seconds. You need not do anything again.",
    ),
    "internal-error": Sentence(
        "Er ging iets mis in het programma.",
        "Something went wrong in the program.",
        "Probeer het nog eens. Blijft het misgaan? Geef dan de dag en het tijdstip door aan de beheerder.",
        "Try again. Does it go on? Then tell the administrator the day and the time.",
    ),
    "wrong-setting": Sentence(
        "Een instelling van het programma klopt niet. Daarom start het niet.",
        "A setting of the program is wrong. That is why it does not start.",
        "Verbeter de instelling die de melding noemt en start opnieuw.",
        "Mend the setting that the message names and start again.",
    ),
}

SENTENCES: Mapping[str, Sentence] = MappingProxyType(
    RULE_BOOK_AND_PILOT
    | PLANS
    | NETWORKS
    | MEMBERSHIPS
    | ADVICE
    | MEETINGS
    | LESSONS
    | ENTRIES
    | ASKING
    | HISTORY_FILE
    | STORE
    | VAULT
    | FACES
)

UNKNOWN_CODE = Sentence(
    "Dit lukte niet ({code}).",
    "This did not work ({code}).",
    "Geef deze melding door aan de beheerder.",
    "Pass this message on to the administrator.",
)


def error_sentence(code: str, facts: Mapping[str, object], language: Language) -> Refusal:
    """
    Say what happened and what to do next.

    Never fails: a code without a sentence is named, a fact that is not there is called unknown.
    """
    sentence = SENTENCES.get(code, UNKNOWN_CODE)
    told = Facts({"code": code} | {name: _refusal(fact, language) for name, fact in facts.items()}, language)
    happened, next_step = (sentence.nl, sentence.next_nl) if language == Language.NL else (sentence.en, sentence.next_en)
    return Refusal(happened.format_map(told), next_step.format_map(told))


def _refusal(fact: object, language: Language) -> object:
    return error_sentence(fact.code, fact.facts, language).text if isinstance(fact, DomainError) else fact
