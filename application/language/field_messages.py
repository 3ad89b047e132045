"""What is wrong with one field, in plain Dutch and English. What was sent is never repeated."""

from collections.abc import Mapping
from typing import Any

from application.language.words import Language, Words

MESSAGES: Mapping[str, Words] = {
    "missing": Words("is verplicht", "is required"),
    "extra_forbidden": Words("is hier onbekend", "is unknown here"),
    "json_invalid": Words("is geen geldige JSON in UTF-8", "is no valid JSON in UTF-8"),
    "model_type": Words("moet een object zijn", "must be an object"),
    "model_attributes_type": Words("moet een object zijn", "must be an object"),
    "tuple_type": Words("moet een lijst zijn", "must be a list"),
    "string_type": Words("moet tekst zijn", "must be text"),
    "string_too_short": Words("is leeg", "is empty"),
    "string_too_long": Words("mag hooguit {max_length} tekens hebben", "may have at most {max_length} characters"),
    "string_pattern_mismatch": Words("heeft niet de vorm die hier hoort", "does not have the form that is asked for here"),
    "bool_type": Words("moet true of false zijn", "must be true or false"),
    "int_type": Words("moet een geheel getal zijn", "must be a whole number"),
    "int_parsing": Words("moet een geheel getal zijn", "must be a whole number"),
    "int_from_float": Words("moet een geheel getal zijn", "must be a whole number"),
    "int_parsing_size": Words("is te groot", "is too large"),
    "greater_than_equal": Words("moet minstens {ge} zijn", "must be at least {ge}"),
    "less_than_equal": Words("mag hooguit {le} zijn", "may be at most {le}"),
    "too_short": Words("moet minstens {min_length} onderdelen hebben", "must have at least {min_length} items"),
    "too_long": Words("mag hooguit {max_length} onderdelen hebben", "may have at most {max_length} items"),
    "enum": Words("moet een van deze zijn: {expected}", "must be one of: {expected}"),
    "literal_error": Words("moet {expected} zijn", "must be {expected}"),
    "union_tag_invalid": Words("moet een van deze zijn: {expected_tags}", "must be one of: {expected_tags}"),
    "union_tag_not_found": Words("is verplicht", "is required"),
    "uuid_type": Words("moet een UUID zijn", "must be a UUID"),
    "uuid_parsing": Words("moet een UUID zijn", "must be a UUID"),
    "date_type": Words("moet een dag zijn: JJJJ-MM-DD", "must be a day: YYYY-MM-DD"),
    "date_parsing": Words("moet een dag zijn: JJJJ-MM-DD", "must be a day: YYYY-MM-DD"),
    "date_from_datetime_parsing": Words("moet een dag zijn: JJJJ-MM-DD", "must be a day: YYYY-MM-DD"),
    "date_from_datetime_inexact": Words("moet een dag zijn: JJJJ-MM-DD", "must be a day: YYYY-MM-DD"),
    "datetime_type": Words("moet een tijdstip met Z of verschil zijn", "must be an instant with Z or an offset"),
    "datetime_parsing": Words("moet een tijdstip met Z of verschil zijn", "must be an instant with Z or an offset"),
    "datetime_from_date_parsing": Words("moet een tijdstip met Z of verschil zijn", "must be an instant with Z or an offset"),
    "datetime_object_invalid": Words("moet een tijdstip met Z of verschil zijn", "must be an instant with Z or an offset"),
    "far_away": Words("moet tussen 1900 en 2199 liggen", "must lie between 1900 and 2199"),
    "control-character": Words(
        "heeft een teken dat hier niet kan: {character}", "has a character that cannot be here: {character}"
    ),
    "hidden-character-in-name": Words(
        "heeft een teken dat niemand ziet: {character}", "has a character that nobody sees: {character}"
    ),
    "foreign-letter-in-name": Words(
        "heeft een letter of cijfer in een schrift dat hier niet kan: {character}",
        "has a letter or digit in a script that cannot be here: {character}",
    ),
    "mixed-scripts-in-name": Words(
        "heeft een woord met letters uit twee schriften: {character}", "has a word with letters of two scripts: {character}"
    ),
    "name-looks-latin": Words(
        "heeft een woord dat op Latijnse letters lijkt en dat niet is: {character}",
        "has a word that looks like Latin letters and is not: {character}",
    ),
    "timezone_aware": Words("moet een tijdstip met Z of verschil zijn", "must be an instant with Z or an offset"),
}
"""By pydantic's name of the mistake."""

SAID: Mapping[str, Words] = {
    "give at or on, not both": Words("geef at of on, niet allebei", "give at or on, not both"),
    "give on or mistake, not both": Words("geef on of mistake, niet allebei", "give on or mistake, not both"),
    "give both talkedOn and talkedWith, or neither": Words(
        "geef talkedOn en talkedWith allebei, of geen van beide", "give both talkedOn and talkedWith, or neither"
    ),
    "give toldBy or decided, not both": Words("geef toldBy of decided, niet allebei", "give toldBy or decided, not both"),
    "give name, province or birthYear": Words("geef name, province of birthYear", "give name, province or birthYear"),
    "give correctedAt, present, reasons or talkedOn": Words(
        "geef correctedAt, present, reasons of talkedOn", "give correctedAt, present, reasons or talkedOn"
    ),
    "the last day is before the first": Words("de laatste dag ligt voor de eerste", "the last day is before the first"),
}
"""By what a command's own check says."""

OTHERWISE = Words("past hier niet", "does not fit here")


def message(error: Mapping[str, Any], language: Language) -> str:
    """Say what is wrong with a field, for one of pydantic's errors."""
    context = error.get("ctx") or {}
    words = MESSAGES.get(error["type"]) or SAID.get(str(context.get("error", "")), OTHERWISE)
    return words.in_language(language).format_map(context)
