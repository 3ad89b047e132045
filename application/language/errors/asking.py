"""What went wrong with entries that are mended, and what is asked, and what to do next."""

from application.language.sentences import Sentence

ENTRIES = {
    "entry-not-found": Sentence(
        "Deze regel staat niet in deze geschiedenis.",
        "This line is not in this history.",
        "Zoek in de geschiedenis de regel die u wilt verbeteren.",
        "Find the line that you want to correct in the history.",
    ),
    "entry-not-correctable": Sentence(
        "U kunt deze regel niet verbeteren of doorhalen.",
        "You cannot correct or strike this line.",
        "Verbeter de regel waardoor deze regel er kwam, of leg een nieuw besluit vast.",
        "Correct the line that caused this one, or record a new decision.",
    ),
    "entry-has-no-reasons": Sentence(
        "Bij deze regel horen geen redenen.",
        "This line has no reasons.",
        "Laat de redenen leeg. Alleen een besluit heeft redenen.",
        "Leave the reasons empty. Only a decision has reasons.",
    ),
    "something-rests-on-entry": Sentence(
        "Dit past niet bij wat al is vastgelegd: {because} van {on}.",
        "This does not fit with what is recorded: {because} of {on}.",
        "{first}",
        "{first}",
    ),
    "nothing-to-rest-on-then": Sentence(
        "Op {on} kan dit niet. Toen was dit er niet: {ground}.",
        "This is not possible on {on}. This was not there then: {ground}.",
        "Kies een andere dag. Klopt de dag wel? Verbeter dan eerst de regel waar dit op rust.",
        "Choose another day. Is that day right? Then first correct the line that this rests on.",
    ),
    "members-rest-on-entry": Sentence(
        "Dit past niet bij wat leden van dit netwerk deden.",
        "This does not fit with what members of this network did.",
        "Kies een andere dag. Alleen de eigen kerngroep kan zien wat de leden deden.",
        "Choose another day. Only its own core group can see what the members did.",
    ),
    "entry-already-withdrawn": Sentence(
        "Deze regel is al doorgehaald.",
        "This line has already been struck.",
        "U hoeft niets te doen. Is het toch gebeurd? Leg het dan opnieuw vast.",
        "There is nothing to do. Did it happen after all? Then record it again.",
    ),
    "correction-impossible": Sentence(
        "Deze verbetering past niet bij de volgorde. Dan zou iets bijvoorbeeld eindigen voordat het begon.",
        "This correction does not fit the order. Something would end before it began, for example.",
        "Kies een andere dag, of verbeter eerst de regel die erbij hoort.",
        "Choose another day, or first correct the line that belongs to it.",
    ),
    "recorded-too-late": Sentence(
        "Na {at} is al iets vastgelegd dat hier niet bij past.",
        "After {at} something was recorded that does not fit with this.",
        "Bekijk in de geschiedenis wat er daarna gebeurde. Het partijbureau kan dat verbeteren. Of leg een nieuw besluit vast.",
        "See in the history what happened afterwards. The party bureau can correct that. Or record a new decision.",
    ),
}

