"""The words of the register of processing and of the privacy statement (application.privacy.register)."""

from collections.abc import Mapping

from application.language.words import Words
from application.privacy.register import KeptFor, LawfulGround, Remedy, Term, What
from domain.party.privacy_request import PrivacyMatter

WHAT: Mapping[What, Words] = {
    What.NAME: Words("uw naam", "name"),
    What.ADDRESS: Words("uw e-mailadres en de taal waarin u leest", "e-mail address, and the language somebody reads"),
    What.PROVINCE_AND_YEAR: Words("uw provincie en uw geboortejaar", "province and year of birth"),
    What.POSTCODE: Words("uw postcode", "postcode"),
    What.REGISTER: Words(
        "uw lidnummer, en wat de ledenadministratie het laatst over u doorgaf",
        "the member number, and what the member register said last",
    ),
    What.ERASED_NUMBER: Words(
        "een controlegetal van uw lidnummer, zodat een bestand u niet terugbrengt nadat uw gegevens zijn gewist",
        "a keyed digest of the member number of somebody who was erased, so that no file brings them back",
    ),
    What.REFERENCES: Words(
        "kenmerken waaronder u in de geschiedenis van uw netwerken staat", "the references under which events know somebody"
    ),
    What.KEYS: Words("sleutels waarmee uw eigen teksten te lezen zijn", "the keys of somebody's own texts"),
    What.ERASURE: Words("dat uw gegevens zijn gewist, en wanneer", "that somebody was erased, and when"),
    What.TOKENS: Words("wanneer u toegang kreeg, en in welke rol", "which access somebody was given, in which role"),
    What.SIGN_IN_CODES: Words(
        "dat iemand met uw e-mailadres een code vroeg om zich aan te melden",
        "that somebody asked for a code to sign in with an e-mail address",
    ),
    What.CLAIMS: Words(
        "wat u invulde om te laten weten dat u lid bent, als wij uw e-mailadres niet kenden",
        "what somebody filled in to tell that they are a member, when we did not know their e-mail address",
    ),
    What.BROWSER_SESSIONS: Words(
        "in welke browsers u bent aangemeld, sinds wanneer en wanneer het laatst",
        "in which browsers somebody is signed in, since when and when last",
    ),
    What.MESSAGES: Words("of een weekoverzicht bij u aankwam", "whether a weekly overview arrived"),
    What.LETTERS: Words("of een brief bij u aankwam", "whether a letter arrived"),
    What.PERSONAL_TEXTS: Words(
        "wat u zelf schreef: een antwoord aan een kerngroep of een gemeld belang",
        "what somebody wrote themselves: an answer to a core group, or a declared interest",
    ),
    What.CASE_TEXTS: Words(
        "vertrouwelijke vragen en antwoorden, die geen namen horen te noemen",
        "confidential texts of a case, which are not to name anybody",
    ),
    What.CONSENTS: Words(
        "uw toestemming, sinds wanneer en met welke woorden: voor een netwerk met extra bescherming of voor het weekoverzicht",
        "each consent, since when and in which words: for a network with extra protection, or for the weekly overview",
    ),
    What.WISHES: Words(
        "over welk onderwerp u een netwerk wilt of nieuws wilt horen, tot u die wens intrekt",
        "on which subject somebody wants a network or wants to hear of one, until they take that back",
    ),
    What.LOOKS: Words("wie uw gegevens bekeek, op welke dag en in welke rol", "who looked at somebody, when and in which role"),
    What.UNFINISHED: Words("wat u vastlegde en nog niet is opgeslagen", "what is written and not recorded yet"),
    What.RECORD: Words(
        "wat er gebeurde: aanmelden, afmelden, meedoen in een kerngroep, een besluit",
        "what happened, without names: joining, leaving, being in a core group, a decision",
    ),
}

