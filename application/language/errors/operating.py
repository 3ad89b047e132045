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
        "A demo runs in this folder already: {place}.",
        "Stop die demo eerst, of noem een andere map in NETWERKPARTIJ_DATA.",
        "Stop that demo first, or name another folder in NETWERKPARTIJ_DATA.",
    ),
    "folder-not-of-a-demo": Sentence(
        "In deze map staat iets anders dan een demo: {place}. Er is niets veranderd.",
        "This folder holds something else than a demo: {place}. Nothing was changed.",
        "Noem een andere map in NETWERKPARTIJ_DATA.",
        "Name another folder in NETWERKPARTIJ_DATA.",
    ),
}
