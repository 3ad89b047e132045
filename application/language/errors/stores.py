"""What went wrong with the log, the read store and the vault, and what to do next."""

from application.language.sentences import Sentence

STORE = {
    "store-unavailable": Sentence(
        "Het systeem is nu niet bereikbaar. Er is niets opgeslagen.",
        "The system cannot be reached now. Nothing was saved.",
        "Probeer het over een paar seconden opnieuw. Lukt het niet? Waarschuw de beheerder.",
        "Try again in a few seconds. Does it fail again? Tell the administrator.",
    ),
    "store-busy": Sentence(
        "Het is nu te druk in het systeem. Er is niets opgeslagen.",
        "The system is too busy now. Nothing was saved.",
        "Probeer het over een paar seconden opnieuw.",
        "Try again in a few seconds.",
    ),
    "store-read-only": Sentence(
        "Het systeem kan nu niets opslaan.",
        "The system cannot save anything now.",
        "Waarschuw de beheerder. Voor de beheerder: het programma mag niet schrijven in de map of de database.",
        "Tell the administrator. For the administrator: the program may not write to the folder or the database.",
    ),
    "store-full": Sentence(
        "De schijf van het systeem is vol. Er is niets opgeslagen.",
        "The disk of the system is full. Nothing was saved.",
        "Waarschuw de beheerder. Zodra er ruimte is, werkt alles weer.",
        "Tell the administrator. Everything works again as soon as there is room.",
    ),
    "store-damaged": Sentence(
        "Er is iets mis met de database. Er is niets opgeslagen.",
        "Something is wrong with the database. Nothing was saved.",
        "Waarschuw de beheerder. Voor de beheerder: gebruik de goede database en "
        "de nieuwste versie, of zet een reservekopie terug.",
        "Tell the administrator. For the administrator: use the right database and the newest version, or restore a backup.",
    ),
}

VAULT = {
    "seal-broken": Sentence(
        "Wij kunnen deze beschermde tekst niet openen. De tekst is veranderd of staat op de verkeerde plaats.",
        "We cannot open this protected text. It was altered or is in the wrong place.",
        "Waarschuw de beheerder. Voor de beheerder: laat de administratie controleren.",
        "Tell the administrator. For the administrator: have the record checked.",
    ),
    "seal-misplaced": Sentence(
        "Deze tekst hoort bij iemand anders en is niet bewaard.",
        "This text belongs to somebody else and was not saved.",
        "Meld dit bij de beheerder. Het is een fout in het systeem.",
        "Tell the administrator. It is an error in the system.",
    ),
    "key-destroyed": Sentence(
        "Deze gegevens zijn gewist. Ze komen niet terug.",
        "This data has been erased. It will not come back.",
        "Laat deze gegevens weg.",
        "Leave this data out.",
    ),
    "person-unknown": Sentence(
        "Deze persoon is bij ons niet bekend.",
        "We do not know this person.",
        "Voeg de persoon eerst toe, of controleer het kenmerk.",
        "Add the person first, or check the id.",
    ),
    "person-already-known": Sentence(
        "Dit kenmerk uit de ledenadministratie hoort al bij iemand anders.",
        "This id of the member register already belongs to somebody else.",
        "Controleer het kenmerk in de ledenadministratie.",
        "Check the id in the member register.",
    ),
    "wrong-master-key": Sentence(
        "De hoofdsleutel past niet op deze kluis.",
        "The master key does not fit this vault.",
        "Gebruik de sleutel die bij deze kluis hoort. Een reservekopie opent alleen met de sleutel van de eigen dag.",
        "Use the key that belongs to this vault. A backup opens only with the key of its own day.",
    ),
    "master-key-replaced": Sentence(
        "De hoofdsleutel is vervangen terwijl het systeem draaide. Er is niets opgeslagen.",
        "The master key was replaced while the system ran. Nothing was saved.",
        "Waarschuw de beheerder. Voor de beheerder: geef de dienst de nieuwe sleutel en start de dienst opnieuw.",
        "Tell the administrator. For the administrator: give the service the new key and start the service again.",
    ),
    "vault-of-another-log": Sentence(
        "Deze kluis hoort bij een andere administratie.",
        "This vault belongs to another record.",
        "Zet de kluis en de database terug die bij elkaar horen.",
        "Put back the vault and the database that belong together.",
    ),
    "vault-url-unsupported": Sentence(
        "Het adres van de kluis is geen SQLite-bestand en geen PostgreSQL-database.",
        "The address of the vault is neither an SQLite file nor a PostgreSQL database.",
        "Verbeter de instelling VAULT_URL.",
        "Correct the setting VAULT_URL.",
    ),
    "vault-bytes-remain": Sentence(
        "De gegevens zijn gewist. Een open verbinding houdt nog resten vast.",
        "The data was erased, but an open connection still holds old remains.",
        "Wis over een paar seconden nog een keer. Dat kan geen kwaad.",
        "Erase again in a few seconds. That does no harm.",
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