PURPOSES: Mapping[KeptFor, Words] = {
    KeptFor.KNOWING_WHO: Words("weten wie lid is van een netwerk", "knowing who is a member of a network"),
    KeptFor.REACHING: Words("u laten weten wat er op u wacht", "telling people what waits for them"),
    KeptFor.RECORDING: Words("de geschiedenis van een netwerk eerlijk bewaren", "keeping an honest record of each network"),
    KeptFor.LIKENESS: Words(
        "zien of netwerken op de partij lijken, alleen in aantallen",
        "seeing whether networks are like the party, in numbers only",
    ),
    KeptFor.TAKING_PART: Words("meedenken met een netwerk mogelijk maken", "letting people take part in the work of a network"),
    KeptFor.CONSENTED: Words(
        "alleen doen wat u goedvindt: u lid laten zijn van een netwerk dat iets persoonlijks over u zegt, u elke week mailen",
        "doing only what somebody agrees to: membership of a network that says something personal, a message every week",
    ),
    KeptFor.WEEKLY_MESSAGE: Words("u elke week mailen wat er op u wacht", "mailing people every week what waits for them"),
    KeptFor.GETTING_IN: Words("alleen mensen toelaten die dat mogen", "letting in only those who may"),
    KeptFor.ACCOUNTING: Words("laten zien dat wij ons aan de regels houden", "showing that the rules are kept"),
}

GROUNDS: Mapping[LawfulGround, Words] = {
    LawfulGround.OWN_MEMBERS: Words(
        "een partij mag dit bewaren van leden en oud-leden (artikel 9 AVG, artikel 22 UAVG)",
        "legitimate activities of a party with its members and former members (article 9(2)(d) GDPR, article 22(2)(c) UAVG)",
    ),
    LawfulGround.CONSENT: Words(
        "uw toestemming, die u altijd kunt intrekken (artikel 9 AVG)",
        "explicit consent, withdrawn at will (article 9(2)(a) GDPR)",
    ),
    LawfulGround.DUTY: Words(
        "de wet vraagt dat wij dit kunnen laten zien en gegevens veilig bewaren (artikel 5 en 32 AVG)",
        "accountability and security (articles 5(2) and 32 GDPR)",
    ),
}

REMEDY_WORDS: Mapping[Remedy, Words] = {
    Remedy.WITHDRAW_CONSENT: Words(
        "trek uw toestemming in. Wat erop rust, eindigt dan meteen", "withdraw the consent. What rests on it ends at once"
    ),
    Remedy.OBJECT: Words(
        "dit rust niet op toestemming. U kunt wel bezwaar maken bij de functionaris gegevensbescherming",
        "this does not rest on consent. You can object, to the privacy officer",
    ),
    Remedy.NOT_BE_COUNTED: Words(
        "maak bezwaar bij de functionaris gegevensbescherming. Wordt uw bezwaar toegewezen, dan vernietigen wij dit voorgoed",
        "object, to the privacy officer. When that is granted, this is destroyed at once and for good",
    ),
    Remedy.COMPLAIN: Words(
        "dit moet van de wet. Bent u het er niet mee eens? Vraag de functionaris gegevensbescherming",
        "the law asks for this. Do you disagree? Ask the privacy officer",
    ),
}
"""What somebody can do who wants something no longer kept."""

TERMS: Mapping[Term, Words] = {
    Term.AFTER_LEAVING: Words(
        "tot twee jaar nadat u de partij verliet, en korter als u ons vraagt om uw gegevens te wissen",
        "two years after leaving the party, or until somebody asks for erasure",
    ),
    Term.AFTER_LOOKING: Words("twee jaar", "two years"),
    Term.AFTER_MAILING: Words("zestig dagen", "sixty days"),
    Term.AFTER_REGISTER: Words(
        "tot een jaar nadat de ledenadministratie u niet meer noemt",
        "a year after the last file of the register that names the number",
    ),
    Term.AFTER_TOKEN: Words(
        "tot een jaar nadat de toegang eindigde, en nooit langer dan uw naam",
        "a year after the access ended, never longer than the name",
    ),
    Term.AFTER_ASKING: Words("hooguit een dag", "a day at most"),
    Term.AFTER_CLAIM: Words("dertig dagen", "thirty days"),
    Term.SIGNED_IN: Words("tot u zich afmeldt, en hooguit negentig dagen", "until signing out, ninety days at most"),
    Term.UNTIL_RECORDED: Words("hooguit een uur", "an hour at most"),
    Term.WITH_RECORD: Words(
        "zolang de geschiedenis bestaat, zonder dat iemand ziet wie het was nadat uw gegevens zijn gewist",
        "as long as the record, but after an erasure nobody can tell whose it was",
    ),
}

