"""What fields with choices are called."""

from collections.abc import Mapping

from application.language.forms.labels.label import Label, label
from application.language.words import Words

CHOICES: Mapping[str, Label] = {
    "network_type": label("Soort netwerk", "Kind of network", "Kies een soort netwerk", "Choose a kind of network"),
    "kind": label("Wat vraagt u?", "What do you ask?", "Kies wat u vraagt", "Choose what you ask"),
    "mode": label(
        "Online of op locatie?", "Online or on site?", "Kies online, op locatie of allebei", "Choose online, on site or both"
    ),
    "audience": label("Voor wie is het?", "Whom is it for?", "Kies voor wie het is", "Choose whom it is for"),
    "outcome": label("Wat kwam eruit?", "What came of it?", "Kies wat eruit kwam", "Choose what came of it"),
    "answered": label(
        "Beantwoordt dit de vraag?",
        "Does this answer the question?",
        "Kies of dit de vraag beantwoordt",
        "Choose whether this answers the question",
    ),
    "use": label(
        "Wat deed u met het advies?", "What did you do with the advice?", "Kies wat u ermee deed", "Choose what you did"
    ),
    "uses": label(
        "Wat deed u met het advies?",
        "What did you do with the advice?",
        "Vul in wat u met het advies deed",
        "Fill in what you did with the advice",
    ),
    "decline_reason": label("Waarom niet?", "Why not?", "Kies waarom niet", "Choose why not"),
    "lapse_reason": label("Waarom vervalt het?", "Why does it lapse?", "Kies waarom het vervalt", "Choose why it lapses"),
    "missing": label("Wat ontbreekt nog?", "What is missing?", "Kies minstens één onderdeel", "Choose at least one part"),
    "future": label(
        "Wat besloot het bestuur?", "What did the board decide?", "Kies wat het bestuur besloot", "Choose what the board decided"
    ),
    "mistake": label("Wat ging er mis?", "What went wrong?", "Kies wat er misging", "Choose what went wrong"),
    "matter": label("Wat wilt u vragen?", "What do you want to ask?", "Kies wat u wilt vragen", "Choose what you want to ask"),
    "variable": label("Wat is er geteld?", "What was counted?", "Kies wat er is geteld", "Choose what was counted"),
    "owner": label("Wie moet dit doen?", "Who must do this?", "Kies wie dit moet doen", "Choose who must do this"),
    "form": label(
        "Hoe besloot het bestuur?", "How did the board decide?", "Kies hoe het bestuur besloot", "Choose how it decided"
    ),
    "value": label("Provincie", "Province", "Kies een provincie", "Choose a province"),
    "accepted": label("Zeiden ze allemaal ja?", "Did all of them say yes?", "Kies ja of nee", "Choose yes or no"),
    "closed": label(
        "Is de vraag vertrouwelijk?",
        "Is the question confidential?",
        "Kies ja of nee",
        "Choose yes or no",
        Words(
            "Dan lezen alleen u, de kerngroep en gevraagde deskundigen mee.",
            "Then only you, the core group and invited experts read it.",
        ),
    ),
    "kept_back": label(
        "Waarom lezen de leden van het netwerk dit niet?",
        "Why do members of the network not read this?",
        "Schrijf op waarom de leden dit niet lezen",
        "Write down why members do not read this",
        Words(
            "Laat dit leeg als zij vraag en antwoord mogen lezen zodra het antwoord er is.",
            "Leave this empty if they may read question and answer once it is answered.",
        ),
    ),
    "contribution_paid": label(
        "Betaalden zij allemaal contributie?",
        "Did all of them pay the membership fee?",
        "Kies ja of nee",
        "Choose yes or no",
    ),
    "hard": label(
        "Moet dit klaar zijn vóór de oprichting?",
        "Must this be done before the founding?",
        "Kies ja of nee",
        "Choose yes or no",
    ),
    "sensitive": label(
        "Vertelt lid zijn van dit netwerk iets persoonlijks?",
        "Does being a member of this network tell something personal?",
        "Kies ja of nee",
        "Choose yes or no",
        Words("Dan gelden strengere privacyregels.", "Then stricter privacy rules hold."),
    ),
    "told_by_both": label(
        "Zijn beide kanten het eens over deze dag?",
        "Do both sides agree on this day?",
        "Kies ja of nee",
        "Choose yes or no",
    ),
}
