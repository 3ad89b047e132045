"""What went wrong for whoever operates the service, and what to do next."""

from application.language.sentences import Sentence

OPERATING = {
    "no-database": Sentence(
        "Hier zijn nog geen gegevens: {place}.",
        "There is no database here yet: {place}.",
        "Begin met: netwerkpartij begin. Staan de gegevens ergens anders? Noem die map in NETWERKPARTIJ_DATA.",
        "Set one up with: netwerkpartij begin. Is it somewhere else? Name that folder in NETWERKPARTIJ_DATA.",
    ),
    "vault-missing": Sentence(
        "De kluis van deze gegevens ontbreekt: {place}.",
        "The vault of this database is missing: {place}.",
        "Zet kluis en sleutel terug uit de reservekopie, of noem in NETWERKPARTIJ_VAULT_URL waar de kluis staat.",
        "Put the vault and its key back from the backup, or say in NETWERKPARTIJ_VAULT_URL where the vault is.",
    ),
    "demo-not-served": Sentence(
        "Dit zijn de gegevens van de demo: {place}.",
        "This is the folder of a demo: {place}.",
        "Start de demo met: netwerkpartij demo. Noem voor uw eigen partij een andere map in NETWERKPARTIJ_DATA.",
        "Start the demo with: netwerkpartij demo. For your own party, name another folder in NETWERKPARTIJ_DATA.",
    ),
    "demo-running": Sentence(
        "Er draait al een demo in deze map: {place}.",
        "A demo already runs in this folder: {place}.",
        "Stop die demo eerst, of noem een andere map in NETWERKPARTIJ_DATA.",
        "Stop that demo first, or name another folder in NETWERKPARTIJ_DATA.",
    ),
    "folder-not-of-a-demo": Sentence(
        "In deze map staat iets anders dan een demo: {place}. Er is niets veranderd.",
        "This folder holds something else than a demo: {place}. Nothing was changed.",
        "Noem een andere map in NETWERKPARTIJ_DATA.",
        "Name another folder in NETWERKPARTIJ_DATA.",
    ),
    "folder-not-empty": Sentence(
        "Deze map is niet leeg: {place}. Er is niets opgeslagen.",
        "This folder is not empty: {place}. Nothing was written.",
        "Noem voor elke reservekopie een nieuwe map.",
        "Name a new folder for each backup.",
    ),
    "not-a-backup": Sentence(
        "In deze map staat geen hele reservekopie: {place}. Er is niets veranderd.",
        "There is no whole backup in this folder: {place}. Nothing was changed.",
        "Noem een map die netwerkpartij backup heeft gemaakt.",
        "Name a folder that netwerkpartij backup made.",
    ),
    "backup-damaged": Sentence(
        "De reservekopie in {place} is niet meer zoals die is gemaakt. Er is niets veranderd.",
        "The backup in {place} is no longer as it was made. Nothing was changed.",
        "Gebruik een andere reservekopie.",
        "Use another backup.",
    ),
    "backup-of-another-log": Sentence(
        "Hier staan gegevens van een andere partij: {place}. Er is niets veranderd.",
        "This place holds the record of another party: {place}. Nothing was changed.",
        "Noem een andere map in NETWERKPARTIJ_DATA, of een andere database in NETWERKPARTIJ_DATABASE_URL.",
        "Name another folder in NETWERKPARTIJ_DATA, or another database in NETWERKPARTIJ_DATABASE_URL.",
    ),
    "service-running": Sentence(
        "Iets gebruikt deze gegevens nog: {place}. Er is niets veranderd.",
        "Something still uses this database: {place}. Nothing was changed.",
        "Stop de dienst en doe het daarna opnieuw.",
        "Stop the service, then do this again.",
    ),
}
