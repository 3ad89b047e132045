"""What went wrong with a file with history that is imported, and what to do next."""

from application.language.sentences import Sentence

HISTORY_FILE = {
    "history-row-refused": Sentence(
        "Regel {line} van het bestand kan niet kloppen. {refusal}",
        "Line {line} of the file cannot be true. {refusal}",
        "Verbeter het bestand en lees het opnieuw in. Er is niets van vastgelegd.",
        "Mend the file and import it again. Nothing of it was recorded.",
    ),
    "history-file-unreadable": Sentence(
        "Dit bestand kan niet worden gelezen.",
        "This file cannot be read.",
        "Kijk of het er is, en of u het mag lezen.",
        "See whether it is there, and whether you may read it.",
    ),
    "not-utf-8": Sentence(
        "Dit bestand is geen tekst in UTF-8.",
        "This file is not UTF-8 text.",
        "Bewaar het als UTF-8 en probeer het opnieuw.",
        "Save it as UTF-8 and try again.",
    ),
    "wrong-header": Sentence(
        "De eerste regel moet zijn: {header}.",
        "The first line must be: {header}.",
        "Zet die regel bovenaan, en de kolommen in die volgorde.",
        "Put that line first, and the columns in that order.",
    ),
    "malformed-row": Sentence(
        "Deze regel is niet als CSV te lezen: de aanhalingstekens kloppen niet, of een vak is te lang.",
        "This line cannot be read as CSV: the quotes are wrong, or a cell is too long.",
        "Verbeter de regel, of bewaar het bestand opnieuw als CSV.",
        "Mend the line, or save the file as CSV again.",
    ),
    "wrong-number-of-cells": Sentence(
        "Deze regel heeft {has} vakken, en het moeten er {needs} zijn.",
        "This line has {has} cells, and there must be {needs}.",
        "Kijk of er een komma te veel of te weinig staat.",
        "See whether there is a comma too many or too few.",
    ),
    "malformed-timestamp": Sentence(
        "Deze regel begint niet met een tijdstip.",
        "This line does not begin with an instant.",
        "Schrijf het tijdstip zoals 2018-11-04T20:28:43Z.",
        "Write the instant as 2018-11-04T20:28:43Z.",
    ),
    "malformed-kind": Sentence(
        "De soort mag alleen kleine letters, cijfers en streepjes hebben, hooguit {most}.",
        "The kind may have small letters, digits and hyphens only, at most {most}.",
        "Verbeter de soort, of laat haar leeg.",
        "Mend the kind, or leave it empty.",
    ),
    "malformed-network-name": Sentence(
        "De naam van het netwerk ontbreekt, is langer dan {most} tekens, of heeft tekens die niemand ziet.",
        "The name of the network is missing, is longer than {most} characters, or has characters that nobody sees.",
        "Vul een gewone naam in.",
        "Fill in an ordinary name.",
    ),
    "unknown-history-event": Sentence(
        "Deze soort gebeurtenis kennen we niet: {event}.",
        "This kind of event is not known: {event}.",
        "Kijk in docs/contract.md welke zes soorten er zijn.",
        "See docs/contract.md for the six kinds.",
    ),
    "history-not-in-order": Sentence(
        "Het bestand staat niet op volgorde van tijd. Deze regel is van {at}, een eerdere regel van later.",
        "The file is not in order of time. This line is of {at}, an earlier line is of later.",
        "Zet de oudste regel bovenaan.",
        "Put the oldest line first.",
    ),
    "network-unknown": Sentence(
        "Het netwerk {name} is in dit bestand nog niet opgericht.",
        "The file has not founded the network {name} yet.",
        "Zet de regel over de oprichting erboven, of verbeter de naam van het netwerk.",
        "Put the line about its founding above this one, or mend the name of the network.",
    ),
    "person-missing": Sentence(
        "Op deze regel ontbreekt om wie het gaat.",
        "This line does not say who it is about.",
        "Vul het kenmerk van de persoon in.",
        "Fill in the reference of the person.",
    ),
    "history-in-the-future": Sentence(
        "Dit is nog niet gebeurd: {at}.",
        "This has not happened yet: {at}.",
        "Laat regels over de toekomst weg.",
        "Leave out lines about the future.",
    ),
}
