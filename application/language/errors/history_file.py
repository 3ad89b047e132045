"""What went wrong with a file with history that is imported, and what to do next."""

from application.language.sentences import Sentence

HISTORY_FILE = {
    "history-row-refused": Sentence(
        "Regel {line} van het bestand klopt niet. {refusal}",
        "Line {line} of the file is not right. {refusal}",
        "Verbeter het bestand en lees het opnieuw in. Er is nog niets vastgelegd.",
        "Correct the file and import it again. Nothing has been recorded yet.",
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
    "semicolons-between-cells": Sentence(
        "Tussen de cellen staan puntkomma's.",
        "There are semicolons between the cells.",
        "Bewaar het bestand als CSV met komma's.",
        "Save the file as CSV with commas.",
    ),
    "malformed-row": Sentence(
        "Deze regel is geen goede CSV-regel. De aanhalingstekens kloppen niet, of een cel is te lang.",
        "This line is not valid CSV. The quotation marks are wrong, or a cell is too long.",
        "Verbeter de regel, of bewaar het bestand opnieuw als CSV.",
        "Correct the line, or save the file as CSV again.",
    ),
    "wrong-number-of-cells": Sentence(
        "Deze regel heeft {has:cel|cellen}. Het moeten er {needs} zijn.",
        "This line has {has:cell|cells}. It must have {needs}.",
        "Controleer of er een komma te veel of te weinig staat.",
        "Check whether there is a comma too many or too few.",
    ),
    "malformed-timestamp": Sentence(
        "Deze regel begint niet met een tijdstip.",
        "This line does not begin with an instant.",
        "Schrijf het tijdstip zoals 2018-11-04T20:28:43Z.",
        "Write the instant as 2018-11-04T20:28:43Z.",
    ),
    "day-without-time": Sentence(
        "Op deze regel staat een dag zonder tijd.",
        "This line has a day and no time.",
        "Schrijf het tijdstip zoals 2018-11-04T20:28:43Z. Of gebruik --dates-end-of-day. Dan telt het einde van elke dag.",
        "Write the instant as 2018-11-04T20:28:43Z. Or use --dates-end-of-day. Then the end of each day counts.",
    ),
    "malformed-kind": Sentence(
        "De soort mag alleen kleine letters, cijfers en streepjes hebben, en hooguit {most:teken|tekens}.",
        "The kind may have small letters, digits and hyphens only, at most {most}.",
        "Verbeter de soort, of laat de cel leeg.",
        "Correct the kind, or leave the cell empty.",
    ),
    "malformed-network-name": Sentence(
        "De naam van het netwerk ontbreekt, of is langer dan {most} tekens.",
        "The name of the network is missing, or is longer than {most} characters.",
        "Vul een gewone naam in.",
        "Fill in an ordinary name.",
    ),
    "unknown-history-event": Sentence(
        "Deze soort gebeurtenis bestaat niet: {event}.",
        "This kind of event does not exist: {event}.",
        "Gebruik een van de zes soorten uit de handleiding.",
        "Use one of the six kinds in the manual.",
    ),
    "history-not-in-order": Sentence(
        "De regels staan niet op volgorde. Deze regel is van {at}, maar een eerdere regel is van later.",
        "The lines are not in order. This line is of {at}, but an earlier line is of a later time.",
        "Sorteer het bestand: de oudste regel bovenaan.",
        "Sort the file with the oldest line first.",
    ),
    "network-unknown": Sentence(
        "Het netwerk “{name}” is in dit bestand nog niet opgericht. Dit lijkt er "
        "het meest op: {like}. Elke spatie staat hier als ␣.",
        "The network “{name}” has not been founded in this file yet. This looks "
        "most like it: {like}. Each blank is shown here as ␣.",
        "Zet de regel over de oprichting erboven, of schrijf de naam zoals bij de oprichting.",
        "Put the line about its founding above this one, or write the name as at its founding.",
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
        "Laat regels over de toekomst weg. Een dag zonder tijd telt pas als de dag voorbij is.",
        "Leave out lines about the future. A day without a time counts when it is over.",
    ),
    "history-differs": Sentence(
        "Van dit netwerk is uit een eerder bestand iets anders vastgelegd dan deze regel zegt, of hier ontbreekt een regel.",
        "An earlier file recorded something else of this network than this line says, or a line is missing here.",
        "Laat de regels van toen zoals ze waren. Zet wat nieuw is daaronder.",
        "Leave the lines of then as they were. Put what is new below them.",
    ),
}
