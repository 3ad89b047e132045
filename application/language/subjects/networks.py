"""What is said of networks, their names and memberships: a line for each event, a sentence for each refusal."""

from application.language.sentences import BECAUSE, CORRECTED, WITHDRAWN, Line, Sentence

LINES = {
    "NetworkFounded": Line("{who} richtte {name} op.", "{who} founded {name}."),
    "ExistingNetworkBroughtIn": Line(
        "{who} bracht {name} in. Dit netwerk bestond al sinds {existed_since}.",
        "{who} brought in {name}. This network had existed since {existed_since}.",
    ),
    "CoreGroupMemberAppointed": Line(
        "{reference} kreeg een plaats in de kerngroep.", "{reference} was appointed to the core group."
    ),
    "CoreGroupMemberSteppedDown": Line(
        "De plaats van {reference} in de kerngroep eindigde.", "The seat of {reference} in the core group ended."
    ),
    "CoreGroupChairAppointed": Line(
        "{reference} werd voorzitter van de kerngroep.", "{reference} became chair of the core group."
    ),
    "CoreGroupMixStated": Line(
        "{who} gaf aan hoe bestuurlijke ervaring in de kerngroep is verdeeld.",
        "{who} stated how administrative experience is divided in the core group.",
    ),
    "AgreementsChanged": Line(
        "{who} maakte nieuwe afspraken met het netwerk. Versie van het doel: {purpose_version}.",
        "{who} agreed anew with the network. Version of the purpose: {purpose_version}.",
    ),
    "NetworkMarkedSensitive": Line(
        "{who} markeerde het netwerk als gevoelig. Wat vanaf nu komt, is beter beschermd.",
        "{who} marked the network as sensitive. What comes from now on is better protected.",
    ),
    "SeatsOffered": Line(
        "{who} bood leden aan om zelf een plek in de kerngroep te nemen, tot en met {until}.",
        "{who} offered members to take a seat in the core group themselves, until {until}.",
    ),
    "NetworkSuspended": Line("{who} legde het netwerk stil.", "{who} suspended the network.", {"reason": BECAUSE}),
    "NetworkResumed": Line("{who} liet het netwerk weer doorgaan.", "{who} let the network go on."),
    "NetworkRenewed": Line(
        "{who} verlengde de afspraken met het netwerk. Einddatum: {ends_on}.",
        "{who} renewed the agreements with the network. Last day: {ends_on}.",
    ),
    "RenewalAsked": Line(
        "De afgesproken duur loopt bijna af. Gaat het netwerk door?",
        "The agreed duration ends soon. Does the network go on?",
    ),
    "NetworkFellDormant": Line(
        "De afgesproken duur liep af zonder besluit. Het netwerk is slapend.",
        "The agreed duration ended without a decision. The network is dormant.",
    ),
    "CoreGroupFoundTooSmall": Line(
        "De kerngroep is te klein: {size} van minstens {minimum}. Dat moet hersteld zijn op {repair_by}.",
        "The core group is too small: {size} of at least {minimum}. That should be repaired by {repair_by}.",
    ),
    "CoreGroupReminded": Line(
        "De kerngroep kreeg een herinnering: zij is nog te klein.",
        "The core group was reminded: it is still too small.",
    ),
    "CoreGroupNotRepaired": Line(
        "De kerngroep is niet op tijd hersteld. Het partijbureau is ingelicht.",
        "The core group was not repaired in time. The party bureau was told.",
    ),
    "CoreGroupRepaired": Line("De kerngroep is groot genoeg.", "The core group is large enough."),
    "NetworkMerged": Line(
        "{who} liet het netwerk opgaan in {into}. De leden worden opnieuw gevraagd.",
        "{who} let the network merge into {into}. Its members are asked anew.",
        {"reason": BECAUSE},
    ),
    "MergerReceived": Line("{merged} ging op in dit netwerk.", "{merged} went on as part of this network."),
    "NetworkClosed": Line("{who} hief het netwerk op.", "{who} closed the network.", {"reason": BECAUSE}),
    "NetworkReopened": Line(
        "{who} heropende het netwerk. Dat het netwerk werd opgeheven of opging in een ander, was een vergissing.",
        "{who} opened the network again. That it was closed or merged was a mistake.",
        {"reason": BECAUSE},
    ),
    "MergerWithdrawn": Line(
        "{merged} gaat toch zelf door. Wie intussen lid werd van dit netwerk, blijft lid.",
        "{merged} goes on by itself after all. Whoever joined this network meanwhile stays a member.",
    ),
    "NetworkRenamed": Line("{who} gaf het netwerk een andere naam: {name}.", "{who} gave the network another name: {name}."),
    "NetworkNameCorrected": Line(
        "{who} verbeterde de naam van het netwerk: {name}. Dit was er mis: {mistake}.",
        "{who} corrected the name of the network: {name}. This was wrong: {mistake}.",
    ),
    "Network.EntryCorrected": CORRECTED,
    "Network.EntryWithdrawn": WITHDRAWN,
    "NetworkNameGiven": Line("{network} kreeg de naam {name}.", "{network} got the name {name}."),
    "NetworkNameReserved": Line(
        "De naam {name} is bezet tot dit plan een netwerk wordt: {plan}.",
        "The name {name} is reserved until this plan becomes a network: {plan}.",
    ),
    "NetworkNameReservedAgain": Line(
        "De naam is weer bezet, voor dit plan: {plan}.", "The name is reserved again, for this plan: {plan}."
    ),
    "NetworkNameFreed": Line("De naam is weer vrij.", "The name is free again."),
    "ReservedNameGiven": Line("{network} kreeg de naam.", "{network} got the name."),
    "MemberJoined": Line(
        "{reference} sloot zich aan bij het netwerk en onderschreef het doel, versie {purpose_version}.",
        "{reference} joined the network and endorsed its purpose, version {purpose_version}.",
    ),
    "MemberReturned": Line(
        "{reference} sloot zich opnieuw aan bij het netwerk en onderschreef het doel, versie {purpose_version}.",
        "{reference} joined the network again and endorsed its purpose, version {purpose_version}.",
    ),
    "MemberLeft": Line("{reference} ging weg uit het netwerk.", "{reference} left the network."),
    "MembershipEnded": Line(
        "Het lidmaatschap van {reference} eindigde: {ending}.", "The membership of {reference} ended: {ending}."
    ),
    "PurposeEndorsed": Line(
        "{reference} onderschreef het nieuwe doel, versie {purpose_version}.",
        "{reference} endorsed the new purpose, version {purpose_version}.",
    ),
    "Membership.EntryCorrected": CORRECTED,
    "Membership.EntryWithdrawn": WITHDRAWN,
    "EntryRestored": Line(
        "De aanmelding van {reference} van {at} was toch niet dubbel vastgelegd, en telt weer mee.",
        "The joining of {reference} of {at} was not recorded twice after all, and counts again.",
    ),
}