FOLLOWS: Mapping[PrivacyMatter, Words] = {
    PrivacyMatter.ACCESS: Words(
        "alles wat wij van u bewaren staat op uw pagina. Kunt u zich niet aanmelden? Dan stuurt de functionaris u een afschrift",
        "all that we keep of you is on your page. Can you not sign in? Then the privacy officer sends you a copy",
    ),
    PrivacyMatter.RECTIFICATION: Words(
        "naam, adres, provincie en geboortejaar verbetert u zelf. Lukt dat niet? Dan vraagt de functionaris het partijbureau",
        "you correct name, address, province and year of birth yourself. If not, the privacy officer asks the party bureau",
    ),
    PrivacyMatter.RESTRICTION: Words(
        "het systeem houdt niets tegen. De functionaris spreekt af wat het partijbureau niet meer gebruikt, en laat u dat weten",
        "the system stops nothing. The privacy officer agrees with the party bureau on what they do not use, and tells you",
    ),
    PrivacyMatter.OBJECTION: Words(
        "wordt uw bezwaar toegewezen, ook voor een deel, dan vernietigen wij meteen uw provincie, geboortejaar en postcode."
        " Dat is voorgoed. U telt daarna als onbekend. Wat al is gepubliceerd, verandert niet."
        " Vraagt een netwerk een minimumleeftijd? Dan kunt u zich daar niet meer aanmelden",
        "when your objection is granted, also in part, your province, year of birth and postcode are destroyed at once."
        " That is for good. You count as unknown from then on. What was published does not change."
        " Does a network ask for a minimum age? Then you can no longer join it",
    ),
    PrivacyMatter.ERASURE: Words(
        "u wist uw gegevens zelf op uw pagina, of de functionaris doet het voor u. Dat kan niet ongedaan worden gemaakt",
        "you erase your data yourself on your page, or the privacy officer does it for you. It cannot be undone",
    ),
}
"""What follows from each thing that somebody can ask, by itself or by hand."""

BY_HAND: Mapping[PrivacyMatter, Words] = {
    PrivacyMatter.ACCESS: Words(
        "wie zich kan aanmelden, leest alles op de eigen pagina. Voor wie dat niet kan, vraagt u een afschrift aan de beheerder",
        "who can sign in reads all on their own page. To who cannot you send a copy. Ask the administrator for it",
    ),
    PrivacyMatter.RECTIFICATION: Words(
        "vraag het partijbureau om de gegevens te verbeteren", "ask the party bureau to correct the data"
    ),
    PrivacyMatter.RESTRICTION: Words(
        "het systeem houdt niets tegen. Spreek af wat het partijbureau niet meer gebruikt. Laat dat weten aan wie het vroeg",
        "the system stops nothing. Agree with the party bureau on what they do not use, and tell who asked",
    ),
    PrivacyMatter.OBJECTION: Words(
        "wijst u het toe, dan vernietigt uw antwoord meteen provincie, geboortejaar en postcode. U hoeft verder niets te doen",
        "when you grant it, your answer destroys province, year of birth and postcode at once. You need do nothing else",
    ),
    PrivacyMatter.ERASURE: Words(
        "wis eerst de gegevens. Daarna legt u vast dat het is gedaan", "erase the data first. Then record that it was done"
    ),
}
"""What the privacy officer does with each request: where the answer itself does nothing, it says so."""

LAWYER: Mapping[Term | LawfulGround, str] = {
    Term.AFTER_LEAVING: "whether two years suits former members: the law sets no term, and a shorter one may be asked of a party"
    " that does not need it; whether personal texts may be kept as long as the name",
    Term.AFTER_TOKEN: "whether a year of ended accesses is needed to look into an incident",
    Term.AFTER_MAILING: "whether sixty days are needed to answer who got no message",
    Term.AFTER_REGISTER: "whether a keyed digest of a member number may be kept to carry out an erasure, and for a year",
    Term.AFTER_LOOKING: "whether two years suits the duty to show who looked",
    Term.WITH_RECORD: "whether the record without names is anonymous in a small network, and whether closed texts need a term",
    LawfulGround.OWN_MEMBERS: "whether province and year of birth need a consent of their own; a non-member needs another ground",
}
"""What was chosen because the sources are silent, and what a lawyer must check of it."""
