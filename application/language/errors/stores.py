"""What went wrong with the log, the read store and the vault, and what to do next."""

from application.language.sentences import Sentence

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
        "Gebruik de sleutel die bij deze kluis hoort. Een reservekopie opent alleen met de sleutel van haar eigen dag.",
        "Use the key that belongs to this vault. A backup opens only with the key of its own day.",
    ),
    "master-key-replaced": Sentence(
        "De hoofdsleutel van deze kluis is vervangen terwijl dit programma draaide.",
        "The master key of this vault was replaced while this program ran.",
        "Waarschuw de beheerder: geef de dienst de nieuwe sleutel en start haar opnieuw.",
        "Tell the administrator: give the service the new key and start it again.",
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