SENTENCES = {
    "not-withdrawn": Sentence(
        "Dit partijlidmaatschap is niet als dubbel ingetrokken.",
        "This party membership was not withdrawn as a double.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "no-double": Sentence(
        "Er is geen aanmelding die als dubbel is ingetrokken.",
        "There is no joining that was withdrawn as a double.",
        "U hoeft niets te doen.",
        "There is nothing to do.",
    ),
    "network-closed": Sentence(
        "Dit netwerk is opgeheven op {closed_at}.",
        "This network was closed on {closed_at}.",
        "Kies een ander netwerk. Ging het om iets van voor die dag? Noem dan die dag.",
        "Choose another network. Was it about something before that day? Then name that day.",
    ),
    "network-not-begun-yet": Sentence(
        "Op dat moment was dit netwerk er nog niet. Begin: {begun_at}.",
        "At that moment this network was not there yet. Beginning: {begun_at}.",
        "Kies een later moment. Klopt de begindag niet? Het partijbureau kan die dag verbeteren.",
        "Choose a later moment. Is the day of the beginning wrong? The party bureau can correct that day.",
    ),
    "network-suspended": Sentence(
        "Dit netwerk ligt op dit moment stil.",
        "This network is suspended at the moment.",
        "Alleen het Landelijk Bestuur kan het netwerk weer laten doorgaan.",
        "Only the National Board can let the network go on.",
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
    "network-not-sensitive": Sentence(
        "Alleen leden van een gevoelig netwerk kunnen zelf een plek in de kerngroep nemen.",
        "Only members of a sensitive network can take a seat in the core group themselves.",
        "Stel mensen aan in deze kerngroep.",
        "Appoint people in this core group.",
    ),
    "seats-not-offered": Sentence(
        "Er is nu geen plek in de kerngroep die u zelf kunt nemen.",
        "There is no seat in the core group now that you can take yourself.",
        "Vraag het aan de kerngroep. Is er geen kerngroep meer? Het Landelijk Bestuur kan leden een plek laten nemen.",
        "Ask the core group. Is there none any more? The National Board can let members take a seat.",
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
        "Alleen het Landelijk Bestuur kan het netwerk verlengen.",
        "Only the National Board can renew the network.",
    ),
    "already-sensitive": Sentence(
        "Dit netwerk is al gemarkeerd als gevoelig.",
        "This network is marked as sensitive already.",
        "U hoeft niets te doen.",
        "You need not do anything.",
    ),
    "network-not-closed": Sentence(
        "Dit netwerk is niet opgeheven.",
        "This network was not closed.",
        "U hoeft niets te doen.",
        "You need not do anything.",
    ),
    "reopening-too-late": Sentence(
        "Dit netwerk is opgeheven op {closed_at}. Heropenen kon tot en met {last_day}.",
        "This network was closed on {closed_at}. It could be opened again up to and including {last_day}.",
        "Richt het netwerk opnieuw op, met een nieuw oprichtingsplan en een andere naam.",
        "Found the network again, with a new founding plan and another name.",
    ),
    "network-name-given-already": Sentence(
        "Dit netwerk heet al precies zo: {name}.",
        "This network is called exactly this already: {name}.",
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
    "already-member": Sentence(
        "Dit lid hoort al bij het netwerk.",
        "This member belongs to the network already.",
        "U hoeft niets te doen.",
        "You need not do anything.",
    ),
    "not-a-member": Sentence(
        "Op dat moment was dit geen lid van het netwerk.",
        "At that moment this was no member of the network.",
        "Kijk wanneer het lidmaatschap gold. Een lid kan zich aanmelden. Het partijbureau kan dat ook vastleggen.",
        "See when the membership held. A member can join. The party bureau can record that too.",
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
        "Lees de tekst van de toestemming. Gaat u akkoord? Noem dan de versie die bij de tekst staat.",
        "Read the wording of the consent. Do you agree? Then name the version that stands with it.",
    ),
    "too-young": Sentence(
        "Voor dit netwerk moet iemand minstens {minimum_age} jaar zijn, en dat is niet zeker.",
        "This network is for people of at least {minimum_age}, and that is not certain.",
        "Klopt het geboortejaar niet, of ontbreekt het? Het partijbureau kan dat nagaan.",
        "Is the year of birth wrong or missing? The party bureau can look into that.",
    ),
    "not-a-party-member": Sentence(
        "Op dat moment was dit geen lid van de partij, of was opgezegd.",
        "At that moment this was no member of the party, or had given notice.",
        "Eerst moet deze persoon lid van de partij zijn. Klopt dit niet? Het partijbureau kan het lidmaatschap vastleggen.",
        "First this person must be a member of the party. Is this wrong? The party bureau can record the membership.",
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
    "role-not-given": Sentence(
        "Deze rol kan niemand geven: {role}.",
        "Nobody can give this role: {role}.",
        "Kies een andere rol. Wie lid is of in een kerngroep zit, heeft die rol vanzelf.",
        "Choose another role. Who is a member or in a core group has that role already.",
    ),
    "role-term-already-over": Sentence(
        "De laatste dag van deze rol is {last_day}. Dat is voor de dag waarop zij ingaat.",
        "The last day of this role is {last_day}. That is before the day on which it begins.",
        "Kies een latere laatste dag, of laat die weg: dan heeft de rol geen einde.",
        "Choose a later last day, or leave it out: then the role has no end.",
    ),
    "last-administrator-stays": Sentence(
        "Dit is de laatste beheerder zonder laatste dag. Zonder beheerder kan niemand nog een rol krijgen.",
        "This is the last administrator without a last day. Without one nobody could be given a role any more.",
        "Geef eerst iemand anders de rol van beheerder, zonder laatste dag. Beëindig daarna deze rol.",
        "Give somebody else the role of administrator first, without a last day. Then end this one.",
    ),
    "not-a-birth-year": Sentence(
        "Dit kan geen geboortejaar zijn: het ligt niet tussen {first} en {last}.",
        "This cannot be a year of birth: it is not between {first} and {last}.",
        "Controleer het jaar, of laat het leeg.",
        "Check the year, or leave it out.",
    ),
    "hidden-character-in-name": Sentence(
        "In de naam staat een teken dat niemand ziet: {character}.",
        "There is a character in the name that nobody sees: {character}.",
        "Typ de naam opnieuw, zonder te plakken.",
        "Type the name anew, without pasting it.",
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
        "Type that word anew, in one script.",
    ),
    "name-looks-latin": Sentence(
        "Een woord van de naam lijkt op Latijnse letters en is dat niet: {character}.",
        "A word of the name looks like Latin letters and is not: {character}.",
        "Typ dat woord met Latijnse letters.",
        "Type that word in Latin letters.",
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
        "Kijk wie deze rol heeft. Een beheerder kan een rol geven.",
        "See who holds this role. An administrator can give a role.",
    ),
}
