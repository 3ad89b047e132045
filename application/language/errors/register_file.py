"""What went wrong with a file of the party's register, and what to do next."""

from application.language.sentences import Sentence

REGISTER_FILE = {
    "register-file-refused": Sentence(
        "Op {count:regel|regels} van het bestand klopt iets niet.",
        "Something is wrong on {count:line|lines} of the file.",
        "Verbeter die regels in de ledenadministratie en lees het bestand opnieuw in. Er is niets vastgelegd.",
        "Correct those lines in the member register and import the file again. Nothing was recorded.",
    ),
    "register-file-unreadable": Sentence(
        "Dit bestand kan niet worden gelezen.",
        "This file cannot be read.",
        "Kijk of het bestand er is, en of u het mag lezen.",
        "See whether the file is there, and whether you may read it.",
    ),
    "not-a-register-file": Sentence(
        "Dit bestand is geen CSV en geen Excel-bestand (xlsx) zonder wachtwoord.",
        "This file is no CSV, and no Excel file (xlsx) without a password.",
        "Bewaar de lijst als CSV of als xlsx, en lees dat bestand in.",
        "Save the list as CSV or as xlsx, and import that file.",
    ),
    "register-file-too-large": Sentence(
        "Dit Excel-bestand is uitgepakt groter dan {most} MB.",
        "Unpacked, this Excel file is larger than {most} MB.",
        "Bewaar de lijst als CSV, en lees dat bestand in.",
        "Save the list as CSV, and import that file.",
    ),
    "register-file-empty": Sentence(
        "Dit bestand is leeg.",
        "This file is empty.",
        "Maak het bestand opnieuw in de ledenadministratie.",
        "Make the file again in the member register.",
    ),
    "register-columns-missing": Sentence(
        "In het bestand ontbreken kolommen: {missing}.",
        "Columns are missing in the file: {missing}.",
        "Zet op de eerste regel hoe de kolommen heten: lidnummer, naam, e-mail, postcode, geboortejaar, lid sinds, lid tot.",
        "Name the columns on the first line, such as: number, name, email, postcode, birth_year, member_since, member_until.",
    ),
    "register-column-twice": Sentence(
        "Twee kolommen zeggen hetzelfde: {column}.",
        "Two columns say the same thing: {column}.",
        "Laat een van de twee weg.",
        "Leave one of the two out.",
    ),
    "two-encodings": Sentence(
        "De letters van deze regel zijn anders opgeslagen dan die van een andere regel.",
        "The letters of this line are stored in another way than those of another line.",
        "Bewaar het hele bestand als CSV UTF-8.",
        "Save the whole file as CSV UTF-8.",
    ),
    "misread-characters": Sentence(
        "In deze naam zijn letters verkeerd gelezen.",
        "Letters of this name were misread.",
        "Maak het bestand opnieuw in de ledenadministratie, als CSV UTF-8.",
        "Make the file again in the member register, as CSV UTF-8.",
    ),
    "formula-in-cell": Sentence(
        "In deze regel staat een formule, in de kolom {column}.",
        "There is a formula on this line, in the column {column}.",
        "Zet in die cel wat er hoort te staan, zonder = + of @ aan het begin.",
        "Write what the cell should say, without = + or @ at its beginning.",
    ),
    "malformed-member-number": Sentence(
        "Op deze regel staat geen lidnummer.",
        "There is no member number on this line.",
        "Vul een lidnummer in van hooguit 40 letters, cijfers, punten en streepjes.",
        "Fill in a member number of at most 40 letters, digits, points and hyphens.",
    ),
    "member-number-twice": Sentence(
        "Dit lidnummer staat ook op regel {earlier}.",
        "This member number stands on line {earlier} too.",
        "Zoek in de ledenadministratie op van wie het nummer is. Laat de andere regel weg.",
        "Look up in the member register whose number it is. Leave the other line out.",
    ),
    "malformed-member-name": Sentence(
        "Op deze regel ontbreekt de naam, of de naam is langer dan 120 tekens of bevat tekens die niemand ziet.",
        "The name on this line is missing, or longer than 120 characters, or has characters that nobody sees.",
        "Vul de naam in.",
        "Fill in the name.",
    ),
    "malformed-member-address": Sentence(
        "Op deze regel staat geen e-mailadres in de kolom voor e-mail.",
        "What this line has in the column for e-mail is no e-mail address.",
        "Vul een e-mailadres in, zoals naam@voorbeeld.nl, of laat de cel leeg.",
        "Fill in an e-mail address, such as name@voorbeeld.nl, or leave the cell empty.",
    ),
    "malformed-postcode": Sentence(
        "Op deze regel staat geen postcode in de kolom voor de postcode.",
        "What this line has in the column for the postcode is no postcode.",
        "Vul een postcode in, zoals 3811 AB. Een postcode uit een ander land mag ook.",
        "Fill in a postcode, such as 3811 AB. One of another country will do too.",
    ),
    "malformed-member-year": Sentence(
        "Op deze regel is het geboortejaar geen jaar.",
        "The year of birth on this line is no year.",
        "Vul een jaar van vier cijfers in, of laat de cel leeg.",
        "Fill in a year of four digits, or leave the cell empty.",
    ),
    "malformed-member-day": Sentence(
        "Op deze regel staat geen dag, in de kolom {column}.",
        "There is no day on this line, in the column {column}.",
        "Vul een dag in, zoals 31-12-2023 of 2023-12-31.",
        "Fill in a day, such as 31-12-2023 or 2023-12-31.",
    ),
    "ended-before-begun": Sentence(
        "Dit lidmaatschap eindigt op {until}. Dat is vóór het begin, op {since}.",
        "This membership ends on {until}, before it begins on {since}.",
        "Verbeter een van de twee dagen.",
        "Correct one of the two days.",
    ),
    "too-many-would-end": Sentence(
        "Van {members} leden zouden er {ended} geen lid meer zijn. Dat is meer dan {most} procent. Er is niets vastgelegd.",
        "Of {members} members {ended} would be members no longer. That is more than {most} per cent. Nothing was recorded.",
        "Kijk of het bestand heel is. Klopt het? Lees het dan opnieuw in met --yes.",
        "See whether the file is whole. Is it right? Then import it again with --yes.",
    ),
    "many-would-end": Sentence(
        "Van {members} leden zouden er {ended} geen lid meer zijn.",
        "Of {members} members {ended} would be members no longer.",
        "Controleer of het bestand compleet is. Klopt het? Bevestig dat dan, en neem het bestand over.",
        "Check whether the file is complete. Is it right? Then confirm that, and take in the file.",
    ),
    "register-outcome-changed": Sentence(
        "Intussen is er iets gewijzigd. Er is niets vastgelegd.",
        "Something was changed meanwhile. Nothing was recorded.",
        "Bekijk opnieuw wat het bestand verandert.",
        "See again what the file changes.",
    ),
    "register-too-long": Sentence(
        "Dit bestand heeft meer dan {most:regel|regels}.",
        "This file has more than {most:line|lines}.",
        "Zet alleen leden in het bestand. Of vraag de beheerder om het bestand op de server in te lezen.",
        "Put only members into the file. Or ask the administrator to bring it in on the server.",
    ),
    "register-upload-too-large": Sentence(
        "Dit bestand is groter dan {most} MB.",
        "This file is larger than {most} MB.",
        "Zet alleen de kolommen in het bestand die nodig zijn. Of vraag de beheerder om het op de server in te lezen.",
        "Put only the columns that are needed into the file. Or ask the administrator to bring it in on the server.",
    ),
    "register-import-gone": Sentence(
        "Dit bestand is er niet meer. Wij bewaren een bestand hooguit een uur.",
        "This file is not there any more. We keep a file for an hour at most.",
        "Kies het bestand opnieuw.",
        "Choose the file again.",
    ),
    "register-import-not-ready": Sentence(
        "Dit kan nu niet: er wordt nog aan gewerkt, of het bestand is al overgenomen.",
        "This cannot be done now: it is being worked at, or the file has already been taken in.",
        "Kijk hoe ver het is.",
        "See how far it is.",
    ),
    "register-file-missing": Sentence(
        "Er is geen bestand gekozen, of het bestand is leeg.",
        "No file was chosen, or the file is empty.",
        "Kies een bestand.",
        "Choose a file.",
    ),
    "register-number-unknown": Sentence(
        "U noemde een lidnummer dat niet in het bestand staat. Er is niets vastgelegd.",
        "You named a member number that is not in the file. Nothing was recorded.",
        "Controleer de nummers bij --same, --somebody-else en --back.",
        "Check the numbers with --same, --somebody-else and --back.",
    ),
    "has-member-number": Sentence(
        "De persoon die u noemde voor regel {line} heeft al een lidnummer. Er is niets vastgelegd.",
        "The person whom you named for line {line} already has a member number. Nothing was recorded.",
        "Zoek op van wie de twee nummers zijn. Is het één persoon? Voeg de twee inschrijvingen dan samen.",
        "Look up whose the two numbers are. Is it one person? Then merge the two registrations.",
    ),
}
