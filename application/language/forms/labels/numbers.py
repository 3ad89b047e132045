"""What fields of numbers, and fields of parts, are called."""

from collections.abc import Mapping

from application.language.forms.labels.label import NO_NAMES, Label, label
from application.language.rules import RULES
from application.language.words import Words

NUMBERS: Mapping[str, Label] = {
    "present": label(
        "Hoeveel mensen waren er?", "How many people were there?", "Vul een aantal in, zoals 25", "Fill in a number, such as 25"
    ),
    "supporters": label(
        "Hoeveel leden steunen de oprichting?",
        "How many members support the founding?",
        "Vul in hoeveel leden de oprichting steunen",
        "Fill in how many members support the founding",
    ),
    "member_for_days": label(
        "Hoeveel dagen waren zij al partijlid?",
        "For how many days were they party members?",
        "Vul een aantal dagen in, zoals 90",
        "Fill in a number of days, such as 90",
    ),
    "duration_months": label(
        "Voor hoeveel maanden?", "For how many months?", "Vul een aantal maanden in, zoals 24", "Fill in months, such as 24"
    ),
    "welcome": label(
        "Wat lezen nieuwe leden als eerste?",
        "What do new members read first?",
        "Schrijf wat nieuwe leden als eerste lezen",
        "Write what new members read first",
        NO_NAMES,
    ),
    "with_experience": label(
        "Hoeveel van de kerngroep hebben bestuurlijke ervaring?",
        "How many of the core group have experience in public office?",
        "Vul een aantal in, zoals 2",
        "Fill in a number, such as 2",
        Words("Niemand vraagt wie dat zijn.", "Nobody asks who they are."),
    ),
    "counted": label(
        "Hoeveel mensen zijn geteld?", "How many people were counted?", "Vul in hoeveel mensen zijn geteld", "Fill in how many"
    ),
    "hours": label(
        "Hoeveel uren kostte het?",
        "How many hours did it take?",
        "Vul een aantal uren in, zoals 12",
        "Fill in a number of hours, such as 12",
        Words(
            "Van iedereen op het partijbureau samen. Een schatting is genoeg.", "Of all at the party bureau. An estimate will do."
        ),
    ),
    "places": label("Hoeveel plekken?", "How many places?", "Vul een aantal plekken in, zoals 5", "Fill in a number, such as 5"),
    "share": label("Welk deel?", "Which share?", "Vul een deel in, zoals 0,25", "Fill in a share, such as 0.25"),
}

PARTS: Mapping[str, Label] = {
    "decided": label(
        "Hoe kwam het besluit tot stand?", "How was it decided?", "Vul in hoe het bestuur besloot", "Fill in how it was decided"
    ),
    "conditions": label(
        "Voorwaarden", "Conditions", "Vul de voorwaarden in, of laat dit leeg", "Fill in the conditions, or leave this empty"
    ),
    "shares": label(
        "Deel van elke provincie", "Share of each province", "Vul minstens twee provincies in", "Fill in two provinces or more"
    ),
    "rules": label("Regels", "Rules", "Vul de regels in", "Fill in the rules"),
    **{name: Label(words, Words("Vul deze regel in", "Fill in this rule")) for name, words in RULES.items()},
}
