"""What is said of networks, their names and memberships: a line for each event, a sentence for each refusal."""

from application.language.sentences import BECAUSE, CORRECTED, WITHDRAWN, Line, Sentence

LINES = {
    "NetworkFounded": Line("{who} richtte {name} op.", "{who} founded {name}."),
    "ExistingNetworkBroughtIn": Line(
        "{who} nam {name} op als partijnetwerk. Het netwerk bestond al sinds {existed_since}.",
        "{who} took in {name} as a party network. It had existed since {existed_since}.",
    ),
    "CoreGroupMemberAppointed": Line(
        "{who} stelde {reference} aan in de kerngroep.", "{who} appointed {reference} to the core group."
    ),
    "CoreGroupMemberSteppedDown": Line(
        "{reference} zit niet meer in de kerngroep.", "{reference} is no longer in the core group."
    ),
    "CoreGroupChairAppointed": Line(
        "{who} wees {reference} aan als voorzitter van de kerngroep.", "{who} made {reference} chair of the core group."
    ),
    "WelcomeWritten": Line(
        "{who} schreef een welkom voor nieuwe leden: {welcome}", "{who} wrote a welcome for new members: {welcome}"
    ),
    "CoreGroupMixStated": Line(
        "{who} gaf aan of de kerngroep mensen met en zonder bestuurlijke ervaring heeft.",
        "{who} stated whether the core group has people with and without experience in public office.",
    ),
    "AgreementsChanged": Line(
        "{who} maakte nieuwe afspraken met het netwerk. Het doel heeft nu versie {purpose_version}.",
        "{who} made new agreements with the network. Its purpose is now version {purpose_version}.",
    ),
    "NetworkMarkedSensitive": Line(
        "{who} gaf het netwerk extra bescherming. Die geldt vanaf nu.",
        "{who} gave the network extra protection. It holds from now on.",
    ),
    "SeatsOffered": Line(
        "{who} bood leden aan om zelf in de kerngroep te komen, tot en met {until}.",
        "{who} offered members to come into the core group themselves, up to and including {until}.",
    ),
    "NetworkSuspended": Line("{who} legde het netwerk stil.", "{who} suspended the network.", {"reason": BECAUSE}),
    "NetworkResumed": Line("{who} besloot dat het netwerk weer doorgaat.", "{who} decided that the network resumes."),
    "NetworkRenewed": Line(
        "{who} verlengde het netwerk tot en met {ends_on}.",
        "{who} renewed the network up to and including {ends_on}.",
    ),
    "RenewalAsked": Line(
        "De afgesproken duur van het netwerk is bijna voorbij.",
        "The agreed duration of the network ends soon.",
        by_itself=True,
    ),
    "NetworkFellDormant": Line(
        "De afgesproken duur was voorbij en er was geen besluit. Het netwerk werd slapend.",
        "The agreed duration was over and there was no decision. The network became dormant.",
        by_itself=True,
    ),
    "CoreGroupFoundTooSmall": Line(
        "De kerngroep is te klein: {size:lid|leden}. Minstens {minimum:lid is|leden zijn} nodig, uiterlijk op {repair_by}.",
        "The core group is too small: {size:member|members}. At least {minimum:member is|members are} needed, by {repair_by}.",
        by_itself=True,
    ),
    "CoreGroupReminded": Line(
        "Herinnering: de kerngroep is nog te klein.",
        "Reminder: the core group is still too small.",
        by_itself=True,
    ),
    "CoreGroupNotRepaired": Line(
        "De kerngroep is nog steeds te klein. Het partijbureau weet dit.",
        "The core group is still too small. The party bureau knows.",
        by_itself=True,
    ),
    "CoreGroupRepaired": Line("De kerngroep is weer groot genoeg.", "The core group is large enough again.", by_itself=True),
    "NetworkMerged": Line(
        "{who} liet het netwerk opgaan in {into}. De leden krijgen de vraag of zij meegaan.",
        "{who} merged the network into {into}. Its members are asked whether they come along.",
        {"reason": BECAUSE},
    ),
    "MergerReceived": Line("{merged} ging op in dit netwerk.", "{merged} was merged into this network.", by_itself=True),
    "NetworkClosed": Line("{who} hief het netwerk op.", "{who} closed the network.", {"reason": BECAUSE}),
    "NetworkReopened": Line(
        "{who} heropende het netwerk. Het was bij vergissing opgeheven of samengevoegd.",
        "{who} opened the network again. It had been closed or merged by mistake.",
        {"reason": BECAUSE},
    ),
    "MergerWithdrawn": Line(
        "{merged} gaat toch zelf door. Wie intussen lid werd van dit netwerk, blijft lid.",
        "{merged} goes on by itself after all. Whoever joined this network meanwhile stays a member.",
        by_itself=True,
    ),
    "NetworkRenamed": Line("{who} gaf het netwerk een andere naam: {name}.", "{who} gave the network another name: {name}."),
    "NetworkNameCorrected": Line(
        "{who} verbeterde de naam van het netwerk: {name}. Dit was er mis: {mistake}.",
        "{who} corrected the name of the network: {name}. This was wrong: {mistake}.",
    ),
    "Network.EntryCorrected": CORRECTED,
    "Network.EntryWithdrawn": WITHDRAWN,
    "NetworkNameGiven": Line("{network} kreeg de naam {name}.", "{network} got the name {name}.", by_itself=True),
    "NetworkNameReserved": Line(
        "De naam {name} is vastgelegd voor dit plan: {plan}.",
        "The name {name} is reserved for this plan: {plan}.",
        by_itself=True,
    ),
    "NetworkNameReservedAgain": Line(
        "De naam is weer vastgelegd voor dit plan: {plan}.", "The name is reserved again, for this plan: {plan}.", by_itself=True
    ),
    "NetworkNameFreed": Line("De naam is weer vrij.", "The name is free again.", by_itself=True),
    "ReservedNameGiven": Line("{network} kreeg de naam.", "{network} got the name.", by_itself=True),
    "MemberJoined": Line(
        "{reference} meldde zich aan en onderschreef het doel (versie {purpose_version}).",
        "{reference} joined and endorsed the purpose (version {purpose_version}).",
    ),
    "MemberReturned": Line(
        "{reference} meldde zich opnieuw aan en onderschreef het doel (versie {purpose_version}).",
        "{reference} joined again and endorsed the purpose (version {purpose_version}).",
    ),
    "MemberLeft": Line("{reference} meldde zich af.", "{reference} left the network."),
    "MembershipEnded": Line(
        "Het lidmaatschap van {reference} eindigde: {ending}.", "The membership of {reference} ended: {ending}.", by_itself=True
    ),
    "PurposeEndorsed": Line(
        "{reference} onderschreef de nieuwe tekst van het doel (versie {purpose_version}).",
        "{reference} endorsed the new text of the purpose (version {purpose_version}).",
    ),
    "Membership.EntryCorrected": CORRECTED,
    "Membership.EntryWithdrawn": WITHDRAWN,
    "EntryRestored": Line(
        "{reference} had zich op {at} toch niet dubbel aangemeld. De aanmelding telt weer mee.",
        "{reference} had not joined twice on {at} after all. That joining counts again.",
        by_itself=True,
    ),
}

