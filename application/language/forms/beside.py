"""What to do about one field that is not right, as it stands beside the field: never what was typed, no words of the program."""

from collections.abc import Mapping
from typing import Any

from application.language.forms.labels.label import Label
from application.language.words import Language, Words

BESIDE: Mapping[str, Words] = {
    "string_too_long": Words("Gebruik hooguit {max_length} tekens", "Use at most {max_length} characters"),
    "too_long": Words("Vul er hooguit {max_length} in", "Fill in {max_length} at most"),
    "greater_than_equal": Words("Vul {ge} of meer in", "Fill in {ge} or more"),
    "less_than_equal": Words("Vul {le} of minder in", "Fill in {le} or less"),
    "int_parsing_size": Words("Vul een kleiner aantal in", "Fill in a smaller number"),
    "far_away": Words("Kies een dag tussen 1900 en 2199", "Choose a day between 1900 and 2199"),
    "control-character": Words(
        "Typ de tekst opnieuw: er zit een onzichtbaar teken in", "Type the text again: there is a hidden character in it"
    ),
    "hidden-character-in-name": Words(
        "Typ de naam opnieuw: er zit een onzichtbaar teken in", "Type the name again: there is a hidden character in it"
    ),
    "foreign-letter-in-name": Words("Gebruik gewone letters", "Use plain letters"),
    "mixed-scripts-in-name": Words("Gebruik letters van één schrift", "Use letters of one script"),
    "name-looks-latin": Words("Typ de naam opnieuw met gewone letters", "Type the name again with plain letters"),
}
"""By the name of the mistake, where that says more than that the field must be filled in."""

DAYS = ("date_", "datetime_", "timezone_")
A_DAY = Words("Vul een dag in die bestaat, zoals 31 12 2023", "Fill in a day that exists, such as 31 12 2023")
A_NUMBER = Words("Vul een heel getal in, zoals 25", "Fill in a whole number, such as 25")


def beside(label: Label, error: Mapping[str, Any], language: Language) -> str:
    """Say what to do about a field, for one of pydantic's errors."""
    kind = str(error["type"])
    context = error.get("ctx") or {}
    if kind in BESIDE:
        return BESIDE[kind].in_language(language).format_map(context)
    words = label.ask
    if kind.startswith(DAYS) and kind not in {"date_type", "datetime_type"}:
        words = A_DAY
    if kind.startswith("int_") and kind != "int_type":
        words = A_NUMBER
    return words.in_language(language)
