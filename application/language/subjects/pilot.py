"""What is said of the log, rule books, baselines and the pilot: a line for each event, a sentence for each refusal."""

from application.language.sentences import CORRECTED, WITHDRAWN, Line, Sentence
from application.language.words import Words

BEYOND_PLACES = Words(
    "Daarmee liet het bestuur meer netwerken toe dan er plekken waren. Reden: {beyond_places_because}",
    "With this the board allowed more networks than there were places. Reason: {beyond_places_because}",
)
OUT_OF_ORDER = Words(
    "Daarmee week het bestuur af van de volgorde. Reden: {out_of_order_because}",
    "With this the board departed from the order. Reason: {out_of_order_because}",
)

LINES = {
    "LogOpened": Line("De administratie begon.", "The record began.", by_itself=True),
    "PartyBegan": Line("{who} nam deze administratie in gebruik voor {party}.", "{who} took this record into use for {party}."),
    "RuleBookOpened": Line("{who} begon met spelregels.", "{who} began a set of rules."),
    "RulesAdopted": Line(
        "{who} stelde {rules_version} vast voor dit type netwerk: {network_type}. Ze gelden vanaf {valid_from}.",
        "{who} adopted {rules_version} for this type of network: {network_type}. They hold from {valid_from}.",
    ),
    "Baseline.EntryCorrected": CORRECTED,
    "Baseline.EntryWithdrawn": WITHDRAWN,
    "RepresentationBaselineRecorded": Line(
        "{who} legde een telling vast van {group} per {variable}: {counted:persoon|mensen} op {reference_day}. Bron: {origin}",
        "{who} recorded a count of {group} by {variable}: {counted:person|people} on {reference_day}. Source: {origin}",
    ),
    "PartyMembersCounted": Line(
        "{who} legde vast dat de partij op {reference_day} {members:lid|leden} had. Bron: {origin}",
        "{who} recorded that the party had {members:member|members} on {reference_day}. Source: {origin}",
    ),
    "PilotOpened": Line(
        "{who} begon de pilot {label} met {places:plek|plekken}, van {first_day} tot en met {last_day}.",
        "{who} began the pilot {label} with {places:place|places}, from {first_day} up to and including {last_day}.",
    ),
    "GroupShowedInterest": Line("Een groep wil een netwerk over {theme}.", "A group wants a network on {theme}."),
    "TalkHeld": Line(
        "{who} sprak met een groep die een netwerk wil. Uitkomst: {outcome}.",
        "{who} talked with a group that wants a network. Outcome: {outcome}.",
    ),
    "PilotTimeOver": Line(
        "De laatste dag van de pilot is voorbij.",
        "The last day of the pilot has passed.",
        by_itself=True,
    ),
    "HoursEstimated": Line(
        "{who} schatte hoeveel uur het partijbureau in {month} aan de netwerken besteedde: {hours} uur.",
        "{who} estimated how many hours the party bureau spent on the networks in {month}: {hours:hour|hours}.",
    ),
    "PlaceTaken": Line(
        "{network} kreeg een plek in de pilot.",
        "{network} got a place in the pilot.",
        {"beyond_places_because": BEYOND_PLACES},
        by_itself=True,
    ),
    "PlaceFreed": Line("De plek van {network} kwam vrij.", "The place of {network} became free.", by_itself=True),
    "PlanPutOnWaitingList": Line(
        "{plan} kwam op de wachtlijst. Het plan was compleet op {complete_at}.",
        "{plan} was put on the waiting list. It was complete on {complete_at}.",
        by_itself=True,
    ),
    "PlaceOffered": Line(
        "{plan} kreeg een plek aangeboden.",
        "{plan} was offered a place.",
        {"out_of_order_because": OUT_OF_ORDER},
    ),
    "PlaceOfferTakenBack": Line(
        "De plek die aan {plan} was aangeboden, ging naar een ander plan.",
        "The place that was offered to {plan} went to another plan.",
    ),
    "PlanTakenOffWaitingList": Line("{plan} ging van de wachtlijst af.", "{plan} left the waiting list.", by_itself=True),
    "PilotEnded": Line("{who} beëindigde de pilot.", "{who} ended the pilot."),
}

