"""What to fill in at one field, in plain Dutch and English, and what programs are told. What was sent is never repeated."""

from collections.abc import Mapping
from typing import Any

from application.language.formatting import Facts
from application.language.words import Language, Words

MESSAGES: Mapping[str, Words] = {
    "missing": Words("Vul dit veld in", "Fill in this field"),
    "extra_forbidden": Words("Haal dit veld weg", "Remove this field"),
    "json_invalid": Words("Gebruik het formulier op de pagina", "Use the form on the page"),
    "model_type": Words("Vul de velden hieronder in", "Fill in the fields below"),
    "model_attributes_type": Words("Vul de velden hieronder in", "Fill in the fields below"),
    "tuple_type": Words("Kies een of meer uit de lijst", "Choose one or more from the list"),
    "string_type": Words("Vul tekst in", "Fill in text"),
    "string_too_short": Words("Vul tekst in", "Fill in text"),
    "string_too_long": Words("Gebruik hooguit {max_length} tekens", "Use at most {max_length} characters"),
    "string_pattern_mismatch": Words("Controleer hoe u dit schreef", "Check how you wrote this"),
    "bool_type": Words("Kies ja of nee", "Choose yes or no"),
    "int_type": Words("Vul een heel getal in", "Fill in a whole number"),
    "int_parsing": Words("Vul een heel getal in", "Fill in a whole number"),
    "int_from_float": Words("Vul een heel getal in", "Fill in a whole number"),
    "int_parsing_size": Words("Vul een kleiner getal in", "Fill in a smaller number"),
    "greater_than_equal": Words("Vul {ge} of meer in", "Fill in {ge} or more"),
    "less_than_equal": Words("Vul {le} of minder in", "Fill in {le} or less"),
    "too_short": Words("Vul er minstens {min_length} in", "Fill in at least {min_length}"),
    "too_long": Words("Vul er hooguit {max_length} in", "Fill in at most {max_length}"),
    "enum": Words("Kies iets uit de lijst", "Choose from the list"),
    "literal_error": Words("Kies iets uit de lijst", "Choose from the list"),
    "union_tag_invalid": Words("Kies iets uit de lijst", "Choose from the list"),
    "union_tag_not_found": Words("Kies iets uit de lijst", "Choose from the list"),
    "uuid_type": Words("Kies iets uit de lijst", "Choose from the list"),
    "uuid_parsing": Words("Kies iets uit de lijst", "Choose from the list"),
    "date_type": Words("Vul een dag in, zoals 31 12 2023", "Fill in a day, such as 31 12 2023"),
    "date_parsing": Words("Vul een dag in, zoals 31 12 2023", "Fill in a day, such as 31 12 2023"),
    "date_from_datetime_parsing": Words("Vul een dag in, zoals 31 12 2023", "Fill in a day, such as 31 12 2023"),
    "date_from_datetime_inexact": Words("Vul een dag in, zoals 31 12 2023", "Fill in a day, such as 31 12 2023"),
    "datetime_type": Words("Vul een dag en een tijd in", "Fill in a day and a time"),
    "datetime_parsing": Words("Vul een dag en een tijd in", "Fill in a day and a time"),
    "datetime_from_date_parsing": Words("Vul een dag en een tijd in", "Fill in a day and a time"),
    "datetime_object_invalid": Words("Vul een dag en een tijd in", "Fill in a day and a time"),
    "far_away": Words("Kies een dag tussen 1900 en 2199", "Choose a day between 1900 and 2199"),
    "control-character": Words(
        "Typ de tekst opnieuw: er staat een onzichtbaar teken in ({character})",
        "Type the text again: there is an invisible character in it ({character})",
    ),
    "hidden-character-in-name": Words(
        "Typ de naam opnieuw: er staat een onzichtbaar teken in ({character})",
        "Type the name again: there is an invisible character in it ({character})",
    ),
    "foreign-letter-in-name": Words(
        "Schrijf de naam met gewone letters: dit teken kan hier niet ({character})",
        "Write the name in ordinary letters: this character cannot be here ({character})",
    ),
    "mixed-scripts-in-name": Words(
        "Typ dit woord opnieuw: het heeft letters uit twee schriften ({character})",
        "Type this word again: it has letters of two scripts ({character})",
    ),
    "name-looks-latin": Words(
        "Typ dit woord opnieuw met gewone letters: het lijkt er alleen op ({character})",
        "Type this word again in ordinary letters: it only looks like them ({character})",
    ),
    **dict.fromkeys(("time_type", "time_parsing"), Words("Vul een tijd in, zoals 19.30", "Fill in a time, such as 19.30")),
    "timezone_aware": Words("Vul een dag en een tijd in", "Fill in a day and a time"),
}
"""By pydantic's name of the mistake."""

