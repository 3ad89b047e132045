"""What is said of the log, rule books, baselines and the pilot: a line for each event, a sentence for each refusal."""

from application.language.sentences import Line, Sentence
from application.language.words import Words

BEYOND_PLACES = Words(
    "Daarmee ging het bestuur boven het aantal plekken. Reden: {beyond_places_because}",
    "With this the board went beyond the places. Reason: {beyond_places_because}",
)
OUT_OF_ORDER = Words(
    "Daarmee week het bestuur af van de volgorde. Reden: {out_of_order_because}",
    "With this the board departed from the order. Reason: {out_of_order_because}",
)

LINES = {
    "LogOpened": Line("Het logboek begon.", "The log began."),
    "PartyBegan": Line("{who} nam dit logboek in gebruik voor {party}.", "{who} took this log into use for {party}."),
    "RuleBookOpened": Line("{who} begon een boek met spelregels.", "{who} began a rule book."),
    "RulesAdopted": Line(
        "{who} stelde de spelregels {rules_version} vast voor dit type: {network_type}. Ze gelden vanaf {valid_from}.",
        "{who} adopted the rules {rules_version} for this type: {network_type}. They hold from {valid_from}.",
    ),
    "RepresentationBaselineRecorded": Line(
        "{who} legde een nulmeting vast van {group}, naar {variable}: {counted} mensen op {reference_day}. Bron: {origin}.",
        "{who} recorded a baseline of {group}, by {variable}: {counted} people on {reference_day}. Source: {origin}.",
    ),
    "PartyMembersCounted": Line(
        "{who} legde vast dat de partij {members} leden had op {reference_day}. Bron: {origin}.",
        "{who} recorded that the party had {members} members on {reference_day}. Source: {origin}.",
    ),
    "PilotOpened": Line(
        "{who} begon de pilot {label} met {places} plekken, van {first_day} tot en met {last_day}.",
        "{who} began the pilot {label} with {places} places, from {first_day} until {last_day}.",
    ),
    "GroupShowedInterest": Line("Een groep wil een netwerk rond: {theme}.", "A group wants a network around: {theme}."),
    "TalkHeld": Line(
        "{who} praatte met een groep die een netwerk wil. Uitkomst: {outcome}.",
        "{who} talked with a group that wants a network. Outcome: {outcome}.",
    ),
    "PilotTimeOver": Line(
        "De laatste dag van de pilot is voorbij. Evalueer de pilot en beëindig hem.",
        "The last day of the pilot is over. Evaluate the pilot and end it.",
    ),
    "HoursEstimated": Line(
        "{who} schatte hoeveel uren de netwerken het partijbureau kostten in {month}: {hours}.",
        "{who} estimated how many hours the networks took the party bureau in {month}: {hours}.",
    ),
    "PlaceTaken": Line(
        "{network} nam een plek in de pilot in.",
        "{network} took a place in the pilot.",
        {"beyond_places_because": BEYOND_PLACES},
    ),
    "PlaceFreed": Line("De plek van {network} kwam vrij.", "The place of {network} became free."),
    "PlanPutOnWaitingList": Line(
        "{plan} kwam op de wachtlijst. Het was compleet op {complete_at}.",
        "{plan} was put on the waiting list. It was complete on {complete_at}.",
    ),
    "PlaceOffered": Line(
        "Aan {plan} werd een vrije plek aangeboden.",
        "A free place was offered to {plan}.",
        {"out_of_order_because": OUT_OF_ORDER},
    ),
    "PlaceOfferTakenBack": Line(
        "De plek die aan {plan} was aangeboden, ging naar een ander plan.",
        "The place that was offered to {plan} went to another plan.",
    ),
    "PlanTakenOffWaitingList": Line("{plan} ging van de wachtlijst af.", "{plan} left the waiting list."),
    "PilotEnded": Line("{who} beëindigde de pilot.", "{who} ended the pilot."),
}

SENTENCES = {
    "party-begun-already": Sentence(
        "Hier is al begonnen, voor {party}.",
        "This was set up before, for {party}.",
        "Ga verder met wat er is, of kies met NETWERKPARTIJ_DATABASE_URL een lege database.",
        "Go on with what there is, or choose an empty database with NETWERKPARTIJ_DATABASE_URL.",
    ),
    "rules-version-exists": Sentence(
        "De spelregels {rules_version} voor dit type ({network_type}) zijn al vastgesteld.",
        "The rules {rules_version} for this type ({network_type}) were adopted before.",
        "Geef gewijzigde spelregels een nieuwe naam.",
        "Give changed rules a new name.",
    ),
    "no-rules-apply": Sentence(
        "Op {on} golden er nog geen spelregels voor dit type: {network_type}.",
        "On {on} no rules held yet for this type: {network_type}.",
        "Eerst stelt het Landelijk Bestuur spelregels vast, met de dag waarop ze ingaan.",
        "First the National Board adopts rules, with the day from which they hold.",
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
    "pilot-not-begun-yet": Sentence(
        "Op dat moment was de pilot nog niet begonnen. De pilot begon op {begun_at}.",
        "At that moment the pilot had not begun. The pilot began on {begun_at}.",
        "Kies een later moment, of laat de pilot hier weg.",
        "Choose a later moment, or leave out the pilot here.",
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
