"""What fields of days and hours are called."""

from collections.abc import Mapping

from application.language.forms.labels.label import WITHOUT_END, Label, label
from application.language.words import Words

WHEN: Mapping[str, Label] = {
    "at": label(
        "Wanneer gebeurde het precies?",
        "When exactly did it happen?",
        "Vul de dag en het uur in",
        "Fill in the day and the hour",
        Words("Laat dit leeg als het nu gebeurt.", "Leave this empty if it happens now."),
    ),
    "on": label(
        "Op welke dag gebeurde het?",
        "On which day did it happen?",
        "Vul een dag in, zoals 31 12 2023",
        "Fill in a day, such as 31 12 2023",
        Words("Laat dit leeg als het vandaag gebeurt.", "Leave this empty if it happens today."),
    ),
    "source": label("Hoe kwam dit binnen?", "How did this come in?", "Kies hoe dit binnenkwam", "Choose how this came in"),
    "corrected_at": label(
        "Wanneer gebeurde het echt?",
        "When did it really happen?",
        "Vul de dag en het uur in waarop het gebeurde",
        "Fill in the day and the hour at which it happened",
        Words("Laat dit leeg als de dag al klopt.", "Leave this empty if the day is right."),
    ),
    "known_at": label(
        "Zoals bekend op welk moment?",
        "As known at which moment?",
        "Vul een dag en een uur in, of laat dit leeg",
        "Fill in a day and an hour, or leave this empty",
        Words("Laat dit leeg voor wat nu bekend is.", "Leave this empty for what is known now."),
    ),
    "result_day": label(
        "Van welke dag is de uitkomst?",
        "Of which day is the result?",
        "Vul in van welke dag de uitkomst is",
        "Fill in of which day the result is",
    ),
    "begins": label(
        "Hoe laat begint het?",
        "At what time does it begin?",
        "Vul een tijd in, zoals 19.30",
        "Fill in a time, such as 19.30",
        Words("Bijvoorbeeld 19.30.", "For example 19.30."),
    ),
    "day": label("Op welke dag?", "On which day?", "Vul een dag in, zoals 31 12 2023", "Fill in a day, such as 31 12 2023"),
    "first_day": label("Eerste dag", "First day", "Vul de eerste dag in", "Fill in the first day"),
    "last_day": label("Laatste dag", "Last day", "Vul de laatste dag in", "Fill in the last day"),
    "ends_on": label(
        "Tot en met welke dag loopt het?",
        "Up to and including which day does it run?",
        "Vul de laatste dag in, of laat dit leeg",
        "Fill in the last day, or leave this empty",
        WITHOUT_END,
    ),
    "closes_on": label(
        "Tot en met welke dag kunnen leden meedenken?",
        "Up to and including which day can members give ideas?",
        "Vul de laatste dag voor ideeën in",
        "Fill in the last day for ideas",
    ),
    "due": label(
        "Wanneer is het antwoord nodig?",
        "When is the answer needed?",
        "Vul in wanneer het antwoord nodig is",
        "Fill in when the answer is needed",
        Words("Een netwerk heeft meestal enkele weken nodig.", "A network often needs some weeks."),
    ),
    "existed_since": label(
        "Sinds wanneer bestaat het netwerk?",
        "Since when has the network been there?",
        "Vul in sinds wanneer het netwerk bestaat",
        "Fill in since when the network has been there",
    ),
    "half_year": label(
        "Over welk halfjaar gaat het?",
        "Which half year is it about?",
        "Kies een halfjaar",
        "Choose a half year",
        Words("Laat dit leeg voor het halfjaar van vandaag.", "Leave this empty for the half year of today."),
    ),
    "month": label("Welke maand?", "Which month?", "Kies een maand", "Choose a month"),
    "reference_day": label("Peildag", "Reference day", "Vul de peildag in", "Fill in the reference day"),
    "talked_on": label(
        "Op welke dag was het gesprek?",
        "On which day was the talk?",
        "Vul in op welke dag het gesprek was",
        "Fill in on which day the talk was",
    ),
    "until": label(
        "Tot welke dag stelt het bestuur dit uit?",
        "Until which day does the board postpone this?",
        "Vul in tot welke dag het bestuur uitstelt",
        "Fill in until which day the board postpones",
    ),
    "valid_from": label(
        "Vanaf welke dag gelden de regels?",
        "From which day do the rules hold?",
        "Vul in vanaf welke dag de regels gelden",
        "Fill in from which day the rules hold",
    ),
}