ASKING = {
    "unknown-consent-wording": Sentence(
        "Op {on} was er geen tekst van de toestemming met versie {version}. De versie van toen: {current}.",
        "On {on} there was no text of the consent with version {version}. The version of that day: {current}.",
        "Lees de tekst van de toestemming. Geef daarna toestemming met de versie die bij die tekst staat.",
        "Read the text of the consent. Then give consent with the version that stands with the text.",
    ),
    "access-denied": Sentence(
        "U mag dit niet doen of bekijken. Uw rol is: {role}.",
        "You may not do or see this. Your role is: {role}.",
        "Kies iets dat bij uw rol past. Hebt u een andere rol nodig? Een beheerder kan een rol geven.",
        "Choose something that fits your role. Do you need another role? An administrator can give a role.",
    ),
    "persons-of-sensitive-network": Sentence(
        "Voor dit netwerk gelden strengere privacyregels. Partijbureau en "
        "Landelijk Bestuur leggen hier over één persoon niets vast.",
        "Stricter privacy rules hold for this network. The party bureau and the "
        "National Board record nothing about one person here.",
        "Leden doen dit zelf of met hun kerngroep. Dat geldt voor iedereen. Deze melding zegt niet wie lid is.",
        "Members do this themselves or with their core group. That holds for "
        "everybody. This message does not say who is a member.",
    ),
    "address-not-confirmed": Sentence(
        "Dit e-mailadres is nog niet bevestigd.",
        "This e-mail address has not been confirmed yet.",
        "Vul het e-mailadres in op de pagina Uw gegevens. Bevestig het met de code die wij daarheen mailen.",
        "Fill in the e-mail address on the page Your data. Confirm it with the code that we mail there.",
    ),
    "not-confirmed-by-mail": Sentence(
        "Uw vraag is nog niet verstuurd. Wij kennen uw e-mailadres nog niet.",
        "Your question has not been sent yet. We do not know your e-mail address yet.",
        "Bevestig uw e-mailadres met de code die wij u mailen. Daarna gaat de vraag naar het netwerk.",
        "Confirm your e-mail address with the code that we mail to you. The question goes to the network after that.",
    ),
    "unknown-item": Sentence(
        "Wij vonden geen {kind} met deze naam of dit kenmerk: {item}.",
        "We found no {kind} with this name or id: {item}.",
        "Controleer hoe u het schreef, of kies uit de lijst.",
        "Check the spelling, or choose from the list.",
    ),
    "look-purpose-missing": Sentence(
        "U vraagt veel leden in één keer op. Nog niemand zei waarvoor.",
        "You ask for many members at once. Nobody said what for.",
        "Zeg waarvoor u dit bekijkt. De leden kunnen dat lezen.",
        "Say what you look for (Look-Purpose). The members can read it.",
    ),
    "person-not-found": Sentence(
        "Wij vonden niemand met precies deze naam, of meer dan één persoon.",
        "We found nobody with exactly this name, or more than one person.",
        "Controleer hoe de naam is geschreven. Heten meer mensen zo? Gebruik dan het kenmerk van de persoon.",
        "Check the spelling. Do more people have this name? Then use the id of the person.",
    ),
    "possibly-same-person": Sentence(
        "Misschien kennen wij deze persoon al: {name}. Iemand heeft al {same}. Er is niets vastgelegd.",
        "Perhaps we already know this person: {name}. Somebody already has {same}. Nothing was recorded.",
        "Zoek de naam op, en vergelijk provincie en geboortejaar. Is het iemand "
        "anders? Schrijf de persoon dan opnieuw in, en kies dat.",
        "Look up the name, and compare province and year of birth. Is it somebody "
        "else? Then register this person again, and choose that.",
    ),
    "merged-with-oneself": Sentence(
        "Dit is twee keer dezelfde persoon.",
        "This is the same person twice.",
        "Zoek de tweede inschrijving op, en kies die.",
        "Look up the second registration, and choose that one.",
    ),
    "person-merged-already": Sentence(
        "Een van deze inschrijvingen is al met een andere samengevoegd.",
        "One of these registrations has already been merged with another.",
        "U hoeft niets te doen. Zijn het toch twee mensen? Maak het samenvoegen dan ongedaan.",
        "There is nothing to do. Are they two people after all? Then undo the merger.",
    ),
    "person-not-merged": Sentence(
        "Deze twee inschrijvingen zijn niet samengevoegd, of dat is al ongedaan gemaakt.",
        "These two registrations are not merged, or that has already been undone.",
        "U hoeft niets te doen. Zijn de inschrijvingen wel van één persoon? Voeg de inschrijvingen dan samen.",
        "There is nothing to do. Are they of one person? Then merge them.",
    ),
    "both-still-needed": Sentence(
        "Ergens zijn nog beide inschrijvingen nodig. Het gaat om {needed}.",
        "Somewhere both registrations are still needed. It is about {needed}.",
        "Beëindig dat eerst voor een van beide, of meld een van beide af. Een rol beëindigt een beheerder. Voeg daarna samen.",
        "First end that for one of the two, or let one of the two leave. An administrator ends a role. Merge after that.",
    ),
    "nominated-person-not-found": Sentence(
        "Wij vonden niemand die precies {name} heet, of meer dan één persoon. Er is niets vastgelegd.",
        "We found nobody who is called exactly {name}, or more than one person. Nothing was recorded.",
        "Controleer de naam, of schrijf het partijlid eerst in. Hebben twee mensen deze naam? Vraag elk apart, met een kenmerk.",
        "Check the name, or register this party member first. Do two people have "
        "this name? Ask each of them separately, by their id.",
    ),
    "stale-version": Sentence(
        "Iemand anders heeft dit intussen gewijzigd.",
        "Somebody else has changed this in the meantime.",
        "Bekijk hoe het nu is. Doe daarna uw wijziging opnieuw.",
        "See how it is now. Then make your change again.",
    ),
    "version-needed": Sentence(
        "Wij weten niet welke versie u hebt gezien.",
        "We do not know which version you saw.",
        "Open de pagina opnieuw en doe uw wijziging nog een keer.",
        "Open the page again and make your change again.",
    ),
    "command-id-reused": Sentence(
        "Deze wijziging is al verstuurd, maar met een andere inhoud.",
        "This change was already sent, with other content.",
        "Open de pagina opnieuw en doe uw wijziging nog een keer.",
        "Open the page again and make your change again.",
    ),
    "not-on-another-day": Sentence(
        "Dit gebeurt nu, en niet op een andere dag.",
        "This happens now, and on no other day.",
        "Laat de dag leeg.",
        "Leave the day empty.",
    ),
    "in-the-future": Sentence(
        "De gekozen dag moet nog komen: {at}.",
        "The chosen day is still to come: {at}.",
        "Kies een eerdere dag, of leg het vast als het is gebeurd.",
        "Choose an earlier day, or record it once it has happened.",
    ),
    "unknown-event-type": Sentence(
        "Wij kennen geen gebeurtenis met deze naam: {type}.",
        "We know no event with this name: {type}.",
        "Kies een naam uit de lijst.",
        "Choose a name from the list.",
    ),
    "last-day-too-early": Sentence(
        "De eerste dag komt na de laatste: {first} en {last}.",
        "The first day comes after the last: {first} and {last}.",
        "Vul de vroegste dag als eerste in.",
        "Fill in the earlier day first.",
    ),
    "curve-too-long": Sentence(
        "U vroeg {days:dag|dagen} op. Het mogen er hooguit {most} zijn.",
        "You asked for {days:day|days}. At most {most} are allowed.",
        "Kies een kortere periode.",
        "Choose a shorter period.",
    ),
    "person-erased": Sentence(
        "De gegevens van deze persoon zijn gewist. Er wordt niets nieuws bewaard.",
        "The data of this person has been erased. Nothing new is kept.",
        "Doet deze persoon weer mee? Voeg de persoon dan opnieuw toe.",
        "Does this person take part again? Then add the person again.",
    ),
    "nothing-due": Sentence(
        "Er hoeft nu nog niets te gebeuren.",
        "Nothing has to happen yet.",
        "U hoeft niets te doen. Het systeem legt het op de dag zelf vanzelf vast.",
        "There is nothing to do. The system records it on the day itself.",
    ),
    "calendar-lacks-year": Sentence(
        "De kalender met feestdagen kent het jaar {year} niet. Er gaat nu geen post uit.",
        "The calendar of holidays does not know the year {year}. No mail goes out now.",
        "Neem een nieuwere versie van het programma in gebruik. Wat wacht, gaat daarna alsnog uit.",
        "Install a newer version of the program. What waits goes out then.",
    ),
}