SENTENCES = {
    "not-withdrawn": Sentence(
        "Dit partijlidmaatschap is niet als dubbel doorgehaald.",
        "This party membership was not struck as a double.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "no-double": Sentence(
        "Er is geen aanmelding die als dubbel is doorgehaald.",
        "There is no joining that was struck as a double.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "network-closed": Sentence(
        "Dit netwerk is opgeheven op {closed_at}.",
        "This network was closed on {closed_at}.",
        "Kies een ander netwerk. Ging het om iets van vóór die dag? Vul dan die dag in.",
        "Choose another network. Was it about something before that day? Then fill in that day.",
    ),
    "network-not-begun-yet": Sentence(
        "Dit netwerk begon pas op {begun_at}.",
        "This network only began on {begun_at}.",
        "Kies een latere dag. Klopt de begindag niet? Het partijbureau kan die dag verbeteren.",
        "Choose a later day. Is the first day wrong? The party bureau can correct that day.",
    ),
    "network-suspended": Sentence(
        "Dit netwerk ligt nu stil.",
        "This network is suspended now.",
        "Het Landelijk Bestuur besluit of het netwerk weer doorgaat.",
        "The National Board decides whether the network resumes.",
    ),
    "network-not-suspended": Sentence(
        "Dit netwerk ligt niet stil.",
        "This network is not suspended.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "suspension-not-allowed": Sentence(
        "De spelregels laten niet toe dat dit type netwerk wordt stilgelegd.",
        "The rules do not allow this type of network to be suspended.",
        "Maak andere afspraken met het netwerk, of pas eerst de spelregels aan.",
        "Make other agreements with the network, or change the rules first.",
    ),
    "already-in-core-group": Sentence(
        "Dit lid zit al in de kerngroep.",
        "This member is already in the core group.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "network-not-sensitive": Sentence(
        "Alleen leden van een extra beschermd netwerk kunnen zelf in de kerngroep komen.",
        "Only members of a network with extra protection can come into the core group themselves.",
        "Stel mensen aan in deze kerngroep.",
        "Appoint people to this core group.",
    ),
    "seats-not-offered": Sentence(
        "U kunt nu niet zelf in de kerngroep komen.",
        "You cannot come into the core group yourself now.",
        "Vraag het aan de kerngroep. Is er geen kerngroep meer? Het Landelijk Bestuur kan leden zelf laten beginnen.",
        "Ask the core group. Is there no core group any more? The National Board can let members begin themselves.",
    ),
    "another-body-appoints": Sentence(
        "Volgens de spelregels kiest een ander de leden van deze kerngroep: {body}.",
        "Under the rules somebody else appoints this core group: {body}.",
        "Vraag {body} om iemand aan te stellen. Is dat al gebeurd? Leg dat dan vast.",
        "Ask {body} to appoint somebody. Has that been done? Then record it.",
    ),
    "not-in-core-group": Sentence(
        "Dit lid zat toen niet in de kerngroep.",
        "This member was not in the core group then.",
        "Bekijk wie er in de kerngroep zat, of kies een andere dag.",
        "See who was in the core group, or choose another day.",
    ),
    "welcome-too-long": Sentence(
        "Het welkom heeft {has:woord|woorden}. Hooguit {most} passen in de brief.",
        "The welcome has {has:word|words}. At most {most} fit in the letter.",
        "Maak het welkom korter.",
        "Make the welcome shorter.",
    ),
    "fewer-seats-than-stated": Sentence(
        "De kerngroep had toen {seats:lid|leden}. U vulde {stated} in.",
        "The core group had {seats:member|members} then. You filled in {stated}.",
        "Vul een kleiner aantal in, of kies een andere dag.",
        "Fill in a smaller number, or choose another day.",
    ),
    "nothing-changed": Sentence(
        "De afspraken zijn al zo. Er verandert niets.",
        "The agreements are already like this. Nothing changes.",
        "Pas iets aan, of laat het zo.",
        "Change something, or leave it as it is.",
    ),
    "term-not-longer": Sentence(
        "De nieuwe einddatum ({ends_on}) is niet later dan de afgesproken einddatum ({agreed}).",
        "The new last day ({ends_on}) is not later than the agreed one ({agreed}).",
        "Kies een latere datum. Moet de duur korter? Wijzig dan de afspraken.",
        "Choose a later day. Should it be shorter? Then change the agreements.",
    ),
    "closed-request-not-recorded": Sentence(
        "Het partijbureau kan een vertrouwelijke vraag niet vastleggen, want het mag de vraag niet lezen.",
        "The party bureau cannot record a confidential request, because it may not read it.",
        "Laat de adviesvrager of de kerngroep de vraag vastleggen, of maak de vraag niet vertrouwelijk.",
        "Let the requester or the core group record it, or do not make it confidential.",
    ),
    "time-goes-forward": Sentence(
        "De klok kan niet terug. Het nieuwste in deze administratie is van {newest}.",
        "The clock cannot go back. The newest line in this record is of {newest}.",
        "Kies een later moment.",
        "Choose a later moment.",
    ),
    "conversation-held-already": Sentence(
        "De uitkomst van dit gesprek is al vastgelegd.",
        "The outcome of this talk has already been recorded.",
        "U hoeft niets te doen. Was er nog een gesprek? Leg dan bij het netwerk vast wat is besloten.",
        "There is nothing to do. Was there another talk? Then record at the network what was decided.",
    ),
    "term-already-over": Sentence(
        "De einddatum is al voorbij: {ends_on}.",
        "The last day has already passed: {ends_on}.",
        "Kies een latere einddatum, of laat de einddatum leeg.",
        "Choose a later last day, or leave it empty.",
    ),
    "network-dormant": Sentence(
        "De afgesproken duur van dit netwerk is voorbij. Het netwerk is nu slapend.",
        "The agreed duration of this network is over. It is now dormant.",
        "Het Landelijk Bestuur besluit wat er gebeurt: verlengen of opheffen.",
        "The National Board decides what happens: renew or close.",
    ),
    "already-sensitive": Sentence(
        "Dit netwerk is al extra beschermd.",
        "This network already has extra protection.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "network-not-closed": Sentence(
        "Dit netwerk is niet opgeheven.",
        "This network was not closed.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "reopening-too-late": Sentence(
        "Dit netwerk is opgeheven op {closed_at}. Heropenen kon tot en met {last_day}.",
        "This network was closed on {closed_at}. It could be opened again up to and including {last_day}.",
        "Richt het netwerk opnieuw op, met een nieuw oprichtingsplan en een andere naam.",
        "Found the network again, with a new founding plan and another name.",
    ),
    "network-name-given-already": Sentence(
        "Dit netwerk heet al precies zo: {name}.",
        "This network already has exactly this name: {name}.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "merged-into-itself": Sentence(
        "Een netwerk kan niet opgaan in zichzelf.",
        "A network cannot merge into itself.",
        "Kies een ander netwerk.",
        "Choose another network.",
    ),
    "network-name-taken": Sentence(
        "De naam {name} is al van een ander netwerk of van een goedgekeurd plan.",
        "The name {name} already belongs to another network or to an approved plan.",
        "Kies een andere naam.",
        "Choose another name.",
    ),
    "already-member": Sentence(
        "Dit lid zit al in het netwerk.",
        "This member is already in the network.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "not-a-member": Sentence(
        "Deze persoon was toen geen lid van het netwerk.",
        "This person was not a member of the network then.",
        "Bekijk in welke tijd de persoon lid was. Een lid kan zich aanmelden. Het partijbureau kan dat ook vastleggen.",
        "See when this person was a member. A member can join. The party bureau can record that too.",
    ),
    "purpose-changed-since": Sentence(
        "Op die dag gold een andere tekst van het doel: versie {current} in plaats van versie {endorsed}.",
        "On that day another text of the purpose held: version {current} instead of version {endorsed}.",
        "Lees de tekst van die dag en beslis opnieuw.",
        "Read the text of that day and decide again.",
    ),
    "explicit-consent-needed": Sentence(
        "Wie lid is van dit netwerk, laat daarmee iets persoonlijks over zichzelf "
        "weten. Daarom vragen wij uitdrukkelijke toestemming.",
        "Being a member of this network can say something personal about somebody. That is why we ask for explicit consent.",
        "Lees de tekst van de toestemming. Geef de toestemming als u dat wilt, met de versie die bij de tekst staat.",
        "Read the text of the consent. Give the consent if you want to, with the version that stands with the text.",
    ),
    "too-young": Sentence(
        "Dit netwerk is voor mensen van {minimum_age} jaar en ouder. Wij weten niet zeker of dat klopt.",
        "This network is for people of {minimum_age} and older. We are not sure that this holds.",
        "Klopt het geboortejaar niet, of ontbreekt het? Het partijbureau kan dat nagaan.",
        "Is the year of birth wrong or missing? The party bureau can look into that.",
    ),
    "not-a-party-member": Sentence(
        "Deze persoon was toen geen lid van de partij, of had opgezegd.",
        "This person was not a party member then, or had given notice.",
        "Eerst moet deze persoon lid van de partij zijn. Klopt dit niet? Het partijbureau kan het lidmaatschap vastleggen.",
        "First this person must be a member of the party. Is this wrong? The party bureau can record the membership.",
    ),
    "already-a-party-member": Sentence(
        "Deze persoon is al lid van de partij.",
        "This person is already a party member.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "party-end-already-pending": Sentence(
        "Het einde van dit lidmaatschap is al gemeld. Op {final_on} is het definitief.",
        "The end of this membership has already been reported. It is final on {final_on}.",
        "Was het een vergissing? U kunt het tot die dag ongedaan maken.",
        "Was it a mistake? You can undo it until that day.",
    ),
    "no-party-end-pending": Sentence(
        "Voor dit lid is geen einde van het partijlidmaatschap gemeld.",
        "No end of the party membership was reported for this member.",
        "Controleer of dit het goede lid is. Is het einde al definitief? Leg dan vast dat deze persoon weer lid is.",
        "Check whether this is the right member. Is the end already final? Then record that this person is a member again.",
    ),
    "role-held-already": Sentence(
        "Deze persoon heeft deze rol al: {role}.",
        "This person already has this role: {role}.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "role-not-given": Sentence(
        "Deze rol kan niemand geven: {role}.",
        "Nobody can give this role: {role}.",
        "Kies een andere rol. Wie lid is of in een kerngroep zit, heeft die rol vanzelf.",
        "Choose another role. Whoever is a member or in a core group already has that role.",
    ),
    "role-term-already-over": Sentence(
        "De laatste dag van deze rol is {last_day}. Dat is vóór de dag waarop de rol ingaat.",
        "The last day of this role is {last_day}. That is before the day on which the role begins.",
        "Kies een latere laatste dag, of laat de dag leeg. Dan heeft de rol geen einde.",
        "Choose a later last day, or leave it empty. Then the role has no end.",
    ),
    "last-administrator-stays": Sentence(
        "Dit is de laatste beheerder zonder laatste dag. Zonder beheerder kan niemand nog een rol krijgen.",
        "This is the last administrator without a last day. Without one nobody could be given a role any more.",
        "Geef eerst iemand anders de rol van beheerder, zonder laatste dag. Beëindig daarna deze rol.",
        "Give somebody else the role of administrator first, without a last day. Then end this one.",
    ),
    "not-a-birth-year": Sentence(
        "Dit kan geen geboortejaar zijn. Het jaar ligt niet tussen {first} en {last}.",
        "This cannot be a year of birth. It is not between {first} and {last}.",
        "Controleer het jaar, of laat het leeg.",
        "Check the year, or leave it empty.",
    ),
    "hidden-character-in-name": Sentence(
        "In de naam staat een teken dat niemand ziet: {character}.",
        "There is a character in the name that nobody sees: {character}.",
        "Typ de naam opnieuw, zonder te plakken.",
        "Type the name again, without pasting it.",
    ),
    "foreign-letter-in-name": Sentence(
        "In de naam van het netwerk staat een letter of cijfer dat hier niet kan: {character}.",
        "There is a letter or digit in the name of the network that cannot be there: {character}.",
        "Schrijf de naam met Latijnse letters. Een woord in Griekse of Cyrillische letters mag ook.",
        "Write the name in Latin letters. A word in Greek or Cyrillic letters is allowed too.",
    ),
    "mixed-scripts-in-name": Sentence(
        "Eén woord van de naam heeft letters uit twee schriften: {character}. Niemand ziet dat verschil.",
        "One word of the name has letters of two scripts: {character}. Nobody sees that difference.",
        "Typ dat woord opnieuw, in één schrift.",
        "Type that word again, in one script.",
    ),
    "name-looks-latin": Sentence(
        "Een woord van de naam lijkt op gewone letters en is dat niet: {character}.",
        "A word of the name looks like ordinary letters and is not: {character}.",
        "Typ dat woord opnieuw met gewone letters.",
        "Type that word again in ordinary letters.",
    ),
    "no-address-in-use": Sentence(
        "Wij hebben geen e-mailadres van deze persoon.",
        "We have no e-mail address of this person.",
        "Vraag een e-mailadres en leg dat vast.",
        "Ask for an e-mail address and record it.",
    ),
    "role-not-held": Sentence(
        "Deze persoon heeft deze rol niet: {role}.",
        "This person does not have this role: {role}.",
        "Bekijk wie deze rol heeft. Een beheerder kan een rol geven.",
        "See who has this role. An administrator can give a role.",
    ),
}
