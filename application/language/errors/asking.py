"""What went wrong with entries that are mended, and what is asked, and what to do next."""

from application.language.sentences import Sentence

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
        "Dit past niet bij wat al is vastgelegd: {because} van {on}.",
        "This does not fit with what is recorded: {because} of {on}.",
        "{first}",
        "{first}",
    ),
    "nothing-to-rest-on-then": Sentence(
        "Op {on} kan dit niet: {ground} was er toen niet.",
        "This cannot be on {on}: {ground} was not there then.",
        "Kies een andere dag. Klopt de dag wel? Verbeter dan eerst waar dit op rust.",
        "Choose another day. Is that day right? Then first correct what this rests on.",
    ),
    "members-rest-on-entry": Sentence(
        "Dit past niet bij wat leden van dit netwerk deden.",
        "This does not fit with what members of this network did.",
        "Kies een andere dag. Wat het is, kan alleen de eigen kerngroep zien.",
        "Choose another day. What it is only its own core group can see.",
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
        "Kijk in de geschiedenis wat later gebeurde. Het partijbureau kan dat verbeteren. Of leg een nieuw besluit vast.",
        "See in the history what happened later. The party bureau can correct that. Or record a new decision.",
    ),
}

ASKING = {
    "unknown-consent-wording": Sentence(
        "Op {on} was er geen tekst van de toestemming met versie {version}. De versie van toen: {current}.",
        "On {on} there was no wording of the consent with version {version}. The version of that day: {current}.",
        "Lees de tekst van de toestemming. Geef daarna toestemming met de versie die bij die tekst staat.",
        "Read the wording of the consent. Then give consent with the version that stands with it.",
    ),
    "access-denied": Sentence(
        "U kunt dit niet doen of bekijken. Uw rol is: {role}.",
        "You cannot do or see this. Your role is: {role}.",
        "Kies iets dat bij uw rol past. Hebt u een andere rol nodig? Een beheerder kan een rol geven.",
        "Choose something that fits your role. Do you need another role? An administrator can give a role.",
    ),
    "persons-of-sensitive-network": Sentence(
        "Dit netwerk is gevoelig. Over één persoon legt het partijbureau of het Landelijk Bestuur hier niets vast.",
        "This network is sensitive. The party bureau and the National Board record nothing about one person here.",
        "Leden doen dit zelf of met hun kerngroep. Dat geldt voor iedereen en zegt niets over wie lid is.",
        "Members do this themselves or with their core group. That holds for everybody, and says nothing about who is a member.",
    ),
    "not-confirmed-by-mail": Sentence(
        "Uw vraag is nog niet verstuurd. Wij kennen uw e-mailadres nog niet.",
        "Your question has not been sent yet. We do not know your e-mail address yet.",
        "Bevestig uw e-mailadres met de code die wij u mailen. Daarna gaat de vraag naar het netwerk.",
        "Confirm your e-mail address with the code that we mail to you. The question goes to the network after that.",
    ),
    "unknown-item": Sentence(
        "Niet gevonden: {kind} met als kenmerk of naam {item}.",
        "Not found: {kind} with the id or name {item}.",
        "Controleer het kenmerk of de naam, of zoek in de lijst.",
        "Check the id or the name, or look in the list.",
    ),
    "look-purpose-missing": Sentence(
        "U vraagt veel leden in één keer op. Nog niemand zei waarvoor.",
        "You ask for many members at once. Nobody said what for.",
        "Zeg waarvoor u dit bekijkt. De leden kunnen dat lezen.",
        "Say what you look for (Look-Purpose). The members can read it.",
    ),
    "person-not-found": Sentence(
        "Er is niemand met precies deze naam, of er is meer dan één persoon die zo heet.",
        "Nobody has exactly this name, or more than one person is called so.",
        "Controleer de schrijfwijze. Zijn er twee mensen met deze naam? Gebruik dan het kenmerk van de persoon.",
        "Check the spelling. Are there two people of this name? Then use the id of the person.",
    ),
    "possibly-same-person": Sentence(
        "Misschien is deze persoon al bekend: {name}. Iemand anders heeft {same}. Er is niets vastgelegd.",
        "Perhaps this person is known already: {name}. Somebody else has {same}. Nothing was recorded.",
        "Zoek de naam op, en vergelijk provincie en geboortejaar. Is het iemand anders? Schrijf opnieuw in en zeg dat erbij.",
        "Look up the name, and compare province and year of birth. Is it somebody else? Register again and say so.",
    ),
    "merged-with-oneself": Sentence(
        "Dit is twee keer dezelfde persoon.",
        "This is the same person twice.",
        "Zoek de tweede inschrijving op, en kies die.",
        "Look up the second registration, and choose that one.",
    ),
    "person-merged-already": Sentence(
        "Een van deze inschrijvingen is al met een andere samengevoegd.",
        "One of these registrations has been merged with another already.",
        "U hoeft niets te doen. Zijn het toch twee mensen? Maak het samenvoegen dan ongedaan.",
        "There is nothing to do. Are they two people after all? Then undo the merger.",
    ),
    "person-not-merged": Sentence(
        "Deze twee inschrijvingen zijn niet samengevoegd, of dat is al ongedaan gemaakt.",
        "These two registrations are not merged, or that has been undone already.",
        "U hoeft niets te doen. Zijn ze wel van één persoon? Voeg ze dan samen.",
        "There is nothing to do. Are they of one person? Then merge them.",
    ),
    "both-still-needed": Sentence(
        "Op één plek zijn beide inschrijvingen nog nodig. Het gaat om {needed}.",
        "In one place both registrations are still needed. It is about {needed}.",
        "Beëindig dat eerst voor een van beide, of meld een van beide af. Een rol beëindigt een beheerder. Voeg daarna samen.",
        "First end that for one of the two, or let one of the two leave. An administrator ends a role. Merge after that.",
    ),
    "nominated-person-not-found": Sentence(
        "Er is niemand die precies {name} heet, of meer dan één. Er is niets vastgelegd.",
        "Nobody is called exactly {name}, or more than one person is. Nothing was recorded.",
        "Controleer de naam, of schrijf het partijlid eerst in. Draag wie dezelfde naam heeft apart voor, met een kenmerk.",
        "Check the name, or register them as a party member first. Nominate those who share a name one by one, by their id.",
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
}