SENTENCES = {
    "too-many-wishes": Sentence(
        "U liet ons {most} wensen weten.",
        "You have told us {most} wishes.",
        "Trek er eerst een in. Vertel ons daarna uw nieuwe wens.",
        "Take one back first. Then tell us your new wish.",
    ),
    "party-begun-already": Sentence(
        "Hier is al begonnen, voor {party}.",
        "This has already been set up, for {party}.",
        "Ga verder met wat er is, of kies met NETWERKPARTIJ_DATABASE_URL een lege database.",
        "Go on with what there is, or choose an empty database with NETWERKPARTIJ_DATABASE_URL.",
    ),
    "rules-version-exists": Sentence(
        "Er zijn al spelregels met deze naam voor dit type netwerk ({network_type}): {rules_version}.",
        "There are already rules of this name for this type of network ({network_type}): {rules_version}.",
        "Geef de gewijzigde spelregels een nieuwe naam.",
        "Give changed rules a new name.",
    ),
    "no-rules-apply": Sentence(
        "Op {on} waren er nog geen spelregels voor dit type netwerk: {network_type}.",
        "On {on} there were no rules yet for this type of network: {network_type}.",
        "Eerst stelt het Landelijk Bestuur spelregels vast, met de dag waarop ze ingaan.",
        "First the National Board adopts rules, with the day on which they begin.",
    ),
    "baseline-recorded-already": Sentence(
        "De telling van {reference_day} is al vastgelegd.",
        "The count of {reference_day} has already been recorded.",
        "Hebt u een betere telling? Kies een andere peildag. Was het een typefout? Haal de regel dan door.",
        "Do you have a better count? Choose another reference day. Was it a typing error? Then strike the line.",
    ),
    "shares-incomplete": Sentence(
        "De percentages zijn samen geen 100 procent, of een provincie komt twee keer voor.",
        "The percentages do not add up to 100 per cent, or a province occurs twice.",
        "Controleer de percentages. Vul elke provincie één keer in.",
        "Check the percentages. Fill in each province once.",
    ),
    "no-place-left": Sentence(
        "Er is geen plek meer vrij in de pilot. De pilot heeft {places:plek|plekken}: {taken} bezet en {offered} aangeboden.",
        "No place is free in the pilot. The pilot has {places:place|places}: {taken} taken and {offered} offered.",
        "Wacht tot er een plek vrijkomt. Toch meer netwerken? Geef dan de reden.",
        "Wait until a place becomes free. More networks after all? Then give the reason.",
    ),
    "pilot-opened-already": Sentence(
        "Er is al een pilot met de naam {label}.",
        "There is already a pilot called {label}.",
        "Gebruik die pilot, of kies een andere naam.",
        "Use that pilot, or choose another name.",
    ),
    "pilot-ended": Sentence(
        "De pilot is afgelopen.",
        "The pilot has ended.",
        "Plekken zijn niet meer nodig. Richt het netwerk zonder plek op.",
        "Places are no longer needed. Found the network without one.",
    ),
    "pilot-not-begun-yet": Sentence(
        "De pilot begon pas op {begun_at}.",
        "The pilot only began on {begun_at}.",
        "Kies een latere dag, of laat de pilot hier weg.",
        "Choose a later day, or leave out the pilot here.",
    ),
    "not-next-in-line": Sentence(
        "Een ander plan was eerder compleet en is eerst aan de beurt.",
        "Another plan was complete earlier and comes first.",
        "Bied de plek aan dat plan aan. Toch dit plan? Geef dan de reden.",
        "Offer the place to that plan. This plan after all? Then give the reason.",
    ),
    "plan-not-waiting": Sentence(
        "Dit plan wacht niet op een plek, of heeft al een aanbod.",
        "This plan does not wait for a place, or has already been offered one.",
        "Bekijk op de wachtlijst welke plannen wachten.",
        "See on the waiting list which plans are waiting.",
    ),
    "place-not-offered": Sentence(
        "Aan dit plan is nog geen plek aangeboden.",
        "No place was offered to this plan yet.",
        "Bied eerst een vrije plek aan, of wacht tot dit plan aan de beurt is.",
        "Offer a free place first, or wait until this plan comes next.",
    ),
    "month-not-of-pilot": Sentence(
        "De maand {month} hoort niet bij deze pilot, of is nog niet begonnen.",
        "The month {month} is not part of this pilot, or has not begun yet.",
        "Kies een maand in de pilot: van {first} tot en met {last}.",
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
        "This group is already on the talk list.",
        "Leg het gesprek vast bij de groep op de lijst.",
        "Record the talk with the group on the list.",
    ),
}