PROGRAMS: Mapping[str, str] = {
    "missing": "is required",
    "extra_forbidden": "is unknown here",
    "json_invalid": "is no valid JSON in UTF-8",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "tuple_type": "must be a list",
    "string_type": "must be text",
    "string_too_short": "is empty",
    "string_too_long": "may have at most {max_length} characters",
    "string_pattern_mismatch": "does not have the form that is asked for here",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_parsing_size": "is too large",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "may be at most {le}",
    "too_short": "must have at least {min_length} items",
    "too_long": "may have at most {max_length} items",
    "enum": "must be one of: {expected}",
    "literal_error": "must be {expected}",
    "union_tag_invalid": "must be one of: {expected_tags}",
    "union_tag_not_found": "is required",
    "uuid_type": "must be a UUID",
    "uuid_parsing": "must be a UUID",
    "date_type": "must be a day: YYYY-MM-DD",
    "date_parsing": "must be a day: YYYY-MM-DD",
    "date_from_datetime_parsing": "must be a day: YYYY-MM-DD",
    "date_from_datetime_inexact": "must be a day: YYYY-MM-DD",
    **dict.fromkeys(("time_type", "time_parsing"), "must be a time: HH:MM"),
    "datetime_type": "must be an instant with Z or an offset",
    "datetime_parsing": "must be an instant with Z or an offset",
    "datetime_from_date_parsing": "must be an instant with Z or an offset",
    "datetime_object_invalid": "must be an instant with Z or an offset",
    "far_away": "must lie between 1900 and 2199",
    "control-character": "has a character that cannot be here: {character}",
    "hidden-character-in-name": "has a character that nobody sees: {character}",
    "foreign-letter-in-name": "has a letter or digit in a script that cannot be here: {character}",
    "mixed-scripts-in-name": "has a word with letters of two scripts: {character}",
    "name-looks-latin": "has a word that looks like Latin letters and is not: {character}",
    "timezone_aware": "must be an instant with Z or an offset",
}
"""The same for whoever writes a program, by pydantic's name of the mistake."""

SAID: Mapping[str, Words] = {
    "give at or on, not both": Words("Vul een dag in, of een dag met een tijd", "Fill in a day, or a day with a time"),
    "give on or mistake, not both": Words("Vul een dag in, of kies wat er mis was", "Fill in a day, or choose what was wrong"),
    "give both talkedOn and talkedWith, or neither": Words(
        "Vul in op welke dag het gesprek was en met wie, of laat beide leeg",
        "Fill in the day of the talk and with whom, or leave both empty",
    ),
    "give toldBy or decided, not both": Words(
        "Vul in wie het vertelde, of hoe het bestuur besloot", "Fill in who told it, or how the board decided"
    ),
    "give name, province or birthYear": Words(
        "Vul een naam, een provincie of een geboortejaar in", "Fill in a name, a province or a year of birth"
    ),
    "give correctedAt, present, reasons or talkedOn": Words(
        "Vul in wat er anders moet: de dag, het aantal of de redenen",
        "Fill in what must change: the day, the number or the reasons",
    ),
    "the last day is before the first": Words("Kies een laatste dag na de eerste dag", "Choose a last day after the first day"),
}
"""By what a command's own check says, which programs are told as it is."""

OTHERWISE = Words("Controleer wat u hier invulde", "Check what you filled in here")
OTHER_SHAPE = "does not fit here"


def message(error: Mapping[str, Any], language: Language) -> str:
    """Say what to fill in, for one of pydantic's errors."""
    words = MESSAGES.get(error["type"]) or SAID.get(_check(error), OTHERWISE)
    return words.in_language(language).format_map(Facts(error.get("ctx") or {}, language))


def for_programs(error: Mapping[str, Any]) -> str:
    """Say what is wrong with a field to whoever writes a program."""
    check = _check(error)
    said = PROGRAMS.get(error["type"], check if check in SAID else OTHER_SHAPE)
    return said.format_map(error.get("ctx") or {})


def _check(error: Mapping[str, Any]) -> str:
    return str((error.get("ctx") or {}).get("error", ""))
